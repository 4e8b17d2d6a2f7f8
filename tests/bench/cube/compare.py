#!/usr/bin/python3
"""Asks the cube, DuckDB, ClickHouse and PostgreSQL the same questions about the same made-up nation, in one run.

compare.py BENCH_CUBE     prints the table; with TIENDO_WRITE_BENCHMARKS=1 it goes into docs/benchmarks.md, too
"""
import datetime
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
PEERS = ROOT / "tests" / "bench"
NAMES = {
    "D1": "34 provinces × 12 months × 20 elements",
    "D2": "the nation × 5 years × 10 elements",
    "D3": "98 communes of a province × 100 elements, a year",
    "D4": "one element × 3,321 communes × 4 quarters",
    "D5": "a ratio by province and quarter",
    "D6": "numbers beyond 3 deviations, one element, 60 months",
    "D7": "how many numbers each commune has reported in a month",
    "D8": "every element × province × year",
    "D9": "one province, one element, one quarter",
    "W5": "fifty checks and all z-scores of a month",
}
# What is aimed at: at most so many milliseconds, and so many times as fast as the fastest of DuckDB and ClickHouse.
AIMS = {name: (1, 20) for name in NAMES} | {"D8": (20, 15), "W5": (500, None)}
PLACES = 3321 * 100 * 2 * 60
POSTGRES_SETTINGS = ("-c shared_buffers=2GB -c work_mem=256MB -c maintenance_work_mem=1GB -c max_wal_size=8GB "
                     "-c max_parallel_workers_per_gather=2 -c jit=off")


def checksum(rows):
    """The sum of the FNV-1a digests of the rows as text, as the cube makes it."""
    total = 0
    for row in rows:
        digest = 0xcbf29ce484222325
        for byte in ",".join(row).encode():
            digest = (digest ^ byte) * 0x100000001b3 & (1 << 64) - 1
        total += digest
    return total & (1 << 64) - 1


