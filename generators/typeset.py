"""Words to set lines: a paragraph's glyphs and widths in the look of its role, broken into lines."""

from dataclasses import dataclass, replace
from itertools import compress, islice
from operator import ne

from generators.document import Role, Run, TextBlock
from generators.fonts import FontPlan
from generators.linebreak import PAIR_SHARE, Line, break_lines, in_pairs, spread, squeeze
from generators.pages import PlacedLine, SetText
from generators.paragraph_breaks import Measure, break_paragraph
from generators.profiles import Align, FontRole, Look, Profile
from generators.title_breaks import break_title
from generators.typefaces import Glyph, Typeface, make_typeface

# A name that has less room than this beside its figure would be broken into scraps: the figure stands below it.
_LEAST_NAME_CHARS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph broken into lines, not yet on a page. The last one is empty where `right` stands below the words."""

    words: SetText
    lines: tuple[Line, ...]
    look: Look
    right: SetText | None
    section: str


class Typesetter:
    """Sets paragraphs in a profile's looks with a plan's fonts."""

    def __init__(self, profile: Profile, plan: FontPlan) -> None:
        """Make the typefaces of a plan ready; their files are read when a character first needs them."""
        self.profile = profile
        self._plan = plan

    def typeface(self, role: FontRole) -> Typeface:
        """Return the typeface of a font role."""
        return make_typeface(role, self._plan)

    def cell_pt(self, size_pt: float) -> float:
        """Return the width of a cell: the grid's for body text (3号), the size itself for any other."""
        return self.profile.cell_pt if size_pt == self.profile.look(Role.BODY).size_pt else size_pt

    def set_runs(self, runs: tuple[Run, ...], look: Look) -> SetText:
        """Return the glyphs and widths of runs; a run with a role of its own takes that role's font."""
        size = look.size_pt
        cell = self.cell_pt(size)
        glyphs: list[Glyph] = []
        sources: list[tuple[int, int]] = []
        for run in runs:
            role = look if run.role is None else self.profile.look(run.role)
            sources.append((len(glyphs), -1 if run.source is None else run.source))
            glyphs += self.typeface(role.font).glyphs(run.text)
        width_of = {glyph: cell if glyph.full else glyph.advance * size for glyph in set(glyphs)}
        text = "".join(run.text for run in runs)
        widths = list(map(width_of.__getitem__, glyphs))
        for index in in_pairs(text):
            widths[index] -= PAIR_SHARE * cell
        return SetText(
            text,
            tuple(glyphs),
            tuple(widths),
            bytes([not glyph.full for glyph in glyphs]),
            tuple(sources),
            size,
            cell,
            _stretches(glyphs),
        )

    def set_text(self, text: str, look: Look) -> SetText:
        """Return the glyphs and widths of words that were typed."""
        return self.set_runs((Run(text),), look)

    def paragraph(self, block: TextBlock, width_pt: float) -> Paragraph:
        """Return a block broken into lines of a type area of this width."""
        look = self.profile.look(block.role)
        words = self.set_runs(block.runs, look)
        right = self.set_runs(block.right, look) if block.right else None
        room = width_pt - look.end_inset_chars * words.cell_pt
        below = False
        if right is not None:
            left_over = room - sum(right.widths) - 2 * words.cell_pt
            below = sum(words.widths) > left_over and left_over < _LEAST_NAME_CHARS * words.cell_pt
            room = room if below else left_over
        first = room - look.first_indent_chars * words.cell_pt
        match look.align:
            case Align.CENTER:
                lines = break_title(words.text, words.widths, words.narrow, room)
            case Align.JUSTIFY | Align.LEFT:
                ragged = look.align is Align.LEFT
                measure = Measure(first, room, words.cell_pt, ragged, self.profile.tight)
                lines = break_paragraph(words.text, words.widths, words.narrow, measure)
            case Align.RIGHT:
                lines = break_lines(words.text, words.widths, words.narrow, first, room)
        if below:
            end = len(words.text)
            lines = [*(replace(line, last=False) for line in lines), Line(end, end, 0.0, room, last=True)]
        return Paragraph(words, tuple(lines), look, right, block.section)


def _stretches(glyphs: list[Glyph]) -> tuple[int, ...]:
    """Return the indices at which a stretch of like glyphs begins, and the number of glyphs."""
    keys = [glyph.stretch for glyph in glyphs]
    changes = list(compress(range(1, len(keys)), map(ne, keys, islice(keys, 1, None))))
    if "" in keys:  # drawn by themselves, also beside one another
        alone = [at for at, key in enumerate(keys) if not key]
        changes = sorted({*changes, *alone} - {0})
    return (0, *changes, len(glyphs)) if glyphs else (0,)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line is to stand: the left edge and the room it has, the top and height of its rows."""

    x_pt: float
    top_pt: float
    height_pt: float


def place(words: SetText, line: Line, look: Look, spot: Spot, block: int, section: str = "") -> PlacedLine:
    """Return a line at its place: aligned, squeezed or spread, its glyphs in the middle of its rows."""
    squeezed = squeeze(words.text, words.widths, line)
    width = line.width - sum(squeezed.values())
    pairs = dict.fromkeys(in_pairs(words.text, line.start, line.end), PAIR_SHARE * words.cell_pt)
    if pairs:
        squeezed = {**squeezed, **pairs}
    gap = 0.0
    x = spot.x_pt
    match look.align:
        case Align.JUSTIFY:
            _, gap = spread(words.text, words.narrow, line, words.cell_pt)
        case Align.CENTER:
            x += (line.room - width) / 2
        case Align.RIGHT:
            x += line.room - width
        case Align.LEFT:
            pass
    return PlacedLine(
        words,
        line.start,
        line.end,
        x,
        spot.top_pt + (spot.height_pt - words.size_pt) / 2 + ASCENT * words.size_pt,
        spot.top_pt,
        spot.height_pt,
        line.room if gap else width,
        gap,
        squeezed,
        look.color,
        block,
        section,
    )


# The em box of Chinese fonts reaches 0.88 em above the baseline and 0.12 em below it. Set 0.05 mm lower, the first
# line's ink begins 39.2–39.8 mm and the last line's ends 259.9–260.5 mm from the top, even with few characters in it.
ASCENT = 0.889


def whole(words: SetText, room: float) -> Line:
    """Return all of a text as one line."""
    return Line(0, len(words.text), sum(words.widths), room, last=True)
