#!/usr/bin/python3
"""Has the product read .doc, .odt and .rtf files that are secret, broken or locked: each gets one sentence.

office_hostile_files.py PROJECT TIENDO
"""
import io
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zipfile

from docx import Document

from plan_facts import convert

KINDS = ("odt", "doc", "rtf")
LOCK = ('<manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="AAAA"><manifest:algorithm '
        'manifest:algorithm-name="Blowfish CFB" manifest:initialisation-vector="AAAAAAAAAAA="/><manifest:key-derivation '
        'manifest:key-derivation-name="PBKDF2" manifest:iteration-count="1024" manifest:salt="AAAAAAAAAAAAAAAAAAAAAA=="/>'
        "</manifest:encryption-data>")
# What is broken may still be readable in part.
REFUSALS_OF_BROKEN = ("broken_office", "broken_docx", "broken_zip", "not_a_plan", "other_kind", "not_text")


def sentences_of(project):
    words = (project / "messages/reading.vi.toml").read_text(encoding="utf-8").split("[file]")[1]
    return dict(re.findall(r'^(\w+) = "(.*)"$', words, re.M))


def locked(odt):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odt)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "META-INF/manifest.xml":
                data = re.sub(r'(<manifest:file-entry[^>]*"content.xml"[^>]*?)/>', rf'\1 manifest:size="9">{LOCK}</manifest:file-entry>',
                              data.decode()).encode()
            new.writestr(name, data)
    return out.getvalue()


def flipped(data, seed):
    broken = bytearray(data)
    generator = random.Random(seed)
    for _ in range(40):
        broken[generator.randrange(8, len(broken))] ^= 1 << generator.randrange(8)
    return bytes(broken)


def cases(folder):
    for kind in KINDS:
        plan = (folder / f"plan.{kind}").read_bytes()
        yield f"secret.{kind}", (folder / f"secret.{kind}").read_bytes(), ("secret",)
        yield f"cut.{kind}", plan[: len(plan) // 2], REFUSALS_OF_BROKEN
        yield f"flipped.{kind}", flipped(plan, 1), REFUSALS_OF_BROKEN
    yield "locked.odt", locked((folder / "plan.odt").read_bytes()), ("broken_office",)


def write(path, paragraphs):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(path)


def main(project, tiendo):
    project = pathlib.Path(project)
    sentences = sentences_of(project)
    plan = [line for line in (project / "samples/ngoc-hoi-2023.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        write(folder / "plan.docx", plan)
        write(folder / "secret.docx", ["TỐI MẬT", *plan])
        for kind in KINDS:
            convert(folder, kind, "plan.docx", "secret.docx")
        for name, data, refusals in cases(folder):
            path = folder / name
            path.write_bytes(data)
            run = subprocess.run([tiendo, "read", path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=180)
            said = run.stdout.decode()
            told = [key for key in refusals if sentences[key] in said]
            print(f"{name:12} exit {run.returncode} {told}")
            assert run.returncode in (0, 1, 2), f"{name}: exit {run.returncode}: {said[-300:]}"
            assert told or (run.returncode == 0 and refusals == REFUSALS_OF_BROKEN), f"{name}: {said[-300:]}"


if __name__ == "__main__":
    main(*sys.argv[1:])
