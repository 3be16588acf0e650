#!/bin/sh
# The recipes of examples/engines: two hosts' worth of workers, one of them killed in the middle of a
# part; every record answered once, and the bytes those of a single run.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
engines=$home/examples/engines
mkdir "$tmp/bin"
ln -s "$bin" "$tmp/bin/ringback"
PATH=$tmp/bin:$PATH
export PATH
cd "$tmp" || exit 1

# Records long and short, bad lines, and a last one without its end.
awk 'BEGIN {
    split("Dana Omar Priya Luis Mei Tomasz Ruth Kofi", who, " ")
    for (i = 1; i <= 400; i++) {
        text = "Hi " who[i % 8 + 1] ", this is Robin Vale from Halden Quill. "
        for (k = i * 7919 % 5; k > 0; k--)
            text = text "We took " k + 1 " hours a week off the invoicing of three clinics. "
        if (i % 50 == 3) print "no record " i
        else if (i % 70 == 5) print ""
        else printf "{\"id\":%d,\"text\":\"%sCall me on 555 %03d 0142.\"}\n", i, text, i % 900 + 100
    }
    printf "{\"id\":\"last\",\"text\":\"Hi.\"}"
}' >in
ringback --input=ndjson <in >single 2>/dev/null
same 'a line for a line' 401 "$(wc -l <single)"

# A worker that dies when it has given half an answer, the first time it is called on a host; it
# leaves a note of each part that it was given.
cat >bin/mortal <<'END'
#!/bin/sh
echo "${HOST:-here}" >>"$NOTES/called"
if mkdir "$NOTES/died" 2>/dev/null; then
    exec 3<&0
    ringback "$@" <&3 >"$NOTES/half" 2>/dev/null &
    pid=$!
    while [ ! -s "$NOTES/half" ] && kill -0 $pid 2>/dev/null; do :; done
    kill -KILL $pid 2>/dev/null
    head -c 1000 "$NOTES/half"
    kill -KILL $$
fi
exec ringback "$@"
END
# What ssh is here: a host is a name, its shell that of this machine. A host names its shell to
# whoever comes in, so here, too, where whoever runs the tests may have none.
cat >bin/pretended-ssh <<'END'
#!/bin/sh
while [ "${1#-}" != "$1" ]; do shift; done
HOST=$1 SHELL=/bin/sh
export HOST SHELL
shift
[ "$1" != -- ] || shift
exec sh -c "$*"
END
chmod +x bin/mortal bin/pretended-ssh
NOTES=$tmp/notes RINGBACK=mortal
export NOTES RINGBACK

# engine NAME PARTS COMMAND…: with a death on the way; PARTS were called for, and one of them twice.
engine() {
    engine_name=$1
    parts=$2
    shift 2
    rm -rf notes out && mkdir notes
    "$@" >said 2>&1
    same "$engine_name: the status" 0 $?
    check "$engine_name: the bytes of a single run" cmp single out
    check "$engine_name: a worker died" test -d notes/died
    check "$engine_name: which left half an answer" test -s notes/half
    same "$engine_name: and its part alone was run again" $((parts + 1)) "$(wc -l <notes/called)"
    check "$engine_name: nothing is left behind" sh -c '! ls -d out.* 2>/dev/null'
}
PARTS=8 JOBS=2
export PARTS JOBS
engine xargs 8 "$engines/xargs.sh" in out

# An array of tasks: what Slurm sets, in any order, two at once; the one that died once more.
array() {
    mkdir out.parts
    for pair in '5 2' '8 1' '3 7' '6 4'; do
        for k in $pair; do
            SLURM_ARRAY_TASK_ID=$k SLURM_ARRAY_TASK_COUNT=8 "$engines/slurm.sh" "$engines" in out || echo "$k" >>notes/again &
        done
        wait
    done
    while read -r k; do
        "$engines/join.sh" 8 in out && return 9
        SLURM_ARRAY_TASK_ID=$k SLURM_ARRAY_TASK_COUNT=8 "$engines/slurm.sh" "$engines" in out
    done <notes/again
    "$engines/join.sh" 8 in out
}
engine 'an array of tasks' 8 array

# A part that is there is not done again; one that cannot be answered leaves nothing.
mkdir parts
"$engines/part.sh" 2 8 in parts && echo kept >parts/2
"$engines/part.sh" 2 8 in parts
same 'a part that is there stays' kept "$(cat parts/2)"
RINGBACK='ringback --rules=nowhere.yaml' "$engines/part.sh" 3 8 in parts 2>err
same 'a call that is wrong is told' 2 $?
same 'and leaves nothing' 2 "$(ls -A parts)"

if command -v parallel >/dev/null; then
    size=$(wc -c <in)
    SSH=pretended-ssh HOSTS=2/east,2/west BLOCK=$((size / 8 + 200))
    export SSH HOSTS BLOCK
    engine 'GNU parallel' 8 "$engines/parallel.sh" in out
    same 'GNU parallel: both hosts had work' 'east west' "$(sort -u notes/called | paste -s -d ' ')"
    RINGBACK='ringback --rules=nowhere.yaml' "$engines/parallel.sh" in bad >/dev/null 2>&1
    check 'GNU parallel: a call that is wrong is told' test $? -ne 0
    check 'and has no result' test ! -e bad
else
    echo 'ok GNU parallel # SKIP it is not installed: apt-get install parallel'
fi
finish
