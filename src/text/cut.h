/* What the stages of sentence splitting share. For this floor only. */
#ifndef TEXT_CUT_H
#define TEXT_CUT_H

#include "text/token.h"

/* What a token is to a sentence. */
enum rb_shape {
    RB_SHAPE_OTHER,
    RB_SHAPE_LOWER,  /* a word in lower case */
    RB_SHAPE_UPPER,  /* a word with a capital first */
    RB_SHAPE_NUMBER, /* begins with a digit */
    RB_SHAPE_ENTITY, /* e-mail, URL */
    RB_SHAPE_HOLE,   /* placeholder */
    RB_SHAPE_DIRECTION,
    RB_SHAPE_STOP,     /* a single full stop */
    RB_SHAPE_ELLIPSIS, /* two full stops or more, or … */
    RB_SHAPE_STRONG,   /* ? ! and their kin */
    RB_SHAPE_COMMA,
    RB_SHAPE_COLON, /* colon or semicolon */
    RB_SHAPE_DASH,
    RB_SHAPE_OPEN,
    RB_SHAPE_CLOSE,
    RB_SHAPE_BULLET,
    RB_SHAPE_FACE,  /* emoji, emoticon */
    RB_SHAPE_MARKER /* the mark of a list item: "1." and no end of a sentence */
};

struct rb_cutter {
    struct rb_text *t;
    uint8_t *shape;   /* enum rb_shape of each token */
    uint8_t *cut;     /* a sentence begins at this token; one more than there are tokens */
    uint32_t *match;  /* of a bracket or quote: the token that closes it, else 0 */
    uint32_t *events; /* the tokens that are no plain words, or begin a line */
    uint32_t n_events;
    uint32_t words, letters, capitals; /* words of any kind; bytes of those of letters; those with a
                                          capital first */
    bool lone_i;                       /* a small "i" may stand by itself */
    bool listed;                       /* there are marks of list items */
    uint32_t width;                    /* bytes of the longest line */
    bool informal;                     /* a small letter may open a sentence */
};

/* A run of terminators with the closing marks and footnote digits behind it. */
struct rb_stop {
    uint32_t first, end; /* tokens, half open */
    uint32_t dots;       /* full stops in it */
    bool strong;         /* holds ? or ! */
    bool twice;          /* !! or ??, or both */
    bool ellipsis;
    bool spaced; /* white space inside */
    bool closed; /* a closing mark behind */
};

static inline bool rb_is_end(uint8_t shape)
{
    return shape == RB_SHAPE_STOP || shape == RB_SHAPE_ELLIPSIS || shape == RB_SHAPE_STRONG;
}

static inline bool rb_is_word(uint8_t shape)
{
    return shape >= RB_SHAPE_LOWER && shape <= RB_SHAPE_HOLE;
}

static inline bool rb_spaced(const struct rb_cutter *c, uint32_t token)
{
    return token >= c->t->n_tokens || (c->t->tokens[token].flags & RB_TOK_SPACE);
}

/* Shapes of all tokens. */
void rb_shapes(struct rb_cutter *);
/* Brackets and quotes: which closes which; sets the side of quotes that stand alone. */
void rb_pairs(struct rb_cutter *);
/* List items: cuts before them, and their marks as RB_SHAPE_MARKER. */
void rb_lists(struct rb_cutter *);
/* Whether small letters open sentences in this text. */
bool rb_is_informal(const struct rb_cutter *);
/* Whether a sentence that began at token `start` ends with this stop. */
bool rb_stop_ends(const struct rb_cutter *, uint32_t start, const struct rb_stop *);
/* Whether the line break before token i ends a sentence; `line` is the first token of the line
 * before. */
bool rb_line_ends(const struct rb_cutter *, uint32_t line, uint32_t i);
/* Cuts sentences of dictated text, which has no stops. False: no memory. */
bool rb_dictation(struct rb_arena *, struct rb_cutter *);

#endif
