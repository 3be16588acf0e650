"""Holds the sentences and numbers that a program finds against those of tests/spec/text/*.md."""
import json
import os
import subprocess
import sys


def squeeze(text):
    return "".join(text.split())


def read_sentences(lines):
    text, parts = "", []
    for line in lines:
        line = line.replace("\\n", "\n")
        parts.append(squeeze(line))
        text += line if line.endswith("\n") else line + " "
    return text.strip(), parts


def read_number(line):
    text, _, numbers = line.rpartition(" = ")
    wanted = numbers.split()
    return text.strip(), [] if wanted == ["none"] else wanted


def read_file(path):
    """Gives (name, kind, text, wanted) for each draft."""
    name, kind, lines = "", "", []
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines():
            if not kind and line.startswith("## "):
                name = os.path.basename(path) + ": " + line[3:]
            elif not kind and line.startswith("```"):
                kind, lines = line[3:], []
            elif line == "```":
                if kind == "sentences":
                    yield (name, kind, *read_sentences(lines))
                else:
                    for each in lines:
                        yield (name, kind, *read_number(each))
                kind = ""
            elif kind:
                lines.append(line)


def run(program, texts):
    records = "".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(texts))
    options = ["--no-config", "--input", "ndjson", "--format", "ndjson", "-"]
    out = subprocess.run([program, *options], input=records.encode(), stdout=subprocess.PIPE, check=False)
    return {r["id"]: r for r in map(json.loads, out.stdout.decode().splitlines())}


def main(program, paths):
    cases = [case for path in paths for case in read_file(path)]
    results = run(program, [text for _, _, text, _ in cases])
    wrong = {}
    for i, (name, kind, text, wanted) in enumerate(cases):
        result, raw = results.get(str(i), {"sentences": [], "facts": []}), text.encode()
        if kind == "sentences":
            found = [squeeze(raw[s["start"]:s["end"]].decode()) for s in result["sentences"]]
        else:
            found = [f["value"] for f in result["facts"] if f["kind"] == "phone_number"]
        wrong.setdefault(name, [])
        if found != wanted:
            wrong[name].append(f"# {text!r}\n#   wanted {wanted}\n#   found  {found}")
    for name, lines in wrong.items():
        print(("not ok - " if lines else "ok - ") + name)
        for line in lines:
            print(line)
    return 0 if cases else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
