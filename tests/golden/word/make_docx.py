#!/usr/bin/python3
"""Makes Word documents of the sample plan, as officers' Word makes them.

make_docx.py SOURCE.txt OUT_FOLDER

typed.docx      labels typed by hand ("II.", "1.", "-"), letterhead and signature in tables without lines
automatic.docx  Word's own numbering for the labels, runs cut inside words, one paragraph in NFD, a tracked
                insertion and a tracked deletion
official.docx   as Decree 30/2020 wants the page: A4, 14 points, justified, first lines indented, page numbers above,
                and the annex that assigns the tasks in a ruled table of several pages, its head repeated
annex.docx      typed.docx with the annex that assigns the tasks, its cells merged over rows and columns
"""
import re
import sys
import unicodedata

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

LABELS = [(re.compile(r"^[IVX]+\. "), 0), (re.compile(r"^\d+\. "), 1), (re.compile(r"^- "), 2)]


def paragraphs_of(path):
    with open(path, encoding="utf-8") as handle:
        return [line.replace("*", "").rstrip("\n") for line in handle if line.strip()]


def add_level(abstract, index, number_format, text):
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), str(index))
    for name, value in (("start", "1"), ("numFmt", number_format), ("lvlText", text)):
        element = OxmlElement("w:" + name)
        element.set(qn("w:val"), value)
        level.append(element)
    abstract.append(level)


def add_numbering(document):
    """Roman sections, numbers below them, dashes below those: one list of three levels."""
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for index, (number_format, text) in enumerate((("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "-"))):
        add_level(abstract, index, number_format, text)
    root.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "90")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "90")
    number.append(link)
    root.append(number)


def set_numbering(paragraph, level):
    properties = paragraph._p.get_or_add_pPr()
    numbering = OxmlElement("w:numPr")
    for name, value in (("ilvl", level), ("numId", 90)):
        element = OxmlElement("w:" + name)
        element.set(qn("w:val"), str(value))
        numbering.append(element)
    properties.append(numbering)


def add_in_runs(paragraph, text, size=7):
    """Word cuts a paragraph into runs wherever somebody once typed."""
    for begin in range(0, len(text), size):
        paragraph.add_run(text[begin:begin + size])


def add_change(paragraph, kind, text):
    change = OxmlElement("w:" + kind)
    change.set(qn("w:id"), "1")
    change.set(qn("w:author"), "Văn thư")
    run = OxmlElement("w:r")
    content = OxmlElement("w:t" if kind == "ins" else "w:delText")
    content.set(qn("xml:space"), "preserve")
    content.text = text
    run.append(content)
    change.append(run)
    paragraph._p.append(change)


def add_columns(document, left, right):
    table = document.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (left, right)):
        cell.text = "\n".join(lines[:1])
        for line in lines[1:]:
            cell.add_paragraph(line)


def add_body(document, paragraphs, automatic):
    changed = False
    for n, text in enumerate(paragraphs):
        paragraph = document.add_paragraph()
        level = next((level for pattern, level in LABELS if automatic and pattern.match(text)), None)
        if level is not None:
            text = LABELS[level][0].sub("", text)
            set_numbering(paragraph, level)
        if automatic and n == 12:
            text = unicodedata.normalize("NFD", text)
        add_in_runs(paragraph, text)
        if automatic and not changed and text.startswith("Kiểm soát chặt chẽ"):
            add_change(paragraph, "del", " Đoạn này đã bị xóa, không còn là nội dung của kế hoạch.")
            add_change(paragraph, "ins", "")
            changed = True


