/* Sentences: a boundary is decided at each run of terminators and each blank line. */
#include "base/ascii.h"
#include "text/lexicon.h"
#include "text/scan.h"

static bool is_terminator(const struct rb_text *t, uint32_t i)
{
    struct rb_slice s = rb_token_text(t, i);

    if (t->tokens[i].kind != RB_TOKEN_PUNCT)
        return false;
    return strchr(".!?", s.ptr[0]) || (s.len >= 3 && memcmp(s.ptr, "\xE2\x80\xA6", 3) == 0);
}

static bool may_open(const struct rb_text *t, uint32_t i)
{
    char c = t->source.text.ptr[t->tokens[i].start];

    return !rb_is_lower(c) && !strchr(",;:)]-", c);
}

/* Whether a sentence ends before token i, the token before it being a terminator or a closer. */
static bool ends_before(const struct rb_text *t, uint32_t i)
{
    uint32_t last = i - 1;
    uint32_t classes;

    if (!(t->tokens[i].flags & RB_TOK_SPACE))
        return false;
    while (last > 0 && (t->tokens[last].flags & RB_TOK_CLOSER))
        last--;
    if (!is_terminator(t, last) || !may_open(t, i))
        return false;
    if (last == 0 || !rb_slice_is(rb_token_text(t, last), ".") ||
        t->tokens[last - 1].kind != RB_TOKEN_WORD)
        return true;
    classes = rb_lexicon(rb_token_text(t, last - 1));
    if (!(classes & RB_LEX_ABBREV) || (classes & RB_LEX_NOTABBR))
        return true;
    t->tokens[last - 1].flags |= RB_TOK_ABBREV;
    return (classes & RB_LEX_MAYEND) && (rb_lexicon(rb_token_text(t, i)) & RB_LEX_STARTER);
}

bool rb_sentences_make(struct rb_arena *arena, struct rb_text *t)
{
    struct rb_sentence *list = NULL;
    size_t count = 0, cap = 0;

    for (uint32_t i = 0; i < t->n_tokens; i++) {
        struct rb_token *k = &t->tokens[i];

        if (i == 0 || (k->flags & RB_TOK_BLANK) || ends_before(t, i)) {
            struct rb_sentence *grown = rb_arena_grow(arena, list, count, &cap, sizeof *list);

            if (!grown)
                return false;
            list = grown;
            list[count++] = (struct rb_sentence){k->start, k->end, i, i + 1};
            k->flags |= RB_TOK_SENTENCE;
        }
        k->sentence = (uint32_t)count - 1;
        list[count - 1].end = k->end;
        list[count - 1].token_end = i + 1;
    }
    t->sentences = list;
    t->n_sentences = (uint32_t)count;
    return true;
}
