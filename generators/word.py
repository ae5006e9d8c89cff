"""From a document to the bytes of a .docx, every paragraph in a named style of the base document. Writes no file."""

import math
import unicodedata
import zlib
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Final, assert_never
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from generators import word_xml
from generators.document import (
    HEADINGS,
    Banner,
    Block,
    Card,
    Chart,
    Document,
    NewPart,
    PageBreak,
    Role,
    Run,
    Space,
    Table,
    Tail,
    TextBlock,
    leads,
)
from generators.linebreak import break_lines
from generators.profile_files import load_profile
from generators.profiles import DEFAULT_PROFILE, Align, Look, Profile
from generators.progress import NO_PROGRESS, Progress
from generators.title_breaks import break_title
from generators.word_cards import add_card
from generators.word_charts import add_chart
from generators.word_forms import with_room
from generators.word_parts import end_last_part, end_part
from generators.word_styles import (
    BANNER_BLANK,
    BLANK,
    BLANK_AND_HALF,
    NAME_ALONE,
    NAME_END,
    OTHER_NAMES,
    RUN_IN_NAMES,
    STYLE_NAMES,
    TAIL_ANCHOR,
    TAIL_TABLE,
)
from generators.word_tables import add_table
from generators.word_words import add_runs, add_words, printable
from report.errors import Failure, UserError
from report.words import listed

BASE: Final = Path(__file__).parent.parent / "templates" / "word" / "base.docx"

# What opening a damaged package raises: the zip, its compression, its XML, and parts that are not where they should be.
DAMAGE: Final = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    LxmlError,
    PackageNotFoundError,
    OSError,
    KeyError,
    ValueError,
    AttributeError,  # python-docx asks an element of another kind for what only the right kind has
)

# LibreOffice moves the whole of a paragraph that is kept with the next one: a longer one would leave a page half empty.
KEPT_ROWS: Final = 8


def write_word(document: Document, base: Path = BASE, progress: Progress = NO_PROGRESS) -> bytes:
    """Return a document as the bytes of a .docx. The same document gives the same bytes.

    Raises UserError where the base document cannot be opened or lacks a style, and Cancelled.
    """
    word = _open_base(base)
    _set_properties(word, document)
    writer = _Writer(word, load_profile(DEFAULT_PROFILE))
    blocks = tuple(with_room(document.blocks, writer.profile))
    for index, block in enumerate(blocks):
        if index % 50 == 0:
            progress.step(index / len(blocks), "docx")
        writer.add(block)
        if index + 1 < len(blocks) and not leads(block, blocks[index + 1]):
            writer.let_go()
    writer.finish()
    buffer = BytesIO()
    word.save(buffer)
    return word_xml.repack(buffer.getvalue())


def _open_base(base: Path) -> WordDocument:
    try:
        word = docx.Document(str(base))
    except DAMAGE as error:
        raise UserError(Failure.BAD_TEMPLATE, name=base.name, cause=str(error)) from error
    missing = sorted({*STYLE_NAMES.values(), *RUN_IN_NAMES.values(), *OTHER_NAMES} - {s.name for s in word.styles})
    if missing:
        raise UserError(Failure.BAD_TEMPLATE, name=base.name, cause=listed(missing))
    word_xml.empty_body(word)
    return word


def _set_properties(word: WordDocument, document: Document) -> None:
    """Say who and when from the paper, never from the machine."""
    day = datetime.combine(document.day, time(), UTC)
    properties = word.core_properties
    properties.title = printable(document.title)[:255]
    properties.author = properties.last_modified_by = printable(document.author)[:255]
    properties.created = properties.modified = day
    properties.revision = 1
    properties.language = "zh-CN"


