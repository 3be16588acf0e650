/* The inner parts of the telephone number finder; nobody else includes this.
 *
 * Tokens become elements (figures, number words, other words, what stands between them), elements
 * become pieces (each a run of figures or one spoken group such as "double five"), and pieces that
 * nothing parts are judged together: by shape, then by what is said around them. */
#ifndef FACT_PHONE_SCAN_H
#define FACT_PHONE_SCAN_H

#include "fact/number_words.h"
#include "fact/phone.h"

/* What stands between an element and the one before it. */
enum rb_phone_gap {
    RB_GAP_SPACE = 1 << 0,
    RB_GAP_WIDE = 1 << 1, /* two or more spaces, a tab, a double dash */
    RB_GAP_LINE = 1 << 2,
    RB_GAP_BLANK = 1 << 3, /* a blank line */
    RB_GAP_DASH = 1 << 4,
    RB_GAP_DOT = 1 << 5,
    RB_GAP_COMMA = 1 << 6,
    RB_GAP_SLASH = 1 << 7,
    RB_GAP_OPEN = 1 << 8,
    RB_GAP_CLOSE = 1 << 9,
    RB_GAP_DOTS = 1 << 10, /* an ellipsis */
    RB_GAP_COLON = 1 << 11,
    RB_GAP_BREAK = 1 << 12, /* ? ! quotes and whatever no number has inside */
    RB_GAP_TILDE = 1 << 13,
    RB_GAP_FRONT = 1 << 14, /* white space before the first mark */
    RB_GAP_BACK = 1 << 15,  /* white space behind the last mark */
    RB_GAP_FILL = 1 << 16,  /* uh, um, then, a stage direction */
    RB_GAP_DOTWORD = 1 << 17
};

/* Classes of words, phone.def; a word may be of several. */
enum rb_phone_word {
    RB_WORD_CUE = 1 << 0,    /* speaks of telephones: call, mobile, ring, line */
    RB_WORD_PREP = 1 << 1,   /* leads to a number: at, on, under */
    RB_WORD_IS = 1 << 2,     /* joins a label and its number: is, was, reads */
    RB_WORD_NUMBER = 1 << 3, /* number, no, digits: of whatever the word before says */
    RB_WORD_LABEL = 1 << 4,  /* the number behind it is another kind of number: order, account */
    RB_WORD_MAYBE = 1 << 5,  /* the same, but only with the word number: customer, company */
    RB_WORD_AREA = 1 << 6,   /* makes a code one of telephones: area, dialling */
    RB_WORD_UNIT = 1 << 7,   /* behind a quantity: dollars, minutes, people, am */
    RB_WORD_EXT = 1 << 8,    /* an extension follows */
    RB_WORD_MORE = 1 << 9,   /* behind "one", which then is no digit: more, thing, of */
    RB_WORD_NOT = 1 << 10,
    RB_WORD_AND = 1 << 11,
    RB_WORD_LINK = 1 << 12, /* may stand between a number and its extension: and, then, my */
    RB_WORD_FILL = 1 << 13, /* says nothing: uh, um, then */
    RB_WORD_DASH = 1 << 14, /* a mark read out */
    RB_WORD_DOT = 1 << 15,
    RB_WORD_SOFT =
        1 << 16,          /* a label when number or is stands between, else a hint: price, suite */
    RB_WORD_TO = 1 << 17, /* joins the two ends of a range */
    RB_WORD_WHOM = 1 << 18,  /* whom to call: me, us */
    RB_WORD_BACK = 1 << 19,  /* may stand behind whom to call */
    RB_WORD_UNREAD = 1 << 30 /* not looked up yet: most words never are */
};

enum rb_phone_el_kind {
    RB_EL_FIGURES, /* digits only */
    RB_EL_SPOKEN,  /* a number word */
    RB_EL_WORD,    /* any other word */
    RB_EL_SYMBOL,  /* $ # % and the like */
    RB_EL_PLUS,    /* + or "plus" */
    RB_EL_HOLE     /* a placeholder */
};

struct rb_phone_el {
    uint32_t start, end, token;
    uint32_t gap;                 /* enum rb_phone_gap */
    uint32_t n;                   /* figures: how many; a symbol: its code point */
    uint32_t words;               /* enum rb_phone_word; read with rb_phone_is() */
    struct rb_number_word number; /* of a number word */
    uint8_t kind;                 /* enum rb_phone_el_kind */
    bool opens;                   /* a sentence begins at it, or between it and the one before */
};

enum {
    RB_LEVEL_TIGHT,
    RB_LEVEL_SPACE,
    RB_LEVEL_WIDE,
    RB_LEVEL_PAUSE,
    RB_LEVEL_STOP,
    RB_LEVEL_NONE
};

/* One run of figures, or one spoken group. */
struct rb_phone_piece {
    uint32_t el, el_end; /* half open; the plus is not among them */
    uint32_t digits;     /* offset into rb_phone_scan.digits */
    uint8_t n;           /* digits; RB_PIECE_LONG when there are more than a number can have */
    uint8_t level;   /* how far it stands from the piece before: RB_LEVEL_NONE is no part of it */
    uint8_t singles; /* digits said one by one, doubles and trebles among them */
    bool spoken, tens, thousand, plus;
};

enum {
    RB_PIECE_LONG = 24,    /* more digits than a number has */
    RB_PHONE_LONGEST = 16, /* digits, without an extension */
    RB_PHONE_PIECES = 20,
    RB_PHONE_EXT = 7
};

