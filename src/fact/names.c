/* <Name> and <Org>: runs of words that can be a person's or an organisation's name. Whether they
 * are one is for phrases to say; here only the shape is seen: capitals, particles, titles,
 * placeholders, and in dictated text whatever no list of stop words rules out. */
#include "fact/run.h"

enum { LONGEST_NAME = 6, LONGEST_ORG = 8, SPOKEN_NAME = 3, SPOKEN_ORG = 4 };

struct runs {
    struct rb_run *run;
    bool spoken;    /* capitals say nothing */
    uint32_t class; /* RB_CLASS_ORG, or RB_CLASS_PROPER: really written with a capital */
    uint32_t end;   /* of the sentence */
};

static const struct rb_unit *unit_at(const struct runs *r, uint32_t at)
{
    return &r->run->units.items[at];
}

static bool in(const struct runs *r, uint32_t at, uint32_t def)
{
    return def != UINT32_MAX && rb_stands(r->run, at, def);
}

static bool joined(const struct runs *r, uint32_t at)
{
    return at < r->end && !(unit_at(r, at)->flags & RB_UNIT_EDGE);
}

static bool is_person_hole(const struct rb_unit *u)
{
    return u->flags & RB_UNIT_HOLE && (u->hole == RB_HOLE_CALLER || u->hole == RB_HOLE_PROSPECT ||
                                       u->hole == RB_HOLE_REFERRER || u->hole == RB_HOLE_OTHER);
}

static bool is_company_hole(const struct rb_unit *u)
{
    return u->flags & RB_UNIT_HOLE &&
           (u->hole == RB_HOLE_COMPANY || u->hole == RB_HOLE_OTHER_COMPANY ||
            u->hole == RB_HOLE_OTHER);
}

/* Can this word be part of a person's name? */
static bool name_word(const struct runs *r, uint32_t at)
{
    const struct rb_unit *u = unit_at(r, at);
    const struct rb_lexicon *lex = r->run->lex;

    if (u->flags & RB_UNIT_HOLE)
        return is_person_hole(u);
    if (u->flags &
        (RB_UNIT_INSIDE | RB_UNIT_FIGURES | RB_UNIT_MARK | RB_UNIT_ADDRESS | RB_UNIT_SOFT))
        return false;
    if (in(r, at, lex->not_a_name))
        return false;
    if (u->flags & RB_UNIT_CAPITAL && !(r->spoken && u->flags & RB_UNIT_CAPS))
        return true;
    return r->spoken && !in(r, at, lex->not_a_name_spoken);
}

/* Titles before a name; Mr./Ms. is one. */
static uint32_t titles(const struct runs *r, uint32_t at)
{
    uint32_t from = at;

    while (at < r->end && at - from < 4 && (at == from || joined(r, at))) {
        if (in(r, at, r->run->lex->person_title))
            at++;
        else if (at > from && unit_at(r, at)->flags & RB_UNIT_MARK &&
                 unit_at(r, at)->flags & RB_UNIT_SOFT)
            at++;
        else
            break;
    }
    return at;
}

/* Particles between the parts of a name, if a part follows: van der, de la. */
static uint32_t particles(const struct runs *r, uint32_t at)
{
    uint32_t from = at;

    while (joined(r, at) && at - from < 3 && in(r, at, r->run->lex->name_particle))
        at++;
    return at > from && joined(r, at) && name_word(r, at) ? at : from;
}

static void name_from(const struct runs *r, uint32_t from)
{
    uint32_t first = titles(r, from), at = first, words = 0, lengths[LONGEST_NAME + 1];
    bool capital;
    size_t n = 0;

    if (first == r->end || (first > from && !joined(r, first)))
        return;
    at = first > from ? particles(r, at) : at;
    if (!name_word(r, at))
        return;
    /* In dictated text a capital that is there still says something: such a name ends with its
     * capitals. */
    capital = !r->spoken || unit_at(r, at)->flags & RB_UNIT_CAPITAL;
    while (at < r->end && words < (capital ? LONGEST_NAME : SPOKEN_NAME) &&
           (words == 0 || joined(r, at))) {
        if (!name_word(r, at) ||
            (capital && !(unit_at(r, at)->flags & (RB_UNIT_CAPITAL | RB_UNIT_HOLE)))) {
            uint32_t behind = words && capital ? particles(r, at) : at;

            if (words && in(r, at, r->run->lex->name_suffix)) {
                lengths[n++] = at + 1 - from;
                break;
            }
            if (behind == at)
                break;
            at = behind;
            continue;
        }
        words++;
        lengths[n++] = ++at - from;
    }
    while (n)
        rb_mark(r->run, RB_CLASS_NAME, from, lengths[--n]);
}

