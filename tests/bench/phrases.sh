#!/bin/sh
# What phrases cost: records with ten times as many as the built-in rules have, which are made of the
# words of those, against the built-in rules alone. What a start takes is taken off. RECORDS and ROUNDS
# say how many and how often.
here=$PWD/tests/bench
rules=$PWD/rules
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/corpus.sh" "${RECORDS:-5000}" >"$work/all.ndjson" || exit 1
head -n 1 "$work/all.ndjson" >"$work/one.ndjson"
cat "$rules"/facts/*.yaml | tr -cs '[:lower:]' '\n' | LC_ALL=C sort -u |
    awk -v work="$work" '
        function any() {
            seed = (seed * 16807 + 12345) % 2147483647
            return word[seed % n + 1]
        }
        length($0) > 1 { word[++n] = $0 }
        END {
            for (pack = 0; pack < 11; pack++) {
                file = work "/pack" pack ".yaml"
                print "facts:" >file
                for (fact = 0; fact < 8; fact++) {
                    told = "so" pack fact "so"
                    printf "  more_%d_%d:\n    doc: More of it.\n    hidden: true\n", pack, fact >file
                    printf "    examples: {is: [\"\302\253%s\302\273\"], is_not: [Hello.]}\n", told >file
                    printf "    phrases:\n      - %s\n", told >file
                    for (i = 1; i < 1000; i++)
                        print "      - " any() " " any() " " any() >file
                }
                close(file)
            }
        }'
packs=
for pack in "$work"/pack*.yaml; do
    packs="$packs --rules=$pack"
done

now() {
    date +%s%N
}

# took RECORDS [RULES]: nanoseconds, the best of the rounds.
took() {
    best=
    for _ in $(seq "${ROUNDS:-3}"); do
        begin=$(now)
        # shellcheck disable=SC2086
        "$RINGBACK" --no-config --jobs=1 ${2-} "$work/$1.ndjson" >/dev/null || return 1
        end=$(now)
        if [ -z "$best" ] || [ $((end - begin)) -lt "$best" ]; then
            best=$((end - begin))
        fi
    done
    echo "$best"
}

few=$(($(took all) - $(took one)))
many=$(($(took all "$packs") - $(took one "$packs")))
echo "$few $many" | awk '{ printf "records with ten times the phrases, against one %29.2f\n", $2 / $1 }'
