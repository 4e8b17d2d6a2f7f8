"""A store of any number of communes with a plan that all of them answer, made by the product itself."""
import gzip
import http.client
import http.cookiejar
import json
import os
import pathlib
import random
import re
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request

PASSWORD = "mot hai ba bon nam 2023"
MEASURES = 20
PERIOD = "2023"


class Person:
    """Somebody who signed in, reads pages and presses buttons."""

    def __init__(self, address, login, password):
        self.address = address
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.send("/dang-nhap", self.get("/dang-nhap"), {"login": login, "password": password})

    def get(self, path):
        return self.opener.open(self.address + path).read().decode()

    def send(self, path, page, fields, form=None):
        """Sends the form of a page that goes to this address, and reads the page that answers."""
        form = form or re.search(rf'<form[^>]* action="{path}".*?</form>', page, re.S)[0]
        hidden = [pair for pair in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
                  if pair[0] not in dict(fields)]
        body = urllib.parse.urlencode(hidden + list(dict(fields).items()), doseq=True).encode()
        return self.opener.open(self.address + path, body).read().decode()


def units_file(path, communes, provinces):
    rows = ["code,name,kind,level,parent,valid_from,valid_to,population,area_km2"]
    rows += [f"{n + 1:02},Tỉnh Mẫu {n + 1:02},Tỉnh,province,,,,," for n in range(provinces)]
    rows += [f"{n + 1:05},Xã Mẫu {n + 1:05},Xã,commune,{n % provinces + 1:02},,,," for n in range(communes)]
    path.write_text("\n".join(rows) + "\n")


def plan_file(path):
    targets = [{"id": f"1.{n + 1}", "text": f"Tỷ lệ số {n + 1} đạt từ {50 + n}% trở lên.", "lines": [n + 2, n + 2],
                "measures": [{"comparator": "at_least", "value": 50 + n, "unit": "percent", "baseline": None,
                              "due": "2023-12-31", "every": None, "change": None}]} for n in range(MEASURES)]
    document = {"kind": "KH", "number": "1", "symbol": "KH-UBND", "issuer": None, "place": None, "date": "2023-01-03",
                "title": "Kế hoạch mẫu năm 2023", "period": {"from": "2023-01-01", "to": "2023-12-31"}, "bases": [],
                "signer": {"authority": None, "capacity": None, "position": None, "name": None}}
    path.write_text(json.dumps({
        "format": "tiendo-plan/1", "document": document,
        "objectives": [{"id": "1", "title": "Mục tiêu", "lines": [1, 1], "targets": targets}], "tasks": [], "duties": [],
        "reports": [], "campaigns": [], "recipients": [], "annexes": {"mentioned": 0, "present": 0}, "findings": []},
        ensure_ascii=False))


def set_password(address, code):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = opener.open(address + "/quen-mat-khau").read().decode()
    page = re.search(r'<form[^>]* action="/quen-mat-khau".*?</form>', page, re.S)[0]
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    fields = {name: PASSWORD for name in re.findall(r'<input [^>]*name="([^"]+)" type="password"', page)}
    body = urllib.parse.urlencode(hidden + list({"code": code, **fields}.items())).encode()
    opener.open(address + "/quen-mat-khau", body).read()


def assign(office):
    """All communes answer every measure, and the period is opened for all that are proposed."""
    for n in range(MEASURES):
        page = office.get("/ke-hoach/1/giao-so-lieu")
        office.send("/ke-hoach/1/giao-so-lieu", page,
                    {"measure": f"1.{n + 1}", "indicator": "share", "all_communes": "1", "no_source": ""})
    page = office.get(f"/ke-hoach/1/ky?ky={PERIOD}")
    form = [text for text in re.findall(r'<form method="post" action="/ke-hoach/1/ky".*?</form>', page, re.S)][-1]
    fields = dict(re.findall(r'<input id="[^"]*" type="text" name="([^"]+)" value="([^"]*)"', form))
    units = re.findall(r'name="unit" value="([^"]+)"', form)
    office.send("/ke-hoach/1/ky", page, {**fields, "id": PERIOD, **({"unit": units} if units else {"all_units": "1"})}, form)
    return [report["unit"] for report in json.loads(office.get(f"/api/v1/plans/1/periods/{PERIOD}/reports"))["reports"]]


