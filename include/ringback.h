// clang-format off
/* ringback: checks the draft of a sales voicemail before it is spoken.
 *
 * In short: load rules once, make a checker for each thread, check drafts, write results through a
 * report.
 *
 *   ringback_rules_load(NULL, 0, NULL, NULL, &rules, &err);
 *   ringback_checker_new(rules, NULL, &checker, &err);
 *   ringback_check(checker, text, len, &result, &err);
 *   printf("%u of 100\n", (unsigned)ringback_result_score(result));
 *
 * Ownership  A handle that comes out through a pointer has exactly one _free(), which takes NULL;
 *            all else that is read through a handle is borrowed and lives as long as it. The
 *            library copies what it keeps. Rules must outlive the checkers and the results made
 *            from them; results live on without their checker.
 * Errors     Every call that can fail gives a status and fills the caller's ringback_error (which
 *            may be NULL): nothing to free, nothing global. A draft with findings is RINGBACK_OK.
 * Threads    No mutable globals. Rules and results never change once made: share them freely. A
 *            checker and a report belong to one thread at a time.
 * Purity     Opens no file, prints nothing, never exits; reads no environment, locale or clock: the
 *            same bytes in give the same bytes out on every machine.
 * Units      Offsets are bytes of the draft's UTF-8, half open. Lines and columns count from 1,
 *            columns in code points. Times are milliseconds, scores and points are whole numbers.
 */
// clang-format on
#ifndef RINGBACK_H
#define RINGBACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define RINGBACK_API __attribute__((visibility("default")))
#define RINGBACK_CHECKED __attribute__((visibility("default"), warn_unused_result))
#else
#define RINGBACK_API
#define RINGBACK_CHECKED
#endif

/* ---- what can go wrong ---- */

/* Values are stable; new ones come at the end. */
typedef enum ringback_status {
    RINGBACK_OK = 0,
    RINGBACK_ERR_MEMORY = 1,
    RINGBACK_ERR_LIMIT =
        2, /* an input over a limit, a rule over its match limit: never a silent cut */
    RINGBACK_ERR_RULES = 3, /* a rule file that does not load */
    RINGBACK_ERR_SETTINGS =
        4, /* a configuration or front matter that does not load, an option out of range */
    RINGBACK_ERR_INPUT = 5, /* a record that is not what the contract says */
    RINGBACK_ERR_SINK = 6,  /* the sink refused bytes */
    RINGBACK_ERR_USAGE = 7  /* a call against its contract */
} ringback_status;

typedef struct ringback_error {
    ringback_status status;
    uint32_t line, column; /* 0 when the error has no place */
    char source[256];      /* the file's name as it was given, "" when there is none */
    char message[512];     /* one line, says what to do */
} ringback_error;

/* "memory", "limit" …; never NULL. */
RINGBACK_API const char *ringback_status_name(ringback_status);
/* "0.1.0" */
RINGBACK_API const char *ringback_version(void);
/* Version of the score's arithmetic: the same model gives the same score for ever. */
#define RINGBACK_SCORE_MODEL 1u

/* Borrowed bytes, not NUL-terminated. */
typedef struct ringback_str {
    const char *ptr;
    size_t len;
} ringback_str;

/* ---- rules ---- */

typedef struct ringback_rules ringback_rules; /* opaque, immutable */

/* A rule file's bytes; the name is for messages only. */
typedef struct ringback_source {
    const char *name;
    const char *data;
    size_t len;
} ringback_source;

/* Called once for each error of a load, in the order of the files; *err has the first of them as
 * well. */
typedef void ringback_on_error(void *ctx, const ringback_error *);

/* The built-in rules, then the given files in their order on top of them. on_error may be NULL. */
RINGBACK_CHECKED ringback_status ringback_rules_load(const ringback_source *files, size_t n,
                                                     ringback_on_error *on_error, void *ctx,
                                                     ringback_rules **out, ringback_error *err);
RINGBACK_API void ringback_rules_free(ringback_rules *);

