"""Reads the cells of an .xlsx (ISO/IEC 29500-1, 18): values only, formulas as last calculated; macros are never met.

The package and its XML are read by what reads reports, with the same limits; a cell far out costs no memory.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final

from generators.delegate_grid import MOST_COLUMNS, MOST_ROWS, Doubt, Grid, grid_of
from report.errors import Failure, UserError
from report.readers.docx_package import Package, Relationship
from report.readers.docx_xml import Element, relationship
from report.words import _

_PLACE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ZEROS: Final = re.compile(r"0{2,20}")  # a number format such as 000000: digits that are only shown
_MOST_MERGED: Final = 100_000  # cells filled from the one they are merged with
_LONGEST_STRING: Final = 1_000  # characters; longer ones are no cell of a list, and may be named a million times


def sheet_grids(data: bytes, name: str) -> Iterator[Grid]:
    """Yield the visible sheets of a workbook that have something in them, in its order.

    Raises UserError for a damaged or encrypted file, and for a sheet with too many rows.
    """
    package = Package(data, name)
    whole = next((each.target for each in package.relationships("") if each.kind == "officeDocument"), "")
    root = package.xml(whole) if whole else None
    if root is None:
        raise UserError(Failure.BAD_LIST, name=name, cause=_("它不是 .xlsx 工作簿，请另存为 .xlsx 或 .csv"))
    links = {each.id: each for each in package.relationships(whole)}
    strings = _shared_strings(package, links)
    formats = _zero_formats(package, links)
    for sheet in _all(root, "sheet"):
        link = links.get(relationship(sheet, "id") or "")
        if sheet.get("state", "visible") != "visible" or link is None or link.kind != "worksheet":
            continue
        part = package.xml(link.target)
        if part is None:
            continue
        grid = _Sheet(strings, formats, name).grid(part)
        if any(any(row) for row in grid.rows):
            yield replace(grid, sheet=sheet.get("name", ""))


class _Sheet:
    """One sheet being read."""

    def __init__(self, strings: list[str], formats: dict[str, int], name: str) -> None:
        self._strings = strings
        self._formats = formats
        self._name = name
        self._cells: dict[tuple[int, int], str] = {}
        self._doubts: list[tuple[int, int, Doubt]] = []
        self._merged: set[tuple[int, int]] = set()

    def grid(self, root: Element) -> Grid:
        """Return the cells; a cell merged downwards stands in each of its rows."""
        at = -1
        for row in _all(root, "row"):
            at = int(row.get("r") or 0) - 1 if (row.get("r") or "").isdecimal() else at + 1
            self._row(row, at)
        self._merge(root)
        rows: list[list[str]] = [[] for _row in range(max((row for row, _column in self._cells), default=-1) + 1)]
        for (number, column), words in sorted(self._cells.items()):
            rows[number] += [""] * (column - len(rows[number])) + [words]
        return grid_of(rows, self._doubts, frozenset(self._merged))

    def _row(self, row: Element, at: int) -> None:
        column = -1
        for cell in _all(row, "c"):
            place = _PLACE.fullmatch(cell.get("r") or "")
            column = _column(place[1]) if place else column + 1
            if column >= MOST_COLUMNS:
                break
            words = self._value(cell)
            if words is None:
                self._doubts.append((at, column, Doubt.NO_VALUE))
            elif words:
                if at >= MOST_ROWS:
                    cause = _("超过 {count} 行").format(count=MOST_ROWS)
                    raise UserError(Failure.BAD_LIST, name=self._name, cause=cause)
                self._cells[at, column] = words

    def _value(self, cell: Element) -> str | None:
        """Return what a cell shows; None for an error, and for a formula without a result."""
        kind = cell.get("t", "n")
        value = next((child.text or "" for child in cell if _local(child) == "v"), None)
        if kind == "inlineStr":
            return "".join(_texts(cell))[:_LONGEST_STRING]
        if kind == "e":
            return None
        if value is None:
            return None if any(_local(child) == "f" for child in cell) else ""
        if kind == "s":
            number = int(value) if value.isdecimal() else -1
            return self._strings[number] if 0 <= number < len(self._strings) else None
        return _number(value, self._formats.get(cell.get("s", "0"), 0)) if kind == "n" else value

    def _merge(self, root: Element) -> None:
        """Let a cell that reaches over several rows stand in each; sideways it is a title, and stays where it is."""
        left = _MOST_MERGED
        for merged in _all(root, "mergeCell"):
            corners = [_PLACE.fullmatch(corner) for corner in (merged.get("ref") or "").split(":")]
            if len(corners) != 2 or corners[0] is None or corners[1] is None:
                continue
            first, last, column = int(corners[0][2]) - 1, int(corners[1][2]) - 1, _column(corners[0][1])
            words = self._cells.get((first, column), "")
            if words and column < MOST_COLUMNS:
                rows = range(first + 1, min(last, MOST_ROWS - 1, first + left) + 1)
                left -= len(rows)
                for row in rows:
                    self._cells[row, column] = words
                    self._merged.add((row, column))


def _number(value: str, zeros: int) -> str:
    """Return a number as a sheet shows it: whole ones written out, with the zeros that its format puts before it."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or number.adjusted() > 20:
        return value
    if number == number.to_integral_value():
        return format(number.to_integral_value(), "f").zfill(zeros)
    return value


def _shared_strings(package: Package, links: dict[str, Relationship]) -> list[str]:
    root = _part(package, links, "sharedStrings")
    return [] if root is None else ["".join(_texts(item))[:_LONGEST_STRING] for item in root if _local(item) == "si"]


def _zero_formats(package: Package, links: dict[str, Relationship]) -> dict[str, int]:
    """Return, for the cell formats that fill numbers up with zeros, to how many digits."""
    root = _part(package, links, "styles")
    if root is None:
        return {}
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in _all(root, "numFmt")}
    formats = next((each for each in root if _local(each) == "cellXfs"), None)
    found: dict[str, int] = {}
    for index, each in enumerate(formats if formats is not None else ()):
        code = codes.get(each.get("numFmtId", ""), "")
        if _ZEROS.fullmatch(code):
            found[str(index)] = len(code)
    return found


def _part(package: Package, links: dict[str, Relationship], kind: str) -> Element | None:
    link = next((each for each in links.values() if each.kind == kind and not each.external), None)
    return package.xml(link.target) if link else None


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts of a string, without the readings (rPh) that stand above its characters."""
    for child in element:
        match _local(child):
            case "t":
                yield child.text or ""
            case "r" | "is":
                yield from _texts(child)
            case _:
                pass


def _all(root: Element, name: str) -> Iterator[Element]:
    return (each for each in root.iter() if _local(each) == name)


def _local(element: Element) -> str:
    """Return a tag without its namespace: Transitional and Strict are read alike."""
    return element.tag.rpartition("}")[2]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
