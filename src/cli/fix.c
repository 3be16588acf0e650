#include "cli/fix.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/diff.h"
#include "cli/drafts.h"
#include "cli/input.h"
#include "cli/session.h"
#include "cli/terminal.h"

struct fix {
    struct rb_cli_session session;
    struct rb_cli_run *run;
    struct rb_cli_output *out; /* what is told */
    ringback_report_options look;
    bool only_diff;
};

/* A file at work. */
struct file {
    const char *path;
    ringback_str bytes;
    struct rb_cli_edit *edits;
    size_t n, cap;
};

/* ---- telling ---- */

/* Messages are written with typographic marks; a terminal that speaks only ASCII gets plain ones.
 */
static bool puts_plain(struct fix *f, const char *text, size_t len)
{
    static const struct {
        const char *mark, *plain;
    } folds[] = {{"“", "\""}, {"”", "\""}, {"…", "..."}, {"−", "-"}, {"→", "->"}};

    for (size_t i = 0; i < len;) {
        size_t n = 1, k = 0;
        const char *as = text + i;

        for (; k < sizeof folds / sizeof *folds; k++) {
            n = strlen(folds[k].mark);
            if (len - i >= n && memcmp(text + i, folds[k].mark, n) == 0)
                break;
        }
        if (k < sizeof folds / sizeof *folds)
            as = folds[k].plain;
        else
            n = 1;
        if (!rb_cli_output_write(f->out, as, as == text + i ? 1 : strlen(as)))
            return false;
        i += n;
    }
    return true;
}

static bool tell(void *ctx, const char *data, size_t len)
{
    struct fix *f = ctx;

    return f->look.unicode ? rb_cli_output_write(f->out, data, len) : puts_plain(f, data, len);
}

static bool words(struct fix *f, ringback_str text)
{
    return ringback_printable(text, tell, f);
}

static bool say(struct fix *f, const char *text)
{
    return words(f, (ringback_str){text, strlen(text)});
}

static bool end_line(struct fix *f)
{
    return rb_cli_output_puts(f->out, "\n");
}

static void tenths(char *to, size_t size, uint32_t ms)
{
    uint32_t n = (ms + 50) / 100;

    (void)snprintf(to, size, "%lu.%lu", (unsigned long)(n / 10), (unsigned long)(n % 10));
}

/* "+8 points, saves 2.1 s" */
static void worth(char *to, size_t size, const ringback_step *step)
{
    char seconds[24];
    uint32_t ms = (uint32_t)(step->saved_ms < 0 ? -step->saved_ms : step->saved_ms);

    tenths(seconds, sizeof seconds, ms);
    (void)snprintf(to, size, ": +%ld point%s%s%s%s", (long)step->points,
                   step->points == 1 ? "" : "s",
                   ms < 50              ? ""
                   : step->saved_ms > 0 ? ", saves "
                                        : ", takes ",
                   ms < 50 ? "" : seconds, ms < 50 ? "" : " s");
}

static bool tell_step(struct fix *f, const ringback_step *step)
{
    char gain[96] = "";

    if (step->made)
        worth(gain, sizeof gain, step);
    return say(f, step->made ? "  + " : "  - ") && words(f, step->message) && say(f, " (") &&
           words(f, step->rule) && say(f, gain) && say(f, ")") && end_line(f);
}

static bool tell_verdict(struct fix *f, const ringback_fixed *fixed)
{
    const ringback_result *before = ringback_fixed_before(fixed);
    const ringback_result *after = ringback_fixed_after(fixed);
    char text[160], seconds[2][24];
    ringback_step step;

    tenths(seconds[0], sizeof seconds[0], ringback_result_duration_ms(before));
    tenths(seconds[1], sizeof seconds[1], ringback_result_duration_ms(after));
    if (before == after)
        (void)snprintf(text, sizeof text, ": nothing to mend, %lu of 100, %s s",
                       (unsigned long)ringback_result_score(before), seconds[0]);
    else
        (void)snprintf(text, sizeof text, ": %lu → %lu of 100, %s → %s s",
                       (unsigned long)ringback_result_score(before),
                       (unsigned long)ringback_result_score(after), seconds[0], seconds[1]);
    if (!say(f, text) || !end_line(f))
        return false;
    for (size_t i = 0; ringback_fixed_step(fixed, i, &step); i++)
        if (!tell_step(f, &step))
            return false;
    return true;
}

static bool tell_name(struct fix *f, const char *path, unsigned long ordinal)
{
    char text[48];

    if (!say(f, path))
        return false;
    if (ordinal == 0)
        return true;
    (void)snprintf(text, sizeof text, ", draft %lu", ordinal);
    return say(f, text);
}

/* ---- one draft ---- */

static bool add_edit(struct fix *f, struct file *file, size_t start, const ringback_edit *edit)
{
    char *text = malloc(edit->text.len + 1);
    struct rb_cli_edit *own;

    if (file->n == file->cap) {
        size_t cap = file->cap ? 2 * file->cap : 16;
        struct rb_cli_edit *grown = realloc(file->edits, cap * sizeof *grown);

        if (grown) {
            file->edits = grown;
            file->cap = cap;
        }
    }
    if (!text || file->n == file->cap) {
        free(text);
        rb_cli_fail_memory(f->run);
        return false;
    }
    memcpy(text, edit->text.ptr, edit->text.len);
    own = &file->edits[file->n++];
    own->start = start + edit->start;
    own->end = start + edit->end;
    own->text = text;
    own->len = edit->text.len;
    return true;
}

