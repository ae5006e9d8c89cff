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
    MEETING_MARK = "meeting_mark"  # 会议文件（1）: top left of a session document
    SUBTITLE = "subtitle"  # ——date and meeting below a title; the speaker
    ADDRESSEE = "addressee"  # 各位代表： flush left
    NOTE = "note"  # small explanation below a title or under a table
    SOURCE = "source"  # where in the report a sentence stands
    TERM = "term"  # a term that is explained, in 黑体
    SIGNATURE = "signature"  # 落款
    SIGN_DATE = "sign_date"  # 成文日期
    TABLE_CAPTION = "table_caption"  # the line above a table
    TABLE_HEAD = "table_head"  # words of a table's head
    TABLE_CELL = "table_cell"
    FORM_LABEL = "form_label"  # says what is to be written beside it
    FORM_TEXT = "form_text"  # what a form says already
    COVER_ORGAN = "cover_organ"  # the session's name on a cover
    COVER_TITLE = "cover_title"
    COVER_LINE = "cover_line"
    CARD_NAME = "card_name"  # a name on a folded card (桌签)
    CARD_NOTE = "card_note"


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
    item: bool = False  # of a list

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


@dataclass(frozen=True, slots=True)
class NewPart:
    """What follows begins on a new page of another make. As the first block it says how the paper begins."""

    landscape: bool = False
    numbered: bool = True
    restart: bool = False  # page numbers begin with 1 again
    right_hand: bool = False  # an odd page: a blank page is left before it where need be


@dataclass(frozen=True, slots=True)
class Space:
    """Empty rows of the grid, not at the top of a page unless they are to be kept there."""

    rows: float
    kept: bool = False
    share: float = 0.0  # of the rows that the page has left below what follows it


class CellAlign(StrEnum):
    """How the words of a column stand; DECIMAL puts the decimal points of figures under each other."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; its width is a share of the table's."""

    share: float
    align: CellAlign = CellAlign.CENTER


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. A merged cell spans columns and rows; the places it covers have no cell of their own."""

    runs: tuple[Run, ...] = ()
    columns: int = 1
    rows: int = 1
    align: CellAlign | None = None  # None: the column's
    role: Role | None = None  # None: TABLE_HEAD in the head, TABLE_CELL below it
    label: bool = False  # says what stands to the right of it, as in a form
    lines: tuple[bool, bool] = (False, False)  # whether its upper and lower rules are light ones, to write on

    @property
    def text(self) -> str:
        """The words without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table, never split over pages. `rows` is its least height in rows of the grid: space to write in."""

    cells: tuple[Cell, ...]
    rows: float = 1.0
    keep: bool = False  # stays on one page with the row below it
    stretch: float = 0.0  # share of the room that the page has left below the table; see `stretching`
    most_rows: float = 0.0  # it is not stretched beyond this; 0: beyond nothing
    lines: bool = False  # the stretched row has lines to write on, 10 mm apart


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table as wide as the type area. Its head is repeated on every page that it goes on to."""

    columns: tuple[Column, ...]
    head: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    caption: tuple[Run, ...] = ()
    notes: tuple[tuple[Run, ...], ...] = ()
    continuation: bool = True  # 续表 stands above the head where it goes on
    section: str = ""


class ChartKind(StrEnum):
    """The charts that a paper may have."""

    BARS = "bars"  # changes: one bar an indicator, to the left of the axis where it fell
    PARTS = "parts"  # the parts of a whole


@dataclass(frozen=True, slots=True)
class ChartItem:
    """One bar or part."""

    label: str
    value: float
    written: Run  # the figure as the report has it, with the verb of its change


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of figures of one unit. `described` is what someone is told who cannot see it."""

    kind: ChartKind
    title: str
    unit: str
    items: tuple[ChartItem, ...]
    described: str


@dataclass(frozen=True, slots=True)
class Card:
    """A folded name card (桌签), a sheet of its own: the upper half is turned by 180° so that both sides read."""

    name: str
    note: str = ""
    marks: bool = False  # to cut along


Block = TextBlock | Banner | Tail | PageBreak | NewPart | Space | Table | Chart | Card


@dataclass(frozen=True, slots=True)
class Document:
    """One paper: its title and author for the file's properties, its date, its blocks, its watermark."""

    title: str
    author: str
    day: date
    blocks: tuple[Block, ...]
    watermark: str = ""  # 征求意见稿, 送审稿, 草案: across each page, beneath the text


def leads(block: Block, following: Block) -> bool:
    """Tell whether a block must not end a page before the next one: a heading leads its text and deeper headings."""
    if not isinstance(block, TextBlock) or not isinstance(following, TextBlock | Table):
        return False
    if isinstance(following, Table):
        return block.role in {*HEADINGS, Role.TITLE, Role.SUBTITLE, Role.NOTE}
    if block.role in (Role.FIGURES_TITLE, Role.TITLE):
        return following.role is not block.role
    if block.role not in HEADINGS:
        return False
    return following.role not in HEADINGS or HEADINGS.index(following.role) > HEADINGS.index(block.role)
