"""Findings that the clerk has looked at and put aside with a reason (搁置), found again by the words of their place."""

from collections.abc import Sequence
from dataclasses import dataclass

from report.corrections.anchors import LONGEST_QUOTE, Anchor, Miss, anchor, find_place
from report.findings import Finding
from report.model import Noticed

_Key = tuple[Finding, int, int, str]  # what it is, where it stands, its words


@dataclass(frozen=True, slots=True)
class Aside:
    """A finding put aside. It holds for this finding with these words only."""

    at: Anchor
    finding: Finding
    detail: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """Findings that are open and such as were put aside, in their order; asides that found nothing any more."""

    open: tuple[Noticed, ...]
    aside: tuple[tuple[Noticed, Aside], ...]
    lost: tuple[Aside, ...]


def aside(text: str, notice: Noticed, reason: str) -> Aside:
    """Return a finding put aside with a reason."""
    return Aside(anchor(text, notice.start, notice.end), notice.finding, notice.detail, reason)


def sort(text: str, noticed: Sequence[Noticed], asides: Sequence[Aside]) -> Sorted:
    """Return the findings about a text, those put aside apart. Where the words of a place changed it is open again."""
    places: list[_Key | None] = []
    for one in asides:
        found = find_place(text, one.at, exact=True)
        places.append(None if isinstance(found, Miss) else (one.finding, *found, one.detail))
    held = {key: one for key, one in zip(places, asides, strict=True) if key is not None}
    keys = [_key(notice) for notice in noticed]
    known = frozenset(keys)
    return Sorted(
        tuple(notice for notice, key in zip(noticed, keys, strict=True) if key not in held),
        tuple((notice, held[key]) for notice, key in zip(noticed, keys, strict=True) if key in held),
        tuple(one for one, key in zip(asides, places, strict=True) if key not in known),
    )


def _key(notice: Noticed) -> _Key:
    return notice.finding, notice.start, min(notice.end, notice.start + LONGEST_QUOTE), notice.detail
