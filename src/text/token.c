#include "text/token.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/scan.h"

#define IS_LITTLE_ENDIAN (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)

/* Fewer bytes than written text has for a token, so that the list seldom grows. */
enum { BYTES_PER_TOKEN = 4 };

struct list {
    struct rb_token *items;
    size_t count, cap;
};

/* The byte at `at`, 0 behind the text, which holds no NUL. */
static unsigned char byte_at(struct rb_slice text, uint32_t at)
{
    return at < text.len ? (unsigned char)text.ptr[at] : 0;
}

static uint32_t skip_wide_space(struct rb_slice text, uint32_t at, uint16_t *flags)
{
    uint32_t breaks = 0;
    bool cr = false;

    while (at < text.len) {
        struct rb_char c = rb_char_at(text, at);

        if (c.kind == RB_CHAR_BREAK)
            breaks += !(c.cp == '\n' && cr);
        else if (c.kind != RB_CHAR_SPACE)
            break;
        cr = c.cp == '\r';
        at += c.len;
        *flags |= RB_TOK_SPACE;
    }
    if (breaks > 0)
        *flags |= RB_TOK_NEWLINE;
    if (breaks > 1)
        *flags |= RB_TOK_BLANK;
    return at;
}

/* White space in front of a token, as its flags. */
static uint32_t skip_space(struct rb_slice text, uint32_t at, uint16_t *flags)
{
    *flags = at == 0 ? RB_TOK_SPACE : 0;
    /* most often one blank, or none */
    if (byte_at(text, at) == ' ') {
        *flags = RB_TOK_SPACE;
        at++;
    }
    return rb_byte_class[byte_at(text, at)] & RB_BYTE_SEEN ? at : skip_wide_space(text, at, flags);
}

static void mark_case(struct rb_slice text, struct rb_token *t)
{
    uint32_t letters = 0, capitals = 0, at = t->start;

    while (at < t->end && rb_is_lower(text.ptr[at])) {
        at++;
        letters++;
    }
    while (at < t->end) {
        struct rb_char c = rb_char_at(text, at);

        if (c.kind == RB_CHAR_DIGIT) {
            t->flags |= RB_TOK_DIGITS;
        } else if (c.kind == RB_CHAR_LETTER) {
            letters++;
            if (c.len == 1 ? rb_is_upper((int)c.cp) : rb_utf8_is_upper(c.cp)) {
                capitals++;
                if (at == t->start)
                    t->flags |= RB_TOK_CAPITAL;
            }
        }
        at += c.len;
    }
    if (letters >= 2 && letters == capitals)
        t->flags |= RB_TOK_CAPS;
}

/* A mark, and the same mark again as often as it follows. */
static uint32_t scan_mark(struct rb_slice text, uint32_t at, struct rb_char c)
{
    uint32_t end = at + c.len;

    if (c.len == 1) {
        while (byte_at(text, end) == c.cp)
            end++;
        return end;
    }
    while (end + c.len <= text.len && memcmp(text.ptr + end, text.ptr + at, c.len) == 0)
        end += c.len;
    return end;
}

/* A straight quote opens when nothing or an opening mark stands before it and something behind. */
static uint16_t quote_side(struct rb_slice text, const struct rb_token *t, const struct list *list)
{
    bool space = (t->flags & RB_TOK_SPACE) != 0;
    bool more = t->end < text.len;

    if (more) {
        uint8_t next = rb_char_at(text, t->end).kind;

        more = next != RB_CHAR_SPACE && next != RB_CHAR_BREAK;
    }
    if (!space && list->count > 0) {
        const struct rb_token *before = &list->items[list->count - 1];

        space = (before->flags & RB_TOK_OPENER) != 0 ||
                (before->kind == RB_TOKEN_PUNCT && text.ptr[before->end - 1] != '.' &&
                 !(before->flags & RB_TOK_CLOSER) && !strchr("?!,", text.ptr[before->end - 1]));
    }
    return space && more ? RB_TOK_OPENER : RB_TOK_CLOSER;
}

