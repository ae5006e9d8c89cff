"""Measures a table: the place of each cell, its words broken into lines, the height of each row. Places nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from msgspec import structs

from generators.document import Cell, CellAlign, Role, Table, TableRow
from generators.linebreak import Line, break_lines
from generators.pages import SetText
from generators.profiles import Align, Look
from generators.title_breaks import break_title
from generators.typeset import Typesetter

PAD_X_PT = 4.0
PAD_Y_PT = 3.0
_ALIGNS = {
    CellAlign.LEFT: Align.LEFT,
    CellAlign.CENTER: Align.CENTER,
    CellAlign.RIGHT: Align.RIGHT,
    CellAlign.DECIMAL: Align.LEFT,
}
_POINTS = ".．"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a cell stands: its first row and column, counted over head and body."""

    row: int
    column: int
    cell: Cell
    head: bool


@dataclass(frozen=True, slots=True, eq=False)
class SetCell:
    """A cell's words in lines."""

    place: CellPlace
    words: SetText
    lines: tuple[Line, ...]
    look: Look
    line_pt: float  # from line to line
    shift_pt: float = 0.0  # to the right, where decimal points are to stand under each other

    @property
    def height_pt(self) -> float:
        """What the words take, with the white above and below them; nothing where there are none."""
        return len(self.lines) * self.line_pt + 2 * PAD_Y_PT if self.words.text else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class SetTable:
    """A measured table. Edges are points from its left side; rows are counted over head and body."""

    edges_pt: tuple[float, ...]
    cells: tuple[SetCell, ...]
    heights_pt: tuple[float, ...]
    head_rows: int

    def starting(self, row: int) -> Iterator[SetCell]:
        """Yield the cells that begin in a row."""
        return (cell for cell in self.cells if cell.place.row == row)


def set_table(table: Table, setter: Typesetter, width_pt: float) -> SetTable:
    """Return a table measured for a width in points."""
    total = sum(column.share for column in table.columns)
    edges = (0.0, *accumulate(column.share * width_pt / total for column in table.columns))
    rows = (*table.head, *table.rows)
    places = tuple(_places(rows, len(table.columns), len(table.head)))
    cells = tuple(_set_cell(place, table, setter, edges) for place in places)
    cells = tuple(_on_points(cells, table, edges))
    return SetTable(edges, cells, _heights(rows, cells, setter), len(table.head))


def _places(rows: Sequence[TableRow], columns: int, head_rows: int) -> Iterator[CellPlace]:
    """Yield the place of every cell: each takes the first free place of its row."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            if column >= columns:
                raise ValueError(f"row {number} has more cells than the table has columns")
            taken.update((number + down, column + right) for down in range(cell.rows) for right in range(cell.columns))
            yield CellPlace(number, column, cell, number < head_rows)
            column += cell.columns


def _set_cell(place: CellPlace, table: Table, setter: Typesetter, edges: tuple[float, ...]) -> SetCell:
    cell = place.cell
    role = cell.role or (Role.TABLE_HEAD if place.head else Role.TABLE_CELL)
    if cell.align is not None:
        align = cell.align
    else:
        align = CellAlign.CENTER if place.head else table.columns[place.column].align
    look = structs.replace(setter.profile.look(role), align=_ALIGNS[align])
    width = edges[min(place.column + cell.columns, len(edges) - 1)] - edges[place.column]
    return set_words(place, look, setter, width)


def set_words(place: CellPlace, look: Look, setter: Typesetter, width_pt: float) -> SetCell:
    """Return the words of a cell in lines, for a width between its rules in points."""
    cell, room = place.cell, width_pt - 2 * PAD_X_PT
    words = setter.set_runs(cell.runs, look)
    if place.head or cell.role is Role.FORM_LABEL:
        lines = break_title(words.text, words.widths, words.narrow, room)
    else:
        lines = break_lines(words.text, words.widths, words.narrow, room, room)
    return SetCell(place, words, tuple(lines), look, look.rows * setter.profile.row_pt)


def _on_points(cells: tuple[SetCell, ...], table: Table, edges: tuple[float, ...]) -> Iterator[SetCell]:
    """Yield the cells, those of decimal columns shifted so that their points stand under each other.

    A figure without a point stands as if it had one behind it. The widest figures are in the middle of the column.
    """
    reach = {column: _widest(cells, column) for column in range(len(table.columns)) if _is_decimal(table, column)}
    for set_cell in cells:
        column = set_cell.place.column
        if not _stands_on_point(set_cell, table) or column not in reach:
            yield set_cell
            continue
        before, behind = reach[column]
        room = edges[column + 1] - edges[column] - 2 * PAD_X_PT
        own, rest = _parts(set_cell)
        shift = max(0.0, (room - before - behind) / 2) + before - own
        shift = max(0.0, min(shift, room - own - rest))  # a figure with many words leaves the point for its cell
        yield SetCell(set_cell.place, set_cell.words, set_cell.lines, set_cell.look, set_cell.line_pt, shift)


def _widest(cells: tuple[SetCell, ...], column: int) -> tuple[float, float]:
    figures = [
        _parts(cell) for cell in cells if cell.place.column == column and not cell.place.head and _is_plain_figure(cell)
    ]
    return max((before for before, _ in figures), default=0.0), max((behind for _, behind in figures), default=0.0)


def _is_decimal(table: Table, column: int) -> bool:
    return table.columns[column].align is CellAlign.DECIMAL


def _stands_on_point(cell: SetCell, table: Table) -> bool:
    if cell.place.head or cell.place.cell.align is not None or cell.place.cell.columns > 1:
        return False
    return _is_decimal(table, cell.place.column) and _is_figure(cell)


def _is_figure(cell: SetCell) -> bool:
    return len(cell.lines) == 1 and any(character.isdigit() for character in cell.words.text)


def _is_plain_figure(cell: SetCell) -> bool:
    return cell.place.cell.columns == 1 and _is_figure(cell) and cell.words.text[0].isdigit()


def _parts(cell: SetCell) -> tuple[float, float]:
    """Return the width of a figure before its decimal point, and that of the rest: the point, decimals, unit."""
    text, widths = cell.words.text, cell.words.widths
    digits = [at for at, character in enumerate(text) if character.isdigit()]
    split = next((at for at in range(digits[0], len(text)) if text[at] in _POINTS), None)
    if split is None:
        split = digits[0]
        while split < len(text) and (text[split].isdigit() or text[split] in ",，"):
            split += 1
    return sum(widths[:split]), sum(widths[split:])


def _heights(rows: Sequence[TableRow], cells: tuple[SetCell, ...], setter: Typesetter) -> tuple[float, ...]:
    """Return the height of each row: what its words need, at least what was asked for."""
    row_pt = setter.profile.row_pt
    heights = [row.rows * row_pt for row in rows]
    for cell in cells:
        if cell.place.cell.rows == 1:
            heights[cell.place.row] = max(heights[cell.place.row], cell.height_pt)
    for cell in cells:
        first, last = cell.place.row, min(cell.place.row + cell.place.cell.rows, len(rows))
        lacking = cell.height_pt - sum(heights[first:last])
        if lacking > 0:
            heights[last - 1] += lacking
    return tuple(heights)
