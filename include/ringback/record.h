/* NDJSON: one line in, one line out. Part of <ringback.h>, which has the promises that hold for all
 * of it. */
#ifndef RINGBACK_RECORD_H
#define RINGBACK_RECORD_H

#include <ringback/check.h>

#ifdef __cplusplus
extern "C" {
#endif

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
