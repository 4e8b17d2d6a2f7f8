#!/usr/bin/env python3
"""Feeds tiendo-reader what no officer would send, and expects one clear refusal each time.

hostile_files.py READER SAMPLE.txt
"""
import io
import json
import pathlib
import random
import resource
import struct
import subprocess
import sys
import time
import unicodedata
import zipfile
import zlib

import pdf_maker

RELATIONS = (b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             b'<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
             b' Target="word/document.xml"/></Relationships>')
WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(document, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        with archive.open("word/document.xml", "w") as part:
            for piece in document:
                part.write(piece)
    return out.getvalue()


def word_document(paragraphs, root=b"document", body=b"body"):
    inside = b"".join(b"<w:p><w:r><w:t>" + text.encode() + b"</w:t></w:r></w:p>" for text in paragraphs)
    return [b'<?xml version="1.0"?><w:%s %s><w:%s>%s</w:%s></w:%s>' % (root, WORD, body, inside, body, root)]


def with_parts(document, parts):
    """The package with further parts, which take a thousandth of their size."""
    out = io.BytesIO(document)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for path, data in parts.items():
            archive.writestr(path, data)
    return out.getvalue()


def with_flipped_bits(data, seed):
    bytes_ = bytearray(data)
    generator = random.Random(seed)
    for _ in range(40):
        bytes_[generator.randrange(60, len(bytes_) - 200)] ^= 1 << generator.randrange(8)
    return bytes(bytes_)


def many_entries():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        for n in range(2_001):
            archive.writestr(f"word/{n}.xml", b"")
    return out.getvalue()


def in_old_letters(text, letters):
    """By the product's own table, read backwards."""
    table = {}
    path = pathlib.Path(__file__).parents[2] / "src/documents/vocabulary" / f"old_letters_{letters}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            old, new = line.split(" ")
            table[new] = old
    small = {letter: table.get(letter, table.get(letter.lower(), letter)) for letter in set(text)}
    return "".join(small[letter] for letter in text).encode("latin-1", "replace")


def picture_head(width, height):
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def word_cases(plan, secret):
    lines = [line for line in plan.splitlines() if line.strip()]
    good = package(word_document(lines))
    deep = 100_000
    nested = b"<w:hdr " + WORD + b">" + b"<w:p>" * deep + b"</w:p>" * deep + b"</w:hdr>"
    entity = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:footnotes ' + WORD + b">&x;</w:footnotes>"
    bomb = package([b" " * (60 << 20)])  # of itself below the limits
    stamped = b"".join(word_document(["TUYỆT MẬT"], b"hdr", b"tbl"))
    page = {"width": 595.0, "height": 842.0, "rules": [], "words": [
        [word, 80.0 + 90 * x, 50.0 + 20 * y, 160.0 + 90 * x, 62.0 + 20 * y, 95]
        for y, line in enumerate(("TUYỆT MẬT", "KẾ HOẠCH", "Bảo vệ mục tiêu năm 2024")) for x, word in enumerate(line.split())]}
    scan = b"1 " + json.dumps(page).encode() + b"\n\n" + pdf_maker.pdf_of_streams([pdf_maker.stream_of(b"BT ET")])
    yield "Word stamped secret", package(word_document(secret.splitlines())), "plan.docx", 2, "file.secret"
    yield "secret above its pages", with_parts(good, {"word/header1.xml": stamped}), "plan.docx", 2, "file.secret"
    yield "secret in UTF-16", secret.encode("utf-16"), "plan.txt", 2, "file.secret"
    for letters in ("tcvn3", "vni"):
        yield f"secret in {letters}", in_old_letters(secret + plan, letters), "plan.txt", 2, "file.secret"
    yield "scan stamped secret", scan, "pages.pdf", 2, "file.secret"
    yield "a header nested 100,000", with_parts(good, {"word/header1.xml": nested}), "plan.docx", 2, "file.bomb"
    yield "notes with an entity", with_parts(good, {"word/footnotes.xml": entity}), "plan.docx", 2, "file.bomb"
    yield "a bomb that nobody opens", with_parts(good, {"word/embeddings/a.zip": bomb}), "plan.docx", 0, None
    yield "bombs in a zip", with_parts(bomb, {f"word/{n}.docx": bomb for n in range(20)}), "plan.docx", 2, "file.bomb"
    yield "headers of 360 MB", with_parts(good, {f"word/header{n}.xml": b"<h/>" + b" " * (60 << 20) for n in range(6)}), "plan.docx", 2, "file.bomb"
    yield "a control character", package(word_document([line.replace("1. ", "1. &#1;") for line in lines])), "plan.docx", 0, None


def pdf_cases(plan):
    good = pdf_maker.pdf_of([line for line in plan.splitlines() if line.strip()])
    secret = pdf_maker.pdf_of(["TUYỆT MẬT", "KẾ HOẠCH", "Bảo vệ mục tiêu năm 2024", "I. MỤC TIÊU", "- Đạt 100%."])
    locked = good.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
                          b" /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>")
    endless = pdf_maker.pdf_of_streams([pdf_maker.stream_of(b" " * (64 << 20))], times=1_000)
    many_pages = pdf_maker.pdf_of_streams([pdf_maker.stream_of(b"BT ET")] * 501)
    own_parent = pdf_maker.file_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"])
    nested = pdf_maker.file_of([b"<< /Type /Catalog /Pages " + b"[" * 100_000 + b"]" * 100_000 + b" >>"])
    own_form = good.replace(b"/Font << /F 3 0 R >>", b"/Font << /F 3 0 R >> /XObject << /X 6 0 R >>")
    yield "a plan in PDF", good, "plan.pdf", 0, None
    yield "PDF called docx", good, "plan.docx", 2, "file.other_kind"
    yield "PDF called txt", good, "plan.txt", 2, "file.other_kind"
    yield "text called PDF", plan.encode(), "plan.pdf", 2, "file.other_kind"
    yield "PDF truncated", good[: len(good) * 2 // 3], "plan.pdf", 2, "file.broken_pdf"
    yield "PDF of a head alone", b"%PDF-1.7\n%%EOF\n", "plan.pdf", 2, "file.broken_pdf"
    yield "PDF encrypted", locked, "plan.pdf", 2, "file.encrypted"
    yield "PDF stamped secret", secret, "plan.pdf", 2, "file.secret"
    yield "a picture without end", b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "page-1.png", 2, "file.broken_picture"
    yield "a picture of a terapixel", picture_head(1_000_000, 1_000_000), "page-1.png", 2, "file.broken_picture"
    yield "text called picture", plan.encode(), "plan.png", 2, "file.other_kind"
    yield "PDF of 501 pages", many_pages, "plan.pdf", 2, "file.too_many_pages"
    yield "PDF of 64 GB", endless, "plan.pdf", 2, "file.reader_timeout"
    yield "PDF its own parent", own_parent, "plan.pdf", None, None
    yield "PDF nested 100,000", nested, "plan.pdf", 2, None
    yield "PDF drawing itself", own_form, "plan.pdf", None, None
    for seed in range(6):
        yield f"PDF flipped bits {seed}", with_flipped_bits(good, seed), "plan.pdf", None, None


def cases(sample):
    plan = sample.decode("utf-8")
    good = package(word_document([line for line in plan.splitlines() if line.strip()]))
    deep = 200_000
    nested = [b"<w:document " + WORD + b">", b"<w:body>" * deep, b"</w:body>" * deep, b"</w:document>"]
    entities = [b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) +
        b"]><w:document " + WORD + b"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"]
    outside = [b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ' + WORD +
               b"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"]
    noise = random.Random(7).randbytes(20_000)
    secret = "TỐI MẬT\n\nKẾ HOẠCH\n\nBảo vệ mục tiêu năm 2024\n\nI. MỤC TIÊU\n\n- Đạt 100%.\n"
    yield "a plan", sample, "plan.txt", 0, None
    yield "a plan in Word", good, "plan.docx", 0, None
    yield "a plan in UTF-16", plan.encode("utf-16"), "plan.txt", 0, None
    yield "a plan in NFD", unicodedata.normalize("NFD", plan).encode(), "plan.txt", 0, None
    for charset, byte_order in (("UTF-16 LE", "utf-16-le"), ("UTF-16 BE", "utf-16-be")):
        yield f"a plan in {charset} without a mark", plan.encode(byte_order), "plan.txt", 0, None
    for letters in ("tcvn3", "vni"):
        yield f"a plan in {letters}", in_old_letters(plan, letters), "plan.txt", 0, None
    yield "a plan about secrecy", sample + "\nTăng cường bảo mật.\n".encode(), "plan.txt", 0, None
    yield "empty", b"", "plan.docx", 2, "file.empty"
    yield "truncated", good[: len(good) // 2], "plan.docx", 2, "file.broken_zip"
    yield "no zip", b"hello", "plan.docx", 2, "file.broken_zip"
    yield "text called docx", sample, "plan.docx", 2, "file.broken_zip"
    yield "Word called txt", good, "plan.txt", 2, "file.other_kind"
    yield "noise called txt", noise, "plan.txt", 2, "file.not_text"
    yield "no kind at all", sample, "plan", 2, "file.unknown_kind"
    yield "old Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "plan.doc", 2, "file.unknown_kind"
    yield "encrypted", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "plan.docx", 2, "file.encrypted"
    yield "another zip", package([b"x"]).replace(b"_rels/.rels", b"_rels/.relx"), "plan.docx", 2, "file.broken_docx"
    yield "no XML", package([b"hello"]), "plan.docx", 2, "file.broken_docx"
    yield "deep nesting", package(nested, zipfile.ZIP_STORED), "plan.docx", 2, "file.bomb"
    yield "entity bomb", package(entities), "plan.docx", 2, "file.bomb"
    yield "outside entity", package(outside), "plan.docx", 2, "file.bomb"
    yield "2,001 entries", many_entries(), "plan.docx", 2, "file.bomb"
    yield "600 MB bomb", package(b" " * (1 << 20) for _ in range(600)), "plan.docx", 2, "file.bomb"
    yield "larger than 25 MB", b"a" * ((25 << 20) + 1), "plan.txt", 2, "file.too_large"
    yield "stamped secret", secret.encode(), "plan.txt", 2, "file.secret"
    yield "a shopping list", "Gạo, mắm, muối\n".encode(), "list.txt", 1, "file.not_a_plan"
    yield from word_cases(plan, secret)
    yield from pdf_cases(plan)
    for seed in range(8):
        yield f"flipped bits {seed}", with_flipped_bits(good, seed), "plan.docx", None, None


def check(reader, name, data, file_name, exit_code, key):
    begin = time.monotonic()
    run = subprocess.run([reader, file_name], input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=200)
    took = time.monotonic() - begin
    answer = json.loads(run.stdout or b"null")
    print(f"{name:22} exit {run.returncode} {(answer or {}).get('error', 'plan')} {took:.2f} s")
    if exit_code is None:  # broken somewhere: either it is still readable, or it is refused
        assert run.returncode in (0, 1, 2), f"{name}: exit {run.returncode}"
        return
    assert run.returncode == exit_code, f"{name}: exit {run.returncode}, not {exit_code}"
    assert key is None or answer.get("error") == key, f"{name}: {answer.get('error')}, not {key}"
    assert ("plan" in answer) == (exit_code == 0), name


def main(reader, sample_path):
    with open(sample_path, "rb") as handle:
        sample = handle.read()
    for case in cases(sample):
        check(reader, *case)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"largest reader: {memory} MB")
    assert memory <= 600, memory


if __name__ == "__main__":
    main(*sys.argv[1:])
