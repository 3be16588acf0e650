#include "text/clause.h"

#include "base/ascii.h"
#include "text/lexicon.h"

enum {
#define PART(name) name = RB_PART_##name,
    PART(SUBJECT) PART(YOU) PART(IT) PART(THIS) PART(CONTRACTED) PART(WOULD) PART(POSSESSIVE)
        PART(ARTICLE) PART(AUX) PART(VERB) PART(TRANSITIVE) PART(SAY) PART(PREPOSITION)
            PART(PARTICLE) PART(SUBORDINATOR) PART(COORDINATOR) PART(QUESTION) PART(FILLER)
                PART(REACH) PART(GIVE) PART(POLITE) PART(GO) PART(CLOSING) PART(PHRASE) PART(DIGIT)
                    PART(ADVERB) PART(TIME) PART(OBJECT) PART(NOUNISH) PART(CONTACT) PART(CONTACTS)
#undef PART
};
#define HEAD RB_PART_HEAD

#define WORD(word, classes) {word, classes},
static const struct rb_wordlist_entry entries[] = {
#include "text/clause.def"
};
#undef WORD
#undef HEAD

static const struct rb_wordlist parts = {entries, sizeof entries / sizeof *entries,
                                         rb_slots_clause};

uint32_t rb_parts(struct rb_slice word)
{
    return rb_lex_find(&parts, word);
}

bool rb_among(const struct rb_clauses *k, uint32_t i, const char *words)
{
    char key[16] = " ";
    struct rb_slice s;

    if (!rb_word_at(k, i))
        return false;
    s = rb_token_text(k->text, i);
    if (s.len > sizeof key - 3)
        return false;
    for (size_t n = 0; n < s.len; n++)
        key[n + 1] = rb_to_lower(s.ptr[n]);
    key[s.len + 1] = ' ';
    return strstr(words, key) != NULL;
}

static bool closing(const struct rb_clauses *k, uint32_t i)
{
    if (!(rb_parts_at(k, i) & (RB_PART_CLOSING | RB_PART_PHRASE)))
        return false;
    if (rb_parts_at(k, i) & RB_PART_CLOSING)
        return !rb_among(k, i, " thank thanking ") || rb_among(k, i + 1, " you u ya ");
    if (rb_among(k, i, " many muchas "))
        return rb_among(k, i + 1, " thanks gracias ");
    if (rb_among(k, i, " talk speak "))
        return rb_among(k, i + 1, " soon later ") ||
               (rb_among(k, i + 1, " to ") && rb_among(k, i + 2, " you ya u "));
    if (rb_among(k, i, " look looking "))
        return rb_among(k, i + 1, " forward ");
    if (rb_among(k, i, " have "))
        return rb_among(k, i + 1, " a an yourself ") &&
               rb_among(k, i + 2,
                        " great good nice wonderful lovely blessed super fantastic amazing awesome "
                        "pleasant terrific happy safe fabulous beautiful one ");
    if (rb_among(k, i, " see "))
        return rb_among(k, i + 1, " you ya u ") &&
               !(rb_parts_at(k, i - 1) & (RB_PART_CONTRACTED | RB_PART_WOULD)) &&
               (rb_among(k, i + 2, " soon then later there around ") ||
                (rb_parts_at(k, i + 2) & RB_PART_TIME));
    if (rb_among(k, i, " take "))
        return rb_among(k, i + 1, " care ");
    if (rb_among(k, i, " appreciate "))
        return rb_among(k, i + 1, " it you your ya the ");
    if (rb_among(k, i, " all "))
        return rb_among(k, i + 1, " the ") && rb_among(k, i + 2, " best ");
    return rb_among(k, i, " kind warm best warmest ") && rb_among(k, i + 1, " regards wishes ");
}

/* "takes", "pays": what an "it" does. */
static bool is_third_person(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t verbs = RB_PART_VERB | RB_PART_TRANSITIVE;
    struct rb_slice word;

    if (!rb_word_at(k, i) || (rb_parts_at(k, i) & ~verbs))
        return false;
    word = rb_token_text(k->text, i);
    return word.len > 3 && word.ptr[word.len - 1] == 's' && word.ptr[word.len - 2] != 's';
}

/* "agreed", "came": what a noun did. */
static bool is_past(const struct rb_clauses *k, uint32_t i)
{
    struct rb_slice word;

    if (rb_among(k, i, " came went said told asked called sent fell broke lost won ran "))
        return true;
    if (!rb_word_at(k, i) || rb_parts_at(k, i) != 0)
        return false;
    word = rb_token_text(k->text, i);
    return word.len > 4 && memcmp(word.ptr + word.len - 2, "ed", 2) == 0;
}

