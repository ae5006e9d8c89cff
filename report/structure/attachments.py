"""The headings inside an attachment (附件): lines that stand over its lists and tables. Pure.

An attachment repeats the syntax of headings for the members of lists and the cells of tables; only a line of its own
that has something below it heads anything.
"""

from collections.abc import Sequence
from dataclasses import replace

from report.structure.headings import LONGEST_LINE, Heading, find_numbered
from report.structure.levels import Placed, place
from report.structure.lines import Line
from report.structure.numbering import Style
from report.structure.unnumbered import lead_line

_FEWEST = 2  # one line like it might be anything


def headings_of(lines: Sequence[Line], first: int, last: int) -> list[Placed]:
    """Return the headings in lines[first:last] with their depths below the attachment, 1 at its top."""
    numbered = [
        replace(one, is_part=False)
        for one in find_numbered(lines, first, last)
        if one.alone and not one.closed and one.style is not None and one.style <= Style.CHINESE_BRACKETED
    ]
    over = [one for one in numbered if _heads_lines(numbered, one, last)]
    # Where most of them have nothing below, they are the members of a list.
    if numbered:
        return place(over) if len(over) >= max(_FEWEST, (len(numbered) + 1) // 2) else []
    tables = [lead_line(at, lines[at]) for at in range(first, last - 1) if _heads_table(lines, at, first)]
    return [Placed(one, 1) for one in tables] if len(tables) >= _FEWEST else []


def _heads_lines(numbered: Sequence[Heading], one: Heading, last: int) -> bool:
    below = one.last_line + 1
    if below >= last:
        return False
    after = next((other for other in numbered if other.line == below), None)
    return after is None or (after.style is not None and one.style is not None and after.style > one.style)


def _heads_table(lines: Sequence[Line], at: int, first: int) -> bool:
    above, line, below = lines[max(at - 1, first)], lines[at], lines[at + 1]
    if line.is_table or not below.is_table or not 4 <= len(line.text) <= LONGEST_LINE:
        return False
    return (at == first or above.is_table) and line.text[-1] not in "。；，：、;,:"
