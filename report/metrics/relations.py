"""Walks the figures of one sentence: names each, and says which is the change or the part of which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from report.metrics.names import (
    general_term,
    is_bare_verb,
    leading_verb,
    strip_opening,
    take_lead,
    thing_after,
    verb_before,
    without_verb,
)
from report.metrics.pairing import is_indicator, pair_names, splits
from report.metrics.sentences import Sentence, clause_after, clause_before, ends_in_joint
from report.metrics.units import CLASSIFIERS
from report.model import Direction

_OF_ANOTHER = re.compile(
    r"约?占|[比较](?:上年|去年|年初)|是|为|相当于|完成(?:年度?|全年)?(?:目标|任务|计划|预算)|[高低好优多少快慢]于|[高多超]出|超(?:过|出|全|上|年|预|目标|计划)"
)
_NEEDS_OBJECT = frozenset(["受益", "惠及", "带动", "覆盖", "涉及", "服务"])
_SPENDING = frozenset(
    ["投入", "投资", "安排", "筹集", "争取", "整合", "补贴", "补助", "拨付", "总投资", "完成投资", "使用", "支出"]
)
_SPENT_ON = re.compile(r"(?:用于|实施|建设|新建|改造|完成|建成|支持|推进|开展)了?")
_RANKED = re.compile(
    r"(?:在?全[国省市县区镇州]|在?[^，。、]{0,6}?中)?(?:荣获|获得|取得|获|位居|位列|名列|居|列|跃居|稳居|升至|进入|排名|排在|位次|排)?(?:全[国省市县区镇州])?的?\Z"
)
_PART = re.compile(r"^[，,（(]?其中")
_ASPECTS = frozenset(["增速", "增幅", "总量", "数量", "规模", "增量"])
_RELATIVE = frozenset(
    [
        "总数",
        "总量",
        "总额",
        "总投资",
        "投资总额",
        "总面积",
        "面积",
        "数量",
        "占比",
        "比例",
        "金额",
        "成交金额",
        "总价值",
        "总里程",
    ]
)
_MADE_OF = re.compile(r"(?:为|是|用于|投向)([^，。；、]{2,20})\Z")
_MOVED = re.compile(r"^(?:推动|带动|促进|拉动|实现)(?=.{2})")
_REACHED = re.compile(r"^(?:累计|预计|基本|全面|超额)?(?:完成|实现)了?(?=[^、和度率][^、和]{2})")
_SHORTEST_FULFILLED = 3
# 日处理500吨污水厂: the words before the figure say in what respect the thing has it.
_DESCRIPTOR = re.compile(
    r"(?:(?<![今去本上])[日年](?=[产处供输发接])|总(?=投|面|建|装)|占地|设计|装机)[^、，的]{0,5}\Z"
)
_SHORT_THING = 3
_THE_REST = frozenset(["其余", "剩余", "其他", "另外"])
_STATES = frozenset(["在建", "待建", "续建", "在研", "在运"])
_JOINTS = "、和与及以，,+＋"
_LONGEST_NAME = 40
_SHORTEST_NAME = 2
_LONGEST_REST = 26
_LONGEST_TELLING = 12
_LONGEST_LIST = 12


@dataclass(frozen=True, slots=True)
class Named:
    """A figure's name and its ties, by index in the sentence."""

    name: str
    direction: Direction = Direction.NONE
    change_of: int | None = None
    part_of: int | None = None


def name_sentence(sentence: Sentence, earlier: str) -> tuple[Named, ...]:
    """Return a name for each figure of a sentence; `earlier` is what to fall back on where it names nothing."""
    rows: list[Named] = []
    while len(rows) < len(sentence.figures):
        index = len(rows)
        stop = _group_end(sentence, index)
        if _is_paired(sentence, index, stop):
            rows += _respectively(sentence, rows, index, stop)
        else:
            rows.append(_single(sentence, rows, index, earlier))
    names = [_fulfilled(row.name)[:_LONGEST_NAME] for row in rows]
    for index, name in enumerate(names):
        if len(name) < _SHORTEST_NAME:
            names[index] = (names[index - 1] if index else earlier) or name
    return tuple(replace(row, name=name) for row, name in zip(rows, names, strict=True))


