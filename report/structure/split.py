"""Parts a report that came as one paragraph at its numbers, so that its headings begin lines. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from report.structure.lines import Line
from report.structure.numbering import Style, heading_marker

_WHOLE_SHARE = 0.5  # a line with more than this share of all characters holds the report by itself
_LONG = 600
# A viewer of old files leaves page marks, 2、, between the sentence before and the number.
_BEFORE = r"(?:(?<=[。！？!?：:])|(?<=[。！？!?：:][0-9][、.])|(?<=[。！？!?：:][0-9]{2}[、.]))"
_C = "[一二三四五六七八九十]{1,3}"
_NUMBER = re.compile(
    rf"{_BEFORE}\s*(?:{_C}、|[（(]{_C}[)）]|第{_C}(?:部分|[编篇章节])|[0-9]{{1,2}}[、.．](?![0-9])|[（(][0-9]{{1,2}}[)）]|[①-⑳])"
)
# Pages are numbered 2、 too; behind the number of a heading there is one: a short sentence without a figure.
_TITLE = re.compile(r"(?:[^。；;：:！？0-9（(]|[（(][^。（）()]{1,8}[）)]){2,45}[。！]")
# One sentence that counts up the parts to come.
_ROAD_MAP = re.compile(r"[^。]{2,80}?[；;，]\s?(?:二、|[（(]二[)）])")
_TITLED = frozenset({Style.ARABIC, Style.ARABIC_BRACKETED, Style.CIRCLED})
_FIRST = re.compile(r"(?<=[\u4e00-\u9fff）)])一、")
_SALUTATION = re.compile(r"各位代表[，、]?(?:同志们)?[：:！!]")
_SALUTATION_WITHIN = 500


def split_long(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines; one that holds most of the report is parted before 一、 （一） and behind the salutation."""
    total = sum(len(line.text) for line in lines)
    parted: list[Line] = []
    for line in lines:
        whole = len(line.text) > max(_LONG, _WHOLE_SHARE * total) and not line.is_table
        parted.extend(_parts(line) if whole else (line,))
    return tuple(parted)


def _parts(line: Line) -> list[Line]:
    cuts = [0, *_cuts(line.text), len(line.text)]
    return [
        replace(line, text=line.text[begin:end], start=line.start + begin, bold_chars=max(line.bold_chars - begin, 0))
        for begin, end in pairwise(cuts)
        if begin < end
    ]


def _cuts(text: str) -> list[int]:
    cuts: list[int] = []
    salutation = _SALUTATION.search(text, 0, _SALUTATION_WITHIN)
    if salutation and salutation.end() < len(text):
        cuts.extend(at for at in salutation.span() if at)
    latest: dict[Style, int] = {}
    # Title, meeting and speaker have no mark behind them.
    first = _FIRST.search(text, 0, _SALUTATION_WITHIN)
    if first and first.start() > (cuts[-1] if cuts else 0) and not _NUMBER.search(text, 0, first.end()):
        cuts.append(first.start())
        latest[Style.CHINESE] = 1
    for found in _NUMBER.finditer(text):
        begin = found.end() - len(found.group().lstrip())
        marker = heading_marker(text[begin : begin + 20])
        # Numbers that do not count on are quoted, or count something inside a sentence.
        if marker is None or marker.value not in {1, latest.get(marker.style, 0) + 1}:
            continue
        if marker.value == 1 and _ROAD_MAP.match(text, begin):
            continue
        if marker.style in _TITLED and not _TITLE.match(text, begin + marker.end):
            continue
        latest[marker.style] = marker.value
        if begin > (cuts[-1] if cuts else 0):
            cuts.append(begin)
    return cuts
