"""Composes a bulletin (简报): head, title, editor's note, the ticked sections, key figures, foot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from generators.compose.excerpt import Excerpt, Span, make_excerpt
from generators.compose.numbering import number_at, role_at, written_level
from generators.document import Banner, Block, Document, Role, Run, Tail, TextBlock
from report.model import Direction, Metric, Report, Section, SectionKind
from report.selection import Selection

_RENUMBER = "重新编号"
_FIGURES_AFTER = "印在正文后"
_BLANK = "　" * 4


def compose_brief(report: Report, selection: Selection, fields: Mapping[str, str]) -> Document:
    """Return the bulletin of what is ticked. `fields` has a checked value for every field of the kind."""
    day = date.fromisoformat(fields["date"]) if fields["date"] else None
    title = fields["title"] or _BLANK
    excerpt = make_excerpt(report, selection)
    blocks: list[Block] = [_banner(fields, day), TextBlock(Role.TITLE, (Run(title),), bookmark=1)]
    if fields["editor_note"]:
        blocks.append(TextBlock(Role.EDITOR_NOTE, (Run(f"编者按：{fields['editor_note']}"),)))
    setting = _Setting(excerpt, renumber=fields["numbering"] == _RENUMBER)
    for _, under in _siblings(setting, report.sections, _Above()):
        blocks += under
    if fields["figures"] == _FIGURES_AFTER:
        blocks += _figures(report, excerpt.figures)
    blocks.append(_tail(fields))
    return Document(title.strip() or fields["name"], fields["issuer"], day or date(1970, 1, 1), tuple(blocks))


def _banner(fields: Mapping[str, str], day: date | None) -> Banner:
    total = f"（总第{fields['total_issue']}期）" if fields["total_issue"] else ""
    return Banner(
        note=fields["notice"].replace(" ", "　"),
        copy_number=fields["copy_number"],
        organ=fields["organ"],
        name=fields["name"] or "简报",
        issue=f"第{fields['issue'] or _BLANK}期{total}",
        issuer=fields["issuer"],
        date=format_date(day, "y年M月d日", locale="zh_CN") if day else "　　年　　月　　日",
    )


@dataclass(frozen=True, slots=True)
class _Above:
    """What stands above headings side by side: their depth, and the levels of numbers and of looks used up."""

    depth: int = 0
    numbered: int = 0
    look: int = 0


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a bulletin's sections are composed from."""

    excerpt: Excerpt
    renumber: bool


def _siblings(setting: _Setting, sections: tuple[Section, ...], above: _Above) -> Iterator[tuple[int, list[Block]]]:
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


def _section(setting: _Setting, section: Section, place: _Above, number: str) -> list[Block]:
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
    start, end = _title_span(report, section)
    closing = report.text[end : section.body_start]
    text = _text_on_the_same_line(section, closing, blocks)
    runs = (
        *((Run(number, section.start if number == section.number else None, role),) if number else ()),
        Run(section.title + (closing if text else ""), start, role),
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
    return first if first.runs[0].source == section.body_start else None


def _title_span(report: Report, section: Section) -> Span:
    start = report.text.find(section.title, section.start, section.body_start)
    if start < 0:  # a title over two lines: its words stand apart in the text
        return section.start + len(section.number), section.body_start
    return start, start + len(section.title)


def _runs(report: Report, spans: list[Span]) -> tuple[Run, ...]:
    return tuple(Run(report.text[start:end], start) for start, end in spans)


def _figures(report: Report, figures: tuple[Metric, ...]) -> Iterator[Block]:
    if not figures:
        return
    yield TextBlock(Role.FIGURES_TITLE, (Run("主要数据"),), bookmark=2)
    shown = {metric.id for metric in figures}
    changes: dict[str, list[Metric]] = {}
    for metric in figures:
        if metric.change_of in shown:
            changes.setdefault(metric.change_of or "", []).append(metric)
    for metric, until in _ranges(report, figures):
        if metric.change_of not in shown:
            name = f"其中：{metric.name}" if metric.part_of in shown else metric.name
            # A plan's figure must not pass for a result beside last year's of the same name.
            goal = "（目标）" if metric.target else ""
            value = _value(report, metric, until)
            for change in changes.get(metric.id, ()):
                value = (*value, Run("，"), *_value(report, change, change.end))
            yield TextBlock(Role.FIGURE, (Run(name + goal),), value)


def _ranges(report: Report, figures: tuple[Metric, ...]) -> Iterator[tuple[Metric, int]]:
    """Yield each figure with the end of its words; the two ends of a range (2至3个, 10%～15%) are one figure."""
    last = -1
    for metric, after in zip(figures, (*figures[1:], None), strict=True):
        if metric.start < last:
            continue
        last = metric.end
        if after is not None and report.text[metric.end : after.start] in _RANGE_MARKS:
            last = after.end
        yield metric, last


_RANGE_MARKS = frozenset(("至", "到", "—", "——", "～", "~", "-", "－", "–"))
# Verbs of change that stand right before an amount of change: 增长8.5%, 压减3万元.
_CHANGES = frozenset(
    ("增长", "提高", "上升", "增加", "上涨", "提升", "下降", "减少", "降低", "压减", "压缩", "回落", "缩短")
)


def _value(report: Report, metric: Metric, until: int) -> tuple[Run, ...]:
    """Return a figure as written; an amount of change with the verb that says which way it goes."""
    written = report.text[metric.start : until]
    verb = report.text[metric.start - 2 : metric.start]
    if metric.direction is Direction.NONE:
        return (Run(written, metric.start),)
    if verb in _CHANGES:
        return (Run(verb + written, metric.start - 2),)
    return Run("增长" if metric.direction is Direction.UP else "下降"), Run(written, metric.start)


def _tail(fields: Mapping[str, str]) -> Tail:
    lines = [
        f"{label}：{fields[name].replace('；', '，')}"
        for label, name in (("报", "report_to"), ("送", "send_to"), ("发", "distribute_to"))
    ]
    return Tail(tuple(lines), f"共印{fields['copies'] or _BLANK}份")
