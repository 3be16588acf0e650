/* The façade: rules, checkers, one draft. */
#include <ringback.h>

#include <stdlib.h>

#include "api/check.h"
#include "api/options.h"
#include "base/buffer.h"
#include "base/limits.h"
#include "clock/pace.h"
#include "rule/history.h"

struct ringback_checker {
    const ringback_rules *rules;
    struct rb_finder *finder;
    struct rb_arena arena; /* owns the strings of known */
    struct rb_buffer own_name;
    struct rb_known known;
    struct rb_joining joining;
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

ringback_status ringback_checker_new(const ringback_rules *rules, const ringback_options *options,
                                     ringback_checker **out, ringback_error *err)
{
    ringback_checker *checker = calloc(1, sizeof *checker);
    ringback_error own = {0};

    *out = NULL;
    if (!checker)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    checker->rules = rules;
    rb_arena_init(&checker->arena);
    checker->finder = rb_finder_new(rb_rules_lexicon(rules));
    if (!checker->finder)
        (void)rb_error_set(&own, RINGBACK_ERR_MEMORY, "out of memory");
    if (!checker->finder ||
        rb_options_known(rules, options, &checker->arena, &checker->known, &own)) {
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
    rb_buffer_free(&checker->own_name);
    free(checker);
}

const ringback_rules *rb_checker_rules(const ringback_checker *checker)
{
    return checker->rules;
}

ringback_status ringback_checker_remember(ringback_checker *checker,
                                          const ringback_history *history, const char *own_name,
                                          ringback_error *err)
{
    struct rb_slice name = rb_slice_str(own_name);

    rb_buffer_clear(&checker->own_name);
    rb_buffer_slice_add(&checker->own_name, name);
    if (checker->own_name.failed)
        return rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory");
    checker->known.history = history;
    checker->known.own_name = rb_buffer_slice(&checker->own_name);
    checker->known.joining = NULL;
    return RINGBACK_OK;
}

ringback_status ringback_checker_join(ringback_checker *checker, ringback_history *history,
                                      const char *own_name, const ringback_turn *turn,
                                      ringback_error *err)
{
    ringback_status status;

    if (!history || !own_name || (turn && turn->size < sizeof *turn))
        return rb_error_set(err, RINGBACK_ERR_USAGE, "a history, a name and a turn wanted");
    status = ringback_checker_remember(checker, history, own_name, err);
    if (status)
        return status;
    checker->joining = (struct rb_joining){.history = history};
    if (turn) {
        checker->joining.take = turn->take;
        checker->joining.give = turn->give;
        checker->joining.ctx = turn->ctx;
    }
    checker->known.joining = &checker->joining;
    return RINGBACK_OK;
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
