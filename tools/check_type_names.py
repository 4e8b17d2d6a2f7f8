#!/usr/bin/env python3
"""Fails where two types of one library have the same name in the same namespace.

The linker takes one of two such types for both, and says nothing. Types in a namespace without a
name belong to their file alone.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"

# Comments, directives, literals, and what opens, closes or names a scope.
WORDS = re.compile(
    r"//[^\n]*|/\*.*?\*/|^[ ]*#(?:\\\n|[^\n])*|R\"(\w*)\(.*?\)\1\"|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])+'"
    r"|\b(?:namespace|struct|class|enum|union)\b|[A-Za-z_][\w:]*|[{};()<>=]",
    re.DOTALL | re.MULTILINE,
)
TYPES = {"struct", "class", "enum", "union"}
NO_NAMES = {"final", "alignas", "private", "public"}


def words_of(text):
    for found in WORDS.finditer(text):
        word = found.group()
        if not word.lstrip().startswith(("//", "/*", "#", '"', "'", 'R"')):
            yield word


def types_of(text):
    """Every named type that is defined at the level of a namespace: "tiendo::app::Office"."""
    scopes = []  # names of namespaces, "" for one without a name, None for any other braces
    head = []  # the words since the last statement or scope
    for word in words_of(text):
        if word == "{":
            if head and head[0] == "inline":
                head = head[1:]
            if head and head[0] == "namespace":
                scopes.append(head[1] if len(head) > 1 else "")
            else:
                name = defined(head)
                if name and all(scopes):
                    yield "::".join(scopes + [name])
                scopes.append(None)
            head = []
        elif word == "}":
            if scopes:
                scopes.pop()
            head = []
        elif word == ";":
            head = []
        else:
            head.append(word)


def defined(head):
    """The name of the type that a scope's head defines; none where it is a function, a variable …"""
    if "(" in head or "=" in head:
        return None
    while head and head[0] == "template":
        depth = 0
        for place, word in enumerate(head):
            depth += (word == "<") - (word == ">")
            if place and not depth:
                head = head[place + 1 :]
                break
        else:
            return None
    if not head or head[0] not in TYPES:
        return None
    names = [word for word in head[1:3] if word not in TYPES | NO_NAMES]
    if not names or "::" in names[0] or "<" in head[:4]:
        return None  # a specialisation, or a member that is defined elsewhere
    return names[0].rstrip(":")


def main():
    failures = []
    count = 0
    for library in sorted(path for path in SOURCE.iterdir() if path.is_dir()):
        places = {}
        files = sorted([*library.rglob("*.hpp"), *library.rglob("*.cpp")])
        for path in files:
            for name in types_of(path.read_text(encoding="utf-8")):
                places.setdefault(name, []).append(path.relative_to(ROOT))
        for name, where in sorted(places.items()):
            if len(where) > 1:
                failures.append(f"{name} is defined in {', '.join(map(str, where))}")
        count += len(places)
    for failure in failures:
        print(failure)
    if failures:
        sys.exit(1)
    print(f"type names: {count} stand for one type each in their library")


main()
