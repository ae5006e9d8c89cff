"""The pages of a paper while it is being laid out: the next free row, what is placed there, page numbers, bookmarks."""

import math
from dataclasses import dataclass

from generators.document import NewPart, Space, TextBlock
from generators.linebreak import Line
from generators.pages import Bookmark, Page, PageNumber, Pages, Watermark
from generators.profiles import PT_PER_MM, Area, Profile
from generators.sheet import Sheet
from generators.typefaces import ink_of
from generators.typeset import Paragraph, SetText, Spot, Typesetter, place, whole

_DOTS_GAP_CHARS = 0.5


@dataclass(frozen=True, slots=True)
class Ending:
    """How a paragraph ends: its last `lines` lines stand on one page with the `rows` rows that follow them."""

    lines: int
    rows: float


NO_ENDING = Ending(0, 0.0)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of pages of one make: where its numbers begin and whether they are printed."""

    first_sheet: int
    first_number: int
    make: NewPart


class Flow:
    """The pages so far, and the next free row of the last one."""

    def __init__(self, profile: Profile, setter: Typesetter, first_number: int = 1) -> None:
        """Begin with an empty first page of this number."""
        self.profile = profile
        self.setter = setter
        self.sheets = [Sheet(profile)]
        self.row = 0.0
        self._parts = [_Part(0, first_number, NewPart())]
        self._first_number = first_number
        self._bookmarks: list[Bookmark] = []
        self._missing: dict[str, int] = {}

    @property
    def sheet(self) -> Sheet:
        """The page that is being filled."""
        return self.sheets[-1]

    @property
    def area(self) -> Area:
        """The type area of the page that is being filled."""
        return self.sheet.area

    def top(self, row: float) -> float:
        """Return the upper edge of a row of the page that is being filled, in points."""
        return self.sheet.row_top(row)

    def new_page(self) -> None:
        """Go on at the top of a new page of the same make."""
        self.sheets.append(Sheet(self.profile, len(self._parts) - 1, landscape=self._parts[-1].make.landscape))
        self.row = 0.0

    def new_part(self, make: NewPart) -> None:
        """Go on at the top of a new page of another make; what is empty so far takes it over."""
        started = len(self.sheets) > 1 or self.row > 0 or bool(self.sheet.lines)
        after = len(self.sheets) if started else 0
        number = self._first_number
        if started:
            number = 1 if make.restart else self._number_of(after - 1) + 1
        if make.right_hand and number % 2 == 0:
            self.new_page()
            after, number = after + 1, number + 1
        if not started:
            self.sheets, self._parts = [], []
        self._parts.append(_Part(after, number, make))
        self.new_page()

    def skip(self, space: Space) -> None:
        """Leave rows empty; at the top of a page only where they are to be kept there."""
        if self.row or space.kept:
            self.row += space.rows

    def need(self, rows: float) -> None:
        """Go to a new page where fewer rows are free on this one; more than a page has are never asked for."""
        if self.row and self.row + min(rows, self.area.rows) > self.area.rows:
            self.new_page()

    def mark(self, title: str, depth: int) -> None:
        """Let a bookmark lead to the next free row."""
        self._bookmarks.append(Bookmark(title, depth, len(self.sheets) - 1, self.top(self.row)))

    def add(self, index: int, block: TextBlock, paragraph: Paragraph, needed: float, ending: Ending) -> None:
        """Place a paragraph; where fewer rows than `needed` are free, on a new page."""
        look = paragraph.look
        if self.row:
            self.row += look.rows_before
        self.need(needed)
        if block.bookmark:
            self.mark(block.bookmark_title or block.text, block.bookmark)
        if look.rows == 1:
            kept = len(paragraph.lines) - ending.lines
            for number, line in enumerate(paragraph.lines):
                if number == kept:
                    self.need(ending.lines + ending.rows)
                elif self.row >= self.area.rows:
                    self.new_page()
                self._place_line(paragraph, line, self.top(self.row), self.profile.row_pt, index)
                self.row += 1
        else:
            self._place_together(paragraph, index)
        self.note_missing(paragraph.words)
        if paragraph.right is not None:
            self.note_missing(paragraph.right)
        self.row += look.rows_after

    def finish(self, watermark: Watermark | None = None) -> Pages:
        """Return the pages with their numbers and watermark."""
        page = self.profile.page
        return Pages(
            page.width_mm * PT_PER_MM,
            page.height_mm * PT_PER_MM,
            tuple(
                Page(
                    tuple(sheet.lines),
                    tuple(sheet.rules),
                    self._page_number(index),
                    sheet.landscape,
                    sheet.part,
                    watermark,
                )
                for index, sheet in enumerate(self.sheets)
            ),
            tuple(self._bookmarks),
            tuple(self._missing.items()),
        )

    def note_missing(self, words: SetText) -> None:
        """Remember the characters that no font has, with the page that is being filled."""
        for start in words.stretches[:-1]:  # a missing one is a stretch of its own
            if words.glyphs[start].missing:
                self._missing.setdefault(words.text[start], len(self.sheets) - 1)

    def _place_line(self, paragraph: Paragraph, line: Line, top: float, height: float, index: int) -> None:
        look, words = paragraph.look, paragraph.words
        indent = look.first_indent_chars * words.cell_pt if line.start == 0 else 0.0
        x = self.area.left_pt + indent
        placed = place(words, line, look, Spot(x, top, height), index, paragraph.section)
        if line.start == 0 or line.end > line.start:
            self.sheet.lines.append(placed)
        right = paragraph.right
        if right is None or not line.last:
            return
        value = whole(right, sum(right.widths))
        value_x = self.area.left_pt + self.area.width_pt - value.width
        self.sheet.lines.append(place(right, value, look, Spot(value_x, top, height), index, paragraph.section))
        gap = _DOTS_GAP_CHARS * words.cell_pt
        dots_x = placed.x_pt + placed.width_pt + gap
        self.sheet.dots(dots_x, value_x - gap, placed.baseline_pt - 0.3 * words.size_pt)

    def _place_together(self, paragraph: Paragraph, index: int) -> None:
        """Place lines that take other than one row each: whole rows together, split only where no page holds them."""
        look, row_pt = paragraph.look, self.profile.row_pt
        rows = rows_of(paragraph)
        if rows > self.area.rows:
            for line in paragraph.lines:
                if self.row and self.row + look.rows > self.area.rows:
                    self.new_page()
                self._place_line(paragraph, line, self.top(self.row), look.rows * row_pt, index)
                self.row += look.rows
            self.row = math.ceil(self.row)
            return
        top = self.top(self.row) + (rows - look.rows * len(paragraph.lines)) / 2 * row_pt
        for line in paragraph.lines:
            self._place_line(paragraph, line, top, look.rows * row_pt, index)
            top += look.rows * row_pt
        self.row += rows

    def _number_of(self, index: int) -> int:
        part = self._part_at(index)
        return part.first_number + index - part.first_sheet

    def _part_at(self, index: int) -> _Part:
        return next(part for part in reversed(self._parts) if part.first_sheet <= index)

    def _page_number(self, index: int) -> PageNumber | None:
        """Return a page number: odd at the right, even at the left, the dash's upper edge below the type area (7.5)."""
        if not self._part_at(index).make.numbered:
            return None
        number = self._number_of(index)
        setup, profile = self.profile.page_number, self.profile
        font = self.setter.typeface(setup.font).own()
        text = f"— {number} —"
        width = sum(font.face.getCharWidth(ord(character)) for character in text) / 1000 * setup.size_pt
        left, _, right, upper = (value * setup.size_pt for value in ink_of(font, "—"))
        bearing = font.face.getCharWidth(ord("—")) / 1000 * setup.size_pt - right
        inset = setup.inset_chars * setup.size_pt
        if number % 2:
            x = profile.left_pt + profile.width_pt - inset - width + bearing
        else:
            x = profile.left_pt + inset - left
        baseline = profile.top_pt + profile.height_pt + setup.below_mm * PT_PER_MM + upper
        return PageNumber(text, font, setup.size_pt, x, baseline)


def rows_of(paragraph: Paragraph) -> int:
    """Return how many rows of the grid a paragraph takes."""
    return math.ceil(paragraph.look.rows * len(paragraph.lines))
