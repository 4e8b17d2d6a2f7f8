"""A month of a nation's values taken in bulk, beside PostgreSQL and DuckDB that only keep them."""
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

import bench_nation

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = ROOT / "tests" / "bench"
MEASURES = 100  # a numerator and a denominator each
RUNS = 3
WRONG = 0.001


def values_files(folder, units):
    """The same values as .csv and as .json, some of them wrong; answers how many there are."""
    numbers = random.Random(9)
    count = 0
    with open(folder / "values.csv", "w") as table, open(folder / "values.json", "w") as tree:
        table.write("dataelement,period,orgunit,value\n")
        tree.write(f'{{"period":"{bench_nation.PERIOD}","dataValues":[')
        for unit in units:
            for n in range(MEASURES):
                whole = numbers.randint(20, 9000)
                for key, number in [("num", numbers.randint(0, whole)), ("den", whole)]:
                    said = f"{number}x" if numbers.random() < WRONG else str(number)
                    table.write(f"1/1.{n + 1}/{key},{bench_nation.PERIOD},{unit},{said}\n")
                    tree.write(f'{"," if count else ""}\n{{"dataElement":"1/1.{n + 1}/{key}","orgUnit":"{unit}","value":"{said}"}}')
                    count += 1
        tree.write("\n]}\n")
    return count


def row(name, count, times):
    """Values a second by the clock and by the processor's time of the program, the best of all runs."""
    clock, processor = (min(column) for column in zip(*times))
    print(f"{name:<58}{clock:>8.2f} s{count / clock:>13,.0f}{count / processor if processor else 0:>13,.0f}", flush=True)


