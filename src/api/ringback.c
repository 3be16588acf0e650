/* The façade: rules, checkers, one draft. */
#include <ringback.h>

#include <stdlib.h>

#include "api/check.h"
#include "base/limits.h"
#include "clock/pace.h"

struct ringback_checker {
    const ringback_rules *rules;
    struct rb_finder *finder;
    struct rb_arena arena; /* owns the strings of known */
    struct rb_known known;
};

const char *ringback_status_name(ringback_status status)
{
    switch (status) {
    case RINGBACK_OK:
        return "ok";
    case RINGBACK_ERR_MEMORY:
        return "memory";
    case RINGBACK_ERR_LIMIT:
        return "limit";
    case RINGBACK_ERR_RULES:
        return "rules";
    case RINGBACK_ERR_SETTINGS:
        return "settings";
    case RINGBACK_ERR_INPUT:
        return "input";
    case RINGBACK_ERR_SINK:
        return "sink";
    case RINGBACK_ERR_USAGE:
        return "usage";
    }
    return "unknown";
}

const char *ringback_version(void)
{
    return RINGBACK_VERSION;
}

bool ringback_pace_at(size_t n, ringback_pace *out)
{
    const struct rb_pace *pace = rb_pace_at(n);

    if (pace)
        *out = (ringback_pace){pace->name, pace->doc, pace->words_per_minute};
    return pace != NULL;
}

ringback_status ringback_rules_load(const ringback_source *files, size_t n,
                                    ringback_on_error *on_error, void *ctx, ringback_rules **out,
                                    ringback_error *err)
{
    struct rb_errors errs = {.report = on_error, .ctx = ctx};
    ringback_status status = rb_rules_load(files, n, &errs, out);

    if (status == RINGBACK_OK)
        return RINGBACK_OK;
    *out = NULL;
    if (status == RINGBACK_ERR_MEMORY || errs.count == 0)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    if (err)
        *err = errs.first;
    return status;
}

void ringback_rules_free(ringback_rules *rules)
{
    rb_rules_free(rules);
}

static ringback_str str(struct rb_slice s)
{
    return (ringback_str){s.ptr, s.len};
}

size_t ringback_rules_count(const ringback_rules *rules)
{
    return rb_rules_count(rules);
}

bool ringback_rules_at(const ringback_rules *rules, size_t n, ringback_rule *out)
{
    const struct rb_rule_info *info = rb_rules_at(rules, n);

    if (!info)
        return false;
    *out = (ringback_rule){.id = str(info->id),
                           .title = str(info->title),
                           .family = str(info->family),
                           .why = str(info->why),
                           .advice = str(info->advice),
                           .sources = str(info->sources),
                           .severity = (ringback_severity)info->severity,
                           .points = info->points,
                           .removable = info->removable,
                           .file = str(info->file),
                           .line = info->line};
    return true;
}

ringback_status ringback_rules_test(const ringback_rules *rules, ringback_on_error *on_error,
                                    void *ctx, size_t *run, size_t *failed, ringback_error *err)
{
    struct rb_errors errs = {.report = on_error, .ctx = ctx};

    return rb_rules_test(rules, &errs, run, failed, err);
}

/* A number within its range, or an error that names the option. */
static bool in_range(uint32_t value, uint32_t min, uint32_t max, const char *name,
                     ringback_error *err)
{
    if (value >= min && value <= max)
        return true;
    (void)rb_error_set(err, RINGBACK_ERR_SETTINGS, "%s must be from %u to %u, not %u", name,
                       (unsigned)min, (unsigned)max, (unsigned)value);
    return false;
}

static bool check_options(const ringback_options *o, ringback_error *err)
{
    if (!in_range(o->words_per_minute, RINGBACK_MIN_PACE, RINGBACK_MAX_PACE, "the pace", err) ||
        !in_range(o->number_percent, RINGBACK_MIN_NUMBER_PERCENT, RINGBACK_MAX_NUMBER_PERCENT,
                  "the number pace", err) ||
        !in_range(o->min_score, 0, 100, "the lowest score", err))
        return false;
    if (o->dial_minute != RINGBACK_UNSET &&
        !in_range(o->dial_minute, 0, 24 * 60 - 1, "the dial time", err))
        return false;
    return o->measured_ms == RINGBACK_UNSET ||
           in_range(o->measured_ms, 1, RINGBACK_MAX_MEASURED_MS, "the measured time", err);
}

