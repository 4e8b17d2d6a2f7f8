"""Makes scans of a PDF: pictures of its pages in a PDF of pictures, clean or as a worn scanner gives them."""
import math
import random
import struct
import subprocess
import zlib

from pdf_maker import file_of


def drawn(pdf, dots_per_inch):
    """The pages as (width, height, grey pixels), drawn by pdftoppm."""
    out = subprocess.run(["pdftoppm", "-gray", "-r", str(dots_per_inch), str(pdf)], check=True, stdout=subprocess.PIPE).stdout
    pages = []
    while out:
        head, size, depth, rest = out.split(b"\n", 3)
        assert head == b"P5" and depth == b"255"
        width, height = map(int, size.split())
        pages.append((width, height, rest[:width * height]))
        out = rest[width * height:]
    return pages


def worn(page, seed):
    """A shadow along the inner edge, faded letters, and specks of dust."""
    width, height, pixels = page
    faded = bytes(min(255, 40 + value * 215 // 255) for value in range(256))
    shadow = [bytes(max(0, value - max(0, 60 - x)) for value in range(256)) for x in range(60)]
    rows = bytearray(pixels.translate(faded))
    for x, table in enumerate(shadow):
        rows[x::width] = rows[x::width].translate(table)
    generator = random.Random(seed)
    for _ in range(width * height // 120):
        at = generator.randrange(width * height)
        rows[at] = generator.choice((90, 140, 255))
    return width, height, bytes(rows)


def photocopied(page):
    """Grey letters whose edges run."""
    width, height, pixels = page
    grey = pixels.translate(bytes(85 + value * 170 // 255 for value in range(256)))
    rows = [grey[y * width:(y + 1) * width] for y in range(height)]
    blurred = bytearray()
    for above, row, below in zip(rows[:1] + rows, rows, rows[1:] + rows[-1:]):
        left, right = row[:1] + row, row[1:] + row[-1:]
        blurred += bytes((4 * v + a + b + l + r) // 8 for v, a, b, l, r in zip(row, above, below, left, right))
    return width, height, bytes(blurred)


def coloured_png(page):
    """Three bytes a pixel, as screens and telephones save even grey papers."""
    width, height, pixels = page
    rows = b"".join(b"\0" + bytes(value for value in pixels[y * width:(y + 1) * width] for _ in range(3)) for y in range(height))
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)


def scan_pdf(pages, degrees=0.0):
    """A PDF of pictures alone, each turned by so many degrees on its A4 page."""
    kids = b" ".join(b"%d 0 R" % (3 + 3 * n) for n in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids)]
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    draw = f"q {595 * cos:.3f} {595 * sin:.3f} {-842 * sin:.3f} {842 * cos:.3f} 0 0 cm /I Do Q".encode()
    for n, (width, height, pixels) in enumerate(pages):
        packed = zlib.compress(pixels, 6)
        first = 3 + 3 * n
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /XObject << /I %d 0 R >> >> >>"
            % (first + 1, first + 2),
            b"<< /Length %d >> stream\n%s\nendstream" % (len(draw), draw),
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
            b" /Filter /FlateDecode /Length %d >> stream\n%s\nendstream" % (width, height, len(packed), packed),
        ]
    return file_of(objects)
