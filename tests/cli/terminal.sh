#!/bin/sh
# Colour and width: what decides, on a terminal and in a pipe; and nothing of it in machine formats.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1
printf '%s\n' "$good" >good.txt

# On a terminal: what the program writes there, its status aside.
on_terminal() {
    script -q -e -c "env $*" /dev/null </dev/null 2>/dev/null | tr -d '\r'
}
escape=$(printf '\033')
colour() {
    if grep -q "$escape"; then echo yes; else echo no; fi
}

# The first that decides, for each of 32 environments, in a pipe and on a terminal.
for no in '' 1; do
    for force in '' 0 1; do
        for cli in '' 0; do
            for term in dumb xterm; do
                pipe=no
                terminal=yes
                if [ $term = dumb ] || [ "$cli" = 0 ]; then terminal=no; fi
                if [ "$force" = 1 ]; then pipe=yes terminal=yes; fi
                if [ "$no" ]; then pipe=no terminal=no; fi
                set -- NO_COLOR=$no FORCE_COLOR=$force CLICOLOR=$cli TERM=$term
                same "in a pipe: $*" $pipe "$(env "$@" "$bin" --fail-on=never good.txt | colour)"
                same "on a terminal: $*" $terminal \
                    "$(on_terminal "$@" "$bin" --fail-on=never good.txt | colour)"
            done
        done
    done
done
same 'CLICOLOR_FORCE' yes "$(CLICOLOR_FORCE=1 "$bin" good.txt | colour)"
same '--color=always' yes "$(NO_COLOR=1 "$bin" --color=always good.txt | colour)"
same '--color=never' no "$(FORCE_COLOR=1 "$bin" --color=never good.txt | colour)"
same 'a file is no terminal' no "$(on_terminal TERM=xterm "$bin" --output=f good.txt >/dev/null; colour <f)"
for format in concise json ndjson; do
    same "no colour in $format" no "$("$bin" --color=always --format=$format --fail-on=never good.txt | colour)"
done

# Width: COLUMNS, else the terminal, else 80; never wider than asked for.
for columns in 40 60 80 120; do
    check "COLUMNS=$columns" test "$(COLUMNS=$columns "$bin" good.txt | LC_ALL=C.UTF-8 wc -L)" -le $columns
done
check 'narrow is 40' test "$(COLUMNS=10 "$bin" good.txt | LC_ALL=C.UTF-8 wc -L)" -le 40
same 'what is no number is not heeded' "$("$bin" good.txt)" "$(COLUMNS=wide "$bin" good.txt)"

# ASCII where a terminal speaks nothing else; pipes do not ask.
plain=$("$bin" good.txt)
same 'a pipe in any locale' "$plain" "$(LC_ALL=C "$bin" good.txt)"
on_terminal TERM=xterm LC_ALL=C "$bin" --color=never good.txt >ascii
check 'a terminal in C is ASCII' sh -c '! LC_ALL=C grep -q "[^ -~]" ascii'
echo 'Hi Ana, just checking in.' >worse.txt
on_terminal TERM=xterm LC_ALL=C "$bin" compare --color=never worse.txt good.txt >ascii
check 'two drafts in C are ASCII, too' sh -c 'grep -q -e "->" ascii && ! LC_ALL=C grep -q "[^ -~]" ascii'
on_terminal TERM=xterm LC_ALL=en_GB.UTF-8 "$bin" compare --color=never worse.txt good.txt >utf8
check 'and in UTF-8 are not' grep -q '→' utf8
on_terminal TERM=xterm LC_ALL=en_GB.UTF-8 "$bin" --color=never good.txt >utf8
check 'a terminal in UTF-8 is not' grep -q '│' utf8

# Reading from a terminal says what to do.
printf 'Hi Ana.\n\004' | script -q -c "$bin --quiet --fail-on=never" typescript >/dev/null 2>&1
check 'a terminal is told what to do' grep -q 'paste the draft' typescript
finish
