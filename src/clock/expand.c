#include "clock/expand.h"

#include "base/ascii.h"
#include "base/utf8.h"

static const struct {
    uint32_t cp;
    const char *words;
} MARKS[] = {
#define MARK(cp, words) {cp, words},
#include "clock/mark.def"
};

static bool is_blank(int c)
{
    return c == 0 || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A hyphen between words is silent; a dash with blanks around it, a longer one or two of them
 * pause. */
static void hyphen(struct rb_voice *v, uint32_t at)
{
    bool before = is_blank(rb_look_back(v, at)), after = is_blank(rb_look(v, at + 1));

    if ((before && after) || rb_look(v, at + 1) == '-')
        rb_voice_pause(v, RB_PAUSE_DASH);
}

/* "Tuesday/Thursday" is one or the other; "and/or" and "A/B" have no word for it. */
static void slash(struct rb_voice *v, uint32_t at)
{
    struct rb_slice before = rb_word_before(v, at), after = rb_word_at(v, rb_skip_blank(v, at + 1));

    if (after.len == 0 || (before.len <= 1 && after.len <= 1) || rb_slice_like(before, "and"))
        return;
    rb_voice_say(v, at, "or");
}

static void colon(struct rb_voice *v, uint32_t at)
{
    bool before = rb_is_digit(rb_look_back(v, at)), after = rb_is_digit(rb_look(v, at + 1));

    if (!before || !after)
        rb_voice_pause(v, RB_PAUSE_DASH);
    else if (!rb_is_digit(rb_look(v, at + 2)))
        rb_voice_say(v, at, "to"); /* 10:1 */
}

/* A full stop ends a sentence, unless a letter, digit or comma follows it at once, or a lone
 * capital stands before it: J. Smith. Where it belongs to an abbreviation, that has taken it. */
static void full_stop(struct rb_voice *v, uint32_t at)
{
    const struct rb_token *tokens = v->text->tokens;
    uint32_t next = v->token + 1;
    bool starts = next >= v->text->n_tokens || (tokens[next].flags & RB_TOK_SENTENCE);
    bool initial = rb_is_upper(rb_look_back(v, at)) && rb_look_back(v, at) != 'I' &&
                   (at < 2 || is_blank((unsigned char)v->s[at - 2]));

    int behind = rb_look(v, at + 1);

    if (!starts && (initial || behind == ',' || behind == ';' || rb_look_alnum(v, at + 1)))
        return;
    rb_voice_pause(v, RB_PAUSE_SENTENCE);
}

static void ascii_mark(struct rb_voice *v, uint32_t at, int c)
{
    switch (c) {
    case '.':
        full_stop(v, at);
        break;
    case '!':
    case '?':
        rb_voice_pause(v, RB_PAUSE_SENTENCE);
        break;
    case ';':
        rb_voice_pause(v, RB_PAUSE_DASH);
        break;
    case ',':
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
        rb_voice_pause(v, RB_PAUSE_COMMA);
        break;
    case ':':
        colon(v, at);
        break;
    case '-':
        hyphen(v, at);
        break;
    case '/':
        slash(v, at);
        break;
    case '+':
        if (rb_look_alnum(v, at + 1) || !is_blank(rb_look_back(v, at)) ||
            is_blank(rb_look(v, at + 1)))
            rb_voice_say(v, at, "plus");
        break;
    case '~':
    case '<':
    case '>':
        if (rb_is_digit(rb_look(v, at + 1)) || rb_look(v, at + 1) == '$')
            rb_voice_say(v, at, c == '~' ? "about" : c == '<' ? "less than" : "more than");
        break;
    default:
        break;
    }
}

static void other_mark(struct rb_voice *v, uint32_t at, uint32_t cp)
{
    if (cp == 0x2026) { /* … */
        rb_voice_pause(v, RB_PAUSE_SENTENCE);
    } else if (cp == 0x2014 || cp == 0x2015) { /* em dash */
        rb_voice_pause(v, RB_PAUSE_DASH);
    } else if (cp == 0x2013) { /* en dash */
        if (is_blank(rb_look_back(v, at)) || !rb_look_alnum(v, at + 3))
            rb_voice_pause(v, RB_PAUSE_DASH);
    } else if (cp == 0xBD || cp == 0xBC || cp == 0xBE) { /* ½ ¼ ¾ */
        if (v->number_at != UINT32_MAX && rb_skip_blank(v, v->number_at) == at)
            rb_voice_say(v, at, "and");
        rb_voice_say(v, at, cp == 0xBD ? "a half" : cp == 0xBC ? "a quarter" : "three quarters");
    }
}

static void mark(struct rb_voice *v, uint32_t at, uint32_t cp)
{
    const char *many;

    /* 500€; before a number it is a part of the price */
    if (rb_currency_at(v, at, &many)) {
        if (rb_is_digit(rb_look_back(v, at)))
            rb_voice_say(v, at, many);
        return;
    }
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        if (MARKS[i].cp == cp) {
            rb_voice_say(v, at, MARKS[i].words);
            return;
        }
    }
    if (cp < 0x80)
        ascii_mark(v, at, (int)cp);
    else
        other_mark(v, at, cp);
}

