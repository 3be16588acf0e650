#!/usr/bin/env python3
"""Writes the JSON schema of configurations (.ringback.yaml) to standard output, from the tables of
keys and paces that the loader reads: config_schema.py settings/keys.def clock/pace.def. `make schema`
keeps it as rules/config-schema.json."""
import re
import sys

sys.dont_write_bytecode = True
from schema import layout

TEXT = {"type": ["string", "number", "boolean"], "minLength": 1}
# A reason says something: it has a letter.
REASON = {"type": ["string", "boolean"], "pattern": "[A-Za-z]|[^\\x00-\\x7F]"}
PATH = {"type": ["string", "number", "boolean"], "minLength": 1, "pattern": "^[^/]"}
LISTS = ("PATHS", "GLOBS")


def rows(path, macro):
    text = open(path, encoding="utf-8").read()
    for row in re.findall(r"^%s\((.*?)\)$" % macro, text, re.M | re.S):
        values = re.findall(r'"((?:[^"\\]|\\.)*)"|([\w|]+(?: \| \w+)*)', row)
        yield [re.sub(r"\\(.)", r"\1", quoted) if quoted else word for quoted, word in values]


class Schema:
    def __init__(self, keys, paces):
        self.keys = [dict(zip("id name type where least most choices standard wanted help".split(), row))
                     for row in rows(keys, "SETTING")]
        self.paces = [row[0] for row in rows(paces, "PACE")]

    def value(self, key):
        least, most = int(key["least"]), int(key["most"])
        one = {
            "TEXT": lambda: TEXT,
            "WHOLE": lambda: {"type": "integer", "minimum": least, "maximum": most},
            "PACE": lambda: {"anyOf": [{"type": "integer", "minimum": least, "maximum": most},
                                       {"enum": self.paces}]},
            "FACTOR": lambda: {"anyOf": [{"type": "number", "minimum": least / 100, "maximum": most / 100},
                                         {"type": "string", "pattern": r"^(1|2)(\.[0-9]{0,3})?$|^3(\.0*)?$"}]},
            "CLOCK": lambda: {"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"},
            "CHOICE": lambda: {"enum": key["choices"].split()},
            "FLAG": lambda: {"type": "boolean"},
            "PATHS": lambda: self.several(PATH),
            "GLOBS": lambda: self.several(TEXT),
            "REASONS": lambda: {"type": "object", "additionalProperties": REASON},
            "OVERRIDES": lambda: {"type": "array", "minItems": 1,
                                  "items": {"$ref": "#/definitions/override"}},
        }
        return one[key["type"]]()

    @staticmethod
    def several(item):
        return {"anyOf": [item, {"type": "array", "items": item}]}

    def described(self, key, head=""):
        found = {"description": head + key["help"], **self.value(key)}
        standard = key["standard"]
        if not head and standard and key["type"] in ("TEXT", "CHOICE", "PACE"):
            found["default"] = int(standard) if standard.isdigit() else standard
        return found

    def map(self, where):
        properties = {}
        for key in self.keys:
            if where not in key["where"].split(" | "):
                continue
            properties[key["name"]] = self.described(key)
            if where != "TOP" or key["name"] == "extends":
                continue
            if key["type"] in LISTS or key["type"] == "OVERRIDES":
                properties[key["name"] + "+"] = self.described(key, "adds: ")
            if key["type"] in LISTS:
                properties[key["name"] + "-"] = self.described(key, "takes away: ")
        return {"type": "object", "additionalProperties": False, "properties": properties}

    def document(self):
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "$comment": "Made from src/settings/keys.def: `make schema` writes it anew.",
            "title": "Configuration of ringback",
            "description": ".ringback.yaml: settings for the drafts in its folder and below. See ringback(1).",
            "anyOf": [{"$ref": "#/definitions/configuration"}, {"type": "null"}],
            "definitions": {
                "configuration": self.map("TOP"),
                "override": {**self.map("OVER"), "required": ["files"], "minProperties": 2},
            },
        }


if __name__ == "__main__":
    print(layout(Schema(sys.argv[1], sys.argv[2]).document(), ""))
