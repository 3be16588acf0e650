/* What a repeat may say, and how: the draft's own words for name, company and number. */
#include "fix/said.h"

#include "base/ascii.h"
#include "fix/words.h"

enum { MOST_REPEAT = 160 };

/* One line: a name may be broken over two. */
static struct rb_slice flat(struct rb_arena *arena, struct rb_slice text)
{
    struct rb_buffer out;

    rb_buffer_init(&out);
    for (size_t i = 0; i < text.len; i++) {
        char c = rb_is_space(text.ptr[i]) ? ' ' : text.ptr[i];

        if (c != ' ' || (out.len && out.ptr[out.len - 1] != ' '))
            rb_buffer_putc(&out, c);
    }
    return rb_buffer_keep(&out, arena);
}

static struct rb_slice words_of(const struct rb_draft *draft, const struct rb_fact *f)
{
    return rb_slice_of(draft->text.source.text.ptr + f->start, f->end - f->start);
}

/* "Ray Osman with Fern Hill": the name and the company with nothing but prepositions between. */
static struct rb_slice joined_from(const struct rb_draft *draft, uint32_t index)
{
    const struct rb_text *text = &draft->text;
    const struct rb_fact *name = &draft->facts.items[index];

    for (uint32_t i = index + 1; i < draft->facts.count; i++) {
        const struct rb_fact *f = &draft->facts.items[i];
        uint32_t token = name->token_end;

        if (!rb_slice_is(f->name, "caller_company") || f->token <= token)
            continue;
        while (token < f->token && rb_fix_class(text, token) & RB_WORD_PREP)
            token++;
        if (token == f->token && f->end - name->start <= MOST_REPEAT / 2)
            return rb_slice_of(text->source.text.ptr + name->start, f->end - name->start);
    }
    return rb_slice_of("", 0);
}

/* "Ray Osman at Fern Hill" when the draft does not say it that way itself. */
static struct rb_slice joined(struct rb_arena *arena, struct rb_slice name, struct rb_slice company)
{
    struct rb_buffer out;

    if (name.len == 0 || company.len == 0)
        return rb_slice_of("", 0);
    rb_buffer_init(&out);
    rb_buffer_slice_add(&out, name);
    rb_buffer_puts(&out, " at ");
    rb_buffer_slice_add(&out, company);
    return rb_buffer_keep(&out, arena);
}

void rb_fix_said(struct rb_mender *m, struct rb_said *out)
{
    const struct rb_draft *draft = &m->now->draft;
    struct rb_slice value = {NULL, 0};
    bool differ = false;

    *out =
        (struct rb_said){.name = {"", 0}, .company = {"", 0}, .joined = {"", 0}, .phone = {"", 0}};
    for (uint32_t i = 0; i < draft->facts.count; i++) {
        const struct rb_fact *f = &draft->facts.items[i];
        struct rb_slice words = words_of(draft, f);

        if (words.len > MOST_REPEAT / 3)
            continue;
        if (rb_slice_is(f->name, "caller_name") && words.len > out->name.len) {
            out->name = words;
            out->joined = joined_from(draft, i);
        }
        if (rb_slice_is(f->name, "caller_company") && out->company.len == 0)
            out->company = words;
        if (!rb_slice_is(f->name, "phone_number"))
            continue;
        differ |= value.ptr && rb_phone_compare(value, f->value) != RB_SAME_YES;
        value = f->value;
        out->twice |= out->phone.len > 0;
        if (out->phone.len == 0)
            out->phone = words;
    }
    out->name = flat(&m->fix->arena, out->name);
    out->company = flat(&m->fix->arena, out->company);
    out->phone = flat(&m->fix->arena, differ ? rb_slice_of("", 0) : out->phone);
    out->joined = out->joined.len ? flat(&m->fix->arena, out->joined)
                                  : joined(&m->fix->arena, out->name, out->company);
}

/* Whether the draft is written in capitals throughout. */
static bool is_loud(struct rb_slice text)
{
    uint32_t upper = 0, lower = 0;

    for (size_t i = 0; i < text.len; i++) {
        upper += rb_is_upper(text.ptr[i]);
        lower += rb_is_lower(text.ptr[i]);
    }
    return upper > 8 * lower;
}

struct rb_slice rb_fix_phrase(struct rb_mender *m, const char *pattern, const struct rb_said *said,
                              const struct rb_spot *spot)
{
    bool loud = is_loud(rb_buffer_slice(&m->text));
    struct rb_buffer out;

    rb_buffer_init(&out);
    if (spot->stop)
        rb_buffer_putc(&out, '.');
    rb_buffer_puts(&out, spot->join);
    for (; *pattern; pattern++) {
        struct rb_slice part = *pattern == 'N'   ? said->name
                               : *pattern == 'C' ? said->company
                               : *pattern == 'J' ? said->joined
                               : *pattern == 'P' ? said->phone
                                                 : rb_slice_of(pattern, 1);

        if (part.len == 0)
            break;
        if (part.ptr == pattern && loud)
            rb_buffer_putc(&out, rb_to_upper(*pattern));
        /* "Fern Inc." at the end of the sentence has its stop. */
        else if (!(*pattern == '.' && out.ptr && out.ptr[out.len - 1] == '.'))
            rb_buffer_slice_add(&out, part);
    }
    if (*pattern)
        rb_buffer_clear(&out);
    return rb_buffer_keep(&out, &m->fix->arena);
}
