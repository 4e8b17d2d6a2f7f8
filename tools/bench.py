#!/usr/bin/python3
"""Measures the release build as whole processes, beside peers in the same run.

tools/bench.py [reading] [server]     without a name, all of them
"""
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

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIENDO = ROOT / "build" / "release" / "bin" / "tiendo"
SAMPLE = ROOT / "samples" / "ngoc-hoi-2023.txt"
RUNS = 15


def run_once(command):
    """Milliseconds and megabytes of one run, children included."""
    began = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ,
                          file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed")
    return (time.perf_counter() - began) * 1000, usage.ru_maxrss / 1024


def measure(name, command):
    runs = [run_once([str(part) for part in command]) for _ in range(RUNS)]
    times = sorted(milliseconds for milliseconds, _ in runs)
    print(f"{name:<34}{times[0]:>9.1f}{statistics.median(times):>9.1f}{times[-1]:>9.1f} ms"
          f"{max(size for _, size in runs):>9.1f} MB")


def reading():
    print(f"{'reading the sample plan':<34}{'min':>9}{'median':>9}{'max':>9}")
    measure("tiendo read --json (reader included)", [TIENDO, "read", SAMPLE, "--json"])
    measure("cat (a process that does nothing)", ["cat", SAMPLE])
    measure("python3 -c pass", ["python3", "-c", "pass"])


def memory_of(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def server():
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
        urllib.request.urlopen(address + "/dang-nhap").read()
        print(f"{'the idle server':<34}{memory_of(process.pid):>9.0f} MB")
    finally:
        if process is not None:
            process.terminate()
            process.wait()
        shutil.rmtree(folder)


def main():
    benches = {"reading": reading, "server": server}
    if not TIENDO.exists():
        sys.exit("build/release/bin/tiendo is missing: build it with ./run")
    for name in sys.argv[1:] or benches:
        benches[name]()


if __name__ == "__main__":
    main()
