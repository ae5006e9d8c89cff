"""Lines that hold a list apart: where the numbers start anew, the line above is what the list stands under. Pure."""

from collections.abc import Sequence

from report.structure.headings import LONGEST_LINE, Heading, is_period_lead
from report.structure.lines import PAGE_MARK, Line, without_closing
from report.structure.numbering import Style, heading_marker
from report.structure.parallel import parallel
from report.structure.unnumbered import lead_line

_MOST_COMMAS = 1  # a sentence of more clauses tells something


def with_lead_lines(lines: Sequence[Line], headings: Sequence[Heading], first: int) -> list[Heading]:
    """Return the headings and, in order, the lead lines of lists that restart with no heading in between.

    “两个工程”即…… over （一）（二）, then “三项行动”即…… over （一）（二）（三）: without these lines the second （一）
    would stand beside the first. One list alone needs no such line.
    """
    leads: dict[int, Heading] = {}
    begun: dict[Style, int] = {}  # where the open list of each style begins
    for at, heading in enumerate(headings):
        style = heading.style
        for other in [other for other in begun if style is None or other > style]:
            del begun[other]
        if style is None or heading.value != 1:
            continue
        if style in begun:
            upper, lower = (_lead(lines, headings, one, first) for one in (begun[style], at))
            if upper and lower and _alike(upper.title, lower.title):
                leads[upper.line], leads[lower.line] = upper, lower
        begun[style] = at
    return sorted([*headings, *leads.values()], key=lambda heading: heading.line)


def _lead(lines: Sequence[Line], headings: Sequence[Heading], at: int, first: int) -> Heading | None:
    line = headings[at].line - 1
    while line > first and PAGE_MARK.match(lines[line].text):
        line -= 1
    if line < first or (at and headings[at - 1].last_line >= line):
        return None
    text = lines[line].text
    if len(text) > LONGEST_LINE or "。" in text[:-1] or is_period_lead(text) or lines[line].is_table:
        return None
    if text.count("，") > _MOST_COMMAS or heading_marker(text):
        return None
    return lead_line(line, lines[line])


def _alike(one: str, other: str) -> bool:
    """Lead lines name their lists in one way: the same first and the same joining characters."""
    one, other = without_closing(one), without_closing(other)
    return parallel(one, other) or (one[0] == other[0] and len({*one} & {*other}) >= 3)
