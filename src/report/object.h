/* The JSON object of one draft, the same in json and ndjson and in the answers to records. */
#ifndef REPORT_OBJECT_H
#define REPORT_OBJECT_H

#include "base/buffer.h"
#include "result/result.h"

/* What stands around a result. Begin with {0}. */
struct rb_object {
    struct rb_slice id;    /* JSON as it came in; empty: null */
    struct rb_slice meta;  /* JSON of an object; empty: no "meta" */
    const char *path;      /* NULL: no "path" and "draft" */
    uint32_t draft;        /* ordinal in the file */
    uint32_t line, column; /* of the file, where the draft begins; 0 counts as 1 */
    bool word_times, explain_facts;
    const bool *accepted; /* by a baseline, for each finding; NULL: none */
};

/* One object without a line feed. */
void rb_object_result(struct rb_buffer *, const struct rb_object *, const ringback_result *);
/* {"version":1,"id":…,"error":{"code":…,"message":…}} */
void rb_object_error(struct rb_buffer *, struct rb_slice id, const char *code,
                     struct rb_slice message);

#endif
