"""Chinese line breaking: where a line may end, how marks are squeezed, how the rest is spread.

Pure: works on characters and their widths, knows no font and no page. Widths are points.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType
from typing import Final

# GB/T 15834—2011, 5.1: marks that may not open a line, marks that may not close one, and pairs that stay whole.
CLOSING: Final = frozenset("，。、；：？！）》〉」』】〕］｝”’")
OPENING: Final = frozenset("（《〈「『【〔［｛“‘")
NEVER_FIRST: Final = CLOSING | frozenset("·…—～％‰℃°′″,.;:!?)]}%")
NEVER_LAST: Final = OPENING | frozenset("￥＄№([{$")
PAIRED: Final = frozenset("—…")
_FULL_NUMBER: Final = frozenset("０１２３４５６７８９．％")
MARKS: Final = CLOSING | OPENING

# clreq 6.3: of two marks side by side one always gives up half its cell, so that they take a cell and a half. Whoever
# sets the text gives it that width; here it has nothing more to give.
PAIR_SHARE: Final = 0.5
_PAIR: Final = re.compile(
    f"[{re.escape(''.join(sorted(CLOSING)))}](?=[{re.escape(''.join(sorted(MARKS)))}])"
    f"|(?<=[{re.escape(''.join(sorted(OPENING)))}])[{re.escape(''.join(sorted(OPENING)))}]"
)
_STRONG = 0.5  # share of its cell that a mark at a line's end may give up
_WEAK = 0.25  # share that any other mark may give up
_MOST_SPREAD = 5  # cells; a line that falls shorter is left ragged rather than torn apart
SLACK_PT: Final = 0.01  # rounding
_NOTHING: Final = MappingProxyType[int, float]({})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: characters `start` to `end`, trailing spaces included but not measured."""

    start: int
    end: int
    width: float  # natural, before squeezing or spreading
    room: float  # what it has to fill
    last: bool


def may_break(text: str, narrow: Sequence[int], at: int) -> bool:
    """Tell whether a line may end before character `at`. Numbers, Latin words and paired marks stay whole."""
    before, after = text[at - 1], text[at]
    if after in NEVER_FIRST:
        # A dash may open a line only as the first of a pair.
        return after == "—" and before != "—" and at + 1 < len(text) and text[at + 1] == "—"
    if before in NEVER_LAST or after == " ":
        return False
    if narrow[at - 1] and narrow[at] and before != " ":
        return False
    return not (before in _FULL_NUMBER and after in _FULL_NUMBER)


def break_lines(
    text: str, widths: Sequence[float], narrow: Sequence[int], first_room: float, room: float
) -> list[Line]:
    """Return the lines of a paragraph, the first one `first_room` wide, the others `room`. No character is left out."""
    ends = [0.0, *accumulate(widths)]
    lines: list[Line] = []
    start, count = 0, len(text)
    while start < count:
        available = first_room if not lines else room
        reach = max(bisect_right(ends, ends[start] + available + SLACK_PT) - 1, start + 1)
        while reach < count and text[reach] == " ":  # spaces may hang over the end of a line
            reach += 1
        if reach >= count:
            lines.append(Line(start, count, ends[count] - ends[start], available, last=True))
            break
        end = line_end(text, widths, narrow, start, reach, available, ends)
        ink = end
        while ink > start + 1 and text[ink - 1] == " ":
            ink -= 1
        while end < count and text[end] == " ":
            end += 1
        lines.append(Line(start, end, ends[ink] - ends[start], available, last=end >= count))
        start = end
    return lines or [Line(0, 0, 0.0, first_room, last=True)]


def line_end(
    text: str,
    widths: Sequence[float],
    narrow: Sequence[int],
    start: int,
    reach: int,
    room: float,
    ends: Sequence[float],
) -> int:
    """Return where a line ends: at `reach`, after marks squeezed into it, or at the last place before that may."""
    if may_break(text, narrow, reach):
        return reach
    pushed = reach
    most = bisect_right(ends, ends[start] + room / _STRONG)  # no line gives up more than this share of itself
    while pushed < most and pushed < len(text) and text[pushed] in CLOSING and not may_break(text, narrow, pushed):
        pushed += 1
    if pushed > reach and (pushed == len(text) or may_break(text, narrow, pushed)):
        needed = ends[pushed] - ends[start] - room
        if needed <= sum(room_in_marks(text, widths, start, pushed).values()) + SLACK_PT:
            return pushed
    end = reach
    while end > start + 1 and not may_break(text, narrow, end):
        end -= 1
    return end if end > start + 1 or may_break(text, narrow, end) else reach


def in_pairs(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the marks of a stretch of text that stand half a cell wide beside another mark.

    A closing one gives up its white before any mark, an opening one behind another opening one.
    """
    end = len(text) if end is None else end
    return (found.start() for found in _PAIR.finditer(text, start, end + 1) if found.start() < end)


def room_in_marks(text: str, widths: Sequence[float], start: int, end: int) -> dict[int, float]:
    """Return how much each mark of a line may be squeezed, by its index. GB/T 15834—2011, 5.1.10 and clreq 6.2."""
    room = {index: widths[index] * _WEAK for index in range(start, end) if text[index] in MARKS}
    if end - 1 in room and text[end - 1] in CLOSING:
        room[end - 1] = widths[end - 1] * _STRONG
    room.update(dict.fromkeys(in_pairs(text, start, end), 0.0))
    return room


def room_of_last(text: str, widths: Sequence[float], end: int) -> float:
    """Return what a mark gives up more for standing at the end of a line than it would elsewhere."""
    last = end - 1
    if end == len(text) or text[last] not in CLOSING or text[end] in MARKS:
        return 0.0
    return widths[last] * (_STRONG - _WEAK)


def squeeze(text: str, widths: Sequence[float], line: Line) -> Mapping[int, float]:
    """Return by how much each mark of an overfull line is squeezed: the one at its end first, then all others."""
    needed = line.width - line.room
    if needed <= SLACK_PT:
        return _NOTHING
    room = room_in_marks(text, widths, line.start, line.end)
    last = line.end - 1
    at_end = [last] if last in room and text[last] in CLOSING else []
    taken: dict[int, float] = {}
    for group in (at_end, [index for index in room if index not in at_end]):
        limit = sum(room[index] for index in group)
        if needed > SLACK_PT and limit > 0:
            share = min(1.0, needed / limit)
            taken.update({index: room[index] * share for index in group})
            needed -= limit * share
    return taken


def spread(text: str, narrow: Sequence[int], line: Line, cell: float) -> tuple[int, float]:
    """Return how many gaps a justified line has and by how much each is widened, in points; no gap inside a number."""
    missing = line.room - line.width
    if line.last or not SLACK_PT < missing < _MOST_SPREAD * cell:
        return 0, 0.0
    gaps = line.end - line.start - 1
    if any(narrow[line.start : line.end]) or not PAIRED.isdisjoint(text[line.start : line.end]):
        gaps = sum(is_gap(text, narrow, index) for index in range(line.start, line.end - 1))
    return gaps, missing / gaps if gaps else 0.0


def is_gap(text: str, narrow: Sequence[int], index: int) -> bool:
    """Tell whether the space after character `index` may be widened: not inside a number, word or paired mark."""
    if narrow[index] and narrow[index + 1]:
        return text[index] == " "
    return not (text[index] == text[index + 1] and text[index] in PAIRED)
