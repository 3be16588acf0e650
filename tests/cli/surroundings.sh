#!/bin/sh
# The world around a run: languages, time zones, no environment, closed descriptors, little memory and
# stack, few descriptors, odd files, signals. What it says of a draft stays the same, or it says why not.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
printf '%s\n' "$no_number" >bad.txt
printf 'Hi Zoë, it is İrem 😀, call me at 5. Istanbul. FILE title.\n' >letters.txt
report() {
    "$@" "$bin" --format=text --fail-on=never bad.txt letters.txt
}
report env >expected 2>&1

# ---- the environment ----

while read -r setting; do
    # shellcheck disable=SC2086
    report env $setting >out 2>&1
    check "the same with $setting" cmp expected out
done <<'END'
LC_ALL=C
LC_ALL=POSIX
LC_ALL=C.UTF-8
LC_ALL=de_DE.UTF-8
LC_ALL=tr_TR.UTF-8
LC_ALL=tr_TR.ISO-8859-9
LC_ALL=ar_EG.UTF-8
LC_ALL=no_such.thing
LC_ALL=../../../etc/passwd
LANG= LC_CTYPE=ja_JP.SJIS
TZ=Pacific/Apia
TZ=:/etc/passwd
TZ=XXX-99:99:99
HOME=/nowhere
HOME=relative
HOME=
-u HOME -u PATH
COLUMNS=-1
COLUMNS=99999999999999999999
COLUMNS=x
TERM=no-such-terminal
TERM=../../x
POSIXLY_CORRECT=1
MALLOC_PERTURB_=165
SOURCE_DATE_EPOCH=-5
END
report env -i >out 2>&1
check 'the same without an environment' cmp expected out
mkdir away
(cd away && rmdir ../away && "$bin" --quiet --fail-on=never "$tmp/bad.txt") >out 2>err
status=$?
exits 'a folder that is gone' 0
prints 'a folder that is gone: the draft is judged' 'of 100'

# ---- descriptors ----

for closed in '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
    rm -f new.json
    eval "\"$bin\" --format=json --fail-on=never --output=new.json bad.txt $closed"
    same "into a file with $closed" 0 $?
    check "the file is whole with $closed" jq -e '.summary.drafts == 1' new.json
done
for closed in '>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
    eval "\"$bin\" --fail-on=never bad.txt $closed" 2>/dev/null
    same "nowhere to write: $closed" 3 $?
done
"$bin" --fail-on=never bad.txt >out 2>/dev/full
same 'nowhere to complain: the status stays' 0 $?
"$bin" nosuch.txt >out 2>/dev/full
same 'nowhere to complain of an error: the status stays' 2 $?
"$bin" - </dev/null >out 2>&1 0>&-
same 'standard input that cannot be read' 3 $?

# ---- little of everything ----

# little LIMIT COMMAND...: it works, or ends with 3 (or 2, for a file it could not open) and says why.
little() {
    limit=$1
    shift
    # shellcheck disable=SC2086
    (ulimit $limit && exec "$@") >out 2>err
    status=$?
    case $status in
    0) check "$limit: what it says is whole" grep -q 'of 100' out ;;
    2 | 3) exits "$limit: too little is told" "$status" "^ringback: exit $status: " ;;
    127) ok "$limit: too little to begin" ;;
    *) not_ok "$limit: status $status" "$(cat err)" ;;
    esac
}
for stack in 64 128 256 1024; do
    little "-s $stack" "$bin" --quiet --fail-on=never bad.txt
done
for files in 3 4 5 6 7 8 10; do
    little "-n $files" "$bin" --quiet --fail-on=never bad.txt
done
little '-n 6' "$bin" --quiet --fail-on=never .
if [ -z "${SANITIZED-}" ]; then
    for memory in 6000 8000 10000 12000 14000 16000 20000 30000 50000; do
        little "-v $memory" "$bin" --quiet --fail-on=never bad.txt
    done
    # shellcheck disable=SC3045  # dash and bash have it
    (ulimit -s 256 && exec "$bin" --quiet --fail-on=never bad.txt) >out 2>&1
    prints 'a quarter of a megabyte of stack is enough' 'of 100'
