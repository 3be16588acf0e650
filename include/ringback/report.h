/* Results and rules, written for people and for machines. Part of <ringback.h>, which has the
 * promises that hold for all of it. */
#ifndef RINGBACK_REPORT_H
#define RINGBACK_REPORT_H

#include <ringback/result.h>
#include <ringback/settings.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ringback_format {
    RINGBACK_FORMAT_TEXT,
    RINGBACK_FORMAT_CONCISE,
    RINGBACK_FORMAT_JSON,
    RINGBACK_FORMAT_NDJSON,
    RINGBACK_FORMAT_SARIF,  /* 2.1.0 */
    RINGBACK_FORMAT_GITHUB, /* workflow commands */
    RINGBACK_FORMAT_GITLAB, /* code quality */
    RINGBACK_FORMAT_JUNIT,
    RINGBACK_FORMAT_CHECKSTYLE,
    RINGBACK_FORMAT_RDJSONL, /* reviewdog */
    RINGBACK_FORMAT_HTML     /* one page for a browser */
} ringback_format;
/* "text", "concise" …; false: there is none of this name. */
RINGBACK_API bool ringback_format_find(const char *name, ringback_format *out);
/* The name of the n-th format; NULL past the end. */
RINGBACK_API const char *ringback_format_name(size_t n);

/* Begin with RINGBACK_REPORT_OPTIONS_INIT. */
typedef struct ringback_report_options {
    size_t size;
    uint32_t width;     /* columns of the text report, 40 to 200 */
    bool color;         /* terminal colours */
    bool unicode;       /* may use more than ASCII for rulers and marks */
    bool quiet;         /* text: the verdict alone */
    bool word_times;    /* json, ndjson: "word_times" */
    bool as_spoken;     /* text: what the mouth will say */
    bool explain_facts; /* text, json, ndjson: what decided each fact */
    /* junit: what makes a draft a failure. fail_on: a ringback_severity or a graver one, or
     * RINGBACK_UNSET: none does; min_score: a score under it does. */
    uint32_t fail_on, min_score;
    /* sarif, github, gitlab: paths are written as seen from a repository. root: its folder,
     * absolute; folder: where in it relative paths begin, "" for root itself. NULL: as they are
     * given. */
    const char *root, *folder;
    bool json; /* the list of the rules, and what is said of one: a document */
} ringback_report_options;
#define RINGBACK_REPORT_OPTIONS_INIT                                                               \
    {                                                                                              \
        sizeof(ringback_report_options), 80, false, true, false, false, false, false,              \
            RINGBACK_ERROR, 0, NULL, NULL, false                                                   \
    }

typedef struct ringback_report ringback_report; /* opaque */

/* A report over any number of results. Nothing is written before the first add or the end. */
RINGBACK_CHECKED ringback_status ringback_report_new(ringback_format format,
                                                     const ringback_report_options *options,
                                                     ringback_sink *sink, void *ctx,
                                                     ringback_report **out, ringback_error *err);
/* Where a draft stands. Begin with RINGBACK_PLACE_INIT. */
typedef struct ringback_place {
    size_t size;
    const char *path; /* "-" or "" for standard input */
    uint32_t ordinal; /* which draft of the file, from 1 */
    uint32_t line;    /* of the file on which the draft begins, from 1 */
    /* Where in that line it begins, from 1, in code points and in bytes. */
    uint32_t column, byte;
    /* The whole file that the draft stands in, as it is on disk; ptr NULL: the draft is the file.
     * The same bytes, unchanged, for all drafts of a file. */
    ringback_str file;
    const char *heading; /* what names the draft in its file; NULL or "": nothing does */
    /* One for each finding: a baseline accepts it, so that it decides nothing. NULL: none is. */
    const bool *accepted;
    /* junit: what makes this draft a failure; NULL, or what is not given: as the report's options
     * have it. */
    const ringback_thresholds *limits;
} ringback_place;
#define RINGBACK_PLACE_INIT                                                                        \
    {                                                                                              \
        sizeof(ringback_place), "", 1, 1, 1, 1, {NULL, 0}, NULL, NULL, NULL                        \
    }

/* One draft's result; lines in the report are those of the file. */
RINGBACK_CHECKED ringback_status ringback_report_add_at(ringback_report *, const ringback_place *,
                                                        const ringback_result *,
                                                        ringback_error *err);
/* The same for a draft that begins its file. path: where it stands ("-" or "" for standard input);
 * ordinal: which draft of the file, from 1. */
RINGBACK_CHECKED ringback_status ringback_report_add(ringback_report *, const char *path,
                                                     uint32_t ordinal, const ringback_result *,
                                                     ringback_error *err);
/* A file that could not be checked, for the formats that have a place for it (sarif, github, junit,
 * checkstyle, rdjsonl); the others pass over it. */
RINGBACK_CHECKED ringback_status ringback_report_add_failure(ringback_report *report,
                                                             const char *path, const char *reason,
                                                             ringback_error *err);
/* Closes the document: summary, last brackets. */
RINGBACK_CHECKED ringback_status ringback_report_end(ringback_report *, ringback_error *err);
RINGBACK_API void ringback_report_free(ringback_report *);

/* The rules in force, each with where it is from and what styles make of it; and all there is to
 * say of one of them, as text or (json in the options) as a document. An unknown name is
 * RINGBACK_ERR_USAGE with the nearest one in the message. */
RINGBACK_CHECKED ringback_status ringback_rules_list(const ringback_rules *rules,
                                                     const ringback_report_options *options,
                                                     ringback_sink *sink, void *ctx,
                                                     ringback_error *err);
RINGBACK_CHECKED ringback_status ringback_rules_explain(const ringback_rules *rules,
                                                        const char *name,
                                                        const ringback_report_options *options,
                                                        ringback_sink *sink, void *ctx,
                                                        ringback_error *err);

/* Begin with RINGBACK_TEST_OPTIONS_INIT. */
typedef struct ringback_test_options {
    size_t size;
    bool json;     /* one document instead of lines */
    bool coverage; /* tell as well what of the given files, or else of the built-in ones, no example
                      makes use of */
} ringback_test_options;
#define RINGBACK_TEST_OPTIONS_INIT                                                                 \
    {                                                                                              \
        sizeof(ringback_test_options), false, false                                                \
    }

typedef struct ringback_test_outcome {
    size_t examples, failed;
    size_t parts, unused; /* with coverage: phrases, patterns, cues, checks, sets */
} ringback_test_outcome;

/* ringback_rules_test with a report: what should have been found, and what was. */
RINGBACK_CHECKED ringback_status ringback_rules_test_report(const ringback_rules *rules,
                                                            const ringback_test_options *options,
                                                            ringback_sink *sink, void *ctx,
                                                            ringback_test_outcome *outcome,
                                                            ringback_error *err);
/* Text that may be hostile (a file's name), as a terminal or a log may show it: control characters,
 * escapes and bidi controls become visible. False: the sink refused. */
RINGBACK_CHECKED bool ringback_printable(ringback_str, ringback_sink *sink, void *ctx);

/* The same as a JSON string, with its quotes; bytes that are no UTF-8 are replaced. */
RINGBACK_CHECKED bool ringback_json_string(ringback_str, ringback_sink *sink, void *ctx);

#ifdef __cplusplus
}
#endif

#endif
