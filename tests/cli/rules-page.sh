#!/bin/sh
# shellcheck disable=SC1111
# The house rule of ringback-rules(5) works as the page shows it, and the page speaks of every key.
. tests/cli/lib.sh

sed -n '/^\.EX/,/^\.EE/p' src/man/ringback-rules.5 | sed -e '/^\.E[XE]/d' -e 's/\\-/-/g' \
    -e 's/\\(Fo/«/g' -e 's/\\(Fc/»/g' -e 's/\\(lq/“/g' -e 's/\\(rq/”/g' >"$tmp/house.yaml"
run test "$tmp/house.yaml"
if [ "$status" = 0 ]; then
    ok "the page's rule passes its examples"
else
    not_ok "the page's rule passes its examples" "$(cat "$tmp/out" "$tmp/err")"
fi
echo "Hi Ana, this is Lee at Fern, 555 0142. Is Northgate late again?" >"$tmp/draft.txt"
run --rules "$tmp/house.yaml" --format concise --fail-on never "$tmp/draft.txt"
if grep -q ":1:43: warning: “Northgate” is a competitor's name \[no-competitor\]" "$tmp/out"; then
    ok "the page's rule speaks of a draft"
else
    not_ok "the page's rule speaks of a draft" "$(cat "$tmp/out" "$tmp/err")"
fi
for key in $(sed -n 's/^KEY([A-Z_]*, "\([a-z_]*\)".*/\1/p' src/rule/keys.def | sort -u); do
    if grep -q "[^a-z_]$key\([^a-z_]\|$\)" src/man/ringback-rules.5; then
        ok "the page has the key $key"
    else
        not_ok "the page has the key $key"
    fi
done
finish
