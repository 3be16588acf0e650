#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <ringback.h>

static ringback_rules *rules;
static ringback_checker *checker;
static char said[2048];

static void say(void *ctx, const ringback_error *err)
{
    size_t n = strlen(said);

    (void)ctx;
    (void)snprintf(said + n, sizeof said - n, "%s:%u:%u: %s\n", err->source, (unsigned)err->line,
                   (unsigned)err->column, err->message);
}

static ringback_file *file_of(const char *name, ringback_kind kind, const char *text)
{
    const ringback_source source = {name, text, strlen(text)};
    ringback_reading how = RINGBACK_READING_INIT;
    ringback_file *file = NULL;
    ringback_error err;
    ringback_status status;

    how.kind = kind;
    said[0] = '\0';
    status = ringback_file_new(&source, &how, say, NULL, &file, &err);
    assert_int_equal(status == RINGBACK_OK, file != NULL);
    assert_int_equal(status == RINGBACK_OK, said[0] == '\0');
    return file;
}

/* The findings of a rule, as line:column-line:column. */
static const char *places(const ringback_result *result, const char *rule)
{
    ringback_finding f;

    said[0] = '\0';
    for (size_t i = 0; ringback_result_finding(result, i, &f); i++) {
        size_t n = strlen(said);

        if (f.rule.len != strlen(rule) || memcmp(f.rule.ptr, rule, f.rule.len) != 0)
            continue;
        (void)snprintf(said + n, sizeof said - n, "%u:%u-%u:%u ", (unsigned)f.span.line,
                       (unsigned)f.span.column, (unsigned)f.span.end_line,
                       (unsigned)f.span.end_column);
    }
    return said;
}

static void findings_stand_in_the_file(void **state)
{
    ringback_file *file =
        file_of("a.md", RINGBACK_KIND_MARKDOWN,
                "# Calls\n\n- second\n\n  ```voicemail\n  Hi Nadia, it is Rob\n"
                "  Hale. Look at www.halerow.example and call me on 555 0142.\n  ```\n");
    ringback_result *result;
    ringback_draft draft;

    (void)state;
    assert_int_equal(ringback_file_count(file), 1);
    assert_true(ringback_file_draft(file, 0, &draft));
    assert_string_equal(draft.name, "Calls");
    assert_int_equal(draft.line, 6);
    assert_false(ringback_file_draft(file, 1, &draft));
    assert_int_equal(ringback_check_draft(checker, file, 0, NULL, &result, NULL), RINGBACK_OK);
    assert_string_equal(places(result, "no-website"), "7:17-7:36 ");
    ringback_result_free(result);
    ringback_file_free(file);
}

static void front_matter_lies_over_options(void **state)
{
    ringback_file *file = file_of("a.md", RINGBACK_KIND_MARKDOWN,
                                  "---\npace: 120\nstyle: vague\ntitle: ours\n---\n```voicemail\n"
                                  "---\npace: brisk\nto: Nadia\ndial_at: 17:15\nstatus: final\n"
                                  "number_pace: 2\nmeasured_seconds: 21.5\naddress: formal\n"
                                  "---\nHi.\n```\n\n```voicemail\nHo.\n```\n");
    ringback_options o = RINGBACK_OPTIONS_INIT;

    (void)state;
    assert_non_null(file);
    ringback_file_options(file, 0, &o);
    assert_string_equal(o.style, "vague");
    assert_string_equal(o.to, "Nadia");
    assert_null(o.from);
    assert_int_equal(o.words_per_minute, 165);
    assert_int_equal(o.number_percent, 200);
    assert_int_equal(o.dial_minute, 17 * 60 + 15);
    assert_int_equal(o.measured_ms, 21500);
    assert_true(o.formal && o.final);
    o = (ringback_options)RINGBACK_OPTIONS_INIT;
    ringback_file_options(file, 1, &o);
    assert_int_equal(o.words_per_minute, 120);
    assert_null(o.to);
    ringback_file_free(file);
}

