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
static const struct rb_lex_entry entries[] = {
#include "text/clause.def"
};
#undef WORD
#undef HEAD

uint32_t rb_parts(struct rb_slice word)
{
    return rb_lex_find(entries, sizeof entries / sizeof entries[0], word);
}

static uint32_t parts(const struct rb_clauses *k, uint32_t i)
{
    return i >= k->start && i < k->end ? k->parts[i] : 0;
}

static bool is_word(const struct rb_clauses *k, uint32_t i)
{
    return i >= k->start && i < k->end && rb_is_word(k->shape[i]);
}

/* Whether token i is one of these words, each between spaces in `words`. */
static bool among(const struct rb_clauses *k, uint32_t i, const char *words)
{
    char key[16] = " ";
    struct rb_slice s;

    if (!is_word(k, i))
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
    if (!(parts(k, i) & (RB_PART_CLOSING | RB_PART_PHRASE)))
        return false;
    if (parts(k, i) & RB_PART_CLOSING)
        return !among(k, i, " thank thanking ") || among(k, i + 1, " you u ya ");
    if (among(k, i, " talk speak "))
        return among(k, i + 1, " soon later ") ||
               (among(k, i + 1, " to ") && among(k, i + 2, " you ya u "));
    if (among(k, i, " look looking "))
        return among(k, i + 1, " forward ");
    if (among(k, i, " have "))
        return among(k, i + 1, " a an yourself ") &&
               among(k, i + 2,
                     " great good nice wonderful lovely blessed super fantastic amazing awesome "
                     "pleasant terrific happy safe fabulous beautiful one ");
    if (among(k, i, " take "))
        return among(k, i + 1, " care ");
    if (among(k, i, " appreciate "))
        return among(k, i + 1, " it you your ya the ");
    if (among(k, i, " all "))
        return among(k, i + 1, " the ") && among(k, i + 2, " best ");
    return among(k, i, " kind warm best ") && among(k, i + 1, " regards wishes ");
}

/* "my number is", "your neighbour Tom said": a finite verb soon behind the noun. */
static bool noun_with_verb(const struct rb_clauses *k, uint32_t i, bool article)
{
    const uint32_t stops = RB_PART_SUBJECT | RB_PART_YOU | RB_PART_CONTRACTED |
                           RB_PART_COORDINATOR | RB_PART_SUBORDINATOR | RB_PART_POSSESSIVE |
                           RB_PART_POLITE | RB_PART_OBJECT;
    uint32_t furthest = i + 6, prepositions = 0;

    for (uint32_t j = i + 1; j <= furthest; j++) {
        uint32_t p = parts(k, j);

        if (!is_word(k, j) || (p & stops))
            return false;
        if (j > i + 1 && (p & RB_PART_AUX))
            return !(parts(k, j + 1) & (RB_PART_SUBJECT | RB_PART_YOU));
        if (j > i + 1 && (p & RB_PART_VERB) && !(p & RB_PART_REACH) && !article)
            return true;
        if (j > i + 1 && article && among(k, j, " still just already never always ") &&
            parts(k, j + 1) == 0)
            return true;
        if (!article && (p & RB_PART_CONTACTS) && (parts(k, j + 1) & RB_PART_DIGIT))
            return true;
        if ((p & RB_PART_PREPOSITION) && (prepositions++ > 0 || j == i + 1))
            return false;
    }
    return false;
}

