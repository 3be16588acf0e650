#!/bin/sh
# Whole runs with too little memory: the k-th allocation fails, once or for ever after. The run must
# then come to its usual end, or end with status 3 and a last line that says why: never by a signal,
# never with another answer. k takes every value for large allocations, where the library's own memory
# comes from, and for all of them the first and the last few dozen values and some between.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0


# run MODE FROM K COMMAND…: the command with the K-th allocation of FROM bytes or more failing.
run() {
    mode=$1
    from=$2
    k=$3
    shift 3
    rm -f "$work/log"
    # By its presence; and all of it for one env, as the next would be preloaded itself.
    for_ever=
    [ "$mode" = once ] || for_ever=FAIL_ON=1
    # shellcheck disable=SC2086
    timeout 60 env FAIL_AT="$k" FAIL_FROM="$from" $for_ever FAIL_LOG="$work/log" LD_PRELOAD="$SHIM" "$@" \
        >"$work/out" 2>"$work/err" <"$input"
    status=$?
}

# What is wrong with the last run, or nothing.
fault() {
    if [ $status -eq 3 ]; then
        tail -n 1 "$work/err" | grep -q '^ringback: .*memory' ||
            echo "status 3 without the reason on the last line"
    elif [ $status -ne "$usual" ]; then
        echo "status $status"
    elif ! cmp -s "$work/out" "$work/usual"; then
        echo "another output, status $status"
    elif read -r _ live opened <"$work/log" && [ "$live $opened" != '0 0' ]; then
        echo "status $status with $live allocations not freed and $opened descriptors not closed"
    fi
}

# The values of k for so many allocations.
values() {
    awk -v total="$1" 'BEGIN {
        for (k = 1; k <= total; k++)
            if (total < 100 || k <= 20 || k > total - 40 || int(k * 40 / total) > int((k - 1) * 40 / total))
                print k
    }'
}

# try NAME COMMAND…: all of it for one command; standard input from $input.
try() {
    name=$1
    shift
    "$@" >"$work/usual" 2>/dev/null <"$input"
    usual=$?
    for from in 4000 0; do
        run once $from 1000000000 "$@"
        read -r total _ <"$work/log"
        for mode in once ever; do
            fail_each "$name, from $from bytes, $mode" "$@"
        done
    done
}

fail_each() {
    what=$1
    shift
    n=$((n + 1))
    bad=
    refused=0
    for k in $(values "$total"); do
        run "$mode" "$from" "$k" "$@"
        bad=$(fault)
        [ -z "$bad" ] || break
        [ $status -ne 3 ] || refused=$((refused + 1))
    done
    if [ "$bad" ]; then
        echo "not ok $n - $what: allocation $k of $total gives $bad"
        sed 's/^/#   /' "$work/err"
    elif [ "$total" -gt 20 ] && [ $refused -eq 0 ]; then
        echo "not ok $n - $what: no allocation is needed"
    else
        echo "ok $n - $what"
    fi
}

here=$PWD/tests/anomaly
cd "$work" || exit 1
# shellcheck source=tests/anomaly/area.sh
. "$here/area.sh"
echo 'Hi Priya, this is Jonas Weld. Have you seen the kettle-5? Call me back on 555 010 7788.' >kettle.txt
input=/dev/null
try 'a report' "$RINGBACK" draft.txt
try 'json' "$RINGBACK" --format json draft.txt
try 'a team rule' "$RINGBACK" --rules house.yaml kettle.txt
try 'explain' "$RINGBACK" explain number-twice
try 'a page' "$RINGBACK" --format html draft.txt
try 'mending' "$RINGBACK" fix --diff draft.txt
try 'filling' "$RINGBACK" fill template.txt --csv names.csv
try 'an option that is wrong' "$RINGBACK" --pace 7 draft.txt
try 'a team' "$RINGBACK" --format json team
try 'what holds for a file' "$RINGBACK" rules --for team/calls/a.md
try 'a configuration that is wrong' "$RINGBACK" --config wrong.yaml draft.txt
input=$work/drafts.ndjson
try 'ndjson' "$RINGBACK" --input ndjson --format ndjson -
echo "1..$n"
