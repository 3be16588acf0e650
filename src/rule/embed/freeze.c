/* Build tool: loads the built-in rules as the program would, and writes what they are compiled to
 * as constants of a C file on standard output. It runs on the machine that builds; the constants
 * are numbers and names, so that they may be compiled for another. */
#include <stdio.h>

#include "rule/embed/out.h"

void put_bytes(const char *s, size_t n)
{
    putchar('"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];

        if (i && i % 2000 == 0)
            printf("\"\n    \"");
        if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '?')
            printf("\\%03o", c);
        else
            putchar(c);
    }
    putchar('"');
}

void put_slice(struct rb_slice s)
{
    putchar('{');
    put_bytes(s.ptr, s.len);
    printf(", %zu}", s.len);
}

void put_place(struct rb_place place)
{
    putchar('{');
    if (place.source)
        put_bytes(place.source, strlen(place.source));
    else
        putchar('0');
    printf(", %u, %u}", (unsigned)place.line, (unsigned)place.column);
}

void begin_array(const char *type, const char *name, unsigned number, size_t n)
{
    printf("static const %s %s_%u[%zu] = {\n", type, name, number, n ? n : 1);
}

void end_array(void)
{
    printf("};\n");
}

static void tell(void *ctx, const ringback_error *error)
{
    (void)ctx;
    fprintf(stderr, "%s:%u:%u: %s\n", error->source, error->line, error->column, error->message);
}

int main(void)
{
    struct rb_errors errs = {.report = tell};
    ringback_rules *rules;

    if (rb_rules_load_all(NULL, 0, &errs, &rules)) {
        fprintf(stderr, "the built-in rules do not load\n");
        return 1;
    }
    printf("/* Generated from rules/ by src/rule/embed: do not edit. */\n"
           "#include \"fact/compiled.h\"\n#include \"rule/check.h\"\n#include \"rule/frozen.h\"\n\n"
           "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n");
    freeze_lexicon(rb_rules_lexicon(rules));
    freeze_rules(rules);
    printf("\nstatic const struct rb_frozen frozen = {&lexicon, &rules};\n"
           "const struct rb_frozen *const rb_frozen = &frozen;\n");
    rb_rules_free(rules);
    return fflush(stdout) != 0 || ferror(stdout);
}