/* "agreed to your terms", "ends on Friday": a verb by its form, and by what follows it. */
static bool is_verb_form(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t follow = RB_PART_PREPOSITION | RB_PART_OBJECT | RB_PART_YOU | RB_PART_ARTICLE |
                            RB_PART_POSSESSIVE | RB_PART_THIS | RB_PART_TIME;

    return (is_past(k, i) || is_third_person(k, i)) && (rb_parts_at(k, i + 1) & follow) &&
           rb_word_at(k, i + 2);
}

/* "someone just called", "nothing changes": a subject that needs no noun. */
static bool indefinite(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t heads = RB_PART_PREPOSITION | RB_PART_VERB | RB_PART_REACH | RB_PART_GIVE |
                           RB_PART_GO | RB_PART_TRANSITIVE | RB_PART_AUX;
    uint32_t verb = i + 1;

    if (rb_parts_at(k, i - 1) & heads)
        return false;
    if (rb_parts_at(k, verb) & RB_PART_ADVERB)
        verb++;
    return (rb_parts_at(k, verb) & (RB_PART_AUX | RB_PART_VERB)) || is_third_person(k, verb) ||
           is_past(k, verb);
}

/* "one of your drivers took": a verb soon behind. */
static bool one_of(const struct rb_clauses *k, uint32_t i)
{
    if (!rb_among(k, i + 1, " of ") ||
        (rb_parts_at(k, i - 1) & (RB_PART_PREPOSITION | RB_PART_VERB | RB_PART_DIGIT)))
        return false;
    for (uint32_t j = i + 3; j < i + 6; j++)
        if ((rb_parts_at(k, j) & (RB_PART_AUX | RB_PART_VERB)) || is_past(k, j))
            return true;
    return false;
}

/* "my number is", "your neighbour Tom said": a finite verb soon behind the noun. */
static bool noun_with_verb(const struct rb_clauses *k, uint32_t i, bool article)
{
    const uint32_t stops = RB_PART_SUBJECT | RB_PART_YOU | RB_PART_CONTRACTED |
                           RB_PART_COORDINATOR | RB_PART_SUBORDINATOR | RB_PART_POSSESSIVE |
                           RB_PART_POLITE | RB_PART_OBJECT;
    uint32_t furthest = i + 6, prepositions = 0;

    for (uint32_t j = i + 1; j <= furthest; j++) {
        uint32_t p = rb_parts_at(k, j);

        if (j > i + 1 && (p & (RB_PART_SUBJECT | RB_PART_YOU)) && rb_word_at(k, j + 1) &&
            (rb_parts_at(k, j + 2) & RB_PART_AUX))
            return true; /* "the seed you ordered is" */
        if (!rb_word_at(k, j) || (p & stops))
            return false;
        if ((p & RB_PART_ARTICLE) && !(rb_parts_at(k, j - 1) & RB_PART_PREPOSITION))
            return false;
        if (j > i + 1 && (p & RB_PART_AUX))
            return !(rb_parts_at(k, j + 1) & (RB_PART_SUBJECT | RB_PART_YOU));
        if (j > i + 1 && (p & RB_PART_VERB) && !(p & RB_PART_REACH) && !article)
            return true;
        if (j == i + 2 && rb_parts_at(k, i + 1) == 0 && is_verb_form(k, j))
            return true;
        if (j > i + 1 && article && rb_among(k, j, " still just already never always ") &&
            rb_parts_at(k, j + 1) == 0)
            return true;
        if (!article && (p & RB_PART_CONTACTS) && (rb_parts_at(k, j + 1) & RB_PART_DIGIT))
            return true;
        if ((p & RB_PART_PREPOSITION) && (prepositions++ > 0 || j == i + 1))
            return false;
    }
    return false;
}

/* "were" for "we're": behind no plural, before what cannot follow the past. */
static bool is_we_are(const struct rb_clauses *k, uint32_t i)
{
    struct rb_slice before;

    if (!rb_word_at(k, i - 1) || (rb_parts_at(k, i - 1) & ~(uint32_t)RB_PART_TIME))
        return false;
    before = rb_token_text(k->text, i - 1);
    return before.ptr[before.len - 1] != 's' &&
           rb_among(k, i + 1, " a your running offering having doing here open looking calling ");
}

