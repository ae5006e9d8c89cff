"""Parts against their total: parts that sum up to more than it, or to less where the report says that they are all."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from report.checks.exactness import slack_of, value_of
from report.checks.slip import Slip, slip
from report.findings import Finding
from report.model import Direction, Metric, Report

_LISTED = re.compile(r"[、和][\u4e00-\u9fff]{1,8}")
# Words by which a list of parts claims to be whole. 包括 and 其中 do not.
_REST = re.compile(r"[，、；](?:其余|余下|剩余)的?\Z")
_WHOLE = re.compile(r"[，、（(：:]?(?:分为|分别[为是]|包括|包含)[:：]?[\u4e00-\u9fff]{0,8}")
# Two counts that leave out less than this of a total were meant to make it up: 27件，其中满意25件、基本满意1件.
_ALMOST = Decimal("0.9")
_MOST_PARTS = 50  # of a total that a sentence tells
_PART_AND_NEXT = re.compile(r"[，、和；][\u4e00-\u9fff“”]{1,12}")


def check_parts(report: Report) -> Iterator[Slip]:
    """Yield each total that its parts do not make; the parts are what it is measured against."""
    by_id = {metric.id: metric for metric in report.metrics}
    together = {
        start: tuple(group) for start, group in groupby(report.metrics, key=lambda metric: metric.sentence_start)
    }
    groups: defaultdict[str, list[Metric]] = defaultdict(list)
    for metric in report.metrics:
        if metric.part_of is not None and metric.direction is Direction.NONE and "%" not in metric.unit:
            total = _total(together, by_id[metric.part_of], metric)
            if total is not None:
                groups[total.id].append(metric)
    for one, following in pairwise(report.metrics):
        if one.part_of in groups and _goes_on(report.text, one, following):
            groups[one.part_of].append(following)
    for total_id, parts in groups.items():
        yield from _measured(by_id[total_id], parts, whole=False)
    for metrics in together.values():
        for at, total in enumerate(metrics):
            parts = _named_wholly(report.text, total, metrics[at + 1 : at + 1 + _MOST_PARTS])
            if parts and total.id not in groups:
                word = report.text[total.end : parts[0].start]
                yield from _measured(total, parts, whole="包" not in word)


def _total(together: Mapping[int, Sequence[Metric]], named: Metric, part: Metric) -> Metric | None:
    """Return the total in the unit of the part: 57户163人，其中41户118人 names two."""
    if named.unit == part.unit:
        return named
    metrics = together[named.sentence_start]
    place = bisect_left(metrics, named.start, key=lambda metric: metric.start)
    near = metrics[max(0, place - _MOST_PARTS) : place + _MOST_PARTS]
    return next(
        (one for one in near if one.end <= part.start and (one.name, one.unit) == (named.name, part.unit)), None
    )


def _goes_on(text: str, part: Metric, following: Metric) -> bool:
    """Tell whether a figure stands in a list right after a part, but is no part as the reader of metrics sees it.

    A figure larger than the total is none for it: 46个，其中村级7个、组级47个.
    """
    return (
        following.part_of is None
        and following.unit == part.unit
        and following.direction is Direction.NONE
        and _LISTED.fullmatch(text, part.end, following.start) is not None
    )


def _named_wholly(text: str, total: Metric, following: Sequence[Metric]) -> Sequence[Metric]:
    """Return the parts of a list that says it is whole: 9家，分为竹家具5家、竹炭2家; 412处，整改409处，其余3处."""
    parts: list[Metric] = []
    for metric in following:
        gap = text[(parts[-1] if parts else total).end : metric.start]
        pattern = _PART_AND_NEXT if parts else _WHOLE
        if metric.unit != total.unit or metric.direction is not Direction.NONE or not pattern.fullmatch(gap):
            break
        parts.append(metric)
    if len(parts) > 1:
        return parts
    rest = following[1:2]
    one = following[:1]
    if rest and rest[0].unit == one[0].unit == total.unit and _REST.search(text[one[0].end : rest[0].start]):
        return () if "其中" in text[total.end : one[0].start] else (*one, *rest)
    return ()


def _measured(total: Metric, parts: Sequence[Metric], *, whole: bool) -> Iterator[Slip]:
    if total.direction is not Direction.NONE:
        return
    if any(_is_open(one) for one in parts) and (len(parts) > 1 or _is_open(total)):
        return  # 超10亿元企业49家，其中超百亿元5家: the amounts say which ones are counted
    wanted = value_of(total)
    summed = sum((value_of(one) for one in parts), Decimal(0))
    slack = slack_of(total) + sum((slack_of(one) for one in parts), Decimal(0))
    if abs(summed - wanted) <= slack:
        return
    places = [(one.start, one.end) for one in parts]
    written = " + ".join(one.written for one in parts)
    if summed > wanted:
        detail = f"{written} > {total.written}"
        yield slip(Finding.PARTS_EXCEED_TOTAL, (total.start, total.end), detail, *places)
    elif whole or (len(parts) > 1 and not slack and summed > wanted * _ALMOST):
        detail = f"{written} < {total.written}"
        yield slip(Finding.PARTS_MISS_TOTAL, (total.start, total.end), detail, *places)


def _is_open(metric: Metric) -> bool:
    """Tell whether a figure says only that there is more, or less."""
    return metric.qualifier.startswith(("以", "超", "逾", "突破", "多", "不"))
