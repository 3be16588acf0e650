#include "rule/ignore.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/hint.h"

#define TEXT(s)                                                                                    \
    {                                                                                              \
        (s), sizeof(s) - 1                                                                         \
    }
#define IGNORE_RULE(constant, name, what, reason, mend)                                            \
    {.id = TEXT(name),                                                                             \
     .title = TEXT(what),                                                                          \
     .family = TEXT("ignored"),                                                                    \
     .why = TEXT(reason),                                                                          \
     .advice = TEXT(mend),                                                                         \
     .sources = TEXT(""),                                                                          \
     .file = TEXT(""),                                                                             \
     .severity = RINGBACK_WARNING},
static const struct rb_rule_info rules_of_ignoring[] = {
#include "rule/ignore.def"
};
#undef IGNORE_RULE

const struct rb_rule_info *rb_rules_of_ignoring(size_t n)
{
    return n < RB_IGNORE_RULES ? &rules_of_ignoring[n] : NULL;
}

static bool holds(const struct rb_ignore *ignore)
{
    return ignore->fault == RB_PRAGMA_FINE && !ignore->late;
}

/* What is given with the draft comes before what a team says of all of them; of two the first. */
const struct rb_ignore **rb_ignores_of(const ringback_rules *rules, const struct rb_known *known,
                                       struct rb_arena *arena)
{
    const struct rb_ignore **of_rule;

    if (known->n_ignores == 0)
        return NULL;
    of_rule = rb_arena_array(arena, rules->n_rules, sizeof(*of_rule));
    for (uint32_t i = 0; of_rule && i < known->n_ignores; i++) {
        const struct rb_ignore *ignore = &known->ignores[i];
        int rule = holds(ignore) ? rb_rules_find(rules, ignore->rule) : -1;

        if (rule >= 0 && (!of_rule[rule] || (ignore->own && !of_rule[rule]->own)))
            of_rule[rule] = ignore;
    }
    return of_rule;
}

/* ---- findings ---- */

struct judge {
    const struct rb_ignore_use *use;
    struct rb_arena *arena;
    struct rb_finding *out;
    uint32_t n;
};

__attribute__((format(printf, 4, 5))) static void find(struct judge *j,
                                                       const struct rb_ignore *ignore,
                                                       enum rb_ignore_rule rule, const char *format,
                                                       ...)
{
    const struct rb_rule_info *info = &rules_of_ignoring[rule];
    char message[512];
    va_list args;
    int n;

    va_start(args, format);
    n = vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (n < 0)
        n = 0;
    if ((size_t)n >= sizeof message)
        n = (int)sizeof message - 1;
    j->out[j->n++] =
        (struct rb_finding){.rule = info,
                            .severity = info->severity,
                            .message = rb_arena_copy(j->arena, rb_slice_of(message, (size_t)n)),
                            .advice = info->advice,
                            .line = ignore->line,
                            .column = ignore->column,
                            .end_line = ignore->end_line,
                            .end_column = ignore->end_column};
}

/* ": did you mean “no-title”?", or nothing. */
static const char *near_rule(const ringback_rules *rules, struct rb_slice name,
                             struct rb_arena *arena, struct rb_hint *hint)
{
    struct rb_slice *names = rb_arena_array(arena, rules->n_rules, sizeof *names);
    int near;

    for (uint32_t i = 0; names && i < rules->n_rules; i++)
        names[i] = rules->rules[i].info.id;
    near = names ? rb_nearest(name, names, rules->n_rules) : -1;
    hint->text[0] = '\0';
    if (near >= 0) {
        int n = rb_quoted(names[near]);

        (void)snprintf(hint->text, sizeof hint->text, ": did you mean “%.*s”?", n < 80 ? n : 80,
                       names[near].ptr);
    }
    return *hint->text ? hint->text : ".";
}

static void judge_form(struct judge *j, const struct rb_ignore *i)
{
    int n = rb_quoted(i->rule);

    switch ((enum rb_pragma_fault)i->fault) {
    case RB_PRAGMA_FINE:
        break;
    case RB_PRAGMA_WORD:
        find(j, i, RB_IGNORE_FORM, "“%.*s” says nothing to me.", n, i->rule.ptr);
        break;
    case RB_PRAGMA_RULE:
        find(j, i, RB_IGNORE_FORM, "This does not say which rule to ignore.");
        break;
    case RB_PRAGMA_REASON:
        find(j, i, RB_IGNORE_FORM, "“%.*s” is ignored without a reason, so it is not ignored.", n,
             i->rule.ptr);
        break;
    case RB_PRAGMA_OPEN:
        find(j, i, RB_IGNORE_FORM, "This comment does not end on its line, so nothing is ignored.");
        break;
    }
}

static void judge_use(struct judge *j, const struct rb_ignore *ignore, uint32_t at)
{
    const ringback_rules *rules = j->use->rules;
    int rule = rb_rules_find(rules, ignore->rule), n = rb_quoted(ignore->rule);
    const struct rb_ignore *by = rule >= 0 ? j->use->of_rule[rule] : NULL;
    struct rb_hint hint;

    if (rule < 0)
        find(j, ignore, RB_IGNORE_UNKNOWN, "There is no rule “%.*s” to ignore%s", n,
             ignore->rule.ptr, near_rule(rules, ignore->rule, j->arena, &hint));
    else if (!ignore->own)
        return;
    else if (ignore->late)
        find(j, ignore, RB_IGNORE_UNUSED,
             "“%.*s” is ignored behind the last draft: it holds for the draft below.", n,
             ignore->rule.ptr);
    else if (by && by != ignore)
        find(j, ignore, RB_IGNORE_UNUSED, "“%.*s” is ignored twice, first on line %lu.", n,
             ignore->rule.ptr, (unsigned long)by->line);
    else if (j->use->whole && !j->use->used[at] && rules->styles[j->use->style].rules[rule])
        find(j, ignore, RB_IGNORE_UNUSED, "“%.*s” is ignored, but has nothing to say here.", n,
             ignore->rule.ptr);
}

uint32_t rb_ignores_judge(const struct rb_ignore_use *use, const struct rb_known *known,
                          struct rb_arena *arena, struct rb_finding **out)
{
    struct judge j = {.use = use, .arena = arena};

    j.out = rb_arena_array(arena, known->n_ignores, sizeof *j.out);
    for (uint32_t i = 0; j.out && i < known->n_ignores; i++) {
        const struct rb_ignore *ignore = &known->ignores[i];

        /* What stands in no file of the draft's was checked when it was loaded. */
        if (ignore->line == 0)
            continue;
        if (ignore->fault)
            judge_form(&j, ignore);
        else
            judge_use(&j, ignore, i);
    }
    *out = j.out;
    return j.n;
}
