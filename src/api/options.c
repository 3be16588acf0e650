#include "api/options.h"

#include "base/hint.h"
#include "text/pragma.h"

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

ringback_options rb_options_of(const ringback_options *given)
{
    ringback_options o = RINGBACK_OPTIONS_INIT;

    if (given)
        memcpy(&o, given, given->size < sizeof o ? given->size : sizeof o);
    return o;
}

ringback_status rb_style_unknown(const ringback_rules *rules, struct rb_slice style,
                                 ringback_error *err)
{
    int nearest = -1;
    struct rb_slice near;

    (void)rb_rules_style(rules, style, &nearest);
    near = nearest >= 0 ? rb_rules_style_name(rules, (size_t)nearest) : rb_slice_str("standard");
    return rb_error_set(err, RINGBACK_ERR_SETTINGS,
                        "there is no style “%.*s”: did you mean “%.*s”?", rb_quoted(style),
                        style.ptr, rb_quoted(near), near.ptr);
}

static ringback_status check_ignores(const ringback_rules *rules, const ringback_options *o,
                                     ringback_error *err)
{
    for (size_t i = 0; i < o->n_ignore; i++) {
        struct rb_slice rule = rb_slice_str(o->ignore[i].rule);

        if (rb_rules_find(rules, rule) < 0)
            return rb_error_set(err, RINGBACK_ERR_SETTINGS, "there is no rule “%.*s” to ignore",
                                rb_quoted(rule), rule.ptr);
        if (!rb_is_reason(rb_slice_str(o->ignore[i].reason)))
            return rb_error_set(err, RINGBACK_ERR_SETTINGS, "“%.*s” is ignored without a reason",
                                rb_quoted(rule), rule.ptr);
    }
    return RINGBACK_OK;
}

static void copy_ignores(const ringback_options *o, struct rb_arena *arena, struct rb_known *out)
{
    struct rb_ignore *ignores = rb_arena_array(arena, o->n_ignore, sizeof *ignores);

    for (size_t i = 0; ignores && i < o->n_ignore; i++)
        ignores[i] =
            (struct rb_ignore){.rule = rb_arena_copy(arena, rb_slice_str(o->ignore[i].rule)),
                               .reason = rb_arena_copy(arena, rb_slice_str(o->ignore[i].reason))};
    out->ignores = ignores;
    out->n_ignores = ignores ? (uint32_t)o->n_ignore : 0;
}

ringback_status rb_options_known(const ringback_rules *rules, const ringback_options *options,
                                 struct rb_arena *arena, struct rb_known *out, ringback_error *err)
{
    ringback_options o = rb_options_of(options);
    struct rb_slice style = rb_slice_str(o.style ? o.style : "standard");

    if (!check_options(&o, err))
        return RINGBACK_ERR_SETTINGS;
    if (rb_rules_style(rules, style, NULL) < 0)
        return rb_style_unknown(rules, style, err);
    if (check_ignores(rules, &o, err))
        return RINGBACK_ERR_SETTINGS;
    *out = (struct rb_known){.style = rb_arena_copy(arena, style),
                             .from = rb_arena_copy(arena, rb_slice_str(o.from)),
                             .to = rb_arena_copy(arena, rb_slice_str(o.to)),
                             .company = rb_arena_copy(arena, rb_slice_str(o.company)),
                             .words_per_minute = o.words_per_minute,
                             .number_percent = o.number_percent,
                             .min_score = o.min_score,
                             .dial_minute = o.dial_minute,
                             .measured_ms = o.measured_ms,
                             .formal = o.formal,
                             .final = o.final,
                             .brief = o.brief};
    copy_ignores(&o, arena, out);
    return rb_arena_failed(arena) ? rb_error_set(err, RINGBACK_ERR_MEMORY, "out of memory")
                                  : RINGBACK_OK;
}

/* ---- settings over options ---- */

static void lay_text(const struct rb_value *value, const char **out)
{
    if (value->given)
        *out = value->text.ptr;
}

static void lay_number(const struct rb_value *value, uint32_t *out)
{
    if (value->given)
        *out = value->number;
}

void rb_options_lay(const struct rb_layer *layer, ringback_options *o)
{
    const struct rb_value *v = layer->values;

    lay_text(&v[RB_SETTING_STYLE], &o->style);
    lay_text(&v[RB_SETTING_FROM], &o->from);
    lay_text(&v[RB_SETTING_TO], &o->to);
    lay_text(&v[RB_SETTING_COMPANY], &o->company);
    lay_number(&v[RB_SETTING_PACE], &o->words_per_minute);
    lay_number(&v[RB_SETTING_NUMBER_PACE], &o->number_percent);
    lay_number(&v[RB_SETTING_MIN_SCORE], &o->min_score);
    lay_number(&v[RB_SETTING_DIAL_AT], &o->dial_minute);
    lay_number(&v[RB_SETTING_MEASURED], &o->measured_ms);
    if (v[RB_SETTING_ADDRESS].given)
        o->formal = v[RB_SETTING_ADDRESS].number == 1;
    if (v[RB_SETTING_STATUS].given)
        o->final = v[RB_SETTING_STATUS].number == 1;
}
