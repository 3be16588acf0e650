/* What the command line means: values out of words. */
#ifndef CLI_SETTINGS_H
#define CLI_SETTINGS_H

#include "cli/options.h"

enum rb_cli_input {
    RB_INPUT_AUTO,
    RB_INPUT_TEXT,
    RB_INPUT_MARKDOWN,
    RB_INPUT_NDJSON,
    RB_INPUT_CSV
};

/* In the order of --color. */
enum rb_cli_color { RB_COLOR_AUTO, RB_COLOR_ALWAYS, RB_COLOR_NEVER };

/* More are a mistake. */
enum { RB_MAX_REPORTS = 16 };

struct rb_cli_settings {
    ringback_options check;
    ringback_report_options report;
    ringback_record_options record;
    ringback_format format;
    enum rb_cli_input input;
    const char *stdin_name; /* NULL: not given */
    const char *output;     /* NULL: standard output */
    struct {
        ringback_format format;
        const char *path;
    } reports[RB_MAX_REPORTS]; /* beside the one above */
    size_t n_reports;
    enum rb_cli_color color;
    uint32_t jobs; /* records answered at once */
};

/* Sets the run's thresholds as well. False: a failure went to the run. */
bool rb_cli_settings_read(struct rb_cli_run *, const struct rb_cli_options *,
                          struct rb_cli_settings *out);
/* What a file is read as: what was said, else what its name says. */
enum rb_cli_input rb_cli_input_of(const struct rb_cli_settings *, const char *path);
/* By its name, a file of records: *.ndjson, *.jsonl. */
bool rb_cli_is_ndjson_name(const char *name);
/* A table: *.csv. */
bool rb_cli_is_csv_name(const char *name);
/* Markdown: *.md, *.markdown. */
bool rb_cli_is_markdown_name(const char *name);

#endif
