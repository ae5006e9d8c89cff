"""Texts that would make a regular expression run away, made from the expression itself.

Runs of each character it names, of what it repeats behind what has to stand in front of that, and of near misses.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# The parser of regular expressions is no public module and has no types.

import re
from collections.abc import Iterator
from itertools import islice
from re import _constants as codes  # pyright: ignore[reportAttributeAccessIssue] - no public parser
from re import _parser as parser  # pyright: ignore[reportAttributeAccessIssue]
from typing import Any, Final

_OTHERS: Final = "字一9９a ，。—“（\t\n"  # one of each kind that reports are made of
_MANY: Final = 50  # a repetition from here on counts as one without end
_MOST_LETTERS: Final = 16
_MOST_PREFIXES: Final = 4


def adversarial(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Yield texts of some `size` characters for a pattern, each different."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    letters = "".join(dict.fromkeys([*_letters(tree), *_OTHERS]))[:_MOST_LETTERS]
    prefixes = ["", *islice(dict.fromkeys(prefix for prefix in _prefixes(tree, "") if prefix), _MOST_PREFIXES)]
    whole = _sample(tree)
    made: dict[str, None] = {}
    for prefix in prefixes:
        for letter in letters:
            made[prefix + letter * size + "\uffff"] = None
        if prefix:
            made[prefix * (size // len(prefix))] = None
    for piece in (whole, whole[:-1], whole + "，", *_repeated(tree)):
        if piece:
            made[piece * (size // len(piece))] = None
            made[piece * (size // len(piece)) + "\uffff"] = None
    for one in letters[:3]:
        for other in letters[:3]:
            made[(one + other) * (size // 2)] = None
    yield from made


def _sample(tree: Any) -> str:
    """Return a text that a part of a pattern matches, but for what it looks at around itself."""
    return "".join(_of(code, value) for code, value in tree)


def _of(code: Any, value: Any) -> str:
    match code:
        case codes.LITERAL:
            return chr(value)
        case codes.NOT_LITERAL:
            return "字" if value != ord("字") else "词"
        case codes.ANY:
            return "字"
        case codes.IN:
            return _member(value)
        case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
            return _sample(value[2]) * max(1, value[0])
        case codes.SUBPATTERN:
            return _sample(value[3])
        case codes.ATOMIC_GROUP:
            return _sample(value)
        case codes.BRANCH:
            return _sample(value[1][0])
        case _:
            return ""


def _member(members: Any) -> str:
    tested = re.compile(_class(members))
    return next((letter for letter in (*_named(members), *_OTHERS, "~", "Z") if tested.fullmatch(letter)), "字")


_CATEGORIES: Final = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def _class(members: Any) -> str:
    """Return a class of characters as it is written."""
    inside = ""
    for code, value in members:
        match code:
            case codes.NEGATE:
                inside = "^" + inside
            case codes.LITERAL:
                inside += re.escape(chr(value))
            case codes.RANGE:
                inside += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
            case _:
                inside += _CATEGORIES[value]
    return f"[{inside}]"


def _named(members: Any) -> Iterator[str]:
    for code, value in members:
        if code is codes.LITERAL:
            yield chr(value)
        elif code is codes.RANGE:
            yield chr(value[0])


def _letters(tree: Any) -> Iterator[str]:
    """Yield the characters that a pattern names, the first of each range, in the order they are named."""
    for code, value in tree:
        if code in {codes.LITERAL, codes.NOT_LITERAL}:
            yield chr(value)
        elif code is codes.IN:
            yield from _named(value)
        for part in _parts(code, value):
            yield from _letters(part)


def _parts(code: Any, value: Any) -> list[Any]:
    match code:
        case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
            return [value[2]]
        case codes.SUBPATTERN:
            return [value[3]]
        case codes.ATOMIC_GROUP:
            return [value]
        case codes.ASSERT | codes.ASSERT_NOT:
            return [value[1]]
        case codes.BRANCH:
            return list(value[1])
        case _:
            return []


def _is_endless(code: Any, value: Any) -> bool:
    return code in {codes.MAX_REPEAT, codes.MIN_REPEAT} and int(value[1]) >= _MANY


def _prefixes(tree: Any, before: str) -> Iterator[str]:
    """Yield what has to stand in front of each repetition without end."""
    for code, value in tree:
        if _is_endless(code, value):
            yield before
        for part in _parts(code, value):
            yield from _prefixes(part, before)
        before += _of(code, value)


def _repeated(tree: Any) -> Iterator[str]:
    """Yield what a pattern repeats without end."""
    for code, value in tree:
        if _is_endless(code, value):
            yield _sample(value[2])
        for part in _parts(code, value):
            yield from _repeated(part)
