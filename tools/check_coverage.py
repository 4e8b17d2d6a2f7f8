#!/usr/bin/env python3
"""Fails where docs/coverage.md leaves a line of the sample plan unanswered, or names what is not there.

Each line that the gold reading ties to a target, a task, a duty or a report is in the table; no row
has an empty column or offers free text for an answer; every field and every screen exists.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIELD_KINDS = {"cell", "task", "duty", "activity", "period"}


def rows_below(text, title):
    part = text.split(title, 1)[1].split("\n## ", 1)[0]
    for line in part.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and not set(cells[0]) <= set("-: "):
            yield cells


def lines_in(text):
    first, _, last = text.partition("-")
    return set(range(int(first), int(last or first) + 1))


def lines_of(plan):
    """Every line that asks something, with what asks it."""
    for objective in plan["objectives"]:
        for target in objective["targets"]:
            yield from ((line, f"target {target['id']}") for line in span(target))
    for task in plan["tasks"]:
        yield from ((line, f"task {task['id']}") for line in span(task))
    for number, duty in enumerate(plan["duties"], 1):
        # The line that only names the body holds no clause.
        yield from ((line, f"duty {number}") for line in span(duty)[1 if len(span(duty)) > 1 else 0:])
    for report in plan["reports"]:
        yield from ((line, "report") for line in span(report))


def span(thing):
    first, last = thing["lines"]
    return list(range(first, last + 1))


def known_fields(plan):
    tables = (ROOT / "src/domain/form/activity_table.cpp").read_text(encoding="utf-8")
    period = (ROOT / "src/domain/period/period.hpp").read_text(encoding="utf-8")
    known = {f"activity/{key}" for key in re.findall(r'^        \{"([a-z_]+)",$', tables, re.M)}
    known |= {f"period/{name}" for name in re.findall(r"\b(deadline|own_report_due)\b", period)}
    known |= {f"task/{task['id']}" for task in plan["tasks"]}
    for objective in plan["objectives"]:
        for target in objective["targets"]:
            known |= {f"cell/{target['id']}{letter}" for letter in ("", "a", "b", "c")}
    return known


def is_known(field, known, plan):
    kind, _, name = field.partition("/")
    if kind != "duty":
        return field in known
    number = name.split(".")[0]
    return number.isdigit() and 1 <= int(number) <= len(plan["duties"])


def main():
    text = (ROOT / "docs/coverage.md").read_text(encoding="utf-8")
    plan = json.loads((ROOT / "tests/golden/ngoc-hoi-2023/plan.json").read_text(encoding="utf-8"))
    source = (ROOT / "samples/ngoc-hoi-2023.txt").read_text(encoding="utf-8").splitlines()
    routes = {line.split(" ")[0] for line in (ROOT / "tests/golden/routes.txt").read_text(encoding="utf-8").splitlines()}
    screens = {row[0]: row[1].strip("`") for row in rows_below(text, "# Where each line") if row[0].startswith("S")
               and row[0] != "Screen"}
    known = known_fields(plan)
    faults = [f"{name}: {address} is no route" for name, address in screens.items() if address not in routes]

    covered, fields = set(), set()
    for row in rows_below(text, "## Line by line"):
        if row[0] == "Line":
            continue
        where = f"line {row[0]}"
        if len(row) != 5 or not all(row):
            faults.append(f"{where}: a column is empty")
            continue
        if re.search(r"narrative|free text|tự do", " ".join(row), re.IGNORECASE):
            faults.append(f"{where}: a narrative is no answer")
        covered |= lines_in(row[0])
        names = re.findall(r"`([^`]+)`", row[2])
        fields |= set(names)
        faults += [f"{where}: names no field"] if not names else []
        faults += [f"{where}: {name} is no field" for name in names
                   if name.split("/")[0] not in FIELD_KINDS or not is_known(name, known, plan)]
        faults += [f"{where}: {screen} is no screen" for screen in row[3].split(", ") if screen not in screens]
    for line, what in lines_of(plan):
        if line not in covered and source[line - 1].strip():
            faults.append(f"line {line} ({what}) has no row")
    summed = {row[0].strip("`") for row in rows_below(text, "## What the rows")} - {"Table"}
    tables = {name.split("/")[1] for name in known if name.startswith("activity/")}
    faults += [f"table {name} does not say how it adds up" for name in sorted(tables - summed)]
    faults += [f"{name} is no table" for name in sorted(summed - tables)]
    faults += [f"table {name} answers no line" for name in sorted(tables) if f"activity/{name}" not in fields]
    print("\n".join(faults) if faults else f"coverage: {len(covered)} lines, {len(fields)} fields")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
