"""A slip that the audit found: what it is, where it stands, and the places it was measured against."""

from dataclasses import dataclass

from report.findings import Finding
from report.model import Noticed

Span = tuple[int, int]  # half open, `text[start:end]`


@dataclass(frozen=True, slots=True)
class Slip:
    """Something for the clerk to look at. `related` is empty where the place speaks for itself."""

    noticed: Noticed
    related: tuple[Span, ...] = ()


def slip(finding: Finding, place: Span, detail: str, *related: Span) -> Slip:
    """Return a slip at a place. `detail` has the words of the report that the finding's sentence names."""
    return Slip(Noticed(finding, *place, detail), related)
