"""What stands at the same place on page after page, running heads, feet and page numbers, is no part of the text."""

import re
from collections import defaultdict
from typing import Final

from report.readers.pdf_rows import Chunks, one_row

_ROWS: Final = 2  # at the top and the bottom of a page that can be furniture

_DIGITS: Final = re.compile(r"\d+")
_DASHED: Final = re.compile(r"[-－—–―─·•~～]+\d{1,5}[-－—–―─·•~～]+")
_COUNTED: Final = re.compile(r"第\d{1,5}页(?:[，,／/]?共\d{1,5}页)?|\d{1,5}[/／]\d{1,5}|[Pp]age\d{1,5}(?:of\d{1,5})?")
_BARE: Final = re.compile(r"\d{1,5}")


def without_furniture(pages: list[list[Chunks]]) -> tuple[list[list[Chunks]], int]:
    """Return the rows of each page without its furniture, and how many rows were left out."""
    taken = _numbers(pages) | _repeated(pages)
    kept = [
        [row for place, row in enumerate(rows) if (number, place) not in taken] for number, rows in enumerate(pages)
    ]
    return kept, len(taken)


def _edges(rows: list[Chunks]) -> set[int]:
    """Return the places of the rows that can be furniture. Rows that are turned stand last, so look at heights."""
    order = sorted(range(len(rows)), key=lambda place: -one_row(rows[place]).base)
    return set(order[:_ROWS] + order[-_ROWS:])


def _words(row: Chunks) -> str:
    return "".join("".join(piece.text for piece in row).split())


def _numbers(pages: list[list[Chunks]]) -> set[tuple[int, int]]:
    """Page numbers: by their form, or bare where the next page's, at the same height, is one more."""
    found: set[tuple[int, int]] = set()
    bare: dict[int, list[tuple[int, int, float]]] = defaultdict(list)  # page: (place, number, height)
    for page, rows in enumerate(pages):
        for place in _edges(rows):
            words = _words(rows[place])
            if _DASHED.fullmatch(words) or _COUNTED.fullmatch(words):
                found.add((page, place))
            elif _BARE.fullmatch(words):
                bare[page].append((place, int(words), rows[place][0].base))
    for page, numbers in bare.items():
        for place, number, height in numbers:
            others = [(1, each) for each in bare.get(page + 1, ())] + [(-1, each) for each in bare.get(page - 1, ())]
            if any(other[1] - number == step and abs(other[2] - height) < 6 for step, other in others):
                found.add((page, place))
    return found


def _repeated(pages: list[list[Chunks]]) -> set[tuple[int, int]]:
    """The same words, but for numbers, at the same height on at least three pages and two fifths of all.

    Left and right pages may have heads of their own, so a half is too much to ask.
    """
    places: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for page, rows in enumerate(pages):
        for place in _edges(rows):
            words = _DIGITS.sub("#", _words(rows[place]))
            places[words, round(rows[place][0].base / 4)].append((page, place))
    least = max(3.0, 0.4 * sum(bool(rows) for rows in pages))
    found = {spot for spots in places.values() if len({page for page, _place in spots}) >= least for spot in spots}
    # Pages that are all alike, as forms are, repeat their text: what is most of a file is no furniture.
    taken = sum(len(_words(pages[page][place])) for page, place in found)
    return found if taken * 4 < sum(len(_words(row)) for rows in pages for row in rows) else set()
