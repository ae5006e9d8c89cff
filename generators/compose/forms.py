"""Forms that delegates fill in by hand, a sheet each, with what the list knows of the delegate; else with blanks."""

import re
from collections.abc import Iterator, Sequence

from generators.compose.setting import Setting
from generators.delegates import Delegate
from generators.document import (
    Block,
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
_WORDS = re.compile(r"\S+")
_SIGNED = "代表签名：　　　　　　　　　　　年　　月　　日"
_PERSON_ROWS = 1.3
_LEAST_ROWS = 1.2  # where long names and units leave no more
_MARK_ROWS = (1.1, 1.9)  # least and most of a row that is marked by hand
_BLANK_ITEMS = 10
_FEWEST_SHARES = 17.0  # of the column of matters, where there are many answers


def review_form(setting: Setting) -> Iterator[Block]:
    """Yield 审议意见表: what is reviewed and room for the opinion, a sheet a delegate."""
    matter = setting.fields.get("matter", "") or setting.report.title
    for delegate, start in _sheets(setting):
        yield from start
        rows = [
            *_person(delegate),
            _wide("审议内容", _reported(setting, matter)),
            _space(setting, "审议意见和建议", 1.0),
            _signature(),
        ]
        yield _form(setting, rows)


def proposal_form(setting: Setting) -> Iterator[Block]:
    """Yield 代表建议表: 案由、理由、建议, one matter a sheet."""
    for delegate, start in _sheets(setting):
        yield from start
        rows = [
            *_person(delegate),
            _space(setting, "案由", 0.25, rows=1.0, lines=False),
            _space(setting, "理由", 1.0),
            _space(setting, "建议", 1.0),
            _signature(),
        ]
        yield _form(setting, rows)


def rating_form(setting: Setting) -> Iterator[Block]:
    """Yield 满意度测评表: a row for each matter, a column for each answer; nobody's name on it."""
    items = _items(setting, _headings(setting))
    yield from _votes(setting, "测评项目", items, _answers(setting, "满意；基本满意；不满意；弃权"))


def ballot(setting: Setting) -> Iterator[Block]:
    """Yield 票决票: a row for each candidate, a column for each answer; nobody's name on it."""
    items = _items(setting, _headings(setting))
    yield from _votes(setting, "票决项目", items, _answers(setting, "同意；不同意；弃权"))


def _sheets(setting: Setting) -> Iterator[tuple[Delegate, list[Block]]]:
    """Yield every delegate with what begins the sheet: a page without number, in duplex print a sheet of paper."""
    duplex = setting.fields.get("sides", "").startswith("双面")
    for number, delegate in enumerate(setting.delegates or (_NOBODY,)):
        begin = NewPart(numbered=False, right_hand=duplex) if duplex or number == 0 else PageBreak()
        yield delegate, [begin, *title_blocks(setting, bookmark=number == 0)]


def title_blocks(setting: Setting, below: str = "", *, bookmark: bool = True) -> Iterator[Block]:
    """Yield a form's title and the session below it. Only the first of many sheets has a bookmark: it names nobody."""
    title = setting.fields.get("title", "") or setting.kind_title
    yield TextBlock(Role.TITLE, (Run(title),), bookmark=int(bookmark))
    session = setting.fields.get("session", "")
    if session:
        yield TextBlock(Role.SUBTITLE, (Run(f"（{session}）"),))
    if below:
        yield TextBlock(Role.SUBTITLE, (Run(below),))
    if session or below:
        yield Space(0.5)


def _form(setting: Setting, rows: Sequence[TableRow]) -> Table:
    note = setting.fields.get("note", "")
    notes = ((Run(f"说明：{note}"),),) if note else ()
    return Table((Column(10), Column(19), Column(10), Column(17)), (), tuple(rows), notes=notes)


def _person(delegate: Delegate) -> Iterator[TableRow]:
    """Yield the rows that say who the delegate is, filled in as far as the list knows."""
    yield _labelled("代表姓名", delegate.shown_name, "代表证号", delegate.number)
    yield _labelled("代表团", delegate.delegation, "联系电话", delegate.phone)
    yield _wide("工作单位", (Run(delegate.place),))


def form_cell(text: str, align: CellAlign = CellAlign.CENTER) -> Cell:
    """Return a cell with words in the size of forms; without words it is to be written in."""
    return Cell((Run(text),) if text else (), align=align, role=Role.FORM_TEXT)


def form_head(*words: str, rows: float = 1.2) -> TableRow:
    """Return the head of a form's table."""
    return TableRow(tuple(Cell((Run(word),), role=Role.FORM_LABEL) for word in words), rows)


def _label(text: str) -> Cell:
    return Cell((Run(text),), role=Role.FORM_LABEL, label=True)


def _labelled(*words: str) -> TableRow:
    cells = tuple(form_cell(word) if at % 2 else _label(word) for at, word in enumerate(words))
    return TableRow(cells, _PERSON_ROWS, keep=True)


def _wide(label: str, runs: tuple[Run, ...], rows: float = _PERSON_ROWS) -> TableRow:
    runs = tuple(run for run in runs if run.text)
    return TableRow((_label(label), Cell(runs, 3, align=CellAlign.LEFT, role=Role.FORM_TEXT)), rows, keep=True)


def _space(setting: Setting, label: str, share: float, rows: float = _LEAST_ROWS, *, lines: bool = True) -> TableRow:
    """Return a row to write in that takes what the page has left."""
    lines = lines and setting.fields.get("lines", "") != "不印"
    cells = (_label(label), Cell(columns=3, role=Role.FORM_TEXT))
    return TableRow(cells, rows, keep=True, stretch=share, lines=lines)


def _signature() -> TableRow:
    return TableRow((Cell((Run(_SIGNED),), 4, align=CellAlign.RIGHT, role=Role.FORM_TEXT),), _PERSON_ROWS)


def _reported(setting: Setting, words: str) -> tuple[Run, ...]:
    """Return words with their place in the report, where they are its own; there they may stand on several lines."""
    text, wanted = setting.report.text, "".join(words.split())
    kept = [at for at, character in enumerate(text) if not character.isspace()]
    at = "".join(text[place] for place in kept).find(wanted) if wanted else -1
    if at < 0:
        return (Run(words),)
    start, end = kept[at], kept[at + len(wanted) - 1] + 1
    return tuple(Run(part[0], part.start()) for part in _WORDS.finditer(text, start, end))


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
    """Yield a table to be marked; how to mark it stands above, so that it is read first on every length of list."""
    yield NewPart(numbered=False)
    yield from title_blocks(setting)
    note = setting.fields.get("note", "")
    if note:
        yield TextBlock(Role.NOTE, (Run(f"说明：{note}"),))
    share = _answer_share(answers)
    items_share = max(_FEWEST_SHARES, 50.5 - share * len(answers))
    columns = (Column(5.5), Column(items_share, CellAlign.LEFT), *(Column(share) for _ in answers))
    least, most = _MARK_ROWS
    rows = tuple(
        TableRow(
            (
                form_cell(str(number)),
                Cell((Run(text, at),) if text else (), align=CellAlign.LEFT, role=Role.FORM_TEXT),
                *(form_cell("") for _ in answers),
            ),
            least,
            stretch=1.0,
            most_rows=most,
        )
        for number, (text, at) in enumerate(items or [("", None)] * _BLANK_ITEMS, 1)
    )
    yield Table(columns, (form_head("序号", what, *answers, rows=1.3),), rows)


def _answer_share(answers: Sequence[str]) -> float:
    """Return the width of a column to mark, the same for all answers: none is to look the likelier one."""
    longest = max((len(answer) for answer in answers), default=0)
    return min(8.2, max(7.0, 1.1 + 1.775 * longest))  # a character of 14 pt is 1.775 of 56 parts of 156 mm
