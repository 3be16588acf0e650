/* A team's rule file: no crash; it loads, or says where and why it does not; what loads can check a
 * draft, and its examples can be tried. It stands on a few rules that are read in no time; one
 * input in many on the built-in ones, too, where reading it on top of what the build has compiled
 * and compiling all of it must come to the same. */
#include <ringback.h>
#include <string.h>

#include "fuzz.h"
#include "rule/rules.h"

/* One of so many inputs is put on the built-in rules, which takes as long as a hundred others. */
enum { SELDOM = 256 };

static const char few[] =
    "sets: {kind: [wood, tin roof, slate~], gain: [wins~], Day: [Monday]}\n"
    "facts:\n"
    "  phone_number: {doc: P., finder: phone, examples: {is: [«555 010 2233»]}}\n"
    "  name:\n"
    "    {doc: A., phrases: ['my name is / <Name> >>', 'this is / <Name>'],\n"
    "     examples: {is: ['This is «Ann».'], is_not: [Hi.]}}\n"
    "  outcome:\n"
    "    {doc: B., phrases: ['<gain> ..3 (a|the) <kind>', nothing], not: [no wins],\n"
    "     examples: {is: ['She «wins the wood».'], is_not: [Hi.]}}\n"
    "  promise:\n"
    "    {doc: C., patterns: ['\\b(?<value>[0-9]{2})%'],\n"
    "     examples: {is: ['It is «30%».'], is_not: [Hi.]}}\n"
    "rules:\n"
    "  number-twice:\n"
    "    {title: T, family: f, why: W., severity: error, points: 12, when: {has: phone_number},\n"
    "     check: {count: phone_number, same: value, min: 2}, message: Once., advice: A.,\n"
    "     examples: {bad: [Call 555 010 2233.], good: [Hi.]}}\n"
    "  no-such-rule:\n"
    "    {title: U, family: f, why: W., severity: warning, points: 5,\n"
    "     check: {count: outcome, max: 0}, message: '“{quote}” {count:once|# times}.',\n"
    "     examples: {bad: [Nothing.], good: [Hi.]}}\n"
    "  after:\n"
    "    {title: V, family: f, why: W., severity: suggestion, points: {first: 2, most: 4},\n"
    "     check: {order: [name, outcome]}, message: M., advice: A.,\n"
    "     examples: {bad: [Nothing. This is Ann.], good: [Hi.]}}\n"
    "styles:\n"
    "  standard: {doc: S.}\n"
    "  mine: {doc: M., looks_like: [{has: outcome}], hint: H., rules: {after: off}}\n";

static const char draft[] =
    "Hi Dana, it's Robin Vale at Ferncliff. We cut no-shows by 30% for two clinics like yours, "
    "and I'd like to hear what you do about them. Could you call me back today? 555 010 2233. "
    "It wins a tin roof. Again, my name is Robin Vale, 555 010 2233.";

struct errors {
    size_t n;
    ringback_error last;
};

static void on_error(void *ctx, const ringback_error *err)
{
    struct errors *errors = ctx;

    errors->n++;
    errors->last = *err;
}

static void check_errors(const struct rb_errors *errs, const struct errors *errors)
{
    HOLD(errs->count > 0 && errors->n > 0);
    HOLD(errs->first.message[0] && !strchr(errs->first.message, '\n'));
    HOLD(strcmp(errs->first.source, "team.yaml") == 0);
}

/* What a draft is told, in words; and how many of the rules' examples fail. */
static void judge(const ringback_rules *rules, struct rb_buffer *out)
{
    const struct rb_known known = {.style = rb_rules_style_name(rules, 0),
                                   .words_per_minute = 150,
                                   .number_percent = 140,
                                   .min_score = 80,
                                   .dial_minute = RINGBACK_UNSET,
                                   .measured_ms = RINGBACK_UNSET};
    struct rb_finder *finder = rb_finder_new(rb_rules_lexicon(rules));
    ringback_result *result = NULL;
    ringback_error err = {.message = ""};
    ringback_status status;

    HOLD(finder);
    rb_buffer_init(out);
    status = rb_judge(rules, finder, rb_slice_str(draft), &known, &result, &err);
    /* A pattern may meet its limit; then the error names the rule. */
    HOLD(status == RINGBACK_OK || (status == RINGBACK_ERR_LIMIT && err.message[0]));
    for (uint32_t i = 0; result && i < result->n_findings; i++) {
        const struct rb_finding *f = &result->findings[i];

        HOLD(f->start <= f->end && f->end < sizeof draft);
        rb_buffer_slice_add(out, f->rule->id);
        rb_buffer_slice_add(out, f->message);
        rb_buffer_slice_add(out, f->advice);
        rb_buffer_uint(out, f->points);
    }
    HOLD(!out->failed);
    rb_result_free(result);
    rb_finder_free(finder);
}

static void on_few(const ringback_source *team)
{
    const ringback_source files[] = {{"few.yaml", few, sizeof few - 1}, *team};
    struct errors errors = {0};
    struct rb_errors errs = {.report = on_error, .ctx = &errors};
    ringback_rules *rules = NULL;
    size_t run = 0, failed = 0;
    struct rb_buffer told;
    ringback_error err;

    if (rb_rules_load_files(files, 2, 1, &errs, &rules) != RINGBACK_OK) {
        HOLD(!rules);
        check_errors(&errs, &errors);
        return;
    }
    HOLD(rules && errors.n == 0);
    judge(rules, &told);
    rb_buffer_free(&told);
    (void)rb_rules_test(rules, &errs, &run, &failed, &err);
    HOLD(failed <= run);
    rb_rules_free(rules);
}

static void on_all(const ringback_source *team)
{
    struct errors errors = {0}, again = {0};
    struct rb_errors errs = {.report = on_error, .ctx = &errors};
    struct rb_errors same = {.report = on_error, .ctx = &again};
    ringback_rules *on_top = NULL, *compiled = NULL;
    struct rb_buffer first, second;

    HOLD(rb_rules_load(team, 1, &errs, &on_top) == rb_rules_load_all(team, 1, &same, &compiled));
    HOLD(errors.n == again.n);
    if (!on_top) {
        HOLD(!compiled);
        check_errors(&errs, &errors);
        return;
    }
    judge(on_top, &first);
    judge(compiled, &second);
    HOLD(rb_slice_equal(rb_buffer_slice(&first), rb_buffer_slice(&second)));
    rb_buffer_free(&first);
    rb_buffer_free(&second);
    rb_rules_free(on_top);
    rb_rules_free(compiled);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ringback_source team = {"team.yaml", (const char *)data, size};
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < size; i++)
        hash = (hash ^ data[i]) * 16777619u;
    on_few(&team);
    if ((hash ^ hash >> 15) % SELDOM == 0)
        on_all(&team);
    return 0;
}
