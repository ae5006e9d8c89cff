"""Run-in headings inside paragraphs: 一是……, ——……, and slogan sentences. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from report.structure.evidence import bold_lead
from report.structure.glued import find_seams
from report.structure.headings import is_announcement, is_period_lead
from report.structure.items import Item, dash_item, find_items, opens_with_item, overlong_dashed
from report.structure.lines import FULL_STOPS, Sentence, sentences, without_closing
from report.structure.parallel import parallel
from report.structure.slogans import (
    LONGEST_LEAD,
    LONGEST_SHORT,
    alike,
    clause_slogan,
    is_opening,
    is_short_slogan,
    is_year_sentence,
    plain,
)

_FIRST_BEHIND = 1  # a paragraph may have one sentence of introduction before its first slogan,
_FIRST_BEHIND_MANY = 3  # or three, where as many slogans follow
_USUAL_SPREAD = 4  # slogans of one paragraph differ by so many characters at most
# What somebody says, or what follows in a list, stands behind a colon too, but behind a verb.
_LABEL = re.compile(r"([\u4e00-\u9fff“”]{3,12})(?<![是为到说即于及括明示求调出会])[：:]")
_MOST_LIKES = 40  # more of them prove no more
_LABEL_SPREAD = 3
_LABELLED_TEXT = 40
_INNER_TEXT = 80  # slogans under a slogan each head a stretch of this length,
_INNER_TEXT_OF_MANY = 40  # where there are three or more of them, of this one,
_INNER_TEXT_OF_LIKES = 15  # where other paragraphs have such slogans of this one,
_INNER_TEXT_OF_LEAD = 25  # under 这一年，我们……，……。 of this one


@dataclass(frozen=True, slots=True)
class Point:
    """A run-in heading. Offsets count the whole text; level 1 stands inside the level 0 before it."""

    start: int
    body_start: int
    end: int
    number: str
    title: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of running text to look for points in."""

    text: str
    offset: int  # of the line in the whole text
    begin: int = 0  # where the running text begins in the line, behind a run-in heading
    bold_chars: int = 0


def find_points(paragraphs: Sequence[Paragraph]) -> list[Point]:
    """Return the points of the paragraphs under one heading, in order."""
    opened = _openings(paragraphs)
    cuts = _seams(paragraphs)
    labelled = _labelled(paragraphs)
    likes = _inner_likes(paragraphs, opened)
    found: list[Point] = []
    over: int | None = None  # the place in `found` of a point that paragraphs of 一是 or —— still belong to
    for at, paragraph in enumerate(paragraphs):
        points = [
            _moved(point, paragraph.offset)
            for point in labelled.get(at) or _in_paragraph(paragraph, cuts.get(at, 0), likes, opens=at in opened)
        ]
        if not paragraph.begin and opens_with_item(paragraph.text):
            if over is not None:
                found[over] = replace(found[over], end=paragraph.offset + len(paragraph.text))
                points = [replace(point, level=point.level + 1) for point in points]
        else:
            over = len(found) if at in opened and points else None
        found.extend(points)
    return found


def _moved(point: Point, by: int) -> Point:
    return replace(point, start=point.start + by, body_start=point.body_start + by, end=point.end + by)


def _labelled(paragraphs: Sequence[Paragraph]) -> dict[int, list[Point]]:
    """The paragraphs that each open with what they are about and a colon, next to each other: 工业方面：……"""
    ends = [_label_end(one) for one in paragraphs]
    found: dict[int, list[Point]] = {}
    for at, end in enumerate(ends):
        near = [*ends[max(at - 1, 0) : at], *ends[at + 1 : at + 2]]
        if not end or not any(other and abs(other - end) <= _LABEL_SPREAD for other in near):
            continue
        text = paragraphs[at].text
        label = Point(0, end + 1, len(text), "", text[:end])
        found[at] = _closed([label, *(_of(item, 1) for item in find_items(text, end + 1))], len(text))
    return found


def _label_end(paragraph: Paragraph) -> int:
    """Where the label of a paragraph of running text ends, 0 where it has none."""
    found = None if paragraph.begin else _LABEL.match(paragraph.text)
    is_text = len(paragraph.text) > _LABELLED_TEXT and "。" in paragraph.text
    return found.end(1) if found and is_text and not is_announcement(found.group(1)) else 0


