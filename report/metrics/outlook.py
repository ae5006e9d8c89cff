"""Says in which section a figure stands, for which period it holds, and whether it is planned or achieved."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from report.metrics.sentences import Sentence
from report.model import Section, SectionKind

_YEAR = r"(?:(?:(?:19|20)[0-9]{2}[—–\-至])?(?:19|20)[0-9]{2}|[一二][〇○零九][一二三四五六七八九〇○零]{2})年"
PERIOD = re.compile(
    rf"{_YEAR}(?:前三季度|上半年|下半年|[一二三四]季度|第[一二三四]季度|[0-9]{{1,2}}月)?"
    r"|(?:今年|去年)?[0-9]{1,2}[—–\-~至到][0-9]{1,2}月"
    r"|“?十[一二三四五六]五”?(?:时期|期间|以来|末)|(?:今年|去年|上年)(?:上半年|下半年|前三季度|第?[一二三四]季度|以来)?|上半年|下半年|前三季度|[一二三四]季度|第[一二三四]季度"
    r"|[过去近]{0,2}[三四五]年(?:来|间|以来|(?=累计))|过去的?[一三四五十]年|本届政府(?:以来|任期)|(?:未来|今后)[三五]年"
    # 总产量连续9年保持在2万吨以上 bounds nine years, not the one that the report is about.
    r"|连续[0-9一二三四五六七八九十]{1,3}(?:年|个月|个季度)(?=保持|稳定|维持|控制|超|达)"
)
_REVIEW = re.compile(r"回顾|总结|成绩|成就|完成情况|落实情况|进展情况|工作情况|取得|过去|[一二三四五]年来")
_PLAN = re.compile(
    r"安排|任务|计划|目标|打算|部署|重点工作|工作重点|思路|要求|展望|举措|今年工作|未来|今后|下一步|规划"
)
_WILL = re.compile(
    r"目标|力争|确保|计划(?!的)|预期|将|拟|争取(?:年内|实现|完成|达)|到20[0-9]{2}年|今后|明年|下一步|努力|要(?!素)"
)
_DONE = re.compile(r"以来|截至|截止|累计|完成了|已|过去|去年|预计|同比|比上年")
_LEADING_YEAR = re.compile(r"((?:19|20)[0-9]{2})年")
_THIS_YEAR = ("今年", "今年以来", "过去一年", "过去的一年")
_PART_OF_YEAR = re.compile(r"[上下]半年|前三季度|第?[一二三四]季度|[0-9]{1,2}[—–\-~至到][0-9]{1,2}月")
_EXPLAINS_WORDS = re.compile(r"(?:名词|词语|术语)(?:解释|注释|说明)|^[※【]?注释")
_EXPLAINS = re.compile(r"解释|注释|名词|附件|附表|附录|说明|词语")
_HAN_YEAR = re.compile(r"[一二][〇○零九][一二三四五六七八九〇○零]{2}(?=年)")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_COMPARED_AFTER = re.compile(r"(?:同期|末|底)?(?:相比|比|持平)")
_SEPARATORS = "，,；;：:。\n\t"
_BLANK = re.compile(r"\s{0,8}")
_CLAUSE_PERIOD = re.compile(rf"{_PART_OF_YEAR.pattern}|连续")
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
        _gather(text, sections, top, places)
        return cls(text, tuple(places), tuple(place.start for place in places))

    def place(self, offset: int) -> Place:
        """Return the innermost place that holds an offset."""
        return self.places[bisect_right(self.starts, offset) - 1]

    def label_before(self, start: int) -> str:
        """Return the short line above a line, which names its figure where a table was read cell by cell."""
        if start == 0 or self.text[start - 1] != "\n":
            return ""
        label = self.text[self.text.rfind("\n", 0, start - 1) + 1 : start - 1].strip()
        is_name = len(label) <= _SHORT_LABEL and "\t" not in label and label.strip("0123456789.,%-+ ")
        return label if is_name else ""

    def period(self, sentence: Sentence, offset: int, without: tuple[int, int] = (0, 0)) -> str:
        """Return the period named nearest before a figure in its sentence, else the one of its headings.

        `without` is a stretch that speaks for another figure: 由2020年的58% in 由2020年的58%提高到67%.
        """
        nearest = ""
        for match in PERIOD.finditer(self.text, max(sentence.start, offset - _WINDOW), offset):
            if not without[0] <= match.start() < without[1] and self._speaks_for(match, offset):
                nearest = match.group()
        return resolved(_arabic(nearest), self.place(offset).period)

    def period_of_start(self, start: int, offset: int) -> str:
        """Return the period that words from `start` on name for the value that a figure rose or fell from, or ""."""
        named = ""
        for match in PERIOD.finditer(self.text, start, offset):
            end = match.end() + self.text.startswith(("底", "末", "初"), match.end())
            named = self.text[match.start() : end]
        return resolved(_arabic(named), self.place(offset).period) if named else ""

    def _speaks_for(self, match: re.Match[str], offset: int) -> bool:
        """Tell whether a period is a figure's own, not one that it is compared with, nor that of another clause."""
        before = self.text[max(0, match.start() - 1) : match.start()]
        between = self.text[match.end() : offset]
        if before in ("比", "较") or (before in ("与", "同", "和") and _COMPARED_AFTER.match(between)):
            # 较2020年增加36天 tells of this year; 较2020年的225天 gives that year's level.
            return before in ("比", "较") and between in ("的", "末的", "底的")
        # 露天矿一季度开工，…: inside a clause a part of the year is said of that clause alone.
        inside = _CLAUSE_PERIOD.match(match.group()) is not None and before not in ("", *_SEPARATORS)
        return not (inside and any(mark in between for mark in _SEPARATORS))

    def target(self, sentence: Sentence, offset: int) -> bool | None:
        """Tell whether a figure is planned (True) or achieved (False), None where the text does not say."""
        place = self.place(offset)
        year, own = _LEADING_YEAR.match(place.period), _LEADING_YEAR.match(self.period(sentence, offset))
        if place.target and year and own and own.group() < year.group():
            return False  # 去年 in a plan
        if place.target is not None:
            return place.target
        if _WILL.search(self.text, max(sentence.start, offset - _WINDOW), offset):
            return True
        return False if _DONE.search(self.text, max(sentence.start, offset - _WINDOW), offset) else None


