/* The closing repeat: "Again, Owen Hale, Brightwater Roofing, 555 814 0142." */
#include "base/ascii.h"
#include "base/utf8.h"
#include "fix/steps.h"
#include "fix/words.h"

enum {
    MOST_CLOSING_WORDS = 8,
    MOST_EXCLAIMED = 4, /* "See you then!" */
    MOST_CLOSINGS = 2,
    MOST_REPEAT = 160
};

/* Ways to say it; N the name, C the company, J both as they were joined, P the number. Those with
 * more in them come first: they are taken if they gain more. */
static const char *const written[] = {"Again, N, C, P.", "Again, N, P.",      "Again, C, P.",
                                      "Once more: P.",   "Again, this is J.", "Again, this is N.",
                                      "Again, N."};
static const char *const dictated[] = {"again N C P", "again N P", "again this is N"};

struct said {
    struct rb_slice name, company, joined, phone;
};

/* Where it goes, and what joins it to what is there. */
struct spot {
    uint32_t at;
    bool stop; /* the sentence before has none */
    const char *join;
};

/* One line: a name may be broken over two. */
static struct rb_slice flat(struct rb_arena *arena, struct rb_slice text)
{
    struct rb_buffer out;
    struct rb_slice copy;

    rb_buffer_init(&out);
    for (size_t i = 0; i < text.len; i++) {
        char c = rb_is_space(text.ptr[i]) ? ' ' : text.ptr[i];

        if (c != ' ' || (out.len && out.ptr[out.len - 1] != ' '))
            rb_buffer_putc(&out, c);
    }
    copy = rb_arena_copy(arena, rb_buffer_slice(&out));
    if (out.failed)
        arena->failed = true;
    rb_buffer_free(&out);
    return copy;
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
    struct rb_slice copy = {"", 0};

    if (name.len == 0 || company.len == 0)
        return copy;
    rb_buffer_init(&out);
    rb_buffer_slice_add(&out, name);
    rb_buffer_puts(&out, " at ");
    rb_buffer_slice_add(&out, company);
    copy = rb_arena_copy(arena, rb_buffer_slice(&out));
    if (out.failed)
        arena->failed = true;
    rb_buffer_free(&out);
    return copy;
}

/* The fullest name, the first company, the number if it is the only one. */
static bool find_said(struct rb_mender *m, struct said *out)
{
    const struct rb_draft *draft = &m->now->draft;
    struct rb_slice value = {NULL, 0};

    *out = (struct said){{"", 0}, {"", 0}, {"", 0}, {"", 0}};
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
        if (value.ptr && rb_phone_compare(value, f->value) != RB_SAME_YES)
            return false;
        value = f->value;
        if (out->phone.len == 0)
            out->phone = words;
    }
    out->name = flat(&m->fix->arena, out->name);
    out->company = flat(&m->fix->arena, out->company);
    out->phone = flat(&m->fix->arena, out->phone);
    out->joined = out->joined.len ? flat(&m->fix->arena, out->joined)
                                  : joined(&m->fix->arena, out->name, out->company);
    return true;
}

/* ---- where ---- */

static bool has_fact(const struct rb_draft *draft, const struct rb_sentence *s, const char *name)
{
    for (uint32_t i = 0; i < draft->facts.count; i++) {
        const struct rb_fact *f = &draft->facts.items[i];

        if (f->start >= s->end)
            break;
        if (f->end > s->start && rb_slice_is(f->name, name))
            return true;
    }
    return false;
}

/* "Thanks, Ana!", "Have a good one.", "Woohoo!" */
static bool is_closing(const struct rb_draft *draft, uint32_t sentence)
{
    const struct rb_sentence *s = &draft->text.sentences[sentence];
    uint32_t tokens = s->token_end - s->token;
    bool thanks = has_fact(draft, s, "thanks");

    for (uint32_t i = 0; i < draft->facts.count && draft->facts.items[i].start < s->end; i++) {
        const struct rb_fact *f = &draft->facts.items[i];

        if (f->end > s->start && !rb_slice_is(f->name, "thanks") &&
            !rb_slice_is(f->name, "prospect_name"))
            return false;
    }
    return tokens <= (thanks ? 2 * MOST_CLOSING_WORDS : MOST_EXCLAIMED);
}

/* Drafts of one sentence a line stay so. */
static const char *join_of(const struct rb_text *text)
{
    uint32_t lines = 0;
    bool crlf = memchr(text->source.text.ptr, '\r', text->source.text.len) != NULL;

    for (uint32_t i = 1; i < text->n_sentences; i++)
        lines += (text->tokens[text->sentences[i].token].flags & RB_TOK_NEWLINE) != 0;
    if (text->n_sentences < 3 || lines + 1 < text->n_sentences)
        return " ";
    return crlf ? "\r\n" : "\n";
}

