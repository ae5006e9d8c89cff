"""The best lines of a whole paragraph: not the first line that fits, but the ones that together strain the least.

Pure, like `linebreak`, whose rules it keeps: it only chooses among breaks that are permitted there. In the manner of
Knuth and Plass, but line by line with a bounded number of ways kept, so that it takes time in proportion to the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from generators.linebreak import (
    CLOSING,
    SLACK_PT,
    Line,
    break_lines,
    line_end,
    may_break,
    room_in_marks,
    room_of_last,
)

# A last line of fewer cells than this, closing marks not counted, is one or two characters: it looks lost, and beside
# it stands the white of a whole row. GB/T 15834—2011, 5.1.10 lets marks give up width so that the last character of a
# passage does not go to another line; clreq has the same for a single character (单字不成行).
SHORT_CELLS: Final = 3
# The limits within which a line gives way by choice. Marks: what `linebreak.room_in_marks` says, half a cell at the
# end and beside marks, a quarter elsewhere (less, and a mark stands no longer clear of the next character), and no more
# than two cells in all, so that a line has 30 characters at most. Spreading: two characters and the half cell that
# digits leave, 1.5 pt between characters of 3号; more shows as a loose line among others. A line of 28 characters with
# neither mark nor figure does not give way at all: it stands on the grid of GB/T 9704—2012, 5.2.3.
SQUEEZED_CELLS: Final = 2.0
LOOSE_CELLS: Final = 2.5
# Lines that are not spread may be this much shorter than the others.
_RAGGED_CELLS: Final = 5.0
# A line that falls short by half a cell at most, because of half-width digits in it, is as good as full.
_FULL_CELLS: Final = 0.5
_PULLED: Final = 4  # characters that squeezed marks make room for, at most: half-width ones

_ALONE: Final = 60.0  # cost of one character as the last line: more than any strain within the limits over some lines
_SHORT: Final = 30.0  # cost of two
_SQUEEZED: Final = 1.0  # cost of marks that give up all they may
# A line less than there are line by line. Word breaks so, and its draft is to have the pages of the print: where marks
# could be squeezed or a line loosened to the same end, it is loosened.
_LINE_LESS: Final = 12.0
# Where a paper is to fit a number of pages: a line that is saved, and a character that a line takes from the next one.
_LINE_SAVED: Final = 200.0
_CHARACTER_TAKEN: Final = 2.0
_TORN_FIGURE: Final = 4.0  # a figure that ends a line while its unit begins the next
_RAGGED: Final = 0.01  # share of the cost of spreading that white at the end of a line has
_ONE_CELL: Final = 1 / 26  # share of a cell between characters when a line of 27 fills 28: costs 1, twice that costs 4
_FORCED: Final = 50.0  # cost of a line beyond the limits, taken only where there is no other
# Ways kept from line to line: few share the strain of neighbouring lines; more are needed to carry characters over
# many lines to the last one.
_FEW_WAYS: Final = 3
_WAYS: Final = 8
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")
_MULTIPLIERS: Final = frozenset("十百千万亿")


@dataclass(frozen=True, slots=True)
class Measure:
    """What the lines of a paragraph have to fill, in points."""

    first_room: float  # of the first line
    room: float  # of the others
    cell: float  # of the grid
    ragged: bool = False  # lines are not spread: they end where their words do
    tight: bool = False  # as few lines as the limits allow


def break_paragraph(
    text: str,
    widths: Sequence[float],
    narrow: Sequence[int],
    measure: Measure,
) -> list[Line]:
    """Return the lines of a paragraph. No character is left out. Lines that need no adjusting keep the grid."""
    lines = break_lines(text, widths, narrow, measure.first_room, measure.room)
    if len(lines) == 1 or not (measure.tight or _strained(text, widths, lines, measure)):
        return lines
    paragraph = _Paragraph(text, widths, narrow, measure)
    best = paragraph.lines(len(lines), _FEW_WAYS)
    if measure.tight or _cost_of_last(text, widths, best[-1].start, measure.cell) > 0:
        best = paragraph.lines(len(lines), _WAYS)
    return best


def last_cells(text: str, widths: Sequence[float], start: int, cell: float) -> float:
    """Return how many cells a last line that begins at `start` fills, closing marks at its end not counted."""
    end = len(text)
    while end > start and (text[end - 1] in CLOSING or text[end - 1] == " "):
        end -= 1
    return sum(widths[start:end]) / cell


def tears_figure(text: str, at: int) -> bool:
    """Tell whether a break before `at` parts a figure from its unit: 120.5 from 亿元, or 120.5亿 from 元."""
    before = text[at - 1]
    if before in _MULTIPLIERS:
        before = text[at - 2] if at > 1 else ""
    return before in _DIGITS and text[at].isalpha()


def _cost_of_last(text: str, widths: Sequence[float], start: int, cell: float) -> float:
    cells = last_cells(text, widths, start, cell) + SLACK_PT
    if cells >= SHORT_CELLS:
        return 0.0
    return _SHORT if cells >= SHORT_CELLS - 1 else _ALONE


def _strained(text: str, widths: Sequence[float], lines: list[Line], measure: Measure) -> bool:
    """Tell whether lines broken one by one leave anything to wish for."""
    full = (_RAGGED_CELLS if measure.ragged else _FULL_CELLS) * measure.cell + SLACK_PT
    for line in lines[:-1]:
        if not -SLACK_PT <= line.room - line.width <= full or tears_figure(text, line.end):
            return True
    return _cost_of_last(text, widths, lines[-1].start, measure.cell) > 0


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to break the text before `at`: what its lines cost, and which way of the line before it goes on."""

    at: int
    cost: float
    before: int


