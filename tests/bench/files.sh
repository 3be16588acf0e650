#!/bin/sh
# Many files of one draft each, concise, against wc on the same files in the same round, and GNU style
# and diction where they are installed. FILES and ROUNDS say how many and how often.
here=$PWD/tests/bench
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/corpus.sh" "${FILES:-2000}" "$work/drafts" || exit 1
cp "$RINGBACK" "$work/ringback" && cp "$BENCH/launch" "$work" || exit 1
cd "$work" || exit 1
export LC_ALL=C.UTF-8
for jobs in 1 2; do
    ./ringback --no-config --jobs=$jobs --format=concise --fail-on=never drafts >out.$jobs || exit 1
done
cmp out.1 out.2 || exit 1
echo "${FILES:-2000} files, $(wc -l <out.1) findings"
set -- -- 'wc -w' /bin/sh -c 'exec wc -w drafts/*.txt' \
    -- 'files, one job' ./ringback --jobs=1 --format=concise --fail-on=never drafts \
    -- 'files, two jobs' ./ringback --jobs=2 --format=concise --fail-on=never drafts
for peer in style diction; do
    if command -v $peer >/dev/null; then
        set -- "$@" -- "GNU $peer" /bin/sh -c "exec $peer drafts/*.txt"
    else
        echo "GNU $peer is skipped: apt-get install diction"
    fi
done
./launch "${ROUNDS:-3}" "$@"
