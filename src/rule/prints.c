#include "rule/prints.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "rule/trial.h"

enum { RUN = 3, FEWEST = 12 };

static const uint64_t ASIDE = 0x9E3779B97F4A7C15u; /* what stands for whatever is set aside */

static uint64_t mix(uint64_t h)
{
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93u;
    h ^= h >> 32;
    return h;
}

/* Without case, and with straight apostrophes. */
static uint64_t word_hash(struct rb_slice word)
{
    uint64_t h = 0xCBF29CE484222325u;

    for (size_t i = 0; i < word.len;) {
        uint32_t cp = 0xFFFD;
        size_t n = rb_utf8_decode(word.ptr + i, word.len - i, &cp);

        cp = cp == 0x2019 ? '\'' : rb_utf8_to_lower(cp);
        h = (h ^ cp) * 0x100000001B3u;
        i += n ? n : 1;
    }
    return mix(h);
}

/* A capital inside of a sentence makes a name; the only word that has one without being a name is
 * I. */
static bool is_name(const struct rb_text *text, uint32_t token)
{
    const struct rb_token *t = &text->tokens[token];
    struct rb_slice word = rb_token_text(text, token);

    if (text->informal || !(t->flags & RB_TOK_CAPITAL) ||
        text->sentences[t->sentence].token == token)
        return false;
    return word.ptr[0] != 'I' || (word.len > 1 && rb_is_alpha(word.ptr[1]));
}

/* What a token counts for: 0: nothing, as marks do. */
static uint64_t token_hash(const struct rb_text *text, uint32_t token)
{
    switch ((enum rb_token_kind)text->tokens[token].kind) {
    case RB_TOKEN_WORD:
        return text->tokens[token].flags & RB_TOK_DIGITS || is_name(text, token)
                   ? ASIDE
                   : word_hash(rb_token_text(text, token));
    case RB_TOKEN_NUMBER:
    case RB_TOKEN_EMAIL:
    case RB_TOKEN_URL:
    case RB_TOKEN_PLACEHOLDER:
        return ASIDE;
    case RB_TOKEN_PUNCT:
    case RB_TOKEN_SYMBOL:
    case RB_TOKEN_DIRECTION:
    case RB_TOKEN_OTHER:
        break;
    }
    return 0;
}

static int ascending(const void *a, const void *b)
{
    uint32_t x, y;

    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x > y) - (x < y);
}

static struct rb_prints finish(uint32_t *items, uint32_t n)
{
    uint32_t kept = 0;

    if (n < FEWEST)
        return (struct rb_prints){NULL, 0};
    qsort(items, n, sizeof *items, ascending);
    for (uint32_t i = 0; i < n; i++)
        if (i == 0 || items[i] != items[kept - 1])
            items[kept++] = items[i];
    return (struct rb_prints){items, kept};
}

/* The facts come in the order of their starts, so the furthest end so far is enough. */
static struct rb_prints prints_of(const struct rb_draft *draft, const struct rb_what *aside,
                                  struct rb_arena *arena)
{
    const struct rb_text *text = &draft->text;
    uint32_t *items = rb_arena_array(arena, text->n_tokens, sizeof *items);
    uint64_t last[RUN] = {0};
    uint32_t n = 0, words = 0, at = 0, reach = 0;
    const struct rb_fact *next = aside->of_fact ? rb_what_next(aside, draft, &at) : NULL;

    for (uint32_t i = 0; items && i < text->n_tokens; i++) {
        uint64_t h = token_hash(text, i);

        for (; next && next->start <= text->tokens[i].start; next = rb_what_next(aside, draft, &at))
            reach = next->end > reach ? next->end : reach;
        if (text->tokens[i].start < reach)
            h = ASIDE;
        if (h == 0 || (h == ASIDE && words && last[RUN - 1] == ASIDE))
            continue;
        memmove(last, last + 1, (RUN - 1) * sizeof *last);
        last[RUN - 1] = h;
        if (++words >= RUN)
            items[n++] = (uint32_t)(mix(last[0] * 3 + mix(last[1] * 5 + mix(last[2]))) >> 32);
    }
    return items ? finish(items, n) : (struct rb_prints){NULL, 0};
}

void rb_prints_make(const ringback_rules *rules, ringback_result *result)
{
    struct rb_prints *prints = rb_arena_array(&result->arena, rules->n_aside, sizeof *prints);

    for (uint32_t i = 0; prints && i < rules->n_aside; i++)
        prints[i] = prints_of(&result->draft, rules->aside[i], &result->arena);
    result->prints = prints;
    result->n_prints = prints ? rules->n_aside : 0;
}

uint32_t rb_prints_likeness(const struct rb_prints *a, const struct rb_prints *b)
{
    uint32_t i = 0, k = 0, common = 0;
    uint64_t all;

    while (i < a->n && k < b->n) {
        common += a->items[i] == b->items[k];
        if (a->items[i] <= b->items[k]) {
            k += a->items[i] == b->items[k];
            i++;
        } else {
            k++;
        }
    }
    all = (uint64_t)a->n + b->n - common;
    return all ? (uint32_t)((uint64_t)common * 100 / all) : 0;
}
