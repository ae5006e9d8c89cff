"""The ledger of a paper's figures: one entry an indicator, its changes, parts and target joined to it. Pure.

Every paper takes its figures from here, so that the same figure stands on all of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from report.model import Direction, Metric, Report

PERCENT = ("%", "％")
# 占年计划的101.9%, 完成全年目标的95%: the share of the plan that is fulfilled, stated by the report itself.
_CLAUSE_END = re.compile(r"[，,。；;]")
_SHARE_OF_PLAN = re.compile(r"(?:占|完成|达到?)了?(?:年度?|全年|年初|本年)?(?:预算|计划|目标|任务)(?:数|任务)?的?\Z")
_CLAUSE_CHARS = 14
# What a change is measured against where it is not the same time of the year before.
_OTHER_BASE = re.compile(r"年初|环比|上月|上季|“?十[一二三四五六七]五|五年前|20\d\d年|翻|累计|年均|较上届|以来")
_RANGE_MARKS = frozenset(("至", "到", "—", "——", "～", "~", "-", "－", "–"))
_LEAST = ("以上", "不低于", "不少于")  # a plan's figure with one of these is reached from that number on
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as it stands in the report; the two ends of a range (2至3个, 10%～15%) are one."""

    metric: Metric
    upper: Metric | None = None  # the upper end of a range

    @property
    def start(self) -> int:
        """Where it begins in the report."""
        return self.metric.start

    @property
    def end(self) -> int:
        """Where it ends in the report."""
        return (self.upper or self.metric).end

    def metrics(self) -> Iterator[Metric]:
        """Yield the one metric, or both ends."""
        yield self.metric
        if self.upper is not None:
            yield self.upper


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator. At least one figure is there."""

    name: str
    level: Figure | None  # what was achieved
    change: Figure | None = None  # on the same time of the year before
    others: tuple[Figure, ...] = ()  # changes against something else
    began: Figure | None = None  # the value that it rose or fell from: 由58%
    target: Figure | None = None
    share: Figure | None = None  # of the plan, as the report states it
    part: bool = False  # of the entry above it

    @property
    def first(self) -> Metric:
        """The metric that the entry is listed by."""
        found = self.level or self.change or self.target or self.share or self.began
        if found is None:
            raise ValueError("an entry without a figure")
        return found.metric

    @property
    def main(self) -> bool:
        """Tell whether the report says how it went: a change, a plan beside the level, how far that is fulfilled."""
        grows = self.target is not None and self.target.metric.direction is not Direction.NONE
        return bool(self.change or self.share or (self.target and self.level) or grows)

    def metrics(self) -> Iterable[Metric]:
        """Yield every metric of the entry."""
        for figure in (self.level, self.change, *self.others, self.began, self.target, self.share):
            if figure is not None:
                yield from figure.metrics()


@dataclass(slots=True)
class _Gathered:
    """The figures of a selection by what they say of another."""

    listed: list[Figure] = field(default_factory=list[Figure])  # those that are no one's change, start or share
    changes: dict[str, list[Figure]] = field(default_factory=dict[str, list[Figure]])
    began: dict[str, Figure] = field(default_factory=dict[str, Figure])
    shares: dict[str, Figure] = field(default_factory=dict[str, Figure])


def entries_of(report: Report, metrics: Sequence[Metric]) -> tuple[Entry, ...]:
    """Return the entries of some metrics, in reading order; parts follow their whole."""
    shown = {metric.id: metric for metric in metrics}
    gathered = _gather(report, metrics, shown)
    planned = _targets(gathered.listed)
    taken = {target.metric.id for target in planned.values()}
    entries = {
        figure.metric.id: _entry(report, figure, gathered, planned.get(figure.metric.id), part=_part(figure, shown))
        for figure in gathered.listed
        if figure.metric.id not in taken
    }
    return tuple(_in_order(entries))


def _part(figure: Figure, shown: Mapping[str, Metric]) -> bool:
    return figure.metric.part_of in shown


def ranges_of(report: Report, metrics: Sequence[Metric]) -> Iterator[Figure]:
    """Yield the figures of some metrics; two that stand as a range are one."""
    passed = ""
    for metric, after in zip(metrics, (*metrics[1:], None), strict=False):
        if metric.id == passed:
            continue
        upper = after if after is not None and report.text[metric.end : after.start] in _RANGE_MARKS else None
        passed = upper.id if upper is not None else ""
        yield Figure(metric, upper)


def _gather(report: Report, metrics: Sequence[Metric], shown: Mapping[str, Metric]) -> _Gathered:
    found = _Gathered()
    for figure in ranges_of(report, metrics):
        metric = figure.metric
        if metric.change_of in shown:
            found.changes.setdefault(metric.change_of or "", []).append(figure)
        elif metric.start_of in shown and metric.start_of not in found.began:
            found.began[metric.start_of or ""] = figure
        elif found.listed and _is_share_of_plan(report, metric) and found.listed[-1].metric.id not in found.shares:
            found.shares[found.listed[-1].metric.id] = figure
        else:
            found.listed.append(figure)
    _keep_what_has_no_row(found)
    return found


def _keep_what_has_no_row(found: _Gathered) -> None:
    """List what belongs to a figure that has no row of its own: the change of a change, of a range's upper end."""
    uppers = {figure.upper.id: figure.metric.id for figure in found.listed if figure.upper is not None}
    listed = {figure.metric.id for figure in found.listed}
    orphans: list[Figure] = []
    for owner in [owner for owner in found.changes if owner not in listed]:
        if owner in uppers:
            found.changes.setdefault(uppers[owner], []).extend(found.changes.pop(owner))
        else:
            orphans += found.changes.pop(owner)
    for owner in [owner for owner in found.began if owner not in listed]:
        orphans.append(found.began.pop(owner))
    found.listed = sorted((*found.listed, *orphans), key=lambda figure: figure.start)


