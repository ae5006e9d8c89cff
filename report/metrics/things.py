"""Finds the thing that a figure counts: behind it, behind the next of its chain, or what someone receives."""

from report.metrics.names import is_bare_verb, strip_opening, thing_after
from report.metrics.places import village
from report.metrics.recipients import is_recipient, receiver
from report.metrics.sentences import Sentence

LONGEST_LIST = 12  # figures
_SHARES = ("%", "％", "成")
_LONGEST_SHARE = 26


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
    if thing and unit in _SHARES and not sentence.words[index]:
        # 近三成农户参加: a share is of those who do something.
        goes_on = index + 1 < len(sentence.figures) and sentence.gap(index + 1).endswith(rest[-2:])
        return thing if goes_on or len(rest) > _LONGEST_SHARE else rest.lstrip("的").rstrip("、")
    return thing
