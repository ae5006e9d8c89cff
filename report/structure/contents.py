"""Passes over a list of contents (目录) that stands before the body and doubles its headings. Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence

from report.structure.front_roles import FrontRole, front_role
from report.structure.lines import Line

_LEADERS = re.compile(r"[\s.．·…—\-]{1,80}(?:[0-9]{1,4}|[（(][0-9]{1,4}[）)])?$|[（(]?[0-9]{1,4}[）)]?$")
_SPACE = re.compile(r"\s+")
_DASHES = "—―─－–-"
_LONGEST = 60
_SHORTEST_LIST = 3
_MOST_ENTRIES = 300
_KEY = 3


def skip_contents(lines: Sequence[Line], first: int) -> int:
    """Return the first line of the body at or after line `first`: that behind a list of contents, if one stands there.

    A list of contents is a run of short lines each of which comes again below.
    """
    named = next((at for at in range(first, min(first + 3, len(lines))) if _names_contents(lines[at])), None)
    begin = first if named is None else named + 1
    below = begin
    entries: list[str] = []
    while below < len(lines) and len(lines[below].text) <= _LONGEST and len(entries) < _MOST_ENTRIES:
        entry = _bare(lines[below].text)
        if entry in entries[:1]:
            break
        entries.append(entry)
        below += 1
    if len(entries) < (1 if named is not None else _SHORTEST_LIST):
        return first
    found = _recurring(entries, lines, below)
    while found and not found[-1]:
        found.pop()
        below -= 1
    enough = 1 if named is not None else _SHORTEST_LIST
    return below if sum(found) >= max(enough, (len(found) + 1) // 2) else first


def _names_contents(line: Line) -> bool:
    return front_role(line.text) is FrontRole.CONTENTS


def _bare(text: str) -> str:
    return _SPACE.sub("", _LEADERS.sub("", text)).rstrip("。：").lstrip(_DASHES)


def _recurring(entries: Sequence[str], lines: Sequence[Line], below: int) -> list[bool]:
    """For each entry, whether a line from `below` on begins with it."""
    begins: dict[str, set[str]] = defaultdict(set)
    wanted = {entry[:_KEY] for entry in entries if len(entry) >= _KEY}
    for line in lines[below:]:
        begin = _SPACE.sub("", line.text[: 2 * _LONGEST]).lstrip(_DASHES)
        if begin[:_KEY] in wanted:
            begins[begin[:_KEY]].add(begin)
    return [any(begin.startswith(entry) for begin in begins[entry[:_KEY]]) for entry in entries]
