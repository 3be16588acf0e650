#!/bin/sh
# GNU parallel: the records of IN go in blocks to ringback on several hosts, and their answers come
# to OUT in the order of the records. A block whose worker dies is given to another one.
#
#   HOSTS=4/east,4/west examples/engines/parallel.sh IN OUT
#
# HOSTS: at most so many workers on each host; ":" is this machine. BLOCK: how much a worker gets.
# RINGBACK: the command, as it is called there. SSH: what is used instead of ssh.
set -eu
in=$1
out=$2
SSH=${SSH:-ssh}
export SSH
trap 'rm -f "$out.part"' EXIT

parallel --pipe --keep-order --block "${BLOCK:-1M}" --retries 3 --halt now,fail=1 \
    --ssh "$SSH" --sshlogin "${HOSTS:-:}" "${RINGBACK:-ringback} --input=ndjson" <"$in" >"$out.part"

# One answer for each record, or none at all.
[ "$(grep -c '' <"$in")" = "$(grep -c '' <"$out.part")" ]
mv "$out.part" "$out"
