#!/bin/sh
# Drafts, records, tables, rules and settings as nobody should write them. Each row of these tables is
# read, and whatever comes of it comes in time, by itself, with a reason, and clean.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1

# many N TEXT: the text N times.
many() {
    yes -- "$2" | head -n "$1" | tr -d '\n'
}

formats='concise ndjson html sarif gitlab junit checkstyle rdjsonl'
reports=
for format in $formats; do
    reports="$reports --report=$format=as.$format"
done

# ---- drafts: a name, and what printf makes the file of ----

while IFS='|' read -r name bytes; do
    printf '%b' "Hi Ana, it is Lee $bytes at Fern.\n$bytes\nCall me on 555 010 7788." >draft.txt
    printf '%b' "\0140\0140\0140voicemail\nHi Ana $bytes call\n\0140\0140\0140\n$bytes" >draft.md
    survives "draft: $name" "$bin" --explain-facts --as-spoken draft.txt draft.md
    # shellcheck disable=SC2086
    survives "draft, in every format: $name" "$bin" --format=json $reports draft.txt draft.md
    check "draft, whole JSON: $name" jq -e '.summary.drafts == 2' out
    for format in $formats; do
        check "draft, $format: $name" clean "as.$format"
    done
    printf '%b' "$bytes" >start.txt
    survives "draft, nothing else: $name" "$bin" - <start.txt
    # A patch has the line ends and tabs of the file.
    leave='\r\t' survives "draft, mended: $name" "$bin" fix --diff draft.txt
done <<'END'
bytes that are no UTF-8|\0377\0376\0200
an overlong slash|\0300\0257
an overlong zero|\0340\0200\0200
a surrogate|\0355\0240\0200
half a character|\0342\0202
beyond Unicode|\0364\0220\0200\0200
five bytes of old|\0370\0210\0200\0200\0200
a zero byte|\0000
zero bytes|\0000\0000\0000\0000
a byte order mark|\0357\0273\0277
UTF-16|\0376\0377\0000H\0000i
lone carriage returns|one\rtwo\rthree
carriage returns and line feeds|one\r\ntwo\r\n
a next line|one\0302\0205two
a line separator|one\0342\0200\0250two\0342\0200\0251three
a form feed|one\ftwo\vthree
bidi controls|\0342\0200\0256evil\0342\0200\0254\0342\0201\0246\0342\0201\0251
zero width|a\0342\0200\0213b\0342\0200\0215c\0342\0201\0240d
combining marks alone|\0314\0201\0314\0201
tags of Unicode|\0363\0240\0201\0201\0363\0240\0200\0277
terminal escapes|\0033[31m\0033]0;x\0007\0033P1$r\0033\0134\0302\02332J
markup|<script>alert(1)</script><img src=x onerror=y>]]><!-- -->&amp;&#0;
an XML bomb|<!DOCTYPE x [<!ENTITY a \0042b\0042>]>&a;
formulas|=1+1|cmd\t@SUM(A1)\t-2+3
commands for a runner|\n::error::x\n##[group]y\n::stop-commands::z
format directives|%s%n%x%100000d
a template's braces|{{{{}}}}[[[[]]]]<<>>{{x|{}
odd dashes and quotes|\0342\0200\0225\0342\0200\0233\0342\0200\0237\0302\0253
digits of other scripts|\0331\0245\0331\0245\0331\0245\0340\0245\0253 5\0357\0274\0225\0357\0274\0225
mathematical letters|\0360\0235\0220\0200\0360\0235\0237\0230
the longest numbers|99999999999999999999999999999999 $99999999999999999999.99 1e999999
END

# ---- drafts that are all one thing ----

