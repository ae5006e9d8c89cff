"""What the clerk typed into the fields of a kind: defaults from the report, and values checked and put into form.

Values are text as typed, those of tables a row a line with tabs between cells; an empty one is printed as the field's
`empty` says.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from generators.kinds import Field, FieldType, Kind
from generators.typed_tables import TooWideError, take_rows, write_rows
from report.errors import Failure, UserError
from report.facts import Facts
from report.words import _, listed

_LIST_END = re.compile(r"[；\n]")
_DATE = re.compile(r"(?:(\d{4})\s*[-./年])?\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")


class Origin(StrEnum):
    """Where the value of a field comes from; the window says it beside the label."""

    REPORT = "report"
    TODAY = "today"
    DEFAULT = "default"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Value:
    """A field's value as it stands before the clerk types."""

    text: str
    origin: Origin


def default_values(kind: Kind, facts: Facts, today: date) -> dict[str, Value]:
    """Return the values that the fields of a kind have before anything is typed."""
    said = asdict(facts)
    values: dict[str, Value] = {}
    for field in kind.fields:
        match field.default_from:
            case "":
                values[field.id] = Value(field.default, Origin.DEFAULT)
            case "today":
                values[field.id] = Value(today.isoformat(), Origin.TODAY)
            case _:
                found = said.get(field.default_from, "")
                values[field.id] = Value(found, Origin.REPORT) if found else Value(field.default, Origin.DEFAULT)
    return values


def complete(kind: Kind, typed: Mapping[str, str], facts: Facts, today: date) -> dict[str, str]:
    """Return a checked value for every field of a kind: typed ones first, defaults for the rest.

    Raises UserError for a value that cannot be taken.
    """
    values = {name: value.text for name, value in default_values(kind, facts, today).items()}
    for field in kind.fields:
        if field.id in typed:
            values[field.id] = take(field, typed[field.id], today)
    return values


def take(field: Field, typed: str, today: date) -> str:
    """Return a typed value in the form it is kept in: dates as 2023-09-05, list items split by ；, rows by lines.

    Raises UserError for a value that the field cannot take; an empty value is always taken.
    """
    text = typed.strip()
    if not text:
        return ""
    match field.type:
        case FieldType.INTEGER:
            text = _integer(field, text)
        case FieldType.DATE:
            text = parse_date(field, text, today).isoformat()
        case FieldType.CHOICE:
            if text not in field.choices:
                raise _not_taken(field, text, _("可以选：{choices}").format(choices=listed(field.choices)))
        case FieldType.LIST:
            text = "；".join(item.strip() for item in _LIST_END.split(text) if item.strip())
        case FieldType.TABLE:
            text = _table(field, typed)
        case FieldType.TEXT:
            pass
    return text


def _table(field: Field, typed: str) -> str:
    try:
        return write_rows(take_rows(typed, field.columns))
    except (TooWideError, csv.Error) as error:
        wanted = _("每行最多 {count} 格：{columns}").format(count=len(field.columns), columns=listed(field.columns))
        value = _("第 {row} 行").format(row=error.row) if isinstance(error, TooWideError) else typed[:20]
        raise _not_taken(field, value, wanted) from error


def parse_date(field: Field, text: str, today: date) -> date:
    """Return the day that a text such as 2023-10-20, 2023.10.20 or 10月20日 names; the year may be left out."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise _not_taken(field, text, _("填日期，如 2023-10-20"))
    year, month, day = found.groups()
    try:
        return date(int(year) if year else today.year, int(month), int(day))
    except ValueError as error:
        raise _not_taken(field, text, _("没有这一天，填如 2023-10-20 的日期")) from error


def _integer(field: Field, text: str) -> str:
    digits = text.translate({0xFF10 + n: 0x30 + n for n in range(10)})
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
        raise _not_taken(field, text, _("填阿拉伯数字，如 12"))
    if int(digits) == 0:
        raise _not_taken(field, text, _("填阿拉伯数字，从 1 起"))
    return str(int(digits))


def _not_taken(field: Field, value: str, wanted: str) -> UserError:
    return UserError(Failure.BAD_VALUE, field=field.label, value=value, wanted=wanted)
