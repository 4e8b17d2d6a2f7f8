#!/usr/bin/python3
"""A superior's workbook, filled by the confined reader, as other programs see it.

superior_form.py TIENDO_READER [office]     with "office" LibreOffice computes its formulas
"""
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

READER = sys.argv[1]
FORM = pathlib.Path(__file__).parent.parent / "data" / "superior-form.xlsx"
MEASURES, UNITS = 0, 1


def cell(table, row, column, text, **more):
    return {"table": table, "row": row, "cell": column, "text": text, **more}


CELLS = [
    cell(MEASURES, 0, 6, "năm 2023 <&>"),
    cell(MEASURES, 1, 6, "11/12/2023", day="2023-12-11"),
    cell(MEASURES, 5, 3, "từ 50% trở lên", number="50", percent=True),
    cell(MEASURES, 5, 5, "48,48%", number="48.48", percent=True),
    cell(MEASURES, 5, 6, "đè công thức", number="1"),
    cell(MEASURES, 5, 7, "chưa đạt"),
    cell(UNITS, 2, 1, "11.830", number="11830"),
    cell(UNITS, 2, 2, "16.900", number="16900"),
    cell(UNITS, 3, 1, "5.022", number="5022"),
    cell(UNITS, 3, 2, "8.100", number="8100"),
    cell(UNITS, 12, 6, "ngoài vùng của biểu"),
]


def ask(what, data):
    return subprocess.run([READER, what], input=data, capture_output=True, check=True).stdout


def filled():
    line = json.dumps({"cells": CELLS}, ensure_ascii=False)
    return ask("filled-form.xlsx", line.encode() + b"\n" + FORM.read_bytes())


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def check_package(file):
    before, after = parts(FORM), parts(file)
    assert before.keys() == after.keys()
    assert next(iter(after)) == "[Content_Types].xml", "as every program expects"
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}, changed


def check_values(file):
    before, after = openpyxl.load_workbook(FORM), openpyxl.load_workbook(file)
    sheet = after.worksheets[MEASURES]
    assert sheet["G1"].value == "năm 2023 <&>"
    assert sheet["G2"].value == datetime.datetime(2023, 12, 11)
    assert sheet["D6"].value == 50, "where the cell shows plain numbers, as it is said"
    assert sheet["F6"].value == 0.4848, "where the cell shows percentages, as a share"
    assert sheet["H6"].value == "chưa đạt"
    assert after.worksheets[UNITS]["G13"].value == "ngoài vùng của biểu"
    named = {(c["table"], c["row"] + 1, c["cell"] + 1) for c in CELLS} - {(MEASURES, 6, 7)}
    for number, (old, new) in enumerate(zip(before.worksheets, after.worksheets)):
        assert str(old.merged_cells) == str(new.merged_cells)
        assert old.print_title_rows == new.print_title_rows
        assert old.page_setup.orientation == new.page_setup.orientation
        assert old.freeze_panes == new.freeze_panes
        assert old.sheet_state == new.sheet_state
        assert len(old._charts) == len(new._charts)
        assert len(old.data_validations.dataValidation) == len(new.data_validations.dataValidation)
        for row in old.iter_rows():
            for was in row:
                now = new[was.coordinate]
                if was.has_style:
                    assert was._style == now._style, was.coordinate
                if (number, was.row, was.column) not in named:
                    assert was.value == now.value, was.coordinate
    assert after.calculation.fullCalcOnLoad


def check_computed(file, folder):
    """What was computed when the file was saved is gone; LibreOffice computes it anew."""
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(file)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    book = openpyxl.load_workbook(folder / "out" / file.name, data_only=True)
    measures, units = book.worksheets[MEASURES], book.worksheets[UNITS]
    assert abs(measures["G6"].value - (48.48 - 50)) < 1e-9, measures["G6"].value
    assert abs(measures["F11"].value - 0.4848) < 1e-9
    assert units["B11"].value == 11830 + 5022
    assert units["C11"].value == 16900 + 8100
    assert abs(units["D3"].value - 70) < 1e-9


def check_cached():
    """Results that another program kept are not handed on."""
    data = ask("filled-form.xlsx", b'{"cells": []}\n' + FORM.read_bytes())
    assert b"<v></v>" not in data
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(data)
        file.flush()
        book = openpyxl.load_workbook(file.name, data_only=True)
        assert book.worksheets[UNITS]["B11"].value is None


def main():
    with tempfile.TemporaryDirectory(prefix="tiendo-form-") as name:
        folder = pathlib.Path(name)
        file = folder / "bieu.xlsx"
        file.write_bytes(filled())
        if sys.argv[2:] == ["office"]:
            check_computed(file, folder)
            print("LibreOffice opens the filled workbook and computes its formulas")
            return
        check_package(file)
        check_values(file)
        check_cached()
        print(f"{len(CELLS)} cells written, all else as it was")


main()
