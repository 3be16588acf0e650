/* The scanner's inner parts: character classes and the entities that outrank words. For this floor
 * only. */
#ifndef TEXT_SCAN_H
#define TEXT_SCAN_H

#include "text/token.h"

enum rb_char_class {
    RB_CHAR_OTHER,
    RB_CHAR_SPACE,
    RB_CHAR_LETTER,
    RB_CHAR_DIGIT,
    RB_CHAR_PUNCT,
    RB_CHAR_OPEN,   /* a bracket or quote that can only open */
    RB_CHAR_CLOSE,  /* a bracket or quote that can only close */
    RB_CHAR_QUOTE,  /* a quote that opens or closes by its place */
    RB_CHAR_SYMBOL, /* one token for each */
    RB_CHAR_BREAK   /* white space that ends a line */
};

struct rb_char {
    uint32_t cp;
    uint8_t len; /* bytes */
    uint8_t kind;
};

/* enum rb_char_class of each ASCII character. */
extern const uint8_t rb_ascii_kind[128];
/* What a byte may do in a token; a NUL stands for the text's end. */
enum rb_byte_class {
    RB_BYTE_LOWER = 1 << 0,
    RB_BYTE_UPPER = 1 << 1,
    RB_BYTE_DIGIT = 1 << 2,
    RB_BYTE_SEEN = 1 << 3,        /* ASCII, no white space and no control */
    RB_BYTE_ENDS = 1 << 4,        /* behind a word, ends it, and can join it to nothing */
    RB_BYTE_INNER = 1 << 5,       /* between two digits, joins them */
    RB_BYTE_PLACEHOLDER = 1 << 6, /* may begin one */
    RB_BYTE_LETTER = RB_BYTE_LOWER | RB_BYTE_UPPER,
    RB_BYTE_ALNUM = RB_BYTE_LETTER | RB_BYTE_DIGIT
};

/* enum rb_byte_class of each byte. */
extern const uint8_t rb_byte_class[256];
/* The character at byte `at` (< text.len) of valid UTF-8, which is not ASCII. */
struct rb_char rb_wide_char_at(struct rb_slice text, uint32_t at);
/* The character at byte `at` (< text.len) of valid UTF-8. */
static inline struct rb_char rb_char_at(struct rb_slice text, uint32_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];

    if (c < 0x80)
        return (struct rb_char){c, 1, rb_ascii_kind[c]};
    return rb_wide_char_at(text, at);
}
/* The length of an apostrophe at byte `at`, 0 when there is none. */
uint32_t rb_apostrophe_at(struct rb_slice text, uint32_t at);

/* Where scanning stands, and how far a search has already failed: from any place below such a
 * limit it would fail again, which keeps the whole linear. */
struct rb_scan {
    struct rb_slice text;
    uint32_t no_email; /* no address begins before this byte */
    uint32_t no_name;  /* no domain name begins before this byte */
};

/* Ends of the e-mail address, URL or domain name that begins at `at`; 0 when none does. */
uint32_t rb_scan_email(struct rb_scan *, uint32_t at);
uint32_t rb_scan_url(struct rb_scan *, uint32_t at);
/* Whether the word from `at` to `end` may be the head of an address: by the mark behind or in it.
 */
bool rb_may_be_entity(struct rb_slice text, uint32_t at, uint32_t end);
/* End of the word or number at `at`, which is a letter or digit; *kind says which it is. */
uint32_t rb_scan_word(struct rb_slice text, uint32_t at, uint8_t *kind);
/* End of the placeholder or direction that begins at `at`; 0 when none does. Sets kind and hole. */
uint32_t rb_scan_placeholder(struct rb_slice text, uint32_t at, struct rb_token *out);

/* End of the HTML tag at `at`, 0 when none is there; sets the flag of its side. */
uint32_t rb_scan_tag(struct rb_slice text, uint32_t at, struct rb_token *out);
/* End of the emoticon at `at`, 0 when none is there: ":)" ";-P". */
uint32_t rb_scan_face(struct rb_slice text, uint32_t at);

/* Splits the source into tokens; sentences are not set. */
bool rb_tokens_make(struct rb_arena *, struct rb_text *);
/* Groups the tokens into sentences, and sets what only they show: RB_TOK_ABBREV, RB_TOK_SENTENCE,
 * informal. */
bool rb_sentences_make(struct rb_arena *, struct rb_text *);

#endif
