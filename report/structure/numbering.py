"""The numbers that stand before headings and items: which style, which value, how long. Pure."""

import re
from dataclasses import dataclass
from enum import IntEnum


class Style(IntEnum):
    """Styles of numbering; a smaller value customarily stands above a larger one (GB/T 9704—2012, 7.3.3)."""

    PART = 0  # 第一部分 第一编
    CHAPTER = 1  # 第一章
    ARTICLE = 2  # 第一节
    CHINESE = 3  # 一、
    ORDINAL = 4  # 第一，
    CHINESE_BRACKETED = 5  # （一）
    ARABIC = 6  # 1.
    ARABIC_BRACKETED = 7  # （1） 1）
    CIRCLED = 8  # ①


@dataclass(frozen=True, slots=True)
class Marker:
    """A number at the beginning of a text."""

    style: Style
    value: int
    written: str  # exactly as it stands there
    end: int  # where the text after it begins


_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_C = "[〇零一二三四五六七八九十百]{1,5}"
_UNITS = {"部分": Style.PART, "编": Style.PART, "篇": Style.PART, "章": Style.CHAPTER, "节": Style.ARTICLE}

_PART = re.compile(rf"第({_C}|[0-9]{{1,2}})(部分|编|篇|章|节)[、，,：:.．]?\s*")
_ORDINAL = re.compile(rf"第({_C})[，,、：:]\s*")
_CHINESE = re.compile(rf"({_C})\s?[、.．]\s*")
_CHINESE_BRACKETED = re.compile(rf"[（(]\s?({_C})\s?[)）]\s?[、.．]?\s*")
_ARABIC = re.compile(r"([0-9０-９]{1,3})\s?([、.．])\s*")
_ARABIC_BRACKETED = re.compile(r"(?:[（(]\s?([0-9０-９]{1,3})\s?[)）]|([0-9０-９]{1,3})[)）])\s?[、.．]?\s*")
_CIRCLED = re.compile(r"([①-⑳])\s?[、.．]?\s*")

# 一、二、三产业 and 一、二级 count things together; they number nothing.
_COUNTED_TOGETHER = re.compile(rf"{_C}(?:[、，]|产业|级|线|季度|月|批|期|是|审)")


def chinese_value(written: str) -> int:
    """Return the value of a Chinese numeral below a thousand; 〇 and digits in a row are read as digits."""
    if "十" not in written and "百" not in written:
        return int("".join(str(_DIGITS[char]) for char in written))
    total, digit = 0, 0
    for char in written:
        if char == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif char == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _DIGITS[char]
    return total + digit


def heading_marker(text: str) -> Marker | None:
    """Return the heading number that a text begins with, or None.

    `4.3月` is read as number 4 before "3月"; whether that is meant, only the numbers before it can tell.
    """
    if not text:
        return None
    first = text[0]
    if first == "第":
        return _part(text) or _by(_ORDINAL, Style.ORDINAL, text)
    if first in "（(":
        return _by(_CHINESE_BRACKETED, Style.CHINESE_BRACKETED, text) or _bracketed(text)
    if "①" <= first <= "⑳":
        return _circled(text)
    if first.isdigit():
        return _by(_ARABIC, Style.ARABIC, text) or _bracketed(text)
    marker = _by(_CHINESE, Style.CHINESE, text)
    return None if marker and _COUNTED_TOGETHER.match(text, marker.end) else marker


def is_doubtful(text: str, marker: Marker) -> bool:
    """Tell whether an Arabic number might be a decimal: `4.3月` but not `4.完成` or `4、3月`."""
    return (
        marker.style is Style.ARABIC
        and marker.written.endswith((".", "．"))
        and len(text) > marker.end
        and text[marker.end].isdigit()
    )


def _by(pattern: re.Pattern[str], style: Style, text: str) -> Marker | None:
    found = pattern.match(text)
    if not found:
        return None
    numeral = found.group(1)
    value = int(numeral) if style is Style.ARABIC else chinese_value(numeral)
    return Marker(style, value, found.group().rstrip(), found.end())


def _part(text: str) -> Marker | None:
    found = _PART.match(text)
    if not found:
        return None
    numeral = found.group(1)
    value = int(numeral) if numeral[0].isascii() else chinese_value(numeral)
    return Marker(_UNITS[found.group(2)], value, found.group().rstrip(), found.end())


def _bracketed(text: str) -> Marker | None:
    found = _ARABIC_BRACKETED.match(text)
    if not found:
        return None
    return Marker(Style.ARABIC_BRACKETED, int(found.group(1) or found.group(2)), found.group().rstrip(), found.end())


def _circled(text: str) -> Marker | None:
    found = _CIRCLED.match(text)
    if not found:
        return None
    return Marker(Style.CIRCLED, ord(found.group(1)) - ord("①") + 1, found.group().rstrip(), found.end())
