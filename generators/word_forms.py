"""Gives the forms of a Word paper their writing space: so much that each stands on one page.

Word lays the page out itself; here the rows are counted with widths from Unicode, on the careful side.
"""

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generators.document import Block, NewPart, PageBreak, Role, Run, Space, Table, TableRow, TextBlock
from generators.profiles import PT_PER_MM, Align, Look, Profile
from generators.stretching import filled, stretched_heights, stretches, written_out
from generators.title_breaks import break_title

_CELL_SIDES_PT: Final = 8.0  # the margins of the base document's table style, and its rules
_CELL_ENDS_PT: Final = 4.6
_SPARE_PT: Final = 6 * PT_PER_MM  # what word processors differ in over a page


def with_room(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """Yield the blocks, their stretchable tables with the height that their page has left."""
    used_pt, landscape = 0.0, False
    for index, block in enumerate(blocks):
        if isinstance(block, NewPart | PageBreak):
            used_pt = 0.0
            landscape = block.landscape if isinstance(block, NewPart) else landscape
        if isinstance(block, Space) and block.share:
            free = profile.grid.rows - 1 - used_pt / profile.row_pt
            block = filled(blocks, index, free, lambda at: _rows(blocks[at], profile))  # noqa: PLW2901
        used_pt += _rows(block, profile) * profile.row_pt
        if not isinstance(block, Table) or not stretches(block):
            yield block
            continue
        area = profile.area(landscape=landscape)
        heights = list(_heights((*block.head, *block.rows), block, profile, area.width_pt))
        notes = sum(_lines(_words(note), profile.look(Role.NOTE), area.width_pt) for note in block.notes)
        free = area.height_pt - used_pt - sum(heights) - notes * profile.row_pt - _SPARE_PT
        rows = stretched_heights(block.rows, heights[len(block.head) :], free, profile.row_pt)
        yield written_out(block, rows, profile.row_pt)
        used_pt = area.height_pt


def _rows(block: Block, profile: Profile) -> float:
    """Return the rows that a paragraph or a space takes in Word."""
    if isinstance(block, Space):
        return math.ceil(block.rows)
    if not isinstance(block, TextBlock):
        return 0.0
    look = profile.look(block.role)
    lines = _lines(block.text, look, profile.width_pt)
    return look.rows_before + math.ceil(look.rows * lines) + look.rows_after


def _heights(rows: Iterable[TableRow], table: Table, profile: Profile, width_pt: float) -> Iterator[float]:
    """Yield the least height of each row: what it asks for, or what its longest cell needs."""
    total = sum(column.share for column in table.columns)
    for row in rows:
        column, height = 0, row.rows * profile.row_pt
        for cell in row.cells:
            share = sum(each.share for each in table.columns[column : column + cell.columns])
            look = profile.look(cell.role or Role.TABLE_CELL)
            lines = _lines(cell.text, look, width_pt * share / total - _CELL_SIDES_PT) if cell.runs else 0
            height = max(height, lines * look.rows * profile.row_pt + _CELL_ENDS_PT)
            column += cell.columns
        yield height


def _lines(text: str, look: Look, width_pt: float) -> int:
    """Return how many lines words take; a centred line is broken by sense."""
    widths = [look.size_pt if unicodedata.east_asian_width(each) in "WFA" else look.size_pt / 2 for each in text]
    if look.align is Align.CENTER and sum(widths) > width_pt:
        return len(break_title(text, widths, [width < look.size_pt for width in widths], width_pt))
    per_line = max(look.size_pt, width_pt - look.size_pt / 2)
    return max(1, math.ceil(sum(widths) / per_line))


def _words(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
