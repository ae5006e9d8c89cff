"""Gives what stretches, a form's writing space or the white of a cover, the room that is left on the page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from generators.document import Block, NewPart, PageBreak, Space, Table, TableRow
from generators.profiles import PT_PER_MM

LINE_PT: Final = 10 * PT_PER_MM  # from one line to write on to the next
_SLACK_PT: Final = 0.01


def stretches(table: Table) -> bool:
    """Tell whether a table has rows that take the room that is left."""
    return any(row.stretch for row in table.rows)


def stretched_heights(
    rows: Sequence[TableRow], heights_pt: Sequence[float], free_pt: float, row_pt: float
) -> tuple[float, ...]:
    """Return the heights of rows, those that stretch with their share of the free room; in lines where they have lines.

    `heights_pt` are the rows as measured, `free_pt` what the page has left below them, which may be less than nothing.
    """
    heights = _shared(rows, heights_pt, max(0.0, free_pt), row_pt)
    lined = [index for index, row in enumerate(rows) if row.lines and row.stretch]
    left_pt = 0.0
    for index in lined:
        whole = line_count(heights[index]) * LINE_PT
        left_pt += heights[index] - whole
        heights[index] = whole
    for index in reversed(lined):  # what is left of lines that are not whole makes whole ones
        if left_pt > LINE_PT - _SLACK_PT:
            heights[index] += LINE_PT
            left_pt -= LINE_PT
    plain = [index for index, row in enumerate(rows) if row.stretch and not row.lines and not row.most_rows]
    if plain:
        heights[plain[-1]] += left_pt
    return tuple(heights)


def line_count(height_pt: float) -> int:
    """Return how many lines to write on a row of this height has."""
    return max(1, int((height_pt + _SLACK_PT) / LINE_PT))


def written_out(table: Table, heights_pt: Sequence[float], row_pt: float) -> Table:
    """Return a table whose rows ask for these heights; one with lines to write on becomes a row a line."""
    rows: list[TableRow] = []
    for row, height in zip(table.rows, heights_pt, strict=True):
        if row.lines and row.stretch:
            rows += _lined(row, line_count(height), row_pt)
        else:
            rows.append(replace(row, rows=height / row_pt, stretch=0.0) if row.stretch else row)
    return replace(table, rows=tuple(rows))


def _shared(rows: Sequence[TableRow], heights_pt: Sequence[float], free_pt: float, row_pt: float) -> list[float]:
    """Return the heights with the free room shared out; what one row may not take goes to the others."""
    heights = list(heights_pt)
    open_rows = [index for index, row in enumerate(rows) if row.stretch]
    while open_rows and free_pt > _SLACK_PT:
        total = sum(rows[index].stretch for index in open_rows)
        share, left, taken = free_pt / total, list[int](), 0.0
        for index in open_rows:
            more = share * rows[index].stretch
            if rows[index].most_rows:
                more = max(0.0, min(more, rows[index].most_rows * row_pt - heights[index]))
            if more == share * rows[index].stretch:
                left.append(index)
            heights[index] += more
            taken += more
        if len(left) == len(open_rows):
            break
        open_rows, free_pt = left, free_pt - taken
    return heights


def _lined(row: TableRow, count: int, row_pt: float) -> Iterator[TableRow]:
    """Yield a row as `count` rows to write on: its label reaches over all of them."""
    *labels, last = row.cells
    for number in range(count):
        own = tuple(replace(label, rows=count) for label in labels) if number == 0 else ()
        words = last.runs if number == 0 else ()
        space = replace(last, runs=words, lines=(number > 0, number < count - 1))
        yield TableRow((*own, space), LINE_PT / row_pt, keep=row.keep or number < count - 1)


def filled(blocks: Sequence[Block], index: int, free_rows: float, rows_of: Callable[[int], float]) -> Space:
    """Return the space at `index` with its share of the rows that the page has left.

    `free_rows` is what the page has below the block before it, `rows_of` tells what a block takes.
    """
    space = blocks[index]
    if not isinstance(space, Space) or not space.share:
        raise ValueError("a space that does not stretch")
    shares = 0.0
    for at in range(index, len(blocks)):
        block = blocks[at]
        if isinstance(block, NewPart | PageBreak):
            break
        free_rows -= rows_of(at)
        shares += block.share if isinstance(block, Space) else 0.0
    return replace(space, rows=space.rows + int(max(0.0, free_rows) * space.share / shares), share=0.0)
