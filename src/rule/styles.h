/* Styles: what each makes of every rule. */
#ifndef RULE_STYLES_H
#define RULE_STYLES_H

#include "rule/compile.h"
#include "rule/pack.h"

/* The rules' trees in every style, before anything is compiled. */
struct rb_variants {
    const struct rb_pack_entry **styles; /* style 0, "standard", may be NULL: it is given nowhere */
    uint32_t n_styles, n_rules;
    const struct rb_yaml **trees; /* n_styles * n_rules; NULL: as it is in the rules */
    const struct rb_yaml **off;   /* likewise: what turned it off; NULL: it is on */
};

/* False: no memory, or too much. */
bool rb_variants_make(struct rb_pack *, struct rb_variants *out);

/* Compiles styles and reminders once the rules themselves are; sound[i]: rule i has no fault. */
void rb_compile_styles(struct rb_compiler *, const struct rb_variants *, const struct rb_pack *,
                       const bool *sound);
/* The styles there are, with further rules behind those of each: all from number `first` on. */
void rb_extend_styles(struct rb_compiler *, const struct rb_section *, uint32_t first);
void rb_compile_reminders(struct rb_compiler *, const struct rb_section *);

#endif
