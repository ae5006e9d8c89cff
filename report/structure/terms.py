"""Where the terms that a report explains stand in its text: by their words, and by the note marks behind them. Pure."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report.model import GlossaryEntry
from report.structure.glossary import Entry
from report.structure.lines import Line
from report.structure.marks import MARK, is_circled, mark_number

_QUOTES = "“”‘’\"'「」『』"
_LOOSE = re.compile(rf"[\s{_QUOTES}]+|{MARK.pattern}")  # differs between a term and where it is used
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_QUOTED = re.compile(r"[“「『]([^”」』]{1,60})[”」』]")
_JOINTS = re.compile(r"[、/／]|和|与|及")
_SHORTEST = 2
_MOST_CHARACTERS = 200_000_000  # searched in all: it bounds the time for a glossary without end

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Body:
    """The text outside the entries, without quotation marks, blanks and note marks, and where each character stood."""

    words: str
    at: "array[int]"

    def span(self, start: int, end: int) -> Span:
        """Return the span of the report that `words[start:end]` was taken from."""
        return self.at[start], self.at[end - 1] + 1


def linked(entries: Sequence[Entry], lines: Sequence[Line]) -> list[GlossaryEntry]:
    """Return the entries with the places of their terms and marks.

    Words belong to the longest term that they make. A mark right behind its term adds no place of its own.
    """
    if not entries:
        return []
    outside = list(_outside(entries, lines))
    body = _body(outside)
    places: list[list[Span]] = [[] for _ in entries]
    taken = bytearray(len(body.words))
    budget = _MOST_CHARACTERS
    for index in sorted(range(len(entries)), key=lambda at: -len(entries[at].entry.term)):
        for words in _forms(entries[index].entry.term):
            budget -= len(body.words)
            found = list(_find(body, words, taken)) if budget > 0 else []
            places[index].extend(found)
            if found:
                break
    text = _text(lines)
    places = [[_with_quotes(text, span) for span in spans] for spans in places]
    _add_marks(entries, outside, places)
    return [replace(one.entry, places=tuple(sorted(spans))) for one, spans in zip(entries, places, strict=True)]


def _text(lines: Sequence[Line]) -> str:
    """The whole text: a line that goes on in the same paragraph follows without a break."""
    pieces: list[str] = []
    at = 0
    for line in lines:
        pieces.append("\n" * (line.start - at) + line.text)
        at = line.end
    return "".join(pieces)


def _with_quotes(text: str, span: Span) -> Span:
    """A span with the quotation mark that it leaves open, or with both that stand around it."""
    start, end = span
    before, after = text[start - 1 : start] == "“", text[end : end + 1] == "”"
    opened = text.count("“", start, end) - text.count("”", start, end)
    if before and (opened < 0 or (after and not opened)):
        start -= 1
        opened += 1
    return start, end + (1 if after and opened > 0 else 0)


def _outside(entries: Sequence[Entry], lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that explain nothing."""
    spans = sorted((one.entry.start, one.entry.end) for one in entries)
    starts = [start for start, _ in spans]
    for line in lines:
        at = bisect_right(starts, line.start) - 1
        if at < 0 or line.start >= spans[at][1]:
            yield line


def _body(lines: Sequence[Line]) -> _Body:
    pieces: list[str] = []
    at: array[int] = array("L")
    for line in lines:
        begin = 0
        for loose in _LOOSE.finditer(line.text):
            pieces.append(line.text[begin : loose.start()])
            at.extend(range(line.start + begin, line.start + loose.start()))
            begin = loose.end()
        pieces.append(line.text[begin:] + "\n")
        at.extend(range(line.start + begin, line.end + 1))
    return _Body("".join(pieces), at)


def _forms(term: str) -> Iterator[list[str]]:
    """Yield how a report may use a term: whole; without asides; each of several terms explained together."""
    seen: set[str] = set()
    whole = _plain(term)
    bare = _plain(_ASIDE.sub("", term))
    quoted = [_plain(words) for words in _QUOTED.findall(term)]
    several = quoted if len(quoted) > 1 else [_plain(words) for words in _JOINTS.split(term)]
    for words in ([whole], [bare], several, quoted):
        fresh = [one for one in words if len(one) >= _SHORTEST and one not in seen]
        seen.update(fresh)
        if fresh:
            yield fresh


def _plain(words: str) -> str:
    return _LOOSE.sub("", words)


def _find(body: _Body, forms: Sequence[str], taken: bytearray) -> Iterator[Span]:
    for words in forms:
        at = body.words.find(words)
        while at >= 0:
            end = at + len(words)
            if not any(taken[at:end]) and _stands_alone(body.words, at, end):
                taken[at:end] = b"\1" * len(words)
                yield body.span(at, end)
            at = body.words.find(words, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether Latin letters and digits at the ends of a term are not part of a longer word or number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_is_latin(before) and _is_latin(text[start])) and not (_is_latin(after) and _is_latin(text[end - 1]))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _add_marks(entries: Sequence[Entry], lines: Sequence[Line], places: Sequence[list[Span]]) -> None:
    numbers: dict[tuple[int, bool], int] = {}
    for index, one in enumerate(entries):
        if one.number:
            numbers.setdefault((one.number, one.circled), index)
    words = [sorted(spans) for spans in places]
    for line in lines:
        for mark in MARK.finditer(line.text, 1):
            index = numbers.get((mark_number(mark), is_circled(mark)))
            if index is not None and not _belongs_to_words(words[index], line.text, line.start, mark):
                places[index].append((line.start + mark.start(), line.start + mark.end()))


def _belongs_to_words(places: Sequence[Span], text: str, offset: int, mark: re.Match[str]) -> bool:
    """Whether a mark stands inside its term or right behind it."""
    behind = offset + len(text[: mark.start()].rstrip(_QUOTES + " "))
    at = bisect_left(places, (offset + mark.start(), 0)) - 1
    return at >= 0 and behind <= places[at][1]
