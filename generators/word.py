"""From a document to the bytes of a .docx, every paragraph in a named style of the base document. Writes no file."""

import math
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import assert_never

from docx.document import Document as WordDocument

from generators import word_xml
from generators.document import (
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
from generators.profile_files import load_profile
from generators.profiles import DEFAULT_PROFILE, Align, Profile
from generators.progress import NO_PROGRESS, Progress
from generators.word_banner import add_banner, add_tail
from generators.word_base import BASE, open_base
from generators.word_body import Body
from generators.word_cards import add_card
from generators.word_charts import add_chart
from generators.word_forms import with_room
from generators.word_lines import title_lines
from generators.word_parts import end_last_part, end_part
from generators.word_styles import BLANK, BLANK_AND_HALF, STYLE_NAMES, TAIL_ANCHOR
from generators.word_tables import add_table
from generators.word_watermark import add_watermark
from generators.word_words import add_runs, printable


def write_word(document: Document, base: Path = BASE, progress: Progress = NO_PROGRESS) -> bytes:
    """Return a document as the bytes of a .docx. The same document gives the same bytes.

    Raises UserError where the base document cannot be opened or is damaged, and Cancelled.
    """
    word, has_head = open_base(base)
    _set_properties(word, document)
    writer = _Writer(word, load_profile(DEFAULT_PROFILE))
    wanted = [block for block in document.blocks if not (has_head and isinstance(block, Banner))]
    blocks = tuple(with_room(wanted, writer.profile))
    for index, block in enumerate(blocks):
        if index % 50 == 0:
            progress.step(index / len(blocks), "docx")
        writer.add(block)
        if index + 1 < len(blocks) and not leads(block, blocks[index + 1]):
            writer.body.let_go()
    writer.finish()
    add_watermark(writer.body, document.watermark)
    buffer = BytesIO()
    word.save(buffer)
    return word_xml.repack(buffer.getvalue())


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
    """Writes block by block."""

    def __init__(self, word: WordDocument, profile: Profile) -> None:
        self.word = word
        self.profile = profile
        self.body = Body(word, profile)
        self._part = NewPart()
        self._begun = False  # anything stands in the document
        self._charts = 0
        self._cards = 0

    def finish(self) -> None:
        """Give the last section its make, where the paper has parts."""
        if self._part != NewPart():
            end_last_part(self.body, self._part)

    def add(self, block: Block) -> None:
        """Add a block at the end."""
        match block:
            case TextBlock():
                self._add_text(block)
            case Banner():
                add_banner(self.body, block)
            case Tail():
                add_tail(self.body, block)
            case PageBreak():
                self.body.break_page()
            case NewPart():
                self._begin_part(block)
            case _:
                self._add_figure(block)
        self._begun = True

    def _add_figure(self, block: Space | Table | Chart | Card) -> None:
        match block:
            case Space():
                for _ in range(math.ceil(block.rows)):
                    self.body.paragraph(BLANK)
            case Table():
                self._add_table(block)
            case Chart():
                self._add_chart(block)
            case Card():
                self._add_card(block)
            case _:
                assert_never(block)

    def _add_text(self, block: TextBlock) -> None:
        """Add a paragraph and the empty rows that its role has below it."""
        look = self.profile.look(block.role)
        lines = title_lines(block.runs, look, self.profile.width_pt) if look.align is Align.CENTER else (block.runs,)
        if block.role in (Role.SIGNATURE, Role.SIGN_DATE):
            self.body.keep_last()
        paragraph = self.body.paragraph(STYLE_NAMES[block.role], block)
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            add_runs(paragraph, line, block.role)
        if block.right:
            paragraph.add_run("\t")
            add_runs(paragraph, block.right, block.role)
        half = math.ceil(look.rows * len(lines)) > look.rows * len(lines)
        for _ in range(look.rows_after - half):
            self.body.paragraph(BLANK)
        if half:
            self.body.paragraph(BLANK_AND_HALF)

    def _begin_part(self, make: NewPart) -> None:
        """End the section so far: its last paragraph holds its make."""
        if self._begun:
            end_part(self.body, self.body.last or self.body.paragraph(TAIL_ANCHOR), self._part)
        self._part = make
        self.body.forget()

    def _add_table(self, table: Table) -> None:
        if table.caption:
            add_runs(self.body.paragraph(STYLE_NAMES[Role.TABLE_CAPTION]), table.caption, Role.TABLE_CAPTION)
        add_table(self.word, table, self.profile, self._part)
        self.body.forget()
        for note in table.notes:
            add_runs(self.body.paragraph(STYLE_NAMES[Role.NOTE]), note, Role.NOTE)

    def _add_chart(self, chart: Chart) -> None:
        add_runs(self.body.paragraph(STYLE_NAMES[Role.FIGURES_TITLE]), (Run(chart.title),), Role.FIGURES_TITLE)
        self._charts += 1
        width = self.profile.area(landscape=self._part.landscape).width_pt
        add_chart(self.word, chart, self._charts, width, self.profile.row_pt)
        self.body.forget()

    def _add_card(self, card: Card) -> None:
        add_card(self.word, card, self.profile, self.body.ids, self._cards)
        self._cards += 1
        self.body.forget()
