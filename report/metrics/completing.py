"""Completes words that say too little alone with the thing that stands before them: 总数, 办结率, 竣工5座."""

import re
from collections.abc import Sequence

from report.metrics.lexicon import NOUN_LIKE
from report.metrics.named import Named
from report.metrics.names import object_of, strip_opening, verb_before, without_verb
from report.metrics.pairing import is_indicator
from report.metrics.sentences import Sentence, clause_before
from report.metrics.things import LONGEST_LIST, thing_at
from report.metrics.ties import compares, counted_like, is_part, levels_back
from report.metrics.topics import SPENDING, aspect_of, is_aspect, spent_on
from report.metrics.units import CLASSIFIERS

_PERCENT = ("%", "％")
_WORKS = re.compile(f"(?:{'|'.join(sorted(NOUN_LIKE))}|硬化|亮化|美化|净化|清淤|清理|维修){{1,3}}")
_FULFILMENT = ("完成率", "执行率")
_OUTCOMES = frozenset(["竣工", "开工", "投产", "建成", "完工", "办结", "整改", "化解", "签约", "落地", "通车"])
_NEAR = 4  # figures
_PUSHED = re.compile(r"\A(?:推进|推动|加快|启动|实施|谋划)")
_NEEDS_OBJECT = frozenset(["受益", "惠及", "带动", "覆盖", "涉及", "服务"])
_TOTALS = frozenset(["总数", "总量", "总额", "投资总额", "数量", "占比", "比例", "金额", "成交金额", "总价值"])
_OUTPUT = re.compile(r"(?:总?产量|总产|总?产值|单产|增加值)(?:\Z|占)")
_OUTPUT_END = re.compile(r"(?:播种|种植|养殖|栽培)?面积\Z|产能\Z|总?产量\Z|总?产值\Z|规模\Z")
_DEED_RATE = re.compile(
    r"(?:按时|按期|及时)?(?:办结|化解|调解|调处|整改|答复|满意|办复|结案|合格|达标|完成|竣工|开工|就业|巡查|处置|回复|覆盖)率"
)
# 列入清单的有95件, 表示满意的25件: what is counted stands before, and these words say which of it.
_WHICH = re.compile(r"([^，。；、的]{2,16})的(?:共|已|约)?(?:有|达到|达|占|为)?\Z")
_LONGEST_TOTALLED = 16
_LONGEST_WHICH = 24


def which_of(sentence: Sentence, rows: Sequence[Named], index: int) -> str:
    """Name a count by the words before 的 and the noun that they describe, which stands before them."""
    unit = sentence.figures[index].unit
    found = _WHICH.search(sentence.words[index])
    if found is None or (unit not in CLASSIFIERS and "其中" not in sentence.words[index]):
        return ""
    words = strip_opening(found.group(1))
    alike = (at for at in levels_back(rows) if unit in _PERCENT or sentence.figures[at].unit == unit)
    whole = next(alike, None)
    noun = _noun_of(rows[whole].name if whole is not None else strip_opening(clause_before(sentence, index)))
    if compares(words, unit) or not noun or is_indicator(words):
        return ""
    name = f"{words}的{noun}"
    return name if len(name) <= _LONGEST_WHICH else ""


def _noun_of(name: str) -> str:
    return name.rpartition("的")[2] if "的" in name else object_of(name)


def completed(sentence: Sentence, rows: Sequence[Named], index: int, core: str) -> str:
    """Put the thing before a word that says little alone: 新增企业5家，总数42家 is 企业总数."""
    if is_aspect(_PUSHED.sub("", core)):
        core = _PUSHED.sub("", core)
        thing_next = thing_at(sentence, index + 1) if index + 1 < len(sentence.figures) else ""
        return aspect_of(sentence, rows, index, core, thing_next)
    if core in SPENDING:
        return spent_on(sentence, rows, index, core, "") or core
    if rows:
        return _of_row_before(sentence, rows, index, core)
    label = strip_opening(clause_before(sentence, index)) if _OUTPUT.match(core) else ""
    # 特色产业：实现产值9亿元
    return label + core if label and any(label + colon in sentence.text for colon in "：:") else core


