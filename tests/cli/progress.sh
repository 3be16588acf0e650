#!/bin/sh
# A long run on a terminal shows how far it is, and leaves nothing of it behind. Pipes make it as long
# as it has to be.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
# shellcheck source=tests/cli/screen.sh
. "$home/tests/cli/screen.sh"
screen 60 14
check 'a shell' shows 'ready>'
type_line "cd '$tmp'; clear"

# begin COMMAND: with two pipes, the first of which has said nothing for more than a second.
begin() {
    rm -f a b c
    mkfifo a b
    printf '%s\n' "$good" >c
    type_line "clear; $1"
    say_to a 1.2
}
# say_to PIPE SECONDS: so long after somebody began to read; nobody is not waited for.
say_to() {
    # shellcheck disable=SC2016
    echo "$good" | timeout 15 sh -c 'exec >"$0"; sleep "$1"; cat' "$1" "$2"
}
finish_it() {
    say_to b 0
    check "$1: it is over" shows "$2"
    check "$1: nothing is left" sh -c "! tmux -L 'ringback-$$' capture-pane -p | grep -q '[█░]'"
}

begin "'$bin' --no-config a b c"
check 'a bar' shows '^ *33 % *████████░░░░░░░░░░░░░░░░$'
finish_it 'to the terminal' '3 drafts, 3 ready'
begin "'$bin' --no-config a b c >out; echo ov''er"
check 'a bar' shows '^ *33 % *████████░'
finish_it 'to a file' '^over'

# Where others write meanwhile, or nobody looks, there is none: what is said is all that is there.
for command in "CI=1 '$bin' --no-config a b c" "TERM=dumb '$bin' --no-config a b c" \
    "'$bin' --no-config a b c | cat" "'$bin' --no-config --format=concise a b c" \
    "'$bin' --no-config a b c 2>err"; do
    rm -f a b c seen
    mkfifo a b
    printf '%s\n' "$good" >c
    type_line "clear; $command; echo ov''er"
    say_to a 1.2
    sleep 0.3
    mux capture-pane -p >seen
    say_to b 0
    check "none: $command" sh -c '! grep -q "[█░#]" seen'
    check "over: $command" shows '^over'
done
finish
