#!/usr/bin/env python3
"""What a script may lean on: the commands of tiendo with their exit codes. Usage: command_line.py TIENDO"""
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import urllib.request
import zipfile

TIENDO = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(__file__).resolve().parents[2]
ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}


def run(*arguments, code=0):
    done = subprocess.run([TIENDO, *map(str, arguments)], capture_output=True, text=True, env=ENVIRONMENT, timeout=120)
    assert done.returncode == code, f"{arguments}: {done.returncode} instead of {code}\n{done.stdout}{done.stderr}"
    return done


def refuses_what_it_cannot_use(folder):
    assert "tiendo --help" in run("nonsense", code=2).stderr
    run(code=2)
    run("plan", "show", code=2)
    missing = run("verify", "--data", folder / "nowhere", code=2).stderr
    assert "tiendo init" in missing and missing.count("\n") == 1, missing


def reads_plans(folder):
    plan = SOURCE / "samples/ngoc-hoi-2023.txt"
    read = json.loads(run("read", plan, "--json").stdout)
    assert read["format"] == "tiendo-plan/1" and len(read["objectives"]) == 6
    assert "1.1" in run("read", plan).stdout
    assert "rate_not_reduced" in run("check", plan, code=1).stdout
    assert json.loads(run("check", plan, "--json", code=1).stdout) == read["findings"]
    letter = folder / "letter.txt"
    letter.write_text("Kính gửi: Phòng Nội vụ", encoding="utf-8")
    no_plan = run("read", letter, "--json", code=1)
    assert json.loads(no_plan.stdout) == {"format": "tiendo-plan/1", "error": "not_a_plan"}
    run("read", folder / "missing.txt", code=2)
    (folder / "noise.bin").write_bytes(bytes(range(256)))
    run("read", folder / "noise.bin", code=2)

    data = folder / "plans"
    run("init", "--data", data)
    assert json.loads(run("import", plan, "--data", data, "--json").stdout) == {"plan": 1}
    (folder / "plan.json").write_text(json.dumps(read), encoding="utf-8")
    assert json.loads(run("import", folder / "plan.json", "--data", data, "--json").stdout) == {"plan": 2}
    assert json.loads(run("plan", "show", 1, "--data", data, "--json").stdout) == read
    run("doctor", "--data", data, code=1)  # there is no account yet


def imports_units(folder):
    data = folder / "units"
    run("init", "--data", data)
    lists = [SOURCE / "tests/data/units" / name for name in ("don-vi.csv", "thay-the.csv")]
    would = json.loads(run("units", "import", *lists, "--dry-run", "--data", data, "--json").stdout)
    assert (would["added"], would["successions"], would["refused"]) == (17, 7, []), would
    assert json.loads(run("units", "import", *lists, "--data", data, "--json").stdout) == would
    again = json.loads(run("units", "import", *lists, "--data", data, "--json").stdout)
    assert (again["added"], again["changed"], again["same"], again["same_successions"]) == (0, 0, 17, 7), again
    wrong = folder / "wrong.csv"
    wrong.write_text("\ufeffcode;name\r\n23392;Xã Khác\r\n99999;Xã Mới\r\n", encoding="utf-8")
    refused = run("units", "import", wrong, "--data", data, code=1)
    assert "wrong.csv" in refused.stdout and "23392" in refused.stdout, refused.stdout
    assert json.loads(run("units", "import", wrong, "--dry-run", "--data", data, "--json", code=1).stdout)["added"] == 1
    run("units", "import", wrong, "--skip-refused", "--data", data, code=1)
    assert json.loads(run("units", "import", wrong, "--dry-run", "--data", data, "--json", code=1).stdout)["added"] == 0
    run("units", "import", *lists, "--below", "51", "--dry-run", "--data", data)
    run("units", "import", *lists, "--below", "999", "--data", data, code=1)
    run("units", "import", folder / "missing.csv", "--data", data, code=2)


def keeps_accounts(folder):
    data = folder / "empty"
    run("init", "--data", data)
    run("init", "--data", data, code=2)
    assert (data.stat().st_mode & 0o077) == 0, "the data are its owner's alone"
    added = run("user", "add", "hoa", "--name", "Trần Hoa", "--role", "admin", "--data", data, "--json")
    assert re.fullmatch(r"([2-9a-z]{4}-){3}[2-9a-z]{4}", json.loads(added.stdout)["code"])
    run("user", "add", "hoa", "--name", "Trần Hoa", "--role", "admin", "--data", data, code=1)
    run("user", "add", "b", "--name", "B", "--role", "king", "--data", data, code=2)
    listed = json.loads(run("user", "list", "--data", data, "--json").stdout)
    assert listed == [{"login": "hoa", "name": "Trần Hoa", "unit": "", "roles": "admin", "positions": [], "disabled": False}]
    run("user", "disable", "hoa", "--data", data, code=1)  # the last administrator stays
    run("user", "disable", "nobody", "--data", data, code=2)
    assert json.loads(run("plan", "list", "--data", data, "--json").stdout) == []
    run("plan", "show", "1", "--data", data, code=2)


