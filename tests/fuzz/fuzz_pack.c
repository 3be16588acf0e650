/* Two rule files, one on top of the other (a line of %% parts them), without the built-in ones: no
 * crash; they load, or say where and why they do not; what loads judges a draft and runs its
 * examples. Small and fast, where fuzz_rules takes all that is built in. */
#include <string.h>

#include "fuzz.h"
#include "rule/rules.h"

struct errors {
    size_t n;
    bool broken; /* a message that is empty, or more than a line */
};

static void on_error(void *ctx, const ringback_error *err)
{
    struct errors *errors = ctx;

    errors->n++;
    errors->broken |= !err->message[0] || strchr(err->message, '\n');
}

static void check(const ringback_rules *rules)
{
    static const char draft[] =
        "Hi Dana, it's Robin Vale at Ferncliff, 555 814 2233. Could you call me back today? We cut "
        "no-shows by 30%. Again, Robin Vale, 555 814 2234.";
    struct rb_known known = {.style = rb_rules_style_name(rules, rb_rules_styles(rules) - 1),
                             .words_per_minute = 150,
                             .number_percent = 140,
                             .dial_minute = 600,
                             .measured_ms = 31000,
                             .formal = true,
                             .final = true};
    struct rb_finder *finder = rb_finder_new(rb_rules_lexicon(rules));
    struct errors errors = {0};
    struct rb_errors errs = {.report = on_error, .ctx = &errors};
    ringback_result *result = NULL;
    ringback_error err;
    ringback_status status;
    size_t run, failed;

    HOLD(finder);
    status = rb_judge(rules, finder, rb_slice_of(draft, sizeof draft - 1), &known, &result, &err);
    HOLD(status == RINGBACK_OK || (status == RINGBACK_ERR_LIMIT && err.message[0]));
    for (uint32_t i = 0; result && i < result->n_findings; i++) {
        const struct rb_finding *f = &result->findings[i];

        HOLD(f->start <= f->end && f->end <= sizeof draft - 1);
        HOLD(i == 0 || f[-1].start <= f->start);
        HOLD(f->message.len > 0);
    }
    rb_result_free(result);
    rb_finder_free(finder);
    status = rb_rules_test(rules, &errs, &run, &failed, &err);
    HOLD(status == RINGBACK_OK || status == RINGBACK_ERR_LIMIT);
    HOLD(failed <= run && !errors.broken);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct rb_slice team, base = first_part(data, size, &team);
    const ringback_source files[2] = {{"base.yaml", base.ptr, base.len},
                                      {"team.yaml", team.ptr, team.len}};
    struct errors errors = {0};
    struct rb_errors errs = {.report = on_error, .ctx = &errors};
    ringback_rules *rules = NULL;
    ringback_status status;

    status = rb_rules_load_files(files, 2, 1, &errs, &rules);
    HOLD(!errors.broken);
    HOLD((status == RINGBACK_OK) == (rules != NULL));
    HOLD((status == RINGBACK_OK) == (errs.count == 0));
    if (rules)
        check(rules);
    rb_rules_free(rules);
    return 0;
}
