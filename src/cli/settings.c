#include "cli/settings.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cli/crew.h"

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool bad_value(struct rb_cli_run *run, const struct rb_cli_options *options,
                      enum rb_cli_option which, const char *wanted)
{
    rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "--%s '%s': %s", rb_cli_option_rows[which].name,
                options->value[which], wanted);
    return false;
}

/* A number with up to two decimals, in hundredths; whole: without any, in ones. */
static bool parse_number(const char *s, bool whole, uint32_t min, uint32_t max, uint32_t *out)
{
    uint32_t value = 0, decimals = 0;
    bool point = false, any = false;

    for (; *s; s++) {
        if (*s == '.' && !whole && !point && any) {
            point = true;
            continue;
        }
        if (!digit(*s) || decimals == 2 || value > 1000000)
            return false;
        value = value * 10 + (uint32_t)(*s - '0');
        decimals += point;
        any = true;
    }
    for (; !whole && decimals < 2; decimals++)
        value *= 10;
    *out = value;
    return any && value >= min && value <= max;
}

/* Words a minute, or the name of a pace. */
static bool parse_pace(const char *s, uint32_t *out)
{
    ringback_pace pace;

    for (size_t i = 0; ringback_pace_at(i, &pace); i++)
        if (strcmp(pace.name, s) == 0) {
            *out = pace.words_per_minute;
            return true;
        }
    return parse_number(s, true, RINGBACK_MIN_PACE, RINGBACK_MAX_PACE, out);
}

static void bad_pace(struct rb_cli_run *run, const struct rb_cli_options *options)
{
    const char *names[16], *near;
    char wanted[160], buffer[16];
    size_t n = rb_cli_option_names(RB_OPTION_PACE, buffer, sizeof buffer, names,
                                   sizeof names / sizeof *names);

    near = rb_cli_nearest(options->value[RB_OPTION_PACE], names, n);
    (void)snprintf(wanted, sizeof wanted,
                   "a whole number from %u to %u or the name of a pace is wanted%s%s%s",
                   RINGBACK_MIN_PACE, RINGBACK_MAX_PACE, near ? ": did you mean '" : "",
                   near ? near : "", near ? "'?" : "");
    (void)bad_value(run, options, RB_OPTION_PACE, wanted);
}

/* 1.4, or 140, or 140%, as a percentage. */
static bool parse_factor(const char *s, uint32_t *out)
{
    char number[16];
    size_t len = strlen(s);
    bool percent = len > 0 && s[len - 1] == '%';

    if (len >= sizeof number)
        return false;
    (void)snprintf(number, sizeof number, "%.*s", (int)(len - percent), s);
    return (!percent && parse_number(number, false, RINGBACK_MIN_NUMBER_PERCENT,
                                     RINGBACK_MAX_NUMBER_PERCENT, out)) ||
           parse_number(number, true, RINGBACK_MIN_NUMBER_PERCENT, RINGBACK_MAX_NUMBER_PERCENT,
                        out);
}

/* Seconds with up to two decimals, in milliseconds. */
static bool parse_seconds(const char *s, uint32_t *out)
{
    uint32_t hundredths;

    if (!parse_number(s, false, 1, RINGBACK_MAX_MEASURED_MS / 10, &hundredths))
        return false;
    *out = hundredths * 10;
    return true;
}

/* "08:30" in minutes after midnight. */
static bool parse_time(const char *s, uint32_t *out)
{
    uint32_t parts[2] = {0, 0}, part = 0, digits = 0;

    for (; *s; s++) {
        if (*s == ':' && part == 0 && digits > 0) {
            part = 1;
            digits = 0;
        } else if (digit(*s) && digits < 2) {
            parts[part] = parts[part] * 10 + (uint32_t)(*s - '0');
            digits++;
        } else {
            return false;
        }
    }
    *out = parts[0] * 60 + parts[1];
    return part == 1 && digits == 2 && parts[0] < 24 && parts[1] < 60;
}

