"""Places every line of a document on a page of the grid, once. PDF, preview and printer draw these pages."""

import math
from typing import assert_never

from generators.banner import draw_banner, draw_tail, tail_rows
from generators.document import Banner, Document, PageBreak, Tail, TextBlock, leads
from generators.fonts import FontPlan
from generators.linebreak import Line
from generators.pages import Bookmark, Page, PageNumber, Pages
from generators.profiles import PT_PER_MM, Profile
from generators.progress import Progress
from generators.sheet import Sheet
from generators.typefaces import ink_of
from generators.typeset import Paragraph, Spot, Typesetter, place, whole

_KEPT_WITH_TAIL = 2  # lines of text that move to the last page with a 报尾 that would stand there alone
_DOTS_GAP_CHARS = 0.5


def lay_out(document: Document, profile: Profile, plan: FontPlan, progress: Progress) -> Pages:
    """Return a document's pages. Raises UserError where a font file is gone, and Cancelled."""
    flow = _Flow(profile, Typesetter(profile, plan))
    paragraphs = _set_all(document, flow.setter, progress)
    for index, block in enumerate(document.blocks):
        match block:
            case TextBlock():
                flow.add(index, block, paragraphs, document)
            case Banner():
                draw_banner(flow.sheet, flow.setter, block, index)
                flow.row = profile.banner.rows
            case Tail():
                flow.add_tail(block, index)
            case PageBreak():
                flow.new_page()
            case _:
                assert_never(block)
    return flow.finish()


def _set_all(document: Document, setter: Typesetter, progress: Progress) -> dict[int, Paragraph]:
    paragraphs: dict[int, Paragraph] = {}
    count = len(document.blocks)
    for index, block in enumerate(document.blocks):
        if isinstance(block, TextBlock):
            paragraphs[index] = setter.paragraph(block)
        if index % 50 == 0:
            progress.step(index / count, "layout")
    return paragraphs


class _Flow:
    """The pages so far, and the next free row of the last one."""

    def __init__(self, profile: Profile, setter: Typesetter) -> None:
        self.profile = profile
        self.setter = setter
        self.sheets = [Sheet(profile)]
        self.row = 0
        self._bookmarks: list[Bookmark] = []
        self._missing: dict[str, int] = {}

    @property
    def sheet(self) -> Sheet:
        """The page that is being filled."""
        return self.sheets[-1]

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.sheets.append(Sheet(self.profile))
        self.row = 0

    def add(self, index: int, block: TextBlock, paragraphs: dict[int, Paragraph], document: Document) -> None:
        """Place a paragraph; a heading only where a line of what follows it has room as well."""
        paragraph = paragraphs[index]
        look = paragraph.look
        if self.row:
            self.row += look.rows_before
        needed = _kept_rows(index, paragraphs, document)
        if self.row and self.row + min(needed, self.profile.grid.rows) > self.profile.grid.rows:
            self.new_page()
        if block.bookmark:
            title = block.bookmark_title or block.text
            self._bookmarks.append(Bookmark(title, block.bookmark, len(self.sheets) - 1, self._top(self.row)))
        if look.rows == 1:
            for line in paragraph.lines:
                if self.row >= self.profile.grid.rows:
                    self.new_page()
                self._place_line(paragraph, line, self._top(self.row), self.profile.row_pt, index)
                self.row += 1
        else:
            self._place_together(paragraph, index)
        self._note_missing(paragraph)
        self.row += look.rows_after

    def add_tail(self, tail: Tail, index: int) -> None:
        """Place a 报尾 at the foot of the last page, never alone on it."""
        rows = tail_rows(tail, self.setter)
        if self.row + rows > self.profile.grid.rows:
            moved = self.sheet.take_last(_KEPT_WITH_TAIL)
            self.new_page()
            for text in moved:
                self.sheet.put_at_row(text, self.row)
                self.row += 1
        draw_tail(self.sheet, self.setter, tail, index)

    def finish(self) -> Pages:
        """Return the pages with their numbers."""
        page = self.profile.page
        return Pages(
            page.width_mm * PT_PER_MM,
            page.height_mm * PT_PER_MM,
            tuple(
                Page(tuple(sheet.lines), tuple(sheet.rules), self._number(number))
                for number, sheet in enumerate(self.sheets, start=1)
            ),
            tuple(self._bookmarks),
            tuple(self._missing.items()),
        )

    def _top(self, row: float) -> float:
        return self.profile.top_pt + row * self.profile.row_pt

    def _place_line(self, paragraph: Paragraph, line: Line, top: float, height: float, index: int) -> None:
        profile, look, words = self.profile, paragraph.look, paragraph.words
        indent = look.first_indent_chars * words.cell_pt if line.start == 0 else 0.0
        x = profile.left_pt + indent
        placed = place(words, line, look, Spot(x, top, height), index, paragraph.section)
        self.sheet.lines.append(placed)
        right = paragraph.right
        if right is None or not line.last:
            return
        value = whole(right, sum(right.widths))
        value_x = profile.left_pt + profile.width_pt - value.width
        self.sheet.lines.append(place(right, value, look, Spot(value_x, top, height), index, paragraph.section))
        gap = _DOTS_GAP_CHARS * words.cell_pt
        dots_x = placed.x_pt + placed.width_pt + gap
        self.sheet.dots(dots_x, value_x - gap, placed.baseline_pt - 0.3 * words.size_pt)

    def _place_together(self, paragraph: Paragraph, index: int) -> None:
        """Place lines that take other than one row each: the whole takes whole rows, and is not split."""
        look, row_pt = paragraph.look, self.profile.row_pt
        rows = _rows(paragraph)
        top = self._top(self.row) + (rows - look.rows * len(paragraph.lines)) / 2 * row_pt
        for line in paragraph.lines:
            self._place_line(paragraph, line, top, look.rows * row_pt, index)
            top += look.rows * row_pt
        self.row += rows

    def _number(self, number: int) -> PageNumber:
        """Return a page number: odd at the right, even at the left, the dash's upper edge below the type area (7.5)."""
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

    def _note_missing(self, paragraph: Paragraph) -> None:
        for words in (paragraph.words, paragraph.right):
            if words is not None:
                for start in words.stretches[:-1]:  # a missing one is a stretch of its own
                    if words.glyphs[start].missing:
                        self._missing.setdefault(words.text[start], len(self.sheets) - 1)


def _rows(paragraph: Paragraph) -> int:
    return math.ceil(paragraph.look.rows * len(paragraph.lines))


def _kept_rows(index: int, paragraphs: dict[int, Paragraph], document: Document) -> int:
    """Return the rows that must be free for a block to begin: a heading takes what follows it along."""
    rows = 0
    blocks = document.blocks
    while index + 1 < len(blocks) and leads(blocks[index], blocks[index + 1]):
        rows += _rows(paragraphs[index])
        index += 1
    last = paragraphs[index]
    return rows + (_rows(last) if last.look.keep_together else 1)
