"""The table of main tasks (重点工作任务分解表): the plan part of a report cut into tasks and measures, verbatim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generators.compose.setting import Setting
from generators.document import Block, Cell, CellAlign, Column, NewPart, Run, Table, TableRow
from report.metrics.outlook import Outlook
from report.model import Section, SectionKind
from report.sentences import sentence_spans

_COLUMNS = (
    Column(4),
    Column(14, CellAlign.LEFT),
    Column(36, CellAlign.LEFT),
    Column(9),
    Column(10),
    Column(10),
    Column(9),
)
_HEADS = ("序号", "工作任务", "具体措施", "牵头领导", "牵头单位", "配合单位", "完成时限")
# Sentences that command begin with what is to be done: a verb, often after an adverb of manner or 要, 将.
_COMMANDS = re.compile(
    r"(?:[一二三四五六七八九十]+[是要]|——|[（(]?\d+[)）.、．]|[①-⑳])?(?:要|将|继续|持续|坚决|全力|大力|积极|深入|扎实|切实|着力|加快|全面"
    r"|进一步|统筹|严格|稳步|有序|充分|认真|不断|努力|力争|重点|牢牢)*"
    r"(?:抓|推|做|建|加|强|完|落|实|提|深|开|发|培|打|优|守|稳|保|促|扩|引|支|聚|坚|健|组|整|治|改|新|启|争|确|用|办|盯|围|紧|突|严|把|巩|兜|织|筑|拓|激|壮|构|营|树|压|减|防|化|消|拆|修|种|植|育|补|畅|放|管|服|压|盘|挖|搭|赋|延|升|打造|实施|启动)"
)
# When it is to be done, as the sentence itself says: 6月底前, 年内, 上半年.
_DUE = re.compile(
    r"(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|份)?|[上下]半年|年底|年内|第?[一二三四]季度(?:末)?|汛期|春节|入冬)前?(?=完成|建成|投产|投入使用|竣工|开工|全面|实现|完工|[，。])"
)


@dataclass(frozen=True, slots=True)
class Task:
    """A heading of the plan part, and the sentences under it that command."""

    title: str
    title_at: int | None
    section: str
    measures: tuple[tuple[int, int], ...]


def tasks(setting: Setting) -> Iterator[Block]:
    """Yield the table on landscape pages; blank rows where the plan part holds no task."""
    found = tasks_of(setting)
    head = TableRow(tuple(Cell((Run(word),)) for word in _HEADS), 1.0)
    rows = tuple(row for number, task in enumerate(found, 1) for row in _rows(setting, task, number))
    yield Table(_COLUMNS, (head,), rows or tuple(TableRow(tuple(Cell() for _ in _COLUMNS), 1.5) for _ in range(8)))


def landscape(setting: Setting) -> Iterator[Block]:
    """Yield the turn to landscape pages."""
    del setting
    yield NewPart(landscape=True)


def tasks_of(setting: Setting) -> tuple[Task, ...]:
    """Return the tasks of the ticked sections of the plan part, in the report's order."""
    outlook = Outlook.of(setting.report.text, setting.report.sections)
    return tuple(task for section in setting.report.sections for task in _under(setting, section, outlook))


def _under(setting: Setting, section: Section, outlook: Outlook) -> Iterator[Task]:
    headings = [child for child in section.children if child.kind is SectionKind.HEADING]
    planned = outlook.place(section.body_start).target is True and section.kind is SectionKind.HEADING
    if planned and not headings and setting.excerpt.shows(section):
        yield from _tasks_in(setting, section)
    for child in headings:
        yield from _under(setting, child, outlook)


def _tasks_in(setting: Setting, section: Section) -> Iterator[Task]:
    """Yield a section's points as tasks, where it has some; else the section as one task."""
    points = [child for child in section.children if child.kind is SectionKind.POINT]
    if points:
        for point in points:  # 一是…: what stands under an item of a plan is how it is done
            yield _task(setting, point, tuple(sentence_spans(setting.report.text, point.body_start, point.end)))
        return
    measures = _commands(setting, section.body_start, section.end)
    if measures:
        yield _task(setting, section, measures)


def _task(setting: Setting, section: Section, measures: tuple[tuple[int, int], ...]) -> Task:
    at = setting.report.text.find(section.title, section.start, section.body_start)
    return Task(section.title, at if at >= 0 else None, section.id, measures)


def _commands(setting: Setting, start: int, end: int) -> tuple[tuple[int, int], ...]:
    text = setting.report.text
    spans = tuple(sentence_spans(text, start, end))
    return tuple(span for span in spans if _COMMANDS.match(text, *span))


def _rows(setting: Setting, task: Task, number: int) -> Iterator[TableRow]:
    count = max(1, len(task.measures))
    for index in range(count):
        measure = task.measures[index] if task.measures else None
        cells = [*_opening(task, number, count)] if index == 0 else []
        cells.append(Cell(_words(setting, measure)))
        cells += [Cell(), Cell(), Cell(), Cell(_due(setting, measure))]
        yield TableRow(tuple(cells), 1.0)


def _opening(task: Task, number: int, count: int) -> Iterator[Cell]:
    yield Cell((Run(str(number)),), rows=count)
    yield Cell((Run(task.title, task.title_at),), rows=count)


def _words(setting: Setting, span: tuple[int, int] | None) -> tuple[Run, ...]:
    return (Run(setting.report.text[span[0] : span[1]], span[0]),) if span else ()


def _due(setting: Setting, span: tuple[int, int] | None) -> tuple[Run, ...]:
    found = _DUE.search(setting.report.text, *span) if span else None
    return (Run(found.group(), found.start()),) if found else ()
