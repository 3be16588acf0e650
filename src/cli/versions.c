#include "cli/versions.h"

#include <stdlib.h>
#include <string.h>

struct versions {
    struct rb_cli_session *session;
    const struct rb_cli_file *before, *after;
    struct rb_cli_item *old, *new;
    size_t n_old, n_new;
    rb_cli_on_delta *on_delta;
    void *ctx;
};

/* NULL: no memory. */
static struct rb_cli_item *list(const struct rb_cli_file *file, size_t *n, bool several)
{
    struct rb_cli_item *items;
    ringback_draft draft;

    *n = file ? ringback_file_count(file->drafts) : 0;
    items = calloc(*n + 1, sizeof *items);
    for (size_t i = 0; items && i < *n && ringback_file_draft(file->drafts, i, &draft); i++) {
        const char *name = several ? draft.name : "";

        items[i] = (struct rb_cli_item){{name, strlen(name)}, 0, draft.text, i, RB_ALONE};
    }
    return items;
}

/* The n-th draft of a file; RB_ALONE: none. False: told, and when the run is over, *over. */
static bool check(struct versions *v, const struct rb_cli_file *file, size_t n,
                  struct rb_cli_side *out, bool *over)
{
    ringback_draft draft;
    ringback_result *result;

    *out = (struct rb_cli_side){.path = file ? file->path : "", .name = ""};
    if (!file || n == RB_ALONE)
        return true;
    result = rb_cli_file_check(v->session, file, n, over);
    out->result = result;
    if (ringback_file_count(file->drafts) > 1) {
        (void)ringback_file_draft(file->drafts, n, &draft);
        out->name = draft.name;
        out->ordinal = (uint32_t)n + 1;
    }
    return result != NULL;
}

static bool one(struct versions *v, size_t before, size_t after)
{
    struct rb_cli_side a = {.result = NULL}, b = {.result = NULL};
    struct rb_cli_delta delta;
    bool over = false, ok = true;

    if (check(v, v->before, before, &a, &over) && check(v, v->after, after, &b, &over)) {
        ok = rb_cli_delta_make(v->session->run, &a, &b, &delta);
        if (ok) {
            ok = v->on_delta(v->ctx, &delta);
            rb_cli_delta_free(&delta);
        }
    }
    ringback_result_free(a.result);
    ringback_result_free(b.result);
    return ok && !over;
}

bool rb_cli_versions(struct rb_cli_session *session, const struct rb_cli_file *before,
                     const struct rb_cli_file *after, rb_cli_on_delta *on_delta, void *ctx)
{
    struct versions v = {
        .session = session, .before = before, .after = after, .on_delta = on_delta, .ctx = ctx};
    bool several = !before || !after || ringback_file_count(before->drafts) != 1 ||
                   ringback_file_count(after->drafts) != 1;
    bool ok;

    v.old = list(before, &v.n_old, several);
    v.new = list(after, &v.n_new, several);
    ok = v.old && v.new;
    if (ok)
        rb_cli_pair(v.old, v.n_old, v.new, v.n_new);
    else
        rb_cli_fail_memory(session->run);
    for (size_t i = 0; ok && i < v.n_new; i++)
        ok = one(&v, v.new[i].partner, i);
    for (size_t i = 0; ok && i < v.n_old; i++)
        if (v.old[i].partner == RB_ALONE)
            ok = one(&v, i, RB_ALONE);
    free(v.old);
    free(v.new);
    return ok;
}