static bool statement(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t no_verb = RB_PART_PREPOSITION | RB_PART_SUBORDINATOR | RB_PART_COORDINATOR |
                             RB_PART_ARTICLE | RB_PART_POSSESSIVE | RB_PART_OBJECT |
                             RB_PART_SUBJECT | RB_PART_CLOSING | RB_PART_DIGIT | RB_PART_YOU |
                             RB_PART_IT | RB_PART_CONTRACTED;
    uint32_t p = parts(k, i), next = parts(k, i + 1);

    if (!is_word(k, i + 1))
        return false;
    if (p & RB_PART_CONTRACTED)
        return true;
    if (p & RB_PART_WOULD)
        return (next & (RB_PART_ADVERB | RB_PART_VERB)) ||
               among(k, i + 1, " be have rather appreciate say suggest recommend been ");
    if ((p & RB_PART_SUBJECT) && (next & RB_PART_SAY) &&
        (!is_word(k, i + 2) ||
         (parts(k, i + 2) & (RB_PART_FILLER | RB_PART_CLOSING | RB_PART_COORDINATOR))))
        return false; /* "I promise" is said by the way */
    if (p & RB_PART_SUBJECT)
        return (next & (RB_PART_AUX | RB_PART_VERB | RB_PART_ADVERB)) || !(next & no_verb);
    if (p & RB_PART_YOU)
        return (next & (RB_PART_AUX | RB_PART_VERB)) && !among(k, i + 1, " know ") &&
               !closing(k, i + 1);
    if (p & RB_PART_IT)
        return (next & (RB_PART_AUX | RB_PART_ADVERB)) != 0;
    if (p & RB_PART_POSSESSIVE)
        return noun_with_verb(k, i, false);
    if ((p & (RB_PART_THIS | RB_PART_ARTICLE)) && among(k, i, " this there these "))
        return (next & RB_PART_AUX) != 0;
    if ((p & RB_PART_ARTICLE) && among(k, i, " the every all "))
        return noun_with_verb(k, i, true);
    if (!(p & RB_PART_PHRASE))
        return false;
    if (among(k, i, " thats that's "))
        return among(k, i + 1, " a an not what why all ");
    if (among(k, i, " myself "))
        return next == 0;
    if (among(k, i, " hope "))
        return among(k, i + 1, " you to this all your everything ");
    if (among(k, i, " saw noticed heard "))
        return among(k, i + 1, " you youve your that on ");
    return among(k, i, " wanted ") && among(k, i + 1, " to ");
}

static bool order(const struct rb_clauses *k, uint32_t i)
{
    uint32_t p = parts(k, i), next = parts(k, i + 1);

    if ((p & RB_PART_GIVE) && among(k, i, " lets let's gimme "))
        return true;
    if (p & RB_PART_POLITE)
        return is_word(k, i + 1) && !(next & (RB_PART_DIGIT | RB_PART_CLOSING));
    if (p & RB_PART_REACH)
        return (next & (RB_PART_OBJECT | RB_PART_POSSESSIVE)) ||
               among(k, i + 1, " back the this at on or and ") || (next & RB_PART_DIGIT) ||
               (next == 0 && is_word(k, i + 1) &&
                ((parts(k, i + 2) & RB_PART_DIGIT) || among(k, i + 2, " at on back ")));
    if (p & RB_PART_GIVE)
        return (next & RB_PART_OBJECT) != 0;
    if (!(p & RB_PART_GO))
        return false;
    if (among(k, i, " save "))
        return among(k, i + 1, " the ") && among(k, i + 2, " date ");
    if (among(k, i, " feel "))
        return among(k, i + 1, " free ");
    if (among(k, i, " get "))
        return among(k, i + 1, " back ");
    if (among(k, i, " come "))
        return (next & RB_PART_GO) || among(k, i + 1, " by in on over see ");
    if (among(k, i, " take "))
        return among(k, i + 1, " a ") && among(k, i + 2, " look peek ");
    if (among(k, i, " visit check book grab click press dial try "))
        return (next & (RB_PART_POSSESSIVE | RB_PART_OBJECT | RB_PART_DIGIT)) ||
               among(k, i + 1, " out the on ");
    return among(k, i, " go reply stop swing pop log sign hop ") &&
           among(k, i + 1, " to by in on up over ");
}

static bool question(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t who = RB_PART_SUBJECT | RB_PART_YOU | RB_PART_IT;
    uint32_t p = parts(k, i), next = parts(k, i + 1);

    if (p & RB_PART_AUX) {
        if (next & who)
            return true;
        return among(k, i, " is are was were do does did have has will ") &&
               ((next & RB_PART_POSSESSIVE) || among(k, i + 1, " this there anyone that "));
    }
    if (!(p & RB_PART_QUESTION))
        return false;
    if (among(k, i, " whats whens wheres hows "))
        return true;
    return (next & RB_PART_AUX) && (parts(k, i + 2) & (who | RB_PART_POSSESSIVE | RB_PART_THIS));
}

/* "four four / again that's Ana", "four four / once more": the number is said again. */
static bool repeats(const struct rb_clauses *k, uint32_t i)
{
    if (!(parts(k, i - 1) & RB_PART_DIGIT))
        return false;
    return among(k, i, " again ") || (among(k, i, " once ") && among(k, i + 1, " again more "));
}

