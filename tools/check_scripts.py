#!/usr/bin/env python3
"""Fails where a script does not parse, is not executable, or takes arguments that it should refuse."""
import os
import pathlib
import subprocess
import sys

# A command line and what it exits with, before anything is installed or built.
ANSWERS = [
    ("./run --help", 0),
    ("./run --port", 2),
    ("./run --port 80a", 2),
    ("./run --port 65536", 2),
    ("./run --empty", 2),
    ("./run here", 2),
    ("./dev", 0),
    ("./dev deploy", 2),
]


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    faults = []
    scripts = [root / name for name in ("run", "test", "dev", ".ci/run")]
    scripts += [path for path in sorted((root / "tools").iterdir()) if path.is_file() and not path.suffix]
    for path in scripts:
        name = path.relative_to(root)
        if not os.access(path, os.X_OK):
            faults.append(f"{name}: is not executable")
        first, *_ = path.read_text(encoding="utf-8").splitlines() or [""]
        if "bash" not in first:
            faults.append(f"{name}: starts with {first!r}, not with bash")
        elif subprocess.run(["bash", "-n", str(path)], check=False).returncode != 0:
            faults.append(f"{name}: does not parse")
    if len((root / "dev").read_text(encoding="utf-8").splitlines()) > 150:
        faults.append("dev: only forwards; 150 lines are enough for that")
    for line, expected in ANSWERS:
        code = subprocess.run(line.split(), cwd=root, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode
        if code != expected:
            faults.append(f"{line}: exits with {code}, not {expected}")
    print("\n".join(faults) if faults else f"scripts: {len(scripts)} parse")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
