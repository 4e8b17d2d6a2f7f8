"""Makes a Word paper of a plan in plain text, as an office sets it: letterhead and signature in two columns, tables ruled."""
import re

from docx import Document

TYPE_NAMES = re.compile(r"^(KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHƯƠNG TRÌNH|ĐỀ ÁN|CÔNG VĂN|THÔNG BÁO|BÁO CÁO)\b")
STATE = re.compile(r"^(CỘNG H|Độc lập|.*, ngày .* tháng )")


def parts_of_row(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def is_row(line):
    """With outer bars or without."""
    return line.startswith("|") or line.count(" | ") >= 2


def is_divider(line):
    return set(line) <= set("|-: ") and "-" in line


def split_columns(lines, is_right):
    """Of a block that plain text sets side by side with spaces, or one below the other."""
    left, right = [], []
    for line in lines:
        cut = re.split(r"\s{4,}", line.strip(), maxsplit=1)
        if len(cut) == 2:
            left.append(cut[0])
            right.append(cut[1])
        elif line.strip(" -–_*"):
            (right if is_right(line, left) else left).append(line.strip())
    return left, right


def add_table(maker, document, rows):
    width = max(map(len, rows))
    table = document.add_table(rows=0, cols=width)
    maker.set_borders(table)
    for texts in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, texts):
            cell.text = text
        named = [text for text in texts[2:] if text]
        if len(texts) < width or (width > 3 and not named and len(texts) > 1 and texts[1] and not texts[0].isdigit()):
            cells[1].merge(cells[-1]).text = texts[1]
    maker.repeat_on_each_page(table.rows[0])


def add_body(maker, document, lines):
    rows = []
    for line in [*lines, ""]:
        if is_row(line):
            if not is_divider(line):
                rows.append(parts_of_row(line))
            continue
        if rows:
            add_table(maker, document, rows)
            rows = []
        if line.strip(" -–_*"):
            document.add_paragraph(line.replace("*", "").strip())


def is_recipients(line):
    return line.strip().lower().startswith("nơi nhận")


def begins_part(line):
    """An annex, or the plan that a decision issues: it stands on a page of its own."""
    return line.startswith("PHỤ LỤC") or TYPE_NAMES.match(line.strip())


def add_tail(maker, document, lines):
    maker.add_columns(document, *split_columns(lines, lambda line, _: not re.match(r"(-|\+|nơi nhận)", line.strip(), re.I)))


def write_paper(maker, source, target):
    """`maker` is tests/golden/word/make_docx.py."""
    with open(source, encoding="utf-8") as handle:
        lines = [line.rstrip("\n") for line in handle]
    head = next(i for i, line in enumerate(lines) if TYPE_NAMES.match(line.strip()))
    document = Document()
    maker.set_official_page(document)
    maker.add_columns(document, *split_columns(lines[:head], lambda line, _: STATE.match(line.strip())))
    rest = lines[head:]
    while rest:
        tail = next((i for i, line in enumerate(rest) if is_recipients(line)), len(rest))
        add_body(maker, document, rest[:tail])
        end = next((i for i, line in enumerate(rest) if i > tail and begins_part(line)), len(rest))
        if tail < len(rest):
            add_tail(maker, document, rest[tail:end])
        rest = rest[end:]
        if rest:
            document.add_page_break()
    maker.set_official_paragraphs(document)
    document.save(target)
