"""The text of one page with its places, by PDFium: the only module that reads characters through ctypes."""

import math
from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from typing import Final

from pypdfium2 import PdfPage, PdfTextPage
from pypdfium2 import raw as pdfium

from report.readers.pdf_page import Page, Piece

_FEW: Final = 30  # characters; a page with fewer may be a scan with a printed number
_MOST_OBJECTS: Final = 1000  # looked through for a picture

# PDFium gives U+FFFE and U+0002 for a hyphen at a line end; fonts of Word map their hyphen to the soft one.
_HYPHENS: Final = frozenset({0xFFFE, 0x0002, 0x00AD})
_GAP: Final = 0.2  # of the size; wider ones may be a blank, a mark of a note, or the next cell
_UNMAPPED: Final = "\ufffd"


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    left: float
    right: float
    base: float
    size: float
    turn: int


def page_text(page: PdfPage) -> Page:
    """Return the text of a page. Raises PdfiumError where the page cannot be read."""
    text_page = page.get_textpage()
    try:
        letters = list(_letters(text_page))
    finally:
        text_page.close()
    shown = [letter for letter in letters if not letter.text.isspace()]
    picture = len(shown) < _FEW and _has_picture(page)
    unmapped = sum(letter.text == _UNMAPPED for letter in shown)
    blank = not shown and pdfium.FPDFPage_CountObjects(page) == 0
    return Page(page.get_width(), page.get_height(), tuple(_pieces(letters)), len(shown), unmapped, picture, blank)


def _letters(page: PdfTextPage) -> Iterator[_Letter]:
    rect, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = c_double(), c_double()
    high = 0
    for index in range(page.count_chars()):
        if pdfium.FPDFText_IsGenerated(page, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(page, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a pair; the second one has the place
            high = code
            continue
        text = _character(page, index, code, high)
        high = 0
        if not text:
            continue
        pdfium.FPDFText_GetLooseCharBox(page, index, byref(rect))
        pdfium.FPDFText_GetMatrix(page, index, byref(matrix))
        pdfium.FPDFText_GetCharOrigin(page, index, byref(x), byref(y))
        size = pdfium.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        left, right, base = _turned(rect, x.value, y.value, turn)
        if all(math.isfinite(value) for value in (left, right, base, size)):
            yield _Letter(text, round(left, 2), round(right, 2), round(base, 2), round(size, 2), turn)


def _character(page: PdfTextPage, index: int, code: int, high: int) -> str:
    if code in _HYPHENS:
        return "-"
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else _UNMAPPED
    if code in {0x09, 0x0A, 0x0D}:
        return " "
    if code < 0x20 or code > 0x10FFFF or pdfium.FPDFText_HasUnicodeMapError(page, index) == 1:
        return _UNMAPPED
    return chr(code)


def _turned(rect: pdfium.FS_RECTF, x: float, y: float, turn: int) -> tuple[float, float, float]:
    """Return left, right and baseline as they are when the page is turned so that the text runs to the right."""
    match turn:
        case 0:
            return rect.left, rect.right, y
        case 1:
            return rect.bottom, rect.top, -x
        case 2:
            return -rect.right, -rect.left, -y
        case _:
            return -rect.top, -rect.bottom, x


def _pieces(letters: list[_Letter]) -> Iterator[Piece]:
    for line in _baselines(letters):
        run: list[_Letter] = []
        for letter in line:
            if run and _is_drawn_twice(run[-1], letter):
                continue
            if run and letter.left - run[-1].right >= _GAP * max(run[-1].size, letter.size):
                yield from _piece(run)
                run = []
            run.append(letter)
        yield from _piece(run)


def _baselines(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Group letters by baseline, from left to right: marks of another font are often drawn after the whole line."""
    lines: dict[tuple[int, int], list[_Letter]] = {}
    for letter in letters:
        height = round(letter.base)
        near = ((letter.turn, height + step) for step in (0, 1, -1))
        key = next((each for each in near if each in lines), (letter.turn, height))
        lines.setdefault(key, []).append(letter)
    for line in lines.values():
        yield sorted(line, key=lambda letter: letter.left)


def _is_drawn_twice(before: _Letter, letter: _Letter) -> bool:
    """Whether a letter is only the second stroke of a bold one."""
    return letter.text == before.text and letter.left - before.left < 0.1 * letter.size and not letter.text.isspace()


def _piece(run: list[_Letter]) -> Iterator[Piece]:
    while run and run[0].text.isspace():
        run = run[1:]
    while run and run[-1].text.isspace():
        run = run[:-1]
    if not run:
        return
    sizes = [letter.size for letter in run]
    size = max(set(sizes), key=sizes.count)
    yield Piece("".join(letter.text for letter in run), run[0].left, run[-1].right, run[0].base, size, run[0].turn)


def _has_picture(page: PdfPage) -> bool:
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index)) == pdfium.FPDF_PAGEOBJ_IMAGE
        for index in range(count)
    )
