#include "cli/fix.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/diff.h"
#include "cli/session.h"
#include "cli/teller.h"
#include "cli/terminal.h"

struct fix {
    struct rb_cli_session session;
    struct rb_cli_run *run;
    struct rb_cli_teller teller; /* what is told */
    bool only_diff;
};

/* A file at work. */
struct file {
    struct rb_cli_file in;
    struct rb_cli_edit *edits;
    size_t n, cap;
};

/* ---- telling ---- */

/* "+8 points, saves 2.1 s" */
static void worth(char *to, size_t size, const ringback_step *step)
{
    char seconds[24];
    uint32_t ms = (uint32_t)(step->saved_ms < 0 ? -step->saved_ms : step->saved_ms);

    rb_cli_tenths(seconds, sizeof seconds, ms);
    (void)snprintf(to, size, ": +%ld point%s%s%s%s", (long)step->points,
                   step->points == 1 ? "" : "s",
                   ms < 50              ? ""
                   : step->saved_ms > 0 ? ", saves "
                                        : ", takes ",
                   ms < 50 ? "" : seconds, ms < 50 ? "" : " s");
}

static void tell_step(struct fix *f, const ringback_step *step)
{
    char gain[96] = "";

    if (step->made)
        worth(gain, sizeof gain, step);
    rb_cli_tells(&f->teller, step->made ? "  + " : "  - ");
    rb_cli_words(&f->teller, step->message);
    rb_cli_tells(&f->teller, " (");
    rb_cli_words(&f->teller, step->rule);
    rb_cli_tells(&f->teller, gain);
    rb_cli_tellf(&f->teller, ")\n");
}

static void tell_verdict(struct fix *f, const ringback_fixed *fixed)
{
    const ringback_result *before = ringback_fixed_before(fixed);
    const ringback_result *after = ringback_fixed_after(fixed);
    char text[160], seconds[2][24];
    ringback_step step;

    rb_cli_tenths(seconds[0], sizeof seconds[0], ringback_result_duration_ms(before));
    rb_cli_tenths(seconds[1], sizeof seconds[1], ringback_result_duration_ms(after));
    if (before == after)
        (void)snprintf(text, sizeof text, ": nothing to mend, %lu of 100, %s s",
                       (unsigned long)ringback_result_score(before), seconds[0]);
    else
        (void)snprintf(text, sizeof text, ": %lu → %lu of 100, %s → %s s",
                       (unsigned long)ringback_result_score(before),
                       (unsigned long)ringback_result_score(after), seconds[0], seconds[1]);
    rb_cli_tellf(&f->teller, "%s\n", text);
    for (size_t i = 0; ringback_fixed_step(fixed, i, &step); i++)
        tell_step(f, &step);
}

static void tell_name(struct fix *f, const char *path, unsigned long ordinal)
{
    rb_cli_tells(&f->teller, path);
    if (ordinal)
        rb_cli_tellf(&f->teller, ", draft %lu", ordinal);
}

/* ---- one draft ---- */

static bool add_edit(struct fix *f, struct file *file, size_t from, size_t to, ringback_str text)
{
    char *copy = malloc(text.len + 1);
    struct rb_cli_edit *own;

    if (file->n == file->cap) {
        size_t cap = file->cap ? 2 * file->cap : 16;
        struct rb_cli_edit *grown = realloc(file->edits, cap * sizeof *grown);

        if (grown) {
            file->edits = grown;
            file->cap = cap;
        }
    }
    if (!copy || file->n == file->cap) {
        free(copy);
        rb_cli_fail_memory(f->run);
        return false;
    }
    memcpy(copy, text.ptr, text.len);
    own = &file->edits[file->n++];
    own->start = from;
    own->end = to;
    own->text = copy;
    own->len = text.len;
    return true;
}

static void drop_edits(struct file *file, size_t from)
{
    while (file->n > from)
        free(file->edits[--file->n].text);
}

/* All edits of a draft, or none when one of them is not in one run of the file: a pragma stands in
 * it, or the marks of a quotation. *whole says which. */
static bool add_edits(struct fix *f, struct file *file, size_t draft, const ringback_fixed *fixed,
                      bool *whole)
{
    size_t first = file->n, from, to;
    ringback_edit edit;

    *whole = true;
    for (size_t i = 0; *whole && ringback_fixed_edit(fixed, i, &edit); i++) {
        *whole = ringback_file_span(file->in.drafts, draft, edit.start, edit.end, &from, &to);
        if (*whole && !add_edit(f, file, from, to, edit.text))
            return false;
    }
    if (!*whole)
        drop_edits(file, first);
    return true;
}

