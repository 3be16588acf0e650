#!/usr/bin/env python3
"""Reads a report as its consumers do, and holds it against the json report of the same run.

    read.py NAME JSON FORMAT=REPORT...

FORMAT's reader is a parser of another make (json, xml.etree) or the consumer's own algorithm, written
anew; "commands" wants no command to GitHub's runner in it, "annotations" none but those of ours. It
stands in the folder that relative paths begin in. Each prints a line of TAP for NAME.
"""
import collections
import json
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
wrong = []


def want(condition, what):
    if not condition:
        wrong.append(what)


def schema(name, value):
    import jsonschema

    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        validator = jsonschema.Draft7Validator(json.load(f))
    for error in list(validator.iter_errors(value))[:5]:
        wrong.append("schema: %s: %s" % ("/".join(map(str, error.absolute_path)), error.message[:200]))


def no_twice(pairs):
    names = [name for name, _ in pairs]
    want(len(names) == len(set(names)), "a member stands twice: %r" % names)
    return dict(pairs)


def parse_json(data):
    want(not data.startswith(b"\xef\xbb\xbf"), "a byte order mark")
    return json.loads(data.decode("utf-8"), object_pairs_hook=no_twice)


def normal(path):
    return path if path == "<stdin>" else os.path.normpath(path)


def expected(report, level):
    """(path, line, column, level, rule) of every finding that counts."""
    out = []
    for draft in report["drafts"]:
        for f in draft["findings"]:
            if "accepted" not in f and "suppressed" not in f:
                out.append((normal(draft["path"]), f["line"], f["column"], level[f["severity"]], f["rule"]))
    return sorted(out)


def same(got, report, level):
    got, wanted = collections.Counter(got), collections.Counter(expected(report, level))
    for item in list(got - wanted)[:3]:
        wrong.append("not in the json report: %r" % (item,))
    for item in list(wanted - got)[:3]:
        wrong.append("missing: %r" % (item,))


# ---- SARIF ----


def line_hashes(data):
    """What github/codeql-action's fingerprints.ts computes, in the words of its description."""
    text = data.decode("utf-8", "replace").encode("utf-16-le", "surrogatepass")
    units = [int.from_bytes(text[i : i + 2], "little") for i in range(0, len(text), 2)]
    kept, starts, start, cr = [], [], True, False
    for unit in units:
        if unit in (32, 9) or (cr and unit == 10):
            cr = False
            continue
        cr = unit == 13
        if start:
            starts.append(len(kept))
        kept.append(10 if cr else unit)
        start = kept[-1] == 10
    if start:
        starts.append(len(kept))
    kept += [65535] + [0] * 100
    seen, out = {}, []
    for at in starts:
        value = 0
        for unit in kept[at : at + 100]:
            value = (value * 37 + unit) & (2**64 - 1)
        seen[value] = seen.get(value, 0) + 1
        out.append("%x:%d" % (value, seen[value]))
    return out


def path_of(location, root):
    artifact = location["physicalLocation"]["artifactLocation"]
    uri = artifact["uri"]
    if uri.startswith("file:///"):
        want("uriBaseId" not in artifact, "an absolute URI with a base: " + uri)
        uri = uri[7:]
    else:
        want(artifact.get("uriBaseId") == "SRCROOT", "a relative URI without a base: " + uri)
    path = os.fsdecode(urllib.parse.unquote_to_bytes(uri))
    want(".." not in path.split("/") and "." not in path.split("/"), "dots in " + uri)
    want("//" not in path, "two slashes in " + uri)
    return path


def lines_of(path, root):
    """The lines of a file and their hashes."""
    try:
        with open(os.path.join(root, path), "rb") as f:
            data = f.read()
    except (OSError, ValueError):
        return None
    return re.split("\r\n|\n|\r", data.decode("utf-8", "replace")), line_hashes(data)


def check_region(path, region, lines):
    want(region["endLine"] >= region["startLine"], "ends before it begins: %r" % region)
    if region["endLine"] == region["startLine"]:
        want(region["endColumn"] >= region["startColumn"], "ends before it begins: %r" % region)
    for side in ("start", "end"):
        line, column = region[side + "Line"], region[side + "Column"]
        want(line <= len(lines), "%s: there is no line %d" % (path, line))
        want(line > len(lines) or column <= len(lines[line - 1]) + 1, "%s:%d: there is no column %d" % (path, line, column))