/* "That's 5550142": a capital on a word that opens sentences and is no name. */
static bool is_raised(const struct rb_clauses *k, uint32_t i)
{
    return k->shape[i] == RB_SHAPE_UPPER && k->shape[i - 1] != RB_SHAPE_UPPER &&
           !(k->text->tokens[i].flags & RB_TOK_CAPS) && !among(k, i, " i i'm i've i'll i'd ") &&
           (rb_lexicon(rb_token_text(k->text, i)) & RB_LEX_STARTER);
}

enum rb_clause rb_clause_at(const struct rb_clauses *k, uint32_t i)
{
    if (!is_word(k, i) || (parts(k, i) == 0 && k->shape[i] != RB_SHAPE_UPPER))
        return RB_CLAUSE_NONE;
    if (repeats(k, i) || (i > k->start && is_raised(k, i)))
        return RB_CLAUSE_STATEMENT;
    if (closing(k, i))
        return RB_CLAUSE_CLOSING;
    if (order(k, i))
        return RB_CLAUSE_ORDER;
    if (question(k, i))
        return RB_CLAUSE_QUESTION;
    return statement(k, i) ? RB_CLAUSE_STATEMENT : RB_CLAUSE_NONE;
}

/* "the quote / you asked for last week": a noun, a subject, and a verb whose object is the noun. */
static bool is_relative(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t object = RB_PART_ARTICLE | RB_PART_POSSESSIVE | RB_PART_OBJECT | RB_PART_YOU |
                            RB_PART_IT | RB_PART_THIS | RB_PART_DIGIT | RB_PART_QUESTION;
    uint32_t verb = i + 1, p;

    bool noun = (parts(k, i - 2) | parts(k, i - 3)) & RB_PART_ARTICLE;

    if (!is_word(k, i - 1))
        return false;
    if (parts(k, i - 1) & RB_PART_HEAD)
        return (parts(k, i) & (RB_PART_SUBJECT | RB_PART_YOU | RB_PART_CONTRACTED)) != 0;
    if (!(parts(k, i) & (RB_PART_SUBJECT | RB_PART_YOU)) ||
        (parts(k, i - 1) &
         ~(uint32_t)(RB_PART_CONTACT | RB_PART_CONTACTS | RB_PART_NOUNISH | RB_PART_REACH)))
        return false;
    while (parts(k, verb) & RB_PART_ADVERB)
        verb++;
    if (!(parts(k, verb) & RB_PART_TRANSITIVE))
        return false;
    verb++;
    if (noun && (parts(k, verb) & (RB_PART_OBJECT | RB_PART_YOU)))
        verb++; /* "the quote we sent you" */
    if (among(k, verb, " for about over "))
        verb++;
    if (!is_word(k, verb))
        return k->shape[verb < k->end ? verb : i] != RB_SHAPE_NUMBER;
    p = parts(k, verb);
    if (among(k, verb, " to "))
        return noun && (parts(k, i) & RB_PART_YOU);
    return p != 0 && !(p & object) && !among(k, verb, " some any more ");
}

/* Whether a word that may be a verb is a noun here: "on whatsapp", "the home show". */
static bool is_noun(const struct rb_clauses *k, uint32_t i)
{
    const uint32_t heads = RB_PART_ARTICLE | RB_PART_POSSESSIVE | RB_PART_PREPOSITION;

    return (parts(k, i) & (RB_PART_REACH | RB_PART_GIVE)) &&
           ((parts(k, i - 1) | parts(k, i - 2)) & heads) && !among(k, i - 1, " to ");
}

/* The object of a verb of saying: "told me / you are". */
static bool is_said(const struct rb_clauses *k, uint32_t i)
{
    if (parts(k, i - 1) & RB_PART_SAY)
        return true;
    return (parts(k, i - 1) & (RB_PART_OBJECT | RB_PART_YOU)) &&
           among(k, i - 2, " told tell tells show promise assure let ");
}

/* The word before token i that counts, fillers aside. */
static uint32_t word_before(const struct rb_clauses *k, uint32_t i, enum rb_clause clause)
{
    uint32_t at = i - 1;

    if (clause == RB_CLAUSE_ORDER && at > k->start && among(k, at, " just "))
        at--;

    while (at > k->start && i - at < 4 && (parts(k, at) & RB_PART_FILLER) &&
           among(k, at, " um uh er ah erm hmm maybe perhaps well possibly "))
        at--;
    return at;
}