def _gather(text: str, sections: tuple[Section, ...], around: Place, places: list[Place]) -> None:
    plan = around
    planned_year = _planned_year(sections)
    for section in sections:
        place = Place(
            section.start,
            section.id,
            resolved(_period_in(section.title), around.period),
            _planned(section.title) if around.target is None else around.target,
        )
        if around.target is None and section.kind is SectionKind.HEADING and not _EXPLAINS.search(section.title):
            place = _among_siblings(place, section.title, plan, planned_year)
            plan = place if place.target else plan
        elif _EXPLAINS_WORDS.search(section.title):
            place = replace(place, period="", target=None)
        if not place.period and section.kind is SectionKind.HEADING:
            place = replace(place, period=_opening_period(text, section))
        places.append(place)
        _gather(text, section.children, place, places)
        places.append(Place(section.end, around.section, around.period, around.target))


def _opening_period(text: str, section: Section) -> str:
    """Return the period that a section opens with where no heading names one: 过去五年，我们…"""
    blank = _BLANK.match(text, section.body_start)
    opening = PERIOD.match(text, blank.end() if blank else section.body_start, section.end)
    return _arabic(opening.group()) if opening and text.startswith(("，", ",", "是"), opening.end()) else ""


def _planned_year(sections: tuple[Section, ...]) -> str:
    """Return the year of the first section that plans, "" where none names one."""
    planned = (_period_in(section.title) for section in sections if _planned(section.title))
    years = (_LEADING_YEAR.match(period) for period in planned)
    return next((year.group() for year in years if year), "")


def _among_siblings(place: Place, title: str, plan: Place, planned_year: str) -> Place:
    """Read a section by those beside it: a year before the planned one was reviewed, and after a plan the plan goes on.

    A work report tells first what was done, then what will be; its last parts, such as the one on the government's
    own work, are of the year planned without saying so.
    """
    own = _LEADING_YEAR.match(_period_in(title))
    if place.target is None and own and planned_year and own.group() < planned_year:
        return replace(place, target=False)
    if place.target is None and plan.target and (own is None or own.group() == plan.period):
        return replace(place, target=True, period=place.period if own else plan.period)
    return place


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
    return _arabic(match.group()) if match else ""


def _arabic(period: str) -> str:
    """Return a period with its year in Arabic digits, so that 二〇二四年 and 2024年 are one."""
    return _HAN_YEAR.sub(lambda year: year.group().translate(_HAN_DIGITS), period)
