"""Rows become paragraphs: by the edges of the text, first-line indents, lines that end short, sizes and marks."""

import re
import statistics
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from report.readers.pdf_rows import Row
from report.source import LineKind, SourceLine

_ENDS: Final = tuple("。！？：；.!?:…”）")
_HANGING: Final = tuple("，。、；：")
_NEARLY: Final = 0.12  # of the width: a line without a mark at its end that is this short waits for the next
_NUMBER: Final = re.compile(
    r"[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百]+[章节条部]"
)
_NOTE: Final = re.compile(r"[\[［〔【]\d{1,3}[\]］〕】]|[①-⑳]|[*＊※]|\d{1,3}[ .．、]?(?=[^\d.．])")
# What a line break does not divide: opening marks, Latin words or numbers with the marks between them (UAX #14, LB13
# and LB25), or one character, and closing marks.
_UNIT: Final = re.compile(
    r"[“‘（《〈【〔「『([]*(?:[!-~][!-~，。、；：？！”’）》〉】〕」』％℃]*|.[，。、；：？！”’）》〉】〕」』%％℃]*)"
)
_WORD_END: Final = re.compile(r"[A-Za-z]-$")


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row, the page it stands on (from 0), and what decides the edges of the text there."""

    row: Row
    page: int
    frame: tuple[int, int, int, int]  # width and height of the page, left or right page, column


@dataclass(frozen=True, slots=True)
class Edges:
    """Where lines begin and end, in points."""

    left: float
    right: float


def paragraphs(rows: list[PlacedRow]) -> list[tuple[SourceLine, int]]:
    """Return the paragraphs, table rows and notes of a file, each with the page it begins on. Notes stand last."""
    body = body_size(rows)
    notes = _note_places(rows, body)
    text = [row for place, row in enumerate(rows) if place not in notes]
    footnotes = [row for place, row in enumerate(rows) if place in notes]
    return [*_joined(text, body, LineKind.PARAGRAPH), *_joined(footnotes, body, LineKind.NOTE)]


def body_size(rows: list[PlacedRow]) -> float:
    """Return the size of the characters that are most, in points."""
    sizes: Counter[float] = Counter()
    for placed in rows:
        sizes[round(placed.row.size, 1)] += len(placed.row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _note_places(rows: list[PlacedRow], body: float) -> set[int]:
    """Return the places of footnotes: the last rows of a page, smaller than the text, from one with a mark on."""
    found: set[int] = set()
    ends = [place for place in range(len(rows)) if place + 1 == len(rows) or rows[place + 1].page != rows[place].page]
    for end in ends:
        place = end
        first = None
        while place >= 0 and rows[place].page == rows[end].page and rows[place].row.size < 0.9 * body:
            if _NOTE.match(rows[place].row.text):
                first = place
            place -= 1
        if first is not None and place >= 0 and rows[place].page == rows[end].page:
            found.update(range(first, end + 1))
    return found


def _joined(rows: list[PlacedRow], body: float, kind: LineKind) -> list[tuple[SourceLine, int]]:
    page = _Measures(rows, body)
    tables = _table_places(rows)
    lines: list[tuple[list[str], LineKind, int]] = []
    for place, placed in enumerate(rows):
        text = placed.row.text
        if place in tables:
            lines.append(([text], LineKind.TABLE_ROW, placed.page))
        elif place and place - 1 not in tables and page.goes_on(place - 1):
            parts = lines[-1][0]
            parts[-1:] = _glued(parts[-1], text.replace("\t", " "))
        else:
            lines.append(([text.replace("\t", " ")], kind, placed.page))
    return [(SourceLine("".join(parts), its_kind), its_page) for parts, its_kind, its_page in lines]


def _table_places(rows: list[PlacedRow]) -> set[int]:
    """Return the places of rows of cells that have another such row as a neighbour."""
    wide = [len(placed.row.cells) > 1 and "\t" in placed.row.text for placed in rows]
    return {
        place
        for place, is_wide in enumerate(wide)
        if is_wide and (wide[place - 1 : place] == [True] or wide[place + 1 : place + 2] == [True])
    }


def _glued(before: str, after: str) -> tuple[str, str]:
    """Return two rows of one paragraph, with what stands between Latin words or without what divides one."""
    if _WORD_END.search(before) and after[:1].islower() and after[:1].isascii():
        return before[:-1], after
    last, first = before[-1:], after[:1]
    words = last.isascii() and first.isascii() and last.isalnum() and first.isalnum()
    return before + (" " if words and not (last.isdigit() and first.isdigit()) else ""), after


class _Measures:
    """The edges, the indent and the leading of some rows, and whether one of them goes on in the next."""

    def __init__(self, rows: list[PlacedRow], body: float) -> None:
        self._rows = rows
        self._edges = _all_edges(rows, body)
        leadings = [
            one.row.base - other.row.base
            for one, other in pairwise(rows)
            if one.page == other.page and 0 < one.row.base - other.row.base < 4 * body
        ]
        self._leading = statistics.median(leadings) if leadings else 0.0
        indents = Counter(
            indent for placed in rows if 1 <= (indent := round(self._indent(placed) / placed.row.size, 0)) <= 4
        )
        self._usual = indents.most_common(1)[0][0] if indents else 0.0
        self._has_indents = sum(indents.values()) * 20 > len(rows)

    def _indent(self, placed: PlacedRow) -> float:
        return placed.row.left - self._edges[placed.frame].left

    def goes_on(self, place: int) -> bool:
        """Whether the row at `place` and the next one belong to one paragraph."""
        here, after = self._rows[place], self._rows[place + 1]
        if not 0.88 < here.row.size / after.row.size < 1.13 or self._is_apart(here, after):
            return False
        edges = self._edges[here.frame]
        size = here.row.size
        room = (edges.right - here.row.right) / size
        full = room < _unit_width(after.row.text) + 0.6
        ended = here.row.text.endswith(_ENDS)
        numbered = _NUMBER.match(after.row.text) is not None
        indent = self._indent(after) / size
        if indent >= 1:  # a first line; or a title's second one, or a hanging indent, which stand otherwise
            return full and not ended and not numbered and abs(indent - self._usual) > 0.4
        if not self._has_indents:  # paragraphs begin at the edge like any line
            waiting = not ended and not numbered and room * size < _NEARLY * (edges.right - edges.left)
            return (full and not (numbered and ended)) or waiting
        unfinished = not ended and not numbered and room * size < 0.25 * (edges.right - edges.left)
        return full or unfinished

    def _is_apart(self, here: PlacedRow, after: PlacedRow) -> bool:
        down = here.row.base - after.row.base
        return here.page == after.page and self._leading > 0 and down > 1.6 * self._leading


def _unit_width(text: str) -> float:
    """Return how many characters' width the next line would have had to give up, so as to fill the line before."""
    match = _UNIT.match(text)
    unit = match.group() if match else text[:1]
    return sum(0.9 if letter == "%" else 0.55 if letter.isascii() else 1.0 for letter in unit)


