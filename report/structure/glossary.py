"""The report's own explanations of its terms (名词解释): which lines are entries, their terms and explanations. Pure.

An entry is numbered `[1]`, `［1］`, `1.`, `①` or not at all. Its term is closed by a colon, by 【】, by the words that
define it (……，指……；……是指……), by quotation marks, or by the end of its line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from report.model import GlossaryEntry
from report.source import LineKind
from report.structure.lines import Line
from report.structure.marks import MARK, is_circled

_HEADING = re.compile(
    r"[※*＊【\[（(\s]{0,3}(?:附[件录]?[一二三四五六七八九十0-9]{0,2}[：:]?\s?)?(?:有关|相关|部分|重要|《?政府工作报告》?|报告|文中)?"
    r"(?:有关|相关|部分|中的)?(?:名词|名词术语|术语|用语|词语|注)\s?(?:解\s?释|注\s?释|释\s?义|说\s?明|释)[※*＊】\]）)\s]{0,3}[：:]?$"
)
_NUMBER = re.compile(
    r"(?P<open>[\[［〔【(（]\s?)?(?P<value>[0-9０-９]{1,3})(?(open)\s?[\]］〕】)）]|\s?[、.．])\s*|(?P<circled>[①-⑳])\s*"
)
_VALUE = re.compile(r"[0-9０-９\s]")
_STYLES = str.maketrans("［【（．", "[[(.")
_BULLET = re.compile(r"[*＊※●·]\s*|注[释]?[：:]\s*")
_PAGES = re.compile(r"[（(]\s?(?:P|p|第)\s?[0-9][^（）()]{0,30}[）)]$")
_LONGEST_TERM = 60
_LONGEST_LINE = 30  # of a term that has its line to itself
_BOXED = re.compile(r"[【〖]([^【】〖〗]{1,60})[】〗]\s*[：:，,—]{0,2}\s*")
_QUOTED = re.compile(r"[“「『][^”」』]{1,40}[”」』](?:[“「『][^”」』]{1,40}[”」』])*")
_QUOTED_BEFORE = re.compile(r"“[^“”]{1,40}”\Z")
_DEFINES = re.compile(r"(?:是|即|系|特|泛)?指|即|全称|又称")
# What closes a term: a colon; the words of a definition, with or without a comma; a dash.
_CLOSES = re.compile(
    r"[：:](?P<colon>)|[，,]\s?(?=是指|指|即|系指|意为|简称|全称|又称)|[，,]\s?(?=是)|(?:是|系|就是)(?=指)"
    r"|(?=特指|泛指|即指)|(?<=[”」』）)])\s?(?=指|即|是|为)|\s(?=指|即|是)|\s?(?:——|--)\s?"
)
_NO_TERM = re.compile(r"(?:数据|资料|图片|文字)?来源|序号|名词|术语|词语|名称|注释?|说明")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with the number that note marks in the text name it by, 0 where it has none."""

    entry: GlossaryEntry
    number: int
    circled: bool


@dataclass(frozen=True, slots=True)
class _Head:
    """How a line begins an entry: `text[start:end]` is its term, what explains it begins at `rest`."""

    start: int
    end: int
    rest: int


def is_glossary_heading(text: str) -> bool:
    """Tell whether a line says that explanations of terms follow."""
    return len(text) <= 30 and bool(_HEADING.match(text.strip()))


def find_entries(lines: Sequence[Line], first: int, last: int) -> list[Entry]:
    """Return the entries in lines[first:last]; a line that begins none goes on with the entry before it."""
    starts = _numbered(lines, first, last) or [at for at in range(first, last) if _head(lines[at].text)]
    return [entry for at, below in pairwise([*starts, last]) if (entry := _entry(lines, at, below))]


def find_notes(lines: Sequence[Line]) -> list[Entry]:
    """Return the notes that explain a term: foot- and endnotes of a format, and lines whose mark the text has.

    A note that names no term (指……) explains the quoted words before its mark.
    """
    found: list[Entry] = []
    marked: dict[str, str] = {}
    for at, line in enumerate(lines):
        begins = MARK.match(line.text)
        # Circled numbers at the beginning of lines count the items of a list.
        noted = begins and not is_circled(begins) and begins.group() in marked
        if line.kind is LineKind.NOTE or noted:
            entry = _entry(lines, at, at + 1, marked.get(begins.group(), "") if begins else "")
            if entry and entry.entry.explanation:
                found.append(entry)
        if line.kind is not LineKind.NOTE:
            for mark in MARK.finditer(line.text, 1):
                quoted = _QUOTED_BEFORE.search(line.text, max(0, mark.start() - _LONGEST_TERM), mark.start())
                marked.setdefault(mark.group(), quoted.group() if quoted else "")
    return found


