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


def photographed(page, seed):
    """On a dark table, from below, with a lamp on the left: the far edge is shorter, and the light fades."""
    width, height, pixels = page
    frame_width, frame_height = width * 112 // 100, height * 108 // 100
    generator = random.Random(seed)
    table = bytes(generator.choice((52, 60, 66, 71)) for _ in range(frame_width + 997))
    rows = bytearray()
    for y in range(frame_height):
        background = table[y * 31 % 997:][:frame_width]
        down = (y - frame_height * 0.03) / (frame_height * 0.94)
        if not 0 <= down < 1:
            rows += background
            continue
        far = 1 - down
        left, right = frame_width * (0.04 + 0.05 * far), frame_width * (0.97 - 0.04 * far)
        first, behind = int(left), int(right)
        source = int(down * (1 + 0.08 * far) * height)
        row = pixels[source * width:(source + 1) * width]
        step = (width - 1) / (behind - first)
        sheet = bytes((row[int(i * step)] + row[int((i + 0.6) * step)]) // 2 for i in range(behind - first))
        rows += background[:first] + sheet + background[behind:]
    for x in range(frame_width):
        light = 0.95 - 0.4 * x / frame_width
        rows[x::frame_width] = rows[x::frame_width].translate(bytes(int(value * light) for value in range(256)))
    return frame_width, frame_height, bytes(rows)


def upside_down(page):
    width, height, pixels = page
    return width, height, pixels[::-1]


def sideways(page):
    """Its head to the right."""
    width, height, pixels = page
    return height, width, b"".join(pixels[x::width][::-1] for x in range(width))


def jpeg(pdf, dots_per_inch):
    """Its only page."""
    return subprocess.run(["pdftoppm", "-jpeg", "-r", str(dots_per_inch), "-singlefile", str(pdf)], check=True, stdout=subprocess.PIPE).stdout


def words_over(words, seen):
    """Lines of Latin letters over a page, as a layer for searching or as a stamp."""
    lines = " T* ".join("(%s) Tj" % line for line in words.replace("(", "").replace(")", "").split("\n"))
    return f" BT {0 if seen else 3} Tr /F 9 Tf 12 TL 60 700 Td {lines} ET".encode("ascii", "replace")


def scan_pdf(pages, degrees=0.0, over=b""):
    """A PDF of pictures alone, each turned by so many degrees on its A4 page, with something to draw over the first one."""
    kids = b" ".join(b"%d 0 R" % (4 + 3 * n) for n in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    for n, (width, height, pixels) in enumerate(pages):
        across, down = (595, 842) if width < height else (842, 595)
        draw = f"q {across * cos:.3f} {across * sin:.3f} {-down * sin:.3f} {down * cos:.3f} 0 0 cm /I Do Q".encode() + over * (n == 0)
        packed = zlib.compress(pixels, 6)
        first = 4 + 3 * n
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Resources << /XObject << /I %d 0 R >> /Font << /F 3 0 R >> >> >>" % (across, down, first + 1, first + 2),
            b"<< /Length %d >> stream\n%s\nendstream" % (len(draw), draw),
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
            b" /Filter /FlateDecode /Length %d >> stream\n%s\nendstream" % (width, height, len(packed), packed),
        ]
    return file_of(objects)
