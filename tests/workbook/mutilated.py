#!/usr/bin/python3
"""Thirty mutilated workbooks: each is read right or refused with a sentence, none silently wrong.

mutilated.py TIENDO [office]     with "office" those that LibreOffice makes
"""
import datetime
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

TIENDO = sys.argv[1]
UNIT = "sa-loong"
PERIOD = "2023"
VALUE = 7  # column G
NUMERATOR = "cell/3.2a/num"
DENOMINATOR = "cell/3.2a/den"


class World:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.run("init", "--sample")
        self.run("forms", "1", PERIOD, "-o", str(self.folder / "forms"))
        self.form = self.folder / "forms" / f"bieu-{UNIT}-{PERIOD}.xlsx"
        self.other = self.folder / "forms" / f"bieu-dak-duc-{PERIOD}.xlsx"

    def run(self, *words, code=0):
        done = subprocess.run([TIENDO, *words, "--data", str(self.data), "--lang", "vi"],
                              capture_output=True, text=True)
        if code is not None and done.returncode != code:
            sys.exit(f"tiendo {' '.join(words)}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done

    def read(self, file):
        done = self.run("submit", str(file), "--dry-run", "--json", code=None)
        if done.returncode not in (0, 1, 2) or not done.stdout.strip():
            sys.exit(f"{file}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return json.loads(done.stdout)


def row_of(book, key):
    for sheet in book.worksheets:
        for row in sheet.iter_rows(min_col=1, max_col=1):
            if row[0].value == key:
                return sheet, row[0].row
    raise LookupError(key)


def put(book, key, value, column=VALUE):
    sheet, row = row_of(book, key)
    sheet.cell(row, column).value = value
    return sheet.cell(row, column)


def fill(book, numerator=1, denominator=3):
    put(book, NUMERATOR, numerator)
    put(book, DENOMINATOR, denominator)


def value(answer, item="cell/3.2a"):
    for change in answer["changes"]:
        if change["item"] == item:
            return change["after"]["typed"] if change["readable"] and change["after"] else None
    return None


def errors(answer, item=None):
    found = [e["key"] for change in answer.get("changes", []) if item in (None, change["item"]) for e in change["errors"]]
    found += [problem["key"] for problem in answer.get("problems", [])]
    found += [problem["key"] for problem in answer.get("refused", [])]
    return found


def reads(numerator="1", denominator="3"):
    def check(answer):
        assert value(answer) == {"num": numerator, "den": denominator}, answer
        assert not errors(answer, "cell/3.2a"), errors(answer)
    return check


def says(key, item="cell/3.2a", taken=False):
    def check(answer):
        assert key in errors(answer), (key, errors(answer))
        if not taken and "changes" in answer:
            assert value(answer, item) is None, answer
        for problems in [answer.get("refused", []), answer.get("problems", [])]:
            assert all(len(problem["text"]) > 20 for problem in problems)
    return check


def refuses(key):
    def check(answer):
        assert [problem["key"] for problem in answer["refused"]] == [key], answer
        assert len(answer["refused"][0]["text"]) > 20
    return check


# ---- the mutilations: what is done to the file, and what must come of it

def inserted_rows(book):
    fill(book)
    book.worksheets[1].insert_rows(5, 3)
    book.worksheets[1].insert_rows(9, 2)


def sorted_rows(book):
    fill(book)
    sheet, first = row_of(book, NUMERATOR)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first, max_row=sheet.max_row)]
    for at, row in enumerate(reversed(rows)):
        for column, cell in enumerate(row, 1):
            sheet.cell(first + at, column).value = cell


def renamed_sheets(book):
    fill(book)
    for number, sheet in enumerate(book.worksheets):
        sheet.title = f"Trang {number}"


def reordered_sheets(book):
    fill(book)
    book._sheets.reverse()


def moved_columns(book):
    fill(book)
    book.worksheets[1].insert_cols(5, 2)


def shown_hidden_sheet(book):
    fill(book)
    for sheet in book.worksheets:
        sheet.sheet_state = "visible"