def _of_row_before(sentence: Sentence, rows: Sequence[Named], index: int, core: str) -> str:
    output = _OUTPUT.match(core) and _OUTPUT_END.search(rows[-1].name)
    if output and output.start() > 1:
        return without_verb(rows[-1].name[: output.start()]) + core
    if core in _FULFILMENT and is_indicator(rows[-1].name):
        return rows[-1].name + core
    if is_part(sentence, index):
        return _with_object(rows, core)
    if sentence.figures[index - 1].unit not in CLASSIFIERS or is_indicator(rows[-1].name):
        return core
    return _counted(sentence, rows, index, core)


def _counted(sentence: Sentence, rows: Sequence[Named], index: int, core: str) -> str:
    before = rows[-1].name
    if core in _TOTALS:
        name = without_verb(before) + core
        return name if len(name) <= _LONGEST_TOTALLED else core
    if _DEED_RATE.fullmatch(core) and "均" not in sentence.words[index] and object_of(before) not in core:
        name = object_of(before) + core
        return name if len(name) <= 2 * len(core) + 4 else core
    return core


def _with_object(rows: Sequence[Named], core: str) -> str:
    """Give a verb at the end of the words its object: 受理纠纷328件，…，其中调解室化解126件."""
    verb = verb_before(core)
    if not verb or len(core) == len(verb):
        return core
    noun = next((object_of(row.name) for row in reversed(rows[-LONGEST_LIST:]) if row.name.startswith(verb)), "")
    return core + noun if len(core + noun) <= _LONGEST_WHICH and noun not in core else core


def acted_on(sentence: Sentence, rows: Sequence[Named], index: int, verb: str) -> str:
    """Name a figure that has only a verb before it: 竣工1.8万套, 受益689人, 投入2亿元."""
    thing_next = thing_at(sentence, index + 1) if index + 1 < len(sentence.figures) else ""
    name = spent_on(sentence, rows, index, verb, thing_next) if verb in SPENDING else ""
    if not name and thing_next and sentence.listed(index + 1):
        name = verb + thing_next
    return name or (_of_before(sentence, rows, index, verb) if rows else "")


def _of_before(sentence: Sentence, rows: Sequence[Named], index: int, verb: str) -> str:
    if _WORKS.fullmatch(verb) and sentence.gap(index).startswith(("、", "和")):
        # 道路硬化11个、绿化亮化7个: in a list of works the verb names one.
        return verb
    clause = clause_before(sentence, index)
    if clause:
        return "" if is_indicator(clause) else verb
    if verb in _NEEDS_OBJECT:
        return joined(rows[-1].name, verb)
    at = counted_like(sentence, rows, index)
    if at is None and sentence.figures[index].unit == sentence.figures[index - 1].unit:
        at = len(rows) - 1
    if at is None and verb in _OUTCOMES:
        at = _counted_near(sentence, index)
    return verb if at is None or verb in rows[at].name else verb + _noun_of(rows[at].name)


def _counted_near(sentence: Sentence, index: int) -> int | None:
    """Return the count of the same unit a little before a figure: 9个项目完成投资2亿元、竣工5个."""
    unit = sentence.figures[index].unit
    alike = (at for at in range(index - 2, max(-1, index - _NEAR), -1) if sentence.figures[at].unit == unit)
    at = next(alike, None) if unit in CLASSIFIERS else None
    cut = at is not None and "；" in sentence.text[sentence.figures[at].end : sentence.figures[index].start]
    return None if cut else at


def joined(name: str, core: str) -> str:
    """Return a name without its verb, followed by a word that says what was done with it."""
    noun = without_verb(name)
    return noun if not core or noun.endswith(core) else noun + core
