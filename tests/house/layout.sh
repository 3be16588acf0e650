#!/bin/sh
# What stands at the top: one folder for each kind of thing, and no more.
expected='
    .ci .clang-format .clang-tidy .editorconfig .github .gitignore .pre-commit-hooks.yaml
    LICENSE Makefile README.md examples include rules src tests
'
# What git ignores is not meant: the program and what was built on the way.
entries() {
    if [ -e .git ] && command -v git >/dev/null; then
        git ls-files --cached --others --exclude-standard | cut -d / -f 1
    else
        find . -mindepth 1 -maxdepth 1 ! -name .git ! -name build ! -name ringback | sed 's|^\./||'
    fi | LC_ALL=C sort -u
}
# shellcheck disable=SC2086
printf '%s\n' $expected >"$BUILD/layout.expected"
entries | diff "$BUILD/layout.expected" - || {
    echo "the top level is not what it should be"
    exit 1
}
