"""Run-in headings inside paragraphs: 一是……, ——……, and slogan sentences. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from report.structure.lines import Sentence, sentences, without_closing
from report.structure.numbering import chinese_value
from report.structure.slogans import (
    alike,
    is_clause_slogan,
    is_opening,
    is_short_slogan,
    is_year_sentence,
    plain,
)


@dataclass(frozen=True, slots=True)
class Point:
    """A run-in heading. Offsets count the text it was found in; level 1 stands inside the level 0 before it."""

    start: int
    body_start: int
    end: int
    number: str
    title: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of running text to look for points in."""

    text: str
    start: int  # where the running text begins, behind a run-in heading
    bold_chars: int = 0


_ITEM = re.compile(r"(?:^|(?<=[。；;：:！!？”]))\s*([一二三四五六七八九十]{1,3})(?:是要|是|要)")
_DASHES = re.compile(r"\s*(?:[—―─]{1,4}|－{2,4}|–{2,4}|-{2,4})\s*")
_SENTENCE_OR_ITEM_END = re.compile(r"[。！？；;]")
_LONG_ITEM = 24  # a single sentence longer than this is no title; its first clause is


def find_points(paragraphs: Sequence[Paragraph]) -> list[list[Point]]:
    """Return the points of each paragraph. The paragraphs are those under one heading, in order."""
    opened = _openings(paragraphs)
    return [_in_paragraph(paragraph, opens=at in opened) for at, paragraph in enumerate(paragraphs)]


def _in_paragraph(paragraph: Paragraph, *, opens: bool) -> list[Point]:
    text, start = paragraph.text, paragraph.start
    dash = _DASHES.match(text, start)
    if dash and dash.end() < len(text):
        return _dashed(text, start, dash.end())
    items = _items(text, start)
    limit = items[0].start if items else len(text)
    found = _slogans(text, start, limit, opens=opens) if not items or items[0].start > start else []
    if found and items:
        level = found[-1].level + 1 if found[-1].level == 0 else 1
        items = [replace(item, level=level) for item in items]
    return _closed([*found, *items], len(text))


def _closed(points: Sequence[Point], end: int) -> list[Point]:
    """Each point reaches to the next one of its level or above."""
    closed: list[Point] = []
    for at, point in enumerate(points):
        until = next((later.start for later in points[at + 1 :] if later.level <= point.level), end)
        closed.append(replace(point, end=until))
    return closed


# --- 一是……


def _items(text: str, start: int) -> list[Point]:
    """The items of an enumeration whose members are sentences or parts set off by a semicolon."""
    runs: list[list[re.Match[str]]] = []
    for found in _ITEM.finditer(text, start):
        value = chinese_value(found.group(1))
        if runs and value == chinese_value(runs[-1][-1].group(1)) + 1:
            runs[-1].append(found)
        elif value == 1 or found.start() == start or not text[start : found.start()].strip():
            runs.append([found])
    kept = [found for run in runs if len(run) > 1 or run[0].start() <= start for found in run]
    if not kept and start == 0:
        at_begin = _ITEM.match(text)
        kept = [at_begin] if at_begin else []
    ends = [*(found.start() for found in kept[1:]), len(text)] if kept else []
    return [_item(text, found, end) for found, end in zip(kept, ends, strict=True)]


def _item(text: str, found: re.Match[str], end: int) -> Point:
    begin = found.start() + len(found.group()) - len(found.group().lstrip())
    title_end, body = _item_title(text, found.end(), end)
    number = text[begin : found.end()]
    return Point(begin, body, end, number, without_closing(text[found.end() : title_end]))


def _item_title(text: str, start: int, end: int) -> tuple[int, int]:
    """The first sentence of an item; of an item that is one long sentence, its first clause."""
    stop = _SENTENCE_OR_ITEM_END.search(text, start, end)
    sentence_end = stop.start() if stop else end
    rest = text[sentence_end:end].strip("。；;！？!? ”")
    if rest or sentence_end - start <= _LONG_ITEM:
        return sentence_end, min(sentence_end + 1, end)
    comma = _first(text, "，,：:", start, sentence_end)
    return (comma, comma + 1) if comma is not None else (sentence_end, min(sentence_end + 1, end))


