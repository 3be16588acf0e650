#include "fix/piece.h"

#include "fix/limb.h"
#include "fix/words.h"

/* By a finding that may go. What is offered goes by itself or not at all, never along with others.
 */
static bool is_marked(const struct rb_scene *s, uint32_t token)
{
    const struct rb_token *t = &s->text->tokens[token];
    bool ware = rb_fix_kind_at(s->result, s->finding) == RB_KIND_WARE;

    for (uint32_t i = 0; i < s->result->n_findings; i++) {
        const struct rb_finding *f = &s->result->findings[i];

        if (f->start > t->start)
            break;
        if (f->rule->removable && t->end <= f->end &&
            (ware || rb_fix_kind_at(s->result, f) != RB_KIND_WARE))
            return true;
    }
    return false;
}

bool rb_fix_soft(const struct rb_scene *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (!(rb_fix_class(s->text, i) &
              (RB_WORD_SOFT | RB_WORD_ADVERB | RB_WORD_CONJ | RB_WORD_MARK)) &&
            !is_marked(s, i))
            return false;
    return true;
}

/* ---- what a piece is ---- */

static bool is_possessive(const struct rb_text *text, uint32_t token)
{
    struct rb_slice w = rb_token_text(text, token);

    return w.len > 2 && (w.ptr[w.len - 1] == 's' || w.ptr[w.len - 1] == 'S') &&
           (w.ptr[w.len - 2] == '\'' || (unsigned char)w.ptr[w.len - 2] == 0x99);
}

static bool ends_in_ing(const struct rb_text *text, uint32_t token)
{
    struct rb_slice w = rb_token_text(text, token);

    return w.len > 4 && rb_slice_is(rb_slice_of(w.ptr + w.len - 3, 3), "ing");
}

/* "…, Fern Hill, best in the business": behind a name there is room for more about it. */
static bool is_apposition(const struct rb_scene *s, const struct rb_limb *p)
{
    const struct rb_facts *facts = &s->result->draft.facts;
    uint32_t end = s->text->tokens[p->left - 1].end;

    for (uint32_t i = 0; i < facts->count && facts->items[i].start < end; i++)
        if (facts->items[i].end == end && (rb_slice_is(facts->items[i].name, "caller_name") ||
                                           rb_slice_is(facts->items[i].name, "caller_company")))
            return true;
    return false;
}

/* Whether a limb behind a comma can be anything but one item of a list, whose last one would want
 * an "and". */
static bool is_own_limb(const struct rb_scene *s, const struct rb_limb *p, enum rb_fix_kind kind)
{
    uint32_t head = p->first, class = rb_fix_head(s->text, p->first, p->end, &head);

    return kind == RB_KIND_WORN || !(class & RB_WORD_UNKNOWN) || is_possessive(s->text, head) ||
           ends_in_ing(s->text, head) || is_apposition(s, p);
}

static bool has_pair(const struct rb_scene *s, uint32_t to)
{
    for (uint32_t i = s->from; i < to; i++)
        if (rb_fix_class(s->text, i) & RB_WORD_PAIR)
            return true;
    return false;
}

/* ---- pieces that go by themselves: praise, worn phrases, wares ---- */

/* A clause that can stand behind a deletion: its subject is its own. */
static bool stands(const struct rb_scene *s, uint32_t first, enum rb_fix_kind kind)
{
    uint32_t head, class = rb_fix_head(s->text, first, s->to, &head);

    if (kind == RB_KIND_WORN)
        return (class & (RB_WORD_SUBJECT | RB_WORD_ARTICLE | RB_WORD_DET | RB_WORD_UNKNOWN)) != 0;
    return class & (RB_WORD_SUBJECT | RB_WORD_ARTICLE | RB_WORD_DET) &&
           !rb_limb_points_back(s, first);
}

/* "so", "plus": what follows rb_limb_leans on what would go. */
static bool is_therefore(const struct rb_scene *s, uint32_t first)
{
    return !(rb_limb_class(s, first - 1) & RB_WORD_COMMA) && !rb_limb_is(s, first - 1, "and") &&
           !rb_limb_is(s, first - 1, "or") && !rb_limb_is(s, first - 1, "but");
}

static void try_front(const struct rb_scene *s, const struct rb_limb *p, enum rb_fix_kind kind,
                      struct rb_change *change)
{
    if (kind != RB_KIND_WORN && is_therefore(s, p->next))
        return;
    if (kind == RB_KIND_WARE && p->behind != RB_SIDE_CONJ)
        return;
    /* "We are the first and serve …": the subject would go. */
    if (p->behind == RB_SIDE_CONJ &&
        !(rb_limb_class(s, p->next) & (RB_WORD_SUBJECT | RB_WORD_ARTICLE)))
        return;
    if (stands(s, p->next, kind))
        (void)rb_cut_front(s, p->first, p->next, change);
}

