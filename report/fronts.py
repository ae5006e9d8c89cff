"""The lines before a report's body by what they are for: meeting line, speaker, salutation, opening words."""

from collections.abc import Iterator
from dataclasses import dataclass

from report.model import Report, SectionKind
from report.structure.front_roles import FrontRole, front_role, salutation_end

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Front:
    """Where the lines of a report's front stand in its text; None or empty for what it does not have."""

    meeting: Span | None = None  # ——2024年1月5日在……会议上; over two lines, both
    speaker: Span | None = None
    salutation: Span | None = None  # 各位代表：
    opening: tuple[Span, ...] = ()  # the paragraphs after the salutation, before the first heading


def front_of(report: Report) -> Front:
    """Return the lines of a report's front."""
    section = next((section for section in report.sections if section.kind is SectionKind.FRONT), None)
    if section is None:
        return Front()
    found: dict[FrontRole, Span] = {}
    opening: list[Span] = []
    for start, end in _lines(report.text, section.start, section.end):
        role = front_role(report.text[start:end])
        if FrontRole.SALUTATION in found:
            opening.append((start, end))
        elif role is FrontRole.SALUTATION:
            # Where the speech goes on in the same line, the salutation ends with its mark.
            mark = start + salutation_end(report.text[start:end])
            found[role] = (start, min(mark + 1, end))
            opening.extend([(mark + 1, end)] if mark + 1 < end else [])
        elif role is FrontRole.MEETING and role in found:
            found[role] = (found[role][0], end)
        elif role not in found:
            found[role] = (start, end)
    return Front(
        found.get(FrontRole.MEETING), found.get(FrontRole.SPEAKER), found.get(FrontRole.SALUTATION), tuple(opening)
    )


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines of a stretch without the white around them; empty ones are left out."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        words = text[start:stop]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        start = stop + 1