fi
(
    ulimit -f 0
    trap '' XFSZ
    exec "$bin" --fail-on=never --output=none.txt bad.txt 2>/dev/null
)
same 'no room for files' 3 $?
check 'no room for files: none is left' sh -c '! ls none.txt*'

# ---- files that are none, names that are odd ----

for odd in /proc/self/mem /dev/full /dev/zero /proc/self/fd/9 /dev/null/x nosuch/ bad.txt/ "$(many=$(printf '%5000s' x) && echo "$many")" ''; do
    SECONDS_EACH=20 survives "the path '$(printf '%.40s' "$odd")'" "$bin" --quiet "$odd"
    check 'it is refused' test "$status" -ge 2
done
for name in '-' '--help' '-x.txt' 'a
b.txt' ' ' "it's \"it\".txt" 'a\b.txt' '*.txt' '~.txt' "$(printf '\033[31m.txt')" "$(printf '\377.txt')"; do
    cp bad.txt "./$name"
    survives 'an odd name' "$bin" --quiet --fail-on=never -- "./$name"
    same "an odd name: $(printf '%s' "$name" | tr -cd '[:print:]')" 0 "$status"
    rm "./$name"
done
mkdir -p tree/in outside
cp bad.txt outside/secret.txt
ln -s ../outside tree/out
ln -s ../outside/secret.txt tree/link.txt
ln -s . tree/loop
ln -s nowhere tree/dangling.txt
mkfifo tree/pipe.txt
cp bad.txt tree/in/one.txt
survives 'a tree with links, loops and pipes' "$bin" --format=json --fail-on=never tree
same 'only what lies in it is read' 'tree/in/one.txt' "$(jq -r '.drafts[].path' out | paste -s -d ' ')"
(
    while [ ! -e ended ]; do
        rm -rf tree/in && mkdir tree/in && cp bad.txt tree/in/one.txt
        rm tree/in/one.txt && ln -s ../../outside/secret.txt tree/in/one.txt
    done
) 2>/dev/null &
changing=$!
i=0
outside=0
while [ $i -lt 20 ]; do
    "$bin" --format=json --fail-on=never tree >out 2>err
    [ $? -le 3 ] || outside=died
    grep -q outside out && outside=yes
    i=$((i + 1))
done
: >ended
wait $changing
same 'a tree that changes while it is walked' 0 "$outside"

# ---- signals ----

while read -r signal number; do
    echo old >kept.json
    rm -f fifo
    mkfifo fifo
    # A shell lets the children in its background ignore INT and QUIT.
    env --default-signal=INT,QUIT sh -c 'ulimit -c 0; exec "$@"' - \
        "$bin" --format=json --output=kept.json --fail-on=never fifo 2>err &
    pid=$!
    exec 3>fifo
    i=0
    until ls kept.json.?????? >/dev/null 2>&1 || [ $i -gt 100 ]; do
        sleep 0.05
        i=$((i + 1))
    done
    kill "-$number" $pid
    wait $pid
    same "$signal ends a run" $((128 + number)) $?
    exec 3>&-
    same "$signal: the file is as it was" old "$(cat kept.json)"
    case $signal in
    KILL | QUIT) rm -f kept.json.?????? ;;
    *) same "$signal: nothing is left behind" '' "$(find . -name 'kept.json.*')" ;;
    esac
done <<'END'
HUP 1
INT 2
QUIT 3
KILL 9
TERM 15
END
rm fifo
mkfifo fifo
"$bin" --quiet --fail-on=never fifo >out 2>err &
pid=$!
exec 3>fifo
for signal in STOP CONT WINCH; do
    kill -$signal $pid
done
cat bad.txt >&3
exec 3>&-
wait $pid
same 'a run that is stopped and goes on' 0 $?
prints 'it has its result' '^fifo: .* of 100'
finish
