"""Loader and schema on mutations of rule files or configurations:
agree.py RINGBACK SCHEMA NUMBER rules|config SEED...

What only the loader can know is left out: what a name refers to, whether an entry is there already,
what is in a phrase or pattern, how two numbers relate. Of what it then still refuses the schema must
refuse all, and of what it takes the schema must take all."""
import copy
import json
import os
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

LOADER_ONLY = re.compile("|".join([
    # names
    r"there is no ", r"^no (phrase of )?[\"“].*[\"”] has the value", r"already given", r"is taken:", r"cannot be made of itself",
    r"made of each other",
    # inheritance
    r"from which to take", r"cannot be taken from it", r"only plain items can be taken", r"is no list, so nothing",
    r"clauses can be added",
    # phrases, patterns, fields
    r"a phrase (may|has|needs)", r"the phrase is empty", r"pattern does not compile", r"alternative is empty", r"is never closed", r"has no meaning here",
    r"several words", r"word is too long", r"a gap ", r"a / cannot", r"an edge at a group",
    r"no number, so it has no forms", r"at most 4 forms",
    # numbers held against each other, or against a check elsewhere
    r"is more than", r"more than 16 checks for what is similar", r"never less than 0", r"steps must rise", r"\"per\" (makes|must be more)", r"mended by deleting",
    r"does not take a minute",
    # the times are times, but in no order
    r"is two times of day, such as",
    # patterns and files of a configuration
    r"is no pattern:", r"No such file", r"says nothing of its files",
]))
# What a map lacks depends on what it inherits, unless it is new for certain.
LACKING = re.compile(r" lacks \"| needs | belongs to |does not go with|this check has no \"message\"")
COMPLETE = {"facts": ("doc", "examples"), "rules": ("title", "examples")}
VALUES = [None, "", "word", "two words", "first 3 sentences", "last 0 seconds", "09:00", "31:00", "3/2", "1s", "{count",
          True, False, 0, 3, -1, 2.5, 1000001, [], {}, ["x"], [["x"]], {"x": "y"}, {"min": 1}, ["09:00", "17:00"],
          "after ask", "start", "on"]
NAMES = ["titel", "Name", "a-b", "a_b", "9", "min", "max", "text", "phrases", "value", "points", "extends", "count",
         "limit", "below", "hint", "keep"]


# What configurations are mutated with.
CONFIG_VALUES = [None, "", "word", "brisk", "8:30", "24:00", "08:5", "/abs.txt", "1.4", "3.5", "formal", "never", True, False, 0, 3,
                 -1, 1.25, 2.0005, 80, 301, 100, [], {}, ["x"], [["x"]], {"x": "y"}, ["*.txt", 3], [{"files": "a.txt"}],
                 {"no-title": "9"}, {"no-title": ""}]
CONFIG_NAMES = ["stile", "Pace", "files", "measured_seconds", "to", "extends", "root", "include+", "exclude-", "overrides+", "ignore+",
                "minscore", "pace", "style", "x"]