static void scan_other(struct rb_slice text, struct rb_token *t, const struct list *list)
{
    struct rb_char c = rb_char_at(text, t->start);

    if (c.kind == RB_CHAR_PUNCT && !(t->flags & RB_TOK_SPACE)) {
        t->kind = RB_TOKEN_PUNCT;
        t->end = scan_mark(text, t->start, c);
        return;
    }
    t->kind = RB_TOKEN_OTHER;
    t->end = c.cp == '<' ? rb_scan_tag(text, t->start, t)
                         : (t->flags & RB_TOK_SPACE ? rb_scan_face(text, t->start) : 0);
    if (t->end)
        return;
    t->end = t->start + c.len;
    t->kind = RB_TOKEN_PUNCT;
    switch (c.kind) {
    case RB_CHAR_SYMBOL:
        t->kind = RB_TOKEN_SYMBOL;
        break;
    case RB_CHAR_OTHER:
        t->kind = RB_TOKEN_OTHER;
        break;
    case RB_CHAR_OPEN:
        t->flags |= RB_TOK_OPENER;
        t->end = scan_mark(text, t->start, c);
        break;
    case RB_CHAR_CLOSE:
        t->flags |= RB_TOK_CLOSER;
        t->end = scan_mark(text, t->start, c);
        break;
    case RB_CHAR_QUOTE:
        t->end = scan_mark(text, t->start, c);
        t->flags |= quote_side(text, t, list);
        break;
    default:
        t->end = scan_mark(text, t->start, c);
    }
}

/* Whether the word or number that ends at `end`, of letters and digits, may be the head of no
 * address: by the byte behind it, and the one behind that. */
static inline bool ends_plainly(struct rb_slice text, uint32_t end)
{
    unsigned char next = byte_at(text, end), more;

    if (rb_byte_class[next] & RB_BYTE_ENDS)
        return true;
    more = byte_at(text, end + 1);
    return next < 0x80 && next != '@' && (more <= ' ' || more == '"');
}

/* The letters that the next eight bytes begin with: how many, and their classes together. The ends
 * of words are not to be foretold, so that a loop over bytes costs more than all of this. */
static uint32_t skip_letters(const char *s, uint8_t *classes)
{
    const uint64_t ones = 0x0101010101010101u, tops = 0x80u * ones;
    uint64_t bytes, low, letters, small, others;

    memcpy(&bytes, s, sizeof bytes);
    low = (bytes | 0x20u * ones) & ~tops;
    letters = (low + (0x80u - 'a') * ones) & ~(low + (0x7Fu - 'z') * ones) & ~bytes & tops;
    others = ~letters & tops;
    /* only the bits of what stands before the first other byte */
    letters &= (others & (0u - others)) - 1;
    small = letters & bytes << 2;
    *classes = (uint8_t)((small != 0 ? RB_BYTE_LOWER : 0) | (small != letters ? RB_BYTE_UPPER : 0));
    return others != 0 ? (uint32_t)__builtin_ctzll(others) / 8 : 8;
}

/* A word of plain letters and digits, as most are: true when it is one, and no more than that. */
static bool scan_plain_word(struct rb_slice text, struct rb_token *t)
{
    uint32_t at = t->start, letters;
    uint8_t class, all = 0;

    if (IS_LITTLE_ENDIAN && text.len - at >= 8)
        at += skip_letters(text.ptr + at, &all);

    for (;; at++) {
        while ((class = rb_byte_class[byte_at(text, at)] & RB_BYTE_ALNUM) != 0) {
            all |= class;
            at++;
        }
        if (byte_at(text, at) != '\'' || !rb_is_alpha(byte_at(text, at + 1)))
            break;
    }
    if (!ends_plainly(text, at))
        return false;
    t->kind = RB_TOKEN_WORD;
    t->end = at;
    if (all & RB_BYTE_DIGIT)
        t->flags |= RB_TOK_DIGITS;
    if (rb_is_upper(text.ptr[t->start]))
        t->flags |= RB_TOK_CAPITAL;
    if (all & RB_BYTE_LOWER)
        return true;
    letters = 0;
    for (at = t->start; at < t->end && letters < 2; at++)
        letters += rb_is_upper(text.ptr[at]);
    if (letters == 2)
        t->flags |= RB_TOK_CAPS;
    return true;
}

/* The same for a number. */
static bool scan_plain_number(struct rb_slice text, struct rb_token *t)
{
    uint32_t at = t->start;

    for (;; at++) {
        while (rb_is_digit(byte_at(text, at)))
            at++;
        if (!(rb_byte_class[byte_at(text, at)] & RB_BYTE_INNER) ||
            !rb_is_digit(byte_at(text, at + 1)))
            break;
    }
    if (rb_is_alpha(byte_at(text, at)) || !ends_plainly(text, at))
        return false;
    t->kind = RB_TOKEN_NUMBER;
    t->end = at;
    t->flags |= RB_TOK_DIGITS;
    return true;
}

