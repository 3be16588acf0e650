/* Lines for a person: words that may be hostile, and typographic marks that not every terminal
 * has. */
#ifndef CLI_TELLER_H
#define CLI_TELLER_H

#include "cli/output.h"

struct rb_cli_teller {
    struct rb_cli_output *out;
    bool color, unicode;
};

/* Whether it could be written, the output knows (rb_cli_output_good). */
void rb_cli_words(struct rb_cli_teller *, ringback_str);
void rb_cli_tells(struct rb_cli_teller *, const char *);
void rb_cli_tellf(struct rb_cli_teller *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* What stands between is painted, if there are colours: a code like "32". NULL: it ends. */
void rb_cli_paint(struct rb_cli_teller *, const char *code);
/* Words as a JSON string. */
void rb_cli_json(struct rb_cli_output *, ringback_str);
/* "28.4" */
void rb_cli_tenths(char *to, size_t size, uint32_t ms);

#endif
