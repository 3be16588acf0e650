#!/bin/sh
# Plain text everywhere: UTF-8, Unix line ends, no trailing white space, a last line that ends.
# What tests bad input or hold reports (the rest of tests/, examples/) is free.
failed=0
for file in Makefile README.md tests/tests.mk $(find src include rules -type f \
    \( -name '*.[ch]' -o -name '*.def' -o -name '*.yaml' -o -name '*.json' -o -name '*.md' \) | sort); do
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