def add_annex(document):
    document.add_paragraph("PHỤ LỤC")
    document.add_paragraph("PHÂN CÔNG NHIỆM VỤ")
    rows = [
        ("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"),
        ("I", "Công tác truyền thông", "", "", ""),
        ("1", "Phát hành tài liệu truyền thông về bình đẳng giới", "Phòng Tư pháp", "Phòng Y tế, Công an huyện", "Quý II năm 2023"),
        ("2", "Tổ chức hội nghị sơ kết", "", "Phòng Tư pháp", "Trước ngày 30/11/2023"),
    ]
    table = document.add_table(rows=len(rows), cols=5)
    for row, texts in zip(table.rows, rows):
        for cell, text in zip(row.cells, texts):
            cell.text = text
    table.rows[1].cells[1].merge(table.rows[1].cells[4])
    table.rows[2].cells[2].merge(table.rows[3].cells[2])


def set_borders(table):
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement("w:" + side)
        border.set(qn("w:val"), "single")
        border.set(qn("w:sz"), "4")
        borders.append(border)
    table._tbl.tblPr.append(borders)


def repeat_on_each_page(row):
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def add_page_number(section):
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def set_official_page(document):
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    add_page_number(section)
    style = document.styles["Normal"]
    style.font.name = "Times New Roman"
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.font.size = Pt(14)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.1


def set_official_paragraphs(document):
    for paragraph in document.paragraphs:
        if paragraph.text.isupper():
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.runs[0].bold = True
            continue
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(12.7)


def add_ruled_annex(document, owners):
    """One row for each of the tasks, so that it goes on over page ends."""
    document.add_page_break()
    document.add_paragraph("PHỤ LỤC")
    document.add_paragraph("PHÂN CÔNG NHIỆM VỤ")
    heads = ("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời gian")
    table = document.add_table(rows=1, cols=len(heads))
    set_borders(table)
    for cell, text in zip(table.rows[0].cells, heads):
        cell.text = text
    repeat_on_each_page(table.rows[0])
    group = table.add_row()
    group.cells[0].text = "I"
    group.cells[1].merge(group.cells[3]).text = "Nhiệm vụ thường xuyên"
    for number, (task, owner) in enumerate(owners, 1):
        for cell, text in zip(table.add_row().cells, (str(number), task, owner, "Quý II năm 2023")):
            cell.text = text
    for row in table.rows:
        for cell, width in zip(row.cells, (Mm(12), Mm(85), Mm(35), Mm(28))):
            cell.width = width


def write_official(source, target, owners=()):
    document = Document()
    set_official_page(document)
    paragraphs = paragraphs_of(source)
    tail = next(i for i, text in enumerate(paragraphs) if text.startswith("Nơi nhận"))
    sign = next(i for i, text in enumerate(paragraphs) if text.startswith("TM."))
    add_columns(document, ["ỦY BAN NHÂN DÂN", "HUYỆN NGỌC HỒI", paragraphs[0]],
                ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", paragraphs[1]])
    add_body(document, paragraphs[2:tail], automatic=False)
    set_official_paragraphs(document)
    add_columns(document, paragraphs[tail:sign], paragraphs[sign:])
    if owners:
        add_ruled_annex(document, owners)
    document.save(target)


def write(source, target, automatic=False, annex=False):
    document = Document()
    if automatic:
        add_numbering(document)
    paragraphs = paragraphs_of(source)
    tail = next(i for i, text in enumerate(paragraphs) if text.startswith("Nơi nhận"))
    sign = next(i for i, text in enumerate(paragraphs) if text.startswith("TM."))
    add_columns(document, ["ỦY BAN NHÂN DÂN", "HUYỆN NGỌC HỒI", paragraphs[0]],
                ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", paragraphs[1]])
    add_body(document, paragraphs[2:tail], automatic)
    add_columns(document, paragraphs[tail:sign], paragraphs[sign:])
    if annex:
        add_annex(document)
    document.save(target)


def main(source, folder):
    write(source, folder + "/typed.docx")
    write(source, folder + "/automatic.docx", automatic=True)
    write(source, folder + "/annex.docx", annex=True)
    write_official(source, folder + "/official.docx")


if __name__ == "__main__":
    main(*sys.argv[1:])
