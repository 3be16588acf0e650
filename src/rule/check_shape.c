/* shape: how something is written: its words match a pattern, or it is a number in one run. */
#include "rule/check.h"
#include "rule/words.h"

static void compile_pattern(struct rb_compiler *c, const struct rb_yaml *node, struct rb_check *out)
{
    ringback_rules *rules = c->rules;
    char message[128];
    size_t offset = 0;
    struct rb_lazy *patterns = rb_arena_grow(c->arena, rules->patterns, rules->n_patterns,
                                             &rules->patterns_cap, sizeof *patterns);
    struct rb_pattern *pattern;

    if (!patterns)
        return;
    rules->patterns = patterns;
    /* Compiled to see whether it is one; those who match compile it when they first need it. */
    pattern = rb_pattern_compile(node->text, message, sizeof message, &offset);
    if (pattern) {
        patterns[rules->n_patterns++] = (struct rb_lazy){.text = node->text};
        out->pattern = (uint32_t)rules->n_patterns;
    } else if (message[0] == '\0') {
        c->arena->failed = true;
    } else {
        RB_FAIL(c, node, "the pattern does not compile: %s, at its character %u", message,
                (unsigned)offset + 1);
    }
    rb_pattern_free(pattern);
}

static void compile(struct rb_compiler *c, const struct rb_yaml *check, struct rb_check *out)
{
    const struct rb_yaml *pattern = rb_yaml_get(check, "pattern");
    const struct rb_yaml *reeled = rb_yaml_get(check, "reeled"), *max = rb_yaml_get(check, "max");

    rb_compile_what(c, rb_yaml_get(check, "shape"), &out->what);
    if (reeled)
        (void)rb_yaml_bool(reeled, &out->reeled);
    if (pattern)
        compile_pattern(c, pattern, out);
    out->max = max ? rb_compile_count(c, max) : 0;
}

/* Is the number one that will be reeled off? */
static bool is_reeled(const struct rb_draft *draft, const struct rb_fact *fact)
{
    uint32_t low = 0, high = draft->phones.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (draft->phones.items[middle].end > fact->start)
            high = middle;
        else
            low = middle + 1;
    }
    return low < draft->phones.count && draft->phones.items[low].start < fact->end &&
           draft->phones.items[low].run;
}

static bool matches(const struct rb_check *check, struct rb_trial *t, const struct rb_fact *fact)
{
    const struct rb_pattern *pattern;
    size_t spans[2];

    if (check->reeled)
        return is_reeled(t->draft, fact);
    if (!t->matcher)
        t->matcher = rb_matcher_new();
    pattern = check->pattern ? rb_lazy_pattern(&t->rules->patterns[check->pattern - 1]) : NULL;
    if (!t->matcher || !pattern) {
        t->arena->failed = true;
        return false;
    }
    switch (rb_pattern_match(pattern, t->matcher, rb_fact_words(t->draft, fact), 0, spans, 1)) {
    case RB_MATCH_YES:
        return true;
    case RB_MATCH_NO:
        return false;
    case RB_MATCH_UNDECIDED:
        (void)rb_error_set(&t->error, RINGBACK_ERR_LIMIT,
                           "the pattern of the rule \"%.*s\" needs too much work on this draft: "
                           "make it simpler",
                           (int)t->rule->len, t->rule->ptr);
        return false;
    case RB_MATCH_MEMORY:
        break;
    }
    t->arena->failed = true;
    return false;
}

static enum rb_verdict run(const struct rb_check *check, struct rb_trial *t)
{
    const struct rb_fact *fact;
    uint32_t seen = 0, n = 0;

    for (uint32_t at = rb_what_from(&check->what, t);
         (fact = rb_what_next(&check->what, t->draft, &at)) != NULL;) {
        if (!rb_windows_hold(&check->where, t, fact, false))
            continue;
        seen++;
        if (matches(check, t, fact) && n++ >= check->max)
            rb_trial_at(t, fact, NULL, n);
        if (t->error.status)
            return RB_VERDICT_NONE;
    }
    if (!seen)
        return RB_VERDICT_NONE;
    return n > check->max ? RB_VERDICT_BROKEN : RB_VERDICT_KEPT;
}

const struct rb_check_kind rb_check_shape = {"shape", compile, run};
