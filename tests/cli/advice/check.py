#!/usr/bin/env python3
"""Follows each advice of which it is told what it comes to, and looks whether that is so.

    check.py RINGBACK [DRAFTS.ndjson|FOLDER]

Without drafts, those of the rules' own examples. A deletion that a report offers must not lower the
score, however roughly it is made, and must come to the points and seconds that were named. What an
advice puts into the caller's mouth for the end must come to the points that were named, at the best place there. Prints TAP.
"""
import glob
import json
import os
import re
import subprocess
import sys

BLANK, STOP = b" \n\t\r", b".!?"
SETTINGS = ("style", "pace", "dial_at", "measured_seconds", "address", "from", "to", "company", "status")


def run(*args, feed=None):
    done = subprocess.run(args, input=feed, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        sys.exit("%s: exit %d: %s" % (args, done.returncode, done.stderr.decode()[:300]))
    return done.stdout.decode()


def judge(ringback, drafts):
    feed = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in drafts)
    out = run(ringback, "--no-config", "--input=ndjson", "--format=ndjson", "-", feed=feed.encode())
    return [json.loads(line) for line in out.splitlines()]


def examples(ringback):
    """The drafts of the rules' examples, each in its style."""
    names = [r["rule"] for r in json.loads(run(ringback, "rules", "--format=json"))["rules"]]
    for name in names:
        for rule in json.loads(run(ringback, "explain", "--format=json", name))["is"]:
            for draft in rule.get("bad", []) + rule.get("good", []):
                yield {k: v for k, v in draft.items() if k == "text" or k in SETTINGS}


def folder(name):
    """The drafts of a folder's files, one in each, as they are and in one line, with the simple ones of
    their settings."""
    for path in sorted(glob.glob(name + "/**/*.txt", recursive=True)):
        with open(path, encoding="utf-8") as f:
            text, draft = f.read(), {}
        if text.startswith("---\n"):
            head, text = text[4:].split("---\n", 1)
            for key, value in re.findall(r'^([a-z_]+): "?([^"\n]+)"?$', head, re.M):
                if key in SETTINGS:
                    draft[key] = json.loads(value) if re.fullmatch(r"[\d.]+", value) else value
        yield dict(draft, text=text)
        yield dict(draft, text=" ".join(text.split()))


def read(name):
    if os.path.isdir(name):
        yield from folder(name)
        return
    with open(name, encoding="utf-8") as f:
        for line in f:
            yield {k: v for k, v in json.loads(line).items() if k == "text" or k in SETTINGS}


def roughly(text, start, end):
    return text[:start] + text[end:]


def tidily(text, start, end):
    """Without the stop of a sentence that goes whole, and one of two commas that would meet; a line
    that ended still ends."""
    before, after = start, end
    while before > 0 and text[before - 1] in BLANK:
        before -= 1
    while after < len(text) and text[after] in BLANK:
        after += 1
    if before == 0 or text[before - 1] in STOP:
        while after < len(text) and text[after] in STOP + b",":
            after += 1
            end = after
    elif text[before - 1] in b"," and text[after : after + 1] == b",":
        end = after + 1
    if end < len(text) and text[end] in BLANK and (start == 0 or text[start - 1] in BLANK):
        end += 1
    if b"\n" in text[start:end] and text[:start].endswith(b" "):
        return text[: start - 1] + b"\n" + text[end:]
    return text[:start] + text[end:]


def stated(advice):
    """The points and seconds that an advice names."""
    points = re.search(r"\(([+−])(\d+) points?", advice)
    saves = re.search(r"saves ([\d.]+) s\)", advice)
    return (int(points[2]) * (1 if points[1] == "+" else -1) if points else 0, float(saves[1]) if saves else 0.0)


def said(finding, text):
    """What an advice puts into the caller's mouth for the very end; None: nothing, or not all of it."""
    words = re.search(r"“([^“”…]*)”", finding["advice"])
    if b"\n" in text.rstrip(BLANK):  # with more words its lines would be broken elsewhere
        return None
    if not words or "takes about" not in finding["advice"] or finding["start"] != finding["end"]:
        return None
    return words[1] if finding["end"] == len(text.rstrip(BLANK)) else None


def places(text, sentences, words):
    """The text with the words at its end, or before one of its last sentences."""
    for last in [None] + sentences[:-5:-1]:
        at = last["start"] if last else len(text.rstrip(BLANK))
        before = text[:at].rstrip(BLANK)
        if before and before[-1:] in STOP + b"\"":
            yield before + b" " + words.encode() + (b"" if words[-1] in ".!?" else b".") + b" " + text[at:]


def total(result):
    return sum(f["points"] for f in result["findings"])


def main():
    ringback = sys.argv[1]
    drafts = list(read(sys.argv[2]) if len(sys.argv) > 2 else examples(ringback))
    tries = []
    for draft, result in zip(drafts, judge(ringback, drafts)):
        text = draft["text"].encode()
        for f in result["findings"]:
            words = said(f, text)
            for added in places(text, result["sentences"], words) if words else []:
                tries.append((draft, result, f, "add", added))
            if f.get("removable"):
                tries.append((draft, result, f, "rough", roughly(text, f["start"], f["end"])))
                tries.append((draft, result, f, "tidy", tidily(text, f["start"], f["end"])))
    followed = [dict(d, text=text.decode()) for d, _, _, _, text in tries]
    wrong, seen, told = {}, {"add": 0, "rough": 0, "tidy": 0}, {}
    for (draft, before, f, how, _), after in zip(tries, judge(ringback, followed)):
        points, seconds = stated(f["advice"])
        real = total(before) - total(after), (before["duration_ms"] - after["duration_ms"]) / 1000
        seen[how] += 1
        faults = []
        if how != "add" and after["score"] < before["score"]:
            faults.append("%s deletion lowers %d to %d" % (how, before["score"], after["score"]))
        if how == "tidy" and "measured_seconds" not in draft and abs(real[1] - seconds) > 0.06:
            faults.append("%s deletion saves %.2f s, not %.1f" % (how, real[1], seconds))
        if how == "tidy" and f.get("removable") and real[0] != points and "measured_seconds" not in draft:
            faults.append("%+d points, not %+d" % (real[0], points))
        if how == "add":
            told.setdefault(id(f), (f, points, draft["text"], []))[3].append(real[0])
        for fault in faults:
            words = draft["text"].encode()[f["start"] : f["end"]].decode()
            wrong.setdefault(how, []).append("%s “%s”: %s: %s" % (f["rule"], words, fault, draft["text"]))
    for f, points, text, real in told.values():
        if points not in real:
            wrong.setdefault("add", []).append("%s: %s points, not %+d: %s" % (f["rule"], real, points, text))
    names = {
        "rough": "deleting what a finding offers never lowers the score",
        "tidy": "and comes to what was named",
        "add": "saying what an advice quotes comes to what was named",
    }
    for how, name in names.items():
        print("%s %s (%d)" % ("not ok" if wrong.get(how) or not seen[how] else "ok", name, seen[how]))
        for fault in wrong.get(how, []):
            print("#   " + fault)


main()
