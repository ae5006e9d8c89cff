"""What stands before a report begins: title, meeting line, speaker, dates, salutation, list of contents. Pure."""

import re
from dataclasses import dataclass

from report.structure.front_roles import FrontRole, front_role, title_before_meeting
from report.structure.headings import is_part_title
from report.structure.lines import Line, as_title
from report.structure.numbering import heading_marker


@dataclass(frozen=True, slots=True)
class Front:
    """The lines before the body. `lines` counts them, salutation included; the title stands on `title_lines`."""

    lines: int
    roles: tuple[FrontRole, ...]
    title: str
    title_lines: tuple[int, int]  # half open; (0, 0) where there is none
    title_guessed: bool


# Nobody speaks longer than this before the salutation; a salutation further down is a turn of the speech.
_FRONT_CHARS = 6000
_FRONT_LINES = 80

_SPACE = re.compile(r"\s+")
_SPACED = re.compile(r"(?:[\u4e00-\u9fff]\s+){2,}[\u4e00-\u9fff]$")
_JOINS_NEXT = ("及", "和", "与", "暨", "、", "的")


def find_front(lines: tuple[Line, ...]) -> Front:
    """Return the front of a report. Of a report without any, it has no lines and a guessed title."""
    roles = _roles(lines)
    salutation = next((i for i, role in enumerate(roles) if role is FrontRole.SALUTATION), None)
    count = salutation + 1 if salutation is not None else _leading(lines, roles)
    first, last = _title_lines(lines[:count], roles[:count])
    title = "".join(_joined(line.text) for line in lines[first:last])
    for at in range(first, last):
        roles[at] = FrontRole.TITLE
    guessed = not title
    if guessed:
        title = _guess(lines)
    return Front(count, tuple(roles[:count]), title, (first, last), guessed)


def _roles(lines: tuple[Line, ...]) -> list[FrontRole]:
    """The roles of the lines in which a front may stand."""
    roles: list[FrontRole] = []
    chars = 0
    for line in lines[:_FRONT_LINES]:
        roles.append(front_role(line.text))
        chars += len(line.text)
        if chars > _FRONT_CHARS or roles[-1] is FrontRole.SALUTATION:
            break
    return roles


def _leading(lines: tuple[Line, ...], roles: list[FrontRole]) -> int:
    """How many lines at the top are front where no salutation ends it."""
    count = 0
    for at, role in enumerate(roles):
        if heading_marker(lines[at].text) or len(lines[at].text) > 80:
            break
        if role is FrontRole.TEXT:
            # A line without a role belongs to the front only where one with a role still follows.
            continue
        if role is FrontRole.TITLE and count and not _may_continue(lines, roles, at):
            break
        if FrontRole.TITLE in roles[:at] and roles[at - 1] is not FrontRole.TITLE and is_part_title(lines[at].text):
            # Behind the lines that follow a title, 2023年工作总结 is the first heading.
            break
        count = at + 1
    return count


def behind_contents(lines: tuple[Line, ...], first: int) -> int:
    """Return the first line at or behind `first` that is no meeting, speaker or salutation."""
    at = first
    while at < len(lines) and front_role(lines[at].text) in _BEHIND_CONTENTS:
        at += 1
    return at


_BEHIND_CONTENTS = frozenset(
    {FrontRole.MEETING, FrontRole.SPEAKER, FrontRole.DATE, FrontRole.SOURCE, FrontRole.SALUTATION}
)


def _may_continue(lines: tuple[Line, ...], roles: list[FrontRole], at: int) -> bool:
    """A second line of a title: the line before is left open, or this one opens with a joining word."""
    before = lines[at - 1].text
    return (
        roles[at - 1] is not FrontRole.TITLE or before.endswith(_JOINS_NEXT) or lines[at].text.startswith(_JOINS_NEXT)
    )


def _title_lines(lines: tuple[Line, ...], roles: list[FrontRole]) -> tuple[int, int]:
    """The block of lines that makes the title: the last line that names a report, and those it goes on over."""
    named = [at for at, role in enumerate(roles) if role is FrontRole.TITLE and not heading_marker(lines[at].text)]
    if not named:
        return 0, 0
    core = max(named, key=lambda at: (_title_weight(lines[at].text), at))
    first, last = core, core + 1
    while first and _joins(lines[first - 1], lines[first], roles[first - 1]):
        first -= 1
    while last < len(lines) and _joins(lines[last - 1], lines[last], roles[last]):
        last += 1
    return first, last


def _title_weight(text: str) -> int:
    """How surely a line names the report itself, and not a notice that hands it on; and how much it tells of it."""
    compact = _SPACE.sub("", text)
    if "通知" in compact or "印发" in compact:
        return 0
    if "报告" not in compact:
        return 1
    return 3 if _WHOSE.search(compact) else 2


# Whose report, or of which time.
_WHOSE = re.compile(r"[乡镇县市区州旗省盟年]|街道|苏木")
_WHOSE_ALONE = re.compile(r"(?:[乡镇县市区州旗省盟年]|街道|苏木|政府|年度|半年|季度|办事处|委员会|届)$")
_NAMES_NOTHING = re.compile(r"(?:人民)?(?:政府)?(?:工作)?(?:报告|总结|计划|要点|汇报|安排|打算|回顾)$")
_SPEAKS = re.compile(r"(?:会议|大会|政府|委员会|办公室|办事处)$")


def _joins(upper: Line, lower: Line, role: FrontRole) -> bool:
    """Whether two lines next to each other are one title. `role` is that of the line which is not yet in it."""
    over, under = _SPACE.sub("", upper.text), _SPACE.sub("", lower.text)
    if heading_marker(lower.text) or heading_marker(upper.text) or max(len(over), len(under)) > 40:
        return False
    if under.startswith("关于"):
        # 某某会议 / 关于……的决议
        return role is not FrontRole.SOURCE and bool(_SPEAKS.search(over))
    if role not in {FrontRole.TITLE, FrontRole.TEXT}:
        return False
    if over.endswith(_JOINS_NEXT) or under.startswith(_JOINS_NEXT):
        return True
    # 某某镇人民政府 / 工作报告: the lower line alone names no report of anything. Before 政府工作报告 it is a banner.
    doubled = over.endswith("政府") and "政府" in under
    return bool(_NAMES_NOTHING.match(under)) and bool(_WHOSE_ALONE.search(over)) and not doubled


def _joined(text: str) -> str:
    """A line of the title; letters set apart by spaces come together, other spaces stay."""
    text = title_before_meeting(text.strip()) or text.strip()
    return _SPACE.sub("", text) if _SPACED.match(text) else text


def _guess(lines: tuple[Line, ...]) -> str:
    for line in lines[:10]:
        if "政府" in line.text and "报告" in line.text and len(line.text) > 20:
            return "政府工作报告"
    return as_title(lines[0].text)[:40] if lines else ""
