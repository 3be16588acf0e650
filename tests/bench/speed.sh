#!/bin/sh
# How fast: starts in a second, drafts in a second over NDJSON on one core and on all, and the memory
# that takes. The drafts are made here, the same every time.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

awk -v n="${LINES_TO_CHECK:-20000}" 'BEGIN {
    split("Dana Omar Priya Luis Mei Tomasz Ruth Kofi", who, " ")
    split("Ferncliff Tallow Brightwater Larkspur Halden Quill", firm, " ")
    split("bakeries clinics garages schools hotels depots", peer, " ")
    for (i = 1; i <= n; i++) {
        name = who[i % 8 + 1]; company = firm[i % 6 + 1] " " firm[(i + i / 6) % 6 + 1]
        number = sprintf("555 %03d %04d", i % 900 + 100, i * 7919 % 10000)
        text = "Hi " name ", this is Robin Vale from " company ". "
        if (i % 3) text = text "We took " i % 5 + 2 " hours a week off the invoicing of three " peer[i % 6 + 1] " near you. "
        if (i % 5 == 0) text = text "We are the leading provider in the industry, just checking in. "
        if (i % 7 == 0) text = text "Our platform has a dashboard; see www.example.test for more. "
        text = text "Call me back on " number ", it takes two minutes. "
        if (i % 2) text = text "Again, Robin Vale, " number ". I will try you again tomorrow before nine. Thank you!"
        printf "{\"id\":%d,\"text\":\"%s\"}\n", i, text
    }
}' >"$work/in.ndjson"
lines=$(wc -l <"$work/in.ndjson")
bytes=$(wc -c <"$work/in.ndjson")
echo 'Hi Dana, this is Robin. Call me on 555 010 4477.' >"$work/one.txt"

now() {
    date +%s%N
}

# per_second COUNT COMMAND…: the best of three.
per_second() {
    count=$1
    shift
    best=
    for _ in 1 2 3; do
        begin=$(now)
        "$@" >/dev/null || return 1
        took=$(($(now) - begin))
        if [ -z "$best" ] || [ $took -lt "$best" ]; then
            best=$took
        fi
    done
    echo "$count $best" | awk '{ printf "%.0f", $1 * 1e9 / $2 }'
}

starts() {
    i=0
    while [ $i -lt 100 ]; do
        "$RINGBACK" --fail-on never "$work/one.txt" || return 1
        i=$((i + 1))
    done
}

ndjson() {
    # shellcheck disable=SC2086
    "$RINGBACK" --input ndjson --format ndjson $1 - <"$work/in.ndjson"
}

report() {
    printf '%-36s %10s\n' "$1" "$2"
}

report 'starts a second' "$(per_second 100 starts)"
words() {
    LC_ALL=C.UTF-8 wc -w <"$work/in.ndjson"
}

# ratio A B: A divided by B.
ratio() {
    echo "$1 $2" | awk '{ printf "%.3f", $1 / $2 }'
}

one=$(per_second "$lines" ndjson --jobs=1)
two=$(per_second "$lines" ndjson --jobs=2)
report 'drafts a second, one job' "$one"
report 'MB a second, one job' "$(echo "$one $bytes $lines" | awk '{ printf "%.1f", $1 * $2 / $3 / 1e6 }')"
report 'against wc -w on the same bytes' "$(ratio "$one" "$(per_second "$lines" words)")"
report 'two jobs against one' "$(ratio "$two" "$one")"
if [ -x /usr/bin/time ]; then
    /usr/bin/time -f %M -o "$work/peak" "$RINGBACK" --input ndjson --jobs=1 - <"$work/in.ndjson" >/dev/null
    report 'MB of memory at most, one job' "$(ratio "$(tail -n 1 "$work/peak")" 1000)"
fi
