#!/bin/sh
# What is installed is enough: a program is built against it with pkg-config and runs, shared and
# static; the man pages lie where they are looked for; and taking it away leaves nothing behind.
set -e
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
afresh() {
    env -u MAKEFLAGS -u MAKELEVEL make -s BUILD="$BUILD" DESTDIR="$root" PREFIX=/usr "$@"
}
afresh install
(cd "$root" && find . -type f -o -type l) | sort >"$work/files"
for file in bin/ringback include/ringback.h include/ringback/base.h lib/libringback.a lib/libringback.so lib/pkgconfig/ringback.pc \
    share/man/man1/ringback.1 share/man/man5/ringback-rules.5; do
    grep -q -x "./usr/$file" "$work/files" || {
        echo "not installed: $file"
        exit 1
    }
done
export PKG_CONFIG_SYSROOT_DIR="$root"
PKG_CONFIG_PATH=$root/usr/lib/pkgconfig:$(pkg-config --variable pc_path pkg-config)
export PKG_CONFIG_PATH PKG_CONFIG_ALLOW_SYSTEM_LIBS=1 PKG_CONFIG_ALLOW_SYSTEM_CFLAGS=1
[ "$(pkg-config --modversion ringback)" = "$("$root/usr/bin/ringback" --version | sed -n '1s/ringback //p')" ]
flags=$(pkg-config --cflags --libs ringback)
# shellcheck disable=SC2086
"${CC:-cc}" -std=c99 -Wall -Wextra -Wpedantic -Werror examples/check.c $flags -o "$work/check"
LD_LIBRARY_PATH=$root/usr/lib "$work/check" <examples/before.txt >"$work/shared.out"
# All of the library's own in the program; what Debian has it takes from there.
# shellcheck disable=SC2046
"${CC:-cc}" examples/check.c -I"$root/usr/include" "$root/usr/lib/libringback.a" \
    $(env -u PKG_CONFIG_SYSROOT_DIR pkg-config --libs yaml-0.1 libpcre2-8 yajl md4c) -pthread -o "$work/static"
"$work/static" <examples/before.txt | diff "$work/shared.out" -
score=$("$root/usr/bin/ringback" --format=ndjson --fail-on=never examples/before.txt | sed 's/.*"score":\([0-9]*\).*/\1/')
grep -q "^$score of 100, [0-9]* ms\$" "$work/shared.out"
grep -q '^[0-9]*:[0-9]*: They hear your number only once\. \[number-twice\]$' "$work/shared.out"
afresh uninstall
left=$(cd "$root" && find . -type f -o -type l)
[ -z "$left" ] || {
    echo "left behind: $left"
    exit 1
}
