#!/bin/sh
# The commands about rules: test, explain, rules.
# shellcheck source=tests/cli/lib.sh
. tests/cli/lib.sh
cd "$tmp" || exit 1

cat >house.yaml <<'EOT'
rules:
  no-acme:
    title: Leave Acme out
    family: house
    why: They do not know Acme.
    severity: warning
    points: 2
    message: "“{quote}” helps the others."
    check: {count: {phrases: [acme, acme corp]}, max: 0}
    examples:
      bad: [Acme is slow.]
      good: [They are slow.]
EOT

run test house.yaml
exits 'a pack whose examples hold' 0
prints 'the examples are counted' '^[0-9][0-9]* examples, 0 failed$'

run test --coverage house.yaml
exits 'what no example needs is no failure' 0
prints 'the phrase that no example needs' '^house.yaml:9:37: no example makes use of this phrase: acme corp$'
prints 'and how many there are' '0 failed; 1 of 2 phrases, patterns, cues, checks and sets unused$'

sed 's/\[Acme is slow.\]/["Call me, Globex is slow."]/' house.yaml >broken.yaml
run test broken.yaml
exits 'a bad example that breaks nothing of its rule' 1 '^ringback: exit 1: 1 of [0-9]* examples fail$'
prints 'is told with what it breaks' '^broken.yaml:11:13: the rule "no-acme": this bad example does not break it .it is kept.; it breaks: .*number-given.*; is found: ask «Call me»$'

run test --format=json --coverage broken.yaml
exits 'the same as a document' 1 'exit 1'
check 'the document is JSON' python3 -c '
import json, sys
d = json.load(open("out"))
f = d["failures"]
assert len(f) == d["failed"] == 1 and f[0]["rule"] == "no-acme" and f[0]["example"] == "bad"
assert f[0]["text"] == "Call me, Globex is slow." and "hook" in f[0]["breaks"] and f[0]["line"] == 11
assert [u["text"] for u in d["unused"]] == ["acme", "acme corp"], d["unused"]'

run test --format=sarif house.yaml
exits 'examples have two formats' 2 'usage'

run rules --rules=house.yaml
exits 'the list of the rules' 0
prints 'has the place of each' '^    house.yaml:2$'
prints 'and what styles make of it' 'rules/homework.yaml:[0-9]* · .*: off$'

run rules --rules=house.yaml --format=json
check 'the list is JSON' python3 -c '
import json
d = json.load(open("out"))
own = [r for r in d["rules"] if r["rule"] == "no-acme"][0]
assert own["standard"] == {"on": True, "severity": "warning", "points": 2, "file": "house.yaml", "line": 6}, own
twice = [r for r in d["rules"] if r["rule"] == "number-twice"][0]
assert {"vague", "outcome"} <= {s["style"] for s in twice["styles"]}'

run explain --rules=house.yaml no-acme
exits 'a page about a rule' 0
for head in 'What it asks' 'Why' 'Good' 'Bad' 'Points and when' 'Turn it off'; do
    prints "has: $head" "^$head\$"
done

for name in vague ask no-acme; do
    run explain --rules=house.yaml --format=json $name
    check "$name as a document" python3 -c '
import json, sys
d = json.load(open("out"))
assert d["name"] == sys.argv[1] and len(d["is"]) == 1' $name
done
run explain weekday
exits 'a set is explained' 0
prints 'what is in a set' '^  monday, tuesday, wednesday'
run explain --format=json weekday
prints 'a set as json' '"set":"weekday","file":"rules/language.yaml","line":[0-9]*,"phrases":\["monday",'
run explain wekday
says 'a set that may be meant' "did you mean 'weekday'"
run explain --rules=house.yaml nosuch
exits 'a name that there is not' 2 'usage'
finish
