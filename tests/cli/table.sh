#!/bin/sh
# A table in which each row holds a draft.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
bad='Hi Ana, this is Lee Moss, head of sales at Fern. Call me on 303-555-0142.'
printf 'id,script,who\n1,"%s",x\n2,"Hi ""Ana"",\nthis is Lee Moss, head of sales at Fern.\nCall me on 303-555-0142.",y\n\n"\303\251\n3",Hi Ana. This is Lee Moss. I am head of sales at Fern.,z\n' "$bad" >calls.csv

# places RULE ARGS...: ordinal, line and column of a rule's findings.
places() {
    rule=$1
    shift
    "$bin" --format=json --fail-on=never "$@" 2>/dev/null |
        jq -r --arg rule "$rule" '.drafts[] | .draft as $n | .findings[] | select(.rule == $rule) | "\($n):\(.line):\(.column)-\(.end_line):\(.end_column)"' | paste -s -d ' '
}
same 'number, line and column of each row' '1:2:30-2:43 2:4:19-4:32 3:8:35-8:48' "$(places no-title --column=script calls.csv)"
same 'whatever the capitals' '1:2:30-2:43 2:4:19-4:32 3:8:35-8:48' "$(places no-title --column=SCRIPT calls.csv)"
same 'from standard input' '1:2:30-2:43 2:4:19-4:32 3:8:35-8:48' "$(places no-title --input=csv --column=script <calls.csv)"
same 'by the name of standard input' '1:2:30-2:43 2:4:19-4:32 3:8:35-8:48' "$(places no-title --stdin-filename=x.csv --column=script <calls.csv)"
same 'what stands there' 'head of sales' "$(sed -n 2p calls.csv | cut -c 30-42)"
run --format=concise --column=script --fail-on=never calls.csv
prints 'concise' '^calls.csv:8:35: .*\[no-title\]$'
run --format=rdjsonl --column=script --fail-on=never calls.csv
prints 'rdjsonl: in bytes' '"start":{"line":8,"column":35}.*no-title'
printf 'a,text\n\303\251\303\251,"%s"\n' "$bad" >wide.csv
same 'columns are characters' '1:2:31-2:44' "$(places no-title wide.csv)"
run --format=rdjsonl --fail-on=never wide.csv
prints 'and for rdjsonl bytes' '"start":{"line":2,"column":33}.*no-title'
run --format=sarif --column=script --fail-on=never calls.csv
exits 'sarif' 0
run -q --column=script --fail-on=never calls.csv
same 'a line for each row' 3 "$(wc -l <"$tmp/out")"
printf 'text\r\n"%s"\r\n"%s"' "$bad" "$bad" >crlf.csv
same 'lines end as they like; "text" is the column' '1:2:28-2:41 2:3:28-3:41' "$(places no-title crlf.csv)"
printf '\357\273\277text\n"%s"\n' "$bad" >bom.csv
same 'a mark at the start' '1:2:28-2:41' "$(places no-title bom.csv)"
printf 'a, script ,b\n1,"%s",2\n' "$bad" >spaced.csv
same 'blanks around its name' '1:2:30-2:43' "$(places no-title --column=script spaced.csv)"
printf 'a,text\n1,\n' >empty.csv
run --format=concise empty.csv
exits 'an empty field is no voicemail' 1 'exit 1: 1 error'

# Configuration, options, thresholds, baseline.
echo 'ignore: {no-title: it is our way}' >.ringback.yaml
same 'the configuration holds' '' "$(places no-title wide.csv)"
rm .ringback.yaml
same 'the options hold' 'vague' "$("$bin" --format=json --fail-on=never --style=vague wide.csv | jq -r '.drafts[0].style')"
run -q wide.csv
exits 'findings fail' 1 'exit 1: '
run -q --baseline=b.json --update-baseline calls.csv --column=script
run -q --baseline=b.json --fail-on=suggestion calls.csv --column=script
exits 'with a baseline' 0
same 'by its number' '["#1","#2","#3"]' "$(sed 1d b.json | jq -s -c '[.[] | select(.rule == "number-twice" or .rule == "number-given") | .words] | sort')"
cp calls.csv copy.txt
run -q --input=csv --column=script --fail-on=never copy.txt
exits 'whatever its name' 0

# What is wrong.
refused() {
    printf "$3" >wrong.csv
    run -q wrong.csv
    exits "$1" 2 'exit 2: 1 path could not be checked'
    says "$1: where and why" "^ringback: wrong.csv:$2"
}
refused 'no such column' "1: there is no column 'text': did you mean 'texts'?" 'id,texts\n1,Hi.\n'
refused 'no such column, and none near' "1: there is no column 'text': --column says which" 'id,who\n1,Hi.\n'
refused 'no row' '2: no row behind the header' 'text\n'
refused 'nothing' '1: no header' ''
refused 'a field too few' '3: 1 field, and the header has 2' 'id,text\n1,Hi.\n1\n'
refused 'a quote that does not end' '2: a quoted field does not end' 'id,text\n1,"Hi.\n'
refused 'a quote in the middle' '2: a quote in a field' 'id,text\n1,H"i\n'
run --column=text copy.txt
exits 'a column without a table' 2 'exit 2: usage'
run --column=text --input=text calls.csv
exits 'a column of a text' 2 'exit 2: usage'
mkdir folder
run --input=csv folder
exits 'a folder' 2
says 'a folder: why' 'a folder holds drafts, not tables'
run --report=junit=r.xml wrong.csv
check 'junit tells of it' grep -q '<error type="unreadable" message="a quote in a field' r.xml
finish
