#!/usr/bin/env python3
"""Fails where an #include points up or sideways (ARCHITECTURE.md, "The layers")."""
import pathlib
import re
import sys

BELOW = {
    "base": set(),
    "domain": {"base"},
    "documents": {"base", "domain"},
    "store": {"base", "domain"},
    "mail": {"base"},
    "app": {"base", "domain", "documents", "store", "mail"},
    "web": {"base", "domain", "app"},
    "reader": {"base", "domain", "documents"},
    "cli": {"base", "domain", "documents", "store", "app", "web"},
}
# A heavy library lives in one folder, behind our own types.
HOMES = {
    r"<sqlite3\.h>|<libpq-fe\.h>": {"store/drivers"},
    r"<boost/(asio|beast)": {"web/server"},
    r"<zip\.h>|<pugixml\.hpp>": {"documents/package"},
    r"<xlsxwriter\.h>": {"documents/workbook"},
    r"<poppler|<tesseract/|<leptonica/": {"reader"},
    r"<seccomp\.h>": {"reader"},
    r"<curl/": {"mail"},
}


def main():
    root = pathlib.Path(__file__).resolve().parent.parent / "src"
    faults = []
    for path in sorted(root.rglob("*.[ch]pp")):
        inside = path.relative_to(root)
        layer = inside.parts[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            ours = re.match(r'\s*#include "([a-z]+)/', line)
            if ours and ours[1] in BELOW and ours[1] != layer and ours[1] not in BELOW[layer]:
                faults.append(f"src/{inside}:{number}: {layer} may not include {ours[1]}")
            for pattern, homes in HOMES.items():
                if re.search(r"#include (" + pattern + ")", line) and str(inside.parent) not in homes:
                    faults.append(f"src/{inside}:{number}: {line.strip()} belongs in {', '.join(sorted(homes))}")
    print("\n".join(faults) if faults else "layers: every include points down")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
