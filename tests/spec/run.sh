#!/bin/sh
# The specification as tests: in tests/spec/*.md a heading (##) says what is meant, a block marked
# voicemail is the draft (options for the command line may follow that word), and the list behind it
# says what is found in it:
#
#   - `rule`            there is a finding of this rule
#   - `rule` at 2:14    and it stands on line 2, column 14 of the draft
#   - not `rule`        there is none
#   - nothing else      there are only those that the list names
here=$PWD/tests/spec
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# Each case becomes CASE.txt, CASE.list and CASE.name.
awk '
/^## / { name = substr($0, 4); next }
/^```voicemail/ {
    n++
    base = sprintf("%04d", n)
    file = FILENAME
    sub(/.*\//, "", file)
    print file ": " name > (base ".name")
    close(base ".name")
    print substr($0, 14) > (base ".options")
    close(base ".options")
    printf "" > (base ".txt")
    inside = 1
    next
}
inside && /^```/ { inside = 0; close(base ".txt"); next }
inside { print > (base ".txt"); next }
/^- / && n { print substr($0, 3) > (base ".list") }
' "$here"/*.md

# Prints what is wrong with the findings of one case.
judge() {
    named=' '
    while read -r line; do
        rule=$(echo "$line" | sed -n 's/^[^`]*`\([^`]*\)`.*/\1/p')
        place=$(echo "$line" | sed -n 's/.* at \([0-9]*:[0-9]*\)$/\1/p')
        case $line in
        'nothing else')
            sed 's/.*\[\(.*\)\]$/\1/' found | sort -u | while read -r other; do
                case $named in
                *" $other "*) ;;
                *) echo "also found: $other" ;;
                esac
            done
            ;;
        'not '*)
            grep -q "\\[$rule\\]\$" found && echo "found: $rule"
            ;;
        *)
            named="$named$rule "
            grep -q "^[^:]*:${place:-[0-9]*:[0-9]*}: .*\\[$rule\\]\$" found ||
                echo "not found: $rule${place:+ at $place}"
            ;;
        esac
    done <"$1.list"
}

for draft in [0-9]*.txt; do
    base=${draft%.txt}
    name=$(cat "$base.name")
    # shellcheck disable=SC2046
    "$RINGBACK" $(cat "$base.options") --format concise --fail-on never "$draft" >found 2>err
    status=$?
    if [ $status -ne 0 ]; then
        echo "status $status" >wrong
        cat err >>wrong
    elif [ ! -s "$base.list" ]; then
        echo "the case expects nothing" >wrong
    else
        judge "$base" >wrong
    fi
    if [ -s wrong ]; then
        echo "not ok - $name"
        sed 's/^/#   /' wrong found
    else
        echo "ok - $name"
    fi
done
