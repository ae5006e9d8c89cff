"""Pieces of text that stand beside each other make a row; where a page has two columns, the left one is read first."""

import re
import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from report.readers.pdf_page import Page, Piece

_FEWEST: Final = 4  # rows beside each other that make columns; two names beside each other are a signature
_CELL_GAP: Final = 1.4  # of the size; a blank of one character stands between surname and name
_MARKS: Final = tuple("，。、；：")
_FIGURE: Final = re.compile(r"[-+\d.,%％—／/]+")
# 政 府 工 作 报 告: a word whose characters are set apart one by one.
_SPACED: Final = re.compile(r"(?:[㐀-鿿豈-﫿][ \u3000\t\u00a0]+){2,}[㐀-鿿豈-﫿]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of print. Points; `base` grows upwards. Cells stand at least a character's width apart."""

    cells: tuple[str, ...]
    left: float
    right: float
    base: float
    size: float
    column: int = 0  # 0 the whole width, 1 the left column, 2 the right one

    @property
    def text(self) -> str:
        """The cells, split by tabs; a word that is set apart character by character is closed up."""
        joined = "\t".join(self.cells)
        return "".join(joined.split()) if _SPACED.fullmatch(joined) else joined


Chunks: TypeAlias = tuple[Piece, ...]  # the cells of one row as they were placed


def page_chunks(page: Page) -> list[Chunks]:
    """Return the rows of a page from top to bottom, text that is turned otherwise than most of it behind."""
    weights: dict[int, int] = {}
    for piece in page.pieces:
        weights[piece.turn] = weights.get(piece.turn, 0) + len(piece.text)
    rows: list[Chunks] = []
    for turn in sorted(weights, key=lambda each: -weights[each]):
        rows.extend(_chunks(row) for row in _beside([piece for piece in page.pieces if piece.turn == turn]))
    return rows


def one_row(chunks: Chunks, column: int = 0) -> Row:
    """Return the row that some chunks make."""
    main = max(chunks, key=lambda piece: (len(piece.text), piece.size))
    cells = tuple(piece.text for piece in chunks)
    return Row(cells, chunks[0].left, chunks[-1].right, main.base, main.size, column)


def in_reading_order(rows: list[Chunks]) -> list[Row]:
    """Return the rows with columns, where there are two, one after the other."""
    gutter = _gutter(rows)
    if gutter is None:
        return [one_row(row) for row in rows]
    ordered: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        before = tuple(piece for piece in row if piece.right <= gutter)
        after = tuple(piece for piece in row if piece.left >= gutter)
        if len(before) + len(after) < len(row):  # it runs across: a band of columns ends here
            ordered.extend((*left, *right, one_row(row)))
            left, right = [], []
            continue
        if before:
            left.append(one_row(before, 1))
        if after:
            right.append(one_row(after, 2))
    return [*ordered, *left, *right]


def _beside(pieces: list[Piece]) -> list[list[Piece]]:
    """Group pieces whose heights overlap: what is raised, as a note's mark, belongs to the line it stands on."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: -each.base):
        for row in rows[-3:]:
            if any(_overlap(other, piece) for other in row):
                row.append(piece)
                break
        else:
            rows.append([piece])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _overlap(one: Piece, other: Piece) -> bool:
    low = max(one.base - 0.2 * one.size, other.base - 0.2 * other.size)
    high = min(one.base + 0.8 * one.size, other.base + 0.8 * other.size)
    return high - low > 0.5 * min(one.size, other.size)


def _chunks(row: Iterable[Piece]) -> Chunks:
    """Join what stands beside each other to cells."""
    cells: list[list[Piece]] = []
    for piece in row:
        last = cells[-1][-1] if cells else None
        if last is None or piece.left - _ink_end(last) >= _CELL_GAP * max(last.size, piece.size):
            cells.append([piece])
        else:
            cells[-1].append(piece)
    return tuple(_one_chunk(cell) for cell in cells)


def _ink_end(piece: Piece) -> float:
    """Return where a piece ends to the eye: a full-width mark fills the left half of its square only.

    Marks hang over the edge of a column; without this they would reach the next one.
    """
    return piece.right - 0.5 * piece.size if piece.text.endswith(_MARKS) else piece.right


def _one_chunk(pieces: list[Piece]) -> Piece:
    main = max(pieces, key=lambda piece: (len(piece.text), piece.size))
    words = [pieces[0].text]
    for before, piece in pairwise(pieces):
        words.append(_blank(before, piece) + piece.text)
    right = max(piece.right for piece in pieces)
    return Piece("".join(words), pieces[0].left, right, main.base, main.size, main.turn)


def _blank(before: Piece, piece: Piece) -> str:
    """Return the blank that was meant where none was drawn. Chinese is spread to fill a line: it takes a wide one."""
    wide = (piece.left - before.right) / max(before.size, piece.size)
    if before.text[-1].isascii() and piece.text[0].isascii():
        return " " if wide > 0.2 else ""
    return "\u3000" if wide > 0.85 else ""


def _gutter(rows: list[Chunks]) -> float | None:
    """Return the x of the white strip between two columns, or None: most rows keep clear of it, and hold prose."""
    pairs = [row for row in rows if len(row) == 2]
    if len(pairs) < _FEWEST:
        return None
    gutter = statistics.median((left.right + right.left) / 2 for left, right in pairs)
    # The left column is ragged: the strip begins where its longest line ends, so take it beside the right column.
    starts = [right.left for left, right in pairs if left.right < right.left]
    edge = statistics.mode(round(start) for start in starts)
    gutter = max(gutter, edge - 3)
    split = [row for row in pairs if row[0].right <= gutter <= row[1].left]
    crossing = sum(any(piece.left < gutter < piece.right for piece in row) for row in rows)
    if len(split) < _FEWEST or crossing > len(split):
        return None
    aligned = sum(abs(row[1].left - edge) < 2 * row[1].size for row in split)
    many = sum(len(row) > 2 for row in rows)
    if aligned * 10 < len(split) * 7 or many * 2 > len(split):
        return None
    return gutter if _is_prose(split, 0) and _is_prose(split, 1) else None


def _is_prose(rows: list[Chunks], side: int) -> bool:
    """Whether a column of cells is text, and not the names or figures of a table."""
    figures = sum(_FIGURE.fullmatch(row[side].text) is not None for row in rows)
    return figures * 10 < len(rows) * 3 and statistics.mean(len(row[side].text) for row in rows) >= 5
