#!/usr/bin/python3
"""Has LibreOffice make other kinds of files of the sample plan and of papers of other plans, and expects the same plan
from each.

converted_files.py READER PROJECT TIENDO
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import paper_maker
from plan_facts import convert, expect_same, facts, gold_of, load_maker, read

# Letterheads in narrow columns, tables over pages, symbols and sentences that a line's end cuts.
PAPERS = ("chat-thai-ran-huyen", "du-lich-xa", "giam-ngheo-quyet-dinh", "mat-tran-huyen", "nguoi-cao-tuoi-tinh", "to-chuyen-mon")
KINDS = ("odt", "doc", "rtf")


def owners_for(tasks):
    units = ("Phòng Tư pháp", "Phòng Y tế", "Công an huyện")
    return [(task["text"], units[n % len(units)]) for n, task in enumerate(tasks)]


def read_by_product(tiendo, path):
    run = subprocess.run([tiendo, "read", path, "--json"], stdout=subprocess.PIPE, timeout=180, check=True)
    return json.loads(run.stdout)


def papers(reader, project, maker, folder):
    for name in PAPERS:
        paper_maker.write_paper(maker, project / "tests/golden" / name / "source.txt", str(folder / (name + ".docx")))
    convert(folder, "pdf", *(name + ".docx" for name in PAPERS))
    for kind in KINDS:
        convert(folder, kind, *(name + ".docx" for name in PAPERS))
    again = folder / "again"
    again.mkdir()
    for name in PAPERS:
        expected = gold_of(project, name)
        for kind in ("docx", "pdf"):
            expect_same(f"{name}.{kind}", facts(read(reader, folder / f"{name}.{kind}")), expected)
    for kind in KINDS:  # as the product does: LibreOffice makes a .docx of it, which is read
        convert(folder, "docx", *(f"{name}.{kind}" for name in PAPERS), into=again)
        for name in PAPERS:
            expect_same(f"{name}.{kind}", facts(read(reader, again / (name + ".docx"))), gold_of(project, name))


def main(reader, project, tiendo):
    project = pathlib.Path(project)
    sample = str(project / "samples/ngoc-hoi-2023.txt")
    gold = gold_of(project)
    maker = load_maker(project)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        maker.main(sample, str(folder))
        owners = owners_for(gold["tasks"])
        maker.write_official(sample, str(folder / "assigned.docx"), owners)
        convert(folder, "pdf", "typed.docx", "official.docx", "assigned.docx", "annex.docx")
        for kind in ("odt", "doc", "rtf"):
            convert(folder, kind, "typed.docx")
            # LibreOffice writes the two cells of the signature block as one paragraph into a .doc.
            expected = {part: value for part, value in gold.items() if kind != "doc" or part != "document"}
            expect_same(kind, facts(read_by_product(tiendo, folder / ("typed." + kind))), expected)
        for name in ("typed.pdf", "official.pdf"):
            expect_same(name, facts(read(reader, folder / name)), gold)
        assigned = facts(read(reader, folder / "assigned.pdf"))
        assert [task["lead"] for task in assigned["tasks"]] == [[unit] for _, unit in owners], assigned["tasks"]
        assert {task["due"] for task in assigned["tasks"]} == {"2023-06-30"}, "a row may go on over a page end"
        expect_same("assigned.pdf", assigned, facts(read(reader, folder / "assigned.docx")))
        annex = {task["text"]: task for task in read(reader, folder / "annex.pdf")["tasks"]}
        printed = annex["Phát hành tài liệu truyền thông về bình đẳng giới"]
        assert printed["with"] == ["Phòng Y tế", "Công an huyện"], "columns are found without rules"
        papers(reader, project, maker, folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
