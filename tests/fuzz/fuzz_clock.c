/* The clock, on any bytes: the parts add up to the total, times never go back, every word belongs
 * to a token, and a slower pace or speaker never takes less time. */
#include "clock/clock.h"
#include "fuzz.h"

static void check_words(const struct rb_clock *clock, const struct rb_text *text)
{
    uint32_t now = 0, token = 0;

    for (uint32_t i = 0; i < clock->n_words; i++) {
        const struct rb_spoken *w = &clock->words[i];

        HOLD(w->text.len > 0);
        HOLD(w->start_ms >= now && w->end_ms >= w->start_ms);
        now = w->end_ms + w->pause_ms;
        HOLD(w->token >= token && w->token < text->n_tokens);
        token = w->token;
    }
    HOLD(clock->n_words == 0 ? clock->total_ms == 0 : clock->total_ms == now);
}

static void check_tokens(const struct rb_clock *clock, const struct rb_text *text)
{
    uint32_t now = 0;

    for (uint32_t i = 0; i < text->n_tokens; i++) {
        HOLD(clock->token_start_ms[i] >= now);
        HOLD(clock->token_end_ms[i] >= clock->token_start_ms[i]);
        now = clock->token_end_ms[i];
    }
    HOLD(now <= clock->total_ms);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rb_clock_options normal = {150, 140, false}, slow = {110, 200, false};
    struct rb_clock clock, slower;
    struct rb_phones phones;
    struct rb_arena arena;
    struct rb_text text;

    rb_arena_init(&arena);
    HOLD(rb_text_make(&arena, rb_slice_of((const char *)data, size), &text));
    HOLD(rb_phones_find(&arena, &text, &phones));
    HOLD(rb_clock_run(&arena, &text, &phones, &normal, &clock));
    check_words(&clock, &text);
    check_tokens(&clock, &text);
    HOLD(clock.words_ms + clock.numbers_ms + clock.pauses_ms == clock.total_ms);
    HOLD(clock.fast_ms <= clock.total_ms && clock.total_ms <= clock.slow_ms);
    HOLD(rb_clock_run(&arena, &text, &phones, &slow, &slower));
    check_words(&slower, &text);
    HOLD(slower.n_words == clock.n_words && slower.total_ms >= clock.total_ms);
    rb_arena_free(&arena);
    return 0;
}
