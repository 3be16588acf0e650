/* UTF-8 as RFC 3629 has it: shortest forms, no surrogates, up to U+10FFFF. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/slice.h"

/* Decodes one code point at text (n bytes are there, n > 0) into *cp and gives its length, 1 to 4;
 * 0 when the bytes are not valid UTF-8 (*cp is untouched). */
size_t rb_utf8_decode(const char *text, size_t n, uint32_t *cp);
/* Encodes cp (a Unicode scalar value) and gives the length, 1 to 4. */
size_t rb_utf8_encode(uint32_t cp, char out[4]);
/* The code point that ends just before byte `at` (> 0) of valid UTF-8; *start gets its first byte.
 */
uint32_t rb_utf8_before(const char *s, size_t at, size_t *start);
/* Code points in valid UTF-8. */
size_t rb_utf8_count(const char *s, size_t n);
/* Offset of the first byte that is not part of valid UTF-8, or n. */
size_t rb_utf8_valid(const char *s, size_t n);

/* Letters outside ASCII: everything from U+00AA on that is a letter in the Latin, Greek, Cyrillic
 * and other scripts as far as word boundaries need it; punctuation, spaces, symbols and emoji are
 * not. */
bool rb_utf8_is_letter(uint32_t cp);
/* Capital letters of Latin-1, Latin Extended-A and Additional, Greek and Cyrillic, and ASCII. */
bool rb_utf8_is_upper(uint32_t cp);
/* The small letter of such a capital; any other code point itself. */
uint32_t rb_utf8_to_lower(uint32_t cp);

#endif
