#!/usr/bin/env python3
"""Fails where a template steps around the escaping or the content security policy.

{{{name_markup}}} is the only unescaped tag: such names hold what our own code built. Inline styles,
event handlers and scripts would need a hole in the policy; <input type=number> loses decimal commas.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent / "ui" / "templates"
NAME = re.compile(r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$|^\.$")
FORBIDDEN = [
    (r"\{\{&", "{{& is unescaped"),
    (r"\{\{=", "delimiters stay as they are"),
    (r"<[^>]*\sstyle\s*=", "inline style"),
    (r"<[^>]*\son[a-z]+\s*=", "inline event handler"),
    (r"javascript:", "javascript: address"),
    (r"<script(?![^>]*\ssrc=)", "inline script"),
    (r"type\s*=\s*[\"']?number", "<input type=number>"),
    (r"<form\b(?=[^>]*method=\"post\")(?!(?:(?!</form>).)*form_token)", "a form that posts has {{> form_token}}"),
    (r"=\{\{", "an attribute's value is in double quotes"),
    (r"(?:href|src|action)=\"\{\{\{", "an address is escaped"),
]


def faults_of(path, text):
    for pattern, why in FORBIDDEN:
        for hit in re.finditer(pattern, text, re.DOTALL):
            yield text.count("\n", 0, hit.start()) + 1, why
    open_sections = []
    for tag in re.finditer(r"\{\{\{\s*(.*?)\s*\}\}\}|\{\{\s*([#^/>!]?)\s*(.*?)\s*\}\}", text, re.DOTALL):
        line = text.count("\n", 0, tag.start()) + 1
        if tag[1] is not None:
            if not tag[1].endswith("_markup"):
                yield line, f"{{{{{{{tag[1]}}}}}}} is unescaped and does not end in _markup"
            continue
        kind, name = tag[2], tag[3]
        if kind == ">":
            if not (ROOT / "parts" / f"{name}.html").exists():
                yield line, f"there is no parts/{name}.html"
        elif kind == "/":
            if not open_sections or open_sections.pop() != name:
                yield line, f"{{{{/{name}}}}} closes nothing"
        elif kind in "#^" and kind:
            open_sections.append(name)
        if kind != "!" and kind != ">" and not NAME.match(name):
            yield line, f"{name!r} is no name"
        if not kind and name.endswith("_markup"):
            yield line, f"{{{{{name}}}}} would show its tags: markup has three braces"
    for name in open_sections:
        yield text.count("\n") + 1, f"{{{{#{name}}}}} is not closed"


def main():
    count, faults = 0, []
    for path in sorted(ROOT.rglob("*.html")):
        count += 1
        text = path.read_text(encoding="utf-8")
        faults += [f"{path.relative_to(ROOT.parent.parent)}:{line}: {why}" for line, why in faults_of(path, text)]
    print("\n".join(faults) if faults else f"templates: {count} escape everything")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
