"""Walks the figures of one sentence: names each, and says which is the change or the part of which."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from report.metrics.completing import joined
from report.metrics.named import Named
from report.metrics.names import general_term, leading_verb, strip_opening, take_lead, without_verb
from report.metrics.naming import own_name
from report.metrics.pairing import indicator_before, is_indicator, pair_names, splits
from report.metrics.places import bounded
from report.metrics.ranks import ranked
from report.metrics.recipients import deed, without_recipient
from report.metrics.sentences import Sentence, clause_before, ends_in_joint
from report.metrics.things import LONGEST_LIST, thing_at
from report.metrics.tidy import tidied
from report.metrics.ties import base_of_change, compares, is_part, levels_back, reached_from, whole_of, without_pace
from report.metrics.units import CLASSIFIERS
from report.model import Direction

_MOVED = re.compile(r"^(?:推动|带动|促进|拉动|实现)(?=.{2})")
_REACHED = re.compile(r"^(?:累计|预计|基本|全面|超额)?(?:完成|实现)了?(?=[^、和度率][^、和]{2})")
# 村村达到12万元: each of them, of what was said before.
_EACH = frozenset(["村村", "户户", "家家", "人人", "个个", "镇镇", "乡乡", "县县", "校校", "厂厂"])
_SHORTEST_FULFILLED = 3
_MOVES = re.compile(r"(?:前移|前进|后移|后退)\Z")
_SHORT_THING = 3
_AMOUNT_AT_END = re.compile(r"(?:支出|收入|投资|产值|增加值|产量|投入)\Z")
_JOINTS = "、和与及以，,+＋"
_PACES = ("%", "％", "倍", "成", "个百分点", "百分点")
_SHORTEST_NAME = 2
_LONGEST_CLAUSE = 24


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
    names = [tidied(_fulfilled(row.name)) for row in rows]
    for index, name in enumerate(names):
        if len(name) < _SHORTEST_NAME and name != thing_at(sentence, index):
            names[index] = (names[index - 1] if index else earlier) or name
    opened = [reached_from(sentence, names, index) for index in range(len(rows))]
    return tuple(replace(row, name=name, start_of=start) for row, name, start in zip(rows, names, opened, strict=True))


def _fulfilled(name: str) -> str:
    """Return a name without the verb that says no more than that the figure was reached: 完成税收, 实现产值."""
    return _REACHED.sub("", name) if len(name) > _SHORTEST_FULFILLED else name


def _group_end(sentence: Sentence, index: int) -> int:
    """Return the end of the list of figures that begins at `index`: a、b和c."""
    limit = min(index + LONGEST_LIST, len(sentence.figures))
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
    part_of = whole_of(sentence, rows, index)
    if not core:
        levels = list(islice(levels_back(rows), count))[::-1]
        if len(levels) == count:
            return [Named(rows[at].name, direction, change_of=at if direction else None) for at in levels]
        core = strip_opening(clause_before(sentence, index))
        if levels and not core:
            return [Named(rows[levels[-1]].name, direction, levels[-1] if direction else None)] * count
    first = part_of if part_of is not None else len(rows) - 1
    whole = rows[first].name if rows and is_part(sentence, index) else ""
    return [Named(_of_whole(name, whole), direction, part_of=part_of) for name in pair_names(core, count)]


def _of_whole(name: str, whole: str) -> str:
    """Give a part the indicator of its whole: 民生支出…，其中教育、卫生分别增长 gives 教育支出."""
    head = _AMOUNT_AT_END.search(whole)
    own = is_indicator(name) or name.endswith(("投入", "投资", "支出", "收入"))
    return name if own or not head or len(name) > 2 * _SHORT_THING else name + head.group()


def _signed(sentence: Sentence, index: int) -> Direction:
    """Return UP where a plus sign stands before the number: 同比+19.82%."""
    start = sentence.figures[index].number_start
    return Direction.UP if sentence.text[max(0, start - 1) : start] in ("+", "＋") else Direction.NONE


def _single(sentence: Sentence, rows: list[Named], index: int, earlier: str) -> Named:
    if sentence.spans(index) or _repeats(sentence, index):
        return rows[-1]
    if _goes_on(sentence, index):
        return replace(rows[-1], part_of=whole_of(sentence, rows, index))
    thing = "" if sentence.figures[index].rank else thing_at(sentence, index)
    core, direction = _core(sentence, rows, index, thing)
    found = Named(core, direction, part_of=whole_of(sentence, rows, index))
    name = _placed(sentence, rows, index, core, earlier)
    if name:
        return replace(found, name=name)
    name = own_name(sentence, rows, index, core, "" if direction else thing)
    if name:
        return replace(found, name=_shared(name, rows, found.part_of))
    return _inherited(sentence, rows, index, earlier, found)


def _core(sentence: Sentence, rows: list[Named], index: int, thing: str) -> tuple[str, Direction]:
    """Return the indicator or the verb before a figure, and whether the figure is a change."""
    figure = sentence.figures[index]
    written = deed(sentence, index)
    words = strip_opening(written)
    words = without_recipient(written[: len(written) - len(words)], words)
    lead = take_lead(words, figure.unit)
    core, direction = general_term(lead.core), lead.direction or _signed(sentence, index)
    if figure.value < 0:
        direction = Direction.NONE
    if figure.unit not in _PACES:
        core = without_pace(core)
    if figure.unit in ("位", "名") and "排名" in words[len(core) :]:
        core += "排名"
    if direction and thing and figure.unit in CLASSIFIERS:
        # 改造提升8条小街: a verb that acts on things, no amount of change.
        core, direction = words, Direction.NONE
    if ends_in_joint(core):
        # 截流河和16.9公里管廊: what stands before 和 is another thing.
        core = leading_verb(core)
    if rows and compares(written, figure.unit):
        core = take_lead(written, figure.unit).core.lstrip("，、")
    elif not thing and _is_thing_before(sentence, index):
        core = ""
    moved = _MOVED.sub("", core)
    return (strip_opening(moved) if moved != core and (direction or is_indicator(moved)) else core), direction


def _placed(sentence: Sentence, rows: Sequence[Named], index: int, core: str, earlier: str) -> str:
    """Name a rank, a step from one, and what each of a group reached; "" for all others."""
    if sentence.figures[index].rank:
        return ranked(sentence, rows, index, core) or earlier
    bound = bounded(sentence, index)
    if bound:
        return bound
    moved = _MOVES.search(core)
    if moved and rows and sentence.figures[index - 1].rank:
        return rows[-1].name + moved.group()
    return core + without_verb(rows[-1].name).removeprefix(core[-1]) if rows and core in _EACH else ""


def _shared(name: str, rows: Sequence[Named], part_of: int | None) -> str:
    """Say of what a share is: 税收收入…，占71.6% after 一般公共预算收入 is 税收收入占一般公共预算收入."""
    if not name.endswith("占"):
        return name
    whole = part_of if part_of is not None else rows[-1].part_of if rows else None
    return name + _fulfilled(rows[whole].name) if whole is not None else name


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Tell whether a count follows another without a word, of the same things: 276户395人, 7大类136项难题."""
    if not sentence.touches(index) or sentence.figures[index].rank:
        return False
    units = sentence.figures[index - 1].unit, sentence.figures[index].unit
    return units[0] in CLASSIFIERS and units[1] in CLASSIFIERS


