#!/usr/bin/env python3
"""A server is killed while uploads wait to be read; the next one reads each of them once. Usage: waiting_uploads.py TIENDO"""
from concurrent.futures import ThreadPoolExecutor
import pathlib
import re
import sys
import time
import urllib.parse
import urllib.request

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(SOURCE / "tests/report"), str(SOURCE / "tests/reader")]
from pdf_maker import pdf_of  # noqa: E402
from world import World  # noqa: E402

BOUNDARY = "----tiendo"
PLANS = 4
FILLER = "Các đơn vị lồng ghép nội dung vào kế hoạch công tác năm và tổ chức thực hiện tại đơn vị mình."


def long_plan():
    """A paper of many pages, so that the last ones handed in still wait when the server is killed."""
    lines = (SOURCE / "tests/golden/tre-em-huyen/source.txt").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line]
    cut = lines.index("II. NHIỆM VỤ VÀ GIẢI PHÁP")
    return pdf_of(lines[:cut + 1] + [FILLER] * 3500 + lines[cut + 1:])


def upload(visitor, number, content):
    """The address that waits for the reading, or the plan's where it was read at once."""
    entrance = visitor.get("/ke-hoach/nap")
    fields = dict(entrance.form("/nap")["fields"])
    body = b"".join(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
                    for key, value in fields.items())
    body += (f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="document"; filename="ke-hoach-{number}.pdf"\r\n'
             "Content-Type: application/pdf\r\n\r\n").encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    return visitor.open(urllib.request.Request(
        entrance.url, body, {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})).url


def sources(visitor):
    return sorted(re.findall(r"ke-hoach-\d+\.pdf", visitor.get("/ke-hoach").markup))


def main(tiendo):
    content = long_plan()
    with World(tiendo) as world:
        # Handed in together: they are read one after the other, so the last ones wait on a quick machine too.
        visitors = [world.visitor("chuyenvien") for _ in range(PLANS)]
        visitor = visitors[0]
        with ThreadPoolExecutor(PLANS) as together:
            pages = list(together.map(upload, visitors, range(PLANS), [content] * PLANS))
        waiting = [urllib.parse.urlsplit(url).path for url in pages if "/dang-doc/" in url]
        before = sources(visitor)
        world.server.kill()
        world.server.wait(30)
        assert waiting and len(before) < PLANS, f"nothing waited: {pages}"

        world.start()
        visitor.address = world.address
        everything = [f"ke-hoach-{number}.pdf" for number in range(PLANS)]
        end = time.monotonic() + 120
        while len(sources(visitor)) < PLANS and time.monotonic() < end:
            visitor.get(waiting[-1])
            time.sleep(0.1)
        assert sources(visitor) == everything, sources(visitor)
        # The page that waits keeps its address over the restart and leads to the plan.
        assert "/ra-soat" in visitor.get(waiting[-1]).url


if __name__ == "__main__":
    main(*sys.argv[1:])
