"""The lines of a centred title: broken by sense into a trapezium or a lozenge (GB/T 9704—2012, 7.3.1).

Pure. 7.3.1 asks for whole meanings, symmetry, fitting lengths (词意完整、排列对称、长短适宜) and for the shape of a
trapezium, either way up, or of a lozenge; so neither an hourglass nor a column of equal lines.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from generators.linebreak import SLACK_PT, Line, break_lines
from generators.title_words import TORN_WORD, break_costs

MOST_LINES: Final = 4  # a title in more is no title; it is broken like text

# Costs, in cells of unevenness that would be borne to avoid them.
_UNEVEN: Final = 0.25  # a cell by which a line differs from the mean: sense goes before evenness
_LINE_MORE: Final = 5.0  # than fit
_HOURGLASS: Final = 20.0  # a line shorter than both its neighbours
_EQUAL: Final = 2.0  # lines of one length
_LEAST_RATIO: Final = 0.5  # of the shortest line to the longest; 长短适宜
_STUMP: Final = 40.0  # for the whole of the ratio that is lacking; so no line is one word either
_SAME_CELLS: Final = 0.5  # lines that differ by less look equally long
_BLANKS: Final = " 　"


def break_title(text: str, widths: Sequence[float], narrow: Sequence[int], room: float) -> list[Line]:
    """Return a title's lines, each at most `room` points wide. No character is left out."""
    title = _Title(text, widths, room)
    if title.width(0, len(text)) <= room + SLACK_PT or len(text) < 2:
        return [Line(0, len(text), title.width(0, len(text)), room, last=True)]
    costs = break_costs(text, narrow)
    best = title.best(costs)
    if best is None:
        return break_lines(text, widths, narrow, room, room)
    return [
        Line(start, end, title.width(start, end), room, last=True) for start, end in pairwise((0, *best, len(text)))
    ]


def is_shapely(widths_pt: Sequence[float], cell_pt: float) -> bool:
    """Tell whether lines of these widths form a trapezium or a lozenge: none is shorter than both its neighbours."""
    slack = _SAME_CELLS * cell_pt
    rising = True
    for before, after in pairwise(widths_pt):
        if after > before + slack and not rising:
            return False
        if after < before - slack:
            rising = False
    return True


class _Title:
    """A title that is being broken."""

    def __init__(self, text: str, widths: Sequence[float], room: float) -> None:
        self.text = text
        self.room = room
        self.cell = max(widths, default=0.0)
        self.ends = [0.0, *accumulate(widths)]

    def width(self, start: int, end: int) -> float:
        """Return the width of a line without the blanks at its end."""
        while end > start and self.text[end - 1] in _BLANKS:
            end -= 1
        return self.ends[end] - self.ends[start]

    def best(self, costs: Sequence[float | None]) -> tuple[int, ...] | None:
        """Return where the best lines but the first begin, None where no permitted breaks make lines that fit."""
        least = 2
        while least * self.room + SLACK_PT < self.ends[-1]:
            least += 1
        for untorn in (True, False):
            places = [
                (at, cost) for at, cost in enumerate(costs) if cost is not None and (cost < TORN_WORD or not untorn)
            ]
            found = list(filter(None, (self._best_of(count, least, places) for count in (least, least + 1))))
            if found:
                return min(found)[1]
        return None

    def _best_of(
        self, count: int, least: int, places: Sequence[tuple[int, float]]
    ) -> tuple[float, tuple[int, ...]] | None:
        if count > MOST_LINES:
            return None
        more = _LINE_MORE * (count - least)
        ways = self._ways(places, 0, 0, count)
        return min(((more + cost + self._shape_cost(breaks), breaks) for breaks, cost in ways), default=None)

    def _ways(
        self, places: Sequence[tuple[int, float]], first: int, start: int, count: int
    ) -> Iterator[tuple[tuple[int, ...], float]]:
        """Yield the ways to part the text from `start` on into lines that fit, with what the breaks cost.

        The places from `first` on lie behind `start`.
        """
        if count == 1:
            if self.width(start, len(self.text)) <= self.room + SLACK_PT:
                yield (), 0.0
            return
        for number in range(first, len(places)):
            at, cost = places[number]
            if self.ends[at] - self.ends[start] > self.room + self.cell:
                return
            fits = self.width(start, at) <= self.room + SLACK_PT
            if fits and self.ends[-1] - self.ends[at] <= (count - 1) * (self.room + self.cell):
                for breaks, more in self._ways(places, number + 1, at, count - 1):
                    yield (at, *breaks), cost + more

    def _shape_cost(self, breaks: tuple[int, ...]) -> float:
        widths = [self.width(start, end) / self.cell for start, end in pairwise((0, *breaks, len(self.text)))]
        longest, shortest = max(widths), min(widths)
        mean = sum(widths) / len(widths)
        cost = _UNEVEN * sum(abs(width - mean) for width in widths)
        cost += _STUMP * max(0.0, _LEAST_RATIO - shortest / longest) if longest else 0.0
        if not is_shapely(widths, 1.0):
            cost += _HOURGLASS
        if longest - shortest < _SAME_CELLS:
            cost += _EQUAL
        return cost
