"""Finds the one passage of a text that is most like given words. Bounded: linear in the text. Pure."""

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECE = 8
_STRIDE = 4
_COMMON = 20  # a piece that stands in more places than these says nothing about the place
_BIN = 16  # pieces whose places differ by less than this tell of the same passage
_BEST = 4  # so many passages are compared character by character
_SLACK = 24
_LEAST = 0.7  # share of the passage that has to be as it was,
_LEAST_OF_QUOTE = 0.5  # and of the quote itself
_CLEARLY = 0.15  # the second best has to be so much less alike


@dataclass(frozen=True, slots=True)
class _Passage:
    start: int
    end: int
    score: float
    quote_score: float


def closest(text: str, prefix: str, quote: str, suffix: str) -> tuple[int, int] | None:
    """Return where words like `quote` stand in surroundings like those given; None where none or several do."""
    words = prefix + quote + suffix
    places: Counter[int] = Counter()
    for offset in range(0, len(words) - _PIECE + 1, _STRIDE):
        for at in _places(text, words[offset : offset + _PIECE]):
            places[(at - offset) // _BIN] += 1
    found: dict[tuple[int, int], _Passage] = {}
    for bin_, _votes in places.most_common(_BEST):
        passage = _compare(text, bin_ * _BIN, prefix, quote, suffix)
        found[passage.start, passage.end] = passage
    best = sorted(found.values(), key=lambda one: -one.score)
    if not best or best[0].score < _LEAST or best[0].quote_score < _LEAST_OF_QUOTE or best[0].start >= best[0].end:
        return None
    if len(best) > 1 and best[1].score + _CLEARLY > best[0].score:
        return None
    return best[0].start, best[0].end


def _places(text: str, piece: str) -> list[int]:
    found: list[int] = []
    at = text.find(piece)
    while at >= 0:
        if len(found) == _COMMON:
            return []
        found.append(at)
        at = text.find(piece, at + 1)
    return found


def _compare(text: str, near: int, prefix: str, quote: str, suffix: str) -> _Passage:
    words = prefix + quote + suffix
    first = max(0, near - _SLACK)
    window = text[first : near + _BIN + len(words) + _SLACK]
    blocks = [
        block for block in SequenceMatcher(None, words, window, autojunk=False).get_matching_blocks() if block.size > 1
    ]
    begin, end = len(prefix), len(prefix) + len(quote)
    kept = sum(max(0, min(block.a + block.size, end) - max(block.a, begin)) for block in blocks)
    start_in, end_in = 0, len(window)
    for block in blocks:
        if block.a <= begin:  # behind what stood before the quote, or right where the quote went on
            start_in = block.b + min(begin - block.a, block.size)
        if block.a + block.size >= end:
            end_in = block.b + max(end - block.a, 0)
            break
    return _Passage(
        first + start_in,
        first + end_in,
        sum(block.size for block in blocks) / len(words),
        kept / len(quote),
    )