def copies_and_verifies_the_sample(folder):
    data = folder / "sample"
    run("init", "--sample", "--data", data)
    rows = json.loads(run("figures", 1, 2023, "--data", data, "--json").stdout)
    assert len(rows) == 20
    report = folder / "report.docx"
    run("report", 1, 2023, "-o", report, "--data", data)
    with zipfile.ZipFile(report) as package:
        assert "17/20" in re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())
    assert ".docx" in run("report", 1, 2023, "-o", folder / "report.odt", "--data", data, code=2).stderr
    run("report", 7, 2023, "-o", report, "--data", data, code=2)
    run("report", 1, 2023, "-o", folder / "nowhere" / "report.docx", "--data", data, code=3)
    served = next(row for row in rows if row["measure"] == "3.2a")
    assert served["parts"] == [{"breakdown": "", "numerator": "17", "denominator": "20", "value": "85"}]
    missing = ["dak-duc", "sa-loong"]
    assert served["coverage"] == {"expected": 8, "reported": 6, "accepted": 4, "missing": missing}, served
    assert "85,00%" in run("figures", 1, 2023, "--data", data).stdout
    commune = json.loads(run("figures", 1, 2023, "--unit", "bo-y", "--data", data, "--json").stdout)
    assert [row["measure"] for row in commune] == ["3.2a", "3.2b", "6.1", "6.2", "6.3"]
    run("figures", 1, 2023, "--unit", "atlantis", "--data", data, code=2)
    run("figures", 1, 2031, "--data", data, code=2)

    copy = folder / "copy"
    run("backup", copy, "--data", data)
    run("restore", copy, "--data", folder / "again")
    assert run("verify", "--data", folder / "again", "--json").stdout == run("verify", "--data", data, "--json").stdout
    return data


def gives_positions_and_revokes_tokens(sample):
    def positions():
        listed = json.loads(run("user", "list", "--data", sample, "--json").stdout)
        return next(one["positions"] for one in listed if one["login"] == "saloong")

    give = ("user", "give-position", "saloong", "--role", "entry", "--data", sample, "--unit")
    run(*give, "dak-duc")
    assert positions() == [{"unit": "dak-duc", "roles": "entry"}]
    run(*give, "sa-loong", code=1)  # its own unit
    run(*give, "atlantis", code=1)
    run("user", "end-position", "saloong", "--unit", "dak-duc", "--data", sample)
    run("user", "end-position", "saloong", "--unit", "dak-duc", "--data", sample, code=2)
    assert positions() == []
    assert json.loads(run("user", "tokens", "saloong", "--data", sample, "--json").stdout) == []
    assert "0" in run("user", "revoke-tokens", "saloong", "--data", sample).stdout
    run("user", "tokens", "nobody", "--data", sample, code=2)


def serves_on_loopback_alone(folder, sample):
    run("serve", "--data", sample, "--listen", "0.0.0.0:0", code=2)
    run("serve", "--data", sample, "--listen", "nonsense", code=2)
    server = subprocess.Popen(
        [TIENDO, "serve", "--data", folder / "again", "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE, text=True, env=ENVIRONMENT,
    )
    try:
        address = re.search(r"http://[0-9.:]+", server.stdout.readline())[0]
        assert urllib.request.urlopen(address + "/readyz").read() == b"ok\n"
        assert "role-cards" in urllib.request.urlopen(address + "/").read().decode()
        port = address.rsplit(":", 1)[1]
        taken = run("serve", "--data", sample, "--listen", f"127.0.0.1:{port}", code=2).stderr
        assert "--listen" in taken
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0, "it stops cleanly"


with tempfile.TemporaryDirectory() as place:
    folder = pathlib.Path(place)
    refuses_what_it_cannot_use(folder)
    reads_plans(folder)
    imports_units(folder)
    keeps_accounts(folder)
    sample = copies_and_verifies_the_sample(folder)
    gives_positions_and_revokes_tokens(sample)
    serves_on_loopback_alone(folder, sample)
print("command line: as promised")
