"""Heading numbers, counted anew over the selection as 一、（一）1.（1） (GB/T 9704—2012, 7.3.3)."""

import re

from generators.document import Role

_DIGITS = "零一二三四五六七八九"
_NUMBERED = (
    (re.compile(r"第?[一二三四五六七八九十百]{1,9}[、.．部章]"), 1),
    (re.compile(r"[（(][一二三四五六七八九十百]{1,9}[)）]"), 2),
    (re.compile(r"\d{1,9}[、.．]|[①-⑳]"), 3),
    (re.compile(r"[（(]\d{1,9}[)）]"), 4),
)
_ROLES = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


def role_at(depth: int) -> Role:
    """Return the role of a heading at a depth counted from 1; what lies deeper looks like the fourth."""
    return _ROLES[min(depth, len(_ROLES)) - 1]


def written_level(number: str) -> int:
    """Return the level (1 to 4) that a number's form stands for, 0 where it has none."""
    for form, level in _NUMBERED:
        if form.match(number):
            return level
    return 0


def number_at(depth: int, count: int) -> str:
    """Return the number of the `count`-th heading at a depth: 一、（一）1.（1）; deeper ones have none."""
    match depth:
        case 1:
            return f"{chinese(count)}、"
        case 2:
            return f"（{chinese(count)}）"
        case 3:
            return f"{count}."
        case 4:
            return f"（{count}）"
        case _:
            return ""


def chinese(count: int) -> str:
    """Return 1 to 9999 in Chinese numerals: 十二, 一百零五."""
    words = ""
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = count // power % 10
        if digit:
            words += _DIGITS[digit] + name
        elif words and not words.endswith("零"):
            words += "零"
    words = words.rstrip("零")
    return words.removeprefix("一") if 10 <= count < 20 else words
