#!/usr/bin/env python3
"""Holds a page against what it promises: check.py page FILE | says FILE DRAFT | same FILE FILE

page: well-formed, self-contained, let in by its own policy, every link with its target, colours
that can be read. says: besides, the words of a draft are words in it, and nothing else. same: two pages have the same elements with the same attributes' names.
"""
import base64
import hashlib
import html.parser
import re
import sys
import xml.etree.ElementTree as ElementTree

VOID = {"meta", "circle", "line", "rect"}
failed = False


def bad(why):
    global failed
    print(why)
    failed = True


class Page(html.parser.HTMLParser):
    """As a browser reads it: elements, attributes, text."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.elements, self.text, self.open = [], [], []
        self.number = False  # in the number of a finding, which is no word of the draft
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self.number = tag == "a" and dict(attributes).get("class", "").startswith("n ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            bad(f"</{tag}> closes something else")
        self.number = False

    def handle_data(self, data):
        if not self.number:
            self.text.append(data)

    def handle_comment(self, data):
        bad(f"a comment: {data}")


def well_formed(source):
    head = "<!DOCTYPE html>\n"
    if not source.startswith(head):
        bad("no doctype")
    try:
        ElementTree.fromstring(source[len(head):])
    except ElementTree.ParseError as error:
        bad(f"not well-formed: {error}")


def self_contained(page):
    allowed = {
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "nav",
        "article", "section", "div", "span", "h1", "h2", "h3", "h4", "p", "a", "b", "i", "q",
        "code", "mark", "ol", "ul", "li", "details", "summary", "table", "caption", "thead",
        "tbody", "tr", "th", "td", "svg", "circle", "line", "rect", "text", "script",
    }
    for tag, attributes in page.elements:
        if tag not in allowed:
            bad(f"<{tag}>")
        for name, value in attributes.items():
            if name.startswith("on") or name in ("src", "srcset", "style", "data", "action", "xlink:href"):
                bad(f"<{tag} {name}>")
            if name == "href" and not value.startswith("#"):
                bad(f"a link to {value}")


def policy(source, page):
    style = re.search(r"<style>(.*?)</style>", source, re.S).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    wanted = f"default-src 'none'; style-src 'sha256-{digest}'; "
    scripts = re.findall(r"<script>(.*?)</script>", source, re.S)
    if len(scripts) != ('<table class="drafts">' in source):
        bad(f"{len(scripts)} scripts: an overview has one, a page without none")
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        wanted += f"script-src 'sha256-{digest}'; "
        if re.search(r"fetch|XMLHttp|import|innerHTML|eval|document\.write", script):
            bad("the script does more than sort")
    wanted += "base-uri 'none'; form-action 'none'"
    given = [a["content"] for t, a in page.elements
             if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"]
    if given != [wanted]:
        bad(f"the policy is {given}, wanted {wanted}")
    if re.search(r"url\(|@import|expression", style):
        bad("the style sheet fetches something")
    return style


def links(page):
    ids = [a["id"] for _, a in page.elements if "id" in a]
    if len(ids) != len(set(ids)):
        bad("an id stands twice")
    for tag, attributes in page.elements:
        for name in ("href", "aria-labelledby"):
            target = attributes.get(name, "").removeprefix("#")
            if target and target not in ids:
                bad(f"<{tag} {name}> leads nowhere: {target}")


def accessible(page):
    tags = [t for t, _ in page.elements]
    for landmark in ("header", "main", "footer"):
        if tags.count(landmark) != 1:
            bad(f"{tags.count(landmark)} <{landmark}>")
    level = 0
    for tag in tags:
        if re.fullmatch("h[1-6]", tag):
            if int(tag[1]) > level + 1:
                bad(f"<{tag}> behind <h{level}>")
            level = int(tag[1])
    for tag, attributes in page.elements:
        if tag == "svg" and not (attributes.get("role") == "img" and attributes.get("aria-label")):
            bad("a drawing without words")
        if tag == "th" and "scope" not in attributes:
            bad("a header without its scope")
        if tag == "html" and attributes.get("lang") != "en":
            bad("no language")


def luminance(colour):
    if len(colour) == 4:
        colour = "#" + "".join(2 * c for c in colour[1:])
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(style):
    for where in re.findall(r":root\{(.*?)\}", style, re.S):
        colour = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]+)", where))
        pairs = [(ink, paper) for paper in ("paper", "soft")
                 for ink in ("ink", "dim", "error", "warning", "suggestion", "good")]
        pairs += [("ink", f"{s}-soft") for s in ("error", "warning", "suggestion")]
        for ink, paper in pairs:
            a, b = sorted((luminance(colour[ink]), luminance(colour[paper])))
            if (b + 0.05) / (a + 0.05) < 4.5:
                bad(f"{ink} on {paper}: {(b + 0.05) / (a + 0.05):.2f}")


def check(path):
    with open(path, encoding="utf-8", newline="") as file:
        source = file.read()
    if re.search("[\0-\b\v-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", source):
        bad("a character that is seen by no one")
    well_formed(source)
    page = Page(source)
    if page.open:
        bad(f"left open: {page.open}")
    self_contained(page)
    style = policy(source, page)
    links(page)
    accessible(page)
    contrast(style)
    return page


def words(text):
    return " ".join(text.split())


def says(path, draft):
    with open(draft, "rb") as file:
        text = file.read().decode("utf-8", "replace")
    for hidden, shown in (("\0", "\ufffd"), ("\x1b", "\\x1b"), ("\u202e", "\\u202e"), ("\ufeff", "")):
        text = text.replace(hidden, shown)
    if words(text) not in words("".join(check(path).text)):
        bad(f"the page does not say: {text}")


def shape(path):
    return [(tag, sorted(attributes)) for tag, attributes in check(path).elements]


if sys.argv[1] == "says":
    says(sys.argv[2], sys.argv[3])
elif sys.argv[1] == "same":
    if shape(sys.argv[2]) != shape(sys.argv[3]):
        bad("the pages have not the same elements")
else:
    check(sys.argv[2])
sys.exit(failed)
