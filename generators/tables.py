"""Places a table on the page: its rows whole, its head on every page it goes on to, 续表 above that."""

import math
from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from generators.document import Role, Run, Table
from generators.flow import Flow
from generators.linebreak import Line, break_lines
from generators.pages import PlacedRule
from generators.profiles import PT_PER_MM, Align, Color
from generators.stretching import LINE_PT, line_count, stretched_heights, stretches
from generators.table_setting import PAD_X_PT, PAD_Y_PT, SetCell, SetTable, set_table
from generators.table_splitting import (
    Band,
    bands,
    count_that_fit,
    holds_merged,
    merged_over,
    parts,
    stays_whole,
    told_again,
)
from generators.typeset import Spot, place, whole

_OUTER_PT = 0.35 * PT_PER_MM  # the thicknesses of GB/T 9704—2012, 7.4.1
_INNER_PT = 0.25 * PT_PER_MM
_CONTINUED = "续表"
_SLACK_PT = 0.01


def draw_table(flow: Flow, table: Table, index: int) -> None:
    """Place a table at the next free row; what follows it begins on a whole row."""
    measured = set_table(table, flow.setter, flow.area.width_pt)
    if stretches(table):
        flow.need(_first_rows(flow, table, measured))
        head, rows = measured.heights_pt[: measured.head_rows], measured.heights_pt[measured.head_rows :]
        free_pt = _free_pt(flow, table, measured)
        heights = (*head, *stretched_heights(table.rows, rows, free_pt, flow.profile.row_pt))
        measured = replace(measured, heights_pt=heights)
    _Drawing(flow, table, measured, index).draw()


def first_rows(flow: Flow, table: Table) -> float:
    """Return the rows of the grid that a table's caption, head and first band need to stand on one page."""
    return _first_rows(flow, table, set_table(table, flow.setter, flow.area.width_pt))


def _first_rows(flow: Flow, table: Table, measured: SetTable) -> float:
    band = next(bands(table, measured), None)
    head = sum(measured.heights_pt[: measured.head_rows])
    first = 0.0
    if band is not None:
        found, page = parts(table, measured, band), flow.area.height_pt - head
        first = band.height_pt if stays_whole(found, page, page) else found[0].height_pt
    height = head + first
    return math.ceil(height / flow.profile.row_pt) + (1 if table.caption else 0)


def _free_pt(flow: Flow, table: Table, measured: SetTable) -> float:
    """Return what the page has left below a table with its caption and notes."""
    area, look = flow.area, flow.profile.look(Role.NOTE)
    rows = (area.rows - math.ceil(flow.row)) - (1 if table.caption else 0)
    for note in table.notes:
        rows -= math.ceil(sum(flow.setter.set_runs(note, look).widths) / area.width_pt)
    return rows * flow.profile.row_pt - sum(measured.heights_pt)


