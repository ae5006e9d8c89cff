"""What a reader hands on: the lines of a file, with the evidence a format has about them. No structure yet."""

from dataclasses import dataclass
from enum import StrEnum

from report.findings import Finding


class LineKind(StrEnum):
    """Where a line stood in its file."""

    PARAGRAPH = "paragraph"
    TABLE_ROW = "table_row"  # cells split by a tab
    NOTE = "note"  # footnote or endnote, after the body


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a table row; `text[start:end]` of its line is what stands in it."""

    start: int
    end: int  # start where the cell is empty
    column: int  # its first column, from 0
    columns: int = 1
    rows: int = 1  # with the rows below that it is merged with; those have no cell there


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One paragraph, table row or note, with the white space around it taken off. Never empty."""

    text: str
    kind: LineKind = LineKind.PARAGRAPH
    outline_level: int | None = None  # 1 to 9 where the format marks the line as a heading; evidence, not truth
    bold_chars: int = 0  # how many characters at the beginning are bold
    auto_number: str = ""  # what the word processor prints before the line; already part of `text`
    table: int = 0  # which table of its file the row belongs to, from 1; 0 for what is no row
    cells: tuple[SourceCell, ...] = ()
    heads: bool = False  # the format marks the row as the head of its table
    goes_on: bool = False  # the line goes on with the row of the line before it: a table written cell by cell


@dataclass(frozen=True, slots=True)
class SourceNotice:
    """Something a reader noticed, at a line (counted from 0) or, with None, about the whole file."""

    finding: Finding
    line: int | None
    detail: str


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of one file in reading order, and what was noticed on the way."""

    lines: tuple[SourceLine, ...]
    noticed: tuple[SourceNotice, ...] = ()
