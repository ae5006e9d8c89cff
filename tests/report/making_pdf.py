"""Small PDF files made by hand: every character is as wide as its size, ASCII half of it, and all look the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from report.readers.given import Given
from report.readers.pdf import read_pdf
from report.source import Source

NAME = "报告.pdf"
# PDFium leaves out what has no extent, so a font must be there; which glyph it draws does not matter.
FONT = Path(__file__).parents[2] / "resources" / "fonts" / "LiberationSerif-Regular.ttf"
GLYPH = 79  # a narrow one: no box is wider than its character
LEFT, TOP, SIZE, LEADING, WIDE = 80.0, 700.0, 16.0, 28.0, 28  # a page of 28 characters a line


@dataclass(frozen=True, slots=True)
class Print:
    """Words at a place, in points from the bottom left corner."""

    x: float
    y: float
    text: str
    size: float = SIZE
    matrix: str = "1 0 0 1"
    mode: int = 0


def width(text: str, size: float = SIZE) -> float:
    return sum(0.5 if letter.isascii() else 1.0 for letter in text) * size


def set_in_lines(paragraphs: Sequence[str], left: float = LEFT, top: float = TOP, wide: int = WIDE) -> list[Print]:
    """Return paragraphs broken into lines, the first line of each indented by two characters."""
    prints: list[Print] = []
    for paragraph in paragraphs:
        line, start = "", left + 2 * SIZE
        for letter in paragraph:
            if start + width(line + letter) > left + wide * SIZE + 0.01:
                prints.append(Print(start, top - LEADING * len(prints), line))
                line, start = "", left
            line += letter
        prints.append(Print(start, top - LEADING * len(prints), line))
    return prints


def pdf(
    pages: Sequence[Sequence[Print]], *, mapped: bool = True, rotate: int = 0, pictures: Sequence[int] = ()
) -> bytes:
    """Return a PDF with these pages; without `mapped` no character can be told. `pictures` are pages with an image."""
    letters = sorted({letter for page in pages for each in page for letter in each.text})
    font = "/ToUnicode 5 0 R" if mapped else ""
    kids = " ".join(f"{9 + 2 * at} 0 R" for at in range(len(pages)))
    widths = " ".join("500" if letter.isascii() else "1000" for letter in letters)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        f"<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] {font} >>",
        (
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe)"
            f" /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [1 [{widths}]] /CIDToGIDMap 8 0 R"
            " /FontDescriptor << /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 800]"
            " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 7 0 R >> >>"
        ),
        _stream(_to_unicode(letters)),
        _stream("\0", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"),
        _stream(FONT.read_bytes().decode("latin-1"), f"/Length1 {FONT.stat().st_size}"),
        _stream(("\0" + chr(GLYPH)) * (len(letters) + 1)),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate {rotate} /Contents {10 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R >> /XObject << /I 6 0 R >> >> >>"
        )
        drawn = "q 600 0 0 780 0 0 cm /I Do Q " if number in pictures else ""
        objects.append(_stream(drawn + "".join(_shown(each, letters) for each in page)))
    return assembled(objects)


def assembled(objects: Sequence[str]) -> bytes:
    """Return the file that numbered objects make, the first being the catalog."""
    data = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def lines(data: bytes) -> list[str]:
    return [line.text for line in read_pdf(Given(data, NAME)).lines]


def source(data: bytes) -> Source:
    return read_pdf(Given(data, NAME))


def _stream(content: str, keys: str = "") -> str:
    return f"<< {keys} /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"


def _shown(each: Print, letters: list[str]) -> str:
    codes = "".join(f"{letters.index(letter) + 1:04x}" for letter in each.text)
    return f"BT /F {each.size} Tf {each.mode} Tr {each.matrix} {each.x} {each.y} Tm <{codes}> Tj ET\n"


def _to_unicode(letters: list[str]) -> str:
    rows = [f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>" for code, letter in enumerate(letters, 1)]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        + "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        + "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