typedef enum ringback_severity {
    RINGBACK_SUGGESTION = 0,
    RINGBACK_WARNING = 1,
    RINGBACK_ERROR = 2
} ringback_severity;
/* "suggestion", "warning", "error" */
RINGBACK_API const char *ringback_severity_name(ringback_severity);

typedef struct ringback_rule {
    ringback_str id, title, family, why, advice;
    ringback_str sources; /* the documents, comma-separated */
    ringback_severity severity;
    uint32_t points; /* of one finding */
    bool removable;  /* mended by deleting what the finding marks */
    ringback_str file;
    uint32_t line;
} ringback_rule;

/* Rules in the order of the files. False past the end, *out untouched. */
RINGBACK_API size_t ringback_rules_count(const ringback_rules *);
RINGBACK_API bool ringback_rules_at(const ringback_rules *, size_t, ringback_rule *out);
/* Runs the examples of every rule and fact. Each failure goes to on_error with its place. *run and
 * *failed count examples. */
RINGBACK_CHECKED ringback_status ringback_rules_test(const ringback_rules *,
                                                     ringback_on_error *on_error, void *ctx,
                                                     size_t *run, size_t *failed,
                                                     ringback_error *err);

/* ---- checking ---- */

#define RINGBACK_UNSET UINT32_MAX
#define RINGBACK_MAX_DRAFT_BYTES 1048576u
#define RINGBACK_MAX_RECORD_BYTES 4194304u
#define RINGBACK_MIN_PACE 80u /* words a minute */
#define RINGBACK_MAX_PACE 300u
#define RINGBACK_MIN_NUMBER_PERCENT 100u
#define RINGBACK_MAX_NUMBER_PERCENT 300u
#define RINGBACK_MAX_MEASURED_MS 3600000u

/* Paces that have a name, slow to fast: "normal". False past the end, *out untouched. */
typedef struct ringback_pace {
    const char *name, *doc;
    uint32_t words_per_minute; /* of running speech, pauses included */
} ringback_pace;
RINGBACK_API bool ringback_pace_at(size_t n, ringback_pace *out);

/* A rule that is not to count, and why: the reason has a letter at least. */
typedef struct ringback_ignore {
    const char *rule, *reason;
} ringback_ignore;

/* Begin with RINGBACK_OPTIONS_INIT; size lets the struct grow. NULL strings are not set. */
typedef struct ringback_options {
    size_t size;
    const char *style;         /* NULL: "standard" */
    uint32_t words_per_minute; /* RINGBACK_MIN_PACE to RINGBACK_MAX_PACE */
    uint32_t number_percent; /* 100 to 300: how much longer a phone number takes than other words */
    uint32_t min_score;      /* 0 to 100: `ready` needs it */
    uint32_t dial_minute;    /* planned dial time, minutes after midnight, or RINGBACK_UNSET */
    uint32_t measured_ms;    /* time measured in rehearsal, or RINGBACK_UNSET */
    bool formal;             /* address: formal */
    bool final;              /* status: final */
    const char *from, *to,
        *company; /* the caller's name, the prospect's, the caller's company, when known */
    const ringback_ignore *ignore;
    size_t n_ignore;
} ringback_options;
#define RINGBACK_OPTIONS_INIT                                                                      \
    {                                                                                              \
        sizeof(ringback_options), NULL, 150, 140, 80, RINGBACK_UNSET, RINGBACK_UNSET, false,       \
            false, NULL, NULL, NULL, NULL, 0                                                       \
    }

typedef struct ringback_checker ringback_checker; /* opaque; one for each thread */

/* options NULL: the defaults. An unknown style or rule, or a number out of range, is
 * RINGBACK_ERR_SETTINGS. */
RINGBACK_CHECKED ringback_status ringback_checker_new(const ringback_rules *,
                                                      const ringback_options *,
                                                      ringback_checker **out, ringback_error *err);
RINGBACK_API void ringback_checker_free(ringback_checker *);

typedef struct ringback_history ringback_history; /* opaque; belongs to one thread at a time */

