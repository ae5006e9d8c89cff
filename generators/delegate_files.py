"""Reads the delegates' list (代表名单) from a file or from what was pasted. Keeps and writes nothing."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Final

from generators.delegate_columns import delegates_of
from generators.delegate_grid import MOST_ROWS, Grid
from generators.delegate_sheets import sheet_grids
from generators.delegate_text import text_grid, text_of
from generators.delegates import DelegateList
from report.errors import Failure, UserError
from report.findings import Finding
from report.model import Noticed
from report.readers.content import Content, content_name
from report.readers.file_bytes import file_bytes, shown_name
from report.readers.sniff import sniff
from report.words import _

LARGEST_LIST: Final = 20 * 1024 * 1024  # bytes; 20,000 rows take 2 MB


def read_delegates(path: Path) -> DelegateList:
    """Return the delegates of an .xlsx, .csv or text file. Raises UserError where there are none to be found."""
    name = shown_name(path)
    data = file_bytes(path)
    if len(data) > LARGEST_LIST:
        raise UserError(Failure.BAD_LIST, name=name, cause=_("超过 {size} MB").format(size=LARGEST_LIST // 1024**2))
    content = sniff(data, name)
    match content:
        case Content.EXCEL if data.startswith(b"PK"):
            return _from_workbook(data, name)
        case Content.TEXT:
            return _from_text(data, name)
        case Content.ENCRYPTED_OFFICE:
            raise UserError(Failure.PASSWORD_PROTECTED, name=name)
        case _:
            cause = _("它是{what}，请另存为 .xlsx 或 .csv").format(what=content_name(content))
            raise UserError(Failure.BAD_LIST, name=name, cause=cause)


def read_pasted_delegates(text: str) -> DelegateList:
    """Return the delegates of rows that were pasted from a spreadsheet or typed. Raises UserError where none are."""
    name = _("粘贴的内容")
    return _found(_cells(text, name), name)


def _from_workbook(data: bytes, name: str) -> DelegateList:
    """Return the delegates of the first sheet that has a column of names; the other sheets are named."""
    grids = list(sheet_grids(data, name))
    for grid in grids:
        others = tuple(other.sheet for other in grids if other is not grid)
        found = delegates_of(replace(grid, other_sheets=others))
        if found is not None and found.delegates:
            return found
    raise _without_names(name)


def _from_text(data: bytes, name: str) -> DelegateList:
    decoded = text_of(data)
    if decoded is None:
        raise UserError(Failure.UNKNOWN_ENCODING, name=name)
    found = _found(_cells(decoded.text, name), name)
    guess = (Noticed(Finding.ENCODING_GUESSED, 0, 0, decoded.encoding),) if decoded.guessed else ()
    return replace(found, noticed=(*guess, *found.noticed))


def _cells(text: str, name: str) -> Grid:
    try:
        return text_grid(text)
    except csv.Error as error:
        raise UserError(Failure.BAD_LIST, name=name, cause=_("有的引号没有配对，或者一格文字太长")) from error
    except ValueError as error:
        raise UserError(Failure.BAD_LIST, name=name, cause=_("超过 {count} 行").format(count=MOST_ROWS)) from error


def _found(grid: Grid, name: str) -> DelegateList:
    found = delegates_of(grid)
    if found is None or not found.delegates:
        raise _without_names(name)
    return found


def _without_names(name: str) -> UserError:
    return UserError(Failure.BAD_LIST, name=name, cause=_("没有找到姓名，表头要有“姓名”一列"))
