"""Tries every pattern of the program on texts made to make it run away; prints those that do, as JSON.

A process of its own: `python -m tests.report.trying_patterns`. A pattern runs away where four times the text takes more
than eight times as long: linear ones take four times, quadratic ones sixteen.
"""

import ast
import importlib
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import FrameType, MappingProxyType, ModuleType
from typing import Any, Final, cast

import generators
import report
from tests.report.pattern_inputs import adversarial

_SIZE: Final = 3_000
_FLOOR: Final = 0.012  # seconds of the processor for a text of four times `_SIZE`: what takes less grows at most slowly
_CEILING: Final = 0.5
_GROWTH: Final = 8
_TRIES: Final = 3
_ALL: Final = frozenset({"match", "fullmatch", "search", "finditer"})
_LIKE: Final = MappingProxyType({"findall": "finditer", "sub": "finditer", "subn": "finditer", "split": "finditer"})


class _EndlessError(Exception):
    """The text took longer than any should."""


def modules() -> Iterator[ModuleType]:
    """Yield every module of the report and the generators."""
    for package in (report, generators):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            yield importlib.import_module(found.name)


def patterns() -> dict[re.Pattern[str], tuple[str, frozenset[str]]]:
    """Return every pattern of text that a module holds, by itself or in a table: where it stands, how it is used."""
    found: dict[re.Pattern[str], tuple[str, frozenset[str]]] = {}
    for module in modules():
        used = _uses(module)
        for name, value in vars(module).items():
            for pattern in _held(value, 0):
                where, ways = found.get(pattern, (f"{module.__name__}.{name}", frozenset[str]()))
                own = used.get(name, frozenset[str]()) if value is pattern else _ALL
                found[pattern] = where, ways | own
    return found


def _held(value: Any, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        pattern = cast("re.Pattern[Any]", value)
        if isinstance(pattern.pattern, str):
            yield pattern
    elif depth < 4 and isinstance(value, (tuple, list, frozenset, set)):
        for each in cast("Collection[Any]", value):
            yield from _held(each, depth + 1)
    elif depth < 4 and isinstance(value, (dict, MappingProxyType)):
        for each in cast("Mapping[Any, Any]", value).values():
            yield from _held(each, depth + 1)
    elif depth < 4 and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _held(object.__getattribute__(value, field.name), depth + 1)


def _uses(module: ModuleType) -> dict[str, frozenset[str]]:
    """Return by which methods a module uses each name of a pattern; one that it hands on is used in every way."""
    with open(module.__file__ or "", encoding="utf-8") as source:  # noqa: PTH123 - a module's own file
        nodes = list(ast.walk(ast.parse(source.read())))
    uses: dict[str, set[str]] = {}
    asked: set[int] = set()
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            asked.add(id(node.value))
            if _LIKE.get(node.attr, node.attr) in _ALL:
                uses.setdefault(node.value.id, set()).add(_LIKE.get(node.attr, node.attr))
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in asked:
            uses.setdefault(node.id, set()).update(_ALL)
    return {name: frozenset(ways) for name, ways in uses.items()}


def runaways(pattern: re.Pattern[str], ways: frozenset[str]) -> Iterator[str]:
    """Yield each text that makes a pattern run away, cut short, with the way of using it."""
    for way in sorted(ways):
        for short, long in zip(adversarial(pattern, _SIZE), adversarial(pattern, 4 * _SIZE), strict=True):
            took = _seconds(pattern, way, short)
            if took >= _CEILING or (took * 4 > _FLOOR and _grows(pattern, way, short, long)):
                yield f"{way} {short[:24]!r}"


def _grows(pattern: re.Pattern[str], way: str, short: str, long: str) -> bool:
    before = min(_seconds(pattern, way, short) for _ in range(_TRIES))
    if before * 4 < _FLOOR:
        return False
    return min(_seconds(pattern, way, long) for _ in range(_TRIES)) > _GROWTH * before


_RUN: Final[dict[str, Callable[[re.Pattern[str], str], object]]] = {
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "search": lambda pattern, text: pattern.search(text),
    "finditer": lambda pattern, text: sum(1 for _ in pattern.finditer(text)),
}


def _seconds(pattern: re.Pattern[str], way: str, text: str) -> float:
    signal.setitimer(signal.ITIMER_VIRTUAL, _CEILING)
    begin = time.process_time()
    try:
        _RUN[way](pattern, text)
    except _EndlessError:
        return _CEILING
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begin


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise _EndlessError


def main() -> None:
    """Try all patterns, or one that is named by its source, and print the ones that run away."""
    signal.signal(signal.SIGVTALRM, _give_up)
    found = {re.compile(word): (word, _ALL) for word in sys.argv[1:]} or patterns()
    told = {
        f"{where} {pattern.pattern[:80]}": runs
        for pattern, (where, ways) in sorted(found.items(), key=lambda each: each[1][0])
        if (runs := next(runaways(pattern, ways), None))
    }
    json.dump({"tried": len(found), "ran away": told}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