/* Can this word be part of an organisation's name, and can the name end with it? */
static bool org_word(const struct runs *r, uint32_t at)
{
    const struct rb_unit *u = unit_at(r, at);

    if (u->flags & RB_UNIT_HOLE)
        return is_company_hole(u);
    if (u->flags & (RB_UNIT_MARK | RB_UNIT_SOFT))
        return false;
    if (u->flags & RB_UNIT_INSIDE)
        return at > 0 && unit_at(r, at - 1)->flags & RB_UNIT_FIGURES; /* the M of 3M */
    if (u->flags & RB_UNIT_CAPITAL && u->end - u->start == 1 &&
        r->run->text->source.text.ptr[u->start] == 'I')
        return false;
    if (u->flags & (RB_UNIT_CAPITAL | RB_UNIT_ADDRESS))
        return true;
    if (u->flags & RB_UNIT_FIGURES)
        return false;
    return r->spoken && !in(r, at, r->run->lex->not_a_company);
}

/* and, &, of, the, for, 's between the words of a name. */
static bool connects(const struct runs *r, uint32_t at)
{
    static const char *const words[] = {"and", "&",   "of", "the", "for", "'s", "’s",
                                        "n",   "+",   "de", "la",  "del", "di", "da",
                                        "du",  "van", "y",  "et",  "und"};
    const struct rb_unit *u = unit_at(r, at);
    struct rb_slice text = rb_slice_of(r->run->text->source.text.ptr + u->start, u->end - u->start);

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (rb_slice_is(text, words[i]))
            return true;
    return false;
}

static bool may_begin_org(const struct runs *r, uint32_t at)
{
    const struct rb_unit *u = unit_at(r, at);

    if (u->flags & RB_UNIT_FIGURES)
        return u->flags & RB_UNIT_CAPITAL ||
               (at + 1 < r->end && unit_at(r, at + 1)->flags & RB_UNIT_INSIDE);
    return org_word(r, at) && !(u->flags & RB_UNIT_INSIDE) &&
           !in(r, at, r->run->lex->not_a_company);
}

static bool is_the(const struct runs *r, uint32_t at)
{
    const struct rb_unit *u = unit_at(r, at);
    const char *text = r->run->text->source.text.ptr + u->start;

    return u->end - u->start == 3 && (text[0] == 't' || text[0] == 'T') && text[1] == 'h' &&
           text[2] == 'e';
}

static void org_from(const struct runs *r, uint32_t from)
{
    uint32_t at = from, lengths[LONGEST_ORG * 2], last = from;
    uint32_t longest = r->spoken ? SPOKEN_ORG : LONGEST_ORG;
    size_t n = 0;

    if (is_the(r, at) && joined(r, at + 1))
        at++;
    if (!may_begin_org(r, at))
        return;
    if (unit_at(r, at)->flags & RB_UNIT_FIGURES)
        at++;
    for (last = at; at < r->end && at - from < longest && n < LONGEST_ORG * 2; at++) {
        bool suffix = in(r, at, r->run->lex->company_suffix);

        if (at > from && !joined(r, at) && !suffix)
            break;
        if (org_word(r, at) || (suffix && at > from) ||
            (at > from && unit_at(r, at)->flags & RB_UNIT_FIGURES && !r->spoken))
            lengths[n++] = (last = at + 1) - from;
        else if (at == from || !connects(r, at) || at > last ||
                 (at + 1 < r->end && in(r, at + 1, r->run->lex->person_title)))
            break;
    }
    while (n)
        rb_mark(r->run, r->class, from, lengths[--n]);
}

/* A draft in capitals throughout is read as if it had none. */
static bool shouted(const struct rb_run *run)
{
    uint32_t caps = 0, words = 0;

    for (uint32_t i = 0; i < run->units.count; i++) {
        const struct rb_unit *u = &run->units.items[i];

        if (u->flags & (RB_UNIT_HOLE | RB_UNIT_FIGURES | RB_UNIT_MARK | RB_UNIT_INSIDE))
            continue;
        words++;
        caps += (u->flags & RB_UNIT_CAPS) != 0;
    }
    return caps * 2 > words;
}

void rb_mark_names(struct rb_run *run)
{
    const bool spoken = run->text->informal || shouted(run);
    struct runs r = {.run = run};

    for (uint32_t s = 0; s < run->units.n_sentences; s++) {
        r.end = run->units.sentence_first[s + 1];
        for (uint32_t u = run->units.sentence_first[s]; u < r.end; u++) {
            if (unit_at(&r, u)->flags & RB_UNIT_INSIDE)
                continue;
            r.spoken = spoken;
            name_from(&r, u);
            r.class = RB_CLASS_ORG;
            org_from(&r, u);
            r.class = RB_CLASS_PROPER;
            r.spoken = false;
            org_from(&r, u);
        }
    }
}
