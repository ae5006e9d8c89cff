"""Finds tables that a program has written cell by cell, a line each: the columns show in what comes again. Pure."""

import re
from collections.abc import Sequence
from typing import Final

_LONGEST_CELL: Final = 30  # characters
_COLUMNS: Final = range(3, 13)
_FEWEST_ROWS: Final = 2  # below the head
_SENTENCE: Final = re.compile("[。；！？，：:]")
# What stands over the first column of a table, and over others: words about figures, not figures.
_FIRST_HEAD: Final = re.compile(
    r"序\s?号|(?:主要|重点|经济)?(?:指标|项目|事项)(?:名称)?|名称|类别|乡镇|村名|行政村|地区|单位|年份|月份|企业名称"
)
_HEAD: Final = re.compile(
    r"单位|名称|指标|项目|完成|目标|计划|同比|增长|增幅|增速|数量|金额|投资|产值|面积|备注|(?:19|20)[0-9]{2}年|上年|比重|占比|[（(][^（）()]{1,6}[）)]$"
)
_FIGURE: Final = re.compile(
    r"(?!(?:19|20)[0-9]{2}年|[0-9]{1,2}(?:[-—至][0-9]{1,2})?月)[约近超逾≥≤+＋\-−－]?[0-9０-９][0-9０-９,，.．]*\s?[^0-9。；，]{0,5}$"
)
_NOTHING: Final = frozenset({"-", "－", "—", "——", "–", "/", "无"})


def flat_table(lines: Sequence[str], at: int) -> tuple[int, int]:
    """Return columns and rows, the head included, of the table that begins at a line; (0, 0) where none does."""
    if _FIRST_HEAD.fullmatch(lines[at].strip()) is None:
        return 0, 0
    best = (0, 0)
    for columns in _COLUMNS:
        head = [line.strip() for line in lines[at : at + columns]]
        if len(head) < columns or not all(_is_cell(cell) and not _FIGURE.match(cell) for cell in head):
            break
        if sum(_HEAD.search(cell) is not None for cell in head) < 2 or len(set(head)) < columns:
            continue
        rows = _rows(lines, at + columns, columns)
        if rows >= _FEWEST_ROWS and columns * rows > best[0] * best[1]:
            best = columns, rows + 1
    return best


def _rows(lines: Sequence[str], at: int, columns: int) -> int:
    """Count the rows below a head; each column holds figures in all rows or in none, and at least one of them does."""
    kinds: list[bool | None] = [None] * columns
    rows = 0
    while at + (rows + 1) * columns <= len(lines):
        row = [line.strip() for line in lines[at + rows * columns : at + (rows + 1) * columns]]
        own = [None if cell in _NOTHING else _FIGURE.match(cell) is not None for cell in row]
        if not all(map(_is_cell, row)) or any(None not in (a, b) and a != b for a, b in zip(kinds, own, strict=True)):
            break
        kinds = [a if b is None else b for a, b in zip(kinds, own, strict=True)]
        rows += 1
    if _goes_on(lines, at + rows * columns, columns):
        rows -= 1
    words = [column for column, kind in enumerate(kinds) if kind is False]
    figures = [column for column, kind in enumerate(kinds) if kind]
    return rows if words and figures and words[0] < 2 and max(figures) > words[0] else 0


def _goes_on(lines: Sequence[str], at: int, columns: int) -> bool:
    """Tell whether more cells follow the last row that fits: an empty one has left no line, and it may be wrong."""
    row = [line.strip() for line in lines[at : at + columns - 1]]
    cells = next((place for place, text in enumerate(row) if not _is_cell(text)), len(row))
    return any(_FIGURE.match(text) for text in row[:cells])


def _is_cell(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_CELL and "\t" not in text and _SENTENCE.search(text.replace("其中：", "")) is None
