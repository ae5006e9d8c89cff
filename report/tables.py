"""The tables of a source as values of the model: where their cells stand in the text, their head rows and captions."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from report.metrics.table_cells import read_cells
from report.model import Table, TableCell
from report.source import LineKind, Source, SourceCell, SourceLine

_MOST_HEAD_ROWS: Final = 3  # two levels of heads and a row that numbers the columns
_MOST_COLUMNS: Final = 63  # as many as Word allows
_MOST_PLACES: Final = 500_000  # of rows and columns; what is larger is data and no table of a report
_LONGEST_CAPTION: Final = 40
_LINES_ABOVE: Final = 2  # a name and a unit

_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_COLUMN_NUMBERS: Final = tuple("甲乙丙丁")
_UNIT: Final = re.compile(
    r"(?:计量|数量|金额)?单\s*位\s*[：:]\s*([^：:（）()\s]{1,16}(?:\s?[、，,]\s?[^：:（）()\s]{1,8})*)"
)
_CAPTION: Final = re.compile(
    r"(?:附?表|附件|附录)\s?[0-9０-９一二三四五六七八九十]|.*(?:表|情况|一览|统计|目录|指标|目标|计划|预期|任务|安排|分解)$"
)
_SENTENCE_END: Final = tuple("。；！？，、：;,!?")


def tables_of(source: Source) -> tuple[Table, ...]:
    """Return the tables of a source in reading order; a frame of one column is none."""
    tables: list[Table] = []
    lines = source.lines
    starts = _starts(lines)
    at = 0
    for _table_number, group in groupby(lines, key=_table_key):
        rows = _with_cells(tuple(group))
        filled = [(line, start) for line, start in zip(rows, starts[at : at + len(rows)], strict=True) if line.cells]
        if filled:
            above = lines[max(0, at - _LINES_ABOVE) : at]
            made = _table([line for line, _start in filled], [start for _line, start in filled], above)
            if made is not None:
                tables.append(made)
        at += len(rows)
    return tuple(tables)


def _table_key(line: SourceLine) -> int:
    """Return the number of a line's table; -1 for a row of a format that knows no tables, as PDF."""
    return -1 if line.kind is LineKind.TABLE_ROW and not line.table else line.table


def _with_cells(rows: tuple[SourceLine, ...]) -> tuple[SourceLine, ...]:
    """Return rows that only tabs part with their cells.

    An empty cell leaves no trace on a page, so only the rows that have as many cells as most are believed.
    """
    if _table_key(rows[0]) != -1:
        return rows
    counts = Counter(line.text.count("\t") for line in rows)
    most, often = counts.most_common(1)[0]
    if most < 1 or often < 2 or often * 2 < len(rows):
        return rows
    return tuple(replace(line, cells=_tabbed(line.text)) if line.text.count("\t") == most else line for line in rows)


def _tabbed(text: str) -> tuple[SourceCell, ...]:
    cells: list[SourceCell] = []
    at = 0
    for column, written in enumerate(text.split("\t")):
        begin = at + len(written) - len(written.lstrip())
        cells.append(SourceCell(begin, begin + len(written.strip()), column))
        at += len(written) + 1
    return tuple(cells)


def _starts(lines: Sequence[SourceLine]) -> list[int]:
    starts: list[int] = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 1
    return starts


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[TableCell, ...]
    texts: tuple[str, ...]
    heads: bool

    @property
    def names(self) -> bool:
        """Whether it has words of its own in the first column; below a head they name what the row is about."""
        return any(cell.column == 0 and cell.end > cell.start for cell in self.cells)


def _table(lines: Sequence[SourceLine], starts: Sequence[int], above: Sequence[SourceLine]) -> Table | None:
    rows = _rows(lines, starts)
    columns = max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
    if not 2 <= columns <= _MOST_COLUMNS or len(rows) * columns > _MOST_PLACES:
        return None
    titles = _title_rows([row.texts for row in rows])
    words = [line.text for line in above if not line.table]
    words.extend(" ".join(filter(None, row.texts)) for row in rows[:titles])
    return Table(
        start=starts[0],
        end=starts[-1] + len(lines[-1].text),
        columns=columns,
        rows=tuple(row.cells for row in rows),
        head_rows=titles + _head_rows(rows[titles:]),
        caption=_caption(words),
        unit=_unit(words),
    )


def _rows(lines: Sequence[SourceLine], starts: Sequence[int]) -> list[_Row]:
    """Return the rows; lines that go on with a row are put together."""
    rows: list[_Row] = []
    for line, at in zip(lines, starts, strict=True):
        cells = tuple(
            TableCell(at + cell.start, at + cell.end, cell.column, cell.columns, cell.rows) for cell in line.cells
        )
        texts = tuple(line.text[cell.start : cell.end] for cell in line.cells)
        if line.goes_on and rows:
            rows[-1] = _Row(rows[-1].cells + cells, rows[-1].texts + texts, rows[-1].heads)
        else:
            rows.append(_Row(cells, texts, line.heads))
    return rows


def _title_rows(texts: Sequence[Sequence[str]]) -> int:
    """Count the rows at the top in which one cell stands alone: the table's name, its unit."""
    count = 0
    for row in texts[: len(texts) - 1]:
        if sum(bool(text) for text in row) != 1 or any(is_figure(text) for text in row):
            break
        count += 1
    return count


def _head_rows(rows: Sequence[_Row]) -> int:
    """Count the rows at the top that hold no figure and name no row, or that the format marks as heads."""
    marked = next((at for at, row in enumerate(rows) if not row.heads), 0)
    count = 0
    for row in rows[: min(_MOST_HEAD_ROWS, len(rows) - 1)]:
        if any(map(is_figure, row.texts)) and not _numbers_columns(row.texts):
            break
        if count and row.names and not _numbers_columns(row.texts):
            break
        count += 1
    return max(marked, count)


def is_figure(text: str) -> bool:
    """Tell whether a cell holds a figure and nothing else, but a sign, a unit or a word of change."""
    return bool(read_cells(text, 0, len(text)))


def _numbers_columns(row: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns (甲 乙 1 2 3) or names years (2022 2023)."""
    counted = [text for text in row if text not in _COLUMN_NUMBERS]
    if len(row) > 2 and counted == [str(number) for number in range(1, len(counted) + 1)]:
        return True
    figures = [text for text in row if is_figure(text)]
    return len(row) > 2 and len(figures) > 1 and all(map(_YEAR.fullmatch, figures))


def _caption(words: Sequence[str]) -> str:
    return next((text for text in reversed([*_captions(words)]) if text), "")


def _captions(words: Sequence[str]) -> Iterator[str]:
    for text in words:
        bare = _UNIT.sub("", text).strip("（）() \t")
        if len(bare) <= _LONGEST_CAPTION and not bare.endswith(_SENTENCE_END) and _CAPTION.match(bare):
            yield bare


def _unit(words: Sequence[str]) -> str:
    found = (_UNIT.search(text) for text in words if len(text) <= 2 * _LONGEST_CAPTION)
    return next((match.group(1).strip() for match in found if match), "")
