#include "cli/checking.h"

#include <stdlib.h>
#include <string.h>

#include "cli/input.h"
#include "cli/rules.h"
#include "cli/table.h"

/* A file at work: it stays until the last of its drafts is settled. */
struct file {
    struct rb_cli_checking *check;
    char *path;
    struct rb_cli_hold hold; /* its inner path only while the file is read */
    struct rb_cli_bytes bytes;
    ringback_file *drafts;
    ringback_profile *profile;
    ringback_thresholds limits;
    ringback_checker *checker; /* of a table; NULL: it is none */
    ringback_options options;  /* of a table */
    uint64_t number;           /* of a table */
    ringback_error first;      /* of its errors */
    size_t held;               /* by so many drafts, and by who reads it */
};

static void let_go(struct file *f)
{
    if (--f->held)
        return;
    ringback_checker_free(f->checker);
    ringback_profile_free(f->profile);
    ringback_file_free(f->drafts);
    free(f->bytes.ptr);
    free(f->path);
    free(f);
}

/* ---- one draft ---- */

static bool report(struct rb_cli_checking *c, const struct file *f, ringback_place *place,
                   const ringback_result *result)
{
    size_t count[3];
    uint32_t score;

    place->path = f->path;
    place->file = (ringback_str){f->bytes.ptr, f->bytes.len};
    place->limits = &f->limits;
    if (!rb_cli_baseline_take(c->baseline, place, result, &place->accepted))
        return false;
    ringback_result_decides(result, place->accepted, count, &score);
    rb_cli_count_draft(c->run, &f->limits, count, score);
    return rb_cli_reports_add(c->reports, place, result);
}

bool rb_cli_check_settle(void *ctx, struct rb_cli_sheet *sheet)
{
    struct rb_cli_checking *c = ctx;
    struct file *f = sheet->file;
    const ringback_error *err = &sheet->err;
    bool ok = err->status != RINGBACK_ERR_MEMORY;

    if (!ok) {
        rb_cli_fail_memory(c->run);
    } else if (err->status != RINGBACK_OK) {
        rb_cli_tell(NULL, err);
        rb_cli_fail_path_told(c->run, f->path, err->message);
    } else if (sheet->result) {
        ok = c->remembering || report(c, f, &sheet->place, sheet->result);
    }
    ringback_result_free(sheet->result);
    let_go(f);
    return ok;
}

/* The text of the sheet, if it has one, is taken over. */
static bool bring(struct file *f, struct rb_cli_sheet *sheet)
{
    struct rb_cli_checking *c = f->check;

    sheet->name = rb_cli_history_name(c->history, sheet->place.ordinal);
    if (!sheet->name) {
        free(sheet->text);
        return false;
    }
    sheet->file = f;
    f->held++;
    return rb_cli_desk_bring(c->desk, sheet);
}

static bool bring_draft(struct file *f, size_t n)
{
    struct rb_cli_checking *c = f->check;
    struct rb_cli_sheet sheet = {.checker = f->hold.checker,
                                 .plan = {f->hold.rules, &c->settings.check, 0},
                                 .drafts = f->drafts,
                                 .n = n,
                                 .place = RINGBACK_PLACE_INIT};
    ringback_draft draft;

    (void)ringback_file_draft(f->drafts, n, &draft);
    sheet.len = draft.text.len;
    sheet.place.ordinal = (uint32_t)n + 1;
    sheet.place.line = draft.line;
    sheet.place.heading = draft.name;
    ringback_profile_options(f->profile, &sheet.options);
    ringback_file_options(f->drafts, n, &sheet.options);
    rb_cli_settings_over(c->options, &c->settings, &sheet.options);
    sheet.options.brief |= c->remembering;
    return bring(f, &sheet);
}