def by_command(tiendo, data, file, *options):
    """Seconds by the clock and of the processor of one import; one that tells of wrong values."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run([tiendo, "values", "import", "--data", data, file, *options], stdout=subprocess.PIPE, text=True)
    took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in (0, 1), done.stdout[-300:]
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def token(address, login):
    person = bench_nation.Person(address, login, bench_nation.PASSWORD)
    page = person.send("/ma-truy-cap", person.get("/ma-truy-cap"),
                       {"name": "bench", "scope": "submit", "days": "30", "present": bench_nation.PASSWORD})
    return re.search(r"tdo_[A-Za-z0-9_-]+", page)[0]


def processor_of(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def server_on(address):
    """The process that listens there."""
    port = f"{int(address.rpartition(':')[2]):04X}"
    inode = next(line.split()[9] for line in open("/proc/net/tcp") if line.split()[1].endswith(":" + port))
    for link in pathlib.Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if os.readlink(link) == f"socket:[{inode}]":
                return int(link.parts[2])
        except OSError:
            continue
    raise LookupError(address)


def by_http(serve, data, file):
    with serve(data) as address:
        headers = {"Authorization": "Bearer " + token(address, "chuyenvien"), "Content-Type": "application/octet-stream"}
        body, pid = file.read_bytes(), server_on(address)
        used = processor_of(pid)
        began = time.perf_counter()
        answer = urllib.request.urlopen(urllib.request.Request(address + "/api/dataValueSets", body, headers)).read()
        took = time.perf_counter() - began
        assert json.loads(answer)["response"]["importCount"]["imported"] > 0
        return took, processor_of(pid) - used


def fresh(folder):
    """The office as it was before any value came."""
    shutil.rmtree(folder / "taken", ignore_errors=True)
    shutil.copytree(folder / "data", folder / "taken")
    return folder / "taken"


def embedded(tiendo, serve, folder, count):
    for kind in ["csv", "json"]:
        file = folder / f"values.{kind}"
        row(f"tiendo values import, .{kind}", count, [by_command(tiendo, fresh(folder), file) for _ in range(RUNS)])
        row(f"POST /api/dataValueSets, .{kind}", count, [by_http(serve, fresh(folder), file) for _ in range(RUNS)])
    file = folder / "values.csv"
    row("a dry run, .csv", count, [by_command(tiendo, folder / "data", file, "--dry-run") for _ in range(RUNS)])
    row("all or none, of the right ones", count, [(by_command(tiendo, fresh(folder), folder / "right.csv", "--atomic"))
                                                  for _ in range(RUNS)])
    taken = fresh(folder)
    by_command(tiendo, taken, file)
    row("the same file once more", count, [by_command(tiendo, taken, file) for _ in range(RUNS)])
    bench_nation.run(tiendo, "verify", "--data", taken)


def on_postgres(tiendo, folder):
    """Runs under tools/with-postgres, with fsync on."""
    count = int((folder / "count").read_text())
    server = os.environ["TIENDO_TEST_POSTGRES"]

    def psql(text, database=server):
        return subprocess.run(["psql", "-qAt", database], input=text, check=True, capture_output=True, text=True).stdout

    for kind in ["csv", "json"]:
        times = []
        for n in range(RUNS):
            name = f"office_{kind}_{n}"
            psql(f"create database {name};")
            office = server.replace("/postgres?", f"/{name}?")
            bench_nation.run(tiendo, "restore", folder / "copy", "--database", office, "--data", folder / "beside")
            times.append(by_command(tiendo, folder / "beside", folder / f"values.{kind}", "--database", office))
        row(f"tiendo values import, .{kind}, on PostgreSQL", count, times)
    psql("create table taken (element text, period text, unit text, value text, primary key (element, period, unit));")
    load = f"""
        create temporary table come (element text, period text, unit text, value text);
        \\copy come from '{folder}/values.csv' with (format csv, header)
        insert into taken select * from come where value ~ '^[0-9]+$'
            on conflict (element, period, unit) do update set value = excluded.value;
    """
    times = []
    for _ in range(RUNS):
        psql("truncate taken;")
        began = time.perf_counter()
        psql(load)
        times.append((time.perf_counter() - began, 0))
    row("PostgreSQL: copy, then upsert of what is digits", count, times)


def by_duckdb(folder, count):
    if not (PEERS / "node_modules" / "@duckdb").exists():
        subprocess.run(["npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=PEERS, check=True,
                       stdout=subprocess.DEVNULL)
    times = []
    for _ in range(RUNS):
        (folder / "duck.db").unlink(missing_ok=True)
        done = subprocess.run(["node", PEERS / "keep_values.mjs", folder / "values.csv", folder / "duck.db"], check=True,
                              capture_output=True, text=True)
        times.append(tuple(float(part) for part in done.stdout.split()))
    row("DuckDB: read_csv, then upsert of what is digits", count, times)


def make_office(tiendo, serve, folder, communes):
    bench_nation.MEASURES = MEASURES
    units = bench_nation.make_nation(tiendo, serve, folder, communes, values=False)
    count = values_files(folder, units)
    (folder / "count").write_text(str(count))
    with open(folder / "values.csv") as all_lines, open(folder / "right.csv", "w") as right:
        right.writelines(line for line in all_lines if not line.endswith("x\n"))
    bench_nation.run(tiendo, "backup", folder / "copy", "--data", folder / "data")
    return count


def bulk(tiendo, serve, communes=3321):
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as name:
        folder = pathlib.Path(name)
        count = make_office(tiendo, serve, folder, communes)
        title = f"{count:,} values of {communes:,} communes, {WRONG:.1%} wrong"
        print(f"{title:<58}{'clock':>10}{'values/s':>13}{'of processor':>13}")
        embedded(tiendo, serve, folder, count)
        if shutil.which("psql"):
            folder.chmod(0o755)
            subprocess.run([ROOT / "tools" / "with-postgres", sys.executable, __file__, tiendo, folder], check=True,
                           env=os.environ | {"TIENDO_POSTGRES_SETTINGS": "-c fsync=on"})
        by_duckdb(folder, count)


if __name__ == "__main__":
    on_postgres(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
