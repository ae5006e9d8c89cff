"""Laid-out pages: every line, rule and row of dots at its place. What layout makes; the PDF and the preview draw it.

Points, from the upper left corner of the page, y downwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generators.pdf_font import IdentityFont
from generators.profiles import Color
from generators.typefaces import Glyph


@dataclass(frozen=True, slots=True, eq=False)
class SetText:
    """A paragraph's characters with their glyphs and widths; its lines are spans of it."""

    text: str
    glyphs: tuple[Glyph, ...]
    widths: tuple[float, ...]  # points, before squeezing into a line and spreading
    narrow: bytes  # 1 for a character that takes its natural width, 0 for one that takes a cell
    sources: tuple[
        tuple[int, int], ...
    ]  # (index, offset in the report) where a stretch of the report begins; -1: typed
    size_pt: float
    cell_pt: float
    stretches: tuple[int, ...]  # indices at which a stretch of like glyphs begins, and the length of the text


@dataclass(frozen=True, slots=True, eq=False)
class PlacedLine:
    """One line of text on a page."""

    words: SetText
    start: int
    end: int
    x_pt: float
    baseline_pt: float
    top_pt: float  # of the grid row or rows it stands in
    height_pt: float
    width_pt: float
    gap_pt: float  # added after each character that may be set apart
    squeezed: Mapping[int, float]  # index -> points taken off a mark, also for standing beside another
    color: Color
    block: int  # number of the paragraph, -1 for a page number
    section: str = ""
    cell: tuple[int, int] | None = None  # row (head rows first) and column of a table's cell
    artifact: bool = False  # repeats or adorns: no part of the text
    turned: bool = False  # upside down: x, baseline and top are those of the page turned by 180°

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.words.text[self.start : self.end]

    def source_spans(self) -> tuple[tuple[int, int], ...]:
        """Return the spans of the report that the line prints, in its order."""
        sources = self.words.sources
        spans: list[tuple[int, int]] = []
        for (begin, offset), after in zip(sources, (*sources[1:], (len(self.words.text), -1)), strict=True):
            first, last = max(begin, self.start), min(after[0], self.end)
            if offset >= 0 and first < last:
                spans.append((offset + first - begin, offset + last - begin))
        return tuple(spans)


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A straight line or a filled box; dotted ones lead from a name to its figure."""

    x_pt: float
    y_pt: float
    width_pt: float
    thickness_pt: float
    color: Color = Color.BLACK
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number with its dashes."""

    text: str
    font: IdentityFont
    size_pt: float
    x_pt: float
    baseline_pt: float


@dataclass(frozen=True, slots=True)
class Watermark:
    """A line beneath the text, through the middle of the page: its place is that from there, before it is turned."""

    line: PlacedLine
    rise_degrees: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    lines: tuple[PlacedLine, ...]
    rules: tuple[PlacedRule, ...]
    number: PageNumber | None  # where a portrait page has it, also on a landscape one
    landscape: bool = False  # lines and rules are those of the page turned a quarter to the right
    part: int = 0  # number of the part it belongs to, from 0
    watermark: Watermark | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the file's outline."""

    title: str
    depth: int  # from 1
    page: int  # from 0
    top_pt: float


@dataclass(frozen=True, slots=True)
class Pages:
    """A laid-out paper. Width and height are those of the portrait paper."""

    width_pt: float
    height_pt: float
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    missing: tuple[tuple[str, int], ...]  # characters without font, with the page (from 0) they first stand on
