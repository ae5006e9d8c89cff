"""How words of a Word paper fall into lines, for what must be known beforehand; the widths are taken from Unicode."""

import unicodedata

from generators.document import Run
from generators.profiles import Look
from generators.title_breaks import break_title


def title_lines(runs: tuple[Run, ...], look: Look, width_pt: float) -> tuple[tuple[Run, ...], ...]:
    """Return a title's runs line by line, broken by sense as on the printed page, the widths taken from Unicode."""
    text = "".join(run.text for run in runs)
    widths = char_widths(text, look.size_pt)
    narrow = [width < look.size_pt for width in widths]
    return tuple(_cut(runs, line.start, line.end) for line in break_title(text, widths, narrow, width_pt))


def char_widths(text: str, size_pt: float) -> list[float]:
    """Return the width of each character at a size: a full or half square."""
    return [size_pt if unicodedata.east_asian_width(character) in "WFA" else size_pt / 2 for character in text]


def _cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs of `text[start:end]`."""
    found: list[Run] = []
    at = 0
    for run in runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            found.append(Run(piece, None, run.role))
        at += len(run.text)
    return tuple(found)
