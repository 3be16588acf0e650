/* Rules whose compiled form the build has made: nothing is read and nothing compiled, until someone
 * asks for what was written. */
#include <stdatomic.h>
#include <stdlib.h>

#include "rule/frozen.h"

struct rb_whole {
    ringback_rules *_Atomic made;
    const ringback_source *files; /* on top of the built-in ones */
    size_t n;
};

static bool thaw(ringback_rules *rules, const struct rb_frozen *frozen)
{
    const struct rb_frozen_rules *from = frozen->rules;

    rules->lexicon = rb_lexicon_thaw(frozen->lexicon);
    rules->whole = rb_arena_alloc(&rules->arena, sizeof *rules->whole);
    rules->patterns = rb_arena_array(&rules->arena, from->n_patterns, sizeof *rules->patterns);
    rules->patterns_cap = from->n_patterns;
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

/* What may have to be read once more. */
static bool keep_files(ringback_rules *rules, const ringback_source *files, size_t n)
{
    ringback_source *kept = rb_arena_array(&rules->arena, n, sizeof *kept);

    for (size_t i = 0; kept && i < n; i++) {
        struct rb_slice name = rb_arena_copy(&rules->arena, rb_slice_str(files[i].name));
        struct rb_slice data =
            rb_arena_copy(&rules->arena, rb_slice_of(files[i].data, files[i].len));

        kept[i] = (ringback_source){name.ptr, data.ptr, data.len};
    }
    rules->whole->files = kept;
    rules->whole->n = n;
    return !rb_arena_failed(&rules->arena);
}

/* NULL: it cannot be done in this way. */
static ringback_rules *thawed(const struct rb_frozen *frozen, const ringback_source *files,
                              size_t n)
{
    ringback_rules *rules = calloc(1, sizeof *rules);

    if (!rules)
        return NULL;
    rb_arena_init(&rules->arena);
    if (thaw(rules, frozen) && keep_files(rules, files, n) &&
        (n == 0 || rb_rules_extend(rules, frozen->lexicon, files, n)))
        return rules;
    rb_rules_free(rules);
    return NULL;
}

ringback_status rb_rules_load(const ringback_source *files, size_t n, struct rb_errors *errs,
                              ringback_rules **out)
{
    *out = rb_frozen ? thawed(rb_frozen, files, n) : NULL;
    return *out ? RINGBACK_OK : rb_rules_load_all(files, n, errs, out);
}

const ringback_rules *rb_rules_whole(const ringback_rules *rules)
{
    struct rb_whole *whole = rules->whole;
    struct rb_errors errs = {0};
    ringback_rules *made, *first = NULL;

    if (!whole)
        return rules;
    made = atomic_load(&whole->made);
    if (made || rb_rules_load_all(whole->files, whole->n, &errs, &made) != RINGBACK_OK ||
        atomic_compare_exchange_strong(&whole->made, &first, made))
        return made;
    rb_rules_free(made); /* GCOVR_EXCL_LINE: only behind a thread that was faster */
    return first;        /* GCOVR_EXCL_LINE: only behind a thread that was faster */
}

bool rb_rules_read(const ringback_rules *rules)
{
    return rb_rules_whole(rules) != NULL;
}

static void free_parts(ringback_rules *rules)
{
    for (size_t i = 0; i < rules->n_patterns; i++)
        rb_lazy_free(&rules->patterns[i]);
    rb_lexicon_free(rules->lexicon);
    rb_arena_free(&rules->arena);
    free(rules);
}

void rb_rules_free(ringback_rules *rules)
{
    ringback_rules *whole;

    if (!rules)
        return;
    whole = rules->whole ? atomic_load(&rules->whole->made) : NULL;
    /* Those have none behind them. */
    if (whole)
        free_parts(whole);
    free_parts(rules);
}
