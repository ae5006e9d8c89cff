"""Which part of a printed line a stretch of the report takes, and back: by the widths characters usually have."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.job import LineOnPage

_NARROW = 0.5  # a half-width character, of one Chinese character


def stretch(line: "LineOnPage", start: int, end: int) -> tuple[float, float] | None:
    """Return where report[start:end] begins and ends on a line, as shares of its width; None where it is not on it."""
    at = _positions(line)
    taken = [place for place, offset in enumerate(at) if start <= offset < end]
    if not taken:
        return None
    edges = _edges(line)
    return edges[taken[0]], edges[taken[-1] + 1]


def offset_at(line: "LineOnPage", share: float) -> int:
    """Return the offset of the report that is printed at a share of a line's width. The line prints some of it."""
    at, edges = _positions(line), _edges(line)
    for place, offset in enumerate(at):
        if share < edges[place + 1]:
            return offset
    return at[-1]


def _positions(line: "LineOnPage") -> list[int]:
    return [offset for start, end in line.source for offset in range(start, end)]


def _edges(line: "LineOnPage") -> list[float]:
    """Return the left edges of the printed characters and the right edge of the last, as shares of the width.

    Where the line prints more than the report (a new number, a typed word), its characters count as equally wide.
    """
    length = sum(end - start for start, end in line.source)
    widths = [_NARROW if char.isascii() else 1.0 for char in line.text] if len(line.text) == length else [1.0] * length
    whole = sum(widths)
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width / whole)
    return edges
