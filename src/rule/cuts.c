#include "rule/cuts.h"

#include "rule/points.h"

/* Each cut that is thought of is judged anew. */
enum {
    MOST_TRIES = 24,
    MOST_MARKED = 64,
    MOST_SENTENCES = 64,
    MOST_LOOKS = 1 << 18, /* at facts that could say the same, in all */
    WORTH_KEEPING = 1 << 10
};

struct candidate {
    struct rb_span span;
    uint32_t saves_ms; /* as the clock reckons */
    uint32_t worth;    /* what it says that counts: the least goes first */
    bool sentence, refused;
};

struct finder {
    struct rb_reckoner *reckoner;
    const struct rb_draft *draft;
    const struct rb_rule *rule;
    const struct rb_check *check;
    struct rb_points_left others; /* points of the other rules, with the cuts made so far */
    uint32_t amount_ms;           /* what the draft takes */
    uint32_t tries, looks;
    struct candidate *items; /* all that could go, of one kind */
    uint32_t n_items;
    uint32_t taken_ms[RB_MOST_CUTS]; /* of each cut, as the clock reckons */
    struct rb_cuts *out;
};

static uint32_t tenths(uint32_t ms)
{
    return ms < UINT32_MAX - 50 ? (ms + 50) / 100 * 100 : ms / 100 * 100;
}

/* What is left to cut, by the clock and by what is shown of it. */
static uint32_t still_over(const struct finder *f)
{
    uint32_t limit = f->check->max, left = f->amount_ms - f->out->saved_ms;

    if (left < f->out->left_ms)
        left = f->out->left_ms;
    return left > limit ? left - limit : 0;
}

static bool touches(struct rb_span a, struct rb_span b)
{
    return a.start < b.end && b.start < a.end;
}

static bool holds(struct rb_span a, struct rb_span b)
{
    return a.start <= b.start && b.end <= a.end;
}

static struct rb_span span_of(const struct rb_cut *cut)
{
    return (struct rb_span){cut->start, cut->end};
}

/* What it saves beside the cuts that are made. One that holds some of them takes their place; one
 * that overlaps them is of no use. */
static uint32_t gain_of(const struct finder *f, const struct candidate *c)
{
    uint32_t gain = c->saves_ms;

    for (uint32_t i = 0; i < f->out->n; i++) {
        struct rb_span made = span_of(&f->out->items[i]);

        if (!touches(made, c->span))
            continue;
        if (!holds(c->span, made) || gain <= f->taken_ms[i])
            return 0;
        gain -= f->taken_ms[i];
    }
    return rb_reckon_ms(f->draft, gain);
}

/* The one that is worth least; of equals the shortest that is enough, else the longest. */
static struct candidate *next_of(const struct finder *f)
{
    uint32_t over = still_over(f), best_gain = 0;
    struct candidate *best = NULL;

    for (uint32_t i = 0; i < f->n_items; i++) {
        struct candidate *c = &f->items[i];
        uint32_t gain = c->refused ? 0 : gain_of(f, c);
        bool enough = gain >= over, was = best_gain >= over;

        if (gain == 0 || (best && c->worth > best->worth))
            continue;
        if (best && c->worth == best->worth &&
            (enough != was ? was
             : enough      ? gain >= best_gain
                           : gain <= best_gain))
            continue;
        best = c;
        best_gain = gain;
    }
    return best;
}

/* Drops the cuts that lie in a span. */
static void make_room(struct finder *f, struct rb_span span)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < f->out->n; i++) {
        if (holds(span, span_of(&f->out->items[i])))
            continue;
        f->taken_ms[n] = f->taken_ms[i];
        f->out->items[n++] = f->out->items[i];
    }
    f->out->n = n;
}

static void add_up(struct finder *f)
{
    uint32_t shown = tenths(f->amount_ms);

    f->out->saved_ms = 0;
    for (uint32_t i = 0; i < f->out->n; i++) {
        uint32_t saves = f->out->items[i].saves_ms;

        f->out->saved_ms += saves;
        shown = shown > tenths(saves) ? shown - tenths(saves) : 0;
    }
    if (f->out->saved_ms > f->amount_ms)
        f->out->saved_ms = f->amount_ms;
    f->out->left_ms = shown;
}

/* The points of the others when this goes as well. */
static struct rb_points_left others_without(const struct finder *f, const struct candidate *c)
{
    struct rb_span spans[RB_MOST_CUTS + 1] = {c->span};
    uint32_t ms = c->saves_ms, n = 1;

    for (uint32_t i = 0; i < f->out->n; i++) {
        if (holds(c->span, span_of(&f->out->items[i])))
            continue;
        spans[n++] = span_of(&f->out->items[i]);
        ms += f->taken_ms[i];
    }
    if (ms > f->draft->clock.total_ms)
        ms = f->draft->clock.total_ms;
    return rb_reckon_without(f->reckoner, spans, n, ms, f->rule);
}

