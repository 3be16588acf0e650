#!/bin/sh
# Two drafts, and which of them to leave.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
cp "$home/examples/before.txt" a.txt
cp "$home/examples/after.txt" b.txt

run compare a.txt b.txt
exits 'compare' 0
prints 'score and seconds, before and after' '^a.txt → b.txt: [0-9]* → 100 of 100, [0-9.]* → [0-9.]* s, now ready$'
prints 'what went' '^  gone  error: .* (no-title: +[0-9]* points)$'
prints 'what came' '^  new   suggestion: '
prints 'which to leave' '^Leave b.txt: it is ready, and the other is not.$'
run compare b.txt a.txt
exits 'the other way round' 0
prints 'what came costs' '^  new   error: .* (no-title: −[0-9]* points)$'
prints 'the same is to be left' '^Leave b.txt: it is ready'
run compare a.txt a.txt
prints 'the same' '^Leave either: they come to the same.$'
prints 'what stays is counted' '^  [0-9]* findings in both$'
run compare a.txt b.txt --fail-on=suggestion
exits 'what came fails where it is asked for' 1 'exit 1: [0-9]* suggestion'
run compare a.txt b.txt --fail-on=error
exits 'what went does not' 0
run compare b.txt a.txt --fail-on=error
exits 'an error that came' 1 'exit 1: [0-9]* error'
run compare - b.txt <a.txt
prints 'standard input' '^<stdin> → b.txt: '
run compare --color=always a.txt b.txt
check 'in colour' grep -q "$(printf '\033\\[32m')" "$tmp/out"
TERM=dumb run compare a.txt b.txt
exits 'to a pipe' 0

run compare --format=json a.txt b.txt
same 'json' '["a.txt","b.txt","after",true]' \
    "$(jq -c '.drafts[0] | [.before.path, .after.path, .leave, (.points == .after.score - .before.score)]' "$tmp/out")"
same 'json: seconds' true "$(jq '.drafts[0] | .saved_ms == .before.duration_ms - .after.duration_ms' "$tmp/out")"
same 'json: every finding is one of three' true \
    "$(jq '.drafts[0] | (.gone + .kept | length) == (.before | .errors + .warnings + .suggestions)' "$tmp/out")"
same 'json: the sum' '[1,1,0]' "$(jq -c '.summary | [.drafts, .better, .worse]' "$tmp/out")"
run compare --format=json -o report.json a.txt b.txt
check 'into a file' jq -e .version report.json

# Findings belong together by their rule: a title that is worded anew is still one.
echo "Hi Ana, this is Lee Moss, head of sales at Fern. Call me on 303-555-0142." >x.txt
echo "Hi Ana, this is Lee Moss, regional sales director at Fern. Call me on 303-555-0142." >y.txt
run compare --format=json x.txt y.txt
same 'what is worded anew is no other finding' '[0,0,1]' \
    "$(jq -c '.drafts[0] | [(.gone, .new, .kept) | map(select(.rule == "no-title")) | length]' "$tmp/out")"

# Several drafts: by heading, by text, by place.
printf '# One\n\n```voicemail\n%s\n```\n\n# Two\n\n```voicemail\n%s\n```\n' "$(cat a.txt)" "$(cat b.txt)" >old.md
printf '# Two\n\n```voicemail\n%s\n```\n\n# One\n\n```voicemail\n%s\n```\n\n# Three\n\n```voicemail\n%s\n```\n' "$(cat b.txt)" "$(cat b.txt)" "$(cat x.txt)" >new.md
run compare --format=json old.md new.md
same 'by heading' '[["Two","Two"],["One","One"],[null,"Three"]]' "$(jq -c '[.drafts[] | [.before.name, .after.name]]' "$tmp/out")"
printf '%s\n---\n%s\n' "$(cat a.txt)" "$(cat b.txt)" >old.txt
printf '%s\n---\n%s\n---\n%s\n' "$(cat x.txt)" "$(cat a.txt)" "$(cat b.txt)" >new.txt
run compare --format=json old.txt new.txt
same 'by text' '[[null,1],[1,2],[2,3]]' "$(jq -c '[.drafts[] | [.before.draft, .after.draft]]' "$tmp/out")"
printf '%s\n---\n%s\n' "$(cat x.txt)" "$(cat y.txt)" >new.txt
run compare --format=json old.txt new.txt
same 'by place' '[[1,1],[2,2]]' "$(jq -c '[.drafts[] | [.before.draft, .after.draft]]' "$tmp/out")"

# The configuration and the options hold for both.
echo 'ignore: {no-title: it is our way}' >.ringback.yaml
run compare a.txt b.txt
check 'what is ignored did not go' sh -c "! grep -q no-title '$tmp/out'"
rm .ringback.yaml
run compare --pace=300 a.txt a.txt
prints 'the options hold' '100\|[0-9]* → [0-9]* of 100, 1[0-9.]* →\|2[0-9.]* →'

# Drafts of one file are told by their place, those under headings by these.
printf '%s\n---\n%s\n' "$good" "$no_number" >two.txt
printf '%s\n---\n%s\n' "$no_number" "$good" >owt.txt
run compare two.txt owt.txt
prints 'the place' '^two.txt, draft 2 → owt.txt, draft 1: '
printf '# Calls\n\n## First\n\n```voicemail\n%s\n```\n\n## Last\n\n```voicemail\n%s\n```\n' "$good" "$no_number" >named.md
printf '# Calls\n\n## First\n\n```voicemail\n%s\n```\n\n## Last\n\n```voicemail\n%s\n```\n' "$no_number" "$good" >deman.md
run compare named.md deman.md
prints 'the heading' '^named.md, Last → deman.md, Last: '

run compare a.txt
exits 'one alone' 2 'exit 2: usage'
run compare
exits 'none' 2 'exit 2: usage'
run compare a.txt b.txt x.txt
exits 'three' 2 'exit 2: usage'
run compare - -
exits 'standard input twice' 2 'exit 2: usage'
run compare a.txt nosuch.txt
exits 'one that is not there' 2 'exit 2: 1 path'
run compare --format=sarif a.txt b.txt
exits 'a format of another command' 2 'exit 2: usage'
run compare --min-score=90 a.txt b.txt
exits 'an option of another command' 2 'exit 2: usage'
"$bin" compare a.txt b.txt >/dev/full 2>"$tmp/err"
same 'no room' 3 $?
finish
