"""Puts numbers, multipliers, units and qualifiers together into quantities, and leaves out what counts nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from report.metrics.counting import is_counted
from report.metrics.numbers import Number, scan_numbers
from report.metrics.qualifiers import qualifier_after, qualifier_before, qualifier_within
from report.metrics.quantity import Quantity
from report.metrics.traps import masked
from report.metrics.units import CLASSIFIERS, MEASURES, TIMES, match_multiplier, match_unit

_PERCENT_OF = "百分之"
_RANGE = re.compile(r"\s?(?:至|到|[-－—–~～―]{1,2})\s?")
_LIST = re.compile(r"[、，,]?(?:和|及|与|或|以及)?")
_BARE_END = re.compile(r"[，。；、：,;!！?？）)\n\t]|$|和|以[上下内]|左右")
_STOP = re.compile(r"[，。；、：,;!！?？）)\n\t]|\Z")
_LEVEL_BEFORE = re.compile(r"(?:达到|达|为|至|到|是|值|数)\Z")
_FROM = re.compile(r"(?:提高|提升|增加|增长|上升|扩大|缩小|降低|下降|减少|调整|升|降|增|减)?[到至]")
_STOPS = re.compile(r"[，。；、：,;!！?？）)\n\t和及与]")
_LONGEST_COUNTED = 12
_SHORTENED = re.compile(r"缩短|压缩|减少|提前|延长")
_AFTER_TIME = re.compile(r"之?[内前后来]")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in reading order; none overlap."""
    raw: list[Quantity] = []
    for number in scan_numbers(text, masked(text)):
        if raw and number.start < raw[-1].end:
            continue  # the 亿 of 10亿元 is a numeral too
        quantity = _assemble(text, number, raw[-1].end if raw else 0)
        if quantity is not None:
            raw.append(quantity)
    return tuple(_kept(text, raw))


def _assemble(text: str, number: Number, floor: int) -> Quantity | None:
    """Read the words around a number; `floor` is where the figure before it ends."""
    if text[number.start - 1 : number.start] == "第":
        return _rank(text, number)
    if text.startswith("分之", number.end):
        return None
    start = number.start
    worth, at = (Decimal(1), number.end) if number.chinese else match_multiplier(text, number.end)
    within = qualifier_within(text, at)
    if within > at and worth == 1:
        worth, after = match_multiplier(text, within)
    else:
        after = within
    unit = match_unit(text, after + (text[after : after + 1] == " "))
    if within > at and unit is None and worth == 1:
        within = after = at
    qualifier = text[at:within]
    written_unit, end = (unit.written, unit.end) if unit else ("", after)
    if text.startswith(_PERCENT_OF, start - len(_PERCENT_OF)):
        start, written_unit, end = start - len(_PERCENT_OF), "%", after
    unit_end = end
    if not qualifier and written_unit in MEASURES:
        tail = qualifier_within(text, end)
        if tail > end and _BARE_END.match(text, tail):
            qualifier, end = text[end:tail], tail
    tail = qualifier_after(text, end)
    qualifier = qualifier or text[end:tail]
    sign = _minus(text, start) if start - 1 > floor or not floor else 0
    begin = qualifier_before(text, start - sign, floor)
    qualifier = text[begin : start - sign] or qualifier
    return Quantity(
        begin,
        tail,
        number.value * worth * (-1 if sign else 1),
        written_unit,
        qualifier,
        start - sign,
        number.end,
        unit_end,
        multiplier=worth,
        chinese=number.chinese,
    )


def _rank(text: str, number: Number) -> Quantity | None:
    unit = text[number.end : number.end + 1]
    start = number.start - 1
    if unit in ("名", "位") and (unit == "名" or number.value > 1 or not number.chinese):
        return Quantity(start, number.end + 1, number.value, unit, "", start, number.end, number.end + 1, rank=True)
    return None


def _minus(text: str, start: int) -> int:
    """Return 1 where a minus sign of its own stands before `start`, not the dash of a range or a code."""
    if text[start - 1 : start] not in ("-", "−", "－"):
        return 0
    before = text[start - 2 : start - 1]
    joined = before.isdigit() or (before.isascii() and before.isalnum()) or before in ("-", "−", "－")
    return 0 if joined else 1


def _kept(text: str, raw: Sequence[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    following: Quantity | None = None
    for index in range(len(raw) - 1, -1, -1):
        quantity = raw[index]
        near = raw[index + 1] if index + 1 < len(raw) else None
        if near is not None and following is not None and near.number_start == following.number_start:
            quantity = _shared(text, quantity, following)
        if following is not None and _is_threshold(text, quantity, following):
            following = None
        elif _is_metric(text, quantity):
            kept.append(quantity)
            following = quantity
        else:
            following = None
    kept.reverse()
    return kept


def _is_threshold(text: str, quantity: Quantity, following: Quantity) -> bool:
    """Tell whether a figure only says which things the next one counts: 10亿元以上项目2个."""
    if not quantity.qualifier.startswith(("以", "超")) or following.unit not in CLASSIFIERS:
        return False
    between = text[quantity.end : following.start]
    return len(between) <= _LONGEST_COUNTED and not _STOPS.search(between)


def _shared(text: str, quantity: Quantity, following: Quantity) -> Quantity:
    """Give a number without a unit the unit of the one it is listed with: 2至3亿元, 6.5和2.3个百分点."""
    if quantity.unit or quantity.rank or not following.unit:
        return quantity
    if quantity.end > quantity.number_end and quantity.multiplier == 1:
        return quantity
    gap = text[quantity.end : following.start]
    if _RANGE.fullmatch(gap):
        pass
    elif not (gap and _LIST.fullmatch(gap)):
        return quantity
    worth = following.multiplier if quantity.multiplier == 1 else Decimal(1)
    return replace(quantity, value=quantity.value * worth, unit=following.unit, multiplier=following.multiplier)


def _is_metric(text: str, quantity: Quantity) -> bool:
    if quantity.rank:
        return True
    if text.startswith("级", quantity.unit_end):
        return False
    if quantity.unit in TIMES:
        return not quantity.chinese and _is_lasting(text, quantity)
    if quantity.chinese:
        return is_counted(text, quantity)
    return bool(quantity.unit) or quantity.multiplier > 1000 or _stands_bare(text, quantity)


def _is_lasting(text: str, quantity: Quantity) -> bool:
    """Tell whether a time is an amount of it: neither an age that says who, nor a period, nor a deadline."""
    if quantity.unit in ("岁", "周岁"):
        return _STOP.match(text, quantity.end) is not None
    if quantity.unit == "个月":
        return _SHORTENED.search(text, max(0, quantity.start - 6), quantity.start) is not None
    return quantity.unit == "年" or not _AFTER_TIME.match(text, quantity.end)


def _stands_bare(text: str, quantity: Quantity) -> bool:
    """Tell whether a number without unit is an indicator's value: 指数为0.85，or 由3.2缩小至2.9."""
    if text[max(0, quantity.start - 1) : quantity.start] in ("由", "从"):
        return _FROM.match(text, quantity.end) is not None
    before = _LEVEL_BEFORE.search(text, max(0, quantity.start - 2), quantity.start)
    return quantity.multiplier == 1 and before is not None and _BARE_END.match(text, quantity.end) is not None