def read_sarif(data, report, root):
    log = parse_json(data)
    schema("sarif.json", log)
    official = os.environ.get("SARIF_SCHEMA")
    if official:
        import jsonschema

        with open(official, encoding="utf-8") as f:
            rules = json.load(f)
        for error in list(jsonschema.validators.validator_for(rules)(rules).iter_errors(log))[:5]:
            wrong.append("official schema: %s" % error.message[:200])
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    want(len(rules) == len(set(rules)), "a rule stands twice")
    got, used, cache = [], set(), {}
    for result in run["results"]:
        index = result["ruleIndex"]
        want(index < len(rules) and rules[index] == result["ruleId"], "ruleIndex %d is not %s" % (index, result["ruleId"]))
        used.add(index)
        path = path_of(result["locations"][0], root)
        region = result["locations"][0]["physicalLocation"]["region"]
        if path not in cache:
            cache[path] = lines_of(path, root)
        if cache[path]:
            lines, hashes = cache[path]
            check_region(path, region, lines)
            right = hashes[min(region["startLine"], len(hashes)) - 1]
            got_hash = result["partialFingerprints"]["primaryLocationLineHash"]
            want(got_hash == right, "%s:%d: the line's hash is %s" % (path, region["startLine"], right))
        want(not re.search(r"\]\(", result["message"]["text"]), "a link: " + result["message"]["text"])
        if not result["suppressions"]:
            got.append((path, region["startLine"], region["startColumn"], result["level"], result["ruleId"]))
    want(used == set(range(len(rules))), "rules without a result")
    notes = run["invocations"][0]["toolExecutionNotifications"]
    good = run["invocations"][0]["executionSuccessful"]
    want(good == (not any(n["level"] == "error" for n in notes)), "executionSuccessful is %s" % good)
    if not any("more findings" in n["message"]["text"] for n in notes):
        same(got, report, {"error": "error", "warning": "warning", "suggestion": "note"})


# ---- GitHub ----

COMMANDS = set(
    "internal-set-repo-path set-env set-output save-state add-mask add-path add-matcher remove-matcher "
    "debug notice warning error group endgroup echo command stop-commands".split()
)


def parse_command(line):
    """As the runner's ActionCommand does: first "::", then the older "##["."""
    trimmed = line.lstrip()
    if trimmed.startswith("::") and trimmed.find("::", 2) >= 0:
        end = trimmed.find("::", 2)
        info, message = trimmed[2:end], trimmed[end + 2 :]
        name, _, rest = info.partition(" ")
        if name in COMMANDS:
            properties = {}
            for pair in filter(None, rest.strip().split(",")):
                key, equals, value = pair.partition("=")
                if equals and value:
                    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
                        value = value.replace(code, char)
                    properties[key.lower()] = value
            for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
                message = message.replace(code, char)
            return name, properties, message
    start = line.find("##[")
    if start >= 0 and line.find("]", start) >= 0:
        name = line[start + 3 : line.find("]", start)].partition(" ")[0]
        if name in COMMANDS:
            return name, {}, ""
    return None


def read_github(data, report, root):
    got, plain, counts = [], 0, {}
    for line in data.decode("utf-8").split("\n"):
        command = parse_command(line)
        if not command:
            want(line == "" or line.startswith("  | "), "a line of its own: %r" % line)
            plain += line.startswith("  | ") and bool(re.search(r"\[[a-z0-9-]+\]$", line))
            continue
        name, properties, message = command
        want(name in ("error", "warning", "notice"), "the command " + name)
        want(message, "an empty message")
        counts[name] = counts.get(name, 0) + 1
        if "line" not in properties:
            continue
        want(set(properties) <= {"file", "line", "endline", "col", "endcolumn", "title"}, "properties %r" % properties)
        want(("col" in properties) == (properties["line"] == properties["endline"]), "columns of two lines: %r" % line)
        rule = re.search(r"\(([a-z0-9-]+)\)$", properties["title"]).group(1)
        got.append((properties["file"], int(properties["line"]), name, rule))
    want(all(n <= 10 for n in counts.values()), "more than ten of a kind: %r" % counts)
    level = {"error": "error", "warning": "warning", "suggestion": "notice"}
    wanted = collections.Counter((p, l, s, r) for p, l, _, s, r in expected(report, level))
    for item in collections.Counter(got) - wanted:
        want(False, "not in the json report: %r" % (item,))
    n = sum(wanted.values())
    want(len(got) + plain == n, "%d commands and %d lines for %d findings" % (len(got), plain, n))
    order = [g[2] for g in got]
    want(order == sorted(order, key=["error", "warning", "notice"].index), "not the gravest first")


def read_commands(data, own):
    annotations = 0
    for line in data.decode("utf-8").split("\n"):
        command = parse_command(line)
        if command and own:
            annotations += 1
            want(command[0] in ("error", "warning", "notice") and "file" in command[1], "a command: %r" % line)
            want("\n" not in command[2] and "\r" not in command[2], "a message of lines: %r" % line)
            want(not any(ord(c) < 32 or 126 < ord(c) < 160 for c in command[2]), "controls: %r" % line)
        else:
            want(command is None, "a command: %r" % line)
    want(bool(annotations) == own, "%d annotations" % annotations)


