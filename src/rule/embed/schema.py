#!/usr/bin/env python3
"""Writes the JSON schema of rule files to standard output, from the table of keys that the loader
reads. `make schema` keeps it as rules/schema.json.

A type has up to four definitions. What an entry of a name that is there must have only the loader
knows: a "part" need not be complete. An item of a list inherits nothing: an "item" must be. An
"entry" that has all that only a new one has must be a "whole"; else it is a part. What a style
changes of a rule is a "layer"."""
import json
import re
import sys

NAMES = {
    "SET_NAMES": "[A-Za-z][A-Za-z0-9_]*",
    "FACT_NAMES": "[a-z][a-z0-9_]*",
    "RULE_NAMES": "[a-z][a-z0-9]*(-[a-z0-9]+)*",
    "WORD_NAMES": ".+",
    "ANY_NAMES": ".+",
}
# What a style cannot change of a rule.
FIXED = {"extends", "style", "examples"}
# The keys that only a new entry has all of.
COMPLETE = {"FACT": ["doc", "examples"], "RULE": ["title", "examples"]}


class Row:
    def __init__(self, fields, values):
        self.__dict__.update(zip(fields, values))


def read(path):
    """The rows of the table, by the macro that begins them."""
    fields = {
        "TYPE": "id words scalar choices item context names any",
        "SHAPE": "type kinds least most pattern",
        "PAIR": "type",
        "KEY": "context name type need wants help",
        "RELATION": "context when kind keys",
        "REFINE": "context when keys type",
    }
    rows = {macro: [] for macro in fields}
    for line in open(path, encoding="utf-8"):
        row = re.match(r"([A-Z]+)\((.*)\)$", line)
        if row and row[1] in rows:
            values = re.findall(r'"((?:[^"\\]|\\.)*)"|([\w]+)', row[2])
            values = [re.sub(r"\\(.)", r"\1", text) if text else word for text, word in values]
            rows[row[1]].append(Row(fields[row[1]].split(), values))
    return rows


