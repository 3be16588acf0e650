#!/bin/sh
# The answers of all N parts, one after another, to OUT: if every part is there, and there is one
# answer for each record of IN.
#
#   examples/engines/join.sh N IN OUT
set -eu
n=$1
in=$2
out=$3
k=1
while [ "$k" -le "$n" ]; do
    cat "$out.parts/$k"
    k=$((k + 1))
done >"$out.part"
[ "$(grep -c '' <"$in")" = "$(grep -c '' <"$out.part")" ]
mv "$out.part" "$out"
rm -r "$out.parts"
