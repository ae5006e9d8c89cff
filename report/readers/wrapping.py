"""Joins the lines of plain text back into paragraphs where a program has broken them. Pure; keeps every character.

Three kinds of breaks are met: at one width (hard-wrapped text), at one width with blanks for line ends (the text of a
viewer), and wherever a word processor changed its type (one run a line).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_SAMPLE: Final = 3_000  # lines; enough to know the width
_FEWEST: Final = 6  # full lines; less is chance
_WIDTHS: Final = range(24, 181)  # columns; a Chinese character takes two
_SLACK: Final = 2  # columns by which a line may miss its width: type is not all of one width
_LAST_COLUMNS: Final = 6  # a last line that ends in these looks full
_LONG_LINE: Final = 400  # characters; a line as long may be a whole text with blanks at its former line ends

# GB/T 15834—2011, 5.1: marks that open no line, and so no paragraph.
_NEVER_FIRST: Final = tuple("，。、；：？！）》」』】〕”’")
_FINAL: Final = re.compile(r"[。！？!?：:][”’」』）)》]*$")
_COMMAS: Final = re.compile(r"[，。；、]")
# What opens a paragraph whatever stands before it: a number, a dash, a bullet, a salutation.
_OPENING: Final = re.compile(
    r"第[一二三四五六七八九十]{1,3}(?:部分|[章节条])|[一二三四五六七八九十]{1,3}[、.．]|[（(]\s?[一二三四五六七八九十]{1,3}\s?[）)]|"
    r"[0-9０-９]{1,2}(?:[、．]|\.(?![0-9])\s?)(?=\D)|[（(][0-9０-９]{1,2}[）)]|[①-⑳]|[—―-]{2,}|[●■◆▪•*+-]\s|#{1,6}\s|[|>]|"
    r"各位(?:代表|委员|领导)|同志们|附件[：:0-9一二三四五六七八九]|[一二三四五六七八九十]是[\u4e00-\u9fff]"
)
_INDENT: Final = re.compile(r"[ \t\u00a0\u3000]+")
_TOKEN: Final = re.compile(r"[“‘（(《「『]{0,3}(?:[0-9A-Za-z.,:/%\-]{1,24}|.)[，。、；：？！）)》」』】〕”’％%]{0,3}")
_BLANKS: Final = re.compile(r"[ \u3000]+")
_TITLE_END: Final = "报告"


def paragraphs(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs of a text; a line that is one by itself as it stands.

    A blank line of `lines` is an empty string; the paragraphs have none.
    """
    unfolded = [piece for line in lines for piece in _unfolded(line)]
    continues = _rule(unfolded)
    if continues is None:
        return _joined_by_marks(unfolded)
    joined: list[list[_Line]] = []
    before: _Line | None = None
    for line in _lines(unfolded):
        if before is not None and continues(before, line):
            joined[-1].append(line)
        else:
            joined.append([line])
        before = line
    return [each[0].raw if len(each) == 1 else _join([line.text for line in each]) for each in joined]


def _joined_by_marks(lines: Sequence[str]) -> list[str]:
    """Return whole lines as they are, but for those that begin with a mark: whatever broke them, no paragraph does."""
    joined: list[list[str]] = []
    after_blank = True
    for line in lines:
        text = line.strip()
        if text and not after_blank and text.startswith(_NEVER_FIRST):
            joined[-1].append(text)
        elif text:
            joined.append([line])
        after_blank = not text
    return [each[0] if len(each) == 1 else _join([each[0].strip(), *each[1:]]) for each in joined]


@dataclass(frozen=True, slots=True)
class _Line:
    raw: str
    text: str  # without blanks around it
    indent: int  # columns
    after_blank: bool
    ahead: str  # the text with the beginning of the lines after it

    @property
    def width(self) -> int:
        return self.indent + width(self.text)

    @property
    def opens(self) -> bool:
        return _OPENING.match(self.ahead) is not None


_Rule = Callable[[_Line, _Line], bool]


def width(text: str) -> int:
    """Return how many columns a text takes: two for what UTF-8 writes in three bytes."""
    return (len(text.encode("utf-8", "replace")) + len(text)) // 2


def _lines(raw: Sequence[str]) -> Iterator[_Line]:
    after_blank = False
    for at, line in enumerate(raw):
        text = line.strip()
        if not text:
            after_blank = True
            continue
        indent = _INDENT.match(line)
        ahead = text if len(text) > 6 else text + "".join(each.strip()[:6] for each in raw[at + 1 : at + 4])
        yield _Line(line, text, width(indent.group()) if indent else 0, after_blank, ahead)
        after_blank = False


def _rule(raw: Sequence[str]) -> _Rule | None:
    """Return the rule by which a line goes on with the one before it, None where the lines are whole."""
    sample = list(_lines(raw[:_SAMPLE]))
    blanks_tell = 0 < sum(line.after_blank for line in sample) < 0.8 * len(sample)
    if _is_broken_by_runs(sample):
        return _by_runs(blanks_tell=blanks_tell)
    limit = _wrap_width(sample)
    if limit is None:
        return None
    stops_tell = not blanks_tell and _stops_tell(sample, limit)
    return _by_width(limit, indents_tell=_indents_tell(sample, limit), blanks_tell=blanks_tell, stops_tell=stops_tell)


