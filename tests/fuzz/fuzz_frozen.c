/* Drafts, judged by the rules that the build has compiled, by the same rules compiled now, and by a
 * checker that has judged other drafts before: all say the same. */
#include <ringback.h>

#include "fuzz.h"
#include "rule/rules.h"

struct judges {
    ringback_rules *frozen, *compiled;
    struct rb_finder *by_frozen, *by_compiled;
};

static void begin(struct judges *j)
{
    struct rb_errors errs = {0};

    HOLD(rb_rules_load(NULL, 0, &errs, &j->frozen) == RINGBACK_OK);
    HOLD(rb_rules_load_all(NULL, 0, &errs, &j->compiled) == RINGBACK_OK);
    j->by_frozen = rb_finder_new(rb_rules_lexicon(j->frozen));
    j->by_compiled = rb_finder_new(rb_rules_lexicon(j->compiled));
    HOLD(j->by_frozen && j->by_compiled);
}

static void put(struct rb_buffer *out, uint32_t start, uint32_t end, struct rb_slice name,
                struct rb_slice text)
{
    rb_buffer_uint(out, start);
    rb_buffer_putc(out, '-');
    rb_buffer_uint(out, end);
    rb_buffer_putc(out, ' ');
    rb_buffer_slice_add(out, name);
    rb_buffer_putc(out, ':');
    rb_buffer_slice_add(out, text);
    rb_buffer_putc(out, '\n');
}

static void judge(const ringback_rules *rules, struct rb_finder *finder, struct rb_slice text,
                  size_t style, struct rb_buffer *out)
{
    const struct rb_known known = {.style = rb_rules_style_name(rules, style),
                                   .words_per_minute = 150,
                                   .number_percent = 140,
                                   .min_score = 80,
                                   .dial_minute = 600,
                                   .measured_ms = RINGBACK_UNSET};
    ringback_result *r;

    HOLD(rb_judge(rules, finder, text, &known, &r, NULL) == RINGBACK_OK);
    rb_buffer_init(out);
    rb_buffer_uint(out, r->score);
    for (uint32_t i = 0; i < r->draft.facts.count; i++) {
        const struct rb_fact *f = &r->draft.facts.items[i];

        put(out, f->start, f->end, f->name, f->value);
        rb_buffer_slice_add(out, rb_fact_reason(r->draft.lexicon, f));
    }
    for (uint32_t i = 0; i < r->n_findings; i++) {
        const struct rb_finding *f = &r->findings[i];

        put(out, f->start, f->end, f->rule->id, f->message);
        put(out, f->points, f->severity, f->advice, f->advice);
    }
    for (uint32_t i = 0; i < r->n_strengths; i++)
        put(out, 0, 0, r->strengths[i].rule, r->strengths[i].message);
    HOLD(!out->failed);
    rb_result_free(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct judges j;
    struct rb_slice text = rb_slice_of(size ? (const char *)data : "", size);
    struct rb_buffer frozen, compiled, alone;
    struct rb_finder *fresh;
    size_t style;

    if (!j.frozen)
        begin(&j);
    style = size % rb_rules_styles(j.frozen);
    fresh = rb_finder_new(rb_rules_lexicon(j.frozen));
    HOLD(fresh);
    judge(j.frozen, j.by_frozen, text, style, &frozen);
    judge(j.compiled, j.by_compiled, text, style, &compiled);
    judge(j.frozen, fresh, text, style, &alone);
    HOLD(rb_slice_equal(rb_buffer_slice(&frozen), rb_buffer_slice(&compiled)));
    HOLD(rb_slice_equal(rb_buffer_slice(&frozen), rb_buffer_slice(&alone)));
    rb_buffer_free(&frozen);
    rb_buffer_free(&compiled);
    rb_buffer_free(&alone);
    rb_finder_free(fresh);
    return 0;
}
