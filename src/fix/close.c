/* The closing repeat: "Again, Owen Hale, Brightwater Roofing, 555 814 0142." */
#include "base/ascii.h"
#include "base/utf8.h"
#include "fix/said.h"
#include "fix/steps.h"
#include "fix/words.h"

enum {
    MOST_CLOSING_WORDS = 8,
    MOST_EXCLAIMED = 4, /* "See you then!" */
    MOST_CLOSINGS = 2,
    LAST_INTRODUCTION = 1 /* sentence, from 0 */
};

/* Ways to say it. Those with more in them come first: they are taken if they gain as much, but
 * for a number that was said twice. */
static const char *const written[] = {"Again, N, C, P.", "Again, N, P.",      "Again, C, P.",
                                      "Once more: P.",   "Again, this is J.", "Again, this is N.",
                                      "Again, N."};
static const char *const dictated[] = {"again N C P", "again N P", "again this is N"};

/* Where the number is said only late, once more at the end would be no help to those who write. */
static const char *const early[] = {", P", "My number is P."};
static const char early_dictated[] = " my number is P";

/* At the very end. */
static const char *const thanking[] = {"Thank you.", "thank you"};

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

/* Whether it has thanks, or closing words of its own. */
static bool is_polite(const struct rb_draft *draft)
{
    for (uint32_t i = 0; i < draft->facts.count; i++)
        if (rb_slice_is(draft->facts.items[i].name, "thanks"))
            return true;
    return draft->text.n_sentences > 1 && is_closing(draft, draft->text.n_sentences - 1);
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
static bool spot_behind(const struct rb_text *text, uint32_t sentence, struct rb_spot *out)
{
    const struct rb_sentence *s = &text->sentences[sentence];
    uint32_t last = s->token_end - 1, class = rb_fix_class(text, last);

    *out = (struct rb_spot){s->end, false, join_of(text)};
    if (text->informal)
        return !(class & RB_WORD_COMMA);
    /* A closing quotation mark or an emoji behind the stop. */
    while (last > s->token && class & RB_WORD_MARK && !(class & (RB_WORD_COMMA | RB_WORD_END)))
        class = rb_fix_class(text, --last);
    out->stop = !(class & RB_WORD_END);
    return !(class & RB_WORD_COMMA);
}

/* Before the closing words, else at the end. */
static uint32_t find_spots(const struct rb_draft *draft, struct rb_spot spots[2])
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

/* Behind who is calling, if the number is not there yet: at the end of the introduction, or in a
 * sentence of its own behind it. */
static bool find_early(const struct rb_draft *draft, struct rb_spot *out, bool *behind)
{
    const struct rb_text *text = &draft->text;
    const struct rb_fact *last = NULL;
    const struct rb_sentence *s;
    uint32_t sentence;

    for (uint32_t i = 0; i < draft->facts.count; i++) {
        const struct rb_fact *f = &draft->facts.items[i];
        bool caller = rb_slice_is(f->name, "caller_name") || rb_slice_is(f->name, "caller_company");

        if (last && text->tokens[f->token].sentence != text->tokens[last->token].sentence)
            break;
        if (rb_slice_is(f->name, "phone_number"))
            return false;
        if (caller && (!last || f->end > last->end))
            last = f;
    }
    if (!last || (sentence = text->tokens[last->token].sentence) > LAST_INTRODUCTION)
        return false;
    s = &text->sentences[sentence];
    *behind =
        !text->informal && last->token_end < s->token_end &&
        !(last->token_end + 1 == s->token_end && rb_fix_class(text, last->token_end) & RB_WORD_END);
    if (*behind)
        return spot_behind(text, sentence, out);
    *out = (struct rb_spot){last->end, false, ""};
    return true;
}

/* ---- which ---- */

struct choice {
    struct rb_change best, short_one; /* the one that gains most; the one that takes least */
    int64_t gained;
    uint32_t best_ms, shortest_ms;
    bool brief;           /* of those that gain most, the one that takes least */
    struct rb_slice rule; /* that the short one would mend */
    enum rb_fix_verdict verdict;
    struct rb_slice broken;
};

static void weigh(struct rb_mender *m, const struct rb_change *change, struct choice *c)
{
    enum rb_fix_verdict verdict = rb_mender_weigh(m, change);

    if (verdict == RB_FIX_MADE &&
        (m->gained > c->gained ||
         (c->brief && m->gained == c->gained && m->duration_ms < c->best_ms &&
          change->splices[0].start == c->best.splices[0].start))) {
        c->gained = m->gained;
        c->best_ms = m->duration_ms;
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

static void weigh_phrase(struct rb_mender *m, const char *pattern, const struct rb_said *said,
                         const struct rb_spot *spot, struct choice *c)
{
    struct rb_change change = {.n = 0, .adds = true};
    struct rb_slice text = rb_fix_phrase(m, pattern, said, spot);

    if (text.len == 0)
        return;
    rb_splice_add(&change, spot->at, spot->at, text, false);
    weigh(m, &change, c);
}

static void weigh_all(struct rb_mender *m, struct choice *c)
{
    const struct rb_draft *draft = &m->now->draft;
    bool informal = draft->text.informal, behind;
    const char *const *patterns = informal ? dictated : written;
    size_t n = informal ? sizeof dictated / sizeof *dictated : sizeof written / sizeof *written;
    struct rb_spot spots[2];
    uint32_t n_spots = find_spots(draft, spots);
    struct rb_said said;

    rb_fix_said(m, &said);
    c->brief = said.twice;
    for (uint32_t s = 0; s < n_spots; s++)
        for (size_t i = 0; i < n && m->status == RINGBACK_OK; i++)
            weigh_phrase(m, patterns[i], &said, &spots[s], c);
    if (n_spots && m->status == RINGBACK_OK && !is_polite(draft))
        weigh_phrase(m, thanking[informal], &said, &spots[n_spots - 1], c);
    if (m->status == RINGBACK_OK && find_early(draft, &spots[0], &behind))
        weigh_phrase(m, informal ? early_dictated : early[behind], &said, &spots[0], c);
}

/* The sentence without what joins it. */
static struct rb_slice sentence_of(const struct rb_change *change)
{
    struct rb_slice text = change->splices[0].text;

    while (text.len && (rb_is_space(text.ptr[0]) || memchr(".,", text.ptr[0], 2))) {
        text.ptr++;
        text.len--;
    }
    return text;
}

/* A number alone says nothing of its place. */
static const char *where_of(const struct rb_change *change)
{
    return change->splices[0].text.ptr[0] == ',' ? " to the introduction" : "";
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
                       rb_fix_message(m, "added ", sentence_of(&c.best), where_of(&c.best)));
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
