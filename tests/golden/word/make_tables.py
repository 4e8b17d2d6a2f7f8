#!/usr/bin/python3
"""Makes a Word document with tables from its description.

make_tables.py DESCRIPTION.txt DOCUMENT.docx

Each line is a paragraph, but for
    @columns left || right     letterhead or signature: a table of one row without lines; " / " begins a paragraph
    @table WORD ...            begins a table: "bare" without lines; it ends at @end
    @landscape                 what follows stands on pages on their side
    @note TEXT                 a small paragraph in italics, as under a table
In a table a line is a row and "|" parts its cells. "<" is merged with the cell before it, "^" with the one above, "⏎"
breaks the line, "¶" begins a paragraph; "!" before a row says that it is repeated on each page.
"""
import sys
import zipfile
from xml.sax.saxutils import escape

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.\
document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/\
relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
officeDocument" Target="word/document.xml"/></Relationships>"""
LINES = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def run(text, properties=""):
    parts = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("⏎"))
    return f"<w:r>{properties}{parts}</w:r>"


def paragraph(text, properties=""):
    return f"<w:p>{run(text, properties)}</w:p>"


def cell(texts, across=1, down=None):
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    merge = {None: "", "begins": '<w:vMerge w:val="restart"/>', "goes on": "<w:vMerge/>"}[down]
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{''.join(map(paragraph, texts))}</w:tc>"


def row(texts, below, repeated):
    cells, at = [], 0
    while at < len(texts):
        across = 1
        while at + across < len(texts) and texts[at + across] == "<":
            across += 1
        if texts[at] == "^":
            cells.append(cell([""], across, "goes on"))
        else:
            cells.append(cell(texts[at].split("¶"), across, "begins" if below[at:at + 1] == ["^"] else None))
        at += across
    head = "<w:trPr><w:tblHeader/></w:trPr>" if repeated else ""
    return f"<w:tr>{head}{''.join(cells)}</w:tr>"


def table(lines, words=()):
    rows = [[text.strip() for text in line.lstrip("!").split("|")] for line in lines]
    width = max(map(len, rows))
    borders = "" if "bare" in words else f"<w:tblBorders>{LINES}</w:tblBorders>"
    grid = '<w:gridCol w:w="1200"/>' * width
    body = "".join(
        row(texts, rows[n + 1] if n + 1 < len(rows) else [], lines[n].startswith("!")) for n, texts in enumerate(rows)
    )
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def columns(text):
    return table(["|".join(side.strip().replace(" / ", "¶") for side in text.split("||"))], ("bare",))


def section(wide):
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if wide else 'w:w="11906" w:h="16838"'
    return f"<w:sectPr><w:pgSz {size}/></w:sectPr>"


def body_of(lines):
    parts, wide, rows, words = [], False, None, ()
    for line in lines:
        if rows is not None:
            if line == "@end":
                parts.append(table(rows, words))
                rows = None
            else:
                rows.append(line)
        elif line.startswith("@table"):
            rows, words = [], line.split()[1:]
        elif line.startswith("@columns "):
            parts.append(columns(line[9:]))
        elif line == "@landscape":
            parts.append(f"<w:p><w:pPr>{section(wide)}</w:pPr></w:p>")
            wide = True
        elif line.startswith("@note "):
            parts.append(paragraph(line[6:], '<w:rPr><w:i/><w:sz w:val="20"/></w:rPr>'))
        else:
            parts.append(paragraph(line))
    return "".join(parts) + section(wide)


def main(source, target):
    with open(source, encoding="utf-8") as handle:
        lines = [line.rstrip("\n") for line in handle if line.strip()]
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{NAMESPACE}"><w:body>{body_of(lines)}</w:body></w:document>'
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", document)):
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
