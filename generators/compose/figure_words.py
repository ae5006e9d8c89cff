"""The words of a figure on paper, each leading back to the report: number and unit, change with its verb. Pure."""

import re

from generators.compose.ledger import Figure
from generators.document import Run
from report.model import Direction, Metric, Report

_DIGITS = re.compile(r"[0-9０-９]")
_MULTIPLIERS = "千百万亿"
_WAYS = {Direction.UP: "增长", Direction.DOWN: "下降"}
# Verbs of change that stand right before an amount of change: 增长8.5%, 压减3万元.
_VERBS = frozenset(
    (
        *("增长", "提高", "上升", "增加", "上涨", "提升", "下降", "减少", "降低", "压减", "压缩", "回落", "缩短"),
        *("收窄", "扩大", "前移", "上浮", "下浮", "缩减", "削减", "净增", "下调", "上调", "递增", "同增"),
    )
)
_FROM = ("由", "从")


def words_of(report: Report, figure: Figure) -> Run:
    """Return a figure as the report has it, the two ends of a range with what stands between them."""
    return Run(report.text[figure.start : figure.end], figure.start)


def change_words(report: Report, change: Figure) -> tuple[Run, ...]:
    """Return a change with the verb before it, or the verb of its way where none stands there."""
    words = words_of(report, change)
    verb = report.text[max(0, change.start - 2) : change.start]
    if verb in _VERBS:
        return (Run(verb + words.text, change.start - 2),)
    way = _WAYS.get(change.metric.direction, "")
    return (*((Run(way),) if way else ()), words)


def figure_words(report: Report, figure: Figure) -> tuple[Run, ...]:
    """Return a level as written, an amount of change with its verb."""
    if figure.metric.direction is Direction.NONE:
        return (words_of(report, figure),)
    return change_words(report, figure)


def began_words(report: Report, figure: Figure) -> tuple[Run, ...]:
    """Return the value that a figure rose or fell from: 由58%."""
    words = words_of(report, figure)
    if report.text[figure.start - 1 : figure.start] in _FROM:
        return (Run(report.text[figure.start - 1] + words.text, figure.start - 1),)
    return Run("由"), words


def split_words(report: Report, figure: Figure) -> tuple[tuple[Run, ...], Run | None]:
    """Return what is written of a figure in two: the number with its qualifiers, and multiplier and unit.

    近1.3亿元 gives 近1.3 and 亿元, 5800余亩 gives 5800余 and 亩, 1万多人 gives 1万多 and 人, 2至3个 gives 2至3 and 个.
    A rank (第3位), a range whose ends have a unit each and what has no unit stay whole.
    """
    metric = figure.upper or figure.metric
    whole = words_of(report, figure)
    low = figure.metric.written
    twice = figure.upper is not None and not low.strip()[-1:].isdigit()
    if not metric.unit or metric.written.startswith("第") or twice:
        return (whole,), None
    at, length = _unit_in(metric)
    if not length:
        return (whole,), None
    at += metric.start
    behind = report.text[at + length : figure.end]
    runs = (Run(report.text[figure.start : at], figure.start), Run(behind, at + length))
    return tuple(run for run in runs if run.text), Run(report.text[at : at + length], at)


def _unit_in(metric: Metric) -> tuple[int, int]:
    """Return where multiplier and unit stand in what is written, as offset and length; length 0 for nowhere."""
    at = metric.written.rfind(metric.unit)
    if at < 0:
        return 0, 0
    first = at
    while first and metric.written[first - 1] in _MULTIPLIERS and _DIGITS.search(metric.written[:first]):
        first -= 1
    return first, at + len(metric.unit) - first
