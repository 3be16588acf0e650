/* What the whole interface rests on: errors, borrowed bytes, sinks. Part of <ringback.h>, which has
 * the promises that hold for all of it. */
#ifndef RINGBACK_BASE_H
#define RINGBACK_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define RINGBACK_API __attribute__((visibility("default")))
#define RINGBACK_CHECKED __attribute__((visibility("default"), warn_unused_result))
#else
#define RINGBACK_API
#define RINGBACK_CHECKED
#endif

#ifdef __cplusplus
extern "C" {
#endif

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

/* Takes all of the bytes, or gives false: the call then ends with RINGBACK_ERR_SINK. */
typedef bool ringback_sink(void *ctx, const char *data, size_t len);

#ifdef __cplusplus
}
#endif

#endif
