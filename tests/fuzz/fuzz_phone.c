/* Telephone numbers, on any bytes: they are in order and apart, on the tokens that they name, and
 * every value has the form that it is promised to have. */
#include "base/ascii.h"
#include "fact/phone.h"
#include "fuzz.h"

enum { MOST_DIGITS = 24, MOST_EXTENSION = 7 };

static void check_value(struct rb_slice value)
{
    size_t digits = 0, extension = 0;
    bool x = false;

    if (rb_slice_is(value, "placeholder"))
        return;
    for (size_t i = 0; i < value.len; i++) {
        HOLD(rb_is_digit(value.ptr[i]) || (value.ptr[i] == 'x' && !x && i > 0));
        if (value.ptr[i] == 'x')
            x = true;
        else if (x)
            extension++;
        else
            digits++;
    }
    HOLD(digits >= 6 && digits <= MOST_DIGITS);
    HOLD(extension <= MOST_EXTENSION && x == (extension > 0));
}

static void check_phone(const struct rb_phone *p, const struct rb_text *text, uint32_t at)
{
    const struct rb_token *tokens = text->tokens;

    HOLD(p->start >= at && p->end > p->start && p->end <= text->source.text.len);
    HOLD(p->token < p->token_end && p->token_end <= text->n_tokens);
    HOLD(tokens[p->token].start <= p->start && tokens[p->token].end > p->start);
    HOLD(tokens[p->token_end - 1].end >= p->end && tokens[p->token_end - 1].start < p->end);
    check_value(p->value);
    HOLD(rb_phone_compare(p->value, p->value) == RB_SAME_YES);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rb_slice bytes = rb_slice_of((const char *)data, size);
    struct rb_arena arena;
    struct rb_text text;
    struct rb_phones phones;
    uint32_t at = 0;

    rb_arena_init(&arena);
    if (rb_text_make(&arena, bytes, &text) && rb_phones_find(&arena, &text, &phones)) {
        for (uint32_t i = 0; i < phones.count; i++) {
            check_phone(&phones.items[i], &text, at);
            at = phones.items[i].end;
            if (i > 0)
                HOLD(rb_phone_compare(phones.items[i - 1].value, phones.items[i].value) ==
                     rb_phone_compare(phones.items[i].value, phones.items[i - 1].value));
        }
    }
    rb_arena_free(&arena);
    (void)rb_phone_compare(rb_slice_of(bytes.ptr, size / 2),
                           rb_slice_of(bytes.ptr + size / 2, size - size / 2));
    return 0;
}
