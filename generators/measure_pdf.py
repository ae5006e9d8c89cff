"""Measures a made PDF: what stands where on its pages, in millimetres and points. Judges nothing."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw as pdfium

from generators.profiles import PT_PER_MM

_SAME_LINE_PT = 1.0
_DASHES = "—－–-"


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of a page: its origin and its ink, in points from the upper left corner of the paper."""

    character: str
    x_pt: float
    baseline_pt: float
    left_pt: float
    top_pt: float
    right_pt: float
    bottom_pt: float
    size_pt: float
    font: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """Letters on one baseline, from left to right."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(letter.character for letter in self.letters)

    @property
    def baseline_pt(self) -> float:
        """Where the line stands."""
        return self.letters[0].baseline_pt

    @property
    def size_pt(self) -> float:
        """The size of the most of its letters."""
        sizes = [round(letter.size_pt, 1) for letter in self.letters]
        return max(set(sizes), key=sizes.count)


@dataclass(frozen=True, slots=True)
class Rule:
    """A filled box, such as a rule: its place, and red, green and blue from 0 to 255."""

    left_pt: float
    top_pt: float
    width_pt: float
    height_pt: float
    color: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PageFigures:
    """What was measured of a page. `number` is the line of its page number, None where it has none."""

    width_mm: float
    height_mm: float
    turned: bool
    lines: tuple[TextLine, ...]
    rules: tuple[Rule, ...]
    number: TextLine | None


def measure_pages(document: pypdfium2.PdfDocument) -> Iterator[PageFigures]:
    """Yield the figures of every page."""
    for index in range(len(document)):
        page = document[index]
        width, height = page.get_width(), page.get_height()
        turned = bool(pdfium.FPDFPage_GetRotation(page) % 2)
        paper = (height, width) if turned else (width, height)
        lines = _lines(_letters(page, paper[1]))
        number = next((line for line in reversed(lines) if _is_number(line, paper[1])), None)
        body = tuple(line for line in lines if line is not number)
        yield PageFigures(
            paper[0] / PT_PER_MM, paper[1] / PT_PER_MM, turned, body, tuple(_rules(page, paper[1])), number
        )
        page.close()


def _letters(page: pypdfium2.PdfPage, height: float) -> list[Letter]:
    text = page.get_textpage()
    found: list[Letter] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    box = [ctypes.c_double() for _ in range(4)]
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or not character.strip():
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        pdfium.FPDFText_GetCharBox(text, index, *(ctypes.byref(side) for side in box))
        pdfium.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.byref(flags))
        left, right, bottom, top = (side.value for side in box)
        size = pdfium.FPDFText_GetFontSize(text, index)
        font = name.value.decode("utf-8", "replace").rpartition("+")[2]
        found.append(
            Letter(character, x.value, height - y.value, left, height - top, right, height - bottom, size, font)
        )
    text.close()
    return found


def _lines(letters: list[Letter]) -> list[TextLine]:
    """Group letters by baseline, from the top of the page down."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda each: (each.baseline_pt, each.x_pt)):
        if rows and letter.baseline_pt - rows[-1][0].baseline_pt < _SAME_LINE_PT:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [TextLine(tuple(sorted(row, key=lambda each: each.x_pt))) for row in rows]


def _is_number(line: TextLine, height: float) -> bool:
    """Tell whether a line is a page number: digits between two dashes below the type area."""
    text = "".join(line.text.split())
    return line.baseline_pt > height * 0.85 and text[:1] in _DASHES and text[-1:] in _DASHES and text[1:-1].isdigit()


def _rules(page: pypdfium2.PdfPage, height: float) -> Iterator[Rule]:
    sides = [ctypes.c_float() for _ in range(4)]
    ink = [ctypes.c_uint() for _ in range(4)]
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        pdfium.FPDFPageObj_GetBounds(item, *(ctypes.byref(side) for side in sides))
        pdfium.FPDFPageObj_GetFillColor(item, *(ctypes.byref(part) for part in ink))
        left, bottom, right, top = (side.value for side in sides)
        red, green, blue = (part.value for part in ink[:3])
        yield Rule(left, height - top, right - left, top - bottom, (red, green, blue))
