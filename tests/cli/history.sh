#!/bin/sh
# A draft that says again what another said: in one run over files, and against a folder of old ones.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
mkdir old new
echo "$good" >old/maren.txt
echo "$good" | sed 's/Maren/Ike/g; s/Tobias Lund/Pia Ost/g; s/303-555-0142/0161 496 0000/g' >new/ike.txt
echo "Hi Bea, Pia Ost here, 0161 496 0000. You have two bakers out, I read. Ring me on 0161 496 0000 before six and I will tell you what the mill did about theirs last spring." >new/bea.txt

again() {
    grep -c '\[same-message\]$' out
}

run --fail-on=never --format=concise old new
exits 'a run over files' 0
same 'one of them repeats another' 1 "$(again)"
prints 'it is the later one, and is told which' '^new/ike.txt:1:1: warning: 100 % of it stands in “old/maren.txt” as well'

run --fail-on=never --format=concise new/ike.txt old/maren.txt
prints 'the order is that of the run' '^old/maren.txt:1:1: .*“new/ike.txt” as well'

cat old/maren.txt >both.txt
echo --- >>both.txt
cat new/ike.txt >>both.txt
run --fail-on=never --format=concise both.txt
prints 'drafts of one file' '^both.txt:3:1: .*“both.txt” as well'

run --fail-on=never --format=concise --history=old new
prints 'a folder of old ones' '^new/ike.txt:1:1: .*“old/maren.txt” as well'
same 'which themselves are not judged' 0 "$(grep -c '^old' out)"

run --fail-on=never --format=concise --history=. new/../new/bea.txt
same 'a file is not held against itself' 0 "$(again)"

printf '{"text":"%s"}\n' "$(cat old/maren.txt)" "$(cat new/ike.txt)" >r.ndjson
run r.ndjson
same 'records are never held against others' 0 "$(grep -c same-message out)"

run --history=nosuch new
exits 'a history that is not there' 2 'could not be checked'
run --history=both.txt new
exits 'a history that is no folder' 2 'could not be checked'
finish
