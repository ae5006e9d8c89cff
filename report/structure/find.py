"""From the lines of a source to its structure: front, headings, back, points, in this order."""

from collections.abc import Sequence
from dataclasses import dataclass

from report.model import GlossaryEntry, Noticed, Section, SectionKind
from report.source import Source
from report.structure.attachments import headings_of
from report.structure.back import Piece, find_back
from report.structure.contents import skip_contents
from report.structure.extent import Stretch, own_stretches
from report.structure.front import Front, behind_contents, find_front
from report.structure.front_roles import FrontRole, salutation_end
from report.structure.gaps import with_lost_run_ins
from report.structure.glossary import Entry, find_entries, find_notes
from report.structure.glued import unglued
from report.structure.headings import Heading, find_numbered
from report.structure.leads import with_lead_lines
from report.structure.levels import Placed, place
from report.structure.lines import Line, as_title, lines_of
from report.structure.lists import without_lists
from report.structure.numbering import heading_marker
from report.structure.odd import notice
from report.structure.points import Paragraph, find_points
from report.structure.split import split_long
from report.structure.terms import linked
from report.structure.tree import Node, grow
from report.structure.unnumbered import find_unnumbered


@dataclass(frozen=True, slots=True)
class Structure:
    """What was found: the report's title, its tree of sections, its own glossary, and what is odd."""

    title: str
    sections: tuple[Section, ...]
    glossary: tuple[GlossaryEntry, ...] = ()
    noticed: tuple[Noticed, ...] = ()


def find_structure(source: Source) -> Structure:
    """Return the structure of a source. Never raises: an odd report is still a report."""
    lines = split_long(lines_of(source))
    if not lines:
        return Structure("", ())
    front = find_front(lines)
    below = skip_contents(lines, front.lines)
    first = below if below == front.lines else behind_contents(lines, below)
    found = _headings(lines, first, len(lines), front.title)
    back = find_back(lines, found[0].line + 1 if found else max(front.lines, 1))
    last = back[0].line if back else len(lines)
    if last < len(lines):
        found = _headings(lines, first, last, front.title)
    placed = place(found)
    nodes = [*_front_nodes(lines, front, found, last), *_body_nodes(lines, placed, last), *_back_nodes(lines, back)]
    return Structure(
        front.title,
        grow(nodes, lines[-1].end),
        tuple(_glossary(lines, back)),
        tuple(notice(lines, placed, front.title, guessed=front.title_guessed, last=last)),
    )


def _headings(lines: Sequence[Line], first: int, last: int, title: str) -> list[Heading]:
    with_number = with_lost_run_ins(lines, without_lists(lines, unglued(lines, find_numbered(lines, first, last))))
    taken = frozenset(at for heading in with_number for at in range(heading.line, heading.last_line + 1))
    without = find_unnumbered(lines, first, last, taken, title)
    return with_lead_lines(lines, sorted([*with_number, *without], key=lambda heading: heading.line), first)


def _front_nodes(lines: Sequence[Line], front: Front, found: Sequence[Heading], last: int) -> list[Node]:
    """The front as one section with a child for each of its lines; of a report without headings the body too."""
    if found and found[0].line == 0:
        return []
    body = found[0].line if found else front.lines
    nodes: list[Node] = []
    if body:
        title_first, title_last = front.title_lines
        own = title_last if title_last and not title_first else 1
        title = front.title if title_last and not title_first else as_title(lines[0].text)
        nodes.append(Node(SectionKind.FRONT, 1, "", title, 0, lines[own - 1].end))
        nodes.extend(
            _front_line(lines, at, front.roles[at])
            for at in range(own, front.lines)
            if front.roles[at] is not FrontRole.TEXT
        )
    if not found and body < last:
        start = lines[body].start
        nodes.append(Node(SectionKind.BODY, 1, "", front.title or as_title(lines[body].text), start, start))
        nodes.extend(_point_nodes(lines, start, Stretch(body, last, 1)))
    return nodes


def _front_line(lines: Sequence[Line], at: int, role: FrontRole) -> Node:
    line = lines[at]
    end = salutation_end(line.text) if role is FrontRole.SALUTATION else len(line.text)
    return Node(SectionKind.FRONT, 2, "", as_title(line.text[:end]), line.start, line.start + end)


def _body_nodes(lines: Sequence[Line], placed: Sequence[Placed], last: int) -> list[Node]:
    """The headings with the points in their texts."""
    nodes: list[Node] = []
    for one, stretches in zip(placed, own_stretches(lines, placed, last), strict=True):
        heading = one.heading
        end = lines[stretches[0].last - 1].end if len(stretches) > 1 else None
        nodes.append(
            Node(SectionKind.HEADING, one.depth, heading.number, heading.title, heading.start, heading.body_start, end)
        )
        for stretch in stretches:
            nodes.extend(_point_nodes(lines, heading.body_start, stretch))
    return nodes


def _point_nodes(lines: Sequence[Line], body_start: int, stretch: Stretch) -> list[Node]:
    paragraphs: list[Paragraph] = []
    for line in lines[stretch.first : stretch.last]:
        begin = max(body_start - line.start, 0)
        # Behind its heading a line with a number is a member of a list.
        listed = not begin and heading_marker(line.text) is not None
        if begin < len(line.text) and not listed and not line.is_table:
            paragraphs.append(Paragraph(line.text, line.start, begin, line.bold_chars))
    return [
        Node(
            SectionKind.POINT,
            stretch.depth + 1 + point.level,
            point.number,
            point.title,
            point.start,
            point.body_start,
            point.end,
        )
        for point in find_points(paragraphs)
    ]


def _back_nodes(lines: Sequence[Line], back: Sequence[Piece]) -> list[Node]:
    nodes: list[Node] = []
    for at, piece in enumerate(back):
        body = lines[piece.body_line].start if piece.body_line < len(lines) else lines[-1].end
        nodes.append(Node(piece.kind, 1, piece.number, piece.title, lines[piece.line].start, body))
        if piece.is_attachment:
            below = back[at + 1].line if at + 1 < len(back) else len(lines)
            nodes.extend(
                Node(
                    SectionKind.HEADING, one.depth + 1, heading.number, heading.title, heading.start, heading.body_start
                )
                for one in headings_of(lines, piece.body_line, below)
                for heading in (one.heading,)
            )
    return nodes


def _glossary(lines: Sequence[Line], back: Sequence[Piece]) -> list[GlossaryEntry]:
    entries: list[Entry] = []
    for at, piece in enumerate(back):
        if piece.is_glossary:
            below = back[at + 1].line if at + 1 < len(back) else len(lines)
            entries.extend(find_entries(lines, piece.body_line, below))
    until = max((one.entry.end for one in entries), default=0)
    first = min((one.entry.start for one in entries), default=0)
    notes = (one for one in find_notes(lines) if not first <= one.entry.start < until)
    return linked([*entries, *notes], lines)
