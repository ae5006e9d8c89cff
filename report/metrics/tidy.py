"""Trims a name so that it can stand in a table row: no mark without its other half, no loose end, not too long."""

import re

_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "「": "」", "『": "』", "【": "】", "[": "]"}
_CLOSERS = frozenset(_PAIRS.values())
_LOOSE = "，、；：。:,;·—-–的"
# A verb at the end whose object is not there says nothing.
_HANGING = re.compile(r"(?<=[^，。；、]{2})(?:实现|达到|进行|取得|成为|受到|予以)\Z")
_LONGEST = 40
_SHORTEST = 4


def tidied(name: str) -> str:
    """Return a name with its marks in pairs and nothing loose at its ends, of at most 40 characters."""
    name = _HANGING.sub("", _paired(name).strip(_LOOSE))
    if len(name) <= _LONGEST:
        return name
    head = name.rpartition("的")[2]
    if _SHORTEST <= len(head) <= _LONGEST:
        return _paired(head)
    whole, _, _ = name[:_LONGEST].rpartition("、")
    return _paired(whole if len(whole) >= _SHORTEST else name[:_LONGEST]).strip(_LOOSE)


def _paired(name: str) -> str:
    """Return a name without the marks whose other half is missing."""
    opened: list[int] = []
    single: set[int] = set()
    for at, char in enumerate(name):
        if char in _PAIRS:
            opened.append(at)
        elif char in _CLOSERS:
            if opened and _PAIRS[name[opened[-1]]] == char:
                opened.pop()
            else:
                single.add(at)
    single.update(opened)
    return "".join(char for at, char in enumerate(name) if at not in single) if single else name
