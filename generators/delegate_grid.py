"""The cells of a list, whatever file they stood in: rows of text, and the cells whose value is not to be trusted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

MOST_ROWS: Final = 20_000  # the National People's Congress has 3,000 delegates
MOST_COLUMNS: Final = 100
LONGEST_CELL: Final = 200  # characters; a longer one is no name, number, delegation or workplace

_SCIENTIFIC: Final = re.compile(r"(\d)(?:\.(\d+))?[Ee]\+?(\d{1,2})")
_WHOLE: Final = re.compile(r"(\d+)\.0+")


class Doubt(StrEnum):
    """Why a cell is left empty."""

    DIGITS_LOST = "digits_lost"  # a long number that a spreadsheet shortened, 1.39E+10
    NO_VALUE = "no_value"  # a formula that was never calculated, or that ends in an error
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells without white around them; `doubts` are (row, column, why), all from 0."""

    rows: tuple[tuple[str, ...], ...]
    doubts: tuple[tuple[int, int, Doubt], ...] = ()
    merged: frozenset[tuple[int, int]] = frozenset()  # (row, column) of cells that repeat the one they are merged with
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()  # of the workbook, with something in them


def plain_number(text: str) -> str | None:
    """Return a cell's words, whole numbers written out: 13900000000.0 and 1.39E10 as 13900000000.

    None where a spreadsheet left digits out: 1.39E+10 has three of eleven.
    """
    whole = _WHOLE.fullmatch(text)
    if whole:
        return whole[1]
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific is None:
        return text
    places = int(scientific[3])
    if len(scientific[2] or "") < places:
        return None
    written = Decimal(text)
    return format(written.to_integral_value(), "f") if written == written.to_integral_value() else text


def grid_of(
    rows: Sequence[Sequence[str]],
    doubts: Sequence[tuple[int, int, Doubt]] = (),
    merged: frozenset[tuple[int, int]] = frozenset(),
) -> Grid:
    """Return rows as a grid: cells trimmed to one line, shortened numbers and overlong words taken out with a doubt."""
    found = list(doubts)
    cleaned: list[tuple[str, ...]] = []
    for number, row in enumerate(rows):
        cells: list[str] = []
        for column, cell in enumerate(row[:MOST_COLUMNS]):
            words = plain_number(" ".join(cell.split()))
            if words is None or len(words) > LONGEST_CELL:
                found.append((number, column, Doubt.DIGITS_LOST if words is None else Doubt.TOO_LONG))
            cells.append("" if words is None else words)
        cleaned.append(tuple(cells))
    return Grid(tuple(cleaned), tuple(found), merged)
