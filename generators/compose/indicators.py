"""The table of main indicators (主要指标一览表): a row an indicator, grouped by the report's headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generators.compose.figure_words import began_words, change_words, figure_words, split_words
from generators.compose.ledger import Entry, entries_of, fulfilled, usual_period
from generators.compose.places import Places
from generators.compose.setting import Setting
from generators.document import Block, Cell, CellAlign, Column, Run, Table, TableRow
from report.model import Direction, Report, Section, SectionKind

_COLUMNS = (
    Column(4.7),  # three digits
    Column(17.5, CellAlign.LEFT),
    Column(6.6),
    Column(9, CellAlign.DECIMAL),
    Column(10.2, CellAlign.DECIMAL),
    Column(10.4, CellAlign.DECIMAL),
    Column(7.6, CellAlign.DECIMAL),
    Column(22, CellAlign.LEFT),
)
_NONE = "—"
_COMPUTED = "（计算）"
ALL, MAIN = "勾选的全部", "只列有同比或目标的"
_GROUPS = 2  # how deep headings stand above rows
_INDENT = "　"


def indicators(setting: Setting) -> Iterator[Block]:
    """Yield the table of the ticked figures. Nothing is printed where none is ticked."""
    entries = _wanted(setting)
    if not entries:
        return
    table = _Indicators(setting.report, Places(setting.report), *_periods(entries))
    head = (TableRow(tuple(Cell((Run(word),)) for word in table.heads())),)
    yield Table(_COLUMNS, head, tuple(table.rows(entries)), notes=_notes(setting, entries))


def _wanted(setting: Setting) -> Sequence[Entry]:
    """Return the entries to list. Where no figure is a main one, all are."""
    entries = entries_of(setting.report, setting.excerpt.figures)
    main = [entry for entry in entries if entry.main] if setting.fields.get("which", ALL) == MAIN else []
    return main or entries


def _notes(setting: Setting, entries: Sequence[Entry]) -> tuple[tuple[Run, ...], ...]:
    words: list[str] = []
    if setting.fields.get("which", ALL) == MAIN:
        words.append("只列报告写明同比、目标或完成率的指标。")
    if any(_computes(entry) for entry in entries):
        words.append("完成率后有“计算”的，由完成值除以年度目标得出；其余数字都照报告原文。")
    return ((Run("注：" + "".join(words)),),) if words else ()


def _periods(entries: Sequence[Entry]) -> tuple[str, str]:
    """Return the period of most levels and of most targets: the heads name it, a row of another one says so."""
    levels = [each.metric for entry in entries for each in (entry.level or entry.change,) if each is not None]
    targets = [entry.target.metric for entry in entries if entry.target is not None]
    return usual_period(levels), usual_period(targets)


def _computes(entry: Entry) -> bool:
    return entry.share is None and fulfilled(entry) is not None


@dataclass(frozen=True, slots=True)
class _Indicators:
    """What the rows are made from."""

    report: Report
    places: Places
    period: str  # of most achieved figures, "" where none is told
    planned: str  # of most targets

    def heads(self) -> tuple[str, ...]:
        """Return the words of the head row."""
        planned = f"{self.planned}目标" if self.planned else "年度目标"
        return ("序号", "指标名称", "单位", f"{self.period}完成值", "同比", planned, "完成率", "备注（原文出处）")

    def rows(self, entries: Sequence[Entry]) -> Iterator[TableRow]:
        """Yield the rows, with one for each heading that they stand under, two deep."""
        above: tuple[str, ...] = ()
        number = 0
        for entry in entries:
            if not entry.part:
                path = self._groups(entry)
                for depth, section in enumerate(path):
                    if above[: depth + 1] != tuple(each.id for each in path[: depth + 1]):
                        yield self._group(section, depth)
                above = tuple(section.id for section in path)
                number += 1
            yield self._row(entry, "" if entry.part else str(number))

    def _groups(self, entry: Entry) -> tuple[Section, ...]:
        path = self.places.path(entry.first.start)
        return tuple(section for section in path if section.kind is not SectionKind.FRONT)[:_GROUPS]

    def _group(self, section: Section, depth: int) -> TableRow:
        """Return the row of a heading."""
        at = self.report.text.find(section.title, section.start, section.body_start)
        number = (Run(section.number, section.start),) if section.number else ()
        runs = (Run(_INDENT * depth), *number, Run(section.title, at if at >= 0 else None))
        return TableRow((Cell(runs, columns=len(_COLUMNS), align=CellAlign.LEFT),), keep=True)

    def _row(self, entry: Entry, number: str) -> TableRow:
        level, unit = split_words(self.report, entry.level) if entry.level else ((), None)
        target, target_unit = self._target(entry)
        if entry.level is None:
            unit = target_unit
        elif target_unit is not None and (unit is None or target_unit.text != unit.text):
            target = (*target, target_unit)
        return TableRow(
            (
                Cell((Run(number),)),
                Cell((*((Run(_INDENT + "其中："),) if entry.part else ()), Run(entry.name))),
                _cell((unit,) if unit else ()),
                _cell(level),
                _cell(change_words(self.report, entry.change) if entry.change else ()),
                _cell(target),
                _cell(self._share(entry)),
                Cell(tuple(self._remark(entry))),
            )
        )

    def _target(self, entry: Entry) -> tuple[tuple[Run, ...], Run | None]:
        if entry.target is None:
            return (), None
        if entry.target.metric.direction is not Direction.NONE:
            return change_words(self.report, entry.target), None
        return split_words(self.report, entry.target)

    def _share(self, entry: Entry) -> tuple[Run, ...]:
        if entry.share is not None:
            return (Run(entry.share.metric.written, entry.share.start),)
        share = fulfilled(entry)
        return () if share is None else (Run(f"{share}%{_COMPUTED}"),)

    def _remark(self, entry: Entry) -> Iterator[Run]:
        """Yield where the figures stand, what else the report says of them, and the clerk's note."""
        yield Run("；".join(self._where(entry)))
        if entry.began is not None:
            yield Run("；")
            yield from began_words(self.report, entry.began)
        for change in entry.others:
            yield Run("；")
            yield from self._other(change.start, figure_words(self.report, change))
        for metric in entry.metrics():
            if metric.note:
                yield Run(f"；{metric.note}")

    def _where(self, entry: Entry) -> Iterator[str]:
        """Yield the place of the first figure and of a target that stands elsewhere, with periods not in the heads."""
        first = entry.first
        place = self.places.words(first.start)
        usual = self.planned if entry.target is not None and entry.target.metric is first else self.period
        yield place
        if first.period != usual:
            yield first.period or "报告未写明时间"
        target = entry.target.metric if entry.target else None
        if target is None or target is first:
            return
        there = self.places.words(target.start)
        if there != place or _computes(entry):
            yield f"目标{there}"
        if target.period != self.planned:
            yield f"目标{target.period or '未写明时间'}"

    def _other(self, start: int, words: tuple[Run, ...]) -> Iterator[Run]:
        """Yield another change with what it is measured against: 比上年增加1584元."""
        text = self.report.text
        clause = max(text.rfind(mark, max(0, start - 12), start) for mark in "，,。；;、（(\n") + 1
        if not clause:
            yield from words
            return
        end = (words[-1].source or 0) + len(words[-1].text)
        yield Run(text[clause:end], clause)


def _cell(runs: tuple[Run, ...]) -> Cell:
    """Return a cell of a figure; what has no digit to align stands in the middle."""
    if not runs:
        return Cell((Run(_NONE),), align=CellAlign.CENTER)
    words = "".join(run.text for run in runs)
    return Cell(runs, align=None if any(character.isdigit() for character in words) else CellAlign.CENTER)
