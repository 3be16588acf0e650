/* Mending drafts. Part of <ringback.h>, which has the promises that hold for all of it. */
#ifndef RINGBACK_FIX_H
#define RINGBACK_FIX_H

#include <ringback/file.h>
#include <ringback/result.h>

#ifdef __cplusplus
extern "C" {
#endif

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
 * it is RINGBACK_ERR_LIMIT, and so is a shorter one with too much in it to try. */
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

#ifdef __cplusplus
}
#endif

#endif