static bool fix_draft(struct fix *f, struct file *file, size_t n)
{
    ringback_options o = rb_cli_file_options(&f->session, &file->in, n);
    bool ok, over, whole = true, several = ringback_file_count(file->in.drafts) > 1;
    ringback_fixed *fixed = NULL;
    ringback_error err;

    if (!rb_cli_file_good(
            &f->session, &file->in,
            ringback_fix_draft(file->in.hold.checker, file->in.drafts, n, &o, &fixed, &err), &err,
            &over))
        return !over;
    ok = add_edits(f, file, n, fixed, &whole);
    f->run->mendable += whole && ringback_fixed_before(fixed) != ringback_fixed_after(fixed);
    if (ok) {
        tell_name(f, file->in.path, several ? n + 1 : 0);
        tell_verdict(f, fixed);
    }
    if (ok && !whole)
        rb_cli_fail_path(f->run, file->in.path,
                         "what would change is not in one piece there: mend it by hand");
    ringback_fixed_free(fixed);
    return ok && rb_cli_output_good(f->teller.out);
}

/* ---- one file ---- */

static void write_mended(struct rb_cli_output *out, const struct file *file)
{
    size_t at = 0;

    for (size_t i = 0; i < file->n; i++) {
        const struct rb_cli_edit *e = &file->edits[i];

        (void)rb_cli_output_write(out, file->in.bytes.ptr + at, e->start - at);
        (void)rb_cli_output_write(out, e->text, e->len);
        at = e->end;
    }
    (void)rb_cli_output_write(out, file->in.bytes.ptr + at, file->in.bytes.len - at);
}

/* Beside, and renamed: the file is the old one or the new one, never half of it. */
static bool save(struct fix *f, const struct file *file)
{
    struct rb_cli_output *out = rb_cli_output_open(f->run, file->in.path);

    if (!out)
        return false;
    write_mended(out, file);
    rb_cli_output_close(out, true);
    return f->run->worst < RB_EXIT_BROKEN;
}

static void show_diff(struct fix *f, const struct file *file)
{
    const ringback_str bytes = {file->in.bytes.ptr, file->in.bytes.len};
    const struct rb_cli_diff diff = {file->in.path, bytes, file->edits, file->n, f->teller.color};

    rb_cli_diff_write(f->teller.out, &diff);
}

static bool fix_file(struct fix *f, struct file *file, bool write)
{
    size_t n = ringback_file_count(file->in.drafts);
    bool ok = true;

    for (size_t i = 0; ok && i < n; i++)
        ok = fix_draft(f, file, i);
    if (ok && file->n) {
        show_diff(f, file);
        ok = rb_cli_output_good(f->teller.out) &&
             (!write || (rb_cli_output_flush(f->teller.out) && save(f, file)));
    }
    drop_edits(file, 0);
    free(file->edits);
    return ok;
}

static bool fix_path(struct fix *f, const char *path)
{
    struct file file = {.n = 0};
    bool ok;

    if (strcmp(path, "-") == 0 && !f->only_diff) {
        rb_cli_fail(f->run, RB_EXIT_WRONG, RB_USAGE,
                    "standard input is no file that could be mended: use --diff");
        return false;
    }
    if (!rb_cli_file_open(&f->session, path, &file.in))
        return f->run->worst < RB_EXIT_BROKEN;
    if (file.in.hold.ignored) {
        f->run->left_out++;
        ok = true;
    } else {
        ok = fix_file(f, &file, !f->only_diff);
    }
    rb_cli_file_close(&file.in);
    return ok;
}

void rb_cli_fix(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    ringback_report_options look = RINGBACK_REPORT_OPTIONS_INIT;
    struct fix f = {.run = run};
    bool ok = true;

    f.only_diff = options->value[RB_OPTION_DIFF] != NULL;
    if (options->n_operands == 0) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "fix what? name the drafts to be mended");
        return;
    }
    if (!rb_cli_session_open(run, options, &f.session))
        return;
    f.teller.out = rb_cli_output_open(run, NULL);
    if (f.teller.out) {
        rb_cli_terminal(rb_cli_output_fd(f.teller.out), f.session.settings.color, &look);
        f.teller.color = look.color;
        f.teller.unicode = look.unicode;
        for (size_t i = 0; ok && i < options->n_operands; i++)
            ok = fix_path(&f, options->operands[i]);
        rb_cli_output_close(f.teller.out, ok);
    }
    if (!f.only_diff)
        run->mendable = 0;
    rb_cli_session_close(&f.session);
}
