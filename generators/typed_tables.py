"""A small table that is typed into a field or pasted from a spreadsheet, and the form it is kept in.

Kept: a row a line, cells split by tabs and quoted as spreadsheets do, each cell on one line, as many cells in each row
as the field has columns.
"""

import csv
import io
import re
from collections.abc import Sequence
from typing import Final

_BARS: Final = re.compile(r"[｜|]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f]")  # a vertical tab is a line break in a cell
_LINE_ENDS: Final = re.compile("\r\n|[\r\n]")
_SPACES: Final = re.compile("[ \t\xa0]+")
_LINE_BREAK: Final = "　"  # what a line break inside a cell becomes

Rows = tuple[tuple[str, ...], ...]


class TooWideError(ValueError):
    """A row with more cells than the table has columns."""

    def __init__(self, row: int, cells: int) -> None:
        """Keep the row, from 1, and how many cells it has."""
        super().__init__(row, cells)
        self.row = row
        self.cells = cells


def take_rows(typed: str, columns: Sequence[str]) -> Rows:
    """Return the rows of a table as typed or pasted; empty ones are left out. Raises TooWideError.

    A first row that repeats the heads says in which order the columns stand.
    """
    rows = [[_one_line(cell) for cell in row] for row in _split(typed)]
    order = list(range(len(columns)))
    if rows and (heads := _heads(rows[0], columns)):
        order, rows = heads, rows[1:]
    taken: list[tuple[str, ...]] = []
    for number, row in enumerate(rows, 1):
        while len(row) > len(order) and not row[-1]:
            row.pop()
        if len(row) > len(order):
            raise TooWideError(number, len(row))
        if any(row):
            cells = dict(zip(order, row, strict=False))
            taken.append(tuple(cells.get(column, "") for column in range(len(columns))))
    return tuple(taken)


def write_rows(rows: Rows) -> str:
    """Return rows in the form they are kept in."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter="\t", lineterminator="\n").writerows(rows)
    return buffer.getvalue().removesuffix("\n")


def rows_of(kept: str) -> Rows:
    """Return the rows of a table in the form it is kept in."""
    return tuple(tuple(row) for row in csv.reader(io.StringIO(kept, newline=""), delimiter="\t"))


def _split(typed: str) -> list[list[str]]:
    """Return cells as typed: split by tabs, as spreadsheets paste them, else by ｜; rows by line ends, else by ；."""
    clean = _CONTROLS.sub("", typed)
    if "\t" in clean:
        return [list(row) for row in csv.reader(io.StringIO(clean, newline=""), delimiter="\t")]
    lines = _LINE_ENDS.split(clean)
    if len(lines) < 2:
        lines = clean.split("；")
    return [_BARS.split(line) for line in lines]


def _one_line(cell: str) -> str:
    return _LINE_BREAK.join(part for line in cell.splitlines() if (part := _SPACES.sub(" ", line).strip()))


def _heads(row: Sequence[str], columns: Sequence[str]) -> list[int]:
    """Return which column each cell of a row of heads names; nothing where the row is none."""
    plain = ["".join(cell.split()) for cell in row]
    while plain and not plain[-1]:
        plain.pop()
    if len(plain) < 2 or len(set(plain)) < len(plain) or not set(plain) <= set(columns):
        return []
    return [columns.index(word) for word in plain]