struct rb_phone_scan {
    struct rb_arena *arena;
    const struct rb_text *text;
    struct rb_phone_el *els;
    uint32_t *starts; /* the elements that are neither a word nor a symbol */
    struct rb_phone_piece *pieces;
    char *digits; /* of all pieces, without gaps */
    uint32_t n_els, n_starts, n_pieces;
    size_t els_cap, starts_cap, pieces_cap, digits_cap;
    uint32_t token; /* the first that is not among the elements … */
    uint32_t gap;   /* … what stands before it … */
    bool opens;     /* … and whether a sentence has begun there */
    uint32_t kept;  /* so many elements are still of interest to those that follow */
    uint32_t done;  /* the piece behind the last number found */
};

/* Tokens to elements, up to a place over which no number and no look around one reaches; the
 * elements from before are forgotten. Elements to pieces. False: no memory. */
bool rb_phone_elements(struct rb_phone_scan *);
bool rb_phone_pieces(struct rb_phone_scan *);

extern const uint16_t rb_slots_phone[];

/* Classes of a word, phone.def; 0 for most. */
uint32_t rb_phone_word(struct rb_slice word);
/* The gap that a mark makes; once: it stands alone, not in a run of itself. */
uint32_t rb_phone_mark(uint32_t cp, bool once);
/* How far a gap parts two figures (or, spoken, two number words). */
uint8_t rb_phone_level(uint32_t gap, bool spoken);

/* How much a shape alone says, from nothing to enough. */
enum rb_phone_grade {
    RB_GRADE_NONE,
    RB_GRADE_SIX,  /* six digits that only a call makes a number: 13 22 55 */
    RB_GRADE_WEAK, /* as many digits as a number has */
    RB_GRADE_CUED, /* a grouping that telephones share with other numbers */
    RB_GRADE_BARE, /* the length of a number in one run */
    RB_GRADE_SURE
};

/* Of the written pieces [from, to). */
enum rb_phone_grade rb_phone_shape(const struct rb_phone_scan *, uint32_t from, uint32_t to);
/* How many of their last digits are an extension: 617-555-0142-33. */
uint32_t rb_phone_tail(const struct rb_phone_scan *, uint32_t from, uint32_t to);
/* Digits that a number with "+" has by its country's plan. */
bool rb_phone_plan(const char *digits, uint32_t n);

/* What is said around the elements [el, el_end). */
struct rb_phone_context {
    bool denied;      /* said not to be a telephone number */
    bool label;       /* a word before, or "is your …" behind, names another kind of number */
    bool loose;       /* that label stands before a comma, or behind the number */
    bool direct;      /* a telephone word leads to it: "my number is", "mobile:" */
    bool at;          /* at, on or the like stands right before */
    bool prep;        /* the same, or a colon, a comma, the start of the sentence */
    bool last;        /* the sentence or the clause ends behind it */
    bool alone;       /* nothing else in its sentence or line */
    bool unit;        /* a quantity's unit follows */
    bool left, right; /* what touches it there makes it part of something else */
    bool listed;      /* a comma without a space touches it, and more figures behind that */
};

struct rb_phone_context rb_phone_around(const struct rb_phone_scan *, uint32_t el, uint32_t el_end);
/* Whether a telephone word leads to them or stands in the same sentence: asked only where it
 * counts, since it is a long look. */
bool rb_phone_near(const struct rb_phone_scan *, const struct rb_phone_context *, uint32_t el,
                   uint32_t el_end);

/* A number found: pieces [from, to), elements up to el_end, and when its digits are not those of
 * the pieces, the digits. */
struct rb_phone_find {
    uint32_t from, to;
    uint32_t el_end;
    char digits[RB_PHONE_LONGEST + 8]; /* of a number with letters */
    uint32_t n;                        /* of those; 0: the pieces' digits are the number's */
    char ext[RB_PHONE_EXT];
    uint32_t n_ext;
    uint32_t tail;  /* the last so many of the pieces' digits are an extension */
    uint32_t extra; /* pieces behind that can be skipped, being part of something longer */
};

/* An extension behind element el_end - 1: its digits into the find, and its el_end moved on. */
void rb_phone_extension(const struct rb_phone_scan *, struct rb_phone_find *);

/* Each tries the number that begins at piece `from` of a run of pieces [first, end). */
bool rb_phone_vanity(const struct rb_phone_scan *, uint32_t from, struct rb_phone_find *);
bool rb_phone_written(const struct rb_phone_scan *, uint32_t first, uint32_t from, uint32_t end,
                      enum rb_phone_grade least, struct rb_phone_find *);
bool rb_phone_spoken(const struct rb_phone_scan *, uint32_t first, uint32_t from, uint32_t end,
                     struct rb_phone_find *);

/* Is the element a word of (one of) these classes? */
bool rb_phone_is(const struct rb_phone_scan *, uint32_t el, uint32_t classes);

static inline struct rb_slice rb_phone_el_text(const struct rb_phone_scan *s, uint32_t el)
{
    return rb_slice_of(s->text->source.text.ptr + s->els[el].start,
                       s->els[el].end - s->els[el].start);
}

/* Digits of the pieces [from, to), which stand together in rb_phone_scan.digits. */
static inline uint32_t rb_phone_count(const struct rb_phone_scan *s, uint32_t from, uint32_t to)
{
    return to > from ? s->pieces[to - 1].digits + s->pieces[to - 1].n - s->pieces[from].digits : 0;
}

#endif
