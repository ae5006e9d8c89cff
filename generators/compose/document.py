"""The blocks of a session document (会议文件): its number, the lines below the title, the salutation, opening words."""

from collections.abc import Iterator

from generators.compose.setting import Setting
from generators.document import Block, Role, Run, TextBlock
from report.fronts import front_of


def notice(setting: Setting) -> Iterator[Block]:
    """Yield the secrecy or 内部资料 注意保存, top left on the first line (7.2.2), where the paper has one."""
    words = setting.fields.get("notice", "")
    if words:
        yield TextBlock(Role.BANNER_NOTE, (Run(words.replace(" ", "　")),))


def meeting_mark(setting: Setting) -> Iterator[Block]:
    """Yield 会议文件（1）, top left, with room to fill in the number; in a set, 材料之一."""
    number = setting.fields.get("number", "") or _ROOM
    yield TextBlock(Role.MEETING_MARK, (Run(setting.mark or f"会议文件（{number}）"),))


_ROOM = "　　"


def meeting_line(setting: Setting) -> Iterator[Block]:
    """Yield the line of date and meeting below the title, and the speaker."""
    front = front_of(setting.report)
    for name, span in (("meeting_line", front.meeting), ("speaker", front.speaker)):
        words = setting.fields.get(name, "")
        if words:
            yield TextBlock(Role.SUBTITLE, (setting.run(words, span),))


def salutation(setting: Setting) -> Iterator[Block]:
    """Yield 各位代表： and the words with which the report is opened."""
    front = front_of(setting.report)
    words = setting.fields.get("addressee", "")
    if words:
        yield TextBlock(Role.ADDRESSEE, (setting.run(words, front.salutation),))
        for start, end in front.opening:
            yield TextBlock(Role.BODY, (Run(setting.report.text[start:end], start),))
