"""The ledger of a paper's figures: one entry an indicator, its changes, parts and target joined to it. Pure.

Every paper takes its figures from here, so that the same figure stands on all of them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generators.document import Run
from report.model import Direction, Metric, Report

# 占年计划的101.9%, 完成全年目标的95%: the share of the plan that is fulfilled, stated by the report itself.
_CLAUSE_END = re.compile(r"[，,。；;]")
_SHARE_OF_PLAN = re.compile(r"(?:占|完成|达到?)了?(?:年度?|全年|年初|本年)?(?:预算|计划|目标|任务)(?:数|任务)?的?\Z")
_CLAUSE_CHARS = 14
# What a change is measured against where it is not the same time of the year before.
_OTHER_BASE = re.compile(r"年初|环比|上月|上季|“?十[一二三四五六七]五|五年前|20\d\d年|翻|累计|年均|较上届|以来")
_DIGITS = re.compile(r"[0-9０-９]")
_WAYS = {Direction.UP: "增长", Direction.DOWN: "下降"}
_VERBS = frozenset(
    ("增长", "提高", "上升", "增加", "上涨", "提升", "下降", "减少", "降低", "压减", "压缩", "回落", "缩短")
)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator. At least one of level, change and target is there."""

    name: str
    level: Metric | None  # what was achieved
    change: Metric | None = None  # on the same time of the year before
    others: tuple[Metric, ...] = ()  # changes against something else
    target: Metric | None = None
    share: Metric | None = None  # of the plan, as the report states it
    part: bool = False  # of the entry above it

    @property
    def first(self) -> Metric:
        """The figure that the entry is listed by."""
        found = self.level or self.change or self.target or self.share
        if found is None:
            raise ValueError("an entry without a figure")
        return found

    def metrics(self) -> Iterable[Metric]:
        """Yield every figure of the entry."""
        for metric in (self.level, self.change, *self.others, self.target, self.share):
            if metric is not None:
                yield metric


def entries_of(report: Report, metrics: Sequence[Metric]) -> tuple[Entry, ...]:
    """Return the entries of some metrics, in reading order; a part follows its whole."""
    shown = {metric.id: metric for metric in metrics}
    changes: dict[str, list[Metric]] = {}
    shares: dict[str, Metric] = {}
    rest: list[Metric] = []
    for metric in metrics:
        if metric.change_of in shown:
            changes.setdefault(metric.change_of or "", []).append(metric)
        elif _is_share_of_plan(report, metric) and rest:
            shares.setdefault(rest[-1].id, metric)
        else:
            rest.append(metric)
    targets = _targets(rest)
    taken = {metric.id for metric in targets.values()}
    entries: list[Entry] = []
    for metric in rest:
        if metric.id not in taken:
            own = changes.get(metric.id, [])
            entries.append(_entry(report, metric, own, targets.get(metric.id), shares.get(metric.id), shown))
    return tuple(entries)


def _entry(
    report: Report,
    metric: Metric,
    changes: Sequence[Metric],
    target: Metric | None,
    share: Metric | None,
    shown: dict[str, Metric],
) -> Entry:
    on_year = [change for change in changes if not _has_other_base(report, change)]
    on_year.sort(key=lambda change: change.unit not in ("%", "％"))  # 增加1584元、增长6.8%: the rate is 同比
    others = tuple(change for change in changes if change not in on_year[:1])
    part = metric.part_of in shown
    if metric.target:
        return Entry(metric.name, None, None, tuple(changes), metric, part=part)
    if metric.direction is not Direction.NONE and not _has_other_base(report, metric):
        return Entry(metric.name, None, metric, others, target, share, part)
    return Entry(metric.name, metric, on_year[0] if on_year else None, others, target, share, part)


def _targets(metrics: Sequence[Metric]) -> dict[str, Metric]:
    """Return the planned figure of each achieved one: the only one of the same name, unit and sort."""
    planned: dict[tuple[str, str, bool], list[Metric]] = {}
    achieved: dict[tuple[str, str, bool], list[Metric]] = {}
    for metric in metrics:
        key = (metric.name, metric.unit, metric.direction is Direction.NONE)
        (planned if metric.target else achieved).setdefault(key, []).append(metric)
    return {
        found[0].id: planned[key][0]
        for key, found in achieved.items()
        if len(found) == 1 and len(planned.get(key, ())) == 1
    }


def _is_share_of_plan(report: Report, metric: Metric) -> bool:
    before = report.text[max(metric.sentence_start, metric.start - _CLAUSE_CHARS) : metric.start]
    return metric.unit in ("%", "％") and _SHARE_OF_PLAN.search(before) is not None


def _has_other_base(report: Report, change: Metric) -> bool:
    """Tell whether a change is not one on the same time of the year before: 比年初增加3个, 年均增长5%."""
    before = report.text[max(change.sentence_start, change.start - _CLAUSE_CHARS) : change.start]
    clause = _CLAUSE_END.split(before)[-1]
    return _OTHER_BASE.search(clause) is not None


def fulfilled(entry: Entry) -> Decimal | None:
    """Return the percentage of the target that is achieved, None where level and target are not of one period."""
    level, target = entry.level, entry.target
    if level is None or target is None or level.unit != target.unit or not level.period:
        return None
    if level.period[:4] != target.period[:4] or level.unit in ("%", "％") or Decimal(target.value) == 0:
        return None
    return (Decimal(level.value) / Decimal(target.value) * _HUNDRED).quantize(Decimal("0.1"))


def change_runs(report: Report, change: Metric) -> tuple[Run, ...]:
    """Return a change with the verb before it, or the verb of its way where none stands there."""
    verb = report.text[max(0, change.start - 2) : change.start]
    if verb in _VERBS:
        return (Run(verb + change.written, change.start - 2),)
    way = _WAYS.get(change.direction, "")
    return (*((Run(way),) if way else ()), Run(change.written, change.start))


def number_and_unit(metric: Metric) -> tuple[str, str]:
    """Return what is written of a figure in two: number with its qualifiers, multiplier and unit.

    近1.3亿元 gives 近1.3 and 亿元, 5800余亩 gives 5800余 and 亩, 1万多人 gives 1万多 and 人.
    """
    written = metric.written
    at = written.rfind(metric.unit) if metric.unit else len(written)
    behind = written[at + len(metric.unit) :] if metric.unit else ""
    number = written[:at]
    multiplier = len(number)
    while multiplier and number[multiplier - 1] in "千百万亿" and _DIGITS.search(number):
        multiplier -= 1
    return number[:multiplier] + behind, number[multiplier:] + metric.unit