/* Drafts that were left before, for rules on what is said again. */
RINGBACK_CHECKED ringback_status ringback_history_new(ringback_history **out, ringback_error *err);
RINGBACK_API void ringback_history_free(ringback_history *);
/* From now on the checker holds each draft against the history, which must outlive it; NULL: no
 * more. own_name: what the next drafts are called there, so that none is held against itself; NULL:
 * nothing. Records are never held against others. */
RINGBACK_CHECKED ringback_status ringback_checker_remember(ringback_checker *,
                                                           const ringback_history *,
                                                           const char *own_name,
                                                           ringback_error *err);

typedef struct ringback_result ringback_result; /* opaque, immutable */

/* Checks one draft. */
RINGBACK_CHECKED ringback_status ringback_check(ringback_checker *, const char *text, size_t len,
                                                ringback_result **out, ringback_error *err);
RINGBACK_API void ringback_result_free(ringback_result *);
/* Adds a result of a checker that remembers; the name is what findings call the draft. Not while a
 * check of another thread reads the history. */
RINGBACK_CHECKED ringback_status ringback_history_add(ringback_history *, const ringback_result *,
                                                      const char *name, ringback_error *err);

/* ---- settings ---- */

typedef struct ringback_settings ringback_settings; /* opaque, immutable */

/* Gives the bytes of a configuration on which another builds (`extends`), by its path as seen from
 * where the first one's name is seen. They must live until the load returns. False: reason, one
 * line, says why not. */
typedef bool ringback_open(void *ctx, const char *path, ringback_source *out, char *reason,
                           size_t size);

/* A configuration from the bytes of its file; file NULL: what is standard. open may be NULL: then
 * nothing can be built upon. Both callbacks get ctx. All errors go to on_error. */
RINGBACK_CHECKED ringback_status ringback_settings_load(const ringback_source *file,
                                                        ringback_open *open,
                                                        ringback_on_error *on_error, void *ctx,
                                                        ringback_settings **out,
                                                        ringback_error *err);
RINGBACK_API void ringback_settings_free(ringback_settings *);
/* `root: true`: nothing above the configuration's folder counts. */
RINGBACK_API bool ringback_settings_root(const ringback_settings *);
/* The rule files that it names, in their order, as seen from where its own name is seen. NULL past
 * the end. */
RINGBACK_API const char *ringback_settings_rules(const ringback_settings *, size_t);
/* Whether its styles and ignored rules are there. Each one that is not goes to on_error. */
RINGBACK_CHECKED ringback_status ringback_settings_verify(const ringback_settings *,
                                                          const ringback_rules *,
                                                          ringback_on_error *on_error, void *ctx,
                                                          ringback_error *err);

/* One value and where it was given: source "" when it is standard. Of a list each item is one, of
 * ignored rules each with its reason. */
typedef struct ringback_setting {
    ringback_str key, value, reason, source;
    uint32_t line, column;
} ringback_setting;

/* Paths are given from the configuration's folder on, without "./" and "../". Whether a file or
 * folder is left out even when it is named (*by, which may be NULL, is then the pattern that says
 * so), and whether a search of its folder finds a file. */
RINGBACK_API bool ringback_settings_excludes(const ringback_settings *, const char *path,
                                             bool folder, ringback_setting *by);
RINGBACK_API bool ringback_settings_includes(const ringback_settings *, const char *path);

typedef struct ringback_profile ringback_profile; /* opaque, immutable: what holds for one file */

/* The configuration with the overrides for this path. It borrows from the settings. */
RINGBACK_CHECKED ringback_status ringback_settings_for(const ringback_settings *, const char *path,
                                                       ringback_profile **out, ringback_error *err);
RINGBACK_API void ringback_profile_free(ringback_profile *);
/* Options that borrow from the profile. */
RINGBACK_API void ringback_profile_options(const ringback_profile *, ringback_options *out);
/* What fails a run. */
typedef struct ringback_thresholds {
    bool fail_on_given, min_score_given;
    uint32_t fail_on; /* a ringback_severity; RINGBACK_UNSET: never */
    uint32_t min_score;
} ringback_thresholds;
RINGBACK_API ringback_thresholds ringback_profile_thresholds(const ringback_profile *);
/* Every value that holds, in the order of the keys. False past the end, *out untouched. */
RINGBACK_API bool ringback_profile_at(const ringback_profile *, size_t, ringback_setting *out);

