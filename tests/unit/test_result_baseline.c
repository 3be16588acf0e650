#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report_fixture.h"
#include "result/baseline.h"

static ringback_baseline b;
static bool accepted[FIXTURE_MAX];

static int setup(void **state)
{
    (void)state;
    rb_baseline_init(&b);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    rb_arena_free(&b.arena);
    return 0;
}

/* A draft with a boast in each of n sentences, which say the same; the last has no ask. */
static ringback_result *boasts(uint32_t n)
{
    ringback_result *r = fixture("We are the best. We are the best. We are the best. Bye.");
    uint32_t at = 0;

    for (uint32_t i = 0; i < n; i++) {
        struct rb_finding *f =
            fixture_finding(r, "no-boast", RINGBACK_WARNING, 3, "the best", "Boast.", "");

        f->start = fixture_find(r, "the best", at);
        f->end = at = f->start + 8;
    }
    fixture_finding(r, "ask-present", RINGBACK_ERROR, 8, NULL, "No ask.", "");
    return r;
}

static void take(const char *path, uint32_t n, const char *expected)
{
    ringback_result *r = boasts(n);

    assert_true(rb_baseline_take(&b, rb_slice_str(path), rb_slice_str(""), 1, r, accepted));
    for (uint32_t i = 0; i < r->n_findings; i++)
        assert_int_equal(accepted[i], expected[i] == '+');
    assert_int_equal(strlen(expected), r->n_findings);
    fixture_free(r);
}

static void now(struct rb_buffer *out)
{
    struct rb_baseline_list list;

    rb_buffer_init(out);
    assert_true(rb_baseline_now(&b, &list));
    rb_baseline_put(out, &list);
}

/* What was found becomes what is accepted. */
static void again(void)
{
    struct rb_buffer out;
    ringback_error err;

    now(&out);
    rb_arena_free(&b.arena);
    rb_baseline_init(&b);
    assert_int_equal(rb_baseline_read(&b, "b", rb_buffer_slice(&out), &err), RINGBACK_OK);
    rb_buffer_free(&out);
}

static void what_was_found_is_accepted_as_often(void **state)
{
    (void)state;
    take("z.txt", 1, "--");
    take("a.txt", 2, "---");
    again();
    take("a.txt", 2, "+++");
    take("z.txt", 1, "++");
    again();
    take("a.txt", 3, "++-+"); /* one more */
    take("b.txt", 1, "--");   /* another file */
}

static void entries_are_sorted_and_readable(void **state)
{
    struct rb_buffer out;

    (void)state;
    take("z.txt", 1, "--");
    take("a \"b\".txt", 2, "---");
    now(&out);
    rb_buffer_putc(&out, '\0');
    assert_string_equal(out.ptr,
                        "{\"ringback-baseline\":1}\n"
                        "{\"path\":\"a \\\"b\\\".txt\",\"rule\":\"ask-present\",\"fingerprint\":"
                        "\"67441be6bfe6979c\",\"count\":1,\"words\":\"#1\"}\n"
                        "{\"path\":\"a \\\"b\\\".txt\",\"rule\":\"no-boast\",\"fingerprint\":"
                        "\"0159c4e25e4e1fde\",\"count\":2,\"words\":\"we are the best\"}\n"
                        "{\"path\":\"z.txt\",\"rule\":\"ask-present\",\"fingerprint\":"
                        "\"67441be6bfe6979c\",\"count\":1,\"words\":\"#1\"}\n"
                        "{\"path\":\"z.txt\",\"rule\":\"no-boast\",\"fingerprint\":"
                        "\"0159c4e25e4e1fde\",\"count\":1,\"words\":\"we are the best\"}\n");
    rb_buffer_free(&out);
}

/* Only of paths that were looked at can it be said that something is not found any more. */
static void what_is_not_found_any_more_is_stale(void **state)
{
    const struct rb_baseline_entry *entry;
    struct rb_buffer out;
    size_t at = 0;

    (void)state;
    take("a.txt", 3, "----");
    take("b.txt", 1, "--");
    take("c.txt", 1, "--");
    again();
    take("a.txt", 1, "++");
    assert_true(rb_baseline_gone(&b, rb_slice_str("c.txt")));
    entry = rb_baseline_stale(&b, &at);
    assert_non_null(entry);
    assert_true(rb_slice_is(entry->path, "a.txt"));
    assert_true(rb_slice_is(entry->rule, "no-boast"));
    assert_int_equal(entry->count - entry->used, 2);
    assert_true(rb_slice_is(rb_baseline_stale(&b, &at)->path, "c.txt"));
    assert_true(rb_slice_is(rb_baseline_stale(&b, &at)->path, "c.txt"));
    assert_null(rb_baseline_stale(&b, &at));
    now(&out);
    rb_buffer_putc(&out, '\0');
    assert_null(strstr(out.ptr, "c.txt"));
    assert_non_null(strstr(out.ptr, "b.txt"));
    assert_null(strstr(out.ptr, "\"count\":3"));
    rb_buffer_free(&out);
}

static void a_path_that_is_no_utf8_comes_back(void **state)
{
    (void)state;
    take("caf\xE9\x1A.txt", 1, "--");
    again();
    take("caf\xE9\x1A.txt", 1, "++");
}

