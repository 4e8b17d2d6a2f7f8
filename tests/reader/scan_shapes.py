#!/usr/bin/python3
"""Pages that come as pictures in other shapes than a clean scan: photocopies, photographs, pages that lie on their sides,
PDFs with text and pictures mixed, and pictures with a layer of text that nobody sees.

scan_shapes.py READER PROJECT
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from docx import Document

import paper_maker
import scan_maker
from plan_facts import answer, convert, load_maker
from scans import expect_right_or_doubtful

WITH_TABLE = "chat-thai-ran-huyen"
PHOTOCOPY = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: 15/KH-UBND
An Bình, ngày 12 tháng 01 năm 2024
KẾ HOẠCH
Giảm nghèo bền vững năm 2024
I. MỤC TIÊU
1. Giảm tỷ lệ hộ nghèo xuống còn 3,86%.
2. Tỷ lệ người dân tham gia bảo hiểm y tế đạt 93,5%.
3. Hỗ trợ sửa chữa 18 căn nhà trước ngày 30/9/2024.
II. NHIỆM VỤ
1. Rà soát hộ nghèo theo từng nguyên nhân.
2. Báo cáo Ủy ban nhân dân huyện trước ngày 15/12/2024."""


def texts(said):
    return [line["text"] for line in said["source"]]


def codes(said):
    return {finding["code"] for finding in said["plan"]["findings"]}


def expect_photocopy(reader, folder):
    """Small, grey and blurred, in a coloured picture of the size of a screen."""
    page, = scan_maker.drawn(folder / "photocopy.pdf", 96)
    path = folder / "photocopy.png"
    path.write_bytes(scan_maker.coloured_png(scan_maker.photocopied(page)))
    assert texts(answer(reader, path)) == PHOTOCOPY.split("\n"), texts(answer(reader, path))


def expect_jpeg(reader, folder):
    path = folder / "photocopy.jpg"
    path.write_bytes(scan_maker.jpeg(folder / "photocopy.pdf", 150))
    assert texts(answer(reader, path)) == PHOTOCOPY.split("\n"), texts(answer(reader, path))


def expect_photographs(reader, folder, gold, text):
    pages = [scan_maker.photographed(page, seed) for seed, page in enumerate(scan_maker.drawn(folder / "table.pdf", 250))]
    path = folder / "photographs.pdf"
    path.write_bytes(scan_maker.scan_pdf(pages))
    expect_right_or_doubtful(answer(reader, path), gold, text)


def expect_turned(reader, folder, gold, text):
    first, second = scan_maker.drawn(folder / "table.pdf", 200)
    path = folder / "turned.pdf"
    path.write_bytes(scan_maker.scan_pdf([scan_maker.sideways(first), scan_maker.upside_down(second)]))
    expect_right_or_doubtful(answer(reader, path), gold, text)


def expect_mixed(reader, folder, gold, text):
    """A page of text stays text where the next one is a picture."""
    second = scan_maker.drawn(folder / "table.pdf", 200)[1:]
    (folder / "second.pdf").write_bytes(scan_maker.scan_pdf(second))
    subprocess.run(["pdfseparate", "-l", "1", folder / "table.pdf", folder / "first.pdf"], check=True)
    subprocess.run(["pdfunite", folder / "first.pdf", folder / "second.pdf", folder / "mixed.pdf"], check=True)
    said = answer(reader, folder / "mixed.pdf")
    expect_right_or_doubtful(said, gold, text)
    pages = [line["place"][0] if "place" in line else 1 for line in said["source"]]
    assert set(pages) == {1, 2} and not any("place" in line for line, page in zip(said["source"], pages) if page == 1)


def expect_picture_over_text(reader, folder):
    """What is printed counts, not a layer of text that nobody sees, nor a stamp alone."""
    pages = scan_maker.drawn(folder / "photocopy.pdf", 150)

    def read(words, seen):
        path = folder / "layered.pdf"
        path.write_bytes(scan_maker.scan_pdf(pages, over=scan_maker.words_over(words, seen)))
        return answer(reader, path)

    wrong = read("\n".join(["U BAN NHAN DAN X AN BINH", "Giam ty le ho ngheo xuong con 38,6 phan tram trong nam 2042"] * 9), seen=False)
    assert texts(wrong) == PHOTOCOPY.split("\n"), texts(wrong)
    assert "text_layer_differs" in codes(wrong)
    stamped = read("Ky boi: Uy ban nhan dan xa An Binh, 12.01.2024", seen=True)
    assert set(PHOTOCOPY.split("\n")[4:]) <= set(texts(stamped)), texts(stamped)
    assert not codes(stamped) & {"text_layer_differs", "text_layer_unseen"}


def write_photocopy(path):
    document = Document()
    for line in PHOTOCOPY.split("\n"):
        document.add_paragraph(line)
    document.save(path)


def main(reader, project):
    project = pathlib.Path(project)
    golden = project / "tests/golden" / WITH_TABLE
    gold = json.loads((golden / "plan.json").read_text(encoding="utf-8"))
    text = (golden / "source.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        write_photocopy(str(folder / "photocopy.docx"))
        paper_maker.write_paper(load_maker(project), golden / "source.txt", str(folder / "table.docx"))
        convert(folder, "pdf", "photocopy.docx", "table.docx")
        expect_photocopy(reader, folder)
        expect_jpeg(reader, folder)
        expect_picture_over_text(reader, folder)
        expect_mixed(reader, folder, gold, text)
        expect_turned(reader, folder, gold, text)
        expect_photographs(reader, folder, gold, text)


if __name__ == "__main__":
    main(*sys.argv[1:])
