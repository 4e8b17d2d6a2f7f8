#!/usr/bin/python3
"""Reads the sample plan out of Word documents made for the purpose, and expects what the text says.

word_files.py READER PROJECT
"""
import pathlib
import sys
import tempfile

from plan_facts import expect_same, facts, gold_of, load_maker, read


def main(reader, project):
    project = pathlib.Path(project)
    gold = gold_of(project)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        load_maker(project).main(str(project / "samples/ngoc-hoi-2023.txt"), str(folder))
        for name in ("typed.docx", "automatic.docx", "official.docx"):
            expect_same(name, facts(read(reader, folder / name)), gold)
        with_annex = read(reader, folder / "annex.docx")
        tasks = {task["text"]: task for task in with_annex["tasks"]}
        printed = tasks["Phát hành tài liệu truyền thông về bình đẳng giới"]
        assert printed["lead"] == ["Phòng Tư pháp"] and printed["with"] == ["Phòng Y tế", "Công an huyện"], printed
        assert printed["due"] == "2023-06-30" and printed["group"] == "Công tác truyền thông", printed
        assert tasks["Tổ chức hội nghị sơ kết"]["lead"] == ["Phòng Tư pháp"], "a merged cell holds for its rows"
        assert with_annex["annexes"] == {"mentioned": 1, "present": 1}, with_annex["annexes"]


if __name__ == "__main__":
    main(*sys.argv[1:])