uint32_t rb_expand_piece(struct rb_voice *v, uint32_t at)
{
    int c = rb_look(v, at);
    uint32_t cp = 0, end = 0;
    size_t n;

    if (rb_is_digit(c))
        return rb_expand_number(v, at);
    if (rb_look_letter(v, at) > 0)
        return rb_expand_word(v, at);
    if (c == '$' || c >= 0x80)
        end = rb_expand_money(v, at);
    if (!end && (c == '#' || c == '.'))
        end = rb_expand_mark_number(v, at);
    if (!end && (c == '\'' || c == 0xE2))
        end = rb_expand_short_year(v, at);
    if (end) {
        v->number_from = v->number_at = end;
        return end;
    }
    n = rb_utf8_decode(v->s + at, v->end - at, &cp);
    if (n == 0)
        return at + 1;
    mark(v, at, cp);
    return at + (uint32_t)n;
}

/* Whether the sentence that begins at this token is written in capitals. */
static bool is_shouted(const struct rb_text *text, uint32_t token)
{
    const struct rb_sentence *s = &text->sentences[text->tokens[token].sentence];
    uint32_t capitals = 0, smalls = 0;

    for (uint32_t i = s->start; i < s->end; i++) {
        capitals += rb_is_upper(text->source.text.ptr[i]);
        smalls += rb_is_lower(text->source.text.ptr[i]);
    }
    return capitals > 8 && capitals > smalls * 2;
}

/* Whether the sentence that begins at this token, on its line, is set off by a mark before it or of
 * its own (a bullet, "2)"), not by its words alone. */
static bool is_marked(const struct rb_voice *v, uint32_t token)
{
    const struct rb_token *t = &v->text->tokens[token], *next = t + 1;
    uint32_t last = token + 1 < v->text->n_tokens ? next->start : 0;

    if (token == 0 || t->kind == RB_TOKEN_PUNCT)
        return true;
    if (t->end == last && (v->s[last] == ')' || (v->s[last] == '.' && t->end - t->start <= 2)))
        return true;
    return t[-1].kind == RB_TOKEN_PUNCT && v->s[t[-1].start] != ',';
}

/* The pause that the place before a token makes, and what the token's sentence is like. */
static void enter_token(struct rb_voice *v, struct rb_lines *lines)
{
    const struct rb_token *t = &v->text->tokens[v->token];
    bool line = (t->flags & RB_TOK_NEWLINE) && !rb_line_wraps(lines, v->text, v->token);

    if (line)
        rb_voice_pause(v, RB_PAUSE_SENTENCE);
    if (t->flags & RB_TOK_SENTENCE) {
        rb_voice_pause(v, is_marked(v, v->token) ? RB_PAUSE_SENTENCE : RB_PAUSE_UNMARKED);
        v->shout = is_shouted(v->text, v->token);
    }
}

static uint32_t expand_token(struct rb_voice *v, uint32_t at)
{
    const struct rb_token *t = &v->text->tokens[v->token];

    switch (t->kind) {
    case RB_TOKEN_DIRECTION:
        rb_expand_direction(v, v->token);
        return t->end;
    case RB_TOKEN_PLACEHOLDER:
        rb_expand_hole(v, v->token, v->phones->count + 1 + v->token);
        return t->end;
    case RB_TOKEN_EMAIL:
    case RB_TOKEN_URL:
        rb_expand_address(v, at, t->end);
        return t->end;
    case RB_TOKEN_OTHER:
        return t->end;
    default:
        return rb_expand_piece(v, at);
    }
}

/* Moves on to the token that byte `at` is in, or before. A full stop that belongs to an
 * abbreviation is passed over; gives the byte to go on from. */
static uint32_t next_token(struct rb_voice *v, uint32_t at)
{
    const struct rb_token *tokens = v->text->tokens;

    while (v->token < v->text->n_tokens && tokens[v->token].end <= at) {
        bool abbreviation = (tokens[v->token].flags & RB_TOK_ABBREV) != 0;

        v->token++;
        if (abbreviation && v->token < v->text->n_tokens && tokens[v->token].start == at &&
            v->s[at] == '.' && tokens[v->token].end == at + 1)
            at++;
    }
    return at;
}

void rb_expand(struct rb_voice *v)
{
    const struct rb_text *text = v->text;
    uint32_t at = 0, phone = 0, length = (uint32_t)text->source.text.len, entered = UINT32_MAX;
    struct rb_lines lines = {0};

    while (v->token < text->n_tokens) {
        const struct rb_token *t = &text->tokens[v->token];
        const struct rb_phone *p;

        if (at < t->start)
            at = t->start;
        if (entered != v->token) {
            entered = v->token;
            enter_token(v, &lines);
        }
        while (phone < v->phones->count && v->phones->items[phone].end <= at)
            phone++;
        p = phone < v->phones->count ? &v->phones->items[phone] : NULL;
        v->end = p && p->start > at ? p->start : length;
        if (p && p->start <= at) {
            phone++;
            if (t->kind == RB_TOKEN_PLACEHOLDER) {
                rb_expand_hole(v, v->token, phone);
                at = t->end;
            } else {
                at = rb_expand_phone(v, p, phone);
            }
        } else {
            at = expand_token(v, at);
        }
        at = next_token(v, at);
    }
}
