#!/bin/sh
# A rehearsal on a real terminal: what is shown, what the keys do, and that the terminal is left as it
# was, however the program ends.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
echo 'Hi Maren, this is Tobias Lund at Harrow, 303-555-0142. Your clinic has a new roof, and I know what it will cost to heat in winter. Could you call me back for two minutes? Again, Tobias Lund, 303-555-0142. Thanks, Maren.' >a.txt
echo 'Hi Maren, it is Tobias, 555-0142.' >short.txt

run rehearse a.txt
exits 'without a terminal' 2
says 'says what it needs' 'needs a terminal'
run rehearse
exits 'without a draft' 2
run rehearse -
exits 'standard input is the keyboard' 2
run rehearse nowhere.txt
exits 'a missing draft' 2
printf '# Calls\n' >none.md
run rehearse none.md
exits 'a file without a draft' 2
says 'says what it lacks' '^ringback: none.md: nothing in it is spoken$'

# shellcheck source=tests/cli/screen.sh
. "$home/tests/cli/screen.sh"
screen 40 14
# start ARGS: from a shell whose terminal is known; what it was and what came of it go to files.
start() {
    rm -f state.before state.after came
    mux send-keys C-l
    type_line "cd '$tmp'; clear; stty -g >state.before; '$bin' rehearse $1; echo \$? >came; stty -g >state.after; echo ov''er"
}
# The shell's next command writes the files: wait for them, and compare.
left() {
    i=0
    while [ ! -s state.after ] && [ $i -lt 100 ]; do
        sleep 0.1
        i=$((i + 1))
    done
    same "$1: the status" "$2" "$(cat came)"
    same "$1: the terminal is as it was" "$(cat state.before)" "$(cat state.after)"
    check "$1: the cursor is back" test "$(mux display-message -p '#{cursor_flag}')" = 1
    check "$1: the screen is back" test "$(mux display-message -p '#{alternate_on}')" = 0
    check "$1: lines wrap again" test "$(mux display-message -p '#{wrap_flag}')" = 1
}

check 'a shell' shows 'ready>'

# Forty columns, fourteen rows.
start a.txt
check 'it begins with the draft' shows 'Hi Maren, this is Tobias Lund at'
check 'and says how to begin' shows 'Enter: begin to speak'
check 'the clock stands' shows '^ *0\.0 s'
mux capture-pane -p >screen
check 'within forty columns' test "$(LC_ALL=C.UTF-8 wc -L <screen)" -le 40
mux send-keys Enter
check 'it runs' shows '^ *1\.[0-9] s'
check 'a word is lit' shows "$(printf '\033')\[[0-9;]*7m" -e
escape=$(printf '\033')
check 'digits are lit one by one' shows "7m\\($escape\[[0-9]*m\\)*[0-9]$escape" -e
mux send-keys Space
check 'it pauses' shows 'paused'
mux capture-pane -p >screen
sleep 0.5
check 'the clock stands still' test "$(cat screen)" = "$(mux capture-pane -p)"
mux send-keys Up
sleep 0.2
check 'an arrow is no key' shows 'paused'
mux send-keys Space
check 'it goes on' shows 'Enter: said it all'
mux send-keys r
check 'it begins again' shows '^ *0\.0 s'
mux send-keys Enter
check 'from the start' shows '^ *0\.[1-9] s'
mux resize-window -x 60 -y 20
check 'another size' shows 'Could you call me back for two'
mux resize-window -x 40 -y 14
mux send-keys q
left 'q' 0

# To the end: what it took.
start '--pace=300 short.txt'
check 'a short one' shows 'Enter: begin'
mux send-keys Enter
check 'until it is said' shows '^ *3\.[0-9] s'
mux send-keys Enter
check 'what it took' shows '^you took  *[3-9]\.[0-9] s, planned [0-9.]* s$'
check 'what is left' shows '^  *2[0-7]\.[0-9] s to spare'
check 'the pace' shows '^your pace  *[0-9]* words a minute'
check 'the number' shows '^your number  *about [0-9.]* s'
check 'what to do with it' shows '^to check it  *ringback --measured=[3-9]\.[0-9] sh'
check 'and with others' shows '^to keep it  *--pace=[0-9]*, for other drafts'
left 'said to the end' 0

# Two slips of the finger are no rehearsal. They come at once, however slow the machine is.
start short.txt
check 'once more' shows 'Enter: begin'
mux send-keys Enter Enter
check 'too short' shows '^ *0\.0 s'
mux send-keys q
left 'q again' 0

# Signals.
start a.txt
check 'for Ctrl-C' shows 'Enter: begin'
mux send-keys Enter
mux send-keys C-c
check 'Ctrl-C: the shell is back' shows '^ready>$'
type_line 'echo $? >came; stty -g >state.after'
left 'Ctrl-C' 130
for signal in TERM HUP; do
    start a.txt
    check "for SIG$signal" shows 'Enter: begin'
    pid=$(ps -A -o pid=,args= | awk -v bin="$bin" '$2 == bin && $3 == "rehearse" { print $1 }')
    kill "-$signal" "$pid"
    case $signal in
    TERM) left SIGTERM 143 ;;
    HUP) left SIGHUP 129 ;;
    esac
done
start a.txt
check 'for Ctrl-Z' shows 'Enter: begin'
mux send-keys Enter
check 'it runs' shows '^ *0\.[5-9] s'
mux send-keys C-z
check 'stopped, the shell is back' shows 'ready>'
type_line 'stty -g >state.stopped; echo waiting'
check 'the shell works' shows '^waiting'
same 'stopped: the terminal is as it was' "$(cat state.before)" "$(cat state.stopped)"
rm -f came state.after
type_line 'fg >/dev/null; echo $? >came; stty -g >state.after'
check 'it goes on, paused' shows 'paused'
mux send-keys q
left 'stopped and resumed' 0

# What cannot be rehearsed.
echo '(pause)' >silent.txt
start silent.txt
left 'nothing to say' 2
check 'nothing to say: it is told' shows 'silent.txt: nothing in it is spoken' -J
printf '```voicemail\nHi Maren, it is Tobias.\n```\n\n```voicemail\nHi Ana.\n```\n' >two.md
start two.md
check 'the first of several' shows 'Hi Maren, it is Tobias'
mux send-keys q
left 'the first of several' 0
check 'it is told' shows 'two.md: several drafts, the first is rehearsed' -J
finish
