#include "rule/reckon.h"

#include "rule/engine.h"
#include "rule/without.h"

/* A text that is no voicemail any more is not read again at all. */
enum { MOST_ANEW_BYTES = 16 * 1024, MOST_DELETIONS = 32, MOST_FACTS = 2000, MOST_ADDED = 64 };

void rb_reckoner_begin(struct rb_reckoner *r, const struct rb_trial *t, struct rb_finder *finder,
                       uint32_t style, uint32_t points, const uint32_t *by_rule)
{
    uint32_t n = t->draft->facts.count;

    *r = (struct rb_reckoner){.trial = t, .finder = finder, .style = style, .points = points};
    if (n > MOST_FACTS)
        return;
    r->room = MOST_DELETIONS;
    if (t->draft->text.source.text.len <= MOST_ANEW_BYTES)
        r->anew = RB_MOST_ANEW;
    rb_bill_make(&r->bill, t, style, by_rule);
    r->facts_cap = n + MOST_ADDED;
    r->facts = rb_arena_array(t->arena, r->facts_cap, sizeof *r->facts);
}

/* ---- judging ---- */

/* The points of a draft that is not there, with what is ignored and known of the one that is. */
static bool judge(struct rb_reckoner *r, const struct rb_draft *draft, struct rb_arena *arena,
                  const struct rb_rule *but, struct rb_reads change, struct rb_points_left *out)
{
    struct rb_trial trial;

    if (!rb_trial_begin(&trial, r->trial->rules, draft, arena))
        return false;
    trial.ignored = r->trial->ignored;
    trial.likeness = r->trial->likeness;
    *out = rb_bill_of(&r->bill, &trial, r->style, but, change);
    rb_trial_end(&trial);
    return !trial.error.status;
}

uint32_t rb_reckon_ms(const struct rb_draft *draft, uint32_t ms)
{
    uint64_t reckoned = draft->clock.total_ms;

    if (draft->known.measured_ms == RINGBACK_UNSET || reckoned == 0)
        return ms;
    return (uint32_t)((uint64_t)ms * draft->known.measured_ms / reckoned);
}

/* With the reckoner's own facts, n of them, and so many more milliseconds, as the clock has them.
 * change: of facts, and of what is in the draft already. */
static bool judge_facts(struct rb_reckoner *r, struct rb_draft *draft, uint32_t n, int64_t more_ms,
                        struct rb_reads change, struct rb_reckoned *out)
{
    struct rb_points_left points = {0, 0};
    uint32_t ms = (uint32_t)((int64_t)draft->clock.total_ms + more_ms), then = ms;

    /* What is added is said at the pace that was set, not stretched like what was measured. */
    if (draft->known.measured_ms != RINGBACK_UNSET)
        then = more_ms > 0 ? draft->known.measured_ms + (uint32_t)more_ms : rb_reckon_ms(draft, ms);
    change.other |= more_ms || then != rb_draft_ms(draft) ? RB_READS_TIME : 0;
    draft->facts = (struct rb_facts){r->facts, n};
    draft->clock.total_ms = ms;
    if (draft->known.measured_ms != RINGBACK_UNSET)
        draft->known.measured_ms = then;
    if (!judge(r, draft, r->trial->arena, NULL, change, &points))
        return false;
    *out = (struct rb_reckoned){points.all, then};
    return true;
}

/* ---- without some words, by the facts that are known ---- */

static bool is_gone(const struct rb_fact *fact, const struct rb_span *spans, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (fact->end > spans[i].start && fact->start < spans[i].end)
            return true;
    return false;
}

struct rb_points_left rb_reckon_without(struct rb_reckoner *r, const struct rb_span *spans,
                                        uint32_t n_spans, uint32_t ms, const struct rb_rule *but)
{
    struct rb_draft draft = *r->trial->draft;
    struct rb_points_left points = {r->points, r->points};
    struct rb_reads change = {0, ms ? RB_READS_TIME : 0};
    uint32_t n = 0;

    for (uint32_t i = 0; i < draft.facts.count; i++)
        if (!is_gone(&draft.facts.items[i], spans, n_spans))
            r->facts[n++] = draft.facts.items[i];
        else
            change.facts |= rb_reads_fact(draft.facts.items[i].kind);
    draft.facts = (struct rb_facts){r->facts, n};
    if (draft.known.measured_ms != RINGBACK_UNSET)
        draft.known.measured_ms -= rb_reckon_ms(&draft, ms);
    draft.clock.total_ms -= ms;
    (void)judge(r, &draft, r->trial->arena, but, change, &points);
    return points;
}

