/* The score as a dial, the half-minute as a ruler, and what is heard up to which moment. */
#include "report/html.h"
#include "report/next.h"

enum { MOST_BARS = 200, TAIL_BYTES = 60 };

#define TIMELINE(label, kind, always) {label, kind, always},
static const struct row {
    const char *label, *kind;
    bool always;
} rows[] = {
#include "report/timeline.def"
};
#undef TIMELINE

#define HEARD(kind, words) {kind, words},
static const struct {
    const char *kind, *words;
} heard[] = {
#include "report/heard.def"
};
#undef HEARD

static const char *grade(const ringback_result *result)
{
    if (result->ready)
        return "good";
    return result->scored && result->score >= 60 ? "warning" : "error";
}

static void dial(struct rb_html *h)
{
    const ringback_result *result = h->view.result;
    struct rb_buffer *out = h->out;

    rb_buffer_puts(out, "<svg class=\"dial ");
    rb_buffer_puts(out, grade(result));
    rb_buffer_puts(out, "\" viewBox=\"0 0 100 100\" role=\"img\" aria-label=\"");
    if (result->scored) {
        rb_buffer_puts(out, "Score ");
        rb_buffer_uint(out, result->score);
        rb_buffer_puts(out, " of 100");
    } else {
        rb_buffer_puts(out, "No score");
    }
    rb_buffer_puts(out, "\">\n<circle class=\"track\" cx=\"50\" cy=\"50\" r=\"42\"/>\n");
    if (result->scored && result->score) {
        rb_buffer_puts(out, "<circle class=\"arc\" cx=\"50\" cy=\"50\" r=\"42\" pathLength=\"100\" "
                            "stroke-dasharray=\"");
        rb_buffer_uint(out, result->score);
        rb_buffer_puts(out, " 100\" transform=\"rotate(-90 50 50)\"/>\n");
    }
    rb_buffer_puts(out, "<text class=\"score\" x=\"50\" y=\"58\">");
    if (result->scored)
        rb_buffer_uint(out, result->score);
    else
        rb_buffer_puts(out, "–");
    rb_buffer_puts(out, "</text>\n<text class=\"of\" x=\"50\" y=\"74\">of 100</text>\n</svg>\n");
}

static void readiness(struct rb_html *h)
{
    const ringback_result *result = h->view.result;
    struct rb_buffer *out = h->out;
    uint32_t errors = 0;

    for (uint32_t i = 0; i < result->n_findings; i++)
        errors += result->findings[i].severity == RINGBACK_ERROR;
    rb_buffer_puts(out, result->ready ? "<b class=\"good\">ready" : "<b class=\"error\">not ready");
    rb_buffer_puts(out, "</b>");
    if (result->ready)
        return;
    rb_buffer_puts(out, ": ");
    if (!result->scored) {
        rb_buffer_puts(out, "not a voicemail");
        return;
    }
    if (errors)
        rb_html_count(out, errors, "error");
    if (result->score < result->draft.known.min_score) {
        rb_buffer_puts(out, errors ? ", score under " : "score under ");
        rb_buffer_uint(out, result->draft.known.min_score);
    }
}

static void seconds(struct rb_html *h)
{
    const struct rb_clock *clock = &h->view.result->draft.clock;
    uint32_t ms = rb_view_duration(&h->view);
    struct rb_buffer *out = h->out;

    if (h->view.result->draft.text.n_words == 0)
        return;
    rb_buffer_puts(out, ms > RB_HALF_MINUTE_MS ? "<b class=\"error\">" : "<b>");
    rb_buffer_seconds(out, ms);
    rb_buffer_puts(out, " s</b>");
    if (h->view.result->draft.known.measured_ms != RINGBACK_UNSET) {
        rb_buffer_puts(out, " measured · ");
        return;
    }
    rb_buffer_puts(out, " (");
    rb_buffer_seconds(out, clock->fast_ms);
    rb_buffer_puts(out, " for a fast speaker, ");
    rb_buffer_seconds(out, clock->slow_ms);
    rb_buffer_puts(out, " for a slow one) · ");
}

static void what_next(struct rb_html *h)
{
    const ringback_result *result = h->view.result;
    struct rb_buffer *out = h->out;
    struct rb_next next;
    bool any = false;

    if (rb_view_next(&h->view, &next)) {
        rb_buffer_puts(out, next.ready ? "</p>\n<p class=\"next\">One more minute: mend "
                                       : "</p>\n<p class=\"next\">To make it ready: mend ");
        for (uint32_t i = 0; i < result->n_findings; i++) {
            if (!next.mend[i])
                continue;
            rb_buffer_puts(out, any ? ", <a href=\"#" : "<a href=\"#");
            rb_html_id(h, 'f', i + 1);
            rb_buffer_puts(out, "\">");
            rb_buffer_uint(out, i + 1);
            rb_buffer_puts(out, "</a>");
            any = true;
        }
        rb_buffer_puts(out, " → ");
        rb_buffer_uint(out, next.score);
        rb_buffer_puts(out, next.longer ? " of 100, if it stays within 30 s" : " of 100");
    }
    if (result->n_reminders && result->reminders[0].style) {
        rb_buffer_puts(out, "</p>\n<p class=\"next\">");
        rb_html_text(out, result->reminders[0].message);
    }
}

