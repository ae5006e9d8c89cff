"""Where sentences end. A sentence closes with 。！？ or a line end; closing quotes and brackets go with it."""

import re
from collections.abc import Iterator

_END = re.compile(r"[。！？!?]+[”’」』》）)】]*|\n+")


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `text[start:end]` as spans; white space around them is left out, nothing else is."""
    at = start
    for mark in _END.finditer(text, start, end):
        yield from _trimmed(text, at, mark.end())
        at = mark.end()
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
