"""Writes a table as Word's own: merged cells, a head that Word repeats, rows that it does not split, named styles."""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument

from generators import word_xml
from generators.document import Cell, NewPart, Role, Run, Table, TableRow
from generators.profiles import Profile
from generators.word_decimals import indents
from generators.word_styles import CELL_STYLES, FORM_STYLES, PAPER_TABLE, RUN_IN_NAMES, STYLE_NAMES
from generators.word_words import printable

_ALIGNED: Final = {Role.TABLE_CELL: CELL_STYLES, Role.FORM_TEXT: FORM_STYLES}
_SIDES: Final = ("top", "bottom")
_LIGHT_RULE: Final = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def add_table(word: WordDocument, table: Table, profile: Profile, part: NewPart) -> None:
    """Put a table at the end of a Word document."""
    ids = {style.name: style.style_id for style in word.styles if style.name}
    width = round(profile.area(landscape=part.landscape).width_pt * 20)
    total = sum(column.share for column in table.columns)
    widths = [round(width * column.share / total) for column in table.columns]
    inset = indents(table, widths, profile.look(Role.TABLE_CELL).size_pt)
    rows = _Rows(table, widths, ids, round(profile.row_pt * 20), inset)
    word_xml.append_xml(
        word,
        f'<w:tbl xmlns:w="{_W}"><w:tblPr><w:tblStyle w:val="{ids[PAPER_TABLE]}"/><w:tblW w:w="{sum(widths)}"'
        ' w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        + f"</w:tblGrid>{''.join(rows.all())}</w:tbl>",
    )


class _Rows:
    """The rows of one table as XML. A cell that reaches over several rows has an empty one below it in each."""

    def __init__(
        self, table: Table, widths: list[int], ids: dict[str, str], row_twips: int, inset: Mapping[int, int]
    ) -> None:
        self.table = table
        self.widths = widths
        self.ids = ids
        self.row_twips = row_twips
        self.inset = inset  # of decimal cells, from the right
        self._covered: dict[int, tuple[int, int]] = {}  # column -> rows still covered, columns of the cell

    def all(self) -> Iterator[str]:
        """Yield every row."""
        for row in self.table.head:
            yield self._row(row, head=True)
        for row in self.table.rows:
            yield self._row(row, head=False)

    def _row(self, row: TableRow, *, head: bool) -> str:
        cells = iter(row.cells)
        column, parts = 0, list[str]()
        while column < len(self.widths):
            left, span = self._covered.get(column, (0, 1))
            if left:
                parts.append(self._cell(Cell(columns=span), column, head=head, merge="<w:vMerge/>", keep=row.keep))
                self._covered[column] = (left - 1, span)
            else:
                cell = next(cells, Cell())
                span = cell.columns
                start = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
                parts.append(self._cell(cell, column, head=head, merge=start, keep=row.keep))
                self._covered[column] = (cell.rows - 1, span)
            column += span
        height = f'<w:trHeight w:val="{round(row.rows * self.row_twips)}" w:hRule="atLeast"/>'
        repeat = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeat}</w:trPr>{''.join(parts)}</w:tr>"

    def _cell(self, cell: Cell, column: int, *, head: bool, merge: str, keep: bool) -> str:
        width = sum(self.widths[column : column + cell.columns])
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        role = cell.role or (Role.TABLE_HEAD if head else Role.TABLE_CELL)
        style = STYLE_NAMES[role]
        if role in _ALIGNED:
            style = _ALIGNED[role][cell.align or self.table.columns[column].align]
        light = "".join(_LIGHT_RULE.format(side) for side, lined in zip(_SIDES, cell.lines, strict=True) if lined)
        edges = f"<w:tcBorders>{light}</w:tcBorders>" if light else ""
        together = "<w:keepNext/>" if keep else ""
        inset = f'<w:ind w:right="{self.inset[id(cell)]}"/>' if id(cell) in self.inset else ""
        words = "".join(self._run(run, role) for run in cell.runs)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{edges}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{self.ids[style]}"/>{together}{inset}</w:pPr>{words}</w:p></w:tc>'
        )

    def _run(self, run: Run, role: Role) -> str:
        text = printable(run.text)
        if not text:
            return ""
        name = None if run.role is None or run.role is role else RUN_IN_NAMES.get(run.role)
        style = f'<w:rStyle w:val="{self.ids[name]}"/>' if name else ""
        hint = '<w:rFonts w:hint="eastAsia"/>' if word_xml.needs_east_asian_hint(text) else ""
        properties = f"<w:rPr>{style}{hint}</w:rPr>" if style or hint else ""
        return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
