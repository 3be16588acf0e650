/* Text as a test wants to see it. */
#ifndef TEXT_FIXTURE_H
#define TEXT_FIXTURE_H

#include "base/buffer.h"
#include "text/token.h"

/* Fails the test unless the text made of `bytes` is sound: tokens in order and apart, all of what
 * is not white space in them, sentences that follow each other without a gap. */
static inline void check_text(const struct rb_text *t, size_t len)
{
    uint32_t at = 0, token = 0;

    assert_int_equal(t->source.text.len, len);
    for (uint32_t i = 0; i < t->n_tokens; i++) {
        const struct rb_token *k = &t->tokens[i];

        assert_true(k->start >= at && k->end > k->start && k->end <= len);
        assert_true(k->sentence < t->n_sentences);
        for (; at < k->start; at++)
            assert_true((unsigned char)t->source.text.ptr[at] >= 0x80 ||
                        (unsigned char)t->source.text.ptr[at] <= ' ');
        at = k->end;
    }
    for (uint32_t i = 0; i < t->n_sentences; i++) {
        const struct rb_sentence *s = &t->sentences[i];

        assert_int_equal(s->token, token);
        assert_true(s->token_end > s->token && s->token_end <= t->n_tokens);
        assert_int_equal(s->start, t->tokens[s->token].start);
        assert_int_equal(s->end, t->tokens[s->token_end - 1].end);
        assert_true(t->tokens[s->token].flags & RB_TOK_SENTENCE);
        for (; token < s->token_end; token++)
            assert_int_equal(t->tokens[token].sentence, i);
    }
    assert_int_equal(token, t->n_tokens);
}

static inline void make_text(struct rb_arena *arena, const char *text, struct rb_text *out)
{
    rb_arena_init(arena);
    assert_true(rb_text_make(arena, rb_slice_str(text), out));
    check_text(out, strlen(text));
}

/* Fails unless the text splits where `marked` has a bar; white space around a bar does not count.
 */
static inline void check_sentences(const char *marked)
{
    struct rb_buffer plain, shown;
    struct rb_arena arena;
    struct rb_text t;
    const char *want = marked;

    rb_buffer_init(&plain);
    rb_buffer_init(&shown);
    for (const char *s = marked; *s; s++)
        if (*s != '|')
            rb_buffer_putc(&plain, *s);
    rb_buffer_putc(&plain, '\0');
    make_text(&arena, plain.ptr, &t);
    for (uint32_t i = 0; i < t.n_sentences; i++) {
        rb_buffer_puts(&shown, i ? "|" : "");
        rb_buffer_add(&shown, plain.ptr + t.sentences[i].start,
                      t.sentences[i].end - t.sentences[i].start);
    }
    rb_buffer_putc(&shown, '\0');
    for (const char *got = shown.ptr; *got || *want; got++, want++) {
        /* bars in the same places, white space aside */
        while (*got == ' ' || *got == '\n')
            got++;
        while (*want == ' ' || *want == '\n')
            want++;
        if (*got != *want)
            fail_msg("split as %s, not %s", shown.ptr, marked);
        if (!*got)
            break;
    }
    rb_arena_free(&arena);
    rb_buffer_free(&plain);
    rb_buffer_free(&shown);
}

static inline void check_all(const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_sentences(texts[i]);
}

#define CHECK(...)                                                                                 \
    do {                                                                                           \
        static const char *const texts[] = {__VA_ARGS__};                                          \
        check_all(texts, sizeof texts / sizeof texts[0]);                                          \
    } while (0)

#endif