class _Paragraph:
    """One paragraph that is being broken."""

    def __init__(self, text: str, widths: Sequence[float], narrow: Sequence[int], measure: Measure) -> None:
        self.text = text
        self.widths = widths
        self.narrow = narrow
        self.measure = measure
        self.loose_pt = (_RAGGED_CELLS if measure.ragged else LOOSE_CELLS) * measure.cell + SLACK_PT
        # Spreading a line by this much between characters costs 1.
        self.unit_pt = measure.cell * _ONE_CELL
        self.ends = [0.0, *accumulate(widths)]
        self.narrow_before = [0, *accumulate(narrow)]
        # A mark's room is looked at within the text: what the end of a line adds comes by `room_of_last`.
        rooms = [0.0] * len(text)
        uneven = list(narrow)
        for index, room in room_in_marks(text, widths, 0, len(text)).items():
            rooms[index] = room
            uneven[index] = 1
        self.rooms_before = [0.0, *accumulate(rooms)]
        self.uneven_before = [0, *accumulate(uneven)]
        self.breaks: dict[int, float | None] = {}

    def lines(self, usual: int, ways: int) -> list[Line]:
        """Return the cheapest lines; `usual` is how many there are line by line, `ways` how many are kept open."""
        count = len(self.text)
        layers: list[list[_Way]] = [[_Way(0, 0.0, -1)]]
        best, best_layer, best_index = float("inf"), 0, 0
        while layers[-1]:
            reached: dict[int, _Way] = {}
            available = self.measure.first_room if len(layers) == 1 else self.measure.room
            for index, way in enumerate(layers[-1]):
                if way.cost >= best:
                    continue
                for end, cost in self._ends_of_line(way.at, available):
                    total = way.cost + cost
                    if end == count:
                        total += self._cost_of_count(usual - len(layers))
                        if total < best:
                            best, best_layer, best_index = total, len(layers) - 1, index
                    elif end not in reached or total < reached[end].cost:
                        reached[end] = _Way(end, total, index)
            layers.append(sorted(reached.values(), key=self._rank)[:ways])
        starts = [count]
        index = best_index
        for layer in range(best_layer, -1, -1):
            way = layers[layer][index]
            starts.append(way.at)
            index = way.before
        starts.reverse()
        return [self._line(start, end) for start, end in pairwise(starts)]

    def _cost_of_count(self, saved: int) -> float:
        """Return what it costs that a paragraph has some lines less than line by line."""
        return -_LINE_SAVED * saved if self.measure.tight else _LINE_LESS * max(0, saved)

    def _rank(self, way: _Way) -> float:
        return way.cost - _CHARACTER_TAKEN * way.at if self.measure.tight else way.cost

    def _line(self, start: int, end: int) -> Line:
        return Line(
            start,
            end,
            self._ink_end(start, end) - self.ends[start],
            self.measure.room if start else self.measure.first_room,
            last=end == len(self.text),
        )

    def _ink_end(self, start: int, end: int) -> float:
        while end > start + 1 and self.text[end - 1] == " ":
            end -= 1
        return self.ends[end]

    def _ends_of_line(self, start: int, available: float) -> list[tuple[int, float]]:
        """Return where a line that begins at `start` may end, with what each costs: at least one, the end last."""
        text, ends, count = self.text, self.ends, len(self.text)
        foot = ends[start] + available
        reach = max(bisect_right(ends, foot + SLACK_PT) - 1, start + 1)  # a character that no line holds has its own
        if reach >= count:
            return [(count, _cost_of_last(text, self.widths, start, self.measure.cell))]
        while text[reach] == " " and reach + 1 < count:  # spaces may hang over the end of a line
            reach += 1
        if self._keeps_grid(start, reach, foot):
            return [(reach, 0.0)]
        found: list[tuple[int, float]] = []
        lowest = bisect_left(ends, foot - self.loose_pt)
        for end in range(max(lowest, start + 1), min(reach + _PULLED, count) + 1):
            torn = self._cost_of_break(end)
            cost = None if torn is None else self._cost(start, end, foot)
            if torn is not None and cost is not None:
                found.append((end, torn + cost))
        if not found:
            end = line_end(text, self.widths, self.narrow, start, reach, available, ends)
            while end < count and text[end] == " ":
                end += 1
            found.append((end, _FORCED))
        return found

    def _keeps_grid(self, start: int, reach: int, foot: float) -> bool:
        """Tell whether a line is full as it is and has nothing in it that could give way."""
        if self.measure.ragged or foot - self.ends[reach] > SLACK_PT:
            return False
        return self.uneven_before[start] == self.uneven_before[reach] and self._cost_of_break(reach) is not None

    def _cost_of_break(self, at: int) -> float | None:
        """Return what it costs the sense that a line ends before character `at`; None where it may not."""
        if at not in self.breaks:
            cost: float | None = 0.0
            if at < len(self.text):
                permitted = may_break(self.text, self.narrow, at)
                cost = (_TORN_FIGURE if tears_figure(self.text, at) else 0.0) if permitted else None
            self.breaks[at] = cost
        return self.breaks[at]

    def _cost(self, start: int, end: int, foot: float) -> float | None:
        """Return what a line costs that is squeezed or spread into its room; None where its marks have not the room."""
        needed = self._ink_end(start, end) - foot
        last = end == len(self.text)
        cost = _cost_of_last(self.text, self.widths, start, self.measure.cell) if last else 0.0
        if needed > SLACK_PT:
            room = self.rooms_before[end] - self.rooms_before[start] + room_of_last(self.text, self.widths, end)
            room = min(room, SQUEEZED_CELLS * self.measure.cell)
            return cost + _SQUEEZED * (needed / room) ** 2 if needed <= room + SLACK_PT else None
        if last or needed > 0:
            return cost
        # Inside figures and words there are no gaps; so many of them are left.
        gaps = end - start - 1 - (self.narrow_before[end] - self.narrow_before[start])
        spread = (needed / (max(gaps, 1) * self.unit_pt)) ** 2
        return cost + (_RAGGED * spread if self.measure.ragged else spread)
