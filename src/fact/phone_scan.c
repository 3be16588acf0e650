#include "fact/phone_scan.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum {
    FARTHEST = 8, /* elements between a number and what may belong to it in the next sentence */
    NEAREST =
        32, /* before a number, in which words are looked for: more than phone_context.c asks */
    MOST_QUIET = 512,
    /* all of a gap that is no white space */
    GAP_MARKS = RB_GAP_DASH | RB_GAP_DOT | RB_GAP_COMMA | RB_GAP_SLASH | RB_GAP_OPEN |
                RB_GAP_CLOSE | RB_GAP_DOTS | RB_GAP_COLON | RB_GAP_BREAK | RB_GAP_TILDE |
                RB_GAP_FILL | RB_GAP_DOTWORD
};

struct build {
    struct rb_phone_scan *scan;
    uint32_t gap, token;
    uint32_t behind; /* how many words may still be an "and" or a filler behind a number */
    bool opens;      /* a sentence begins behind the last element */
    bool failed;
};

static bool is_digit(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 0xFF10 && cp <= 0xFF19);
}

/* Marks that are neither seen nor heard: soft hyphens, joiners, and the direction marks that come
 * along when a number is copied from a contact. */
static bool is_unseen(uint32_t cp)
{
    return cp == 0xAD || (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2060 && cp <= 0x2069) || cp == 0xFEFF;
}

/* Remembers where a number may begin: words and symbols are most of a text. */
static void add_start(struct build *b, uint32_t el)
{
    struct rb_phone_scan *s = b->scan;

    uint32_t *grown =
        rb_arena_grow(s->arena, s->starts, s->n_starts, &s->starts_cap, sizeof *s->starts);

    b->failed = b->failed || !grown;
    if (grown) {
        s->starts = grown;
        s->starts[s->n_starts++] = el;
    }
}

static void make_room(struct build *b)
{
    struct rb_phone_scan *s = b->scan;
    struct rb_phone_el *grown =
        rb_arena_grow(s->arena, s->els, s->n_els, &s->els_cap, sizeof *s->els);

    b->failed = b->failed || !grown;
    s->els = grown ? grown : s->els;
}

static inline struct rb_phone_el *add(struct build *b, uint8_t kind, uint32_t start, uint32_t end)
{
    struct rb_phone_scan *s = b->scan;
    struct rb_phone_el *el;

    if (s->n_els == s->els_cap)
        make_room(b);
    if (b->failed || !s->els)
        return NULL;
    if (kind != RB_EL_WORD && kind != RB_EL_SYMBOL)
        add_start(b, s->n_els);
    if (kind <= RB_EL_SPOKEN)
        b->behind = 2;
    else if (b->behind > 0)
        b->behind--;
    el = &s->els[s->n_els++];
    *el = (struct rb_phone_el){.start = start,
                               .end = end,
                               .token = b->token,
                               .gap = b->gap,
                               .kind = kind,
                               .opens = b->opens};
    b->gap = 0;
    b->opens = false;
    return el;
}

static void add_mark(struct build *b, uint32_t mark)
{
    b->gap |= mark;
    b->gap &= ~(uint32_t)RB_GAP_BACK;
}

/* Words run together, "oneoneseven": all of it, or nothing. */
static bool add_glued(struct build *b, uint32_t start, uint32_t end)
{
    const char *text = b->scan->text->source.text.ptr;
    size_t len, parts = 0;

    if (end - start < 6 || end - start > 80)
        return false;
    for (uint32_t at = start; at < end; at += (uint32_t)len, parts++)
        if (rb_number_prefix(rb_slice_of(text + at, end - at), &len).kind == RB_NUMBER_NONE ||
            len < 2)
            return false;
    if (parts < 2)
        return false;
    for (uint32_t at = start; at < end; at += (uint32_t)len) {
        struct rb_number_word number = rb_number_prefix(rb_slice_of(text + at, end - at), &len);
        struct rb_phone_el *el = add(b, RB_EL_SPOKEN, at, at + (uint32_t)len);

        if (!el)
            return true;
        el->number = number;
    }
    return true;
}

/* Are we behind a number, perhaps with an "and" between? Only there is a filler of interest. */
static bool is_behind_number(const struct rb_phone_scan *s)
{
    uint32_t n = s->n_els;

    if (n > 1 && s->els[n - 1].kind == RB_EL_WORD && s->els[n - 2].kind <= RB_EL_SPOKEN &&
        rb_phone_is(s, n - 1, RB_WORD_AND))
        n--;
    return n > 0 && s->els[n - 1].kind <= RB_EL_SPOKEN;
}

