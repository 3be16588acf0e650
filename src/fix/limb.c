#include "fix/limb.h"

#include "base/ascii.h"
#include "fix/words.h"

enum {
    MOST_ECHO = 3, /* tokens of a sentence that only repeats a word */
    LONGEST_ECHO = 32
};

uint32_t rb_limb_class(const struct rb_scene *s, uint32_t token)
{
    return token >= s->from && token < s->to ? rb_fix_class(s->text, token) : 0;
}

bool rb_limb_is(const struct rb_scene *s, uint32_t token, const char *word)
{
    return token >= s->from && token < s->to && rb_fix_is(s->text, token, word);
}

/* Between two pieces. "so" is one more adverb where no clause follows it. */
bool rb_limb_separates(const struct rb_scene *s, uint32_t token)
{
    uint32_t class = rb_limb_class(s, token);

    if (class & (RB_WORD_COMMA | RB_WORD_END))
        return true;
    if (!(class & RB_WORD_CONJ))
        return false;
    return rb_limb_is(s, token, "and") || rb_limb_is(s, token, "or") ||
           rb_limb_class(s, token + 1) & RB_WORD_SUBJECT;
}

static bool is_conj(const struct rb_scene *s, uint32_t token)
{
    return rb_limb_separates(s, token) &&
           (rb_limb_class(s, token) & RB_WORD_CONJ || rb_limb_is(s, token, "/"));
}

void rb_limb_find(const struct rb_scene *s, struct rb_limb *p)
{
    p->first = s->first;
    p->end = s->end;
    while (p->first < p->end && rb_limb_separates(s, p->first))
        p->first++;
    while (p->end > p->first && rb_limb_separates(s, p->end - 1))
        p->end--;
    while (p->first > s->from && !rb_limb_separates(s, p->first - 1))
        p->first--;
    while (p->end < s->to && !rb_limb_separates(s, p->end))
        p->end++;
    p->before = p->behind = RB_SIDE_EDGE;
    for (p->left = p->first; p->left > s->from && rb_limb_separates(s, p->left - 1); p->left--)
        p->before =
            is_conj(s, p->left - 1) || p->before == RB_SIDE_CONJ ? RB_SIDE_CONJ : RB_SIDE_COMMA;
    if (p->left == s->from)
        p->before = RB_SIDE_EDGE;
    for (p->next = p->end; p->next < s->to && rb_limb_separates(s, p->next); p->next++)
        p->behind = is_conj(s, p->next) || p->behind == RB_SIDE_CONJ ? RB_SIDE_CONJ : RB_SIDE_COMMA;
    if (p->next == s->to)
        p->behind = RB_SIDE_EDGE;
}

/* The first word of the piece that ends before `end`, its class, and 0 when there is none. */
uint32_t rb_limb_head_before(const struct rb_scene *s, uint32_t end, uint32_t *first)
{
    uint32_t head = 0;

    *first = end;
    while (*first > s->from && !rb_limb_separates(s, *first - 1))
        (*first)--;
    return rb_fix_head(s->text, *first, end, &head);
}

/* Whether the piece before rb_limb_leans on what follows: "if you …, S", "for clinics like yours,
 * S", "a family-owned, S". */
bool rb_limb_leans(const struct rb_scene *s, const struct rb_limb *p)
{
    uint32_t first, class = rb_limb_head_before(s, p->left, &first);

    if (class & (RB_WORD_SUBORD | RB_WORD_PREP))
        return true;
    return class & RB_WORD_ARTICLE && first > s->from &&
           rb_limb_class(s, first - 1) & RB_WORD_COMMA;
}

/* "It's Jonas" points at nobody but the caller. */
static bool introduces(const struct rb_scene *s, uint32_t token)
{
    const struct rb_facts *facts = &s->result->draft.facts;
    const struct rb_text *text = s->text;
    uint32_t last = token + 3 < text->n_tokens ? token + 3 : text->n_tokens - 1;

    for (uint32_t i = 0; i < facts->count; i++) {
        const struct rb_fact *f = &facts->items[i];

        if (f->start >= text->tokens[token].start && f->start <= text->tokens[last].start &&
            (rb_slice_is(f->name, "caller_name") || rb_slice_is(f->name, "caller_company") ||
             rb_slice_is(f->name, "phone_number")))
            return true;
    }
    return false;
}

/* "Nobody beats our rates. NOBODY." */
static bool echoes(const struct rb_scene *s, uint32_t token)
{
    const struct rb_sentence *next = &s->text->sentences[s->text->tokens[token].sentence];
    struct rb_slice word = rb_token_text(s->text, token);

    if (token != next->token || next->token_end - token > MOST_ECHO || word.len >= LONGEST_ECHO)
        return false;
    for (uint32_t i = s->from; i < s->to; i++) {
        struct rb_slice other = rb_token_text(s->text, i);
        size_t k = 0;

        while (other.len == word.len && k < word.len &&
               rb_to_lower(other.ptr[k]) == rb_to_lower(word.ptr[k]))
            k++;
        if (k == word.len)
            return true;
    }
    return false;
}

/* "every clinic wants one": somewhere in the clause behind. */
static bool needs_noun(const struct rb_scene *s, uint32_t token)
{
    uint32_t sentence = s->text->tokens[token].sentence;

    if (sentence != s->sentence)
        return false;
    for (; token < s->to && !rb_limb_separates(s, token); token++)
        if (s->text->tokens[token].flags & RB_TOK_SPACE && /* not thirty-one */
            (rb_limb_is(s, token, "one") || rb_limb_is(s, token, "ones") ||
             rb_limb_is(s, token, "it") || rb_limb_is(s, token, "them")))
            return true;
    return false;
}

bool rb_limb_points_back(const struct rb_scene *s, uint32_t token)
{
    uint32_t head;

    if (token >= s->text->n_tokens)
        return false;
    if (echoes(s, token) || needs_noun(s, token))
        return true;
    if (rb_fix_class(s->text, token) & RB_WORD_ANAPHOR)
        return !introduces(s, token);
    return rb_fix_head(s->text, token, s->text->n_tokens, &head) & RB_WORD_ANAPHOR &&
           !introduces(s, head);
}