/* Is a fact said once more where nothing is cut: a name or a number by its value, of all else any
 * of its kind? */
static bool said_elsewhere(struct finder *f, const struct rb_fact *fact, struct rb_span span)
{
    const struct rb_trial *t = f->reckoner->trial;
    bool any = rb_lexicon_compare(t->rules->lexicon, fact->kind) == RB_COMPARE_TEXT;

    for (uint32_t i = t->first[fact->kind]; i < f->draft->facts.count && f->looks < MOST_LOOKS;
         i++, f->looks++) {
        const struct rb_fact *other = &f->draft->facts.items[i];
        struct rb_span there = {other->start, other->end};
        bool cut = touches(there, span);

        if (other->kind != fact->kind)
            continue;
        for (uint32_t k = 0; k < f->out->n && !cut; k++)
            cut = touches(there, span_of(&f->out->items[k]));
        if (!cut && (any || rb_fact_compare(t, fact, other) == RB_SAME_YES))
            return true;
    }
    return false;
}

/* Is something that must be kept said there alone? A sentence has it that has a part of it. */
static bool keeps(struct finder *f, const struct candidate *c)
{
    const struct rb_fact *fact;

    if (f->check->keep.n_terms == 0)
        return false;
    for (uint32_t at = 0; (fact = rb_what_next(&f->check->keep, f->draft, &at)) != NULL;) {
        struct rb_span there = {fact->start, fact->end};

        if ((c->sentence ? touches(c->span, there) : holds(c->span, there)) &&
            !said_elsewhere(f, fact, c->span))
            return true;
    }
    return false;
}

/* Cuts from the candidates until it is enough, or until there is no more to cut: what costs
 * nothing, or else no more than suggestions. */
static void cut(struct finder *f, bool costs)
{
    while (still_over(f) && f->out->n < RB_MOST_CUTS && f->tries < MOST_TRIES) {
        struct candidate *c = next_of(f);
        struct rb_points_left others;

        if (!c)
            return;
        c->refused = true; /* from now on: it is made, or it cannot be */
        if (keeps(f, c))
            continue;
        f->tries++;
        others = others_without(f, c);
        if (others.grave > f->others.grave || (others.all > f->others.all && !costs))
            continue;
        f->others = others;
        make_room(f, c->span);
        f->taken_ms[f->out->n] = c->saves_ms;
        f->out->items[f->out->n++] =
            (struct rb_cut){c->span.start, c->span.end, rb_reckon_ms(f->draft, c->saves_ms)};
        add_up(f);
    }
}

static void add_candidate(struct finder *f, struct rb_span span, bool sentence, uint32_t worth)
{
    f->items[f->n_items++] = (struct candidate){
        .span = span,
        .sentence = sentence,
        .saves_ms = rb_draft_saves_ms(f->draft, span.start, span.end),
        .worth = worth,
    };
}

static void cut_marked(struct finder *f, const struct rb_span *marked, uint32_t n)
{
    bool reckoned = f->draft->known.measured_ms == RINGBACK_UNSET;
    struct rb_reckoned then;

    f->n_items = 0;
    for (uint32_t i = 0; i < n && f->n_items < MOST_MARKED; i++) {
        add_candidate(f, marked[i], false, 0);
        /* Each of them is a finding, and will be read without for its own sake. */
        if (reckoned && rb_reckon_cut(f->reckoner, marked[i], &then))
            f->items[f->n_items - 1].saves_ms = f->amount_ms > then.ms ? f->amount_ms - then.ms : 0;
    }
    cut(f, false);
}

/* How many facts begin in each sentence; a name or a number that is said elsewhere as well is none,
 * and of what is to be kept even one of several goes last. */
static void weigh(struct finder *f, uint32_t worth[MOST_SENTENCES])
{
    const struct rb_lexicon *lexicon = f->reckoner->trial->rules->lexicon;
    const struct rb_facts *facts = &f->draft->facts;
    const struct rb_what *keep = &f->check->keep;
    const struct rb_fact *kept;

    for (uint32_t at = 0; keep->n_terms && (kept = rb_what_next(keep, f->draft, &at)) != NULL;)
        if (rb_lexicon_compare(lexicon, kept->kind) == RB_COMPARE_TEXT)
            worth[rb_draft_sentence(f->draft, kept->start)] += WORTH_KEEPING;
    for (uint32_t i = 0; i < facts->count; i++) {
        const struct rb_fact *fact = &facts->items[i];
        uint32_t s = rb_draft_sentence(f->draft, fact->start);
        const struct rb_sentence *sentence = &f->draft->text.sentences[s];

        if (rb_lexicon_hidden(lexicon, fact->kind))
            continue;
        worth[s] += rb_lexicon_compare(lexicon, fact->kind) == RB_COMPARE_TEXT ||
                    !said_elsewhere(f, fact, (struct rb_span){sentence->start, sentence->end});
    }
}

