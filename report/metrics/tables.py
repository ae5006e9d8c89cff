"""Names the figures of a report's tables by the row and the column they stand in."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from report.metrics.numbers import plain
from report.metrics.outlook import Outlook, Place, resolved
from report.metrics.quantity import Quantity
from report.metrics.table_cells import CellFigure
from report.metrics.table_grid import Grid, GridRow, grid_of
from report.metrics.table_heads import (
    POINTS,
    Head,
    Role,
    Unit,
    counts,
    falls,
    is_rate,
    period_in,
    planned,
    read_head,
    rises,
    unit_of_table,
)
from report.metrics.table_rows import Label, Labels
from report.model import Direction, Metric, Table

_PERCENTS: Final = frozenset({"%", "％"})
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_CHANGE_ROW: Final = re.compile(
    r"(?P<of>.{0,30}?)(?:同比|[比较](?:上年|去年)(?:同期)?)(?:增长|增减|增速|增幅|[±＋+-]{1,2})?[率额]?"
)
_MONTH: Final = re.compile(r"[0-9]{1,2}月")
_EARLIER: Final = re.compile(r"上年|去年|上期|同期|基期|基数")


@dataclass(frozen=True, slots=True)
class TableFigures:
    """The metrics that tables hold, and the stretches in which the rules for running text find none."""

    metrics: tuple[Metric, ...]  # with ids of their own, that no metric of the running text has
    claimed: tuple[tuple[int, int], ...]  # in order, without overlap

    def without_claimed(self, quantities: Sequence[Quantity]) -> Sequence[Quantity]:
        """Return the quantities of running text that stand outside of what the tables claim."""
        if not self.claimed:
            return quantities
        starts = [start for start, _end in self.claimed]
        kept: list[Quantity] = []
        for quantity in quantities:
            at = bisect_right(starts, quantity.start) - 1
            if at < 0 or self.claimed[at][1] <= quantity.start:
                kept.append(quantity)
        return kept

    def merged(self, metrics: Iterable[Metric]) -> tuple[Metric, ...]:
        """Return the metrics of running text and tables in reading order, with ids m1, m2, …"""
        if not self.metrics:
            return tuple(metrics)
        both = sorted([*metrics, *self.metrics], key=lambda metric: metric.start)
        ids: dict[str | None, str] = {metric.id: f"m{at}" for at, metric in enumerate(both, start=1)}
        return tuple(
            replace(
                metric,
                id=f"m{at}",
                change_of=ids.get(metric.change_of),
                part_of=ids.get(metric.part_of),
                start_of=ids.get(metric.start_of),
            )
            for at, metric in enumerate(both, start=1)
        )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table with what holds for all its figures."""

    text: str
    grid: Grid
    labels: Labels
    unit: Unit | None
    place: Place
    around: str  # the period that its caption or its section names
    caption: str
    year: str  # the latest period that its heads name for figures achieved; 上年 is the one before


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure with its row and its column."""

    column: int
    figure: CellFigure
    head: Head
    label: Label


def find_in_tables(text: str, tables: Sequence[Table], outlook: Outlook) -> TableFigures:
    """Return the figures of all tables."""
    metrics: list[Metric] = []
    claimed: list[tuple[int, int]] = []
    for table in tables:
        sheet = _sheet(text, table, outlook)
        wholes: dict[int, Metric] = {}
        for row in sheet.grid.rows:
            metrics.extend(_row_metrics(sheet, row, wholes))
        claimed.extend(_claimed(sheet.grid))
    return TableFigures(tuple(metrics), tuple(sorted(claimed)))


def _sheet(text: str, table: Table, outlook: Outlook) -> _Sheet:
    grid = grid_of(text, table)
    place = outlook.place(table.start)
    around = resolved(period_in(table.caption), place.period)
    years = [head.period for head in grid.heads if head.target is not True and _YEAR.match(head.period)]
    return _Sheet(
        text=text,
        grid=grid,
        labels=Labels(grid),
        unit=unit_of_table(table.unit),
        place=place,
        around=around,
        caption=table.caption,
        year=max(years, default=around),
    )


def _claimed(grid: Grid) -> Iterator[tuple[int, int]]:
    """Yield the head, and of the rows with figures all cells but those that say something in words beside them."""
    # Over words alone there may be no head at all, but a first row like the others.
    if grid.head_end > grid.head_start and any(row.figures for row in grid.rows):
        yield grid.head_start, grid.head_end
    told = {Role.NONE: False, Role.LABEL: True}
    for row in grid.rows:
        for cell in row.cells:
            role = grid.heads[cell.column].role
            labelled = told.get(role, False) and bool(row.figures) and cell.column < min(row.figures)
            if cell.end > cell.start and (cell.column in row.figures or labelled):
                yield cell.start, cell.end


def _row_metrics(sheet: _Sheet, row: GridRow, wholes: dict[int, Metric]) -> Iterator[Metric]:
    found = _found(sheet, row)
    for one in found:
        base = _base(sheet, one, found) if one.head.role is Role.CHANGE else None
        metric = _metric(sheet, row, one, base)
        if metric is None:
            continue
        whole = wholes.get(one.column)
        change = _CHANGE_ROW.fullmatch(one.label.name) if one.head.role is Role.VALUE else None
        if change is not None:
            metric = _as_change(metric, whole, change["of"])
        elif not one.label.is_part:
            wholes[one.column] = metric
        elif whole is not None and whole.unit == metric.unit and Decimal(metric.value) <= Decimal(whole.value):
            metric = replace(metric, part_of=whole.id)
        yield metric


def _found(sheet: _Sheet, row: GridRow) -> list[_Found]:
    """Return the figures of a row that measure something, those that stand in its labels included."""
    found: list[_Found] = []
    named: set[int] = set()
    for column, figures in sorted(row.figures.items()):
        head = sheet.grid.heads[column]
        if head.role not in (Role.VALUE, Role.CHANGE, Role.SHARE):
            continue
        label = sheet.labels.of(row, column, sheet.text)
        if label.figure is not None and label.figure.start not in named:
            named.add(label.figure.start)
            found.append(_Found(label.column, label.figure, read_head(""), label))
        found.extend(_Found(column, figure, head, label) for figure in figures)
    return found


def _as_change(metric: Metric, level: Metric | None, of: str) -> Metric:
    """Join a row such as 同比增长 to the row that it follows."""
    is_rise = Decimal(metric.value) > 0 and metric.direction is Direction.NONE
    changed = replace(metric, unit=metric.unit or "%", direction=Direction.UP if is_rise else metric.direction)
    if level is None or of not in ("", level.name):
        return changed
    return replace(changed, name=level.name, change_of=level.id)


def _base(sheet: _Sheet, change: _Found, found: Sequence[_Found]) -> _Found | None:
    """Return the level that a change belongs to: of the figures since the last change the latest one achieved."""
    levels = [one for one in found if one.head.role is Role.VALUE and _has_unit(sheet, one)]
    before = [one for one in levels if one.column < change.column]
    last = max((one.column for one in found if one.head.role is Role.CHANGE and one.column < change.column), default=-1)
    near = [one for one in before if one.column > last] or before or levels

    def rank(one: _Found) -> tuple[bool, bool, bool, str, int]:
        return (
            bool(change.head.measures) and one.head.measures == change.head.measures,
            bool(one.head.target) == bool(change.head.target),
            not _EARLIER.search(one.head.words),
            _period(sheet, one),
            -abs(one.column - change.column),
        )

    return max(near, key=rank, default=None)


def _metric(sheet: _Sheet, row: GridRow, one: _Found, base: _Found | None) -> Metric | None:
    """Return a figure as a metric, None where neither row nor column says what it is."""
    name = _name(base or one) or _name(one)
    if not name or not _has_unit(sheet, one):
        return None
    figure = one.figure
    unit = _unit(sheet, one, base)
    return Metric(
        id=_id(figure),
        name=name,
        value=plain(figure.value * (unit.worth if figure.is_plain else 1)),
        unit=figure.unit or unit.written,
        written=sheet.text[figure.start : figure.end],
        qualifier=figure.qualifier,
        direction=_direction(one),
        start=figure.start,
        end=figure.end,
        section=sheet.place.section,
        sentence_start=row.start,
        sentence_end=row.end,
        change_of=None if base is None else _id(base.figure),
        period=_period(sheet, base if base is not None and not one.head.period else one),
        target=_target(sheet, one, base),
    )


def _id(figure: CellFigure) -> str:
    return f"t{figure.start}"


def _has_unit(sheet: _Sheet, one: _Found) -> bool:
    """Tell whether a figure is more than a bare number under nothing, and no year."""
    if one.figure.unit or not one.figure.is_plain or one.label.unit or one.head.unit:
        return True
    written = sheet.text[one.figure.start : one.figure.end]
    return bool(one.head.words) and not _YEAR.fullmatch(written)


def _name(one: _Found) -> str:
    name, measures = one.label.name, one.head.measures
    if one.label.is_total:
        return measures + name
    return name if name.endswith(measures) else name + measures


def _unit(sheet: _Sheet, one: _Found, base: _Found | None) -> Unit:
    """Return the unit of a figure that names none: of its head, its row, its table, in this order of nearness."""
    if one.head.role is Role.SHARE:
        return one.head.unit or Unit("")
    if one.head.role is Role.CHANGE:
        own = one.head.unit
        is_rate_of_rate = base is not None and _unit(sheet, base, None).written in _PERCENTS
        if (
            own is not None
            and own.written in _PERCENTS
            and is_rate_of_rate
            and not any(sign in one.head.words for sign in _PERCENTS)
        ):
            return POINTS
        return own or (_unit(sheet, base, None) if base is not None else Unit(""))
    told = one.label.unit or one.head.unit
    if told is not None:
        return told
    name = one.label.name + one.head.measures
    fits = sheet.unit is not None and not is_rate(name) and not (sheet.unit.written == "元" and counts(name))
    return sheet.unit if sheet.unit is not None and fits else Unit("")


def _direction(one: _Found) -> Direction:
    figure = one.figure
    if figure.direction is not Direction.NONE and (one.head.role is Role.CHANGE or figure.unit):
        return figure.direction
    if figure.value <= 0:
        return Direction.NONE
    if one.head.role is Role.CHANGE:
        return Direction.DOWN if one.head.falls else Direction.UP
    if one.head.role is Role.VALUE and falls(one.label.name):
        return Direction.DOWN
    return Direction.UP if one.head.role is Role.VALUE and rises(one.label.name) else Direction.NONE


def _period(sheet: _Sheet, one: _Found) -> str:
    named = one.head.period or one.label.period
    is_earlier = one.head.role is Role.VALUE and _EARLIER.search(one.head.words) is not None
    if not named and is_earlier:
        named = "上年"
    around = sheet.year if is_earlier else sheet.around
    year = _YEAR.match(around)
    if year is not None and _MONTH.fullmatch(named):
        return f"{year.group()}年{named}"
    return resolved(named, around)


def _target(sheet: _Sheet, one: _Found, base: _Found | None) -> bool | None:
    for each in (one, base):
        if each is not None and each.head.target is not None:
            return each.head.target
    told = planned(sheet.caption)
    return sheet.place.target if told is None else told
