"""Parts against their total: parts that sum up to more than it, or to less where the report says that they are all."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from report.checks.exactness import slack_of, value_of
from report.checks.slip import Slip, slip
from report.findings import Finding
from report.model import Direction, Metric, Report

# Words by which a list of parts claims to be whole.
_ALL = re.compile(r"其余|其他|另外?有?|余下|剩余|分别[为是有]|包括|包含|分为")


def check_parts(report: Report) -> Iterator[Slip]:
    """Yield each total that its parts do not make; the parts are what it is measured against."""
    by_id = {metric.id: metric for metric in report.metrics}
    groups: defaultdict[str, list[Metric]] = defaultdict(list)
    for metric in report.metrics:
        if metric.part_of is not None and metric.direction is Direction.NONE and "%" not in metric.unit:
            total = _total(report.metrics, by_id[metric.part_of], metric)
            if total is not None:
                groups[total.id].append(metric)
    for total_id, parts in groups.items():
        yield from _measured(report.text, by_id[total_id], parts)


def _total(metrics: Sequence[Metric], named: Metric, part: Metric) -> Metric | None:
    """Return the total in the unit of the part: 57户163人，其中41户118人 names two."""
    if named.unit == part.unit:
        return named
    same = (one for one in metrics if one.sentence_start == named.sentence_start and one.end <= part.start)
    return next((one for one in same if (one.name, one.unit) == (named.name, part.unit)), None)


def _measured(text: str, total: Metric, parts: Sequence[Metric]) -> Iterator[Slip]:
    if total.direction is not Direction.NONE:
        return
    if any(_is_open(one) for one in parts) and (len(parts) > 1 or _is_open(total)):
        return  # 超10亿元企业49家，其中超百亿元5家: the amounts say which ones are counted
    whole = value_of(total)
    summed = sum((value_of(one) for one in parts), Decimal(0))
    slack = slack_of(total) + sum((slack_of(one) for one in parts), Decimal(0))
    if abs(summed - whole) <= slack:
        return
    places = [(one.start, one.end) for one in parts]
    written = " + ".join(one.written for one in parts)
    if summed > whole:
        detail = f"{written} > {total.written}"
        yield slip(Finding.PARTS_EXCEED_TOTAL, (total.start, total.end), detail, *places)
    elif len(parts) > 1 and _claims_all(text, total, parts):
        detail = f"{written} < {total.written}"
        yield slip(Finding.PARTS_MISS_TOTAL, (total.start, total.end), detail, *places)


def _is_open(metric: Metric) -> bool:
    """Tell whether a figure says only that there is more, or less."""
    return metric.qualifier.startswith(("以", "超", "逾", "突破", "多", "不"))


def _claims_all(text: str, total: Metric, parts: Sequence[Metric]) -> bool:
    between = text[total.end : parts[-1].start]
    return "其中" not in between and _ALL.search(between) is not None
