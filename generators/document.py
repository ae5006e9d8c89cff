"""A paper as roles and words: no format, no look. Composing makes it; layout and Word draw it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is for. The profile and the Word base document say how each role looks."""

    BANNER_NOTE = "banner_note"  # 内部资料 注意保存, or 密级: top left
    BANNER_ORGAN = "banner_organ"  # the organ above the bulletin's name
    BANNER_NAME = "banner_name"  # the bulletin's name, large and red
    BANNER_ISSUE = "banner_issue"  # 第×期（总第×期）
    BANNER_LINE = "banner_line"  # issuing office at the left, date at the right; the red rule below it
    TITLE = "title"
    EDITOR_NOTE = "editor_note"  # 编者按
    HEADING_1 = "heading_1"  # 一、 黑体
    HEADING_2 = "heading_2"  # （一） 楷体
    HEADING_3 = "heading_3"  # 1. 仿宋
    HEADING_4 = "heading_4"  # （1） 仿宋
    BODY = "body"
    FIGURES_TITLE = "figures_title"  # heading of the block of key figures
    FIGURE = "figure"  # one key figure: name, dots, value
    TAIL_LINE = "tail_line"  # 报、送、发: at the foot of the last page
    TAIL_COPIES = "tail_copies"  # 共印×份


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `source` is the offset of their first character in the report, None where typed."""

    text: str
    source: int | None = None
    role: Role | None = None  # a run-in heading inside a paragraph looks like this role


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph or heading. `right` stands at the right end of its (last) line."""

    role: Role
    runs: tuple[Run, ...]
    right: tuple[Run, ...] = ()
    section: str = ""  # id of the section it prints, "" where it prints none
    bookmark: int = 0  # depth of the bookmark that leads here, 0 for none
    bookmark_title: str = ""

    @property
    def text(self) -> str:
        """The words without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Banner:
    """The head of a bulletin (报头): everything above and with the red rule, on the upper third of page 1."""

    note: str
    copy_number: str
    organ: str
    name: str
    issue: str  # 第12期, with （总第×期） where given
    issuer: str
    date: str


@dataclass(frozen=True, slots=True)
class Tail:
    """The foot of a bulletin (报尾): lines such as 报：…, and 共印×份; at the foot of the last page."""

    lines: tuple[str, ...]
    copies: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = TextBlock | Banner | Tail | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """One paper: its title and author for the file's properties, its date, its blocks."""

    title: str
    author: str
    day: date
    blocks: tuple[Block, ...]


def leads(block: Block, following: Block) -> bool:
    """Tell whether a block must not end a page before the next one: a heading leads its text and deeper headings."""
    if not isinstance(block, TextBlock) or not isinstance(following, TextBlock):
        return False
    if block.role is Role.FIGURES_TITLE:
        return following.role is Role.FIGURE
    if block.role not in HEADINGS:
        return False
    return following.role not in HEADINGS or HEADINGS.index(following.role) > HEADINGS.index(block.role)