static bool statement(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t no_verb = RB_PART_PREPOSITION | RB_PART_SUBORDINATOR | RB_PART_COORDINATOR |
                             RB_PART_ARTICLE | RB_PART_POSSESSIVE | RB_PART_OBJECT |
                             RB_PART_SUBJECT | RB_PART_CLOSING | RB_PART_DIGIT | RB_PART_YOU |
                             RB_PART_IT | RB_PART_CONTRACTED;
    uint32_t p = rb_parts_at(k, i), next = rb_parts_at(k, i + 1);

    if (!rb_word_at(k, i + 1))
        return false;
    if (p & RB_PART_CONTRACTED)
        return true;
    if (p & RB_PART_WOULD)
        return (next & (RB_PART_ADVERB | RB_PART_VERB)) ||
               rb_among(k, i + 1, " be have rather appreciate say suggest recommend been ");
    if ((p & RB_PART_SUBJECT) && (next & RB_PART_SAY) &&
        (!rb_word_at(k, i + 2) ||
         (rb_parts_at(k, i + 2) & (RB_PART_FILLER | RB_PART_CLOSING | RB_PART_COORDINATOR))))
        return false; /* "I promise" is said by the way */
    if (p & RB_PART_SUBJECT)
        return (next & (RB_PART_AUX | RB_PART_VERB | RB_PART_ADVERB)) || !(next & no_verb);
    if (p & RB_PART_YOU)
        return (next & (RB_PART_AUX | RB_PART_VERB)) && !rb_among(k, i + 1, " know ") &&
               !closing(k, i + 1);
    if (p & RB_PART_IT)
        return (next & (RB_PART_AUX | RB_PART_ADVERB)) ||
               (is_third_person(k, i + 1) && !rb_among(k, i - 1, " time all way long "));
    if (p & RB_PART_POSSESSIVE)
        return noun_with_verb(k, i, false);
    if ((p & (RB_PART_THIS | RB_PART_ARTICLE)) && rb_among(k, i, " this there these "))
        return (next & RB_PART_AUX) != 0;
    if ((p & RB_PART_ARTICLE) && rb_among(k, i, " the every all "))
        return noun_with_verb(k, i, true);
    if (rb_among(k, i, " a an "))
        return rb_parts_at(k, i + 1) == 0 && is_past(k, i + 2) && is_verb_form(k, i + 2);
    if (rb_among(k, i, " one two three some most many "))
        return one_of(k, i);
    if (rb_among(k, i, " someone somebody nothing everything nobody everyone everybody yours "))
        return indefinite(k, i);
    if (!(p & RB_PART_PHRASE))
        return false;
    if (rb_among(k, i, " were "))
        return is_we_are(k, i);
    if (rb_among(k, i, " just "))
        return rb_among(k, i + 1, " wanted calling checking following circling returning ");
    if (rb_among(k, i, " sorry "))
        return (next & (RB_PART_SUBJECT | RB_PART_CONTRACTED)) != 0;
    if (rb_among(k, i, " thats that's "))
        return rb_among(k, i + 1, " a an not what why all exactly just ");
    if (rb_among(k, i, " myself "))
        return next == 0;
    if (rb_among(k, i, " hope "))
        return rb_among(k, i + 1, " you to this all your everything ");
    if (rb_among(k, i, " saw noticed heard "))
        return rb_among(k, i + 1, " you youve your that on ");
    return rb_among(k, i, " wanted ") && rb_among(k, i + 1, " to ");
}