void rb_html_verdict(struct rb_html *h)
{
    const struct rb_draft *draft = &h->view.result->draft;
    struct rb_clock_parts parts = rb_clock_parts(&draft->clock);
    struct rb_buffer *out = h->out;

    rb_buffer_puts(out, "<div class=\"verdict\">\n");
    dial(h);
    rb_buffer_puts(out, "<div>\n<p class=\"said\">");
    seconds(h);
    readiness(h);
    what_next(h);
    rb_buffer_puts(out, "</p>\n<p class=\"sums\">");
    rb_html_count(out, draft->text.n_words, "word");
    rb_buffer_puts(out, " at ");
    rb_buffer_uint(out, draft->known.words_per_minute);
    rb_buffer_puts(out, " a minute: ");
    rb_buffer_seconds(out, parts.words_ms);
    rb_buffer_puts(out, " s + phone numbers ");
    rb_buffer_seconds(out, parts.numbers_ms);
    rb_buffer_puts(out, " s + pauses ");
    rb_buffer_seconds(out, parts.pauses_ms);
    rb_buffer_puts(out, " s · style ");
    rb_html_text(out, draft->known.style);
    rb_buffer_puts(out, "</p>\n</div>\n</div>\n");
}

/* ---- the ruler ---- */

static void line_at(struct rb_buffer *out, const char *class, uint64_t ms, uint64_t span)
{
    rb_buffer_puts(out, "<line class=\"");
    rb_buffer_puts(out, class);
    rb_buffer_puts(out, "\" x1=\"");
    rb_html_percent(out, ms, span);
    rb_buffer_puts(out, "\" x2=\"");
    rb_html_percent(out, ms, span);
    rb_buffer_puts(out, "\" y1=\"0\" y2=\"100%\"/>");
}

static uint64_t step_for(uint64_t span)
{
    uint64_t step = 5000;

    while (span / step > 8)
        step *= 2;
    return step;
}

static void ruler(struct rb_buffer *out, uint64_t span)
{
    uint64_t step = step_for(span);

    rb_buffer_puts(out, "<tr class=\"ruler\"><th scope=\"row\">seconds</th><td><svg role=\"img\" "
                        "aria-label=\"from 0 to ");
    rb_buffer_uint(out, (span + 999) / 1000);
    rb_buffer_puts(out, " seconds\">");
    for (uint64_t ms = 0; ms < span; ms += step) {
        line_at(out, "tick", ms, span);
        rb_buffer_puts(out, "<text x=\"");
        rb_html_percent(out, ms, span);
        rb_buffer_puts(out, "\" dx=\"3\" y=\"12\">");
        rb_buffer_uint(out, ms / 1000);
        rb_buffer_puts(out, "</text>");
    }
    if (span > RB_HALF_MINUTE_MS)
        line_at(out, "limit", RB_HALF_MINUTE_MS, span);
    rb_buffer_puts(out, "</svg></td></tr>\n");
}

static void bar(struct rb_buffer *out, uint64_t from, uint64_t to, uint64_t span)
{
    uint64_t least = span / 250;

    rb_buffer_puts(out, from >= RB_HALF_MINUTE_MS ? "<rect class=\"late\" x=\"" : "<rect x=\"");
    rb_html_percent(out, from, span);
    rb_buffer_puts(out, "\" width=\"");
    rb_html_percent(out, to - from > least ? to - from : least, span);
    rb_buffer_puts(out, "\" y=\"3\" height=\"12\" rx=\"2\"/>");
}

/* The facts of a row's kinds, first as words for those who do not see the bars, then as bars. */
static uint32_t spans(struct rb_html *h, size_t first, size_t end, bool words, uint64_t span)
{
    const struct rb_draft *draft = &h->view.result->draft;
    struct rb_buffer *out = h->out;
    uint32_t n = 0;

    for (size_t k = first; k < end; k++)
        for (uint32_t i = 0; i < draft->facts.count && n < MOST_BARS; i++) {
            const struct rb_fact *f = &draft->facts.items[i];
            uint32_t from, to;

            if (!rb_slice_is(f->name, rows[k].kind))
                continue;
            from = rb_draft_start_ms(draft, f->start);
            to = rb_draft_end_ms(draft, f->start, f->end);
            to = to < from ? from : to;
            if (words) {
                rb_buffer_puts(out, n ? ", " : ": ");
                rb_buffer_seconds(out, from);
                rb_buffer_puts(out, " to ");
                rb_buffer_seconds(out, to);
                rb_buffer_puts(out, " s");
            } else if (span) {
                bar(out, from, to, span);
            }
            n++;
        }
    return n;
}

