/* Settings: whatever the bytes, they load or say why not with a place, and the same bytes always do
 * the same; what loads can be asked for any path. */
#include <ringback.h>

#include <string.h>

#include "fuzz.h"

struct seen {
    unsigned errors, lines;
};

static void on_error(void *ctx, const ringback_error *err)
{
    struct seen *seen = ctx;

    HOLD(err->message[0] != '\0' && strlen(err->message) < sizeof err->message);
    HOLD(strchr(err->message, '\n') == NULL);
    seen->errors++;
    seen->lines += err->line;
}

/* The same bytes again, for `extends`: it builds on itself, or deeper and deeper. */
static const uint8_t *again;
static size_t again_size;

static bool open_again(void *ctx, const char *path, ringback_source *out, char *reason, size_t size)
{
    (void)ctx;
    HOLD(path[0] != '\0' && size > 0);
    reason[0] = '\0';
    *out = (ringback_source){path, (const char *)again, again_size};
    return true;
}

static void ask(const ringback_settings *settings, const char *path)
{
    ringback_profile *profile = NULL;
    ringback_options o;
    ringback_setting s;

    HOLD(ringback_settings_for(settings, path, &profile, NULL) == RINGBACK_OK);
    ringback_profile_options(profile, &o);
    HOLD(o.words_per_minute >= RINGBACK_MIN_PACE && o.words_per_minute <= RINGBACK_MAX_PACE);
    HOLD(o.min_score <= 100);
    for (size_t i = 0; ringback_profile_at(profile, i, &s); i++)
        HOLD(s.key.len > 0 && (s.source.len == 0) == (s.line == 0));
    (void)ringback_settings_excludes(settings, path, false, NULL);
    (void)ringback_settings_includes(settings, path);
    ringback_profile_free(profile);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ringback_source source = {"a/b.yaml", (const char *)data, size};
    struct seen first = {0}, second = {0};
    ringback_settings *settings = NULL, *twin = NULL;
    ringback_status status;

    again = data;
    again_size = size;
    status = ringback_settings_load(&source, open_again, on_error, &first, &settings, NULL);
    HOLD((status == RINGBACK_OK) == (settings != NULL));
    HOLD((status == RINGBACK_OK) == (first.errors == 0));
    HOLD(ringback_settings_load(&source, open_again, on_error, &second, &twin, NULL) == status);
    HOLD(first.errors == second.errors && first.lines == second.lines);
    if (settings) {
        ask(settings, "a.txt");
        ask(settings, "calls/old/x.md");
    }
    (void)ringback_ignored((const char *)data, size, "calls/old/x.md", false);
    ringback_settings_free(settings);
    ringback_settings_free(twin);
    return 0;
}
