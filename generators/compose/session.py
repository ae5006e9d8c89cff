"""Papers about the session itself, from fields and small tables that the clerk fills: agenda, timetable, cover."""

from collections.abc import Iterator
from dataclasses import replace

from generators.compose.forms import form_cell, form_head
from generators.compose.numbering import number_at
from generators.compose.setting import BLANK, Setting
from generators.document import Block, Cell, CellAlign, Column, NewPart, Role, Run, Space, Table, TableRow, TextBlock
from generators.typed_tables import Rows, rows_of

_SESSION_END = "会议"
_TIMETABLE = (Column(9), Column(10), Column(20, CellAlign.LEFT), Column(9), Column(8))
_TIMETABLE_HEADS = ("日期", "时间", "内容", "地点", "主持人")
_BLANK_ROWS = 10
_BLANK_ITEMS = 6
_ROW_ROWS = 1.3


def session_lines(setting: Setting) -> Iterator[Block]:
    """Yield （草案） and the lines of time and place below a title, as far as they are filled in."""
    if setting.fields.get("draft") == "印（草案）":
        yield TextBlock(Role.SUBTITLE, (Run("（草案）"),))
    for name, label in (("when", "时间"), ("where", "地点")):
        words = setting.fields.get(name, "")
        if words:
            yield TextBlock(Role.SUBTITLE, (Run(f"{label}：{words}"),))


def session_title(setting: Setting) -> Iterator[Block]:
    """Yield the title of a paper about the session, with the session's full name: ……第五次会议议程."""
    title, session = setting.fields.get("title", "") or BLANK, setting.fields.get("session", "")
    if session and session not in title:
        title = session + (title.removeprefix(_SESSION_END) if session.endswith(_SESSION_END) else title)
    yield TextBlock(Role.TITLE, (Run(title),), bookmark=1)


def agenda(setting: Setting) -> Iterator[Block]:
    """Yield the numbered items of an agenda (会议议程); numbers alone to write behind where none is filled in."""
    items = [item for item in setting.fields.get("items", "").split("；") if item]
    yield Space(1)
    for number, item in enumerate(items or [""] * _BLANK_ITEMS, 1):
        yield TextBlock(Role.BODY, (Run(number_at(1, number) + item),), item=bool(item))


def timetable(setting: Setting) -> Iterator[Block]:
    """Yield the table of a session's days (会议日程), a day's date over all its rows; blank rows where none are."""
    rows = rows_of(setting.fields.get("rows", ""))
    yield Table(_TIMETABLE, (form_head(*_TIMETABLE_HEADS),), tuple(_days(rows)) if rows else tuple(_blank_rows()))


def _days(rows: Rows) -> Iterator[TableRow]:
    """Yield the rows; the same date again, or none, is that of the row above (a date that was merged over rows)."""
    starts = [at for at, row in enumerate(rows) if at == 0 or (row[0] and row[0] != rows[at - 1][0])]
    starts = [at for at in starts if at == 0 or rows[at][0] != _date_above(rows, at)]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        for at in range(start, end):
            date = (replace(form_cell(rows[at][0]), rows=end - start),) if at == start else ()
            cells = (_cell(word, column) for column, word in zip(_TIMETABLE[1:], rows[at][1:], strict=True))
            yield TableRow((*date, *cells), _ROW_ROWS)


def _date_above(rows: Rows, at: int) -> str:
    return next((row[0] for row in reversed(rows[:at]) if row[0]), "")


def _cell(word: str, column: Column) -> Cell:
    return form_cell(word, column.align)


def _blank_rows() -> Iterator[TableRow]:
    for _row in range(_BLANK_ROWS):
        yield TableRow(tuple(form_cell("") for _ in _TIMETABLE), _ROW_ROWS, stretch=1.0, most_rows=2.0)


def cover(setting: Setting) -> Iterator[Block]:
    """Yield the cover of the session's papers (封面): one page, also with a session's name of two lines."""
    yield NewPart(numbered=False)
    yield Space(1, kept=True, share=3)
    if setting.fields.get("organ"):
        yield TextBlock(Role.COVER_ORGAN, (Run(setting.fields["organ"]),))
        yield Space(1, share=2)
    yield TextBlock(Role.COVER_TITLE, (Run(setting.fields.get("title", "") or setting.kind_title),), bookmark=1)
    yield Space(1, share=5)
    if setting.fields.get("note"):
        yield TextBlock(Role.COVER_LINE, (Run(setting.fields["note"]),))
        yield Space(1)
    if setting.fields.get("issuer"):
        yield TextBlock(Role.COVER_LINE, (Run(setting.fields["issuer"]),))
    yield TextBlock(Role.COVER_LINE, (Run(setting.printed_day()),))
    yield Space(0, share=1)


def contents(setting: Setting) -> Iterator[Block]:
    """Yield the list of a set's papers (材料袋目录) with their printed pages."""
    session = setting.fields.get("session", "")
    if session:
        yield TextBlock(Role.SUBTITLE, (Run(f"（{session}）"),))
        yield Space(0.5)
    rows = tuple(
        TableRow((form_cell(member.mark), form_cell(member.title, CellAlign.LEFT), form_cell(f"{member.pages}")), 1.2)
        for member in setting.members
    )
    yield Table((Column(11), Column(38, CellAlign.LEFT), Column(7)), (form_head("编号", "材料名称", "页数"),), rows)