/* ---- without a sentence ---- */

/* Whether nothing but the sentence itself was told by its words, and nothing in it by others. Told
 * by their place are facts of the first and the last sentences. */
static bool stands_alone(const struct rb_draft *draft, const struct rb_sentence *s)
{
    for (uint32_t i = 0; i < draft->facts.count; i++) {
        const struct rb_fact *fact = &draft->facts.items[i];

        if (fact->context < s->end && fact->context_end > s->start &&
            (fact->context < s->start || fact->context_end > s->end))
            return false;
    }
    return true;
}

/* The sentence that a span and its stop make up, amid others; NULL: none. */
static const struct rb_sentence *sentence_of(const struct rb_draft *draft, struct rb_span span)
{
    const struct rb_text *text = &draft->text;
    uint32_t n = rb_draft_sentence(draft, span.start);
    const struct rb_sentence *s;

    if (text->informal || n == 0 || n + 1 >= text->n_sentences)
        return NULL;
    s = &text->sentences[n];
    if (span.start != s->start || span.end >= s->end)
        return NULL;
    for (uint32_t i = span.end; i < s->end; i++)
        if (!memchr(".!?", text->source.text.ptr[i], 3))
            return NULL;
    return stands_alone(draft, s) ? s : NULL;
}

/* All that lies behind the sentence moves forward in time. */
static void leave_out(struct rb_draft *draft, const struct rb_sentence *s, uint32_t ms,
                      struct rb_sentence *sentences, uint32_t *start_ms)
{
    struct rb_text *text = &draft->text;
    uint32_t at = (uint32_t)(s - text->sentences);

    for (uint32_t i = 0; i < text->n_tokens; i++)
        start_ms[i] = draft->clock.token_start_ms[i] - (i >= s->token_end ? ms : 0);
    for (uint32_t i = 0; i < text->n_sentences; i++)
        if (i != at)
            sentences[i - (i > at)] = text->sentences[i];
    text->sentences = sentences;
    text->n_sentences--;
    draft->clock.token_start_ms = start_ms;
}

bool rb_reckon_sentence(struct rb_reckoner *r, struct rb_span span, struct rb_reckoned *out)
{
    struct rb_draft draft = *r->trial->draft;
    const struct rb_sentence *s = sentence_of(&draft, span);
    struct rb_sentence *sentences;
    struct rb_reads change = {0, RB_READS_ALL};
    uint32_t *start_ms, ms, n = 0;

    if (!r->facts || r->room == 0 || !s)
        return false;
    r->room--;
    sentences = rb_arena_array(r->trial->arena, draft.text.n_sentences, sizeof *sentences);
    start_ms = rb_arena_array(r->trial->arena, draft.text.n_tokens, sizeof *start_ms);
    if (!sentences || !start_ms)
        return false;
    ms = rb_draft_saves_ms(&draft, s->start, s->end);
    for (uint32_t i = 0; i < draft.facts.count; i++)
        if (draft.facts.items[i].start < s->start || draft.facts.items[i].start >= s->end)
            r->facts[n++] = draft.facts.items[i];
        else
            change.facts |= rb_reads_fact(draft.facts.items[i].kind);
    leave_out(&draft, s, ms, sentences, start_ms);
    return judge_facts(r, &draft, n, -(int64_t)ms, change, out);
}

/* ---- read anew ---- */

/* A draft beside the one on trial. Want of memory is that one's as well, lest it be told by guess
 * what was to be judged. */
static bool make(struct rb_reckoner *r, struct rb_slice text, const struct rb_known *known,
                 ringback_result **out)
{
    ringback_status status = rb_draft_make(r->finder, text, known, out, NULL);

    if (status == RINGBACK_ERR_MEMORY)
        r->trial->arena->failed = true;
    return status == RINGBACK_OK;
}

bool rb_reckon_anew(struct rb_reckoner *r, const struct rb_span *spans, uint32_t n,
                    struct rb_reckoned *out)
{
    const struct rb_draft *draft = r->trial->draft;
    struct rb_known known = draft->known;
    struct rb_points_left points = {0, 0};
    struct rb_reads change;
    ringback_result *result;
    struct rb_slice text;
    uint32_t ms;
    bool good;