static bool read_numbers(struct rb_cli_run *run, const struct rb_cli_options *options,
                         ringback_options *check)
{
    const char *const *value = options->value;

    if (value[RB_OPTION_PACE] && !parse_pace(value[RB_OPTION_PACE], &check->words_per_minute)) {
        bad_pace(run, options);
        return false;
    }
    if (value[RB_OPTION_NUMBER_PACE] &&
        !parse_factor(value[RB_OPTION_NUMBER_PACE], &check->number_percent))
        return bad_value(run, options, RB_OPTION_NUMBER_PACE,
                         "a number from 1 to 3, like 1.4 or 140%, is wanted");
    if (value[RB_OPTION_MEASURED] && !parse_seconds(value[RB_OPTION_MEASURED], &check->measured_ms))
        return bad_value(run, options, RB_OPTION_MEASURED,
                         "seconds like 28.5, over 0 and up to 3600, are wanted");
    if (value[RB_OPTION_MEASURED] && options->n_operands > 1)
        return bad_value(run, options, RB_OPTION_MEASURED,
                         "it is the time of one draft: check it alone");
    if (value[RB_OPTION_MIN_SCORE] &&
        !parse_number(value[RB_OPTION_MIN_SCORE], true, 0, 100, &check->min_score))
        return bad_value(run, options, RB_OPTION_MIN_SCORE,
                         "a whole number from 0 to 100 is wanted");
    if (value[RB_OPTION_DIAL_AT] && !parse_time(value[RB_OPTION_DIAL_AT], &check->dial_minute))
        return bad_value(run, options, RB_OPTION_DIAL_AT, "a time like 08:30 is wanted");
    return true;
}

static bool read_jobs(struct rb_cli_run *run, const struct rb_cli_options *options, uint32_t *jobs)
{
    const char *value = options->value[RB_OPTION_JOBS];
    long processors;

    *jobs = 1;
    if (!value)
        return true;
    if (strcmp(value, "auto") != 0)
        return parse_number(value, true, 1, RB_MAX_JOBS, jobs) ||
               bad_value(run, options, RB_OPTION_JOBS,
                         "a whole number from 1 to 64, or auto, is wanted");
    processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (processors > 1)
        *jobs = processors < RB_MAX_JOBS ? (uint32_t)processors : RB_MAX_JOBS;
    return true;
}

static void read_thresholds(struct rb_cli_run *run, const struct rb_cli_options *options,
                            uint32_t min_score)
{
    static const int severities[] = {RINGBACK_ERROR, RINGBACK_WARNING, RINGBACK_SUGGESTION, -1};

    run->fail_on = severities[rb_cli_options_choice(options, RB_OPTION_FAIL_ON, 0)];
    run->fail_on_given = options->value[RB_OPTION_FAIL_ON] != NULL;
    run->min_score_given = options->value[RB_OPTION_MIN_SCORE] != NULL;
    run->min_score = min_score;
}

/* In small letters or capitals. */
static bool has_suffix(const char *name, const char *suffix)
{
    size_t n = strlen(name), m = strlen(suffix);

    return n >= m && strcasecmp(name + n - m, suffix) == 0;
}

bool rb_cli_is_ndjson_name(const char *name)
{
    return has_suffix(name, ".ndjson") || has_suffix(name, ".jsonl");
}

bool rb_cli_is_csv_name(const char *name)
{
    return has_suffix(name, ".csv");
}

bool rb_cli_is_markdown_name(const char *name)
{
    return has_suffix(name, ".md") || has_suffix(name, ".markdown");
}

enum rb_cli_input rb_cli_input_of(const struct rb_cli_settings *s, const char *path)
{
    if (s->input != RB_INPUT_AUTO)
        return s->input;
    if (rb_cli_is_ndjson_name(path))
        return RB_INPUT_NDJSON;
    if (rb_cli_is_csv_name(path))
        return RB_INPUT_CSV;
    return rb_cli_is_markdown_name(path) ? RB_INPUT_MARKDOWN : RB_INPUT_TEXT;
}

