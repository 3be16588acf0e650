#!/bin/sh
# What is read: files, folders, standard input, pipes; and what is said of what cannot be.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
printf '%s\n' "$good" >good.txt

# The verdict of a text, as one line.
verdict() {
    "$bin" --quiet --fail-on=never "$@" 2>&1
}
drafts() {
    "$bin" --format=json --fail-on=never "$@" 2>/dev/null | grep -c '^{"version":1,"id"'
}

same 'standard input' "$(verdict good.txt | sed 's/^[^:]*: //')" "$(verdict <good.txt)"
same 'a dash' "$(verdict <good.txt)" "$(verdict - <good.txt)"
run --format=concise --stdin-filename=calls/a.txt <<EOT
Hi there.
EOT
prints 'standard input has the name it is given' '^calls/a.txt:'
run --format=concise <<EOT
Hi there.
EOT
prints 'standard input without a name' '^<stdin>:'

printf '%s\n' "$good" >again.txt
run --fail-on=never - again.txt - <good.txt
exits 'standard input twice' 2 'exit 2: 1 path'
run nosuch.txt
exits 'a file that is not there' 2 'exit 2: 1 path could not be checked'
says 'which file is not there' '^ringback: nosuch.txt: No such file'
run --fail-on=never nosuch.txt good.txt nosuch2.txt
exits 'the others are checked' 2 'exit 2: 2 paths'
prints 'the others are shown' 'of 100'
run --fail-on=never --format=json nosuch.txt
exits 'json is whole, whatever fails' 2
check 'json is whole' grep -q '"summary":{"drafts":0,' out
if [ "$(id -u)" -ne 0 ]; then
    cp good.txt secret.txt
    chmod 0 secret.txt
    run secret.txt
    exits 'a file that may not be read' 2 'exit 2: 1 path'
fi

: >empty.txt
run --format=concise empty.txt
exits 'an empty draft is a finding' 1 'exit 1: 1 error'
prints 'an empty draft is no voicemail' '\[not-a-voicemail\]'
run --format=concise /dev/null
prints 'so is the empty device' '\[not-a-voicemail\]'
echo 'Guten Tag Frau Lahn, hier ist Rolf Brand von der Firma Weide. Bitte rufen Sie mich an.' >german.txt
run german.txt
same 'another language is told once' 1 "$(grep -c 'not-a-voicemail' "$tmp/out")"
prints 'and as what it is' 'Hardly a word of this is English'

{
    cat good.txt
    echo '---'
    echo
    echo 'Hi there.'
    printf -- '---\r\n'
    cat good.txt
    echo '---'
} >three.txt
same 'drafts between lines of ---' 3 "$(drafts three.txt)"
"$bin" --format=ndjson --fail-on=never three.txt >out
same 'each has its number' '1 2 3' "$(sed 's/.*"draft":\([0-9]*\).*/\1/' out | paste -s -d ' ')"
run --format=concise three.txt
prints 'lines are those of the file' '^three.txt:4:'
printf -- '---\n \n---\n' >none.txt
same 'only separators: one empty draft' 1 "$(drafts none.txt)"
printf 'Hi -- or --- there\n ---\n----\n' >dashes.txt
same 'other dashes are no separators' 1 "$(drafts dashes.txt)"

mkdir -p tree/b/deep tree/.git tree/empty
cp good.txt tree/b/deep/2.txt
cp good.txt tree/a.voicemail
cp good.txt tree/c.TXT
echo 'no draft' >tree/README.md
cp good.txt tree/.git/x.txt
cp good.txt tree/.hidden.txt
ln -s "$PWD/good.txt" tree/link.txt
ln -s .. tree/b/up
mkfifo tree/pipe.txt
"$bin" --format=ndjson --fail-on=never tree >out 2>err
same 'a folder' 'tree/a.voicemail tree/b/deep/2.txt tree/c.TXT' \
    "$(sed 's/.*"path":"\([^"]*\)".*/\1/' out | paste -s -d ' ')"
says 'links are named' 'tree/link.txt: a link, not followed'
run tree/empty
exits 'a folder without drafts' 2 'exit 2: 1 path'
says 'a folder without drafts is told' 'nothing to check'
run --input=ndjson tree
exits 'a folder is no stream' 2 'exit 2: 1 path'
same 'a link that is named' 1 "$(drafts tree/link.txt)"
mkdir -p deep
(
    cd deep || exit
    i=0
    while [ $i -lt 300 ]; do
        mkdir d && cd d || exit
        i=$((i + 1))
    done
)
run deep
exits 'folders nested too deep' 2
says 'folders nested too deep are told' 'nested too deep'

mkfifo fifo
cat good.txt >fifo &
same 'a pipe that is named' "$(verdict <good.txt)" "$(verdict fifo | sed 's/^[^:]*: //')"
wait
mkfifo fifo2
(
    sleep 1
    cat good.txt >fifo2
) &
same 'a pipe whose writer comes late' "$(verdict <good.txt)" "$(verdict fifo2 | sed 's/^[^:]*: //')"
wait

truncate -s 3G huge.txt
start=$(date +%s)
run huge.txt
exits 'a file that is too large' 2 'exit 2: 1 path'
same 'a file that is too large is not read to its end' 1 $(($(date +%s) - start < 5))
run /dev/zero
exits 'a device without an end' 2 'exit 2: 1 path'
head -c 1100000 /dev/zero | tr '\0' 'a' >long.txt
run --fail-on=never long.txt good.txt
exits 'a draft that is too long' 2 'exit 2: 1 path'
says 'a draft that is too long is named' '^ringback: long.txt:1: '
prints 'the next one is checked' '^good.txt'
run --fail-on=never good.txt <&-
exits 'a closed standard input that is not read' 0
"$bin" <&- >out 2>err
status=$?
exits 'a closed standard input' 3 'exit 3: reading failed'

echo '{"text":"Hi."}' >lines.ndjson
run --format=concise --fail-on=never lines.ndjson good.txt
exits 'records in a report that is none of records' 2 'exit 2: 1 path'
says 'which format they want' '^ringback: lines.ndjson: NDJSON goes with --format ndjson$'
prints 'the next path is checked' '^good.txt'

cp good.txt 'a b:c.txt'
run --format=concise --fail-on=never 'a b:c.txt'
exits 'a name with a space and a colon' 0
run --fail-on=never --rules=nosuch.yaml good.txt
exits 'a rule file that is not there' 2 'exit 2: a rule file could not be read'
echo 'facts: [' >bad.yaml
run --rules=bad.yaml good.txt
exits 'a rule file that does not load' 2 'exit 2: the rules do not load'
says 'where it does not load' '^ringback: bad.yaml:[0-9]*:[0-9]*: '
run test bad.yaml
exits 'test: a rule file that does not load' 2 'exit 2: the rules do not load'
finish