/* Copies the options that the caller's struct has: it may be older than this library's. */
static ringback_options options_of(const ringback_options *given)
{
    ringback_options o = RINGBACK_OPTIONS_INIT;

    if (given)
        memcpy(&o, given, given->size < sizeof o ? given->size : sizeof o);
    return o;
}

static bool settle(ringback_checker *checker, const ringback_options *o, ringback_error *err)
{
    struct rb_slice style = rb_slice_str(o->style ? o->style : "standard");
    int nearest = -1;

    if (!check_options(o, err))
        return false;
    if (rb_rules_style(checker->rules, style, &nearest) < 0) {
        struct rb_slice near = nearest >= 0 ? rb_rules_style_name(checker->rules, (size_t)nearest)
                                            : rb_slice_str("standard");

        (void)rb_error_set(err, RINGBACK_ERR_SETTINGS,
                           "there is no style “%.*s”: did you mean “%.*s”?", (int)style.len,
                           style.ptr, (int)near.len, near.ptr);
        return false;
    }
    checker->known =
        (struct rb_known){.style = rb_arena_copy(&checker->arena, style),
                          .from = rb_arena_copy(&checker->arena, rb_slice_str(o->from)),
                          .to = rb_arena_copy(&checker->arena, rb_slice_str(o->to)),
                          .company = rb_arena_copy(&checker->arena, rb_slice_str(o->company)),
                          .words_per_minute = o->words_per_minute,
                          .number_percent = o->number_percent,
                          .min_score = o->min_score,
                          .dial_minute = o->dial_minute,
                          .measured_ms = o->measured_ms,
                          .formal = o->formal,
                          .final = o->final};
    if (rb_arena_failed(&checker->arena)) {
        (void)rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
        return false;
    }
    return true;
}

ringback_status ringback_checker_new(const ringback_rules *rules, const ringback_options *options,
                                     ringback_checker **out, ringback_error *err)
{
    ringback_checker *checker = calloc(1, sizeof *checker);
    ringback_options o = options_of(options);
    ringback_error own = {0};

    *out = NULL;
    if (!checker)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    checker->rules = rules;
    rb_arena_init(&checker->arena);
    checker->finder = rb_finder_new(rb_rules_lexicon(rules));
    if (!checker->finder)
        (void)rb_error_set(&own, RINGBACK_ERR_MEMORY, "out of memory");
    if (!checker->finder || !settle(checker, &o, &own)) {
        ringback_checker_free(checker);
        if (err)
            *err = own;
        return own.status;
    }
    *out = checker;
    return RINGBACK_OK;
}

void ringback_checker_free(ringback_checker *checker)
{
    if (!checker)
        return;
    rb_finder_free(checker->finder);
    rb_arena_free(&checker->arena);
    free(checker);
}

const struct rb_known *rb_checker_known(const ringback_checker *checker)
{
    return &checker->known;
}

bool rb_style_exists(const ringback_checker *checker, struct rb_slice style)
{
    return rb_rules_style(checker->rules, style, NULL) >= 0;
}

ringback_status rb_check_known(ringback_checker *checker, struct rb_slice text,
                               const struct rb_known *known, ringback_result **out,
                               ringback_error *err)
{
    return rb_judge(checker->rules, checker->finder, text, known, out, err);
}

ringback_status ringback_check(ringback_checker *checker, const char *text, size_t len,
                               ringback_result **out, ringback_error *err)
{
    *out = NULL;
    if (!text && len)
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a draft of %zu bytes has no text", len);
    return rb_check_known(checker, rb_slice_of(text ? text : "", len), &checker->known, out, err);
}

void ringback_result_free(ringback_result *result)
{
    rb_result_free(result);
}
