/* Titles: they stand behind a name, behind "I'm the", or before a name. */
#include "fix/piece.h"
#include "fix/words.h"

static const struct rb_fact *fact_at(const struct rb_scene *s, const char *name, uint32_t token,
                                     bool ends)
{
    const struct rb_facts *facts = &s->result->draft.facts;
    const struct rb_token *t = &s->text->tokens[token];

    for (uint32_t i = 0; i < facts->count; i++) {
        const struct rb_fact *f = &facts->items[i];

        if (rb_slice_is(f->name, name) && (ends ? f->end == t->end : f->start == t->start))
            return f;
    }
    return NULL;
}

/* Where "the", "your", "one of the" before the title begin. */
static uint32_t begin_of(const struct rb_scene *s)
{
    uint32_t at = s->first;

    if (at > s->from && rb_fix_class(s->text, at - 1) & (RB_WORD_ARTICLE | RB_WORD_DET))
        at--;
    if (at >= s->from + 2 && rb_fix_is(s->text, at - 1, "of") && rb_fix_is(s->text, at - 2, "one"))
        at -= 2;
    return at;
}

/* "this is Owen Hale, sales director at Fern" */
static void behind_name(const struct rb_scene *s, uint32_t begin, struct rb_ways *ways)
{
    struct rb_change change = {.n = 0};

    if (begin < s->from + 2 || s->end >= s->to || !rb_fix_is(s->text, begin - 1, ","))
        return;
    if (!(rb_fix_class(s->text, s->end) & (RB_WORD_TIE | RB_WORD_OWN)) ||
        !fact_at(s, "caller_name", begin - 2, true))
        return;
    if (rb_cut_back(s, begin - 1, s->end, &change))
        rb_ways_add(ways, s, &change);
}

/* "I'm the sales director at Fern", "I am one of the founders of Fern" */
static void behind_verb(const struct rb_scene *s, uint32_t begin, struct rb_ways *ways)
{
    const struct rb_token *tokens = s->text->tokens;
    struct rb_change change = {.n = 0};
    uint32_t tie = s->end;

    if (begin <= s->from || tie + 1 >= s->to || !(rb_fix_class(s->text, begin - 1) & RB_WORD_BE))
        return;
    if (rb_fix_is(s->text, tie, "here"))
        tie++;
    if (rb_fix_class(s->text, tie) & RB_WORD_TIE) {
        rb_splice_add(&change, tokens[begin].start, tokens[s->end].start, rb_slice_of("", 0),
                      false);
    } else if (rb_fix_class(s->text, tie) & RB_WORD_OWN &&
               fact_at(s, "caller_company", tie + 1, false)) {
        rb_splice_add(&change, tokens[begin].start, tokens[tie].end,
                      rb_slice_str(tokens[tie].flags & RB_TOK_CAPS ? "WITH" : "with"), false);
    }
    rb_ways_add(ways, s, &change);
}

/* "it's your regional director Owen Hale" */
static void before_name(const struct rb_scene *s, uint32_t begin, struct rb_ways *ways)
{
    struct rb_change change = {.n = 0};

    if (s->end >= s->to || begin <= s->from || !fact_at(s, "caller_name", s->end, false))
        return;
    if (rb_cut_front(s, begin, s->end, &change))
        rb_ways_add(ways, s, &change);
}

void rb_ways_title(const struct rb_scene *scene, struct rb_ways *ways)
{
    uint32_t begin = begin_of(scene);

    behind_name(scene, begin, ways);
    behind_verb(scene, begin, ways);
    before_name(scene, begin, ways);
}
