"""Writes PDF files by hand, with any letters, so that tests need no other program."""
import zlib

LINE = 18
LETTER = 6  # every letter is as wide as the others


def cmap_of(letters):
    """Which character each code of the font stands for."""
    rows = "\n".join(f"<{code:02X}> <{letter.encode('utf-16-be').hex().upper()}>" for letter, code in letters.items())
    return ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n"
            f"{len(letters)} beginbfchar\n{rows}\nendbfchar endcmap end end").encode()


def stream_of(content):
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed)


def file_of(objects):
    """Objects 1, 2, ... with the table of their places; 1 is the catalogue."""
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def pdf_of_streams(streams, letters=None, times=1):
    """One page for each content stream, drawn so many times; /F is a font with these letters."""
    letters = letters or {"A": 65}
    first = 5
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(streams), kids),
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Own /FirstChar 0 /LastChar 255 /Widths [%s]"
        b" /ToUnicode 4 0 R >>" % b" ".join([b"%d" % (LETTER * 100)] * 256),
        stream_of(cmap_of(letters)),
    ]
    for n, stream in enumerate(streams):
        objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [%s]"
                    b" /Resources << /Font << /F 3 0 R >> >> >>" % (b"%d 0 R " % (first + 2 * n + 1) * times), stream]
    return file_of(objects)


def wrapped(text, letters):
    """The lines of a paragraph, broken where a margin would."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def pdf_of(paragraphs):
    """A paper with letterhead and signature in one column, 36 lines on a page."""
    letters = {letter: code for code, letter in enumerate(sorted(set("".join(paragraphs)) | {" "}), 1)}
    assert len(letters) < 255
    rows = []
    for paragraph in paragraphs:
        rows += [(text, n == 0) for n, text in enumerate(wrapped(paragraph, 78))]
    streams = []
    per_page = 36
    for first in range(0, len(rows), per_page):
        y = 790
        content = b"BT /F 10 Tf "
        for text, begins in rows[first:first + per_page]:
            y -= LINE + (9 if begins else 0)
            code = bytes(letters[letter] for letter in text).hex()
            content += b"1 0 0 1 60 %d Tm <%s> Tj\n" % (y, code.encode())
        streams.append(stream_of(content + b"ET"))
    return pdf_of_streams(streams, letters)
