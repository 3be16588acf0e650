#include "draft/draft.h"

#include <ringback.h>

/* The first token that ends behind offset. */
static uint32_t token_at(const struct rb_text *text, uint32_t offset)
{
    uint32_t low = 0, high = text->n_tokens;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (text->tokens[middle].end > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

uint32_t rb_draft_start_ms(const struct rb_draft *draft, uint32_t offset)
{
    uint32_t token = token_at(&draft->text, offset);

    return token < draft->text.n_tokens ? draft->clock.token_start_ms[token]
                                        : draft->clock.total_ms;
}

uint32_t rb_draft_end_ms(const struct rb_draft *draft, uint32_t start, uint32_t end)
{
    const struct rb_clock *clock = &draft->clock;
    uint32_t first = token_at(&draft->text, start),
             token = end ? token_at(&draft->text, end - 1) : 0;

    if (token >= draft->text.n_tokens)
        token = draft->text.n_tokens ? draft->text.n_tokens - 1 : 0;
    /* Marks that are not spoken end where the word before them did, as far as the span goes. */
    while (token > first && (draft->text.tokens[token].start >= end ||
                             clock->token_end_ms[token] == clock->token_start_ms[token]))
        token--;
    if (token < first || token >= draft->text.n_tokens || draft->text.tokens[token].start >= end)
        return rb_draft_start_ms(draft, start);
    return clock->token_end_ms[token];
}

/* The first spoken word that comes from this token or a later one. */
static uint32_t word_from(const struct rb_clock *clock, uint32_t token)
{
    uint32_t low = 0, high = clock->n_words;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (clock->words[middle].token >= token)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

uint32_t rb_draft_saves_ms(const struct rb_draft *draft, uint32_t start, uint32_t end)
{
    const struct rb_text *text = &draft->text;
    const struct rb_clock *clock = &draft->clock;
    uint32_t behind = token_at(text, end), first, next, before, after, spoken;

    if (behind < text->n_tokens && text->tokens[behind].start < end)
        behind++;
    first = word_from(clock, token_at(text, start));
    next = word_from(clock, behind);
    if (start >= end || first >= next)
        return 0;
    if (first == 0 && next == clock->n_words)
        return clock->total_ms;
    if (first == 0)
        return clock->words[next].start_ms - clock->words[0].start_ms;
    before = clock->words[first].start_ms - clock->words[first - 1].end_ms;
    spoken = clock->words[next - 1].end_ms - clock->words[first].start_ms;
    if (next == clock->n_words)
        return spoken + before;
    after = clock->words[next].start_ms - clock->words[next - 1].end_ms;
    return spoken + (before < after ? before : after);
}

uint32_t rb_draft_pace(const struct rb_draft *draft)
{
    const struct rb_clock *clock = &draft->clock;
    uint32_t set = draft->known.words_per_minute, measured = draft->known.measured_ms;
    uint64_t pace, took;

    if (measured == RINGBACK_UNSET || clock->total_ms == 0)
        return set;
    if (measured <= clock->hold_ms)
        return UINT32_MAX;
    took = measured - clock->hold_ms;
    pace = ((uint64_t)set * (clock->total_ms - clock->hold_ms) + took / 2) / took;
    return pace < UINT32_MAX ? (uint32_t)pace : UINT32_MAX;
}

uint32_t rb_draft_sentence(const struct rb_draft *draft, uint32_t offset)
{
    const struct rb_text *text = &draft->text;
    uint32_t low = 0, high = text->n_sentences;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (text->sentences[middle].start > offset)
            high = middle;
        else
            low = middle + 1;
    }
    return low ? low - 1 : 0;
}