# shellcheck disable=SC2016  # a price
for what in x ' ' '.' ',' '(' '#' '/ ' '.a' 'a.b' '#5' 'a-b-' '"' 5 '5 ' '5-' '$1,' a- 'a.' '[Name] ' '{{a}}' 'at ' 'call me ' 'Ana ' 'é' '😀' "don't " \
    'www.a.example ' 'a@b.example ' 'A.B. ' 'Mr. ' 'twenty ' 'oh ' 'double ' 'one two three ' 'my name is ' \
    'again, ' "$(printf 'a\314\201')" "$(printf '\314\201')" "$(printf '\342\200\215')" "$(printf '\377')"; do
    many $((60000 / ${#what})) "$what" >draft.txt
    survives "sixty thousand bytes of '$(printf '%s' "$what" | tr -cd '[:print:]')'" "$bin" --quiet draft.txt
    check "they are judged" grep -q '^draft.txt: .* ready' out
done
for what in 'x' 'call me ' '5 ' '. '; do
    many $((1040000 / ${#what})) "$what" >draft.txt
    SECONDS_EACH=60 survives "a megabyte of '$what'" "$bin" --quiet draft.txt
done
for what in '' 'Hi.' '---' '# ringback-ignore no-title: x'; do
    yes -- "$what" | head -n 20000 >draft.txt
    survives "twenty thousand lines of '$what'" "$bin" --quiet draft.txt
done

# ---- Markdown ----

for what in '>' '[' '[a](' '*a_' '`' '<!-- ' '![' '- ' '<a ' '&#x' '|' '~~~' '&lt;'; do
    { many 20000 "$what" && printf '\n```voicemail\nHi Ana.\n'; } >draft.md
    survives "Markdown of '$what'" "$bin" --quiet draft.md
done
{ yes '```voicemail' | head -n 4000; } >draft.md
survives 'Markdown of blocks that begin' "$bin" --quiet draft.md

# ---- records ----

while IFS='|' read -r name bytes; do
    printf '%b\n%s\n' "$bytes" '{"id":"last","text":"Hi."}' >r.ndjson
    survives "record: $name" "$bin" --meta --words r.ndjson
    same "record: $name: the next one is answered" '"last"' "$(tail -n 1 out | jq -c .id)"
done <<'END'
nothing|
a start only|{"id":1,"text":"Hi
an array|[1,2]
a word|null
zero byte|{"id":1,"text":"a\0000b"}
an escaped zero|{"id":1,"text":"a\\u0000b"}
a lone surrogate|{"id":1,"text":"\\ud800"}
surrogates in a wrong order|{"id":1,"text":"\\udc00\\ud800"}
no UTF-8|{"id":1,"text":"\0377"}
an overlong key|{"id":1,"te\0300\0257xt":"a"}
a byte order mark|\0357\0273\0277{"id":1,"text":"a"}
the same member twice|{"id":1,"id":2,"text":"a","text":"b"}
a number too large|{"id":1e99999,"text":"a","pace":1e99999}
a number too long|{"id":123456789012345678901234567890.5,"text":"a"}
an object for an id|{"id":{},"text":"a"}
a comment|{"id":1,/*x*/"text":"a"}
a comma too many|{"id":1,"text":"a",}
two in a line|{"id":1,"text":"a"}{"id":2,"text":"b"}
escapes for a terminal|{"id":"\\u001b[31m","text":"\\u001b]0;x\\u0007","x":"\\u009b2J"}
a text that is a number|{"id":1,"text":5}
a style that is a path|{"id":1,"text":"a","style":"../../etc/passwd"}
negative times|{"id":1,"text":"a","measured_seconds":-1,"pace":-150}
carriage return|{"id":1,"text":"a"}\r
END
{ many 100000 '[' && echo; } >r.ndjson
survives 'a record of brackets' "$bin" r.ndjson
{ printf '{"id":1,"text":"a","x":[' && many 200000 '0,' && echo '0]}'; } >r.ndjson
survives 'a record of many values' "$bin" --meta r.ndjson
same 'it is answered' 1 "$(wc -l <out)"
rm r.ndjson
truncate -s 1G r.ndjson
echo >>r.ndjson
echo '{"id":"last","text":"Hi."}' >>r.ndjson
SECONDS_EACH=60 survives 'a line of a gigabyte' "$bin" r.ndjson
same 'a line of a gigabyte is one line, and the run goes on' '"too-long" "last"' \
    "$(jq -c '.error.code // .id' out | paste -s -d ' ')"

# ---- tables ----

echo 'Hi [Name], this is Lee at Fern. Call me on 555 010 7788.' >template.txt
while IFS='|' read -r name bytes; do
    printf '%b\n' "$bytes" >table.csv
    survives "table: $name" "$bin" fill template.txt --csv=table.csv
done <<'END'
nothing|
formulas|name\n=cmd\0047 /C calc\0047!A1\n+1\n@SUM(A1)\n-2
a quote that never ends|name\n"Ana
quotes within|name\n"An"a""
zero bytes|name\nA\0000na
no UTF-8|name\n\0377\0300\0257
escapes|name\n\0033[31mAna\0033[0m
carriage returns|name\rAna\rBo
the same column twice|name,Name,NAME\na,b,c
rows of other lengths|name,x\nAna\nBo,1,2,3
a byte order mark|\0357\0273\0277name\nAna
line ends in a value|name\n"A\nn\na"
END
{ many 20000 'name,' && echo && many 20000 'x,' && echo; } >table.csv
survives 'a table of many columns' "$bin" fill template.txt --csv=table.csv

# ---- YAML: rules, settings, front matter ----

# yaml NAME STATUS: the file bomb.yaml in every place where YAML is read.
yaml() {
    printf 'Hi Ana.\n' >draft.txt
    { echo --- && cat bomb.yaml && printf '\n---\nHi Ana.\n'; } >front.txt
    export SECONDS_EACH=3
    survives "rules: $1" "$bin" --quiet --fail-on=never --rules=bomb.yaml draft.txt
    same "rules: $1: status" 2 "$status"
    survives "settings: $1" "$bin" --quiet --fail-on=never --config=bomb.yaml draft.txt
    same "settings: $1: status" 2 "$status"
    survives "front matter: $1" "$bin" --quiet --fail-on=never front.txt
    unset SECONDS_EACH
}
while IFS='|' read -r name bytes; do
    printf '%b\n' "$bytes" >bomb.yaml
    yaml "$name"
done <<'END'
an alias|rules: &a {x: *a}
anchors that multiply|a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]
a merge key|a: &a {x: 1}\nb: {<<: *a}
a tag that builds|!!python/object/apply:os.system ["true"]
a tag|style: !!binary aGk=
a second document|style: vague\n--- \nstyle: vague
the same key twice|style: vague\nstyle: vague
an escape|style: "\\e[31m\\0"
a zero byte|style: va\0000gue
no UTF-8|style: \0377
UTF-16|\0376\0377\0000s\0000t
a list for a map|- a\n- b
a word|hello
a tab|style:\n\tvague
a block without an end|rules: |
a flow without an end|{[{[{[
a key without an end|? a
a directive|%YAML 9.9\n---\nstyle: vague
END
many 50000 '[' >bomb.yaml
yaml 'brackets'
many 50000 '{a: ' >bomb.yaml
yaml 'braces'
many 60000 '- ' >bomb.yaml
yaml 'dashes'
{ yes '%TAG !a! tag:x,' | head -n 10000 && echo 'style: vague'; } >bomb.yaml
yaml 'directives'
{ echo 'ignore:' && seq 1 20000 | sed 's/.*/  k&: v/'; } >bomb.yaml
yaml 'twenty thousand keys'
{ printf 'style: "' && many 200000 x && echo '"'; } >bomb.yaml
yaml 'a long word'
{ printf 'facts: {x: {doc: D., examples: {is: [«a»]}, phrases: ["' && many 100000 '?!' && echo '"]}}'; } >bomb.yaml
yaml 'a phrase that is wrong everywhere'
{ many 300000 '#' && echo; } >bomb.yaml
yaml 'a long remark'

# ---- patterns made to explode, on a draft made for them ----

{ many 16000 x && echo '!' && many 8000 'a-' && echo; } >draft.txt
while IFS= read -r pattern; do
    cat >house.yaml <<END
facts:
  odd:
    doc: Odd.
    patterns: ['$pattern']
    examples: {is: ["An «odd» one."], is_not: ["Hi."]}
END
    SECONDS_EACH=20 survives "pattern: $pattern" "$bin" --quiet --fail-on=never --rules=house.yaml draft.txt
    case $status in
    0) check "pattern: $pattern: decided" grep -q 'of 100' out ;;
    *) check "pattern: $pattern: named" grep -q 'odd\|house.yaml' err ;;
    esac
done <<'END'
(\w+)+$
(x|x)*y
(x+x+)+y
(?:\w|-)+\d
\w+\d
(.*)*,
^(([a-z])+.)+[A-Z]([a-z])+$
(?:a-?)*b
((x*)*)*y
(x{0,500}){0,500}y
(?:(?:x?){40}){40}y
(?R)
(?=(\w+))\1\d
x*?x*?x*?x*?x*?y
\C
(*LIMIT_MATCH=4294967295)x
(*NO_JIT)x
(?C1)x
(?#
[
END
finish
