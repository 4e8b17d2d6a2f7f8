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


def ask(reader, name, data):
    run = subprocess.run([reader, name], input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=180, check=True)
    return run.stdout


def answer(reader, path):
    """As the server does: pages that are pictures are recognised one by one."""
    data = path.read_bytes()
    said = json.loads(ask(reader, "upload" + path.suffix, data))
    if "pictures" in said:
        pages = [b"%d %s\n" % (page, recognised(reader, page, path)) for page in said["pictures"]]
        said = json.loads(ask(reader, "pages" + path.suffix, b"".join(pages) + b"\n" + data))
    return said


def recognised(reader, page, path):
    """The words of a page as JSON; the picture that they were recognised in comes with them."""
    words, picture = ask(reader, f"page-{page}{path.suffix}", path.read_bytes()).split(b"\n", 1)
    assert picture.startswith(b"\xff\xd8\xff"), picture[:40]
    return words


def read(reader, path):
    return answer(reader, path)["plan"]


def convert(folder, kind, *names, into=None):
    """By LibreOffice, in one go."""
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind,
                    "--outdir", into or folder, *(folder / name for name in names)],
                   check=True, timeout=240, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def without_places(value):
    """Word has no lines; and a repair or a join has no other number than its code."""
    if isinstance(value, dict):
        return {k: without_places(v) for k, v in value.items() if k not in ("lines", "message", "message_en", "suggestion", "suggestion_en")}
    return [without_places(v) for v in value] if isinstance(value, list) else value


def facts(plan):
    plan = without_places(plan)
    plan["findings"] = sorted(finding["code"] for finding in plan["findings"])
    return plan


def gold_of(project, name="ngoc-hoi-2023"):
    return facts(json.loads((project / "tests/golden" / name / "plan.json").read_text(encoding="utf-8")))


def expect_same(name, plan, gold):
    for part in gold:
        assert plan[part] == gold[part], f"{name}: {part}\n{plan[part]}\n{gold[part]}"
