"""Reads a list of terms from a TOML or CSV file, and names file, line and key where it is faulty."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from report.errors import Failure, UserError
from report.words import _

HEADS = {  # what offices write at the head of a column
    "term": ("词", "词语", "名词", "术语", "简称", "缩略语"),
    "explanation": ("解释", "释义", "说明", "含义"),
    "forms": ("别名", "其他写法", "又称"),
    "source": ("出处", "来源"),
}
BETWEEN_FORMS = re.compile(r"[;；|]")
MOST_BYTES = 4_000_000  # ten thousand terms; more is no list of terms


class SourceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A source as the file has it."""

    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A term as the file has it."""

    term: str
    explanation: str
    forms: tuple[str, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    subject: str = ""
    as_of: str = ""
    checked: str = ""
    unless: tuple[str, ...] = ()


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: int = 1
    term: tuple[Entry, ...] = ()


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a list, in its order. Raises UserError for a faulty or unreadable file."""
    text = _text(path)
    is_csv = path.suffix.lower() == ".csv"
    numbered = list(_csv_entries(path, text)) if is_csv else _toml_entries(path, text)
    _check(path, numbered)
    return tuple(entry for _line, entry in numbered)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _faulty(path, _("文件过大，不像名词表"))
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(Failure.FILE_NOT_FOUND, name=path.name) from error
    except OSError as error:
        raise UserError(Failure.UNREADABLE_FILE, name=path.name, cause=error.strerror or "") from error
    for encoding in ("utf-8-sig", "gb18030"):  # what Excel and WPS save a list as
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError(Failure.UNKNOWN_ENCODING, name=path.name)


def _toml_entries(path: Path, text: str) -> list[tuple[int, Entry]]:
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[term]]"]
    try:
        entries = msgspec.toml.decode(text, type=_List).term
    except msgspec.ValidationError as error:
        raise _faulty(path, _validation_cause(str(error), lines)) from error
    except msgspec.DecodeError as error:
        raise _faulty(path, str(error)) from error
    return [(lines[number] if number < len(lines) else 0, entry) for number, entry in enumerate(entries)]


_PLACE = re.compile(r"\$\.term\[(\d+)\]")


def _validation_cause(said: str, lines: list[int]) -> str:
    """Return the decoder's words, with the line where the entry begins that they are about."""
    place = _PLACE.search(said)
    if place is None or int(place.group(1)) >= len(lines):
        return said
    return _("第 {line} 行起的一条：{cause}").format(line=lines[int(place.group(1))], cause=said)


def _csv_entries(path: Path, text: str) -> Iterator[tuple[int, Entry]]:
    rows = csv.reader(io.StringIO(text))
    columns: dict[str, int] | None = None
    try:
        for cells in rows:
            row = [cell.strip() for cell in cells]
            if not any(row):
                continue
            if columns is None:
                named = _columns(row)
                columns = named or {"term": 0, "explanation": 1, "forms": 2, "source": 3}
                if named:
                    continue
            yield rows.line_num, _csv_entry(row, columns)
    except csv.Error as error:
        raise _faulty(path, _("第 {line} 行：{cause}").format(line=rows.line_num, cause=str(error))) from error


def _columns(row: list[str]) -> dict[str, int]:
    """Return the columns by their heads; empty where the row is no head: both 词 and 解释 must be there."""
    found = {name: row.index(head) for name, heads in HEADS.items() for head in heads if head in row}
    return found if {"term", "explanation"} <= found.keys() else {}


def _csv_entry(row: list[str], columns: dict[str, int]) -> Entry:
    cells = {name: row[column] for name, column in columns.items() if column < len(row)}
    forms = tuple(form.strip() for form in BETWEEN_FORMS.split(cells.get("forms", "")) if form.strip())
    source = cells.get("source", "")
    return Entry(
        term=cells.get("term", ""),
        explanation=cells.get("explanation", ""),
        forms=forms,
        sources=(SourceEntry(source),) if source else (),
    )


def _check(path: Path, numbered: list[tuple[int, Entry]]) -> None:
    """Raise UserError for an entry that lacks its word or its explanation, or whose word stands there twice."""
    first: dict[str, int] = {}
    for line, entry in numbered:
        if not entry.term.strip():
            raise _faulty(path, _("第 {line} 行：缺少“{key}”").format(line=line, key="term"))
        if not entry.explanation.strip():
            raise _faulty(path, _("第 {line} 行：缺少“{key}”").format(line=line, key="explanation"))
        if entry.term in first:
            said = _("第 {line} 行：“{term}”与第 {first} 行重复")
            raise _faulty(path, said.format(line=line, term=entry.term, first=first[entry.term]))
        first[entry.term] = line


def _faulty(path: Path, cause: str) -> UserError:
    return UserError(Failure.BAD_TEMPLATE, name=path.name, cause=cause)
