#!/usr/bin/python3
"""Makes Word documents that use one of Word's ways to write each, and expects the text that Word shows.

word_features.py READER
"""
import io
import json
import subprocess
import sys
import unicodedata

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
NAMES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
BEFORE = ("ỦY BAN NHÂN DÂN XÃ AN BÌNH", "Số: 15/KH-UBND", "An Bình, ngày 12 tháng 01 năm 2024", "KẾ HOẠCH",
          "Giảm nghèo bền vững năm 2024", "I. MỤC TIÊU")
BEHIND = ("II. NHIỆM VỤ", "1. Rà soát hộ nghèo theo từng nguyên nhân.")


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if inside.startswith('<') else run(inside)}</w:p>"


def numbered(text, level=0, list_=90):
    inside = run(text) if text else "<w:bookmarkStart/>"
    return paragraph(inside, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>')


def cell(inside, properties=""):
    content = inside if inside.startswith(("<w:p>", "<w:tbl>")) else paragraph(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>" + "".join(c if c.startswith("<") else cell(c) for c in cells) + "</w:tr>"


def table(*rows):
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(rows) + "</w:tbl>"


def box(inside):
    """As Word writes a text box: for itself, and again for programs before 2010."""
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
            f"<w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
            f"</mc:Fallback></mc:AlternateContent></w:r>")


def level(index, number_format, text, more=""):
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = [
    f'<w:abstractNum {NAMES} w:abstractNumId="90">' + level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") +
    level(2, "lowerLetter", "%3)") + "</w:abstractNum>",
    f'<w:abstractNum {NAMES} w:abstractNumId="91">' + level(0, "upperRoman", "%1.") +
    level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>') + level(2, "decimal", "%1.%3.", "<w:isLgl/>") + "</w:abstractNum>",
    f'<w:num {NAMES} w:numId="90"><w:abstractNumId w:val="90"/></w:num>',
    f'<w:num {NAMES} w:numId="91"><w:abstractNumId w:val="91"/></w:num>',
    f'<w:num {NAMES} w:numId="92"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    f'<w:num {NAMES} w:numId="93"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0">' + level(0, "upperLetter", "%1.") +
    "</w:lvlOverride></w:num>",
]


def part_of(document, name, inside):
    """A part beside the body: footnotes, endnotes, comments."""
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
    xml = f"<w:{name} {NAMES}>{inside}</w:{name}>".encode()
    document.part.relate_to(Part(PackURI(f"/word/{name}.xml"), kind, xml, document.part.package),
                            f"{RELATIONSHIP_TYPE.FOOTNOTES.rsplit('/', 1)[0]}/{name}")


def word_file(body, parts=(), header=None):
    document = Document()
    numbering = document.part.numbering_part.element
    for definition in NUMBERING:
        element = parse_xml(definition)
        if definition.startswith("<w:abstractNum"):
            numbering.insert(0, element)
        else:
            numbering.append(element)
    if header is not None:
        for inside in header:
            document.sections[0].header._element.append(parse_xml(inside.replace(">", f" {NAMES}>", 1)))
    for name, inside in parts:
        part_of(document, name, inside)
    for text in BEFORE:
        document.add_paragraph(text)
    end = document.element.body.sectPr
    for element in parse_xml(f"<w:body {NAMES}>{''.join(body)}</w:body>"):
        end.addprevious(element)
    for text in BEHIND:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def answer(reader, *body, **more):
    run_ = subprocess.run([reader, "upload.docx"], input=word_file(body, **more), stdout=subprocess.PIPE, timeout=60)
    return json.loads(run_.stdout)


def lines_of(said):
    """What the body says between what every one of these plans begins and ends with."""
    texts = [unicodedata.normalize("NFC", line["text"]) for line in said["source"]]
    assert tuple(texts[:len(BEFORE)]) == BEFORE and tuple(texts[-len(BEHIND):]) == BEHIND, texts
    return texts[len(BEFORE):-len(BEHIND)]


def told_of(said, words):
    return [f["message"] for f in said["plan"]["findings"] if f["code"] == "part_left_out" and words in f["message"]]


def expect(reader, body, lines, left_out=(), **more):
    said = answer(reader, *body, **more)
    assert lines_of(said) == lines, lines_of(said)
    told = [f["message"] for f in said["plan"]["findings"] if f["code"] == "part_left_out"]
    assert len(told) == len(left_out), told
    for words in left_out:
        assert told_of(said, words), (words, told)
    return said["plan"]


def targets_of(plan):
    return [target["text"] for objective in plan["objectives"] for target in objective["targets"]]


def numbers_are_counted_in_three_levels(reader):
    body = [numbered("Hộ nghèo"), numbered("Giảm còn 3,86%.", 1), numbered("Nước sạch", 1), numbered("Đạt 95%.", 2), numbered("Đạt 90%.", 2),
            numbered("Việc làm"), numbered("Tạo 120 việc làm.", 1), numbered("Bản khác"), numbered("Bắt đầu lại.", 0, 92),
            numbered("Cấp hai bắt đầu lại.", 1, 92)]
    expect(reader, body, ["1. Hộ nghèo", "1.1. Giảm còn 3,86%.", "1.2. Nước sạch", "a) Đạt 95%.", "b) Đạt 90%.", "2. Việc làm",
                          "2.1. Tạo 120 việc làm.", "3. Bản khác", "1. Bắt đầu lại.", "1.1. Cấp hai bắt đầu lại."])


def a_level_may_count_on_over_its_sections(reader):
    body = [numbered("Một", 0, 91), numbered("Đạt 1%.", 1, 91), numbered("Đạt 2%.", 1, 91), numbered("Hai", 0, 91), numbered("Đạt 3%.", 1, 91),
            numbered("Đạt 4%.", 2, 91), numbered("Chữ", 0, 93)]
    expect(reader, body, ["I. Một", "1. Đạt 1%.", "2. Đạt 2%.", "II. Hai", "3. Đạt 3%.", "2.1. Đạt 4%.", "A. Chữ"])


def rows_are_numbered_without_text(reader):
    rows = [row("TT", "Chỉ tiêu", "Đơn vị", "Mức")]
    rows += [row(cell(numbered("")), text, "%", value) for text, value in (("Hộ nghèo", "3,86"), ("Bảo hiểm y tế", "93,5"))]
    expect(reader, [table(*rows)], ["TT | Chỉ tiêu | Đơn vị | Mức", "1. | Hộ nghèo | % | 3,86", "2. | Bảo hiểm y tế | % | 93,5"])


def runs_are_put_together(reader):
    text = "1. Tỷ lệ hộ nghèo giảm còn 3,86%."
    body = [paragraph("".join(run(text[i:i + 3]) for i in range(0, len(text), 3))),
            paragraph(unicodedata.normalize("NFD", "2. Tỷ lệ bảo hiểm y tế đạt 93,5%.")),
            paragraph(run("3. Hỗ trợ 18\u00a0căn") + "<w:r><w:softHyphen/></w:r>" + run(" nhà ở\u00ad xã.")),
            paragraph(run("4. tỷ lệ 5") + "<w:r><w:noBreakHyphen/></w:r>" + run("7%.")),
            paragraph(run("5. ") + run("Thoát nghèo", "<w:caps/>") + run(" 12 hộ."))]
    plan = expect(reader, body, ["1. Tỷ lệ hộ nghèo giảm còn 3,86%.", "2. Tỷ lệ bảo hiểm y tế đạt 93,5%.", "3. Hỗ trợ 18\u00a0căn nhà ở\u00ad xã.",
                                 "4. tỷ lệ 5-7%.", "5. THOÁT NGHÈO 12 hộ."])
    assert "Hỗ trợ 18 căn nhà ở xã." in targets_of(plan), targets_of(plan)


def changes_are_taken_as_accepted(reader):
    insert = '<w:ins w:id="1" w:author="A">{}</w:ins>'.format
    delete = '<w:del w:id="2" w:author="A"><w:r><w:delText>{}</w:delText></w:r></w:del>'.format
    mark = '<w:rPr><w:del w:id="3" w:author="A"/></w:rPr>'
    moved = '<w:moveFrom w:id="4" w:author="A">{}</w:moveFrom>'.format
    body = [paragraph(run("1. Giảm còn ") + delete("5%") + insert(run("3,86%")) + run(".")),
            paragraph(run("2. Tỷ lệ bảo hiểm "), mark), paragraph("y tế đạt 93,5%."),
            paragraph(delete("3. Đoạn đã xóa."), mark), paragraph("3. Đạt 80%."),
            paragraph(moved(run("4. Chỗ cũ.")), '<w:rPr><w:moveFrom w:id="5" w:author="A"/></w:rPr>'), paragraph("4. Hỗ trợ 18 căn nhà."),
            paragraph('<w:moveTo w:id="6" w:author="A">' + run("5. Chỗ mới.") + "</w:moveTo>"),
            table(row("Chỉ tiêu", "Đơn vị", "Đến 2024", "Đến 2025"), row("Đã xóa", "%", "1", "2", properties='<w:del w:id="7" w:author="A"/>'),
                  insert(row("Nước sạch", "%", "90", "95")))]
    expect(reader, body, ["1. Giảm còn 3,86%.", "2. Tỷ lệ bảo hiểm y tế đạt 93,5%.", "3. Đạt 80%.", "4. Hỗ trợ 18 căn nhà.", "5. Chỗ mới.",
                          "Chỉ tiêu | Đơn vị | Đến 2024 | Đến 2025", "Nước sạch | % | 90 | 95"])


def cells_are_merged_both_ways(reader):
    down, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    head = row("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian")
    body = [paragraph("II. NHIỆM VỤ GIAO"), table(
        head, row("I", cell("Công tác truyền thông", '<w:gridSpan w:val="4"/>')),
        row("1", "Phát tờ rơi về giảm nghèo", cell("Phòng Tư pháp", down), "Phòng Y tế", cell("Quý II năm 2024", '<w:hMerge w:val="restart"/>')),
        row("2", "Tổ chức hội nghị sơ kết", cell("", below), "Công an xã", "Trước ngày 30/11/2024"))]
    tasks = {task["text"]: task for task in answer(reader, *body)["plan"]["tasks"]}
    assert tasks["Phát tờ rơi về giảm nghèo"]["group"] == "Công tác truyền thông", tasks
    assert [tasks[text]["lead"] for text in ("Phát tờ rơi về giảm nghèo", "Tổ chức hội nghị sơ kết")] == [["Phòng Tư pháp"]] * 2, tasks


def controls_are_looked_into(reader):
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    body = [control(paragraph("1. Đạt 80%.")), paragraph(run("2. Đạt ") + control(run("85")) + run("%.")),
            table(row("Chỉ tiêu", "Đơn vị", "Đến 2024", "Đến 2025"), control(row("Nước sạch", control(cell("%")), "90", cell(control(paragraph("95"))))))]
    body[2] = body[2].replace("<w:tc><w:tcPr></w:tcPr><w:p><w:pPr></w:pPr><w:sdt>", "<w:tc><w:tcPr></w:tcPr><w:sdt>").replace(
        "</w:sdt></w:p></w:tc>", "</w:sdt></w:tc>")
    expect(reader, body, ["1. Đạt 80%.", "2. Đạt 85%.", "Chỉ tiêu | Đơn vị | Đến 2024 | Đến 2025", "Nước sạch | % | 90 | 95"])


def fields_show_their_results(reader):
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF muc_1 </w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("85") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body = [paragraph(run("1. Đạt ") + field + run("%.")), paragraph('<w:fldSimple w:instr="DATE">' + run("2. Năm 2024 đạt 80%.") + "</w:fldSimple>"),
            paragraph(run("3. Theo ") + '<w:hyperlink w:anchor="x">' + run("Nghị quyết 01/NQ-CP") + "</w:hyperlink>" + run(", đạt 90%."))]
    expect(reader, body, ["1. Đạt 85%.", "2. Năm 2024 đạt 80%.", "3. Theo Nghị quyết 01/NQ-CP, đạt 90%."])


def text_boxes_stand_behind_their_paragraph(reader):
    body = [paragraph(run("1. Đạt 80%.") + box(paragraph("2. Đạt 85%.") + table(row("Nước sạch", "%", "90", "95")))), paragraph("3. Đạt 90%."),
            paragraph('<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'),
            table(row("Chỉ tiêu", "Đơn vị", "Đến 2024", "Đến 2025"), row(cell(paragraph(run("Điện") + box(paragraph("lưới")))), "%", "90", "95"))]
    expect(reader, body, ["1. Đạt 80%.", "2. Đạt 85%.", "Nước sạch | % | 90 | 95", "3. Đạt 90%.", "DỰ THẢO",
                          "Chỉ tiêu | Đơn vị | Đến 2024 | Đến 2025", "Điện lưới | % | 90 | 95"])


def tables_in_tables_are_read(reader):
    inner = table(row("Nữ 45%"), row("Nam 55%"))
    body = [table(row("Chỉ tiêu", "Đơn vị", "Đến 2024", "Đến 2025"), row("Lao động", "%", cell(inner + paragraph("Chung 60%")), "65"))]
    expect(reader, body, ["Chỉ tiêu | Đơn vị | Đến 2024 | Đến 2025", "Lao động | % | Nữ 45% Nam 55% Chung 60% | 65"])


def notes_stand_beside_their_line(reader):
    note = '<w:{0} w:id="-1" w:type="separator"><w:p/></w:{0}><w:{0} w:id="2">{1}</w:{0}>'.format
    body = [paragraph(run("1. Đạt 80%") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(".")),
            paragraph(run("2. Đạt 85%.") + '<w:r><w:endnoteReference w:id="2"/></w:r>')]
    parts = [("footnotes", note("footnote", paragraph("Theo chuẩn nghèo đa chiều."))), ("endnotes", note("endnote", paragraph("Số liệu năm 2023.")))]
    plan = expect(reader, body, ["1. Đạt 80%.", "[1] Theo chuẩn nghèo đa chiều.", "2. Đạt 85%.", "[2] Số liệu năm 2023."], ["Có 2 chú thích"], parts=parts)
    assert targets_of(plan) == ["Đạt 80%.", "Đạt 85%."], targets_of(plan)


def signs_of_fonts_are_read(reader):
    sign = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'.format
    body = [paragraph(run("1. Tỷ lệ đạt ") + sign("Symbol", "F0B3") + run(" 85%.")), paragraph(sign("Wingdings", "F0D8") + run(" Đạt 80%.")),
            paragraph(run("2. Nhiệt độ ") + run("\uf0a3", '<w:rFonts w:ascii="Symbol"/>') + run(" 5%.")), paragraph(sign("Webdings", "F041") + run("3. Đạt 90%."))]
    plan = expect(reader, body, ["1. Tỷ lệ đạt ≥ 85%.", "➢ Đạt 80%.", "2. Nhiệt độ ≤ 5%.", "3. Đạt 90%."], ["Có 1 ký hiệu"])
    measure, = next(target for target in plan["objectives"][0]["targets"] if "≥" in target["text"])["measures"]
    assert measure["comparator"] == "at_least", measure


def formulas_are_written_in_a_line(reader):
    piece = "<m:r><m:t>{}</m:t></m:r>".format
    fraction = f"<m:oMath><m:f><m:num>{piece('5')}</m:num><m:den>{piece('9')}</m:den></m:f></m:oMath>"
    expect(reader, [paragraph(run("1. Đạt ") + fraction + run(" chỉ tiêu."))], ["1. Đạt 5/9 chỉ tiêu."])


def what_is_left_out_is_said(reader):
    picture = "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    body = [paragraph(run("1. Đạt 80%.") + run(" Bí mật.", "<w:vanish/>")), paragraph(run("2. Đạt 85%.") + '<w:r><w:commentReference w:id="0"/></w:r>'),
            paragraph(picture), paragraph('<w:r><w:object><v:shape/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>')]
    comments = '<w:comment w:id="0" w:author="A">' + paragraph("Xem lại số này.") + "</w:comment>"
    expect(reader, body, ["1. Đạt 80%.", "2. Đạt 85%."], ["1 đoạn chữ ẩn", "1 lời bình", "1 hình ảnh", "1 đối tượng nhúng", "chân trang có chữ (1 dòng)"],
           parts=[("comments", comments)], header=[paragraph("Kế hoạch giảm nghèo"), paragraph("Trang 2/8")])
    expect(reader, [paragraph("1. Đạt 80%.")], ["1. Đạt 80%."], header=[paragraph("- 2 -")])


