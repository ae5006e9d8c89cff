"""Headings that run into their text with no mark between, where a line break was lost. Pure.

One such place proves nothing; where several of one kind run on, each up to a word that begins a sentence, they do.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from report.structure.headings import LONGEST_LINE, Heading
from report.structure.lines import Line, without_closing
from report.structure.numbering import Style

# Words that begin a sentence and do not stand behind a verb's object: who speaks, and the time spoken of.
_BEGINS = re.compile(
    r"(?<=[\u4e00-\u9fff”])(?:我们|我(?=[始坚把认将])|[一两三四五六七八九十]年来?|过去[一两三四五]年|[0-9]{4}年|今年|去年|全[镇乡县市区州旗年](?!面)"
    r"|本届|累计|先后)"
)
_SHORTEST = 6
_LONGEST = 45
_FEWEST = 2


def seam(text: str, start: int, end: int) -> int:
    """Return where in the overlong sentence text[start:end] its heading may end and its text begin, 0 for nowhere."""
    found = _BEGINS.search(text, start + _SHORTEST, min(end, start + _LONGEST))
    return found.start() if found else 0


def seams(members: Sequence[int]) -> bool:
    """Tell whether the seams of several overlong members are to be believed: most have one, and two at least."""
    return sum(at > 0 for at in members) >= max(_FEWEST, (len(members) + 1) // 2)


def unglued(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Heading]:
    """Return the numbered headings; those that run on into their text end where the text begins."""
    long: dict[Style | None, dict[int, int]] = defaultdict(dict)
    known: Counter[Style | None] = Counter()  # those whose title told its own end: 2023年工作总结2023年是……
    for at, heading in enumerate(headings):
        known[heading.style] += _runs_on(heading, lines[heading.line])
        if len(heading.title) > LONGEST_LINE and heading.last_line == heading.line:
            text = lines[heading.line].text
            begin = text.find(heading.title)
            long[heading.style][at] = seam(text, begin, begin + len(heading.title))
    found = list(headings)
    for style, places in long.items():
        if not seams([*places.values(), *[1] * known[style]]):
            continue
        for at, cut in places.items():
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
