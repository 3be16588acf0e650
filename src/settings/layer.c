#include "settings/layer.h"

#include "base/hint.h"

#define TOP RB_IN_FILE
#define OVER RB_IN_OVERRIDE
#define FRONT RB_IN_FRONT
#define SETTING(constant, name, type, where, least, most, choices, standard, wanted, help)         \
    {name, choices, standard, wanted, help, least, most, RB_VALUE_##type, where},
const struct rb_setting_row rb_setting_rows[RB_SETTINGS] = {
#include "settings/keys.def"
};
#undef SETTING

enum { MOST_WORDS = 8 };

/* Numbers that stand in the table as text. */
static uint32_t standard_number(const struct rb_setting_row *row)
{
    struct rb_slice choices[MOST_WORDS];
    uint32_t n = 0;

    if (row->type == RB_VALUE_CHOICE) {
        uint32_t count = (uint32_t)rb_list_words(row->choices, choices, MOST_WORDS);

        while (n + 1 < count && !rb_slice_is(choices[n], row->standard))
            n++;
        return n;
    }
    for (const char *s = row->standard; *s >= '0' && *s <= '9'; s++)
        n = n * 10 + (uint32_t)(*s - '0');
    return n;
}

void rb_layer_standard(struct rb_arena *arena, struct rb_layer *out)
{
    *out = (struct rb_layer){0};
    for (size_t i = 0; i < RB_SETTINGS; i++) {
        const struct rb_setting_row *row = &rb_setting_rows[i];
        struct rb_value *value = &out->values[i];
        struct rb_slice words[MOST_WORDS];
        struct rb_item *items;

        value->place = (struct rb_place){"", 0, 0};
        value->text = rb_slice_str(row->standard);
        value->number = standard_number(row);
        if (row->type < RB_VALUE_PATHS)
            continue;
        value->items.n = (uint32_t)rb_list_words(row->standard, words, MOST_WORDS);
        items = rb_arena_array(arena, value->items.n, sizeof *items);
        for (uint32_t k = 0; items && k < value->items.n; k++)
            items[k] = (struct rb_item){.text = words[k], .place = value->place};
        value->items.list = items;
    }
    out->values[RB_SETTING_NUMBER_PACE].number = 140;
}

/* ---- laying one over another ---- */

static bool holds(struct rb_items items, struct rb_slice text)
{
    for (uint32_t i = 0; i < items.n; i++)
        if (rb_slice_equal(items.list[i].text, text))
            return true;
    return false;
}

/* What is in `base` and not in `less`, and then `more`. */
static struct rb_items join(struct rb_arena *arena, struct rb_items base, struct rb_items less,
                            struct rb_items more)
{
    struct rb_item *list = rb_arena_array(arena, (size_t)base.n + more.n, sizeof *list);
    struct rb_items out = {list, 0};

    for (uint32_t i = 0; list && i < base.n; i++)
        if (!holds(less, base.list[i].text))
            list[out.n++] = base.list[i];
    for (uint32_t i = 0; list && i < more.n; i++)
        list[out.n++] = more.list[i];
    return out;
}

static void lay_list(struct rb_arena *arena, struct rb_errors *errs, const char *name,
                     struct rb_value *to, const struct rb_value *over)
{
    static const struct rb_items none = {NULL, 0};

    if (over->given) {
        to->items = over->items;
        to->place = over->place;
        to->given = true;
    }
    for (uint32_t i = 0; i < over->less.n; i++) {
        const struct rb_item *item = &over->less.list[i];

        if (!holds(to->items, item->text))
            rb_errors_add(errs, RINGBACK_ERR_SETTINGS, item->place,
                          "\"%.*s\" is not in \"%s\", so it cannot be taken from it",
                          rb_quoted(item->text), item->text.ptr, name);
    }
    if (over->less.n || over->more.n) {
        to->items = join(arena, to->items, over->less, none);
        to->items = join(arena, to->items, none, over->more);
        to->given = true;
    }
}

void rb_layer_lay(struct rb_arena *arena, struct rb_errors *errs, struct rb_layer *to,
                  const struct rb_layer *over)
{
    for (size_t i = 0; i < RB_SETTINGS; i++) {
        const struct rb_value *value = &over->values[i];
        const struct rb_setting_row *row = &rb_setting_rows[i];

        if (row->type < RB_VALUE_PATHS) {
            if (value->given)
                to->values[i] = *value;
        } else if (row->type == RB_VALUE_REASONS) {
            /* A later reason for the same rule takes the earlier one's place. */
            if (value->given)
                to->values[i].items = join(arena, to->values[i].items, value->items, value->items);
            to->values[i].given |= value->given;
        } else {
            lay_list(arena, errs, row->name, &to->values[i], value);
        }
    }
}