def _fulfilled(name: str) -> str:
    """Return a name without the verb that says no more than that the figure was reached: 完成税收, 实现产值."""
    return _REACHED.sub("", name) if len(name) > _SHORTEST_FULFILLED else name


def _group_end(sentence: Sentence, index: int) -> int:
    """Return the end of the list of figures that begins at `index`: a、b和c."""
    limit = min(index + _LONGEST_LIST, len(sentence.figures))
    return next((at for at in range(index + 1, limit) if not sentence.listed(at)), limit)


def _is_paired(sentence: Sentence, index: int, stop: int) -> bool:
    """Tell whether a list of figures goes with a list of names: A、B分别为1、2, or 1、2，同比+3%、+4%."""
    count = stop - index
    if count == 1:
        return False
    words = sentence.words[index]
    if "分别" in words or "依次" in words:
        return True
    core = take_lead(strip_opening(words), sentence.figures[index].unit).core
    if core:
        return splits(core, count) and not sentence.rests[stop - 1]
    first = index - count
    return first >= 0 and all(sentence.listed(at) for at in range(first + 1, index)) and not sentence.listed(first)


def _respectively(sentence: Sentence, rows: list[Named], index: int, stop: int) -> list[Named]:
    lead = take_lead(strip_opening(sentence.words[index]), sentence.figures[index].unit)
    direction = lead.direction or _signed(sentence, index)
    count = stop - index
    core = lead.core
    part_of = _whole_of(sentence, rows, index)
    if not core:
        levels = list(islice(_levels_back(rows), count))[::-1]
        if len(levels) == count:
            return [Named(rows[at].name, direction, change_of=at if direction else None) for at in levels]
        core = strip_opening(clause_before(sentence, index))
        if levels and not core:
            return [Named(rows[levels[-1]].name, direction, levels[-1] if direction else None)] * count
    return [Named(name, direction, part_of=part_of) for name in pair_names(core, count)]


def _levels_back(rows: list[Named]) -> Iterator[int]:
    """Yield the rows that state a level, the nearest first."""
    return (at for at in range(len(rows) - 1, -1, -1) if not rows[at].direction)


def _signed(sentence: Sentence, index: int) -> Direction:
    """Return UP where a plus sign stands before the number: 同比+19.82%."""
    start = sentence.figures[index].number_start
    return Direction.UP if sentence.text[max(0, start - 1) : start] in ("+", "＋") else Direction.NONE


def _single(sentence: Sentence, rows: list[Named], index: int, earlier: str) -> Named:
    figure = sentence.figures[index]
    if sentence.spans(index) or _repeats(sentence, index):
        return rows[-1]
    words = strip_opening(sentence.words[index])
    lead = take_lead(words, figure.unit)
    core, direction = general_term(lead.core), lead.direction or _signed(sentence, index)
    if figure.value < 0:
        direction = Direction.NONE
    thing = "" if figure.rank else _thing(sentence, index)
    if direction and thing and figure.unit in CLASSIFIERS:
        # 改造提升8条小街: a verb that acts on things, no amount of change.
        core, direction = words, Direction.NONE
    if ends_in_joint(core):
        # 截流河和16.9公里管廊: what stands before 和 is another thing.
        core = leading_verb(core)
    if rows and _OF_ANOTHER.match(sentence.words[index]):
        core = take_lead(sentence.words[index], figure.unit).core
    elif not thing and _is_thing_before(sentence, index):
        core = ""
    if direction:
        core = _MOVED.sub("", core)
    found = Named(core, direction, part_of=_whole_of(sentence, rows, index))
    if figure.rank:
        return replace(found, name=_ranked(sentence, rows, index, core) or earlier)
    name = _name(sentence, rows, index, core, "" if direction else thing)
    if name:
        return replace(found, name=name)
    return _inherited(sentence, rows, index, earlier, found)


def _is_thing_before(sentence: Sentence, index: int) -> bool:
    """Tell whether the only word before a figure is what the figure before it counts: 惠及6个村1.2万人."""
    words = sentence.words[index]
    return (
        index > 0
        and 0 < len(words) <= _SHORT_THING
        and words == sentence.rests[index - 1] == _thing(sentence, index - 1)
    )


