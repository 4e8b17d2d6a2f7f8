#!/usr/bin/python3
"""Scans the sample plan, cleanly and badly, and expects its numbers, or that a person is asked about them.

scans.py READER PROJECT
"""
import difflib
import json
import pathlib
import sys
import tempfile

import scan_maker
from plan_facts import ask, convert, load_maker, read


def targets_of(plan):
    return [target for objective in plan["objectives"] for target in objective["targets"]]


def numbers_of(target):
    """What is owed, without the counted noun, whose letters may be wrong."""
    return [(m["comparator"], m["value"], m["baseline"], m["due"], m["every"], m["change"]) for m in target["measures"]]


def counts_of(plan):
    return {part: len(plan[part]) for part in ("objectives", "tasks", "duties", "recipients")}


def likeness(plan, gold):
    """Of the letters of targets and tasks."""
    texts = ["\n".join(item["text"] for item in targets_of(which) + which["tasks"]) for which in (plan, gold)]
    return difflib.SequenceMatcher(None, *texts, autojunk=False).ratio()


def expect_clean(plan, gold):
    assert counts_of(plan) == counts_of(gold), (counts_of(plan), counts_of(gold))
    assert list(map(numbers_of, targets_of(plan))) == list(map(numbers_of, targets_of(gold)))
    assert likeness(plan, gold) > 0.98, likeness(plan, gold)
    assert any(finding["code"] == "text_recognised" for finding in plan["findings"])


def expect_right_or_doubtful(plan, gold):
    asked = {line for finding in plan["findings"] if finding["code"] == "number_doubtful"
             for line in range(finding["lines"][0], finding["lines"][1] + 1)}
    assert counts_of(plan) == counts_of(gold), (counts_of(plan), counts_of(gold))
    assert len(targets_of(plan)) == len(targets_of(gold))
    for target, right in zip(targets_of(plan), targets_of(gold)):
        first, last = target["lines"]
        is_asked = any(line in asked for line in range(first, last + 1))
        assert is_asked or numbers_of(target) == numbers_of(right), (target, right)


def main(reader, project):
    project = pathlib.Path(project)
    gold = json.loads((project / "tests/golden/ngoc-hoi-2023/plan.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        load_maker(project).write_official(str(project / "samples/ngoc-hoi-2023.txt"), str(folder / "plan.docx"))
        convert(folder, "pdf", "plan.docx")
        clean, bad = folder / "clean.pdf", folder / "bad.pdf"
        clean.write_bytes(scan_maker.scan_pdf(scan_maker.drawn(folder / "plan.pdf", 300)))
        pages = [scan_maker.worn(page, seed) for seed, page in enumerate(scan_maker.drawn(folder / "plan.pdf", 150))]
        bad.write_bytes(scan_maker.scan_pdf(pages, degrees=-1.6))
        expect_clean(read(reader, clean), gold)
        expect_right_or_doubtful(read(reader, bad), gold)
        assert ask(reader, "picture-2.pdf", bad.read_bytes()).startswith(b"\x89PNG")


if __name__ == "__main__":
    main(*sys.argv[1:])
