#include "rule/words.h"

#include "base/ascii.h"

static bool is_fact_name(struct rb_slice s, bool capitals)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool letter = rb_is_lower(c) || (capitals && rb_is_upper(c));

        if (!letter && (i == 0 || (!rb_is_digit(c) && c != '_')))
            return false;
    }
    return s.len > 0;
}

static bool is_rule_name(struct rb_slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool edge = i == 0 || i + 1 == s.len || s.ptr[i + 1] == '-';

        if (!rb_is_lower(s.ptr[i]) && !rb_is_digit(s.ptr[i]) && (edge || s.ptr[i] != '-'))
            return false;
    }
    return s.len > 0 && rb_is_lower(s.ptr[0]);
}

const char *rb_name_fault(enum rb_names names, struct rb_slice s)
{
    switch (names) {
    case RB_NAMES_SET_NAMES:
        return is_fact_name(s, true) ? NULL : "a set's name is letters, digits and _";
    case RB_NAMES_FACT_NAMES:
        return is_fact_name(s, false) ? NULL : "such a name is small letters, digits and _";
    case RB_NAMES_RULE_NAMES:
        return is_rule_name(s) ? NULL : "such a name is small letters and digits, joined by -";
    case RB_NAMES_WORD_NAMES:
    case RB_NAMES_ANY_NAMES:
        return s.len > 0 ? NULL : "it is empty";
    case RB_NAMES_0:
        break;
    }
    return NULL;
}
