"""What stands behind the body of a report: attachments, explanations of terms, the signature. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report.model import SectionKind
from report.source import LineKind
from report.structure.glossary import is_glossary_heading
from report.structure.lines import Line, as_title, without_closing
from report.structure.numbering import heading_marker

_ATTACHMENT = re.compile(r"附\s?[件表录图]\s?[0-9０-９一二三四五六七八九十]{0,2}\s?[：:．.、]?\s*")
_DATE = re.compile(
    r"(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[0-9一二三四五六七八九十]{1,3}\s?月\s?[0-9一二三四五六七八九十]{1,3}\s?日$"
)
_SIGNED = re.compile(r"[^。，；：]{2,30}(?:政府|办公室|委员会|办事处)\s{1,20}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$")
_ORGAN = re.compile(r"[^。，；：]{2,30}(?:政府|办公室|办公厅|委员会|办事处|局|厅|院|组|处)$")
# GB/T 9704—2012, 7.4: what is printed below a document, and the note of who may read it.
_IMPRINT = re.compile(
    r"[（(]此件[^。]{1,20}[)）]$|(?:抄送|报送|主题词|报|送|发)[：:]|[^。，]{2,30}\s[^。，]{4,20}印发$|共印[^。，]{1,8}份$"
)
_LONGEST_IMPRINT = 80
_BLANKS = re.compile(r"\s+")
_REMARK = re.compile(r"[（(][^（）()]{1,20}[)）]$")
_WORDS_EXPLAINED = re.compile(
    r"(?:短语|新词|热词|缩略语|缩写|名词)(?:和|、)?(?:术语)?(?:解释|说明|释义|注释)(?:[和及与]说明)?$"
)
_LONGEST_TITLE = 50


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the back matter, from its first line on. `body_line` is the first line under its title."""

    kind: SectionKind
    line: int
    body_line: int
    number: str
    title: str
    is_glossary: bool = False
    is_attachment: bool = False


def find_back(lines: Sequence[Line], first: int) -> list[Piece]:
    """Return the pieces behind the body, in order; the lines from the first of them on belong to the back.

    Nothing before line `first` is back matter.
    """
    begin = next((at for at in range(first, len(lines)) if _begins(lines, at)), len(lines))
    pieces: list[Piece] = []
    at = begin
    while at < len(lines):
        piece = _piece(lines, at)
        if piece is None:
            at += 1
            continue
        pieces.append(piece)
        at = max(piece.body_line, at + 1)
    return [*_signature(lines, first, begin), *pieces]


def _begins(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if line.kind is LineKind.NOTE:
        return True
    return _names_glossary(line.text) or _is_attachment(line)


def _names_glossary(text: str) -> bool:
    """Whether a line heads explanations of terms: also spaced letter by letter, or with a remark in brackets."""
    if len(text) > _LONGEST_TITLE:
        return False
    name = _REMARK.sub("", _BLANKS.sub("", text)).removeprefix("报告中").rstrip("：:")
    return is_glossary_heading(text) or is_glossary_heading(name) or bool(_WORDS_EXPLAINED.match(name))


def _is_attachment(line: Line) -> bool:
    """附件1 on a line of its own, or with its title; 附件说明 in running text is a sentence."""
    found = _ATTACHMENT.match(line.text)
    return bool(found) and not line.is_table and len(line.text) <= _LONGEST_TITLE and line.text[-1] not in "。；，"


def _piece(lines: Sequence[Line], at: int) -> Piece | None:
    line = lines[at]
    if line.kind is LineKind.NOTE:
        before = lines[at - 1].kind if at else None
        return None if before is LineKind.NOTE else Piece(SectionKind.BACK, at, at, "", "注释")
    if _names_glossary(line.text):
        return Piece(SectionKind.HEADING, at, at + 1, "", without_closing(line.text), is_glossary=True)
    if not _is_attachment(line):
        return None
    below = at + 1
    if below < len(lines) and _names_glossary(lines[below].text):
        title = without_closing(lines[below].text)
        return Piece(SectionKind.HEADING, at, below + 1, without_closing(line.text), title, is_glossary=True)
    found = _ATTACHMENT.match(line.text)
    end = found.end() if found else 0
    number, title = without_closing(line.text[:end]), without_closing(line.text[end:])
    if title or below >= len(lines) or not _is_title(lines[below]):
        return Piece(SectionKind.BACK, at, below, number if title else "", title or number, is_attachment=True)
    return Piece(SectionKind.BACK, at, below + 1, number, without_closing(lines[below].text), is_attachment=True)


def _is_title(line: Line) -> bool:
    if heading_marker(line.text):
        return False
    return not line.is_table and len(line.text) <= _LONGEST_TITLE and line.text[-1] not in "。；，、：:"


def _signature(lines: Sequence[Line], first: int, end: int) -> list[Piece]:
    """The organ and the date that close a document (GB/T 9704—2012, 7.3.5), and what is printed below them."""
    at = end
    while at - 1 > first and len(lines[at - 1].text) <= _LONGEST_IMPRINT and _IMPRINT.match(lines[at - 1].text):
        at -= 1
    if at > first and (_DATE.match(lines[at - 1].text) or _SIGNED.match(lines[at - 1].text)):
        at -= 1
        while at - 1 >= first and _ORGAN.match(lines[at - 1].text):
            at -= 1
    return [Piece(SectionKind.BACK, at, end, "", as_title(lines[at].text))] if at < end else []