def _ranked(sentence: Sentence, rows: list[Named], index: int, core: str) -> str:
    """Name a rank by what was compared: 综合考核列全县第3位, 在年度考核中，我镇取得第2名."""
    subject = _RANKED.sub("", core)
    if rows and subject in _ASPECTS:
        return rows[-1].name + subject
    if subject and not is_bare_verb(subject):
        return subject
    return strip_opening(clause_before(sentence, index)).rstrip("中上里") or (rows[-1].name if rows else "")


def _repeats(sentence: Sentence, index: int) -> bool:
    """Tell whether a figure goes on a list without a word of its own: 达83%和80.8%."""
    if not sentence.listed(index) or sentence.words[index].strip(_JOINTS) or _thing(sentence, index):
        return False
    return sentence.gap(index).strip() not in ("，", ",") or not sentence.rests[index].strip(_JOINTS)


def _thing(sentence: Sentence, index: int) -> str:
    """Return what a figure counts, where it stands after it or after the next of a chain (6类21项问题, 3至5家企业)."""
    last = index
    limit = min(index + _LONGEST_LIST, len(sentence.figures))
    while last + 1 < limit and (sentence.touches(last + 1) or sentence.spans(last + 1)):
        last += 1
    return thing_after(sentence.rests[last], sentence.figures[last].unit)


def _name(sentence: Sentence, rows: list[Named], index: int, core: str, thing: str) -> str:
    """Return the name that a figure's own clause gives it, "" where it gives none."""
    if thing and not (thing in _STATES and not core):
        name = _with_thing(sentence, rows, index, core, thing)
        if name:
            return name
    if not core and sentence.figures[index].unit in ("%", "％"):
        made = _MADE_OF.match(sentence.rests[index])
        return made.group(1) if made else ""
    if not core or core in _THE_REST:
        return core + _told_after(sentence, rows, index)
    if is_bare_verb(core):
        return _acted_on(sentence, rows, index, core)
    if rows and _OF_ANOTHER.match(core):
        return _subject(sentence, rows, index) + core.removeprefix("约")
    return _completed(sentence, rows, index, core)


def _subject(sentence: Sentence, rows: list[Named], index: int) -> str:
    """Return the nearest name before a figure that is not itself a comparison: 占全省的15%，占全市的75%."""
    nearest = range(index - 1, max(-1, index - _LONGEST_LIST), -1)
    own = (at for at in nearest if not rows[at].direction and not _OF_ANOTHER.match(sentence.words[at].lstrip("，、")))
    return rows[next(own, index - 1)].name


def _completed(sentence: Sentence, rows: list[Named], index: int, core: str) -> str:
    """Put the thing before a word that says little alone: 新增企业5家，总数42家 is 企业总数."""
    if core not in _RELATIVE or not rows or sentence.figures[index - 1].unit not in CLASSIFIERS:
        return core
    name = without_verb(rows[-1].name) + core
    return core if is_indicator(rows[-1].name) or len(name) > 2 * len(core) + 4 else name


def _told_after(sentence: Sentence, rows: list[Named], index: int) -> str:
    """Name a figure by what its clause tells of it: 2130人因转移及时脱险, 8座桥梁，5座竣工、3座在建."""
    figure = sentence.figures[index]
    rest = sentence.rests[index].strip(_JOINTS)
    if not rest and index + 1 < len(sentence.figures) and sentence.listed(index + 1):
        rest = sentence.rests[index + 1].strip(_JOINTS)
    whole = _counted_before(sentence, index)
    if figure.unit not in CLASSIFIERS or (not rest and not sentence.words[index]):
        return ""
    if sentence.words[index].strip(_JOINTS) and not sentence.words[index].endswith(tuple(_THE_REST)):
        return ""
    if whole is not None:
        return without_verb(rows[whole].name) + rest[:_LONGEST_TELLING]
    return rest[:_LONGEST_REST]


def _counted_before(sentence: Sentence, index: int) -> int | None:
    """Return the nearest figure before this one that has the same unit and words of its own, None where none has."""
    unit = sentence.figures[index].unit
    nearest = range(index - 1, max(-1, index - _LONGEST_LIST), -1)
    candidates = (at for at in nearest if sentence.words[at].strip(_JOINTS))
    return next((at for at in candidates if sentence.figures[at].unit == unit), None)


