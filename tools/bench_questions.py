"""What programs ask of a nation's sums through HTTP: how soon each answer comes, alone and among many, and after a start."""
import json
import pathlib
import tempfile
import threading
import time

from bench_nation import MEASURES, PERIOD, Line, Person, PASSWORD, make_nation, percentile, run, values_file

EARLIER = ("2022", "2021")
YEARS = ";".join((PERIOD, *EARLIER))
PROVINCE = "tinh-mau-01"
ASKED = 200
CLIENTS = 16
EACH_SECOND = 10  # questions of one client


def counts(measures):
    return ";".join(f"1/1.{n + 1}/{key}" for n in range(measures) for key in ("num", "den"))


def address_of(data, periods, units):
    return f"/api/analytics.json?dimension=dx:{data}&dimension=pe:{periods}&dimension=ou:{units}"


def questions():
    """Those of the workload W3 that are about sums, in the words of the interface; D6 and D7 are the cube's own."""
    return [
        ("D1  34 provinces x 3 years x 20 elements", address_of(counts(10), YEARS, "LEVEL-1")),
        ("D3  communes of a province x all elements, a year", address_of(counts(MEASURES), PERIOD, PROVINCE + ";LEVEL-2")),
        ("D4  one element x all communes, a year", address_of("1/1.1/den", PERIOD, "LEVEL-2")),
        ("D5  a rate by province and year", address_of("1/1.1", YEARS, "LEVEL-1")),
        ("D8  all elements x provinces x years", address_of(counts(MEASURES), YEARS, "LEVEL-1")),
        ("D9  one province, one element, one year", address_of("1/1.1/den", PERIOD, PROVINCE)),
    ]


def answer(line, path):
    status, body = line.send("GET", path)
    assert status == 200, body[:300]
    return body


def sum_of(line, units):
    rows = json.loads(answer(line, address_of("1/1.1/den", YEARS, units)))["rows"]
    return sum(int(row[3]) for row in rows)


def ask_alone(line, path):
    times = []
    for _ in range(ASKED):
        began = time.perf_counter()
        body = answer(line, path)
        times.append((time.perf_counter() - began) * 1000)
    return times, len(body)


def ask_together(address, person, path):
    """Each client asks at a steady rate, whether or not the server keeps up: what waits in line counts as waiting."""
    times, lock = [], threading.Lock()

    def client(line, start):
        for turn in range(ASKED // 4):
            due = start + turn / EACH_SECOND
            time.sleep(max(0, due - time.perf_counter()))
            answer(line, path)
            with lock:
                times.append((time.perf_counter() - due) * 1000)

    start = time.perf_counter()
    threads = [threading.Thread(target=client, args=(Line(address, person), start + n / EACH_SECOND / CLIENTS))
               for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def starting(serve, data, line):
    """Seconds from starting the process until its address is told, and until somebody has the sums."""
    began = time.perf_counter()
    with serve(data) as address:
        told = time.perf_counter() - began
        line.connect(address, line.headers["Cookie"])
        answer(line, questions()[-1][1])
        asked = time.perf_counter() - began
    print(f"{'a start: listening, the first sum answered':<52}{told:>9.2f}{asked:>9.2f} s")


def ask_nation(serve, data):
    """On a store that `make_nation` made and that has values of earlier years."""
    with serve(data) as address:
        person = Person(address, "chuyenvien", PASSWORD)
        line = Line(address, person)
        assert sum_of(line, "LEVEL-1") == sum_of(line, "LEVEL-2"), "provinces add up to their communes"
        print(f"{'questions, ms':<52}{'p50':>9}{'p95':>9}{'p50':>9}{'p95':>9}{'KB':>9}")
        for title, path in questions():
            alone, size = ask_alone(line, path)
            many = ask_together(address, person, path)
            print(f"{title:<52}" + "".join(f"{percentile(times, share):>9.2f}" for times in (alone, many) for share in (0.5, 0.95))
                  + f"{size / 1024:>9.1f}")
        print(f"alone, and {CLIENTS} clients at {EACH_SECOND} a second each")
    starting(serve, data, line)


def measure(tiendo, serve, communes=3321):
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as name:
        folder = pathlib.Path(name)
        units = make_nation(tiendo, serve, folder, communes)
        for year in EARLIER:
            values_file(folder / "values.csv", units, year, seed=int(year))
            run(tiendo, "values", "import", "--data", folder / "data", folder / "values.csv", "--submit", "--reason",
                "chỉ có số liệu")
        ask_nation(serve, folder / "data")
