"""Lines that hold a list apart: where the numbers start anew, the line above is what the list stands under. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from report.structure.headings import LONGEST_LINE, Heading, is_period_lead, lead_line
from report.structure.levels import parallel
from report.structure.lines import Line, without_closing


def with_lead_lines(lines: Sequence[Line], headings: Sequence[Heading], first: int) -> list[Heading]:
    """Return the headings and, in order, the lead lines of lists that restart with no heading in between.

    “两个工程”即…… over （一）（二）, then “三项行动”即…… over （一）（二）（三）: without these lines the second （一）
    would stand beside the first. One list alone needs no such line.
    """
    begins = [at for at, heading in enumerate(headings) if heading.style is not None and heading.value == 1]
    leads: dict[int, Heading] = {}
    for one, other in pairwise(begins):
        if _is_restart(headings, one, other):
            upper, lower = (_lead(lines, headings, at, first) for at in (one, other))
            if upper and lower and _alike(upper.title, lower.title):
                leads[upper.line], leads[lower.line] = upper, lower
    return sorted([*headings, *leads.values()], key=lambda heading: heading.line)


def _is_restart(headings: Sequence[Heading], one: int, other: int) -> bool:
    """Two lists of one style with nothing but deeper headings between them."""
    style = headings[one].style
    if style is None or headings[other].style is not style:
        return False
    return all(heading.style is not None and heading.style >= style for heading in headings[one:other])


def _lead(lines: Sequence[Line], headings: Sequence[Heading], at: int, first: int) -> Heading | None:
    line = headings[at].line - 1
    if line < first or (at and headings[at - 1].line == line):
        return None
    text = lines[line].text
    if len(text) > LONGEST_LINE or "。" in text[:-1] or is_period_lead(text) or lines[line].is_table:
        return None
    return lead_line(line, lines[line])


def _alike(one: str, other: str) -> bool:
    """Lead lines name their lists in one way: the same first and the same joining characters."""
    one, other = without_closing(one), without_closing(other)
    return parallel(one, other) or (one[0] == other[0] and len({*one} & {*other}) >= 3)