class Schema:
    def __init__(self, rows):
        self.types = {t.id: t for t in rows["TYPE"]}
        self.shapes = {s.type: s for s in rows["SHAPE"]}
        self.pairs = {p.type for p in rows["PAIR"]}
        self.keys, self.relations, self.refines = rows["KEY"], rows["RELATION"], rows["REFINE"]
        self.definitions = {}

    def refer(self, type_id, variant):
        t = self.types[type_id]
        name = type_id.lower().replace("_", "-")
        if t.context != "NO_CONTEXT" or t.names != "0":
            name += "-" + variant
        if name not in self.definitions:
            self.definitions[name] = None  # it may refer to itself
            self.definitions[name] = self.define(t, variant)
        return {"$ref": f"#/definitions/{name}"}

    def define(self, t, variant):
        if variant == "entry" and t.context in COMPLETE:
            new = {"type": "object", "required": COMPLETE[t.context],
                   "not": {"required": ["extends"]}}
            return {"if": new, "then": self.refer(t.id, "whole"),
                    "else": self.refer(t.id, "part")}
        ways = []
        if t.scalar != "NONE":
            ways.append(self.scalar(t))
        if t.item != "0":
            ways.append(self.list(t))
        if t.context != "NO_CONTEXT":
            ways.append(self.map(t.context, variant))
        if t.names != "0":
            ways.append(self.free_map(t, variant))
        return ways[0] if len(ways) == 1 else {"anyOf": ways}

    def scalar(self, t):
        if t.scalar == "CHOICE":
            return {"enum": t.choices.split()}
        if t.scalar == "FLAG":
            return {"type": "boolean"}
        if t.scalar == "COUNT":
            return {"type": "integer", "minimum": 0, "maximum": 1000000}
        if t.scalar == "SIGNED":
            return {"type": "integer", "minimum": -100, "maximum": 100}
        if t.id in self.shapes:
            shape = self.shapes[t.id]
            kinds = shape.kinds.split()
            way = {"type": kinds if len(kinds) > 1 else kinds[0], "minLength": 1,
                   "pattern": shape.pattern}
            if shape.most != "0":
                way.update(minimum=int(shape.least), maximum=int(shape.most))
            return way
        return {"type": ["string", "number", "boolean"], "minLength": 1}

    def list(self, t):
        size = {"minItems": 2, "maxItems": 2} if t.id in self.pairs else {"minItems": 1}
        return {"type": "array", **size, "items": self.refer(t.item, "item")}

    def free_map(self, t, variant):
        signed = variant != "item" and self.types[t.any].item != "0"
        pattern = "^" + NAMES[t.names] + ("[+-]?$" if signed else "$")
        return {"type": "object", "minProperties": 1, "propertyNames": {"pattern": pattern},
                "additionalProperties": self.refer(t.any, variant)}

    # ---- maps with fixed keys ----

    def keys_of(self, context):
        return [k for k in self.keys if k.context == context]

    def map(self, context, variant):
        inside = variant
        if variant == "layer" or (variant == "entry" and context != "FILE"):
            inside = "layer" if context == "STYLE" else "part"
        properties = {}
        for key in self.keys_of(context):
            if variant == "layer" and key.name in FIXED:
                continue
            properties[key.name] = self.described(key.help, key.type, inside)
            if self.types[key.type].item == "0" or variant == "item":
                continue
            properties[key.name + "+"] = self.described("adds: " + key.help, key.type, "item")
            if variant in ("part", "layer"):
                properties[key.name + "-"] = self.described("takes away: " + key.help, key.type,
                                                            "item")
        way = {"type": "object", "minProperties": 1, "additionalProperties": False,
               "properties": properties}
        demands = self.demands(context, variant) if variant in ("whole", "item") else []
        if demands:
            way["allOf"] = demands
        return way

    def described(self, help_text, type_id, variant):
        # Beside a $ref nothing else is read.
        return {"description": help_text, "allOf": [self.refer(type_id, variant)]}

    def given(self, context, name, variant):
        """The key is there; one that is a list may have a sign."""
        key = next(k for k in self.keys_of(context) if k.name == name)
        plain = {"required": [name]}
        if variant == "item" or self.types[key.type].item == "0":
            return plain
        return {"anyOf": [plain, {"required": [name + "+"]}]}

    def when(self, context, condition, variant):
        name, differs, value = re.match(r"([a-z_]+)(!?)=?(.*)$", condition).groups()
        found = [self.given(context, name, variant)]
        if value:
            is_value = {"enum": [value == "true" or value]}
            found.append({"properties": {name: {"not": is_value} if differs else is_value}})
        return found[0] if len(found) == 1 else {"allOf": found}

    def demands(self, context, variant):
        def given(names):
            return [self.given(context, name, variant) for name in names.split()]

        demands = []
        for key in self.keys_of(context):
            if key.need == "REQUIRED":
                demands += given(key.name)
            if key.wants:
                demands.append({"if": given(key.name)[0], "then": {"anyOf": given(key.wants)}})
        for r in (r for r in self.relations if r.context == context):
            which = given(r.keys)
            demand = {"ANY": {"anyOf": which}, "ONE": {"oneOf": which},
                      "MOST": {"anyOf": [{"oneOf": which}, {"not": {"anyOf": which}}]},
                      "NONE": {"not": {"anyOf": which}}}[r.kind]
            if r.when:
                demand = {"if": self.when(context, r.when, variant), "then": demand}
            demands.append(demand)
        for r in (r for r in self.refines if r.context == context):
            kind = self.refer(r.type, "item")
            demands.append({"if": self.when(context, r.when, variant),
                            "then": {"properties": {name: kind for name in r.keys.split()}}})
        if context == "RULE":
            demands.append(self.speech())
        return demands

    @staticmethod
    def speech():
        """A rule has a message, or each of its checks has, or it is silent."""
        speaks = {"required": ["message"]}
        checks = [{"type": "object", **speaks}, {"type": "array", "items": speaks}]
        silent = {"required": ["silent"], "properties": {"silent": {"enum": [True]}}}
        return {"anyOf": [speaks, silent, {"properties": {"check": {"anyOf": checks}}}]}

    def document(self):
        root = [self.refer("FILE", "entry"), {"type": "null"}]
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "$comment": "Made from src/rule/keys.def: `make schema` writes it anew.",
            "title": "Rules of ringback",
            "description": "A rule file: sets, facts, rules, styles, reminders. See ringback-rules(5).",
            "anyOf": root,
            "definitions": self.definitions,
        }


def layout(value, margin):
    """JSON with everything on one line that fits."""
    flat = json.dumps(value)
    if len(flat) + len(margin) <= 100 or not isinstance(value, (dict, list)):
        return flat
    deeper = margin + " "
    if isinstance(value, list):
        parts = [layout(item, deeper) for item in value]
    else:
        parts = [f"{json.dumps(key)}: {layout(item, deeper)}" for key, item in value.items()]
    brackets = "[]" if isinstance(value, list) else "{}"
    return brackets[0] + "\n" + ",\n".join(deeper + p for p in parts) + "\n" + margin + brackets[1]


if __name__ == "__main__":
    print(layout(Schema(read(sys.argv[1])).document(), ""))
