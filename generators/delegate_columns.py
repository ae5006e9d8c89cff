"""From cells to delegates: which row is the head, what each column holds, and what is odd about the rows below.

Nothing is guessed in silence: what was filled in, left out or could not be read is noticed, by row and column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generators.delegate_grid import Doubt, Grid
from generators.delegates import Delegate, DelegateField, DelegateList, ListColumn, shown_name
from report.findings import Finding
from report.model import Noticed
from report.words import _, listed

# The words of a head, the surest first: where two columns would do, the one with the surer word is taken.
_HEADS: Final[dict[DelegateField, tuple[str, ...]]] = {
    DelegateField.NAME: ("代表姓名", "姓名", "人大代表", "代表名字", "名字", "代表", "name"),
    DelegateField.NUMBER: (
        *(
            "代表证号",
            "代表证编号",
            "代表证号码",
            "代表证",
            "代表编号",
            "代表号",
            "出席证号",
            "证号",
            "证件编号",
            "编号",
        ),
        "number",
    ),
    DelegateField.DELEGATION: (
        *("代表团", "所在代表团", "所属代表团", "代表团名称", "代表小组", "代表组", "所在小组", "分团", "团组", "组别"),
        *("小组", "选举单位", "选区", "所在选区", "选区名称", "delegation"),
    ),
    DelegateField.WORKPLACE: (
        *("工作单位及职务", "工作单位和职务", "工作单位职务", "单位及职务", "单位和职务", "单位职务", "工作单位"),
        *("所在单位", "单位名称", "单位", "workplace"),
    ),
    DelegateField.DUTY: ("职务", "现任职务", "党政职务", "职务职称", "duty"),
    DelegateField.PHONE: (
        *("联系电话", "手机号码", "手机号", "手机", "移动电话", "联系手机", "电话", "电话号码", "联系方式", "办公电话"),
        "phone",
    ),
}
_ASIDE: Final = re.compile(r"[（(【\[].{0,60}?[】）)\]]|[\s*＊:：_]")
_HEAD_WITHIN: Final = 40  # rows
_NO_NAME: Final = re.compile(r"[0-9０-９：:。；;，,]|^(?:合计|总计|小计|共计|注|备注|说明|制表|填表)")
_LONGEST_NAME: Final = 30
_GROUP: Final = re.compile(
    r"(.{1,30}?(?:代表团|代表小组|代表组|分团|小组|选区|组))\s*(?:[（(]?\s*共?\s*\d+\s*[人名]\s*[）)]?)?"
)
_PERSON: Final = re.compile(r"[㐀-鿿\U00020000-\U000323af]{2,4}|[㐀-鿿]+(?:·[㐀-鿿]+)+")
_PHONE: Final = re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}")


@dataclass(frozen=True, slots=True)
class _Head:
    """What the columns hold, and the row that the delegates begin in (from 0)."""

    fields: dict[DelegateField, int]
    words: tuple[str, ...]
    body: int
    found: bool = True


def delegates_of(grid: Grid) -> DelegateList | None:
    """Return the delegates of a grid; None where no column can be told to hold names."""
    head = _head(grid.rows) or _guessed(grid.rows)
    if head is None:
        return None
    rows = tuple(_rows(grid, head))
    delegates = tuple(row.delegate for row in rows if row.delegate is not None)
    noticed = (*_of_list(grid, head), *_of_rows(rows), *_doubled(rows), *_of_doubts(grid, head, rows))
    return DelegateList(delegates, tuple(_columns(head)), noticed, grid.sheet)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that has something: its number from 1, the delegate, what was done to it."""

    number: int
    delegate: Delegate | None
    filled: bool = False  # its delegation is that of the row above


def _plain(word: str) -> str:
    return _ASIDE.sub("", word).lower()


def _field_of(word: str) -> tuple[DelegateField, int] | None:
    """Return what a column under this word holds, and how far down the list of such words it is."""
    plain = _plain(word)
    if not plain or len(plain) > 12:
        return None
    for field, words in _HEADS.items():
        if plain in words:
            return field, words.index(plain)
    return None


