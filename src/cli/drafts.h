/* From the bytes of a text file to its drafts. Markdown and front matter belong here as well. */
#ifndef CLI_DRAFTS_H
#define CLI_DRAFTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rb_cli_draft {
    const char *text; /* borrowed from the file */
    size_t len;
    uint32_t ordinal; /* from 1 */
    uint32_t line;    /* of the file, from 1 */
};

struct rb_cli_drafts {
    const char *bytes;
    size_t len, at;
    uint32_t line, ordinal;
};

void rb_cli_drafts_init(struct rb_cli_drafts *, const char *bytes, size_t len);
/* The next draft: what stands between lines of "---", white space alone being none. A file without
 * any is one empty draft. */
bool rb_cli_drafts_next(struct rb_cli_drafts *, struct rb_cli_draft *out);

#endif
