/* What makes two findings the same, also after lines were inserted above and commas mended: the
 * rule and the words of the sentence. Baselines and code hosts remember it, so it is a promise:
 *
 *   fingerprint = FNV-1a, 64 bits, of: rule, 0x00, kind, 0x00, words
 *
 * kind is "said", and words those of the sentence that the finding begins in; or kind is "missing"
 * (the finding marks a place and no words, or is about a measure of the whole draft, of which any
 * words are an example), and words are those of the draft's heading, or where it has none "#" and
 * the number of the draft in its file. Words: letters and digits in small
 * letters, every run of other characters a single space, none at either end; of the first 2,000
 * bytes of the sentence. */
#ifndef RESULT_FINGERPRINT_H
#define RESULT_FINGERPRINT_H

#include "base/buffer.h"
#include "result/result.h"

enum { RB_FINGERPRINT_DIGITS = 16 };

/* The words of a finding, as they go into its fingerprint, appended. */
void rb_fingerprint_words(struct rb_buffer *, const ringback_result *, const struct rb_finding *,
                          struct rb_slice heading, uint32_t ordinal);
/* words: what rb_fingerprint_words() gave. */
uint64_t rb_fingerprint(const struct rb_finding *, struct rb_slice words);
/* Sixteen hexadecimal digits. */
void rb_fingerprint_put(struct rb_buffer *, uint64_t);

/* FNV-1a, for what is derived from a fingerprint. Begin with RB_FNV_BASIS. */
#define RB_FNV_BASIS UINT64_C(0xCBF29CE484222325)
uint64_t rb_fnv(uint64_t hash, struct rb_slice bytes);

#endif