def ask_cube(program, folder):
    """Answers and least times, by name, and what was said of memory and of the maps."""
    out = folder / "cube.json"
    done = subprocess.run([program, f"--benchmark_out={out}", "--benchmark_out_format=json"],
                          check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    answers = {name: (int(rows), int(digest))
               for name, rows, digest in re.findall(r"^answer (\S+) (\d+) (\d+)$", done.stdout, re.M)}
    measured = {entry["run_name"].split("/")[0]: entry for entry in json.loads(out.read_text())["benchmarks"]
                if entry.get("aggregate_name") == "min"}
    memory = {name: (int(used), int(values))
              for name, used, values in re.findall(r"^memory (\S+) (\d+) bytes, (\d+) values", done.stdout, re.M)}
    different = int(re.search(r"different on the new map: (\d+)", done.stdout)[1])
    return answers, measured, memory, different


def ask_peers(folder):
    if not (PEERS / "node_modules" / "chdb").exists():
        subprocess.run(["npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=PEERS, check=True,
                       stdout=subprocess.DEVNULL)
    subprocess.run(["node", PEERS / "cube" / "engines.mjs", folder], check=True)
    return [json.loads((folder / f"{name}.json").read_text()) for name in ["duckdb", "duckdb_arrival", "clickhouse"]]


def psql(script):
    done = subprocess.run(["psql", os.environ["TIENDO_TEST_POSTGRES"], "-X", "-q", "-At", "-F", ",", "-v", "ON_ERROR_STOP=1"],
                          input=script, check=True, capture_output=True, text=True)
    return done.stdout


def least_time(sql, runs):
    """Milliseconds of the fastest run, and the rows."""
    best, rows = float("inf"), []
    for _ in range(runs):
        *lines, time = psql(f"\\timing on\n{sql};\n").splitlines()
        best = min(best, float(re.match(r"Time: ([\d.]+) ms", time)[1]))
        rows = [line.split(",") for line in lines]
    return best, rows


def ask_postgres(values):
    """Runs under tools/with-postgres."""
    said = psql(f"""
        create table ou as select n::smallint ou, (n % 34)::smallint prov from generate_series(0, 3320) n;
        create unlogged table dv (ou smallint, de smallint, coc smallint, pe smallint, v integer);
        \\timing on
        \\copy dv from '{values}' with (format csv)
        create index on dv (de, pe, ou);
        create index on dv (pe, ou);
        vacuum analyze dv;
        analyze ou;
    """)
    loading = sum(float(time) for time in re.findall(r"^Time: ([\d.]+) ms", said, re.M))
    questions = json.loads(subprocess.run(["node", PEERS / "cube" / "engines.mjs", "--sql"], check=True,
                                          capture_output=True, text=True).stdout)
    answers = {}
    for name, sql in questions.items():
        milliseconds, rows = least_time(sql, 1 if name in ("D8", "W5") else 3)
        answers[name] = {"ms": milliseconds, "rows": rows}
    version = psql("show server_version;").split()[0]
    settings = f"unlogged table, indexes (de, pe, ou) and (pe, ou), fsync off, {POSTGRES_SETTINGS.replace('-c ', '')}"
    return {"engine": f"PostgreSQL {version}", "settings": settings, "loading": loading, "answers": answers}


def postgres(values, folder):
    if not shutil.which("psql"):
        return []
    environment = os.environ | {"TIENDO_POSTGRES_SETTINGS": POSTGRES_SETTINGS}
    subprocess.run([ROOT / "tools" / "with-postgres", sys.executable, __file__, "--postgres", values, folder], check=True,
                   env=environment)
    return [json.loads((folder / "postgres.json").read_text())]


def number(milliseconds):
    if milliseconds < 0.001:
        return f"{milliseconds:.5f}"
    return f"{milliseconds:.3f}" if milliseconds < 1 else f"{milliseconds:,.1f}" if milliseconds < 100 else f"{milliseconds:,.0f}"


def verdict(holds):
    return "met" if holds else "**missed**"


def agree(answers, name, peer):
    """Ends everything where an engine answers otherwise. Beyond the fourth column stands a ratio."""
    rows = [row[:4] for row in peer["answers"][name]["rows"]]
    if (len(rows), checksum(rows)) != answers[name]:
        sys.exit(f"{peer['engine']} answers {name} otherwise: {len(rows)} rows, {checksum(rows)}; not {answers[name]}")


def question_table(answers, measured, peers):
    heads = [peer["engine"] + (", rows as they arrive" if "order pe" in peer["settings"] else "") for peer in peers]
    yield "| | Question | The cube | " + " | ".join(heads) + " | times as fast as the faster of DuckDB and ClickHouse | Aim |"
    yield "|---|---" + "|---:" * (len(peers) + 2) + "|---|"
    for name, text in NAMES.items():
        ours = measured[name]["real_time"]
        for peer in peers:
            agree(answers, name, peer)
        fastest = min(peer["answers"][name]["ms"] for peer in peers if not peer["engine"].startswith("PostgreSQL"))
        most, times = AIMS[name]
        aim = f"≤ {most} ms" + (f", {times} ×" if times else "")
        holds = ours <= most and (times is None or fastest / ours >= times)
        yield (f"| {name} | {text} | {number(ours)} | " + " | ".join(number(peer["answers"][name]["ms"]) for peer in peers)
               + f" | {fastest / ours:,.0f} | {aim}: {verdict(holds)} |")


def other_lines(cube, peers):
    answers, measured, memory, different = cube
    scan, band = (PLACES * 4 / measured[name]["real_time"] / 1e6 for name in ("scan", "bandwidth"))
    yield "| | Measured | Aim |"
    yield "|---|---:|---|"
    start = measured["start"]["real_time"]
    yield f"| the nation filled value by value, as from a log | {start / 1000:.2f} s | ≤ 1.5 s: {verdict(start <= 1500)} |"
    yield (f"| all leaves added up without stored totals, beside the plain sum of as many bytes in one piece | {scan:.1f} GB/s beside {band:.1f} ({scan / band:.0%}) | ≥ 50 %: "
           f"{verdict(scan / band >= 0.5)} |")
    for name, text in {"nation": "memory of the nation", "former": "memory of three years of 10,035 communes",
                       "regrouped": "memory of the same on the map of 3,321"}.items():
        used, values = memory[name]
        ratio = used / (values * 8)
        yield (f"| {text}, per value | {used / values:.2f} bytes ({ratio:.2f} × raw of 8 bytes) | ≤ 1.3 × raw: "
               f"{verdict(ratio <= 1.3)} |")
    yield f"| a value set, all totals above it with it | {measured['save']['real_time'] / 2 * 1e6:.0f} ns | |"
    regroup = measured["W4"]["real_time"]
    yield f"| 72 million values of 10,035 communes put on the map of 3,321 | {regroup:.0f} ms | ≤ 1 s: {verdict(regroup <= 1000)} |"
    for peer in peers:
        if "W4" in peer["answers"]:
            agree(answers, "W4", peer)
            yield f"| the same by {peer['engine']}, the same sums | {peer['answers']['W4']['ms']:,.0f} ms | |"
    yield f"| national totals that differ after it, of 3,600 | {different} | 0: {verdict(different == 0)} |"
    for name in ("D1", "D2", "D3", "D4"):
        own, other = (measured[f"{name}_on_{which}"]["real_time"] for which in ("its_map", "another"))
        yield (f"| {name} about former communes on the new map, beside the same of a native map | {number(other)} beside {number(own)} ms "
               f"({other / own:.1f} ×) | ≤ 2 ×: {verdict(other / own <= 2)} |")
    form = measured["W5_one_form"]["real_time"]
    yield f"| fifty checks and 200 z-scores for one form | {number(form)} ms | ≤ 1 ms: {verdict(form <= 1)} |"


def processor():
    found = re.search(r"model name\s*:\s*(.+)", pathlib.Path("/proc/cpuinfo").read_text())
    return found[1] if found else platform.machine()


def report(cube, peers, count):
    answers, measured = cube[:2]
    load = os.getloadavg()[1]
    yield (f"`./dev bench cube` on {datetime.date.today().isoformat()}, {processor()}, {os.cpu_count()} cores, load {load:.0f}: a made-up "
           f"nation of 3,321 communes in 34 provinces × 100 elements × 2 options × 60 months, {PLACES:,} places of which {count:,} "
           "have a value. Milliseconds by the clock, the least of several runs; the cube in one thread. The checksums of all "
           "answers are equal in all engines.")
    yield ""
    yield from question_table(answers, measured, peers)
    yield ""
    for peer in peers:
        yield f"- {peer['engine']}: {peer['settings']}; loaded in {peer['loading'] / 1000:.1f} s."
    yield ("- PostgreSQL is not asked to put values on another map: it loads 72 million rows for minutes."
           if any(peer["engine"].startswith("PostgreSQL") for peer in peers) else "- PostgreSQL was not there.")
    yield ""
    yield from other_lines(cube, peers)
    yield ""
    yield ("On another map a unit has a total of 8 bytes where on its own it has a number of 4, and the places of divided units are "
           "looked at one by one: that is what such questions take longer for.")


def write_into(path, lines):
    text = path.read_text(encoding="utf-8")
    begin, end = "<!-- compare.py -->", "<!-- /compare.py -->"
    block = "\n".join([begin, *lines, end])
    if begin in text:
        text = text[:text.index(begin)] + block + text[text.index(end) + len(end):]
    else:
        text = text.replace("## Questions\n", f"## Questions\n\n{block}\n", 1)
    path.write_text(text, encoding="utf-8")


def compare(program):
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as name:
        folder = pathlib.Path(name)
        count = int(subprocess.run([program, "--values", folder], check=True, capture_output=True, text=True).stdout)
        cube = ask_cube(program, folder)
        peers = ask_peers(folder) + postgres(folder / "values.csv", folder)
        lines = list(report(cube, peers, count))
    print("\n".join(lines))
    if os.environ.get("TIENDO_WRITE_BENCHMARKS"):
        write_into(ROOT / "docs" / "benchmarks.md", lines)


if __name__ == "__main__":
    if sys.argv[1] == "--postgres":
        (pathlib.Path(sys.argv[3]) / "postgres.json").write_text(json.dumps(ask_postgres(sys.argv[2])))
    else:
        compare(sys.argv[1])