def _heads(row: Sequence[str]) -> dict[DelegateField, int]:
    """Return the column of each field that a row of heads names."""
    best: dict[DelegateField, tuple[int, int]] = {}
    for column, word in enumerate(row):
        found = _field_of(word)
        if found is not None:
            best[found[0]] = min(best.get(found[0], (found[1], column)), (found[1], column))
    return {field: column for field, (_rank, column) in best.items()}


def _head(rows: Sequence[tuple[str, ...]]) -> _Head | None:
    """Return the first row that names a column of names; a second row of heads below it is read with it."""
    for number, row in enumerate(rows[:_HEAD_WITHIN]):
        fields = _heads(row)
        if DelegateField.NAME not in fields or (len(fields) == 1 and _plain(row[fields[DelegateField.NAME]]) == "代表"):
            continue
        words, body = row, number + 1
        name = fields[DelegateField.NAME]
        below = rows[body] if body < len(rows) else ()
        if any(below) and (name >= len(below) or _field_of(below[name]) or not below[name]) and _heads(below):
            words = tuple(_longest(row, below))
            fields, body = _heads(words), body + 1
        return _Head(fields, words, body)
    return None


def _longest(upper: Sequence[str], lower: Sequence[str]) -> Iterator[str]:
    """Yield a head of two rows as one: the lower word where there is one."""
    for column in range(max(len(upper), len(lower))):
        below = lower[column] if column < len(lower) else ""
        yield below or (upper[column] if column < len(upper) else "")


def _guessed(rows: Sequence[tuple[str, ...]]) -> _Head | None:
    """Return the column of a list without heads whose cells are nearly all names, and those of groups and phones."""
    filled = [row for row in rows if any(row)]
    shares: dict[DelegateField, dict[int, float]] = {field: {} for field in DelegateField}
    for column in range(max((len(row) for row in filled), default=0)):
        cells = [row[column] for row in filled if column < len(row) and row[column]]
        if cells:
            count = len(cells)
            shares[DelegateField.NAME][column] = (
                sum(bool(_PERSON.fullmatch(shown_name(each))) for each in cells) / count
            )
            shares[DelegateField.DELEGATION][column] = sum(bool(_GROUP.fullmatch(each)) for each in cells) / count
            shares[DelegateField.PHONE][column] = sum(bool(_PHONE.fullmatch(each)) for each in cells) / count
    fields: dict[DelegateField, int] = {}
    for field in (DelegateField.PHONE, DelegateField.DELEGATION, DelegateField.NAME):
        sure = [column for column, share in shares[field].items() if share >= 0.8 and column not in fields.values()]
        if sure:
            fields[field] = max(sure, key=lambda column: (len({row[column : column + 1] for row in filled}), -column))
    return _Head(fields, (), 0, found=False) if DelegateField.NAME in fields else None


def _rows(grid: Grid, head: _Head) -> Iterator[_Row]:
    """Yield the rows below the head that have something; a row that only names a group heads those below it."""
    group, above = "", ""
    for number, cells in enumerate(grid.rows[head.body :], head.body + 1):
        said = [cell for cell in cells if cell]
        if not said or (head.found and _heads(cells) == head.fields and len(head.fields) > 1):
            continue  # a head is repeated on every printed page
        title = _GROUP.fullmatch(said[0]) if len(set(said)) == 1 else None
        if title and DelegateField.DELEGATION not in head.fields:
            group = title[1]
            continue
        if (number - 1, head.fields[DelegateField.NAME]) in grid.merged:
            continue  # one person whose row has several lines
        delegate = _delegate(cells, head.fields)
        if _NO_NAME.search(delegate.name) or len(delegate.name) > _LONGEST_NAME or not delegate.name:
            yield _Row(number, None)
            continue
        filled = bool(not delegate.delegation and above)
        if not delegate.delegation:
            delegate = replace(delegate, delegation=above or group)
        above = delegate.delegation if DelegateField.DELEGATION in head.fields else ""
        yield _Row(number, delegate, filled)


