/* A draft from standard input, checked by the library: its score, its seconds, and what to mend.
 *
 *   cc check.c $(pkg-config --cflags --libs ringback) -o check
 *   ./check <draft.txt */
#include <ringback.h>
#include <stdio.h>

static int fail(const ringback_error *err)
{
    fprintf(stderr, "check: %s\n", err->message);
    return 1;
}

int main(void)
{
    static char draft[64 * 1024];
    size_t len = fread(draft, 1, sizeof draft, stdin);
    ringback_rules *rules = NULL;
    ringback_checker *checker = NULL;
    ringback_result *result = NULL;
    ringback_finding finding;
    ringback_error err = {0};

    /* What was begun is freed by the system when this ends; a longer life frees each handle. */
    if (ringback_rules_load(NULL, 0, NULL, NULL, &rules, &err) != RINGBACK_OK ||
        ringback_checker_new(rules, NULL, &checker, &err) != RINGBACK_OK ||
        ringback_check(checker, draft, len, &result, &err) != RINGBACK_OK)
        return fail(&err);
    printf("%u of 100, %u ms\n", (unsigned)ringback_result_score(result),
           (unsigned)ringback_result_duration_ms(result));
    for (size_t i = 0; ringback_result_finding(result, i, &finding); i++)
        printf("%u:%u: %.*s [%.*s]\n", (unsigned)finding.span.line, (unsigned)finding.span.column,
               (int)finding.message.len, finding.message.ptr, (int)finding.rule.len,
               finding.rule.ptr);
    ringback_result_free(result);
    ringback_checker_free(checker);
    ringback_rules_free(rules);
    return 0;
}
