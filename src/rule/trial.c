#include "rule/trial.h"

bool rb_trial_begin(struct rb_trial *t, const ringback_rules *rules, const struct rb_draft *draft,
                    struct rb_arena *arena)
{
    uint32_t *first = rb_arena_array(arena, rules->n_facts, sizeof *first);
    uint32_t *count = rb_arena_array(arena, rules->n_facts, sizeof *count);

    *t = (struct rb_trial){.rules = rules, .draft = draft, .arena = arena};
    if (!first || !count)
        return false;
    for (uint32_t i = 0; i < rules->n_facts; i++)
        first[i] = UINT32_MAX;
    for (uint32_t i = 0; i < draft->facts.count; i++) {
        uint16_t kind = draft->facts.items[i].kind;

        if (kind >= rules->n_facts)
            continue;
        if (count[kind]++ == 0)
            first[kind] = i;
    }
    t->first = first;
    t->count = count;
    return true;
}

void rb_trial_end(struct rb_trial *t)
{
    rb_matcher_free(t->matcher);
    t->matcher = NULL;
}

void rb_trial_add(struct rb_trial *t, struct rb_breach breach)
{
    struct rb_breach *breaches =
        rb_arena_grow(t->arena, t->breaches, t->n_breaches, &t->breaches_cap, sizeof *breaches);

    if (!breaches)
        return;
    t->breaches = breaches;
    breach.check = t->check;
    breaches[t->n_breaches++] = breach;
}

void rb_trial_at(struct rb_trial *t, const struct rb_fact *fact, const struct rb_fact *other,
                 uint32_t count)
{
    rb_trial_add(
        t,
        (struct rb_breach){
            .start = fact->start, .end = fact->end, .fact = fact, .other = other, .count = count});
}

void rb_trial_absent(struct rb_trial *t, uint32_t count)
{
    rb_trial_add(t, (struct rb_breach){.absent = true, .count = count});
}

const struct rb_ignore *rb_trial_ignores(const struct rb_trial *t, const struct rb_rule *rule)
{
    return t->ignored ? t->ignored[rule->order] : NULL;
}

/* ---- facts ---- */

struct rb_slice rb_fact_words(const struct rb_draft *draft, const struct rb_fact *fact)
{
    return rb_slice_of(draft->text.source.text.ptr + fact->start, fact->end - fact->start);
}

struct rb_slice rb_fact_value(const struct rb_draft *draft, const struct rb_fact *fact)
{
    return fact->value.len ? fact->value : rb_fact_words(draft, fact);
}

enum rb_same rb_fact_compare(const struct rb_trial *t, const struct rb_fact *a,
                             const struct rb_fact *b)
{
    enum rb_compare how =
        a->kind == b->kind ? rb_lexicon_compare(t->rules->lexicon, a->kind) : RB_COMPARE_TEXT;

    return rb_value_compare(t->rules->lexicon, how, rb_fact_value(t->draft, a),
                            rb_fact_value(t->draft, b));
}

static bool has_value(const struct rb_term *term, const struct rb_fact *fact)
{
    for (uint32_t i = 0; i < term->n_values; i++)
        if (rb_slice_equal(term->values[i], fact->value))
            return true;
    return term->n_values == 0;
}

uint32_t rb_what_from(const struct rb_what *what, const struct rb_trial *t)
{
    uint32_t from = t->draft->facts.count;

    for (uint32_t i = 0; i < what->n_terms; i++) {
        uint32_t first = t->first[what->terms[i].fact];

        from = first < from ? first : from;
    }
    return from;
}

const struct rb_fact *rb_what_next(const struct rb_what *what, const struct rb_draft *draft,
                                   uint32_t *at)
{
    while (*at < draft->facts.count) {
        const struct rb_fact *fact = &draft->facts.items[(*at)++];
        uint8_t term = rb_what_term(what, fact->kind);

        if (term && has_value(&what->terms[term - 1], fact))
            return fact;
    }
    return NULL;
}

