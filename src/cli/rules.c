#include "cli/rules.h"

#include <stdlib.h>
#include <unistd.h>

#include "cli/input.h"

enum {
    /* Past the library's own limit, whose message says more. */
    MAX_RULE_BYTES = 1024 * 1024
};

static void tell(void *ctx, const ringback_error *err)
{
    (void)ctx;
    if (err->line)
        rb_cli_say("%s:%lu:%lu: %s", err->source, (unsigned long)err->line,
                   (unsigned long)err->column, err->message);
    else if (*err->source)
        rb_cli_say("%s: %s", err->source, err->message);
    else
        rb_cli_say("%s", err->message);
}

static bool read_file(struct rb_cli_run *run, const char *path, struct rb_cli_bytes *out)
{
    enum rb_cli_kind kind;
    bool ok = false;
    int fd;

    kind = rb_cli_open(run, path, &fd);
    if (kind == RB_KIND_FAILED)
        return false;
    if (kind == RB_KIND_FOLDER)
        rb_cli_fail_path(run, path, "a folder, not a rule file");
    else
        ok = rb_cli_read_all(run, fd, path, MAX_RULE_BYTES, out);
    (void)close(fd);
    return ok;
}

static ringback_rules *load(struct rb_cli_run *run, const ringback_source *files, size_t n)
{
    ringback_rules *rules = NULL;
    ringback_error err;
    ringback_status status = ringback_rules_load(files, n, tell, NULL, &rules, &err);

    if (status == RINGBACK_OK)
        return rules;
    if (status == RINGBACK_ERR_MEMORY)
        rb_cli_fail_memory(run);
    else
        rb_cli_fail_quietly(run, RB_EXIT_WRONG, "the rules do not load");
    return NULL;
}

ringback_rules *rb_cli_rules_load(struct rb_cli_run *run, const struct rb_cli_options *options,
                                  char *const *more, size_t n_more)
{
    size_t n = options->n_rules + n_more, done = 0;
    ringback_source *files = calloc(n + 1, sizeof *files);
    struct rb_cli_bytes *bytes = calloc(n + 1, sizeof *bytes);
    ringback_rules *rules = NULL;

    if (!files || !bytes) {
        rb_cli_fail_memory(run);
        goto out;
    }
    for (; done < n; done++) {
        const char *path =
            done < options->n_rules ? options->rules[done] : more[done - options->n_rules];

        if (!read_file(run, path, &bytes[done])) {
            if (run->worst == RB_EXIT_WRONG)
                run->why = "a rule file could not be read";
            goto out;
        }
        files[done] = (ringback_source){path, bytes[done].ptr, bytes[done].len};
    }
    rules = load(run, files, n);
out:
    for (size_t i = 0; bytes && i < done; i++)
        free(bytes[i].ptr);
    free(bytes);
    free(files);
    return rules;
}
