/* Baselines: findings that are accepted. */
#include "result/baseline.h"

#include <stdlib.h>

#include "base/error.h"
#include "result/score.h"

static ringback_status no_memory(ringback_error *err)
{
    return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
}

ringback_status ringback_baseline_load(const ringback_source *file, ringback_baseline **out,
                                       ringback_error *err)
{
    ringback_status status = RINGBACK_OK;
    ringback_baseline *b;

    if (!out || (file && (!file->data || !file->name)))
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a baseline needs bytes, a name and an out");
    *out = NULL;
    b = calloc(1, sizeof *b);
    if (!b)
        return no_memory(err);
    rb_baseline_init(b);
    if (file)
        status = rb_baseline_read(b, file->name, rb_slice_of(file->data, file->len), err);
    if (status == RINGBACK_OK)
        *out = b;
    else
        ringback_baseline_free(b);
    return status;
}

void ringback_baseline_free(ringback_baseline *b)
{
    if (!b)
        return;
    rb_arena_free(&b->arena);
    free(b);
}

ringback_status ringback_baseline_take(ringback_baseline *b, const char *path,
                                       const ringback_place *place, const ringback_result *result,
                                       bool *accepted, size_t n, ringback_error *err)
{
    ringback_place at = RINGBACK_PLACE_INIT;

    if (!b || !path || !place || !result || place->size < sizeof place->size ||
        n != result->n_findings || (n && !accepted))
        return rb_error_set(err, RINGBACK_ERR_USAGE,
                            "a baseline, a place, a result and room for its findings wanted");
    memcpy(&at, place, place->size < sizeof at ? place->size : sizeof at);
    if (!rb_baseline_take(b, rb_slice_str(path), rb_slice_str(at.heading),
                          at.ordinal ? at.ordinal : 1, result, accepted))
        return no_memory(err);
    return RINGBACK_OK;
}

const char *ringback_baseline_path(const ringback_baseline *b, size_t *at)
{
    const struct rb_baseline_entry *items = b->entries.items;

    while (*at < b->entries.n) {
        size_t i = (*at)++;

        if (i == 0 || !rb_slice_equal(items[i].path, items[i - 1].path))
            return items[i].path.ptr;
    }
    return NULL;
}

ringback_status ringback_baseline_gone(ringback_baseline *b, const char *path, ringback_error *err)
{
    if (!b || !path)
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a baseline and a path wanted");
    return rb_baseline_gone(b, rb_slice_str(path)) ? RINGBACK_OK : no_memory(err);
}

bool ringback_baseline_stale(ringback_baseline *b, size_t *at, ringback_accepted *out)
{
    const struct rb_baseline_entry *entry = rb_baseline_stale(b, at);

    if (!entry)
        return false;
    *out = (ringback_accepted){{entry->path.ptr, entry->path.len},
                               {entry->rule.ptr, entry->rule.len},
                               {entry->words.len ? entry->words.ptr : "", entry->words.len},
                               entry->count - entry->used};
    return true;
}

ringback_status ringback_baseline_write(ringback_baseline *b, ringback_sink *sink, void *ctx,
                                        size_t *n, ringback_error *err)
{
    struct rb_baseline_list list;
    struct rb_buffer out;
    ringback_status status = RINGBACK_OK;

    if (!b || !sink)
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a baseline and a sink wanted");
    rb_buffer_init(&out);
    if (!rb_baseline_now(b, &list))
        status = no_memory(err);
    else
        rb_baseline_put(&out, &list);
    if (status == RINGBACK_OK && out.failed)
        status = no_memory(err);
    if (status == RINGBACK_OK && !sink(ctx, out.ptr, out.len))
        status = rb_error_set(err, RINGBACK_ERR_SINK, "the baseline could not be written");
    if (n)
        *n = 0;
    for (uint32_t i = 0; n && i < list.n; i++)
        *n += list.items[i].count;
    rb_buffer_free(&out);
    return status;
}

void ringback_result_decides(const ringback_result *result, const bool *accepted, size_t count[3],
                             uint32_t *score)
{
    count[0] = count[1] = count[2] = 0;
    for (uint32_t i = 0; i < result->n_findings; i++)
        if (!accepted || !accepted[i])
            count[result->findings[i].severity]++;
    *score = accepted ? rb_score_without(result, accepted) : result->score;
}
