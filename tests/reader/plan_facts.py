"""What a plan says wherever it comes from: the reading without lines and sentences."""
import importlib.util
import json
import subprocess


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


def gold_of(project):
    return facts(json.loads((project / "tests/golden/ngoc-hoi-2023/plan.json").read_text(encoding="utf-8")))


def expect_same(name, plan, gold):
    for part in gold:
        assert plan[part] == gold[part], f"{name}: {part}\n{plan[part]}\n{gold[part]}"
