"""What every reader does to text: break it into lines, not too many, without blanks and control characters."""

import re
from typing import Final

from report.errors import Failure, UserError
from report.words import _

MOST_LINES: Final = 200_000  # of one report; the longest known has under two thousand

# VT is Word's soft line break in pasted text, FF a page break, NEL, LS and PS are line ends of other systems.
_LINE_ENDS: Final = re.compile("[\r\n\v\f\x85\u2028\u2029]+")
_LINE_END: Final = re.compile("(?<!\r)\r+\n|[\r\n\v\f\x85\u2028\u2029]")  # CR CR LF is a line end converted twice

# C0 and C1 controls, lone surrogates and the noncharacters: no font draws them, and XML 1.0 (2.2) forbids most of them.
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

# A number as text keeps the tab that Word puts behind automatic ones. A bare 1 may stand in a cell.
_NUMBER_AND_TAB: Final = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十百]{1,4}(?:[、.．]|部分|[章节条])|[（(][0-9一二三四五六七八九十]{1,3}[）)]、?|"
    r"[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[、.．)）]|[①-⑳]|[●■◆▪•·])[ \u3000]*\t[ \t\u3000]*(?=[^\t]+$)"
)


def too_many_lines(name: str) -> UserError:
    """Return the failure of a file that has more than `MOST_LINES`."""
    return UserError(Failure.TOO_LARGE, name=name, limit=_("{count} 段").format(count=MOST_LINES))


def raw_lines(text: str) -> list[str]:
    """Return the lines of a text as they stand; blank ones are empty strings."""
    return ["" if line.isspace() else line for line in _LINE_END.split(text)]


def without_controls(text: str) -> tuple[str, int]:
    """Return a text without control characters, and how many there were. Line ends and tabs stay."""
    return _CONTROLS.subn("", text)


def on_one_line(text: str) -> str:
    """Return a text with each of its line ends turned into a space."""
    return _LINE_ENDS.sub(" ", text)


def with_blank_after_number(text: str) -> str:
    """Return a line whose number a tab keeps apart from its words with a blank there: a tab parts cells."""
    return _NUMBER_AND_TAB.sub(lambda match: match.group().replace("\t", " "), text, count=1)