static void scan_word(struct rb_scan *scan, struct rb_token *t)
{
    struct rb_slice text = scan->text;

    t->end = rb_scan_word(text, t->start, &t->kind);
    if (rb_may_be_entity(text, t->start, t->end)) {
        uint32_t end = rb_scan_email(scan, t->start);

        if (end)
            t->kind = RB_TOKEN_EMAIL;
        else if ((end = rb_scan_url(scan, t->start)) != 0)
            t->kind = RB_TOKEN_URL;
        if (end)
            t->end = end;
    }
    mark_case(text, t);
}

static void scan_token(struct rb_scan *scan, struct rb_token *t, const struct list *list)
{
    struct rb_slice text = scan->text;
    unsigned char byte = (unsigned char)text.ptr[t->start];
    uint8_t class = rb_byte_class[byte], kind;

    if (class & RB_BYTE_PLACEHOLDER) {
        t->end = rb_scan_placeholder(text, t->start, t);
        if (t->end != 0)
            return;
        t->hole = RB_HOLE_NONE;
    }
    if ((class & RB_BYTE_DIGIT && scan_plain_number(text, t)) ||
        (class & RB_BYTE_LETTER && scan_plain_word(text, t)))
        return;
    kind = rb_char_at(text, t->start).kind;
    if (kind == RB_CHAR_LETTER || kind == RB_CHAR_DIGIT)
        scan_word(scan, t);
    else
        scan_other(text, t, list);
}

static uint32_t count_words(const struct rb_text *t)
{
    const uint32_t kinds = 1u << RB_TOKEN_WORD | 1u << RB_TOKEN_NUMBER | 1u << RB_TOKEN_EMAIL |
                           1u << RB_TOKEN_URL | 1u << RB_TOKEN_PLACEHOLDER;
    uint32_t words = 0, in_word = 0;

    for (uint32_t i = 0; i < t->n_tokens; i++) {
        uint32_t is_word = kinds >> t->tokens[i].kind & 1u;

        in_word &= (t->tokens[i].flags & RB_TOK_SPACE) == 0;
        words += is_word & ~in_word & 1u;
        in_word |= is_word;
    }
    return words;
}

/* Room for as many tokens as the text has if it goes on as it did up to byte `at`, and for half as
 * many again at least, but for no more than there are bytes. */
static bool make_room(struct rb_arena *arena, struct list *list, uint32_t at, size_t len)
{
    size_t more = (len - at) * list->count / (at + 1u), cap = list->count + 8;
    struct rb_token *items;

    more += more / 8;
    if (more < list->count / 2)
        more = list->count / 2;
    cap += more < len - at ? more : len - at;
    items = rb_arena_array(arena, cap, sizeof *items);
    if (!items)
        return false;
    memcpy(items, list->items, list->count * sizeof *items);
    list->items = items;
    list->cap = cap;
    return true;
}

bool rb_tokens_make(struct rb_arena *arena, struct rb_text *out)
{
    struct rb_scan scan = {.text = out->source.text};
    struct list list = {.cap = scan.text.len / BYTES_PER_TOKEN + 8};
    uint32_t at = 0;

    list.items = rb_arena_array(arena, list.cap, sizeof *list.items);
    if (!list.items)
        return false;

    for (;;) {
        struct rb_token *t;

        if (list.count == list.cap && !make_room(arena, &list, at, scan.text.len))
            return false;
        t = &list.items[list.count];
        at = skip_space(scan.text, at, &t->flags);
        if (at >= scan.text.len)
            break;
        t->start = at;
        scan_token(&scan, t, &list);
        at = t->end;
        list.count++;
    }
    out->tokens = list.items;
    out->n_tokens = (uint32_t)list.count;
    out->n_words = count_words(out);
    return true;
}

bool rb_text_make(struct rb_arena *arena, struct rb_slice bytes, struct rb_text *out)
{
    *out = (struct rb_text){0};
    return rb_source_make(arena, bytes, &out->source) && rb_tokens_make(arena, out) &&
           rb_sentences_make(arena, out);
}
