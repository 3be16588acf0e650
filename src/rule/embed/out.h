/* Build tool: constants of C, written to standard output. */
#ifndef RULE_EMBED_OUT_H
#define RULE_EMBED_OUT_H

#include "fact/compiled.h"
#include "rule/rule.h"

/* "…", with everything but plain ASCII as octal numbers. */
void put_bytes(const char *, size_t);
/* {"…", 3} */
void put_slice(struct rb_slice);
void put_place(struct rb_place);
/* "constness type name[n] = {" and its end. */
void begin_array(const char *type, const char *name, unsigned number, size_t n);
void end_array(void);

/* The number of an array that is written, by its address; or 0: it is still to be, or has no items.
 */
unsigned known(const void *, size_t n, const char *name);
/* A number for one that is about to be written. */
unsigned number(const void *, const char *name);
void forget(void);
/* "name_12", or 0 for no items; {name_12, 3} */
void put_ref(const void *, size_t n, const char *name);
void put_list(const void *, size_t n, const char *name);

/* Arrays, before what refers to them, and then the references. */
void slices(const struct rb_slice *, size_t n);
void flags(const uint8_t *, size_t n);
void windows(const struct rb_windows *);
void conds(const struct rb_conds *);
void what(const struct rb_what *);
void put_what(const struct rb_what *);
void template(const struct rb_template *);
void put_template(const struct rb_template *);

void freeze_lexicon(const struct rb_lexicon *);
void freeze_rules(const ringback_rules *);

#endif
