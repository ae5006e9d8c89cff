"""Walks the figures of one sentence: names each, and says which is the change or the part of which."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report.metrics.lexicon import ACTION
from report.metrics.names import counts_things, is_bare_verb, strip_opening, take_lead, thing_after, verb_before
from report.metrics.quantities import Quantity
from report.metrics.sentences import after, bare, before, clause_start
from report.metrics.wordlist import listed
from report.model import Direction

_JOINT = re.compile(r"\s?(?:、|和|与|及|以及|，|,|;)?[+＋]?\s?")
_SPAN = re.compile(r"\s?(?:至|到|[-－—–~～―]{1,2})\s?")
_PARTS = re.compile(r"、|以及|和(?![美谐平])|与|及(?!其|以上)")
_OF_SHARE = re.compile(r"^(?:占|完成(?:年度?)?(?:目标|任务|计划|预算))")
_NEEDS_OBJECT = frozenset(listed("受益 惠及 带动 覆盖 涉及 服务"))
_PART = re.compile(r"^[，,（(]?其中")
_INDICATOR = re.compile(
    r"(?:率|量|值|额|数|比重|比例|强度|投资|收入|支出|价格|面积|产值|总数|人数|户数|规模|浓度|余额|水平|金额)\Z"
)
_PURPOSE = re.compile(r"^(?:用于|实施|建设|支持|推进|改造|开展|为|对)")


@dataclass(frozen=True, slots=True)
class Named:
    """A figure's name and its ties, by index in the sentence."""

    name: str
    direction: Direction
    change_of: int | None = None
    part_of: int | None = None


def name_sentence(text: str, start: int, end: int, figures: Sequence[Quantity], earlier: str) -> list[Named]:
    """Return a name for each figure of the sentence `text[start:end]`; `earlier` is the last name before it."""
    rows: list[Named] = []
    while len(rows) < len(figures):
        index = len(rows)
        stop = _group_end(text, figures, index)
        lead_words = bare(before(text, figures, index, start))
        if stop - index > 1 and "分别" in lead_words + bare(after(text, figures, index, end))[:0]:
            rows += _respectively(text, start, figures, rows, index, stop, lead_words)
            continue
        rows.append(_single(text, start, end, figures, rows, index, lead_words, earlier))
    return rows


def _group_end(text: str, figures: Sequence[Quantity], index: int) -> int:
    stop = index + 1
    while stop < len(figures) and _JOINT.fullmatch(text, figures[stop - 1].end, figures[stop].start):
        stop += 1
    return stop


def _respectively(
    text: str, start: int, figures: Sequence[Quantity], rows: Sequence[Named], index: int, stop: int, words: str
) -> list[Named]:
    lead = take_lead(strip_opening(words))
    count = stop - index
    core = lead.core
    if not core:
        levels = [at for at, row in enumerate(rows) if row.change_of is None and row.direction is Direction.NONE]
        if len(levels) >= count:
            tied = levels[-count:]
            return [Named(rows[at].name, lead.direction, change_of=at) for at in tied]
        core = _clause_before(text, start, figures, index)
    names = pair_names(core, count)
    return [Named(name, lead.direction) for name in names]


def pair_names(core: str, count: int) -> list[str]:
    """Split a coordinated subject into `count` names; the same name for each where it does not split so."""
    parts = [part for part in _PARTS.split(core) if part]
    if len(parts) != count:
        if count == 2 and core.startswith("城乡"):
            return ["城镇" + core[2:], "农村" + core[2:]]
        return [core] * count
    return _share_ends(parts)


def _share_ends(parts: list[str]) -> list[str]:
    """Give every part the head noun that only the last one writes: 第一、二、三产业产值."""
    last = parts[-1]
    named = list(parts)
    if _INDICATOR.search(last) and not any(_INDICATOR.search(part) for part in parts[:-1]):
        width = len(parts[-2].removeprefix("第"))
        if width < len(last):
            named = [part + last[width:] for part in parts[:-1]] + [last]
    if parts[0].startswith("第"):
        named = [name if name.startswith("第") else "第" + name for name in named]
    return named


