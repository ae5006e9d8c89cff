"""Reads the numerals of a Chinese text as decimal values: Arabic, full-width and Chinese ones.

Knows nothing of units: `25`, `１,２３４．５` and `三百二十` are numbers here, whatever they count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")

# A comma belongs to the number only between groups of three: 1,234,567.5
_ARABIC = r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?"
_CHINESE = r"[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+[万亿]?)?"
# The look ahead spares both branches wherever no numeral can begin.
_NUMBER = re.compile(
    rf"(?=[0-9０-９零〇一二两三四五六七八九十百千万亿])(?:(?P<arabic>{_ARABIC})|(?P<chinese>{_CHINESE}))"
)

_LONGEST = 20  # characters; a longer row of digits is a code


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral of the text and its value. `text[start:end]` is the numeral as written."""

    start: int
    end: int
    value: Decimal
    chinese: bool
    digits: bool  # False where it is a bare 百, 千, 万 or 亿, which counts only with a qualifier


def scan_numbers(text: str, mask: bytes | bytearray) -> Iterator[Number]:
    """Yield every numeral that has one value, in reading order; 三四百 and other guesses have none.

    No numeral begins where `mask`, one byte a character, is 1; one that runs on from there begins behind it.
    """
    at = 0
    while (match := _NUMBER.search(text, at)) is not None:
        start, at = match.span()
        if mask[start]:
            free = mask.find(0, start, at)
            at = free if free > 0 else at
            continue
        written = match.group()
        if len(written) > _LONGEST:
            continue
        chinese = match.group("arabic") is None
        value = parse_chinese(written) if chinese else parse_arabic(written)
        if value is not None:
            digits = not chinese or any(char in _DIGITS for char in written) or written.startswith("十")
            yield Number(match.start(), match.end(), value, chinese, digits)


def parse_arabic(written: str) -> Decimal:
    """Return the value of an Arabic numeral, half- or full-width, with or without commas between groups of three."""
    return Decimal(written.translate(_HALF_WIDTH).replace(",", ""))


def parse_chinese(written: str) -> Decimal | None:
    """Return the value of a Chinese numeral, None where it has no single one (三四百, 百百)."""
    whole, point, fraction = written.partition("点")
    scale = 1
    if point and fraction[-1] in _LARGE:
        scale = _LARGE[fraction[-1]]
        fraction = fraction[:-1]
    value = _chinese_integer(whole)
    if value is None:
        return None
    if not point:
        return Decimal(value)
    places = "".join(str(_DIGITS[char]) for char in fraction)
    return Decimal(f"{value}.{places}") * scale


def _chinese_integer(written: str) -> int | None:
    if len(written) > 1 and all(char in _DIGITS for char in written):
        # Digit by digit as in 二〇二三; 三四 without a 零 is a guess between two numbers.
        spelled = "".join(str(_DIGITS[char]) for char in written)
        return int(spelled) if len(written) > 3 else None
    if any(a in _DIGITS and b in _DIGITS and a not in "零〇" for a, b in pairwise(written)):
        return None
    total = section = 0
    digit: int | None = None
    smaller = 10**9
    for char in written:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            if _SMALL[char] >= smaller:
                return None
            section += (1 if digit is None else digit) * _SMALL[char]
            smaller = _SMALL[char]
            digit = None
        else:
            # 万亿 multiplies what stands before it: 三万亿 is 3 × 10^4 × 10^8.
            section += digit or 0
            total = _times(total, section, _LARGE[char])
            section, digit, smaller = 0, None, 10**9
    return total + section + (digit or 0)


def _times(total: int, section: int, multiplier: int) -> int:
    if total == 0:
        return (section or 1) * multiplier
    if section == 0:
        return total * multiplier
    return (total + section) * multiplier if multiplier > total else total + section * multiplier


def plain(value: Decimal) -> str:
    """Return a decimal without exponent and without zeros that say nothing: `130000000`, `8.5`."""
    written = f"{value:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written
