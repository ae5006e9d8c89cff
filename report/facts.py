"""What a report says of itself: its title, the issuing office, the session, the period. For defaults of fields."""

import re
from collections import Counter
from dataclasses import dataclass

from report.fronts import front_of
from report.model import Report, SectionKind
from report.verbs import VERBS

_PLACE = r"[\u4e00-\u9fff]{1,8}?(?:自治县|自治州|自治旗|乡|镇|街道|县|区|市|旗|苏木|省)"
_GOVERNMENT = re.compile(rf"(?:代表)?({_PLACE})(?:人民政府|政府|(?:第?[一二三四五六七八九十\d]{{1,3}}届)?人民代表大会)")
_LEAD = re.compile(r"^.*(?:代表|年|日|在|向|对|和|与|到|是|为|把|将|使|让|给|由|的|了|全|我|我们|本|各|、|，)")
_CONGRESS = re.compile(
    r"第?[一二三四五六七八九十百\d]{1,6}届人民代表大会(?:常务委员会)?第[一二三四五六七八九十百\d]+次(?:全体)?会议"
)
_PERIOD = re.compile(
    r"(?:20\d\d|二[〇○零Oo]{1,2}[一二三四五六七八九〇○零]{1,2})年?(?:度|上半年|下半年|前[一二三]季度|[一二三四]季度)?"
)
# 青禾县云岫镇: an office signs with its own place alone.
_ABOVE = re.compile(r"^[\u4e00-\u9fff]{1,6}?[省市县区州旗](?=[\u4e00-\u9fff]{1,5}(?:乡|镇|街道|县|区|市|旗|苏木)$)")
# How a township's report calls its own town (全镇, 我乡). Counties and above name themselves up front.
_OWN = re.compile(r"[全我](镇|乡|街道|苏木)")
_TOWN = re.compile(r"([\u4e00-\u9fff]{2})(镇|乡|街道|苏木)(?![村域级镇乡区际情])")
_GENERIC = frozenset(
    "全本各该我市县区乡镇村里这那两一二三四五六七八九十大小新老旧名百千万强级个是在为和与向对到以由把将使让给了的"
)
# 柳坪镇2024年工作计划, 2016年柳坪镇工作总结, 柳坪镇镇长述职报告: the place that the title begins with.
_OF_TITLE = re.compile(
    rf"(?:[0-9〇○零一二三四五六七八九]{{4}}年(?:度|上半年|下半年|前[一二三]季度)?)?({_PLACE})(?=[0-9〇○零一二三四五六七八九]{{4}}年|工作|[乡镇县区市旗]长|关于|年度)"
)
_SPACE = re.compile(r"\s+")
_FRONT_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class Facts:
    """What the report says of itself; "" for what it does not say."""

    title: str = ""
    issuer: str = ""  # the government office that issues a bulletin about it
    session: str = ""  # 第十八届人民代表大会第五次会议
    period: str = ""  # 2023年前三季度
    meeting_line: str = ""  # ——2024年1月5日在……会议上
    speaker: str = ""
    salutation: str = ""  # 各位代表：


def facts_of(report: Report) -> Facts:
    """Return what a report says of itself."""
    front = report.text[:_FRONT_CHARACTERS]
    place = _place(report, front)
    # A session is named over two lines, and with the blanks of a broken line, as often as not.
    session = _CONGRESS.search(_SPACE.sub("", front))
    period = _PERIOD.search(report.title)
    lines = front_of(report)
    return Facts(
        title=report.title,
        issuer=_office(place),
        session=session.group() if session else "",
        period=period.group() if period else "",
        meeting_line=_words(report, lines.meeting),
        speaker=_words(report, lines.speaker),
        salutation=_words(report, lines.salutation),
    )


def _office(place: str) -> str:
    """The office that signs for a place; a sub-district has no government of its own but an office of the one above."""
    if not place:
        return ""
    return f"{place}办事处" if place.endswith("街道") else f"{place}人民政府办公室"


def _words(report: Report, span: tuple[int, int] | None) -> str:
    return report.text[span[0] : span[1]].replace("\n", "") if span else ""


def _place(report: Report, front: str) -> str:
    """Return the town or county whose report it is: named with its government up front, else named most in the text."""
    head = "".join(
        report.text[section.start : section.end] for section in report.sections if section.kind is SectionKind.FRONT
    )
    for text in (head, front):
        for found in _GOVERNMENT.finditer(text):
            name = _ABOVE.sub("", _LEAD.sub("", found.group(1)))
            if _is_name(name):
                return name
    titled = _OF_TITLE.match(_SPACE.sub("", report.title))
    if titled and _is_name(_ABOVE.sub("", titled.group(1))):
        return _ABOVE.sub("", titled.group(1))
    return _most_named(report.text)


def _most_named(text: str) -> str:
    """Return the town that a text names most. A place is also called by its bare name; 经济发达镇 is not."""
    own = Counter(_OWN.findall(text)).most_common(1)
    if not own or own[0][1] < 3:
        return ""
    counted = Counter(
        name
        for name, suffix in _TOWN.findall(text)
        if suffix == own[0][0] and not _GENERIC.intersection(name) and not VERBS.fullmatch(name)
    )
    if not counted:
        return ""
    name = max(counted, key=lambda name: (text.count(name), counted[name]))
    return name + own[0][0] if text.count(name) >= 3 else ""


def _is_name(place: str) -> bool:
    return len(place) >= 2 and place[0] not in _GENERIC