def _by_marks(_before: _Line, line: _Line) -> bool:
    """Whatever broke the text, a paragraph does not begin with a comma."""
    return line.text.startswith(_NEVER_FIRST) and not line.after_blank


def _by_width(limit: int, *, indents_tell: bool, blanks_tell: bool, stops_tell: bool) -> _Rule:
    def continues(before: _Line, line: _Line) -> bool:
        if _by_marks(before, line):
            return True
        if "\t" in before.text or "\t" in line.text or (blanks_tell and line.after_blank):
            return False
        if not _is_full(before, line, limit) or line.opens:
            return False
        if indents_tell:
            return not line.indent
        return not stops_tell or _FINAL.search(before.text) is None

    return continues


def _by_runs(*, blanks_tell: bool) -> _Rule:
    def continues(before: _Line, line: _Line) -> bool:
        if line.text.startswith(_NEVER_FIRST):
            return True
        if "\t" in before.text or "\t" in line.text or (blanks_tell and line.after_blank):
            return False
        ended = _FINAL.search(before.text) is not None or before.text.endswith(_TITLE_END)
        return not ended and not line.opens

    return continues


def _is_broken_by_runs(lines: Sequence[_Line]) -> bool:
    """Tell whether lines begin with marks that open no line: only breaking between runs brings that about."""
    odd = sum(line.text.startswith(_NEVER_FIRST) for line in lines)
    return odd >= 3 and odd * 40 >= len(lines)


def _is_full(before: _Line, line: _Line, limit: int) -> bool:
    """Tell whether a line ends because the first word of the next one had no room in it."""
    token = _TOKEN.match(line.text)
    return before.width + width(token.group() if token else "") + _SLACK > limit


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """Return the width at which the lines are broken, None where they are not."""
    told = [line for line in lines if "\t" not in line.text]
    widths = sorted(line.width for line in told)
    if len(widths) <= _FEWEST:
        return None
    limit = widths[-1 - len(widths) // 50]
    if limit not in _WIDTHS:
        return None
    pairs = [(line, after) for line, after in pairwise(told) if not after.after_blank]
    full = [line for line, after in pairs if _is_full(line, after, limit)]
    broken = sum(_FINAL.search(line.text) is None for line in full)
    in_sentences = sum(_COMMAS.search(line.text) is not None for line in full)
    enough = len(full) >= _FEWEST and 2 * sum(line.width for line in full) >= sum(widths)
    return limit if enough and broken * 10 >= len(full) * 6 and in_sentences * 10 >= len(full) * 6 else None


def _indents_tell(lines: Sequence[_Line], limit: int) -> bool:
    """Tell whether paragraphs, and nothing else, begin with blanks."""
    pairs = list(pairwise(lines))
    openings = [line.indent > 0 for before, line in pairs if not _is_full(before, line, limit)]
    others = [line.indent > 0 for before, line in pairs if _is_full(before, line, limit)]
    return bool(openings) and sum(openings) * 10 >= len(openings) * 6 and sum(others) * 2 < max(1, len(others))


def _stops_tell(lines: Sequence[_Line], limit: int) -> bool:
    """Tell whether a full line that ends a sentence is likely to end its paragraph as well.

    Paragraphs end at every place of a line alike, so the short last lines tell how many full ones to expect.
    """
    full = [before for before, line in pairwise(lines) if _is_full(before, line, limit)]
    stopped = sum(_FINAL.search(line.text) is not None for line in full)
    expected = (len(lines) - len(full)) * _LAST_COLUMNS / limit
    return stopped < 3 * expected


def _unfolded(line: str) -> list[str]:
    """Return the lines of a text that stands on one line with blanks at its former line ends; else the line itself."""
    if len(line) < _LONG_LINE or "\t" in line:
        return [line]
    pieces = _BLANKS.split(line.strip())
    limit = _wrap_width(list(_lines(pieces[:_SAMPLE])))
    if limit is None:
        return [line]
    unfolded: list[list[str]] = []
    used = 0  # columns of the line so far
    for piece in pieces:
        room = used + 1 + width(piece) <= limit + _SLACK
        if unfolded and room and _is_within_line(unfolded[-1][-1], piece):
            unfolded[-1].append(piece)
            used += 1 + width(piece)
        else:
            unfolded.append([piece])
            used = width(piece)
    return [" ".join(each) for each in unfolded]


def _is_within_line(before: str, piece: str) -> bool:
    """Tell whether a blank may have stood inside a line: what is before it neither ends a sentence nor is a heading."""
    return not (_FINAL.search(before) or _OPENING.match(before) or _OPENING.match(piece))


def _join(pieces: Sequence[str]) -> str:
    joined = [pieces[0]]
    for before, piece in pairwise(pieces):
        apart = before[-1].isascii() and piece[0].isascii() and before[-1].isalpha() and piece[0].isalpha()
        joined.append(f" {piece}" if apart else piece)
    return "".join(joined)
