/* What a draft came to. Part of <ringback.h>, which has the promises that hold for all of it. */
#ifndef RINGBACK_RESULT_H
#define RINGBACK_RESULT_H

#include <ringback/check.h>

#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif

#endif
