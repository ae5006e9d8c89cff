"""Papers about the session itself, from fields and small tables that the clerk fills: agenda, timetable, cover."""

from collections.abc import Iterator

from generators.compose.numbering import number_at
from generators.compose.setting import Setting
from generators.document import Block, Cell, CellAlign, Column, NewPart, Role, Run, Space, Table, TableRow, TextBlock

_TIMETABLE = (Column(9), Column(9), Column(22, CellAlign.LEFT), Column(9), Column(7))
_TIMETABLE_HEADS = ("日期", "时间", "内容", "地点", "主持人")
_BLANK_ROWS = 6
_ROW_ROWS = 1.3


def session_lines(setting: Setting) -> Iterator[Block]:
    """Yield （草案） and the lines of time and place below a title, as far as they are filled in."""
    if setting.fields.get("draft") == "印（草案）":
        yield TextBlock(Role.SUBTITLE, (Run("（草案）"),))
    for name in ("when", "where"):
        words = setting.fields.get(name, "")
        if words:
            yield TextBlock(Role.SUBTITLE, (Run(words),))


def agenda(setting: Setting) -> Iterator[Block]:
    """Yield the numbered items of an agenda (会议议程)."""
    items = [item for item in setting.fields.get("items", "").split("；") if item]
    yield Space(1)
    for number, item in enumerate(items, 1):
        yield TextBlock(Role.BODY, (Run(number_at(1, number) + item),), item=True)


def timetable(setting: Setting) -> Iterator[Block]:
    """Yield the table of a session's days (会议日程): rows as typed, blank ones where none are."""
    rows = [row for row in rows_of(setting.fields.get("rows", "")) if any(row)]
    rows = rows or [[""] * len(_TIMETABLE)] * _BLANK_ROWS
    head = TableRow(tuple(Cell((Run(word),)) for word in _TIMETABLE_HEADS), _ROW_ROWS)
    body = tuple(TableRow(_cells(row), _ROW_ROWS) for row in rows)
    yield Table(_TIMETABLE, (head,), body)


def cover(setting: Setting) -> Iterator[Block]:
    """Yield the cover of the session's papers (封面)."""
    yield NewPart(numbered=False)
    yield Space(4, kept=True)
    if setting.fields.get("organ"):
        yield TextBlock(Role.COVER_ORGAN, (Run(setting.fields["organ"]),))
    yield Space(2, kept=True)
    yield TextBlock(Role.COVER_TITLE, (Run(setting.fields.get("title", "") or setting.kind_title),), bookmark=1)
    yield Space(5, kept=True)
    for name in ("note", "issuer"):
        if setting.fields.get(name):
            yield TextBlock(Role.COVER_LINE, (Run(setting.fields[name]),))
    yield TextBlock(Role.COVER_LINE, (Run(setting.printed_day()),))


def contents(setting: Setting) -> Iterator[Block]:
    """Yield the list of a set's papers (材料袋目录) with their printed pages."""
    head = TableRow(tuple(Cell((Run(word),)) for word in ("编号", "材料名称", "页数")), _ROW_ROWS)
    rows = tuple(
        TableRow((Cell((Run(member.mark),)), Cell((Run(member.title),)), Cell((Run(str(member.pages)),))), _ROW_ROWS)
        for member in setting.members
    )
    yield Table((Column(10), Column(37, CellAlign.LEFT), Column(9)), (head,), rows)


def rows_of(typed: str) -> list[list[str]]:
    """Return the rows and cells of a table as it is typed or pasted: rows by ；or line end, cells by tab or ｜."""
    lines = typed.replace("；", "\n").splitlines()
    return [[cell.strip() for cell in line.replace("｜", "\t").replace("|", "\t").split("\t")] for line in lines]


def _cells(row: list[str]) -> tuple[Cell, ...]:
    padded = [*row, *[""] * len(_TIMETABLE)][: len(_TIMETABLE)]
    return tuple(Cell((Run(word),)) if word else Cell() for word in padded)
