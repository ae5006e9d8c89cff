"""Forms that delegates fill in by hand, a sheet each, with what the list knows of the delegate; else with blanks."""

from collections.abc import Iterator

from generators.compose.setting import Setting
from generators.delegates import Delegate
from generators.document import (
    Block,
    Card,
    Cell,
    CellAlign,
    Column,
    NewPart,
    PageBreak,
    Role,
    Run,
    Space,
    Table,
    TableRow,
    TextBlock,
)
from report.model import Section, SectionKind

_NOBODY = Delegate("")
_SIGNED = "代表签名：　　　　　　　　　　　　年　　月　　日"
_MARK_ROWS = 1.5
_LINE_ROWS = 1.3
_ROOM = "　　　　"


def review_form(setting: Setting) -> Iterator[Block]:
    """Yield 审议意见表: what is reviewed and room for the opinion, a sheet a delegate."""
    matter = setting.fields.get("matter", "") or setting.report.title
    for delegate, start in _sheets(setting):
        yield from start
        yield from _title(setting)
        rows = [*_person(delegate), _wide("审议内容", matter, 1.5), _wide("审议意见和建议", "", 9.5), _signature()]
        yield _form(rows)
        yield from _note(setting)


def proposal_form(setting: Setting) -> Iterator[Block]:
    """Yield 代表建议表: 案由、理由、建议, one matter a sheet."""
    for delegate, start in _sheets(setting):
        yield from start
        yield from _title(setting)
        rows = [
            *_person(delegate),
            _wide("案由", "", 2.0),
            _wide("理由", "", 4.5),
            _wide("建议", "", 4.5),
            _signature(),
        ]
        yield _form(rows)
        yield from _note(setting)


def rating_form(setting: Setting) -> Iterator[Block]:
    """Yield 满意度测评表: a row for each matter, a column for each answer; nobody's name on it."""
    items = _items(setting, _headings(setting))
    yield from _votes(setting, "测评项目", items, _answers(setting, "满意；基本满意；不满意；弃权"))


def ballot(setting: Setting) -> Iterator[Block]:
    """Yield 票决票: a row for each candidate, a column for each answer."""
    items = _items(setting, _headings(setting))
    yield from _votes(setting, "票决项目", items, _answers(setting, "同意；不同意；弃权"))


def sign_in(setting: Setting) -> Iterator[Block]:
    """Yield 签到表: delegation by delegation, numbered within each, with room for each signature."""
    yield NewPart()
    yield from _title(setting)
    columns = (Column(5), Column(12), Column(16), Column(23))
    head = (_row("序号", "姓名", "代表团", "签名", rows=_LINE_ROWS),)
    groups: dict[str, list[Delegate]] = {}
    for delegate in setting.delegates:
        groups.setdefault(delegate.delegation, []).append(delegate)
    if not groups:
        blank = tuple(_row(str(number), "", "", "", rows=_LINE_ROWS) for number in range(1, 13))
        yield Table(columns, head, blank)
        return
    rows: list[TableRow] = []
    for name, members in groups.items():
        if len(groups) > 1 or name:
            caption = f"{name or '未列代表团'}（{len(members)}人）"
            rows.append(TableRow((Cell((Run(caption),), columns=4, align=CellAlign.LEFT),), rows=1.0, keep=True))
        rows += [
            _row(str(number), each.name, each.delegation, "", rows=_LINE_ROWS) for number, each in enumerate(members, 1)
        ]
    yield Table(columns, head, tuple(rows))


def name_cards(setting: Setting) -> Iterator[Block]:
    """Yield 桌签: a folded card a name; names typed come after those of the list."""
    yield NewPart(numbered=False)
    people = [(each.name, each.delegation) for each in setting.delegates]
    people += [(name, "") for name in setting.fields.get("names", "").split("；") if name]
    for name, delegation in people or [(_ROOM, "")]:
        yield Card(name, delegation if setting.fields.get("with_delegation") == "印代表团" else "")