def _all_edges(rows: list[PlacedRow], body: float) -> dict[tuple[int, int, int, int], Edges]:
    frames: dict[tuple[int, int, int, int], list[Row]] = defaultdict(list)
    for placed in rows:
        frames[placed.frame].append(placed.row)
    edges: dict[tuple[int, int, int, int], Edges] = {}
    for frame, own in frames.items():
        same = own
        if len(own) < 8:  # too few to tell: the page over the leaf has the same edges, most of the time
            same = [row for other, theirs in frames.items() if _like(frame, other) for row in theirs]
        usual = [row for row in same if abs(row.size - body) < 0.1 * body] or same
        edges[frame] = Edges(_edge([row.left for row in usual]), -_edge([-_text_end(row) for row in usual]))
    return edges


def _like(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[:2] == other[:2] and one[3] == other[3]


def _text_end(row: Row) -> float:
    """Return where a row ends without the mark that may hang over the edge (JLReq 3.8.2, as Word does it)."""
    return row.right - row.size if row.text.endswith(_HANGING) else row.right


def _edge(places: list[float]) -> float:
    """Return the outermost place that several lines share, within 3 points; the outermost of all where none do."""
    ordered = sorted(places)
    needed = max(2.0, 0.03 * len(ordered))
    for index, place in enumerate(ordered):
        if bisect_right(ordered, place + 3) - index >= needed:
            return place
    return ordered[0]
