"""Rates that the counts beside them contradict: done of all (化解率), a part's share (占71.6%), growth from and to."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from report.checks.exactness import slack_of, step_of, value_of
from report.checks.slip import Slip, slip
from report.findings import Finding
from report.model import Direction, Metric, Report

_SHARE = re.compile(
    r"(?:个|家|户|人|件|亩)?[，、（(]?(?:约|共|合计)?占(?:比|总[\u4e00-\u9fff]{1,6}?|全部)?(?:的?比[重例])?(?:为|达到?|到)?(?:的)?\Z"
)
_RATE_NAME = re.compile(r"([\u4e00-\u9fff]{2,4})率\Z")
_FROM = re.compile(r"[由从](?:[^，。；、]{0,10}的)?\Z")
_TO = re.compile(r"[\u4e00-\u9fff]{0,4}[到至](?:[0-9]{4}年的?)?\Z")
# Growth at constant prices does not follow from amounts at current ones.
_REAL_TERMS = re.compile(r"可比|不变价|实际增长|同口径|同比|年均|平均|增加值|生产总值|GDP")
_STOP = re.compile("[。；]")
_BEFORE_DEED = re.compile("[，、]?[^未待拟没不按及]{0,4}")
_LONGEST_BEFORE = 5
_AFTER_DEED = re.compile(r"[\u4e00-\u9fff]{0,6}")
_AT_ONCE = re.compile(r"[，、（(][共累计净]{0,2}[\u4e00-\u9fff]{2,4}")
_HUNDRED = Decimal(100)


def check_rates(report: Report) -> Iterator[Slip]:
    """Yield each rate that its own sentence's counts do not give; they are what it is measured against."""
    text = report.text
    by_id = {metric.id: metric for metric in report.metrics}
    for _sentence, group in groupby(report.metrics, key=lambda metric: metric.sentence_start):
        metrics = list(group)
        for at, metric in enumerate(metrics):
            before = metrics[max(0, at - 2) : at]
            if metric.unit in ("%", "％") and metric.direction is Direction.NONE:
                yield from _of_share(text, by_id, before, metric)
                yield from _of_deed(text, before, metric)
            elif metric.direction is not Direction.NONE:
                yield from _of_change(text, metrics, at)
        yield from _of_increase(text, by_id, metrics)


def _contradicts(rate: Metric, true: Decimal, room: Decimal) -> bool:
    """Tell whether a rate is off by more than rounding, or cutting, its last digit explains; `room` is the counts'."""
    step = step_of(rate) or Decimal(1)
    slack = max(step, slack_of(rate)) if rate.qualifier else step
    return abs(value_of(rate) - true) > slack + room


def _room(part: Metric, whole: Metric) -> Decimal:
    """Return the percentage points that rounding the counts leaves open."""
    of = abs(value_of(whole))
    inexact = slack_of(part) + abs(value_of(part)) / of * slack_of(whole)
    return inexact / of * _HUNDRED


def _of_share(text: str, by_id: dict[str, Metric], before: Sequence[Metric], rate: Metric) -> Iterator[Slip]:
    """其中税收收入3126万元，占71.6%."""
    part = before[-1] if before else None
    if part is None or part.part_of is None or not _SHARE.fullmatch(text, part.end, rate.start):
        return
    total = by_id[part.part_of]
    if total.unit == part.unit and value_of(total):
        yield from _share_slip(rate, part, total)


def _share_slip(rate: Metric, part: Metric, total: Metric) -> Iterator[Slip]:
    true = value_of(part) / value_of(total) * _HUNDRED
    if _contradicts(rate, true, _room(part, total)):
        detail = f"{part.written} ÷ {total.written} = {_percent(true, rate)}，≠ {rate.written}"
        yield slip(Finding.RATE_CONTRADICTED, _place(rate), detail, _place(total), _place(part))


