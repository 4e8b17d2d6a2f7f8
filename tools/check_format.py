#!/usr/bin/env python3
"""Fails where clang-format 19 would change a C++ file; --fix lets it."""
import pathlib
import subprocess
import sys


def main(arguments):
    root = pathlib.Path(__file__).resolve().parent.parent
    files = sorted(str(path) for folder in ("src", "tests") for path in (root / folder).rglob("*.[ch]pp"))
    how = ["-i"] if "--fix" in arguments else ["--dry-run", "-Werror", "--ferror-limit=1"]
    if subprocess.run(["clang-format-19", *how, *files], check=False).returncode != 0:
        print("format: ./dev fmt puts the files above right")
        return 1
    print(f"format: {len(files)} files as .clang-format says")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