/* Points as they were, less those of the others and of the time that is left. */
static int64_t gained(const struct finder *f)
{
    uint32_t left_ms = f->amount_ms - f->out->saved_ms, own = 0;
    uint8_t severity = 0;

    if (f->rule->points.per)
        own = rb_points_over(&f->rule->points, f->check->max, left_ms, &severity);
    else if (left_ms > f->check->max)
        own = rb_points_of(&f->rule->points, 1);
    return (int64_t)f->reckoner->points - f->others.all - own;
}

/* Suggestions are worth giving up for a draft that fits and gains by it, and for nothing less. */
static void pay(struct finder *f)
{
    struct finder before = *f;
    struct rb_cuts cuts = *f->out;
    int64_t as_it_is = gained(f);

    for (uint32_t i = 0; i < f->n_items; i++)
        f->items[i].refused = false;
    cut(f, true);
    if (!still_over(f) && gained(f) > as_it_is)
        return;
    *f->out = cuts;
    *f = before;
}

static void cut_sentences(struct finder *f)
{
    const struct rb_text *text = &f->draft->text;
    uint32_t worth[MOST_SENTENCES] = {0};

    f->n_items = 0;
    if (text->n_sentences > MOST_SENTENCES)
        return;
    weigh(f, worth);
    for (uint32_t s = 0; s < text->n_sentences; s++)
        add_candidate(f, (struct rb_span){text->sentences[s].start, text->sentences[s].end}, true,
                      worth[s]);
    cut(f, false);
    if (still_over(f))
        pay(f);
}

/* What one cut really saves, by itself. */
static void settle_one(struct finder *f, struct rb_cut *cut)
{
    uint32_t now = rb_draft_ms(f->draft), then;

    if (rb_reckon_cut_ms(f->reckoner, span_of(cut), &then) && then < now)
        cut->saves_ms = now - then;
}

/* What is said of the cuts is what the draft without them really comes to. A pause that they leave
 * or take together counts as the last one's. */
static void settle(struct finder *f)
{
    struct rb_cuts *out = f->out;
    struct rb_span spans[RB_MOST_CUTS];
    struct rb_reckoned then;
    uint32_t shown = tenths(f->amount_ms), others = 0;
    bool good;

    for (uint32_t i = 0; i < out->n; i++) {
        uint32_t at = i;

        for (; at > 0 && spans[at - 1].start > out->items[i].start; at--)
            spans[at] = spans[at - 1];
        spans[at] = span_of(&out->items[i]);
        if (out->n > 1)
            settle_one(f, &out->items[i]);
        others += i + 1 < out->n ? tenths(out->items[i].saves_ms) : 0;
    }
    good = out->n > 1 ? rb_reckon_anew(f->reckoner, spans, out->n, &then)
                      : out->n == 1 && rb_reckon_cut(f->reckoner, spans[0], &then);
    if (!good || tenths(then.ms) + others > shown)
        return;
    out->items[out->n - 1].saves_ms = shown - tenths(then.ms) - others;
    out->saved_ms = f->amount_ms > then.ms ? f->amount_ms - then.ms : 0;
    out->left_ms = tenths(then.ms);
    out->gained = (int64_t)f->reckoner->points - then.points;
}

void rb_cuts_find(struct rb_reckoner *r, const struct rb_rule *rule, const struct rb_breach *breach,
                  const struct rb_span *marked, uint32_t n_marked, struct rb_cuts *out)
{
    static const struct rb_span nothing = {0, 0};
    struct finder f = {.reckoner = r,
                       .draft = r->trial->draft,
                       .rule = rule,
                       .check = breach->check,
                       .amount_ms = breach->amount,
                       .out = out};

    *out = (struct rb_cuts){.n = 0};
    if (!breach->in_ms || breach->amount <= breach->check->max || !r->facts)
        return;
    f.items = rb_arena_array(r->trial->arena, MOST_MARKED, sizeof *f.items);
    if (!f.items)
        return;
    f.others = rb_reckon_without(r, &nothing, 0, 0, rule);
    add_up(&f);
    cut_marked(&f, marked, n_marked);
    if (still_over(&f))
        cut_sentences(&f);
    out->gained = gained(&f);
    settle(&f);
    out->over_ms = still_over(&f);
}

struct rb_net rb_cuts_net(const struct rb_cuts *cuts)
{
    return (struct rb_net){.points = cuts->gained, .saved_ms = cuts->saved_ms};
}
