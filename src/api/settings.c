/* Configuration, and what it comes to for one file. */
#include <ringback.h>

#include <stdlib.h>

#include "api/options.h"
#include "base/hint.h"
#include "settings/config.h"
#include "settings/glob.h"

struct ringback_settings {
    struct rb_arena arena;
    struct rb_config config;
};

struct ringback_profile {
    struct rb_arena arena;
    struct rb_layer layer;
    ringback_ignore *ignore;
    size_t n_ignore;
};

static ringback_str str(struct rb_slice s)
{
    return (ringback_str){s.len ? s.ptr : "", s.len};
}

/* ---- loading ---- */

/* The caller's opener, behind the floor's. */
struct opener {
    ringback_open *open;
    void *ctx;
};

static bool open_source(void *ctx, const char *path, struct rb_slice *out, char *reason,
                        size_t size)
{
    const struct opener *opener = ctx;
    ringback_source source = {path, "", 0};

    if (!opener->open(opener->ctx, path, &source, reason, size))
        return false;
    *out = rb_slice_of(source.data ? source.data : "", source.len);
    return true;
}

ringback_status ringback_settings_load(const ringback_source *file, ringback_open *open,
                                       ringback_on_error *on_error, void *ctx,
                                       ringback_settings **out, ringback_error *err)
{
    ringback_settings *settings = calloc(1, sizeof *settings);
    struct rb_errors errs = {.report = on_error, .ctx = ctx};
    struct opener opener = {open, ctx};
    struct rb_slice bytes = {NULL, 0};
    struct rb_config_loader loader = {
        .errs = &errs, .open = open ? open_source : NULL, .ctx = &opener};

    *out = NULL;
    if (!settings)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    rb_arena_init(&settings->arena);
    loader.arena = &settings->arena;
    if (file)
        bytes = rb_slice_of(file->data ? file->data : "", file->len);
    if (rb_config_load(&loader, file && file->name ? file->name : "", bytes, &settings->config)) {
        *out = settings;
        return RINGBACK_OK;
    }
    ringback_settings_free(settings);
    if (errs.count == 0)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    if (err)
        *err = errs.first;
    return errs.first.status;
}

void ringback_settings_free(ringback_settings *settings)
{
    if (!settings)
        return;
    rb_arena_free(&settings->arena);
    free(settings);
}

bool ringback_settings_root(const ringback_settings *settings)
{
    return settings->config.layer.values[RB_SETTING_ROOT].number == 1;
}

const char *ringback_settings_rules(const ringback_settings *settings, size_t n)
{
    const struct rb_items *rules = &settings->config.layer.values[RB_SETTING_RULES].items;

    return n < rules->n ? rules->list[n].text.ptr : NULL;
}

/* ---- names ---- */

static void verify_style(const ringback_rules *rules, const struct rb_value *style,
                         struct rb_errors *errs)
{
    ringback_error err;

    if (!style->given || rb_rules_style(rules, style->text, NULL) >= 0)
        return;
    (void)rb_style_unknown(rules, style->text, &err);
    rb_errors_add(errs, RINGBACK_ERR_SETTINGS, style->place, "%s", err.message);
}

static void verify_ignored(const ringback_rules *rules, const struct rb_items *items,
                           struct rb_arena *arena, struct rb_errors *errs)
{
    size_t n = rb_rules_count(rules);
    struct rb_slice *names = rb_arena_array(arena, n, sizeof *names);
    struct rb_hint hint;

    for (size_t i = 0; names && i < n; i++)
        names[i] = rb_rules_at(rules, i)->id;
    for (uint32_t i = 0; names && i < items->n; i++) {
        struct rb_slice rule = items->list[i].text;

        if (rb_rules_find(rules, rule) < 0)
            rb_errors_add(errs, RINGBACK_ERR_SETTINGS, items->list[i].place,
                          "there is no rule \"%.*s\" to ignore%s", rb_quoted(rule), rule.ptr,
                          rb_hint(&hint, rule, names, n));
    }
}

static void verify_layer(const ringback_rules *rules, const struct rb_layer *layer,
                         struct rb_arena *arena, struct rb_errors *errs)
{
    verify_style(rules, &layer->values[RB_SETTING_STYLE], errs);
    verify_ignored(rules, &layer->values[RB_SETTING_IGNORE].items, arena, errs);
}

ringback_status ringback_settings_verify(const ringback_settings *settings,
                                         const ringback_rules *rules, ringback_on_error *on_error,
                                         void *ctx, ringback_error *err)
{
    struct rb_errors errs = {.report = on_error, .ctx = ctx};
    struct rb_arena arena;
    bool ok;

    rb_arena_init(&arena);
    verify_layer(rules, &settings->config.layer, &arena, &errs);
    for (uint32_t i = 0; i < settings->config.n_overrides; i++)
        verify_layer(rules, &settings->config.overrides[i].layer, &arena, &errs);
    ok = !rb_arena_failed(&arena);
    rb_arena_free(&arena);
    if (!ok)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    if (errs.count && err)
        *err = errs.first;
    return errs.count ? RINGBACK_ERR_SETTINGS : RINGBACK_OK;
}

