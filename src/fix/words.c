#include "fix/words.h"

#include "base/ascii.h"
#include "text/lexicon.h"

enum {
    CONJ = RB_WORD_CONJ,
    SUBJECT = RB_WORD_SUBJECT,
    VERB = RB_WORD_VERB,
    PREP = RB_WORD_PREP,
    ARTICLE = RB_WORD_ARTICLE,
    DET = RB_WORD_DET,
    REL = RB_WORD_REL,
    ADVERB = RB_WORD_ADVERB,
    MODAL = RB_WORD_MODAL,
    ANAPHOR = RB_WORD_ANAPHOR,
    HANG = RB_WORD_HANG,
    SOFT = RB_WORD_SOFT,
    SUBORD = RB_WORD_SUBORD,
    PAIR = RB_WORD_PAIR,
    BE = RB_WORD_BE,
    TIE = RB_WORD_TIE,
    OWN = RB_WORD_OWN
};

#define WORD(word, classes) {word, classes},
static const struct rb_wordlist_entry entries[] = {
#include "fix/words.def"
};
#undef WORD

extern const uint16_t rb_slots_words[];

static const struct rb_wordlist words = {entries, sizeof entries / sizeof *entries, rb_slots_words};

bool rb_fix_is(const struct rb_text *text, uint32_t token, const char *word)
{
    struct rb_slice have = rb_token_text(text, token);

    if (have.len != strlen(word))
        return false;
    for (size_t i = 0; i < have.len; i++)
        if (rb_to_lower(have.ptr[i]) != word[i])
            return false;
    return true;
}

/* A dash stands between spaces or is a long one; else it is a hyphen. */
static bool is_dash(const struct rb_text *text, uint32_t token)
{
    char first = text->source.text.ptr[text->tokens[token].start];

    if (first == '-')
        return (text->tokens[token].flags & RB_TOK_SPACE) != 0 || !rb_fix_is(text, token, "-");
    return rb_fix_is(text, token, "–") || rb_fix_is(text, token, "—");
}

static uint32_t class_of_mark(const struct rb_text *text, uint32_t token)
{
    char first = text->source.text.ptr[text->tokens[token].start];

    if (memchr(",;:/()", first, 6) || is_dash(text, token))
        return RB_WORD_MARK | RB_WORD_COMMA;
    if (memchr(".!?", first, 3) || rb_fix_is(text, token, "…"))
        return RB_WORD_MARK | RB_WORD_END;
    return RB_WORD_MARK;
}

uint32_t rb_fix_class(const struct rb_text *text, uint32_t token)
{
    const struct rb_token *t = &text->tokens[token];
    uint32_t classes;

    switch ((enum rb_token_kind)t->kind) {
    case RB_TOKEN_PUNCT:
    case RB_TOKEN_SYMBOL:
        return class_of_mark(text, token);
    case RB_TOKEN_DIRECTION:
    case RB_TOKEN_OTHER:
        return RB_WORD_MARK;
    case RB_TOKEN_WORD:
        classes = rb_lex_find(&words, rb_token_text(text, token));
        return classes ? classes : (uint32_t)RB_WORD_UNKNOWN;
    case RB_TOKEN_NUMBER:
    case RB_TOKEN_EMAIL:
    case RB_TOKEN_URL:
    case RB_TOKEN_PLACEHOLDER:
        break;
    }
    return RB_WORD_UNKNOWN;
}

uint32_t rb_fix_head(const struct rb_text *text, uint32_t from, uint32_t to, uint32_t *head)
{
    for (uint32_t i = from; i < to; i++) {
        uint32_t classes = rb_fix_class(text, i);

        if (classes & ADVERB || (classes & RB_WORD_MARK && !(classes & RB_WORD_COMMA)))
            continue;
        *head = i;
        return classes;
    }
    return 0;
}
