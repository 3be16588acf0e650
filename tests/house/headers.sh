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

guarded() {
    guard=$(echo "$1" | tr 'a-z/.' 'A-Z__')
    if [ "$(grep -c -e "^#ifndef $guard\$" -e "^#define $guard\$" "$2")" -ne 2 ]; then
        echo "$2 is not guarded by $guard"
        failed=1
    fi
}

for file in $(find src -name '*.h' | sort); do
    header=${file#src/}
    try "$header" "${CC:-cc}" -std=c17 -D_POSIX_C_SOURCE=200809L -x c
    guarded "$header" "$file"
done
for file in $(find include/ringback -name '*.h' | sort); do
    header=${file#include/}
    try "$header" gcc -std=c99 -x c
    guarded "$header" "$file"
    grep -q -x -F "#include <$header>" include/ringback.h || {
        echo "$file is no part of ringback.h"
        failed=1
    }
done
for std in c99 c11 c17; do
    try ringback.h gcc -std=$std -x c
    try ringback.h clang-14 -std=$std -x c
done
for std in c++11 c++17; do
    try ringback.h clang-14 -std=$std -x c++
done
exit $failed
