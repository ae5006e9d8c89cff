"""Cuts a text into sentences, and a sentence into the words before and after each of its figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.metrics.quantity import Quantity
from report.sentences import sentence_spans

_SEPARATORS = "，,；;：:\n\t。！？!?"
# How far a figure's own clause and its neighbours may reach; it keeps a text without punctuation linear.
_WINDOW = 160
_LONGEST_LABEL = 20
_OPENERS, _CLOSERS = "（(“《", "）)”》"
_JOINT = re.compile(r"(?:、|和|与|(?<![惠普涉])及){1,9}\Z")
# 总投资8亿元的产业园和总投资5亿元的电站: the second description belongs to what follows.
_NEXT_DESCRIBED = re.compile(r"(?:以及|和|与|及)((?:总|计划)?投资|占地|(?:总|建筑|总建筑)?面积|总长)\Z")
# 7个领域和院长、校长等3类岗位: what stands before 、 belongs to the list behind 和.
_AND_A_LIST = re.compile(r"([^、和与]{2,20})(?:以及|和|与)([^、和与]{1,12}、.{1,60})\Z")
_NOTE = re.compile(r"[\[［〔][0-9０-９]{1,3}[\]］〕]|[①-⑳]")
_BRACKETED = re.compile(r"（[^（）]{0,80}）|\([^()]{0,80}\)")
_UNCLOSED = re.compile(r"[（(][^（()）]*\Z")
_UNOPENED = re.compile(r"\A[^（()）]*[）)]")
_SPAN = re.compile(r"\s?(?:至|到|[-－—–~～―]{1,2})\s?")
_LIST = re.compile(r"\s?(?:、|和|与|及|以及|、和|[、，](?:合计|共计|共)|，|,)[+＋]?\s?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence `text[start:end]`, its figures, and what stands around each of them in its clause."""

    text: str
    start: int
    end: int
    figures: tuple[Quantity, ...]
    words: tuple[str, ...]  # before each figure, from its clause's beginning or the figure before it
    rests: tuple[str, ...]  # after each figure, to its clause's end or the next figure

    def gap(self, index: int) -> str:
        """Return what stands between a figure and the one before it, "" for the first."""
        return self.text[self.figures[index - 1].end : self.figures[index].start] if index else ""

    def spans(self, index: int) -> bool:
        """Tell whether a figure is the upper end of a range: 2至3亿元."""
        if not index or self.figures[index - 1].unit != self.figures[index].unit:
            return False
        return _SPAN.fullmatch(self.gap(index)) is not None

    def listed(self, index: int) -> bool:
        """Tell whether only 、 or 和 stands between a figure and the one before it."""
        return index > 0 and _LIST.fullmatch(self.gap(index)) is not None

    def touches(self, index: int) -> bool:
        """Tell whether a figure follows the one before it without a word: 276户395人."""
        return index > 0 and not self.gap(index).strip()


def sentences(text: str, quantities: Sequence[Quantity]) -> Iterator[Sentence]:
    """Yield every sentence that holds a figure."""
    at = 0
    for start, end in sentence_spans(text, 0, len(text)):
        first = at
        while at < len(quantities) and quantities[at].start < end:
            at += 1
        if at > first:
            yield _sentence(text, start, end, tuple(quantities[first:at]))


def _sentence(text: str, start: int, end: int, figures: tuple[Quantity, ...]) -> Sentence:
    words: list[str] = []
    rests: list[str] = []
    floor = start
    for index, figure in enumerate(figures):
        first = clause_start(text, max(floor, figure.start - _WINDOW), figure.start)
        words.append(bare(text[first : figure.start]))
        ceiling = min(figures[index + 1].start if index + 1 < len(figures) else end, figure.end + _WINDOW)
        rests.append(bare(text[figure.end : clause_end(text, figure.end, ceiling)]))
        floor = figure.end
    for index in range(1, len(figures)):
        rests[index - 1], words[index] = _shared_words(rests[index - 1], words[index])
    return Sentence(text, start, end, figures, tuple(words), tuple(rests))


def _shared_words(rest: str, words: str) -> tuple[str, str]:
    """Share the words between two figures of a list among them: 8条小街、新建28公里 gives 小街 and 新建."""
    if rest != words or not words or words[0] in "、和与及":
        return rest, words
    if ends_in_joint(words):
        return _JOINT.sub("", words), ""
    described = _NEXT_DESCRIBED.search(words)
    if described:
        return words[: described.start()], described.group(1)
    listed = _AND_A_LIST.match(words)
    if listed:
        return listed.group(1), listed.group(2)
    thing, joint, own = words.rpartition("、")
    return (thing, own) if joint else (rest, words)


def clause_start(text: str, floor: int, start: int) -> int:
    """Return where the clause that holds `start` begins: after the last separator or open bracket.

    A comma inside brackets or quotation marks separates nothing, nor does the one after 其中.
    """
    closed = 0
    for at in range(start - 1, floor - 1, -1):
        char = text[at]
        if char in _CLOSERS:
            closed += 1
        elif char in _OPENERS:
            if not closed:
                return at if char in "“《" and text.find(_CLOSERS[_OPENERS.index(char)], at, start) > 0 else at + 1
            closed -= 1
        elif char in _SEPARATORS and not closed:
            return at - 2 if at - 2 >= floor and text.startswith("其中", at - 2) else at + 1
    return floor


def clause_end(text: str, start: int, ceiling: int) -> int:
    """Return where the clause goes no further: at the next separator or at a closing bracket of its own."""
    opened = 0
    for at in range(start, ceiling):
        char = text[at]
        if char in _OPENERS:
            opened += 1
        elif char in _CLOSERS:
            if not opened:
                return at
            opened -= 1
        elif not opened and char in _SEPARATORS:
            return at
    return ceiling


def window_start(sentence: Sentence, start: int) -> int:
    """Return how far back from `start` words of a sentence are looked at."""
    return max(sentence.start, start - _WINDOW)


def clause_before(sentence: Sentence, index: int) -> str:
    """Return the words of the clause before a figure's own, "" where that clause holds a figure or none is there."""
    start = sentence.figures[index].start
    floor = window_start(sentence, start)
    here = clause_start(sentence.text, floor, start)
    if here <= floor:
        return ""
    there = clause_start(sentence.text, floor, here - 1)
    if index and sentence.figures[index - 1].end > there:
        return ""
    words = bare(sentence.text[there : here - 1])
    if sentence.text[here - 1] == "\t" and len(words) > _LONGEST_LABEL:
        return ""  # the cell before is a text of its own
    return "" if words.isdigit() else words


def clause_after(sentence: Sentence, index: int) -> str:
    """Return the words of the clause after a figure's own, up to its first figure."""
    ceiling = min(sentence.end, sentence.figures[index].end + _WINDOW)
    here = clause_end(sentence.text, sentence.figures[index].end, ceiling)
    end = clause_end(sentence.text, here + 1, ceiling)
    if index + 1 < len(sentence.figures):
        end = min(end, sentence.figures[index + 1].start)
    return bare(sentence.text[here + 1 : end]) if end > here + 1 else ""


def ends_in_joint(words: str) -> bool:
    """Tell whether words end in 、 or 和, so that what follows is another thing."""
    return _JOINT.search(words) is not None


def bare(words: str) -> str:
    """Return words without note marks, bracketed asides (whole ones, and parts at an end) and white space."""
    if any(mark in words for mark in "（()）"):
        words = _UNOPENED.sub("", _UNCLOSED.sub("", _BRACKETED.sub("", words)))
    return "".join(_NOTE.sub("", words).split())