/* A row of a table. */
static bool on_row(void *ctx, const struct rb_cli_row *row)
{
    struct file *f = ctx;
    struct rb_cli_sheet sheet = {.checker = f->checker,
                                 .plan = {f->hold.rules, &f->options, f->number},
                                 .text = malloc(row->text.len + 1),
                                 .len = row->text.len,
                                 .place = RINGBACK_PLACE_INIT};

    if (!sheet.text) {
        rb_cli_fail_memory(f->check->run);
        return false;
    }
    memcpy(sheet.text, row->text.ptr, row->text.len);
    sheet.place.ordinal = row->record;
    sheet.place.line = row->line;
    sheet.place.column = row->column;
    sheet.place.byte = row->byte;
    return bring(f, &sheet);
}

/* ---- one file ---- */

static void on_error(void *ctx, const ringback_error *err)
{
    struct file *f = ctx;

    rb_cli_tell(NULL, err);
    if (f->first.status == RINGBACK_OK)
        f->first = *err;
}

static ringback_status find_profile(struct rb_cli_checking *c, struct file *f, ringback_error *err)
{
    ringback_status status =
        ringback_settings_for(f->hold.settings, f->hold.inner, &f->profile, err);

    if (status == RINGBACK_OK)
        f->limits = rb_cli_thresholds(c->run, f->profile);
    return status;
}

/* Memory aside, what is wrong with a file does not keep the others from being checked. */
static bool cut(struct rb_cli_checking *c, struct file *f, bool searched)
{
    ringback_source source = {f->path, f->bytes.ptr, f->bytes.len};
    ringback_reading how = RINGBACK_READING_INIT;
    ringback_error err;
    ringback_status status;

    if (rb_cli_input_of(&c->settings, f->path) == RB_INPUT_MARKDOWN) {
        how.kind = RINGBACK_KIND_MARKDOWN;
        how.marked = searched;
    }
    status = ringback_file_new(&source, &how, on_error, f, &f->drafts, &err);
    if (status == RINGBACK_OK)
        status = find_profile(c, f, &err);
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(c->run);
    else if (status != RINGBACK_OK)
        rb_cli_fail_path_told(c->run, f->path, f->first.message);
    return status != RINGBACK_ERR_MEMORY;
}

static bool check_table(struct rb_cli_checking *c, struct file *f)
{
    ringback_str bytes = {f->bytes.ptr, f->bytes.len};
    ringback_error err;

    if (find_profile(c, f, &err)) {
        rb_cli_fail_memory(c->run);
        return false;
    }
    f->checker = rb_cli_hold_checker(c->run, c->options, &c->settings, &f->hold);
    ringback_profile_options(f->profile, &f->options);
    rb_cli_settings_over(c->options, &c->settings, &f->options);
    f->number = ++c->tables;
    return f->checker &&
           rb_cli_table(c->run, f->path, bytes, c->options->value[RB_OPTION_COLUMN], on_row, f);
}

static bool bring_all(struct rb_cli_checking *c, struct file *f, bool searched)
{
    size_t n;

    if (rb_cli_input_of(&c->settings, f->path) == RB_INPUT_CSV) {
        c->found++;
        return check_table(c, f);
    }
    if (!cut(c, f, searched))
        return false;
    n = f->profile ? ringback_file_count(f->drafts) : 0;
    c->found += n > 0 || !f->profile;
    for (size_t i = 0; i < n; i++)
        if (!bring_draft(f, i))
            return false;
    return true;
}

bool rb_cli_check_file(struct rb_cli_checking *c, int fd, const char *path,
                       const struct rb_cli_hold *hold, bool searched)
{
    struct file *f = calloc(1, sizeof *f);
    bool ok;

    if (f)
        f->path = strdup(path);
    if (!f || !f->path) {
        rb_cli_fail_memory(c->run);
        free(f);
        return false;
    }
    f->check = c;
    f->hold = *hold;
    f->held = 1;
    /* A file that cannot be read is told, and does not keep the others from being checked. */
    if (rb_cli_read_all(c->run, fd, path, RB_MAX_FILE_BYTES, &f->bytes)) {
        ok = rb_cli_history_file(c->history, fd, path, c->remembering) && bring_all(c, f, searched);
    } else {
        c->found++;
        ok = true;
    }
    let_go(f);
    return ok;
}
