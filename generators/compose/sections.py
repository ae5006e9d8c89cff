"""The ticked sections of a report under their headings, verbatim, renumbered where asked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generators.compose.excerpt import Excerpt, Span
from generators.compose.numbering import number_at, role_at, written_level
from generators.compose.setting import Setting
from generators.document import Block, Role, Run, Space, TextBlock
from report.model import Report, Section, SectionKind

_RENUMBER = "重新编号"
PIECES = "每个部分一篇"
_CLOSING = "。！？!?；;：:，,、.． "


def sections(setting: Setting) -> Iterator[Block]:
    """Yield what is ticked of every section, in the report's order. The field `numbering` says how it is numbered."""
    parts = _Sections(setting.excerpt, renumber=setting.fields.get("numbering") == _RENUMBER)
    if setting.fields.get("pieces") == PIECES:
        yield from _pieces(parts, setting.report.sections)
        return
    for _, under in _siblings(parts, setting.report.sections, _Above()):
        yield from under


def piece_list(setting: Setting) -> Iterator[Block]:
    """Yield the titles of the pieces of a bulletin (本期要目), where it has several."""
    found = [section for section in setting.report.sections if _is_heading(section) and setting.excerpt.shows(section)]
    if setting.fields.get("pieces") != PIECES or len(found) < 2:
        return
    yield TextBlock(Role.FIGURES_TITLE, (Run("本期要目"),))
    for section in found:
        at, _ = _title_place(setting.report, section)
        yield TextBlock(Role.BODY, (Run("◎"), Run(section.title, at)), item=True)
    yield Space(1)


def _pieces(parts: "_Sections", sections: tuple[Section, ...]) -> Iterator[Block]:
    """Yield every part of the report as a piece of its own, under its title; its number tells of the report alone."""
    for section in sections:
        if not parts.excerpt.shows(section):
            continue
        if _is_heading(section):
            at, _ = _title_place(parts.excerpt.report, section)
            yield TextBlock(
                Role.TITLE, (Run(section.title, at),), section=section.id, bookmark=1, bookmark_title=section.title
            )
        yield from _section(parts, replace(section, kind=SectionKind.BODY), _Above(), "")


@dataclass(frozen=True, slots=True)
class _Above:
    """What stands above headings side by side: their depth, and the levels of numbers and of looks used up."""

    depth: int = 0
    numbered: int = 0
    look: int = 0


@dataclass(frozen=True, slots=True)
class _Sections:
    """What sections are composed from."""

    excerpt: Excerpt
    renumber: bool


def _siblings(setting: _Sections, sections: tuple[Section, ...], above: _Above) -> Iterator[tuple[int, list[Block]]]:
    """Yield the blocks of each section side by side that shows, with the offset at which it begins.

    A heading shows where it or anything under it is ticked.
    """
    written = [written_level(section.number) for section in sections if section.number and _is_heading(section)]
    # The report's own form of number is kept, unless the headings above have it already (一、 inside 一、).
    level = max(written[0] or 1, above.numbered + 1) if written else 0
    look = max(level, above.look) if level else above.look + 1
    below = _Above(above.depth + 1, max(level, above.numbered), look)
    count = 0
    for section in sections:
        if section.kind is SectionKind.POINT or not setting.excerpt.shows(section):
            continue
        number = section.number
        if setting.renumber and level and _is_heading(section):
            count += 1
            number = number_at(level, count)
        yield section.start, _section(setting, section, below, number)


def _is_heading(section: Section) -> bool:
    return section.kind is SectionKind.HEADING


def _section(setting: _Sections, section: Section, place: _Above, number: str) -> list[Block]:
    """Return a section's heading, and the paragraphs of its own text and points between the headings under it."""
    excerpt = setting.excerpt
    spans = excerpt.printed(section)
    blocks: list[Block] = []
    for start, under in _siblings(setting, section.children, place):
        blocks += _paragraphs(excerpt, [span for span in spans if span[0] < start])
        spans = [span for span in spans if span[0] >= start]
        blocks += under
    blocks += _paragraphs(excerpt, spans)
    if section.kind is SectionKind.BODY:
        return blocks
    return _with_heading(excerpt.report, section, place, number, blocks)


def _paragraphs(excerpt: Excerpt, spans: list[Span]) -> Iterator[Block]:
    for paragraph in excerpt.paragraphs(spans):
        yield TextBlock(Role.BODY, _runs(excerpt.report, paragraph))


def _with_heading(report: Report, section: Section, place: _Above, number: str, blocks: list[Block]) -> list[Block]:
    """Return blocks under a heading; one that runs into its text in the report does so on paper, with its mark."""
    role = role_at(place.look)
    source, end = _title_place(report, section)
    closing = report.text[end : section.body_start]
    text = _text_on_the_same_line(section, closing, blocks)
    runs = (
        *((Run(number, section.start if number == section.number else None, role),) if number else ()),
        Run(section.title + (closing if text else ""), source, role),
        *(text.runs if text else ()),
    )
    heading = TextBlock(
        Role.BODY if text else role,
        runs,
        section=section.id,
        bookmark=place.depth + 1,
        bookmark_title=f"{number}{section.title}",
    )
    return [heading, *blocks[1 if text else 0 :]]


def _text_on_the_same_line(section: Section, closing: str, blocks: list[Block]) -> TextBlock | None:
    """Return the paragraph that a heading runs into: it follows in the same line of the report."""
    first = blocks[0] if blocks else None
    if not isinstance(first, TextBlock) or first.section or "\n" in closing:
        return None
    if section.start == section.body_start:  # its title is the clerk's, who split the text there
        return None
    return first if first.runs[0].source == section.body_start else None


def _title_place(report: Report, section: Section) -> tuple[int | None, int]:
    """Return where the words of a title stand in the report, None where they do not stand together, and their end."""
    start = report.text.find(section.title, section.start, section.body_start)
    if start >= 0:
        return start, start + len(section.title)
    # A title over two lines, with a note mark between, or the clerk's own.
    return None, section.start + len(report.text[section.start : section.body_start].rstrip(_CLOSING))


def _runs(report: Report, spans: list[Span]) -> tuple[Run, ...]:
    return tuple(Run(report.text[start:end], start) for start, end in spans)
