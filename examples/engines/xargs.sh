#!/bin/sh
# xargs: the parts of IN, several at once on this machine; OUT has the answers in the order of the
# records. Parts that failed are run again, three times at most. After a run that broke off, say the
# same once more: what is done in OUT.parts stays done.
#
#   JOBS=4 PARTS=64 examples/engines/xargs.sh IN OUT
set -eu
in=$1
out=$2
parts=${PARTS:-64}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out.parts"

for _ in 1 2 3; do
    if seq "$parts" | xargs -P "${JOBS:-2}" -I {} "$here/part.sh" {} "$parts" "$in" "$out.parts"; then
        "$here/join.sh" "$parts" "$in" "$out"
        exit
    fi
done
echo "xargs.sh: parts of $in failed three times" >&2
exit 1
