/* A team's rule file: no crash; it loads, or says where and why it does not; and what loads can
 * check a draft. */
#include <ringback.h>
#include <string.h>

#include "fuzz.h"

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

static void check(const ringback_rules *rules)
{
    static const char draft[] =
        "Hi Dana, it's Robin Vale at Ferncliff. We cut no-shows by 30% for two clinics like yours, "
        "and I'd like to hear what you do about them. Could you call me back today? 555 010 2233. "
        "Again, Robin Vale, 555 010 2233.";
    ringback_checker *checker = NULL;
    ringback_result *result = NULL;
    ringback_error err;
    ringback_status status;

    HOLD(ringback_checker_new(rules, NULL, &checker, NULL) == RINGBACK_OK);
    status = ringback_check(checker, draft, sizeof draft - 1, &result, &err);
    /* A pattern may meet its limit; then the error names the rule. */
    HOLD(status == RINGBACK_OK || (status == RINGBACK_ERR_LIMIT && err.message[0]));
    ringback_result_free(result);
    ringback_checker_free(checker);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ringback_source source = {"team.yaml", (const char *)data, size};
    struct errors errors = {0};
    ringback_rules *rules = NULL;
    ringback_error err;
    ringback_status status = ringback_rules_load(&source, 1, on_error, &errors, &rules, &err);

    if (status == RINGBACK_OK) {
        HOLD(rules && errors.n == 0);
        check(rules);
    } else {
        HOLD(!rules && errors.n > 0);
        HOLD(err.message[0] && strcmp(err.source, "team.yaml") == 0);
        HOLD(!strchr(err.message, '\n'));
    }
    ringback_rules_free(rules);
    return 0;
}
