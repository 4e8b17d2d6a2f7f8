#!/usr/bin/python3
"""Scans plans, cleanly and badly, and expects their numbers, or that a person is asked about them.

scans.py READER PROJECT
"""
import difflib
import json
import pathlib
import re
import sys
import tempfile

import paper_maker
import scan_maker
from plan_facts import answer, convert, load_maker

NUMBER = re.compile(r"\d[\d.,/]*\d|\d")
# Told by its neighbours; the reading counts for itself. Not "20 tháng", where a date goes on behind the end of a line.
LABEL = re.compile(r"^[\s|]*\(?\d{1,2}(\.\d{1,2})*([.,:)]+\s|\s*\|)")
WITH_TABLES = ("chat-thai-ran-huyen",)


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


def expect_tables(plan, gold):
    """Each row of a table is a target or a task; a number that is not right is asked about."""
    asked = {line for finding in plan["findings"] if finding["code"] == "number_doubtful"
             for line in range(finding["lines"][0], finding["lines"][1] + 1)}
    assert counts_of(plan) == counts_of(gold), (counts_of(plan), counts_of(gold))
    assert likeness(plan, gold) > 0.97, likeness(plan, gold)
    for target, right in zip(targets_of(plan), targets_of(gold), strict=True):
        is_asked = any(line in asked for line in range(target["lines"][0], target["lines"][1] + 1))
        assert is_asked or numbers_of(target) == numbers_of(right), (target, right)


def wrong_and_certain(source, text):
    """The numbers that are not those of the text, and that nobody is asked about: neither about the
    number nor, where one is missing, about a word of its line."""
    expected = [number for line in text.split("\n") for number in NUMBER.findall(LABEL.sub("", line))]
    read = []
    heads = set()
    for line in source:
        if " | " in line["text"] and not line["text"][0].isdigit():  # the head of a table that goes on
            numbers = tuple(NUMBER.findall(line["text"]))
            if numbers in heads:
                continue
            heads.add(numbers)
        asked = " ".join(doubt["text"] for doubt in line.get("doubts", []))
        read += [(number, line, number in asked) for number in NUMBER.findall(LABEL.sub("", line["text"]))]
    found = []
    matcher = difflib.SequenceMatcher(None, expected, [number for number, *_ in read], autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind != "equal":
            found += [(number, expected[first:last], line["text"]) for number, line, is_asked in read[begin:end] if not is_asked]
        if kind == "delete" and not any(line.get("doubts") for _, line, _ in read[max(begin - 1, 0):begin + 1]):
            found += [(None, expected[first:last], read[max(begin - 1, 0)][1]["text"])]
    return found


def expect_right_or_doubtful(said, gold, text):
    plan = said["plan"]
    assert counts_of(plan) == counts_of(gold), (counts_of(plan), counts_of(gold))
    assert len(targets_of(plan)) == len(targets_of(gold))
    assert wrong_and_certain(said["source"], text) == []
    for line in said["source"]:
        for place in [line.get("place", [1, 0, 0, 1, 1]), *(doubt["place"] for doubt in line.get("doubts", []))]:
            page, left, top, right, bottom = place
            assert page >= 1 and 0 <= left < right <= 10_000 and 0 <= top < bottom <= 10_000, line


def scanned(folder, name, degrees=0.0, worn=False):
    pages = scan_maker.drawn(folder / f"{name}.pdf", 150 if worn else 300)
    if worn:
        pages = [scan_maker.worn(page, seed) for seed, page in enumerate(pages)]
    path = folder / f"{name}-{'worn' if worn else 'clean'}.pdf"
    path.write_bytes(scan_maker.scan_pdf(pages, degrees))
    return path


def main(reader, project):
    project = pathlib.Path(project)
    golden = project / "tests/golden"
    gold = {name: json.loads((golden / name / "plan.json").read_text(encoding="utf-8"))
            for name in ("ngoc-hoi-2023", *WITH_TABLES)}
    sample = project / "samples/ngoc-hoi-2023.txt"
    maker = load_maker(project)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        maker.write_official(str(sample), str(folder / "plan.docx"))
        for name in WITH_TABLES:
            paper_maker.write_paper(maker, golden / name / "source.txt", str(folder / f"{name}.docx"))
        convert(folder, "pdf", "plan.docx", *(f"{name}.docx" for name in WITH_TABLES))
        expect_clean(answer(reader, scanned(folder, "plan"))["plan"], gold["ngoc-hoi-2023"])
        for name in WITH_TABLES:
            expect_tables(answer(reader, scanned(folder, name))["plan"], gold[name])
        bad = scanned(folder, "plan", degrees=-1.6, worn=True)
        expect_right_or_doubtful(answer(reader, bad), gold["ngoc-hoi-2023"], sample.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(*sys.argv[1:])
