#!/bin/sh
# Plain text everywhere: UTF-8, Unix line ends, no trailing white space, a last line that ends.
# Drafts that test bad input (tests/, examples/) are free.
failed=0
for file in $(find src include rules Makefile README.md tests -type f \
    \( -name '*.[ch]' -o -name '*.def' -o -name '*.yaml' -o -name '*.mk' -o -name '*.sh' -o -name Makefile \
    -o -name '*.md' -not -path 'tests/*' \) | sort); do
    iconv -f UTF-8 -t UTF-8 "$file" >/dev/null || failed=1
    if grep -n -H -E "$(printf '\r')|[ 	]+$" "$file"; then
        failed=1
    fi
    if [ -n "$(tail -c 1 "$file")" ]; then
        echo "$file: the last line does not end"
        failed=1
    fi
done
exit $failed