static void try_alone(const struct rb_scene *s, const struct rb_limb *p, enum rb_fix_kind kind,
                      struct rb_change *change)
{
    uint32_t next = p->behind == RB_SIDE_EDGE ? s->text->sentences[s->sentence].token_end : p->next;

    if (!rb_fix_soft(s, p->first, p->end) ||
        (p->before == RB_SIDE_EDGE && p->behind == RB_SIDE_EDGE))
        return;
    if (kind != RB_KIND_WORN && rb_limb_points_back(s, next))
        return;
    if (p->before == RB_SIDE_EDGE) {
        try_front(s, p, kind, change);
        return;
    }
    if (rb_limb_is(s, p->left, ":") ||
        (p->before == RB_SIDE_COMMA && (rb_limb_leans(s, p) || !is_own_limb(s, p, kind))))
        return;
    if (p->before == RB_SIDE_CONJ &&
        (has_pair(s, p->left) || (kind == RB_KIND_WARE && is_therefore(s, p->first))))
        return;
    /* Between a comma and a conjunction: an item of a list, or a clause of its own. */
    (void)rb_cut_back(s, p->left, p->end, change);
}

/* "on the market which is the best there is", "call me at your earliest convenience". */
static void try_tail(const struct rb_scene *s, const struct rb_limb *p, struct rb_change *change)
{
    uint32_t class = rb_limb_class(s, s->first);

    if (!(class & (RB_WORD_REL | RB_WORD_PREP)) || s->end < p->end || s->first <= p->first)
        return;
    if (rb_limb_class(s, s->first - 1) & RB_WORD_HANG)
        return;
    (void)rb_cut_back(s, s->first, p->end, change);
}

/* ---- all of them ---- */

/* Whether the caller speaks of the caller: "we carry", "our platform", but not "the quote", which
 * both know, nor "it's ten percent off". */
static bool is_own(const struct rb_scene *s, uint32_t token)
{
    static const char *const heads[] = {"i",     "i've", "we",         "we're",
                                        "we've", "our",  "everything", "my"};

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (rb_fix_is(s->text, token, heads[i]))
            return true;
    return is_possessive(s->text, token) || ends_in_ing(s->text, token) ||
           rb_fix_class(s->text, token) & RB_WORD_REL;
}

/* A day or a place in it makes it an invitation, "you" a promise. */
static bool is_for_them(const struct rb_scene *s, const struct rb_limb *p)
{
    static const char *const words[] = {"you",     "your",     "yours", "you're", "today",
                                        "tonight", "tomorrow", "until", "till"};

    for (uint32_t i = p->first; i < p->end; i++) {
        uint8_t hole = s->text->tokens[i].hole;

        if (hole == RB_HOLE_DATE || hole == RB_HOLE_TIME || hole == RB_HOLE_PLACE)
            return true;
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (rb_fix_is(s->text, i, words[k]))
                return true;
    }
    return false;
}

/* Wares go only where they are offered in general, and the call is about something else: it says
 * what is in it for them. */
static bool is_offer(const struct rb_scene *s, const struct rb_limb *p)
{
    const struct rb_facts *facts = &s->result->draft.facts;
    uint32_t head = p->first;

    if (!rb_fix_head(s->text, p->first, p->end, &head) || !is_own(s, head) || is_for_them(s, p))
        return false;
    for (uint32_t i = 0; i < facts->count; i++)
        if (rb_slice_is(facts->items[i].name, "outcome"))
            return true;
    return false;
}

void rb_ways_piece(const struct rb_scene *scene, enum rb_fix_kind kind, struct rb_ways *ways)
{
    const struct rb_scene *s = scene;
    struct rb_change tail = {.n = 0}, alone = {.n = 0}, errand = {.n = 0}, whole = {.n = 0};
    uint32_t after = s->text->sentences[s->sentence].token_end;
    struct rb_limb p;

    rb_limb_find(s, &p);
    if (p.first >= p.end || (kind == RB_KIND_WARE && !is_offer(s, &p)))
        return;
    if (kind == RB_KIND_REACH) {
        rb_ways_errand(s, &p, &errand);
        rb_ways_add(ways, s, &errand);
        return;
    }
    if (kind != RB_KIND_WARE)
        try_tail(s, &p, &tail);
    rb_ways_add(ways, s, &tail);
    try_alone(s, &p, kind, &alone);
    rb_ways_add(ways, s, &alone);
    if (rb_fix_soft(s, s->from, s->to) &&
        (kind == RB_KIND_WORN || !rb_limb_points_back(s, after)) && rb_cut_sentence(s, &whole))
        rb_ways_add(ways, s, &whole);
}
