#include "cli/fill.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/csv.h"
#include "cli/merge.h"
#include "cli/output.h"
#include "cli/session.h"

struct fill {
    struct rb_cli_run *run;
    struct rb_cli_session session;
    const char *path, *csv_path;
    struct rb_cli_csv csv;
    struct rb_cli_merge merge;
    ringback_checker *checker; /* judges as the template's configuration and front matter say */
    ringback_thresholds limits;
    struct rb_cli_output *out;
    bool quiet;
    unsigned long long rows, broken;
};

/* ---- one row ---- */

/* What the row is known by: its longest value, which is mostly what makes it too long. */
static ringback_str longest(const struct fill *f)
{
    ringback_str best = {"", 0};

    for (size_t i = 0; i < f->merge.n_blanks; i++) {
        ringback_str value = rb_cli_merge_value(&f->merge, &f->csv, i);

        if (value.len > best.len)
            best = value;
    }
    return best;
}

/* "contacts.csv:18: 31.9 s for Consolidated Aerospace Holdings" */
static void tell_row(struct fill *f, const ringback_result *result)
{
    uint32_t tenths = (ringback_result_duration_ms(result) + 50) / 100;
    char text[64];

    (void)snprintf(text, sizeof text, ":%lu: %lu.%lu s for ", (unsigned long)f->csv.line,
                   (unsigned long)(tenths / 10), (unsigned long)(tenths % 10));
    rb_cli_output_say(f->out, f->csv_path);
    rb_cli_output_puts(f->out, text);
    rb_cli_output_words(f->out, longest(f));
    rb_cli_output_puts(f->out, "\n");
}

static void tell_findings(struct fill *f, const ringback_result *result)
{
    ringback_finding finding;
    char text[64];

    for (size_t i = 0; ringback_result_finding(result, i, &finding); i++) {
        if ((uint32_t)finding.severity < f->limits.fail_on)
            continue;
        rb_cli_output_puts(f->out, "  ");
        rb_cli_output_puts(f->out, ringback_severity_name(finding.severity));
        rb_cli_output_puts(f->out, ": ");
        rb_cli_output_words(f->out, finding.message);
        rb_cli_output_puts(f->out, " [");
        rb_cli_output_words(f->out, finding.rule);
        rb_cli_output_puts(f->out, "]\n");
    }
    if (!f->limits.min_score_given || ringback_result_score(result) >= f->limits.min_score)
        return;
    (void)snprintf(text, sizeof text, "  score %lu < %lu\n",
                   (unsigned long)ringback_result_score(result),
                   (unsigned long)f->limits.min_score);
    rb_cli_output_puts(f->out, text);
}

static bool judge(struct fill *f, const ringback_result *result)
{
    size_t count[3];
    uint32_t score;
    bool broken;

    ringback_result_decides(result, NULL, count, &score);
    rb_cli_count_draft(f->run, &f->limits, count, score);
    broken = rb_cli_fails(&f->limits, count, score);
    f->broken += broken;
    if (broken && !f->quiet) {
        tell_row(f, result);
        tell_findings(f, result);
    }
    return rb_cli_output_good(f->out);
}

/* A value that is missing is worse than any finding: "Hi , this is". */
static bool tell_empty(struct fill *f, size_t column)
{
    static const size_t one_error[3] = {0, 0, 1};
    char text[48];

    rb_cli_count_draft(f->run, &f->limits, one_error, 0);
    f->broken++;
    if (f->quiet)
        return true;
    (void)snprintf(text, sizeof text, ":%lu: ", (unsigned long)f->csv.line);
    rb_cli_output_say(f->out, f->csv_path);
    rb_cli_output_puts(f->out, text);
    rb_cli_output_say(f->out, f->merge.names[column]);
    rb_cli_output_puts(f->out, " is empty\n");
    return rb_cli_output_good(f->out);
}

static bool check_row(struct fill *f, ringback_str draft)
{
    ringback_result *result = NULL;
    ringback_status status;
    ringback_error err;
    size_t len;
    bool ok;

    f->rows++;
    for (size_t i = 0; i < f->merge.n_blanks; i++)
        if (rb_cli_merge_value(&f->merge, &f->csv, i).len == 0)
            return tell_empty(f, f->merge.blanks[i].column);
    if (!rb_cli_merge_row(&f->merge, &f->csv, draft, &len)) {
        rb_cli_fail_memory(f->run);
        return false;
    }
    status = ringback_check(f->checker, f->merge.text, len, &result, &err);
    if (status == RINGBACK_ERR_MEMORY) {
        rb_cli_fail_memory(f->run);
        return false;
    }
    if (status != RINGBACK_OK) {
        rb_cli_fail(f->run, RB_EXIT_WRONG, "a row that cannot be checked", "%s:%lu: %s",
                    f->csv_path, (unsigned long)f->csv.line, err.message);
        return true;
    }
    ok = judge(f, result);
    ringback_result_free(result);
    return ok;
}

