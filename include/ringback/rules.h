/* The rules: loaded once, shared by all. Part of <ringback.h>, which has the promises that hold for
 * all of it. */
#ifndef RINGBACK_RULES_H
#define RINGBACK_RULES_H

#include <ringback/base.h>

#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif

#endif