def _entry(report: Report, figure: Figure, gathered: _Gathered, target: Figure | None, *, part: bool) -> Entry:
    metric = figure.metric
    changes = gathered.changes.get(metric.id, [])
    share, began = gathered.shares.get(metric.id), gathered.began.get(metric.id)
    if metric.target:
        return Entry(metric.name, None, None, tuple(changes), began, figure, share, part)
    if target is not None:
        changes = [*changes, *gathered.changes.get(target.metric.id, [])]
        began = began or gathered.began.get(target.metric.id)
        share = share or gathered.shares.get(target.metric.id)
    if metric.direction is not Direction.NONE and not _has_other_base(report, metric):
        return Entry(metric.name, None, figure, tuple(changes), began, target, share, part)
    on_year = [each for each in changes if not each.metric.target and not _has_other_base(report, each.metric)]
    on_year.sort(key=lambda change: change.metric.unit not in PERCENT)  # 增加1584元、增长6.8%: the rate is 同比
    others = tuple(change for change in changes if change not in on_year[:1])
    return Entry(metric.name, figure, on_year[0] if on_year else None, others, began, target, share, part)


def _in_order(entries: Mapping[str, Entry]) -> Iterator[Entry]:
    """Yield entries in reading order, the parts of each right below it; a part whose whole has no row is none."""
    wholes = {metric.id: name for name, entry in entries.items() for metric in entry.metrics()}
    under: dict[str, list[str]] = {}
    for name, entry in entries.items():
        whole = wholes.get(entry.first.part_of or "") if entry.part else None
        under.setdefault(whole if whole is not None and whole != name else "", []).append(name)
    left = list(reversed(under.get("", [])))
    passed: set[str] = set()
    while left:
        name = left.pop()
        passed.add(name)
        entry = entries[name]
        yield entry if name not in under.get("", ()) else replace(entry, part=False)
        left.extend(reversed(under.get(name, [])))
    for name in entries.keys() - passed:  # parts of each other, which no sound report has
        yield replace(entries[name], part=False)


def _targets(figures: Sequence[Figure]) -> dict[str, Figure]:
    """Return the planned figure of each achieved one, by its id: the only one of its name, and of a sort to compare.

    Several of one name are achieved where a report looks back on a year and on five: the plan is for what most of its
    figures tell of. 3.5亿元 goes with 3.26亿元; 增长7.5% goes with 11.84亿元 or its own 增长7.6%.
    """
    achieved: dict[str, list[Figure]] = {}
    planned: dict[str, list[Figure]] = {}
    for figure in figures:
        (planned if figure.metric.target else achieved).setdefault(figure.metric.name, []).append(figure)
    usual = usual_period(figure.metric for figure in figures if not figure.metric.target)
    found: dict[str, Figure] = {}
    for name, plans in planned.items():
        done = achieved.get(name, [])
        done = [figure for figure in done if figure.metric.period == usual] if len(done) > 1 else done
        if len(done) == len(plans) == 1 and _comparable(done[0].metric, plans[0].metric):
            found[done[0].metric.id] = plans[0]
    return found


def _comparable(done: Metric, plan: Metric) -> bool:
    if plan.direction is not Direction.NONE:
        return done.direction is not Direction.NONE or plan.unit in PERCENT or plan.unit == "个百分点"
    return done.direction is Direction.NONE and done.unit == plan.unit


def usual_period(metrics: Iterable[Metric]) -> str:
    """Return the period that most of the metrics that name one are of, "" where none does."""
    counted = Counter(metric.period for metric in metrics if metric.period)
    return counted.most_common(1)[0][0] if counted else ""


def _is_share_of_plan(report: Report, metric: Metric) -> bool:
    before = report.text[max(metric.sentence_start, metric.start - _CLAUSE_CHARS) : metric.start]
    return metric.unit in PERCENT and _SHARE_OF_PLAN.search(before) is not None


def _has_other_base(report: Report, change: Metric) -> bool:
    """Tell whether a change is not one on the same time of the year before: 比年初增加3个, 年均增长5%."""
    before = report.text[max(change.sentence_start, change.start - _CLAUSE_CHARS) : change.start]
    clause = _CLAUSE_END.split(before)[-1]
    return _OTHER_BASE.search(clause) is not None


def fulfilled(entry: Entry) -> Decimal | None:
    """Return the percentage of the target that is achieved, to one decimal.

    None unless level and target are exact amounts of one unit and one period; a target may be a least amount.
    """
    if entry.level is None or entry.target is None or entry.level.upper or entry.target.upper:
        return None
    level, target = entry.level.metric, entry.target.metric
    amounts = (
        level.unit == target.unit
        and level.unit not in ("", *PERCENT)
        and target.direction is Direction.NONE
        and not level.written.startswith("第")
    )
    if not amounts or not level.period or level.period != target.period:
        return None
    if level.qualifier or target.qualifier not in ("", *_LEAST) or Decimal(target.value) <= 0:
        return None
    return (Decimal(level.value) / Decimal(target.value) * _HUNDRED).quantize(Decimal("0.1"))
