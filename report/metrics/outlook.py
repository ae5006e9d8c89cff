"""Says in which section a figure stands, for which period it holds, and whether it is planned or achieved."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from report.metrics.sentences import Sentence
from report.model import Section

_YEAR = r"(?:(?:(?:19|20)[0-9]{2}[—–\-至])?(?:19|20)[0-9]{2}|二[〇○零][一二三四五六七八九〇○零]{2})年"
PERIOD = re.compile(
    rf"{_YEAR}(?:前三季度|上半年|下半年|[一二三四]季度|第[一二三四]季度|[0-9]{{1,2}}月)?"
    r"|(?:今年|去年)?[0-9]{1,2}[—–\-~至到][0-9]{1,2}月"
    r"|“?十[一二三四五六]五”?(?:时期|期间|末)|(?:今年|去年|上年)(?:上半年|下半年|前三季度|第?[一二三四]季度|以来)?|上半年|下半年|前三季度|[一二三四]季度|第[一二三四]季度"
    r"|[过去近]{0,2}[三四五]年(?:来|间|以来)|本届政府(?:以来|任期)|(?:未来|今后)[三五]年"
)
_REVIEW = re.compile(r"回顾|总结|成绩|成就|完成情况|落实情况|进展情况|工作情况|取得|过去|一年来|五年来")
_PLAN = re.compile(
    r"安排|任务|计划|目标|打算|部署|重点工作|工作重点|思路|要求|展望|举措|今年工作|未来|今后|下一步|规划"
)
_WILL = re.compile(
    r"目标|力争|确保|计划(?!的)|预期|将|拟|争取(?:年内|实现|完成|达)|到20[0-9]{2}年|今后|明年|下一步|努力|要(?!素)"
)
_DONE = re.compile(r"以来|截至|截止|累计|完成了|已|过去|去年|预计|同比|比上年")
_LEADING_YEAR = re.compile(r"((?:19|20)[0-9]{2})年")
_THIS_YEAR = ("今年", "今年以来")
_PART_OF_YEAR = re.compile(r"[上下]半年|前三季度|第?[一二三四]季度|[0-9]{1,2}[—–\-~至到][0-9]{1,2}月")
_SHORT_LABEL = 20
_WINDOW = 300  # how far back in a sentence words still speak for a figure


@dataclass(frozen=True, slots=True)
class Place:
    """The section that holds a stretch of the text, with what its titles say."""

    start: int
    section: str  # id of the innermost section, "" outside all
    period: str
    target: bool | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the headings of a report say about the figures below them."""

    text: str
    places: tuple[Place, ...]  # in order of start, from 0 on; each holds up to the next
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, sections: tuple[Section, ...]) -> "Outlook":
        """Read the headings once, so that asking for a place takes a binary search."""
        title = text[: text.find("\n")] if "\n" in text else ""
        top = Place(0, "", _period_in(title), None)
        places = [top]
        _gather(sections, top, places)
        return cls(text, tuple(places), tuple(place.start for place in places))

    def place(self, offset: int) -> Place:
        """Return the innermost place that holds an offset."""
        return self.places[bisect_right(self.starts, offset) - 1]

    def label_before(self, start: int) -> str:
        """Return the short line above a line, which names its figure where a table was read cell by cell."""
        if start == 0 or self.text[start - 1] != "\n":
            return ""
        label = self.text[self.text.rfind("\n", 0, start - 1) + 1 : start - 1].strip()
        return label if len(label) <= _SHORT_LABEL else ""

    def period(self, sentence: Sentence, offset: int) -> str:
        """Return the period named nearest before a figure in its sentence, else the one of its headings."""
        nearest = ""
        for match in PERIOD.finditer(self.text, max(sentence.start, offset - _WINDOW), offset):
            # 较2020年增加36天 tells of this year; 较2020年的225天 gives that year's level.
            compared = self.text[max(0, match.start() - 1) : match.start()] in ("比", "较")
            if not compared or self.text[match.end() : offset] in ("的", "末的", "底的"):
                nearest = match.group()
        return resolved(nearest, self.place(offset).period)

    def target(self, sentence: Sentence, offset: int) -> bool | None:
        """Tell whether a figure is planned (True) or achieved (False), None where the text does not say."""
        told = self.place(offset).target
        if told is not None:
            return told
        if _WILL.search(self.text, max(sentence.start, offset - _WINDOW), offset):
            return True
        return False if _DONE.search(self.text, max(sentence.start, offset - _WINDOW), offset) else None


def _gather(sections: tuple[Section, ...], around: Place, places: list[Place]) -> None:
    for section in sections:
        place = Place(
            section.start,
            section.id,
            resolved(_period_in(section.title), around.period),
            _planned(section.title) if around.target is None else around.target,
        )
        places.append(place)
        _gather(section.children, place, places)
        places.append(Place(section.end, around.section, around.period, around.target))


def resolved(period: str, around: str) -> str:
    """Read a period by the one its headings name: under 2023年, 今年以来 is 2023年 and 上半年 is 2023年上半年."""
    year = _LEADING_YEAR.match(around)
    if not period or (period in _THIS_YEAR and around):
        return around
    if year is None:
        return period
    if period.startswith("今年"):
        return year.group() + period.removeprefix("今年")
    if period.startswith(("去年", "上年")):
        return f"{int(year.group(1)) - 1}年{period[2:]}"
    return year.group() + period if _PART_OF_YEAR.match(period) else period


def _planned(title: str) -> bool | None:
    if _REVIEW.search(title):
        return False
    return True if _PLAN.search(title) else None


def _period_in(words: str) -> str:
    match = PERIOD.search(words)
    return match.group() if match else ""
