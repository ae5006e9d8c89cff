"""Reads the figure of a table cell that holds nothing else: sign, qualifier, number, multiplier, unit."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from report.metrics.numbers import scan_numbers
from report.metrics.qualifiers import qualifier_after, qualifier_before, qualifier_within
from report.metrics.units import match_multiplier, match_unit
from report.model import Direction

_LONGEST: Final = 32  # characters; a longer cell is text
_CHANGE: Final = re.compile(
    r"(?:同比|比上年|较上年|比去年|较去年)?"
    r"(?:(?P<up>增长|上升|提高|增加|扩大|上涨|净增|增|升|↑|[+＋])|(?P<down>下降|减少|降低|缩小|下滑|回落|减|降|↓))\s?"
)
_BOUND: Final = re.compile(r"[≥≤＞＜><≧≦]\s?")  # says a limit, and is no qualifier in words
_MINUS: Final = frozenset("-−－﹣—")
# A note mark or a remark in brackets may follow, neither is part of the figure.
_AFTER: Final = re.compile(r"\s*+(?:[*＊①-⑳]+|[\[［〔][0-9]{1,3}[\]］〕]|[（(][^（）()]{0,16}[）)])?\s*+$")
# Telephone numbers, codes and long rows of digits identify and count nothing.
_CODE: Final = re.compile(r"1[3-9][0-9]{9}|0[0-9]{2,3}[-－—]?[0-9]{7,8}|0[0-9]+|[0-9]{13,}|(?:19|20)[0-9]{2}年.*")
_RANGE: Final = re.compile(
    r"(?P<low>[^至到\-－—–~～―0-9０-９]*[0-9０-９][^至到\-－—–~～―]*)(?:至|到|[-－—–~～―]{1,2})(?P<high>\s?[0-9０-９].*)"
)
_YEARS: Final = re.compile(r"(?:19|20)[0-9]{2}\s?年?")
# A name that closes with a figure of its own: 粮食产量3.2万吨.
_NAMED: Final = re.compile(r"(?P<name>.*[\u4e00-\u9fff）)])(?P<figure>[约近超逾]?[0-9０-９][^\u0020（(]{1,16})")


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A figure that fills its cell; offsets count the whole text."""

    start: int
    end: int
    value: Decimal  # with the multiplier that stands in the cell
    bare: Decimal  # without it
    unit: str
    qualifier: str
    direction: Direction
    is_plain: bool  # neither unit nor multiplier stands in the cell


def read_cells(text: str, start: int, end: int) -> tuple[CellFigure, ...]:
    """Return the figure that fills `text[start:end]`, the two of a range (8.5-9.0), or none."""
    whole = read_cell(text, start, end)
    if whole is not None or end - start > _LONGEST:
        return () if whole is None else (whole,)
    match = _RANGE.fullmatch(text, start, end)
    if match is None or _CODE.fullmatch(match.group()) or _YEARS.match(match["low"]):
        return ()
    low = read_cell(text, match.start("low"), start + len(match.group()[: match.end("low") - start].rstrip()))
    at = match.start("high")
    high = read_cell(text, at + (text[at] == " "), end)
    if low is None or high is None:
        return ()
    if low.is_plain and not high.is_plain:
        worth = high.value / high.bare if high.bare else Decimal(1)
        low = replace(low, value=low.value * worth, unit=high.unit, is_plain=False)
    return low, high


def named_figure(text: str, start: int, end: int) -> tuple[str, CellFigure] | None:
    """Return the name and the figure of a cell such as 粮食产量3.2万吨, None where it is no such cell."""
    match = _NAMED.fullmatch(text, start, end) if end - start <= 2 * _LONGEST else None
    if match is None or len(match["name"]) < 2:
        return None
    figure = read_cell(text, match.start("figure"), end)
    return None if figure is None or figure.is_plain else (match["name"], figure)


def read_cell(text: str, start: int, end: int) -> CellFigure | None:
    """Return the one figure that fills `text[start:end]`, None where something else stands there."""
    if not 0 < end - start <= _LONGEST:
        return None
    cell = text[start:end] + "\n"  # units are told by what follows them: here nothing does
    if _CODE.fullmatch(cell.strip()):
        return None
    lead = _BOUND.match(cell) or _CHANGE.match(cell)
    first = lead.end() if lead else 0
    number = next((each for each in scan_numbers(cell, bytes(len(cell))) if each.start >= first), None)
    if number is None or number.chinese:
        return None
    sign = cell[number.start - 1 : number.start] in _MINUS and number.start > first
    begin = qualifier_before(cell, number.start - sign, first)
    if cell[first:begin].strip():
        return None
    worth, at = match_multiplier(cell, number.end)
    within = qualifier_within(cell, at)
    if within > at and worth == 1:
        worth, after = match_multiplier(cell, within)
    else:
        after = within
    unit = match_unit(cell, after + (cell[after] == " "))
    unit_end = unit.end if unit else after
    tail = qualifier_after(cell, unit_end)
    if not _AFTER.match(cell, tail):
        return None
    return CellFigure(
        start=start + begin,
        end=start + tail,
        value=number.value * worth * (-1 if sign else 1),
        bare=number.value * (-1 if sign else 1),
        unit=unit.written if unit else "",
        qualifier=cell[begin : number.start - sign] or cell[at:within] or cell[unit_end:tail],
        direction=_direction(lead),
        is_plain=unit is None and worth == 1,
    )


def _direction(lead: re.Match[str] | None) -> Direction:
    if lead is None or lead.re is _BOUND:
        return Direction.NONE
    return Direction.UP if lead["up"] else Direction.DOWN