def _of_deed(text: str, before: Sequence[Metric], rate: Metric) -> Iterator[Slip]:
    """受理328件，化解321件，化解率97.9%: the last count's clause says the deed that the rate is named after."""
    if len(before) < 2:
        return
    total, part = before[-2], before[-1]
    named = _RATE_NAME.search(text[part.end : rate.start].rstrip("为达到约是超过"))
    if named is None or total.unit != part.unit or "%" in total.unit or not value_of(total):
        return
    if _deed(named.group(1), text[total.end : part.start]) and value_of(part) <= value_of(total):
        between = text[part.end : rate.start]
        if len(between) <= len(named.group()) + 4 and not _STOP.search(text, total.end, part.start):
            yield from _share_slip(rate, part, total)


def _deed(name: str, clause: str) -> bool:
    """Tell whether a clause says the deed, with few words around it: ，已化解完毕."""
    return any(
        _BEFORE_DEED.fullmatch(clause, 0, at) and _AFTER_DEED.fullmatch(clause, at + len(name))
        for at in range(_LONGEST_BEFORE + 1)
        if clause.startswith(name, at)
    )


def _of_change(text: str, metrics: Sequence[Metric], at: int) -> Iterator[Slip]:
    """由58%提高到67%，提高9个百分点: what is told of a rise or fall from one value to another."""
    if at < 2:
        return
    start, end, change = metrics[at - 2], metrics[at - 1], metrics[at]
    if start.unit != end.unit or not value_of(start) or not _goes(text, start, end, change):
        return
    difference = abs(value_of(end) - value_of(start))
    # 1万亩 beside 1.2万亩 is as exact as it.
    room = min(slack_of(start), slack_of(end)) * 2
    if (change.unit == start.unit and change.unit not in ("%", "％")) or (
        change.unit == "个百分点" and start.unit in ("%", "％")
    ):
        true = difference
    elif change.unit in ("%", "％") and start.unit not in ("%", "％"):
        true = difference / abs(value_of(start)) * _HUNDRED
        room = room / abs(value_of(start)) * _HUNDRED
    else:
        return
    if abs(value_of(change) - true) > room + (step_of(change) or Decimal(0)) + (
        slack_of(change) if change.qualifier else 0
    ):
        detail = f"{start.written}→{end.written}，≠ {change.written}"
        yield slip(Finding.RATE_CONTRADICTED, _place(change), detail, _place(start), _place(end))


def _goes(text: str, start: Metric, end: Metric, change: Metric) -> bool:
    """Tell whether one value goes to the next, and the change is told of them in the next clause at once."""
    if not _FROM.search(text[max(0, start.start - 14) : start.start]) or not _TO.fullmatch(text, start.end, end.start):
        return False
    between = text[end.end : change.start]
    return _AT_ONCE.fullmatch(between) is not None and not _REAL_TERMS.search(between)


def _of_increase(text: str, by_id: dict[str, Metric], metrics: Sequence[Metric]) -> Iterator[Slip]:
    """达到24870元，比上年增加1584元，增长6.8%: level, amount of change and rate of change."""
    for amount, rate in pairwise(metrics):
        level = by_id.get(amount.change_of or "")
        if level is None or amount.change_of != rate.change_of or amount.direction is not rate.direction:
            continue
        if level.unit != amount.unit or level.unit in ("%", "％") or rate.unit not in ("%", "％"):
            continue
        if _REAL_TERMS.search(level.name + text[amount.end : rate.start]):
            continue
        sign = 1 if amount.direction is Direction.UP else -1
        base = value_of(level) - sign * value_of(amount)
        if base <= 0:
            continue
        true = value_of(amount) / base * _HUNDRED
        room = (slack_of(amount) + true / _HUNDRED * (slack_of(level) + slack_of(amount))) / base * _HUNDRED
        if _contradicts(rate, true, room):
            before = f"（{level.written} {'−' if sign > 0 else '+'} {amount.written}）"
            detail = f"{amount.written} ÷{before}= {_percent(true, rate)}，≠ {rate.written}"
            yield slip(Finding.RATE_CONTRADICTED, _place(rate), detail, _place(level), _place(amount))


def _percent(value: Decimal, like: Metric) -> str:
    """Return a percentage with as many decimals as the one it stands against."""
    step = step_of(like)
    return f"{value.quantize(step if 0 < step < 1 else Decimal(1))}%"


def _place(metric: Metric) -> tuple[int, int]:
    return metric.start, metric.end
