#!/bin/sh
# How long it takes to say: paces, slow numbers, a measured time, what is said and when.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
printf '%s\n' "$good" >good.txt

# verdict OPTION...: the first line for the good draft.
verdict() {
    "$bin" --quiet --fail-on=never "$@" good.txt 2>err
}
# ms RECORD [OPTION]...: what a record takes.
ms() {
    record=$1
    shift
    printf '%s\n' "$record" | "$bin" --input=ndjson "$@" 2>err | sed 's/.*"duration_ms":\([0-9]*\),.*/\1/'
}

# ---- paces with a name ----
run --help
for pace in unhurried=130 normal=150 brisk=165 aloud=183; do
    name=${pace%=*}
    same "$name is a pace of ${pace#*=}" "$(verdict --pace="${pace#*=}")" "$(verdict --pace="$name")"
    prints "the help has $name" "$name ${pace#*=}"
    check "the man page has $name" grep -q "$name.*${pace#*=}" "$home/src/man/ringback.1"
    same "a record's pace may be $name" "$(ms "{\"text\":\"Hi Ana, call me.\",\"pace\":${pace#*=}}")" \
        "$(ms "{\"text\":\"Hi Ana, call me.\",\"pace\":\"$name\"}")"
done
same 'normal is the default' "$(verdict)" "$(verdict --pace=normal)"
run --pace=birsk good.txt
exits 'a pace misspelt' 2 'exit 2: usage'
says 'a pace misspelt: did you mean' "from 80 to 300 or the name of a pace is wanted: did you mean 'brisk'?"
run --pace=dictated good.txt
exits 'no such pace' 2 'exit 2: usage'
same 'bash completes a pace' brisk "$(
    "$bin" completion bash >c.bash
    bash -c '. ./c.bash; COMP_WORDS=(ringback --pace br); COMP_CWORD=2; _ringback; echo "${COMPREPLY[@]}"'
)"

# ---- slow numbers ----
same 'a factor, a percentage' "$(verdict --number-pace=1.25)" "$(verdict --number-pace=125%)"
same 'a percentage without its sign' "$(verdict --number-pace=1.25)" "$(verdict --number-pace=125)"
same 'the default is 1.4' "$(verdict)" "$(verdict --number-pace=1.4)"
for bad in 0.9 3.01 99% 301% 1.4% % '' x; do
    run --number-pace="$bad" good.txt
    exits "refused: --number-pace=$bad" 2 'exit 2: usage'
done
number='{"text":"555 0142"}'
check 'only numbers are slower' test "$(ms "$number" --number-pace=2)" -gt "$(ms "$number" --number-pace=1)"
words='{"text":"Hi Ana, call me."}'
same 'words are not' "$(ms "$words" --number-pace=1)" "$(ms "$words" --number-pace=2)"

# ---- a time that was measured ----
run --measured=24.8 good.txt
exits 'measured' 0
prints 'the verdict says so' '· 24.8 s measured ·'
prints 'the time tells the pace' 's measured, your pace: [0-9]* words a minute; use --pace '
own=$(sed -n 's/.*use --pace //p' out)
near=$("$bin" --quiet --pace="$own" good.txt | sed 's/.*· \([0-9]*\.[0-9]\) s .*/\1/')
case $near in
24.[789]) ok 'the pace gives the time' ;;
*) not_ok 'the pace gives the time' "$own words a minute: $near s" ;;
esac
run --measured=15 --format=concise good.txt
prints 'too fast to follow' '\[pace\]$'
run --measured=30.5 --fail-on=warning good.txt
exits 'measured time is what counts' 1 'exit 1: '
prints 'and is told' 'You took 30.5 seconds'
for bad in 0 -1 x 1,5 3600.1 ''; do
    run --measured="$bad" good.txt
    exits "refused: --measured=$bad" 2 'exit 2: usage'
done
run --measured=20 good.txt good.txt
exits 'measured is one draft' 2 'exit 2: usage'
says 'why' 'check it alone'

