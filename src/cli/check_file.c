#include "cli/checking.h"

#include <stdlib.h>

#include "cli/input.h"
#include "cli/rules.h"
#include "cli/table.h"

/* A file at work. */
struct file {
    struct rb_cli_checking *check;
    const char *path;
    const struct rb_cli_hold *hold;
    ringback_str bytes;
    ringback_file *drafts;
    ringback_profile *profile;
    ringback_thresholds limits;
    ringback_checker *checker; /* of a table; NULL: it is none */
    ringback_error first;      /* of its errors */
};

/* ---- one draft ---- */

static bool report(struct rb_cli_checking *c, const struct file *f, ringback_place *place,
                   const ringback_result *result)
{
    size_t count[3];
    uint32_t score;

    place->path = f->path;
    place->file = f->bytes;
    place->limits = &f->limits;
    if (!rb_cli_baseline_take(c->baseline, place, result, &place->accepted))
        return false;
    ringback_result_decides(result, place->accepted, count, &score);
    rb_cli_count_draft(c->run, &f->limits, count, score);
    return rb_cli_reports_add(c->reports, place, result);
}

/* What a check came to; the result is freed. */
static bool settle(struct rb_cli_checking *c, const struct file *f, ringback_place *place,
                   const ringback_error *err, ringback_result *result)
{
    bool ok = err->status != RINGBACK_ERR_MEMORY;

    if (!ok) {
        rb_cli_fail_memory(c->run);
    } else if (!result) {
        rb_cli_tell(NULL, err);
        rb_cli_fail_path_told(c->run, f->path, err->message);
    } else {
        ok = (c->remembering || report(c, f, place, result)) &&
             rb_cli_history_add(c->history, result);
    }
    ringback_result_free(result);
    return ok;
}

static bool check_draft(struct rb_cli_checking *c, const struct file *f, size_t n)
{
    ringback_place place = RINGBACK_PLACE_INIT;
    ringback_error err = {.status = RINGBACK_OK};
    ringback_result *result = NULL;
    ringback_draft draft;
    ringback_options o;

    (void)ringback_file_draft(f->drafts, n, &draft);
    place.ordinal = (uint32_t)n + 1;
    place.line = draft.line;
    place.heading = draft.name;
    ringback_profile_options(f->profile, &o);
    ringback_file_options(f->drafts, n, &o);
    rb_cli_settings_over(c->options, &c->settings, &o);
    if (!rb_cli_history_next(c->history, f->hold->checker, (uint32_t)n + 1))
        return false;
    err.status = ringback_check_draft(f->hold->checker, f->drafts, n, &o, &result, &err);
    return settle(c, f, &place, &err, result);
}

/* A row of a table. */
static bool on_row(void *ctx, const struct rb_cli_row *row)
{
    struct file *f = ctx;
    ringback_place place = RINGBACK_PLACE_INIT;
    ringback_error err = {.status = RINGBACK_OK};
    ringback_result *result = NULL;

    place.ordinal = row->record;
    place.line = row->line;
    place.column = row->column;
    place.byte = row->byte;
    if (!rb_cli_history_next(f->check->history, f->checker, row->record))
        return false;
    err.status = ringback_check(f->checker, row->text.ptr, row->text.len, &result, &err);
    return settle(f->check, f, &place, &err, result);
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
        ringback_settings_for(f->hold->settings, f->hold->inner, &f->profile, err);

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
    ringback_error err;

    if (find_profile(c, f, &err)) {
        rb_cli_fail_memory(c->run);
        return false;
    }
    f->checker = rb_cli_hold_checker(c->run, c->options, &c->settings, f->hold);
    return f->checker &&
           rb_cli_table(c->run, f->path, f->bytes, c->options->value[RB_OPTION_COLUMN], on_row, f);
}

bool rb_cli_check_file(struct rb_cli_checking *c, int fd, const char *path,
                       const struct rb_cli_hold *hold, bool searched)
{
    struct file f = {.check = c, .path = path, .hold = hold};
    struct rb_cli_bytes bytes;
    bool ok;

    /* A file that cannot be read is told, and does not keep the others from being checked. */
    if (!rb_cli_read_all(c->run, fd, path, RB_MAX_FILE_BYTES, &bytes)) {
        c->found++;
        return true;
    }
    f.bytes = (ringback_str){bytes.ptr ? bytes.ptr : "", bytes.len};
    ok = rb_cli_history_file(c->history, fd, path, c->remembering);
    if (ok && rb_cli_input_of(&c->settings, path) == RB_INPUT_CSV) {
        c->found++;
        ok = check_table(c, &f);
    } else if (ok && (ok = cut(c, &f, searched)) && f.profile) {
        size_t n = ringback_file_count(f.drafts);

        c->found += n > 0;
        for (size_t i = 0; ok && i < n; i++)
            ok = check_draft(c, &f, i);
    } else {
        c->found++;
    }
    ringback_checker_free(f.checker);
    ringback_profile_free(f.profile);
    ringback_file_free(f.drafts);
    free(bytes.ptr);
    return ok;
}
