"""The block of key figures (主要数据): name, dots, value; a change beside its level, a part below its whole."""

from collections.abc import Iterator

from generators.compose.setting import Setting
from generators.document import Block, Role, Run, TextBlock
from report.model import Direction, Metric, Report

FIGURES_AFTER = "印在正文后"


def figures(setting: Setting) -> Iterator[Block]:
    """Yield the ticked figures, one a line, where the field `figures` asks for them."""
    if setting.fields.get("figures", FIGURES_AFTER) == FIGURES_AFTER:
        yield from _lines(setting.report, setting.excerpt.figures)


def _lines(report: Report, figures: tuple[Metric, ...]) -> Iterator[Block]:
    if not figures:
        return
    yield TextBlock(Role.FIGURES_TITLE, (Run("主要数据"),), bookmark=2)
    shown = {metric.id for metric in figures}
    changes: dict[str, list[Metric]] = {}
    for metric in figures:
        if metric.change_of in shown:
            changes.setdefault(metric.change_of or "", []).append(metric)
    for metric, until in _ranges(report, figures):
        if metric.change_of not in shown:
            name = f"其中：{metric.name}" if metric.part_of in shown else metric.name
            # A plan's figure must not pass for a result beside last year's of the same name.
            goal = "（目标）" if metric.target else ""
            value = _value(report, metric, until)
            for change in changes.get(metric.id, ()):
                value = (*value, Run("，"), *_value(report, change, change.end))
            yield TextBlock(Role.FIGURE, (Run(name + goal),), value)


def _ranges(report: Report, figures: tuple[Metric, ...]) -> Iterator[tuple[Metric, int]]:
    """Yield each figure with the end of its words; the two ends of a range (2至3个, 10%～15%) are one figure."""
    last = -1
    for metric, after in zip(figures, (*figures[1:], None), strict=True):
        if metric.start < last:
            continue
        last = metric.end
        if after is not None and report.text[metric.end : after.start] in _RANGE_MARKS:
            last = after.end
        yield metric, last


_RANGE_MARKS = frozenset(("至", "到", "—", "——", "～", "~", "-", "－", "–"))
# Verbs of change that stand right before an amount of change: 增长8.5%, 压减3万元.
_CHANGES = frozenset(
    ("增长", "提高", "上升", "增加", "上涨", "提升", "下降", "减少", "降低", "压减", "压缩", "回落", "缩短")
)


def _value(report: Report, metric: Metric, until: int) -> tuple[Run, ...]:
    """Return a figure as written; an amount of change with the verb that says which way it goes."""
    written = report.text[metric.start : until]
    verb = report.text[metric.start - 2 : metric.start]
    if metric.direction is Direction.NONE:
        return (Run(written, metric.start),)
    if verb in _CHANGES:
        return (Run(verb + written, metric.start - 2),)
    return Run("增长" if metric.direction is Direction.UP else "下降"), Run(written, metric.start)