def _first(text: str, marks: str, start: int, end: int) -> int | None:
    return next((at for at in range(start, end) if text[at] in marks), None)


# --- ——……


def _dashed(text: str, start: int, begin: int) -> list[Point]:
    """A paragraph that opens with a dash. A bare figure after the dash is a row of a list of targets, no point."""
    title_end, body = _item_title(text, begin, len(text))
    title = without_closing(text[begin:title_end])
    if not title or (body >= len(text) and any(char.isdigit() for char in title)):
        return []
    if any(char.isdigit() for char in title) and not text[body:].strip():
        return []
    inner = _slogans(text, body, len(text), opens=False)
    point = Point(start, body, len(text), text[start:begin].strip(), title)
    return _closed([point, *(replace(child, level=1) for child in inner if child.level == 0)], len(text))


# --- slogan sentences


def _openings(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs whose first sentence heads them: next to another one that is built alike."""
    firsts = [_first_sentence(paragraph) for paragraph in paragraphs]
    may = [at for at, first in enumerate(firsts) if first]
    kept: set[int] = set()
    for one, other in pairwise(may):
        if other - one <= 2 and alike(firsts[one], firsts[other]):
            kept.update((one, other))
    kept.update(at for at in may if paragraphs[at].bold_chars >= len(firsts[at]) > 0)
    return frozenset(kept)


def _first_sentence(paragraph: Paragraph) -> str:
    """The first sentence of a paragraph when it may head it, else nothing."""
    first = next(sentences(paragraph.text, paragraph.start), None)
    if first is None or first.end >= len(paragraph.text) or paragraph.start:
        return ""
    text = paragraph.text[first.start : first.core]
    if paragraph.text[first.core] not in "。" or not is_opening(text):
        return ""
    return text


def _slogans(text: str, start: int, limit: int, *, opens: bool) -> list[Point]:
    parts = [part for part in sentences(text[:limit], start) if text[part.start : part.core].strip()]
    if not parts:
        return []
    heads: list[Sentence] = []
    if opens:
        first, rest = parts[0], parts[1:]
        inner = _family(text, rest, strict=True)
        children = inner if inner and inner[0] is rest[0] else []
        if not children and is_year_sentence(text[first.start : first.core]):
            return [_point(text, first), *_clauses(text, rest)]
        return [_point(text, first), *(replace(_point(text, child), level=1) for child in children)]
    heads = _family(text, parts, strict=False)
    return [_point(text, head) for head in heads]


def _family(text: str, parts: Sequence[Sentence], *, strict: bool) -> list[Sentence]:
    """The slogans of a paragraph: the first stands first or behind one sentence that leads in, each heads a text."""
    may = [at for at, part in enumerate(parts) if is_short_slogan(text[part.start : part.core])]
    may = [at for at in may if at + 1 < len(parts) and at + 1 not in may]
    if len(may) < 2 or may[0] > (0 if strict else 1):
        return []
    lengths = sorted(len(plain(text[parts[at].start : parts[at].core])) for at in may)
    usual = lengths[len(lengths) // 2]
    kept = [at for at in may if at == may[0] or abs(len(plain(text[parts[at].start : parts[at].core])) - usual) <= 3]
    return [parts[at] for at in kept] if len(kept) > 1 else []


def _clauses(text: str, parts: Sequence[Sentence]) -> list[Point]:
    """Under the sentence of a year: sentences whose first clause, of four and four characters, heads what follows."""
    found: list[Point] = []
    for part in parts:
        comma = text.find("，", part.start, part.core)
        if comma > 0 and is_clause_slogan(text[part.start : comma].strip()):
            found.append(Point(part.start, comma + 1, part.end, "", without_closing(text[part.start : comma]), level=1))
    return found if len(found) > 1 else []


def _point(text: str, head: Sentence) -> Point:
    return Point(head.start, head.end, head.end, "", without_closing(text[head.start : head.core]))
