"""Broken and repeated heading numbers: what the structure noticed, and counts with a hole in them."""

from collections.abc import Iterator, Sequence

from report.checks.slip import Slip, slip
from report.findings import Finding
from report.model import Report, Section
from report.structure.numbering import Style, heading_marker

_OF_NUMBERS = (Finding.HEADING_NUMBER_MISSING, Finding.HEADING_NUMBER_REPEATED)


def check_headings(report: Report) -> Iterator[Slip]:
    """Yield each heading whose number is missing, repeated, or leaves out one after its elder sibling."""
    for notice in report.noticed:
        if notice.finding in _OF_NUMBERS:
            yield Slip(notice)
    told = frozenset(notice.start for notice in report.noticed if notice.finding in _OF_NUMBERS)
    ends: dict[Style, int] = {}
    yield from _holes(report.sections, told, ends)
    for section in report.walk():
        yield from _holes(section.children, told, ends)


def _holes(siblings: Sequence[Section], told: frozenset[int], ends: dict[Style, int]) -> Iterator[Slip]:
    """Yield siblings that do not follow the number before; one that lost its number fills a place.

    `ends` has the last number of each style so far, and is kept up: many reports count their items through all parts.
    """
    last: dict[Style, tuple[int, Section]] = {}
    lost = 0
    for section in siblings:
        marker = heading_marker(section.number) if section.number else None
        if marker is None:
            lost += section.start in told
            continue
        before = last.get(marker.style)
        wanted = before[0] + 1 if before else 1
        # A count that begins anew begins with one; where it does not, a number was left out or mistyped.
        goes_on = before is None and marker.value == ends.get(marker.style, 0) + 1
        fits = wanted <= marker.value <= wanted + lost or marker.value == 1 or goes_on
        if not fits and section.start not in told and (before or marker.value <= len(siblings) + 1):
            place = section.start, section.start + len(section.number)
            related = () if before is None else ((before[1].start, before[1].start + len(before[1].number)),)
            elder = before[1].number if before else ""
            yield slip(Finding.HEADING_NUMBER_BROKEN, place, f"{elder}…{section.number}{section.title}", *related)
        last[marker.style] = marker.value, section
        ends[marker.style] = marker.value
        lost = int(section.start in told)  # after 三、三、 both 四、 and 五、 are in order
