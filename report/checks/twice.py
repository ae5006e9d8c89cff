"""The same metric with two values: same name, unit and period, told in two places."""

import re
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


# A line that begins so is an item of a list; items that are built alike (总建筑面积…) tell of different things.
_ITEM = re.compile(r"[ \t　]*[（(]?[0-9０-９]{1,3}[、.．)）]")


def check_twice(report: Report) -> Iterator[Slip]:
    """Yield each value that differs from the first one of its metric."""
    told: defaultdict[_Key, list[Metric]] = defaultdict(list)
    for metric in report.metrics:
        if _is_level(metric) and "\t" not in _line(report.text, metric):
            told[metric.name, metric.unit, metric.period, metric.target is True].append(metric)
    for same in told.values():
        yield from _differing(report.text, same)


def _is_level(metric: Metric) -> bool:
    return (
        metric.direction is Direction.NONE
        and metric.change_of is None
        and bool(metric.period)
        and len(metric.name) >= _SHORTEST_NAME
        and not metric.written.startswith("第")
    )


def _line(text: str, metric: Metric) -> str:
    return text[text.rfind("\n", 0, metric.start) + 1 : text.find("\n", metric.end) % (len(text) + 1)]


def _differing(text: str, same: Sequence[Metric]) -> Iterator[Slip]:
    """Compare places with one value each: a sentence with several tells a list, or a rise from one to another."""
    sentences: defaultdict[int, list[Metric]] = defaultdict(list)
    for metric in same:
        sentences[metric.sentence_start].append(metric)
    single = [metrics[0] for metrics in sentences.values() if len(metrics) == 1]
    for later in single[1:]:
        first = single[0]
        if _differ(first, later) and not (_is_item(text, first) and _is_item(text, later)):
            detail = f"“{first.name}”{first.written} ≠ {later.written}"
            yield slip(Finding.VALUES_DIFFER, (later.start, later.end), detail, (first.start, first.end))


def _differ(first: Metric, later: Metric) -> bool:
    one, other = abs(value_of(first)), abs(value_of(later))
    if not one or not other or abs(one - other) <= max(slack_of(first), slack_of(later)):
        return False
    ratio = max(one, other) / min(one, other)
    return ratio < _NEAR or ratio in (Decimal(10), Decimal(100), Decimal(10000), Decimal(10**8))


def _is_item(text: str, metric: Metric) -> bool:
    return _ITEM.match(_line(text, metric)) is not None
