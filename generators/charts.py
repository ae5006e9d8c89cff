"""Places a chart: bars of change beside an axis, or the parts of a whole. Rules and words only, so it stays vector."""

from msgspec import structs

from generators.document import Chart, ChartItem, ChartKind, Role, Run
from generators.flow import Flow
from generators.linebreak import Line
from generators.pages import PlacedRule
from generators.profiles import Align, Color
from generators.typeset import Spot, place, whole

_BAR_ROWS = 1.0
_BAR_SHARE = 0.5  # of the row's height that the bar fills
_LABEL_SHARE = 0.36  # of the type area's width that the labels take
_VALUE_SHARE = 0.22
_AXIS_PT = 0.7
_GAP_PT = 6.0


def draw_chart(flow: Flow, chart: Chart, index: int) -> None:
    """Place a chart: its title, then a row of the grid for each item. An item's row is never split from the title."""
    flow.need(2 + len(chart.items))
    _words(flow, (Run(chart.title),), Role.FIGURES_TITLE, index, flow.area.left_pt, flow.area.width_pt, Align.CENTER)
    flow.row += 1
    low = min(0.0, *(item.value for item in chart.items))
    high = max(0.0, *(item.value for item in chart.items))
    scale = _Scale(flow, low, high if high > low else low + 1)
    top = flow.top(flow.row)
    for item in chart.items:
        if flow.row >= flow.area.rows:
            scale.axis(top, flow.top(flow.row))
            flow.new_page()
            top = flow.top(0)
        _item(flow, chart, item, scale, index)
        flow.row += _BAR_ROWS
    scale.axis(top, flow.top(flow.row))


class _Scale:
    """Where the axis stands and how long a unit is."""

    def __init__(self, flow: Flow, low: float, high: float) -> None:
        area = flow.area
        self.flow = flow
        self.left = area.left_pt + _LABEL_SHARE * area.width_pt
        room = area.width_pt * (1 - _LABEL_SHARE - _VALUE_SHARE)
        negative = room * -low / (high - low)
        self.zero = self.left + negative
        self.unit = room / (high - low)

    def axis(self, top: float, foot: float) -> None:
        """Draw the axis from which the bars go."""
        self.flow.sheet.rules.append(PlacedRule(self.zero - _AXIS_PT / 2, top, _AXIS_PT, foot - top))


def _item(flow: Flow, chart: Chart, item: ChartItem, scale: _Scale, index: int) -> None:
    area, row_pt = flow.area, flow.profile.row_pt
    label_room = scale.left - area.left_pt - _GAP_PT
    _words(flow, (Run(item.label),), Role.TABLE_CELL, index, area.left_pt, label_room, Align.RIGHT)
    length = abs(item.value) * scale.unit
    left = scale.zero - length if item.value < 0 else scale.zero
    color = Color.GRAY if chart.kind is ChartKind.PARTS or item.value >= 0 else Color.LIGHT
    height = row_pt * _BAR_SHARE
    if length:
        flow.sheet.rules.append(PlacedRule(left, flow.top(flow.row) + (row_pt - height) / 2, length, height, color))
    value_x = max(left + length, scale.zero) + _GAP_PT
    room = area.left_pt + area.width_pt - value_x
    _words(flow, (item.written,), Role.TABLE_CELL, index, value_x, room, Align.LEFT)


def _words(flow: Flow, runs: tuple[Run, ...], role: Role, index: int, x: float, room: float, align: Align) -> None:
    """Place words on one line of the next row, made smaller where they would be wider than their room."""
    look = structs.replace(flow.profile.look(role), align=align)
    words = flow.setter.set_runs(runs, look)
    width = sum(words.widths)
    if width > room:
        words = flow.setter.set_runs(runs, structs.replace(look, size_pt=look.size_pt * room / width))
    line: Line = whole(words, room)
    flow.sheet.lines.append(place(words, line, look, Spot(x, flow.top(flow.row), flow.profile.row_pt), index))
    flow.note_missing(words)
