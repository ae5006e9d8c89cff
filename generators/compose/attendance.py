"""Papers for the delegates' places: the list they sign (签到表) and the cards on their tables (桌签)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generators.compose.forms import form_cell, form_head, title_blocks
from generators.compose.setting import BLANK, Setting
from generators.delegates import Delegate, shown_name
from generators.document import Block, Card, Cell, CellAlign, Column, NewPart, PageBreak, Role, Run, Table, TableRow

_COLUMNS = (Column(6), Column(13), Column(17), Column(20))
_SIGN_ROWS = 1.3
_BLANK_LINES = 12


def sign_in(setting: Setting) -> Iterator[Block]:
    """Yield 签到表: delegation by delegation, numbered within each, with room for each signature."""
    groups: dict[str, list[Delegate]] = {}
    for delegate in setting.delegates:
        groups.setdefault(delegate.delegation, []).append(delegate)
    yield NewPart()
    if not groups:
        yield from title_blocks(setting)
        blank = [_signed(number, Delegate("")) for number in range(1, _BLANK_LINES + 1)]
        yield _table([*(replace(row, rows=1.0, stretch=1.0, most_rows=1.6) for row in blank), _present(0)])
        return
    if setting.fields.get("apart", "").startswith("每团"):
        for number, (name, members) in enumerate(groups.items()):
            if number:
                yield PageBreak()
            yield from title_blocks(setting, name, bookmark=number == 0)
            yield _table(list(_group(members)))
        return
    yield from title_blocks(setting)
    rows: list[TableRow] = []
    for name, members in groups.items():
        if len(groups) > 1:
            rows.append(_merged(name or "未列代表团", CellAlign.CENTER, role=Role.FORM_LABEL))
        rows += _group(members)
    if len(groups) > 1:
        rows.append(_present(len(setting.delegates), "合计"))
    yield _table(rows)


def _group(members: Sequence[Delegate]) -> Iterator[TableRow]:
    for number, delegate in enumerate(members, 1):
        yield _signed(number, delegate, keep=number == len(members))
    yield _present(len(members))


def _signed(number: int, delegate: Delegate, *, keep: bool = False) -> TableRow:
    words = (str(number), delegate.shown_name, delegate.delegation, "")
    return TableRow(tuple(form_cell(word) for word in words), _SIGN_ROWS, keep=keep)


def _present(count: int, what: str = "") -> TableRow:
    """Return the line that is filled in when all have signed."""
    wanted = f"{count}人" if count else f"{BLANK}人"
    return _merged(f"{what}应到{wanted}，实到{BLANK}人", CellAlign.RIGHT)


def _merged(words: str, align: CellAlign, role: Role = Role.FORM_TEXT) -> TableRow:
    cell = Cell((Run(words),), columns=len(_COLUMNS), align=align, role=role)
    return TableRow((cell,), 1.0, keep=role is Role.FORM_LABEL)


def _table(rows: Sequence[TableRow]) -> Table:
    return Table(_COLUMNS, (form_head("序号", "姓名", "代表团", "签名"),), tuple(rows))


def name_cards(setting: Setting) -> Iterator[Block]:
    """Yield 桌签: a folded card a name; names typed come after those of the list."""
    yield NewPart(numbered=False)
    below = setting.fields.get("below", "")
    people = [(each.shown_name, _below(each, below)) for each in setting.delegates]
    people += [(shown_name(name), "") for name in setting.fields.get("names", "").split("；") if name]
    marks = setting.fields.get("marks", "") == "印"
    for name, note in people or [(BLANK, "")]:
        yield Card(name, note, marks)


def _below(delegate: Delegate, what: str) -> str:
    """Return what a card says below the name."""
    match what:
        case "印代表团":
            return delegate.delegation
        case "印单位职务":
            return delegate.place
        case _:
            return ""