def _numbered(lines: Sequence[Line], first: int, last: int) -> list[int]:
    """The lines with numbers of the first one's style that count on; others count inside an explanation."""
    starts: list[int] = []
    style, latest = "", 0
    for at in range(first, last):
        number = _NUMBER.match(lines[at].text)
        if number is None or not _head(lines[at].text):
            continue
        style = style or _style(number)
        value = _value(number)
        if _style(number) == style and (value > latest or value == 1):
            starts.append(at)
            latest = value
    return starts


def _style(number: re.Match[str]) -> str:
    """The marks around a number, its first one for all: [ ( . 、 ①."""
    if number.group("circled"):
        return "①"
    return _VALUE.sub("", number.group()).translate(_STYLES)[:1]


def _value(number: re.Match[str]) -> int:
    circled = number.group("circled")
    return ord(circled) - ord("①") + 1 if circled else int(number.group("value"))


def _entry(lines: Sequence[Line], at: int, below: int, quoted: str = "") -> Entry | None:
    text = lines[at].text
    number = _NUMBER.match(text)
    begin = number.end() if number else 0
    if quoted and _DEFINES.match(text, begin):
        term, rest = quoted, begin
    elif head := _head(text):
        term, rest = _PAGES.sub("", text[head.start : head.end].strip()).strip(), head.rest
    else:
        return None
    explanation = [text[rest:].strip(), *(line.text for line in lines[at + 1 : below])]
    entry = GlossaryEntry(term, "\n".join(explanation).strip(), lines[at].start, lines[below - 1].end)
    return Entry(entry, _value(number) if number else 0, bool(number and number.group("circled")))


def _head(text: str) -> _Head | None:
    """The term that a line begins with, None where it begins none."""
    number = _NUMBER.match(text) or _BULLET.match(text)
    begin = number.end() if number else 0
    if "\t" in text:
        return _of_row(text, begin)
    boxed = _BOXED.match(text, begin)
    if boxed:
        return _Head(*boxed.span(1), boxed.end())
    head = _closed(text, begin) or (_quoted(text, begin) if number else None)
    if head is None and number and begin < len(text) <= begin + _LONGEST_LINE and text[-1] not in "。；，":
        head = _Head(begin, len(text), len(text))
    return None if head is None or _NO_TERM.fullmatch(text[head.start : head.end].strip()) else head


def _closed(text: str, begin: int) -> _Head | None:
    limit = min(len(text), begin + _LONGEST_TERM)
    stop = next((at for at in range(begin, limit) if text[at] in "。；"), limit)
    for found in _CLOSES.finditer(text, begin, stop + 1 if stop < limit else limit):
        if found.start() > begin and _is_outside(text, begin, found.start()):
            return _Head(begin, found.start(), found.end())
    return None


def _is_outside(text: str, begin: int, at: int) -> bool:
    """Whether a place stands outside quotation marks and brackets that open behind `begin`."""
    return all(text.count(one, begin, at) <= text.count(other, begin, at) for one, other in ("“”", "《》", "（）"))


def _quoted(text: str, begin: int) -> _Head | None:
    found = _QUOTED.match(text, begin)
    return _Head(begin, found.end(), found.end()) if found else None


def _of_row(text: str, begin: int) -> _Head | None:
    """A row of a table: a number or none, the term, its explanation."""
    cells = text.split("\t")
    first = 1 if cells[0].strip().isdigit() else 0
    if len(cells) < first + 2 or not cells[first].strip() or _NO_TERM.fullmatch(cells[first].strip()):
        return None
    start = max(sum(len(cell) + 1 for cell in cells[:first]), begin if not first else 0)
    end = sum(len(cell) + 1 for cell in cells[: first + 1]) - 1
    return _Head(start, end, end + 1) if start < end else None