# ---- what is said, and when ----
run --as-spoken good.txt
exits 'as spoken' 0
prints 'a sentence has its second' '^  0\.0    Hi Maren │ this is Tobias Lund at Harrow │ three oh three'
prints 'the last line is the end' '^  [0-9]*\.[0-9]   the end$'
same 'the end is the time' "$(sed -n 's/ *\([0-9.]*\) *the end$/\1/p' out)" "$(sed -n 's/^.* · \([0-9.]*\) s (.*/\1/p' out)"
printf 'Hi [Name]. (pause 2 seconds) It is \033[31mNed\033[0m.\n' >odd.txt
run --as-spoken --fail-on=never odd.txt
prints 'a blank is filled' 'Hi \[Jordan\] ([0-9.]* s)$'
check 'nothing acts on a terminal' sh -c "! grep -q '$(printf '\033')' out"
cat >said.txt <<'EOF'
Hi {{first_name}}, this is [Your Name] from [Company], 303-555-0142. (pause)
We cut [similar company]'s hold times by [X]% in 3 weeks...

Call me back by 9:30 a.m. on 4/12.
thanks so much i will try you again on friday (pause 2 seconds)
Again, [Your Name], 303-555-0142.
EOF
cat >expected <<'EOF'
As spoken
  0.0    Hi [Jordan] │ this is [Taylor Collins] from [Lakeside Foods] │ three oh
         three │ five five five │ oh one four two (1.0 s)
  9.7    We cut [Lakeside Foods's] hold times by [twenty] percent in three weeks
  14.6   Call me back by nine thirty ay em on April twelfth
  18.6   thanks so much │
  19.9   i will try you again on friday (2.5 s)
  24.3   Again │ [Taylor Collins] │ three oh three │ five five five │ oh one
         four two
  31.1   the end
         │ a short pause, [ ] fills a blank
EOF
run --as-spoken --fail-on=never said.txt
same 'each silence for what it is' "$(cat expected)" "$(sed -n '/^As spoken/,/a short pause/p' out)"
run --words --format=json --fail-on=never good.txt
prints 'words in json' '"word_times":\[\[0,0\],\[3,'
same 'a time for each word' "$(wc -w <good.txt | tr -d ' ')" \
    "$(sed -n 's/.*"word_times":\[\(.*\)\]\].*/\1/p' out | tr '[' '\n' | grep -c '[0-9]')"

# ---- long names in the blanks ----
printf 'Hi [Name], this is [Your Name], 303-555-0142. Please call me back.\n' >blanks.txt
run --fail-on=never blanks.txt
prints 'long names take longer' '^  [0-9.]* s with long names and the like in the blanks$'
printf '{"text":"Hi [Name], it is Ned."}\n{"text":"Hi Ana, it is Ned."}\n' | "$bin" --input=ndjson >out 2>err
same 'longest_ms where there are blanks' '1' "$(grep -c longest_ms out)"
check 'and it is longer' sh -c 'set -- $(sed -n "1s/.*duration_ms\":\([0-9]*\),\"longest_ms\":\([0-9]*\),.*/\1 \2/p" out); test "$2" -gt "$1"'

# ---- half a minute ----
long="Hi Maren, this is Tobias Lund at Harrow, 303-555-0142. I was in your part of town the other day and it rained all morning. Ana Reyes suggested I call. Her clinic cut its no-shows by half in a month. Could you call me back for two minutes? Again, Tobias Lund at Harrow, 303-555-0142. I will try you again on Thursday at half past five. Thanks, Maren."
printf '%s\n' "$long" >long.txt
run --format=concise --fail-on=never long.txt
prints 'length shows its arithmetic' 'words [0-9.]* s + numbers [0-9.]* s + pauses [0-9.]* s \[length\]$'
COLUMNS=200 run --fail-on=never long.txt
prints 'length names what can go' 'Without “I was in your part of town the other day' 
finish
