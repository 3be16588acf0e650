/* Baselines: whatever the bytes, they load or say why not with a line; what loads comes out of the
 * writer as a baseline of the same; and what a draft is found to have is accepted from then on.
 * A line of %% parts the baseline from the draft. */
#include <ringback.h>

#include "fuzz.h"

enum { MOST = 512 };

static ringback_baseline *load(struct rb_slice bytes)
{
    const ringback_source file = {"baseline.ndjson", bytes.ptr, bytes.len};
    ringback_baseline *baseline = NULL;
    ringback_error err = {.message = ""};
    ringback_status status = ringback_baseline_load(&file, &baseline, &err);

    HOLD((status == RINGBACK_OK) == (baseline != NULL));
    HOLD((status == RINGBACK_OK) == !err.message[0]);
    HOLD(status == RINGBACK_OK || !strchr(err.message, '\n'));
    return baseline;
}

static size_t write_out(ringback_baseline *baseline, struct rb_buffer *out)
{
    size_t n = 0;

    rb_buffer_init(out);
    HOLD(ringback_baseline_write(baseline, keep, out, &n, NULL) == RINGBACK_OK);
    HOLD(!out->failed);
    return n;
}

static void take(ringback_baseline *baseline, const char *path, const ringback_result *result,
                 bool *accepted, size_t n)
{
    ringback_place place = RINGBACK_PLACE_INIT;

    HOLD(ringback_baseline_take(baseline, path, &place, result, accepted, n, NULL) == RINGBACK_OK);
}

/* With nothing taken, what was read is what is written. */
static void write_again(ringback_baseline *baseline)
{
    struct rb_buffer first, second;
    ringback_baseline *twin;
    size_t n = write_out(baseline, &first);

    twin = load(rb_buffer_slice(&first));
    HOLD(twin);
    HOLD(write_out(twin, &second) == n);
    HOLD(rb_slice_equal(rb_buffer_slice(&first), rb_buffer_slice(&second)));
    ringback_baseline_free(twin);
    rb_buffer_free(&first);
    rb_buffer_free(&second);
}

/* What is written after a draft accepts all of that draft, and nothing of it is stale. */
static void settle(ringback_baseline *baseline, const ringback_result *result)
{
    bool accepted[MOST] = {false};
    ringback_accepted stale;
    ringback_baseline *next;
    struct rb_buffer out;
    ringback_finding f;
    size_t n = 0, at = 0;

    while (ringback_result_finding(result, n, &f))
        n++;
    if (n > MOST)
        return;
    take(baseline, "a.txt", result, accepted, n);
    while (ringback_baseline_stale(baseline, &at, &stale))
        HOLD(stale.count > 0 && stale.path.len == 5);
    HOLD(write_out(baseline, &out) >= n);
    next = load(rb_buffer_slice(&out));
    HOLD(next);
    take(next, "a.txt", result, accepted, n);
    for (size_t i = 0; i < n; i++)
        HOLD(accepted[i]);
    at = 0;
    HOLD(!ringback_baseline_stale(next, &at, &stale));
    ringback_baseline_free(next);
    rb_buffer_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ringback_rules *rules;
    static ringback_checker *checker;
    struct rb_slice draft, bytes = first_part(data, size, &draft);
    ringback_result *result = NULL;
    ringback_baseline *baseline;

    if (!rules) {
        HOLD(ringback_rules_load(NULL, 0, NULL, NULL, &rules, NULL) == RINGBACK_OK);
        HOLD(ringback_checker_new(rules, NULL, &checker, NULL) == RINGBACK_OK);
    }
    baseline = load(bytes);
    if (baseline) {
        write_again(baseline);
        HOLD(ringback_check(checker, draft.ptr, draft.len, &result, NULL) == RINGBACK_OK);
        settle(baseline, result);
        ringback_result_free(result);
    }
    ringback_baseline_free(baseline);
    return 0;
}