def deleted_key_column(book):
    fill(book)
    for sheet in book.worksheets:
        if sheet.title != "_ids":
            for merged in list(sheet.merged_cells.ranges):
                sheet.unmerge_cells(str(merged))
            sheet.delete_cols(1)


def with_unit(book):
    fill(book, "1 vụ", "3 người")


def text_numbers(book):
    fill(book, " 1 ", "3")


def thousands(book):
    fill(book, "1.234", "2.345")


def decimal_comma(book):
    fill(book, "1,5", "3")


def no_cases(book):
    put(book, NUMERATOR, "KPS")


def fraction_became_a_day(book):
    put(book, NUMERATOR, datetime.date(2023, 9, 5)).number_format = "d-mmm"


def percentage(book):
    put(book, NUMERATOR, 0.33).number_format = "0.00%"
    put(book, DENOMINATOR, 3)


def words_for_a_number(book):
    fill(book, "hai người", 3)


def formula_not_computed(book):
    fill(book, "=1+0", 3)


def columns_in_front(book):
    fill(book)
    for merged in list(book.worksheets[1].merged_cells.ranges):
        book.worksheets[1].unmerge_cells(str(merged))
    book.worksheets[1].insert_cols(1, 3)
    book.worksheets[1].insert_cols(10)
    book.worksheets[1].cell(6, 10).value = "Ghi chú riêng của xã"


def changed_label(book):
    fill(book)
    put(book, DENOMINATOR, "Tổng số vụ việc", column=6)


def changed_code(book):
    fill(book)
    put(book, NUMERATOR, "3.2b", column=2)


def exchanged_keys(book):
    fill(book)
    put(book, NUMERATOR, "swap", column=1)
    sheet, row = row_of(book, DENOMINATOR)
    sheet.cell(row, 1).value = NUMERATOR
    sheet, row = row_of(book, "swap")
    sheet.cell(row, 1).value = DENOMINATOR


def changed_unit(book):
    fill(book)
    book["_ids"].cell(4, 2).value = "dak-duc"


def deleted_ids(book):
    fill(book)
    del book["_ids"]


def changed_head(book):
    fill(book)
    sheet, row = row_of(book, NUMERATOR)
    sheet.cell(row - 1, VALUE).value = "Số liệu năm 2022"


def deleted_heads(book):
    fill(book)
    sheet, row = row_of(book, NUMERATOR)
    for column in range(1, 12):
        sheet.cell(row - 1, column).value = None


def deleted_row(book):
    put(book, DENOMINATOR, 3)
    sheet, row = row_of(book, NUMERATOR)
    sheet.delete_rows(row)


def doubled_sheet(book):
    fill(book)
    twin = book.copy_worksheet(book.worksheets[1])
    for row in twin.iter_rows(min_col=1, max_col=1):
        if row[0].value == NUMERATOR:
            twin.cell(row[0].row, VALUE).value = 2


def unknown_row(book):
    fill(book)
    sheet = book.worksheets[1]
    sheet.cell(sheet.max_row + 1, 3).value = "Chỉ tiêu tự thêm"
    sheet.cell(sheet.max_row, VALUE).value = 99


def typed_beside(book):
    fill(book)
    put(book, NUMERATOR, "xem lại số này", column=15)


def missing_sheet(book):
    fill(book)
    del book["Biểu 2 Nhiệm vụ"]


def other_state(book):
    put(book, NUMERATOR, "Tạm hoãn", column=9)


def days_of_1904(book):
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet, row = row_of(book, "row/documents")
    sheet.cell(row, 3).value = "15/KH-UBND"
    sheet.cell(row, 4).value = datetime.date(2023, 2, 28)


def check_days(answer):
    rows = [c["after"] for c in answer["changes"] if c["item"] == "activity/documents"]
    assert rows and rows[0]["rows"][0]["date"] == "2023-02-28", answer


def check_no_cases(answer):
    assert value(answer) == {"num": "KPS"} and not errors(answer, "cell/3.2a"), answer


def check_own_column(answer):
    """A column of the unit's own is told and not taken for one of the form's."""
    assert value(answer) == {"num": "1", "den": "3"}, answer
    assert errors(answer, "cell/3.2a") == ["workbook.stray_cell"], errors(answer)


