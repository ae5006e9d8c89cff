"""Which lines are headings, and with which number and title; not yet how deep they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report.structure.evidence import bold_lead
from report.structure.lines import Line, Sentence, sentences, without_closing
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
    last_line: int  # on which its title ends
    start: int
    body_start: int
    number: str
    title: str
    style: Style | None  # None: without number
    value: int
    alone: bool  # has its line to itself
    closed: bool = False  # its line ends with a full stop
    is_part: bool = False  # names a period and what is said about it: a top part of a report
    outline_level: int | None = None


_PERIOD = (
    r"(?:[0-9]{4}|[〇○零一二三四五六七八九]{4}|“?十[一二三四五六七八九]五”?|今[年后]|去年|过去|上半年|下半年|[一二三四]季度"
    r"|下一?步|本届|[一二三四五]年(?!行动|攻坚|提升|倍增|规划|计划)|上年|全年|未来|当前)"
)
_PART_TITLE = re.compile(rf"[^。；！？]{{0,20}}{_PERIOD}[^。；！？]{{1,30}}")
# 回首来时路：五年奋斗步履坚实 is one title; 就业：城镇新增就业…… names its matter and tells of it.
_MOTTO = re.compile(r"[^，。；：:0-9]{5,12}[：:][^。；：:0-9]{6,18}$")
_NAMED = re.compile(r"《[^《》]{1,40}》")
_PART_END = re.compile(r"(?:回顾|任务|目标|安排|总结|计划|打算|思路|重点|部署|要求|展望|规划|工作|情况|建议|意见)$")
# 主要做了以下工作。 announces what comes, it names nothing.
_ANNOUNCES = re.compile(
    r"以下|如下|下列|下面|(?<![一二两三四五六七八九十0-9几])[一二两三四五六七八九十0-9几]+个?(?:大)?(?:方面|件|项)(?:的)?(?:工作|重点|内容|任务|问题)?[：:。]?$"
)
# 一、2023年工作总结2023年是…… : the title of a part and its text run together where a line break was lost.
_GLUED = re.compile(
    r"[^，。；：]{2,30}?(?:回顾|总结|安排|打算|计划|任务|思路)(?=[0-9]{4}年|二[〇○零]|过去|今年|一年|五年|我们|各位|新的|刚刚)"
)
_PERIOD_LEAD = re.compile(
    r"(?:这|过去的?|刚刚过去的?|回顾)?[一二三四五几]年(?:来|中|间|里)?，|今年以?来，|去年以?来，|[0-9]{4}年以?来，"
)
_PAGE_MARK = re.compile(r"[0-9]{1,4}[、.．]$")


def find_numbered(lines: Sequence[Line], first: int, last: int) -> list[Heading]:
    """Return the numbered headings in lines[first:last]: on a line of their own or the first sentence of one."""
    found: list[Heading] = []
    latest: dict[Style, int] = {}
    page_marks = _page_mark_endings(lines, first, last)
    for at in range(first, last):
        line = lines[at]
        marker = None if line.is_table else heading_marker(line.text)
        if marker is None or (is_doubtful(line.text, marker) and marker.value != latest.get(marker.style, 0) + 1):
            continue
        heading = _run_in_or_alone(at, line, marker)
        if heading is None and at + 1 < last and not _has_words_or_marks_page(line.text, marker, page_marks):
            heading = _over_two_lines(at, line, lines[at + 1], marker)
        if heading:
            latest[marker.style] = marker.value
            found.append(heading)
    return found


def _page_mark_endings(lines: Sequence[Line], first: int, last: int) -> str:
    """The marks behind Arabic numbers that stand alone on lines and number pages: some stand over running text."""
    endings: set[str] = set()
    for at in range(first, last - 1):
        text = lines[at].text
        if (
            text[0].isdigit()
            and _PAGE_MARK.match(text)
            and text[-1] in "、.．"
            and len(lines[at + 1].text) > LONGEST_LINE
        ):
            endings.add(text[-1])
    return "".join(endings)


def _has_words_or_marks_page(text: str, marker: Marker, page_marks: str) -> bool:
    """Whether a line with a number has words, or is the mark of a page."""
    return marker.end < len(text) or (marker.style is Style.ARABIC and marker.written[-1] in page_marks)


def _run_in_or_alone(at: int, line: Line, marker: Marker) -> Heading | None:
    text = line.text
    title_end, body = _bold_span(line, marker.end) or _title_span(text, marker.end)
    title = without_closing(text[marker.end : title_end])
    if not title:
        return None
    alone = body >= len(text)
    return Heading(
        line=at,
        last_line=at,
        start=line.start,
        body_start=line.start + body,
        number=marker.written,
        title=title,
        style=marker.style,
        value=marker.value,
        alone=alone and len(text) <= LONGEST_LINE,
        closed=text.endswith("。"),
        is_part=alone and is_part_title(title),
        outline_level=line.outline_level,
    )


def _over_two_lines(at: int, line: Line, below: Line, marker: Marker) -> Heading | None:
    """A number on a line of its own with its title on the next, as some page layouts leave it."""
    title = without_closing(below.text)
    if not title or below.is_table or len(below.text) > LONGEST_LINE or heading_marker(below.text) or "。" in title:
        return None
    return Heading(
        line=at,
        last_line=at + 1,
        start=line.start,
        body_start=below.end,
        number=marker.written,
        title=title,
        style=marker.style,
        value=marker.value,
        alone=True,
        is_part=is_part_title(title),
        outline_level=line.outline_level,
    )


def _bold_span(line: Line, start: int) -> tuple[int, int] | None:
    """The span of a title that bold type shows, where the first sentence is too long to be one as a whole."""
    lead = bold_lead(line.text, start, line.bold_chars)
    first = next(sentences(line.text, start), None)
    if lead is None or first is None or lead.core >= first.core:
        return None
    length = first.core - start
    return (lead.core, lead.body) if length > (LONGEST_SLOGAN if lead.marked else LONGEST_PART) else None


def _title_span(text: str, start: int) -> tuple[int, int]:
    """Where the title of a numbered text ends, and where the text behind it begins."""
    first = next(sentences(text, start), None)
    if first is None:
        return start, start
    # 1、质量效益：人均…… names its matter before a colon; a short line without a mark at its end is a title as a whole.
    colon = None if _is_one_title(text, first) else _first_colon(text, start, first.core)
    if colon is not None and colon + 1 < len(text) and "，" not in text[start:colon] and colon - start <= 20:
        return colon, colon + 1
    glued = _GLUED.match(text, start, first.core)
    if glued:
        return glued.end(), glued.end()
    return first.core, first.end


def _is_one_title(text: str, first: Sentence) -> bool:
    if first.core == len(text):
        return len(text) <= LONGEST_PART and text[-1] not in "；;，,"
    return bool(_MOTTO.match(text, first.start, first.core))


def _first_colon(text: str, start: int, end: int) -> int | None:
    places = [place for place in (text.find("：", start, end), text.find(":", start, end)) if place >= 0]
    return min(places) if places else None


def is_part_title(title: str) -> bool:
    """Tell whether a title names a period and what is said about it: 2023年工作回顾."""
    title = _NAMED.sub("", title)
    return len(title) <= LONGEST_PART and bool(_PART_TITLE.match(title)) and bool(_PART_END.search(title))


def is_announcement(text: str) -> bool:
    """Tell whether a line only says that something follows."""
    return text.endswith(("：", ":")) or bool(_ANNOUNCES.search(text))


def is_period_lead(text: str) -> bool:
    """Tell whether a sentence opens with a stretch of time: 这一年，我们……"""
    return bool(_PERIOD_LEAD.match(text))
