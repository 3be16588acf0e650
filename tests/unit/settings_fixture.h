/* Settings from YAML, in one readable line. Include after cmocka.h. */
#ifndef UNIT_SETTINGS_FIXTURE_H
#define UNIT_SETTINGS_FIXTURE_H

#include "base/buffer.h"
#include "settings/layer.h"

static struct rb_buffer said;

static inline void say_error(void *ctx, const ringback_error *err)
{
    (void)ctx;
    rb_buffer_puts(&said, said.len ? "\n" : "");
    rb_buffer_puts(&said, err->source);
    rb_buffer_putc(&said, ':');
    rb_buffer_uint(&said, err->line);
    rb_buffer_putc(&said, ':');
    rb_buffer_uint(&said, err->column);
    rb_buffer_puts(&said, ": ");
    rb_buffer_puts(&said, err->message);
}

static inline void say_place(struct rb_place place)
{
    if (place.line == 0)
        return;
    rb_buffer_putc(&said, '@');
    rb_buffer_puts(&said, place.source);
    rb_buffer_putc(&said, ':');
    rb_buffer_uint(&said, place.line);
    rb_buffer_putc(&said, ':');
    rb_buffer_uint(&said, place.column);
}

/* What was given: "pace=150@a.yaml:1:7 exclude=[old@a.yaml:2:11] ". */
static inline void say_layer(const struct rb_layer *layer)
{
    for (size_t i = 0; i < RB_SETTINGS; i++) {
        const struct rb_value *v = &layer->values[i];

        if (!v->given)
            continue;
        rb_buffer_puts(&said, rb_setting_rows[i].name);
        rb_buffer_putc(&said, '=');
        if (rb_setting_rows[i].type < RB_VALUE_PATHS) {
            rb_buffer_slice_add(&said, v->text);
            rb_buffer_putc(&said, '/');
            rb_buffer_uint(&said, v->number);
            say_place(v->place);
        } else {
            rb_buffer_putc(&said, '[');
            for (uint32_t k = 0; k < v->items.n; k++) {
                const struct rb_item *item = &v->items.list[k];

                rb_buffer_puts(&said, k ? ", " : "");
                rb_buffer_slice_add(&said, item->text);
                if (item->reason.len) {
                    rb_buffer_puts(&said, ": ");
                    rb_buffer_slice_add(&said, item->reason);
                }
                say_place(item->place);
            }
            rb_buffer_putc(&said, ']');
        }
        rb_buffer_putc(&said, ' ');
    }
}

static inline const char *all_said(void)
{
    rb_buffer_putc(&said, '\0');
    said.len--;
    return said.ptr;
}

static inline int forget(void **state)
{
    (void)state;
    rb_buffer_free(&said);
    return 0;
}

#endif
