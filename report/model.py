"""The parsed report as values. Frozen and flat: it crosses threads, compares in tests, and undo is a list of values.

Offsets count Unicode code points of `Report.text`; a span is half open, `text[start:end]`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from report.findings import Finding


class SectionKind(StrEnum):
    """What a section is, in the words of the `inspect` contract."""

    HEADING = "heading"  # a paragraph of its own, or the numbered first sentence of one
    POINT = "point"  # a run-in heading inside a paragraph
    FRONT = "front"  # title, meeting line, speaker, salutation
    BACK = "back"  # glossary, attachment, signature
    BODY = "body"  # the one section of a report without headings


class Direction(StrEnum):
    """Whether a figure is an amount of change, and which way; a level has NONE."""

    NONE = ""
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the report under one heading. Children lie inside it, in order."""

    id: str  # place in the tree: "1", "1.2", "1.2.3"
    kind: SectionKind
    number: str  # exactly as written, "" where there is none
    title: str  # without number and closing punctuation
    start: int
    body_start: int  # where the text after number, title and closing punctuation begins
    end: int
    children: tuple["Section", ...] = ()

    def walk(self) -> Iterator["Section"]:
        """Yield this section and everything under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Metric:
    """A quantity that states a measured or targeted amount. `text[start:end] == written`."""

    id: str
    name: str
    value: str  # decimal string in the base unit, multipliers multiplied out
    unit: str  # the classifier as written, "" where none is
    written: str
    qualifier: str
    direction: Direction
    start: int
    end: int
    section: str  # id of the innermost section, "" outside all
    sentence_start: int
    sentence_end: int
    change_of: str | None = None  # id of the metric whose change this one is
    part_of: str | None = None  # id of the metric whose part this one is
    period: str = ""
    target: bool | None = None  # planned, achieved, or not told
    note: str = ""  # the clerk's own words about it (备注)
    start_of: str | None = None  # id of the metric that this earlier value rose or fell to: 由58%提高到67%


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term that the report itself explains."""

    term: str
    explanation: str
    start: int
    end: int
    places: tuple[tuple[int, int], ...] = ()  # where the body of the report has the term or its mark, in order


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table; `text[start:end]` is what stands in it, nothing where they are the same."""

    start: int
    end: int
    column: int  # its first column, from 0
    columns: int = 1
    rows: int = 1  # with the rows below that it is merged with; those have no cell there


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report, row by row. A row without any text is left out."""

    start: int
    end: int
    columns: int
    rows: tuple[tuple[TableCell, ...], ...]
    head_rows: int  # how many rows at the top say what the columns hold, a title row included; 0 where none does
    caption: str = ""  # the line above, or the title row
    unit: str = ""  # of the figures that name no unit of their own: 单位：万元


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something odd in the report, with its place. Data for the user, not a log line."""

    finding: Finding
    start: int
    end: int
    detail: str  # words of the report or a place; `report.messages` makes the sentence


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read: the whole text and what was found in it."""

    source: str  # file name with extension, without its folder
    title: str
    text: str  # paragraphs joined by "\n"
    sections: tuple[Section, ...]
    metrics: tuple[Metric, ...]
    glossary: tuple[GlossaryEntry, ...] = ()
    noticed: tuple[Noticed, ...] = ()
    tables: tuple[Table, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield every section, in reading order."""
        for section in self.sections:
            yield from section.walk()

    def sentence(self, metric: Metric) -> str:
        """Return the sentence that holds a metric, as the report has it."""
        return self.text[metric.sentence_start : metric.sentence_end]
