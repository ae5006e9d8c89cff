"""The table of main indicators (主要指标一览表): a row an indicator, grouped by the report's parts."""

from collections.abc import Iterator

from generators.compose.ledger import Entry, change_runs, entries_of, fulfilled, number_and_unit
from generators.compose.setting import Setting
from generators.document import Block, Cell, CellAlign, Column, Run, Table, TableRow
from report.model import Direction, Metric, Report, Section, SectionKind

_COLUMNS = (
    Column(5),
    Column(15.5, CellAlign.LEFT),
    Column(6.5),
    Column(10, CellAlign.DECIMAL),
    Column(11.5, CellAlign.DECIMAL),
    Column(11, CellAlign.DECIMAL),
    Column(9, CellAlign.DECIMAL),
    Column(13, CellAlign.LEFT),
)
_HEADS = ("序号", "指标名称", "单位", "完成值", "同比", "年度目标", "完成率", "备注（原文出处）")
_NONE = "—"
_COMPUTED = "计算"
_TITLE_CHARS = 12


def indicators(setting: Setting) -> Iterator[Block]:
    """Yield the table of the ticked figures. Nothing is printed where none is ticked."""
    entries = entries_of(setting.report, setting.excerpt.figures)
    if not entries:
        return
    places = _Places(setting.report)
    rows: list[TableRow] = []
    number = 0
    group = ""
    for entry in entries:
        top = places.top(entry.first)
        if top is not None and top.id != group:
            group = top.id
            title = Cell((Run(top.number, top.start), Run(top.title)), columns=len(_COLUMNS), align=CellAlign.LEFT)
            rows.append(TableRow((title,), keep=True))
        number += not entry.part
        rows.append(_row(setting.report, entry, places, "" if entry.part else str(number)))
    head = (TableRow(tuple(Cell((Run(word),)) for word in _HEADS)),)
    computed = any(_computed(entry) for entry in entries)
    notes = ((Run("注：完成率后有“计算”的，由完成值除以年度目标得出，其余数字都照报告原文。"),),) if computed else ()
    yield Table(_COLUMNS, head, tuple(rows), notes=notes)


def _computed(entry: Entry) -> bool:
    return entry.share is None and fulfilled(entry) is not None


def _row(report: Report, entry: Entry, places: "_Places", number: str) -> TableRow:
    name = (Run("其中："),) if entry.part else ()
    level, unit = _figure(entry.level)
    target, target_unit = _figure(entry.target)
    if entry.target is not None and entry.target.direction is not Direction.NONE:
        target, target_unit = change_runs(report, entry.target), None
    if not unit:
        unit = target_unit
    elif target_unit and target_unit.text != unit.text:
        target = (*target, target_unit)
    return TableRow(
        (
            Cell((Run(number),)),
            Cell((*name, Run(entry.name))),
            _cell((unit,) if unit and unit.text else ()),
            _cell(level),
            _cell(change_runs(report, entry.change) if entry.change else ()),
            _cell(target),
            _cell(_share(entry)),
            Cell(_remark(report, entry, places)),
        )
    )


def _cell(runs: tuple[Run, ...]) -> Cell:
    return Cell(runs) if runs else Cell((Run(_NONE),), align=CellAlign.CENTER)


def _figure(metric: Metric | None) -> tuple[tuple[Run, ...], Run | None]:
    """Return the number of a figure and its unit, each leading back to the report."""
    if metric is None:
        return (), None
    number, unit = number_and_unit(metric)
    at = metric.written.find(unit) if unit else len(metric.written)
    if metric.written.startswith(number):
        return (Run(number, metric.start),), Run(unit, metric.start + at) if unit else None
    behind = number[at:]
    runs = (Run(number[:at], metric.start), Run(behind, metric.start + at + len(unit)))
    return tuple(run for run in runs if run.text), Run(unit, metric.start + at) if unit else None


def _share(entry: Entry) -> tuple[Run, ...]:
    if entry.share is not None:
        return (Run(entry.share.written, entry.share.start),)
    share = fulfilled(entry)
    return () if share is None else (Run(f"{share}%（{_COMPUTED}）"),)


def _remark(report: Report, entry: Entry, places: "_Places") -> tuple[Run, ...]:
    """Return where the figures stand in the report, their period, other changes, the clerk's note."""
    first = entry.first
    words = [places.words(first)]
    if entry.target is not None and entry.target is not first:
        words.append("目标见" + (places.words(entry.target) or places.top_words(entry.target)))
    words.append(first.period)
    words += [metric.note for metric in entry.metrics() if metric.note]
    runs = [Run("；".join(filter(None, words)))]
    for change in entry.others:
        before = report.text[max(change.sentence_start, change.start - 12) : change.start]
        clause = before[max(before.rfind(mark) for mark in "，,。；;、（(") + 1 :]
        runs += [Run("；"), Run(clause + change.written, change.start - len(clause))]
    return tuple(runs)


class _Places:
    """Says where in the report a figure stands: 第一部分（二）."""

    def __init__(self, report: Report) -> None:
        self._paths: dict[str, tuple[Section, ...]] = {}
        self._tops = [section for section in report.sections if section.kind is not SectionKind.FRONT]
        for section in self._tops:
            self._note(section, ())

    def _note(self, section: Section, above: tuple[Section, ...]) -> None:
        self._paths[section.id] = path = (*above, section)
        for child in section.children:
            self._note(child, path)

    def top(self, metric: Metric) -> Section | None:
        """Return the part of the report that a figure stands in."""
        path = self._paths.get(metric.section, ())
        return path[0] if path and path[0].kind is not SectionKind.BODY else None

    def words(self, metric: Metric) -> str:
        """Return the headings above a figure, the part's own left out: it stands above the rows."""
        path = [section for section in self._paths.get(metric.section, ()) if section.kind is not SectionKind.BODY]
        return " ".join(_short(section) for section in path[1:3])

    def top_words(self, metric: Metric) -> str:
        """Return the part of the report that a figure stands in, in words."""
        top = self.top(metric)
        return _short(top) if top else "正文"


def _short(section: Section) -> str:
    title = section.title if len(section.title) <= _TITLE_CHARS else section.title[:_TITLE_CHARS] + "…"
    return f"{section.number}{title}"
