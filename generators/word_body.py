"""The body of a Word paper while it is being written: its next paragraph, and what must stay with it on a page."""

from typing import Final

from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from generators import word_xml
from generators.document import HEADINGS, TextBlock
from generators.linebreak import break_lines
from generators.profiles import Profile
from generators.word_lines import char_widths

# LibreOffice moves the whole of a paragraph that is kept with the next one: a longer one would leave a page half empty.
KEPT_ROWS: Final = 8


class Body:
    """The body so far. `ids` are the style ids by the names of `word_styles`."""

    def __init__(self, word: WordDocument, profile: Profile) -> None:
        """Begin with an empty body."""
        self.word = word
        self.profile = profile
        # python-docx looks through all styles for every paragraph.
        self.ids = {style.name: style.style_id for style in word.styles if style.name}
        self.last: Paragraph | None = None
        self._new_page = False
        self._last_text: TextBlock | None = None

    def break_page(self) -> None:
        """Let the next paragraph begin a page."""
        self._new_page = True

    def paragraph(self, style: str, block: TextBlock | None = None) -> Paragraph:
        """Add an empty paragraph of a style; `block` says what its words will be."""
        paragraph = self.word.add_paragraph()
        word_xml.set_style(paragraph, self.ids[style])
        if self._new_page:
            paragraph.paragraph_format.page_break_before = True
            self._new_page = False
        self.last, self._last_text = paragraph, block
        return paragraph

    def forget(self) -> None:
        """Know no last paragraph: what stands last is a table or drawing."""
        self.last, self._last_text = None, None

    def let_go(self) -> None:
        """Let the next paragraph stand on another page than a heading that has no text of its own."""
        if self.last is not None and self._last_text is not None and self._last_text.role in HEADINGS:
            self.last.paragraph_format.keep_with_next = False

    def keep_last(self) -> None:
        """Let what comes next stand on the page of the last paragraph, unless that is too long to be moved."""
        if self.last is not None and not self._new_page and self._rows(self._last_text) <= KEPT_ROWS:
            self.last.paragraph_format.keep_with_next = True

    def _rows(self, block: TextBlock | None) -> int:
        """Return how many lines a paragraph is about to take, the widths taken from Unicode; an empty one takes one."""
        if block is None:
            return 1
        look, cell, room = self.profile.look(block.role), self.profile.cell_pt, self.profile.width_pt
        widths = char_widths(block.text, cell)
        narrow = [width < cell for width in widths]
        return len(break_lines(block.text, widths, narrow, room - look.first_indent_chars * cell, room))
