"""Puts the decimal points of a column under each other in Word: figures flush right, indented by what they lack behind.

A decimal tab would do in Word alone: other programs want a tab character before the figure, which Word takes for the
next stop. An indent from the right is read the same by all.
"""

import unicodedata
from collections.abc import Iterator, Mapping

from generators.document import Cell, CellAlign, Table, TableRow

_PADDING_TWIPS = 2 * 108  # left and right of the words of a cell
_EM = {".": 0.25, ",": 0.25, "%": 0.833, "-": 0.333}  # of a Latin face as wide as Times; digits are half an em
_POINTS = ".．"


def indents(table: Table, widths: list[int], size_pt: float) -> Mapping[int, int]:
    """Return the indent from the right, in twips, of decimal cells that need one, by the identity of the cell.

    `widths` are those of the columns in twips. A figure that would not stay on one line gets none.
    """
    found: dict[int, int] = {}
    rows = [list(_placed(row, table)) for row in table.rows]
    for column, width in enumerate(widths):
        if table.columns[column].align is not CellAlign.DECIMAL:
            continue
        cells = [cell for row in rows for at, cell in row if at == column and _is_figure(cell)]
        behind = {id(cell): _width(_tail(cell.text), size_pt) for cell in cells}
        most = max((behind[id(cell)] for cell in cells if cell.text[0].isdigit()), default=0)
        for cell in cells:
            lacking = most - behind[id(cell)]
            if lacking > 0 and _width(cell.text, size_pt) + lacking <= width - _PADDING_TWIPS:
                found[id(cell)] = lacking
    return found


def _placed(row: TableRow, table: Table) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of a row with their columns; those at the left that reach down from above take no cell."""
    column = len(table.columns) - sum(cell.columns for cell in row.cells)
    for cell in row.cells:
        yield column, cell
        column += cell.columns


def _is_figure(cell: Cell) -> bool:
    return cell.align is None and cell.columns == 1 and any(map(str.isdigit, cell.text))


def _tail(text: str) -> str:
    """Return what stands from the decimal point on, or behind the whole number."""
    first = next(at for at, character in enumerate(text) if character.isdigit())
    point = next((at for at in range(first, len(text)) if text[at] in _POINTS), None)
    if point is not None:
        return text[point:]
    end = first
    while end < len(text) and (text[end].isdigit() or text[end] in ",，"):
        end += 1
    return text[end:]


def _width(text: str, size_pt: float) -> int:
    """Return how wide words are, in twips."""
    ems = sum(
        1.0 if unicodedata.east_asian_width(character) in "WFA" else _EM.get(character, 0.5) for character in text
    )
    return round(ems * size_pt * 20)
