"""Says where a table may be parted: bands of rows that belong together, and the parts of a band of merged cells.

A band that merged cells hold together stays whole where that leaves no great gap; else it is parted between its rows,
and its merged cells are told again on the next page, with （续）.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generators.document import CellAlign, Run, Table
from generators.table_setting import SetCell, SetTable, set_words
from generators.typeset import Typesetter

_AGAIN = "（续）"
_WHOLE = 1 / 3  # of a page: a band that is no higher is not parted
_FEWEST_PARTS = 2  # of a band at the foot of a page


@dataclass(frozen=True, slots=True)
class Band:
    """Rows `first` to `last` that stay together, with their height in points."""

    first: int
    last: int
    height_pt: float


def bands(table: Table, measured: SetTable) -> Iterator[Band]:
    """Yield the body's rows in bands that stay together: joined by merged cells, or kept with the row below."""
    yield from _joined(table, measured, measured.head_rows, len(measured.heights_pt), merged=True)


def parts(table: Table, measured: SetTable, band: Band) -> list[Band]:
    """Return what a band can be parted into: its rows, but those that are kept with the row below."""
    return list(_joined(table, measured, band.first, band.last, merged=False))


def _joined(table: Table, measured: SetTable, begin: int, end: int, *, merged: bool) -> Iterator[Band]:
    first = reach = begin
    for number in range(begin, end):
        own = table.rows[number - measured.head_rows]
        if merged:
            reach = max(reach, number, *(number + cell.place.cell.rows - 1 for cell in measured.starting(number)))
        if own.keep:
            reach = max(reach, number + 1)
        if reach <= number or number == end - 1:
            yield Band(first, number + 1, sum(measured.heights_pt[first : number + 1]))
            first = number + 1


def count_that_fit(found: Sequence[Band], free_pt: float) -> int:
    """Return how many bands, one under the other, have room."""
    count = 0
    for band in found:
        free_pt -= band.height_pt
        if free_pt < 0:
            break
        count += 1
    return count


def stays_whole(found: Sequence[Band], free_pt: float, page_pt: float) -> bool:
    """Tell whether a band of these parts, which the page has no room for, goes to the next page as a whole."""
    height = sum(band.height_pt for band in found)
    fitting = count_that_fit(found, free_pt)
    return len(found) == 1 or height <= page_pt * _WHOLE or (fitting < _FEWEST_PARTS and height <= page_pt)


def holds_merged(measured: SetTable, rows: Sequence[Band]) -> bool:
    """Tell whether the merged cells that begin in some rows have room for their words in them."""
    last = rows[-1].last
    return all(
        cell.height_pt <= sum(measured.heights_pt[row:last])
        for row in range(rows[0].first, last)
        for cell in measured.starting(row)
        if cell.place.cell.rows > 1
    )


def merged_over(measured: SetTable, row: int) -> Iterator[SetCell]:
    """Yield the merged cells that began above a row and reach into it."""
    for cell in measured.cells:
        if cell.place.row < row < cell.place.row + cell.place.cell.rows:
            yield cell


def told_again(cell: SetCell, setter: Typesetter, width_pt: float) -> SetCell:
    """Return a merged cell as it stands on the next page: a number again, words with （续） behind them."""
    text = cell.words.text
    if not text or text.isdigit() or cell.place.cell.align is CellAlign.DECIMAL:
        return cell
    longer = replace(cell.place.cell, runs=(*cell.place.cell.runs, Run(_AGAIN)))
    return set_words(replace(cell.place, cell=longer), cell.look, setter, width_pt)
