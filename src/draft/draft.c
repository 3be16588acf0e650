#include "draft/draft.h"

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

uint32_t rb_draft_end_ms(const struct rb_draft *draft, uint32_t offset)
{
    uint32_t token = offset ? token_at(&draft->text, offset - 1) : 0;

    if (token >= draft->text.n_tokens)
        return draft->clock.total_ms;
    /* White space before the offset: the token found begins behind it. */
    if (draft->text.tokens[token].start >= offset) {
        if (token == 0)
            return 0;
        token--;
    }
    /* A mark that is not spoken ends where the word before it did. */
    while (token > 0 && draft->clock.token_end_ms[token] == draft->clock.token_start_ms[token])
        token--;
    return draft->clock.token_end_ms[token];
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
