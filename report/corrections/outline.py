"""The outline as a flat list in reading order, and back to the tree: what a correction moves, and what keeps the laws.

Laws: sections side by side follow one another; what stands under a section lies inside it; those at the top cover the
text; no heading stands under a point; a point at the top is a heading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from report.model import Section, SectionKind
from report.structure.tree import Node, grow


@dataclass(frozen=True, slots=True)
class Entry:
    """A section with its depth, 1 at the top, and its end as it stands."""

    kind: SectionKind
    depth: int
    number: str
    title: str
    start: int
    body_start: int
    end: int


Outline = tuple[Entry, ...]


def flatten(sections: Iterable[Section], depth: int = 1) -> Outline:
    """Return the sections of a tree in reading order."""
    entries: list[Entry] = []
    for one in sections:
        entries.append(Entry(one.kind, depth, one.number, one.title, one.start, one.body_start, one.end))
        entries.extend(flatten(one.children, depth + 1))
    return tuple(entries)


def rebuild(outline: Outline, length: int) -> tuple[Section, ...]:
    """Return the tree of an outline over a text of `length` characters, with ids by place."""
    return grow(
        [
            Node(
                one.kind,
                one.depth,
                one.number,
                one.title,
                one.start,
                one.body_start,
                one.end if one.depth > 1 else None,
            )
            for one in outline
        ],
        length,
    )


def settle(entries: Sequence[Entry]) -> Outline:
    """Return an outline that keeps the laws: no depth left out, kinds that fit, parents as long as their children."""
    settled: list[Entry] = []
    parents: list[int | None] = []
    above: list[int] = []  # places in `settled` of the sections that are open
    for one in entries:
        while above and entries[above[-1]].depth >= one.depth:
            above.pop()
        parents.append(above[-1] if above else None)
        kind = _fitting(one.kind, settled[above[-1]] if above else None)
        above.append(len(settled))
        fits = one.depth == len(above) and one.kind is kind
        settled.append(one if fits else replace(one, depth=len(above), kind=kind))
    ends = [one.end for one in settled]
    for index in range(len(settled) - 1, 0, -1):
        parent = parents[index]
        if parent is not None:
            ends[parent] = max(ends[parent], ends[index])
    return tuple(one if one.end == end else replace(one, end=end) for one, end in zip(settled, ends, strict=True))


def _fitting(kind: SectionKind, parent: Entry | None) -> SectionKind:
    if parent is None:
        return SectionKind.HEADING if kind is SectionKind.POINT else kind
    return SectionKind.POINT if parent.kind is SectionKind.POINT else kind


def parent_of(entries: Sequence[Entry], index: int) -> int | None:
    """Return the section that holds another one, None for one at the top."""
    return next((at for at in range(index - 1, -1, -1) if entries[at].depth < entries[index].depth), None)


def sibling_before(entries: Sequence[Entry], index: int) -> int | None:
    """Return the section before another one under the same parent, None for the first."""
    for at in range(index - 1, -1, -1):
        if entries[at].depth <= entries[index].depth:
            return at if entries[at].depth == entries[index].depth else None
    return None


def behind(entries: Sequence[Entry], index: int) -> int:
    """Return the place behind a section and all that stands under it."""
    at = index + 1
    while at < len(entries) and entries[at].depth > entries[index].depth:
        at += 1
    return at


def holding(entries: Sequence[Entry], offset: int) -> list[int]:
    """Return the sections that hold an offset, from the top to the innermost."""
    return [at for at, one in enumerate(entries) if one.start <= offset < one.end]


def shifted(entries: Sequence[Entry], first: int, last: int, by: int) -> list[Entry]:
    """Return entries of which those in [first:last] stand `by` levels deeper."""
    return [replace(one, depth=one.depth + by) if first <= at < last else one for at, one in enumerate(entries)]
