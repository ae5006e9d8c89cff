"""Run-in headings that lost their number: a gap in the count, and one paragraph there begins alike. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from report.structure.headings import LONGEST_LINE, Heading
from report.structure.lines import Line, sentences
from report.structure.numbering import heading_marker
from report.structure.parallel import parallel


def with_lost_run_ins(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Heading]:
    """Return the headings and, in order, the paragraphs whose first sentence stands where a number is missing."""
    found = list(headings)
    latest: dict[int, Heading] = {}
    for heading in headings:
        style = heading.style
        if style is None:
            continue
        before = latest.get(style)
        if before and heading.value == before.value + 2 and not (before.alone or heading.alone):
            lost = _between(lines, before, heading)
            if lost:
                found.append(lost)
        for deeper in [other for other in latest if other > style]:
            del latest[deeper]
        latest[style] = heading
    return sorted(found, key=lambda heading: heading.line)


def _between(lines: Sequence[Line], before: Heading, after: Heading) -> Heading | None:
    """The one paragraph between two run-in headings whose first sentence is built like theirs."""
    alike: list[Heading] = []
    for at in range(before.line + 1, after.line):
        line = lines[at]
        first = next(sentences(line.text), None)
        if first is None or line.is_table or heading_marker(line.text) or first.end >= len(line.text):
            continue
        title = line.text[: first.core].strip()
        if len(title) <= LONGEST_LINE and (parallel(title, before.title) or parallel(title, after.title)):
            alike.append(
                replace(
                    before,
                    line=at,
                    last_line=at,
                    start=line.start,
                    body_start=line.start + first.end,
                    number="",
                    title=title,
                    style=None,
                    value=0,
                )
            )
    return alike[0] if len(alike) == 1 else None
