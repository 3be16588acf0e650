#!/bin/sh
# One draft of a hundred words, cold, against an empty program linked with the same libraries: alone,
# with a team's own rules, with a pack that changes built-in ones, and with one of 200 rules and 5,000
# phrases. $BENCH has the launcher and the empty program, $STATIC is the static program if it was built;
# ROUNDS says how often.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/draft.txt" <<'END'
Hi Priya, this is Jonas Weld from Tallow Street Scheduling. I read that you are opening a second
clinic in Marlow this spring, and that your front desk is looking for two more people. Three
practices near you cut the calls they miss by half since the summer, without anyone new at the
desk; Dr. Okafor at Bridge Lane says it gave her back her Friday afternoons. I would like to ask
you one thing: how many patients hang up before somebody answers? Call me back on 555 010 7788, it
takes two minutes. Again, Jonas Weld, 555 010 7788. I'll try you again on Thursday morning.
END

# pack RULES PHRASES: so many rules, each of a fact with so many phrases, in words that no draft has.
pack() {
    awk -v rules="$1" -v phrases="$2" 'BEGIN {
        split("ba ke li mo nu ra se ti vo zu fa go hi ju pe ry", s, " ")
        for (i = 0; i < rules; i++) {
            fact = fact "  product_" i ":\n    doc: One of the products is named.\n    phrases:\n"
            for (k = 0; k < phrases; k++) {
                n = i * phrases + k
                word = s[n % 16 + 1] s[int(n / 16) % 16 + 1] s[int(n / 256) % 16 + 1] "nt"
                fact = fact "      - " (k % 3 == 0 ? "the " word "~ plan" : k % 3 == 1 ? "(our|your) " word " .. team" : word " " s[k % 16 + 1] "dge") "\n"
            }
            fact = fact "    examples:\n      is: [\"We sell «the " s[i * phrases % 16 + 1] s[int(i * phrases / 16) % 16 + 1] s[int(i * phrases / 256) % 16 + 1] "nt plan» here.\"]\n"
            rule = rule "  leave-out-" i ":\n    title: Leave product " i " out of a voicemail\n    family: house\n"
            rule = rule "    why: Nobody rings back about a product they have not asked for.\n    severity: suggestion\n    points: 1\n"
            rule = rule "    check: { count: product_" i ", max: 0 }\n    message: You name the product {quote}.\n    advice: Say what it does for them instead.\n"
            rule = rule "    examples:\n      bad: [\"Hi Ana, take the " s[i * phrases % 16 + 1] s[int(i * phrases / 16) % 16 + 1] s[int(i * phrases / 256) % 16 + 1] "nt plan.\"]\n      good: [\"Hi Ana, this is Lee.\"]\n"
        }
        printf "facts:\n%srules:\n%s", fact, rule
    }'
}
pack 40 5 >"$work/team.yaml"
pack 200 25 >"$work/large.yaml"
printf 'rules:\n  no-website: off\n  no-boast: { severity: error, points: 6 }\n' >"$work/change.yaml"
echo "a team's file has $(wc -c <"$work/team.yaml") bytes, the pack $(wc -c <"$work/large.yaml")"

cp "$RINGBACK" "$BENCH/launch" "$BENCH/empty" "$work" || exit 1
[ ! -x "$STATIC" ] || cp "$STATIC" "$work/static"
cd "$work" || exit 1
for file in team large change; do
    ./ringback --rules $file.yaml --fail-on never draft.txt >with.txt || exit 1
done
[ ! -x static ] || echo "the static program (make static) has $(wc -c <static) bytes"
set --
[ ! -x static ] || set -- -- 'one draft, the static program' ./static --fail-on never draft.txt
./launch "${ROUNDS:-100}" -- 'an empty program, the same libraries' ./empty \
    -- 'one draft' ./ringback --fail-on never draft.txt \
    -- "with a team's rules" ./ringback --rules team.yaml --fail-on never draft.txt \
    -- 'with rules turned off and changed' ./ringback --rules change.yaml --fail-on never draft.txt \
    -- 'with 200 rules and 5,000 phrases' ./ringback --rules large.yaml --fail-on never draft.txt \
    "$@"