static void what_is_ignored_is_suppressed(void **state)
{
    ringback_file *file = file_of("a.txt", RINGBACK_KIND_TEXT,
                                  "---\nignore:\n  no-title: 12\n  no-websit: they ask\n---\n"
                                  "# ringback-ignore no-website: it is the product\n"
                                  "Hi Nadia, it is Rob Hale, see halerow.example.\n");
    ringback_suppressed s;
    ringback_result *result;

    (void)state;
    assert_int_equal(ringback_check_draft(checker, file, 0, NULL, &result, NULL), RINGBACK_OK);
    assert_string_equal(places(result, "no-website"), "");
    assert_true(ringback_result_suppressed(result, 0, &s));
    assert_int_equal(s.finding.span.line, 7);
    assert_memory_equal(s.reason.ptr, "it is the product", s.reason.len);
    assert_false(ringback_result_suppressed(result, 1, &s));
    assert_string_equal(places(result, "ignore-form"), "3:3-3:11 ");
    assert_string_equal(places(result, "ignore-unknown"), "4:3-4:12 ");
    ringback_result_free(result);
    ringback_file_free(file);
}

/* What a file says of all its drafts need not be of use in each, and is told of once. */
static void a_file_ignores_for_all_its_drafts(void **state)
{
    ringback_file *file = file_of("a.txt", RINGBACK_KIND_TEXT,
                                  "---\nignore: {no-website: so be it, no-titel: x}\n---\n"
                                  "Hi, see halerow.example.\n---\nHi, it is Rob Hale.\n");
    ringback_result *first, *second;

    (void)state;
    assert_int_equal(ringback_check_draft(checker, file, 0, NULL, &first, NULL), RINGBACK_OK);
    assert_int_equal(ringback_check_draft(checker, file, 1, NULL, &second, NULL), RINGBACK_OK);
    assert_string_equal(places(first, "ignore-unknown"), "2:32-2:40 ");
    assert_string_equal(places(second, "ignore-unknown"), "");
    assert_string_equal(places(second, "ignore-unused"), "");
    assert_string_equal(places(first, "no-website"), "");
    ringback_result_free(first);
    ringback_result_free(second);
    ringback_file_free(file);
}

static void what_is_wrong_has_its_place(void **state)
{
    ringback_result *result;
    ringback_error err;
    ringback_file *file;

    (void)state;
    assert_null(file_of("a.txt", RINGBACK_KIND_TEXT, "---\npase: 1\npace: 1\n---\nHi\n"));
    assert_string_equal(said,
                        "a.txt:2:1: front matter has no key \"pase\": did you mean \"pace\"?\n"
                        "a.txt:3:7: \"pace\" must be a whole number from 80 to 300, or the name "
                        "of a pace, not \"1\"\n");
    file = file_of("a.txt", RINGBACK_KIND_TEXT, "---\nto: Nadia\nstyle: vagu\n---\nHi\n");
    assert_int_equal(ringback_check_draft(checker, file, 0, NULL, &result, &err),
                     RINGBACK_ERR_SETTINGS);
    assert_null(result);
    assert_int_equal(err.line, 3);
    assert_int_equal(err.column, 8);
    assert_string_equal(err.source, "a.txt");
    assert_int_equal(ringback_check_draft(checker, file, 1, NULL, &result, &err),
                     RINGBACK_ERR_USAGE);
    ringback_file_free(file);
}

static void only_marked_blocks_when_asked(void **state)
{
    static const char text[] = "---\nlayout: page\ntitle: x\n---\nHi there.\n";
    const ringback_source source = {"a.md", text, sizeof text - 1};
    ringback_reading how = RINGBACK_READING_INIT;
    ringback_file *file;

    (void)state;
    how.kind = RINGBACK_KIND_MARKDOWN;
    how.marked = true;
    assert_int_equal(ringback_file_new(&source, &how, NULL, NULL, &file, NULL), RINGBACK_OK);
    assert_int_equal(ringback_file_count(file), 0);
    ringback_file_free(file);
    how.size = 0;
    assert_int_equal(ringback_file_new(&source, &how, NULL, NULL, &file, NULL), RINGBACK_ERR_USAGE);
    ringback_file_free(NULL);
}

static int begin(void **state)
{
    (void)state;
    return ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) ||
           ringback_checker_new(rules, NULL, &checker, NULL);
}

