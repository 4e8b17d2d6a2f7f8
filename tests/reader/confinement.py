#!/usr/bin/env python3
"""Looks at a running tiendo-reader from outside: what the kernel says that it may still do.

confinement.py READER
"""
import subprocess
import sys
import time


def status_of(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as handle:
        return dict(line.split(":", 1) for line in handle if ":" in line)


def limits_of(pid):
    with open(f"/proc/{pid}/limits", encoding="ascii") as handle:
        return {line[:26].strip(): line[26:].split()[0] for line in handle}


def main(reader):
    run = subprocess.Popen([reader, "plan.txt"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        for _ in range(500):  # it confines itself, then waits for its input
            status = status_of(run.pid)
            if status.get("Seccomp", "").strip() == "2":
                break
            time.sleep(0.01)
        limits = limits_of(run.pid)
        assert status["Seccomp"].strip() == "2", "no filter of system calls"
        assert status["NoNewPrivs"].strip() == "1", "may gain rights"
        assert limits["Max address space"] == str(600 << 20), limits["Max address space"]
        assert limits["Max cpu time"] == "10", limits["Max cpu time"]
        assert limits["Max file size"] == "0", limits["Max file size"]
        assert limits["Max core file size"] == "0", limits["Max core file size"]
        assert limits["Max processes"] == "0", limits["Max processes"]
    finally:
        run.communicate(b"")


if __name__ == "__main__":
    main(*sys.argv[1:])
