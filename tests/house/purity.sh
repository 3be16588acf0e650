#!/bin/sh
# The library prints nothing, opens nothing, never exits, and knows no clock, locale, environment or
# chance. So it may call only what stands here, and what comes from its four libraries.
allowed='
    bsearch calloc free malloc memchr memcmp memcpy memmove memset qsort realloc
    snprintf strchr strcmp strcspn strlen strncmp strpbrk strrchr strspn strstr vsnprintf
    __memcpy_chk __memmove_chk __memset_chk __snprintf_chk __vsnprintf_chk __stack_chk_fail
    _GLOBAL_OFFSET_TABLE_
'
# shellcheck disable=SC2086
printf '%s\n' $allowed >"$BUILD/purity.allowed"
called=$(nm -u "$LIBRARY" | awk '/ U / { print $2 }' | LC_ALL=C sort -u |
    grep -v -E '^(rb_|ringback_|yaml_|pcre2_|yajl_|md_)' | grep -v -x -F -f "$BUILD/purity.allowed")
for name in $called; do
    echo "the library calls $name:"
    nm -A -u "$LIBRARY" | grep -w "U $name"
done
[ -z "$called" ]