/* The keys that a configuration can have. False past the end, *out untouched. */
typedef struct ringback_key {
    const char *name, *help;
    const char *wanted;   /* what its value is */
    const char *standard; /* "": nothing */
    bool in_file, in_override, in_front;
} ringback_key;
RINGBACK_API bool ringback_key_at(size_t n, ringback_key *out);

/* A file of patterns as .gitignore has them, held against a path from its folder on: 1, it is
 * ignored; -1, it is taken back; 0, no line says anything. */
RINGBACK_API int ringback_ignored(const char *lines, size_t len, const char *path, bool folder);

/* ---- files of drafts ---- */

#define RINGBACK_MAX_FILE_BYTES 16777216u

typedef struct ringback_file ringback_file; /* opaque, immutable */

typedef enum ringback_kind {
    RINGBACK_KIND_TEXT,    /* drafts between lines of --- */
    RINGBACK_KIND_MARKDOWN /* blocks marked voicemail; without one the prose */
} ringback_kind;

/* Begin with RINGBACK_READING_INIT. */
typedef struct ringback_reading {
    size_t size;
    ringback_kind kind;
    bool marked; /* Markdown: no prose; a file without a marked block has no draft */
} ringback_reading;
#define RINGBACK_READING_INIT                                                                      \
    {                                                                                              \
        sizeof(ringback_reading), RINGBACK_KIND_TEXT, false                                        \
    }

/* Cuts a file into its drafts and reads its front matter. Every error goes to on_error. */
RINGBACK_CHECKED ringback_status ringback_file_new(const ringback_source *file,
                                                   const ringback_reading *how,
                                                   ringback_on_error *on_error, void *ctx,
                                                   ringback_file **out, ringback_error *err);
RINGBACK_API void ringback_file_free(ringback_file *);
RINGBACK_API size_t ringback_file_count(const ringback_file *);

typedef struct ringback_draft {
    ringback_str text;
    const char *name; /* the heading above it; "": it has none */
    uint32_t line;    /* of the file, on which its words begin */
} ringback_draft;
RINGBACK_API bool ringback_file_draft(const ringback_file *, size_t, ringback_draft *out);
/* Lays a draft's front matter over options, which then borrow from the file. */
RINGBACK_API void ringback_file_options(const ringback_file *, size_t, ringback_options *);

/* Where bytes of a draft's text stand in its file. False: not in one run there, and as they are. */
RINGBACK_API bool ringback_file_span(const ringback_file *, size_t n, uint32_t start, uint32_t end,
                                     size_t *from, size_t *to);

/* Checks a draft of a file: lines and columns are those of the file, what the file says to ignore
 * is ignored. options NULL: the checker's own with the draft's front matter over them; else they
 * hold as they are. */
RINGBACK_CHECKED ringback_status ringback_check_draft(ringback_checker *checker,
                                                      const ringback_file *file, size_t n,
                                                      const ringback_options *options,
                                                      ringback_result **out, ringback_error *err);

/* ---- results ---- */

/* Bytes and their place; start = end for something that is missing there. */
typedef struct ringback_span {
    uint32_t start, end;
    uint32_t line, column, end_line, end_column;
    uint32_t start_ms, end_ms;
} ringback_span;

typedef struct ringback_fact {
    ringback_str kind, value; /* value empty when the words are the value */
    ringback_span span;
} ringback_fact;

typedef struct ringback_finding {
    ringback_str rule, message, advice, title;
    ringback_severity severity;
    uint32_t points;
    bool removable;
    ringback_span span;
} ringback_finding;

/* A finding of a rule that is ignored in the draft; its points are what it would cost. */
typedef struct ringback_suppressed {
    ringback_finding finding;
    ringback_str reason;
} ringback_suppressed;

typedef struct ringback_note {
    ringback_str rule, message;
} ringback_note;

