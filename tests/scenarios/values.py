#!/usr/bin/env python3
"""Values in bulk, out and in again, with the finished program. Usage: values.py TIENDO"""
import csv
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zipfile

TIENDO = pathlib.Path(sys.argv[1]).resolve()
# Memory is measured here: without it the sanitizer would hold back all that was freed.
ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "ASAN_OPTIONS": "quarantine_size_mb=1:detect_leaks=0"}
MANY = 100_000


def run(*arguments, code=0, **more):
    done = subprocess.run([TIENDO, *map(str, arguments)], capture_output=True, text=True, env=ENVIRONMENT, timeout=280, **more)
    assert done.returncode == code, f"{arguments}: {done.returncode} instead of {code}\n{done.stdout[:2000]}{done.stderr[:2000]}"
    return done


def imported(data, file, *flags, code=0):
    told = json.loads(run("values", "import", file, "--data", data, "--json", *flags, code=code).stdout)
    counts = told["importCount"]
    assert sum(counts.values()) == len(told["values"]), "each value is told of once"
    return told, (counts["imported"], counts["updated"], counts["ignored"], counts["conflicts"])


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def goes_out_and_comes_back(folder, data):
    out = run("values", "export", "--with-sensitive", "--data", data)
    assert "nhạy cảm" not in out.stderr
    rows = rows_of(out.stdout)
    by_name = {(row["dataElement"], row["period"], row["orgUnit"]): row for row in rows}
    served = by_name["1/3.2a/num", "2023", "plei-kan"]
    assert (served["value"], served["state"], served["kind"]) == ("5", "value", "estimate"), served
    assert by_name["1/3.2a/num", "2023", "dak-ang"]["state"] == "not_arising"
    assert by_name["1/4.2/num", "2023", "phong-y-te"]["value"] == "0", "zero is a value"
    assert not any(row["orgUnit"] == "dak-duc" and row["period"] == "2023" for row in rows), "it was given back"

    whole = json.loads(run("values", "export", "--with-sensitive", "--format", "json", "--data", data).stdout)["dataValues"]
    assert len(whole) == len(rows)
    assert all(one["value"] == row["value"] and one["dataElement"] == row["dataElement"] for one, row in zip(whole, rows))

    masked = run("values", "export", "--data", data)
    assert "--with-sensitive" in masked.stderr and "1/3.2a" not in masked.stdout

    for form, text in (("csv", out.stdout), ("json", json.dumps({"dataValues": whole}))):
        file = folder / f"values.{form}"
        file.write_text(text, encoding="utf-8")
        _, counts = imported(data, file)
        assert counts == (0, 0, len(rows), 0), counts
    return rows


def write(folder, name, rows):
    file = folder / name
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["dataElement", "period", "orgUnit", "categoryOptionCombo", "value", "state", "reason"], extrasaction="ignore")
        writer.writeheader()
        writer.writerows({"categoryOptionCombo": "", "state": "", "reason": "", **row} for row in rows)
    return file


def value(unit, element, number, period="2023"):
    return {"dataElement": f"1/{element}", "period": period, "orgUnit": unit, "value": number}


def says_what_happened_to_each(folder, data):
    good = [value("sa-loong", "3.2a/num", 1), value("sa-loong", "3.2a/den", 3)]
    bad = [value("sa-loong", "3.2b/num", 4), value("sa-loong", "3.2b/den", "ba"), value("bo-y", "6.2/num", 23)]
    file = write(folder, "mixed.csv", good + bad)
    told, counts = imported(data, file, "--dry-run", code=1)
    assert counts == (2, 0, 0, 3) and not told["kept"]
    told, counts = imported(data, file, "--atomic", code=1)
    assert counts == (2, 0, 0, 3) and not told["kept"]
    told, counts = imported(data, file, code=1)
    assert counts == (2, 0, 0, 3) and told["kept"]
    by_line = {one["line"]: one for one in told["values"]}
    assert by_line[5]["key"] == "values.not_a_number" and "ba" in by_line[5]["text"]
    assert by_line[4]["key"] == "values.held_back" and "5" in by_line[4]["text"]
    assert by_line[6]["key"] == "submission.not_open"
    text = run("values", "import", file, "--data", data, code=1).stdout
    assert "dòng 5: không nhận" in text and "dòng 2" not in text
    assert "dòng 2: như cũ" in run("values", "import", file, "--each", "--data", data, code=1).stdout
    figures = json.loads(run("figures", 1, 2023, "--data", data, "--json").stdout)
    assert next(row for row in figures if row["measure"] == "3.2a")["parts"][0]["numerator"] == "17", "a draft never counts"

    file = write(folder, "rest.csv", [value("sa-loong", "3.2b/num", 1), value("sa-loong", "3.2b/den", 2)])
    told, counts = imported(data, file, "--submit", code=0)
    assert counts == (2, 0, 0, 0) and told["reports"][0]["receipt"], told
    figures = json.loads(run("figures", 1, 2023, "--data", data, "--json").stdout)
    assert next(row for row in figures if row["measure"] == "3.2a")["parts"][0]["numerator"] == "18"
    run("verify", "--data", data)


