/* Sentences: all places where one may end, decided one by one in a single pass. */
#include "base/ascii.h"
#include "text/cut.h"
#include "text/lexicon.h"
#include "text/scan.h"

enum { MOST_OF_SALUTATION = 6 };

/* Whether a token of terminators stands alone, so that it belongs to what is before it. */
static bool stands_alone(const struct rb_cutter *c, uint32_t i)
{
    return i + 1 >= c->t->n_tokens || rb_spaced(c, i + 1) || rb_is_end(c->shape[i + 1]) ||
           c->shape[i + 1] == RB_SHAPE_CLOSE || c->shape[i + 1] == RB_SHAPE_COMMA;
}

static void add_end(const struct rb_cutter *c, uint32_t i, struct rb_stop *g)
{
    const struct rb_token *k = &c->t->tokens[i];
    uint32_t bytes = k->end - k->start;

    g->spaced = g->spaced || (i > g->first && (k->flags & RB_TOK_SPACE));
    if (c->shape[i] == RB_SHAPE_STRONG) {
        g->twice = g->twice || g->strong || bytes == 2;
        g->strong = true;
    } else if (c->shape[i] == RB_SHAPE_STOP) {
        g->dots++;
    } else {
        g->dots += c->t->source.text.ptr[k->start] == '.' ? bytes : 3;
    }
    g->closed = false;
}

/* "[3]" behind a stop. */
static bool is_footnote(const struct rb_cutter *c, uint32_t i)
{
    return i + 3 <= c->t->n_tokens && c->t->source.text.ptr[c->t->tokens[i].start] == '[' &&
           c->shape[i + 1] == RB_SHAPE_NUMBER && c->shape[i + 2] == RB_SHAPE_CLOSE &&
           c->t->tokens[i + 2].end - c->t->tokens[i].start <= 5;
}

static bool is_raised(const struct rb_cutter *c, uint32_t i)
{
    return i < c->t->n_tokens && c->shape[i] == RB_SHAPE_NUMBER &&
           c->t->tokens[i].end - c->t->tokens[i].start <= 2;
}

/* Digits of footnotes right behind a stop: "as before.11 12 The". Gives the token behind them. */
static uint32_t footnote_digits(const struct rb_cutter *c, const struct rb_stop *g, uint32_t end)
{
    uint32_t i = end, last = g->first - 1;

    if (g->first == 0 || g->dots != 1 || g->strong || !is_raised(c, i) || rb_spaced(c, i))
        return end;
    if (c->shape[last] != RB_SHAPE_CLOSE &&
        (c->shape[last] != RB_SHAPE_LOWER || c->t->tokens[last].end - c->t->tokens[last].start < 4))
        return end;
    while (is_raised(c, i) && i - end < 4)
        i++;
    return i < c->t->n_tokens && rb_spaced(c, i) && c->shape[i] == RB_SHAPE_UPPER ? i : end;
}

static struct rb_stop read_stop(const struct rb_cutter *c, uint32_t first)
{
    struct rb_stop g = {.first = first, .end = first};
    uint32_t i = first, n = c->t->n_tokens;

    for (;;) {
        const struct rb_token *k;

        if (i >= n)
            break;
        k = &c->t->tokens[i];
        if (i > first && (k->flags & RB_TOK_BLANK))
            break;
        if (rb_is_end(c->shape[i])) {
            if (i > first && (k->flags & RB_TOK_SPACE) && !stands_alone(c, i))
                break;
            add_end(c, i++, &g);
        } else if (c->shape[i] == RB_SHAPE_CLOSE &&
                   (!(k->flags & RB_TOK_SPACE) ||
                    (rb_spaced(c, i + 1) && !(k->flags & RB_TOK_NEWLINE)))) {
            g.closed = true;
            i++;
        } else if (c->shape[i] == RB_SHAPE_FACE && !(k->flags & RB_TOK_NEWLINE)) {
            i++;
        } else if (is_footnote(c, i)) {
            i += 3;
        } else {
            break;
        }
    }
    g.ellipsis = g.dots >= 2;
    g.end = footnote_digits(c, &g, i);
    return g;
}

/* Four spaced stops, a capital behind: the first ends the sentence, the ellipsis opens the next. */
static bool is_split_ellipsis(const struct rb_cutter *c, const struct rb_stop *g)
{
    return g->dots == 4 && g->spaced && !g->strong && g->end == g->first + 4 &&
           g->end < c->t->n_tokens && c->shape[g->end] == RB_SHAPE_UPPER && g->first > 0 &&
           !rb_spaced(c, g->first);
}

/* Whether the full stop g begins with belongs to the word before it. */
static bool is_abbreviation(const struct rb_cutter *c, const struct rb_stop *g, bool ends)
{
    struct rb_slice word;
    uint32_t lex;

    if (g->first == 0 || c->shape[g->first] != RB_SHAPE_STOP || rb_spaced(c, g->first) ||
        c->t->tokens[g->first - 1].kind != RB_TOKEN_WORD)
        return false;
    word = rb_token_text(c->t, g->first - 1);
    if (memchr(word.ptr, '.', word.len) && !rb_is_digit(word.ptr[0]))
        return true;
    lex = rb_lexicon(word);
    if (ends)
        return (lex & (RB_LEX_MAYEND | RB_LEX_ORG | RB_LEX_TIMEAP)) && !(lex & RB_LEX_NOTABBR);
    if ((lex & RB_LEX_ABBREV) && !(lex & RB_LEX_NOTABBR))
        return true;
    return g->end == g->first + 1 && rb_spaced(c, g->end);
}

