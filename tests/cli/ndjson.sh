#!/bin/sh
# The contract of the pipe: a line for a line, whatever comes.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
stream() {
    "$bin" --input=ndjson --format=ndjson "$@" 2>err
}
# answer LINE [OPTION]...: the answer to one record.
answer() {
    line=$1
    shift
    printf '%s\n' "$line" | stream "$@"
}
# has NAME PART LINE [OPTION]...
has() {
    name=$1
    part=$2
    shift 2
    got=$(answer "$@")
    case $got in
    *"$part"*) ok "$name" ;;
    *) not_ok "$name" "no $part in" "$got" ;;
    esac
}

# ---- ids and members ----
for id in 1 -7 1.50 1e400 9007199254740993 123456789012345678901234567890 '"a-1"' '""' '"\u00e9\t\\\""' 0.10; do
    expected=$id
    [ "$id" != '"\u00e9\t\\\""' ] || expected='"é\t\\\""'
    has "id $id" "{\"version\":1,\"id\":$expected,\"style\":\"standard\"" "{\"id\":$id,\"text\":\"Hi.\"}"
done
has 'no id' '{"version":1,"id":null,"style"' '{"text":"Hi."}'
has 'id null' '{"version":1,"id":null,"style"' '{"id":null,"text":"Hi."}'
has 'id of a wrong kind' '{"version":1,"id":null,"error":{"code":"invalid-record"' '{"id":[1],"text":"Hi."}'
has 'style' ',"style":"referral",' '{"text":"Hi.","style":"referral"}'
has 'an unknown style' '"id":5,"error":{"code":"unknown-style"' '{"text":"Hi.","style":"x","id":5}'
has 'members that are null' '"style":"standard"' '{"text":"Hi.","style":null,"pace":null,"dial_at":null}'
for bad in '"pace":79' '"pace":150.0' '"pace":"150"' '"number_pace":0.4' '"number_pace":"1"' '"dial_at":830' \
    '"dial_at":"24:00"' '"measured_seconds":0' '"measured_seconds":-1' '"measured_seconds":1e1' '"from":1' '"to":{}' \
    '"company":[]' '"address":"me"' '"status":true' '"style":1' '"text":1'; do
    [ "$bad" = '"text":1' ] && record="{$bad}" || record="{\"text\":\"Hi.\",$bad}"
    has "refused: $bad" '"error":{"code":"invalid-record","message":"' "$record"
done
for fine in '"pace":80' '"number_pace":2' '"number_pace":1.25' '"dial_at":"8:05"' '"measured_seconds":28.5' '"from":"Lee"' \
    '"to":"Ana"' '"company":"Fern"' '"address":"formal"' '"status":"final"' '"x":{"deep":[1]}'; do
    has "taken: $fine" '"score":' "{\"text\":\"Hi.\",$fine}"
done
slow=$(answer '{"text":"Hi Ana, call me.","pace":80}' | sed 's/.*"duration_ms":\([0-9]*\).*/\1/')
fast=$(answer '{"text":"Hi Ana, call me.","pace":160}' | sed 's/.*"duration_ms":\([0-9]*\).*/\1/')
check 'pace is heeded' test "$slow" -gt "$fast"
has 'meta' ',"meta":{"lead":{"n":1.0},"tags":["a",null]}}' \
    '{"lead":{"n":1.0},"id":1,"text":"Hi.","tags":["a",null],"style":"vague"}' --meta
has 'meta of nothing' ',"meta":{}}' '{"text":"Hi."}' --meta
got=$(answer '{"text":"Hi.","x":1}')
case $got in
*meta* | *word_times*) not_ok 'no meta and no words unless asked for' ;;
*) ok 'no meta and no words unless asked for' ;;
esac
has 'words' ',"word_times":[[0,0],[3,' '{"text":"Hi Ana."}' --words

# ---- bad lines ----
for bad in '' ' ' '{' '[]' 'null' '1' '"x"' '{"text":"a"} {"text":"b"}' '{"text":"a","text":"b"}' '{"text":"\ud800"}' "{'text':1}" '{}' \
    '{"text":null}' '{"id":1,"text":"a",}'; do
    got=$(answer "$bad")
    if [ "$(printf '%s\n' "$got" | wc -l)" -eq 1 ] && printf '%s' "$got" | grep -q '"error":{"code":"invalid-[jr]'; then
        ok "bad line: $bad"
    else
        not_ok "bad line: $bad" "$got"
    fi
