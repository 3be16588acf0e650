/* Drafts and the telephone numbers in them. Include after cmocka.h. */
#ifndef UNIT_PHONE_FIXTURE_H
#define UNIT_PHONE_FIXTURE_H

#include "base/buffer.h"
#include "fact/phone.h"

struct phone_row {
    const char *text, *values; /* the values in order, a space between them */
};

static inline void find_phones(struct rb_arena *arena, const char *text, struct rb_text *t,
                               struct rb_phones *phones)
{
    rb_arena_init(arena);
    assert_true(rb_text_make(arena, rb_slice_str(text), t));
    assert_true(rb_phones_find(arena, t, phones));
}

static inline void check_phones(const struct phone_row *rows, size_t n)
{
    struct rb_buffer found;
    size_t wrong = 0;

    rb_buffer_init(&found);
    for (size_t i = 0; i < n; i++) {
        struct rb_arena arena;
        struct rb_text text;
        struct rb_phones phones;

        find_phones(&arena, rows[i].text, &text, &phones);
        rb_buffer_clear(&found);
        for (uint32_t k = 0; k < phones.count; k++) {
            rb_buffer_puts(&found, k > 0 ? " " : "");
            rb_buffer_slice_add(&found, phones.items[k].value);
        }
        if (!rb_slice_is(rb_buffer_slice(&found), rows[i].values)) {
            rb_buffer_putc(&found, '\0');
            print_error("%s\n  has   %s\n  found %s\n", rows[i].text, rows[i].values, found.ptr);
            wrong++;
        }
        rb_arena_free(&arena);
    }
    rb_buffer_free(&found);
    assert_int_equal(wrong, 0);
}

#endif
