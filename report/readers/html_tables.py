"""The rows of a web page's tables as lines, with the place of each cell (HTML Living Standard, 4.9.12)."""

from collections.abc import Sequence
from typing import Final

from report.readers.html_tree import Element, tag
from report.source import LineKind, SourceCell, SourceLine

_MOST_COLUMNS: Final = 63  # as many as a Word table has
_MOST_ROWS: Final = 1_000


class TableRows:
    """The tables of a page so far: their numbers, and which columns of the next row a cell above covers."""

    def __init__(self) -> None:
        """Begin with no table."""
        self._numbers: dict[Element, int] = {}
        self._covered: dict[Element, dict[int, int]] = {}  # column: rows still to come

    def line(self, row: Element, cells: Sequence[tuple[Element, str]]) -> SourceLine:
        """Return a row as a line, from its cells and what stands in them."""
        table = next(row.iterancestors("table"), row)
        number = self._numbers.setdefault(table, len(self._numbers) + 1)
        covered = self._covered.setdefault(table, {})
        text = "\t".join(words for _cell, words in cells)
        shift = len(text) - len(text.lstrip())
        line = text.strip()
        placed: list[SourceCell] = []
        fresh: dict[int, int] = {}
        column, at = 0, -shift
        for cell, words in cells:
            while column in covered:
                column += 1
            start, end = (min(max(place, 0), len(line)) for place in (at, at + len(words)))
            at += len(words) + 1
            columns, rows = _span(cell, "colspan", _MOST_COLUMNS), _span(cell, "rowspan", _MOST_ROWS)
            placed.append(SourceCell(start, end, column, columns, rows))
            if rows > 1:
                fresh.update(dict.fromkeys(range(column, column + columns), rows - 1))
            column += columns
        left = {place: rows - 1 for place, rows in covered.items() if rows > 1}
        self._covered[table] = left | fresh
        return SourceLine(line, LineKind.TABLE_ROW, table=number, cells=tuple(placed), heads=_heads(row, cells))


def _span(cell: Element, name: str, most: int) -> int:
    written = cell.get(name, "").strip()
    return int(written) if written.isdecimal() and len(written) < 5 and 0 < int(written) <= most else 1


def _heads(row: Element, cells: Sequence[tuple[Element, str]]) -> bool:
    parent = row.getparent()
    return all(tag(cell) == "th" for cell, _words in cells) or (parent is not None and tag(parent) == "thead")
