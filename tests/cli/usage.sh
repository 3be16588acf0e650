#!/bin/sh
# The command line itself: help, versions, and what is said of mistakes.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
printf '%s\n' "$good" >good.txt

run --help
exits 'help' 0
prints 'help names the commands' 'ringback \[check\]'
# shellcheck disable=SC2016  # the $0 is awk's
check 'help fits 80 columns' awk '{ if (length($0) > 80) exit 1 }' out
# shellcheck disable=SC2013  # they are words
for option in $(sed -n 's/^OPTION([A-Z_]*, "\([a-z-]*\)".*/\1/p' "$home/src/cli/options.def"); do
    if ! grep -q -e "--$option\\b" out; then
        not_ok "help names --$option"
    fi
    if ! sed 's/\\-/-/g; s/\\f.//g' "$home/src/man/ringback.1" | grep -q -e "--$option\\b"; then
        not_ok "the man page names --$option"
    fi
done
ok 'the options are in the help and the man page'
# shellcheck disable=SC2013
for option in $(sed 's/\\-/-/g' "$home/src/man/ringback.1" | grep -o -e '--[a-z][a-z-]*' | sort -u); do
    grep -q -e "\"${option#--}\"" "$home/src/cli/options.def" || not_ok "the man page invents $option"
done
ok 'the man page has no other options'

run -h
same '-h is --help' "$("$bin" --help)" "$(cat out)"
for command in compare diff fix fill rehearse test rules explain completion; do
    run "$command" --help
    exits "help on $command" 0
    prints "help on $command names it" "ringback $command"
    check "help on $command names no format that it refuses" sh -c "! grep -q 'sarif\|NDJSON in' '$tmp/out'"
done
run --version
exits 'version' 0
same 'version, first line' "$(sed -n 's/^VERSION = /ringback /p' "$home/Makefile")" "$(head -n 1 out)"

run --formt=json good.txt
exits 'an unknown option' 2 '^ringback: exit 2: usage'
says 'an unknown option: did you mean' "unknown option '--formt': did you mean '--format'?"
run -x good.txt
exits 'an unknown letter' 2 'exit 2: usage'
says 'an unknown letter is named' "unknown option '-x'"
long=$(printf '%080d' 0 | tr 0 a)
run "--$long=1"
exits 'an unknown option without an end' 2 '^ringback: exit 2: usage'
says 'what fits of it is named' "unknown option '--$(echo "$long" | cut -c 1-63)'$"
run --format
exits 'an argument that is missing' 2 'exit 2: usage'
says 'which argument is missing' '^ringback: --format needs an argument'
run --quiet=yes
says 'an argument too many' '--quiet takes no argument'
run --format=jsn good.txt
says 'an unknown value: did you mean' "did you mean 'json'?"
run --style=referal good.txt
exits 'an unknown style' 2 'exit 2: usage'
says 'an unknown style: did you mean' 'did you mean .referral.'
for bad in --pace=79 --pace=301 --pace=12x --pace= --number-pace=0.4 --number-pace=3.1 --number-pace=1,4 \
    --min-score=101 --min-score=-1 --dial-at=24:00 --dial-at=8 --dial-at=8:5 --address=me --input=xls; do
    run "$bad" good.txt
    exits "refused: $bad" 2 'exit 2: usage'
done
for fine in --pace=80 --pace=300 --number-pace=1 --number-pace=3 --number-pace=1.25 --dial-at=8:05 --dial-at=23:59 \
    --address=formal --input=text; do
    run "$fine" --fail-on=never --quiet good.txt
    exits "taken: $fine" 0
done
run chek
exits 'a command misspelt' 2 'exit 2: 1 path could not be checked'
says 'a command misspelt: did you mean' "did you mean the command 'check'"
run test --pace=150
says 'an option of another command' "--pace does not go with 'ringback test'"
run --format=concise --as-spoken good.txt
says 'an option of another format' '--as-spoken goes with the format text, not with concise'
run --words good.txt
says 'words are not for eyes' '--words goes with the format json and ndjson'
run rules extra
exits 'rules takes no operand' 2 'exit 2: usage'
run explain
exits 'explain wants a name' 2 'exit 2: usage'
run explain number-twise
exits 'explain what is not there' 2 'exit 2: usage'
says 'explain: did you mean' "did you mean 'number-twice'?"
run explain number-twice
exits 'explain a rule' 0
prints 'explain says what it costs' 'error, [0-9]* points'
run explain vague phone_number
exits 'explain a style and a fact' 0
run rules
exits 'rules' 0
prints 'rules lists them' 'number-twice'

cp good.txt test
cp good.txt ./--quiet
run ./test --fail-on=never
exits 'a file that is called like a command' 0
run check test --fail-on=never
exits 'a file behind the command' 0
run --fail-on=never -- --quiet
exits 'a file behind --' 0
run --fail-on never -q good.txt
exits 'arguments without =' 0
same 'quiet is one line' 1 "$(wc -l <out)"

for shell in bash zsh fish; do
    run completion "$shell"
    exits "completion for $shell" 0
    prints "completion for $shell knows the options" 'fail-on'
done
"$bin" completion bash >c.bash
check 'the completion for bash is bash' bash -n c.bash
# What bash offers at the end of these words.
offered() {
    # shellcheck disable=SC2016
    bash -c '. ./c.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ringback; echo "${COMPREPLY[*]}"' bash "$@"
}
same 'an option of another command is not offered' '' "$(offered ringback fix --as)"
same 'one of this command is' '--as-spoken' "$(offered ringback --as)"
same 'nor a format that the command refuses' 'json' "$(offered ringback diff --format = j)"
same 'but all that it has' 'json junit' "$(offered ringback --format = j)"
same 'a shell is offered' 'zsh' "$(offered ringback completion z)"
same 'a command is' 'compare completion' "$(offered ringback comp)"
same 'bash completes a value' 'json' \
    "$(bash -c '. ./c.bash; COMP_WORDS=(ringback --format js); COMP_CWORD=2; _ringback; echo "${COMPREPLY[@]}"')"
same 'bash completes an option' '--fail-on' \
    "$(bash -c '. ./c.bash; COMP_WORDS=(ringback --fa); COMP_CWORD=1; _ringback; echo "${COMPREPLY[@]}"')"
run completion tcsh
exits 'completion for another shell' 2 'exit 2: usage'
finish
