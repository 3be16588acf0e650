/* Whole files of drafts, with front matter and pragmas, as text and as Markdown: they load or say
 * why not with a place; every draft is judged; places are of the file; where a draft's bytes are
 * said to stand in the file, they stand. */
#include <ringback.h>

#include "fuzz.h"

static void on_error(void *ctx, const ringback_error *err)
{
    HOLD(err->message[0] && !strchr(err->message, '\n'));
    ++*(size_t *)ctx;
}

static uint32_t lines_of(const ringback_source *file)
{
    uint32_t n = 1;

    for (size_t i = 0; i < file->len; i++)
        n += file->data[i] == '\n' || file->data[i] == '\r';
    /* U+2028 and U+2029 end lines as well, as do a few controls: at worst each byte. */
    return n + (uint32_t)file->len;
}

static void check_spans(const ringback_file *cut, size_t n, const ringback_source *file)
{
    ringback_draft draft;

    HOLD(ringback_file_draft(cut, n, &draft));
    HOLD(draft.line >= 1 && draft.name);
    for (uint32_t start = 0; start < draft.text.len && start < 64; start += 7) {
        uint32_t end = start + 5 < draft.text.len ? start + 5 : (uint32_t)draft.text.len;
        size_t from, to;

        if (!ringback_file_span(cut, n, start, end, &from, &to))
            continue;
        HOLD(to <= file->len && to - from == end - start);
        HOLD(memcmp(file->data + from, draft.text.ptr + start, end - start) == 0);
    }
}

static void check_draft(ringback_checker *checker, const ringback_file *cut, size_t n,
                        const ringback_source *file, ringback_report *report)
{
    ringback_place place = RINGBACK_PLACE_INIT;
    ringback_result *result = NULL;
    ringback_finding f;
    ringback_error err = {.message = ""};
    ringback_status status = ringback_check_draft(checker, cut, n, NULL, &result, &err);

    HOLD(status == RINGBACK_OK || (status == RINGBACK_ERR_SETTINGS && err.message[0]));
    if (status != RINGBACK_OK)
        return;
    for (size_t i = 0; ringback_result_finding(result, i, &f); i++)
        HOLD(f.span.line >= 1 && f.span.column >= 1 && f.span.end_line <= lines_of(file));
    place.path = "calls/a.md";
    place.ordinal = (uint32_t)n + 1;
    place.file = (ringback_str){file->data, file->len};
    HOLD(ringback_report_add_at(report, &place, result, NULL) == RINGBACK_OK);
    ringback_result_free(result);
}

static void check_kind(ringback_checker *checker, const ringback_source *file,
                       const ringback_reading *how)
{
    ringback_report_options options = RINGBACK_REPORT_OPTIONS_INIT;
    ringback_report *report;
    ringback_file *cut = NULL;
    struct rb_buffer out;
    size_t errors = 0;
    ringback_status status = ringback_file_new(file, how, on_error, &errors, &cut, NULL);

    HOLD((status == RINGBACK_OK) == (cut != NULL) && (errors == 0) == (cut != NULL));
    if (!cut)
        return;
    rb_buffer_init(&out);
    HOLD(ringback_report_new(RINGBACK_FORMAT_SARIF, &options, keep, &out, &report, NULL) ==
         RINGBACK_OK);
    for (size_t i = 0; i < ringback_file_count(cut) && i < 8; i++) {
        check_spans(cut, i, file);
        check_draft(checker, cut, i, file, report);
    }
    HOLD(ringback_report_end(report, NULL) == RINGBACK_OK && !out.failed);
    ringback_report_free(report);
    rb_buffer_free(&out);
    ringback_file_free(cut);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ringback_rules *rules;
    static ringback_checker *checker;
    const ringback_source file = {"a.md", size ? (const char *)data : "", size};
    ringback_reading how = RINGBACK_READING_INIT;

    if (!rules) {
        HOLD(ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) == RINGBACK_OK);
        HOLD(ringback_checker_new(rules, NULL, &checker, NULL) == RINGBACK_OK);
    }
    check_kind(checker, &file, &how);
    how.kind = RINGBACK_KIND_MARKDOWN;
    check_kind(checker, &file, &how);
    return 0;
}
