#!/usr/bin/python3
"""Measures the release build as whole processes, beside peers in the same run.

tools/bench.py [reading] [server] [pages] [seen] [workbooks] [reports] [cube] [freshness] [sizes] [bulk]     without a name, all of them
"""
import contextlib
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

import bench_bulk
import bench_nation
import bench_questions

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIENDO = ROOT / "build" / "release" / "bin" / "tiendo"
SAMPLE = ROOT / "samples" / "ngoc-hoi-2023.txt"
RUNS = 15
SAMPLE_PASSWORD = "dao-tao-2023"


def run_once(command):
    """Milliseconds, milliseconds of the processor and megabytes of one run, children included."""
    began = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ,
                          file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed")
    return (time.perf_counter() - began) * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def measure(name, command, runs=RUNS):
    """The processor's time stands beside the clock's: on a busy machine it alone says what the program takes."""
    runs = [run_once([str(part) for part in command]) for _ in range(runs)]
    times = sorted(clock for clock, _, _ in runs)
    print(f"{name:<34}{times[0]:>9.1f}{statistics.median(times):>9.1f}{times[-1]:>9.1f}"
          f"{min(processor for _, processor, _ in runs):>11.1f} ms{max(size for _, _, size in runs):>9.1f} MB")


def hundred_plans():
    """All plans of tests/golden, over and over, one after the other: time and memory must not grow."""
    plans = sorted((ROOT / "tests/golden").glob("*/source.txt"))
    plans = [plan for plan in plans if plan.parent.name != "cong-van"]
    command = [str(TIENDO), "read", "", "--json"]
    runs = [run_once([*command[:2], str(plans[n % len(plans)]), command[3]]) for n in range(100)]
    rounds = [runs[n:n + 25] for n in range(0, 100, 25)]
    for n, part in enumerate(rounds):
        print(f"{f'plans {25 * n + 1} to {25 * n + 25}, each':<34}{min(r[0] for r in part):>9.1f}"
              f"{statistics.median(r[0] for r in part):>9.1f}{max(r[0] for r in part):>9.1f}"
              f"{statistics.median(r[1] for r in part):>11.1f} ms{max(r[2] for r in part):>9.1f} MB")


def sample_files(folder):
    """The sample as Word, and as PDF and a scan where LibreOffice and pdftoppm are there to make them."""
    subprocess.run(["/usr/bin/python3", ROOT / "tests/golden/word/make_docx.py", SAMPLE, folder], check=True)
    if not shutil.which("soffice"):
        return
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir",
                    folder, folder / "official.docx"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if shutil.which("pdftoppm"):
        # In a process of its own: what this one grew to would count as the memory of all that it starts.
        make = "import pathlib, scan_maker, sys; pathlib.Path(sys.argv[2]).write_bytes(" \
               "scan_maker.scan_pdf(scan_maker.drawn(pathlib.Path(sys.argv[1]), 300)))"
        subprocess.run(["/usr/bin/python3", "-c", make, folder / "official.pdf", folder / "scan.pdf"], check=True,
                       cwd=ROOT / "tests/reader")


def reading():
    print(f"{'reading the sample plan':<34}{'min':>9}{'median':>9}{'max':>9}{'processor':>11}")
    measure("tiendo read .txt (reader included)", [TIENDO, "read", SAMPLE, "--json"])
    measure("cat (a process that does nothing)", ["cat", SAMPLE])
    measure("python3 -c pass", ["python3", "-c", "pass"])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sample_files(folder)
        word, pdf, scan = folder / "official.docx", folder / "official.pdf", folder / "scan.pdf"
        measure("tiendo read .docx", [TIENDO, "read", word, "--json"])
        if shutil.which("pandoc"):
            measure("pandoc .docx to text", ["pandoc", word, "-t", "plain"])
            measure("pandoc .txt to text", ["pandoc", "-f", "markdown", SAMPLE, "-t", "plain"])
        if pdf.exists():
            measure("tiendo read .pdf, 7 pages", [TIENDO, "read", pdf, "--json"])
            measure("pdftotext -layout", ["pdftotext", "-layout", pdf, "-"])
            measure("soffice .docx to text", ["soffice", "--headless", f"-env:UserInstallation=file://{name}/profile",
                                              "--convert-to", "txt:Text", "--outdir", folder / "out", word], runs=3)
        if scan.exists():
            measure("tiendo read a scan, 7 pages", [TIENDO, "read", scan, "--json"], runs=1)
    hundred_plans()