# ---- the others ----


def read_gitlab(data, report, root):
    entries = parse_json(data)
    schema("gitlab.json", entries)
    prints = [e["fingerprint"] for e in entries]
    want(len(prints) == len(set(prints)), "a fingerprint stands twice")
    level = {"error": "major", "warning": "minor", "suggestion": "info"}
    got = sorted((e["location"]["path"], e["location"]["lines"]["begin"], e["severity"], e["check_name"]) for e in entries)
    want(got == sorted((p, l, s, r) for p, l, _, s, r in expected(report, level)), "not what the json report has")


def read_rdjsonl(data, report, root):
    got, cache = [], {}
    for line in data.splitlines(keepends=True):
        want(len(line) < 64000 and line.endswith(b"\n"), "a line of %d bytes" % len(line))
        entry = parse_json(line)
        schema("rdjsonl.json", entry)
        if "range" not in entry["location"]:
            continue
        path, start = entry["location"]["path"], entry["location"]["range"]["start"]
        column = start["column"]
        if path not in cache:
            try:
                with open(os.path.join(root, path), "rb") as f:
                    # A byte order mark is no column.
                    cache[path] = re.split(b"\r\n|\n|\r", f.read().removeprefix(b"\xef\xbb\xbf"))
            except (OSError, ValueError):
                cache[path] = None
        if cache[path]:
            text = cache[path][start["line"] - 1]
            column = len(text[: column - 1].decode("utf-8", "replace")) + 1
        got.append((path, start["line"], column, entry["severity"], entry["code"]["value"]))
    same(got, report, {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"})


def in_xml(report):
    """What XML 1.0 cannot hold is replaced."""
    for draft in report["drafts"]:
        draft["path"] = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", draft["path"])
    return report


def read_checkstyle(data, report, root):
    report = in_xml(report)
    got = []
    for file in xml.etree.ElementTree.fromstring(data).iter("file"):
        for e in file.iter("error"):
            if "column" in e.attrib:
                rule = e.attrib["source"].partition(".")[2]
                got.append((file.attrib["name"], int(e.attrib["line"]), int(e.attrib["column"]), e.attrib["severity"], rule))
    same(got, report, {"error": "error", "warning": "warning", "suggestion": "info"})


def read_junit(data, report, root):
    report = in_xml(report)
    suite = xml.etree.ElementTree.fromstring(data).find("testsuite")
    cases = suite.findall("testcase")
    want(int(suite.attrib["tests"]) == len(cases), "tests is not the number of cases")
    for kind in ("failure", "error"):
        n = sum(case.find(kind) is not None for case in cases)
        want(int(suite.attrib[kind + "s"]) == n, "%ss is not %d" % (kind, n))
    drafts = [case for case in cases if case.find("error") is None]
    want(len(drafts) == len(report["drafts"]), "%d cases of %d drafts" % (len(drafts), len(report["drafts"])))
    lines = suite.find("system-out").text or ""
    for case, draft in zip(drafts, report["drafts"]):
        want(case.attrib["name"].startswith(normal(draft["path"])), "the case %s" % case.attrib["name"])
        want(case.attrib["time"] == "%.3f" % (draft["duration_ms"] / 1000), "the time %s" % case.attrib["time"])
        failed = [f for f in draft["findings"] if f["severity"] == "error" and "accepted" not in f and "suppressed" not in f]
        failure = case.find("failure")
        want((failure is not None) == bool(failed), "a failure where none is, or none: %s" % case.attrib["name"])
        if failure is not None:
            lines += failure.text
    got = re.findall(r"^(\d+):(\d+): (\w+): .* \[([a-z0-9-]+)\]$", lines, re.M)
    wanted = [(l, c, s, r) for _, l, c, s, r in expected(report, {s: s for s in ("error", "warning", "suggestion")})]
    want(sorted((int(l), int(c), s, r) for l, c, s, r in got) == sorted(wanted), "not what the json report has")


def main():
    name, truth = sys.argv[1:3]
    with open(truth, "rb") as f:
        truth = f.read()
    for argument in sys.argv[3:]:
        kind, _, path = argument.partition("=")
        wrong.clear()
        with open(path, "rb") as f:
            data = f.read()
        try:
            if kind in ("commands", "annotations"):
                read_commands(data, kind == "annotations")
            else:
                globals()["read_" + kind](data, parse_json(truth), ".")
        except Exception as error:  # a reader that gives up is a report that is wrong
            wrong.append("%s: %s" % (type(error).__name__, error))
        what = "%s: %s" % (name, kind if kind in path else kind + " in " + os.path.basename(path))
        print("%sok %s" % ("not " if wrong else "", what))
        for line in wrong[:10]:
            print("#   " + repr(line))


if __name__ == "__main__":
    main()
