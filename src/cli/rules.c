#include "cli/rules.h"

#include <stdlib.h>
#include <string.h>

#include "cli/input.h"

enum {
    /* Past the library's own limit, whose message says more. */
    MAX_RULE_BYTES = 1024 * 1024
};

void rb_cli_tell(void *ctx, const ringback_error *err)
{
    (void)ctx;
    if (err->line && err->column)
        rb_cli_say("%s:%lu:%lu: %s", err->source, (unsigned long)err->line,
                   (unsigned long)err->column, err->message);
    else if (err->line)
        rb_cli_say("%s:%lu: %s", err->source, (unsigned long)err->line, err->message);
    else if (*err->source)
        rb_cli_say("%s: %s", err->source, err->message);
    else
        rb_cli_say("%s", err->message);
}

static ringback_rules *load(struct rb_cli_run *run, const ringback_source *files, size_t n)
{
    ringback_rules *rules = NULL;
    ringback_error err;
    ringback_status status = ringback_rules_load(files, n, rb_cli_tell, NULL, &rules, &err);

    if (status == RINGBACK_OK)
        return rules;
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(run);
    else
        rb_cli_fail_quietly(run, RB_EXIT_WRONG, "the rules do not load");
    return NULL;
}

ringback_rules *rb_cli_rules_from(struct rb_cli_run *run, const char *const *paths, size_t n)
{
    ringback_source *files = calloc(n + 1, sizeof *files);
    struct rb_cli_bytes *bytes = calloc(n + 1, sizeof *bytes);
    ringback_rules *rules = NULL;
    size_t done = 0;

    if (!files || !bytes) {
        rb_cli_fail_memory(run);
        goto out;
    }
    for (; done < n; done++) {
        if (!rb_cli_read_named(run, paths[done], MAX_RULE_BYTES, &bytes[done])) {
            if (run->worst == RB_EXIT_WRONG)
                run->why = "a rule file could not be read";
            goto out;
        }
        files[done] = (ringback_source){paths[done], bytes[done].ptr, bytes[done].len};
    }
    rules = load(run, files, n);
out:
    for (size_t i = 0; bytes && i < done; i++)
        free(bytes[i].ptr);
    free(bytes);
    free(files);
    return rules;
}

/* The paths one after the other. NULL: no memory. */
static const char **join(struct rb_cli_run *run, const char *const *a, size_t n_a,
                         const char *const *b, size_t n_b)
{
    const char **all = calloc(n_a + n_b + 1, sizeof *all);

    if (!all) {
        rb_cli_fail_memory(run);
        return NULL;
    }
    if (n_a)
        memcpy(all, a, n_a * sizeof *all);
    if (n_b)
        memcpy(all + n_a, b, n_b * sizeof *all);
    return all;
}

ringback_rules *rb_cli_rules_load(struct rb_cli_run *run, const struct rb_cli_options *options,
                                  char *const *more, size_t n_more)
{
    const char **paths =
        join(run, options->rules, options->n_rules, (const char *const *)more, n_more);
    ringback_rules *rules = paths ? rb_cli_rules_from(run, paths, options->n_rules + n_more) : NULL;

    free(paths);
    return rules;
}

ringback_rules *rb_cli_rules_for(struct rb_cli_run *run, const struct rb_cli_options *options,
                                 const ringback_settings *settings)
{
    ringback_rules *rules = NULL;
    const char **own, **paths;
    size_t n = 0;

    while (ringback_settings_rules(settings, n))
        n++;
    own = calloc(n + 1, sizeof *own);
    for (size_t i = 0; own && i < n; i++)
        own[i] = ringback_settings_rules(settings, i);
    paths = own ? join(run, own, n, options->rules, options->n_rules) : NULL;
    if (paths)
        rules = rb_cli_rules_from(run, paths, n + options->n_rules);
    else if (!own)
        rb_cli_fail_memory(run);
    free(own);
    free(paths);
    return rules;
}