static void bad_files_are_refused_with_their_line(void **state)
{
    static const struct {
        const char *bytes, *why;
        uint32_t line;
    } rows[] = {
        {"", "no baseline", 1},
        {"\n\n", "no baseline", 1},
        {"{\"ringback-baseline\":2}\n", "no baseline", 1},
        {"[1]\n", "no baseline", 1},
        {"{\"ringback-baseline\":1}\n\nnonsense\n", "", 3},
        {"{\"ringback-baseline\":1}\n{\"path\":\"a\"}", "an entry has", 2},
        {"{\"ringback-baseline\":1}\r\n{\"path\":\"a\",\"rule\":\"b\",\"fingerprint\":\"12\","
         "\"count\":1}",
         "an entry has", 2},
        {"{\"ringback-baseline\":1}\n{\"path\":\"a\",\"rule\":\"b\",\"fingerprint\":"
         "\"0123456789abcdeF\",\"count\":1}",
         "an entry has", 2},
        {"{\"ringback-baseline\":1}\n{\"path\":\"a\",\"rule\":\"b\",\"fingerprint\":"
         "\"0123456789abcdef\",\"count\":0}",
         "an entry has", 2},
        {"{\"ringback-baseline\":1}\n[1]", "an entry has", 2},
        {"{\"ringback-baseline\":1}\n{\"path\":1}", "an entry has", 2},
        {"{\"ringback-baseline\":1}\n{\"path\":\"\"}", "an entry has", 2},
        {"{\"ringback-baseline\":1}\n{\"path\":\"a\",\"rule\":\"b\"}", "an entry has", 2},
        {"{\"ringback-baseline\":1}\n{\"path\":\"a\",\"rule\":\"b\",\"fingerprint\":"
         "\"0123456789abcdef\"}",
         "an entry has", 2},
        {"{\"ringback-baseline\":1}\n{\"path\":\"a\",\"rule\":\"b\",\"fingerprint\":"
         "\"0123456789abcdef\",\"count\":1000001}",
         "an entry has", 2},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ringback_error err = {.line = 0};

        assert_int_equal(rb_baseline_read(&b, "base.jsonl", rb_slice_str(rows[i].bytes), &err),
                         RINGBACK_ERR_SETTINGS);
        assert_int_equal(err.line, rows[i].line);
        assert_string_equal(err.source, "base.jsonl");
        assert_non_null(strstr(err.message, rows[i].why));
    }
}

/* Two branches that were merged may both have an entry: it is one. */
static void an_entry_that_stands_twice_is_one(void **state)
{
    static const char twice[] =
        "{\"ringback-baseline\":1}\n"
        "{\"path\":\"a.txt\",\"rule\":\"no-boast\",\"fingerprint\":\"0159c4e25e4e1fde\","
        "\"count\":1}\n"
        "{\"path\":\"a.txt\",\"rule\":\"no-boast\",\"fingerprint\":\"0159c4e25e4e1fde\","
        "\"count\":2,\"new\":[]}\n";

    (void)state;
    assert_int_equal(rb_baseline_read(&b, "b", rb_slice_str(twice), NULL), RINGBACK_OK);
    take("a.txt", 3, "++--");
    assert_int_equal(rb_baseline_read(&b, "b", rb_slice_str(""), NULL), RINGBACK_ERR_SETTINGS);
}

/* The highest count holds, whichever comes first. */
static void the_higher_count_may_come_first(void **state)
{
    static const char twice[] =
        "{\"ringback-baseline\":1}\n"
        "{\"path\":\"a.txt\",\"rule\":\"no-boast\",\"fingerprint\":\"f159c4e25e4e1fde\","
        "\"count\":1}\n"
        "{\"path\":\"a.txt\",\"rule\":\"no-boast\",\"fingerprint\":\"0159c4e25e4e1fde\","
        "\"count\":2}\n"
        "{\"path\":\"a.txt\",\"rule\":\"no-boast\",\"fingerprint\":\"0159c4e25e4e1fde\","
        "\"count\":1000000}\n"
        "{\"path\":\"a.txt\",\"rule\":\"no-boast\",\"fingerprint\":\"0159c4e25e4e1fde\","
        "\"count\":1}\n"
        "{\"path\":\"a.txt\",\"rule\":\"no-boast\",\"fingerprint\":\"0259c4e25e4e1fde\","
        "\"count\":1}\n";

    (void)state;
    assert_int_equal(rb_baseline_read(&b, "b", rb_slice_str(twice), NULL), RINGBACK_OK);
    take("a.txt", 3, "+++-");
}

/* A file with several drafts takes its path once, and what it says is quoted up to a length. */
static void drafts_of_one_file_share_their_path(void **state)
{
    ringback_result *r =
        fixture("We make boats that sail well in any wind and the caf\xC3\xA9s at \xC3\xA9lan call "
                "the best.");
    struct rb_buffer out;

    (void)state;
    fixture_finding(r, "no-boast", RINGBACK_WARNING, 3, "the best", "Boast.", "");
    take("a.txt", 1, "--");
    assert_true(rb_baseline_take(&b, rb_slice_str("a.txt"), rb_slice_str(""), 2, r, accepted));
    assert_false(accepted[0]);
    now(&out);
    rb_buffer_putc(&out, '\0');
    assert_non_null(
        strstr(out.ptr, "\"we make boats that sail well in any wind and the caf\xC3\xA9s at \"}"));
    rb_buffer_free(&out);
    fixture_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_found_is_accepted_as_often, setup, teardown),
        cmocka_unit_test_setup_teardown(entries_are_sorted_and_readable, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_found_any_more_is_stale, setup, teardown),
        cmocka_unit_test_setup_teardown(a_path_that_is_no_utf8_comes_back, setup, teardown),
        cmocka_unit_test_setup_teardown(bad_files_are_refused_with_their_line, setup, teardown),
        cmocka_unit_test_setup_teardown(an_entry_that_stands_twice_is_one, setup, teardown),
        cmocka_unit_test_setup_teardown(the_higher_count_may_come_first, setup, teardown),
        cmocka_unit_test_setup_teardown(drafts_of_one_file_share_their_path, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
