"""Takes the words around a figure apart: the indicator, what leads from it to the number, the thing that is counted."""

import re
from dataclasses import dataclass

from report.metrics.lexicon import (
    FALLS,
    LEAD_ENDS,
    LEADS,
    LONGEST_LEAD,
    NOUN_LIKE,
    OPENING,
    OTHER_WORDS,
    PIVOT,
    PREDICATE,
    RISES,
    STREAK,
    THAN,
    VERB,
    Lead,
)
from report.model import Direction
from report.verbs import VERBS

_LONGEST_THING = 26
_JOINT_END = re.compile(r"(?:和|及|(?<![参赠给])与|或|并){1,9}\Z")
_LIST_TAIL = re.compile(r"(?:等|、|共|的){1,9}\Z")
_EDGES = "的，、：:等 "
_NOT_A_THING = re.compile(
    r"(?:增加|增长|提高|提升|上升|扩大|缩小|下降|降低|减少|压缩|压减|缩短|调整|优化|恢复|发展|扩展|升|降|增|减)[到至为]|"
    r"增加|增长|减少|下降|降低|以上|以下|和(?![美谐平])|及|与(?!会)|并(?![购网联])|同比|其中|共(?![享建同青性有])|均(?!衡)|已(?![开批建投])|的?(?:增长|下降|增幅|增速|降幅|速度|比例|幅度)|"
    r"分别|左右|目标|水平|大关|(?:新|大)?台阶|门槛|没有|，|、|/|用于|实施|为(?![民企农])|是|对(?![外口])|将|在(?![建谈校园岗册线编库])|由|至|到|来(?![料华自访])|了|从(?![业教事])|按|向|以(?!旧)|"
    r"完成|达|占|超(?![算市级高])|实现|建成|投入|投用|竣工(?!项)|开工(?!项)|全部|提高|列[入全第居]|居[全首第前各]|位[居列]|较|比(?!赛)|因|"
    r"顺利|有序|稳步|正在|相继|陆续|全面|预计|有望|主要|\(|（"
)
_SHORT_THING = 2
_LONGEST_OWNER = 8
_DESCRIBING = ("组成", "构成", "大", "小", "高", "低", "多", "强", "唯一")
_ADJECTIVES = "新大小好老旧高"
_SHORTEST_THING = 3
# Not the 等 of 平等, 高等 and 等级, not before 方面, nor before a byname, which says less than its examples.
_AND_SO_ON = re.compile(r"(?<![平高均中同初优劣对坐相])等(?![级候待于效同方“])")
_SHORTEST_GENERAL = 4  # a shorter general term says too little without its examples: 等项目, 等支出
WHOLE_NOUNS = "村县乡镇户厂校"  # a character that is a noun by itself: 12个村全部达标
# What became of a thing that has a name too general to stand alone: 6家企业入选…, 5个项目完工.
_TELLING = re.compile(
    r"获|荣获|入选|入围|列入|纳入|进入|跻身|落户|被|通过|完工|竣工|开工|投产|建成|入驻|享受|达到|实现|参与|参加"
)


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What stands before a figure, taken apart."""

    core: str  # the indicator, or a verb, or ""
    direction: Direction


def strip_opening(words: str) -> str:
    """Return words without what opens a clause: number, time, manner, connection."""
    match = OPENING.match(words)
    return words[match.end() :] if match else words


def take_lead(words: str, unit: str) -> LeadIn:
    """Split the words before a figure into the indicator and what leads from it to the number."""
    core = words
    found: Lead | None = None
    while core:
        word = _last_lead(core)
        if not word:
            than = STREAK.search(core) or THAN.search(core)
            if than is None or core.endswith(OTHER_WORDS):
                break
            core = core[: than.start()]
            continue
        lead = LEADS[word]
        if lead is not Lead.ADVERB:
            if found is not None and not (found is Lead.STANDING and lead in (Lead.UP, Lead.DOWN)):
                break
            found = lead
        core = core[: -len(word)]
    return LeadIn(core, _direction(core, found, unit))


def _direction(core: str, lead: Lead | None, unit: str) -> Direction:
    if lead is Lead.UP:
        return Direction.UP
    if lead is Lead.DOWN:
        return Direction.DOWN
    if unit in ("%", "％") and "于" not in core:
        if core.endswith(RISES):
            return Direction.UP
        if core.endswith(FALLS):
            return Direction.DOWN
    return Direction.NONE


def _last_lead(core: str) -> str:
    if not core.endswith(LEAD_ENDS) or core.endswith(OTHER_WORDS):
        return ""
    for length in range(min(LONGEST_LEAD, len(core)), 0, -1):
        if core[-length:] in LEADS:
            return core[-length:]
    return ""


def thing_after(words: str, unit: str) -> str:
    """Return the noun phrase that the words after a count begin with, "" where they begin with something else."""
    words = words.lstrip("的")
    if not words or (_NOT_A_THING.match(words) and not (unit == "次" and words.startswith("提高"))):
        return ""
    words = _head(words)
    cut = PREDICATE.search(words, 1 if words[0] in WHOLE_NOUNS else 2)
    thing = (words[: cut.start()] if cut else words).strip(_EDGES)
    thing = _closed_up(_JOINT_END.sub("", thing))
    if cut and len(thing) <= _SHORT_THING and _TELLING.match(words, cut.start()):
        return words.strip(_EDGES)
    return thing


def _closed_up(thing: str) -> str:
    """Return a thing without the 的 between two nouns, as a heading would have it: 片区的渠系清淤."""
    owner, joint, own = thing.partition("的")
    if not joint or "的" in own or not 1 < len(owner) <= _LONGEST_OWNER or len(own) < _SHORT_THING:
        return thing
    describes = VERBS.search(owner) or PREDICATE.search(owner) or owner.endswith(_DESCRIBING)
    if describes or own[0] in _ADJECTIVES:
        return thing
    return owner + own


def _head(words: str) -> str:
    """Return words up to a limit; longer ones begin behind the last 的 of a row of descriptions."""
    if len(words) <= _LONGEST_THING:
        return words
    described = words.rfind("的", _LONGEST_THING // 2, 2 * _LONGEST_THING)
    cut = PREDICATE.search(words, 2, described) if described > 0 else None
    if described > 0 and cut is None:
        return words[described + 1 :][:_LONGEST_THING]
    whole = words[:_LONGEST_THING].rpartition("、")[0]
    return whole if whole and not PREDICATE.search(words, 2, _LONGEST_THING) else words[:_LONGEST_THING]


def verb_before(core: str) -> str:
    """Return the verb that acts on what is counted: the last word before it, or the first where a list ends in 等."""
    if _LIST_TAIL.search(core):
        return leading_verb(core)
    last = ""
    for match in VERBS.finditer(core):
        free = match.start() == 0 or (match.group() not in NOUN_LIKE and core[match.start() - 1] != "总")
        if match.end() == len(core) and free:
            last = match.group()
    return last


def leading_verb(name: str) -> str:
    """Return the verb that a name begins with, "" where it begins with a noun or is the verb alone."""
    match = VERBS.match(name)
    if match and len(name) - match.end() < _SHORTEST_THING:
        match = VERB.match(name)
    return match.group() if match and match.end() < len(name) else ""


def general_term(core: str) -> str:
    """Return an indicator without a long list of examples: 修建东山渠、西山渠、新开渠等灌溉渠道 gives 修建灌溉渠道."""
    before, closed, term = core.rpartition("等")
    if not closed or len(term) < _SHORTEST_GENERAL or not _AND_SO_ON.search(core, len(before)):
        return core
    verb = leading_verb(before)
    is_long = 2 * (len(before) - len(verb)) > 3 * len(term)  # shorter examples say which, and stay
    return verb + term if is_long else core


def without_verb(name: str) -> str:
    """Return a name without the verb that it begins with."""
    return name[len(leading_verb(name)) :]


def object_of(name: str) -> str:
    """Return the thing that a name's verbs act on: 支持企业实施技术改造 gives 技术改造, 改造户厕 gives 户厕."""
    noun = without_verb(name)
    pivot = PIVOT.match(name)
    if pivot:
        acts = [match for match in VERBS.finditer(noun) if match.group() not in NOUN_LIKE]
        inner = next((match for match in acts if len(noun) - match.end() >= _SHORT_THING), None)
        noun = noun[inner.end() :] if inner else noun
    return noun


def is_bare_verb(core: str) -> bool:
    """Tell whether the words before a figure name no thing: 完成, 新建, 成功引进."""
    return not core or VERBS.fullmatch(core) is not None