/* Behind a sentence. */
static bool spot_behind(const struct rb_text *text, uint32_t sentence, struct spot *out)
{
    const struct rb_sentence *s = &text->sentences[sentence];
    uint32_t last = s->token_end - 1, class = rb_fix_class(text, last);

    *out = (struct spot){s->end, false, join_of(text)};
    if (text->informal)
        return !(class & RB_WORD_COMMA);
    /* A closing quotation mark or an emoji behind the stop. */
    while (last > s->token && class & RB_WORD_MARK && !(class & (RB_WORD_COMMA | RB_WORD_END)))
        class = rb_fix_class(text, --last);
    out->stop = !(class & RB_WORD_END);
    return !(class & RB_WORD_COMMA);
}

/* Before the closing words, else at the end. */
static uint32_t find_spots(const struct rb_draft *draft, struct spot spots[2])
{
    uint32_t n = draft->text.n_sentences, last = n, count = 0;

    if (n == 0)
        return 0;
    while (last > 1 && n - last < MOST_CLOSINGS && is_closing(draft, last - 1))
        last--;
    count += spot_behind(&draft->text, last - 1, &spots[count]);
    if (last < n)
        count += spot_behind(&draft->text, n - 1, &spots[count]);
    return count;
}

/* ---- what ---- */

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

/* The sentence, along with what joins it; empty when something that it says is not known. */
static struct rb_slice phrase(struct rb_mender *m, const char *pattern, const struct said *said,
                              const struct spot *spot)
{
    bool loud = is_loud(rb_buffer_slice(&m->text));
    struct rb_slice copy = {"", 0};
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
    if (*pattern == '\0')
        copy = rb_arena_copy(&m->fix->arena, rb_buffer_slice(&out));
    if (out.failed)
        m->fix->arena.failed = true;
    rb_buffer_free(&out);
    return copy;
}

/* ---- which ---- */

struct choice {
    struct rb_change best, short_one; /* the one that gains most; the one that takes least */
    int64_t gained;
    uint32_t shortest_ms;
    struct rb_slice rule; /* that the short one would mend */
    enum rb_fix_verdict verdict;
    struct rb_slice broken;
};

static void weigh(struct rb_mender *m, const struct rb_change *change, struct choice *c)
{
    enum rb_fix_verdict verdict = rb_mender_weigh(m, change);

    if (verdict == RB_FIX_MADE && m->gained > c->gained) {
        c->gained = m->gained;
        c->best = *change;
    }
    if ((verdict == RB_FIX_LATE || verdict == RB_FIX_BREAKS) && m->most > 0 &&
        (c->short_one.n == 0 || m->duration_ms < c->shortest_ms)) {
        c->short_one = *change;
        c->shortest_ms = m->duration_ms;
        c->rule = m->mended;
        c->verdict = verdict;
        c->broken = m->broken;
    }
}

static void weigh_all(struct rb_mender *m, struct choice *c)
{
    bool informal = m->now->draft.text.informal;
    const char *const *patterns = informal ? dictated : written;
    size_t n = informal ? sizeof dictated / sizeof *dictated : sizeof written / sizeof *written;
    struct spot spots[2];
    uint32_t n_spots = find_spots(&m->now->draft, spots);
    struct said said;

    if (!find_said(m, &said))
        return;
    for (uint32_t s = 0; s < n_spots; s++)
        for (size_t i = 0; i < n && m->status == RINGBACK_OK; i++) {
            struct rb_change change = {.n = 0, .adds = true};
            struct rb_slice text = phrase(m, patterns[i], &said, &spots[s]);

            if (text.len == 0)
                continue;
            rb_splice_add(&change, spots[s].at, spots[s].at, text, false);
            weigh(m, &change, c);
        }
}

/* The sentence without what joins it. */
static struct rb_slice sentence_of(const struct rb_change *change)
{
    struct rb_slice text = change->splices[0].text;

    while (text.len && (rb_is_space(text.ptr[0]) || text.ptr[0] == '.')) {
        text.ptr++;
        text.len--;
    }
    return text;
}

bool rb_fix_close(struct rb_mender *m, bool tell)
{
    struct choice c = {.verdict = RB_FIX_MADE};
    uint32_t place;

    weigh_all(m, &c);
    if (m->status != RINGBACK_OK)
        return false;
    if (c.best.n) {
        place = rb_mender_origin(m, c.best.splices[0].start);
        if (rb_mender_try(m, &c.best) != RB_FIX_MADE)
            return false;
        rb_mender_tell(m, true, m->mended, place, place, sentence_of(&c.best),
                       rb_fix_message(m, "added ", sentence_of(&c.best), ""));
        return true;
    }
    if (tell && c.short_one.n) {
        place = rb_mender_origin(m, c.short_one.splices[0].start);
        m->duration_ms = c.shortest_ms;
        m->broken = c.broken;
        rb_mender_tell(
            m, false, c.rule, place, place, sentence_of(&c.short_one),
            rb_fix_message(m, "did not add ", sentence_of(&c.short_one), rb_fix_why(m, c.verdict)));
    }
    return false;
}
