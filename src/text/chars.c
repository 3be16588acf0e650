#include "base/utf8.h"
#include "text/scan.h"

struct range {
    uint32_t first, last;
    uint8_t kind;
};

#define CHARS(first, last, class) {first, last, RB_CHAR_##class},
static const struct range ranges[] = {
#include "text/chars.def"
};
#undef CHARS

#define O RB_CHAR_OTHER
#define S RB_CHAR_SPACE
#define N RB_CHAR_BREAK
#define L RB_CHAR_LETTER
#define D RB_CHAR_DIGIT
#define P RB_CHAR_PUNCT
#define B RB_CHAR_OPEN
#define C RB_CHAR_CLOSE
#define Q RB_CHAR_QUOTE
#define Y RB_CHAR_SYMBOL
/* clang-format off */
const uint8_t rb_ascii_kind[128] = {
    O, O, O, O, O, O, O, O, O, S, N, S, S, N, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    /*  !  "  #  $  %  &  '  (  )  *  +  ,  -  .  / */
    S, P, Q, Y, Y, Y, Y, Q, B, C, Y, Y, P, P, P, P,
    /* 0-9                        :  ;  <  =  >  ? */
    D, D, D, D, D, D, D, D, D, D, P, P, Y, Y, Y, P,
    /* @ A-O */
    Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    /* P-Z                           [  \  ]  ^  _ */
    L, L, L, L, L, L, L, L, L, L, L, B, Y, C, Y, Y,
    /* ` a-o */
    Q, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    /* p-z                           {  |  }  ~ */
    L, L, L, L, L, L, L, L, L, L, L, B, Y, C, Y, O,
};
/* clang-format on */
#undef O
#undef S
#undef N
#undef L
#undef D
#undef P
#undef B
#undef C
#undef Q
#undef Y

#define M RB_BYTE_SEEN
#define L (RB_BYTE_SEEN | RB_BYTE_LOWER)
#define U (RB_BYTE_SEEN | RB_BYTE_UPPER)
#define W RB_BYTE_ENDS
#define E (RB_BYTE_SEEN | RB_BYTE_ENDS)
#define I (RB_BYTE_SEEN | RB_BYTE_INNER)
#define C (RB_BYTE_SEEN | RB_BYTE_ENDS | RB_BYTE_INNER)
#define H (RB_BYTE_SEEN | RB_BYTE_PLACEHOLDER)
#define K (L | RB_BYTE_PLACEHOLDER)
#define X (U | RB_BYTE_PLACEHOLDER)
#define D (RB_BYTE_SEEN | RB_BYTE_DIGIT | RB_BYTE_PLACEHOLDER)
#define B (RB_BYTE_SEEN | RB_BYTE_ENDS | RB_BYTE_PLACEHOLDER)
/* clang-format off */
const uint8_t rb_byte_class[256] = {
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    /*  !  "  #  $  %  &  '  (  )  *  +  ,  -  .  / */
    W, M, E, H, H, H, M, M, B, E, H, H, C, M, I, M,
    /* 0-9                        :  ;  <  =  >  ? */
    D, D, D, D, D, D, D, D, D, D, I, E, B, M, E, M,
    /* @ A-O */
    M, U, U, U, U, U, U, U, U, U, U, U, U, U, X, U,
    /* P-Z                           [  \  ]  ^  _ */
    U, U, U, U, U, U, U, U, X, U, U, B, M, E, M, H,
    /* ` a-o */
    M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    /* p-z                           {  |  }  ~ */
    L, L, L, L, L, L, L, L, K, L, L, B, M, E, M, 0,
};
/* clang-format on */
#undef M
#undef L
#undef U
#undef W
#undef E
#undef I
#undef C
#undef H
#undef K
#undef X
#undef D
#undef B

static uint8_t wide_kind(uint32_t cp)
{
    size_t low = 0, high = sizeof ranges / sizeof ranges[0];

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (cp > ranges[middle].last)
            low = middle + 1;
        else if (cp < ranges[middle].first)
            high = middle;
        else
            return ranges[middle].kind;
    }
    if (rb_utf8_is_letter(cp))
        return RB_CHAR_LETTER;
    return cp < 0x100 ? RB_CHAR_SYMBOL : RB_CHAR_OTHER;
}

struct rb_char rb_wide_char_at(struct rb_slice text, uint32_t at)
{
    struct rb_char out = {0xFFFD, 1, RB_CHAR_OTHER};

    out.len = (uint8_t)rb_utf8_decode(text.ptr + at, text.len - at, &out.cp);
    out.kind = wide_kind(out.cp);
    return out;
}

uint32_t rb_apostrophe_at(struct rb_slice text, uint32_t at)
{
    const char *s = text.ptr + at;

    if (at >= text.len)
        return 0;
    if (s[0] == '\'')
        return 1;
    return text.len - at >= 3 && memcmp(s, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}
