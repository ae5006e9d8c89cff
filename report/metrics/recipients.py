"""Names people and things that something is done for: 为80户困难家庭做适老化改造, 向812名老人发放高龄津贴."""

import re

from report.metrics.lexicon import NOUN_LIKE
from report.metrics.sentences import Sentence
from report.verbs import VERBS

_TO = re.compile(r"(?:为|向|给|(?<![持制定存])在)\Z")
_SHORTEST = 2
_FOR = ("为", "向", "给", "对")
_FOR_SUCH = re.compile(r"(?:\A|[已共])(?:为|向|给|对)[^，。；]{2,14}的\Z")
_GIVES = (
    r"(?:免费|统一|全部|累计|共|按时|足额)?"
    r"(?:发放|下发|派发|提供|落实|给予|进行|实施|开展|配备|购买|赠送|支付|兑现|缴纳|代缴|做)了?"
)
_GIVEN = re.compile(rf"([^，。；：]{{1,20}}?){_GIVES}([^，。；：]{{2,28}})\Z")
# Behind a recipient these say nothing: 为三类群体提供保障.
_GENERAL = frozenset(["保障", "服务", "帮助", "支持", "便利", "培训", "工作", "管理", "整治"])


def is_recipient(sentence: Sentence, index: int) -> bool:
    """Tell whether a figure, or the chain it stands in, has 为, 向, 给 or 对 before it."""
    while index > 0 and (sentence.touches(index) or sentence.listed(index)) and not sentence.words[index]:
        index -= 1
    words = sentence.words[index]
    return words.endswith(_FOR) or _FOR_SUCH.search(words) is not None


def receiver(rest: str) -> str:
    """Return who gets what, without the verb between: 困难家庭做适老化改造 gives 困难家庭适老化改造."""
    given = _GIVEN.match(rest)
    if given is None:
        return ""
    who, what = given.groups()
    return who if what in _GENERAL else who + what


def without_recipient(opening: str, words: str) -> str:
    """Return the words behind an opening such as 向 without whom they are for: 向社区配送器材 gives 配送器材."""
    if not _TO.search(opening):
        return words
    for act in VERBS.finditer(words):
        if act.start() >= _SHORTEST and act.group() not in NOUN_LIKE and len(words) - act.end() >= _SHORTEST:
            return words[act.start() :]
    return words


def deed(sentence: Sentence, index: int) -> str:
    """Return the words before a figure without the recipient that the figure before it counts."""
    words = sentence.words[index]
    if not index or words != sentence.rests[index - 1] or words.startswith(("、", "和", "与", "及")):
        return words
    given = _GIVEN.match(words) if is_recipient(sentence, index - 1) else None
    if given:
        return words[given.end(1) :]
    return without_recipient(sentence.words[index - 1], words)
