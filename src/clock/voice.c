#include "clock/voice.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum { LONGEST_WORD_SEEN = 24 };

void rb_voice_init(struct rb_voice *v, struct rb_arena *arena, const struct rb_text *text,
                   const struct rb_phones *phones)
{
    *v = (struct rb_voice){.arena = arena, .text = text, .phones = phones};
    v->s = text->source.text.ptr;
    v->end = (uint32_t)text->source.text.len;
    v->number_at = UINT32_MAX;
    v->cap = (size_t)text->n_tokens + text->n_tokens / 2 + 16;
    v->items = rb_arena_room(arena, v->cap, sizeof *v->items);
}

void rb_voice_word(struct rb_voice *v, uint32_t pos, struct rb_slice word)
{
    struct rb_utterance *items;

    if (word.len == 0)
        return;
    items = rb_arena_failed(v->arena)
                ? NULL
                : rb_arena_grow(v->arena, v->items, v->count, &v->cap, sizeof *v->items);
    if (!items)
        return;
    v->items = items;
    if (v->count > 0 && pos < items[v->count - 1].pos)
        pos = items[v->count - 1].pos;
    items[v->count++] = (struct rb_utterance){.text = word, .pos = pos, .phone = v->phone};
}

void rb_voice_say(struct rb_voice *v, uint32_t pos, const char *phrase)
{
    while (*phrase) {
        size_t n = strcspn(phrase, " ");

        rb_voice_word(v, pos, rb_slice_of(phrase, n));
        phrase += n;
        phrase += *phrase == ' ';
    }
}

void rb_voice_pause(struct rb_voice *v, enum rb_pause pause)
{
    if (v->count == 0) {
        if (pause == RB_PAUSE_DIRECTION)
            v->lead_pause = RB_PAUSE_DIRECTION;
    } else if (v->items[v->count - 1].pause < pause) {
        v->items[v->count - 1].pause = (uint8_t)pause;
    }
}

void rb_voice_hold(struct rb_voice *v, uint32_t ms)
{
    uint32_t *hold = v->count == 0 ? &v->lead_ms : &v->items[v->count - 1].hold_ms;

    *hold = ms < UINT32_MAX - *hold ? *hold + ms : UINT32_MAX;
}

uint32_t rb_look_letter(const struct rb_voice *v, uint32_t i)
{
    int c = rb_look(v, i);
    uint32_t cp;
    size_t n;

    if (c < 0x80)
        return rb_is_alpha(c) ? 1 : 0;
    n = rb_utf8_decode(v->s + i, v->end - i, &cp);
    return n > 0 && rb_utf8_is_letter(cp) ? (uint32_t)n : 0;
}

/* Whether the three bytes of a mark from U+2000 on stand at i; the last one lies in [from, to]. */
static bool mark_at(const struct rb_voice *v, uint32_t i, int from, int to)
{
    int last = rb_look(v, i + 2);

    return rb_look(v, i) == 0xE2 && rb_look(v, i + 1) == 0x80 && last >= from && last <= to;
}

uint32_t rb_look_apostrophe(const struct rb_voice *v, uint32_t i)
{
    if (rb_look(v, i) == '\'')
        return 1;
    return mark_at(v, i, 0x99, 0x99) ? 3 : 0;
}

uint32_t rb_look_dash(const struct rb_voice *v, uint32_t i)
{
    if (rb_look(v, i) == '-')
        return 1;
    if (mark_at(v, i, 0x90, 0x93)) /* U+2010 to U+2013: hyphens and the en dash */
        return 3;
    return rb_look(v, i) == 0xE2 && rb_look(v, i + 1) == 0x88 && rb_look(v, i + 2) == 0x92 ? 3 : 0;
}

uint32_t rb_skip_blank(const struct rb_voice *v, uint32_t i)
{
    for (int n = 0; n < 2; n++) {
        if (rb_look(v, i) == ' ')
            i++;
        else if (rb_look(v, i) == 0xC2 && rb_look(v, i + 1) == 0xA0) /* no-break space */
            i += 2;
        else if (mark_at(v, i, 0xAF, 0xAF)) /* narrow no-break space */
            i += 3;
    }
    return i;
}

bool rb_look_alnum(const struct rb_voice *v, uint32_t i)
{
    return rb_is_digit(rb_look(v, i)) || rb_look_letter(v, i) > 0;
}

struct rb_slice rb_word_at(const struct rb_voice *v, uint32_t i)
{
    uint32_t end = i;

    while (end - i < LONGEST_WORD_SEEN && rb_is_alpha(rb_look(v, end)))
        end++;
    return rb_slice_of(v->s + i, end - i);
}

struct rb_slice rb_word_before(const struct rb_voice *v, uint32_t i)
{
    uint32_t start;

    for (int n = 0; n < 2 && i > 0 && v->s[i - 1] == ' '; n++)
        i--;
    start = i;
    while (start > 0 && i - start < LONGEST_WORD_SEEN && rb_is_alpha(v->s[start - 1]))
        start--;
    return rb_slice_of(v->s + start, i - start);
}

uint32_t rb_match_word(const struct rb_voice *v, uint32_t i, const char *lower)
{
    struct rb_slice word = rb_word_at(v, i);

    return rb_slice_like(word, lower) ? i + (uint32_t)word.len : 0;
}

bool rb_slice_like(struct rb_slice s, const char *lower)
{
    size_t i = 0;

    while (i < s.len && lower[i] && rb_to_lower(s.ptr[i]) == lower[i])
        i++;
    return i == s.len && !lower[i];
}

bool rb_slice_like_any(struct rb_slice s, const char *const *lower, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (rb_slice_like(s, lower[i]))
            return true;
    }
    return false;
}