static void row_out(struct rb_html *h, size_t first, size_t end, uint64_t span)
{
    struct rb_buffer *out = h->out;
    uint32_t n = spans(h, first, end, false, 0);

    if (n == 0 && !rows[first].always)
        return;
    rb_buffer_puts(out, "<tr><th scope=\"row\">");
    rb_buffer_puts(out, rows[first].label);
    rb_buffer_puts(out, "</th><td>");
    if (n == 0) {
        rb_buffer_puts(out, "<span class=\"none\">not said</span></td></tr>\n");
        return;
    }
    rb_buffer_puts(out, "<svg role=\"img\" aria-label=\"");
    rb_buffer_puts(out, rows[first].label);
    (void)spans(h, first, end, true, span);
    rb_buffer_puts(out, "\">");
    if (span > RB_HALF_MINUTE_MS)
        line_at(out, "limit", RB_HALF_MINUTE_MS, span);
    (void)spans(h, first, end, false, span);
    rb_buffer_puts(out, "</svg></td></tr>\n");
}

void rb_html_timeline(struct rb_html *h)
{
    uint64_t total = h->view.result->draft.clock.total_ms;
    uint64_t span = total > RB_HALF_MINUTE_MS ? total : RB_HALF_MINUTE_MS;

    if (total == 0)
        return;
    rb_buffer_puts(h->out, "<section>\n<h3>When it is heard</h3>\n<table class=\"timeline\">\n");
    ruler(h->out, span);
    for (size_t i = 0, next; i < sizeof rows / sizeof *rows; i = next) {
        next = i + 1;
        while (next < sizeof rows / sizeof *rows && strcmp(rows[next].label, rows[i].label) == 0)
            next++;
        row_out(h, i, next, span);
    }
    rb_buffer_puts(h->out, "</table>\n");
    if (total > RB_HALF_MINUTE_MS) {
        rb_buffer_puts(h->out, "<p class=\"error\">");
        rb_buffer_seconds(h->out, (uint32_t)(total - RB_HALF_MINUTE_MS));
        rb_buffer_puts(h->out, " s over half a minute.</p>\n");
    }
    rb_buffer_puts(h->out, "</section>\n");
}

/* ---- hanging up ---- */

static struct rb_slice tail(struct rb_slice text)
{
    size_t at = text.len > TAIL_BYTES ? text.len - TAIL_BYTES : 0;

    while (at > 0 && at < text.len && text.ptr[at] != ' ')
        at++;
    return rb_slice_of(text.ptr + at, text.len - at);
}

static void heard_until(struct rb_html *h, uint32_t ms)
{
    const struct rb_draft *draft = &h->view.result->draft;
    struct rb_slice words = rb_draft_words_until(draft, ms), end = tail(words);
    struct rb_buffer *out = h->out;
    bool any = false;

    rb_buffer_puts(out, "<tr><th scope=\"row\">");
    rb_buffer_uint(out, ms / 1000);
    rb_buffer_puts(out, " s</th><td>");
    for (size_t i = 0; i < sizeof heard / sizeof *heard; i++) {
        if (!rb_draft_is_heard(draft, heard[i].kind, ms))
            continue;
        rb_buffer_puts(out, any ? ", " : "");
        rb_buffer_puts(out, heard[i].words);
        any = true;
    }
    if (!any)
        rb_buffer_puts(out, "nothing that counts");
    if (end.len) {
        rb_buffer_puts(out, end.ptr == words.ptr ? " <q>" : " <q>… ");
        rb_html_text(out, end);
        rb_buffer_puts(out, "</q>");
    }
    rb_buffer_puts(out, "</td></tr>\n");
}

void rb_html_hang_up(struct rb_html *h)
{
    static const uint32_t moments[] = {3000, 8000, 15000};
    uint32_t total = h->view.result->draft.clock.total_ms;

    if (total == 0)
        return;
    rb_buffer_puts(h->out, "<section>\n<h3>If they hang up, they have heard</h3>\n"
                           "<table class=\"heard\">\n<thead><tr><th scope=\"col\">by</th>"
                           "<th scope=\"col\">what</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++)
        if (moments[i] < total || i == 0)
            heard_until(h, moments[i]);
    rb_buffer_puts(h->out, "</tbody>\n</table>\n</section>\n");
}
