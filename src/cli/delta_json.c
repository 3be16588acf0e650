/* What a draft gains and loses, for a machine. */
#include <stdio.h>
#include <string.h>

#include "cli/delta.h"

static void number(struct rb_cli_output *out, const char *key, long long n)
{
    char text[32];

    (void)snprintf(text, sizeof text, "%lld", n);
    rb_cli_output_puts(out, key);
    rb_cli_output_puts(out, text);
}

static void string(struct rb_cli_output *out, const char *key, const char *text)
{
    rb_cli_output_puts(out, key);
    rb_cli_json(out, (ringback_str){text, strlen(text)});
}

static void side(struct rb_cli_output *out, const char *key, const struct rb_cli_side *s)
{
    const ringback_result *r = s->result;

    rb_cli_output_puts(out, key);
    if (!r) {
        rb_cli_output_puts(out, "null");
        return;
    }
    string(out, "{\"path\":", s->path);
    number(out, ",\"draft\":", s->ordinal ? s->ordinal : 1);
    if (*s->name)
        string(out, ",\"name\":", s->name);
    number(out, ",\"words\":", ringback_result_words(r));
    number(out, ",\"duration_ms\":", ringback_result_duration_ms(r));
    number(out, ",\"score\":", ringback_result_score(r));
    rb_cli_output_puts(out, ringback_result_ready(r) ? ",\"ready\":true" : ",\"ready\":false");
    number(out, ",\"errors\":", (long long)ringback_result_count(r, RINGBACK_ERROR));
    number(out, ",\"warnings\":", (long long)ringback_result_count(r, RINGBACK_WARNING));
    number(out, ",\"suggestions\":", (long long)ringback_result_count(r, RINGBACK_SUGGESTION));
    rb_cli_output_puts(out, "}");
}

static void finding(struct rb_cli_output *out, const ringback_finding *f, bool first)
{
    rb_cli_output_puts(out, first ? "{\"rule\":" : ",{\"rule\":");
    rb_cli_json(out, f->rule);
    string(out, ",\"severity\":", ringback_severity_name(f->severity));
    number(out, ",\"points\":", f->points);
    rb_cli_output_puts(out, ",\"message\":");
    rb_cli_json(out, f->message);
    number(out, ",\"line\":", f->span.line);
    number(out, ",\"column\":", f->span.column);
    rb_cli_output_puts(out, "}");
}

/* Those with a partner, or those without. */
static void findings(struct rb_cli_output *out, const char *key, const ringback_result *result,
                     const struct rb_cli_item *items, size_t n, bool alone)
{
    bool first = true;
    ringback_finding f;

    rb_cli_output_puts(out, key);
    for (size_t i = 0; i < n; i++) {
        if ((items[i].partner == RB_ALONE) != alone || !ringback_result_finding(result, i, &f))
            continue;
        finding(out, &f, first);
        first = false;
    }
    rb_cli_output_puts(out, "]");
}

void rb_cli_delta_json(struct rb_cli_output *out, const struct rb_cli_delta *d)
{
    const ringback_result *a = d->before.result, *b = d->after.result;

    side(out, "\"before\":", &d->before);
    side(out, ",\"after\":", &d->after);
    if (a && b) {
        number(out, ",\"points\":", (long long)ringback_result_score(b) - ringback_result_score(a));
        number(out, ",\"saved_ms\":",
               (long long)ringback_result_duration_ms(a) - ringback_result_duration_ms(b));
    }
    findings(out, ",\"gone\":[", a, d->old, d->n_old, true);
    findings(out, ",\"new\":[", b, d->new, d->n_new, true);
    findings(out, ",\"kept\":[", b, d->new, d->n_new, false);
}