def _delegate(cells: Sequence[str], fields: dict[DelegateField, int]) -> Delegate:
    said = {field: cells[column] if column < len(cells) else "" for field, column in fields.items()}
    return Delegate(
        said.get(DelegateField.NAME, ""),
        said.get(DelegateField.NUMBER, ""),
        said.get(DelegateField.DELEGATION, ""),
        said.get(DelegateField.WORKPLACE, ""),
        said.get(DelegateField.PHONE, ""),
        said.get(DelegateField.DUTY, ""),
    )


def _columns(head: _Head) -> Iterator[ListColumn]:
    used = {column: field for field, column in head.fields.items()}
    for column in range(max((*(len(head.words),), *(at + 1 for at in used)))):
        word = head.words[column] if column < len(head.words) else ""
        if word or column in used:
            yield ListColumn(column + 1, word, used.get(column))


def _of_list(grid: Grid, head: _Head) -> Iterator[Noticed]:
    if not head.found:
        yield _notice(Finding.LIST_HEAD_MISSING, _("第 {number} 列").format(number=head.fields[DelegateField.NAME] + 1))
    if grid.other_sheets:
        yield _notice(Finding.LIST_SHEETS_LEFT_OUT, listed(grid.other_sheets))


def _of_rows(rows: Sequence[_Row]) -> Iterator[Noticed]:
    left_out = [row.number for row in rows if row.delegate is None]
    if left_out:
        yield _notice(Finding.LIST_ROW_LEFT_OUT, _row_words(left_out))
    filled = [row.number for row in rows if row.filled]
    if filled:
        yield _notice(Finding.LIST_FILLED_DOWN, _row_words(filled))


def _doubled(rows: Sequence[_Row]) -> Iterator[Noticed]:
    """Yield the rows that may be one person: the same number, or the same name in the same delegation."""
    numbers: dict[str, list[int]] = {}
    names: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        if row.delegate is not None:
            if row.delegate.number:
                numbers.setdefault(row.delegate.number, []).append(row.number)
            names.setdefault((row.delegate.shown_name, row.delegate.delegation), []).append(row.number)
    for same, finding in ((names, Finding.LIST_NAME_DOUBLED), (numbers, Finding.LIST_NUMBER_DOUBLED)):
        doubled = [found for found in same.values() if len(found) > 1]
        if doubled:
            yield _notice(finding, "；".join(_row_words(found) for found in doubled[:_MOST_NAMED]))


def _of_doubts(grid: Grid, head: _Head, rows: Sequence[_Row]) -> Iterator[Noticed]:
    """Yield the cells that were left empty, of columns that are used and rows that are people."""
    used, people = set(head.fields.values()), {row.number for row in rows}
    why = {
        Doubt.DIGITS_LOST: _("长数字被表格软件缩写，少了位数"),
        Doubt.NO_VALUE: _("公式没有算出的值"),
        Doubt.TOO_LONG: _("文字过长"),
    }
    places: dict[tuple[int, Doubt], list[int]] = {}
    for row, column, doubt in grid.doubts:
        if column in used and row + 1 in people:
            places.setdefault((column, doubt), []).append(row + 1)
    for (column, doubt), numbers in sorted(places.items(), key=lambda each: (each[0][0], each[0][1])):
        where = _("{rows}第 {column} 列（{why}）").format(rows=_row_words(numbers), column=column + 1, why=why[doubt])
        yield _notice(Finding.LIST_CELL_LEFT_OUT, where)


_MOST_NAMED: Final = 8


def _row_words(numbers: Sequence[int]) -> str:
    """Return rows in words: 第 3、5 至 9 行; many of them are counted."""
    spans: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    shown = [str(a) if a == b else _("{first} 至 {last}").format(first=a, last=b) for a, b in spans[:_MOST_NAMED]]
    if len(spans) > _MOST_NAMED:
        return _("第 {rows} 等行（共 {count} 行）").format(rows=listed(shown), count=len(numbers))
    return _("第 {rows} 行").format(rows=listed(shown))


def _notice(finding: Finding, detail: str) -> Noticed:
    return Noticed(finding, 0, 0, detail)
