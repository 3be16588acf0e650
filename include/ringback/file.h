/* Files of drafts. Part of <ringback.h>, which has the promises that hold for all of it. */
#ifndef RINGBACK_FILE_H
#define RINGBACK_FILE_H

#include <ringback/check.h>

#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif

#endif
