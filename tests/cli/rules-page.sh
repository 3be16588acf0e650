#!/bin/sh
# The manual page of the rule language does what it shows: its files are those of examples/pack, its
# commands print what stands behind them, its snippets load and their examples hold; and it has every
# key of the table, every field of a message and every set that the program reads.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
ln -s "$bin" "$tmp/ringback"
PATH=$tmp:$PATH
page=$home/src/man/ringback-rules.5
cd "$tmp" || exit 1

# Each example becomes a file, NUMBER.KIND, or NUMBER.KIND.NAME.
awk '
/^\.\\" (file|run|yaml|test|text)/ { kind = $2 (NF > 2 ? "." $3 : ""); next }
/^\.EX/ { out = sprintf("%03d.%s", ++n, kind); inside = 1; next }
/^\.EE/ { inside = 0; next }
inside {
    gsub(/\\-/, "-"); gsub(/\\\(aq/, "\047"); gsub(/\\\(ha/, "^"); gsub(/\\\(ti/, "~"); gsub(/\\\(ga/, "`")
    gsub(/\\e/, "\\"); sub(/^\\&/, "")
    print > out
}' "$page"

# In the order of the page: a file grows by its pieces, a command prints what stands behind it (but
# for the number of all examples).
for block in [0-9]*; do
    case $block in
    *.file.*)
        name=${block#*.file.}
        if [ -s "$name" ]; then
            echo >>"$name"
        fi
        cat "$block" >>"$name"
        ;;
    *.run)
        sed -n 's/^\$ //p' "$block" >line
        sed 1d "$block" | sed 's/[0-9]* examples/N examples/' >want
        sh ./line 2>/dev/null | sed 's/[0-9]* examples/N examples/' >got
        check "$(cat line)" diff want got
        ;;
    *.yaml) check "snippet $block loads" ringback rules --rules="$block" ;;
    *.test) check "snippet $block and its examples" ringback test "$block" ;;
    esac
done
for name in house.yaml draft.txt; do
    check "$name is the one in examples/pack" diff "$home/examples/pack/$name" "$name"
done

# The keys that the page has under each of the table's contexts.
awk '
FNR == 1 { file++ }
file == 1 && /^KEY\(/ { split($0, part, /[(,] *"?|"/); want[part[2] " " part[3]] = 1 }
file == 2 && /^\.\\" keys / { if (last != FNR - 1) delete now; now[$3] = 1; last = FNR; next }
file == 2 && /^\.(SH|SS)/ { delete now }
file == 2 && /^\.B / { for (c in now) delete want[c " " $2] }
END { for (k in want) { print "the page lacks the key " k; bad = 1 } exit bad }
' "$home/src/rule/keys.def" "$page" >missing
check 'every key of the table' cat missing
same 'no key is missing' '' "$(cat missing)"
sed -n 's/^    {"\([a-z_]*\)", RB_FIELD_[A-Z_]*, \(true\|false\)},*$/\1/p' "$home/src/rule/template.c" >fields
for field in $(cat fields); do
    grep -q "^\\.B {$field}\$" "$page" || not_ok "the page lacks the field {$field}"
done
same 'every field of a message' 0 "$failures"
sed -n 's/^RESERVED(\([a-z_]*\),.*/\1/p' "$home/src/fact/reserved.def" >sets
for set in $(cat sets); do
    grep -q "^\\.B $set\$" "$page" || not_ok "the page lacks the set $set"
done
check 'there are fields and sets to look for' test -s fields -a -s sets
finish