/* A filler or a mark read out becomes part of the gap, with the "and" before it. */
static bool add_filler(struct build *b, uint32_t classes)
{
    struct rb_phone_scan *s = b->scan;

    if (!(classes & (RB_WORD_FILL | RB_WORD_DASH | RB_WORD_DOT)))
        return false;
    if (s->els[s->n_els - 1].kind == RB_EL_WORD && !(b->gap & GAP_MARKS)) {
        s->n_els--;
        b->gap |= s->els[s->n_els].gap;
        b->opens = b->opens || s->els[s->n_els].opens;
        b->behind = 2;
    }
    add_mark(b, classes & RB_WORD_FILL   ? RB_GAP_FILL
                : classes & RB_WORD_DASH ? RB_GAP_DASH
                                         : RB_GAP_DOTWORD);
    return true;
}

static bool is_plus(struct rb_slice word)
{
    return word.len == 4 && rb_to_lower(word.ptr[0]) == 'p' && rb_to_lower(word.ptr[1]) == 'l' &&
           rb_to_lower(word.ptr[2]) == 'u' && rb_to_lower(word.ptr[3]) == 's';
}

static void add_word(struct build *b, uint32_t start, uint32_t end)
{
    struct rb_slice word = rb_slice_of(b->scan->text->source.text.ptr + start, end - start);
    struct rb_number_word number = {0, RB_NUMBER_NONE};
    uint32_t classes = RB_WORD_UNREAD;
    bool head = rb_may_be_number(word);
    struct rb_phone_el *el;

    if (head)
        number = rb_number_word(word);
    if (!number.kind && b->behind > 0 && is_behind_number(b->scan)) {
        classes = rb_phone_word(word);
        if (add_filler(b, classes))
            return;
    }
    if (head && !number.kind && add_glued(b, start, end))
        return;
    el = add(b, number.kind ? RB_EL_SPOKEN : is_plus(word) ? RB_EL_PLUS : RB_EL_WORD, start, end);
    if (!el)
        return;
    el->number = number;
    el->words = number.kind ? 0 : classes;
}

static void add_figures(struct build *b, uint32_t start, uint32_t end, uint32_t n)
{
    struct rb_phone_scan *s = b->scan;
    struct rb_phone_el *el = s->n_els > 0 ? &s->els[s->n_els - 1] : NULL;

    if (el && el->kind == RB_EL_FIGURES && b->gap == 0) {
        el->end = end;
        el->n += n;
        return;
    }
    el = add(b, RB_EL_FIGURES, start, end);
    if (el)
        el->n = n;
}

/* Letters and figures while a word is taken apart. */
struct part {
    uint32_t from, n; /* n: figures so far; 0 while there are letters or nothing */
    bool letters;
};

static void end_part(struct build *b, struct part *p, uint32_t at)
{
    if (p->letters)
        add_word(b, p->from, at);
    else if (p->n > 0)
        add_figures(b, p->from, at, p->n);
    *p = (struct part){.from = at};
}

/* A word or number: its figures and its letters apart, the marks between figures as gaps. */
static void add_mixed(struct build *b, const struct rb_token *t)
{
    const char *text = b->scan->text->source.text.ptr;
    struct part p = {.from = t->start};

    for (uint32_t at = t->start, len; at < t->end; at += len) {
        uint32_t cp = (unsigned char)text[at];

        len = cp < 0x80 ? 1 : (uint32_t)rb_utf8_decode(text + at, t->end - at, &cp);
        if (is_unseen(cp))
            continue;
        if (is_digit(cp)) {
            if (p.n++ == 0) {
                p.n = 0;
                end_part(b, &p, at);
                p.n = 1;
            }
        } else if (!p.letters && (cp == '.' || cp == ',' || cp == ':')) {
            end_part(b, &p, at);
            add_mark(b, cp == '.' ? RB_GAP_DOT : cp == ',' ? RB_GAP_COMMA : RB_GAP_COLON);
        } else if (!p.letters) {
            end_part(b, &p, at);
            p.letters = true;
        }
    }
    end_part(b, &p, t->end);
}

/* Is a bracket's inside no placeholder but a remark with figures, "(ext. 33)"? A name may hold a
 * figure too: [phone 2]. */
static bool is_remark(const char *text, const struct rb_token *t)
{
    uint32_t digits = 0;

    for (uint32_t at = t->start; at < t->end; at++)
        digits += rb_is_digit(text[at]);
    if (text[t->start] == '[' && digits < 7)
        return digits > 0 && rb_to_lower(text[t->start + 1]) == 'e' &&
               rb_to_lower(text[t->start + 2]) == 'x';
    return digits > 0 && (text[t->start] == '(' || text[t->start] == '[');
}

/* Takes such a bracket apart. */
static void add_remark(struct build *b, const struct rb_token *t)
{
    const char *text = b->scan->text->source.text.ptr;

    for (uint32_t at = t->start; at < t->end;) {
        uint32_t from = at;

        while (at < t->end && (rb_is_alpha(text[at]) || (unsigned char)text[at] >= 0x80))
            at++;
        if (at > from) {
            add_word(b, from, at);
            continue;
        }
        while (at < t->end && rb_is_digit(text[at]))
            at++;
        if (at > from)
            add_figures(b, from, at, at - from);
        else if (rb_is_space(text[at++]))
            b->gap |= RB_GAP_SPACE | (b->gap & GAP_MARKS ? RB_GAP_BACK : RB_GAP_FRONT);
        else if (text[from] == '+')
            add(b, RB_EL_PLUS, from, at);
        else
            add_mark(b, rb_phone_mark((unsigned char)text[from], true));
    }
}

