#include "fact/unit.h"

#include "base/ascii.h"
#include "base/utf8.h"

struct making {
    const struct rb_lexicon *lex;
    const struct rb_text *text;
    struct rb_units *out;
    bool edge; /* one stands before the next unit */
};

static struct rb_unit *push(struct making *m, uint32_t token, uint32_t start, uint32_t end)
{
    const struct rb_token *k = &m->text->tokens[token];
    struct rb_unit *u = &m->out->items[m->out->count++];

    *u = (struct rb_unit){.start = start, .end = end, .token = token, .sentence = k->sentence};
    if (m->edge)
        u->flags |= RB_UNIT_EDGE;
    m->edge = false;
    if (!(k->flags & RB_TOK_SPACE))
        u->flags |= RB_UNIT_GLUED;
    return u;
}

static void word(struct making *m, uint32_t token)
{
    const struct rb_token *k = &m->text->tokens[token];
    struct rb_slice text = rb_token_text(m->text, token);
    struct rb_parts parts;

    rb_split(text, m->text->informal, &parts);
    for (uint32_t i = 0; i < parts.count; i++) {
        const struct rb_part *part = &parts.items[i];
        struct rb_unit *u = push(m, token, k->start + part->start, k->start + part->end);
        uint32_t cp = 0;

        for (int r = 0; r < RB_SPLIT_READINGS; r++)
            u->words[r] =
                part->readings[r].len ? rb_glossary_find(&m->lex->vocab, part->readings[r]) : 0;
        if (part->soft ||
            (m->lex->filler != UINT32_MAX && rb_word_in(m->lex, u->words[0], m->lex->filler)))
            u->flags |= RB_UNIT_SOFT;
        if (i > 0) {
            u->flags |= RB_UNIT_INSIDE;
            continue;
        }
        if (k->flags & RB_TOK_CAPITAL)
            u->flags |= RB_UNIT_CAPITAL;
        if (k->flags & RB_TOK_CAPS)
            u->flags |= RB_UNIT_CAPS;
        if (rb_is_digit(text.ptr[0]))
            u->flags |= RB_UNIT_FIGURES;
        else if (rb_utf8_decode(text.ptr, text.len, &cp) && !rb_utf8_is_upper(cp))
            u->flags |= RB_UNIT_SPEECH;
    }
}

/* Does a hyphen stand inside a compound, with no space on either side? */
static bool inside_compound(const struct rb_text *text, uint32_t token)
{
    const struct rb_token *k = &text->tokens[token];

    return token > 0 && token + 1 < text->n_tokens && k->end - k->start == 1 &&
           text->source.text.ptr[k->start] == '-' && !(k->flags & RB_TOK_SPACE) &&
           !(text->tokens[token + 1].flags & RB_TOK_SPACE);
}

static void punctuation(struct making *m, uint32_t token)
{
    const struct rb_token *k = &m->text->tokens[token];
    struct rb_slice text = rb_token_text(m->text, token);
    char c = text.ptr[0];

    if (c == '/' && text.len == 1 && token > 0) {
        struct rb_unit *u = push(m, token, k->start, k->end);

        u->words[0] = rb_glossary_find(&m->lex->vocab, rb_slice_str("or"));
        u->flags |= RB_UNIT_SOFT | RB_UNIT_MARK;
        return;
    }
    /* The stop of an abbreviation, a quotation mark and an apostrophe part nothing. */
    if (c == '"' || c == '\'' || c == '*' || c == '_' || inside_compound(m->text, token))
        return;
    if (c == '.' && text.len == 1)
        return;
    if ((unsigned char)c == 0xE2 && text.len >= 3 && (unsigned char)text.ptr[1] == 0x80 &&
        (unsigned char)text.ptr[2] >= 0x98 && (unsigned char)text.ptr[2] <= 0x9F)
        return; /* curly quotation marks */
    m->edge = true;
}

static void symbol(struct making *m, uint32_t token)
{
    const struct rb_token *k = &m->text->tokens[token];
    struct rb_slice text = rb_token_text(m->text, token);
    const char *name = rb_sign_word(text);
    struct rb_unit *u;

    if (!name)
        return;
    u = push(m, token, k->start, k->end);
    u->words[0] = rb_glossary_find(&m->lex->vocab, rb_slice_str(name));
    u->flags |= RB_UNIT_MARK;
}

/* Behind an emoticon a capital begins something new, as it does behind a stop. */
static bool parts(const struct rb_text *text, uint32_t token)
{
    return token + 1 < text->n_tokens && text->tokens[token + 1].flags & RB_TOK_CAPITAL &&
           rb_token_text(text, token).ptr[0] != '<';
}

static void unit_of(struct making *m, uint32_t token)
{
    const struct rb_token *k = &m->text->tokens[token];
    struct rb_unit *u;

    switch ((enum rb_token_kind)k->kind) {
    case RB_TOKEN_WORD:
    case RB_TOKEN_NUMBER:
        word(m, token);
        return;
    case RB_TOKEN_PUNCT:
        punctuation(m, token);
        return;
    case RB_TOKEN_SYMBOL:
        symbol(m, token);
        return;
    case RB_TOKEN_EMAIL:
    case RB_TOKEN_URL:
        u = push(m, token, k->start, k->end);
        u->flags |= RB_UNIT_ADDRESS | (k->flags & RB_TOK_CAPITAL ? RB_UNIT_CAPITAL : 0);
        return;
    case RB_TOKEN_PLACEHOLDER:
        u = push(m, token, k->start, k->end);
        u->flags |= RB_UNIT_HOLE;
        u->hole = k->hole;
        return;
    case RB_TOKEN_OTHER:
        m->edge |= parts(m->text, token);
        return;
    case RB_TOKEN_DIRECTION:
        return;
    }
}

bool rb_units_make(struct rb_arena *arena, const struct rb_lexicon *lex, const struct rb_text *text,
                   struct rb_units *out)
{
    struct making m = {.lex = lex, .text = text, .out = out};
    uint32_t sentence = 0;

    *out = (struct rb_units){.n_sentences = text->n_sentences};
    out->items =
        rb_arena_room(arena, (size_t)text->n_tokens * RB_SPLIT_PARTS + 1, sizeof *out->items);
    out->sentence_first =
        rb_arena_array(arena, (size_t)text->n_sentences + 1, sizeof *out->sentence_first);
    if (!out->items || !out->sentence_first)
        return false;
    for (uint32_t i = 0; i < text->n_tokens; i++) {
        while (sentence < text->n_sentences && text->sentences[sentence].token <= i) {
            out->sentence_first[sentence++] = out->count;
            m.edge = true;
        }
        unit_of(&m, i);
    }
    while (sentence <= text->n_sentences)
        out->sentence_first[sentence++] = out->count;
    return true;
}
