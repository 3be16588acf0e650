/* How a text is spoken, as one readable line: the words, with "," "." or "|" behind those that a
 * pause of a comma, a sentence or a direction follows. Include after cmocka.h. */
#ifndef UNIT_CLOCK_FIXTURE_H
#define UNIT_CLOCK_FIXTURE_H

#include <string.h>

#include "base/buffer.h"
#include "clock/clock.h"
#include "clock/rates.h"

struct spoken_row {
    const char *written, *spoken;
};

/* At the pace of the constants and with numbers as fast as the rest, so that a pause is its rate.
 */
static inline void fixture_clock(struct rb_arena *arena, const char *written,
                                 uint32_t number_percent, struct rb_text *text,
                                 struct rb_clock *clock)
{
    struct rb_clock_options options = {RB_RATE_PACE, number_percent, false};
    struct rb_phones phones;

    assert_true(rb_text_make(arena, rb_slice_str(written), text));
    assert_true(rb_phones_find(arena, text, &phones));
    assert_true(rb_clock_run(arena, text, &phones, &options, clock));
}

static inline void fixture_spoken(const char *written, struct rb_buffer *line)
{
    struct rb_arena arena;
    struct rb_text text;
    struct rb_clock clock;

    rb_arena_init(&arena);
    fixture_clock(&arena, written, 100, &text, &clock);
    rb_buffer_clear(line);
    for (uint32_t i = 0; i < clock.n_words; i++) {
        uint32_t pause = i + 1 < clock.n_words ? clock.words[i].pause_ms : 0;

        if (i > 0)
            rb_buffer_putc(line, ' ');
        rb_buffer_slice_add(line, clock.words[i].text);
        if (pause >= RB_RATE_DIRECTION)
            rb_buffer_putc(line, '|');
        else if (pause >= RB_RATE_SENTENCE)
            rb_buffer_putc(line, '.');
        else if (pause >= RB_RATE_COMMA)
            rb_buffer_putc(line, ',');
    }
    rb_buffer_putc(line, '\0');
    rb_arena_free(&arena);
}

static inline void fixture_check(const struct spoken_row *rows, size_t n)
{
    struct rb_buffer line;

    rb_buffer_init(&line);
    for (size_t i = 0; i < n; i++) {
        fixture_spoken(rows[i].written, &line);
        assert_false(line.failed);
        if (strcmp(line.ptr, rows[i].spoken) != 0)
            print_error("written: %s\n", rows[i].written);
        assert_string_equal(line.ptr, rows[i].spoken);
    }
    rb_buffer_free(&line);
}

#define FIXTURE_CHECK(rows) fixture_check(rows, sizeof(rows) / sizeof *(rows))

#endif