def _seams(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Where paragraphs that open with a dash and run on without a mark have the ends of their titles."""
    found = {at: overlong_dashed(one.text) for at, one in enumerate(paragraphs) if not one.begin}
    long = {at: one for at, one in found.items() if one is not None}
    return dict(zip(long, find_seams(list(long.values())), strict=True))


def _in_paragraph(paragraph: Paragraph, cut: int, likes: Sequence[str], *, opens: bool) -> list[Point]:
    text, begin = paragraph.text, paragraph.begin
    dashed = None if begin else dash_item(text, cut)
    if dashed:
        inner = _family(text, _parts(text, dashed.body_start, len(text)))
        return _closed([_of(dashed), *(_point(text, head, 1) for head in inner)], len(text))
    clause = _bold_clause(paragraph)
    if clause:
        return _closed([clause, *(_of(item, 1) for item in find_items(text, clause.body_start))], len(text))
    items = find_items(text, begin)
    limit = items[0].start if items else len(text)
    slogans = _slogans(text, begin, limit, likes, opens=opens)
    level = slogans[-1].level + 1 if slogans else 0
    return _closed([*slogans, *(_of(item, level) for item in items)], len(text))


def _bold_clause(paragraph: Paragraph) -> Point | None:
    """The bold words that open a paragraph, where they are a clause of its first sentence: 推进……，新建……."""
    text = paragraph.text
    lead = None if paragraph.begin else bold_lead(text, 0, paragraph.bold_chars)
    if lead is None or not lead.marked or text[lead.body - 1] in FULL_STOPS or opens_with_item(text):
        return None
    title = without_closing(text[: lead.core])
    return Point(0, lead.body, len(text), "", title) if is_opening(title) else None


def _closed(points: Sequence[Point], end: int) -> list[Point]:
    """Each point reaches to the next one of its level or above."""
    closed: list[Point] = []
    ends = dict.fromkeys(range(4), end)
    for point in reversed(points):
        closed.append(replace(point, end=ends[point.level]))
        ends.update((level, point.start) for level in range(point.level, 4))
    return closed[::-1]


def _of(item: Item, level: int = 0) -> Point:
    return Point(item.start, item.body_start, item.end, item.number, item.title, level)


def _point(text: str, head: Sentence, level: int = 0) -> Point:
    return Point(head.start, head.end, head.end, "", without_closing(text[head.start : head.core]), level)


def _parts(text: str, start: int, end: int) -> list[Sentence]:
    found = (
        Sentence(piece.start + _blanks(text, piece.start, piece.core), piece.core, piece.end)
        for part in sentences(text[:end], start)
        for piece in _pieces(text, part)
    )
    return [part for part in found if part.start < part.core]


def _pieces(text: str, part: Sentence) -> list[Sentence]:
    """A sentence; where a slogan stands behind its colon, what announces the slogans and the first of them."""
    colon = text.find("：", part.start, part.core)
    if colon < 0 or not is_short_slogan(text[colon + 1 : part.core]):
        return [part]
    return [Sentence(part.start, colon, colon + 1), Sentence(colon + 1, part.core, part.end)]


def _blanks(text: str, start: int, end: int) -> int:
    """How many blanks stand at the beginning of text[start:end]."""
    at = start
    while at < end and text[at].isspace():
        at += 1
    return at - start


def _openings(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs whose first sentence heads them: next to another one that is built alike.

    Paragraphs of 一是 or —— that stand between two such ones belong to the first and do not part them.
    """
    plain_ones = [at for at, one in enumerate(paragraphs) if one.begin or not opens_with_item(one.text)]
    firsts = {at: _first_sentence(paragraphs[at]) for at in plain_ones}
    may = [(rank, at) for rank, at in enumerate(plain_ones) if firsts[at]]
    kept = {at for _, at in may if paragraphs[at].bold_chars >= len(firsts[at]) or _leads(paragraphs[at], firsts[at])}
    for (rank, one), (next_rank, other) in pairwise(may):
        if next_rank - rank <= 2 and alike(firsts[one], firsts[other]):
            kept.update((one, other))
    return frozenset(kept)


def _leads(paragraph: Paragraph, first: str) -> bool:
    """Whether a paragraph opens with the sentence of a stretch of time that has slogans of its own below it."""
    if not is_period_lead(first):
        return False
    rest = _parts(paragraph.text, 0, len(paragraph.text))[1:]
    return bool(_family(paragraph.text, rest, inner_text=_INNER_TEXT_OF_LEAD))


def _first_sentence(paragraph: Paragraph) -> str:
    """The first sentence of a paragraph when it may head it, else nothing."""
    first = next(sentences(paragraph.text, paragraph.begin), None)
    if paragraph.begin or first is None or first.end >= len(paragraph.text):
        return ""
    if paragraph.text[first.core] not in FULL_STOPS:
        return ""
    text = paragraph.text[first.start : first.core]
    is_bold = first.core <= paragraph.bold_chars <= first.end and len(text) <= LONGEST_LEAD
    return text if is_bold or is_opening(text) else ""


def _inner_likes(paragraphs: Sequence[Paragraph], opened: frozenset[int]) -> tuple[str, ...]:
    """The slogans under the opening slogans of all paragraphs: what is built like them elsewhere needs less proof."""
    found: list[str] = []
    for at in sorted(opened):
        one = paragraphs[at]
        items = find_items(one.text, one.begin)
        inner = _slogans(one.text, one.begin, items[0].start if items else len(one.text), (), opens=True)
        found.extend(point.title for point in inner if point.level)
        if len(found) > _MOST_LIKES:
            break
    return tuple(found)


def _slogans(text: str, start: int, limit: int, likes: Sequence[str], *, opens: bool) -> list[Point]:
    parts = _parts(text, start, limit)
    if not opens or not parts:
        return [_point(text, head) for head in _family(text, parts)]
    first, rest = parts[0], parts[1:]
    head = _point(text, first)
    if is_year_sentence(text[first.start : first.core]):
        return [head, *_clauses(text, rest)]
    least = _INNER_TEXT_OF_LEAD if is_period_lead(head.title) else _INNER_TEXT
    least = _INNER_TEXT_OF_LIKES if likes else least
    inner = _family(text, rest, inner_text=least) or _lone(text, rest, likes)
    return [head, *(_point(text, child, 1) for child in inner)]


def _lone(text: str, parts: Sequence[Sentence], likes: Sequence[str]) -> list[Sentence]:
    """One slogan right behind the opening one, above a text, where those of other paragraphs are built like it."""
    if len(parts) < 2 or not _short(text, parts[0]) or parts[-1].end - parts[0].end < _INNER_TEXT_OF_LIKES:
        return []
    title = text[parts[0].start : parts[0].core]
    return [parts[0]] if any(parallel(title, like) for like in likes) else []


def _family(text: str, parts: Sequence[Sentence], *, inner_text: int = 0) -> list[Sentence]:
    """The slogans of a paragraph: alike in length, the first near its beginning, each above a text of its own.

    With `inner_text` they are those under a slogan that opens the paragraph: they begin right behind it, or where there
    are many behind a few sentences that introduce them, and each heads so many characters.
    """
    sizes = _sizes(text, parts)
    apart = sorted(size for at, size in sizes.items() if at + 1 not in sizes) or sorted(sizes.values())
    if not apart:
        return []
    usual = apart[len(apart) // 2]
    first = min(sizes)
    near = [at for at, size in sizes.items() if at == first or abs(size - usual) <= _USUAL_SPREAD]
    follows = set(near)
    kept = [at for at in near if at + 1 < len(parts) and at + 1 not in follows]
    if len(kept) < 2:
        return []
    if inner_text:
        soon = kept[0] == 0 or (len(kept) >= _FIRST_BEHIND_MANY and kept[0] <= _FIRST_BEHIND_MANY)
        least = inner_text if len(kept) < _FIRST_BEHIND_MANY else min(inner_text, _INNER_TEXT_OF_MANY)
        return [parts[at] for at in kept] if soon and _heads_much(parts, kept, least) else []
    behind = _FIRST_BEHIND_MANY if len(kept) >= _FIRST_BEHIND_MANY else _FIRST_BEHIND
    return [parts[at] for at in kept] if kept[0] <= behind else []


def _sizes(text: str, parts: Sequence[Sentence]) -> dict[int, int]:
    """The lengths of the sentences that may be slogans; all of them have a comma, or none has."""
    bare: dict[int, int] = {}
    halved: dict[int, int] = {}
    for at, part in enumerate(parts):
        if _short(text, part):
            words = plain(text[part.start : part.core])
            (halved if "，" in words else bare)[at] = len(words)
    # Two long clauses are an ordinary sentence, unless there are several that open with the same word.
    openings = Counter(text[parts[at].start : parts[at].start + 2] for at in halved)
    halved = {
        at: size
        for at, size in halved.items()
        if size <= LONGEST_SHORT or openings[text[parts[at].start : parts[at].start + 2]] >= _FIRST_BEHIND_MANY
    }
    return halved if len(halved) > len(bare) else bare


def _short(text: str, part: Sentence) -> bool:
    return part.core < part.end and text[part.core] in FULL_STOPS and is_short_slogan(text[part.start : part.core])


def _heads_much(parts: Sequence[Sentence], heads: Sequence[int], least: int) -> bool:
    ends = [*(parts[at].start for at in heads[1:]), parts[-1].end]
    lengths = sorted(end - parts[at].end for at, end in zip(heads, ends, strict=True))
    return lengths[len(lengths) // 2] >= least


def _clauses(text: str, parts: Sequence[Sentence]) -> list[Point]:
    """Under the sentence of a year: sentences whose first clause, of four and four characters, heads what follows."""
    found: list[Point] = []
    for part in parts:
        clause = clause_slogan(text, part.start, part.core)
        if clause:
            start, end = clause
            found.append(Point(start, end + 1, part.end, "", without_closing(text[start:end]), 1))
    return found if len(found) > 1 else []
