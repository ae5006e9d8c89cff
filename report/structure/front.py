"""What stands before a report begins: title, meeting line, speaker, dates, salutation, list of contents. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum

from report.structure.lines import Line, as_title, without_closing
from report.structure.numbering import heading_marker


class FrontRole(StrEnum):
    """What a line of the front is for."""

    TITLE = "title"
    MEETING = "meeting"  # ——2024年1月5日在……会议上
    SPEAKER = "speaker"  # 镇长 某某
    DATE = "date"
    SOURCE = "source"  # where and when a web page or a file server put it up
    SALUTATION = "salutation"  # 各位代表：
    CONTENTS = "contents"  # 目录
    TEXT = "text"


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

_DATE = r"(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})\s?年"
_SALUTATION = re.compile(r"(?:尊敬的)?(?:各位|同志们|主席团|代表们|全体)[^。；]{0,30}?[：:！!，,]?$")
_SALUTATION_RUN_IN = re.compile(
    r"(?:尊敬的)?各位[^。；，,：:！!]{0,20}[：:！!，,].{0,40}(?:报告工作|作.{0,8}报告|代表)"
)
_MEETING = re.compile(
    rf"[—―–─－-]{{0,4}}\s?[（(]?(?:{_DATE}.{{0,60}}(?:会议|大会|全会|次会)|.{{0,60}}(?:会议|大会|全会)上)[上）)]*$"
)
_MEETING_PART = re.compile(rf"(?:[—―–─－-]{{1,4}}\s?{_DATE}|人民代表大会第.{{1,6}}次会议)")
_SPEAKER = re.compile(
    r"[^。，；：]{0,24}(?:镇长|乡长|区长|县长|市长|省长|州长|旗长|盟长|苏木达|街道办事处主任|办事处主任|主席|书记|总理|组长)"
    r"[\s·]{0,6}[\u4e00-\u9fff·]{1,12}(?:\s{0,4}[\u4e00-\u9fff]){0,3}$"
)
_DATE_LINE = re.compile(
    rf"[（(]?(?:{_DATE}\s?[0-9一二三四五六七八九十]{{1,3}}\s?月(?:\s?[0-9一二三四五六七八九十]{{1,3}}\s?日)?"
    r"|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?:\s[0-9:]{4,8})?[）)]?$"
)
_SOURCE = re.compile(
    r"[\[【（(]?(?:来源|信息来源|文章来源|发布|时间|日期|成文|作者|编辑|责编|记者|浏览|点击|阅读|字号|字体|索引号?|文号|发文|公开|主题|分类|责任"
    r"|有效性|标题|名称|关键词)[^。]{0,12}[：:|]|.{0,12}〔[0-9]{4}〕.{0,6}号$|会议文件|.{0,12}文件之|.{0,20}报记者|[（(]?此件"
)
_CONTENTS = re.compile(r"(?:目\s*[录次]|提\s*纲|内容提要)[：:]?$")
_SPACED = re.compile(r"(?:[\u4e00-\u9fff]\s+){2,}[\u4e00-\u9fff]$")
_TITLE_WORD = re.compile(r"报告|总结|计划|要点|汇报|安排|打算|讲话|方案|通知")
_JOINS_NEXT = ("及", "和", "与", "暨", "、", "的")


def front_role(text: str) -> FrontRole:
    """Return what a line is for, if it stood in the front of a report."""
    compact = text.replace("\u3000", " ").strip()
    for pattern, role, longest in (
        (_CONTENTS, FrontRole.CONTENTS, 12),
        (_SALUTATION, FrontRole.SALUTATION, 40),
        (_SALUTATION_RUN_IN, FrontRole.SALUTATION, 200),
        (_DATE_LINE, FrontRole.DATE, 40),
        (_SOURCE, FrontRole.SOURCE, 80),
        (_MEETING, FrontRole.MEETING, 80),
        (_MEETING_PART, FrontRole.MEETING, 60),
        (_SPEAKER, FrontRole.SPEAKER, 48),
    ):
        if len(compact) <= longest and pattern.match(compact):
            return role
    return FrontRole.TITLE if _is_title_like(compact) else FrontRole.TEXT


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
        count = at + 1
    return count


def _may_continue(lines: tuple[Line, ...], roles: list[FrontRole], at: int) -> bool:
    """A second line of a title: the line before is left open, or this one opens with a joining word."""
    before = lines[at - 1].text
    return (
        roles[at - 1] is not FrontRole.TITLE or before.endswith(_JOINS_NEXT) or lines[at].text.startswith(_JOINS_NEXT)
    )


def _is_title_like(text: str) -> bool:
    compact = re.sub(r"\s", "", text)
    if not compact or heading_marker(compact):
        return False
    return len(compact) <= 45 and bool(_TITLE_WORD.search(compact)) and compact[-1] not in "。；，！？：:;,"


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
    """How surely a line names the report itself, and not a notice that hands it on."""
    compact = re.sub(r"\s", "", text)
    if "通知" in compact or "印发" in compact:
        return 0
    return 2 if "报告" in compact else 1


def _joins(upper: Line, lower: Line, role: FrontRole) -> bool:
    """Whether two lines next to each other are one title. `role` is that of the line which is not yet in it."""
    if role not in {FrontRole.TITLE, FrontRole.TEXT} or heading_marker(lower.text) or heading_marker(upper.text):
        return False
    if len(upper.text) > 40 or len(lower.text) > 40:
        return False
    if upper.text.endswith(_JOINS_NEXT) or lower.text.startswith(_JOINS_NEXT):
        return True
    whole = without_closing(upper.text) == upper.text and without_closing(lower.text) == lower.text
    # 某某镇人民政府 / 工作报告: the lower line alone names no report of anything.
    return whole and len(re.sub(r"\s", "", lower.text)) <= 6 and "报告" in re.sub(r"\s", "", lower.text)


def _joined(text: str) -> str:
    """A line of the title; letters set apart by spaces come together, other spaces stay."""
    text = text.strip()
    return re.sub(r"\s+", "", text) if _SPACED.match(text) else text


def _guess(lines: tuple[Line, ...]) -> str:
    for line in lines[:10]:
        if "政府" in line.text and "报告" in line.text and len(line.text) > 20:
            return "政府工作报告"
    return as_title(lines[0].text)[:40] if lines else ""
