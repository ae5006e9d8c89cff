"""Draws laid-out pages as a PDF with reportlab's canvas. Real text, every font embedded, the same bytes each time."""

import io
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from math import cos, radians, sin

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from generators.document import Document
from generators.linebreak import CLOSING, OPENING, PAIRED, is_gap
from generators.pages import Page, PageNumber, Pages, PlacedLine, PlacedRule, SetText, Watermark
from generators.pdf_font import IdentityFont
from generators.pdf_tags import ARTIFACT, END, PAGE_NUMBER, WATERMARK, Tags
from generators.pdfa import Conformance, Properties, conform
from generators.profiles import Color
from generators.progress import Progress, Slice
from generators.typefaces import Glyph

_INKS = {
    Color.BLACK: "0 0 0 rg",
    Color.RED: "0.827 0.071 0.086 rg",
    Color.GRAY: "0.45 0.45 0.45 rg",
    Color.LIGHT: "0.75 0.75 0.75 rg",
    Color.FAINT: "0.89 0.89 0.89 rg",
}
_DOT_STEP_PT = 4.0


def write_pdf(
    document: Document, pages: Pages, progress: Progress, conformance: Conformance = Conformance.A_2A
) -> bytes:
    """Return a PDF/A of the pages, tagged where the level of conformance asks for it. Raises Cancelled."""
    tags = Tags(document) if conformance is Conformance.A_2A else None
    raw = _draw(pages, Slice(progress, 0, 0.7), tags, with_cidset=conformance is Conformance.A_1B)
    progress.step(0.7, "fonts")
    return conform(raw, Properties(document.title, document.author, document.day), conformance)


def _draw(pages: Pages, progress: Progress, tags: Tags | None, *, with_cidset: bool) -> bytes:
    rl_config.useA85 = 0  # a quarter of the time of saving, and a tenth of the size
    stream = io.BytesIO()
    canvas = Canvas(
        stream,
        pagesize=(pages.width_pt, pages.height_pt),
        invariant=1,
        pageCompression=1,
        initialFontName=_registered(_first_font(pages)),
    )
    fonts: dict[IdentityFont, _FontInUse] = {}
    pen = _Pen(canvas, pages, fonts, tags, with_cidset=with_cidset)
    marks = iter(pages.bookmarks)
    mark = next(marks, None)
    count = len(pages.pages)
    for number, page in enumerate(pages.pages):
        if number % 20 == 0:
            progress.step(number / count, "draw")
        while mark is not None and mark.page == number:
            key = f"b{number}-{mark.top_pt:.1f}-{mark.depth}"
            canvas.bookmarkHorizontalAbsolute(key, pages.height_pt - mark.top_pt)
            canvas.addOutlineEntry(mark.title, key, mark.depth - 1, closed=0)
            mark = next(marks, None)
        pen.page(page)
        canvas.showPage()
    if pages.bookmarks:
        canvas.showOutline()
    if tags is not None:
        tags.write(canvas._doc)  # pyright: ignore[reportPrivateUsage] - reportlab has no other way to it
    canvas.save()
    return stream.getvalue()


def _first_font(pages: Pages) -> IdentityFont:
    """Return a font that the paper draws with: reportlab begins every page with one."""
    for page in pages.pages:
        if page.number is not None:
            return page.number.font
        for line in page.lines:
            for glyph in line.words.glyphs:
                if glyph.font is not None:
                    return glyph.font
    raise ValueError("a paper without a character")


def _registered(font: IdentityFont) -> str:
    """Make a font known to reportlab, which asks for one by name at the beginning of every page."""
    pdfmetrics.registerFont(font)
    return font.fontName


class _FontInUse:
    """A font in one document: its name there and the codes of its characters."""

    __slots__ = ("font", "name", "subset")

    def __init__(self, font: IdentityFont, canvas: Canvas, *, with_cidset: bool) -> None:
        font.with_cidset = with_cidset
        self.font = font
        document = canvas._doc  # pyright: ignore[reportPrivateUsage] - reportlab has no other way to it
        self.subset = font.subset(document)
        self.name = font.getSubsetInternalName(0, document)

    def codes(self, text: str) -> Iterator[bytes]:
        """Return the codes of a text's characters; new ones are numbered in the order in which they come."""
        known = self.subset.codes
        for character in dict.fromkeys(text):
            if character not in known:
                self.font.code(self.subset, character)
        return map(known.__getitem__, text)


