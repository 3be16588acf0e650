#!/bin/sh
# Wrong rule files and what is said of them: in tests/spec/rules/*.md a heading (##) says what is
# wrong, a block marked yaml is a team's file on top of the built-in rules, and the list behind it
# has every line that is said, from its line and column on. A line that ends in … is the beginning of
# one; "line N" of a built-in file is any line of it.
here=$PWD/tests/spec/rules
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
echo 'Call me.' >draft.txt

# Each case becomes CASE.yaml, CASE.want and CASE.name.
awk '
/^## / { name = substr($0, 4); next }
/^```yaml/ {
    n++
    base = sprintf("%04d", n)
    file = FILENAME
    sub(/.*\//, "", file)
    print file ": " name > (base ".name")
    close(base ".name")
    inside = 1
    next
}
inside && /^```/ { inside = 0; close(base ".yaml"); next }
inside { print > (base ".yaml"); next }
/^- / && n { print substr($0, 3) > (base ".want") }
' "$here"/*.md

# Prints the difference between what is wanted and what was said.
compare() {
    while IFS= read -r want <&3; do
        IFS= read -r got <&4 || got='(nothing)'
        case $want in
        *…)
            case $got in
            "${want%…}"*) continue ;;
            esac
            ;;
        "$got") continue ;;
        esac
        printf 'wanted: %s\n   got: %s\n' "$want" "$got"
    done 3<"$1" 4<said
    tail -n +"$(($(wc -l <"$1") + 1))" said | sed 's/^/  also: /'
}

for file in [0-9]*.yaml; do
    base=${file%.yaml}
    cp "$file" team.yaml
    "$RINGBACK" --rules team.yaml draft.txt >out 2>err
    status=$?
    sed -n 's/^ringback: team\.yaml://p' err |
        sed 's/\(in rules\/[^ ]*, line \)[0-9]*/\1N/' >said
    if [ $status -ne 2 ]; then
        echo "status $status" >wrong
        cat err >>wrong
    elif [ ! -s "$base.want" ]; then
        echo 'the case expects nothing' >wrong
    else
        compare "$base.want" >wrong
        [ -s out ] && echo 'something on standard output' >>wrong
    fi
    if [ -s wrong ]; then
        echo "not ok - $(cat "$base.name")"
        sed 's/^/#   /' wrong
    else
        echo "ok - $(cat "$base.name")"
    fi
done
