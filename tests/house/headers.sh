#!/bin/sh
# Every header compiles by itself and is guarded by its own name; the public one also as older C and
# as C++.
failed=0

try() {
    header=$1
    shift
    echo "#include \"$header\"" | "$@" -fsyntax-only -Wall -Wextra -Wpedantic -Werror -Iinclude -Isrc - || {
        echo "$header does not compile by itself: $*"
        failed=1
    }
}

for file in $(find src -name '*.h' | sort); do
    header=${file#src/}
    try "$header" "${CC:-cc}" -std=c17 -D_POSIX_C_SOURCE=200809L -x c
    guard=$(echo "$header" | tr 'a-z/.' 'A-Z__')
    if [ "$(grep -c -e "^#ifndef $guard\$" -e "^#define $guard\$" "$file")" -ne 2 ]; then
        echo "$file is not guarded by $guard"
        failed=1
    fi
done
for std in c99 c11 c17; do
    try ringback.h gcc -std=$std -x c
    try ringback.h clang-14 -std=$std -x c
done
for std in c++11 c++17; do
    try ringback.h clang-14 -std=$std -x c++
done
exit $failed
