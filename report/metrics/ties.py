"""Ties a figure to another of its sentence: the level it changes, the whole it is a part of, the value it led to."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from report.metrics.named import Named
from report.metrics.sentences import Sentence
from report.metrics.units import CLASSIFIERS

_FARTHEST = 24  # figures; it keeps a sentence of thousands linear
_PERCENT = ("%", "％")
_PART = re.compile(r"^[，,（(]?其中")
_STOPS = ("；", ";")
_MOST_LEVELS = 20  # of a sentence that are looked through for the whole of a part
# 是平日的2.6倍 compares; 是 and 为 before a count or an amount only lead to it.
_OF_ANOTHER = re.compile(
    r"约?占|[比较](?:上年|去年|年初)|相当于|完成(?:年度?|全年)?(?:目标|任务|计划|预算)|[高低好优多少快慢]于|[高多超]出|"
    r"超(?:过|出|全|上|年|预|目标|计划)"
)
_COMPARED = re.compile(r"[，,]?(?:比|较)")
_EARLIER = re.compile(r"[，,]?(?:比|较)[^，。；、]{2,14}的")
_PACE = re.compile(r"(?:总体|平均)?(?:增速|增幅)(?:为|是|高|低|快|慢)")
_IS = re.compile(r"是|为")
_FARTHEST_FROM = 20  # characters
_FROM = re.compile(r"(?:由|从)[^，。；、]{0,12}\Z")
_REACHES = re.compile(
    r"[^，。；、]{0,4}?(?:提高|提升|增加|增长|上升|上涨|扩大|缩小|降低|下降|减少|压减|压缩|缩短|调整|优化|发展|扩展|"
    r"拓展|恢复|下调|上调|升|降|增|减)[到至为][^，。；、]{0,6}"
)


def compares(words: str, unit: str) -> bool:
    """Tell whether the words before a figure compare it with something: 占全市, 高出全市平均水平, 是平日的…倍."""
    words = words.lstrip("，、").removeprefix("均").removeprefix("约")
    if _OF_ANOTHER.match(words):
        return True
    return unit in (*_PERCENT, "倍", "成") and _IS.match(words) is not None


def levels_back(rows: Sequence[Named]) -> Iterator[int]:
    """Yield the rows that state a level, the nearest first, no farther back than a reader looks."""
    return (at for at in range(len(rows) - 1, max(-1, len(rows) - 1 - _FARTHEST), -1) if not rows[at].direction)


def is_part(sentence: Sentence, index: int) -> bool:
    """Tell whether a figure's words begin with 其中."""
    return _PART.match(sentence.words[index]) is not None


def whole_of(sentence: Sentence, rows: Sequence[Named], index: int) -> int | None:
    """Return the figure that this one is a part of: the level before 其中, or the whole of the part before it."""
    level = next(levels_back(rows), None)
    if level is None:
        return None
    if is_part(sentence, index):
        return _nearest_whole(sentence, rows, index, level)
    whole = rows[level].part_of
    if whole is None:
        return None
    figures = sentence.figures
    if sentence.touches(index) and whole + 1 < level and figures[whole + 1].unit == figures[index].unit:
        # 57户163人，其中…41户118人: the second part belongs to the second whole.
        whole += 1
    between = sentence.text[figures[level].end : figures[index].start]
    parallel = figures[index].unit == figures[whole].unit and figures[index].value <= figures[whole].value
    return whole if parallel and not any(stop in between for stop in _STOPS) else None


def _nearest_whole(sentence: Sentence, rows: Sequence[Named], index: int, nearest: int) -> int:
    """Return the nearest level that can have such a part: of the same unit; for a share, one that is no share."""
    figure = sentence.figures[index]
    own = [at for at in islice(levels_back(rows), _MOST_LEVELS) if not _is_cut_off(sentence, at, index)]
    if figure.unit in _PERCENT:
        amounts = (at for at in own if sentence.figures[at].unit not in _PERCENT)
        return next(amounts, nearest)
    for at in own:
        whole = sentence.figures[at]
        if whole.unit == figure.unit and whole.value >= figure.value:
            return at
    counted = (at for at in own if sentence.figures[at].unit not in _PERCENT)
    return next(counted, nearest)


