"""Cuts a text into sentences and a sentence into the stretches that figures are named from."""

import re
from collections.abc import Iterator, Sequence

from report.metrics.quantities import Quantity

_SENTENCE = re.compile(r"[^。！？!?\n]+(?:[。！？!?]+[”’」』）)]*)?")
_SEPARATORS = "，,；;：:\n\t"
_NOTE = re.compile(r"[\[［〔][0-9０-９]{1,3}[\]］〕]|[①-⑳]")
_BRACKETED = re.compile(r"（[^（）]{0,40}）|\([^()]{0,40}\)")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open spans of the sentences; white space at both ends is no part of them."""
    for match in _SENTENCE.finditer(text):
        written = match.group()
        start = match.start() + len(written) - len(written.lstrip())
        end = match.end() - (len(written) - len(written.rstrip()))
        if start < end:
            yield start, end


def clause_start(text: str, floor: int, start: int) -> int:
    """Return where the clause that holds `start` begins: after the last separator, or after an open bracket."""
    closed = 0
    for at in range(start - 1, floor - 1, -1):
        char = text[at]
        if char in "）)":
            closed += 1
        elif char in "（(":
            if not closed:
                return at + 1
            closed -= 1
        elif char in _SEPARATORS and not closed:
            return at + 1
    return floor


def clause_end(text: str, start: int, ceiling: int) -> int:
    """Return where the clause goes no further: at the next separator, 、 or closing bracket of its own."""
    opened = 0
    for at in range(start, ceiling):
        char = text[at]
        if char in "（(":
            opened += 1
        elif char in "）)":
            if not opened:
                return at
            opened -= 1
        elif not opened and (char in _SEPARATORS or char in "。！？!?"):
            return at
    return ceiling


def bare(words: str) -> str:
    """Return words without note marks, bracketed asides and white space."""
    return "".join(_BRACKETED.sub("", _NOTE.sub("", words)).split())


def before(text: str, quantities: Sequence[Quantity], index: int, floor: int) -> str:
    """Return the words of its clause that stand before a quantity and after the one before it."""
    start = clause_start(text, floor, quantities[index].start)
    if index:
        start = max(start, quantities[index - 1].end)
    return text[start : quantities[index].start]


def after(text: str, quantities: Sequence[Quantity], index: int, ceiling: int) -> str:
    """Return the words of its clause that stand after a quantity and before the next one."""
    end = ceiling if index + 1 == len(quantities) else min(ceiling, quantities[index + 1].start)
    end = max(end, quantities[index].end)
    return text[quantities[index].end : clause_end(text, quantities[index].end, end)]