static bool order(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t not_polite = RB_PART_DIGIT | RB_PART_CLOSING | RB_PART_CONTRACTED |
                                RB_PART_SUBJECT | RB_PART_POSSESSIVE | RB_PART_THIS;
    uint32_t p = rb_parts_at(k, i), next = rb_parts_at(k, i + 1);

    if ((p & RB_PART_GIVE) && rb_among(k, i, " lets let's gimme "))
        return true;
    if (p & RB_PART_POLITE)
        return rb_word_at(k, i + 1) && !(next & not_polite);
    if (p & RB_PART_REACH)
        return (next & (RB_PART_OBJECT | RB_PART_POSSESSIVE)) ||
               rb_among(k, i + 1, " back the this at on or and ") || (next & RB_PART_DIGIT) ||
               (next == 0 && rb_word_at(k, i + 1) &&
                ((rb_parts_at(k, i + 2) & RB_PART_DIGIT) || rb_among(k, i + 2, " at on back ")));
    if (p & RB_PART_GIVE)
        return (next & RB_PART_OBJECT) != 0;
    if (!(p & RB_PART_GO))
        return false;
    if (rb_among(k, i, " save "))
        return rb_among(k, i + 1, " the ") && rb_among(k, i + 2, " date ");
    if (rb_among(k, i, " feel "))
        return rb_among(k, i + 1, " free ");
    if (rb_among(k, i, " get "))
        return rb_among(k, i + 1, " back ");
    if (rb_among(k, i, " come "))
        return (next & RB_PART_GO) || rb_among(k, i + 1, " by in on over see ");
    if (rb_among(k, i, " pick bring "))
        return rb_among(k, i + 1, " them it some your ");
    if (rb_among(k, i, " take "))
        return rb_among(k, i + 1, " a ") && rb_among(k, i + 2, " look peek ");
    if (rb_among(k, i, " visit check book grab click press dial try "))
        return (next & (RB_PART_POSSESSIVE | RB_PART_OBJECT | RB_PART_DIGIT)) ||
               rb_among(k, i + 1, " out the on ");
    return rb_among(k, i, " go reply stop swing pop log sign hop ") &&
           rb_among(k, i + 1, " to by in on up over ");
}

static bool question(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t who = RB_PART_SUBJECT | RB_PART_YOU | RB_PART_IT;
    uint32_t p = rb_parts_at(k, i), next = rb_parts_at(k, i + 1);

    if (p & RB_PART_AUX) {
        if (next & who)
            return true;
        if (rb_among(k, i, " would does will ") && (next & (RB_PART_TIME | RB_PART_DIGIT)))
            return true; /* "would ten o'clock work" */
        if (rb_among(k, i, " have do did ") && (rb_parts_at(k, i - 1) & who))
            return false; /* "you have my name" */
        return rb_among(k, i, " is are was were do does did have has will ") &&
               ((next & RB_PART_POSSESSIVE) || rb_among(k, i + 1, " this there anyone that "));
    }
    if (rb_among(k, i, " what which ") && rb_among(k, i + 1, " time day days date number one ") &&
        rb_among(k, i + 2, " works suits fits is would should can do "))
        return true;
    if (!(p & RB_PART_QUESTION))
        return false;
    if (rb_among(k, i, " whats whens wheres hows ") ||
        (rb_among(k, i, " what ") && rb_among(k, i + 1, " if about ")))
        return true;
    return (next & RB_PART_AUX) &&
           (rb_parts_at(k, i + 2) & (who | RB_PART_POSSESSIVE | RB_PART_THIS));
}

/* "four four / again that's Ana", "four four / once more": the number is said again. */
static bool repeats(const struct rb_clauses *k, uint32_t i)
{
    if (!(rb_parts_at(k, i - 1) & RB_PART_DIGIT))
        return false;
    return rb_among(k, i, " again ") ||
           (rb_among(k, i, " once ") && rb_among(k, i + 1, " again more "));
}

bool rb_clause_raised(const struct rb_clauses *k, uint32_t i)
{
    return k->shape[i] == RB_SHAPE_UPPER && k->shape[i - 1] != RB_SHAPE_UPPER &&
           !(k->text->tokens[i].flags & RB_TOK_CAPS) && !rb_among(k, i, " i i'm i've i'll i'd ") &&
           (rb_lexicon(rb_token_text(k->text, i)) & RB_LEX_STARTER);
}

enum rb_clause rb_clause_at(const struct rb_clauses *k, uint32_t i)
{
    if (!rb_word_at(k, i) || (rb_parts_at(k, i) == 0 && k->shape[i] != RB_SHAPE_UPPER))
        return RB_CLAUSE_NONE;
    if (rb_among(k, i, " oh ") && rb_among(k, i + 1, " and by ") &&
        !(rb_parts_at(k, i - 1) & RB_PART_DIGIT))
        return RB_CLAUSE_STATEMENT;
    if (repeats(k, i) || (i > k->start && rb_clause_raised(k, i)))
        return RB_CLAUSE_STATEMENT;
    if (closing(k, i))
        return RB_CLAUSE_CLOSING;
    if (order(k, i))
        return RB_CLAUSE_ORDER;
    if (question(k, i))
        return RB_CLAUSE_QUESTION;
    return statement(k, i) ? RB_CLAUSE_STATEMENT : RB_CLAUSE_NONE;
}
