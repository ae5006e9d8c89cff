"""What a line of the front of a report is for: title, meeting line, speaker, date, salutation and the rest. Pure."""

import re
from enum import StrEnum

from report.structure.numbering import heading_marker


class FrontRole(StrEnum):
    """What a line of the front is for."""

    TITLE = "title"
    MEETING = "meeting"  # ——2024年1月5日在……会议上
    SPEAKER = "speaker"  # 镇长 某某
    DATE = "date"
    SOURCE = "source"  # where and when a web page or a file server put it up; number and banner of a document
    ATTACHMENT = "attachment"  # 附件, below which the report stands
    SALUTATION = "salutation"  # 各位代表：
    CONTENTS = "contents"  # 目录
    TEXT = "text"


_DATE = r"(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})\s?年"
_SALUTATION = re.compile(r"(?:尊敬的)?(?:各位|同志们|主席团|代表们|全体)[^。；]{0,30}?[：:！!，,]?$")
_SALUTATION_RUN_IN = re.compile(
    r"((?:尊敬的)?各位[^。；，,：:！!]{0,20})[：:！!，,].{0,40}(?:报告工作|作.{0,8}报告|代表)"
)
_MEETING = re.compile(
    rf"[—―–─－-]{{0,4}}\s?[（(]?(?:{_DATE}.{{0,60}}(?:会议|大会|全会|次会)|.{{0,60}}(?:会议|大会|全会)上)[上）)]*$"
)
_MEETING_PART = re.compile(rf"(?:[—―–─－-]{{1,4}}\s?{_DATE}|人民代表大会第.{{1,6}}次会议)")
# An office and a name; 镇长述职报告 has the office, but names a report.
_SPEAKER = re.compile(
    r"(?!.*(?:报告|总结|汇报|讲话|发言)[）)]?$)(?:(?:报告人|汇报人)[：: ]|[^。，；：]{0,24}"
    r"(?:镇长|乡长|区长|县长|市长|省长|州长|旗长|盟长|苏木达|主任|主席|书记|总理|组长)"
    r"[\s·]{0,6}(?=\S))[\u4e00-\u9fff·×xX＊*]{1,12}(?:\s{0,4}[\u4e00-\u9fff×]){0,3}$"
)
_DATE_LINE = re.compile(
    rf"[（(]?(?:{_DATE}\s?[0-9一二三四五六七八九十]{{1,3}}\s?月(?:\s?[0-9一二三四五六七八九十]{{1,3}}\s?日)?"
    r"|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?:\s[0-9:]{4,8})?[）)]?$"
)
_SOURCE = re.compile(
    r"[\[【（(]?(?:来源|信息来源|文章来源|发布|时间|日期|成文|生成|作者|编辑|责编|记者|浏览|点击|阅读|字号|字体|索引号?|文号|发文|公开|主题|分类|责任"
    r"|有效性|标题|名称|关键词|主送|信息分类|当前位置|您(?:现在)?(?:的|所在)?位置)[^。]{0,12}[：:|]"
    r"|.{0,12}〔[0-9]{4}〕.{0,6}号$|会议文件|.{0,20}次会议文件|.{0,12}文件之|.{0,20}报记者|[（(]?此件"
    r"|[\[【](?:打印|关闭|收藏|分享|大)|.{0,12}[>＞»].{0,20}[>＞»]"
)
_ATTACHMENT = re.compile(r"附件[0-9一二三四五六七八九十]{0,2}(?:[：:].*)?$")
_CONTENTS = re.compile(r"(?:目\s*[录次]|提\s*纲|内容提要)[：:]?$")
_SPACE = re.compile(r"\s+")
_TITLE_WORD = re.compile(r"报告|总结|计划|要点|汇报|安排|打算|讲话|方案|通知|决议|决定")


_LONGEST_ON_ONE_LINE = 160
_ON_ONE_LINE = re.compile(
    r"((?:[\u4e00-\u9fff]\s{1,4}){2,12}[\u4e00-\u9fff]|[^\s—―–─－-]{4,30})(?:\s*[—―–─－-]{1,4}|\s+[（(]?[0-9]{4}年)"
)


def front_role(text: str) -> FrontRole:
    """Return what a line is for, if it stood in the front of a report."""
    words = text.replace("\u3000", " ").strip()
    if len(words) <= _LONGEST_ON_ONE_LINE and title_before_meeting(words):
        return FrontRole.TITLE
    compact = _SPACE.sub("", words)
    for pattern, role, longest, form in (
        (_CONTENTS, FrontRole.CONTENTS, 12, words),
        (_ATTACHMENT, FrontRole.ATTACHMENT, 60, compact),
        (_SALUTATION, FrontRole.SALUTATION, 40, words),
        (_SALUTATION_RUN_IN, FrontRole.SALUTATION, 200, words),
        (_DATE_LINE, FrontRole.DATE, 40, words),
        (_SOURCE, FrontRole.SOURCE, 80, compact),
        (_MEETING, FrontRole.MEETING, 80, words),
        (_MEETING_PART, FrontRole.MEETING, 60, words),
        (_SPEAKER, FrontRole.SPEAKER, 48, words),
    ):
        if len(form) <= longest and pattern.match(form):
            return role
    return FrontRole.TITLE if is_title_like(words) else FrontRole.TEXT


def title_before_meeting(text: str) -> str:
    """Return the title where title, meeting and speaker share one line, as viewers of old files leave them; or ""."""
    found = _ON_ONE_LINE.match(text)
    return found.group(1) if found and is_title_like(found.group(1)) else ""


def salutation_end(text: str) -> int:
    """Return where a salutation ends: at its mark where the speech goes on in the same line, else with the line."""
    if _SALUTATION.match(text.strip()):
        return len(text)
    found = _SALUTATION_RUN_IN.match(text)
    return found.end(1) if found else len(text)


def is_title_like(text: str) -> bool:
    """Tell whether a line might be the title of a report or of a paper like it."""
    compact = _SPACE.sub("", text)
    if not compact or heading_marker(compact):
        return False
    return len(compact) <= 45 and bool(_TITLE_WORD.search(compact)) and compact[-1] not in "。；，！？：:;,."
