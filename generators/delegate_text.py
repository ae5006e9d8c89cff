"""Reads a list from text: .csv in any Chinese encoding and with any separator, or what was pasted."""

import csv
import io
import re
from collections import Counter
from typing import Final

from generators.delegate_grid import MOST_ROWS, Grid, grid_of
from report.readers.encodings import Decoded, decode

_SEPARATORS: Final = ("\t", ",", ";", "，", "；", "|", "｜", "、")
_SAMPLE_LINES: Final = 50
_DECLARED: Final = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)  # what Excel heeds as a first line
_AS_TEXT: Final = re.compile(r'="(.*)"', re.DOTALL)  # how an export keeps a spreadsheet from shortening a number
_QUOTED: Final = re.compile(r'"[^"]*"')
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def text_of(data: bytes) -> Decoded | None:
    """Return a text file's characters and encoding, None where no encoding fits."""
    return decode(data)


def text_grid(text: str) -> Grid:
    """Return the cells of a text. Raises csv.Error for a cell without end, ValueError for too many rows."""
    clean = _CONTROLS.sub("", text)
    declared = _DECLARED.match(clean)
    separator = declared[1] if declared else separator_of(clean)
    body = clean[declared.end() :] if declared else clean
    rows: list[list[str]] = [[]] if declared else []  # rows keep the numbers that the file has
    for row in csv.reader(io.StringIO(body, newline=""), delimiter=separator, skipinitialspace=True):
        if len(rows) >= MOST_ROWS:
            raise ValueError(MOST_ROWS)
        rows.append([_unwrapped(cell) for cell in row])
    return grid_of(rows)


def separator_of(text: str) -> str:
    """Return the mark that splits the lines of a text alike; a tab where none does."""
    lines = [_QUOTED.sub("", line) for line in text.splitlines() if line.strip()][:_SAMPLE_LINES]
    best, most = "\t", 0
    for mark in _SEPARATORS:
        counts = Counter(line.count(mark) for line in lines)
        del counts[0]
        alike = max(counts.values(), default=0)
        if alike > most and 2 * alike > len(lines) - 1:
            best, most = mark, alike
    return best


def _unwrapped(cell: str) -> str:
    found = _AS_TEXT.fullmatch(cell.strip())
    return found[1].replace('""', '"') if found else cell
