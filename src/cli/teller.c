#include "cli/teller.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Messages are written with typographic marks; a terminal that speaks only ASCII gets plain ones.
 */
static bool puts_plain(struct rb_cli_teller *t, const char *text, size_t len)
{
    static const struct {
        const char *mark, *plain;
    } folds[] = {{"“", "\""}, {"”", "\""}, {"…", "..."}, {"−", "-"}, {"→", "->"}};

    for (size_t i = 0; i < len;) {
        size_t n = 1, k = 0;
        const char *as = text + i;

        for (; k < sizeof folds / sizeof *folds; k++) {
            n = strlen(folds[k].mark);
            if (len - i >= n && memcmp(text + i, folds[k].mark, n) == 0)
                break;
        }
        if (k < sizeof folds / sizeof *folds)
            as = folds[k].plain;
        else
            n = 1;
        if (!rb_cli_output_write(t->out, as, as == text + i ? 1 : strlen(as)))
            return false;
        i += n;
    }
    return true;
}

static bool tell(void *ctx, const char *data, size_t len)
{
    struct rb_cli_teller *t = ctx;

    return t->unicode ? rb_cli_output_write(t->out, data, len) : puts_plain(t, data, len);
}

void rb_cli_words(struct rb_cli_teller *t, ringback_str text)
{
    (void)!ringback_printable(text, tell, t);
}

void rb_cli_tells(struct rb_cli_teller *t, const char *text)
{
    rb_cli_words(t, (ringback_str){text, strlen(text)});
}

void rb_cli_tellf(struct rb_cli_teller *t, const char *format, ...)
{
    char text[256];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    (void)tell(t, text, strlen(text));
}

void rb_cli_paint(struct rb_cli_teller *t, const char *code)
{
    if (!t->color)
        return;
    rb_cli_output_puts(t->out, "\033[");
    rb_cli_output_puts(t->out, code ? code : "0");
    rb_cli_output_puts(t->out, "m");
}

void rb_cli_json(struct rb_cli_output *out, ringback_str text)
{
    if (!ringback_json_string(text, rb_cli_output_write, out))
        rb_cli_output_starved(out);
}

void rb_cli_tenths(char *to, size_t size, uint32_t ms)
{
    uint32_t n = (ms + 50) / 100;

    (void)snprintf(to, size, "%lu.%lu", (unsigned long)(n / 10), (unsigned long)(n % 10));
}