def values_file(path, units, period=PERIOD, seed=1):
    """A numerator and a denominator of every measure for each unit; answers how many."""
    numbers = random.Random(seed)
    with open(path, "w") as file:
        file.write("dataelement,period,orgunit,catoptcombo,attroptcombo,value\n")
        for unit in units:
            for n in range(MEASURES):
                whole = numbers.randint(20, 9000)
                part = numbers.randint(0, whole)
                file.write(f"1/1.{n + 1}/num,{period},{unit},,,{part}\n1/1.{n + 1}/den,{period},{unit},,,{whole}\n")
    return len(units) * MEASURES * 2


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def make_nation(tiendo, serve, folder, communes, provinces=34, typing=0, values=True):
    """Makes it in `folder`; `serve(data)` is a context that answers the address of a server. Answers the units; the last
    `typing` of them have typed their numbers and not handed them in. Without values nobody has any."""
    data = folder / "data"
    run(tiendo, "init", "--data", data)
    units_file(folder / "units.csv", communes, provinces)
    run(tiendo, "units", "import", "--data", data, folder / "units.csv")
    plan_file(folder / "plan.json")
    run(tiendo, "import", "--data", data, folder / "plan.json")
    told = run(tiendo, "user", "add", "--data", data, "chuyenvien", "--name", "Chị Lan", "--role", "monitor", "field_lead")
    with serve(data) as address:
        set_password(address, told.split()[-1])
        units = assign(Person(address, "chuyenvien", PASSWORD))
    if not values:
        return units
    sent = len(units) - typing
    for part, options in [(units[:sent], ["--submit", "--reason", "chỉ có số liệu"]), (units[sent:], [])]:
        if part:
            values_file(folder / "values.csv", part, seed=len(part))
            run(tiendo, "values", "import", "--data", data, folder / "values.csv", *options)
    return units


