#!/usr/bin/python3
"""Reads the sample plan out of Word documents made for the purpose, and expects what the text says.

word_files.py READER PROJECT
"""
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile


def load_maker(project):
    path = project / "tests" / "golden" / "word" / "make_docx.py"
    spec = importlib.util.spec_from_file_location("make_docx", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(reader, path):
    run = subprocess.run([reader, path.name], input=path.read_bytes(), stdout=subprocess.PIPE, timeout=60, check=True)
    return json.loads(run.stdout)["plan"]


def without_places(value):
    """Word has no lines; and a repair or a join has no other number than its code."""
    if isinstance(value, dict):
        return {k: without_places(v) for k, v in value.items() if k not in ("lines", "message", "message_en", "suggestion", "suggestion_en")}
    return [without_places(v) for v in value] if isinstance(value, list) else value


def facts(plan):
    plan = without_places(plan)
    plan["findings"] = sorted(finding["code"] for finding in plan["findings"])
    return plan


def main(reader, project):
    project = pathlib.Path(project)
    gold = facts(json.loads((project / "tests/golden/ngoc-hoi-2023/plan.json").read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        load_maker(project).main(str(project / "samples/ngoc-hoi-2023.txt"), str(folder))
        for name in ("typed.docx", "automatic.docx"):
            plan = facts(read(reader, folder / name))
            for part in gold:
                assert plan[part] == gold[part], f"{name}: {part}\n{plan[part]}\n{gold[part]}"
        with_annex = read(reader, folder / "annex.docx")
        tasks = {task["text"]: task for task in with_annex["tasks"]}
        printed = tasks["Phát hành tài liệu truyền thông về bình đẳng giới"]
        assert printed["lead"] == ["Phòng Tư pháp"] and printed["with"] == ["Phòng Y tế", "Công an huyện"], printed
        assert printed["due"] == "2023-06-30" and printed["group"] == "Công tác truyền thông", printed
        assert tasks["Tổ chức hội nghị sơ kết"]["lead"] == ["Phòng Tư pháp"], "a merged cell holds for its rows"
        assert with_annex["annexes"] == {"mentioned": 1, "present": 1}, with_annex["annexes"]


if __name__ == "__main__":
    main(*sys.argv[1:])
