"""Where sentences end. A sentence closes with 。！？ or a line end; closing quotes and brackets go with it.

What goes on for long without such an end is no sentence, and is cut between clauses: each figure keeps the sentence
that holds it, so that without a bound a paragraph of figures would take the square of its length.
"""

import re
from collections.abc import Iterator

_END = re.compile(r"[。！？!?]+[”’」』》）)】]*|\n+")
_CLAUSE_END = re.compile("[；;，,、]")
_LONGEST = 700  # characters; the longest sentence of twelve reports has 568
_PIECE = 250


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `text[start:end]` as spans; white space around them is left out, nothing else is."""
    at = start
    for mark in _END.finditer(text, start, end):
        yield from _pieces(text, at, mark.end())
        at = mark.end()
    yield from _pieces(text, at, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        clauses = [mark.end() for mark in _CLAUSE_END.finditer(text, start + 1, start + _PIECE)]
        cut = clauses[-1] if clauses else start + _PIECE
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