def _with_thing(sentence: Sentence, rows: list[Named], index: int, core: str, thing: str) -> str:
    figure = sentence.figures[index]
    described = _described_by(sentence, index, core)
    if described:
        return described if figure.unit in CLASSIFIERS else thing + described
    verb = "" if _DESCRIPTOR.search(core) else verb_before(core)
    if len(thing) == 1 and len(core) > 1 and not verb:
        return without_verb(core) + thing
    if verb or not core or figure.unit in CLASSIFIERS:
        if not verb and not core and _after_thing(sentence, index):
            verb = leading_verb(rows[-1].name)
        return verb + thing
    if figure.unit in ("%", "％"):
        return ""
    descriptor = _DESCRIPTOR.search(core)
    if descriptor:
        return thing + descriptor.group()
    noun = without_verb(core.rpartition("、")[2])
    return noun + thing


def _described_by(sentence: Sentence, index: int, core: str) -> str:
    """Return what a figure before 的 says of the noun behind it: 山羊存栏6万只的大乡, ……、投资2亿元的泵站.

    Such a figure does not count that noun. It has a subject or a word of spending of its own, behind any other
    description of the noun that 、 keeps apart.
    """
    if not sentence.rests[index].startswith("的"):
        return ""
    others, _, own = core.rpartition("、")
    if sentence.figures[index].unit in CLASSIFIERS:
        is_clause = not (is_bare_verb(own) or leading_verb(own) or own.endswith("等"))
        return own if is_clause else ""
    return own if others and own in _SPENDING else ""


def _after_thing(sentence: Sentence, index: int) -> bool:
    """Tell whether a figure goes on a list of counted things: 8条小街、28公里管网."""
    return ends_in_joint(sentence.gap(index).rstrip())


def _acted_on(sentence: Sentence, rows: list[Named], index: int, verb: str) -> str:
    """Name a figure that has only a verb before it: 竣工1.8万套, 受益689人, 投入2亿元."""
    figure = sentence.figures[index]
    if verb in _SPENDING:
        use = sentence.rests[index] or clause_after(sentence, index)
        spent = _SPENT_ON.match(use)
        if spent:
            return thing_after(use[spent.end() :], figure.unit) + verb
    if index + 1 < len(sentence.figures) and sentence.listed(index + 1) and _thing(sentence, index + 1):
        return verb + _thing(sentence, index + 1)
    if not rows:
        return ""
    clause = clause_before(sentence, index)
    if not clause and verb in _NEEDS_OBJECT:
        return _joined(rows[-1].name, verb)
    if not clause and figure.unit == sentence.figures[index - 1].unit and verb not in rows[-1].name:
        return verb + without_verb(rows[-1].name)
    return "" if is_indicator(clause) else verb


def _inherited(sentence: Sentence, rows: list[Named], index: int, earlier: str, found: Named) -> Named:
    clause = strip_opening(clause_before(sentence, index))
    if clause and (not rows or is_indicator(clause)):
        return replace(found, name=_joined(clause, found.name))
    if not rows:
        return replace(found, name=found.name or earlier)
    base = len(rows) - 1
    while found.direction and rows[base].change_of is not None:
        base = rows[base].change_of or 0
    name = rows[base].name
    words = sentence.words[index]
    if "累计" in words and not found.direction and not name.startswith("累计"):
        name = "累计" + name
    return replace(found, name=name, change_of=base if found.direction else None)


def _joined(name: str, core: str) -> str:
    noun = without_verb(name)
    return noun if not core or noun.endswith(core) else noun + core


def _whole_of(sentence: Sentence, rows: list[Named], index: int) -> int | None:
    """Return the figure that this one is a part of: the level before 其中, or the whole of the part before it."""
    level = next(_levels_back(rows), None)
    if level is None:
        return None
    if _PART.match(sentence.words[index]):
        return level
    whole = rows[level].part_of
    if whole is None:
        return None
    figures = sentence.figures
    between = sentence.text[figures[level].end : figures[index].start]
    parallel = figures[index].unit == figures[whole].unit and figures[index].value <= figures[whole].value
    return whole if parallel and "；" not in between and ";" not in between else None