    if (r->anew == 0)
        return false;
    r->anew--;
    known.aside = true;
    known.origin = (struct rb_origin){0};
    known.ignores = NULL;
    known.n_ignores = 0;
    text = rb_text_without(r->trial->arena, draft->text.source.text, spans, n);
    if (!make(r, text, &known, &result))
        return false;
    change = rb_reads_between(draft, &result->draft);
    ms = rb_reckon_ms(draft, result->draft.clock.total_ms);
    if (known.measured_ms != RINGBACK_UNSET)
        result->draft.known.measured_ms = ms;
    good = judge(r, &result->draft, &result->arena, NULL, change, &points) &&
           !rb_arena_failed(&result->arena);
    if (rb_arena_failed(&result->arena))
        r->trial->arena->failed = true;
    rb_result_free(result);
    *out = (struct rb_reckoned){points.all, ms};
    return good;
}

/* ---- with more words ---- */

/* The facts as they are, with those of another text at a byte. Their values are copied: that text
 * will be gone. */
static uint32_t add_facts(struct rb_reckoner *r, const struct rb_draft *more, uint32_t at)
{
    const struct rb_facts *facts = &r->trial->draft->facts;
    struct rb_arena *arena = r->trial->arena;
    uint32_t n = 0, i = 0;

    while (i < facts->count && facts->items[i].start <= at)
        r->facts[n++] = facts->items[i++];
    for (uint32_t k = 0; k < more->facts.count && n + (facts->count - i) < r->facts_cap; k++) {
        struct rb_fact fact = more->facts.items[k];

        fact.value = rb_arena_copy(arena, rb_fact_value(more, &fact));
        fact.start = fact.end = fact.context = fact.context_end = at;
        r->facts[n++] = fact;
    }
    while (i < facts->count)
        r->facts[n++] = facts->items[i++];
    return n;
}

bool rb_reckon_words(struct rb_reckoner *r, struct rb_slice words, uint32_t at,
                     struct rb_reckoned *out)
{
    struct rb_draft draft = *r->trial->draft;
    struct rb_known known = draft.known;
    struct rb_reads change = {0, RB_READS_WORDS};
    uint32_t n, ms;
    ringback_result *result;

    if (!r->facts || r->room == 0)
        return false;
    r->room--;
    known.aside = true;
    known.origin = (struct rb_origin){0};
    known.ignores = NULL;
    known.n_ignores = 0;
    if (!make(r, words, &known, &result))
        return false;
    n = add_facts(r, &result->draft, at);
    for (uint32_t i = 0; i < result->draft.facts.count; i++)
        change.facts |= rb_reads_fact(result->draft.facts.items[i].kind);
    draft.text.n_words += result->draft.text.n_words;
    ms = result->draft.clock.total_ms + rb_clock_join_ms(known.words_per_minute);
    rb_result_free(result);
    return judge_facts(r, &draft, n, ms, change, out);
}

bool rb_reckon_said(struct rb_reckoner *r, const struct rb_term *term, const uint32_t *at,
                    uint32_t n_at, uint32_t ms, struct rb_reckoned *out)
{
    struct rb_draft draft = *r->trial->draft;
    uint32_t first = r->trial->first[term->fact], n = 0, i = 0;
    struct rb_fact said = {.kind = term->fact, .value = rb_slice_str("placeholder")};
    const struct rb_reads change = {rb_reads_fact(term->fact), 0};

    if (!r->facts || r->room == 0)
        return false;
    r->room--;
    if (term->n_values)
        said.value = term->values[0];
    else if (first != UINT32_MAX)
        said.value = rb_fact_value(&draft, &draft.facts.items[first]);
    for (uint32_t k = 0; k < n_at; k++) {
        while (i < draft.facts.count && draft.facts.items[i].start <= at[k])
            r->facts[n++] = draft.facts.items[i++];
        said.start = said.end = said.context = said.context_end = at[k];
        r->facts[n++] = said;
    }
    while (i < draft.facts.count)
        r->facts[n++] = draft.facts.items[i++];
    return judge_facts(r, &draft, n, ms, change, out);
}

bool rb_reckon_same(struct rb_reckoner *r, const struct rb_what *what, struct rb_reckoned *out)
{
    struct rb_draft draft = *r->trial->draft;
    const struct rb_fact *first, *fact;
    struct rb_reads change = {0, 0};
    uint32_t at = 0;

    if (!r->facts || r->room == 0 || (first = rb_what_next(what, &draft, &at)) == NULL)
        return false;
    r->room--;
    for (uint32_t i = 0; i < draft.facts.count; i++)
        r->facts[i] = draft.facts.items[i];
    while ((fact = rb_what_next(what, &draft, &at)) != NULL) {
        r->facts[fact - draft.facts.items].value = rb_fact_value(&draft, first);
        change.facts |= rb_reads_fact(fact->kind);
    }
    return judge_facts(r, &draft, draft.facts.count, 0, change, out);
}
