#!/bin/sh
# Records through a pipe, against wc on the same bytes in the same round: one job and two, and the
# memory that takes. $BENCH has the launcher; RECORDS and ROUNDS say how many and how often.
here=$PWD/tests/bench
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/corpus.sh" "${RECORDS:-20000}" >"$work/in.ndjson" || exit 1
cp "$RINGBACK" "$work/ringback" && cp "$BENCH/launch" "$work" || exit 1
cd "$work" || exit 1
export LC_ALL=C.UTF-8
for jobs in 1 2; do
    ./ringback --jobs=$jobs in.ndjson >out.$jobs || exit 1
done
cmp out.1 out.2 || exit 1
echo "$(wc -l <in.ndjson) records, $(wc -c <in.ndjson) bytes in, $(wc -c <out.1) out"
./launch "${ROUNDS:-5}" -- 'wc -w' /usr/bin/wc -w in.ndjson \
    -- 'records, one job' ./ringback --jobs=1 in.ndjson \
    -- 'records, two jobs' ./ringback --jobs=2 in.ndjson
