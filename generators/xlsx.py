"""Writes the tables of a paper as a workbook (.xlsx) to go on working with: merged cells, repeated head, A4.

Every cell is text, as it stands on paper. A figure such as 近1.3 or 7.5%左右 is no number, and one that is would lose
its last zero; a number that Excel reads as text is seen (a green corner), a figure that it alters is not. As text no
cell can begin a formula either, whatever stands in the report.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zipfile import ZipFile

from lxml import etree
from xlsxwriter import Workbook

from generators.document import Cell, CellAlign, Document, NewPart, Role, Table, TableRow, TextBlock
from report.errors import Failure, UserError

_A4 = 9
_WIDE = {False: 80.0, True: 120.0}  # characters across an upright and a landscape page
_MM_PER_INCH = 25.4
_LINE_PT = 17.0
_FORBIDDEN = str.maketrans("[]:*?/\\'", "　" * 8)  # in the name of a sheet
_NAME_CHARS = 31
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ALIGNS = {CellAlign.LEFT: "left", CellAlign.CENTER: "center", CellAlign.RIGHT: "right", CellAlign.DECIMAL: "right"}


@dataclass(frozen=True, slots=True)
class _Spot:
    """A cell where it stands: its first row and column, and whether it is of the head."""

    row: int
    column: int
    cell: Cell
    head: bool


def write_xlsx(document: Document) -> bytes:
    """Return a workbook with the title and tables of a paper, one sheet a table. The same paper, the same bytes."""
    data = io.BytesIO()
    with Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        day = datetime.combine(document.day, time())
        book.set_properties({"title": document.title, "author": document.author, "created": day})
        landscape = False
        number = 0
        for block in document.blocks:
            if isinstance(block, NewPart):
                landscape = block.landscape
            elif isinstance(block, Table):
                number += 1
                name = document.title.translate(_FORBIDDEN)[: _NAME_CHARS - 3] + (f"{number}" if number > 1 else "")
                _Sheet(book, name, block, _title(document), landscape=landscape).write()
        if not number:
            book.add_worksheet(document.title.translate(_FORBIDDEN)[:_NAME_CHARS])
    return data.getvalue()


def _title(document: Document) -> str:
    titles = (block.text for block in document.blocks if isinstance(block, TextBlock) and block.role is Role.TITLE)
    return next(titles, document.title)


class _Sheet:
    """One table on a sheet: the title in the first row, the head below it, then the rows and notes."""

    def __init__(self, book: Workbook, name: str, table: Table, title: str, *, landscape: bool) -> None:
        self.book = book
        self.table = table
        self.title = title
        self.sheet = book.add_worksheet(name)
        total = sum(column.share for column in table.columns)
        self.widths = [_WIDE[landscape] * column.share / total for column in table.columns]
        self.sheet.set_paper(_A4)
        if landscape:
            self.sheet.set_landscape()
        margins = [each / _MM_PER_INCH for each in (28, 26, 37, 35)]
        self.sheet.set_margins(*margins)
        self.sheet.fit_to_pages(1, 0)

    def write(self) -> None:
        """Write everything."""
        last = len(self.table.columns) - 1
        title = self.book.add_format({"bold": True, "font_size": 18, "align": "center", "valign": "vcenter"})
        self.sheet.merge_range(0, 0, 0, last, self.title, title)
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        rows = (*self.table.head, *self.table.rows)
        for spot in spots(rows, len(self.table.head), len(self.table.columns)):
            self._cell(spot)
        for number, row in enumerate(rows):
            self.sheet.set_row(number + 1, self._height_pt(row))
        note = self.book.add_format({"text_wrap": True, "valign": "top"})
        for number, words in enumerate(self.table.notes, len(rows) + 1):
            self.sheet.merge_range(number, 0, number, last, "".join(run.text for run in words), note)
        head = len(self.table.head)
        self.sheet.repeat_rows(1, head)
        self.sheet.freeze_panes(head + 1, 0)

    def _cell(self, spot: _Spot) -> None:
        cell, row = spot.cell, spot.row + 1
        align = cell.align or (CellAlign.CENTER if spot.head else self.table.columns[spot.column].align)
        look = self.book.add_format(
            {
                "border": 1,
                "text_wrap": True,
                "valign": "vcenter",
                "align": _ALIGNS[align],
                "bold": spot.head,
                "num_format": "@",
            }
        )
        if cell.rows > 1 or cell.columns > 1:
            last = row + cell.rows - 1, spot.column + cell.columns - 1
            self.sheet.merge_range(row, spot.column, *last, "", look)
        self.sheet.write_string(row, spot.column, cell.text, look)

    def _height_pt(self, row: TableRow) -> float:
        """Return the height that the words of a row need; Excel finds none for merged cells by itself."""
        lines = 1
        for column, cell in zip(range(len(self.widths) - len(row.cells), len(self.widths)), row.cells, strict=True):
            width = self.widths[column] if len(row.cells) > 1 else sum(self.widths)
            if cell.rows == 1:
                lines = max(lines, -(-2 * len(cell.text) // max(1, int(width) - 1)))
        return max(row.rows, lines) * _LINE_PT + 6


def spots(rows: Sequence[TableRow], head_rows: int, columns: int) -> Iterator[_Spot]:
    """Yield the place of every cell: each takes the first free place of its row."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            if column >= columns:
                break
            taken.update((number + down, column + right) for down in range(cell.rows) for right in range(cell.columns))
            yield _Spot(number, column, cell, number < head_rows)
            column += cell.columns


def check_xlsx(data: bytes, document: Document, name: str) -> None:
    """Raise UserError unless a workbook opens and has every word of the paper's tables, and no formula."""
    with ZipFile(io.BytesIO(data)) as package:
        shared = package.read("xl/sharedStrings.xml") if "xl/sharedStrings.xml" in package.namelist() else b"<none/>"
        words = {element.text or "" for element in etree.fromstring(shared).iter(f"{_MAIN}t")}
        sheets = [etree.fromstring(package.read(each)) for each in package.namelist() if "/worksheets/sheet" in each]
    formula = any(True for sheet in sheets for _ in sheet.iter(f"{_MAIN}f"))
    wanted = (
        cell.text
        for block in document.blocks
        if isinstance(block, Table)
        for row in (*block.head, *block.rows)
        for cell in row.cells
    )
    lost = next((text for text in wanted if text and text not in words), "")
    if lost or formula:
        raise UserError(Failure.CHECK_FAILED, name=name, cause=lost[:20] or "formula")