def _clause_before(text: str, start: int, figures: Sequence[Quantity], index: int) -> str:
    """Return the words of the clause before a figure's own, "" where a figure stands in it."""
    here = clause_start(text, start, figures[index].start)
    if here <= start:
        return ""
    there = clause_start(text, start, here - 1)
    if index and figures[index - 1].end > there:
        return ""
    return strip_opening(bare(text[there : here - 1]))


def _single(
    text: str,
    start: int,
    end: int,
    figures: Sequence[Quantity],
    rows: Sequence[Named],
    index: int,
    words: str,
    earlier: str,
) -> Named:
    figure = figures[index]
    part_of = _whole_of(rows, figures, index, words)
    lead = take_lead(strip_opening(words))
    direction = lead.direction
    if not direction and text[figure.number_start - 1 : figure.number_start] in ("+", "＋"):
        direction = Direction.UP
    thing = thing_after(bare(after(text, figures, index, end)))
    core = lead.core
    if direction and thing and counts_things(figure.unit):
        core, direction = strip_opening(words), Direction.NONE
    if thing and not direction:
        name = _with_thing(core, thing, figure, rows)
        if name:
            return Named(name, direction, part_of=part_of)
    if index and _SPAN.fullmatch(text, figures[index - 1].end, figure.start):
        return Named(rows[-1].name, rows[-1].direction, rows[-1].change_of, rows[-1].part_of)
    if not core or is_bare_verb(core):
        return _inherited(text, start, figures, rows, index, core, direction, part_of, earlier)
    if _OF_SHARE.match(core) and rows:
        return Named(rows[-1].name + core, direction, part_of=part_of)
    return Named(core, direction, part_of=part_of)


def _with_thing(core: str, thing: str, figure: Quantity, rows: Sequence[Named]) -> str:
    verb = verb_before(core)
    if counts_things(figure.unit) or verb or not core:
        if not verb and not core and rows:
            match = ACTION.match(rows[-1].name)
            verb = match.group() if match and len(match.group()) < len(rows[-1].name) else ""
        return verb + thing
    if figure.unit == "%":
        return ""
    match = ACTION.match(core)
    noun = core[match.end() :] if match and match.end() < len(core) else core
    return thing + noun if noun.startswith(("总", "占")) else noun + thing


def _inherited(
    text: str,
    start: int,
    figures: Sequence[Quantity],
    rows: Sequence[Named],
    index: int,
    core: str,
    direction: Direction,
    part_of: int | None,
    earlier: str,
) -> Named:
    clause = _clause_before(text, start, figures, index)
    if clause and (not rows or _INDICATOR.search(clause)):
        return Named(clause if not core else _joined(clause, core), direction, part_of=part_of)
    if rows:
        base = len(rows) - 1
        while direction and rows[base].change_of is not None:
            base = rows[base].change_of or 0
        name = rows[base].name
        if core in _NEEDS_OBJECT:
            return Named(_joined(name, core), direction, part_of=part_of)
        change_of = base if direction else None
        return Named(name, direction, change_of=change_of, part_of=part_of)
    return Named(core or earlier, direction)


def _joined(name: str, core: str) -> str:
    match = ACTION.match(name)
    noun = name[match.end() :] if match and match.end() < len(name) else name
    return noun if noun.endswith(core) else noun + core


def _whole_of(rows: Sequence[Named], figures: Sequence[Quantity], index: int, words: str) -> int | None:
    if not rows:
        return None
    if _PART.match(words):
        return next(
            (at for at in range(index - 1, -1, -1) if rows[at].change_of is None and not rows[at].direction), None
        )
    previous = rows[-1].part_of
    if previous is not None and figures[index].unit == figures[previous].unit and not words.startswith("，"):
        return previous
    return None
