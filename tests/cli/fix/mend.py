"""Mends every example that the rules carry, and every draft of the specification: mend.py PROGRAM FOLDER

What holds for all of them: the score never falls, no rule that cost nothing costs points now, what
is mended is not mended again, and what goes are whole words of the draft, what comes is what the
draft says already. Prints TAP.
"""

import glob
import json
import re
import subprocess
import sys

import yaml

program, home = sys.argv[1:]


def drafts():
    for path in sorted(glob.glob(home + "/rules/*.yaml")):
        with open(path, encoding="utf-8") as f:
            rules = (yaml.safe_load(f) or {}).get("rules") or {}
        for rule in rules.values():
            examples = rule.get("examples") if isinstance(rule, dict) else None
            for kind in ("bad", "good"):
                for example in (examples or {}).get(kind) or []:
                    text = example if isinstance(example, str) else example.get("text")
                    if isinstance(text, str) and text.strip():
                        yield text.strip()
    for path in sorted(glob.glob(home + "/tests/spec/*.md")):
        with open(path, encoding="utf-8") as f:
            for text in re.findall(r"^```voicemail\n(.*?)\n```$", f.read(), re.M | re.S):
                yield text.strip()


def judge(texts):
    lines = "".join(json.dumps({"text": t}) + "\n" for t in texts)
    run = [program, "--no-config", "--input=ndjson"]
    out = subprocess.run(run, input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def costs(result):
    return {f["rule"] for f in result["findings"] if f["points"]}


def fix(names):
    for at in range(0, len(names), 100):
        subprocess.run([program, "fix", *names[at : at + 100]], stdout=subprocess.DEVNULL, check=True)


def read(names):
    texts = []
    for name in names:
        with open(name, encoding="utf-8", newline="") as f:
            texts.append(f.read())
    return texts


def words(text):
    return re.findall(r"[\w'’]+", text.lower().replace("-", " "))


def tell(name, bad):
    print(("not ok " if bad else "ok ") + name)
    for line in bad[:5]:
        print("#   " + line)
    return not bad


given = sorted(set(t for t in drafts() if not re.search(r"^(---|# ringback)", t, re.M)))
names = ["%04d.txt" % i for i in range(len(given))]
for name, text in zip(names, given):
    with open(name, "w", encoding="utf-8", newline="") as f:
        f.write(text + "\n")
before = judge(given)
fix(names)
mended = read(names)
after = judge(mended)
fix(names)
again = read(names)

lower, broken, new, unlike = [], [], [], []
raised = 0
said = {"again", "this", "is", "once", "more", "my", "number", "thank", "you", "at"}
for text, then, mend, now in zip(given, before, mended, after):
    if now["score"] < then["score"]:
        lower.append(mend)
    raised += now["score"] > then["score"]
    if costs(now) - costs(then):
        broken.append("%s: %s" % (", ".join(costs(now) - costs(then)), mend))
    digits = re.sub(r"\D", "", text)
    for word in words(mend):
        if word not in said and word not in words(text) and word not in digits:
            new.append("%s: %s" % (word, mend))

ok = tell("no score falls", lower)
ok &= tell("no rule that held is broken", broken)
ok &= tell("nothing is said that was not said", new)
ok &= tell("once is enough", [a for m, a in zip(mended, again) if m != a])
ok &= tell("some get better", [] if raised > len(given) / 10 else ["%d of %d" % (raised, len(given))])
sys.exit(not ok)
