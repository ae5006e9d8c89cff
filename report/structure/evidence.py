"""What a word processor shows of a line beside its words: bold at its beginning, a level of headings. Pure.

It is evidence, not truth: it decides only what the words leave open, and nothing where most lines have it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from report.structure.lines import Line

_SHORTEST = 4
_LONGEST = 60
_MOST_MARKED = 1 / 3  # of the lines; what more of them have sets none apart
_MARKS = "。，；：、.,;:．"


@dataclass(frozen=True, slots=True)
class Lead:
    """The bold words at the beginning of a text: where they end, and where the text behind their mark begins."""

    core: int
    body: int
    marked: bool  # a mark closes them


def bold_lead(text: str, start: int, bold_chars: int) -> Lead | None:
    """Return the bold words of a text from `start` on, where the text goes on in another weight; else None."""
    if not start + _SHORTEST <= bold_chars <= min(len(text) - 1, start + _LONGEST):
        return None
    core = bold_chars
    while core > start and (text[core - 1] in _MARKS or text[core - 1].isspace()):
        core -= 1
    body = bold_chars + (text[bold_chars] in _MARKS)
    marked = any(char in _MARKS for char in text[core:body])
    return Lead(core, body, marked) if body < len(text) else None


def set_apart(lines: Sequence[Line], first: int, last: int) -> frozenset[int]:
    """Return the lines that are bold as a whole, or have a level of headings, where most lines are and have not."""
    marked = frozenset(
        at
        for at in range(first, last)
        if not lines[at].is_table
        and (lines[at].outline_level is not None or lines[at].bold_chars >= max(len(lines[at].text) - 1, 1))
    )
    return marked if len(marked) <= _MOST_MARKED * (last - first) else frozenset()
