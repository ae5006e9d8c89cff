"""Finds what a row of a table is about, and the unit that stands in it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from report.metrics.table_cells import CellFigure, named_figure
from report.metrics.table_grid import Grid, GridRow
from report.metrics.table_heads import Role, Unit, label_unit, names_time, period_in, unit_cell

_ENUMERATOR: Final = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)][、.．]?|[一二三四五六七八九十]{1,3}[、.．]|[（(]?[0-9]{1,2}[）)][、.．]?|"
    r"[0-9]{1,2}[、.．](?![0-9])|[①-⑳#＃☆★*＊•●■◆▪·\-—－]+)\s*"
)
_PART: Final = re.compile(r"其中[：:]?\s*")
_TOTAL: Final = re.compile(r"合\s*计|总\s*计|小\s*计|合计数|总数|总量")
_LONGEST_NAME: Final = 80
_CLAUSE_END: Final = re.compile("[，。；：,;:]")
_SHORTEST_ALONE: Final = 3  # characters; a shorter name says too little without its group
_GENERAL: Final = frozenset(
    {"数量", "总量", "面积", "产量", "产值", "金额", "投资", "人数", "个数", "增速", "增长", "总数", "规模"}
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a row says of its figures."""

    name: str
    unit: Unit | None  # of the label itself or of a column of units
    period: str  # of a row that is about a time
    is_part: bool  # 其中：
    is_total: bool
    column: int = -1  # where it stands
    figure: CellFigure | None = None  # the one that closes it: 粮食产量3.2万吨


class Labels:
    """The labels of a table's rows."""

    def __init__(self, grid: Grid) -> None:
        """Look through the columns of words and of units."""
        self._grid = grid
        self._names = tuple(at for at, head in enumerate(grid.heads) if head.role is Role.LABEL)
        self._units = tuple(at for at, head in enumerate(grid.heads) if head.role is Role.UNIT)
        self._counts = {at: Counter(row.texts[at] for row in grid.rows) for at in self._names}

    def of(self, row: GridRow, column: int, text: str) -> Label:
        """Return the label of a row for a figure in a column: what stands left of it, and its unit."""
        at = self._naming(row, column)
        cell = next((each for each in row.cells if each.column == at), None)
        named = None if cell is None else named_figure(text, cell.start, cell.end)
        written = _short(row.texts[at]) if at is not None else ""
        if named is not None:
            written = named[0]
        part = _PART.match(written)
        words, unit = label_unit(_ENUMERATOR.sub("", written[part.end() :] if part else written, count=1))
        inner = _PART.match(words)
        name = (words[inner.end() :] if inner else words).strip("：:")
        above = self._above(row, at)
        if above and (self._counts[at or 0][row.texts[at or 0]] > 1 or name in _GENERAL or len(name) < _SHORTEST_ALONE):
            name = above + name
        timed = names_time(name)
        return Label(
            name="" if timed else name,
            unit=self._unit(row, column) or unit,
            period=period_in(name) if timed else "",
            is_part=part is not None or inner is not None,
            is_total=_TOTAL.fullmatch(name) is not None,
            column=-1 if at is None else at,
            figure=None if named is None else named[1],
        )

    def _naming(self, row: GridRow, column: int) -> int | None:
        """Return the column that names a row: the nearest headed 指标 or 项目, else the first not merged."""
        left = [at for at in self._names if at < column and row.texts[at]]
        named = [at for at in left if self._grid.heads[at].names]
        if named:
            return named[-1]
        blocks = _blocks(left)
        # Without heads each block of words names the figures right of it; heads tell of further columns of words.
        first = blocks[0 if any(self._grid.heads[at].words for at in left) else -1] if blocks else []
        if not first:
            return None
        own = {cell.column for cell in row.cells if cell.rows == 1}
        return next((at for at in first if at in own), first[-1])

    def _above(self, row: GridRow, at: int | None) -> str:
        """Return the group that a row stands in: the words in the column of names left of its own."""
        left = [each for each in self._names if at is not None and each < at and row.texts[each]]
        if not left or at is None or row.texts[left[-1]] == row.texts[at]:
            return ""
        if any(head.role in (Role.VALUE, Role.CHANGE, Role.SHARE) for head in self._grid.heads[left[-1] : at]):
            return ""  # the names of other figures, in a table that is folded to stand side by side
        return _ENUMERATOR.sub("", row.texts[left[-1]], count=1)

    def _unit(self, row: GridRow, column: int) -> Unit | None:
        left = [at for at in self._units if at < column] or list(self._units)
        return unit_cell(row.texts[left[-1]]) if left else None


def _short(words: str) -> str:
    """Return the first clause of a label that is a whole paragraph."""
    return words if len(words) <= _LONGEST_NAME else _CLAUSE_END.split(words[:_LONGEST_NAME])[0]


def _blocks(columns: Sequence[int]) -> list[list[int]]:
    """Return columns in groups that stand side by side."""
    blocks: list[list[int]] = []
    for column in columns:
        if blocks and column == blocks[-1][-1] + 1:
            blocks[-1].append(column)
        else:
            blocks.append([column])
    return blocks
