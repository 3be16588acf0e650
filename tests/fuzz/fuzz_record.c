/* Records: whatever the line, one line of JSON comes back, with no control character in it, and the
 * same line always the same. */
#include <ringback.h>

#include "base/json.h"
#include "fuzz.h"

static void answer(ringback_checker *checker, struct rb_slice line, struct rb_buffer *out)
{
    ringback_record_options options = RINGBACK_RECORD_OPTIONS_INIT;
    ringback_record_outcome outcome;

    options.meta = options.word_times = true;
    rb_buffer_init(out);
    HOLD(ringback_check_record(checker, line.ptr, line.len, &options, keep, out, &outcome, NULL) ==
         RINGBACK_OK);
    HOLD(!out->failed && out->len > 1 && out->ptr[out->len - 1] == '\n');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ringback_rules *rules;
    static ringback_checker *checker;
    struct rb_slice line = rb_slice_of((const char *)data, size), reply;
    struct rb_buffer out, again;
    struct rb_arena arena;
    struct rb_json *value = NULL;
    char message[128];

    if (!rules) {
        HOLD(ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) == RINGBACK_OK);
        HOLD(ringback_checker_new(rules, NULL, &checker, NULL) == RINGBACK_OK);
    }
    if (size && memchr(data, '\n', size))
        return 0;
    answer(checker, line, &out);
    answer(checker, line, &again);
    reply = rb_slice_of(out.ptr, out.len - 1);
    for (size_t i = 0; i < reply.len; i++)
        HOLD((unsigned char)reply.ptr[i] >= 0x20 && reply.ptr[i] != 0x7F);
    rb_arena_init(&arena);
    HOLD(rb_json_parse(&arena, reply, message, sizeof message, &value));
    HOLD(value->kind == RB_JSON_MAP && rb_json_get(value, "version") && rb_json_get(value, "id"));
    HOLD(rb_slice_equal(rb_buffer_slice(&out), rb_buffer_slice(&again)));
    rb_arena_free(&arena);
    rb_buffer_free(&out);
    rb_buffer_free(&again);
    return 0;
}
