/* Mending: the edits make the mended draft out of the one that was given, it costs no more points,
 * and mending it again changes nothing. */
#include <ringback.h>

#include "fuzz.h"

static uint32_t points(const ringback_result *result)
{
    ringback_finding f;
    uint32_t sum = 0;

    for (size_t i = 0; ringback_result_finding(result, i, &f); i++)
        sum += f.points;
    return sum;
}

static void check_edits(const ringback_fixed *fixed, const uint8_t *data, size_t size)
{
    ringback_str text = ringback_fixed_text(fixed);
    struct rb_buffer out;
    ringback_edit edit;
    uint32_t at = 0;

    rb_buffer_init(&out);
    for (size_t i = 0; ringback_fixed_edit(fixed, i, &edit); i++) {
        HOLD((i == 0 || edit.start > at) && edit.start <= edit.end && edit.end <= size);
        rb_buffer_add(&out, (const char *)data + at, edit.start - at);
        rb_buffer_add(&out, edit.text.ptr, edit.text.len);
        at = edit.end;
    }
    rb_buffer_add(&out, (const char *)data + at, size - at);
    HOLD(!out.failed);
    HOLD(rb_slice_equal(rb_buffer_slice(&out), rb_slice_of(text.ptr, text.len)));
    rb_buffer_free(&out);
}

static void check_steps(const ringback_fixed *fixed, size_t size)
{
    ringback_step step;
    bool made = true;

    for (size_t i = 0; ringback_fixed_step(fixed, i, &step); i++) {
        HOLD(step.message.len > 0 && step.start <= step.end && step.end <= size);
        HOLD(made || !step.made);
        made = step.made;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ringback_rules *rules;
    static ringback_checker *checker;
    ringback_fixed *fixed = NULL, *again = NULL;
    ringback_error err = {.message = ""};
    ringback_status status;
    ringback_edit edit;
    ringback_str text;

    if (!rules) {
        HOLD(ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) == RINGBACK_OK);
        HOLD(ringback_checker_new(rules, NULL, &checker, NULL) == RINGBACK_OK);
    }
    status = ringback_fix(checker, (const char *)data, size, &fixed, &err);
    if (status != RINGBACK_OK) {
        HOLD(status == RINGBACK_ERR_LIMIT && !fixed && err.message[0]);
        return 0;
    }
    check_edits(fixed, data, size);
    check_steps(fixed, size);
    HOLD(points(ringback_fixed_after(fixed)) <= points(ringback_fixed_before(fixed)));
    text = ringback_fixed_text(fixed);
    status = ringback_fix(checker, text.ptr, text.len, &again, &err);
    HOLD(status == RINGBACK_OK || status == RINGBACK_ERR_LIMIT);
    if (again)
        HOLD(!ringback_fixed_edit(again, 0, &edit));
    ringback_fixed_free(again);
    ringback_fixed_free(fixed);
    return 0;
}
