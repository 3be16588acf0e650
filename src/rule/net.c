#include "rule/net.h"

#include "rule/check.h"
#include "rule/points.h"

enum { PACE_OF_ADDS = 150 };

/* The points that the length costs when the draft takes so long. */
static int64_t length_points(const ringback_rules *rules, uint32_t style, uint32_t ms)
{
    int64_t sum = 0;

    for (uint32_t r = 0; r < rules->n_rules; r++) {
        const struct rb_rule *rule = rules->styles[style].rules[r];
        uint8_t severity = 0;

        if (rule && rule->points.per && rule->checks[0].measure == RB_MEASURE_MS)
            sum += rb_points_over(&rule->points, rule->checks[0].max, ms, &severity);
    }
    return sum;
}

/* As long as the draft really takes: a measured time stretches every word alike. */
static uint32_t stretch(const struct rb_draft *draft, uint32_t ms)
{
    uint64_t reckoned = draft->clock.total_ms;

    if (draft->known.measured_ms == RINGBACK_UNSET || reckoned == 0)
        return ms;
    ms = (uint32_t)((uint64_t)ms * draft->known.measured_ms / reckoned);
    return ms;
}

static void write_points(struct rb_buffer *out, int64_t points)
{
    rb_buffer_puts(out, points < 0 ? "−" : "+");
    rb_buffer_uint(out, (uint64_t)(points < 0 ? -points : points));
    rb_buffer_puts(out, points == 1 || points == -1 ? " point" : " points");
}

void rb_net_write(struct rb_buffer *out, const struct rb_trial *t, uint32_t style,
                  const struct rb_rule *rule, uint32_t start, uint32_t end, uint32_t gained)
{
    const struct rb_draft *draft = t->draft;
    uint32_t now = rb_draft_ms(draft), saved = 0, taken = 0, after = now;
    uint32_t pace = draft->known.words_per_minute;
    int64_t points = gained;

    if (rule->info.removable && end > start) {
        saved = stretch(draft, rb_draft_start_ms(draft, end) - rb_draft_start_ms(draft, start));
        after = saved < now ? now - saved : 0;
    } else if (rule->adds_ms) {
        taken = rule->adds_ms * PACE_OF_ADDS / (pace ? pace : PACE_OF_ADDS);
        after = now + taken;
    }
    if (saved || taken)
        points += length_points(t->rules, style, now) - length_points(t->rules, style, after);
    if (points)
        write_points(out, points);
    if (points && (saved || taken))
        rb_buffer_puts(out, ", ");
    if (saved) {
        rb_buffer_puts(out, "saves ");
        rb_buffer_seconds(out, saved);
        rb_buffer_puts(out, " s");
    } else if (taken) {
        rb_buffer_puts(out, "takes about ");
        rb_buffer_uint(out, taken < 1500 ? 1 : (taken + 500) / 1000);
        rb_buffer_puts(out, points < 0 ? " s: cut something first" : " s");
    }
}