/* ---- all of them ---- */

static bool bad_row(struct fill *f, const char *why)
{
    rb_cli_fail(f->run, RB_EXIT_WRONG, "the table cannot be read", "%s:%lu: %s", f->csv_path,
                (unsigned long)f->csv.line, why);
    return false;
}

static bool check_rows(struct fill *f, ringback_str draft)
{
    char why[96];

    for (;;) {
        switch (rb_cli_csv_next(&f->csv)) {
        case RB_CSV_END:
            return f->rows > 0 || bad_row(f, "no row behind the header: nothing to check");
        case RB_CSV_BAD:
            return bad_row(f, f->csv.why);
        case RB_CSV_MEMORY:
            rb_cli_fail_memory(f->run);
            return false;
        case RB_CSV_ROW:
            break;
        }
        if (f->csv.n != f->merge.n_names) {
            (void)snprintf(why, sizeof why, "%zu fields, and the header has %zu", f->csv.n,
                           f->merge.n_names);
            return bad_row(f, why);
        }
        if (!check_row(f, draft))
            return false;
    }
}

static void tell_sum(struct fill *f)
{
    char text[96];

    (void)snprintf(text, sizeof text, "%llu of %llu rows break a rule\n", f->broken, f->rows);
    rb_cli_output_puts(f->out, text);
}

static bool check_table(struct fill *f, const ringback_result *template)
{
    bool whole = rb_cli_merge_header(f->run, &f->merge, &f->csv, f->csv_path) &&
                 rb_cli_merge_blanks(f->run, &f->merge, template, f->path) &&
                 check_rows(f, ringback_result_text(template));

    if (whole)
        tell_sum(f);
    return whole;
}

/* The merged drafts are judged as the template's configuration and front matter say. */
static bool make_checker(struct fill *f, const struct rb_cli_file *file)
{
    ringback_options o = rb_cli_file_options(&f->session, file, 0);
    ringback_error err;
    bool over;

    f->limits = rb_cli_thresholds(f->run, file->profile);
    return rb_cli_file_good(&f->session, file,
                            ringback_checker_new(file->hold.rules, &o, &f->checker, &err), &err,
                            &over);
}

static bool fill_template(struct fill *f, const struct rb_cli_file *template,
                          const struct rb_cli_bytes *table)
{
    ringback_result *result = NULL;
    ringback_error err;
    bool ok, over;

    if (ringback_file_count(template->drafts) != 1) {
        rb_cli_fail_path(f->run, f->path, "a template is one draft, and no more");
        return false;
    }
    if (!make_checker(f, template) ||
        !rb_cli_file_good(
            &f->session, template,
            ringback_check_draft(f->checker, template->drafts, 0, NULL, &result, &err), &err,
            &over))
        return false;
    rb_cli_csv_init(&f->csv, table->len ? table->ptr : NULL, table->len);
    ok = check_table(f, result);
    ringback_result_free(result);
    return ok;
}

static void fill(struct fill *f, const struct rb_cli_options *options)
{
    struct rb_cli_file template;
    struct rb_cli_bytes table;
    bool ok;

    f->path = options->operands[0];
    if (!rb_cli_file_open(&f->session, f->path, &template))
        return;
    if (rb_cli_file_read(&f->session, f->csv_path, &table)) {
        f->out = rb_cli_output_open(f->run, options->value[RB_OPTION_OUTPUT]);
        if (strcmp(f->csv_path, "-") == 0)
            f->csv_path = "<stdin>";
        if (f->out) {
            ok = fill_template(f, &template, &table);
            rb_cli_output_close(f->out, ok || !options->value[RB_OPTION_OUTPUT]);
        }
        free(table.ptr);
    }
    rb_cli_file_close(&template);
}

void rb_cli_fill(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    struct fill *f = calloc(1, sizeof *f);

    if (!f) {
        rb_cli_fail_memory(run);
        return;
    }
    f->run = run;
    f->csv_path = options->value[RB_OPTION_CSV];
    f->quiet = options->value[RB_OPTION_QUIET] != NULL;
    if (options->n_operands != 1 || !f->csv_path) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "fill what with what? 'ringback fill TEMPLATE --csv=FILE'");
    } else if (rb_cli_session_open(run, options, &f->session)) {
        fill(f, options);
        ringback_checker_free(f->checker);
        rb_cli_session_close(&f->session);
    }
    rb_cli_csv_free(&f->csv);
    rb_cli_merge_free(&f->merge);
    free(f);
}
