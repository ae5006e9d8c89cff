"""From the pieces of a Word document to lines: paragraphs, rows of tables, and what stands inside them."""

from dataclasses import dataclass, field

from report.readers.cleaning import with_blank_after_number
from report.readers.docx_numbering import Label, joined
from report.readers.docx_styles import PLAIN, Style
from report.source import LineKind, SourceLine


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read. A soft line break stands as a line feed."""

    style: Style = PLAIN
    level: int | None = None
    label: Label | None = None
    continues: bool = False  # its mark is deleted: it goes on in the next paragraph, which lends its properties
    keeps_head: bool = False  # its mark is hidden between a heading and its text: this paragraph's properties hold
    left_out: bool = False  # some of it belongs to a table of contents
    pieces: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])  # text, bold
    after: list[SourceLine] = field(default_factory=list[SourceLine])  # the text boxes anchored in it

    def absorb(self, before: "Paragraph") -> None:
        """Put a paragraph that goes on in this one in front of it."""
        # The one in front grows, so that a long row of such paragraphs is not copied each time.
        before.pieces.extend(self.pieces)
        before.after.extend(self.after)
        self.pieces, self.after = before.pieces, before.after
        if before.keeps_head:
            self.style, self.level, self.label = before.style, before.level, before.label

    def is_blank(self) -> bool:
        """Return whether there is nothing to read in it."""
        return not any(text.strip() for text, _bold in self.pieces)

    def lines(self, kind: LineKind) -> list[SourceLine]:
        """Return the paragraph's lines: one, or more where soft breaks divide it."""
        text = "".join(text for text, _bold in self.pieces)
        if self.level is not None or kind is LineKind.TABLE_ROW:
            text = text.replace("\n", " ")
        bold_end = self._bold_end()
        lines: list[SourceLine] = []
        at = 0
        for written in text.split("\n"):
            line = written.strip() if kind is LineKind.TABLE_ROW else with_blank_after_number(written.strip())
            start = at + len(written) - len(written.lstrip())
            at += len(written) + 1
            if line:
                bold = max(0, min(len(line), bold_end - start))
                lines.append(self._line(line, bold, kind, self.label if not lines else None))
        return lines

    def _line(self, line: str, bold: int, kind: LineKind, label: Label | None) -> SourceLine:
        numbered = line if label is None else joined(label, line)
        return SourceLine(
            text=numbered,
            kind=kind,
            outline_level=self.level if kind is LineKind.PARAGRAPH else None,
            bold_chars=bold + len(numbered) - len(line) if bold else 0,
            auto_number="" if label is None else label.text,
        )

    def _bold_end(self) -> int:
        """Return where the first character that is not bold stands; blanks are neither."""
        end = 0
        for text, bold in self.pieces:
            if not bold and text.strip():
                return end + len(text) - len(text.lstrip())
            end += len(text)
        return end


@dataclass(slots=True)
class Sink:
    """What takes lines: the body, a note, a text box, a cell."""

    kind: LineKind
    lines: list[SourceLine] = field(default_factory=list[SourceLine])
    pending: Paragraph | None = None

    def take(self, paragraph: Paragraph) -> None:
        """Take a paragraph that has ended."""
        if self.pending is not None:
            paragraph.absorb(self.pending)
            self.pending = None
        if paragraph.continues:
            self.pending = paragraph
            return
        if not paragraph.is_blank():
            self.lines.extend(paragraph.lines(self.kind))
        self.lines.extend(paragraph.after)

    def finish(self) -> list[SourceLine]:
        """Return the lines, with a paragraph that had nothing to go on in."""
        if self.pending is not None:
            last, self.pending = self.pending, None
            last.continues = False
            self.take(last)
        return self.lines
