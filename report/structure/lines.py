"""The lines of a source with their offsets in the whole text, and sentences inside a stretch of it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from report.source import LineKind, Source

# GB/T 15834—2011, 4.1 to 4.3: the marks that end a sentence. A closing quote or bracket after one belongs to it.
# Typed without a Chinese keyboard, a full stop is a point behind a Chinese character, and no leader of dots.
SENTENCE_END = re.compile(r"(?:[。！？!?]+|(?<=[\u4e00-\u9fff”\"）)])[.．](?![.．0-9A-Za-z]))[”’」』）)]*")
FULL_STOPS = "。.．"
# A page's number on a line of its own; a viewer of old files writes it 2、.
PAGE_MARK = re.compile(r"[—–\-－·\s]{0,4}(?:第\s?)?[0-9]{1,4}(?:\s?页|[、.．])?[—–\-－·\s]{0,4}$")
_CLOSING = " \t\u3000。！？!?；;：:，,、.．"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source and where it begins in the whole text."""

    text: str
    start: int
    kind: LineKind = LineKind.PARAGRAPH
    outline_level: int | None = None
    bold_chars: int = 0

    @property
    def end(self) -> int:
        """Return the offset behind the last character of the line."""
        return self.start + len(self.text)

    @property
    def is_table(self) -> bool:
        """Tell whether the line is a row of cells; a tab stands between cells in plain text too."""
        return self.kind is LineKind.TABLE_ROW or "\t" in self.text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as offsets of the text it was cut from; `end` counts its closing mark, `core` does not."""

    start: int
    core: int
    end: int


def lines_of(source: Source) -> tuple[Line, ...]:
    """Return the lines of a source; their texts joined by "\\n" are the text that the offsets count."""
    lines: list[Line] = []
    at = 0
    for line in source.lines:
        lines.append(Line(line.text, at, line.kind, line.outline_level, line.bold_chars))
        at += len(line.text) + 1
    return tuple(lines)


def sentences(text: str, start: int = 0) -> Iterator[Sentence]:
    """Yield the sentences of a text from an offset on, in order; together they cover all of it."""
    for found in SENTENCE_END.finditer(text, start):
        yield Sentence(start, found.start(), found.end())
        start = found.end()
    if start < len(text):
        yield Sentence(start, len(text), len(text))


def without_closing(text: str) -> str:
    """Return a title without white space around it and without the marks that close it."""
    return text.strip().rstrip(_CLOSING)


def as_title(text: str) -> str:
    """Return a line as a title: without closing marks, unless it has nothing else."""
    return without_closing(text) or text.strip() or text
