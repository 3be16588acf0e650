#include "fact/split.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum when { ALWAYS, INFORMAL };

struct contraction {
    const char *written, *first, *second, *other;
    size_t len; /* of written */
    enum when when;
};

static const struct contraction contractions[] = {
#define CONTRACTION(written, first, second, other, when)                                           \
    {written, first, second, other, sizeof(written) - 1, when},
#include "fact/contraction.def"
#undef CONTRACTION
};

/* Endings with an apostrophe. */
static const struct {
    const char *ending, *readings[RB_SPLIT_READINGS];
} endings[] = {
    {"'m", {"am", "", ""}},    {"'re", {"are", "", ""}},        {"'ve", {"have", "", ""}},
    {"'ll", {"will", "", ""}}, {"'d", {"would", "had", "did"}}, {"'s", {"is", "has", "'s"}},
};

/* Hosts whose 's is always a verb. */
static const char *const verb_hosts[] = {"it",   "that", "he",    "she", "there", "here",
                                         "what", "who",  "where", "how", "when",  "everything"};

/* The word in lower case, ’ as ', without the dots of an abbreviation. map[i]: the byte of the word
 * that folded byte i comes from. Returns the length, or 0 when the word is too long. */
static size_t fold(struct rb_slice word, char *out, uint8_t *map)
{
    size_t n = 0;

    if (word.len > RB_SPLIT_BYTES)
        return 0;
    for (size_t i = 0; i < word.len;) {
        uint32_t cp;
        size_t step, len;
        char bytes[4];

        if ((unsigned char)word.ptr[i] < 0x80 && word.ptr[i] != '.') {
            map[n] = (uint8_t)i;
            out[n++] = rb_to_lower(word.ptr[i++]);
            continue;
        }
        step = rb_utf8_decode(word.ptr + i, word.len - i, &cp);
        if (step == 0)
            return 0;
        if (cp == 0x2019 || cp == 0x2018 || cp == 0x02BC)
            cp = '\'';
        if (cp == '.' && !(i > 0 && rb_is_digit(word.ptr[i - 1]))) {
            i += step;
            continue;
        }
        len = rb_utf8_encode(rb_utf8_to_lower(cp), bytes);
        for (size_t k = 0; k < len; k++) {
            map[n] = (uint8_t)i;
            out[n++] = bytes[k];
        }
        i += step;
    }
    map[n] = (uint8_t)word.len;
    return n;
}

static struct rb_part *add(struct rb_parts *out, uint32_t start, uint32_t end)
{
    struct rb_part *p = &out->items[out->count++];

    *p = (struct rb_part){.start = start, .end = end};
    for (int i = 0; i < RB_SPLIT_READINGS; i++)
        p->readings[i] = rb_slice_of("", 0);
    return p;
}

