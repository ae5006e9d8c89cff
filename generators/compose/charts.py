"""The chart page: bars of the ticked indicators' changes, and the parts of a whole, where the figures allow it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generators.compose.figure_words import change_words
from generators.compose.ledger import PERCENT, Entry, entries_of
from generators.compose.setting import Setting
from generators.document import Block, Chart, ChartItem, ChartKind, NewPart, Run
from report.model import Direction, Metric

_FEWEST_BARS = 3
_MOST_BARS = 12
_FEWEST_PARTS = 2
_MOST_PARTS = 8
_MOST_WHOLES = 3
_PRINTED = "印"


def charts(setting: Setting) -> Iterator[Block]:
    """Yield the charts on an upright page of their own, where the field `charts` asks for them and there are any."""
    if setting.fields.get("charts", _PRINTED) != _PRINTED:
        return
    entries = entries_of(setting.report, setting.excerpt.figures)
    found = [*_changes(setting, entries), *_parts(setting.excerpt.figures)]
    if found:
        yield NewPart()
        yield from found


def _changes(setting: Setting, entries: Sequence[Entry]) -> Iterator[Chart]:
    """Yield a chart of the changes in percent, the first of the report; fewer than three say nothing as bars."""
    items: list[ChartItem] = []
    for entry in entries:
        if entry.change is None or entry.change.upper or entry.part or len(items) == _MOST_BARS:
            continue
        change = entry.change.metric
        if change.unit not in PERCENT:
            continue
        value = float(change.value) * (-1 if change.direction is Direction.DOWN else 1)
        *way, written = change_words(setting.report, entry.change)
        fell = "（下降）" if way and change.direction is Direction.DOWN else ""  # where the verb stands elsewhere
        items.append(ChartItem(entry.name + fell, value, written))
    if len(items) >= _FEWEST_BARS:
        yield Chart(ChartKind.BARS, "主要指标同比增减（%）", "%", tuple(items), _described(items))


def _parts(figures: Sequence[Metric]) -> Iterator[Chart]:
    """Yield a chart for each whole whose ticked parts add up to no more than it."""
    shown = {metric.id: metric for metric in figures}
    parts: dict[str, list[Metric]] = {}
    for metric in figures:
        if metric.part_of in shown and shown[metric.part_of or ""].unit == metric.unit:
            parts.setdefault(metric.part_of or "", []).append(metric)
    drawn = 0
    for whole_id, own in parts.items():
        whole = shown[whole_id]
        total = sum((Decimal(part.value) for part in own), Decimal(0))
        if drawn == _MOST_WHOLES or not _FEWEST_PARTS <= len(own) <= _MOST_PARTS or total > Decimal(whole.value):
            continue
        if len({part.name for part in own}) < len(own):  # the two ends of a range
            continue
        drawn += 1
        items = [ChartItem(part.name, float(part.value), Run(part.written, part.start)) for part in own]
        title = f"{whole.name}{whole.written}，其中"
        yield Chart(ChartKind.PARTS, title, whole.unit, tuple(items), f"{title}：{_described(items)}")


def _described(items: Sequence[ChartItem]) -> str:
    return "，".join(f"{item.label}{item.written.text}" for item in items) + "。"
