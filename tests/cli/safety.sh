#!/bin/sh
# Nothing from a draft, a name, a rule or a record acts on a terminal or on a log.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1

n=0
while IFS= read -r escaped; do
    n=$((n + 1))
    payload=$(printf '%b' "$escaped")
    name=$(printf '%b' "$escaped" | tr '/' '_')
    rm -rf dir
    mkdir dir
    printf '%s\n' "Hi $payload, it's $payload at $payload.
$payload call me
 $payload" >"dir/$name.txt"
    for format in text concise json ndjson sarif github gitlab junit checkstyle rdjsonl; do
        "$bin" --format=$format --as-spoken "dir/$name.txt" >out 2>err || [ $? -le 2 ]
        "$bin" --format=$format "dir/$name.txt" >out 2>err
        # The commands of this format are the program's own; tests/cli/formats.sh reads them.
        if [ $format = github ]; then
            sed -i -E '/^::(error|warning|notice) file=[^,]*,line=[0-9]+,/d' out
        fi
        check "$format, payload $n" clean out
    done
    "$bin" "dir/$name" "$name" --rules="$name" >out 2>err
    check "messages, payload $n" clean err
    "$bin" "--$name" >out 2>err
    check "usage, payload $n" clean err
    "$bin" explain "$name" >out 2>err
    check "explain, payload $n" clean err
    printf '{"id":"%s","text":"a","style":"%s"}\n' "$payload" "$payload" >r.ndjson
    "$bin" r.ndjson >out 2>err
    check "records, payload $n" clean out
done <<'EOT'
\033[31mred\033[0m
\033]0;title\007
\033]8;;http://x\033\\link
\033]52;c;aGk=\007
\033P1$r\033\\
\033[2J\033[H
\302\2332J
\302\235 0;x
a\rb
a\bb\b
\007\007
\342\200\256gnp.exe
\342\201\246x\342\201\251
\342\200\250line
\377\376
\303(
\177
::error::x
::add-mask::a
##[group]x
\001\002\003
EOT
printf 'Hi \0 Ana\0, it is Lee.\n' >nul.txt
for format in text concise json ndjson; do
    "$bin" --format=$format nul.txt >out 2>err
    check "$format, NUL" clean out
done
"$bin" nul.txt >out 2>err
prints 'bytes that are no text are told' '2 bytes are no text'
COLUMNS=120 "$bin" nul.txt >out 2>err
prints 'and what to do about them' 'column 4: save it as UTF-8'
finish
