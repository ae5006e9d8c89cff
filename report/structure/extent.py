"""How far the text of a heading reaches. A deep heading does not always reach to the next one. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report.structure.items import opens_with_item
from report.structure.levels import Placed
from report.structure.lines import Line
from report.structure.numbering import heading_marker

# A turn to the audience leaves what was counted up and speaks of the whole part.
_ADDRESS = re.compile(r"(?:尊敬的)?(?:各位代表|各位委员|各位同志|代表们|同志们)[，,！!：:、]")
_FEWEST_SIBLINGS = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that belong to a heading, or to one above it: to that which stands at `depth`."""

    first: int
    last: int  # half open
    depth: int


def own_stretches(lines: Sequence[Line], placed: Sequence[Placed], last: int) -> list[list[Stretch]]:
    """Return, for each heading, the lines up to the next one: its own first, then those of headings above it."""
    found: list[list[Stretch]] = []
    for at, one in enumerate(placed):
        until = placed[at + 1].heading.line if at + 1 < len(placed) else last
        cuts = [Stretch(one.heading.line, until, one.depth)]
        if one.depth > 1:
            if _is_last_of_single_paragraphs(placed, at):
                cuts = _cut(cuts, _behind_lists(lines, _behind_paragraphs(placed, at), until), one.depth - 1)
            address = _address(lines, cuts[-1].first + 1, until)
            if address is not None:
                cuts = _cut(cuts, address, 1)
        found.append(cuts)
    return found


def _cut(cuts: list[Stretch], at: int, depth: int) -> list[Stretch]:
    tail = cuts[-1]
    if not tail.first < at < tail.last or tail.depth <= depth:
        return cuts
    return [*cuts[:-1], Stretch(tail.first, at, tail.depth), Stretch(at, tail.last, depth)]


def _address(lines: Sequence[Line], first: int, last: int) -> int | None:
    return next((at for at in range(first, last) if _ADDRESS.match(lines[at].text)), None)


def _is_last_of_single_paragraphs(placed: Sequence[Placed], at: int) -> bool:
    """Whether this heading is the last of several of which each has one paragraph and nothing below."""
    one = placed[at]
    if at + 1 < len(placed) and placed[at + 1].depth >= one.depth:
        return False
    siblings = 1
    while at - siblings >= 0 and placed[at - siblings].depth == one.depth:
        earlier, later = placed[at - siblings], placed[at - siblings + 1]
        if _paragraphs(earlier) != later.heading.line - earlier.heading.line:
            return False
        siblings += 1
    above = placed[at - siblings] if at - siblings >= 0 else None
    return siblings >= _FEWEST_SIBLINGS and (above is None or above.depth < one.depth)


def _behind_paragraphs(placed: Sequence[Placed], at: int) -> int:
    return placed[at].heading.line + _paragraphs(placed[at])


def _behind_lists(lines: Sequence[Line], at: int, last: int) -> int:
    """The first line at or behind `at` that is no member of a list; a list belongs to the paragraph it follows."""
    while at < last and (heading_marker(lines[at].text) or opens_with_item(lines[at].text) or lines[at].is_table):
        at += 1
    return at


def _paragraphs(one: Placed) -> int:
    """How many lines a heading with a single paragraph takes: the paragraph's own, or a line before it."""
    heading = one.heading
    return heading.last_line - heading.line + (2 if heading.alone else 1)
