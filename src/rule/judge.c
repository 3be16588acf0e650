/* A draft, from its bytes to its result. */
#include <stdlib.h>

#include "base/limits.h"
#include "rule/engine.h"
#include "rule/history.h"

/* Rules' own phrases, and facts that say so, are no facts to those who read the result. */
static bool set_aside_hidden(const struct rb_lexicon *lexicon, ringback_result *result)
{
    struct rb_facts *facts = &result->draft.facts, *hidden = &result->draft.hidden;
    uint32_t n = 0;

    hidden->items = rb_arena_room(&result->arena, facts->count, sizeof *hidden->items);
    if (facts->count && !hidden->items)
        return false;
    for (uint32_t i = 0; i < facts->count; i++)
        if (rb_lexicon_hidden(lexicon, facts->items[i].kind))
            hidden->items[hidden->count++] = facts->items[i];
        else
            facts->items[n++] = facts->items[i];
    facts->count = n;
    return true;
}

static void copy_ignores(struct rb_arena *arena, struct rb_known *known)
{
    struct rb_ignore *ignores = rb_arena_array(arena, known->n_ignores, sizeof *ignores);

    for (uint32_t i = 0; ignores && i < known->n_ignores; i++) {
        ignores[i] = known->ignores[i];
        ignores[i].rule = rb_arena_copy(arena, ignores[i].rule);
        ignores[i].reason = rb_arena_copy(arena, ignores[i].reason);
    }
    known->ignores = ignores;
}

static void copy_origin(struct rb_arena *arena, struct rb_origin *origin)
{
    struct rb_piece *pieces = rb_arena_array(arena, origin->n, sizeof *pieces);

    if (pieces && origin->n)
        memcpy(pieces, origin->pieces, origin->n * sizeof *pieces);
    origin->pieces = pieces;
}

static void copy_known(struct rb_arena *arena, const struct rb_known *known, struct rb_known *out)
{
    *out = *known;
    out->from = rb_arena_copy(arena, known->from);
    out->to = rb_arena_copy(arena, known->to);
    out->company = rb_arena_copy(arena, known->company);
    out->own_name = rb_arena_copy(arena, known->own_name);
    copy_ignores(arena, out);
    copy_origin(arena, &out->origin);
}

static ringback_status make_draft(struct rb_finder *finder, struct rb_slice text,
                                  ringback_result *result, ringback_error *err)
{
    struct rb_draft *d = &result->draft;
    struct rb_arena *arena = &result->arena;
    const struct rb_clock_options pace = {d->known.words_per_minute, d->known.number_percent,
                                          d->known.aside};
    const struct rb_taught taught = {d->known.from, d->known.to, d->known.company};
    ringback_status status;

    if (!rb_text_make(arena, text, &d->text) || !rb_phones_find(arena, &d->text, &d->phones))
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    d->text.source.origin = d->known.origin;
    d->lexicon = rb_finder_lexicon(finder);
    status = rb_finder_run(finder, arena, &d->text, &d->phones, &taught, &d->facts, err);
    if (status)
        return status;
    if (!rb_clock_run(arena, &d->text, &d->phones, &pace, &d->clock))
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    return RINGBACK_OK;
}

ringback_status rb_draft_make(struct rb_finder *finder, struct rb_slice text,
                              const struct rb_known *known, ringback_result **out,
                              ringback_error *err)
{
    ringback_result *result;
    ringback_status status;

    *out = NULL;
    if (text.len > RB_MAX_DRAFT_BYTES)
        return rb_error_set(err, RINGBACK_ERR_LIMIT, "the draft is larger than %d KiB",
                            (int)RB_MAX_DRAFT_BYTES / 1024);
    result = calloc(1, sizeof *result);
    if (!result)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    rb_arena_init(&result->arena);
    copy_known(&result->arena, known, &result->draft.known);
    status = make_draft(finder, text, result, err);
    if (status == RINGBACK_OK && rb_arena_failed(&result->arena))
        status = rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    if (status)
        rb_result_free(result);
    else
        *out = result;
    return status;
}

ringback_status rb_judge(const ringback_rules *rules, struct rb_finder *finder,
                         struct rb_slice text, const struct rb_known *known, ringback_result **out,
                         ringback_error *err)
{
    int style = rb_rules_style(rules, known->style, NULL);
    ringback_status status;

    *out = NULL;
    if (style < 0)
        return rb_error_set(err, RINGBACK_ERR_SETTINGS, "there is no style \"%.*s\"",
                            (int)known->style.len, known->style.ptr);
    status = rb_draft_make(finder, text, known, out, err);
    if (!*out)
        return status;
    (*out)->draft.known.style = rules->styles[style].name;
    if (known->history && !rb_history_hold(rules, *out))
        status = rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    if (!status)
        status = rb_engine_run(rules, finder, (uint32_t)style, *out, err);
    if (!status && !set_aside_hidden(rules->lexicon, *out))
        status = rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    if (status) {
        rb_result_free(*out);
        *out = NULL;
        return status;
    }
    return RINGBACK_OK;
}

void rb_result_free(ringback_result *result)
{
    if (!result)
        return;
    rb_arena_free(&result->arena);
    free(result);
}
