/* Rules whose compiled form the build has made: nothing is read and nothing compiled, until someone
 * asks for what was written. */
#include <stdatomic.h>
#include <stdlib.h>

#include "rule/frozen.h"

struct rb_whole {
    ringback_rules *_Atomic made;
};

static bool thaw(ringback_rules *rules, const struct rb_frozen *frozen)
{
    const struct rb_frozen_rules *from = frozen->rules;

    rules->lexicon = rb_lexicon_thaw(frozen->lexicon);
    rules->whole = rb_arena_alloc(&rules->arena, sizeof *rules->whole);
    rules->patterns = rb_arena_array(&rules->arena, from->n_patterns, sizeof *rules->patterns);
    if (!rules->lexicon || !rules->whole || !rules->patterns)
        return false;
    for (size_t i = 0; i < from->n_patterns; i++)
        rules->patterns[i].text = from->patterns[i];
    rules->n_patterns = from->n_patterns;
    rules->rules = from->rules;
    rules->n_rules = from->n_rules;
    rules->styles = from->styles;
    rules->n_styles = from->n_styles;
    rules->reminders = from->reminders;
    rules->n_reminders = from->n_reminders;
    rules->n_facts = from->n_facts;
    rules->n_aside = from->n_aside;
    memcpy(rules->aside, from->aside, sizeof from->aside);
    return true;
}

static ringback_rules *thawed(const struct rb_frozen *frozen)
{
    ringback_rules *rules = calloc(1, sizeof *rules);

    if (!rules)
        return NULL;
    rb_arena_init(&rules->arena);
    if (thaw(rules, frozen))
        return rules;
    rb_rules_free(rules);
    return NULL;
}

ringback_status rb_rules_load(const ringback_source *files, size_t n, struct rb_errors *errs,
                              ringback_rules **out)
{
    if (n > 0 || !rb_frozen)
        return rb_rules_load_all(files, n, errs, out);
    *out = thawed(rb_frozen);
    return *out ? RINGBACK_OK : RINGBACK_ERR_MEMORY;
}

const ringback_rules *rb_rules_whole(const ringback_rules *rules)
{
    struct rb_errors errs = {0};
    ringback_rules *made, *first = NULL;

    if (!rules->whole)
        return rules;
    made = atomic_load(&rules->whole->made);
    if (made || rb_rules_load_all(NULL, 0, &errs, &made) != RINGBACK_OK ||
        atomic_compare_exchange_strong(&rules->whole->made, &first, made))
        return made;
    /* Another thread was faster. */
    rb_rules_free(made);
    return first;
}

void rb_rules_free(ringback_rules *rules)
{
    if (!rules)
        return;
    if (rules->whole)
        rb_rules_free(atomic_load(&rules->whole->made));
    for (size_t i = 0; i < rules->n_patterns; i++)
        rb_lazy_free(&rules->patterns[i]);
    rb_lexicon_free(rules->lexicon);
    rb_arena_free(&rules->arena);
    free(rules);
}
