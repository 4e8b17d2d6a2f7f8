#!/usr/bin/env python3
"""Fails where a sentence is missing, unused, or not the same in both languages.

A key is used where it stands as a literal in C++ or as {{t.key}} in a template; a literal that ends
in a dot or underscore, such as "verdict.", or goes on with "{}" uses every key that begins so.
"""
import collections
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
MESSAGES = ROOT / "messages"
PLACEHOLDER = re.compile(r"\{([a-z_0-9]+)\}")
MARKED = re.compile("[à-ỹđĐÀ-Ỹ]")
ENGLISH = re.compile(r"\b(the|is|are|of|with|this|that|please|not|must|has|have|should|was|were)\b", re.IGNORECASE)
# Where C++ names a key that must exist.
NAMED = [
    re.compile(r'\brefuse\(\s*Refusal::\w+,\s*"([a-z0-9_.]+)"(?!\s*\+)'),
    re.compile(r'\btext\(\s*"([a-z0-9_]+\.[a-z0-9_.]+)"(?!\s*\+)'),
    re.compile(r'\bProblem\{\s*"([a-z0-9_.]+)"(?!\s*\+)'),
    re.compile(r'\.key\s*=\s*"([a-z0-9_]+\.[a-z0-9_.]+)"(?!\s*\+)'),
]
COMPOSED = re.compile(r'"([a-z][a-z0-9_]*\.[a-z0-9_.]*)\{')
LITERAL = re.compile(r'"([a-z][a-z0-9_]*\.[a-z0-9_.]*)"')
TEMPLATE = re.compile(r"\{\{[#^]?\s*t\.([a-z0-9_.]+)\s*\}\}")


def flatten(table, prefix=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def read(language, faults):
    texts = {}
    for path in sorted(MESSAGES.glob(f"*.{language}.toml")):
        for key, text in flatten(tomllib.loads(path.read_text(encoding="utf-8"))):
            if key in texts:
                faults.append(f"messages/{path.name}: {key} is given twice")
            texts[key] = text
    return texts


def sources():
    for path in sorted((ROOT / "src").rglob("*.[ch]pp")):
        if not path.name.endswith("_test.cpp"):
            yield path, path.read_text(encoding="utf-8")


def main():
    faults = []
    vi, en = read("vi", faults), read("en", faults)
    for key in sorted(vi.keys() ^ en.keys()):
        faults.append(f"{key} is missing in {'en' if key in vi else 'vi'}")
    for key in sorted(vi.keys() & en.keys()):
        if set(PLACEHOLDER.findall(vi[key])) != set(PLACEHOLDER.findall(en[key])):
            faults.append(f"{key}: vi and en have different arguments")
        if ENGLISH.search(PLACEHOLDER.sub("", vi[key])) and not MARKED.search(vi[key]):
            faults.append(f"{key}: the Vietnamese sentence is English")
        if vi[key] == en[key] and MARKED.search(en[key]) and len(en[key].split()) > 3:
            faults.append(f"{key}: the English sentence is Vietnamese")

    used, prefixes = set(), set()
    named = collections.defaultdict(set)
    for path, text in sources():
        literals = set(LITERAL.findall(text))
        used |= literals
        prefixes |= {literal for literal in literals if literal[-1] in "._"}
        prefixes |= set(COMPOSED.findall(text))
        for pattern in NAMED:
            for key in pattern.findall(text):
                if key[-1] not in "._":
                    named[key].add(str(path.relative_to(ROOT)))
    for path in sorted((ROOT / "ui").rglob("*.html")):
        for key in TEMPLATE.findall(path.read_text(encoding="utf-8")):
            used.add(key)
            named[key].add(str(path.relative_to(ROOT)))
            if PLACEHOLDER.search(vi.get(key, "")):
                faults.append(f"{path.relative_to(ROOT)}: {key} has arguments, which a template cannot give")
    for key in sorted(named.keys() - vi.keys()):
        faults.append(f"{key} has no sentence: {', '.join(sorted(named[key]))}")
    for key in sorted(vi):
        if key not in used and not key.startswith(tuple(prefixes)):
            faults.append(f"{key} is used nowhere")
    print("\n".join(faults) if faults else f"messages: {len(vi)} in both languages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
