"""Whether a sentence is a slogan that heads what follows it. Judged by its build, not by its words' subject. Pure.

A slogan in a work report is short, states no figure, tells no event, and its neighbours are built like it.
"""

import re

from report.structure.headings import is_announcement, is_period_lead
from report.structure.lines import without_closing

LONGEST_SHORT = 16  # several in one paragraph
LONGEST_HALVED = 20  # the same, of two clauses
LONGEST_OPENING = 32  # the first sentence of a paragraph among others like it
LONGEST_LEAD = 48  # 这一年，我们……，……。
_SHORTEST = 4

_NOTE_MARK = re.compile(r"[\[［〔][0-9]{1,3}[\]］〕]")
_QUOTES = re.compile(r"[“”‘’\"'「」《》]")
_QUOTED = re.compile(r"[“\"][^“”\"]{1,20}[”\"]")
_FIGURE = re.compile(r"[0-9０-９]")
# What tells an event, points back or joins on: a sentence of the text, not its heading.
_TELLS = re.compile(
    r"[了被]|已经?|正在|曾|荣获|获评|获得|获批|入选|列入|纳入|跻身|命名|评为|称号|成为(?:全|首|国家|省|唯一)|其中|截至|截止|目前|例如|比如|以下|如下|预计|首次|首个|首家|落户|开馆"
    r"|举办|召开|[十百千万亿][元亩吨]|(?:建成|投用|投产|使用|竣工|通车|落成|揭牌|挂牌|验收|封顶|完工|动工|开工)$"
)
_JOINS = re.compile(
    r"(?:同时|此外|另外|但是?|而且?|对此|因此|为此|在此|所以|然而|各位|同志们|当前|当今|并且?|也|又|还|这些|这里|这是因为|我国|如果|由于|因为|尽管|虽然|只有|只要"
    r"|今天|今年|去年|昨天|明年|年内|全年|力争|确保|争取|预计|累计)"
)
# An adverbial clause of time or circumstance, or the first half of an argument: what follows is no slogan.
_CIRCUMSTANCE = re.compile(
    r"(?:在|当|随着|面对|通过|经过|按照|根据|对于)[^，]{1,20}，|[^，]{1,20}，(?:必须|就要|就必须|才能)"
)
_IS = re.compile(r"(?<![就总要])是(?!否)")
_YEAR_SENTENCE = re.compile(r"(?:这|过去)[^，]{0,6}是[^，]{2,30}的(?:[一二三四五六七八九十几]+)?(?:年|五年|一届|时期)$")

_CLAUSE = re.compile(r"[\u4e00-\u9fff“”]{6,12}$")
# How the predicate of such a clause is built: a word for the way or the pace, then what moved; or four characters
# of two parallel verbs. Closed classes of the language.
_PACE = re.compile(
    r"(?:持续|不断|稳步|全面|更加|明显|显著|有力|有序|扎实|深入|加快|蓬勃|日益|逐步|稳定|大力|快速|加速|精准|纵深|日趋|切实|进一步|稳中|走深|提质|提档|扩容|增效"
    r"|壮大|突破|创新|传承|升级|向好|见效|优化|完善|巩固|夯实|改善|提升|增强|释放|激发|推进|发展|攻坚|深化|拓展|成势|起势|显现)"
)


def plain(sentence: str) -> str:
    """Return a sentence without closing marks, note marks and quotation marks, as its length is felt."""
    return _QUOTES.sub("", _NOTE_MARK.sub("", without_closing(sentence)))


def is_year_sentence(sentence: str) -> bool:
    """这是产业升级的一年: the sentence that a retrospect of a year hangs its paragraphs on."""
    return bool(_YEAR_SENTENCE.match(without_closing(sentence)))


def is_slogan(sentence: str, longest: int) -> bool:
    """Tell whether a sentence may be a slogan of at most so many characters."""
    text = plain(sentence)
    if not _SHORTEST <= len(text) <= longest or is_announcement(without_closing(sentence)):
        return False
    if is_year_sentence(sentence):
        return True
    if _FIGURE.search(_QUOTED.sub("", sentence)) or any(mark in text for mark in "；：:"):
        return False
    return not (_TELLS.search(text) or _JOINS.match(text) or _CIRCUMSTANCE.match(text) or _IS.search(text))


def is_short_slogan(sentence: str) -> bool:
    """Tell whether a sentence may be one of several slogans in a paragraph: of one clause, or of two short ones."""
    text = plain(sentence)
    return is_slogan(sentence, LONGEST_HALVED if "，" in text else LONGEST_SHORT) and _well_parted(text)


def is_opening(sentence: str) -> bool:
    """Tell whether the first sentence of a paragraph may head it."""
    text = plain(sentence)
    if is_period_lead(text):
        if is_announcement(without_closing(sentence)):
            return False
        return len(text) <= LONGEST_LEAD and not (_FIGURE.search(text) or "，是" in text)
    return is_slogan(sentence, LONGEST_OPENING) and text.count("，") <= 1


def alike(one: str, other: str) -> bool:
    """Tell whether two sentences that open neighbouring paragraphs are built alike."""
    one, other = plain(one), plain(other)
    if is_period_lead(one) or is_period_lead(other):
        return one[:3] == other[:3]
    if one.count("，") != other.count("，"):
        return one[:3] == other[:3]
    if "，" not in one and max(len(one), len(other)) <= LONGEST_SHORT:
        return True
    return abs(len(one) - len(other)) <= max(4, min(len(one), len(other)) // 2)


def _well_parted(text: str) -> bool:
    halves = text.split("，")
    return len(halves) == 1 or (len(halves) == 2 and min(len(half) for half in halves) >= 3)


# A first clause of this kind says by what light the work was done; the slogan comes behind it.
_GUIDED = re.compile(r"(?:坚持|聚焦|围绕|紧扣|突出|立足)[^，]{2,8}$")


def clause_slogan(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the clause stands that heads the sentence text[start:end], or None: 营商环境持续优化，新建……"""
    comma = text.find("，", start, end)
    if comma > start and _GUIDED.match(text[start:comma]):
        start, comma = comma + 1, text.find("，", comma + 1, end)
    if comma <= start or not _is_clause_slogan(text[start:comma]):
        return None
    return start, comma


def _is_clause_slogan(clause: str) -> bool:
    text = plain(clause)
    return len(text) == 8 and bool(_CLAUSE.match(clause)) and is_slogan(clause, 8) and bool(_PACE.search(text, 4))
