#!/bin/sh
# Several drafts of files and folders at once: the same bytes, the same words on standard error, the
# same status, each in its place.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1

# Drafts of all sizes, so that they finish out of order; many that repeat one another; and between
# them all that can be wrong.
mkdir -p calls/broken calls/east calls/north/deep earlier
awk 'BEGIN {
    split("Dana Omar Priya Luis Mei Tomasz Ruth Kofi", who, " ")
    split("bakeries clinics garages schools hotels depots", peer, " ")
    for (i = 1; i <= 120; i++) {
        text = "Hi " who[i % 8 + 1] ", this is Robin Vale from Halden Quill. "
        for (k = i * 7919 % 17; k > 0; k--)
            text = text "We took " k + 1 " hours a week off the invoicing of three " peer[(i + k) % 6 + 1] ". "
        text = text "Call me on 555 " i % 900 + 100 " 0142, it takes two minutes."
        file = sprintf("calls/%s/%03d.%s", i % 3 ? "east" : "north/deep", i, i % 10 == 7 ? "md" : "txt")
        if (i % 10 == 7) text = "# " i "\n\n```voicemail\n" text "\n```\n\n```voicemail\nHi again. " text "\n```"
        else if (i % 10 == 4) text = text "\n---\nHi Ana. " text "\n---\nHi Lee, " text
        else if (i % 20 == 9) text = "---\npace: never\n---\n" text
        else if (i % 20 == 1) text = "---\nstyle: no-such\n---\n" text
        print text >file
        close(file)
        if (i % 9 == 0) print text >("earlier/" i ".txt")
    }
    for (i = 1; i <= 60; i++)
        rows = rows i ",\"Hi " who[i % 8 + 1] ", this is Robin. We took " i " hours off. Call me on 555 010 " 1000 + i ".\"\n"
    printf "id,text\n%s", rows >"rows.csv"
}'
head -c 1100000 /dev/zero | tr '\0' 'a' >calls/east/050-long.txt
ln -s 002.txt calls/east/051-link.txt
printf 'Hi \377, call me.\n' >calls/east/052.txt
printf 'pace: brisk\n' >calls/north/.ringback.yaml
: >calls/east/053.txt
printf '{"id":1,"text":"Hi."}\n' >records.ndjson
# A row too many, in the middle.
{ head -n 30 rows.csv && echo 'x,y,z' && tail -n 20 rows.csv; } >cut.csv

# both NAME ARGUMENT…: with one job, and with several.
both() {
    both_name=$1
    shift
    "$bin" --jobs=1 "$@" >one 2>one.err
    one=$?
    for jobs in 2 8; do
        "$bin" --jobs=$jobs "$@" >several 2>several.err
        both_status=$?
        if cmp one several >difference && cmp one.err several.err >difference && [ $one -eq $both_status ]; then
            ok "$both_name, --jobs=$jobs (status $one)"
        else
            not_ok "$both_name, --jobs=$jobs" "$(cat difference)" "status $one, $both_status" "$(diff one.err several.err | head -n 4)"
        fi
    done
}
for format in text concise json sarif junit html; do
    both "$format" --format=$format calls
done
check "and all of it was there" test "$(wc -l <one.err)" -ge 15
both 'files that are named' --format=concise calls/east/*.txt nowhere.txt calls/north
both 'a table' --format=json rows.csv
both 'a table that breaks off' --format=concise calls/east/002.txt cut.csv rows.csv
both 'held against a folder' --format=json --history=earlier calls/north
both 'records in between' --format=ndjson calls/north records.ndjson calls/east/002.txt
both 'a pace for all, and a limit' --format=ndjson --pace=brisk --min-score=70 --fail-on=never calls
"$bin" --baseline=known.json --update-baseline calls >out 2>&1
both 'a baseline' --format=sarif --baseline=known.json calls rows.csv
both 'a draft alone' calls/east/002.txt
printf 'rules: nowhere.yaml\n' >calls/north/deep/.ringback.yaml
both 'a configuration that does not load, behind drafts' --format=concise calls
check 'which ends the run' test $both_status -eq 2
rm calls/north/deep/.ringback.yaml

# ---- output that is refused ----
if [ -e /dev/full ]; then
    "$bin" --jobs=4 --format=json calls >/dev/full 2>err
    same 'a full disk' 3 $?
    same 'is the last that is told' 1 "$(grep -c 'No space left' err)"
fi
"$bin" --jobs=4 --format=json calls 2>err | head -n 1 >first
check 'a reader that goes away got its line' cmp first - <<END
$("$bin" --format=json calls 2>/dev/null | head -n 1)
END

# ---- a signal ----
mkfifo never
(
    trap - INT
    exec "$bin" --jobs=4 --format=json --output=report.json calls never 2>/dev/null
) &
pid=$! # which is killed
n=0
while [ $n -lt 100 ] && ! ls report.json.* >/dev/null 2>&1; do
    sleep 0.05
    n=$((n + 1))
done
sleep 0.2
kill -TERM $pid
wait $pid
same 'ended by a signal' 143 $?
check 'leaves nothing behind' sh -c '! ls report.json*'

# ---- memory ----
i=0
mkdir many
while [ $i -lt 400 ]; do
    cp calls/east/002.txt many/$i.txt
    i=$((i + 1))
done
# A sanitizer needs more, and would not start.
(
    # shellcheck disable=SC3045  # not in POSIX, and everywhere
    (ulimit -v 400000 && "$bin" --version) >version 2>&1 && ulimit -v 400000
    "$bin" --jobs=2 --format=ndjson --fail-on=never many
) | wc -l >lines
same 'many drafts in little memory' 400 "$(($(cat lines)))"
finish