class _Drawing:
    """One table being placed: where it has got to on the page that is being filled."""

    def __init__(self, flow: Flow, table: Table, measured: SetTable, index: int) -> None:
        self.flow = flow
        self.table = table
        self.measured = measured
        self.index = index
        self.y_pt = 0.0  # the lower edge of what is placed
        self.top_pt = 0.0  # the upper edge of the table on this page

    def draw(self) -> None:
        """Place everything, from the caption to the notes."""
        flow = self.flow
        flow.need(first_rows(flow, self.table))
        if self.table.caption:
            self._line(self.table.caption, Role.TABLE_CAPTION)
        self._begin()
        for band in bands(self.table, self.measured):
            self._draw_band(band)
        self._end()
        flow.row = math.ceil((self.y_pt - flow.area.top_pt) / flow.profile.row_pt - _SLACK_PT)
        for note in self.table.notes:
            self._line(note, Role.NOTE)

    def _foot_pt(self) -> float:
        return self.flow.area.top_pt + self.flow.area.height_pt

    def _body_top_pt(self) -> float:
        return self.top_pt + sum(self.measured.heights_pt[: self.measured.head_rows])

    def _begin(self) -> None:
        self.top_pt = self.y_pt = self.flow.top(self.flow.row)
        self._draw_rows(range(self.measured.head_rows))

    def _end(self) -> None:
        """Draw the outer rules of what stands on this page."""
        area, height = self.flow.area, self.y_pt - self.top_pt
        for y in (self.top_pt, self.y_pt):
            self._rule(area.left_pt, y - _OUTER_PT / 2, area.width_pt, _OUTER_PT)
        for x in (area.left_pt, area.left_pt + area.width_pt - _OUTER_PT):
            self._rule(x, self.top_pt, _OUTER_PT, height)

    def _go_on(self) -> None:
        self._end()
        self.flow.new_page()
        if self.table.continuation:
            self._line((Run(_CONTINUED),), Role.TABLE_CAPTION, Align.RIGHT, artifact=True)
        self._begin()

    def _draw_band(self, band: Band) -> None:
        """Place a band, whole where the page or the next one has room and no great gap is left; else in parts."""
        if not self._fits(band.height_pt):
            found = parts(self.table, self.measured, band)
            head = self._body_top_pt() - self.top_pt
            page = self.flow.area.height_pt - head - self._continued_pt()
            if not stays_whole(found, self._free_pt(), page):
                self._draw_parts(found)
                return
            if self.y_pt > self._body_top_pt():
                self._go_on()
        if self._fits(band.height_pt):
            self._draw_rows(range(band.first, band.last))
        else:
            self._draw_split(range(band.first, band.last))

    def _draw_parts(self, found: Sequence[Band]) -> None:
        """Place a band row by row over pages; what its merged cells say stands again on each."""
        left = list(found)
        while left:
            count = count_that_fit(left, self._free_pt() + _SLACK_PT)
            begun = self.y_pt > self._body_top_pt()
            if count and (not begun or holds_merged(self.measured, left[:count])):
                self._draw_fragment(left[0].first, left[count - 1].last)
            elif begun:
                self._go_on()
                continue
            else:
                count = 1
                self._draw_split(range(left[0].first, left[0].last))
            del left[:count]
            if left:
                self._go_on()

    def _draw_fragment(self, first: int, last: int) -> None:
        """Place rows of a band that is parted; merged cells end with them, and those from above are told again."""
        heights, edges = list(self.measured.heights_pt), self.measured.edges_pt
        again = [
            told_again(
                cell, self.flow.setter, edges[cell.place.column + cell.place.cell.columns] - edges[cell.place.column]
            )
            for cell in merged_over(self.measured, first)
        ]
        lacking = max((cell.height_pt for cell in again), default=0.0) - sum(heights[first:last])
        heights[last - 1] += max(0.0, min(lacking, self._free_pt() - sum(heights[first:last])))
        for cell in again:
            reach = min(last, cell.place.row + cell.place.cell.rows)
            self._draw_cell(cell, self.y_pt, sum(heights[first:reach]), cell.lines, artifact=True)
        for row in range(first, last):
            for cell in self.measured.starting(row):
                height = sum(heights[row : min(last, row + cell.place.cell.rows)])
                self._draw_cell(cell, self.y_pt, height, cell.lines)
            self.y_pt += heights[row]

    def _free_pt(self) -> float:
        return self._foot_pt() - self.y_pt

    def _fits(self, height_pt: float) -> bool:
        return height_pt <= self._free_pt() + _SLACK_PT

    def _continued_pt(self) -> float:
        return self.flow.profile.row_pt if self.table.continuation else 0.0

    def _draw_rows(self, rows: Sequence[int]) -> None:
        heights = self.measured.heights_pt
        for row in rows:
            for cell in self.measured.starting(row):
                height = sum(heights[row : row + cell.place.cell.rows])
                self._draw_cell(cell, self.y_pt, height, cell.lines)
            self._draw_writing_lines(row)
            self.y_pt += heights[row]

    def _draw_cell(
        self, cell: SetCell, top: float, height: float, lines: Sequence[Line], *, artifact: bool = False
    ) -> None:
        area, edges, spot = self.flow.area, self.measured.edges_pt, cell.place
        left = area.left_pt + edges[spot.column]
        right = area.left_pt + edges[min(spot.column + spot.cell.columns, len(edges) - 1)]
        if spot.column:
            self._rule(left - _INNER_PT / 2, top, _INNER_PT, height)
        self._rule(left, top - _INNER_PT / 2, right - left, _INNER_PT)
        y = top + (height - len(lines) * cell.line_pt) / 2
        for line in lines if cell.words.text else ():
            at = Spot(left + PAD_X_PT + cell.shift_pt, y, cell.line_pt)
            placed = place(cell.words, line, cell.look, at, self.index, self.table.section)
            self.flow.sheet.lines.append(replace(placed, cell=(spot.row, spot.column), artifact=artifact))
            y += cell.line_pt
        self.flow.note_missing(cell.words)

    def _draw_writing_lines(self, row: int) -> None:
        """Draw the lines of a row that is written in by hand, in its last cell."""
        body = row - self.measured.head_rows
        if body < 0 or not self.table.rows[body].lines:
            return
        area, edges, height = self.flow.area, self.measured.edges_pt, self.measured.heights_pt[row]
        left = max(edges[cell.place.column] for cell in self.measured.starting(row))
        for number in range(1, line_count(height)):
            y = self.y_pt + number * LINE_PT - _INNER_PT / 2
            self._rule(area.left_pt + left, y, area.width_pt - left, _INNER_PT, Color.LIGHT)

    def _draw_split(self, rows: Sequence[int]) -> None:
        """Place rows that are higher than a page: as many lines of each cell as have room, page by page."""
        for row in rows:
            left = [(cell, list(cell.lines)) for cell in self.measured.starting(row)]
            if row == rows[0]:
                left += [(cell, []) for cell in merged_over(self.measured, row)]
            height = self.measured.heights_pt[row]
            while True:
                free = self._foot_pt() - self.y_pt
                if height <= free + _SLACK_PT:
                    break
                taken = 0
                for cell, lines in left:
                    count = max(0, int((free - 2 * PAD_Y_PT) / cell.line_pt))
                    self._draw_cell(cell, self.y_pt, free, lines[:count])
                    taken = max(taken, min(count, len(lines)))
                    del lines[:count]
                self.y_pt += free
                words = (len(lines) * cell.line_pt + 2 * PAD_Y_PT for cell, lines in left if lines and cell.words.text)
                height = max((height - free if not taken else 0.0), *words, 0.0)
                self._go_on()
            if height:
                for cell, lines in left:
                    self._draw_cell(cell, self.y_pt, height, lines)
                self.y_pt += height

    def _line(self, runs: tuple[Run, ...], role: Role, align: Align | None = None, *, artifact: bool = False) -> None:
        """Place a caption or note in rows of the grid."""
        flow = self.flow
        look = flow.profile.look(role)
        words = flow.setter.set_runs(runs, look)
        room = flow.area.width_pt
        lines = [whole(words, room)]
        if lines[0].width > room:
            lines = break_lines(words.text, words.widths, words.narrow, room, room)
        for line in lines:
            flow.need(1)
            spot = Spot(flow.area.left_pt, flow.top(flow.row), flow.profile.row_pt)
            own = look if align is None else structs.replace(look, align=align)
            placed = place(words, line, own, spot, self.index, self.table.section)
            flow.sheet.lines.append(replace(placed, artifact=artifact))
            flow.row += 1
        flow.note_missing(words)

    def _rule(self, x: float, y: float, width: float, height: float, ink: Color = Color.BLACK) -> None:
        self.flow.sheet.rules.append(PlacedRule(x, y, width, height, ink))
