#!/bin/sh
# The same source gives the same bytes: built once more in another folder, under another name, in
# another time zone, language and umask.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/another/folder of it"
tar -cf - Makefile src include rules tests/tests.mk | tar -xf - -C "$work/another/folder of it"
ln -s "$work/another/folder of it" "$work/here"
cd "$work/here" || exit 1
umask 027
env -u MAKEFLAGS -u MAKELEVEL TZ=Pacific/Apia LC_ALL=C.UTF-8 HOME=/ make -s -j2 BUILD=build/release ringback \
    build/release/libringback.a "build/release/libringback.so.0" >build.log 2>&1 || {
    tail build.log
    exit 1
}
failed=0
for pair in "$RINGBACK ringback" "$OLDPWD/$LIBRARY build/release/libringback.a" \
    "$OLDPWD/$SHARED build/release/libringback.so.0"; do
    # shellcheck disable=SC2086
    set -- $pair
    cmp "$1" "$2" || failed=1
done
exit $failed