def survives_mutilated_files(folder, data):
    whole = run("values", "export", "--with-sensitive", "--data", data).stdout.encode()
    whole_json = run("values", "export", "--with-sensitive", "--format", "json", "--data", data).stdout.encode()
    chance = random.Random(20231210)
    file = folder / "mutilated"
    for source in (whole[:20000], whole_json[:20000]):
        for _ in range(12):
            bytes_ = bytearray(source)
            for _ in range(chance.randrange(1, 40)):
                bytes_[chance.randrange(len(bytes_))] = chance.randrange(256)
            file.write_bytes(bytes_[: chance.randrange(1, len(bytes_))])
            done = subprocess.run(
                [TIENDO, "values", "import", file, "--dry-run", "--data", data], capture_output=True, env=ENVIRONMENT, timeout=60
            )
            assert done.returncode in (0, 1, 2), done.stderr.decode(errors="replace")
    run("values", "import", folder / "nowhere.csv", "--data", data, code=2)
    file.write_text("no head\n1\n")
    assert "dataElement" in run("values", "import", file, "--data", data, code=2).stderr


def takes_many_in_flat_memory(folder, data, rows):
    """History of many periods, out of order: what a unit answers once, over and over."""
    answered = [row for row in rows if row["period"] == "2023" and row["state"] == "value"]
    periods = [f"{year}{part}" for year in range(1900, 2000) for part in ("", "S1", "S2", "Q1", "Q2", "Q3", "Q4", "N9")]
    periods += [f"{year}{month:02}" for year in range(1900, 2000) for month in range(1, 13)]
    wanted = -(-MANY // len(answered))
    many = [{**row, "period": period} for period in periods[:wanted] for row in answered]
    assert len(many) >= MANY, len(many)
    random.Random(3).shuffle(many)

    def peak(file):
        """Of a dry run: what reading and checking need."""
        command = [TIENDO, "values", "import", file, "--dry-run", "--data", data]
        child = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        text = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        return text, usage.ru_maxrss

    _, few = peak(write(folder, "few.csv", many[: MANY // 100]))
    many_text, much = peak(write(folder, "many.csv", many))
    assert f"{len(many)} nhận mới" in many_text and "0 không nhận" in many_text, many_text[-300:]
    print(f"peak memory: {few} KB for {MANY // 100} values, {much} KB for {len(many)}")
    assert much < few + 40_000, f"{few} KB for {MANY // 100} values, {much} KB for {MANY}"


def leaves_the_reporting_line_without_victims(folder, data):
    """Every byte of what goes out, read by a program that shares no code with the product."""
    def contents(file):
        with zipfile.ZipFile(file) as package:
            return "\n".join(package.read(name).decode(errors="replace") for name in package.namelist())

    whole, public = folder / "whole.xlsx", folder / "public.xlsx"
    run("report", 1, 2023, "-o", whole, "--data", data)
    run("report", 1, 2023, "-o", public, "--public", "--data", data)
    notice = folder / "public.docx"
    run("report", 1, 2023, "-o", notice, "--public", "--data", data)
    told = re.sub(r"<[^>]+>", " ", contents(notice))
    assert "85,00" not in told and "56,25" not in told and "63,71" in told
    assert "không công bố để không ai suy ra được" in told
    for count in ("17/20*100", "4/5*100", "6/7*100", "9/16*100"):
        assert count in contents(whole), count
        assert count not in contents(public), count
    assert "11830/16900*100" in contents(public), "what is not sensitive stays"
    report = folder / "annex.docx"
    run("report", 1, 2023, "-o", report, "--data", data)
    text = re.sub(r"<[^>]+>", " ", contents(report))
    assert "17/20" in text and "11.830/16.900" in text
    assert not re.search(r"(?<![\d.])(6/7|4/5)(?![\d/])", text), "no commune's victims are in the annex"


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        data = folder / "sample"
        run("init", "--sample", "--data", data)
        rows = goes_out_and_comes_back(folder, data)
        leaves_the_reporting_line_without_victims(folder, data)
        survives_mutilated_files(folder, data)
        takes_many_in_flat_memory(folder, data, rows)
        says_what_happened_to_each(folder, data)
    print("values: out, in, mutilated and many")


main()
