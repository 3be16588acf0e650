/* What a placeholder stands for, by the words inside. */
#include "text/hole.h"

#include "base/ascii.h"

/* Kinds of use in placeholder.def only, above the public ones. */
enum {
    RB_HOLE_NAME = RB_HOLE_OTHER + 1,
    RB_HOLE_OURS,
    RB_HOLE_THEIRS,
    RB_HOLE_RECORD,
    RB_HOLE_LINE,
    RB_HOLE_OFFICE,
    RB_HOLE_ADDRESS,
    RB_HOLE_FILL,
    RB_HOLE_OWNER
};

static const struct entry {
    const char *word;
    uint8_t kind;
} holes[] = {
#define HOLE(word, kind) {#word, RB_HOLE_##kind},
#include "text/placeholder.def"
#undef HOLE
};

static const struct cue {
    const char *word;
    enum rb_cue strength;
} cues[] = {
#define CUE(word, strength) {#word, RB_CUE_##strength},
#include "text/direction.def"
#undef CUE
};

void rb_inside_read(struct rb_slice s, struct rb_inside *in)
{
    uint32_t n = 0;

    *in = (struct rb_inside){.caps = true};
    for (size_t at = 0; at < s.len; at++) {
        char c = s.ptr[at];
        bool hump = at > 0 && rb_is_upper(c) && rb_is_lower(s.ptr[at - 1]);

        in->money =
            in->money || c == '$' || (unsigned char)c == 0xA3; /* the last byte of a pound */
        in->percent = in->percent || c == '%';
        in->dot = in->dot || (c == '.' && at > 0 && rb_is_alnum(s.ptr[at - 1]) && at + 1 < s.len &&
                              rb_is_alnum(s.ptr[at + 1]));
        in->sentence = in->sentence || ((c == '.' || c == '?' || c == '!') && in->count > 2 &&
                                        at + 1 < s.len && rb_is_space(s.ptr[at + 1]));
        in->caps = in->caps && !rb_is_lower(c);
        if (c == '\'')
            continue;
        if (!rb_is_alpha(c) && (unsigned char)c < 0x80) {
            n = 0;
            continue;
        }
        if (n == 0 || hump) {
            in->count++;
            n = 0;
        }
        if (in->count <= RB_INSIDE_WORDS && n < RB_INSIDE_LETTERS)
            in->words[in->count - 1][n] = rb_to_lower(c);
        n++;
    }
}

static uint8_t look_up(const char *word, size_t len)
{
    size_t low = 0, high = sizeof holes / sizeof holes[0];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strncmp(word, holes[middle].word, len);

        if (order == 0 && holes[middle].word[len] != '\0')
            order = -1;
        if (order == 0)
            return holes[middle].kind;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return RB_HOLE_NONE;
}

/* A word's kind, its plural's or possessive's too. */
static uint8_t kind_of(const char *word)
{
    size_t len = strlen(word);
    uint8_t kind = look_up(word, len);

    if (kind == RB_HOLE_NONE && len > 3 && word[len - 1] == 's')
        kind = look_up(word, len - 1);
    return kind;
}

/* What has been read of the words so far. */
struct reading {
    uint8_t kind;
    bool ours, theirs, name, record, unknown;
};

static void take(struct reading *r, uint8_t one, bool dot)
{
    switch (one) {
    case RB_HOLE_NONE:
        r->unknown = true;
        return;
    case RB_HOLE_OURS:
        r->ours = true;
        return;
    case RB_HOLE_THEIRS:
        r->theirs = true;
        return;
    case RB_HOLE_RECORD:
        r->record = true;
        return;
    case RB_HOLE_NAME:
        if (r->kind == RB_HOLE_PLACE && r->record)
            r->kind = RB_HOLE_COMPANY;
        r->name = true;
        return;
    case RB_HOLE_OFFICE:
        /* remembered as a numbered place, which only its name asks about */
        r->record = true;
        r->kind = RB_HOLE_PLACE;
        return;
    case RB_HOLE_ADDRESS:
        if (r->kind != RB_HOLE_EMAIL && r->kind != RB_HOLE_URL)
            r->kind = RB_HOLE_PLACE;
        return;
    case RB_HOLE_FILL:
        return;
    case RB_HOLE_OWNER:
        r->kind = dot ? RB_HOLE_CALLER : RB_HOLE_PROSPECT;
        return;
    case RB_HOLE_LINE:
        if (r->kind != RB_HOLE_PRODUCT)
            r->kind = RB_HOLE_PHONE;
        return;
    case RB_HOLE_COMPANY:
        r->theirs = r->theirs || r->kind == RB_HOLE_PROSPECT || r->kind == RB_HOLE_REFERRER ||
                    r->kind == RB_HOLE_OTHER_COMPANY;
        break;
    case RB_HOLE_PHONE:
        if (r->record && r->kind != RB_HOLE_PLACE) {
            r->kind = RB_HOLE_OTHER;
            return;
        }
        break;
    default:
        break;
    }
    r->kind = one;
}

/* Two words written as one: "ourco", "repname". */
static bool take_joined(struct reading *r, const char *word, bool dot)
{
    for (size_t cut = 2; cut + 2 <= strlen(word); cut++) {
        uint8_t first = look_up(word, cut), second = kind_of(word + cut);

        if (first != RB_HOLE_NONE && second != RB_HOLE_NONE) {
            take(r, first, dot);
            take(r, second, dot);
            return true;
        }
    }
    return false;
}

uint8_t rb_inside_kind(const struct rb_inside *in)
{
    struct reading r = {.kind = RB_HOLE_NONE};

    for (uint32_t i = 0; i < in->count && i < RB_INSIDE_WORDS; i++) {
        uint8_t one = kind_of(in->words[i]);

        if (one != RB_HOLE_NONE || !take_joined(&r, in->words[i], in->dot))
            take(&r, one, in->dot);
    }
    if (r.theirs && (r.kind == RB_HOLE_COMPANY || r.kind == RB_HOLE_PROSPECT))
        return RB_HOLE_OTHER_COMPANY;
    if (r.kind != RB_HOLE_NONE)
        return r.kind;
    if (r.name)
        return r.ours ? RB_HOLE_CALLER : RB_HOLE_PROSPECT;
    if (in->percent)
        return RB_HOLE_PERCENT;
    return in->money ? RB_HOLE_MONEY : RB_HOLE_OTHER;
}

bool rb_inside_known(const struct rb_inside *in)
{
    if (in->count == 0 || in->count > RB_INSIDE_WORDS)
        return false;
    for (uint32_t i = 0; i < in->count; i++) {
        struct reading r = {.kind = RB_HOLE_NONE};

        if (kind_of(in->words[i]) == RB_HOLE_NONE && !take_joined(&r, in->words[i], false) &&
            rb_inside_cue(in, i) != (i == 0 ? RB_CUE_WEAK : RB_CUE_STRONG))
            return false;
    }
    return true;
}

enum rb_cue rb_inside_cue(const struct rb_inside *in, uint32_t word)
{
    if (word >= in->count || word >= RB_INSIDE_WORDS)
        return RB_CUE_NONE;
    for (size_t i = 0; i < sizeof cues / sizeof cues[0]; i++)
        if (cues[i].word[0] == in->words[word][0] && strcmp(cues[i].word, in->words[word]) == 0)
            return cues[i].strength;
    return RB_CUE_NONE;
}
