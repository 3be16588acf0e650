#!/bin/sh
# A template with every row of a table in it.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
echo 'Hi {{First Name}}, this is [my-name] at Harrow, 303-555-0142. Ana Reyes suggested I call: <company> could cut its no-shows by half. Could you call me back for two minutes? Again, [my name], Harrow, 303-555-0142. I will try you Thursday at half past five. Thanks, {{first_name}}.' >t.txt
cat >rows.csv <<'EOF'
First_Name,MY NAME,Company,ignored
Maren,Bo Lund,Fern,x
Al,Bo Lund,"The Consolidated Aerospace, Shipping and Weather Holdings of Upper Saxony",y
Ida,Bo Lund,Moss,z
EOF
run fill t.txt --csv=rows.csv --fail-on=warning
exits 'a row that breaks a rule' 1 'exit 1: 1 '
prints 'it is told with its seconds and its value' \
    '^rows.csv:3: [0-9.]* s for The Consolidated Aerospace, Shipping and Weather Holdings of Upper Saxony$'
prints 'and with the rule' '^  warning: .* \[length\]$'
same 'no other is' 1 "$(grep -c '^rows.csv:' out)"
prints 'the sum' '^1 of 3 rows break a rule$'
run fill t.txt --csv=rows.csv --fail-on=never
exits 'never' 0
run fill t.txt --csv=rows.csv --fail-on=suggestion --quiet
exits 'only the sum' 1
same 'one line' 1 "$(wc -l <out | tr -d ' ')"
run fill t.txt --csv=rows.csv --fail-on=never --min-score=100
exits 'a score' 1
prints 'and why' '^  score [0-9]* < 100$'
run fill t.txt --csv=- --fail-on=warning <rows.csv
exits 'a table from standard input' 1
prints 'by its name' '^<stdin>:3: '
run fill t.txt --csv=rows.csv --fail-on=warning -o report.txt
check 'into a file' grep -q '^1 of 3' report.txt

# What a row holds is what a draft of it would.
echo "Hi Maren, this is Bo Lund at Harrow, 303-555-0142. Ana Reyes suggested I call: Fern could cut its no-shows by half. Could you call me back for two minutes? Again, Bo Lund, Harrow, 303-555-0142. I will try you Thursday at half past five. Thanks, Maren." >one.txt
head -n 2 rows.csv >one.csv
"$bin" fill t.txt --csv=one.csv --fail-on=suggestion | sed -n 's/^  \(.*\)/\1/p' | sort >filled
"$bin" --format=json --fail-on=never one.txt | python3 -c '
import json, sys
for f in json.load(sys.stdin)["drafts"][0]["findings"]:
    print(f["severity"] + ": " + f["message"] + " [" + f["rule"] + "]")' | sort >written
check 'the same findings' cmp filled written

# The table, by RFC 4180.
printf '\357\273\277"first name",my name,"company"\r\n"Al ""Bo""\r\nSun",Bo Lund,"a,b"\r\n\r\nIda,Bo Lund,Moss' >odd.csv
run fill t.txt --csv=odd.csv --fail-on=error
check 'quotes, line ends and a mark at the start' test "$status" -ne 2
prints 'two rows' ' of 2 rows '
printf 'first name,my name,company\n\n\nAl,,Fern\n' >empty.csv
run fill t.txt --csv=empty.csv
exits 'an empty value' 1
prints 'has its place' '^empty.csv:4: my_name is empty$'
refused() {
    printf "$2" >bad.csv
    run fill t.txt --csv=bad.csv
    exits "$1" 2
    says "$1: its place" "bad.csv:$3: "
}
refused 'a quote that does not end' 'first name,my name,company\n"Al,b,c\n' 2
refused 'a quote in the middle' 'first name,my name,company\nA"l,b,c\n' 2
refused 'something behind a quote' 'first name,my name,company\n"Al"x,b,c\n' 2
refused 'a field too few' 'first name,my name,company\na,b,c\na,b\n' 3
refused 'a field too many' 'first name,my name,company\na,b,c,d\n' 2
refused 'no rows' 'first name,my name,company\n' 2
refused 'nothing' '' 1

# Blanks without a column.
printf 'frist name,my name,company\na,b,c\n' >frist.csv
run fill t.txt --csv=frist.csv
exits 'an unknown blank' 2
says 'an unknown blank: did you mean' "t.txt:1:4: there is no column for 'First Name': did you mean 'frist_name'?"
echo 'Hi ___, this is Bo Lund. Call me on 303-555-0142.' >nameless.txt
run fill nameless.txt --csv=rows.csv
exits 'a blank without a name' 2
run fill one.txt --csv=rows.csv
exits 'nothing to fill' 2
run fill t.txt
exits 'no table' 2 'exit 2: usage'
run fill --csv=rows.csv
exits 'no template' 2 'exit 2: usage'
run fill t.txt --csv=nowhere.csv
exits 'a missing table' 2
run --csv=rows.csv t.txt
exits 'not with check' 2

printf '```voicemail\nHi [First Name].\n```\n\n```voicemail\nHi [First Name].\n```\n' >two.md
run fill two.md --csv=rows.csv
exits 'two templates' 2
says 'two templates: it is told' 'two.md: a template is one draft, and no more'
for blanks in 200 201; do
    yes 'Hi [First Name].' | head -n $blanks >blanks.txt
    run fill blanks.txt --csv=rows.csv --fail-on=never
    same "$blanks blanks" "$((blanks == 200 ? 0 : 2))" "$status"
done
says 'too many blanks are told' 'blanks.txt: too many blanks for a voicemail'
{ printf 'first name,my name,company\nAl,Bo Lund,' && head -c 1048576 /dev/zero | tr '\0' x && echo; } >huge.csv
echo 'Hi [First Name], this is [My Name] at [Company].' >short.txt
run fill short.txt --csv=huge.csv --fail-on=never
exits 'a row that makes a draft too large' 2
says 'a row that makes a draft too large: it is told' '^ringback: huge.csv:2: '
printf 'first name,my name,company\n  Al ,Bo Lund,Harrow\n' >padded.csv
run fill short.txt --csv=padded.csv --fail-on=never
exits 'blanks around a value' 0

# The template's front matter holds for each row.
printf -- '---\npace: 300\n---\n%s\n' "$(cat t.txt)" >fast.txt
run fill fast.txt --csv=rows.csv --fail-on=warning
prints 'a pace of its own' '^0 of 3 rows'
run fill fast.txt --csv=rows.csv --fail-on=warning --pace=150
prints 'the command line decides' '^1 of 3 rows'

# Values are data: nothing of them reaches a terminal.
printf 'first name,my name,company\nAl,Bo Lund,%sThe \033[31mConsolidated Aerospace, Shipping and Weather Holdings of Upper Saxony and Thuringia%s\n' '"' '"' >hostile.csv
run fill t.txt --csv=hostile.csv --fail-on=suggestion
prints 'it is shown as words' 'The .x1b.31mConsolidated'
check 'no escape is shown' sh -c '! grep -q "$(printf "\033")" out err'
finish
