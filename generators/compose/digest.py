"""The digest for delegates (要点摘编): one to three verbatim sentences a section, figures set off, with their place."""

from bisect import bisect_left
from collections.abc import Iterator

from generators.compose.excerpt import Span
from generators.compose.numbering import role_at, written_level
from generators.compose.setting import Setting
from generators.document import Block, Role, Run, TextBlock
from report.model import Section, SectionKind
from report.selection import Mode
from report.sentences import sentence_spans

_DEFAULT_SENTENCES = 2
_LEAD = 0.5  # what the sentence that opens a section counts beside one more figure
_LONGEST = 220  # characters; a longer sentence tells too much for a digest where another will do
_AFTER = "印在句后"


def digest(setting: Setting) -> Iterator[Block]:
    """Yield the headings of the ticked sections, each with its sentences that hold most of the ticked figures."""
    for section in setting.report.sections:
        if section.kind is not SectionKind.FRONT:
            yield from _section(setting, section, 1, "")


def _section(setting: Setting, section: Section, depth: int, above: str) -> Iterator[Block]:
    if section.kind is SectionKind.POINT or not setting.excerpt.shows(section):
        return
    place = above + (section.number.rstrip("、.．") or section.title[:8])
    if section.kind is SectionKind.HEADING:
        role = role_at(max(written_level(section.number), depth))
        at = setting.report.text.find(section.title, section.start, section.body_start)
        runs = (Run(section.number, section.start),) if section.number else ()
        title = Run(section.title, at if at >= 0 else None)
        yield TextBlock(
            role,
            (*runs, title),
            section=section.id,
            bookmark=depth + 1,
            bookmark_title=f"{section.number}{section.title}",
        )
    for span in _chosen(setting, section):
        yield _sentence(setting, span, place)
    for child in section.children:
        yield from _section(setting, child, depth + 1, place)


def _chosen(setting: Setting, section: Section) -> list[Span]:
    """Return the sentences of a section's own text and points that tell most, in the report's order."""
    if setting.excerpt.selection.modes.get(section.id) in (None, Mode.HEADING):
        return []
    wanted = int(setting.fields.get("sentences", "") or _DEFAULT_SENTENCES)
    text = setting.report.text
    found = [span for start, end in _stretches(section) for span in sentence_spans(text, start, end)]
    scored = sorted(found, key=lambda span: (-_told(setting, span, found[0]), span))
    return sorted(scored[:wanted])


def _stretches(section: Section) -> Iterator[Span]:
    """Yield the stretches of a section outside the headings under it, points included."""
    at = section.body_start
    for child in section.children:
        if child.kind is not SectionKind.POINT:
            if at < child.start:
                yield at, child.start
            at = child.end
    if at < section.end:
        yield at, section.end


def _told(setting: Setting, span: Span, first: Span) -> float:
    figures = setting.excerpt.figures
    begin = bisect_left(figures, span[0], key=lambda metric: metric.start)
    end = bisect_left(figures, span[1], key=lambda metric: metric.start)
    told = end - begin + (_LEAD if span == first else 0.0)
    return told / 2 if span[1] - span[0] > _LONGEST else told


def _sentence(setting: Setting, span: Span, place: str) -> TextBlock:
    """Return a sentence with its figures set off, and where it stands."""
    text = setting.report.text
    start, end = span
    runs: list[Run] = []
    at = start
    figures = setting.excerpt.figures
    for metric in figures[bisect_left(figures, start, key=lambda metric: metric.start) :]:
        if metric.start >= end:
            break
        if metric.start > at:
            runs.append(Run(text[at : metric.start], at))
        if metric.end > at:
            runs.append(Run(text[max(at, metric.start) : metric.end], max(at, metric.start), Role.TERM))
            at = metric.end
    if at < end:
        runs.append(Run(text[at:end], at))
    if setting.fields.get("places", _AFTER) == _AFTER:
        runs.append(Run(f"（{place}）", None, Role.SOURCE))
    return TextBlock(Role.BODY, tuple(runs))
