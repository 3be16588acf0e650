#include "fix/cut.h"

#include "base/ascii.h"
#include "fix/words.h"

/* The first token that ends behind a byte. */
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

bool rb_scene_make(const ringback_result *result, const struct rb_finding *f, struct rb_scene *out)
{
    const struct rb_text *text = &result->draft.text;
    const struct rb_sentence *s;

    *out = (struct rb_scene){.result = result, .text = text, .finding = f};
    if (f->start == f->end)
        return false;
    out->first = out->end = token_at(text, f->start);
    while (out->end < text->n_tokens && text->tokens[out->end].start < f->end)
        out->end++;
    if (out->first == out->end)
        return false;
    out->sentence = text->tokens[out->first].sentence;
    s = &text->sentences[out->sentence];
    out->from = s->token;
    out->to = s->token_end;
    while (out->from < out->to && rb_fix_class(text, out->from) & RB_WORD_MARK)
        out->from++;
    while (out->to > out->from && rb_fix_class(text, out->to - 1) & RB_WORD_MARK)
        out->to--;
    if (out->end > s->token_end || out->from >= out->to)
        return false;
    if (out->first < out->from)
        out->first = out->from;
    if (out->end > out->to)
        out->end = out->to;
    return out->first < out->end;
}

/* How wide the white space before a token is: nothing, a line's end, a blank line. */
static uint32_t gap_before(const struct rb_text *text, uint32_t token)
{
    uint16_t flags = text->tokens[token].flags;

    return flags & RB_TOK_BLANK ? 2 : flags & RB_TOK_NEWLINE ? 1 : 0;
}

bool rb_cut_sentence(const struct rb_scene *scene, struct rb_change *change)
{
    const struct rb_text *text = scene->text;
    const struct rb_sentence *s = &text->sentences[scene->sentence];
    uint32_t from = s->token;
    bool last = scene->sentence + 1 == text->n_sentences;

    if (text->n_sentences == 1)
        return false;
    /* A direction belongs to what follows as well. */
    while (from < scene->from && text->tokens[from].kind == RB_TOKEN_DIRECTION)
        from++;
    if (last || (from > 0 && gap_before(text, s->token_end) > gap_before(text, from)))
        rb_splice_add(change, text->tokens[from - 1].end, s->end, rb_slice_of("", 0), false);
    else
        rb_splice_add(change, text->tokens[from].start, text->sentences[scene->sentence + 1].start,
                      rb_slice_of("", 0), false);
    return true;
}

bool rb_cut_back(const struct rb_scene *scene, uint32_t from, uint32_t to, struct rb_change *change)
{
    const struct rb_token *tokens = scene->text->tokens;

    if (from <= scene->from || to <= from)
        return false;
    /* Nothing ends with "the" or "and". */
    if (to >= scene->to && rb_fix_class(scene->text, from - 1) & RB_WORD_HANG)
        return false;
    rb_splice_add(change, tokens[from - 1].end, tokens[to - 1].end, rb_slice_of("", 0), false);
    return true;
}

static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool rb_cut_front(const struct rb_scene *scene, uint32_t from, uint32_t to,
                  struct rb_change *change)
{
    const struct rb_text *text = scene->text;
    const struct rb_token *tokens = text->tokens;
    const char *next;
    bool begins;

    if (to >= scene->to || to <= from)
        return false;
    /* A letter whose capital is not known here cannot begin the sentence. */
    next = text->source.text.ptr + tokens[to].start;
    begins = from == scene->from && !text->informal && tokens[from].flags & RB_TOK_CAPITAL;
    if (begins && (unsigned char)*next >= 0x80 && !(tokens[to].flags & RB_TOK_CAPITAL))
        return false;
    rb_splice_add(change, tokens[from].start, tokens[to].start, rb_slice_of("", 0), false);
    if (begins && rb_is_lower(*next) && tokens[to].kind == RB_TOKEN_WORD)
        rb_splice_add(change, tokens[to].start, tokens[to].start + 1,
                      rb_slice_of(&capitals[*next - 'a'], 1), true);
    return true;
}