/* Without --format: records are answered with records, all else is for a person. */
static ringback_format format_for(const struct rb_cli_options *options, enum rb_cli_input input)
{
    const char *stdin_name = options->value[RB_OPTION_STDIN_FILENAME];

    if (input == RB_INPUT_NDJSON)
        return RINGBACK_FORMAT_NDJSON;
    if (input == RB_INPUT_TEXT || input == RB_INPUT_MARKDOWN || input == RB_INPUT_CSV)
        return RINGBACK_FORMAT_TEXT;
    if (options->n_operands == 0)
        return stdin_name && rb_cli_is_ndjson_name(stdin_name) ? RINGBACK_FORMAT_NDJSON
                                                               : RINGBACK_FORMAT_TEXT;
    for (size_t i = 0; i < options->n_operands; i++)
        if (!rb_cli_is_ndjson_name(options->operands[i]))
            return RINGBACK_FORMAT_TEXT;
    return RINGBACK_FORMAT_NDJSON;
}

/* "sarif=out.sarif" */
static bool read_report(struct rb_cli_run *run, const char *value, struct rb_cli_settings *s)
{
    const char *equals = strchr(value, '='), *near = NULL;
    const char *names[32];
    char name[32] = "";
    size_t n = 0, len = equals ? (size_t)(equals - value) : strlen(value);

    if (len < sizeof name)
        memcpy(name, value, len);
    if (!equals || equals[1] == '\0' || strcmp(equals + 1, "-") == 0) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "--report '%s': a format and a file, like sarif=out.sarif, are wanted", value);
        return false;
    }
    if (s->n_reports == RB_MAX_REPORTS) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "more than %d reports", RB_MAX_REPORTS);
        return false;
    }
    if (!ringback_format_find(name, &s->reports[s->n_reports].format)) {
        while (n < sizeof names / sizeof *names && (names[n] = ringback_format_name(n)) != NULL)
            n++;
        near = rb_cli_nearest(name, names, n);
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "--report '%s': there is no such format%s%s%s",
                    value, near ? ": did you mean '" : "", near ? near : "", near ? "'?" : "");
        return false;
    }
    s->reports[s->n_reports++].path = equals + 1;
    return true;
}

/* Two reports in one file would be none. */
static bool read_reports(struct rb_cli_run *run, const struct rb_cli_options *options,
                         struct rb_cli_settings *s)
{
    for (size_t i = 0; i < options->n_reports; i++) {
        const char *path;

        if (!read_report(run, options->reports[i], s))
            return false;
        path = s->reports[i].path;
        for (size_t j = 0; j <= i; j++) {
            const char *other = j < i ? s->reports[j].path : s->output;

            if (other && strcmp(path, other) == 0) {
                rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "two reports into '%s'", path);
                return false;
            }
        }
    }
    if (s->n_reports && s->input == RB_INPUT_NDJSON) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "--report does not go with records");
        return false;
    }
    return true;
}

/* --column without a table. */
static bool fits_input(struct rb_cli_run *run, const struct rb_cli_options *options,
                       const struct rb_cli_settings *s)
{
    bool table = s->input == RB_INPUT_CSV;

    if (s->input == RB_INPUT_AUTO) {
        table = s->stdin_name && rb_cli_is_csv_name(s->stdin_name);
        for (size_t i = 0; i < options->n_operands; i++)
            table |= rb_cli_is_csv_name(options->operands[i]);
    }
    if (options->value[RB_OPTION_COLUMN] && !table)
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "--column goes with a table: name a .csv file, or say --input csv");
    return table || !options->value[RB_OPTION_COLUMN];
}

