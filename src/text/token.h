/* Tokens: every byte of the text that is not white space belongs to exactly one, in order. */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include "text/source.h"

enum rb_token_kind {
    RB_TOKEN_WORD, /* letters, inner apostrophes, digits behind or between letters: don't, Q3, 3rd,
                      5pm, O'Dowd; a number with letters right behind it: 1.2M, 8:30am; inner full
                      stops of acronyms, without the last one: U.S, a.m, Ph.D */
    RB_TOKEN_NUMBER, /* begins with a digit, with inner . , : between digits: 30, 1,200, 4.5, 8:30,
                        303.555.0110 */
    RB_TOKEN_PUNCT, /* . ! ? … , ; : - -- – — / ( ) [ ] { } quotes, bullets; a run of the same mark
                       is one token */
    RB_TOKEN_SYMBOL, /* $ £ € % & @ # + = * ~ _ ° and the like, one character each */
    RB_TOKEN_EMAIL,  /* jo@acme.com */
    RB_TOKEN_URL, /* https://…, www.…, acme.com/x, acme.io: a name with a known top-level domain */
    RB_TOKEN_PLACEHOLDER, /* [Name], {{first_name}}, ${name}, <company>, %NAME%, ___, XXX-XXX-XXXX,
                             (your number) */
    RB_TOKEN_DIRECTION,   /* (pause), [slowly], (smile), *smile*: never spoken; it belongs to the
                             sentence that follows, the last one to the sentence before */
    RB_TOKEN_OTHER        /* emoji, emoticons, HTML tags, and what is none of the above */
};

enum rb_token_flags {
    RB_TOK_CAPITAL = 1 << 0, /* begins with a capital letter */
    RB_TOK_CAPS = 1 << 1,    /* two or more letters, all capital */
    RB_TOK_DIGITS = 1 << 2,  /* holds a digit */
    RB_TOK_SPACE = 1 << 3,   /* white space, or the text's start, before it */
    RB_TOK_NEWLINE = 1 << 4, /* a line break before it (RB_TOK_SPACE is set too) */
    RB_TOK_BLANK = 1 << 5,   /* a blank line before it (RB_TOK_NEWLINE is set too) */
    RB_TOK_CLOSER = 1 << 6,  /* a bracket or quote that closes */
    RB_TOK_OPENER = 1 << 7,  /* a bracket or quote that opens */
    RB_TOK_ABBREV =
        1 << 8, /* a word whose full stop (the next token) belongs to it: Mr. Co. a.m. U.S. */
    RB_TOK_SENTENCE = 1 << 9 /* first token of a sentence */
};

/* What a placeholder stands for, by the words inside it. The clock says a typical filler of that
 * kind. */
enum rb_placeholder {
    RB_HOLE_NONE,    /* the token is no placeholder */
    RB_HOLE_PHONE,   /* phone, number, cell, mobile, ext, callback, line, XXX-XXX-XXXX */
    RB_HOLE_COMPANY, /* the caller's company: company, our company, agency, firm, salon, brand */
    RB_HOLE_OTHER_COMPANY, /* someone else's: prospect company, their company, similar company,
                              peer, client, competitor */
    RB_HOLE_CALLER,        /* your name, my name, rep, agent, sender, caller */
    RB_HOLE_PROSPECT, /* name, first name, prospect, contact, customer, lead, recipient, last name,
                         Mr./Ms. Last Name */
    RB_HOLE_REFERRER, /* referrer, mutual contact, friend */
    RB_HOLE_TITLE,    /* title, position, role */
    RB_HOLE_EMAIL,
    RB_HOLE_URL,
    RB_HOLE_DATE,
    RB_HOLE_TIME,
    RB_HOLE_MONEY,
    RB_HOLE_PERCENT,
    RB_HOLE_PLACE,
    RB_HOLE_PRODUCT, /* product, service, offer, item */
    RB_HOLE_RESULT,  /* result, outcome, benefit */
    RB_HOLE_OTHER
};

struct rb_token {
    uint32_t start, end; /* bytes, half open */
    uint8_t kind;        /* enum rb_token_kind */
    uint8_t hole;        /* enum rb_placeholder */
    uint16_t flags;      /* enum rb_token_flags */
    uint32_t sentence;   /* index of the sentence it belongs to */
};

struct rb_sentence {
    uint32_t start, end;       /* bytes; without the white space around it */
    uint32_t token, token_end; /* its tokens, half open */
};

/* The text floor's product. Sentences partition the tokens: sentence i's token_end is sentence
 * i+1's token. */
struct rb_text {
    struct rb_source source;
    struct rb_token *tokens;
    uint32_t n_tokens;
    struct rb_sentence *sentences;
    uint32_t n_sentences;
    uint32_t n_words; /* written words: WORD, NUMBER, EMAIL, URL, PLACEHOLDER tokens, one for each
                         run without white space */
    bool informal; /* written as dictated: capitals and stops say nothing about names and sentences
                    */
};

/* Bytes to sentences: source, tokens, entities, sentences. False: no memory. Linear in the input.
 */
bool rb_text_make(struct rb_arena *, struct rb_slice bytes, struct rb_text *out);

/* The bytes of a token, and its only mark or letter compared without case. */
static inline struct rb_slice rb_token_text(const struct rb_text *t, uint32_t token)
{
    const struct rb_token *k = &t->tokens[token];

    return rb_slice_of(t->source.text.ptr + k->start, k->end - k->start);
}

#endif