def memory_of(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


@contextlib.contextmanager
def sample_server():
    """The sample world in a folder of its own, and a server on it: its address and process."""
    folder = tempfile.mkdtemp(prefix="tiendo-bench-")
    process = None
    try:
        data = os.path.join(folder, "data")
        began = time.perf_counter()
        subprocess.run([TIENDO, "init", "--sample", "--data", data], check=True, stdout=subprocess.DEVNULL)
        print(f"{'making the sample world':<34}{(time.perf_counter() - began) * 1000:>9.0f} ms")
        began = time.perf_counter()
        process = subprocess.Popen([TIENDO, "serve", "--data", data, "--listen", "127.0.0.1:0"],
                                   stdout=subprocess.PIPE, text=True)
        address = next(match[0] for line in process.stdout if (match := re.search(r"http://[0-9.:]+", line)))
        urllib.request.urlopen(address + "/readyz").read()
        print(f"{'starting the server on it':<34}{(time.perf_counter() - began) * 1000:>9.0f} ms")
        yield address, process
    finally:
        if process is not None:
            process.terminate()
            process.wait()
        shutil.rmtree(folder)


def server():
    with sample_server() as (address, process):
        urllib.request.urlopen(address + "/dang-nhap").read()
        print(f"{'the idle server':<34}{memory_of(process.pid):>9.0f} MB")


def timed(work):
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def print_times(name, times):
    times = sorted(times)
    print(f"{name:<34}{times[0]:>9.1f}{statistics.median(times):>9.1f}{times[-1]:>9.1f} ms")


def pages():
    """What the server takes of the way from "Nộp báo cáo" to the leader's changed page."""
    report, overview = "/ke-hoach/1/bao-cao/sa-loong/2023", "/ke-hoach/1/tong-quan?ky=2023"
    with sample_server() as (address, _):
        commune = bench_nation.Person(address, "saloong", SAMPLE_PASSWORD)
        leader = bench_nation.Person(address, "pct", SAMPLE_PASSWORD)
        print(f"{'pages':<34}{'min':>9}{'median':>9}{'max':>9}")
        submits, overviews = [], []
        for _ in range(RUNS):
            check = commune.get(report + "/kiem-tra")
            fields = {"incomplete_reason": "Chưa tổng hợp xong"}
            submits.append(timed(lambda: commune.send(report + "/kiem-tra", check, fields)))
            overviews.append(timed(lambda: leader.get(overview)))
            commune.send(report + "/thu-hoi", commune.get(report + "/da-nop"), {})
        print_times("submitting, receipt included", submits)
        print_times("the leader's overview", overviews)
        print_times("the commune's form", [timed(lambda: commune.get(report)) for _ in range(RUNS)])


def by_openpyxl(files, folder):
    """Milliseconds for reading all cells of all files, and for writing them again."""
    import openpyxl
    began = time.perf_counter()
    books = [openpyxl.load_workbook(file) for file in files]
    cells = sum(1 for book in books for sheet in book for row in sheet.iter_rows() for _ in row)
    reading = (time.perf_counter() - began) * 1000
    assert cells > 0
    began = time.perf_counter()
    for file, book in zip(files, books):
        book.save(folder / file.name)
    return (time.perf_counter() - began) * 1000, reading


def by_libreoffice(files, folder):
    """Milliseconds for reading and writing all files in one process; started for one file first, so that the making
    of its profile is not counted."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
               "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder)]
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([*command, str(files[0])], **quiet)
    began = time.perf_counter()
    subprocess.run([*command, *map(str, files)], **quiet)
    return (time.perf_counter() - began) * 1000


def workbooks():
    subprocess.run(["ninja", "-C", str(ROOT / "build" / "release"), "bench_workbook"],
                   check=True, stdout=subprocess.DEVNULL)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tiendo-bench-"))
    try:
        for name in ["ours", "openpyxl", "office"]:
            (folder / name).mkdir()
        done = subprocess.run([ROOT / "build" / "release" / "src" / "documents" / "bench_workbook", folder / "ours"],
                              check=True, capture_output=True, text=True)
        count, writing, reading = map(float, done.stdout.split())
        files = sorted((folder / "ours").glob("*.xlsx"))
        size = sum(file.stat().st_size for file in files) / count / 1024
        print(f"{f'{count:.0f} workbooks of {size:.0f} KB, ms each':<34}{'writing':>9}{'reading':>9}{'both':>9}")

        def line(name, written, read):
            print(f"{name:<34}{written / count:>9.2f}{read / count:>9.2f}{(written + read) / count:>9.2f}")
        line("tiendo (written, read, compared)", writing, reading)
        line("openpyxl", *by_openpyxl(files, folder / "openpyxl"))
        if shutil.which("soffice"):
            both = by_libreoffice(files, folder / "office")
            print(f"{'LibreOffice (one process)':<34}{'':>18}{both / count:>9.2f}")
    finally:
        shutil.rmtree(folder)


def by_docxtemplater(folder):
    """The long report from a template, as a program of the web would make it."""
    peers = ROOT / "tests" / "bench"
    if not (peers / "node_modules" / "docxtemplater").exists():
        subprocess.run(["npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=peers, check=True,
                       stdout=subprocess.DEVNULL)
    done = subprocess.run(["node", peers / "fill_template.mjs", folder], check=True, capture_output=True, text=True)
    return float(done.stdout)


def pages_and_fonts(folder, name):
    """As LibreOffice opens the file."""
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir",
                    folder, folder / f"{name}.docx"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    said = subprocess.run(["pdfinfo", folder / f"{name}.pdf"], check=True, capture_output=True, text=True).stdout
    fonts = subprocess.run(["pdffonts", folder / f"{name}.pdf"], check=True, capture_output=True, text=True).stdout
    families = {line.split()[0].partition("+")[2].partition("-")[0] for line in fonts.splitlines()[2:]}
    return int(re.search(r"Pages:\s+(\d+)", said)[1]), ", ".join(sorted(families))


def reports():
    subprocess.run(["ninja", "-C", str(ROOT / "build" / "release"), "bench_report"], check=True, stdout=subprocess.DEVNULL)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tiendo-bench-"))
    try:
        done = subprocess.run([ROOT / "build" / "release" / "src" / "documents" / "bench_report", folder],
                              check=True, capture_output=True, text=True)
        unit, whole = map(float, done.stdout.split())
        print(f"{'reports as .docx, median':<48}{'pages':>6}{'ms':>9}  fonts in LibreOffice")

        def line(name, file, time):
            count, fonts = pages_and_fonts(folder, file) if shutil.which("soffice") else ("", "")
            print(f"{name:<48}{count:>6}{time:>9.2f}  {fonts}")
        line("tiendo: a report with two annexes", "unit", unit)
        line("tiendo: a long report, 102 rows in an annex", "whole", whole)
        line("docxtemplater: the same from a template", "by_template", by_docxtemplater(folder))
    finally:
        shutil.rmtree(folder)


def built(name):
    """A program of tests/bench, made now if it is not there."""
    release = ROOT / "build" / "release"
    subprocess.run(["ninja", "-C", str(release), name], check=True, stdout=subprocess.DEVNULL)
    return release / "tests/bench" / name


def cube():
    subprocess.run([sys.executable, ROOT / "tests/bench/cube/compare.py", built("bench_cube")], check=True)


@contextlib.contextmanager
def serving(data):
    """A server on a data folder: its address."""
    process = subprocess.Popen([TIENDO, "serve", "--data", data, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    try:
        yield next(match[0] for line in process.stdout if (match := re.search(r"http://[0-9.:]+", line)))
        print(f"{'memory of the server':<34}{memory_of(process.pid):>9.0f} MB")
    finally:
        process.terminate()
        process.wait()


def freshness():
    """How soon an acknowledged report is in the nation's total, while others save; what other questions take."""
    bench_nation.freshness(TIENDO, serving, built("bench_save_numbers"))
    bench_questions.measure(TIENDO, serving)


def sizes():
    """Pages with figures of 20, 100 and 3,321 communes."""
    bench_nation.pages_of_sizes(TIENDO, serving)


def bulk():
    """A month of a nation's values by command and through HTTP, on both databases, beside two that only keep them."""
    bench_bulk.bulk(TIENDO, serving)


def seen():
    """The pages as a person's browser sees them come, over emulated lines."""
    subprocess.run(["node", ROOT / "tests/browser/pages_as_seen.mjs", str(RUNS)], check=True, env={**os.environ, "TIENDO": str(TIENDO)})


def main():
    benches = {"reading": reading, "server": server, "pages": pages, "seen": seen, "workbooks": workbooks, "reports": reports,
               "cube": cube, "freshness": freshness, "sizes": sizes, "bulk": bulk}
    names = sys.argv[1:] or list(benches)
    if not set(names) <= {"workbooks", "reports", "cube"} and not TIENDO.exists():
        sys.exit("build/release/bin/tiendo is missing: build it with ./run")
    for name in names:
        benches[name]()


if __name__ == "__main__":
    main()
