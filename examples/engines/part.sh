#!/bin/sh
# One part of many: the answers to the K-th of N parts of IN come to FOLDER/K, whole or not at all.
# A part that is there already is not done again, so a part may be run as often as one likes, by
# whoever is there, at the same time, too.
#
#   examples/engines/part.sh K N IN FOLDER
#
# RINGBACK: the command.
set -eu
k=$1
n=$2
in=$3
folder=$4
[ ! -e "$folder/$k" ] || exit 0
work=$(mktemp -d "$folder/.part.XXXXXX")
trap 'rm -rf "$work"' EXIT

split --number="l/$k/$n" "$in" >"$work/in"
# shellcheck disable=SC2086  # a command may have options
${RINGBACK:-ringback} --input=ndjson "$work/in" >"$work/out"
[ "$(grep -c '' <"$work/in")" = "$(grep -c '' <"$work/out")" ]
mv "$work/out" "$folder/$k"
