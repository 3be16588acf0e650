#!/bin/sh
# The drafts in examples/: what their folders and names say of them is so.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh

cd examples/drafts || exit 1
run --no-config --fail-on=error --min-score=95 ready
exits 'the ready ones are' 0
# What speaks up on good messages is not believed on bad ones.
run --no-config --format=concise --fail-on=never ready
sed -n 's/^\([^:]*\):.*\[\([a-z-]*\)\]$/\2 \1/p' "$tmp/out" | sort -u | cut -d' ' -f1 | uniq -c |
    awk -v n="$(ls ready | wc -l)" '$2 !~ /^(length|length-near|callback-promise)$/ && $1 * 10 > n' >"$tmp/often"
same 'no rule speaks up on more than one ready draft in ten' '' "$(cat "$tmp/often")"
run --no-config --fail-on=error --min-score=85 styles
exits 'the styles break no error' 0
run --no-config --fail-on=error --min-score=95 with-settings
exits 'settings hold' 0
for file in to-mend/*.txt; do
    rule=${file#to-mend/}
    rule=${rule%%--*}
    run --no-config --format=concise --fail-on=never "$file"
    prints "$file breaks $rule" "\[$rule\]\$"
done
run --no-config --format=concise --fail-on=never templates/left-blank.txt
prints 'a blank that is left' '\[placeholder-left\]$'
run --no-config --format=concise --fail-on=never .
same 'all of them are voicemails' 0 "$(grep -c '\[not-a-voicemail\]$' "$tmp/out")"

# Nothing that is offered to be left out lowers a score, and what is named is what it comes to.
cd "$home" || exit 1
python3 tests/cli/advice/check.py "$bin" examples/drafts || not_ok 'following the advice'
finish