/* Punctuation, symbols and what is none of the known. */
static void add_other(struct build *b, const struct rb_token *t)
{
    const char *text = b->scan->text->source.text.ptr;
    uint32_t cp = 0;
    uint32_t len = (uint32_t)rb_utf8_decode(text + t->start, t->end - t->start, &cp);
    uint32_t mark = rb_phone_mark(cp, t->start + len == t->end);
    struct rb_phone_el *el;

    if (is_unseen(cp))
        return;
    if (is_digit(cp)) {
        add_mixed(b, t);
    } else if (cp == '+' || cp == 0xFF0B) {
        add(b, RB_EL_PLUS, t->start, t->end);
    } else if (mark != RB_GAP_BREAK || t->kind == RB_TOKEN_PUNCT) {
        add_mark(b, mark);
    } else {
        el = add(b, RB_EL_SYMBOL, t->start, t->end);
        if (el)
            el->n = cp;
    }
}

/* White space before token i, by its flags and its width. */
static void add_space(struct build *b, uint32_t i)
{
    const struct rb_text *text = b->scan->text;
    const struct rb_token *t = &text->tokens[i];
    uint32_t from = i > 0 ? text->tokens[i - 1].end : 0;

    if (!(t->flags & RB_TOK_SPACE))
        return;
    b->gap |= RB_GAP_SPACE | (b->gap & GAP_MARKS ? RB_GAP_BACK : RB_GAP_FRONT);
    if (t->flags & RB_TOK_BLANK)
        b->gap |= RB_GAP_BLANK;
    if (t->flags & RB_TOK_NEWLINE)
        b->gap |= RB_GAP_LINE;
    else if (t->start - from > 1 &&
             rb_utf8_count(text->source.text.ptr + from, t->start - from) > 1)
        b->gap |= RB_GAP_WIDE;
}

static void add_token(struct build *b, const struct rb_token *t)
{
    switch (t->kind) {
    case RB_TOKEN_WORD:
    case RB_TOKEN_NUMBER:
        if (t->flags & RB_TOK_DIGITS || t->kind == RB_TOKEN_NUMBER)
            add_mixed(b, t);
        else
            add_word(b, t->start, t->end);
        break;
    case RB_TOKEN_PLACEHOLDER:
        if (is_remark(b->scan->text->source.text.ptr, t))
            add_remark(b, t);
        else
            add(b, RB_EL_HOLE, t->start, t->end);
        break;
    case RB_TOKEN_DIRECTION:
        add_mark(b, RB_GAP_FILL);
        break;
    case RB_TOKEN_EMAIL:
    case RB_TOKEN_URL:
        add(b, RB_EL_WORD, t->start, t->end);
        break;
    default:
        add_other(b, t);
    }
}

/* Whether no number reaches over the last elements, nor any look around one: an extension is looked
 * for a few words behind a number, and what is said of it not many words before. */
static bool is_quiet(const struct rb_phone_scan *s, uint32_t elements)
{
    return s->n_els > elements &&
           (s->n_starts == 0 || s->starts[s->n_starts - 1] + elements < s->n_els);
}

/* The same at a sentence's first token: only a sign before it may touch what follows. */
static bool is_apart(const struct rb_phone_scan *s, const struct rb_token *t)
{
    return t->flags & RB_TOK_SENTENCE && t->flags & RB_TOK_SPACE && is_quiet(s, FARTHEST) &&
           s->els[s->n_els - 1].kind == RB_EL_WORD;
}

/* Forgets all elements but the last. */
static void keep(struct rb_phone_scan *s, uint32_t last)
{
    if (last > 0)
        memmove(s->els, s->els + s->n_els - last, last * sizeof *s->els);
    s->n_els = last;
    s->n_starts = 0;
    s->kept = 0;
}

bool rb_phone_elements(struct rb_phone_scan *s)
{
    const struct rb_text *text = s->text;
    struct build b = {.scan = s, .gap = s->gap, .opens = s->opens};

    keep(s, s->kept);
    for (const struct rb_token *t; s->token < text->n_tokens && !b.failed; s->token++) {
        t = &text->tokens[s->token];
        if (is_apart(s, t) || is_quiet(s, MOST_QUIET)) {
            s->kept = is_apart(s, t) ? 0 : NEAREST;
            if (s->n_starts > 0)
                break;
            keep(s, s->kept);
        }
        b.token = s->token;
        b.opens = b.opens || (t->flags & RB_TOK_SENTENCE);
        add_space(&b, s->token);
        add_token(&b, t);
    }
    s->gap = b.gap;
    s->opens = b.opens;
    return !b.failed;
}
