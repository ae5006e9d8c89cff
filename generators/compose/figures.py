"""The block of key figures (主要数据): name, dots, value; a change beside its level, a plan and the parts below it."""

from collections.abc import Iterator

from generators.compose.figure_words import began_words, figure_words
from generators.compose.ledger import Entry, Figure, entries_of
from generators.compose.setting import Setting
from generators.document import Block, Role, Run, TextBlock
from report.model import Report

FIGURES_AFTER = "印在正文后"


def figures(setting: Setting) -> Iterator[Block]:
    """Yield the ticked figures, one indicator a line, where the field `figures` asks for them."""
    entries = entries_of(setting.report, setting.excerpt.figures)
    if setting.fields.get("figures", FIGURES_AFTER) != FIGURES_AFTER or not entries:
        return
    yield TextBlock(Role.FIGURES_TITLE, (Run("主要数据"),), bookmark=2)
    for entry in entries:
        yield from _lines(setting.report, entry)


def _lines(report: Report, entry: Entry) -> Iterator[Block]:
    """Yield the line of what was achieved, and that of a plan: it must not pass for a result of the same name."""
    name = f"其中：{entry.name}" if entry.part else entry.name
    done = [figure for figure in (entry.level, entry.change, entry.share) if figure is not None]
    told = [*entry.others, *((entry.began,) if entry.began is not None else ())]
    if done:
        ours = [figure for figure in told if not figure.metric.target]
        yield TextBlock(Role.FIGURE, (Run(name),), _value(report, entry, [*done, *ours]))
        told = [figure for figure in told if figure.metric.target]
    if entry.target is not None:
        yield TextBlock(Role.FIGURE, (Run(f"{name}（目标）"),), _value(report, entry, [entry.target, *told]))
    elif told:
        yield TextBlock(Role.FIGURE, (Run(f"{name}（目标）" if done else name),), _value(report, entry, told))


def _value(report: Report, entry: Entry, figures: list[Figure]) -> tuple[Run, ...]:
    """Return figures as written, a start value in brackets behind them."""
    runs: list[Run] = []
    for number, figure in enumerate(figures):
        if figure is entry.began:
            runs += [Run("（"), *began_words(report, figure), Run("）")] if number else began_words(report, figure)
        else:
            share = (Run("完成目标的"),) if figure is entry.share else ()
            runs += [*((Run("，"),) if number else ()), *share, *figure_words(report, figure)]
    return tuple(runs)
