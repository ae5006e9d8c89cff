"""Tells numbered lists from numbered headings: a heading stands over a text, a member of a list is one. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from report.structure.headings import Heading
from report.structure.lines import PAGE_MARK, Line
from report.structure.numbering import Style

_LIST_SHARE = 2 / 3  # of the members of a run that are whole sentences with nothing below
_LIST_SHARE_AMONG_LISTS = 1 / 3  # where most numbers of this style in the report are members of lists


def without_lists(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Heading]:
    """Return the numbered headings without the members of lists: 1.修路5公里。 2.建桥1座。"""
    runs = [(run, _whole(lines, run)) for run in _runs(headings)]
    listed: Counter[Style | None] = Counter()
    numbered: Counter[Style | None] = Counter()
    for run, whole in runs:
        listed[run[0].style] += whole
        numbered[run[0].style] += len(run) - 1
    kept: list[Heading] = []
    for run, whole in runs:
        style = run[0].style
        among_lists = listed[style] >= _LIST_SHARE * numbered[style]
        share = _LIST_SHARE_AMONG_LISTS if among_lists else _LIST_SHARE
        if len(run) == 1 or whole < share * (len(run) - 1):
            kept.extend(one for one in run if not lines[one.line].text.endswith(("；", ";")))
    return kept


def _whole(lines: Sequence[Line], run: Sequence[Heading]) -> int:
    """How many are nothing but a sentence. What stands below the last of a run may belong to what is above it."""
    return sum(_is_whole(lines, one, after) for one, after in pairwise(run))


def _runs(headings: Sequence[Heading]) -> Iterator[list[Heading]]:
    """Headings of one style that follow each other with none of another style in between."""
    run: list[Heading] = []
    for heading in headings:
        if run and (run[-1].style is not heading.style or heading.value <= run[-1].value):
            yield run
            run = []
        run.append(heading)
    if run:
        yield run


def _is_whole(lines: Sequence[Line], one: Heading, after: Heading) -> bool:
    """Whether a numbered line is one closed sentence, and the next of its run stands right below."""
    line = lines[one.line]
    if one.body_start < line.end or not line.text.endswith(("。", "；", ";")):
        return False
    return all(PAGE_MARK.match(lines[at].text) for at in range(one.line + 1, after.line))
