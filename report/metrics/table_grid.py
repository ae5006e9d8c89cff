"""Lays a table out in columns: which cell covers which place, what each column holds, which figures stand in a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from report.metrics.table_cells import CellFigure, read_cells
from report.metrics.table_heads import Head, Role, is_rank, names_time, read_head, unit_of
from report.model import Table, TableCell

_LONGEST_HEAD: Final = 60  # characters; what is longer is text in a table that lays out a page
_NOTHING: Final = frozenset({"", "-", "－", "—", "——", "–", "/", "／", "…", "……", "无", "*", "×", "\\"})


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row below the head."""

    start: int
    end: int
    texts: tuple[str, ...]  # by column; a merged cell's text stands in each of its columns and rows
    figures: Mapping[int, tuple[CellFigure, ...]]  # by column, of the cells that begin in this row
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table below its head, laid out in columns."""

    heads: tuple[Head, ...]  # by column
    rows: tuple[GridRow, ...]
    head_start: int
    head_end: int  # head_start where the table has no head


def grid_of(text: str, table: Table) -> Grid:
    """Return a table laid out in columns."""
    covers = _covers(table)
    head = table.head_rows
    rows = tuple(
        _row(text, cells, cover) for cells, cover in zip(table.rows[head:], covers[head:], strict=True) if cells
    )
    heads = tuple(read_head(_head_words(text, table, covers[:head], column)) for column in range(table.columns))
    ends = [cell.end for row in table.rows[:head] for cell in row]
    return Grid(_with_roles(heads, rows), rows, table.start, max(ends, default=table.start))


def _covers(table: Table) -> list[list[TableCell | None]]:
    """Return for each row which cell covers each column, cells merged from above included."""
    covers: list[list[TableCell | None]] = []
    open_: dict[int, tuple[TableCell, int]] = {}
    for row in table.rows:
        cover: list[TableCell | None] = [None] * table.columns
        for column, (cell, left) in tuple(open_.items()):
            cover[column] = cell
            if left > 1:
                open_[column] = cell, left - 1
            else:
                del open_[column]
        for cell in row:
            for column in range(cell.column, min(cell.column + cell.columns, table.columns)):
                cover[column] = cell
                if cell.rows > 1:
                    open_[column] = cell, cell.rows - 1
        covers.append(cover)
    return covers


def _row(text: str, cells: Sequence[TableCell], cover: Sequence[TableCell | None]) -> GridRow:
    figures = {cell.column: read for cell in cells if (read := read_cells(text, cell.start, cell.end))}
    return GridRow(
        start=min(cell.start for cell in cells),
        end=max(cell.end for cell in cells),
        texts=tuple("" if cell is None else text[cell.start : cell.end] for cell in cover),
        figures=MappingProxyType(figures),
        cells=tuple(cells),
    )


def _head_words(text: str, table: Table, covers: Sequence[Sequence[TableCell | None]], column: int) -> str:
    """Return the words over a column from the top down, split by "/"; a row with one cell is a title and says none."""
    words: list[str] = []
    for row, cover in zip(table.rows, covers, strict=False):
        cell = cover[column]
        if cell is None or sum(each.end > each.start for each in row) < 2:
            continue
        written = text[cell.start : min(cell.end, cell.start + _LONGEST_HEAD)].strip()
        if written and written not in words and not (written.isdigit() and len(written) < 3):
            words.append(written)
    return "/".join(words)


def _with_roles(heads: Sequence[Head], rows: Sequence[GridRow]) -> tuple[Head, ...]:
    """Correct what the heads say by what stands below: a column of words holds labels, whatever its head."""
    return tuple(_with_role(head, column, rows) for column, head in enumerate(heads))


def _with_role(head: Head, column: int, rows: Sequence[GridRow]) -> Head:
    told = [row for row in rows if row.texts[column] not in _NOTHING]
    figures = sum(column in row.figures for row in told)
    match head.role:
        case Role.UNIT:
            units = sum(unit_of(row.texts[column]) is not None for row in told)
            return head if 2 * units >= len(told) and not figures else replace(head, role=Role.LABEL)
        case Role.VALUE | Role.CHANGE | Role.SHARE if 2 * figures < len(told) or not told:
            return replace(head, role=Role.LABEL)
        case Role.SHARE if column == 0 and is_rank(head.words):
            return replace(head, role=Role.NONE)
        case Role.VALUE if _counts_rows(head, column, rows):
            return replace(head, role=Role.NONE)
        case Role.VALUE | Role.NONE if told and all(names_time(row.texts[column]) for row in told):
            return replace(head, role=Role.LABEL)
        case _:
            return head


def _counts_rows(head: Head, column: int, rows: Sequence[GridRow]) -> bool:
    """Tell whether a first column without words over it only numbers the rows."""
    if head.words or column or len(rows) < 2:
        return False
    values = [row.figures[0][0].value for row in rows if 0 in row.figures]
    return values == list(range(1, len(values) + 1))