uint32_t rb_what_count(const struct rb_what *what, const struct rb_trial *t)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < what->n_terms; i++) {
        const struct rb_term *term = &what->terms[i];
        uint32_t at = t->first[term->fact];

        if (term->n_values == 0) {
            n += t->count[term->fact];
            continue;
        }
        for (; at < t->draft->facts.count; at++) {
            const struct rb_fact *fact = &t->draft->facts.items[at];

            n += fact->kind == term->fact && has_value(term, fact);
        }
    }
    return n;
}

/* ---- windows ---- */

uint32_t rb_draft_ms(const struct rb_draft *draft)
{
    return draft->known.measured_ms != RINGBACK_UNSET ? draft->known.measured_ms
                                                      : draft->clock.total_ms;
}

/* The sentence in which the first mention of a fact begins, or behind it; where the fact is not
 * said the first sentence stands for it. */
static uint32_t sentence_by(const struct rb_window *w, const struct rb_trial *t)
{
    uint32_t first = t->first[w->fact], sentence = 0;

    if (first != UINT32_MAX)
        sentence = rb_draft_sentence(t->draft, t->draft->facts.items[first].start);
    return w->kind == RB_SENTENCE_AFTER ? sentence + 1 : sentence;
}

/* When a fact begins or ends. */
static uint32_t moment_of(const struct rb_trial *t, const struct rb_fact *fact, bool ends)
{
    return ends ? rb_draft_end_ms(t->draft, fact->start, fact->end)
                : rb_draft_start_ms(t->draft, fact->start);
}

static bool window_holds(const struct rb_window *w, const struct rb_trial *t,
                         const struct rb_fact *fact, bool ends)
{
    uint32_t total = t->draft->clock.total_ms, n = t->draft->text.n_sentences;
    uint32_t offset = ends && fact->end > fact->start ? fact->end - 1 : fact->start;

    switch ((enum rb_window_kind)w->kind) {
    case RB_FIRST_MS:
        return moment_of(t, fact, ends) <= w->n;
    case RB_LAST_MS:
        return total <= w->n || moment_of(t, fact, ends) >= total - w->n;
    case RB_FIRST_SENTENCES:
        return rb_draft_sentence(t->draft, offset) < w->n;
    case RB_LAST_SENTENCES:
        return n <= w->n || rb_draft_sentence(t->draft, offset) >= n - w->n;
    case RB_SENTENCE_OF:
    case RB_SENTENCE_AFTER:
        return rb_draft_sentence(t->draft, offset) == sentence_by(w, t);
    }
    return false;
}

bool rb_windows_hold(const struct rb_windows *windows, const struct rb_trial *t,
                     const struct rb_fact *fact, bool ends)
{
    for (uint32_t i = 0; i < windows->n; i++)
        if (window_holds(&windows->items[i], t, fact, ends))
            return true;
    return windows->n == 0;
}

/* ---- conditions ---- */

static bool is_known(uint8_t known, const struct rb_known *k)
{
    switch ((enum rb_known_kind)known) {
    case RB_KNOWN_DIAL_AT:
        return k->dial_minute != RINGBACK_UNSET;
    case RB_KNOWN_MEASURED:
        return k->measured_ms != RINGBACK_UNSET;
    case RB_KNOWN_FORMAL:
        return k->formal;
    case RB_KNOWN_FINAL:
        return k->final;
    case RB_KNOWN_FROM:
        return k->from.len > 0;
    case RB_KNOWN_TO:
        return k->to.len > 0;
    case RB_KNOWN_COMPANY:
        return k->company.len > 0;
    }
    return false;
}

static bool cond_holds(const struct rb_cond *cond, const struct rb_trial *t)
{
    uint32_t n = 0;

    switch ((enum rb_cond_kind)cond->kind) {
    case RB_COND_COUNT:
        n = rb_what_count(&cond->what, t);
        break;
    case RB_COND_WORDS:
        n = t->draft->text.n_words;
        break;
    case RB_COND_MS:
        n = rb_draft_ms(t->draft);
        break;
    case RB_COND_KNOWN:
        return is_known(cond->known, &t->draft->known);
    }
    return n >= cond->min && n <= cond->max;
}

bool rb_conds_hold(const struct rb_conds *conds, const struct rb_trial *t)
{
    for (uint32_t i = 0; i < conds->n; i++)
        if (!cond_holds(&conds->items[i], t))
            return false;
    return true;
}
