/* JSON: no crash, and what is accepted comes out of the writer as JSON of the same value. */
#include "base/json.h"
#include "fuzz.h"

static void write_again(struct rb_arena *arena, const struct rb_json *value)
{
    struct rb_buffer first, second;
    struct rb_json *again = NULL;
    char message[128];

    rb_buffer_init(&first);
    rb_buffer_init(&second);
    rb_json_value(&first, value);
    for (size_t i = 0; i < first.len; i++)
        HOLD((unsigned char)first.ptr[i] >= 0x20 && first.ptr[i] != 0x7F);
    HOLD(rb_json_parse(arena, rb_buffer_slice(&first), message, sizeof message, &again));
    rb_json_value(&second, again);
    HOLD(rb_slice_equal(rb_buffer_slice(&first), rb_buffer_slice(&second)));
    rb_buffer_free(&first);
    rb_buffer_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rb_arena arena;
    struct rb_slice bytes = rb_slice_of((const char *)data, size);
    struct rb_buffer string;
    struct rb_json *value = NULL;
    char message[128];

    rb_arena_init(&arena);
    if (rb_json_parse(&arena, bytes, message, sizeof message, &value))
        write_again(&arena, value);
    else
        HOLD(message[0]);

    /* Any bytes at all can be written as a string. */
    rb_buffer_init(&string);
    rb_json_string(&string, bytes);
    HOLD(rb_json_parse(&arena, rb_buffer_slice(&string), message, sizeof message, &value));
    HOLD(value->kind == RB_JSON_STRING);
    rb_buffer_free(&string);
    rb_arena_free(&arena);
    return 0;
}