def _sheets(setting: Setting) -> Iterator[tuple[Delegate, list[Block]]]:
    """Yield every delegate with what begins the sheet; an unnumbered page each."""
    for number, delegate in enumerate(setting.delegates or (_NOBODY,)):
        yield delegate, [NewPart(numbered=False) if number == 0 else PageBreak()]


def _title(setting: Setting) -> Iterator[Block]:
    yield TextBlock(Role.TITLE, (Run(setting.fields.get("title", "") or setting.kind_title),), bookmark=1)
    session = setting.fields.get("session", "")
    if session:
        yield TextBlock(Role.SUBTITLE, (Run(f"（{session}）"),))


def _note(setting: Setting) -> Iterator[Block]:
    note = setting.fields.get("note", "")
    if note:
        yield Space(0.5)
        yield TextBlock(Role.NOTE, (Run(f"说明：{note}"),))


def _person(delegate: Delegate) -> Iterator[TableRow]:
    """Yield the rows that say who the delegate is, filled in as far as the list knows."""
    yield _labelled("代表姓名", delegate.name, "代表证号", delegate.number, rows=_LINE_ROWS)
    yield _labelled("代表团", delegate.delegation, "联系电话", delegate.phone, rows=_LINE_ROWS)
    yield _wide("工作单位", delegate.workplace, _LINE_ROWS)


def _form(rows: list[TableRow]) -> Table:
    return Table((Column(10), Column(20), Column(10), Column(16)), (), tuple(rows))


def _row(*words: str, rows: float) -> TableRow:
    return TableRow(tuple(Cell((Run(word),)) if word else Cell() for word in words), rows)


def _labelled(*words: str, rows: float) -> TableRow:
    return TableRow(tuple(Cell((Run(word),) if word else (), label=at % 2 == 0) for at, word in enumerate(words)), rows)


def _wide(label: str, text: str, rows: float) -> TableRow:
    words = (Run(text),) if text else ()
    return TableRow((Cell((Run(label),), label=True), Cell(words, columns=3, align=CellAlign.LEFT)), rows)


def _signature() -> TableRow:
    return TableRow((Cell((Run(_SIGNED),), columns=4, align=CellAlign.RIGHT),), _LINE_ROWS)


def _answers(setting: Setting, default: str) -> list[str]:
    return [answer for answer in (setting.fields.get("answers", "") or default).split("；") if answer]


def _items(setting: Setting, found: list[tuple[str, int | None]]) -> list[tuple[str, int | None]]:
    typed = [(item, None) for item in setting.fields.get("items", "").split("；") if item]
    return [*typed] or found


def _headings(setting: Setting) -> list[tuple[str, int | None]]:
    """Return the ticked headings below the report's parts, for matters to vote on, the parts where none has any."""
    parts = [section for section in setting.report.sections if section.kind is SectionKind.HEADING]
    below = [child for part in parts for child in part.children if child.kind is SectionKind.HEADING]
    shown = [section for section in below or parts if setting.excerpt.shows(section)]
    return [(section.title, _title_at(setting, section)) for section in shown]


def _title_at(setting: Setting, section: Section) -> int | None:
    at = setting.report.text.find(section.title, section.start, section.body_start)
    return at if at >= 0 else None


def _votes(setting: Setting, what: str, items: list[tuple[str, int | None]], answers: list[str]) -> Iterator[Block]:
    yield NewPart(numbered=False)
    yield from _title(setting)
    columns = (Column(5), Column(28, CellAlign.LEFT), *(Column(6.5) for _ in answers))
    head = (_row("序号", what, *answers, rows=_MARK_ROWS),)
    rows = tuple(
        TableRow((Cell((Run(str(number)),)), Cell((Run(text, at),)), *(Cell() for _ in answers)), _MARK_ROWS)
        for number, (text, at) in enumerate(items or [("", None)] * 8, 1)
    )
    yield Table(columns, head, rows)
    yield from _note(setting)
