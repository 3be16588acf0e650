#!/bin/sh
# Findings that a team accepts: what they cost, how they are shown, and what becomes of the file.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
mkdir "$tmp/repo"
cd "$tmp/repo" || exit 1
mkdir .git calls
echo 'pace: brisk' >.ringback.yaml
bad='Hi Maren, my name is Tobias Lund and I am the regional account manager at Harrow. We open at nine. Visit us at harrow.example.'
fine=$(cat "$home/examples/after.txt")
worse="$bad We are the leading provider of scheduling."
printf '%s\n' "$bad" >calls/a.txt
printf '%s\n' "$fine" >calls/b.txt

# ---- writing ----

run -q --baseline=team.json calls
exits 'a file that is not there' 2 'exit 2: the baseline could not be read'
says 'a file that is not there: how to have one' 'team.json: No such file or directory: --update-baseline writes one'
run -q --update-baseline calls
exits 'a file without a name' 2 'exit 2: usage'
run -q --baseline=team.json --update-baseline calls
exits 'writing it accepts what is found' 0 'team.json: [0-9]* findings accepted, [0-9]* of them new; 0 taken out'
n=$(sed -n 's/.*team.json: \([0-9]*\) findings.*/\1/p' "$tmp/err")
same 'it begins with its version' '{"ringback-baseline":1}' "$(head -n 1 team.json)"
same 'its lines are sorted' "$(sed 1d team.json | LC_ALL=C sort)" "$(sed 1d team.json)"
check 'its paths are seen from it' grep -q '^{"path":"calls/a.txt","rule":"no-title"' team.json
cp team.json before
run -q --baseline=team.json --update-baseline calls
check 'twice gives the same bytes' cmp -s before team.json
says 'and says so' "$n findings accepted, 0 of them new; 0 taken out"
mkdir elsewhere
(cd calls && "$bin" -q --baseline=../elsewhere/other.json --update-baseline a.txt "$PWD/b.txt" >/dev/null 2>&1)
check 'from another folder' sh -c 'sed "s|\.\./calls/|calls/|" elsewhere/other.json | cmp -s - team.json'
same 'no temporary file is left' 'team.json' "$(echo *json*)"

# ---- what is accepted costs nothing ----

run -q --baseline=team.json --fail-on=suggestion --min-score=100 calls
exits 'accepted findings do not count' 0
prints 'they are counted' "^calls/a.txt: 100 of 100 .* ready · $n accepted\$"
(cd calls && "$bin" -q --baseline=../team.json --fail-on=suggestion a.txt >"$tmp/out" 2>&1)
same 'nor from another folder' 0 $?
run --baseline=team.json calls/a.txt
prints 'text: which' "^  $n accepted by the baseline: .*no-title"
check 'text: their advice is no next step' sh -c "! grep -q 'To make it ready\|What to do\|→' '$tmp/out'"
run --format=concise --baseline=team.json calls
same 'concise: nothing' '' "$(cat "$tmp/out")"
run --format=json --baseline=team.json calls/a.txt
check 'json: each is marked' test "$(grep -o '"accepted":true' "$tmp/out" | wc -l)" -eq "$n"
prints 'json: score and verdict are without them' '"score":100,"score_model":1,"ready":true'
prints 'json: they are counted' "\"errors\":0,\"warnings\":0,\"suggestions\":0,\"accepted\":$n,\"lowest_score\":100"
run --format=ndjson --baseline=team.json calls/a.txt
prints 'ndjson: each is marked' '"accepted":true'
run --format=sarif --baseline=team.json calls/a.txt
same 'sarif: each is suppressed from outside' "$n" "$(jq '[.runs[0].results[] | select(.suppressions[0].kind == "external")] | length' "$tmp/out")"
run --format=github --baseline=team.json calls/a.txt
same 'github: no annotation, the count' "  | $n accepted by the baseline" "$(cat "$tmp/out")"
run --format=gitlab --baseline=team.json calls/a.txt
same 'gitlab: no entry' '[]' "$(cat "$tmp/out")"
run --format=junit --baseline=team.json --fail-on=suggestion --min-score=100 calls
prints 'junit: no failure' 'tests="2" failures="0"'
prints 'junit: they are told' 'error: .*\[no-title\], accepted by the baseline'
run --format=checkstyle --baseline=team.json calls/a.txt
check 'checkstyle: no error' sh -c "! grep -q '<error' '$tmp/out'"
run --format=rdjsonl --baseline=team.json calls/a.txt
same 'rdjsonl: nothing' '' "$(cat "$tmp/out")"
run --format=html --baseline=team.json calls/a.txt
prints 'html: they are set aside' '<code>no-title</code> .*accepted by the baseline'

# ---- a measure of the whole draft is accepted, whatever sentence shows it ----

mkdir whole
printf '%s\n' 'Hi Maren, it is Tobias Lund. We open our yard at nine. I run my own team there. Call 555 0142.' >whole/a.txt
run -q --baseline=whole.json --update-baseline whole
check 'it was accepted' grep -q '"rule":"self-focus","fingerprint":"[0-9a-f]*","count":1,"words":"#1"' whole.json
printf '%s\n' 'Hi Maren, it is Tobias Lund. We open our yard at nine. I run my own team there, and we love my work. Call 555 0142.' >whole/a.txt
run --format=concise --baseline=whole.json whole
same 'and is not new behind another sentence' '' "$(grep self-focus "$tmp/out")"

