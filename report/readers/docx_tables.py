"""From the rows and cells of a Word table to lines: a line a row, with the place of each cell."""

from dataclasses import dataclass, field
from typing import Final

from report.readers.docx_lines import Sink
from report.readers.docx_xml import Element, child, is_on, number, value
from report.source import LineKind, SourceCell, SourceLine

# Word's own limit; a gridSpan of a milliard stands in real files and means one column.
_MOST_COLUMNS: Final = 63


@dataclass(slots=True)
class Cell:
    """A cell of a row. One that only carries on a merged one shows nothing."""

    sink: Sink
    columns: int = 1
    goes_on_from_above: bool = False  # w:vMerge
    goes_on_from_left: bool = False  # w:hMerge
    text: str = ""
    column: int = 0
    rows: int = 1

    @property
    def is_carried_on(self) -> bool:
        """Return whether the cell belongs to one that began before it."""
        return self.goes_on_from_above or self.goes_on_from_left


@dataclass(slots=True)
class Row:
    """A row of a table while it is read."""

    skipped: int = 0  # grid columns before the first cell (w:gridBefore)
    heads: bool = False
    cells: list[Cell] = field(default_factory=list[Cell])

    def place(self) -> None:
        """Give each cell its column and its text."""
        column = self.skipped
        for cell in self.cells:
            cell.column = column
            cell.text = " ".join(line.text.replace("\t", " ") for line in cell.sink.lines)
            column += cell.columns


@dataclass(slots=True)
class Table:
    """A table while it is read."""

    rows: list[Row] = field(default_factory=list[Row])

    def lines(self, kind: LineKind, number: int) -> list[SourceLine]:
        """Return a line a row, cells split by a tab. A table of one column is a frame around paragraphs."""
        if all(len(row.cells) == 1 for row in self.rows) and any(
            len(cell.sink.lines) > 1 for row in self.rows for cell in row.cells
        ):
            return [line for row in self.rows for cell in row.cells for line in cell.sink.lines]
        for row in self.rows:
            row.place()
        rows = [row for row in self.rows if any(cell.text for cell in row.cells)]
        _merge(rows)
        row_kind = LineKind.NOTE if kind is LineKind.NOTE else LineKind.TABLE_ROW
        return [_line(row, row_kind, number) for row in rows]


def row_of(element: Element) -> Row:
    """Return the row that a `w:tr` begins."""
    properties = child(element, "w:trPr")
    heads = child(properties, "w:tblHeader")
    skipped = number(value(child(properties, "w:gridBefore"))) or 0
    return Row(skipped if 0 < skipped <= _MOST_COLUMNS else 0, heads is not None and is_on(heads))


def cell_of(element: Element) -> Cell:
    """Return the cell that a `w:tc` begins."""
    properties = child(element, "w:tcPr")
    span = number(value(child(properties, "w:gridSpan")))
    return Cell(
        Sink(LineKind.TABLE_ROW),
        span if span is not None and 1 <= span <= _MOST_COLUMNS else 1,
        _goes_on(child(properties, "w:vMerge")),
        _goes_on(child(properties, "w:hMerge")),
    )


def _goes_on(merge: Element | None) -> bool:
    """A merge that says nothing goes on with the one before it (17.4.84)."""
    return merge is not None and value(merge) in {None, "continue"}


def _merge(rows: list[Row]) -> None:
    """Count in the first cell of each merged stretch how far it reaches."""
    open_: dict[int, Cell] = {}
    for row in rows:
        before: Cell | None = None
        for cell in row.cells:
            if cell.goes_on_from_left and before is not None:
                before.columns += cell.columns
                continue
            above = open_.get(cell.column)
            if cell.goes_on_from_above and above is not None:
                above.rows += 1
            else:
                open_[cell.column] = before = cell


def _line(row: Row, kind: LineKind, number: int) -> SourceLine:
    text = "\t".join(cell.text for cell in row.cells)
    shift = len(text) - len(text.lstrip())
    line = text.strip()
    cells: list[SourceCell] = []
    at = -shift
    for cell in row.cells:
        start, end = (min(max(place, 0), len(line)) for place in (at, at + len(cell.text)))
        at += len(cell.text) + 1
        if not cell.is_carried_on:
            cells.append(SourceCell(start, end, cell.column, cell.columns, cell.rows))
    return SourceLine(line, kind, table=number, cells=tuple(cells), heads=row.heads)