static bool fix_draft(struct fix *f, struct file *file, const struct rb_cli_draft *draft,
                      bool several)
{
    ringback_fixed *fixed = NULL;
    ringback_edit edit;
    ringback_error err;
    bool ok = true;
    ringback_status status =
        ringback_fix(f->session.checker, draft->text, draft->len, &fixed, &err);

    if (status == RINGBACK_ERR_MEMORY) {
        rb_cli_fail_memory(f->run);
        return false;
    }
    if (status != RINGBACK_OK) {
        rb_cli_fail_path(f->run, file->path, err.message);
        return true;
    }
    for (size_t i = 0; ok && ringback_fixed_edit(fixed, i, &edit); i++)
        ok = add_edit(f, file, (size_t)(draft->text - file->bytes.ptr), &edit);
    f->run->mendable += ringback_fixed_before(fixed) != ringback_fixed_after(fixed);
    ok = ok && tell_name(f, file->path, several ? draft->ordinal : 0) && tell_verdict(f, fixed);
    ringback_fixed_free(fixed);
    return ok;
}

/* ---- one file ---- */

static bool write_mended(struct rb_cli_output *out, const struct file *file)
{
    size_t at = 0;

    for (size_t i = 0; i < file->n; i++) {
        const struct rb_cli_edit *e = &file->edits[i];

        if (!rb_cli_output_write(out, file->bytes.ptr + at, e->start - at) ||
            !rb_cli_output_write(out, e->text, e->len))
            return false;
        at = e->end;
    }
    return rb_cli_output_write(out, file->bytes.ptr + at, file->bytes.len - at);
}

/* Beside, and renamed: the file is the old one or the new one, never half of it. */
static bool save(struct fix *f, const struct file *file)
{
    struct rb_cli_output *out = rb_cli_output_open(f->run, file->path);
    bool ok;

    if (!out)
        return false;
    ok = write_mended(out, file);
    rb_cli_output_close(out, ok);
    return ok && f->run->worst < RB_EXIT_BROKEN;
}

static bool show_diff(struct fix *f, const struct file *file)
{
    const struct rb_cli_diff diff = {file->path, file->bytes, file->edits, file->n, f->look.color};

    return rb_cli_diff_write(f->out, &diff);
}

static bool fix_drafts(struct fix *f, struct file *file)
{
    struct rb_cli_drafts drafts;
    struct rb_cli_draft draft;
    unsigned long count = 0;

    rb_cli_drafts_init(&drafts, file->bytes.ptr, file->bytes.len);
    while (rb_cli_drafts_next(&drafts, &draft))
        count++;
    rb_cli_drafts_init(&drafts, file->bytes.ptr, file->bytes.len);
    while (rb_cli_drafts_next(&drafts, &draft))
        if (!fix_draft(f, file, &draft, count > 1))
            return false;
    return true;
}

/* Standard input is mended to standard output, and what is told goes to standard error. */
static bool fix_bytes(struct fix *f, struct file *file, bool is_stdin)
{
    bool ok = fix_drafts(f, file);

    if (ok && file->n)
        ok = show_diff(f, file);
    if (ok && file->n && !f->only_diff && !is_stdin)
        ok = rb_cli_output_flush(f->out) && save(f, file);
    for (size_t i = 0; i < file->n; i++)
        free(file->edits[i].text);
    free(file->edits);
    return ok;
}

static bool fix_path(struct fix *f, const char *path)
{
    bool is_stdin = strcmp(path, "-") == 0;
    struct file file = {.path = is_stdin ? "<stdin>" : path};
    struct rb_cli_bytes bytes;
    bool ok = true;
    int fd = STDIN_FILENO;

    if (is_stdin && !f->only_diff) {
        rb_cli_fail(f->run, RB_EXIT_WRONG, RB_USAGE,
                    "standard input is no file that could be mended: use --diff");
        return false;
    }
    if (!is_stdin)
        switch (rb_cli_open(f->run, path, &fd)) {
        case RB_KIND_FAILED:
            return true;
        case RB_KIND_FOLDER:
            (void)close(fd);
            rb_cli_fail_path(f->run, path, "a folder: name the drafts that are to be mended");
            return true;
        case RB_KIND_FILE:
            break;
        }
    if (rb_cli_read_all(f->run, fd, file.path, RB_MAX_FILE_BYTES, &bytes)) {
        file.bytes = (ringback_str){bytes.len ? bytes.ptr : "", bytes.len};
        ok = fix_bytes(f, &file, is_stdin);
        free(bytes.ptr);
    }
    if (!is_stdin)
        (void)close(fd);
    return ok;
}

void rb_cli_fix(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    struct fix f = {.run = run, .look = RINGBACK_REPORT_OPTIONS_INIT};
    bool ok = true;

    f.only_diff = options->value[RB_OPTION_DIFF] != NULL;
    if (options->n_operands == 0) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "fix what? name the drafts to be mended");
        return;
    }
    if (!rb_cli_session_open(run, options, &f.session))
        return;
    f.out = rb_cli_output_open(run, NULL);
    if (f.out) {
        rb_cli_terminal(rb_cli_output_fd(f.out), f.session.settings.color, &f.look);
        for (size_t i = 0; ok && i < options->n_operands; i++)
            ok = fix_path(&f, options->operands[i]);
        rb_cli_output_close(f.out, ok);
    }
    if (!f.only_diff)
        run->mendable = 0;
    rb_cli_session_close(&f.session);
}