RINGBACK_API uint32_t ringback_result_score(const ringback_result *);
RINGBACK_API bool ringback_result_ready(const ringback_result *);
RINGBACK_API uint32_t ringback_result_duration_ms(const ringback_result *);
RINGBACK_API uint32_t ringback_result_words(const ringback_result *);
RINGBACK_API ringback_str ringback_result_style(const ringback_result *);
RINGBACK_API ringback_str ringback_result_text(const ringback_result *);
/* Findings of a severity. */
RINGBACK_API size_t ringback_result_count(const ringback_result *, ringback_severity);
/* Each list in the order of the draft; false past the end, *out untouched. */
RINGBACK_API bool ringback_result_sentence(const ringback_result *, size_t, ringback_span *out);
RINGBACK_API bool ringback_result_fact(const ringback_result *, size_t, ringback_fact *out);
RINGBACK_API bool ringback_result_finding(const ringback_result *, size_t, ringback_finding *out);
RINGBACK_API bool ringback_result_suppressed(const ringback_result *, size_t,
                                             ringback_suppressed *out);
RINGBACK_API bool ringback_result_strength(const ringback_result *, size_t, ringback_note *out);
RINGBACK_API bool ringback_result_reminder(const ringback_result *, size_t, ringback_note *out);

/* One word as the mouth says it; a number's digits, and what an abbreviation is short for, are
 * words of their own. */
typedef struct ringback_word {
    ringback_str text;   /* "four", "percent" */
    uint32_t start, end; /* bytes of the draft that are read: of a number the one digit */
    uint32_t start_ms, end_ms;
    uint32_t pause_ms; /* the silence behind it */
    bool number;       /* of a telephone number */
} ringback_word;
/* In the order of speaking. False past the end, *out untouched. */
RINGBACK_API bool ringback_result_word(const ringback_result *, size_t, ringback_word *out);

/* A placeholder: [Name], {{first_name}}, ___. */
typedef struct ringback_blank {
    ringback_str name; /* what stands between its marks; may be empty */
    ringback_span span;
} ringback_blank;
RINGBACK_API bool ringback_result_blank(const ringback_result *, size_t, ringback_blank *out);

/* ---- mending ---- */

typedef struct ringback_fixed ringback_fixed; /* opaque, immutable */

/* Bytes of the draft, and what stands there instead. Edits do not overlap or touch. */
typedef struct ringback_edit {
    uint32_t start, end;
    ringback_str text;
} ringback_edit;

/* What was done, or was not done and why. */
typedef struct ringback_step {
    ringback_str rule, message; /* "left out “regional sales director”" */
    bool made;
    int32_t points;      /* that it gains */
    int32_t saved_ms;    /* below 0: what it takes */
    uint32_t start, end; /* bytes of the draft; start = end: something is said there */
} ringback_step;

/* Follows the advice that can be followed without asking: leaves out what removable findings mark,
 * where the rest of the sentence stands without it, writes a number in groups, and closes with name
 * and number when half a minute allows it. Each change is judged as the whole draft that it makes:
 * it is made only if that costs fewer points, breaks no rule that held, and says all else that was
 * said. Mending what is mended changes nothing. Time grows with the square of the draft: over 8 KiB
 * it is RINGBACK_ERR_LIMIT. */
RINGBACK_CHECKED ringback_status ringback_fix(ringback_checker *checker, const char *text,
                                              size_t len, ringback_fixed **out,
                                              ringback_error *err);
/* The same for a draft of a file, with its front matter and what the file says to ignore; options
 * as for ringback_check_draft. ringback_file_span says where edits stand in the file. */
RINGBACK_CHECKED ringback_status ringback_fix_draft(ringback_checker *checker,
                                                    const ringback_file *file, size_t n,
                                                    const ringback_options *options,
                                                    ringback_fixed **out, ringback_error *err);
RINGBACK_API void ringback_fixed_free(ringback_fixed *);
/* The whole draft, mended; and the results before and after, which are the same one when nothing
 * was done. */
