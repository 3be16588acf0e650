#include "base/ascii.h"
#include "text/cut.h"
#include "text/scan.h"

static uint8_t mark_shape(const struct rb_text *t, const struct rb_token *k)
{
    struct rb_char c = rb_char_at(t->source.text, k->start);

    if (k->flags & RB_TOK_OPENER)
        return RB_SHAPE_OPEN;
    if (k->flags & RB_TOK_CLOSER)
        return RB_SHAPE_CLOSE;
    switch (c.cp) {
    case '.':
        return k->end - k->start == 1 ? RB_SHAPE_STOP : RB_SHAPE_ELLIPSIS;
    case 0x2024: /* one dot leader */
    case 0x3002: /* ideographic full stop */
    case 0xFF0E:
        return RB_SHAPE_STOP;
    case 0x2025:
    case 0x2026:
        return RB_SHAPE_ELLIPSIS;
    case '!':
    case '?':
    case 0x203C:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0xFF01:
    case 0xFF1F:
        return RB_SHAPE_STRONG;
    case ',':
    case 0x3001:
        return RB_SHAPE_COMMA;
    case ';':
    case ':':
        return RB_SHAPE_COLON;
    case '-':
    case 0x2212:
        return RB_SHAPE_DASH;
    case 0x00B7:
    case 0x2022:
    case 0x2023:
    case 0x2043:
        return RB_SHAPE_BULLET;
    default:
        break;
    }
    if ((c.cp >= 0x2010 && c.cp <= 0x2015) || c.cp == 0x2E3A || c.cp == 0x2E3B)
        return RB_SHAPE_DASH;
    return c.cp >= 0x25A0 && c.cp <= 0x25FF ? RB_SHAPE_BULLET : RB_SHAPE_OTHER;
}

/* Of an ASCII mark that stands alone, and neither opens nor closes. */
static const uint8_t shape_of_mark[256] = {
    ['.'] = RB_SHAPE_STOP,  ['!'] = RB_SHAPE_STRONG, ['?'] = RB_SHAPE_STRONG,
    [','] = RB_SHAPE_COMMA, [';'] = RB_SHAPE_COLON,  [':'] = RB_SHAPE_COLON,
    ['-'] = RB_SHAPE_DASH};

static uint8_t word_shape(const struct rb_text *t, const struct rb_token *k)
{
    unsigned char c = (unsigned char)t->source.text.ptr[k->start];

    if (rb_is_digit(c))
        return RB_SHAPE_NUMBER;
    return k->flags & RB_TOK_CAPITAL ? RB_SHAPE_UPPER : RB_SHAPE_LOWER;
}

static uint8_t other_shape(const struct rb_text *t, const struct rb_token *k)
{
    unsigned char c = (unsigned char)t->source.text.ptr[k->start];

    if (k->flags & RB_TOK_OPENER)
        return RB_SHAPE_OPEN;
    if (k->flags & RB_TOK_CLOSER)
        return RB_SHAPE_CLOSE;
    return c >= 0x80 || c == ':' || c == ';' ? RB_SHAPE_FACE : RB_SHAPE_OTHER;
}

static inline uint8_t shape_of(const struct rb_text *t, const struct rb_token *k)
{
    if (k->kind <= RB_TOKEN_NUMBER)
        return word_shape(t, k);
    if (k->kind == RB_TOKEN_PUNCT && k->end - k->start == 1 &&
        !(k->flags & (RB_TOK_OPENER | RB_TOK_CLOSER)))
        return shape_of_mark[(unsigned char)t->source.text.ptr[k->start]];
    switch (k->kind) {
    case RB_TOKEN_EMAIL:
    case RB_TOKEN_URL:
        return RB_SHAPE_ENTITY;
    case RB_TOKEN_PLACEHOLDER:
        return RB_SHAPE_HOLE;
    case RB_TOKEN_DIRECTION:
        return RB_SHAPE_DIRECTION;
    case RB_TOKEN_PUNCT:
        return mark_shape(t, k);
    case RB_TOKEN_OTHER:
        return other_shape(t, k);
    default:
        return RB_SHAPE_OTHER;
    }
}

/* A small "i", alone or with an apostrophe behind it. */
static bool is_small_i(const char *text, const struct rb_token *k)
{
    return text[k->start] == 'i' &&
           (k->end - k->start == 1 || text[k->start + 1] == '\'' || text[k->start + 1] == '\xE2');
}

void rb_shapes(struct rb_cutter *c)
{
    const char *text = c->t->source.text.ptr;

    for (uint32_t i = 0; i < c->t->n_tokens; i++) {
        const struct rb_token *k = &c->t->tokens[i];
        uint8_t shape = shape_of(c->t, k);

        c->shape[i] = shape;
        if (!rb_is_word(shape) || (k->flags & RB_TOK_NEWLINE))
            c->events[c->n_events++] = i;
        c->words += rb_is_word(shape);
        if (shape == RB_SHAPE_LOWER || shape == RB_SHAPE_UPPER) {
            c->letters += k->end - k->start;
            c->capitals += shape == RB_SHAPE_UPPER;
            c->lone_i = c->lone_i || is_small_i(text, k);
        }
    }
}
