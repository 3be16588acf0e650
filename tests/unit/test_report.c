/* The report's handle: any number of results, formats by name, and what happens when bytes are
 * refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json.h"
#include "report_fixture.h"

static bool gather(void *ctx, const char *data, size_t len)
{
    rb_buffer_add(ctx, data, len);
    return true;
}

static bool refuse(void *ctx, const char *data, size_t len)
{
    (void)data;
    (void)len;
    ++*(unsigned *)ctx;
    return false;
}

static void formats_have_names(void **state)
{
    static const char *const names[] = {"text",       "concise", "json",   "ndjson",
                                        "sarif",      "github",  "gitlab", "junit",
                                        "checkstyle", "rdjsonl", "html"};
    const size_t n = sizeof names / sizeof *names;
    ringback_format format = RINGBACK_FORMAT_TEXT;

    (void)state;
    for (size_t i = 0; i < n; i++) {
        assert_string_equal(ringback_format_name(i), names[i]);
        assert_true(ringback_format_find(names[i], &format));
        assert_int_equal(format, i);
    }
    assert_null(ringback_format_name(n));
    assert_false(ringback_format_find("xml", &format));
    assert_false(ringback_format_find(NULL, &format));
}

static void write_two(ringback_format format, struct rb_buffer *out)
{
    ringback_result *a = fixture_poor(), *b = fixture("Hi Ines, it's Bo.");
    ringback_place place = RINGBACK_PLACE_INIT;
    ringback_report *report;

    rb_buffer_init(out);
    place.path = "calls/two.txt";
    place.ordinal = 2;
    place.line = 12;
    assert_int_equal(ringback_report_new(format, NULL, gather, out, &report, NULL), RINGBACK_OK);
    assert_int_equal(ringback_report_add(report, "calls/two.txt", 1, a, NULL), RINGBACK_OK);
    assert_int_equal(ringback_report_add_at(report, &place, b, NULL), RINGBACK_OK);
    assert_int_equal(ringback_report_end(report, NULL), RINGBACK_OK);
    ringback_report_free(report);
    fixture_free(a);
    fixture_free(b);
}

static void json_is_one_document(void **state)
{
    const struct rb_json *drafts, *summary;
    struct rb_arena arena;
    struct rb_buffer out;
    struct rb_json *map;
    char message[256];
    int64_t n;

    (void)state;
    rb_arena_init(&arena);
    write_two(RINGBACK_FORMAT_JSON, &out);
    assert_true(rb_json_parse(&arena, rb_buffer_slice(&out), message, sizeof message, &map));
    drafts = rb_json_get(map, "drafts");
    assert_non_null(drafts->child->next);
    assert_null(drafts->child->next->next);
    summary = rb_json_get(map, "summary");
    assert_true(rb_json_int(rb_json_get(summary, "drafts"), 0, 9, &n));
    assert_int_equal(n, 2);
    assert_true(rb_json_int(rb_json_get(summary, "ready"), 0, 9, &n));
    assert_int_equal(n, 1);
    assert_true(rb_json_int(rb_json_get(summary, "errors"), 0, 9, &n));
    assert_int_equal(n, 2);
    assert_true(rb_json_int(rb_json_get(summary, "lowest_score"), 0, 100, &n));
    assert_int_equal(n, 73);
    rb_buffer_free(&out);
    rb_arena_free(&arena);
}

static void a_report_without_results_is_whole(void **state)
{
    static const char *const expected[] = {
        "", "",
        ("{\"version\":1,\"drafts\":[\n],\"summary\":{\"drafts\":0,\"ready\":0,\"errors\":0,"
         "\"warnings\":0,\"suggestions\":0,\"lowest_score\":null}}\n"),
        ""};

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        ringback_report *report;
        struct rb_buffer out;

        rb_buffer_init(&out);
        assert_int_equal(ringback_report_new((ringback_format)i, NULL, gather, &out, &report, NULL),
                         RINGBACK_OK);
        assert_int_equal(out.len, 0);
        assert_int_equal(ringback_report_end(report, NULL), RINGBACK_OK);
        assert_int_equal(out.len, strlen(expected[i]));
        assert_memory_equal(rb_buffer_slice(&out).ptr, expected[i], out.len);
        ringback_report_free(report);
        rb_buffer_free(&out);
    }
}

static void concise_is_one_line_each(void **state)
{
    struct rb_buffer out;

    (void)state;
    write_two(RINGBACK_FORMAT_CONCISE, &out);
    rb_buffer_putc(&out, '\0');
    assert_string_equal(
        out.ptr,
        "calls/two.txt:1:29: error: you give your title [no-title]\n"
        "calls/two.txt:1:70: warning: every salesperson says that [no-cliche]\n"
        "calls/two.txt:1:280: error: you say your number once [number-twice]\n"
        "calls/two.txt:1:508: warning: I did not hear what is in it for them "
        "[outcome-present]\n"
        "calls/two.txt:1:508: suggestion: you do not say that the call is short [ask-easy]\n");
    rb_buffer_free(&out);
}

static void ndjson_is_one_line_for_each_draft(void **state)
{
    struct rb_buffer out;
    size_t lines = 0;

    (void)state;
    write_two(RINGBACK_FORMAT_NDJSON, &out);
    for (size_t i = 0; i < out.len; i++)
        lines += out.ptr[i] == '\n';
    assert_int_equal(lines, 2);
    assert_int_equal(out.ptr[out.len - 1], '\n');
    assert_null(memchr(out.ptr, '\t', out.len));
    rb_buffer_free(&out);
}

static void a_refused_write_is_told_once_and_for_all(void **state)
{
    ringback_result *r = fixture_poor();
    ringback_status status = RINGBACK_OK;
    ringback_report *report;
    ringback_error err;
    unsigned calls = 0;

    (void)state;
    assert_int_equal(ringback_report_new(RINGBACK_FORMAT_JSON, NULL, refuse, &calls, &report, &err),
                     RINGBACK_OK);
    for (int i = 0; i < 40 && status == RINGBACK_OK; i++)
        status = ringback_report_add(report, "a.txt", 1, r, &err);
    assert_int_equal(status, RINGBACK_ERR_SINK);
    assert_int_equal(err.status, RINGBACK_ERR_SINK);
    assert_int_equal(ringback_report_end(report, &err), RINGBACK_ERR_SINK);
    assert_int_equal(calls, 1);
    ringback_report_free(report);
    fixture_free(r);
}

static void calls_against_the_contract_are_refused(void **state)
{
    ringback_report_options options = RINGBACK_REPORT_OPTIONS_INIT;
    ringback_place place = RINGBACK_PLACE_INIT;
    ringback_result *r = fixture("Hi.");
    ringback_report *report;
    struct rb_buffer out;

    (void)state;
    rb_buffer_init(&out);
    assert_int_equal(ringback_report_new(RINGBACK_FORMAT_TEXT, NULL, NULL, NULL, &report, NULL),
                     RINGBACK_ERR_USAGE);
    options.size = 0;
    assert_int_equal(
        ringback_report_new(RINGBACK_FORMAT_TEXT, &options, gather, &out, &report, NULL),
        RINGBACK_ERR_USAGE);
    options.size = sizeof options;
    options.width = 7; /* is taken as the least */
    assert_int_equal(
        ringback_report_new(RINGBACK_FORMAT_TEXT, &options, gather, &out, &report, NULL),
        RINGBACK_OK);
    place.size = 0;
    assert_int_equal(ringback_report_add_at(report, &place, r, NULL), RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_report_add(report, "a", 1, NULL, NULL), RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_report_end(report, NULL), RINGBACK_OK);
    assert_int_equal(ringback_report_end(report, NULL), RINGBACK_ERR_USAGE);
    assert_int_equal(ringback_report_add(report, "a", 1, r, NULL), RINGBACK_ERR_USAGE);
    ringback_report_free(report);
    ringback_report_free(NULL);
    rb_buffer_free(&out);
    fixture_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_have_names),
        cmocka_unit_test(json_is_one_document),
        cmocka_unit_test(a_report_without_results_is_whole),
        cmocka_unit_test(concise_is_one_line_each),
        cmocka_unit_test(ndjson_is_one_line_for_each_draft),
        cmocka_unit_test(a_refused_write_is_told_once_and_for_all),
        cmocka_unit_test(calls_against_the_contract_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
