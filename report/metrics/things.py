"""Finds the thing that a figure counts: behind it, behind the next of its chain, or what someone receives."""

from report.metrics.lexicon import NOUN_LIKE, VERBS
from report.metrics.names import is_bare_verb, strip_opening, take_lead, thing_after
from report.metrics.places import village
from report.metrics.recipients import is_recipient, receiver
from report.metrics.sentences import Sentence
from report.metrics.units import CLASSIFIERS

LONGEST_LIST = 12  # figures
_SHARES = ("%", "％", "成")
_LONGEST_SHARE = 26
_SHORTEST = 2


def _before_deed(thing: str) -> str:
    """Return a thing without what it does to the next figure: 9家单位援助资金80万元."""
    for act in VERBS.finditer(thing):
        goes_on = len(thing) - act.end() >= _SHORTEST and act.start() >= _SHORTEST
        if goes_on and act.group() not in NOUN_LIKE and thing[act.start() - 1] != "的":
            return thing[: act.start()]
    return thing


def thing_at(sentence: Sentence, index: int) -> str:
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
        lead = take_lead(thing, sentence.figures[last + 1].unit).core
        thing = lead if len(lead) >= _SHORTEST else thing
    if thing and unit in _SHARES and not sentence.words[index]:
        # 近三成农户参加: a share is of those who do something.
        goes_on = index + 1 < len(sentence.figures) and sentence.gap(index + 1).endswith(rest[-2:])
        return thing if goes_on or len(rest) > _LONGEST_SHARE else rest.lstrip("的").rstrip("、")
    return thing
