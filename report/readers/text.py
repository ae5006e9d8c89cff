"""Plain text: a line a paragraph, a row of a table, or a piece of a paragraph that a program has broken."""

import re
from dataclasses import replace
from typing import Final

from report.errors import Failure, UserError
from report.findings import Finding
from report.readers.cleaning import MOST_LINES, raw_lines, too_many_lines, without_controls
from report.readers.encodings import Decoded, decode
from report.readers.text_tables import with_tables
from report.readers.wrapping import paragraphs
from report.source import Source, SourceLine, SourceNotice
from report.words import _

LARGEST_TEXT: Final = 50 * 1024 * 1024  # bytes

_MARKDOWN_HEADING: Final = re.compile(r"(#{1,6})[ \t]+\S")
_FEWEST_HEADINGS: Final = 2  # a single # is a number sign


def read_text(data: bytes, name: str) -> Source:
    """Return the lines of a text file. Raises UserError where it is too large, in no encoding, or without text."""
    if len(data) > LARGEST_TEXT:
        raise UserError(Failure.TOO_LARGE, name=name, limit=f"{LARGEST_TEXT // 1024**2} MB")
    decoded = decode(data)
    if decoded is None:
        raise UserError(Failure.UNKNOWN_ENCODING, name=name)
    text, controls = without_controls(decoded.text)
    # More controls than this is no text with a flaw, it is no text. Zeros are told apart: crashes leave runs of them.
    if (controls - decoded.text.count("\0")) * 5 > len(decoded.text):
        raise UserError(Failure.UNKNOWN_ENCODING, name=name)
    raw = raw_lines(text)
    if sum(map(bool, raw)) > MOST_LINES:
        raise too_many_lines(name)
    lines = _with_levels(with_tables(paragraphs(raw)))
    if not lines:
        raise UserError(Failure.NO_TEXT, name=name)
    return Source(tuple(lines), _noticed(decoded, controls, [line.text for line in lines]))


def _with_levels(lines: list[SourceLine]) -> list[SourceLine]:
    """Return the lines, headings of Markdown (CommonMark 0.31, 4.2) with their level; their text stays as it is."""
    marks = [_MARKDOWN_HEADING.match(line.text) if line.text.startswith("#") else None for line in lines]
    if sum(mark is not None for mark in marks) < _FEWEST_HEADINGS:
        return lines
    return [
        line if mark is None else replace(line, outline_level=len(mark.group(1)))
        for line, mark in zip(lines, marks, strict=True)
    ]


def _noticed(decoded: Decoded, controls: int, lines: list[str]) -> tuple[SourceNotice, ...]:
    noticed: list[SourceNotice] = []
    if decoded.guessed:
        noticed.append(SourceNotice(Finding.ENCODING_GUESSED, None, decoded.encoding))
    if decoded.replaced:
        place = next((index for index, line in enumerate(lines) if "\ufffd" in line), None)
        detail = _("{count} 处字节不是文字，以“�”标出").format(count=decoded.replaced)
        noticed.append(SourceNotice(Finding.TEXT_REPLACED, place, detail))
    if controls:
        detail = _("{count} 个控制字符已略去").format(count=controls)
        noticed.append(SourceNotice(Finding.TEXT_REPLACED, None, detail))
    return tuple(noticed)
