/* What a name in a rule file may look like. */
#ifndef RULE_WORDS_H
#define RULE_WORDS_H

#include "base/hint.h"

enum rb_names {
    RB_NAMES_0,
    RB_NAMES_SET_NAMES,  /* weekday, Day */
    RB_NAMES_FACT_NAMES, /* phone_number: facts, values, groups */
    RB_NAMES_RULE_NAMES, /* number-twice: rules, styles, reminders */
    RB_NAMES_WORD_NAMES,
    RB_NAMES_ANY_NAMES
};
/* NULL: the name is well formed; else what a well-formed one is. */
const char *rb_name_fault(enum rb_names names, struct rb_slice s);

#endif
