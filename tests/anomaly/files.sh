#!/bin/sh
# Whole runs in which reading or writing fails: the k-th of all calls that open, look at, read, write,
# flush, close and rename files, once or for ever after, for every k. The run must then come to its
# usual end with all of its output, or end with status 2 or 3 and a last line that says why: never by a
# signal, never with status 0 or 1 and something lost, never with a file cut short or one left behind,
# and never with memory not freed or a descriptor not closed. Reads and writes of one byte, and ones
# that are interrupted, change nothing at all.
here=$PWD/tests/anomaly
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
calls=open,__open_2,read,write,fsync,close,rename,mkstemp,fchmod,fstat,stat,lstat,fstatat,fdopendir,readdir,realpath,pipe,poll,posix_spawnp
n=0
all=0

# ---- where the runs take place ----

mkdir "$work/fresh"
cd "$work/fresh" || exit 1
echo old >report.json
echo old >other.out
# shellcheck source=tests/anomaly/area.sh
. "$here/area.sh"

# run HOW K COMMAND…: once, in a fresh folder, with the K-th call failing.
run() {
    how=$1
    k=$2
    shift 2
    cd "$work" && rm -rf area log && cp -R fresh area && cd area || exit 1
    for_ever=
    [ "$how" != ever ] || for_ever=FAIL_ON=1
    # shellcheck disable=SC2086
    timeout 60 env FAIL_AT="$k" FAIL_CALLS="$calls" FAIL_HOW="$how" $for_ever FAIL_LOG="$work/log" \
        LD_PRELOAD="$SHIM" "$@" >"$work/out" 2>"$work/err" <"$input"
    status=$?
    all=$((all + 1))
}

# ---- what is wrong with a run ----

# A file is as it was, as it should become, or a whole document that tells of the failure.
files() {
    (cd "$work/area" && find . -type f) >"$work/files"
    while IFS= read -r f; do
        if [ "$status" -ne "$usual" ] && cmp -s "$f" "$work/fresh/$f"; then
            :
        elif cmp -s "$f" "$work/after/$f"; then
            :
        elif [ ! -e "$work/after/$f" ]; then
            echo "status $status leaves $f behind"
        elif [ "$status" -eq "$usual" ] || ! jq -e . "$f" >/dev/null 2>&1; then
            echo "status $status leaves $f neither old nor whole"
        fi
    done <"$work/files"
}

fault() {
    read -r _ live opened <"$work/log" || echo "status $status without an end"
    if [ "$live $opened" != '0 0' ]; then
        echo "status $status with $live allocations not freed and $opened descriptors not closed"
    elif [ "$status" -eq "$usual" ]; then
        cmp -s "$work/out" "$work/usual" || echo "status $status with another output"
    elif [ "$status" -ne 2 ] && [ "$status" -ne 3 ]; then
        echo "status $status"
    elif ! tail -n 1 "$work/err" | grep -q "^ringback: exit $status: "; then
        echo "status $status without the reason on the last line"
    fi
    files
}

# ---- the loops ----

try() {
    name=$1
    shift
    run plain 1000000000 "$@"
    usual=$status
    read -r total _ <"$work/log"
    mv "$work/out" "$work/usual"
    rm -rf "$work/after"
    mv "$work/area" "$work/after"
    run short 1000000000 "$@"
    n=$((n + 1))
    bad=$(fault)
    [ "$status" -eq "$usual" ] || bad="status $status"
    result "$name: in steps of a byte"
    for how in once ever; do
        n=$((n + 1))
        bad=
        refused=0
        k=0
        while [ "$k" -lt "$total" ] && [ -z "$bad" ]; do
            k=$((k + 1))
            run $how $k "$@"
            bad=$(fault)
            [ "$status" -le 1 ] || refused=$((refused + 1))
        done
        [ -z "$bad" ] || bad="call $k of $total: $bad"
        [ $refused -gt 0 ] || bad="${bad:-no call of $total matters}"
        result "$name, $how: $total calls, $refused refused"
    done
}

result() {
    if [ "$bad" ]; then
        echo "not ok $n - $1: $bad"
        sed 's/^/#   /' "$work/err"
    else
        echo "ok $n - $1"
    fi
}

input=/dev/null
try 'a report' "$RINGBACK" draft.txt
for format in concise ndjson github rdjsonl; do
    try "$format" "$RINGBACK" --no-config --format=$format draft.txt
done
try 'a file' "$RINGBACK" --format=json --output=report.json draft.txt
try 'reports beside each other' "$RINGBACK" --report=sarif=report.json --report=gitlab=new.json draft.txt
try 'a team' "$RINGBACK" --format=json team
try 'a rule file' "$RINGBACK" --format=junit --rules=house.yaml draft.txt
try 'earlier drafts' "$RINGBACK" --history=team --format=checkstyle draft.txt
try 'the rules in force' "$RINGBACK" rules --for=team/calls/a.md
try 'the examples of a rule file' "$RINGBACK" test house.yaml
try 'a page about a rule' "$RINGBACK" explain number-twice
try 'a baseline' "$RINGBACK" --format=sarif --baseline=accepted.json draft.txt
try 'a new baseline' "$RINGBACK" --format=concise --baseline=new.json --update-baseline draft.txt
try 'a baseline of now' "$RINGBACK" --baseline=accepted.json --update-baseline draft.txt
try 'a new configuration' "$RINGBACK" init
try 'what would be mended' "$RINGBACK" fix --diff draft.txt
try 'mending' "$RINGBACK" fix draft.txt
try 'filling' "$RINGBACK" fill template.txt --csv names.csv
try 'comparing' "$RINGBACK" compare team/calls/a.md draft.txt
try 'a column of a table' "$RINGBACK" --format=concise --column=script scripts.csv
try 'help' "$RINGBACK" --help
try 'records from a file' "$RINGBACK" drafts.ndjson
input=$work/fresh/drafts.ndjson
try 'records' "$RINGBACK" --input=ndjson
input=$work/fresh/draft.txt
try 'a page' "$RINGBACK" --format=html

# What a branch changes: git is asked, in a repository that only these runs have.
input=/dev/null
cd "$work/fresh" || exit 1
a_repository
repository mv team/calls/a.md team/calls/b.md
repository commit -q -a -m two
try 'what a branch changes' "$RINGBACK" diff HEAD~1
try 'the same as a document' "$RINGBACK" diff --format=json --output=report.json HEAD~1

# Threads that cannot be made: fewer do the work. What the C library keeps for those that were made
# is not counted.
threads() {
    name=$1
    shift
    run plain 1000000000 "$@"
    usual=$status
    mv "$work/out" "$work/usual"
    n=$((n + 1))
    bad=
    for how in once ever; do
        calls=pthread_create
        run $how 1 "$@"
        if [ "$status" -ne "$usual" ] || ! cmp -s "$work/out" "$work/usual"; then
            [ "$status" -eq 3 ] && tail -n 1 "$work/err" | grep -q '^ringback: exit 3: .*memory' ||
                bad="$how: status $status"
        fi
    done
    result "$name without threads"
}
threads 'files by two' "$RINGBACK" --jobs=2 --format=concise team draft.txt
threads 'records by two' "$RINGBACK" --jobs=2 drafts.ndjson
echo "# $all runs"
echo "1..$n"
