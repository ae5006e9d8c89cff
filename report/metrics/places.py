"""Names counts of villages and their like, whose one character says nothing alone: by what is told of them."""

import re

from report.metrics.lexicon import NOUN_LIKE
from report.metrics.names import strip_opening, take_lead
from report.metrics.pairing import indicator_before, is_indicator
from report.metrics.sentences import Sentence, clause_before
from report.verbs import VERBS

_VILLAGES = ("村", "乡", "镇", "县")
_JOINED = ("以及", "和", "及", "与", "、", "等", "的")
_SHORTEST_VERB = 2
_LONGEST_DEED = 4
_LONGEST = 26
_ADVERBS = re.compile(r"(?:全部|已经|已|均|都|率先|先后|共同|仍|还|尚){1,3}")
_ALONE = re.compile(r"[村乡镇县](?:\Z|(?=推[开行广]|联合|集体|共同|全部|[不仍还均都已被]|率先|一起|达|被))")
_IN = re.compile(r"(?:[到至在]|于)(?:全部|全镇|全县|全市|全乡|全区)?\Z")


def village(rest: str) -> str:
    """Return the character that the words after a count begin with where it is a word: 村推开, but not 村卫生室."""
    if _ALONE.match(rest):
        return rest[0]
    verb = VERBS.match(rest, 1) if rest[:1] in _VILLAGES else None
    return rest[0] if verb and verb.group() not in NOUN_LIKE else ""


def is_place(sentence: Sentence, index: int) -> bool:
    """Tell whether 在, 到 or 于 stands before a figure: 推广到全部12个村."""
    return _IN.search(sentence.words[index]) is not None


def bounded(sentence: Sentence, index: int) -> str:
    """Return the indicator of a bound that tells of villages: 村集体收入差距较大，仍有7个村不到20万元."""
    if not index or sentence.gap(index) not in _VILLAGES or not sentence.figures[index].qualifier:
        return ""
    return indicator_before(clause_before(sentence, index - 1))


def where_in(sentence: Sentence, index: int, thing: str) -> str:
    """Return a name for a count of villages: 积分制在9个村推开 gives 推开积分制的村, 7个村不到20万元 不到20万元的村.

    "" where the words before it do better: 禁煤区3个村.
    """
    figures = sentence.figures
    rest = sentence.rests[index].removeprefix(thing)
    if not rest and index + 1 < len(figures) and figures[index + 1].qualifier and sentence.gap(index + 1) == thing:
        bound = sentence.text[figures[index + 1].start : figures[index + 1].end]
        return _relative(indicator_before(clause_before(sentence, index)) + bound, thing)
    words = strip_opening(sentence.words[index])
    place = _IN.search(words)
    if rest.startswith(_JOINED):
        return ""
    told = _ADVERBS.sub("", rest, count=1) if _ADVERBS.match(rest) else rest
    if place:
        subject = take_lead(words[: place.start()], "").core
        verb = _last_verb(subject)
        if verb and len(verb) < len(subject):
            return _relative(verb + subject[: -len(verb)], thing)
        if told and len(told) <= _LONGEST_DEED:
            return _relative(told + subject, thing)
    followed = index + 1 < len(figures) and sentence.gap(index + 1).startswith(thing + rest)
    if told and not (followed and is_indicator(take_lead(told, "").core)):
        return _relative(told, thing)
    return "" if words else thing


def _last_verb(words: str) -> str:
    """Return the one verb that words end in: 推广 of 服务推广."""
    ends = (words[-length:] for length in range(_SHORTEST_VERB, _LONGEST_DEED + 1))
    return next((end for end in ends if VERBS.fullmatch(end) and end not in NOUN_LIKE), "")


def _relative(words: str, thing: str) -> str:
    return f"{words}的{thing}" if len(words) <= _LONGEST else thing
