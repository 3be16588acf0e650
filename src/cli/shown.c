#include "cli/shown.h"

#include <stdio.h>
#include <string.h>

enum { VALUE_COLUMN = 18, SOURCE_COLUMN = 40 };

static bool words(struct rb_cli_output *out, ringback_str text)
{
    return ringback_printable(text, rb_cli_output_write, out);
}

static bool say(struct rb_cli_output *out, const char *text)
{
    return words(out, (ringback_str){text, strlen(text)});
}

/* Up to a column, one space at least. */
static bool pad(struct rb_cli_output *out, size_t from, size_t to)
{
    do {
        if (!rb_cli_output_puts(out, " "))
            return false;
    } while (++from < to);
    return true;
}

static bool source(struct rb_cli_output *out, const ringback_setting *s)
{
    char line[32];

    if (s->source.len == 0)
        return rb_cli_output_puts(out, "standard");
    (void)snprintf(line, sizeof line, ":%lu", (unsigned long)s->line);
    return words(out, s->source) && rb_cli_output_puts(out, line);
}

/* The key is said once for all the items of a list. */
static bool row(struct rb_cli_output *out, const ringback_setting *s, bool again)
{
    size_t key = again ? 0 : s->key.len;

    if (!(again || words(out, s->key)) || !pad(out, key, VALUE_COLUMN) || !words(out, s->value) ||
        !pad(out, VALUE_COLUMN + s->value.len, SOURCE_COLUMN) || !source(out, s))
        return false;
    if (s->reason.len && !(say(out, ": ") && words(out, s->reason)))
        return false;
    return rb_cli_output_puts(out, "\n");
}

static bool head(struct rb_cli_output *out, const struct rb_cli_hold *hold, const char *path)
{
    ringback_setting by;

    if (!say(out, path) || !say(out, *hold->shown ? ": settings from " : ": no configuration") ||
        !say(out, hold->shown) || !rb_cli_output_puts(out, "\n"))
        return false;
    if (!hold->ignored)
        return rb_cli_output_puts(out, "\n");
    if (!ringback_settings_excludes(hold->settings, hold->inner, false, &by))
        return rb_cli_output_puts(out, "It is left out by a .ringbackignore.\n\n");
    return rb_cli_output_puts(out, "It is left out by ") && source(out, &by) &&
           rb_cli_output_puts(out, ".\n\n");
}

bool rb_cli_show_settings(struct rb_cli_run *run, const struct rb_cli_hold *hold, const char *path,
                          struct rb_cli_output *out)
{
    ringback_profile *profile;
    ringback_setting s, last = {.key = {"", 0}};
    ringback_error err;
    bool ok;

    if (ringback_settings_for(hold->settings, hold->inner, &profile, &err)) {
        rb_cli_fail_memory(run);
        return false;
    }
    ok = head(out, hold, path);
    for (size_t i = 0; ok && ringback_profile_at(profile, i, &s); i++) {
        ok = row(out, &s,
                 s.key.len == last.key.len && memcmp(s.key.ptr, last.key.ptr, s.key.len) == 0);
        last = s;
    }
    ringback_profile_free(profile);
    return ok && rb_cli_output_puts(out, "\n");
}
