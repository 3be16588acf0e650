/* Rules from a few lines of YAML, and what they say of a text in one readable line. */
#ifndef UNIT_RULE_FIXTURE_H
#define UNIT_RULE_FIXTURE_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "rule/rules.h"

/* Facts on which a check can be tried: fruit with a value for each kind, animals without. */
#define TOY_FACTS                                                                                  \
    "facts:\n"                                                                                     \
    "  fruit:\n"                                                                                   \
    "    doc: A fruit.\n"                                                                          \
    "    phrases: {sweet: [apple, pear], sour: [lemon, lime], bitter: [rind]}\n"                   \
    "    examples: {is: [\"an «apple»\"]}\n"                                                     \
    "  animal: {doc: An animal., phrases: [cat, dog], examples: {is: [\"a «cat»\"]}}\n"          \
    "  person:\n"                                                                                  \
    "    doc: A person.\n"                                                                         \
    "    compare: name\n"                                                                          \
    "    phrases: [i am / =<Name>]\n"                                                              \
    "    examples: {is: [\"I am «Rhona»\"]}\n"                                                   \
    "  number:\n"                                                                                  \
    "    doc: A telephone number.\n"                                                               \
    "    finder: phone\n"                                                                          \
    "    compare: number\n"                                                                        \
    "    examples: {is: [\"at «555 814 0142»\"]}\n"

/* All that a rule must have besides its check and its message. */
#define RULE_HEAD(name)                                                                            \
    "  " name ":\n"                                                                                \
    "    title: A title\n"                                                                         \
    "    family: tries\n"                                                                          \
    "    why: Because.\n"                                                                          \
    "    severity: error\n"                                                                        \
    "    points: 3\n"                                                                              \
    "    examples: {bad: [a], good: [b]}\n"

static char said[4096]; /* what the last call has to say */

/* Adds to a text, for which there must be room. */
static void put(char *text, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void put(char *text, size_t size, const char *format, ...)
{
    size_t n = strlen(text);
    va_list args;
    int added;

    if (n >= size / 2) {
        fail_msg("no room behind %s", text);
        return;
    }
    va_start(args, format);
    added = vsnprintf(text + n, size - n, format, args);
    va_end(args);
    assert_true(added >= 0 && (size_t)added < size - n);
}

#define SAY(...) put(said, sizeof said, __VA_ARGS__)

static inline void say_error(void *ctx, const ringback_error *err)
{
    (void)ctx;
    SAY("%s%s:%u:%u: %s", *said ? "\n" : "", err->source, (unsigned)err->line,
        (unsigned)err->column, err->message);
}

/* Loads files, each a pack of its own; NULL: `said` has the errors. */
static inline ringback_rules *load_files(const ringback_source *files, size_t n)
{
    struct rb_errors errs = {.report = say_error};
    ringback_rules *rules = NULL;
    ringback_status status;

    said[0] = '\0';
    status = rb_rules_load_files(files, n, 1, &errs, &rules);
    assert_int_equal(status == RINGBACK_OK, rules != NULL);
    assert_int_equal(status == RINGBACK_OK, errs.count == 0);
    return rules;
}

static inline ringback_rules *load(const char *yaml)
{
    const ringback_source file = {"a.yaml", yaml, strlen(yaml)};

    return load_files(&file, 1);
}

static inline struct rb_known known(const char *style)
{
    return (struct rb_known){.style = rb_slice_str(style),
                             .from = rb_slice_str(""),
                             .to = rb_slice_str(""),
                             .company = rb_slice_str(""),
                             .words_per_minute = 150,
                             .number_percent = 140,
                             .min_score = 80,
                             .dial_minute = RINGBACK_UNSET,
                             .measured_ms = RINGBACK_UNSET};
}

static inline ringback_result *judge(const ringback_rules *rules, const char *text,
                                     const struct rb_known *k)
{
    struct rb_finder *finder = rb_finder_new(rb_rules_lexicon(rules));
    ringback_result *result = NULL;

    assert_non_null(finder);
    assert_int_equal(rb_judge(rules, finder, rb_slice_str(text), k, &result, NULL), RINGBACK_OK);
    rb_finder_free(finder);
    return result;
}

/* The findings: "rule@start-end points message; …". */
static inline void say_findings(const ringback_result *r)
{
    said[0] = '\0';
    for (uint32_t i = 0; i < r->n_findings; i++) {
        const struct rb_finding *f = &r->findings[i];

        SAY("%s%.*s@%u-%u %u %.*s", i ? "; " : "", (int)f->rule->id.len, f->rule->id.ptr,
            (unsigned)f->start, (unsigned)f->end, (unsigned)f->points, (int)f->message.len,
            f->message.ptr);
    }
}

/* What the rules of a file say of a text; the errors when it does not load. */
static inline const char *verdict_known(const char *yaml, const char *text,
                                        const struct rb_known *k)
{
    ringback_rules *rules = load(yaml);

    if (rules) {
        ringback_result *result = judge(rules, text, k);

        say_findings(result);
        rb_result_free(result);
    }
    rb_rules_free(rules);
    return said;
}

/* The toy facts and one rule, "r", given from its check on. */
static inline const char *check_known(const char *rule, const char *text, const struct rb_known *k)
{
    static char yaml[8192];

    yaml[0] = '\0';
    put(yaml, sizeof yaml, "%srules:\n%s%s", TOY_FACTS, RULE_HEAD("r"), rule);
    return verdict_known(yaml, text, k);
}

static inline const char *check(const char *rule, const char *text)
{
    struct rb_known k = known("standard");

    return check_known(rule, text, &k);
}

#endif