static bool listed(struct rb_slice word, bool informal, const uint8_t *map, struct rb_parts *out)
{
    size_t low = 0, high = sizeof contractions / sizeof contractions[0];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct contraction *c = &contractions[middle];
        /* The first bytes nearly always say it. */
        int order = (unsigned char)word.ptr[0] - (unsigned char)c->written[0];

        if (order == 0)
            order = rb_slice_compare(word, rb_slice_of(c->written, c->len));
        if (order == 0) {
            struct rb_part *p;
            uint32_t end = map[word.len];

            if (c->when == INFORMAL && !informal)
                return false;
            p = add(out, 0, end);
            p->readings[0] = rb_slice_str(c->first);
            if (c->when == INFORMAL)
                p->readings[1] = word;
            p = add(out, end, end);
            p->readings[0] = rb_slice_str(c->second);
            p->readings[1] = rb_slice_str(c->other);
            p->soft = c->when == INFORMAL;
            return true;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static bool verb_host(struct rb_slice host)
{
    for (size_t i = 0; i < sizeof verb_hosts / sizeof verb_hosts[0]; i++)
        if (rb_slice_is(host, verb_hosts[i]))
            return true;
    return false;
}

/* The verb that a host of n't stands for: ca(n't) is can, wo(n't) is will. */
static struct rb_slice negated(struct rb_slice host)
{
    if (rb_slice_is(host, "ca"))
        return rb_slice_str("can");
    if (rb_slice_is(host, "wo"))
        return rb_slice_str("will");
    if (rb_slice_is(host, "sha"))
        return rb_slice_str("shall");
    if (rb_slice_is(host, "ai"))
        return rb_slice_str("is");
    return host;
}

static bool ends_with(struct rb_slice s, const char *ending)
{
    size_t n = strlen(ending);

    return s.len > n && memcmp(s.ptr + s.len - n, ending, n) == 0;
}

static bool apostrophe(struct rb_slice word, const uint8_t *map, struct rb_parts *out)
{
    struct rb_part *p;
    size_t host;

    if (!memchr(word.ptr, '\'', word.len))
        return false;
    if (ends_with(word, "n't")) {
        host = word.len - 3;
        p = add(out, 0, map[host]);
        p->readings[0] = negated(rb_slice_of(word.ptr, host));
        p = add(out, map[host], map[word.len]);
        p->readings[0] = rb_slice_str("not");
        return true;
    }
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (!ends_with(word, endings[i].ending))
            continue;
        host = word.len - strlen(endings[i].ending);
        p = add(out, 0, map[host]);
        p->readings[0] = rb_slice_of(word.ptr, host);
        p = add(out, map[host], map[word.len]);
        for (int k = 0; k < RB_SPLIT_READINGS; k++)
            p->readings[k] = rb_slice_str(endings[i].readings[k]);
        if (rb_slice_is(out->items[0].readings[0], "let")) {
            p->readings[0] = rb_slice_str("us");
            p->readings[1] = p->readings[2] = rb_slice_of("", 0);
        }
        p->soft = p->readings[2].len == 2 && !verb_host(out->items[0].readings[0]);
        return true;
    }
    return false;
}

/* Figures with letters behind them: 5pm, 3rd, 1.2m. */
static bool figures(struct rb_slice word, const uint8_t *map, struct rb_parts *out)
{
    size_t split = 0;
    struct rb_part *p;

    while (split < word.len && (rb_is_digit(word.ptr[split]) || word.ptr[split] == '.' ||
                                word.ptr[split] == ',' || word.ptr[split] == ':'))
        split++;
    if (split == 0 || split == word.len || !rb_is_digit(word.ptr[0]))
        return false;
    for (size_t i = split; i < word.len; i++)
        if (!rb_is_alpha(word.ptr[i]))
            return false;
    p = add(out, 0, map[split]);
    p->readings[0] = rb_slice_of(word.ptr, split);
    p = add(out, map[split], map[word.len]);
    p->readings[0] = rb_slice_of(word.ptr + split, word.len - split);
    return true;
}

const char *rb_sign_word(struct rb_slice sign)
{
    static const char *const signs[][2] = {{"$", "$"},   {"£", "$"},  {"€", "$"},
                                           {"₹", "$"},   {"¥", "$"},  {"%", "%"},
                                           {"&", "and"}, {"@", "at"}, {"#", "#"}};

    if (sign.len == 0 || rb_is_alnum(sign.ptr[0]))
        return NULL;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (rb_slice_is(sign, signs[i][0]))
            return signs[i][1];
    return NULL;
}

void rb_split(struct rb_slice word, bool informal, struct rb_parts *out)
{
    uint8_t map[RB_SPLIT_BYTES * 2 + 1];
    size_t n = fold(word, out->text, map);
    struct rb_slice folded = rb_slice_of(out->text, n);

    out->count = 0;
    if (rb_sign_word(word)) {
        add(out, 0, (uint32_t)word.len)->readings[0] = rb_slice_str(rb_sign_word(word));
        return;
    }
    if (n == 0) {
        (void)add(out, 0, (uint32_t)word.len);
        return;
    }
    if (listed(folded, informal, map, out) || apostrophe(folded, map, out) ||
        figures(folded, map, out))
        return;
    if (ends_with(folded, "in'") && n > 4) { /* goin' */
        out->text[n - 1] = 'g';
        add(out, 0, (uint32_t)word.len)->readings[0] = folded;
        return;
    }
    /* An ending apostrophe says nothing: the clients' savings, goin'. */
    if (n > 1 && out->text[n - 1] == '\'')
        folded.len = n - 1;
    add(out, 0, (uint32_t)word.len)->readings[0] = folded;
}
