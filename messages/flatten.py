#!/usr/bin/env python3
"""Writes every key and its sentence, each closed by a zero byte, sorted by key: a file for each language.

So that a command that says one sentence need not parse a hundred kilobytes of TOML first.

flatten.py OUT MESSAGES.toml...
"""
import pathlib
import sys
import tomllib


def flatten(table, prefix=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def texts_of(files, language):
    texts = {}
    for file in files:
        if not file.name.endswith(f".{language}.toml"):
            continue
        for key, text in flatten(tomllib.loads(file.read_text(encoding="utf-8"))):
            if key in texts:
                sys.exit(f"{file}: {key} is given twice")
            if not isinstance(text, str) or "\0" in text:
                sys.exit(f"{file}: {key} is no text")
            texts[key] = text
    return texts


def main(out, names):
    files = [pathlib.Path(name) for name in names]
    pathlib.Path(out).mkdir(parents=True, exist_ok=True)
    for language in ("vi", "en"):
        texts = texts_of(files, language)
        flat = "".join(f"{key}\0{texts[key]}\0" for key in sorted(texts))
        pathlib.Path(out, language).write_text(flat, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
