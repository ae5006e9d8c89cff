"""Headings that lost their number and look like text: a gap in the count, and one line there is built alike. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from report.structure.headings import LONGEST_LINE, Heading
from report.structure.lines import Line, sentences
from report.structure.numbering import heading_marker
from report.structure.parallel import parallel

_LONGEST_WORD = 4
_WORD = re.compile(rf"[\u4e00-\u9fff]{{2,{_LONGEST_WORD}}}$")


def with_lost_run_ins(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Heading]:
    """Return the headings and, in order, the paragraphs whose first sentence stands where a number is missing."""
    found = list(headings)
    latest: dict[int, Heading] = {}
    for heading in headings:
        style = heading.style
        if style is None:
            continue
        before = latest.get(style)
        if before and heading.value == before.value + 2:
            lost = None
            if not (before.alone or heading.alone):
                lost = _between(lines, before, heading)
            elif before.alone and heading.alone and max(len(before.title), len(heading.title)) <= _LONGEST_WORD:
                lost = _word_between(lines, before, heading)
            found.extend([lost] if lost else [])
        for deeper in [other for other in latest if other > style]:
            del latest[deeper]
        latest[style] = heading
    return sorted(found, key=lambda heading: heading.line)


def _word_between(lines: Sequence[Line], before: Heading, after: Heading) -> Heading | None:
    """The one line between two headings of a word each that is no longer than they are."""
    words = [at for at in range(before.last_line + 1, after.line) if _WORD.match(lines[at].text)]
    if len(words) != 1:
        return None
    line = lines[words[0]]
    return replace(
        before,
        line=words[0],
        last_line=words[0],
        start=line.start,
        body_start=line.end,
        number="",
        title=line.text,
        style=None,
        value=0,
        closed=False,
    )


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