class _Pen:
    """Writes page contents: text with its exact places, rules, dots."""

    def __init__(
        self,
        canvas: Canvas,
        pages: Pages,
        fonts: dict[IdentityFont, _FontInUse],
        tags: Tags | None,
        *,
        with_cidset: bool,
    ) -> None:
        self._canvas = canvas
        self._tags = tags
        self._width, self._height = pages.width_pt, pages.height_pt
        self._fonts = fonts
        self._with_cidset = with_cidset
        self._coded: dict[SetText, list[bytes]] = {}

    def font(self, font: IdentityFont) -> _FontInUse:
        """Return a font as this document uses it."""
        found = self._fonts.get(font)
        if found is None:
            found = self._fonts[font] = _FontInUse(font, self._canvas, with_cidset=self._with_cidset)
        return found

    def page(self, page: Page) -> None:
        """Draw a page. A landscape one is portrait paper whose /Rotate turns it for reading (7.5: 页码位置一致)."""
        if self._tags is not None:
            self._tags.new_page()
        if page.number is not None:
            self._mark(PAGE_NUMBER)
            self.number(page.number)
            self._mark(END)
        # reportlab takes the size of a turned page as it is read, not as the paper lies.
        size = (self._height, self._width) if page.landscape else (self._width, self._height)
        self._canvas.setPageSize(size)
        self._canvas.setPageRotation(90 if page.landscape else 0)
        if page.landscape:
            self._canvas.addLiteral(f"q 0 1 -1 0 {self._width:.3f} 0 cm")
            self._height, self._width = self._width, self._height
        if page.watermark is not None:
            self._mark(WATERMARK)
            self._watermark(page.watermark)
            self._mark(END)
        if page.rules:
            self._mark(ARTIFACT)
            for rule in page.rules:
                self.rule(rule)
            self._mark(END)
        self._lines(page.lines)
        if page.landscape:
            self._canvas.addLiteral("Q")
            self._height, self._width = self._width, self._height

    def _watermark(self, watermark: Watermark) -> None:
        """Draw the line that lies beneath a page's text, turned about the page's middle."""
        turn = radians(watermark.rise_degrees)
        across, up = cos(turn), sin(turn)
        middle = f"{self._width / 2:.3f} {self._height / 2:.3f}"
        self._canvas.addLiteral(f"q {across:.5f} {up:.5f} {-up:.5f} {across:.5f} {middle} cm")
        line = watermark.line
        self.line(replace(line, baseline_pt=self._height + line.baseline_pt))
        self._canvas.addLiteral("Q")

    def _mark(self, operator: str) -> None:
        """Begin or end marked content, where the paper is tagged."""
        if self._tags is not None:
            self._canvas.addLiteral(operator)

    def _lines(self, lines: Iterable[PlacedLine]) -> None:
        """Draw the lines of a page; those of one element that stand together are one marked content."""
        leaf, marked = None, False
        for line in lines:
            if self._tags is not None:
                own = self._tags.leaf(line)
                if not marked or own is not leaf:
                    if marked:
                        self._mark(END)
                    self._mark(ARTIFACT if own is None else self._tags.begin(own))
                    leaf, marked = own, True
            if line.turned:
                self._canvas.addLiteral(f"q -1 0 0 -1 {self._width:.3f} {self._height:.3f} cm")
            self.line(line)
            if line.turned:
                self._canvas.addLiteral("Q")
        if marked:
            self._mark(END)

    def rule(self, rule: PlacedRule) -> None:
        """Draw a rule as a filled box, sharp at any resolution; or a row of dots as a dashed line."""
        y = self._height - rule.y_pt - rule.thickness_pt
        if not rule.dotted:
            box = f"{rule.x_pt:.3f} {y:.3f} {rule.width_pt:.3f} {rule.thickness_pt:.3f} re f"
            self._canvas.addLiteral(f"{_INKS[rule.color]} {box}")
            return
        # Dots of all rows stand under each other: their pattern begins at the left edge of the page.
        dot, phase = rule.thickness_pt, rule.x_pt % _DOT_STEP_PT
        self._canvas.addLiteral(
            f"q {dot} w [{dot} {_DOT_STEP_PT - dot:.1f}] {phase:.2f} d "
            f"{rule.x_pt:.2f} {y:.2f} m {rule.x_pt + rule.width_pt:.2f} {y:.2f} l S Q"
        )

    def line(self, line: PlacedLine) -> None:
        """Draw a line of text: one text object, in stretches of like glyphs."""
        words, gap = line.words, line.gap_pt
        size = words.size_pt
        in_cell = words.cell_pt - size  # what a full glyph's advance lacks to its cell
        codes = self._codes(words)
        out: list[str] = []
        font: _FontInUse | None = None
        spacing: float | None = None
        shift = 0.0  # points still to be moved before the next stretch
        for start, end in _stretches(line):
            glyph = words.glyphs[start]
            if glyph.font is None:
                shift += sum(words.widths[start:end])
            else:
                before, behind = _bearings(glyph, size, line.squeezed.get(start, 0.0))
                shift += before
                if font is None or glyph.font is not font.font:
                    font = self.font(glyph.font)
                    out.append(f"{font.name} {size:g} Tf")
                if shift:  # in thousandths of the size, so not before it is set (ISO 32000-1, 9.4.3)
                    out.append(f"[{-shift * 1000 / size:.1f}]TJ")
                spread = glyph.full and glyph.character not in PAIRED
                wanted = (in_cell + gap if spread else in_cell) if glyph.full else 0.0
                if wanted != spacing:
                    spacing = wanted
                    out.append(f"{spacing:.3f} Tc")
                out.append(f"<{b''.join(codes[start:end]).hex()}>Tj")
                shift = behind
                if spread:
                    continue
            if gap and end < line.end and is_gap(words.text, words.narrow, end - 1):
                shift += gap
        y = self._height - line.baseline_pt
        self._canvas.addLiteral(f"{_INKS[line.color]} BT 1 0 0 1 {line.x_pt:.3f} {y:.3f} Tm {' '.join(out)} ET")

    def _codes(self, words: SetText) -> list[bytes]:
        """Return the codes of a paragraph's characters in this document; nothing for those that are not drawn."""
        found = self._coded.get(words)
        if found is None:
            found = self._coded[words] = []
            for start, end in pairwise(words.stretches):
                font = words.glyphs[start].font
                if font is None:
                    found += [b""] * (end - start)
                else:
                    found += self.font(font).codes(words.text[start:end])
        return found

    def number(self, number: PageNumber) -> None:
        """Draw a page number."""
        used = self.font(number.font)
        text = b"".join(used.codes(number.text)).hex()
        y = self._height - number.baseline_pt
        self._canvas.addLiteral(
            f"{_INKS[Color.BLACK]} BT 1 0 0 1 {number.x_pt:.3f} {y:.3f} Tm "
            f"{used.name} {number.size_pt:g} Tf 0 Tc <{text}> Tj ET"
        )


def _stretches(line: PlacedLine) -> Iterator[tuple[int, int]]:
    """Yield the stretches of like glyphs in a line; a squeezed mark is a stretch of its own."""
    starts = line.words.stretches
    inside = starts[bisect_right(starts, line.start) : bisect_left(starts, line.end)]
    cuts: Iterable[int] = (line.start, *inside, line.end)
    if line.squeezed:
        cuts = sorted({*cuts, *line.squeezed, *(index + 1 for index in line.squeezed)})
    return pairwise(cuts)


def _bearings(glyph: Glyph, size: float, squeezed: float) -> tuple[float, float]:
    """Return the points to move before and after a glyph: narrow marks stand in their cell, squeezed ones give way."""
    if not glyph.full:
        return 0.0, 0.0
    spare = (1 - glyph.advance) * size
    if glyph.character in OPENING:
        return spare - squeezed, 0.0
    if glyph.character in CLOSING:
        return 0.0, spare - squeezed
    return spare / 2, spare / 2
