"""The report's own explanations of its terms (名词解释), and where they stand. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from report.model import GlossaryEntry
from report.source import LineKind
from report.structure.lines import Line

_HEADING = re.compile(
    r"[※*＊【\[（(\s]{0,3}(?:附[件录]?[一二三四五六七八九十0-9]{0,2}[：:]?\s?)?(?:有关|相关|部分|重要|《?政府工作报告》?|报告|文中)?"
    r"(?:有关|相关|部分|中的)?(?:名词|名词术语|术语|用语|词语|注)\s?(?:解\s?释|注\s?释|释\s?义|说\s?明|释)[※*＊】\]）)\s]{0,3}[：:]?$"
)
_ENTRY = re.compile(r"(?:[\[［〔【(（]\s?[0-9０-９]{1,3}\s?[\]］〕】)）]|[0-9０-９]{1,3}\s?[、.．]|[①-⑳])\s*")
_PAGES = re.compile(r"[（(]\s?(?:P|p|第)\s?[0-9][^（）()]{0,30}[）)]$")
_LONGEST_TERM = 60


def is_glossary_heading(text: str) -> bool:
    """Tell whether a line says that explanations of terms follow."""
    return len(text) <= 30 and bool(_HEADING.match(text.strip()))


def find_entries(lines: Sequence[Line], first: int, last: int) -> list[GlossaryEntry]:
    """Return the entries in lines[first:last]; a line without a number goes on with the entry before it."""
    starts = [at for at in range(first, last) if _ENTRY.match(lines[at].text) and _colon(lines[at].text)]
    if not starts:
        starts = [at for at in range(first, last) if _colon(lines[at].text)]
    return [_entry(lines, at, below) for at, below in pairwise([*starts, last])]


def find_notes(lines: Sequence[Line]) -> list[GlossaryEntry]:
    """Return the footnotes and endnotes that explain a term: 术语：解释."""
    return [
        _entry(lines, at, at + 1) for at, line in enumerate(lines) if line.kind is LineKind.NOTE and _colon(line.text)
    ]


def _entry(lines: Sequence[Line], at: int, below: int) -> GlossaryEntry:
    text = lines[at].text
    number = _ENTRY.match(text)
    begin = number.end() if number else 0
    colon = _colon(text)
    rest = [text[colon + 1 :].strip(), *(line.text for line in lines[at + 1 : below])]
    return GlossaryEntry(
        term=_PAGES.sub("", text[begin:colon].strip()).strip(),
        explanation="\n".join(rest).strip(),
        start=lines[at].start,
        end=lines[below - 1].end,
    )


def _colon(text: str) -> int:
    """The place of the colon behind a term, 0 where there is none."""
    number = _ENTRY.match(text)
    begin = number.end() if number else 0
    for at in range(begin, min(len(text), begin + _LONGEST_TERM)):
        if text[at] in "：:":
            return at if at > begin else 0
        if text[at] in "。；":
            return 0
    return 0
