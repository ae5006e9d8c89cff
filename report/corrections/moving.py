"""The corrections of the outline: promote, demote, merge, retitle, no heading, split, mark. Pure.

Each takes an outline and returns another one, None where the correction cannot be done there. Every character
stays where it is in the reading order; only what it stands under changes.
"""

from collections.abc import Sequence
from dataclasses import replace

from report.corrections.anchors import Span
from report.corrections.outline import Entry, Outline, behind, holding, parent_of, settle, shifted, sibling_before
from report.model import SectionKind
from report.structure.lines import as_title, without_closing
from report.structure.marks import without_marks
from report.structure.numbering import heading_marker

_MOVABLE = (SectionKind.HEADING, SectionKind.POINT)


def promote(outline: Outline, index: int) -> Outline | None:
    """Move a section and what is under it up one level, as an outline view of a word processor does.

    It leaves its parent, which ends where it begins. Its siblings behind it keep their level and so stand under it.
    A point that comes to stand beside its heading is a heading.
    """
    one, at = outline[index], parent_of(outline, index)
    if one.kind not in _MOVABLE or at is None or outline[at].kind is SectionKind.FRONT:
        return None
    parent = outline[at]
    kind = one.kind if parent.kind is SectionKind.POINT else SectionKind.HEADING
    entries = shifted(outline, index, behind(outline, index), -1)
    entries[at] = replace(parent, end=one.start)
    entries[index] = replace(entries[index], kind=kind, end=parent.end)
    return settle(entries)


def demote(outline: Outline, index: int) -> Outline | None:
    """Move a section and what is under it under the sibling before it; the first one has none to stand under."""
    one, at = outline[index], sibling_before(outline, index)
    if one.kind not in _MOVABLE or at is None or not _takes(outline[at], one) or outline[at].kind is SectionKind.BODY:
        return None
    return settle(shifted(outline, index, behind(outline, index), 1))


def merge(outline: Outline, index: int) -> Outline | None:
    """Join a section to the sibling before it, or the first one to the section above it.

    Its heading is text; its own text is the other's, its subsections stand behind the other's own.
    """
    one, before = outline[index], sibling_before(outline, index)
    if before is None or not (_takes(outline[before], one) or outline[before].kind is SectionKind.FRONT):
        before = parent_of(outline, index)
    if before is None or SectionKind.FRONT in {one.kind, outline[before].kind}:
        return None
    entries = list(outline)
    entries[before] = replace(outline[before], end=max(outline[before].end, one.end))
    del entries[index]
    return settle(entries)


def retitle(outline: Outline, index: int, title: str) -> Outline | None:
    """Give a section another title."""
    words = " ".join(title.split())
    if not words or outline[index].kind is SectionKind.FRONT:
        return None
    return (*outline[:index], replace(outline[index], title=words), *outline[index + 1 :])


def no_heading(outline: Outline, index: int) -> Outline | None:
    """Make a heading plain text that goes on with the text before it.

    What stood under it stands under the sibling before it, or under the section above. Text with no heading before it
    is a body without heading: front matter is not printed, and text must not go missing on paper.
    """
    one = outline[index]
    if one.kind in {SectionKind.FRONT, SectionKind.BODY}:
        return None
    before, above = sibling_before(outline, index), parent_of(outline, index)
    if above is None and (before is None or outline[before].kind is SectionKind.FRONT):
        body = replace(one, kind=SectionKind.BODY, number="", body_start=one.start)
        return settle((*outline[:index], body, *outline[index + 1 :]))
    if before is None or not _takes(outline[before], one) or outline[before].end != one.start:
        entries = shifted(outline, index, behind(outline, index), -1)
        return settle([*entries[:index], *entries[index + 1 :]])
    entries = list(outline)
    last = behind(outline, index)
    own_end = outline[index + 1].start if last > index + 1 else one.end
    for at in range(before, index):
        if outline[at].end == one.start:
            entries[at] = replace(outline[at], end=one.end if at == before else own_end)
    del entries[index]
    return settle(entries)


