"""Finds the thing that a figure counts: behind it, behind the next of its chain, or what someone receives."""

import re

from report.metrics.lexicon import NOUN_LIKE
from report.metrics.names import is_bare_verb, strip_opening, take_lead, thing_after
from report.metrics.pairing import without_indicator
from report.metrics.places import village
from report.metrics.recipients import is_recipient, receiver
from report.metrics.sentences import Sentence
from report.metrics.units import CLASSIFIERS
from report.verbs import VERBS

LONGEST_LIST = 12  # figures
_SHARES = ("%", "％", "成")
_LONGEST_SHARE = 26
_SHORTEST = 2
_LONGEST_ACT = 12
_LISTED = re.compile(r"\s?(?:、|，?以及|和|与|及)\s?")
_ATTRIBUTE_END = re.compile(r"(?:级|型|千伏)\Z")
_ACT_END = re.compile(
    r"(?:改造|整治|治理|清淤|修复|种植|栽植|清理|清疏|验收|审核|调查|创建|入户|扩建|招标|招租)(?:任务|工程|工作)?\Z"
)


def _before_deed(thing: str) -> str:
    """Return a thing without what it does to the next figure: 9家单位援助资金80万元."""
    for act in VERBS.finditer(thing):
        goes_on = len(thing) - act.end() != 1 and act.start() >= _SHORTEST
        if goes_on and act.group() not in NOUN_LIKE and thing[act.start() - 1] != "的":
            return thing[: act.start()]
    return thing


def _before_measure(thing: str, unit: str) -> str:
    """Return a thing without the indicator that the next figure gives of it: 26个重点项目投资完成9亿元."""
    lead = take_lead(thing, unit).core
    owner = lead if unit in CLASSIFIERS else without_indicator(lead)
    return next((words for words in (owner, lead) if len(words) >= _SHORTEST), thing)


def thing_at(sentence: Sentence, index: int) -> str:
    """Return what a figure counts, with what a list says only at its end: 完成9处堵点和5个片区整治."""
    thing = _own_thing(sentence, index)
    following = index + 1 < len(sentence.figures) and _LISTED.fullmatch(sentence.gap(index + 1).removeprefix(thing))
    if not thing or not following:
        return thing
    attribute = _ATTRIBUTE_END.search(thing)
    if attribute:
        # 2支区级和8支街道级消防队
        _, kind, head = _own_thing(sentence, index + 1).partition(attribute.group())
        return thing + head if kind else thing
    return thing if _ACT_END.search(thing) else thing + _act_of_list(sentence, index)


def _act_of_list(sentence: Sentence, index: int) -> str:
    """Return the act that 完成 before a list asks of all its things, "" where there is none."""
    first = index
    while first and not sentence.words[first].strip("、和与及以，,") and index - first < LONGEST_LIST:
        first -= 1
    if not sentence.words[first].endswith("完成"):
        return ""
    last = index
    limit = min(index + LONGEST_LIST, len(sentence.figures))
    while last + 1 < limit and _LISTED.fullmatch(sentence.gap(last + 1).removeprefix(_own_thing(sentence, last))):
        last += 1
    owner, joint, act = sentence.rests[last].partition("的")
    if joint and _ACT_END.search(act) and len(act) <= _LONGEST_ACT:
        return act
    found = _ACT_END.search(owner) if not joint else None
    return found.group() if found else ""


def _own_thing(sentence: Sentence, index: int) -> str:
    """Return what a figure counts, where it stands after it or after the next of a chain (6类21项问题, 3至5家企业)."""
    last = index
    limit = min(index + LONGEST_LIST, len(sentence.figures))
    while last + 1 < limit and (sentence.touches(last + 1) or sentence.spans(last + 1)):
        last += 1
    rest, unit = sentence.rests[last], sentence.figures[last].unit
    if is_recipient(sentence, index):
        received = receiver(rest)
        if received:
            return received
    if rest.startswith("等") and sentence.words[index] and not is_bare_verb(strip_opening(sentence.words[index])):
        # 政策33条、24条等措施: the general word is for all of the list.
        return ""
    thing = village(rest) or thing_after(rest, unit)
    if unit in CLASSIFIERS and last + 1 < len(sentence.figures) and rest and sentence.gap(last + 1).endswith(rest[-1]):
        thing = thing if is_recipient(sentence, index) else _before_deed(thing)
        thing = _before_measure(thing, sentence.figures[last + 1].unit)
    if thing and unit in _SHARES and not sentence.words[index]:
        # 近三成农户参加: a share is of those who do something.
        goes_on = index + 1 < len(sentence.figures) and sentence.gap(index + 1).endswith(rest[-2:])
        return thing if goes_on or len(rest) > _LONGEST_SHARE else rest.lstrip("的").rstrip("、")
    return thing
