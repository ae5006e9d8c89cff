"""Marks: half-width ones in Chinese text, full-width digits, brackets and quotes without their partner."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from report.checks.slip import Slip, Span, slip
from report.findings import Finding

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_WIDE = f"{_HAN}，。；：？！、（）《》“”‘’％"
# GB/T 15834—2011: marks in Chinese text are full-width. A mark between figures or Latin letters belongs to them:
# 1,234 and 9:30 and 1.5 are not slips; a full stop after a figure may be a heading's number.
_HALF = re.compile(
    rf"(?<=[{_WIDE}])[,;:?!](?=[{_WIDE}0-9A-Za-z\s]|$)|(?<=[0-9A-Za-z%％])[,;:?!](?=[{_WIDE}])"
    rf"|(?<=[{_HAN}”）》])\.(?=[{_HAN}“\n]|$)|(?<=[{_HAN}])\((?=[^()\n]*[)）])|\((?=[^()\n{_HAN}]*[{_HAN}][^()\n]*[)）])"
    r"|(?<=（)[^（）()\n]*(?P<shut>\))"
)
_SHUT = re.compile("[)）]")
_STRAIGHT = re.compile(rf'"[^"\n{_HAN}]*[{_HAN}][^"\n]*"')
_NUMBERED = re.compile(r"(?:^|\n)[ \t　]*[一二三四五六七八九十]{1,3}\.")
_WIDE_DIGITS = re.compile(r"[０-９]+(?:[．，][０-９]+)*[％]?")
_DIGITS = re.compile(r"[0-9]+")
_WIDE_OF = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）", '"': "“"}
# A mark that a report writes so this often, and more often than rightly, is its habit: one remark, all the places.
_HABIT = 12

_OPENERS = {
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "‘": "’",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
}
_PARTNERS = {"）": "（(", ")": "（("} | {shut: opened for opened, shut in _OPENERS.items() if shut not in "）)"}
_QUOTES = "“‘"
# 1） and a) number an item and need no opening bracket.
_ENUMERATOR = re.compile(r"(?:^|(?<=[。；：;:，,、\s]))[0-9０-９a-zA-Z]{1,3}[)）]", re.MULTILINE)


def check_marks(text: str) -> Iterator[Slip]:
    """Yield marks of the wrong width, and marks that lack their partner."""
    yield from _half_width(text)
    yield from _wide_digits(text)
    yield from _unpaired(text)


def _half_width(text: str) -> Iterator[Slip]:
    places: defaultdict[str, list[tuple[Span, ...]]] = defaultdict(list)
    for places_of_mark in (*_half_marks(text), *_straight_quotes(text)):
        start, end = places_of_mark[0]
        places[text[start:end]].append(places_of_mark)
    for mark, found in places.items():
        if len(found) >= _HABIT and len(found) > text.count(_WIDE_OF[mark]):
            first, *others = (place[0] for place in found)
            yield slip(Finding.HALF_WIDTH_MARK, first, _around(text, first), *others)
            continue
        for place, *partner in found:
            yield slip(Finding.HALF_WIDTH_MARK, place, _around(text, place), *partner)


def _half_marks(text: str) -> Iterator[tuple[Span, ...]]:
    """Yield the place of each half-width mark; with a bracket, the place of its partner."""
    numbered = {found.end() - 1 for found in _NUMBERED.finditer(text)}
    for found in _HALF.finditer(text):
        start, end = found.span("shut") if found["shut"] else found.span()
        if start in numbered:
            continue
        shut = _SHUT.search(text, end) if text[start] == "(" else None
        yield ((start, end), shut.span()) if shut else ((start, end),)


def _straight_quotes(text: str) -> Iterator[tuple[Span, ...]]:
    for found in _STRAIGHT.finditer(text):
        yield (found.start(), found.start() + 1), (found.end() - 1, found.end())


def _wide_digits(text: str) -> Iterator[Slip]:
    spans = [found.span() for found in _WIDE_DIGITS.finditer(text) if not _is_number_of_heading(text, found)]
    if len(spans) >= _HABIT and len(spans) > len(_DIGITS.findall(text)):
        yield slip(Finding.FULL_WIDTH_DIGIT, spans[0], text[slice(*spans[0])], *spans[1:])
        return
    for start, end in spans:
        yield slip(Finding.FULL_WIDTH_DIGIT, (start, end), text[start:end])


def _is_number_of_heading(text: str, found: re.Match[str]) -> bool:
    """Tell whether full-width digits number a line (１．, （１）), which many offices write so."""
    before = text[max(0, found.start() - 1) : found.start()]
    after = text[found.end() : found.end() + 1]
    return (before in ("", "\n", "　", " ") and after in ("．", "、", "）")) or (
        before in ("（", "(") and after in ("）", ")")
    )


def _around(text: str, span: Span) -> str:
    """Return a mark with up to four characters on each side, within its line."""
    start, end = span
    before = text[max(0, start - 4) : start].rpartition("\n")[2]
    after = text[end : end + 4].partition("\n")[0]
    return f"{before}{text[start:end]}{after}"


def _unpaired(text: str) -> Iterator[Slip]:
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        lonely, open_quotes = _lonely(text, at, end)
        # Speech that goes on in the next paragraph opens its quotes anew there, and shuts them in the last only.
        goes_on = _opens_with_quote(text, end + 1)
        places = [place for place in lonely if not (goes_on and place in open_quotes and text[place] == goes_on)]
        yield from _told_in_pairs(text, places)
        at = end + 1


def _told_in_pairs(text: str, places: list[int]) -> Iterator[Slip]:
    """Yield the marks; two of the same kind, one after the other, are a pair of which one looks the wrong way."""
    rest = iter(places)
    one = next(rest, None)
    while one is not None:
        following = next(rest, None)
        other = ()
        if following is not None and text[following] == text[one]:
            other = ((following, following + 1),)
            following = next(rest, None)
        yield slip(Finding.UNPAIRED_MARK, (one, one + 1), _around(text, (one, one + 1)), *other)
        one = following


def _opens_with_quote(text: str, at: int) -> str:
    return text[at] if at < len(text) and text[at] in _QUOTES else ""


def _lonely(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Return the places in a line of the marks without partner, and of the quotes among them that stay open."""
    numbers = {found.end() - 1 for found in _ENUMERATOR.finditer(text, start, end)}
    opened: list[int] = []
    waiting: Counter[str] = Counter()  # marks of each kind in `opened`
    lonely: list[int] = []
    for at in range(start, end):
        mark = text[at]
        if mark in _OPENERS:
            opened.append(at)
            waiting[mark] += 1
        elif mark in _PARTNERS and not _is_apostrophe(text, at):
            if any(waiting[opener] for opener in _PARTNERS[mark]):
                lonely += _shut(text, opened, waiting, mark)
            elif at not in numbers:
                lonely.append(at)
    return sorted(lonely + opened), [at for at in opened if text[at] in _QUOTES and text[max(start, at - 1)] in "“‘：:"]


def _shut(text: str, opened: list[int], waiting: Counter[str], mark: str) -> list[int]:
    """Take the partner of a mark out of those that are open, and return those within it: they stay without one."""
    within: list[int] = []
    while True:
        last = opened.pop()
        waiting[text[last]] -= 1
        if text[last] in _PARTNERS[mark]:
            return within
        within.append(last)


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and text[at - 1 : at].isascii() and text[at + 1 : at + 2].isascii()
