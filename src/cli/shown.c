#include "cli/shown.h"

#include <stdio.h>
#include <string.h>

enum { VALUE_COLUMN = 18, SOURCE_COLUMN = 40 };

/* Up to a column, one space at least. */
static void pad(struct rb_cli_output *out, size_t from, size_t to)
{
    do {
        rb_cli_output_puts(out, " ");
    } while (++from < to);
}

static void source(struct rb_cli_output *out, const ringback_setting *s)
{
    char line[32];

    if (s->source.len == 0) {
        rb_cli_output_puts(out, "standard");
        return;
    }
    (void)snprintf(line, sizeof line, ":%lu", (unsigned long)s->line);
    rb_cli_output_words(out, s->source);
    rb_cli_output_puts(out, line);
}

/* The key is said once for all the items of a list. */
static void row(struct rb_cli_output *out, const ringback_setting *s, bool again)
{
    if (!again)
        rb_cli_output_words(out, s->key);
    pad(out, again ? 0 : s->key.len, VALUE_COLUMN);
    rb_cli_output_words(out, s->value);
    pad(out, VALUE_COLUMN + s->value.len, SOURCE_COLUMN);
    source(out, s);
    if (s->reason.len) {
        rb_cli_output_puts(out, ": ");
        rb_cli_output_words(out, s->reason);
    }
    rb_cli_output_puts(out, "\n");
}

static void head(struct rb_cli_output *out, const struct rb_cli_hold *hold, const char *path)
{
    ringback_setting by;

    rb_cli_output_say(out, path);
    rb_cli_output_puts(out, *hold->shown ? ": settings from " : ": no configuration");
    rb_cli_output_say(out, hold->shown);
    rb_cli_output_puts(out, "\n");
    if (hold->ignored && ringback_settings_excludes(hold->settings, hold->inner, false, &by)) {
        rb_cli_output_puts(out, "It is left out by ");
        source(out, &by);
        rb_cli_output_puts(out, ".\n");
    } else if (hold->ignored) {
        rb_cli_output_puts(out, "It is left out by a .ringbackignore.\n");
    }
    rb_cli_output_puts(out, "\n");
}

bool rb_cli_show_settings(struct rb_cli_run *run, const struct rb_cli_hold *hold, const char *path,
                          struct rb_cli_output *out)
{
    ringback_profile *profile;
    ringback_setting s, last = {.key = {"", 0}};
    ringback_error err;

    if (ringback_settings_for(hold->settings, hold->inner, &profile, &err)) {
        rb_cli_fail_memory(run);
        return false;
    }
    head(out, hold, path);
    for (size_t i = 0; ringback_profile_at(profile, i, &s); i++) {
        row(out, &s, s.key.len == last.key.len && memcmp(s.key.ptr, last.key.ptr, s.key.len) == 0);
        last = s;
    }
    ringback_profile_free(profile);
    rb_cli_output_puts(out, "\n");
    return true;
}
