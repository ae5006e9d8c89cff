"""Wrong and doubled words."""

import re
from collections.abc import Iterator

from report.checks.slip import Slip, slip
from report.checks.slips import CONFUSIONS
from report.findings import Finding

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"

# Three characters or more that come twice at once are typed twice. Two may be a verb tried out (研究研究) or a measure
# for each (一件一件, 一步一步), which is said in speeches.
_LONG = re.compile(rf"([{_HAN}]{{3,12}})\1")
# 面对面对接, 手把手把技术教会: a word of the form ABA, and then a B of its own.
_BETWEEN = "对打把碰连贴并靠到拉挨盯比帮换带传"
_SHORT = re.compile(rf"(?![一每]|博士博士后|.[{_BETWEEN}])([{_HAN}]{{2}})\1")
_TRIED_OUT = re.compile(
    "研究|讨论|学习|商量|考虑|总结|交流|了解|调查|锻炼|体验|认识|休息|打扫|收拾|参观|琢磨|宣传|检查|评议|比较|感受|"
    "很多|许多|非常|特别|永远|千万|加油"
)
# What binds or marks other words stands once, but for those words that end or begin with the same character.
_PARTICLES = re.compile(
    "(?:(?<![目有标之])的的(?![确士])|了了(?![解然结却如])|(?<![存实所潜内外好贵])在在(?![建校职册编岗线场押谈逃读训])"
    "|(?<![总温缓饱共颐祥平中调谐柔])和和(?![平谐美气睦煦解])|(?<![参])与与|(?<![普涉波触顾推遍以])及及(?![时早格])|(?<![相针面应核校])对对(?![口外内象方标接照联])"
    "|(?<![总也还正凡就要可但只])是是(?![非否])|(?<![服自顺])从从|(?<![可所加予难足得用借])以以(?![来往上下及外内致便])"
    "|(?<![大即])将将(?![来军要])|(?<![自理事缘来])由由|(?<![终急属关利基处])于于(?![洪都田家集庄])|(?<![植])被被|(?<![因行成作认视分])为为(?![民了何])"
    "|(?<![所没具国拥享含占])有有(?![效序关证机望力])|(?<![忘自敌无])我我|(?<![咱人])们们)"
)
_DOUBLED_MARK = re.compile("([，。；：、,;])\\1|[，、；：,][。；]|[。；][，、；：,]|、，|，、")


def check_wording(text: str) -> Iterator[Slip]:
    """Yield confused words with the right ones, and words or marks that stand twice."""
    for row in CONFUSIONS:
        for found in row.pattern.finditer(text):
            right = found.expand(row.right)
            detail = f"“{_with_time(text, found)}”，建议：{right}（{row.reason}）"
            yield slip(Finding.WORD_CONFUSED, found.span(), detail)
    for found in _doubled(text):
        yield slip(Finding.WORD_DOUBLED, found.span(), found.group())


def _with_time(text: str, found: re.Match[str]) -> str:
    """Return the words with two more characters, that a clerk recognises the place."""
    return text[found.start() : found.end() + 2].partition("\n")[0]


def _doubled(text: str) -> Iterator[re.Match[str]]:
    yield from _LONG.finditer(text)
    for found in _SHORT.finditer(text):
        if not _TRIED_OUT.match(found.group()) and not _within_long(text, found):
            yield found
    yield from _PARTICLES.finditer(text)
    yield from _DOUBLED_MARK.finditer(text)


def _within_long(text: str, found: re.Match[str]) -> bool:
    """Tell whether a longer doubling holds this one: ABABAB is told once."""
    return any(
        other.start() <= found.start() and found.end() <= other.end()
        for other in _LONG.finditer(text, max(0, found.start() - 24), min(len(text), found.end() + 24))
    )
