"""Enumerations in running text: 一是……。二是……。 and paragraphs that open with a dash. Pure."""

import re
from dataclasses import dataclass
from itertools import pairwise

from report.structure.glued import Overlong
from report.structure.lines import without_closing
from report.structure.numbering import chinese_value


@dataclass(frozen=True, slots=True)
class Item:
    """A member of an enumeration. Offsets count the text it was found in."""

    start: int
    body_start: int
    end: int
    number: str
    title: str


_C = "[一二三四五六七八九十]{1,3}"
_ITEM = re.compile(rf"(?:^|(?<=[。；;：:！!？”]))[ \t\u3000]*(?:({_C})(?:是要|是|要)|第({_C})[，,、])")
_OPENS = re.compile(r"[ \t\u3000]*[一二三四五六七八九十]{1,3}(?:是|要)")
_DASHES = re.compile(r"[ \t\u3000]*(?:[—―─]{1,4}|－{2,4}|–{2,4}|-{2,4})[ \t\u3000]*")
_AMOUNT = re.compile(r"[0-9０-９](?=[万亿千百余多]?[%％\u4e00-\u9fff])(?!的)")
_TITLE_END = re.compile(r"[。！？；;]")
_LONG_TITLE = 36  # a member that is a single sentence longer than this has its first clause for a title,
_LONG_TITLE_WITH_FIGURES = 24  # or than this, where figures stand behind that clause,
_LONG_TITLE_ABOVE_TEXT = 60  # and so has one whose first sentence is longer than this
_LONGEST_DASHED = 32  # a longer first sentence behind a dash may be a heading that runs into its text
_SHORT_MEMBER = 17  # members shorter than this, joined by semicolons, are one sentence that counts things up


def opens_with_item(text: str) -> bool:
    """Tell whether a paragraph opens with 一是 or a dash."""
    return bool(_OPENS.match(text) or _DASHES.match(text))


def find_items(text: str, start: int) -> list[Item]:
    """Return the members of the enumerations in text[start:] that are sentences, or long parts set off by ；."""
    begin = start + len(text[start:]) - len(text[start:].lstrip())
    runs: list[list[re.Match[str]]] = []
    for found in _ITEM.finditer(text, start):
        value = _value(found)
        if runs and value == _value(runs[-1][-1]) + 1:
            runs[-1].append(found)
        elif value == 1 or found.start() <= begin:
            runs.append([found])
    kept = [
        found
        for run in runs
        if run[0].start() <= begin or (len(run) > 1 and not _counts_up(text, run))
        for found in run
    ]
    ends = [*(found.start() for found in kept[1:]), len(text)] if kept else []
    items = [_item(text, found, end) for found, end in zip(kept, ends, strict=True)]
    return [item for item in items if item.title]


def _value(found: re.Match[str]) -> int:
    return chinese_value(found.group(1) or found.group(2))


def _counts_up(text: str, run: list[re.Match[str]]) -> bool:
    """Short members set off by semicolons: 一是建水厂；二是修公路；…… heads nothing."""
    if any(text[found.start() - 1] not in "；;" for found in run[1:]):
        return False
    lengths = sorted(later.start() - found.end() for found, later in pairwise(run))
    return lengths[len(lengths) // 2] < _SHORT_MEMBER


def _item(text: str, found: re.Match[str], end: int) -> Item:
    begin = found.end() - len(found.group().lstrip())
    title_end, body = _title(text, found.end(), end)
    return Item(begin, body, end, text[begin : found.end()], without_closing(text[found.end() : title_end]))


def _title(text: str, start: int, end: int) -> tuple[int, int]:
    """The first sentence of a member; where that is long, its first clause."""
    stop = _TITLE_END.search(text, start, end)
    sentence_end = stop.start() if stop else end
    comma = next((at for at in range(start, sentence_end) if text[at] in "，,：:"), None)
    longest = _LONG_TITLE
    if _has_words(text, sentence_end, end):
        longest = _LONG_TITLE_ABOVE_TEXT
    elif comma is not None and _counts(text, comma, sentence_end) and not _counts(text, start, comma):
        longest = _LONG_TITLE_WITH_FIGURES
    if sentence_end - start <= longest:
        return sentence_end, min(sentence_end + 1, end)
    return (comma, comma + 1) if comma is not None else (sentence_end, min(sentence_end + 1, end))


def _has_words(text: str, start: int, end: int) -> bool:
    return any(text[at].isalnum() for at in range(start, end))


def _counts(text: str, start: int, end: int) -> bool:
    return bool(_AMOUNT.search(text, start, end))


def overlong_dashed(text: str) -> Overlong | None:
    """Return the first sentence of a paragraph that opens with a dash where it is too long to be a heading."""
    dash = _DASHES.match(text)
    stop = _TITLE_END.search(text, dash.end()) if dash else None
    if not dash or not stop or stop.start() - dash.end() <= _LONGEST_DASHED:
        return None
    return Overlong(text, dash.end(), stop.start())


def dash_item(text: str, cut: int = 0) -> Item | None:
    """Return the member that a paragraph opening with a dash is, or None. Its title runs into its text at `cut`.

    A paragraph that is nothing but its own title is a row of a list: of targets where it states a figure, of parts
    of one sentence where it ends with a semicolon. Where no mark closes it, it is the motto of what it stands in.
    """
    dash = _DASHES.match(text)
    if not dash:
        return None
    if cut:
        return Item(0, cut, len(text), text[: dash.end()].strip(), without_closing(text[dash.end() : cut]))
    title_end, body = _title(text, dash.end(), len(text))
    title = without_closing(text[dash.end() : title_end])
    whole = not (title_end < len(text) and text[title_end] == "。" and _has_words(text, body, len(text)))
    if not title or (whole and (not text.endswith("。") or any(char.isdigit() for char in text))):
        return None
    return Item(0, body, len(text), text[: dash.end()].strip(), title)