def _is_cut_off(sentence: Sentence, at: int, index: int) -> bool:
    between = sentence.text[sentence.figures[at].end : sentence.figures[index].start]
    cut = max(between.rfind(stop) for stop in _STOPS)
    return cut >= 0 and not between.startswith("其中", cut + 1)


def base_of_change(sentence: Sentence, rows: Sequence[Named], index: int) -> int:
    """Return the level that a change without words of its own belongs to: after a share, the level before it."""
    base = len(rows) - 1
    while rows[base].change_of is not None:
        base = rows[base].change_of or 0
    while base and _COMPARED.match(sentence.words[base]) and not rows[base].direction:
        base -= 1  # 较2020年的7亿元增加2亿元
    if sentence.figures[index].unit not in _PERCENT:
        return base
    for at in range(base, max(-1, base - _FARTHEST), -1):
        if _is_cut_off(sentence, at, index):
            break
        if not rows[at].direction and not compares(sentence.words[at], sentence.figures[at].unit):
            return at
    return base


def subject_before(sentence: Sentence, rows: Sequence[Named], index: int, reach: int) -> str:
    """Return the nearest name before a figure that is not itself a comparison: 占全省的15%，占全市的75%."""
    for at in range(index - 1, max(-1, index - reach), -1):
        if rows[at].change_of is None and not compares(sentence.words[at], sentence.figures[at].unit):
            return without_pace(rows[at].name)
    return rows[index - 1].name


def without_pace(name: str) -> str:
    """Return a name without what it tells of a pace: 收入增速高于经济增速、突破3万元 is of 收入."""
    told = _PACE.search(name)
    return name[: told.start()] if told and told.start() > 1 else name


def counted_like(sentence: Sentence, rows: Sequence[Named], index: int) -> int | None:
    """Return the nearest count of the same things before a figure, None where the figure before it has another unit.

    A part ends at ； and where the next figure is larger than it: then the things of its whole are counted on.
    """
    at = len(rows) - 1
    figure = sentence.figures[index]
    if at < 0 or sentence.figures[at].unit != figure.unit or figure.unit not in CLASSIFIERS:
        return None
    whole = rows[at].part_of
    if whole is not None and sentence.figures[whole].unit == figure.unit:
        larger = sentence.figures[at].value < figure.value
        if larger or _is_cut_off(sentence, at, index):
            return whole
    return at


def reached_from(sentence: Sentence, names: Sequence[str], index: int) -> int | None:
    """Return the figure that rose or fell from this one: 由58%提高到67%, 产值9亿元，较2020年的7亿元增加2亿元."""
    if starts(sentence, index):
        return index + 1
    figures = sentence.figures
    compared = index > 0 and _EARLIER.fullmatch(sentence.words[index]) is not None
    same = compared and figures[index - 1].unit == figures[index].unit and names[index - 1] == names[index]
    return index - 1 if same else None


def start_phrase(sentence: Sentence, index: int) -> int:
    """Return where 由 or 从 stands before a figure that `starts`, at most as far back as its clause may reach."""
    start = sentence.figures[index].start
    floor = max(sentence.start, start - _FARTHEST_FROM)
    return max(sentence.text.rfind(word, floor, start) for word in ("由", "从"))


def starts(sentence: Sentence, index: int) -> bool:
    """Tell whether a figure is the value that the next one rose or fell from: 由58%提高到67%."""
    if index + 1 >= len(sentence.figures) or _FROM.search(sentence.words[index]) is None:
        return False
    return _REACHES.fullmatch(sentence.gap(index + 1)) is not None
