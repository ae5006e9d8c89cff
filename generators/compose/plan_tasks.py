"""Cuts the plan part of a report into tasks and measures (工作任务, 具体措施), verbatim. Pure.

The plan part is what the headings say it is (`report.metrics.outlook`). A task is a point (一是…) or a heading without
points; its measures are the sentences that command or that hold a planned figure. What is not ticked is left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from generators.compose.excerpt import Excerpt, Span
from report.metrics.outlook import Outlook
from report.model import Report, Section, SectionKind
from report.selection import Mode
from report.sentences import sentence_spans

# A sentence that commands has no subject: it begins with what is to be done, often after an adverb of manner.
_OPENS = r"(?:[一二三四五六七八九十]+[是要]|——|[（(]\d+[)）]|\d+[.、．]|[①-⑳])"
_MANNER = (
    r"(?:要|将|继续|持续|坚决|全力|大力|积极|深入|扎实|切实|着力|加快|全面|进一步|统筹|严格|稳步|有序|充分|认真|不断|努力|力争"
    r"|重点|牢牢|主动|精心|有效|高标准|高质量|高水平|始终|同步|及时|因地制宜|分类|科学|合理|广泛|突出|纵深|协同|集中|常态化)*"
)
_VERBS = (
    r"(?:[抓推做建加强完落实提深开发培打优守稳保促扩引支聚坚健组整治改新启争确用办盯围紧严把巩兜织筑拓激壮构营树压减防化消拆修"
    r"种植育补畅放管服盘挖搭赋延升安配设立创增谋招争融带帮扶探倡弘繁普严规净美绿亮通接抢布制编出签签落履恪遵执对以从])"
)
_COMMANDS = re.compile(_MANNER + _VERBS)
_NUMBERED = re.compile(_OPENS)
_SPOKEN = re.compile(
    r"(?:各位(?:代表|委员)|同志们|朋友们|让我们|我们相信|我坚信|当前|过去|去年|这一年|回顾|20\d\d年是)"
)
# When it is to be done, as the sentence itself says: 6月底前, 汛前, 年内建成.
_DAY = (
    r"\d{1,2}月(?:\d{1,2}日|底|末|份|[上中下]旬)?|[上下]半年|年底|年末|第?[一二三四]季度末?"
    r"|主?汛期?|春节|国庆节?|入冬|供暖期"
)
_DONE = r"(?=基本|全面|力争|争取|确保|完成|建成|投产|投用|投入|竣工|开工|动工|启动|实现|交付|通车|达到|出台|[，。；])"
_DUE = re.compile(
    rf"(?<![比较自从])(?:(?:20\d\d年|今年|明年)?(?:{_DAY})(?:之|以)?前(?!三)|(?:20\d\d年|今年|明年)?(?:{_DAY}|年内){_DONE})"
)


@dataclass(frozen=True, slots=True)
class Task:
    """A task with the spans of its measures."""

    title: str
    title_at: int | None  # where its words stand in the report, None where they do not stand together
    section: str
    number: str  # of a numbered heading that has no other task under it
    number_at: int
    above: Section | None  # the heading that its row stands under, None for one that needs none
    measures: tuple[Span, ...]


def tasks_of(excerpt: Excerpt) -> tuple[Task, ...]:
    """Return the tasks of the ticked sections of the plan part, in the report's order."""
    report = excerpt.report
    cutting = _Cutting(excerpt, Outlook.of(report.text, report.sections))
    return tuple(
        task
        for section in report.sections
        if section.kind is SectionKind.HEADING
        for task in cutting.under(section, None)
    )


def due_in(report: Report, span: Span) -> Span | None:
    """Return where a measure says by when it is to be done, None where it does not."""
    found = _DUE.search(report.text, *span)
    return found.span() if found else None


def is_numbered(report: Report, span: Span) -> bool:
    """Tell whether a measure has a number of its own in the report: 1．新建…"""
    return _NUMBERED.match(report.text, *span) is not None


@dataclass(frozen=True, slots=True)
class _Cutting:
    """What tasks are cut from."""

    excerpt: Excerpt
    outlook: Outlook

    def under(self, section: Section, above: Section | None) -> Iterator[Task]:
        """Yield the tasks of a section: of its own text, then of everything under it."""
        report = self.excerpt.report
        if self.outlook.place(section.body_start).target is True and section.id in self.excerpt.selection.modes:
            measures = self._measures(section)
            is_item = not section.children and section.kind is SectionKind.POINT
            # 四是建成2所小学。 has no text besides its title
            is_bare = is_item and not report.text[section.body_start : section.end].strip()
            at = report.text.find(section.title, section.start, section.body_start)
            if measures or (is_bare and at >= 0 and self._orders((at, at + len(section.title)))):
                yield self._task(section, at if at >= 0 else None, above, measures)
        for child in section.children:
            yield from self.under(child, section)

    def _task(self, section: Section, at: int | None, above: Section | None, measures: tuple[Span, ...]) -> Task:
        number = ""
        if section.kind is SectionKind.HEADING and section.children:
            above = section  # its own text stands with what is under it
        elif section.kind is SectionKind.HEADING and section.number:
            number, above = section.number, None  # （六）办好民生实事 tells itself where it stands
        return Task(section.title, at, section.id, number, section.start, above, measures)

    def _measures(self, section: Section) -> tuple[Span, ...]:
        """Return the sentences of a section's own text that are how it is done.

        All those under a point of a plan are, where one of them commands; a reason (一是机遇更大) has none that does.
        """
        if self.excerpt.selection.modes[section.id] is Mode.HEADING:
            return ()
        text = self.excerpt.report.text
        spans = [span for start, end in self.excerpt.own_spans(section) for span in sentence_spans(text, start, end)]
        spans = [span for span in spans if not _SPOKEN.match(text, *span) or self._planned_figure(span)]
        spans = [span for span in spans if any(map(str.isalnum, text[span[0] : span[1]]))]
        told = [span for span in spans if self._orders(span)]
        kept = spans if told and section.kind is SectionKind.POINT else told
        if self.excerpt.selection.modes[section.id] is Mode.DIGEST:
            kept = [span for span in kept if span == spans[0] or self._ticked_figure(span)]
        return tuple(kept)

    def _orders(self, span: Span) -> bool:
        """Tell whether a sentence says what is to be done: it commands, is a numbered item, or has a planned figure."""
        text = self.excerpt.report.text
        numbered = _NUMBERED.match(text, *span)
        at = numbered.end() if numbered else span[0]
        while at < span[1] and text[at].isspace():
            at += 1
        return numbered is not None or _COMMANDS.match(text, at, span[1]) is not None or self._planned_figure(span)

    def _planned_figure(self, span: Span) -> bool:
        metrics = self.excerpt.report.metrics
        first = bisect_left(metrics, span[0], key=lambda metric: metric.start)
        last = bisect_left(metrics, span[1], key=lambda metric: metric.start)
        return any(metric.target for metric in metrics[first:last])

    def _ticked_figure(self, span: Span) -> bool:
        figures = self.excerpt.figures
        first = bisect_left(figures, span[0], key=lambda metric: metric.start)
        return first < len(figures) and figures[first].start < span[1]