def split(outline: Outline, text: str, place: Span, title: str) -> Outline | None:
    """Open a section at a place, beside the one that holds it and as deep; it takes what follows in that one."""
    chain = holding(outline, place[0])
    if not chain:
        return None
    one = outline[chain[-1]]
    if one.kind is SectionKind.FRONT or _runs_over(outline, place, one.end):
        return None
    if place[0] < one.body_start or place[0] == one.start:  # nothing would be left of it
        return None
    kind = SectionKind.HEADING if one.kind is SectionKind.BODY else one.kind
    entries = list(outline)
    entries[chain[-1]] = replace(one, end=place[0])
    return settle(_inserted(entries, _opened(text, place, title, Entry(kind, one.depth, "", "", 0, 0, one.end))))


def mark(outline: Outline, text: str, place: Span, depth: int) -> Outline | None:
    """Make words a heading of a depth. Sections that hold the place end there, down from that depth.

    What follows up to the next section of that depth or above belongs to it. A point, a body without heading or a line
    of the front that begins there becomes the heading.
    """
    chain = holding(outline, place[0])
    if not chain or depth < 1:
        return None
    inner = outline[chain[-1]]
    if inner.kind is SectionKind.HEADING and inner.start == place[0] and inner.depth == depth:
        return outline  # the reader found it, too
    entries = list(outline)
    if _gives_way(inner, place[0]):
        place = inner.start, max(place[1], inner.body_start)
        del entries[chain.pop()]
    elif place[0] < inner.body_start:
        return None
    hosts = [at for at in chain if outline[at].kind not in {SectionKind.FRONT, SectionKind.POINT}]
    depth = min(depth, len(hosts) + 1)
    within = outline[hosts[depth - 2]].end if depth > 1 else len(text)
    end = min([within, *(one.start for one in entries if one.start > place[0] and one.depth <= depth)])
    if _would_lose(outline, chain[depth - 1 :], place[0]) or _runs_over(entries, place, end):
        return None
    for at in chain[depth - 1 :]:
        entries[at] = replace(entries[at], end=place[0])
    if inner.kind is SectionKind.POINT and inner.start == place[0]:
        new = replace(inner, kind=SectionKind.HEADING, depth=depth, end=end)
    else:
        new = _opened(text, place, "", Entry(SectionKind.HEADING, depth, "", "", 0, 0, end))
    return settle(_inserted(entries, new))


def _gives_way(one: Entry, start: int) -> bool:
    """Whether a section is replaced by a heading at its beginning: it has no heading of its own to lose."""
    if one.kind is SectionKind.FRONT:
        return one.depth > 1 and start < one.body_start
    return one.kind in {SectionKind.POINT, SectionKind.BODY} and start < max(one.body_start, one.start + 1)


def _would_lose(outline: Outline, ending: list[int], start: int) -> bool:
    """Whether a section would be left empty, or front matter, which is not printed, would come under a heading."""
    left = any(outline[at].start == start for at in ending)
    return left or any(one.kind is SectionKind.FRONT and one.start > start for one in outline)


def _runs_over(entries: Sequence[Entry], place: Span, end: int) -> bool:
    """Whether the words of a place reach into another section."""
    return place[1] > end or any(place[0] < one.start < place[1] for one in entries)


def _takes(before: Entry, one: Entry) -> bool:
    """Whether a section may stand in another: a heading does not in a point, and nothing does in the front."""
    if before.kind is SectionKind.FRONT:
        return False
    return before.kind is not SectionKind.POINT or one.kind is SectionKind.POINT


def _opened(text: str, place: Span, title: str, mould: Entry) -> Entry:
    """Return the section that words open, of the kind, depth and end of a mould."""
    start, end = place
    own = " ".join(title.split())
    if own:
        return replace(mould, title=own, start=start, body_start=start)
    words = text[start:end].replace("\n", "")
    marker = heading_marker(words)
    name = without_closing(without_marks(words[marker.end :])) if marker else ""
    number = marker.written if marker and name else ""
    return replace(mould, number=number, title=name or as_title(without_marks(words)), start=start, body_start=end)


def _inserted(entries: list[Entry], new: Entry) -> list[Entry]:
    at = sum(one.start < new.start or (one.start == new.start and one.depth < new.depth) for one in entries)
    return [*entries[:at], new, *entries[at:]]
