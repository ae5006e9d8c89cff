"""Which lines are headings, and with which number and title; not yet how deep they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report.structure.lines import Line, sentences, without_closing
from report.structure.numbering import Marker, Style, heading_marker, is_doubtful

LONGEST_LINE = (
    60  # a line that is a heading as a whole; the longest seen in print stay under two printed lines (28 each)
)
LONGEST_SLOGAN = 24  # a whole sentence that stands alone as a heading: less than one printed line
LONGEST_PART = 45


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found. Offsets count the whole text."""

    line: int
    start: int
    body_start: int
    number: str
    title: str
    style: Style | None  # None: without number
    value: int
    alone: bool  # has its line to itself
    is_part: bool = False  # names a period and what is said about it: a top part of a report
    outline_level: int | None = None


_PERIOD = (
    r"(?:[0-9]{4}|[〇○零一二三四五六七八九]{4}|“?十[一二三四五六七八九]五”?|今[年后]|去年|过去|上半年|下半年|[一二三四]季度"
    r"|下一?步|本届|[一二三四五]年|上年|全年|未来|当前)"
)
_PART_TITLE = re.compile(rf"[^。；！？]{{0,20}}{_PERIOD}[^。；！？]{{1,30}}")
_PART_END = re.compile(r"(?:回顾|任务|目标|安排|总结|计划|打算|思路|重点|部署|要求|展望|规划|工作|情况|建议|意见)$")
# 主要做了以下工作。 announces what comes, it names nothing.
_ANNOUNCES = re.compile(
    r"以下|如下|下列|下面|[一二两三四五六七八九十0-9几]+个?(?:大)?(?:方面|件|项)(?:的)?(?:工作|重点|内容|任务|问题)?[：:。]?$"
)
_PERIOD_LEAD = re.compile(
    r"(?:这|过去的?|刚刚过去的?|回顾)?[一二三四五几]年(?:来|中|间|里)?，|今年以?来，|去年以?来，|[0-9]{4}年以?来，"
)
_PAGE_MARK = re.compile(r"[—–\-－·\s]{0,4}(?:第\s?)?[0-9]{1,4}(?:\s?页)?[—–\-－·\s]{0,4}$")


def numbered(lines: Sequence[Line], first: int, last: int) -> list[Heading]:
    """Return the numbered headings in lines[first:last]: on a line of their own or the first sentence of one."""
    found: list[Heading] = []
    latest: dict[Style, int] = {}
    for at in range(first, last):
        line = lines[at]
        marker = None if line.is_table else heading_marker(line.text)
        if marker is None or (is_doubtful(line.text, marker) and marker.value != latest.get(marker.style, 0) + 1):
            continue
        heading = _numbered(at, line, marker)
        if heading:
            latest[marker.style] = marker.value
            found.append(heading)
    return found


def _numbered(at: int, line: Line, marker: Marker) -> Heading | None:
    text = line.text
    title_end, body = _title_span(text, marker.end)
    title = without_closing(text[marker.end : title_end])
    if not title or text.endswith(("；", ";")):
        return None
    alone = body >= len(text)
    return Heading(
        line=at,
        start=line.start,
        body_start=line.start + body,
        number=marker.written,
        title=title,
        style=marker.style,
        value=marker.value,
        alone=alone and len(text) <= LONGEST_LINE,
        is_part=alone and is_part_title(title),
        outline_level=line.outline_level,
    )


def _title_span(text: str, start: int) -> tuple[int, int]:
    """Where the title of a numbered text ends, and where the text behind it begins."""
    first = next(sentences(text, start), None)
    if first is None:
        return start, start
    # 1、质量效益：人均…… names its matter before a colon.
    colon = _first_colon(text, start, first.core)
    if colon is not None and colon + 1 < len(text) and "，" not in text[start:colon] and colon - start <= 20:
        return colon, colon + 1
    return first.core, first.end


def _first_colon(text: str, start: int, end: int) -> int | None:
    places = [place for place in (text.find("：", start, end), text.find(":", start, end)) if place >= 0]
    return min(places) if places else None


def is_part_title(title: str) -> bool:
    """Tell whether a title names a period and what is said about it: 2023年工作回顾."""
    return len(title) <= LONGEST_PART and bool(_PART_TITLE.match(title)) and bool(_PART_END.search(title))


def is_announcement(text: str) -> bool:
    """Tell whether a line only says that something follows."""
    return text.endswith(("：", ":")) or bool(_ANNOUNCES.search(text))


def is_period_lead(text: str) -> bool:
    """Tell whether a sentence opens with a stretch of time: 这一年，我们……"""
    return bool(_PERIOD_LEAD.match(text))


def unnumbered(lines: Sequence[Line], first: int, last: int, taken: frozenset[int]) -> list[Heading]:
    """Return the headings without number in lines[first:last]; lines in `taken` are headings already."""
    plain = [at for at in range(first, last) if at not in taken and _bare(lines[at])]
    sure = [at for at in plain if _heads_something(lines, at, last, taken)]
    whole = _sentence_headings(lines, first, last, taken)
    return [_unnumbered(at, lines[at]) for at in sorted({*sure, *whole})]


def lead_line(at: int, line: Line) -> Heading:
    """Return a line as the heading of the list that follows it."""
    return _unnumbered(at, line)


def _unnumbered(at: int, line: Line) -> Heading:
    title = without_closing(line.text)
    return Heading(
        line=at,
        start=line.start,
        body_start=line.end,
        number="",
        title=title,
        style=None,
        value=0,
        alone=True,
        is_part=is_part_title(title),
        outline_level=line.outline_level,
    )


def _bare(line: Line) -> bool:
    """A line of its own with no mark at its end: nothing but a heading is printed so in running text."""
    text = line.text
    if line.is_table or not 4 <= len(text) <= LONGEST_LINE or _PAGE_MARK.match(text):
        return False
    if text[-1] in "。；，、：！？;,:!?…" or text.startswith(("—", "--", "－", "[", "［", "※")):
        return False
    if any(mark in text for mark in "。！？；") or is_announcement(text):
        return False
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def _heads_something(lines: Sequence[Line], at: int, last: int, taken: frozenset[int]) -> bool:
    """A heading stands over running text or over another heading, never over a second bare line like itself."""
    below = at + 1
    while below < last and _PAGE_MARK.match(lines[below].text):
        below += 1
    if below >= last or lines[below].is_table:
        return False
    if below in taken:
        return True
    text = lines[below].text
    if _bare(lines[below]):
        return is_part_title(lines[at].text) and not is_part_title(text)
    return len(text) > len(lines[at].text) or text[-1] in "。：！"


def _sentence_headings(lines: Sequence[Line], first: int, last: int, taken: frozenset[int]) -> list[int]:
    """Short sentences that each have a line to themselves above a paragraph. One alone proves nothing; two do."""
    slogans: list[int] = []
    leads: list[int] = []
    for at in range(first, last - 1):
        text = lines[at].text
        if at in taken or lines[at].is_table or not text.endswith("。") or "。" in text[:-1] or is_announcement(text):
            continue
        if text.startswith(("—", "--")) or len(lines[at + 1].text) < 2 * len(text) or at + 1 in taken:
            continue
        if len(text) <= LONGEST_SLOGAN and "，" not in text[:-1]:
            slogans.append(at)
        elif len(text) <= LONGEST_LINE and is_period_lead(text):
            leads.append(at)
    return [*(slogans if len(slogans) > 1 else ()), *(leads if len(leads) > 1 else ())]
