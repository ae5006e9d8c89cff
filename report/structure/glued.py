"""Headings that run into their text with no mark between, where a line break was lost. Pure.

One such place proves nothing; where several of one kind run on, each up to a word that begins a sentence, they do.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report.structure.headings import LONGEST_LINE, Heading
from report.structure.lines import Line, without_closing
from report.structure.numbering import Style
from report.verbs import VERBS

# Words that begin a sentence and do not stand behind a verb's object: who speaks, and the time spoken of.
_BEGINS = re.compile(
    r"(?<=[\u4e00-\u9fff”])(?:我们|我(?=[始坚把认将])|[一两三四五六七八九十]年来?|过去[一两三四五]年|[0-9]{4}年|今年|去年|全[镇乡县市区州旗年](?!面)"
    r"|本届|累计|先后)"
)
# Verbs and adverbs that a clause about measures opens with, beside the verbs that names of metrics begin with.
_MEASURES = re.compile(
    r"巩固|加[强快大]|深[化入]|坚持|[强优]化|完善|健全|做[好实强优大]|抓[好实紧]|全[面力]|大力|积极|切实|扎实|进一步|着力|稳步|严格|创新|保护|守护|丰富|拓[展宽]|壮大|扩大|紧扣|围绕|聚焦"
)
_MARKS = re.compile(r"[。，；：、,;:]")
_SHORTEST = 6
_LONGEST = 45
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Overlong:
    """A sentence, text[start:end], that is longer than a heading and stands where one should."""

    text: str
    start: int
    end: int


def find_seams(members: Sequence[Overlong], known: int = 0) -> list[int]:
    """Return where in each of several sentences of one kind the heading ends and the text begins; 0 for nowhere.

    `known` others of their kind run into their text for sure.
    """
    cuts = [_at_word(one) for one in members]
    if sum(cut > 0 for cut in cuts) + known < max(_FEWEST, (len(members) + known + 1) // 2):
        return _at_verbs(members)
    # Headings of one level are as long as each other, as often as not.
    lengths = Counter(cut - one.start for one, cut in zip(members, cuts, strict=True) if cut)
    length, times = lengths.most_common(1)[0] if lengths else (0, 0)
    if times < _FEWEST:
        return cuts
    return [cut or _at(one, length) for one, cut in zip(members, cuts, strict=True)]


def _at_word(one: Overlong) -> int:
    found = _BEGINS.search(one.text, one.start + _SHORTEST, min(one.end, one.start + _LONGEST))
    return found.start() if found else 0


def _at(one: Overlong, length: int) -> int:
    return 0 if _MARKS.search(one.text, one.start, one.start + length) else one.start + length


def _at_verbs(members: Sequence[Overlong]) -> list[int]:
    """Headings that begin alike and are of one length, each with a verb behind it: 坚持产业兴镇 | 巩固……."""
    if len(members) < _FEWEST or len({one.text[one.start : one.start + 2] for one in members}) > 1:
        return [0] * len(members)
    for length in range(_SHORTEST, min(_LONGEST, *(one.end - one.start for one in members))):
        if all(_opens_clause(one.text, one.start + length) and _at(one, length) for one in members):
            return [one.start + length for one in members]
    return [0] * len(members)


def _opens_clause(text: str, at: int) -> bool:
    return bool(VERBS.match(text, at) or _MEASURES.match(text, at))


def unglued(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Heading]:
    """Return the numbered headings; those that run on into their text end where the text begins."""
    long: dict[Style | None, dict[int, Overlong]] = defaultdict(dict)
    known: Counter[Style | None] = Counter()  # those whose title told its own end: 2023年工作总结2023年是……
    for at, heading in enumerate(headings):
        known[heading.style] += _runs_on(heading, lines[heading.line])
        if len(heading.title) > LONGEST_LINE and heading.last_line == heading.line:
            text = lines[heading.line].text
            begin = text.find(heading.title)
            long[heading.style][at] = Overlong(text, begin, begin + len(heading.title))
    found = list(headings)
    for style, places in long.items():
        for at, cut in zip(places, find_seams(list(places.values()), known[style]), strict=True):
            if cut:
                found[at] = _cut(headings[at], lines[headings[at].line], cut)
    return found


def _runs_on(heading: Heading, line: Line) -> bool:
    at = heading.body_start - line.start
    return 0 < at < len(line.text) and "\u4e00" <= line.text[at - 1] <= "\u9fff"


def _cut(heading: Heading, line: Line, cut: int) -> Heading:
    title = line.text[:cut]
    title = without_closing(title[title.find(heading.title[:4]) :])
    return replace(heading, title=title, body_start=line.start + cut, alone=False, closed=line.text.endswith("。"))
