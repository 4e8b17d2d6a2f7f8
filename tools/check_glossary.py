#!/usr/bin/env python3
"""Fails where docs/glossary.md gives a name that no header has."""
import pathlib
import re
import sys


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in (root / "src").rglob("*.hpp"))
    words = set(re.findall(r"\w+", code))
    faults, count = [], 0
    for number, line in enumerate((root / "docs/glossary.md").read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) < 6 or cells[3] in ("Code", "---"):
            continue
        for name in re.findall(r"`([^`]+)`", cells[3]):
            count += 1
            faults += [f"docs/glossary.md:{number}: {part} is no name in a header of src"
                       for part in name.split("::") if part not in words]
    print("\n".join(faults) if faults else f"glossary: {count} names are those of the code")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