def columns_of_a_section_do_not_matter(reader):
    section = '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2"/></w:sectPr>'
    expect(reader, [paragraph("1. Đạt 80%."), paragraph(run("2. Đạt 85%."), section), paragraph("3. Đạt 90%.")],
           ["1. Đạt 80%.", "2. Đạt 85%.", "3. Đạt 90%."])


def a_stamp_of_secrecy_is_seen_wherever_it_stands(reader):
    stamp = paragraph("TỐI MẬT")
    drawn = '<w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r>'
    for more in ({"header": [stamp]}, {"header": [paragraph(box(stamp))]}, {"header": [paragraph(drawn)]}):
        assert answer(reader, paragraph("1. Đạt 80%."), **more) == {"error": "file.secret"}, more
    for inside in (stamp, paragraph(box(stamp)), paragraph(drawn), table(row("MẬT")), table(row("Số 1", "ĐỘ MẬT: MẬT", "", ""))):
        assert answer(reader, inside, paragraph("1. Đạt 80%.")) == {"error": "file.secret"}, inside


CASES = (numbers_are_counted_in_three_levels, a_level_may_count_on_over_its_sections, rows_are_numbered_without_text, runs_are_put_together,
         changes_are_taken_as_accepted, cells_are_merged_both_ways, controls_are_looked_into, fields_show_their_results,
         text_boxes_stand_behind_their_paragraph, tables_in_tables_are_read, notes_stand_beside_their_line, signs_of_fonts_are_read,
         formulas_are_written_in_a_line, what_is_left_out_is_said, columns_of_a_section_do_not_matter,
         a_stamp_of_secrecy_is_seen_wherever_it_stands)


def main(reader):
    broken = 0
    for case in CASES:
        try:
            case(reader)
        except AssertionError as error:
            broken += 1
            print(f"{case.__name__}: {error}", file=sys.stderr)
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
