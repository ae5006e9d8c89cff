"""Broken and repeated heading numbers: what the structure noticed, and counts with a hole in them."""

from collections.abc import Iterator, Sequence

from report.checks.slip import Slip, slip
from report.findings import Finding
from report.model import Report, Section
from report.structure.numbering import Marker, Style, heading_marker

_OF_NUMBERS = (Finding.HEADING_NUMBER_MISSING, Finding.HEADING_NUMBER_REPEATED)


def check_headings(report: Report) -> Iterator[Slip]:
    """Yield each heading whose number is missing, repeated, or leaves out one after its elder sibling."""
    told = frozenset(notice.start for notice in report.noticed if notice.finding in _OF_NUMBERS)
    ends: dict[Style, int] = {}
    levels = (report.sections, *(section.children for section in report.walk()))
    holes = [hole for level in levels for hole in _holes(level, told, ends)]
    # 一、三、三、 is one slip: the first 三、 says what is wrong with the second.
    explained = {start for hole in holes for start, _end in hole.related if start > hole.noticed.start}
    yield from holes
    for notice in report.noticed:
        if notice.finding in _OF_NUMBERS and notice.start not in explained:
            yield Slip(notice)


def _holes(siblings: Sequence[Section], told: frozenset[int], ends: dict[Style, int]) -> Iterator[Slip]:
    """Yield siblings that do not follow the number before; one that lost its number fills a place.

    `ends` has the last number of each style so far, and is kept up: many reports count their items through all parts.
    """
    last: dict[Style, tuple[int, Section]] = {}
    lost = 0
    broken: Section | None = None
    numbered = [(section, heading_marker(section.number) if section.number else None) for section in siblings]
    for at, (section, marker) in enumerate(numbered):
        if marker is None:
            lost += section.start in told
            continue
        before = last.get(marker.style)
        wanted = before[0] + 1 if before else 1
        # A count that begins anew begins with one; where it does not, a number was left out or mistyped.
        goes_on = before is None and marker.value == ends.get(marker.style, 0) + 1
        fits = wanted <= marker.value <= wanted + lost or marker.value == 1 or goes_on
        twin = broken is not None and before is not None and before[1] is broken and before[0] == marker.value
        broken = None
        if not (fits or twin) and section.start not in told and (before or marker.value <= len(siblings) + 1):
            broken = section
            same = [following[0]] if (following := _next_numbered(numbered, at)) and following[1] == marker else []
            yield _hole(section, before[1] if before else None, same)
        last[marker.style] = marker.value, section
        ends[marker.style] = marker.value
        lost = int(section.start in told)  # after 三、三、 both 四、 and 五、 are in order


def _next_numbered(numbered: Sequence[tuple[Section, Marker | None]], at: int) -> tuple[Section, Marker] | None:
    """Return the next one that has a number; holes have one, so that all looks together pass over a list once."""
    for place in range(at + 1, len(numbered)):
        section, marker = numbered[place]
        if marker is not None:
            return section, marker
    return None


def _hole(section: Section, elder: Section | None, same: Sequence[Section]) -> Slip:
    near = [*([elder] if elder else []), *same]
    detail = f"{elder.number if elder else ''}…{section.number}{section.title}"
    return slip(Finding.HEADING_NUMBER_BROKEN, _place(section), detail, *map(_place, near))


def _place(section: Section) -> tuple[int, int]:
    return section.start, section.start + len(section.number)