def _is_thing_before(sentence: Sentence, index: int) -> bool:
    """Tell whether the only word before a figure is what the figure before it counts: 惠及6个村1.2万人."""
    words = sentence.words[index]
    return (
        index > 0
        and 0 < len(words) <= _SHORT_THING
        and words == sentence.rests[index - 1] == thing_at(sentence, index - 1)
    )


def _repeats(sentence: Sentence, index: int) -> bool:
    """Tell whether a figure goes on a list without a word of its own: 达83%和80.8%."""
    if not sentence.listed(index) or sentence.words[index].strip(_JOINTS) or thing_at(sentence, index):
        return False
    return sentence.gap(index).strip() not in ("，", ",") or not sentence.rests[index].strip(_JOINTS)


def _inherited(sentence: Sentence, rows: list[Named], index: int, earlier: str, found: Named) -> Named:
    clause = _standing(strip_opening(clause_before(sentence, index)))
    if clause and (not rows or is_indicator(clause)):
        return replace(found, name=joined(clause, found.name))
    if not rows:
        return replace(found, name=found.name or earlier)
    base = base_of_change(sentence, rows, index) if found.direction else len(rows) - 1
    name = rows[base].name
    words = sentence.words[index]
    if "累计" in words and not found.direction and not name.startswith("累计"):
        name = "累计" + without_verb(name)
    return replace(found, name=name, change_of=base if found.direction else None)


def _standing(clause: str) -> str:
    """Return what a clause is about where it goes on to tell how it stands: 生产总值突破千亿大关，达1003亿元."""
    indicator = indicator_before(clause)
    if indicator:
        return indicator
    return general_term(clause) if len(clause) > _LONGEST_CLAUSE else clause
