"""Finds the tables in plain text: cells kept apart by tabs, upright strokes, commas or several blanks. Pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from report.readers.cleaning import with_blank_after_number
from report.readers.flat_tables import flat_table
from report.source import LineKind, SourceCell, SourceLine

_LONGEST_CELL: Final = 40  # characters, where only commas or blanks part cells; more is a sentence
_MOST_COLUMNS: Final = 63
_FIGURE: Final = re.compile(
    r"(?:同比)?(?:增长|上升|提高|下降|减少)?[约近超逾]?[+＋\-−－↑↓]?\s?[0-9０-９][0-9０-９,，.．]*[^。；，]{0,6}$"
)
_ENUMERATOR: Final = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?[、.．]?$")
_SENTENCE: Final = re.compile(r"[。；，？！]")
_STROKES: Final = re.compile(r"[|｜│┃║]")
_RULE: Final = re.compile(r"[\s|｜│┃║:+\-—=_─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛]{3,}$")
_SEPARATOR: Final = re.compile(r"[\t,|｜│┃║]|[ \u00a0\u3000]{2}")  # spares nearly all lines the rest
_TAB: Final = re.compile(r"\t")
_WIDE_BLANKS: Final = re.compile(r"[ \t\u00a0\u3000]{2,}")
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"|([^,"]*)')

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to keep cells apart, and what a row must be to be believed."""

    cells: Callable[[str], list[Span]]  # the spans of a line's cells, without the blanks around them
    fewest_rows: int
    fewest_columns: int
    in_short_cells: bool


def with_tables(lines: Sequence[str]) -> list[SourceLine]:
    """Return the lines, those of tables with their cells. Blanks around a line are taken off."""
    made: list[SourceLine] = []
    refused = [0] * len(_WAYS)  # up to which line each way has been tried in vain
    count = 0
    at = 0
    while at < len(lines):
        found = _table_at(lines, at, refused) if _SEPARATOR.search(lines[at].strip()) else []
        columns, rows = flat_table(lines, at) if not found else (0, 0)
        if columns:
            count += 1
            made.extend(
                _cell_line(line, place % columns, count) for place, line in enumerate(lines[at : at + columns * rows])
            )
            at += columns * rows
            continue
        if not found:
            made.append(SourceLine(with_blank_after_number(lines[at].strip())))
            at += 1
            continue
        count += 1
        made.extend(_row(lines[at + place], spans, count) for place, spans in enumerate(found))
        at += len(found)
    return made


def _cell_line(line: str, column: int, table: int) -> SourceLine:
    text = line.strip()
    cells = (SourceCell(0, len(text), column),)
    return SourceLine(text, LineKind.TABLE_ROW, table=table, cells=cells, goes_on=column > 0)


def _row(line: str, spans: Sequence[Span], table: int) -> SourceLine:
    text = line.strip()
    shift = len(line) - len(line.lstrip())
    cells: list[SourceCell] = []
    for column, span in enumerate(spans):
        start, end = (min(max(place - shift, 0), len(text)) for place in span)
        cells.append(SourceCell(start, end, column))
    return SourceLine(text, LineKind.TABLE_ROW, table=table, cells=tuple(cells))


def _table_at(lines: Sequence[str], at: int, refused: list[int]) -> list[list[Span]]:
    """Return the cells of each row of the table that begins at a line, [] where none does."""
    for place, way in enumerate(_WAYS):
        if at < refused[place]:
            continue
        rows = list(_rows(lines, at, way))
        if _is_table([_texts(lines[at + below], row) for below, row in enumerate(rows)], way):
            return rows
        refused[place] = at + len(rows)
    return []


def _texts(line: str, spans: Sequence[Span]) -> list[str]:
    return [line[start:end] for start, end in spans]


def _rows(lines: Sequence[str], at: int, way: _Way) -> Iterator[list[Span]]:
    columns = 0
    for place in range(at, len(lines)):
        line = lines[place]
        if way.cells is _between_strokes and columns and _RULE.match(line.strip()):
            yield []
            continue
        spans = way.cells(line)
        columns = columns or len(spans)
        if len(spans) != columns or not way.fewest_columns <= columns <= _MOST_COLUMNS:
            return
        if way.in_short_cells and not all(_is_short(line, span) for span in spans):
            return
        yield spans


def _is_short(line: str, span: Span) -> bool:
    return span[1] - span[0] <= _LONGEST_CELL and _SENTENCE.search(line, *span) is None


def _is_table(rows: Sequence[Sequence[str]], way: _Way) -> bool:
    told = [row for row in rows if row]
    if len(told) < way.fewest_rows:
        return False
    with_figures = sum(any(_FIGURE.match(cell) for cell in row[1:]) for row in told)
    if len(told[0]) > 2 and not way.in_short_cells:
        return True
    if all(_ENUMERATOR.match(row[0]) for row in told):
        return False
    return with_figures * 2 >= len(told)


def _between(line: str, separators: re.Pattern[str]) -> list[Span]:
    ends = [0, *(place for match in separators.finditer(line) for place in match.span()), len(line)]
    return [_trimmed(line, start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]


def _trimmed(line: str, start: int, end: int) -> Span:
    cell = line[start:end]
    begin = start + len(cell) - len(cell.lstrip())
    return (begin, begin + len(cell.strip())) if cell.strip() else (start, start)


def _between_tabs(line: str) -> list[Span]:
    spans = _between(line, _TAB)
    while len(spans) > 1 and spans[-1][0] == spans[-1][1]:
        spans.pop()
    return spans


def _between_strokes(line: str) -> list[Span]:
    """The strokes at both ends of a line part nothing (GitHub Flavored Markdown, 4.10)."""
    spans = _between(line, _STROKES)
    text = line.strip()
    first = 1 if _STROKES.match(text) else 0
    last = len(spans) - 1 if len(spans) > 1 and _STROKES.match(text[-1:]) else len(spans)
    return spans[first:last]


def _between_commas(line: str) -> list[Span]:
    """Cells of comma-separated values (RFC 4180); a cell in quotation marks stands without them."""
    if line.count(",") < 2:
        return [(0, len(line))]
    spans: list[Span] = []
    at = 0
    while at <= len(line):
        match = _QUOTED.match(line, at)
        if match is None or (match.end() < len(line) and line[match.end()] != ","):
            return [(0, len(line))]
        start, end = match.span(1) if match.group(1) is not None else match.span(2)
        spans.append(_trimmed(line, start, end))
        at = match.end() + 1
    return spans


def _between_blanks(line: str) -> list[Span]:
    text = line.strip()
    shift = len(line) - len(line.lstrip())
    return [(start + shift, end + shift) for start, end in _between(text, _WIDE_BLANKS)]


_WAYS: Final = (
    _Way(_between_strokes, fewest_rows=2, fewest_columns=2, in_short_cells=False),
    _Way(_between_tabs, fewest_rows=2, fewest_columns=2, in_short_cells=False),
    _Way(_between_commas, fewest_rows=3, fewest_columns=3, in_short_cells=True),
    _Way(_between_blanks, fewest_rows=3, fewest_columns=3, in_short_cells=True),
)