done
has 'an id is given back with an error' '{"version":1,"id":"k","error":' '{"id":"k"}'
printf '{"text":"\377"}\n' | stream >out
check 'bytes that are no UTF-8' grep -q invalid-json out
printf '\357\273\277{"id":3,"text":"Hi."}\r\n' | stream >out
check 'a byte order mark and CRLF' grep -q '"id":3,"style"' out
printf '{"id":1,"text":"Hi."}\n{"id":2,"text":"Hi."}' | stream >out
same 'a last line without its end' 2 "$(wc -l <out)"
printf '{"id":1,"text":"Hi."}\n{"id":2,"te' | stream >out
check 'a truncated last line' grep -q '^{"version":1,"id":null,"error":{"code":"invalid-json"' out
: | stream >out
same 'no line, no answer' 0 "$(wc -c <out)"

# ---- long lines ----
{
    printf '{"id":1,"text":"Hi."}\n{"id":2,"text":"'
    head -c 6000000 /dev/zero | tr '\0' 'a'
    printf '"}\n{"id":3,"text":"'
    head -c 1500000 /dev/zero | tr '\0' 'b'
    printf '"}\n{"id":4,"text":"Hi."}\n'
    head -c 5000000 /dev/zero | tr '\0' 'c'
} | stream >out
same 'lines that are too long are answered in their place' \
    '1,"style" null,"error":{"code":"too-long" 3,"error":{"code":"too-long" 4,"style" null,"error":{"code":"too-long"' \
    "$(sed 's/^{"version":1,"id":\([a-z0-9]*,"[a-z]*"\)\(:{"code":"[a-z-]*"\)\{0,1\}.*/\1\2/' out | paste -s -d ' ')"

# ---- order, cuts, flushing ----
i=0
while [ $i -lt 200 ]; do
    case $((i % 5)) in
    0) echo "{\"id\":$i,\"text\":\"Hi Ana, it is Lee number $i. Call me on 555 01$((10 + i % 89)).\"}" ;;
    1) printf '%s\n' '{"id":'"$i"',"text":"Hi\n\nthere — '"$i"'","style":"vague"}' ;;
    2) echo "broken $i" ;;
    3) echo ;;
    4) echo "{\"id\":$i,\"text\":\"\"}" ;;
    esac
    i=$((i + 1))
done >many.ndjson
stream <many.ndjson >whole
same 'a line for a line' 200 "$(wc -l <whole)"
same 'no raw tab' 0 "$(tr -cd '\t' <whole | wc -c)"
for cut in 1 2 3 50 199; do
    {
        head -n $cut many.ndjson | stream
        tail -n +$((cut + 1)) many.ndjson | stream
    } >parts
    check "cut behind line $cut" cmp whole parts
done
"$bin" --fail-on=never many.ndjson >named 2>err
check 'a file by its name' cmp whole named
"$bin" --stdin-filename=x.jsonl <many.ndjson >named 2>err
check 'standard input by its name' cmp whole named
split -n l/3 many.ndjson part.
for part in part.*; do
    mv "$part" "$part.ndjson"
done
"$bin" part.*.ndjson >named 2>err
check 'several files' cmp whole named
for locale in C C.UTF-8 tr_TR.ISO-8859-9; do
    LC_ALL=$locale TZ=Asia/Tokyo COLUMNS=50 "$bin" --input=ndjson <many.ndjson >there 2>err
    check "the same in $locale" cmp whole there
done
{
    cat many.ndjson
    while [ $i -lt 30000 ]; do
        cat many.ndjson many.ndjson many.ndjson many.ndjson many.ndjson
        i=$((i + 1000))
    done
} | (
    # A sanitizer needs more, and would not start.
    # shellcheck disable=SC3045  # not in POSIX, and everywhere
    (ulimit -v 300000 && "$bin" --version) >version 2>&1 && ulimit -v 300000
    stream
) | wc -l >lines
same 'many lines in little memory' 30200 "$(($(cat lines)))"

# A coprocess: the answer comes before the next question.
mkfifo ask
: >reply # there before the first look at it
stream <ask >>reply &
exec 3>ask
for id in 1 2 3; do
    echo "{\"id\":$id,\"text\":\"Hi.\"}" >&3
    tries=0
    while [ "$(wc -l <reply)" -lt $id ] && [ $tries -lt 100 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    same "an answer before the next question: $id" $id "$(wc -l <reply)"
done
exec 3>&-
wait

run --input=ndjson --format=text many.ndjson
exits 'records are no text' 2 'exit 2: usage'
printf '%s\n' "$good" >good.txt
"$bin" --format=ndjson --fail-on=never good.txt many.ndjson good.txt >mixed 2>err
same 'drafts and records, in their order' 202 "$(wc -l <mixed)"
check 'drafts have their path' grep -q '^{"version":1,"id":null,"path":"good.txt","draft":1,"style"' mixed
finish
