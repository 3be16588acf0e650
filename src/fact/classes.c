/* The program's own classes, but for names and addresses: numbers, capitals, placeholders,
 * telephone numbers. */
#include <string.h>

#include "base/ascii.h"
#include "fact/number_words.h"
#include "fact/run.h"

static struct rb_slice unit_text(const struct rb_run *run, const struct rb_unit *u)
{
    return rb_slice_of(run->text->source.text.ptr + u->start, u->end - u->start);
}

static bool is_digit_unit(const struct rb_unit *u)
{
    return u->flags & RB_UNIT_FIGURES && !(u->flags & RB_UNIT_HOLE);
}

/* Figures, or a number word other than "double". */
static bool is_number(const struct rb_run *run, const struct rb_unit *u)
{
    uint8_t kind;

    if (is_digit_unit(u))
        return true;
    if (u->flags & (RB_UNIT_HOLE | RB_UNIT_ADDRESS | RB_UNIT_MARK | RB_UNIT_INSIDE))
        return false;
    kind = rb_number_word(unit_text(run, u)).kind;
    return kind != RB_NUMBER_NONE && kind != RB_NUMBER_TIMES;
}

/* "million", "k", "hundred": what multiplies the number before it. */
static bool is_scale(const struct rb_run *run, const struct rb_unit *u)
{
    struct rb_slice text = unit_text(run, u);

    /* The K of 40K; elsewhere a capital makes a name. */
    if (u->flags & RB_UNIT_INSIDE && (rb_slice_is(text, "K") || rb_slice_is(text, "M")))
        return true;
    return !(u->flags & RB_UNIT_CAPITAL) && rb_unit_in(run, u, run->lex->number_scale);
}

/* The longest number that begins at a unit, in units; "and" may stand inside. */
static uint32_t number_length(const struct rb_run *run, uint32_t from, uint32_t end)
{
    const struct rb_unit *items = run->units.items;
    uint32_t at = from, last = from;

    while (at < end && (at == from || !(items[at].flags & RB_UNIT_EDGE))) {
        if (is_number(run, &items[at]) || (at > from && is_scale(run, &items[at])))
            last = ++at;
        else if (at > from && at + 1 < end && rb_slice_is(unit_text(run, &items[at]), "and") &&
                 is_number(run, &items[at + 1]) && !is_digit_unit(&items[at + 1]))
            at++;
        else
            break;
    }
    return last - from;
}

static void numbers(struct rb_run *run)
{
    const struct rb_units *units = &run->units;

    for (uint32_t s = run->now.sentence; s < run->now.end_sentence; s++) {
        uint32_t end = units->sentence_first[s + 1], reach = 0;

        for (uint32_t u = units->sentence_first[s]; u < end && !run->known[s]; u++) {
            uint32_t length;

            if (!is_number(run, &units->items[u]))
                continue;
            /* A run is measured once; inside it only its rest is marked. */
            if (u >= reach)
                reach = u + number_length(run, u, end);
            length = reach - u;
            rb_mark(run, RB_CLASS_NUMBER, u, length ? length : 1);
        }
    }
}

/* The first number that ends behind the start of what is looked at. */
static uint32_t first_phone(const struct rb_run *run)
{
    return rb_phones_behind(
        run->phones, run->now.unit < run->units.count ? run->units.items[run->now.unit].start : 0);
}

void rb_mark_phones(struct rb_run *run)
{
    const struct rb_units *units = &run->units;
    uint32_t u = run->now.unit, end = run->now.end_unit;

    for (uint32_t i = first_phone(run); i < run->phones->count && u < end; i++) {
        const struct rb_phone *phone = &run->phones->items[i];
        uint32_t from;

        while (u < end && units->items[u].end <= phone->start)
            u++;
        from = u;
        while (u < end && units->items[u].start < phone->end &&
               units->items[u].sentence == units->items[from].sentence)
            u++;
        if (u > from && !run->known[units->items[from].sentence])
            rb_mark(run, RB_CLASS_PHONE, from, u - from);
    }
}

/* A word with this ending, and a vowel before it: "hauling", "hauled", but no "thing" and no
 * "shed". */
static bool ends_in(struct rb_slice word, const char *ending)
{
    size_t n = strlen(ending), stem;
    bool vowel = false;

    if (word.len < 5)
        return false;
    stem = word.len - n;
    for (size_t i = 0; i < n; i++)
        if (rb_to_lower(word.ptr[stem + i]) != ending[i])
            return false;
    for (size_t i = 0; i < stem; i++)
        vowel = vowel || strchr("aeiouy", rb_to_lower(word.ptr[i]));
    return vowel;
}

static void endings(struct rb_run *run, uint32_t u)
{
    struct rb_slice word = unit_text(run, &run->units.items[u]);

    if (ends_in(word, "ing"))
        rb_mark(run, RB_CLASS_ING, u, 1);
    else if (ends_in(word, "ed") && !ends_in(word, "eed"))
        rb_mark(run, RB_CLASS_ED, u, 1);
}

void rb_mark_classes(struct rb_run *run)
{
    const struct rb_units *units = &run->units;

    for (uint32_t u = run->now.unit; u < run->now.end_unit; u++) {
        const struct rb_unit *unit = &units->items[u];

        if (run->known[unit->sentence])
            continue;
        if (unit->flags & RB_UNIT_HOLE) {
            rb_mark(run, RB_CLASS_PLACEHOLDER, u, 1);
            rb_mark(run, (uint32_t)RB_CLASS_PLACEHOLDER + unit->hole, u, 1);
        }
        if (unit->flags & RB_UNIT_INSIDE)
            continue;
        endings(run, u);
        if (run->spoken ? !(unit->flags & (RB_UNIT_FIGURES | RB_UNIT_MARK)) &&
                              !rb_unit_in(run, unit, run->lex->not_a_name) &&
                              !rb_unit_in(run, unit, run->lex->not_a_name_spoken)
                        : (unit->flags & RB_UNIT_CAPITAL) != 0)
            rb_mark(run, RB_CLASS_CAP, u, 1);
    }
    numbers(run);
    rb_mark_names(run);
    rb_mark_addresses(run);
}
