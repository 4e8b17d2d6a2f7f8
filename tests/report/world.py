"""A running sample world, visited by plain HTTP as people do: forms, cookies, redirections."""
import http.cookiejar
import io
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as xml
import zipfile
from html.parser import HTMLParser

PASSWORD = "dao-tao-2023"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Forms(HTMLParser):
    """All forms of a page with the fields that they would send, and their buttons."""

    def __init__(self, markup):
        super().__init__()
        self.forms, self.area, self.choice = [], None, None
        self.feed(markup)

    def handle_starttag(self, tag, pairs):
        given = dict(pairs)
        if tag == "form":
            self.forms.append({"action": given.get("action"), "method": given.get("method", "get"), "fields": [],
                               "buttons": []})
        if not self.forms:
            return
        form, name = self.forms[-1], given.get("name")
        if tag == "input" and name and given.get("type") not in ("submit", "button", "file"):
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                form["fields"].append((name, given.get("value", "on")))
        elif tag == "textarea" and name:
            self.area = [name, ""]
        elif tag == "select" and name:
            self.choice = [name, None]
        elif tag == "option" and self.choice:
            if self.choice[1] is None or "selected" in given:
                self.choice[1] = given.get("value", "")
        elif tag == "button":
            form["buttons"].append((name, given.get("value", "")))

    def handle_data(self, data):
        if self.area:
            self.area[1] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            self.forms[-1]["fields"].append((self.area[0], self.area[1].lstrip("\n")))
            self.area = None
        elif tag == "select" and self.choice:
            self.forms[-1]["fields"].append((self.choice[0], self.choice[1] or ""))
            self.choice = None


class Page:
    def __init__(self, url, status, body):
        self.url, self.status, self.body = url, status, body

    @property
    def markup(self):
        return self.body.decode("utf-8")

    def forms(self):
        return Forms(self.markup).forms

    def form(self, ending):
        for form in self.forms():
            if (form["action"] or urllib.parse.urlsplit(self.url).path).split("?")[0].endswith(ending):
                return form
        raise AssertionError(f"{self.url}: no form to {ending}")


class Visitor:
    def __init__(self, address, login):
        self.address = address
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        entrance = self.get("/dang-nhap")
        form = next(one for one in Forms(entrance.markup).forms if any(name == "password" for name, _ in one["fields"]))
        self.send(entrance, form, {"login": login, "password": PASSWORD})

    def open(self, request):
        try:
            with self.opener.open(request, timeout=60) as answer:
                return Page(answer.geturl(), answer.status, answer.read())
        except urllib.error.HTTPError as error:
            return Page(error.geturl(), error.code, error.read())

    def get(self, path):
        return self.open(urllib.parse.urljoin(self.address, path))

    def send(self, page, form, changes=None, button=None):
        fields = dict(form["fields"])
        fields.update(changes or {})
        if button:
            fields[button[0]] = button[1]
        url = urllib.parse.urljoin(page.url, form["action"] or page.url)
        return self.open(urllib.request.Request(url, urllib.parse.urlencode(fields).encode()))


class World:
    """The sample world in a folder of its own, served on a port of the system's choice."""

    def __init__(self, tiendo):
        self.tiendo = str(pathlib.Path(tiendo).resolve())
        self.folder = tempfile.mkdtemp(prefix="tiendo-report-")
        self.data = f"{self.folder}/data"
        subprocess.run([self.tiendo, "init", "--sample", "--data", self.data], check=True, stdout=subprocess.DEVNULL)
        self.start()

    def start(self):
        self.server = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", self.tiendo, "serve", "--data", self.data, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.server.stdout:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                self.address = found[0]
                return
        raise AssertionError("the server printed no address")

    def visitor(self, login):
        return Visitor(self.address, login)

    def figures(self):
        done = subprocess.run([self.tiendo, "figures", "1", "2023", "--json", "--data", self.data],
                              check=True, capture_output=True, text=True)
        return json.loads(done.stdout)

    def close(self):
        self.server.terminate()
        self.server.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def blocks_of(docx):
    """The document's paragraphs as text and its tables as rows of texts, in order."""
    body = xml.fromstring(zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml")).find(f"{WORD}body")

    def text_of(paragraph):
        pieces = []
        for node in paragraph.iter():
            if node.tag == f"{WORD}t":
                pieces.append(node.text or "")
            elif node.tag in (f"{WORD}tab", f"{WORD}br"):
                pieces.append(" ")
        return "".join(pieces).replace("\u00a0", " ").strip()

    for child in body:
        if child.tag == f"{WORD}p":
            text = text_of(child)
            if text:
                yield "paragraph", text
        elif child.tag == f"{WORD}tbl":
            rows = []
            for row in child.iter(f"{WORD}tr"):
                rows.append([" ".join(filter(None, map(text_of, cell.iter(f"{WORD}p"))))
                             for cell in row.iter(f"{WORD}tc")])
            yield "table", rows


def text_of(docx):
    """What a person reads, a line for each paragraph and each row of a table."""
    lines = []
    for kind, block in blocks_of(docx):
        if kind == "paragraph":
            lines.append(block)
        else:
            lines += [" | ".join(row) for row in block]
    return "\n".join(lines)