# ---- what is new counts ----

printf '%s\n' "$worse" >calls/a.txt
run --format=concise --baseline=team.json calls
exits 'a new warning does not fail by default' 0
same 'only what is new' 1 "$(grep -c 'no-boast' "$tmp/out")"
check 'and nothing of what is old' sh -c "! grep -q 'no-title\|no-website' '$tmp/out'"
run -q --baseline=team.json --fail-on=warning calls
exits 'but where warnings do' 1 'exit 1: 1 warning$'
printf '%s\n\n%s\n' 'Hello there.' "$bad" >calls/a.txt
run --format=concise --baseline=team.json calls
check 'lines above change nothing' sh -c "! grep -q 'no-title\|no-website' '$tmp/out'"
printf '%s\n---\n%s\n' "$bad" "$bad" >calls/a.txt
run --format=concise --baseline=team.json calls
same 'what comes once more is new' 'calls/a.txt:3' "$(sed -n 's/^\(.*\):[0-9]*: error.*no-title.*/\1/p' "$tmp/out")"

# ---- what is gone is told ----

printf '%s\n' "$fine" >calls/a.txt
run -q --baseline=team.json calls
exits 'what is mended does not fail' 0 "team.json: $n accepted findings are not found any more: --update-baseline takes them out"
says 'it is named' 'team.json: calls/a.txt: no-title is not found any more'
run -q --baseline=team.json calls/b.txt
exits 'a file that is not checked is not mended' 0
run -q --baseline=team.json --update-baseline calls/b.txt
check 'and stays accepted' cmp -s before team.json
rm calls/a.txt
run -q --baseline=team.json calls/b.txt
exits 'a file that is gone is told' 0 "$n accepted findings are not found any more"
run -q --baseline=team.json --update-baseline calls/b.txt
says 'and taken out' "0 findings accepted, 0 of them new; $n taken out"
same 'an empty one is one' '{"ringback-baseline":1}' "$(cat team.json)"
cp before team.json
printf '%s\n' "$bad" >calls/a.txt

# ---- drafts of one file, standard input ----

printf '# One\n\n```voicemail\n%s\n```\n\n# Two\n\n```voicemail\n%s\n```\n' "$bad" "$good" >calls/m.md
run -q --baseline=m.json --update-baseline calls/m.md
run --format=ndjson --baseline=m.json --fail-on=suggestion calls/m.md
exits 'drafts under headings' 0
printf '# Two\n\n```voicemail\n%s\n```\n\n# One\n\n```voicemail\n%s\n```\n' "$good" "$bad" >calls/m.md
run --format=ndjson --baseline=m.json --fail-on=suggestion calls/m.md
exits 'in another order are the same' 0
run -q --baseline=team.json --fail-on=suggestion --stdin-filename=calls/a.txt <calls/a.txt
exits 'standard input that has a name' 0
run -q --baseline=s.json --update-baseline <calls/a.txt
run -q --baseline=s.json --fail-on=suggestion <calls/a.txt
exits 'standard input that has none' 0

# ---- when not all went well ----

run -q --baseline=team.json --update-baseline calls nosuch.txt
exits 'a path that is not there' 2 'exit 2: 1 path could not be checked'
says 'then nothing is written' 'team.json: not written'
check 'and the old one stays' cmp -s before team.json
"$bin" --baseline=team.json --update-baseline calls >/dev/full 2>"$tmp/err"
same 'a report that cannot be written' 3 $?
check 'leaves the old one' cmp -s before team.json
run -q --baseline=nowhere/team.json --update-baseline calls
exits 'a folder that is not there' 3 'exit 3: the output could not be written'
refused() {
    printf '%b' "$2" >bad.json
    run -q --baseline=bad.json calls
    exits "$1" 2 'exit 2: the baseline does not load'
    says "$1: where" "^ringback: bad.json:$3:1: "
    run -q --baseline=bad.json --update-baseline calls
    exits "$1 is not written over" 2 'exit 2: the baseline does not load'
}
refused 'an empty file' '' 1
refused 'another file' '{"path":"a"}\n' 1
refused 'a version to come' '{"ringback-baseline":2}\n' 1
refused 'no JSON' '{"ringback-baseline":1}\n{"path":\n' 2
refused 'an entry that lacks something' '{"ringback-baseline":1}\n{"path":"a","rule":"b","count":1}\n' 2
refused 'a merge that was left' '{"ringback-baseline":1}\n<<<<<<< ours\n' 2
run -q --baseline=calls calls
exits 'a folder' 2 'exit 2: the baseline could not be read'
echo '{"text":"Hi Ana."}' >r.ndjson
run --baseline=team.json r.ndjson
exits 'not with records' 2
says 'not with records: why' 'r.ndjson: --baseline does not go with records'
printf '{"ringback-baseline":1}\n{"path":"x\\u001b[31m.txt","rule":"no-title","fingerprint":"0000000000000000","count":1,"words":"w"}\n' >esc.json
run -q --baseline=esc.json calls/b.txt
check 'nothing of it reaches a terminal' sh -c "! grep -q \"\$(printf '\\033')\" '$tmp/err'"
finish
