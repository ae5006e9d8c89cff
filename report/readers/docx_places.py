"""Where in a Word document a paragraph stands: which story, table, row and cell are open, and what they have taken."""

from report.readers.docx_lines import Sink
from report.readers.docx_tables import Cell, Row, Table
from report.source import LineKind, SourceLine


class Places:
    """The stories, tables and cells that are open, the innermost last."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self._sinks: list[Sink] = []
        self._tables: list[Table] = []
        self._cells: list[Cell] = []
        self._count = 0  # of the tables that have ended

    @property
    def sink(self) -> Sink:
        """What takes the next paragraph."""
        return self._sinks[-1]

    @property
    def on_plain_paper(self) -> bool:
        """Return whether nothing can colour the ground here: neither a cell nor a text box."""
        return not self._cells and len(self._sinks) == 1

    def begin(self, kind: LineKind) -> None:
        """Open a story or a text box."""
        self._sinks.append(Sink(kind))

    def end(self) -> list[SourceLine]:
        """Close a story or a text box and return its lines."""
        return self._sinks.pop().finish()

    def begin_table(self) -> None:
        """Open a table."""
        self.sink.finish()
        self._tables.append(Table())

    def begin_row(self, row: Row) -> None:
        """Begin a row of the innermost table."""
        if self._tables:
            self._tables[-1].rows.append(row)

    def begin_cell(self, cell: Cell) -> None:
        """Open a cell."""
        self._cells.append(cell)
        self._sinks.append(cell.sink)

    def end_cell(self) -> int:
        """Close a cell. Returns how many characters Word does not show, as the cell carries on a merged one."""
        cell = self._cells.pop()
        self._sinks.pop()
        lines = cell.sink.finish()
        hidden = 0
        if cell.is_carried_on:
            hidden = sum(len(line.text) for line in lines)
            lines.clear()
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].cells.append(cell)
        else:
            self.sink.lines.extend(lines)
        return hidden

    def end_table(self) -> None:
        """Close a table and hand its lines to what it stands in."""
        self._count += 1
        self.sink.lines.extend(self._tables.pop().lines(self.sink.kind, self._count))
