#!/usr/bin/env python3
"""Breaks files of each kind in hundreds of ways, and expects of each that it is read or refused with a sentence.

mutated_files.py READER PROJECT [TIMES]
"""
import io
import json
import pathlib
import random
import re
import resource
import struct
import subprocess
import sys
import zipfile
import zlib

import pdf_maker
from hostile_files import package, word_document

TIMES = 60
WORKBOOK = {
    "[Content_Types].xml": b"<Types/>",
    "_rels/.rels": b'<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="s" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": b'<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="s"/></sheets></workbook>',
    "xl/worksheets/sheet1.xml": b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Chi tieu</t></is></c>'
                                b'<c r="B1"><v>12.5</v></c></row></sheetData></worksheet>',
}


def archive_of(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for path, data in parts.items():
            archive.writestr(path, data)
    return out.getvalue()


def mutated(data, generator):
    """Bits turned over, an end cut off, a piece twice, a piece gone, or another number."""
    way = generator.randrange(5)
    at = generator.randrange(len(data))
    piece = generator.randrange(1, 200)
    if way == 0:
        broken = bytearray(data)
        for _ in range(generator.randrange(1, 40)):
            broken[generator.randrange(len(broken))] ^= 1 << generator.randrange(8)
        return bytes(broken)
    if way == 1:
        return data[:at]
    if way == 2:
        return data[:at] + data[at:at + piece] * generator.randrange(2, 50) + data[at + piece:]
    if way == 3:
        return data[:at] + data[at + piece:]
    numbers = list(re.finditer(rb"\d+", data)) or [re.match(b"", data)]
    number = generator.choice(numbers)
    other = generator.choice((b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999"))
    return data[:number.start()] + other + data[number.end():]


def mutated_part(parts, generator):
    """The archive stays whole, one of its parts does not."""
    path = generator.choice(sorted(parts))
    return archive_of({**parts, path: mutated(parts[path], generator)})


def picture():
    width, height = 64, 32
    rows = b"".join(b"\0" + bytes(255 if (x // 5 + y // 5) % 2 else 0 for x in range(width)) for y in range(height))
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)


def makers(plan):
    lines = [line for line in plan.splitlines() if line.strip()]
    word = package(word_document(lines))
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        word_parts = {name: archive.read(name) for name in archive.namelist()}
    pdf, image, workbook = pdf_maker.pdf_of(lines), picture(), archive_of(WORKBOOK)
    yield "upload.txt", lambda generator: mutated(plan.encode("utf-8"), generator)
    yield "upload.txt", lambda generator: mutated(plan.encode("utf-16"), generator)
    yield "upload.docx", lambda generator: mutated(word, generator)
    yield "upload.docx", lambda generator: mutated_part(word_parts, generator)
    yield "form.docx", lambda generator: mutated_part(word_parts, generator)
    yield "upload.pdf", lambda generator: mutated(pdf, generator)
    yield "workbook.xlsx", lambda generator: mutated(workbook, generator)
    yield "workbook.xlsx", lambda generator: mutated_part(WORKBOOK, generator)
    yield "form.xlsx", lambda generator: mutated_part(WORKBOOK, generator)
    yield "page-1.png", lambda generator: mutated(image, generator)


def check(reader, name, data, sentences):
    run = subprocess.run([reader, name], input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120)
    assert run.returncode in (0, 1, 2), f"exit {run.returncode}"
    answer = json.loads(run.stdout.split(b"\n", 1)[0])
    key = answer.get("error") if isinstance(answer, dict) else None
    assert (run.returncode == 0) == (key is None), answer
    assert key is None or key.removeprefix("file.") in sentences, key
    return key


def main(reader, project, times=TIMES):
    project = pathlib.Path(project)
    plan = (project / "samples/ngoc-hoi-2023.txt").read_text(encoding="utf-8")
    words = (project / "messages/reading.vi.toml").read_text(encoding="utf-8").split("[file]")[1]
    sentences = set(re.findall(r"^(\w+) = ", words, re.M))
    for kind, (name, make) in enumerate(makers(plan)):
        keys = {}
        for seed in range(int(times)):
            data = make(random.Random(seed * 100 + kind))
            try:
                key = check(reader, name, data, sentences)
            except (AssertionError, ValueError, subprocess.TimeoutExpired) as error:
                raise AssertionError(f"{name}, seed {seed}: {error}") from error
            keys[key or "read"] = keys.get(key or "read", 0) + 1
        print(f"{name:14}", ", ".join(f"{key} {count}" for key, count in sorted(keys.items())))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"largest reader: {memory} MB")
    assert memory <= 600, memory


if __name__ == "__main__":
    main(*sys.argv[1:])
