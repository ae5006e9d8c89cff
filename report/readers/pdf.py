"""PDF with a text layer: the printed lines joined to paragraphs, without what every page repeats."""

import unicodedata
from typing import Final

from report.errors import Failure, UserError
from report.findings import Finding
from report.readers.cleaning import MOST_LINES, too_many_lines, without_controls
from report.readers.content import Content
from report.readers.given import Given
from report.readers.pdf_furniture import without_furniture
from report.readers.pdf_page import Page
from report.readers.pdf_paragraphs import PlacedRow, paragraphs
from report.readers.pdf_process import read_pages
from report.readers.pdf_rows import Chunks, in_reading_order, page_chunks
from report.readers.refusing import refusal
from report.readers.sniff import promised, suffix
from report.source import Source, SourceLine, SourceNotice
from report.words import _, listed

_MOST_NAMED: Final = 10  # pages that a sentence lists


def read_pdf(given: Given) -> Source:
    """Return the paragraphs of a PDF. Raises UserError where it is damaged, encrypted, a scan, or without Unicode."""
    name = given.name
    pages = _pages(given)
    characters = sum(page.characters for page in pages)
    if not characters:
        if all(page.blank for page in pages):  # no scan: that shows a picture
            raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("PDF 内容损坏，或展开后过大"))
        raise UserError(Failure.NO_TEXT, name=name)
    if sum(page.unmapped for page in pages) * 3 > characters:
        raise UserError(Failure.TEXT_NOT_ENCODED, name=name)
    rows, furniture = without_furniture([page_chunks(page) for page in pages])
    found = paragraphs(_placed(pages, rows))
    if not found:
        raise UserError(Failure.NO_TEXT, name=name)
    if len(found) > MOST_LINES:
        raise too_many_lines(name)
    cleaned = [_cleaned(line) for line, _page in found]
    lines = tuple(line for line, _changed in cleaned)
    changed = sum(count for _line, count in cleaned)
    return Source(lines, _noticed(pages, rows, furniture, changed, lines))


def _pages(given: Given) -> tuple[Page, ...]:
    try:
        return read_pages(given)
    except UserError as error:
        otherwise = suffix(given.name) == ".txt" or promised(given.name) not in {None, Content.PDF}
        if error.failure is Failure.DAMAGED_FILE and otherwise:
            raise refusal(Content.PDF, given.name, "") from error
        raise


def _placed(pages: tuple[Page, ...], rows: list[list[Chunks]]) -> list[PlacedRow]:
    placed: list[PlacedRow] = []
    for number, page in enumerate(pages):
        for row in in_reading_order(rows[number]):
            frame = (round(page.width / 10), round(page.height / 10), number % 2, row.column)
            placed.append(PlacedRow(row, number, frame))
    return placed


def _cleaned(line: SourceLine) -> tuple[SourceLine, int]:
    """Return a line with radicals and compatibility forms as the characters they stand for, and how many there were.

    Fonts that share one glyph between ⼀ and 一 are mapped back to either by chance; no one writes the former.
    """
    text, _controls = without_controls(line.text)
    letters = [unicodedata.normalize("NFKC", letter) if _is_double(letter) else letter for letter in text]
    changed = sum(one != other for one, other in zip(letters, text, strict=True))
    return SourceLine("".join(letters).strip(), line.kind), changed


def _is_double(letter: str) -> bool:
    """Whether a character is a CJK or Kangxi radical or a CJK compatibility ideograph."""
    return "\u2e80" <= letter <= "\u2fd5" or "\uf900" <= letter <= "\ufaff" or "\U0002f800" <= letter <= "\U0002fa1f"


def _noticed(
    pages: tuple[Page, ...], rows: list[list[Chunks]], furniture: int, changed: int, lines: tuple[SourceLine, ...]
) -> tuple[SourceNotice, ...]:
    noticed: list[SourceNotice] = []
    scanned = [number + 1 for number, page in enumerate(pages) if page.picture and not rows[number]]
    if scanned:
        noticed.append(SourceNotice(Finding.PAGE_WITHOUT_TEXT, None, _page_list(scanned)))
    if furniture:
        noticed.append(SourceNotice(Finding.RUNNING_LINES_LEFT_OUT, None, _("共 {count} 行").format(count=furniture)))
    if changed:
        noticed.append(SourceNotice(Finding.RADICALS_REPLACED, None, _("共 {count} 个字").format(count=changed)))
    lost = sum(page.unmapped for page in pages)
    if lost:
        place = next((index for index, line in enumerate(lines) if "\ufffd" in line.text), None)
        detail = _("{count} 个字没有编码，以“�”标出").format(count=lost)
        noticed.append(SourceNotice(Finding.TEXT_REPLACED, place, detail))
    return tuple(noticed)


def _page_list(numbers: list[int]) -> str:
    named = listed(_("第{number}页").format(number=number) for number in numbers[:_MOST_NAMED])
    if len(numbers) <= _MOST_NAMED:
        return named
    return _("{pages}等，共 {count} 页").format(pages=named, count=len(numbers))
