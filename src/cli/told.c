#include "cli/told.h"

#include <stdio.h>

#include "cli/terminal.h"

bool rb_cli_told_open(struct rb_cli_run *run, const struct rb_cli_session *session,
                      struct rb_cli_told *out)
{
    const struct rb_cli_settings *settings = &session->settings;
    ringback_report_options look = RINGBACK_REPORT_OPTIONS_INIT;

    *out = (struct rb_cli_told){.run = run};
    if (settings->format != RINGBACK_FORMAT_TEXT && settings->format != RINGBACK_FORMAT_JSON) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "'ringback %s' has the formats text and json, not %s",
                    rb_cli_command_rows[session->options->command].name,
                    ringback_format_name((size_t)settings->format));
        return false;
    }
    out->json = settings->format == RINGBACK_FORMAT_JSON;
    out->to_file = settings->output != NULL;
    out->teller.out = rb_cli_output_open(run, settings->output);
    if (!out->teller.out)
        return false;
    rb_cli_terminal(rb_cli_output_fd(out->teller.out), settings->color, &look);
    out->teller.color = look.color && !out->json;
    out->teller.unicode = look.unicode;
    return true;
}

/* Only what is asked for fails, and only what is new. */
static void count(struct rb_cli_told *told, const struct rb_cli_delta *d)
{
    ringback_thresholds limits = rb_cli_thresholds(told->run, NULL);
    const ringback_result *a = d->before.result, *b = d->after.result;
    long long points = a && b ? (long long)ringback_result_score(b) - ringback_result_score(a) : 0;

    if (!told->run->fail_on_given)
        limits.fail_on = RINGBACK_UNSET;
    limits.min_score_given = false;
    rb_cli_count_draft(told->run, &limits, d->came, 100);
    for (int i = 0; i < 3; i++)
        told->came[i] += d->came[i];
    told->drafts++;
    told->added += !a;
    told->gone += !b;
    told->better += points > 0;
    told->worse += points < 0;
    told->points += points;
    if (a && b)
        told->saved_ms +=
            (long long)ringback_result_duration_ms(a) - ringback_result_duration_ms(b);
}

static void puts_json(struct rb_cli_told *told, const char *text)
{
    rb_cli_output_puts(told->teller.out, text);
}

void rb_cli_told_begin(struct rb_cli_told *told, const struct rb_cli_delta *d)
{
    bool first = told->drafts == 0;

    count(told, d);
    if (told->json) {
        puts_json(told, first ? "{\"version\":1,\"drafts\":[\n{" : ",\n{");
        rb_cli_delta_json(told->teller.out, d);
        return;
    }
    if (!first)
        rb_cli_tellf(&told->teller, "\n");
    rb_cli_delta_tell(&told->teller, d);
}

bool rb_cli_told_end(struct rb_cli_told *told)
{
    if (told->json)
        puts_json(told, "}");
    return rb_cli_output_good(told->teller.out);
}

static void end_json(struct rb_cli_told *told, const char *base)
{
    char text[512];

    (void)snprintf(
        text, sizeof text,
        "\n],%s%s%s\"summary\":{\"drafts\":%llu,\"better\":%llu,\"worse\":%llu,\"new\":%llu,"
        "\"gone\":%llu,\"points\":%lld,\"saved_ms\":%lld,\"errors\":%llu,"
        "\"warnings\":%llu,\"suggestions\":%llu}}\n",
        base ? "\"base\":\"" : "", base ? base : "", base ? "\"," : "", told->drafts, told->better,
        told->worse, told->added, told->gone, told->points, told->saved_ms, told->came[2],
        told->came[1], told->came[0]);
    if (!told->drafts)
        puts_json(told, "{\"version\":1,\"drafts\":[");
    puts_json(told, text);
}

static void part(struct rb_cli_told *told, unsigned long long n, const char *what)
{
    if (n)
        rb_cli_tellf(&told->teller, ", %llu %s", n, what);
}

/* "3 drafts changed: 1 better, 1 new; +12 points, 3.1 s shorter" */
static void end_text(struct rb_cli_told *told)
{
    long long ms = told->saved_ms < 0 ? -told->saved_ms : told->saved_ms;
    struct rb_cli_teller *t = &told->teller;
    char seconds[24];

    rb_cli_tenths(seconds, sizeof seconds, (uint32_t)(ms > UINT32_MAX ? UINT32_MAX : ms));
    rb_cli_tellf(t, "\n%llu draft%s changed", told->drafts, told->drafts == 1 ? "" : "s");
    part(told, told->better, "better");
    part(told, told->worse, "worse");
    part(told, told->added, "new");
    part(told, told->gone, "gone");
    if (told->added + told->gone < told->drafts)
        rb_cli_tellf(t, " · %s%llu points, %s%s s", told->points < 0 ? "−" : "+",
                     (unsigned long long)(told->points < 0 ? -told->points : told->points),
                     told->saved_ms > 0 ? "−" : "+", seconds);
    rb_cli_tellf(t, "\n");
}

void rb_cli_told_close(struct rb_cli_told *told, const char *base, bool whole)
{
    if (whole && told->json)
        end_json(told, base);
    else if (whole && base && told->drafts)
        end_text(told);
    else if (whole && base)
        rb_cli_tellf(&told->teller, "no draft changed\n");
    rb_cli_output_close(told->teller.out, whole);
}