static int end(void **state)
{
    (void)state;
    ringback_checker_free(checker);
    ringback_rules_free(rules);
    return 0;
}

/* Every span of a draft is where it is said to be, or nowhere. Gives how many bytes are found. */
static size_t found_in(ringback_kind kind, const char *text, size_t n)
{
    ringback_file *file = file_of("a", kind, text);
    ringback_draft draft;
    size_t found = 0;

    assert_true(ringback_file_draft(file, n, &draft));
    for (uint32_t start = 0; start <= draft.text.len; start++)
        for (uint32_t end = start; end <= draft.text.len; end++) {
            size_t from = 999, to = 999;

            if (!ringback_file_span(file, n, start, end, &from, &to)) {
                assert_int_equal(from, 999);
                continue;
            }
            assert_int_equal(to - from, end - start);
            assert_memory_equal(text + from, draft.text.ptr + start, end - start);
            if (start == end && start > 0)
                assert_int_equal(text[from - 1], draft.text.ptr[start - 1]);
            found += end == start + 1;
        }
    assert_false(ringback_file_span(file, n, 0, (uint32_t)draft.text.len + 1, &found, &found));
    ringback_file_free(file);
    return found;
}

static void spans_are_found_in_the_file(void **state)
{
    (void)state;
    assert_int_equal(found_in(RINGBACK_KIND_TEXT, "Hi Ana.\r\nCall me.", 0), 17);
    assert_int_equal(found_in(RINGBACK_KIND_TEXT, "\xEF\xBB\xBFHi Ana.", 0), 7);
    assert_true(found_in(RINGBACK_KIND_TEXT, "One.\n---\nTwo.\n", 1) >= 4);
    assert_true(found_in(RINGBACK_KIND_TEXT, "Hi <!-- ringback-ignore hook: x --> Ana.", 0) >= 7);
    assert_true(found_in(RINGBACK_KIND_MARKDOWN, "> ```voicemail\n> Hi Ana.\n> Bye.\n> ```\n", 0) >=
                11);
}

static void a_draft_is_mended_as_its_file_says(void **state)
{
    static const char words[] =
        "Hi Maren, hope you are well. This is Bo Lund at Harrow, 303-555-0142. "
        "Please call me. Again, Bo Lund, Harrow, 303-555-0142. Thanks.";
    char text[512];
    ringback_file *file;
    ringback_fixed *fixed = NULL;
    ringback_edit edit;
    size_t from, to;

    (void)state;
    (void)snprintf(text, sizeof text, "---\nignore: {hook: why not}\n---\n%s\n", words);
    file = file_of("a.txt", RINGBACK_KIND_TEXT, text);
    assert_int_equal(ringback_fix_draft(checker, file, 0, NULL, &fixed, NULL), RINGBACK_OK);
    assert_true(ringback_fixed_edit(fixed, 0, &edit));
    assert_true(ringback_file_span(file, 0, edit.start, edit.end, &from, &to));
    assert_memory_equal(text + from, ", hope you are well", to - from);
    ringback_fixed_free(fixed);
    ringback_file_free(file);
    (void)snprintf(text, sizeof text, "---\nignore: {no-cliche: they like it}\n---\n%s\n", words);
    file = file_of("a.txt", RINGBACK_KIND_TEXT, text);
    assert_int_equal(ringback_fix_draft(checker, file, 0, NULL, &fixed, NULL), RINGBACK_OK);
    assert_false(ringback_fixed_edit(fixed, 0, &edit));
    ringback_fixed_free(fixed);
    assert_int_equal(ringback_fix_draft(checker, file, 1, NULL, &fixed, NULL), RINGBACK_ERR_USAGE);
    ringback_file_free(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_stand_in_the_file),
        cmocka_unit_test(front_matter_lies_over_options),
        cmocka_unit_test(what_is_ignored_is_suppressed),
        cmocka_unit_test(a_file_ignores_for_all_its_drafts),
        cmocka_unit_test(what_is_wrong_has_its_place),
        cmocka_unit_test(only_marked_blocks_when_asked),
        cmocka_unit_test(spans_are_found_in_the_file),
        cmocka_unit_test(a_draft_is_mended_as_its_file_says),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