class Dice:
    """The same numbers on every machine and with every Python."""

    def __init__(self, seed):
        self.state = seed

    def roll(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def pick(self, items):
        return items[self.roll(len(items))]


class Loader(yaml.SafeLoader):
    """The core schema of YAML 1.2, as editors read it."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(true|false)$", "tf"),
    ("int", r"^-?(0|[1-9][0-9]*)$", "-0123456789"),
    ("float", r"^-?[0-9]+\.[0-9]+$", "-0123456789"),
    ("null", r"^(~|null|)$", ["~", "n", ""]),
]:
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))


def places(tree):
    """Every (container, key) in a tree."""
    found, waiting = [], [tree]
    while waiting:
        node = waiting.pop()
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            found.append((node, key))
            if isinstance(node[key], (dict, list)):
                waiting.append(node[key])
    return found


def mutate(tree, dice, names, values):
    if not tree:
        return
    node, key = dice.pick(places(tree))
    how = dice.roll(6)
    if how == 0:
        del node[key]
    elif how == 1 and isinstance(node, dict):
        spelt = dice.pick([key[1:], key + "s", key + "+", key + "-", dice.pick(names)])
        if spelt and spelt not in node:
            node[spelt] = node.pop(key)
    elif how == 2 and isinstance(node, dict):
        node.setdefault(dice.pick(names), copy.deepcopy(dice.pick(values)))
    elif how == 3:
        other, other_key = dice.pick(places(tree))
        node[key] = copy.deepcopy(other[other_key])
    elif how == 4 and isinstance(node[key], (dict, list)):
        node[key] = [node[key]] if dice.roll(2) else {"x": node[key]}
    else:
        node[key] = copy.deepcopy(dice.pick(values))


def may_inherit(tree):
    """Is there an entry of which nobody but the loader knows whether it is new?"""
    for section, entries in tree.items():
        for entry in entries.values() if isinstance(entries, dict) else []:
            if section in ("styles", "reminders") or (
                    section in COMPLETE and isinstance(entry, dict)
                    and not (all(key in entry for key in COMPLETE[section]) and "extends" not in entry)):
                return True
    return False


def faults(program, kind, text, folder):
    """What the loader says that the schema could know; None: it takes the file."""
    path = os.path.join(folder, "mutant.yaml")
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    how = ["--rules", path] if kind == "rules" else ["--config", path, "--for", os.path.join(folder, "x.txt")]
    run = subprocess.run([program, "rules", *how], capture_output=True, check=False, encoding="utf-8")
    if run.returncode == 0:
        return None
    if run.returncode != 2:
        sys.exit(f"the program ended with {run.returncode} on {text}\n{run.stderr}")
    return [re.sub(r"^ringback: .*?:\d+:\d+: ", "", line) for line in run.stderr.splitlines() if "mutant.yaml:" in line]


def main():
    program, schema, number, kind = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    names, values = (NAMES, VALUES) if kind == "rules" else (CONFIG_NAMES, CONFIG_VALUES)
    seeds = []
    for path in sys.argv[5:]:
        with open(path, encoding="utf-8") as file:
            seeds.append(yaml.load(file, Loader))
    with open(schema, encoding="utf-8") as file:
        validator = jsonschema.Draft7Validator(json.load(file))
    jsonschema.Draft7Validator.check_schema(validator.schema)
    dice, judged, skipped, wrong, refused = Dice(20261124), 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for path, seed in zip(sys.argv[5:], seeds):
            if faults(program, kind, json.dumps(seed, ensure_ascii=False), folder) is not None:
                sys.exit(f"not ok - {path}: the loader refuses what is to be changed")
        while judged < number and skipped < 4 * number:
            tree = copy.deepcopy(dice.pick(seeds))
            for _ in range(1 if dice.roll(3) else 2):
                mutate(tree, dice, names, values)
            said = faults(program, kind, json.dumps(tree, ensure_ascii=False), folder)
            known = [f for f in said or [] if not LOADER_ONLY.search(f)]
            if may_inherit(tree):
                known = [f for f in known if not LACKING.search(f)]
            takes = validator.is_valid(tree)
            if said is not None and not known and takes:
                skipped += 1
                continue
            judged += 1
            refused += not takes
            if takes == (said is None) or (not takes and said):
                continue
            wrong += 1
            error = jsonschema.exceptions.best_match(validator.iter_errors(tree))
            print(f"# the schema {'takes' if takes else 'refuses'} it, the loader says {said}")
            if error:
                print(f"#   schema: {list(error.absolute_path)}: {error.message[:200]}")
                print(f"#   {json.dumps(tree)[:3000]}")
    print(f"{'not ok' if wrong or judged < number else 'ok'} - {judged} files, {refused} refused, "
          f"{skipped} that only the loader can judge, {wrong} on which they differ")
    sys.exit(wrong > 0 or judged < number)


main()
