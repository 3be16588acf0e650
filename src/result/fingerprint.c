#include "result/fingerprint.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* Findings may be many and a sentence without end: their product must not be. */
enum { MOST_BYTES = 2000 };

static void put_words(struct rb_buffer *out, struct rb_slice text)
{
    bool space = false, any = false;
    char bytes[4];

    if (text.len > MOST_BYTES)
        text.len = MOST_BYTES;
    for (size_t at = 0; at < text.len;) {
        uint32_t cp = ' ';
        size_t n = rb_utf8_decode(text.ptr + at, text.len - at, &cp);

        at += n ? n : 1;
        if (cp < 0x80 ? !rb_is_alnum((int)cp) : !rb_utf8_is_letter(cp)) {
            space = true;
            continue;
        }
        if (space && any)
            rb_buffer_putc(out, ' ');
        rb_buffer_add(out, bytes, rb_utf8_encode(rb_utf8_to_lower(cp), bytes));
        space = false;
        any = true;
    }
}

/* What does the finding stand by? */
static bool is_said(const struct rb_finding *f)
{
    return f->end > f->start && !f->whole;
}

void rb_fingerprint_words(struct rb_buffer *out, const ringback_result *result,
                          const struct rb_finding *f, struct rb_slice heading, uint32_t ordinal)
{
    const struct rb_text *text = &result->draft.text;

    if (is_said(f) && text->n_sentences) {
        const struct rb_sentence *s = &text->sentences[rb_draft_sentence(&result->draft, f->start)];

        put_words(out, rb_slice_of(text->source.text.ptr + s->start, s->end - s->start));
    } else if (heading.len) {
        put_words(out, heading);
    } else {
        rb_buffer_putc(out, '#');
        rb_buffer_uint(out, ordinal);
    }
}

uint64_t rb_fnv(uint64_t hash, struct rb_slice bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        hash = (hash ^ (unsigned char)bytes.ptr[i]) * UINT64_C(0x100000001B3);
    return hash;
}

uint64_t rb_fingerprint(const struct rb_finding *f, struct rb_slice words)
{
    struct rb_slice nul = rb_slice_of("", 1);
    uint64_t hash = rb_fnv(RB_FNV_BASIS, f->rule->id);

    hash = rb_fnv(hash, nul);
    hash = rb_fnv(hash, rb_slice_str(is_said(f) ? "said" : "missing"));
    hash = rb_fnv(hash, nul);
    return rb_fnv(hash, words);
}

void rb_fingerprint_put(struct rb_buffer *out, uint64_t hash)
{
    static const char digits[] = "0123456789abcdef";

    for (int shift = 60; shift >= 0; shift -= 4)
        rb_buffer_putc(out, digits[hash >> shift & 15]);
}