/* "Dear Ana," on lines of its own: a comma ends no sentence. */
static bool is_salutation(const struct rb_cutter *c, uint32_t start, uint32_t i)
{
    return i > 0 && (c->shape[i - 1] == RB_SHAPE_COMMA || c->shape[i - 1] == RB_SHAPE_DASH) &&
           i - start <= MOST_OF_SALUTATION;
}

/* The last cut from token `from` up to `to`; start when there is none. Only lists cut ahead. */
static uint32_t last_cut(const struct rb_cutter *c, uint32_t from, uint32_t to, uint32_t start)
{
    for (uint32_t i = from; c->listed && i < to; i++)
        if (c->cut[i])
            start = i;
    return c->cut[to] ? to : start;
}

/* Whether nothing but stage directions stands between the sentence's first token and token i: they
 * belong to what follows, on whatever line. */
static bool is_directed(const struct rb_cutter *c, uint32_t start, uint32_t i)
{
    uint32_t last = i;

    while (last > start && i - last < 4 && c->shape[last - 1] == RB_SHAPE_DIRECTION)
        last--;
    return i > start && last == start;
}

/* Sets cut[] at every boundary that stops, line breaks and lists make. */
static void find_cuts(struct rb_cutter *c)
{
    uint32_t start = 0, line = 0, keep = 0, next = 0, n = c->t->n_tokens;

    for (uint32_t e = 0; e < c->n_events; e++) {
        uint32_t i = c->events[e];
        struct rb_token *k = &c->t->tokens[i];
        struct rb_stop g;
        bool ends;

        if (i < next)
            continue; /* of a stop that has been read */
        start = last_cut(c, next, i, start);
        if (!(k->flags & RB_TOK_NEWLINE) || is_directed(c, start, i))
            ends = false;
        else if (k->flags & RB_TOK_BLANK)
            ends = !rb_is_end(c->shape[i]) && !is_salutation(c, start, i);
        else
            ends = i > keep && rb_line_ends(c, line, i);
        if (ends) {
            c->cut[i] = 1;
            start = i;
        }
        if (k->flags & RB_TOK_NEWLINE)
            line = i;
        if (c->match[i] > keep)
            keep = c->match[i];
        next = i + 1;
        if (!rb_is_end(c->shape[i]))
            continue;
        g = read_stop(c, i);
        next = g.end;
        if (is_split_ellipsis(c, &g)) {
            c->cut[i + 1] = 1;
            start = i + 1;
            continue;
        }
        ends = g.end > keep && rb_stop_ends(c, start, &g);
        if (g.end < n && ends) {
            c->cut[g.end] = 1;
            start = g.end;
        }
        if (is_abbreviation(c, &g, ends || g.end >= n))
            c->t->tokens[i - 1].flags |= RB_TOK_ABBREV;
    }
}

/* The token behind `from` at which the next sentence begins, or the text ends. */
static uint32_t next_cut(const struct rb_cutter *c, uint32_t from)
{
    const uint8_t *cut =
        from < c->t->n_tokens ? memchr(c->cut + from, 1, c->t->n_tokens - from) : NULL;

    return cut ? (uint32_t)(cut - c->cut) : c->t->n_tokens;
}

/* Counts the sentences, and sets whether most begin with a small letter. */
static uint32_t count_sentences(struct rb_cutter *c)
{
    uint32_t count = 0, small = 0, large = 0;

    for (uint32_t i = 0; i < c->t->n_tokens; i = next_cut(c, i + 1)) {
        count++;
        small += c->shape[i] == RB_SHAPE_LOWER;
        large += c->shape[i] == RB_SHAPE_UPPER;
    }
    c->t->informal = small > large;
    return count;
}

static bool build(struct rb_arena *arena, struct rb_cutter *c)
{
    struct rb_text *t = c->t;

    t->n_sentences = 0;
    t->sentences = rb_arena_array(arena, count_sentences(c), sizeof *t->sentences);
    if (!t->sentences)
        return false;
    for (uint32_t i = 0, end; i < t->n_tokens; i = end) {
        struct rb_token *first = &t->tokens[i];

        end = next_cut(c, i + 1);
        first->flags |= RB_TOK_SENTENCE;
        for (uint32_t k = i; k < end; k++)
            t->tokens[k].sentence = t->n_sentences;
        t->sentences[t->n_sentences++] =
            (struct rb_sentence){first->start, t->tokens[end - 1].end, i, end};
    }
    return true;
}

static uint32_t widest_line(const struct rb_text *t)
{
    uint32_t widest = 0;

    for (uint32_t i = 0; i < t->source.n_lines; i++) {
        uint32_t end =
            i + 1 < t->source.n_lines ? t->source.lines[i + 1] - 1 : (uint32_t)t->source.text.len;

        if (end - t->source.lines[i] > widest)
            widest = end - t->source.lines[i];
    }
    return widest;
}

bool rb_sentences_make(struct rb_arena *arena, struct rb_text *t)
{
    struct rb_cutter c = {.t = t};

    c.shape = rb_arena_array(arena, (size_t)t->n_tokens + 1, 1);
    c.cut = rb_arena_array(arena, (size_t)t->n_tokens + 1, 1);
    c.match = rb_arena_array(arena, (size_t)t->n_tokens + 1, sizeof *c.match);
    c.events = rb_arena_array(arena, (size_t)t->n_tokens + 1, sizeof *c.events);
    if (rb_arena_failed(arena))
        return false;
    rb_shapes(&c);
    rb_pairs(&c);
    rb_lists(&c);
    c.informal = rb_is_informal(&c);
    c.width = widest_line(t);
    find_cuts(&c);
    if (!rb_dictation(arena, &c))
        return false;
    return build(arena, &c);
}
