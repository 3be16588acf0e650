#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json.h"
#include "report/object.h"
#include "report_fixture.h"

static struct rb_buffer out;

static void wrote(const char *expected)
{
    rb_buffer_putc(&out, '\0');
    assert_string_equal(out.ptr, expected);
    rb_buffer_free(&out);
}

static ringback_result *short_draft(void)
{
    ringback_result *r = fixture("Hi Ö, it's Bo.\nCall 555 0142");

    fixture_fact(r, "phone_number", "555 0142", "5550142");
    fixture_fact(r, "outcome", "0142", "");
    fixture_finding(r, "number-twice", RINGBACK_ERROR, 12, "555 0142", "Once.\tOnly",
                    "Say \"it\".");
    fixture_strength(r, "name-given", "Your name.");
    return r;
}

static void members_come_in_their_order(void **state)
{
    ringback_result *r = short_draft();
    struct rb_object object = {0};

    (void)state;
    rb_object_result(&out, &object, r);
    wrote("{\"version\":1,\"id\":null,\"style\":\"standard\",\"words\":7,\"duration_ms\":2300,"
          "\"score\":88,\"score_model\":1,\"ready\":false,"
          "\"sentences\":[{\"start\":0,\"end\":15,\"start_ms\":0,\"end_ms\":1200},"
          "{\"start\":16,\"end\":29,\"start_ms\":1400,\"end_ms\":2300}],"
          "\"facts\":[{\"kind\":\"phone_number\",\"value\":\"5550142\",\"start\":21,\"end\":29,"
          "\"start_ms\":1700,\"end_ms\":2300},{\"kind\":\"outcome\",\"value\":null,\"start\":25,"
          "\"end\":29,\"start_ms\":2000,\"end_ms\":2300}],"
          "\"findings\":[{\"rule\":\"number-twice\",\"severity\":\"error\",\"points\":12,"
          "\"message\":\"Once.\\tOnly\",\"advice\":\"Say \\\"it\\\".\",\"start\":21,\"end\":29,"
          "\"line\":2,\"column\":6,\"end_line\":2,\"end_column\":14,\"start_ms\":1700}],"
          "\"strengths\":[{\"rule\":\"name-given\",\"message\":\"Your name.\"}]}");
    fixture_free(r);
}

static void a_file_moves_the_lines_and_not_the_offsets(void **state)
{
    ringback_result *r = short_draft();
    struct rb_object object = {.path = "calls/a \"b\".txt", .draft = 2, .line = 41};
    struct rb_json *map, *finding;
    struct rb_arena arena;
    char message[256];
    int64_t n;

    (void)state;
    rb_arena_init(&arena);
    rb_object_result(&out, &object, r);
    assert_true(rb_json_parse(&arena, rb_buffer_slice(&out), message, sizeof message, &map));
    assert_true(rb_slice_is(rb_json_get(map, "path")->text, "calls/a \"b\".txt"));
    assert_true(rb_json_int(rb_json_get(map, "draft"), 0, 9, &n));
    assert_int_equal(n, 2);
    finding = rb_json_get(map, "findings")->child;
    assert_true(rb_json_int(rb_json_get(finding, "line"), 0, 99, &n));
    assert_int_equal(n, 42);
    assert_true(rb_json_int(rb_json_get(finding, "end_line"), 0, 99, &n));
    assert_int_equal(n, 42);
    assert_true(rb_json_int(rb_json_get(finding, "start"), 0, 99, &n));
    assert_int_equal(n, 21);
    rb_arena_free(&arena);
    rb_buffer_free(&out);
    fixture_free(r);
}

/* A written word is a run without white space; "555 0142" are two, a comma alone is none. */
static void what_is_suppressed_stands_apart(void **state)
{
    ringback_result *r = short_draft();
    struct rb_object object = {.line = 41};
    struct rb_json *map, *item;
    struct rb_arena arena;
    char message[256];
    int64_t n;

    (void)state;
    rb_arena_init(&arena);
    fixture_suppress(r, "they have it");
    /* One that does not stand in the text says its line itself. */
    fixture_finding(r, "ignore-form", RINGBACK_WARNING, 0, "Hi", "No.", "");
    r->findings[0].line = 7;
    rb_object_result(&out, &object, r);
    assert_true(rb_json_parse(&arena, rb_buffer_slice(&out), message, sizeof message, &map));
    assert_true(rb_json_int(rb_json_get(map, "score"), 0, 100, &n));
    assert_int_equal(n, 100);
    item = rb_json_get(map, "findings")->child;
    assert_null(item->next);
    assert_true(rb_json_int(rb_json_get(item, "line"), 0, 99, &n));
    assert_int_equal(n, 7);
    item = rb_json_get(map, "suppressed")->child;
    assert_null(item->next);
    assert_true(rb_slice_is(rb_json_get(item, "rule")->text, "number-twice"));
    assert_true(rb_slice_is(rb_json_get(item, "reason")->text, "they have it"));
    assert_true(rb_json_int(rb_json_get(item, "line"), 0, 99, &n));
    assert_int_equal(n, 42);
    rb_arena_free(&arena);
    rb_buffer_free(&out);
    fixture_free(r);
}

static void words_have_their_times(void **state)
{
    ringback_result *r = fixture("(Hi) Bo , call me");
    struct rb_object object = {.word_times = true, .explain_facts = true};
    const char *at;

    (void)state;
    fixture_fact(r, "ask", "call me", "call_back");
    rb_object_result(&out, &object, r);
    rb_buffer_putc(&out, '\0');
    at = strstr(out.ptr, ",\"word_times\":");
    assert_non_null(at);
    assert_string_equal(at, ",\"word_times\":[[0,0],[5,300],[10,600],[15,900]]}");
    assert_non_null(strstr(out.ptr, ",\"reason\":\"by hand\"}"));
    rb_buffer_free(&out);
    fixture_free(r);
}

static void id_and_meta_are_given_back_as_they_came(void **state)
{
    ringback_result *r = fixture("");
    struct rb_object object = {.id = rb_slice_str("1.50e3"), .meta = rb_slice_str("{\"a\":[1]}")};
    const char *at;

    (void)state;
    rb_object_result(&out, &object, r);
    rb_buffer_putc(&out, '\0');
    assert_memory_equal(out.ptr, "{\"version\":1,\"id\":1.50e3,\"style\"", 32);
    at = strstr(out.ptr, ",\"strengths\"");
    assert_non_null(at);
    assert_string_equal(at, ",\"strengths\":[],\"meta\":{\"a\":[1]}}");
    rb_buffer_free(&out);
    fixture_free(r);
}

static void errors_are_objects_too(void **state)
{
    (void)state;
    rb_object_error(&out, rb_slice_str(""), "invalid-json", rb_slice_str("not \"this\""));
    wrote("{\"version\":1,\"id\":null,\"error\":{\"code\":\"invalid-json\","
          "\"message\":\"not \\\"this\\\"\"}}");
    rb_object_error(&out, rb_slice_str("\"x\""), "limit", rb_slice_str("m"));
    wrote("{\"version\":1,\"id\":\"x\",\"error\":{\"code\":\"limit\",\"message\":\"m\"}}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_come_in_their_order),
        cmocka_unit_test(a_file_moves_the_lines_and_not_the_offsets),
        cmocka_unit_test(what_is_suppressed_stands_apart),
        cmocka_unit_test(words_have_their_times),
        cmocka_unit_test(id_and_meta_are_given_back_as_they_came),
        cmocka_unit_test(errors_are_objects_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
