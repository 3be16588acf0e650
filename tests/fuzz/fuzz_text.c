/* Text, on any bytes: tokens are in order, apart and whole, all of what is not white space is in
 * one, and sentences follow each other without a gap. */
#include "fuzz.h"
#include "text/token.h"

static void check_tokens(const struct rb_text *t, size_t size)
{
    uint32_t at = 0;

    for (uint32_t i = 0; i < t->n_tokens; i++) {
        const struct rb_token *k = &t->tokens[i];

        HOLD(k->start >= at && k->end > k->start && k->end <= size);
        HOLD(k->sentence < t->n_sentences);
        HOLD((k->hole != RB_HOLE_NONE) == (k->kind == RB_TOKEN_PLACEHOLDER));
        for (; at < k->start; at++) {
            unsigned char c = (unsigned char)t->source.text.ptr[at];

            HOLD(c <= ' ' || c >= 0x80);
        }
        at = k->end;
    }
}

static void check_sentences(const struct rb_text *t)
{
    uint32_t token = 0;

    for (uint32_t i = 0; i < t->n_sentences; i++) {
        const struct rb_sentence *s = &t->sentences[i];

        HOLD(s->token == token && s->token_end > token && s->token_end <= t->n_tokens);
        HOLD(s->start == t->tokens[s->token].start);
        HOLD(s->end == t->tokens[s->token_end - 1].end);
        HOLD(t->tokens[token].flags & RB_TOK_SENTENCE);
        for (; token < s->token_end; token++)
            HOLD(t->tokens[token].sentence == i);
    }
    HOLD(token == t->n_tokens);
}

static void check_source(const struct rb_source *s, size_t size)
{
    uint32_t line, column;

    HOLD(s->text.len == size && s->n_lines > 0 && s->lines[0] == 0);
    for (uint32_t i = 1; i < s->n_lines; i++) {
        HOLD(s->lines[i] > s->lines[i - 1] && s->lines[i] <= size);
        rb_source_place(s, s->lines[i], &line, &column);
        HOLD(line == i + 1 && column == 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rb_arena arena;
    struct rb_text t;

    rb_arena_init(&arena);
    if (rb_text_make(&arena, rb_slice_of((const char *)data, size), &t)) {
        check_source(&t.source, size);
        check_tokens(&t, size);
        check_sentences(&t);
    }
    rb_arena_free(&arena);
    return 0;
}
