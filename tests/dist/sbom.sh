#!/bin/sh
# The list of what is linked names every library the program asks for, with the package and version
# that the machine has; it is the same each time, and has the shape of CycloneDX 1.5.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in first second; do
    python3 src/dist/sbom.py "$RINGBACK" 0.1.0 >"$work/$file" || exit 1
done
cmp "$work/first" "$work/second" || exit 1
readelf -d -W "$RINGBACK" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' >"$work/needed"
python3 - "$work" <<'PY'
import json
import subprocess
import sys

import jsonschema

text = {"type": "string", "minLength": 1}
hashes = {"type": "array", "minItems": 1, "items": {
    "type": "object", "required": ["alg", "content"], "additionalProperties": False,
    "properties": {"alg": {"const": "SHA-256"}, "content": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}}}
component = {"type": "object", "required": ["type", "bom-ref", "name", "version"], "additionalProperties": False,
             "properties": {
                 "type": {"enum": ["application", "library"]}, "bom-ref": text, "name": text, "version": text,
                 "purl": {"type": "string", "pattern": "^pkg:deb/[a-z]+/[^@ ]+@[^? ]+\\?arch="}, "hashes": hashes,
                 "properties": {"type": "array", "items": {
                     "type": "object", "required": ["name", "value"], "additionalProperties": False,
                     "properties": {"name": text, "value": text}}}}}
schema = {"type": "object", "required": ["bomFormat", "specVersion", "version", "metadata", "components", "dependencies"],
          "additionalProperties": False, "properties": {
              "bomFormat": {"const": "CycloneDX"}, "specVersion": {"const": "1.5"}, "version": {"const": 1},
              "metadata": {"type": "object", "required": ["component"], "properties": {"component": component}},
              "components": {"type": "array", "minItems": 1, "uniqueItems": True, "items": component},
              "dependencies": {"type": "array", "items": {
                  "type": "object", "required": ["ref", "dependsOn"], "properties": {
                      "ref": text, "dependsOn": {"type": "array", "uniqueItems": True, "items": text}}}}}}
work = sys.argv[1]
with open(f"{work}/first", encoding="utf-8") as file:
    bom = json.load(file)
jsonschema.validate(bom, schema)
refs = [c["bom-ref"] for c in bom["components"]]
assert len(set(refs)) == len(refs), "a name twice"
assert bom["dependencies"] == [{"ref": bom["metadata"]["component"]["bom-ref"], "dependsOn": refs}]
files = " ".join(p["value"] for c in bom["components"] for p in c["properties"] if p["name"] == "ringback:file").split()
with open(f"{work}/needed", encoding="utf-8") as file:
    needed = file.read().split()
assert needed, "the program asks for no library"
missing = [name for name in needed if name not in files]
assert not missing, f"linked and not listed: {missing}"
for c in bom["components"]:
    if "purl" in c:
        has = subprocess.run(["dpkg-query", "-W", "-f", "${Version}\n", c["name"]], check=True, capture_output=True,
                             text=True).stdout.split()
        assert c["version"] in has, f"{c['name']} is {has}, not {c['version']}"
print(f"{len(refs)} packages, {len(files)} files, {len(needed)} asked for")
PY
