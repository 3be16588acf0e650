#!/bin/sh
# One draft of a hundred words, cold: ringback, and programs that look at prose, as many as can be had.
# Those of npm are fetched into $PEERS the first time, the others are Debian's; nothing of the kind is
# part of the project. What cannot be fetched, or does not run, is skipped. The ratio is to ringback in
# the same round. ROUNDS says how often.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$PEERS" && PEERS=$(cd "$PEERS" && pwd) || exit 1
# With a word in it for each of them.
cat >"$work/draft.txt" <<'END'
Hi Priya, this is Jonas Weld from Tallow Street Scheduling. I am just checking in, and I hope you are
well. At the end of the day, missed calls are very expensive: at this point in time three practices near
you have cut them by half, without the need for anyone new at the desk, and the guys at Bridge Lane say
that it was obviously quick to set up. How many patients hang up before somebody answers? Call me back on
555 010 7788, it takes two minutes. Again, Jonas Weld, 555 010 7788. I'll try you again on Thursday
morning before nine. Thank you, Priya.
END
cp "$work/draft.txt" "$work/draft.md"
cp "$RINGBACK" "$work/ringback" && cp "$BENCH/launch" "$work" || exit 1
cd "$work" || exit 1
ln -s "$PEERS/node_modules" node_modules
echo '{"rules":{"write-good":true,"common-misspellings":true}}' >.textlintrc.json
HOME=$work LC_ALL=C.UTF-8
export HOME LC_ALL

if [ ! -e "$PEERS/fetched" ] && command -v node >/dev/null && command -v npm >/dev/null; then
    timeout 600 npm install --silent --no-fund --no-audit --prefix "$PEERS" write-good@1 textlint@15 \
        textlint-rule-write-good@2 textlint-rule-common-misspellings@1 alex@11 >/dev/null 2>&1 && : >"$PEERS/fetched"
fi

# row NAME WORD COMMAND…: in the table, if it runs and says something of the draft with the word in it.
rows=0
row() {
    name=$1
    word=$2
    shift 2
    if command -v "$1" >/dev/null && "$@" 2>&1 </dev/null | grep -q -e "$word"; then
        rows=$((rows + 1))
        printf '%s\n' "--" "$name" "$(command -v "$1")" >>table
        shift
        [ $# -eq 0 ] || printf '%s\n' "$@" >>table
    else
        echo "$name is skipped: it is not here, or does not run"
    fi
}
row ringback 'Jonas' ./ringback --fail-on=never draft.txt
row 'GNU style' 'readability' style draft.txt
row 'GNU diction' '[0-9] phrase' diction draft.txt
row write-good 'weaken' node node_modules/write-good/bin/write-good.js draft.txt
row textlint 'weaken' node node_modules/textlint/bin/textlint.js draft.txt
row alex 'guys' node node_modules/alex/cli.js draft.md
# It keeps what it found, and looks it up from the second time on.
row 'proselint, from its cache' 'cliche' proselint draft.txt
# One argument a line.
set --
while IFS= read -r word; do
    set -- "$@" "$word"
done <table
./launch "${ROUNDS:-5}" "$@"
