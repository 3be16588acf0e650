/* What to do, the most gainful first; and what is good, to be remembered, or suppressed. */
#include "report/html.h"
#include "report/next.h"

static void tag(struct rb_buffer *out, const char *open, struct rb_slice text, const char *close)
{
    if (text.len == 0)
        return;
    rb_buffer_puts(out, open);
    rb_html_text(out, text);
    rb_buffer_puts(out, close);
}

static void evidence(struct rb_html *h, uint32_t index, const struct rb_finding *f)
{
    struct rb_buffer *out = h->out;

    rb_buffer_puts(out, "<p class=\"where\"><span class=\"");
    rb_buffer_puts(out, rb_severity_name(f->severity));
    rb_buffer_puts(out, "\">");
    rb_buffer_puts(out, rb_severity_name(f->severity));
    rb_buffer_puts(out, "</span> · <code>");
    rb_html_text(out, f->rule->id);
    rb_buffer_puts(out, "</code>");
    if (f->line) {
        rb_buffer_puts(out, " · line ");
        rb_buffer_uint(out, f->line);
    } else if (h->view.result->scored) {
        rb_buffer_puts(out, " · at ");
        rb_buffer_seconds(out, rb_draft_start_ms(&h->view.result->draft, f->start));
        rb_buffer_puts(out, " s");
    }
    if (!f->line && (f->start == f->end || rb_view_words(&h->view, f).len)) {
        rb_buffer_puts(out, " · <a href=\"#");
        rb_html_id(h, 'm', h->view.number[index]);
        rb_buffer_puts(out, "\">in the draft</a>");
    }
    rb_buffer_puts(out, "</p>\n");
}

static void advice(struct rb_html *h, uint32_t listed)
{
    struct rb_advice advice = rb_view_advice(&h->view, listed);

    if (advice.what.len + advice.effect.len == 0)
        return;
    rb_buffer_puts(h->out, "<p class=\"advice\">");
    if (advice.said)
        rb_buffer_puts(h->out, "The same. ");
    else
        rb_html_text(h->out, advice.what);
    rb_html_text(h->out, advice.effect);
    rb_buffer_puts(h->out, "</p>\n");
}

static void finding(struct rb_html *h, uint32_t listed)
{
    uint32_t index = h->view.order[listed];
    const struct rb_finding *f = &h->view.result->findings[index];
    struct rb_buffer *out = h->out;

    rb_buffer_puts(out, "<li class=\"");
    rb_buffer_puts(out, rb_severity_name(f->severity));
    rb_buffer_puts(out, "\" id=\"");
    rb_html_id(h, 'f', h->view.number[index]);
    rb_buffer_puts(out, "\">\n");
    if (f->points) {
        rb_buffer_puts(out, "<span class=\"points\">−");
        rb_buffer_uint(out, f->points);
        rb_buffer_puts(out, "</span>\n");
    }
    tag(out, "<h4>", f->message, "</h4>\n");
    advice(h, listed);
    evidence(h, index, f);
    if (f->rule->why.len) {
        tag(out, "<details><summary>Why</summary><p><b>", f->rule->title, ".</b> ");
        if (f->rule->title.len == 0)
            rb_buffer_puts(out, "<details><summary>Why</summary><p>");
        rb_html_text(out, f->rule->why);
        rb_buffer_puts(out, "</p></details>\n");
    }
    rb_buffer_puts(out, "</li>\n");
}

/* The sum, in the order of the list, so that it can be checked by hand. */
static void sum(struct rb_html *h)
{
    const ringback_result *result = h->view.result;
    struct rb_buffer *out = h->out;
    uint64_t points = 0;

    if (result->score == 100 || !result->scored)
        return;
    rb_buffer_puts(out, "<p class=\"sum\">100");
    for (uint32_t i = 0, next; i < result->n_findings; i = next) {
        uint32_t each = rb_view_costs(&h->view, i, &next);

        points += (uint64_t)each * (next - i);
        if (each == 0)
            continue;
        rb_buffer_puts(out, " − ");
        if (next - i > 1) {
            rb_buffer_uint(out, next - i);
            rb_buffer_puts(out, " × ");
        }
        rb_buffer_uint(out, each);
    }
    rb_buffer_puts(out, points > 100 ? " is below 0: <b>" : " = <b>");
    rb_buffer_uint(out, result->score);
    rb_buffer_puts(out, "</b></p>\n");
}

void rb_html_findings(struct rb_html *h)
{
    const ringback_result *result = h->view.result;

    rb_buffer_puts(h->out, "<section class=\"findings\">\n<h3>");
    rb_buffer_puts(h->out, result->scored ? "What to do, the most gainful first" : "Why");
    rb_buffer_puts(h->out, "</h3>\n");
    if (result->n_findings) {
        rb_buffer_puts(h->out, "<ol>\n");
        for (uint32_t i = 0; i < result->n_findings; i++)
            finding(h, i);
        rb_buffer_puts(h->out, "</ol>\n");
    } else {
        rb_buffer_puts(h->out, "<p>Nothing: it is fine as it is.</p>\n");
    }
    sum(h);
    rb_buffer_puts(h->out, "</section>\n");
}

static void notes(struct rb_html *h, const char *class, const char *head,
                  const struct rb_note *items, uint32_t n)
{
    if (n == 0)
        return;
    rb_buffer_puts(h->out, "<section class=\"");
    rb_buffer_puts(h->out, class);
    rb_buffer_puts(h->out, "\">\n<h3>");
    rb_buffer_puts(h->out, head);
    rb_buffer_puts(h->out, "</h3>\n<ul>\n");
    for (uint32_t i = 0; i < n; i++) {
        rb_buffer_puts(h->out, "<li>");
        rb_html_text(h->out, items[i].message);
        rb_buffer_puts(h->out, "</li>\n");
    }
    rb_buffer_puts(h->out, "</ul>\n</section>\n");
}

static void suppressed(struct rb_html *h)
{
    const ringback_result *result = h->view.result;

    if (result->n_suppressed == 0)
        return;
    rb_buffer_puts(h->out, "<section class=\"suppressed\">\n<h3>Suppressed</h3>\n<ul>\n");
    for (uint32_t i = 0; i < result->n_suppressed; i++) {
        const struct rb_finding *f = &result->suppressed[i];

        tag(h->out, "<li><code>", f->rule->id, "</code> ");
        rb_html_text(h->out, f->message);
        tag(h->out, " <i>", f->reason, "</i>");
        rb_buffer_puts(h->out, "</li>\n");
    }
    rb_buffer_puts(h->out, "</ul>\n</section>\n");
}

void rb_html_notes(struct rb_html *h)
{
    const ringback_result *result = h->view.result;
    uint32_t style;

    notes(h, "good", "Good", result->strengths, result->n_strengths);
    /* One that names another style stands in the verdict. */
    style = result->n_reminders && result->reminders[0].style;
    if (result->n_reminders > style)
        notes(h, "reminders", "After the beep", result->reminders + style,
              result->n_reminders - style);
    suppressed(h);
}
