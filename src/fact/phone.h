/* Telephone numbers, written and spoken (the one kind of fact, besides names, that needs code to be
 * seen). */
#ifndef FACT_PHONE_H
#define FACT_PHONE_H

#include "text/token.h"

struct rb_phone {
    uint32_t start,
        end; /* bytes of the statement: without the label before it, with its extension */
    uint32_t token, token_end; /* the tokens it covers, half open */
    struct rb_slice value;     /* digits; "x" and an extension's digits; "placeholder" */
    bool spoken;               /* said in words, at least in part */
    bool run; /* written as one run of 7 or more digits, or in words with teens and tens: reeled off
               */
};

struct rb_phones {
    struct rb_phone *items; /* in the order of the text, none overlapping */
    uint32_t count;
};

/* All numbers the prospect could dial, by shape, label and neighbourhood. What a number is for (a
 * fax, the prospect's own) is a matter of rules/, not of this finder. False: no memory. Linear in
 * the text. */
bool rb_phones_find(struct rb_arena *, const struct rb_text *, struct rb_phones *out);

/* The first number that ends behind this byte, by its place; the count when none does. */
uint32_t rb_phones_behind(const struct rb_phones *, uint32_t offset);

enum rb_same { RB_SAME_NO, RB_SAME_NEARLY, RB_SAME_YES };

/* Two values: the same number (leading zeros dropped, one's digits end with all of the other's,
 * seven or more; the extensions agree or one has none); nearly (lengths differ by at most one, an
 * edit distance of up to 3 digits, or only the extensions differ); or two numbers. A placeholder is
 * the same as a placeholder only. */
enum rb_same rb_phone_compare(struct rb_slice a, struct rb_slice b);

#endif
