"""The same metric with two values: same name, unit and period, told in two places."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from report.checks.exactness import slack_of, value_of
from report.checks.slip import Slip, slip
from report.findings import Finding
from report.model import Direction, Metric, Report

_Key = tuple[str, str, str, bool]
# Shorter names (投资, 项目) may be of anything.
_SHORTEST_NAME = 5
# What differs by more is another thing of the same name, or lost a 万.
_NEAR = Decimal("1.5")

_LINE_END = re.compile("\n")
_TAB_AND_REST = re.compile("\t[^\n]*")
# A line that begins so is an item of a list; items that are built alike (总建筑面积…) tell of different things.
_ITEM = re.compile(r"[ \t　]*[（(]?[0-9０-９]{1,3}[、.．)）]")


def check_twice(report: Report) -> Iterator[Slip]:
    """Yield each value that differs from the first one of its metric."""
    lines = _Lines(report.text)
    told: defaultdict[_Key, list[Metric]] = defaultdict(list)
    for metric in report.metrics:
        if _is_level(metric) and lines.start(metric) not in lines.tabbed:
            told[metric.name, metric.unit, metric.period, metric.target is True].append(metric)
    for same in told.values():
        yield from _differing(lines, same)


def _is_level(metric: Metric) -> bool:
    return (
        metric.direction is Direction.NONE
        and metric.change_of is None
        and bool(metric.period)
        and len(metric.name) >= _SHORTEST_NAME
        and not metric.written.startswith("第")
    )


class _Lines:
    """Where the lines of a text begin. A line may be as long as the report, so none is looked through twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self.tabbed = frozenset(
            self._start_at(found.start()) for found in _TAB_AND_REST.finditer(text)
        )  # of table rows

    def start(self, metric: Metric) -> int:
        """Return where the line of a metric begins."""
        return self._start_at(metric.start)

    def is_item(self, metric: Metric) -> bool:
        """Tell whether the line of a metric begins with a number."""
        return _ITEM.match(self.text, self.start(metric)) is not None

    def _start_at(self, place: int) -> int:
        return self._starts[bisect_right(self._starts, place) - 1]


def _differing(lines: _Lines, same: Sequence[Metric]) -> Iterator[Slip]:
    """Compare places with one value each: a sentence with several tells a list, or a rise from one to another."""
    sentences: defaultdict[int, list[Metric]] = defaultdict(list)
    for metric in same:
        sentences[metric.sentence_start].append(metric)
    single = [metrics[0] for metrics in sentences.values() if len(metrics) == 1]
    for later in single[1:]:
        first = single[0]
        if _differ(first, later) and not (lines.is_item(first) and lines.is_item(later)):
            detail = f"“{first.name}”{first.written} ≠ {later.written}"
            yield slip(Finding.VALUES_DIFFER, (later.start, later.end), detail, (first.start, first.end))


def _differ(first: Metric, later: Metric) -> bool:
    one, other = abs(value_of(first)), abs(value_of(later))
    if not one or not other or abs(one - other) <= max(slack_of(first), slack_of(later)):
        return False
    ratio = max(one, other) / min(one, other)
    return ratio < _NEAR or ratio in (Decimal(10), Decimal(100), Decimal(10000), Decimal(10**8))
