/* Build tool: the parts of rules as constants. What several rules share is written once. */
#include <stdio.h>
#include <stdlib.h>

#include "rule/embed/out.h"

/* Arrays that have been written: by their address, which is all that makes them one. */
static struct {
    const void *ptr;
    const char *name;
} * written;
static unsigned n_written;

unsigned known(const void *ptr, size_t n, const char *name)
{
    for (unsigned i = 0; n && i < n_written; i++)
        if (written[i].ptr == ptr && strcmp(written[i].name, name) == 0)
            return i + 1;
    return 0;
}

unsigned number(const void *ptr, const char *name)
{
    if (n_written % 1024 == 0) {
        void *more = realloc(written, (n_written + 1024) * sizeof *written);

        if (!more) {
            fprintf(stderr, "out of memory\n");
            exit(1);
        }
        written = more;
    }
    written[n_written].ptr = ptr;
    written[n_written].name = name;
    return ++n_written;
}

void put_ref(const void *ptr, size_t n, const char *name)
{
    if (ptr && n)
        printf("%s_%u", name, known(ptr, n, name));
    else
        putchar('0');
}

void slices(const struct rb_slice *items, size_t n)
{
    if (!n || known(items, n, "slices"))
        return;
    begin_array("struct rb_slice", "slices", number(items, "slices"), n);
    for (size_t i = 0; i < n; i++) {
        put_slice(items[i]);
        printf(",\n");
    }
    end_array();
}

void flags(const uint8_t *items, size_t n)
{
    if (!items || !n || known(items, n, "flags"))
        return;
    begin_array("uint8_t", "flags", number(items, "flags"), n);
    for (size_t i = 0; i < n; i++)
        printf("%u,", items[i]);
    end_array();
}

void what(const struct rb_what *w)
{
    flags(w->of_fact, w->n_facts);
    if (!w->n_terms || known(w->terms, w->n_terms, "terms"))
        return;
    for (uint32_t i = 0; i < w->n_terms; i++)
        slices(w->terms[i].values, w->terms[i].n_values);
    begin_array("struct rb_term", "terms", number(w->terms, "terms"), w->n_terms);
    for (uint32_t i = 0; i < w->n_terms; i++) {
        printf("{%u, %u, ", w->terms[i].fact, w->terms[i].n_values);
        put_ref(w->terms[i].values, w->terms[i].n_values, "slices");
        printf("},\n");
    }
    end_array();
}

void put_what(const struct rb_what *w)
{
    putchar('{');
    put_ref(w->terms, w->n_terms, "terms");
    printf(", %u, ", (unsigned)w->n_terms);
    put_ref(w->of_fact, w->n_facts, "flags");
    printf(", %u}", (unsigned)w->n_facts);
}

void windows(const struct rb_windows *w)
{
    if (!w->n || known(w->items, w->n, "windows"))
        return;
    begin_array("struct rb_window", "windows", number(w->items, "windows"), w->n);
    for (uint32_t i = 0; i < w->n; i++)
        printf("{%u, %u, %u},\n", w->items[i].kind, w->items[i].fact, (unsigned)w->items[i].n);
    end_array();
}

void conds(const struct rb_conds *c)
{
    if (!c->n || known(c->items, c->n, "conds"))
        return;
    for (uint32_t i = 0; i < c->n; i++)
        what(&c->items[i].what);
    begin_array("struct rb_cond", "conds", number(c->items, "conds"), c->n);
    for (uint32_t i = 0; i < c->n; i++) {
        const struct rb_cond *cond = &c->items[i];

        printf("{%u, %u, %uu, %uu, ", cond->kind, cond->known, (unsigned)cond->min,
               (unsigned)cond->max);
        put_what(&cond->what);
        printf("},\n");
    }
    end_array();
}

void put_list(const void *items, size_t n, const char *name)
{
    putchar('{');
    put_ref(items, n, name);
    printf(", %zu}", n);
}

static void parts(const struct rb_part *items, size_t n)
{
    if (!n || known(items, n, "parts"))
        return;
    for (size_t i = 0; i < n; i++)
        slices(items[i].forms, items[i].n_forms);
    begin_array("struct rb_part", "parts", number(items, "parts"), n);
    for (size_t i = 0; i < n; i++) {
        printf("{%u, %u, %u, ", items[i].field, items[i].fact, (unsigned)items[i].n_forms);
        put_slice(items[i].text);
        printf(", ");
        put_ref(items[i].forms, items[i].n_forms, "slices");
        printf("},\n");
    }
    end_array();
}

void template(const struct rb_template *t)
{
    if (!t->n_options || known(t->options, t->n_options, "options"))
        return;
    for (uint32_t i = 0; i < t->n_options; i++)
        parts(t->options[i].parts, t->options[i].n_parts);
    begin_array("struct rb_option", "options", number(t->options, "options"), t->n_options);
    for (uint32_t i = 0; i < t->n_options; i++) {
        put_list(t->options[i].parts, t->options[i].n_parts, "parts");
        printf(",\n");
    }
    end_array();
}

void put_template(const struct rb_template *t)
{
    putchar('{');
    put_ref(t->options, t->n_options, "options");
    printf(", %u, %d, %d}", (unsigned)t->n_options, t->has_net, t->has_cuts);
}

void forget(void)
{
    free(written);
    written = NULL;
    n_written = 0;
}