class _Writer:
    """The Word document so far."""

    def __init__(self, word: WordDocument, profile: Profile) -> None:
        self.word = word
        self.profile = profile
        # python-docx looks through all styles for every paragraph.
        self._style_ids = {style.name: style.style_id for style in word.styles}
        self._new_page = False
        self._last: Paragraph | None = None
        self._last_text: TextBlock | None = None
        self._part = NewPart()
        self._begun = False  # anything stands in the document
        self._charts = 0
        self._cards = 0

    def finish(self) -> None:
        """Give the last section its make, where the paper has parts."""
        if self._part != NewPart():
            end_last_part(self.word, self._part)

    def add(self, block: Block) -> None:
        """Add a block at the end."""
        match block:
            case TextBlock():
                self._add_text(block)
            case Banner():
                self._add_banner(block)
            case Tail():
                self._add_tail(block)
            case PageBreak():
                self._new_page = True
            case NewPart():
                self._begin_part(block)
            case _:
                self._add_figure(block)
        self._begun = True

    def _add_figure(self, block: Space | Table | Chart | Card) -> None:
        match block:
            case Space():
                for _ in range(math.ceil(block.rows)):
                    self._paragraph(BLANK)
            case Table():
                self._add_table(block)
            case Chart():
                self._add_chart(block)
            case Card():
                self._add_card(block)
            case _:
                assert_never(block)

    def let_go(self) -> None:
        """Let the next paragraph stand on another page than a heading that has no text of its own."""
        if self._last is not None and self._last_text is not None and self._last_text.role in HEADINGS:
            self._last.paragraph_format.keep_with_next = False

    def _keep_last(self) -> None:
        """Let what comes next stand on the page of the last paragraph, unless that is too long to be moved."""
        if self._last is not None and not self._new_page and self._rows(self._last_text) <= KEPT_ROWS:
            self._last.paragraph_format.keep_with_next = True

    def _paragraph(self, style: str) -> Paragraph:
        paragraph = self.word.add_paragraph()
        word_xml.set_style(paragraph, self._style_ids[style])
        if self._new_page:
            paragraph.paragraph_format.page_break_before = True
            self._new_page = False
        self._last, self._last_text = paragraph, None
        return paragraph

    def _add_text(self, block: TextBlock) -> None:
        """Add a paragraph and the empty rows that its role has below it."""
        look = self.profile.look(block.role)
        lines = _title_lines(block.runs, look, self.profile.width_pt) if look.align is Align.CENTER else (block.runs,)
        if block.role in (Role.SIGNATURE, Role.SIGN_DATE):
            self._keep_last()
        paragraph = self._paragraph(STYLE_NAMES[block.role])
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            add_runs(paragraph, line, block.role)
        if block.right:
            paragraph.add_run("\t")
            add_runs(paragraph, block.right, block.role)
        self._last_text = block
        half = math.ceil(look.rows * len(lines)) > look.rows * len(lines)
        for _ in range(look.rows_after - half):
            self._paragraph(BLANK)
        if half:
            self._paragraph(BLANK_AND_HALF)

    def _begin_part(self, make: NewPart) -> None:
        """End the section so far: its last paragraph holds its make."""
        if self._begun:
            end_part(self.word, self._last or self._paragraph(TAIL_ANCHOR), self._part)
        self._part, self._last, self._last_text = make, None, None

    def _add_table(self, table: Table) -> None:
        if table.caption:
            add_runs(self._paragraph(STYLE_NAMES[Role.TABLE_CAPTION]), table.caption, Role.TABLE_CAPTION)
        add_table(self.word, table, self.profile, self._part)
        self._last, self._last_text = None, None
        for note in table.notes:
            add_runs(self._paragraph(STYLE_NAMES[Role.NOTE]), note, Role.NOTE)

    def _add_chart(self, chart: Chart) -> None:
        add_runs(self._paragraph(STYLE_NAMES[Role.FIGURES_TITLE]), (Run(chart.title),), Role.FIGURES_TITLE)
        self._charts += 1
        width = self.profile.area(landscape=self._part.landscape).width_pt
        add_chart(self.word, chart, self._charts, width, self.profile.row_pt)
        self._last, self._last_text = None, None

    def _add_card(self, card: Card) -> None:
        ids = {name: style for name, style in self._style_ids.items() if name}
        add_card(self.word, card, self.profile, ids, self._cards)
        self._cards += 1
        self._last, self._last_text = None, None

    def _rows(self, block: TextBlock | None) -> int:
        """Return how many lines a paragraph is about to take, the widths taken from Unicode; an empty one takes one."""
        if block is None:
            return 1
        look, cell, room = self.profile.look(block.role), self.profile.cell_pt, self.profile.width_pt
        widths = _widths(block.text, cell)
        narrow = [width < cell for width in widths]
        return len(break_lines(block.text, widths, narrow, room - look.first_indent_chars * cell, room))

    def _add_banner(self, banner: Banner) -> None:
        organ, name = STYLE_NAMES[Role.BANNER_ORGAN], STYLE_NAMES[Role.BANNER_NAME] if banner.organ else NAME_ALONE
        self._add_ends(Role.BANNER_NOTE, banner.note, banner.copy_number)
        if banner.organ:
            self._fit(organ, banner.organ)
            add_words(self._paragraph(organ), banner.organ)
        self._fit(name, banner.name, self.profile.banner.name_spread_chars)
        paragraph, words = self._paragraph(name), printable(banner.name)
        add_words(paragraph, words[:-1])
        add_words(paragraph, words[-1:], NAME_END)
        add_words(self._paragraph(STYLE_NAMES[Role.BANNER_ISSUE]), banner.issue)
        self._add_ends(Role.BANNER_LINE, banner.issuer, banner.date)
        self._paragraph(BANNER_BLANK)

    def _fit(self, name: str, text: str, spread_chars: float = 0.0) -> None:
        """Make the letters of a one-line style smaller where a text is too wide: in the style itself, the one place."""
        style = self.word.styles[name]
        if not isinstance(style, ParagraphStyle) or style.font.size is None:
            return
        chars = sum(_widths(text, 1)) + spread_chars * max(0, len(text) - 1)
        size_pt = style.font.size.pt
        if chars * size_pt > self.profile.width_pt:
            size_pt = math.floor(2 * self.profile.width_pt / chars) / 2
            style.font.size = Pt(size_pt)
            if spread_chars:
                word_xml.set_letter_spacing(style, round(spread_chars * size_pt * 20))

    def _add_ends(self, role: Role, left: str, right: str) -> None:
        """Add a line with words at both ends; without words it still takes its row."""
        paragraph = self._paragraph(STYLE_NAMES[role])
        add_words(paragraph, left)
        if right:
            paragraph.add_run("\t")
            add_words(paragraph, right)

    def _add_tail(self, tail: Tail) -> None:
        """Add the foot as a table on the lower edge of the last page; a hair's breadth of a paragraph holds it."""
        lines = [(Role.TAIL_LINE, line) for line in tail.lines]
        if tail.copies:
            lines.append((Role.TAIL_COPIES, tail.copies))
        if not lines:
            return
        width = self.profile.width_pt
        self._keep_last()
        table = self.word.add_table(rows=1, cols=1)
        table.style = TAIL_TABLE
        word_xml.float_at_page_foot(table, round(self.profile.left_pt * 20), round(width * 20))
        cell = table.cell(0, 0)
        cell.width = Pt(width)
        for number, (role, text) in enumerate(lines):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.style = STYLE_NAMES[role]
            add_words(paragraph, text)
        self._paragraph(TAIL_ANCHOR)


def _title_lines(runs: tuple[Run, ...], look: Look, width_pt: float) -> tuple[tuple[Run, ...], ...]:
    """Return a title's runs line by line, broken by sense as on the printed page, the widths taken from Unicode."""
    text = "".join(run.text for run in runs)
    widths = _widths(text, look.size_pt)
    narrow = [width < look.size_pt for width in widths]
    return tuple(_cut(runs, line.start, line.end) for line in break_title(text, widths, narrow, width_pt))


def _widths(text: str, size_pt: float) -> list[float]:
    return [size_pt if unicodedata.east_asian_width(character) in "WFA" else size_pt / 2 for character in text]


def _cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs of `text[start:end]`."""
    found: list[Run] = []
    at = 0
    for run in runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            found.append(Run(piece, None, run.role))
        at += len(run.text)
    return tuple(found)
