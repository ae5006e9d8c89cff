"""What is odd about the headings of a report, for the clerk to look at. Pure."""

from collections.abc import Iterator, Sequence

from report.findings import Finding
from report.model import Noticed
from report.structure.levels import Placed
from report.structure.lines import Line
from report.structure.numbering import Style


def notice(
    lines: Sequence[Line], placed: Sequence[Placed], title: str, *, guessed: bool, last: int
) -> Iterator[Noticed]:
    """Yield what is odd: about the whole report first, then heading by heading."""
    if guessed:
        yield Noticed(Finding.TITLE_GUESSED, 0, 0, title)
    if not placed:
        yield Noticed(Finding.NO_HEADINGS, 0, lines[-1].end, "")
        return
    inner = _usual_steps(placed)
    parents: list[Placed] = []
    for at, one in enumerate(placed):
        is_first = len(parents) < one.depth  # of those below its parent: they skip a level together
        del parents[one.depth - 1 :]
        below = placed[at + 1] if at + 1 < len(placed) else None
        yield from _of_heading(lines, one, below, last)
        if is_first and parents and _skips(parents[-1].heading.style, one.heading.style, inner):
            heading = one.heading
            yield Noticed(Finding.LEVEL_SKIPPED, heading.start, heading.body_start, heading.number + heading.title)
        parents.append(one)


def _of_heading(
    lines: Sequence[Line],
    one: Placed,
    below: Placed | None,
    last: int,
) -> Iterator[Noticed]:
    heading = one.heading
    span = heading.start, heading.body_start
    if one.lost_number:
        yield Noticed(Finding.HEADING_NUMBER_MISSING, *span, heading.title)
    if one.repeated:
        yield Noticed(Finding.HEADING_NUMBER_REPEATED, *span, heading.number + heading.title)
    next_line = below.heading.line if below else last
    is_leaf = below is None or below.depth <= one.depth
    closed = lines[heading.line].text.endswith("。")  # a sentence says something by itself
    if heading.alone and is_leaf and not closed and next_line == heading.last_line + 1:
        yield Noticed(Finding.HEADING_WITHOUT_TEXT, *span, heading.number + heading.title)


def _usual_steps(placed: Sequence[Placed]) -> frozenset[tuple[Style, Style]]:
    """The pairs of styles that stand directly one under the other somewhere in the report."""
    steps: set[tuple[Style, Style]] = set()
    styles: list[Style | None] = []
    for one in placed:
        del styles[one.depth - 1 :]
        above = styles[-1] if styles else None
        if above is not None and one.heading.style is not None:
            steps.add((above, one.heading.style))
        styles.append(one.heading.style)
    return frozenset(steps)


def _skips(above: Style | None, style: Style | None, steps: frozenset[tuple[Style, Style]]) -> bool:
    """The report itself puts another style between these two elsewhere."""
    if above is None or style is None:
        return False
    return any((above, middle) in steps and (middle, style) in steps for middle in Style if above < middle < style)