/* An option that would do nothing in this format is a mistake, not a wish. */
static bool fits_format(struct rb_cli_run *run, const struct rb_cli_options *options,
                        const struct rb_cli_settings *s)
{
    static const struct {
        enum rb_cli_option option;
        unsigned formats;
        const char *wanted;
    } rows[] = {
        {RB_OPTION_QUIET, 1u << RINGBACK_FORMAT_TEXT, "text"},
        {RB_OPTION_AS_SPOKEN, 1u << RINGBACK_FORMAT_TEXT, "text"},
        {RB_OPTION_EXPLAIN_FACTS,
         1u << RINGBACK_FORMAT_TEXT | 1u << RINGBACK_FORMAT_JSON | 1u << RINGBACK_FORMAT_NDJSON,
         "text, json and ndjson"},
        {RB_OPTION_WORDS, 1u << RINGBACK_FORMAT_JSON | 1u << RINGBACK_FORMAT_NDJSON,
         "json and ndjson"},
        {RB_OPTION_META, 1u << RINGBACK_FORMAT_NDJSON, "ndjson"},
    };
    unsigned formats = 1u << s->format;

    for (size_t i = 0; i < s->n_reports; i++)
        formats |= 1u << s->reports[i].format;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (options->value[rows[i].option] && !(rows[i].formats & formats)) {
            rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE, "--%s goes with the format %s, not with %s",
                        rb_cli_option_rows[rows[i].option].name, rows[i].wanted,
                        ringback_format_name((size_t)s->format));
            return false;
        }
    if (s->input == RB_INPUT_NDJSON && s->format != RINGBACK_FORMAT_NDJSON) {
        rb_cli_fail(run, RB_EXIT_WRONG, RB_USAGE,
                    "--input ndjson goes with --format ndjson, not %s",
                    ringback_format_name((size_t)s->format));
        return false;
    }
    return true;
}

static bool has_advice(const struct rb_cli_settings *s, ringback_format format)
{
    return format != RINGBACK_FORMAT_CONCISE &&
           (format != RINGBACK_FORMAT_TEXT || !s->report.quiet);
}

/* Do all reports do without advice? */
static bool is_brief(const struct rb_cli_settings *s)
{
    bool any = has_advice(s, s->format);

    for (size_t i = 0; i < s->n_reports; i++)
        any |= has_advice(s, s->reports[i].format);
    return !any;
}

bool rb_cli_settings_read(struct rb_cli_run *run, const struct rb_cli_options *options,
                          struct rb_cli_settings *out)
{
    static const enum rb_cli_input inputs[] = {RB_INPUT_AUTO, RB_INPUT_TEXT, RB_INPUT_MARKDOWN,
                                               RB_INPUT_NDJSON, RB_INPUT_CSV};
    static const enum rb_cli_color colors[] = {RB_COLOR_AUTO, RB_COLOR_ALWAYS, RB_COLOR_NEVER};
    const char *const *value = options->value;

    *out = (struct rb_cli_settings){.check = RINGBACK_OPTIONS_INIT,
                                    .report = RINGBACK_REPORT_OPTIONS_INIT,
                                    .record = RINGBACK_RECORD_OPTIONS_INIT};
    out->check.style = value[RB_OPTION_STYLE];
    out->check.formal = rb_cli_options_choice(options, RB_OPTION_ADDRESS, 0) == 1;
    if (!read_numbers(run, options, &out->check) || !read_jobs(run, options, &out->jobs))
        return false;
    read_thresholds(run, options, out->check.min_score);
    out->input = inputs[rb_cli_options_choice(options, RB_OPTION_INPUT, 0)];
    out->format = format_for(options, out->input);
    if (value[RB_OPTION_FORMAT])
        (void)ringback_format_find(value[RB_OPTION_FORMAT], &out->format);
    out->stdin_name = value[RB_OPTION_STDIN_FILENAME];
    out->output = value[RB_OPTION_OUTPUT];
    out->color = colors[rb_cli_options_choice(options, RB_OPTION_COLOR, 0)];
    out->report.quiet = value[RB_OPTION_QUIET] != NULL;
    out->report.as_spoken = value[RB_OPTION_AS_SPOKEN] != NULL;
    out->report.explain_facts = out->record.explain_facts = value[RB_OPTION_EXPLAIN_FACTS] != NULL;
    out->report.word_times = out->record.word_times = value[RB_OPTION_WORDS] != NULL;
    out->record.meta = value[RB_OPTION_META] != NULL;
    out->report.fail_on = run->fail_on < 0 ? RINGBACK_UNSET : (uint32_t)run->fail_on;
    out->report.min_score = run->min_score_given ? run->min_score : 0;
    if (!fits_input(run, options, out) || !read_reports(run, options, out) ||
        !fits_format(run, options, out))
        return false;
    out->check.brief = is_brief(out);
    return true;
}