/* "what they did / give me": the auxiliary ends its clause. */
static bool ends_with_aux(const struct rb_clauses *k, uint32_t i)
{
    return among(k, i - 1, " did do does are is was were has have ") &&
           (parts(k, i - 2) & (RB_PART_SUBJECT | RB_PART_YOU | RB_PART_IT));
}

/* "let me know / my number is": the order is complete. */
static bool is_number_given(const struct rb_clauses *k, uint32_t i)
{
    return among(k, i - 1, " know ") && among(k, i - 3, " let ") &&
           (parts(k, i) & RB_PART_POSSESSIVE) && (parts(k, i + 1) & RB_PART_CONTACT);
}

bool rb_clause_free(const struct rb_clauses *k, uint32_t i, enum rb_clause clause)
{
    uint32_t before, p = parts(k, i), at = i;

    if (i == k->start || !is_word(k, i - 1))
        return true;
    if (is_raised(k, i) && parts(k, i - 1) == 0)
        return true;
    i = word_before(k, at, clause) + 1;
    before = parts(k, i - 1);
    if (clause == RB_CLAUSE_CLOSING && ends_with_aux(k, i))
        return true;
    if (clause == RB_CLAUSE_CLOSING)
        return !(before & (RB_PART_SUBJECT | RB_PART_ARTICLE | RB_PART_AUX | RB_PART_ADVERB |
                           RB_PART_COORDINATOR | RB_PART_SUBORDINATOR | RB_PART_POSSESSIVE)) &&
               !among(k, i - 1, " to of for say with many ");
    if (before &
        (RB_PART_COORDINATOR | RB_PART_SUBORDINATOR | RB_PART_ARTICLE | RB_PART_POSSESSIVE |
         RB_PART_AUX | RB_PART_SUBJECT | RB_PART_CONTRACTED | RB_PART_WOULD | RB_PART_POLITE))
        return clause != RB_CLAUSE_STATEMENT &&
               (among(k, i - 1, " so ") || (clause == RB_CLAUSE_ORDER && ends_with_aux(k, i)));
    if ((p & RB_PART_YOU) && (before & RB_PART_CLOSING))
        return false;
    if (among(k, i - 1, " then not to "))
        return false;
    if (clause == RB_CLAUSE_ORDER)
        return !(before & (RB_PART_ADVERB | RB_PART_NOUNISH | RB_PART_GO)) &&
               !((before & RB_PART_PREPOSITION) && !(before & RB_PART_PARTICLE)) &&
               !((before & RB_PART_YOU) &&
                 !(parts(k, i - 2) & (RB_PART_PREPOSITION | RB_PART_CLOSING)));
    if (is_number_given(k, at))
        return true;
    if (is_said(k, i))
        return false;
    if (clause == RB_CLAUSE_QUESTION)
        return !(before & (RB_PART_QUESTION | RB_PART_THIS)) &&
               !(parts(k, i - 2) & RB_PART_QUESTION);
    if ((p & (RB_PART_POSSESSIVE | RB_PART_ARTICLE | RB_PART_IT | RB_PART_YOU | RB_PART_THIS)) &&
        !((p & RB_PART_YOU) && (parts(k, at + 1) & RB_PART_AUX))) {
        if (((before & (RB_PART_VERB | RB_PART_REACH | RB_PART_GIVE | RB_PART_GO)) &&
             !is_noun(k, i - 1)) ||
            ((before & RB_PART_PREPOSITION) && !(before & RB_PART_PARTICLE)))
            return false;
        if ((p & RB_PART_POSSESSIVE) && (before & RB_PART_OBJECT) &&
            (parts(k, i - 2) & (RB_PART_REACH | RB_PART_GIVE)))
            return false;
    }
    if (among(k, at, " its ") && (before & (RB_PART_VERB | RB_PART_PREPOSITION)) &&
        !(before & RB_PART_PARTICLE))
        return false;
    if (among(k, at, " saw noticed heard hope wanted ") &&
        (before & (RB_PART_ADVERB | RB_PART_YOU)))
        return false;
    return !is_relative(k, at);
}
