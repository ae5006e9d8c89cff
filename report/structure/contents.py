"""Passes over a list of contents (目录) that stands before the body and doubles its headings. Pure."""

import re
from collections.abc import Sequence

from report.structure.front import FrontRole, front_role
from report.structure.lines import Line

_LEADERS = re.compile(r"[\s.．·…—\-]*(?:[0-9]{1,4}|[（(][0-9]{1,4}[）)])?$")
_SPACE = re.compile(r"\s+")
_LONGEST = 60
_SHORTEST_LIST = 3


def skip_contents(lines: Sequence[Line], first: int) -> int:
    """Return the first line of the body at or after line `first`: that behind a list of contents, if one stands there.

    A list of contents is a run of short lines each of which comes again below.
    """
    at = first
    while at < len(lines) and at - first < 3 and front_role(lines[at].text) is not FrontRole.CONTENTS:
        at += 1
    named = at < len(lines) and front_role(lines[at].text) is FrontRole.CONTENTS
    begin = at + 1 if named else first
    below = begin
    entries: list[str] = []
    while below < len(lines) and len(lines[below].text) <= _LONGEST:
        entry = _bare(lines[below].text)
        if entry in entries[:1]:
            break
        entries.append(entry)
        below += 1
    while entries and not _recurs(entries[-1], lines, below):
        entries.pop()
        below -= 1
    enough = 1 if named else _SHORTEST_LIST
    recurring = sum(1 for entry in entries if _recurs(entry, lines, below))
    return below if recurring >= max(enough, (len(entries) + 1) // 2) else first


def _bare(text: str) -> str:
    return _SPACE.sub("", _LEADERS.sub("", text)).rstrip("。：")


def _recurs(entry: str, lines: Sequence[Line], below: int) -> bool:
    if len(entry) < 3:
        return False
    return any(_SPACE.sub("", line.text[: 2 * _LONGEST]).startswith(entry) for line in lines[below:])
