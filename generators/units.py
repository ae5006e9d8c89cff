"""The office's units and what each sees to (责任单位): who is to lead a task, by the words that the task is told in.

Pure. What is found is a suggestion: a task may be another unit's than its words say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_MOST_HELPERS = 3
_HEADS = {  # what offices write at the head of a column
    "name": ("单位", "部门", "单位名称", "牵头单位", "责任单位", "科室"),
    "leader": ("分管领导", "牵头领导", "责任领导", "领导"),
    "keywords": ("关键词", "职责", "分工", "负责工作"),
}
_BETWEEN = re.compile(r"[、,，;；|｜/\s]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, the leader in charge of it, and words that tell of its work."""

    name: str
    leader: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who does a task: empty where nobody is found."""

    leader: str = ""
    unit: str = ""
    helpers: tuple[str, ...] = ()


def suggest(units: Sequence[Unit], measure: str, task: str) -> Assignment:
    """Return who is to lead and who to help: the unit with most keywords in a measure leads.

    Among equals the longer keyword decides, then the earlier place, then the order of the list. The task's title
    speaks where no keyword stands in the measure.
    """
    ranked = _ranked(units, measure) or _ranked(units, task)
    if not ranked:
        return Assignment()
    lead = ranked[0]
    helpers = tuple(dict.fromkeys(unit.name for unit in ranked[1:] if unit.name != lead.name))
    return Assignment(lead.leader, lead.name, helpers[:_MOST_HELPERS])


def _ranked(units: Iterable[Unit], words: str) -> list[Unit]:
    found: list[tuple[tuple[int, int, int, int], Unit]] = []
    for number, unit in enumerate(units):
        keywords = {keyword for keyword in (*unit.keywords, unit.name) if keyword and keyword in words}
        if keywords:
            longest = max(map(len, keywords))
            first = min(words.find(keyword) for keyword in keywords)
            found.append(((-len(keywords), -longest, first, number), unit))
    return [unit for _rank, unit in sorted(found, key=lambda each: each[0])]


def units_in(rows: Sequence[Sequence[str]]) -> tuple[Unit, ...]:
    """Return the units of a table: 单位, 分管领导, 关键词; in this order where it has no head. Blank rows are none."""
    return tuple(_units(rows))


def _units(rows: Sequence[Sequence[str]]) -> Iterator[Unit]:
    columns: dict[str, int] | None = None
    for row in rows:
        cells = [cell.strip() for cell in row]
        if columns is None and any(cells):
            named = _columns(cells)
            columns = named or {"name": 0, "leader": 1, "keywords": 2}
            if named:
                continue
        found = {name: cells[at] for name, at in (columns or {}).items() if at < len(cells)}
        if found.get("name"):
            words = tuple(word for word in _BETWEEN.split(found.get("keywords", "")) if word)
            yield Unit(found["name"], found.get("leader", ""), words)


def _columns(row: Sequence[str]) -> dict[str, int]:
    found = {name: row.index(head) for name, heads in _HEADS.items() for head in heads if head in row}
    return found if "name" in found else {}