CASES = [
    (inserted_rows, reads()), (sorted_rows, reads()), (renamed_sheets, reads()), (reordered_sheets, reads()),
    (moved_columns, reads()), (columns_in_front, check_own_column), (shown_hidden_sheet, reads()), (deleted_key_column, reads()),
    (with_unit, reads("1 vụ", "3 người")), (text_numbers, reads()), (thousands, reads("1.234", "2.345")),
    (decimal_comma, says("cell.not_whole", taken=True)), (no_cases, check_no_cases),
    (fraction_became_a_day, says("workbook_cell.is_day")), (percentage, says("workbook_cell.is_percent")),
    (words_for_a_number, says("cell.not_a_number", taken=True)),
    (formula_not_computed, says("workbook_cell.not_computed")), (changed_label, says("workbook.label_changed")),
    (changed_code, says("workbook.label_changed")), (exchanged_keys, says("workbook.label_changed")),
    (changed_unit, refuses("workbook.seal_broken")), (deleted_ids, refuses("workbook.no_ids")),
    (changed_head, says("workbook.column_missing", taken=True)), (deleted_heads, says("workbook.no_heads")),
    (deleted_row, says("cell.incomplete", taken=True)), (doubled_sheet, says("workbook.row_twice")),
    (unknown_row, says("workbook.row_unknown", taken=True)), (typed_beside, says("workbook.stray_cell", taken=True)),
    (missing_sheet, says("workbook.row_missing", taken=True)),
    (other_state, says("workbook_cell.not_in_list")), (days_of_1904, check_days),
]


def cut_file(source, target):
    target.write_bytes(source.read_bytes()[:-2000])


def cut_sheet(source, target):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.split(b"</sheetData>")[0] if name.endswith("sheet2.xml") else content)


def no_workbook(source, target):
    target.write_bytes(b"<html><table><tr><td>1</td></tr></table></html>")


BYTES = [(cut_file, refuses("file.broken_xlsx")), (cut_sheet, refuses("file.broken_xlsx")),
         (no_workbook, refuses("file.no_workbook"))]


def through_office(world):
    """Saved by LibreOffice as .xlsx, .xls or .ods: everything reads as before; what was cut off is refused."""
    book = openpyxl.load_workbook(world.form)
    fill(book)
    folder = world.folder / "office"
    folder.mkdir()
    file = folder / "in.xlsx"
    book.save(file)
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{world.folder}/profile", "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(file)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    answer = world.read(folder / "out" / "in.xlsx")
    reads()(answer)
    assert len(answer["changes"]) == 1, answer
    for ending in ["xls", "ods"]:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{world.folder}/profile",
                        "--convert-to", ending, "--outdir", str(folder / "out"), str(file)],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        answer = world.read(folder / "out" / f"in.{ending}")
        reads()(answer)
        assert len(answer["changes"]) == 1, answer
        cut = folder / f"cut.{ending}"
        cut.write_bytes((folder / "out" / f"in.{ending}").read_bytes()[:300])
        answer = world.read(cut)
        assert "refused" in answer, answer


def main():
    folder = tempfile.mkdtemp(prefix="tiendo-workbooks-")
    try:
        world = World(folder)
        if sys.argv[2:] == ["office"]:
            through_office(world)
            print("saved by LibreOffice as .xlsx, .xls, .ods: read right")
            return
        failed = 0
        for mutilate, check in CASES:
            book = openpyxl.load_workbook(world.form)
            mutilate(book)
            file = world.folder / f"{mutilate.__name__}.xlsx"
            book.save(file)
            try:
                check(world.read(file))
            except AssertionError as error:
                failed += 1
                print(f"{mutilate.__name__}: {str(error)[:600]}")
        for mutilate, check in BYTES:
            file = world.folder / f"{mutilate.__name__}.xlsx"
            mutilate(world.form, file)
            try:
                check(world.read(file))
            except AssertionError as error:
                failed += 1
                print(f"{mutilate.__name__}: {str(error)[:600]}")
        print(f"{len(CASES) + len(BYTES)} mutilated workbooks, {failed} read wrong")
        sys.exit(1 if failed else 0)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
