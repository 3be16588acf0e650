/* Rule files put together: each section's entries merged over the files, in the order in which they
 * were first given. */
#ifndef RULE_PACK_H
#define RULE_PACK_H

#include "rule/merge.h"
#include "rule/rule.h"
#include "rule/words.h"

enum rb_section_kind {
    RB_SECTION_SETS,
    RB_SECTION_FACTS,
    RB_SECTION_IRREGULAR,
    RB_SECTION_RULES,
    RB_SECTION_STYLES,
    RB_SECTION_REMINDERS,
    RB_SECTION_COUNT
};

struct rb_pack {
    struct rb_merger merger;
    struct rb_section sections[RB_SECTION_COUNT];
    struct rb_entry *clauses; /* each file's list */
    size_t n_clauses, clauses_cap;
    uint16_t file, pack; /* being added */
};

void rb_pack_init(struct rb_pack *, struct rb_arena *, const char *const *sources,
                  struct rb_errors *);
/* Adds a file's tree, which has passed the schema; files of one pack may not give a name twice. */
void rb_pack_add(struct rb_pack *, const struct rb_yaml *root, uint16_t file, uint16_t pack,
                 bool signs);

/* NULL: there is none of this name. */
struct rb_pack_entry *rb_section_find(const struct rb_section *, struct rb_slice name);
/* All names of a section; NULL: no memory. */
const struct rb_slice *rb_section_names(const struct rb_section *, struct rb_arena *);
/* As rb_hint and, `all`, rb_hint_or_all: among the names of a section. */
const char *rb_section_hint(struct rb_hint *, struct rb_slice word, const struct rb_section *,
                            struct rb_arena *, bool all);

#endif