class Line:
    """A kept connection of somebody who signed in, for many requests."""

    def __init__(self, address, person):
        jar = next(handler for handler in person.opener.handlers if hasattr(handler, "cookiejar")).cookiejar
        self.connect(address, "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar))
        page = person.get("/ke-hoach/1/ky")
        self.csrf = re.search(r'name="csrf" value="([^"]*)"', page)[1]

    def connect(self, address, cookie):
        """Anew too, to a server that was started again: who signed in remains so."""
        self.connection = http.client.HTTPConnection(address.removeprefix("http://"))
        self.headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}

    def send(self, method, path, fields=None):
        body = urllib.parse.urlencode({**(fields or {}), "csrf": self.csrf}) if fields is not None else None
        self.connection.request(method, path, body, self.headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read()


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def disk_sync(folder, times=200):
    """Milliseconds that the disk takes to keep 4 KB."""
    taken = []
    with open(folder / "sync", "wb") as file:
        for _ in range(times):
            file.write(os.urandom(4096))
            file.flush()
            began = time.perf_counter()
            os.fdatasync(file.fileno())
            taken.append((time.perf_counter() - began) * 1000)
    return taken


class Savers:
    """Save numbers of drafts at a steady rate, whether or not the server keeps up, from a program of their own."""

    def __init__(self, program, address, line, units, rate, connections=40):
        host, port = address.removeprefix("http://").split(":")
        connections = min(connections, len(units))
        self.process = subprocess.Popen([program, host, port, str(rate), str(connections), PERIOD, str(MEASURES)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write("\n".join([line.headers["Cookie"], line.csrf, *units, "", ""]))
        self.process.stdin.flush()

    def end(self):
        """How many were kept, begun late and refused."""
        return [int(count) for count in self.process.communicate()[0].split()]


def first_figure(line):
    """The nation's figure of the first measure: its denominator, and how many have reported."""
    status, body = line.send("GET", f"/api/v1/plans/1/periods/{PERIOD}/figures")
    assert status == 200, body
    row = json.loads(body)[0]
    return int(row["parts"][0]["denominator"]), row["coverage"]["reported"]


def nation_total(line):
    """The same denominator from the sums: of the provinces, which are all that stands on top."""
    status, body = line.send("GET", f"/api/analytics.json?dimension=dx:1/1.1/den&filter=pe:{PERIOD}&dimension=ou:LEVEL-1")
    assert status == 200, body
    return sum(int(row[2]) for row in json.loads(body)["rows"])


def hand_in_and_look(line, units, figures):
    """For each unit the milliseconds of handing in until it is acknowledged, and from then on until the nation's total has it;
    with `figures` those of reading the nation's figures too, which have it as well, and are some work for the server."""
    acknowledged, summed, figured = [], [], []
    total = nation_total(line)
    for unit in units:
        began = time.perf_counter()
        status, body = line.send("POST", f"/api/v1/plans/1/periods/{PERIOD}/reports/{unit}/submissions",
                                 {"incomplete_reason": "chỉ có số liệu"})
        handed_in = time.perf_counter()
        assert status == 201, body
        seen = nation_total(line)
        visible = time.perf_counter()
        assert seen > total, "an acknowledged report is in the very next answer"
        if figures:
            assert first_figure(line)[0] == seen, "and in the figures"
            figured.append((time.perf_counter() - visible) * 1000)
        summed.append((visible - handed_in) * 1000)
        acknowledged.append((handed_in - began) * 1000)
        total = seen
    return acknowledged, summed, figured


def print_freshness(taken):
    titles = ("a report handed in, until acknowledged", "then in the nation's total, sums of all provinces",
              "the nation's figures of all measures, as JSON")
    for title, times in zip(titles, taken):
        if times:
            print_shares(title, times)


def print_shares(title, times):
    print(f"{title:<52}{percentile(times, 0.5):>9.2f}{percentile(times, 0.99):>9.2f} ms")


def ask_freshness(serve, program, folder, units, rates=(200, 1000)):
    """One half of `units` is handed in, most of it while the numbers of the other are saved again and again."""
    savers, handed_in = units[:len(units) // 2], units[len(units) // 2:]
    share = len(handed_in) // (len(rates) + 2)
    print(f"{'freshness':<52}{'p50':>9}{'p99':>9}")
    print_shares("the disk's own sync of 4 KB", disk_sync(folder))
    with serve(folder / "data") as address:
        office = Person(address, "chuyenvien", PASSWORD)
        line = Line(address, office)
        nation_total(line)
        print_freshness(hand_in_and_look(line, handed_in[:share], figures=True))
        print_freshness(hand_in_and_look(line, handed_in[share:2 * share], figures=False))
        for n, rate in enumerate(rates):
            saving = Savers(program, address, line, savers[n::len(rates)], rate)
            time.sleep(1)
            began = time.perf_counter()
            busy = hand_in_and_look(line, handed_in[(n + 2) * share:(n + 3) * share], figures=False)
            time.sleep(max(0, 5 - (time.perf_counter() - began)))
            took = time.perf_counter() - began + 1
            kept, late, refused = saving.end()
            print(f"while others save: {kept / took:.0f} a second of {rate} wanted, {late} late, {refused} refused")
            print_freshness(busy)


def freshness(tiendo, serve, savers, communes=3321, probes=400):
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as name:
        folder = pathlib.Path(name)
        units = make_nation(tiendo, serve, folder, communes, typing=2 * probes)
        ask_freshness(serve, savers, folder, units[-2 * probes:])


def pages_of_sizes(tiendo, serve, sizes=(20, 100, 3321), runs=7):
    paths = [("overview", f"/ke-hoach/1/tong-quan?ky={PERIOD}"), ("figures as JSON", f"/api/v1/plans/1/periods/{PERIOD}/figures"),
             ("matrix", f"/ke-hoach/1/ma-tran?ky={PERIOD}"), ("one target", f"/ke-hoach/1/chi-tieu/1.1?ky={PERIOD}"),
             ("all targets", f"/ke-hoach/1/chi-tieu?ky={PERIOD}"), ("suppliers", "/ke-hoach/1/giao-so-lieu"),
             ("tasks to assign", "/ke-hoach/1/giao-nhiem-vu"), ("a new period", "/ke-hoach/1/ky?ky=2023Q4"),
             ("list of reports", f"/ke-hoach/1/bao-cao?ky={PERIOD}"), ("chase", f"/ke-hoach/1/don-doc?ky={PERIOD}"),
             ("contacts", f"/ke-hoach/1/don-doc/lien-he?ky={PERIOD}")]
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as name:
            folder = pathlib.Path(name)
            make_nation(tiendo, serve, folder, size, provinces=min(34, size))
            with serve(folder / "data") as address:
                office = Person(address, "chuyenvien", PASSWORD)
                print(f"{f'pages, {size} communes, ms':<34}{'first':>9}{'min':>9}{'median':>9}{'KB':>9}{'gzip':>9}")
                for title, path in paths:
                    times = []
                    for _ in range(runs):
                        began = time.perf_counter()
                        page = office.get(path).encode()
                        times.append((time.perf_counter() - began) * 1000)
                    print(f"{title:<34}{times[0]:>9.1f}{min(times):>9.1f}{percentile(times, 0.5):>9.1f}"
                          f"{len(page) / 1000:>9.0f}{len(gzip.compress(page)) / 1000:>9.1f}")
