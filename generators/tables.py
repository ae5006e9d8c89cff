"""Places a table on the page: its rows whole, its head on every page it goes on to, 续表 above that."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from generators.document import Role, Run, Table
from generators.flow import Flow
from generators.linebreak import Line, break_lines
from generators.pages import PlacedRule
from generators.profiles import PT_PER_MM, Align, Color
from generators.stretching import LINE_PT, line_count, stretched_heights, stretches
from generators.table_setting import PAD_X_PT, PAD_Y_PT, SetCell, SetTable, set_table
from generators.typeset import Spot, place, whole

_OUTER_PT = 0.35 * PT_PER_MM  # the thicknesses of GB/T 9704—2012, 7.4.1
_INNER_PT = 0.25 * PT_PER_MM
_CONTINUED = "续表"
_SLACK_PT = 0.01


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows `first` to `last` that stay together, with their height in points."""

    first: int
    last: int
    height_pt: float


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
    band = next(_bands(table, measured), None)
    height = sum(measured.heights_pt[: measured.head_rows]) + (band.height_pt if band else 0.0)
    return math.ceil(height / flow.profile.row_pt) + (1 if table.caption else 0)


def _free_pt(flow: Flow, table: Table, measured: SetTable) -> float:
    """Return what the page has left below a table with its caption and notes."""
    area, look = flow.area, flow.profile.look(Role.NOTE)
    rows = (area.rows - math.ceil(flow.row)) - (1 if table.caption else 0)
    for note in table.notes:
        rows -= math.ceil(sum(flow.setter.set_runs(note, look).widths) / area.width_pt)
    return rows * flow.profile.row_pt - sum(measured.heights_pt)


def _bands(table: Table, measured: SetTable) -> Iterator[_Band]:
    """Yield the body's rows in bands that stay together: joined by merged cells, or kept with the row below."""
    first = reach = measured.head_rows
    for number in range(measured.head_rows, len(measured.heights_pt)):
        own = table.rows[number - measured.head_rows]
        reach = max(reach, number, *(number + cell.place.cell.rows - 1 for cell in measured.starting(number)))
        if own.keep:
            reach = max(reach, number + 1)
        if reach <= number or number == len(measured.heights_pt) - 1:
            yield _Band(first, number + 1, sum(measured.heights_pt[first : number + 1]))
            first = number + 1


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
        for band in _bands(self.table, self.measured):
            if self.y_pt + band.height_pt > self._foot_pt() + _SLACK_PT and self.y_pt > self._body_top_pt():
                self._go_on()
            if self.y_pt + band.height_pt > self._foot_pt() + _SLACK_PT:
                self._draw_split(band)
            else:
                self._draw_rows(range(band.first, band.last))
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

    def _draw_rows(self, rows: Sequence[int]) -> None:
        heights = self.measured.heights_pt
        for row in rows:
            for cell in self.measured.starting(row):
                height = sum(heights[row : row + cell.place.cell.rows])
                self._draw_cell(cell, self.y_pt, height, cell.lines)
            self._draw_writing_lines(row)
            self.y_pt += heights[row]

    def _draw_cell(self, cell: SetCell, top: float, height: float, lines: Sequence[Line]) -> None:
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
            self.flow.sheet.lines.append(replace(placed, cell=(spot.row, spot.column)))
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

    def _draw_split(self, band: _Band) -> None:
        """Place a band that is higher than a page: as many lines of each cell as have room, page by page."""
        for row in range(band.first, band.last):
            left = [(cell, list(cell.lines)) for cell in self.measured.starting(row)]
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