/* ---- files ---- */

static ringback_setting setting_of(const char *key, const struct rb_item *item)
{
    return (ringback_setting){.key = str(rb_slice_str(key)),
                              .value = str(item->text),
                              .reason = str(item->reason),
                              .source = str(rb_slice_str(item->place.source)),
                              .line = item->place.line,
                              .column = item->place.column};
}

bool ringback_settings_excludes(const ringback_settings *settings, const char *path, bool folder,
                                ringback_setting *by)
{
    const struct rb_item *item = rb_config_excludes(&settings->config, rb_slice_str(path), folder);

    if (item && by)
        *by = setting_of(rb_setting_rows[RB_SETTING_EXCLUDE].name, item);
    return item != NULL;
}

bool ringback_settings_includes(const ringback_settings *settings, const char *path)
{
    return rb_config_includes(&settings->config, rb_slice_str(path));
}

int ringback_ignored(const char *lines, size_t len, const char *path, bool folder)
{
    return rb_glob_lines(rb_slice_of(lines, len), rb_slice_str(path), folder);
}

/* ---- profiles ---- */

ringback_status ringback_settings_for(const ringback_settings *settings, const char *path,
                                      ringback_profile **out, ringback_error *err)
{
    ringback_profile *profile = calloc(1, sizeof *profile);
    struct rb_items ignored;

    *out = NULL;
    if (!profile)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    rb_arena_init(&profile->arena);
    rb_config_for(&settings->config, &profile->arena, rb_slice_str(path), &profile->layer);
    ignored = profile->layer.values[RB_SETTING_IGNORE].items;
    profile->ignore = rb_arena_array(&profile->arena, ignored.n, sizeof *profile->ignore);
    for (uint32_t i = 0; profile->ignore && i < ignored.n; i++)
        profile->ignore[profile->n_ignore++] =
            (ringback_ignore){ignored.list[i].text.ptr, ignored.list[i].reason.ptr};
    if (rb_arena_failed(&profile->arena)) {
        ringback_profile_free(profile);
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    }
    *out = profile;
    return RINGBACK_OK;
}

void ringback_profile_free(ringback_profile *profile)
{
    if (!profile)
        return;
    rb_arena_free(&profile->arena);
    free(profile);
}

void ringback_profile_options(const ringback_profile *profile, ringback_options *out)
{
    *out = (ringback_options)RINGBACK_OPTIONS_INIT;
    rb_options_lay(&profile->layer, out);
    out->ignore = profile->ignore;
    out->n_ignore = profile->n_ignore;
}

ringback_thresholds ringback_profile_thresholds(const ringback_profile *profile)
{
    static const uint32_t severities[] = {RINGBACK_ERROR, RINGBACK_WARNING, RINGBACK_SUGGESTION,
                                          RINGBACK_UNSET};
    const struct rb_value *fail_on = &profile->layer.values[RB_SETTING_FAIL_ON];
    const struct rb_value *min_score = &profile->layer.values[RB_SETTING_MIN_SCORE];

    return (ringback_thresholds){fail_on->given, min_score->given, severities[fail_on->number & 3u],
                                 min_score->number};
}

/* Keys that say what a file is built of, and not what holds. */
static bool is_shown(size_t key, const struct rb_value *value)
{
    switch (key) {
    case RB_SETTING_EXTENDS:
    case RB_SETTING_OVERRIDES:
    case RB_SETTING_FILES:
        return false;
    case RB_SETTING_ROOT:
        return value->given;
    default:
        return true;
    }
}

bool ringback_profile_at(const ringback_profile *profile, size_t n, ringback_setting *out)
{
    for (size_t key = 0; key < RB_SETTINGS; key++) {
        const struct rb_value *value = &profile->layer.values[key];
        bool list = rb_setting_rows[key].type >= RB_VALUE_PATHS;
        size_t count = list ? value->items.n : value->text.len > 0;

        if (!is_shown(key, value))
            continue;
        if (n >= count) {
            n -= count;
            continue;
        }
        *out = setting_of(rb_setting_rows[key].name,
                          list ? &value->items.list[n]
                               : &(struct rb_item){value->text, {"", 0}, value->place});
        return true;
    }
    return false;
}

bool ringback_key_at(size_t n, ringback_key *out)
{
    const struct rb_setting_row *row = &rb_setting_rows[n < RB_SETTINGS ? n : 0];

    if (n >= RB_SETTINGS)
        return false;
    *out = (ringback_key){.name = row->name,
                          .help = row->help,
                          .wanted = row->wanted,
                          .standard = row->standard,
                          .in_file = (row->where & RB_IN_FILE) != 0,
                          .in_override = (row->where & RB_IN_OVERRIDE) != 0,
                          .in_front = (row->where & RB_IN_FRONT) != 0};
    return true;
}