RINGBACK_API ringback_str ringback_fixed_text(const ringback_fixed *);
RINGBACK_API const ringback_result *ringback_fixed_before(const ringback_fixed *);
RINGBACK_API const ringback_result *ringback_fixed_after(const ringback_fixed *);
/* In the order of the draft. False past the end, *out untouched. */
RINGBACK_API bool ringback_fixed_edit(const ringback_fixed *, size_t, ringback_edit *out);
/* Those made, in the order of making, then those not made. */
RINGBACK_API bool ringback_fixed_step(const ringback_fixed *, size_t, ringback_step *out);

/* ---- reports ---- */

/* Takes all of the bytes, or gives false: the report then ends with RINGBACK_ERR_SINK. */
typedef bool ringback_sink(void *ctx, const char *data, size_t len);

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

/* ---- baselines: findings that a team accepts, so that only new ones count ---- */

typedef struct ringback_baseline ringback_baseline; /* opaque; of one thread at a time */

/* From the bytes of a baseline file; file NULL: an empty one. */
RINGBACK_CHECKED ringback_status ringback_baseline_load(const ringback_source *file,
                                                        ringback_baseline **out,
                                                        ringback_error *err);
RINGBACK_API void ringback_baseline_free(ringback_baseline *);
/* Holds a draft's findings against it, once for each draft: accepted[i] (there are n, one for each
 * finding) becomes whether it has that one. path: as the file names it; of the place the heading
 * and the ordinal count. Give `accepted` to reports in the place. */
RINGBACK_CHECKED ringback_status ringback_baseline_take(ringback_baseline *, const char *path,
                                                        const ringback_place *,
                                                        const ringback_result *, bool *accepted,
                                                        size_t n, ringback_error *err);
/* The next path that it names, *at beginning as 0; NULL: no more. */
RINGBACK_API const char *ringback_baseline_path(const ringback_baseline *, size_t *at);
/* A path that is not there any more: what it has of it is stale. */
RINGBACK_CHECKED ringback_status ringback_baseline_gone(ringback_baseline *, const char *path,
                                                        ringback_error *err);
typedef struct ringback_accepted {
    ringback_str path, rule, words;
    uint32_t count;
} ringback_accepted;
/* The next entry, *at beginning as 0, of a path that was taken and of which `count` were not found.
 * False: no more, *out untouched. */
RINGBACK_CHECKED bool ringback_baseline_stale(ringback_baseline *, size_t *at,
                                              ringback_accepted *out);
/* A file that accepts what was found, and what the file said of paths that were not taken. *n,
 * which may be NULL: how many findings that are. */
RINGBACK_CHECKED ringback_status ringback_baseline_write(ringback_baseline *, ringback_sink *sink,
                                                         void *ctx, size_t *n, ringback_error *err);
/* What decides of a result: findings by severity, and the score, as if those that are accepted were
 * not there. accepted NULL: none is. */
RINGBACK_API void ringback_result_decides(const ringback_result *, const bool *accepted,
                                          size_t count[3], uint32_t *score);

/* ---- NDJSON: one line in, one line out ---- */

typedef struct ringback_record_options {
    size_t size;
    bool meta;       /* other members come back under "meta" */
    bool word_times; /* "word_times" in each line */
    bool explain_facts;
} ringback_record_options;
#define RINGBACK_RECORD_OPTIONS_INIT                                                               \
    {                                                                                              \
        sizeof(ringback_record_options), false, false, false                                       \
    }

/* What a record came to, for those who count. */
typedef struct ringback_record_outcome {
    bool bad; /* answered with an error line */
    uint32_t score;
    uint32_t errors, warnings, suggestions;
} ringback_record_outcome;

/* Checks one record (a line without its LF; design: an object with "text", and "id", "style",
 * "pace" … if wanted) and writes exactly one line with LF to the sink. A bad record is answered in
 * its place with an error line, and is RINGBACK_OK with outcome->bad. Other statuses mean that the
 * run cannot go on. */
RINGBACK_CHECKED ringback_status ringback_check_record(
    ringback_checker *checker, const char *line, size_t len, const ringback_record_options *options,
    ringback_sink *sink, void *ctx, ringback_record_outcome *outcome, ringback_error *err);

#ifdef __cplusplus
}
#endif

#endif
