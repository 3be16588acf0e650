/* What a finished lexicon is asked. */
#include "fact/compiled.h"

size_t rb_lexicon_facts(const struct rb_lexicon *lex)
{
    return lex->n_facts;
}

struct rb_slice rb_lexicon_name(const struct rb_lexicon *lex, size_t fact)
{
    return lex->facts[fact].name;
}

bool rb_lexicon_hidden(const struct rb_lexicon *lex, size_t fact)
{
    return lex->facts[fact].hidden;
}

bool rb_lexicon_has_set(const struct rb_lexicon *lex, struct rb_slice name)
{
    uint32_t number = rb_glossary_find(&lex->names, name);

    return number && lex->defs[lex->named[number]].kind == RB_DEF_SET;
}

int rb_lexicon_find(const struct rb_lexicon *lex, struct rb_slice name)
{
    uint32_t number = rb_glossary_find(&lex->names, name);
    const struct rb_def *def = number ? &lex->defs[lex->named[number]] : NULL;

    return def && def->kind == RB_DEF_FACT ? (int)def->fact : -1;
}

bool rb_lexicon_has_value(const struct rb_lexicon *lex, size_t fact, struct rb_slice value)
{
    const struct rb_fact_def *f = &lex->facts[fact];

    for (uint32_t i = 0; i < f->n_values; i++) {
        struct rb_slice name =
            rb_glossary_at(&lex->names, lex->defs[rb_ref(lex, f->values + i)].name);

        /* A value's definition is named "fact:value". */
        if (name.len == f->name.len + 1 + value.len &&
            memcmp(name.ptr + f->name.len + 1, value.ptr, value.len) == 0)
            return true;
    }
    return f->n_values == 0;
}

bool rb_lexicon_reserved(struct rb_slice set)
{
    static const char *const names[] = {
#define RESERVED(name, help) #name,
#include "fact/reserved.def"
#undef RESERVED
    };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (rb_slice_is(set, names[i]))
            return true;
    return false;
}

enum rb_compare rb_lexicon_compare(const struct rb_lexicon *lex, size_t fact)
{
    return (enum rb_compare)lex->facts[fact].compare;
}
