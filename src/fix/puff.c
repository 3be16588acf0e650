/* Praise that is one word in a clause about something else: "an award-winning platform for …". */
#include "base/ascii.h"
#include "fix/kinds.h"
#include "fix/piece.h"
#include "fix/words.h"

/* Behind the praise that begins at a token; the token itself when there is none. */
static uint32_t behind_puff(const struct rb_scene *s, uint32_t token)
{
    const struct rb_token *tokens = s->text->tokens;
    const struct rb_facts *hidden = &s->result->draft.hidden;

    for (uint32_t i = 0; i < hidden->count && hidden->items[i].start <= tokens[token].start; i++) {
        const struct rb_fact *f = &hidden->items[i];
        uint32_t end = token;

        if (f->start != tokens[token].start || rb_fix_kind_of(f) != RB_KIND_PUFF)
            continue;
        while (end < s->end && tokens[end].end <= f->end)
            end++;
        if (end > token && tokens[end - 1].end == f->end)
            return end;
    }
    return token;
}

static bool is_vowel(char c)
{
    return memchr("aeiouAEIOU", c, 10) != NULL;
}

/* "an award-winning platform" becomes "a platform". Letters that are heard both ways (an hour, a
 * house; an uncle, a union) are left to people. */
static bool mend_article(const struct rb_scene *s, uint32_t article, uint32_t noun,
                         struct rb_change *change)
{
    const struct rb_token *tokens = s->text->tokens;
    char first = s->text->source.text.ptr[tokens[noun].start];
    bool an = rb_fix_is(s->text, article, "an");

    if (!an && !rb_fix_is(s->text, article, "a"))
        return true;
    if (!rb_is_alpha(first) || memchr("hHuUoOeE", first, 8))
        return false;
    if (is_vowel(first) == an)
        return true;
    if (tokens[article].flags & RB_TOK_CAPITAL)
        return false;
    rb_splice_add(change, tokens[article].start, tokens[article].end, rb_slice_str(an ? "a" : "an"),
                  true);
    return true;
}

void rb_ways_puff(const struct rb_scene *s, struct rb_ways *ways)
{
    const struct rb_token *tokens = s->text->tokens;

    for (uint32_t i = s->first > s->from ? s->first : s->from + 1; i < s->end; i++) {
        struct rb_change change = {.n = 0};
        uint32_t end = behind_puff(s, i);

        if (end == i || end >= s->to || tokens[end].kind != RB_TOKEN_WORD ||
            !(rb_fix_class(s->text, i - 1) & (RB_WORD_ARTICLE | RB_WORD_DET)) ||
            !(rb_fix_class(s->text, end) & RB_WORD_UNKNOWN) || !(tokens[end].flags & RB_TOK_SPACE))
            continue;
        if (!mend_article(s, i - 1, end, &change))
            continue;
        rb_splice_add(&change, tokens[i].start, tokens[end].start, rb_slice_of("", 0), false);
        rb_ways_add(ways, s, &change);
    }
}
