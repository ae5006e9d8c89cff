"""Headings without number: part titles, bare lines over a text, short sentences on lines of their own. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from report.structure.evidence import set_apart
from report.structure.headings import LONGEST_LINE, Heading, is_announcement, is_part_title
from report.structure.lines import PAGE_MARK, Line, as_title, without_closing
from report.structure.numbering import heading_marker

LONGEST_SLOGAN = 24  # a whole sentence that stands alone as a heading: less than one printed line

_MATTER = re.compile(r"[\u4e00-\u9fff]{2,3}$")
_ITEM_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}(?:是|要)")
_DASHES = re.compile(r"(?:[—―─]{1,4}|-{2,4}|－{2,4})\s*")
_ADDRESSES = ("各位", "同志们", "代表们")
_RUNNING_HEAD = 3  # a line that comes as often is a running head, no heading
_BROKEN_SHARE = 0.4  # of the long lines; more of them without a mark at the end means that the lines are broken
_LONG_LINE = 20


def find_unnumbered(
    lines: Sequence[Line], first: int, last: int, taken: frozenset[int], title: str = ""
) -> list[Heading]:
    """Return the headings without number in lines[first:last]; lines in `taken` are headings already.

    `title` is that of the report: a line that repeats it heads nothing.
    """
    longest = _longest_bare(lines, first, last, taken)
    often = {text for text, count in Counter(line.text for line in lines[first:last]).items() if count >= _RUNNING_HEAD}
    found: list[Heading] = []
    apart = set_apart(lines, first, last)
    short: dict[int, list[Heading]] = defaultdict(list)  # by the heading above them
    section = first
    dashed: dict[int, list[Heading]] = defaultdict(list)  # by the list they are in
    group = 0
    for at in range(first, last):
        line = lines[at]
        section = at if at in taken else section
        if at in taken or _announces_dashes(lines, at, last):
            group = at
        if at in taken or line.text in often or line.text == title:
            continue
        if at in apart and _stands_alone(lines, at, last):
            found.append(_heading(at, line))
        elif _bare(line, longest) and _heads_something(lines, at, last, taken):
            (dashed[group] if _DASHES.match(line.text) else found).append(_heading(at, line))
        elif _MATTER.match(line.text) and _is_long(lines, _below(lines, at, last), last):
            short[section].append(_heading(at, line))
    # One word on a line of its own may be anything; two above running text under one heading are its parts.
    found.extend(one for ones in short.values() if len(ones) > 1 for one in ones)
    above = taken | {heading.line for heading in found}
    whole = [_heading(at, lines[at]) for at in _sentences_alone(lines, first, last, above)]
    # One dash line may be a motto; two are headings.
    in_lists = [one for listed in dashed.values() if len(listed) > 1 for one in listed]
    both = [*found, *whole, *in_lists]
    return sorted(both, key=lambda heading: heading.line)


def _announces_dashes(lines: Sequence[Line], at: int, last: int) -> bool:
    return lines[at].text.endswith(("：", ":")) and at + 1 < last and bool(_DASHES.match(lines[at + 1].text))


def lead_line(at: int, line: Line) -> Heading:
    """Return a line as the heading of the list that follows it."""
    return _heading(at, line)


def _heading(at: int, line: Line) -> Heading:
    number = _ITEM_NUMBER.match(line.text)
    dashes = _DASHES.match(line.text)
    begin = number.end() if number else dashes.end() if dashes else 0
    title = without_closing(line.text[begin:]) or as_title(line.text)
    return Heading(
        line=at,
        last_line=at,
        start=line.start,
        body_start=line.end,
        number=number.group() if number else "",
        title=title,
        style=None,
        value=0,
        alone=True,
        closed=line.text.endswith("。"),
        is_part=is_part_title(title),
        outline_level=line.outline_level,
    )


def _longest_bare(lines: Sequence[Line], first: int, last: int, taken: frozenset[int]) -> int:
    """How long a bare line may be. In a source of broken lines a full line has no mark at its end either."""
    ends = [
        lines[at].text[-1] not in "。；，、：！？;,:!?”）."
        for at in range(first, last)
        if at not in taken and len(lines[at].text) >= _LONG_LINE and not lines[at].is_table
    ]
    return _LONG_LINE - 1 if sum(ends) > max(4, _BROKEN_SHARE * len(ends)) else LONGEST_LINE


def _bare(line: Line, longest: int) -> bool:
    """A line of its own with no mark at its end: nothing but a heading is printed so in running text."""
    text = line.text
    if line.is_table or not 4 <= len(text) <= longest or PAGE_MARK.match(text) or heading_marker(text):
        return False
    if text[-1] in "。；，、：！？;,:!?….．" or text.startswith(("[", "［", "※", "（", "(")):
        return False
    if any(mark in text for mark in "。！？；") or is_announcement(text):
        return False
    return sum("\u4e00" <= char <= "\u9fff" for char in text) > sum(char.isalnum() for char in text) // 2


def _stands_alone(lines: Sequence[Line], at: int, last: int) -> bool:
    """Whether a line that is set apart is one short sentence or less, above another line."""
    text = lines[at].text
    if not 4 <= len(text) <= LONGEST_LINE or "。" in text[:-1] or text[-1] in "；，：、;,:" or at + 1 >= last:
        return False
    return not (heading_marker(text) or text.startswith(_ADDRESSES) or PAGE_MARK.match(text) or _DASHES.match(text))


def _below(lines: Sequence[Line], at: int, last: int) -> int:
    """The line below, page marks left out."""
    below = at + 1
    while below < last and PAGE_MARK.match(lines[below].text):
        below += 1
    return below


def _is_long(lines: Sequence[Line], at: int, last: int) -> bool:
    return at < last and len(lines[at].text) > _LONG_LINE


def _heads_something(lines: Sequence[Line], at: int, last: int, taken: frozenset[int]) -> bool:
    """A heading stands over running text or over another heading, never over a second bare line like itself."""
    below = _below(lines, at, last)
    if below >= last or lines[below].is_table:
        return False
    if below in taken or lines[at].outline_level is not None:
        return True
    if _bare(lines[below], LONGEST_LINE):
        return is_part_title(lines[at].text) and not is_part_title(lines[below].text)
    return any(mark in lines[below].text for mark in "，。；：！")


def _sentences_alone(lines: Sequence[Line], first: int, last: int, taken: frozenset[int]) -> list[int]:
    """Sentences that each have a line to themselves above a paragraph. One alone proves nothing; two alike do.

    A short one is alike to any other short one; a longer one to those under the same heading that open in the same way,
    for below each heading one such sentence is its introduction.
    """
    slogans: list[int] = []
    leads: dict[tuple[int, str], list[int]] = defaultdict(list)
    section = first
    for at in range(first, last - 1):
        text = lines[at].text
        if at in taken:
            section = at
        elif at + 1 in taken or len(lines[at + 1].text) < 2 * len(text) or not _one_sentence(lines[at]):
            continue
        elif len(text) <= LONGEST_SLOGAN and "，" not in text:
            slogans.append(at)
        elif len(text) <= LONGEST_LINE and not any(char.isdigit() for char in text):
            leads[section, text[:2]].append(at)
    alike = [at for places in leads.values() if len(places) > 1 for at in places]
    return [*(slogans if len(slogans) > 1 else ()), *alike]


def _one_sentence(line: Line) -> bool:
    text = line.text
    if line.is_table or is_announcement(text) or text.startswith(_ADDRESSES) or heading_marker(text):
        return False
    return text.endswith("。") and "。" not in text[:-1]
