"""A story of a Word document (body, note, text box) read in one walk: what a person sees, in reading order."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from report.readers.cleaning import MOST_LINES, too_many_lines
from report.readers.docx_diagrams import diagram_lines
from report.readers.docx_fields import Fields, unended_fields
from report.readers.docx_lines import Paragraph
from report.readers.docx_numbering import Numberer
from report.readers.docx_paragraphs import paragraph_of
from report.readers.docx_places import Places
from report.readers.docx_runs import Reference, Runs, Tally, reference_of, symbol, written
from report.readers.docx_styles import NOTHING_SAID, Styles, numbering_of
from report.readers.docx_tables import cell_of, row_of
from report.readers.docx_xml import Element, child, relationship, short, value, walk
from report.source import LineKind, SourceLine

# Properties, and what is no text of the story.
_SKIPPED: Final = frozenset(
    {"w:rPr", "w:pPr", "w:tblPr", "w:tblPrEx", "w:trPr", "w:tcPr", "w:sectPr", "w:tblGrid", "w:sdtPr", "w:sdtEndPr"}
    | {"w:rt", "w:rubyPr", "w:fldData", "w:smartTagPr", "w:customXmlPr", "w:delText", "w:delInstrText"}
    | {"m:rPr", "m:ctrlPr", "m:oMathParaPr"}
)
_FOREIGN: Final = frozenset({"w:object", "w:altChunk", "w:subDoc", "w:control"})
_CHARACTERS: Final = MappingProxyType(
    {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "a:br": "\n", "w:noBreakHyphen": "-"}
    # A fraction or a power on one line: 1/2 and 10^4 are other figures than 12 and 104.
    | {"m:den": "/", "m:sup": "^"}
)
_CONTENTS_NAMES: Final = frozenset({"目录", "目錄"})


class StoryReader:
    """Reads stories one after another; numbers and notices run on through all of them."""

    def __init__(self, styles: Styles, numberer: Numberer, name: str, part: Callable[[str], Element | None]) -> None:
        """Take what is the same for all stories of a document, and the name of its file for a failure.

        `part` gives the root of a part by the id of its relationship.
        """
        self._name = name
        self._part = part
        self._count = 0
        self.tally = Tally()
        self._runs = Runs(styles, self.tally)
        self.references: list[Reference] = []  # in reading order
        self._styles = styles
        self._numberer = numberer
        self._unended: frozenset[Element] = frozenset()
        self._fields: list[Fields] = []
        self._places = Places()
        self._paragraphs: list[Paragraph] = []
        self._deleted = 0
        self._contents: list[bool] = []  # of each content control: is it a table of contents
        self._down: dict[str, Callable[[Element], None]] = {
            "w:p": self._begin_paragraph,
            "w:r": self._begin_run,
            "w:t": lambda element: self._add(written(element)),
            "m:t": lambda element: self._add(written(element)),
            "v:textpath": lambda element: self._add(element.get("string") or ""),
            **dict.fromkeys(_CHARACTERS, lambda element: self._add(_CHARACTERS[short(element.tag)])),
            "w:sym": lambda element: self._add(symbol(element)),
            "w:fldChar": self._field_character,
            "w:instrText": lambda element: self._fields[-1].instruction(element.text or ""),
            "w:ins": self._inserted,
            "w:moveTo": self._inserted,
            "w:del": self._begin_deleted,
            "w:moveFrom": self._begin_deleted,
            "w:tbl": lambda _element: self._places.begin_table(),
            "w:tr": lambda element: self._places.begin_row(row_of(element)),
            "w:tc": lambda element: self._places.begin_cell(cell_of(element)),
            "w:sdt": self._begin_control,
            "w:txbxContent": lambda _element: self._begin_box(),
            "a:txBody": lambda _element: self._begin_box(),
            "a:p": lambda _element: self._paragraphs.append(Paragraph()),
            "a:t": lambda element: self._add(element.text or ""),
            "dgm:relIds": self._diagram,
            "w:footnoteReference": self._reference,
            "w:endnoteReference": self._reference,
            "w:commentReference": lambda _element: self._comment(),
        }
        self._up: dict[str, Callable[[], None]] = {
            "w:p": self._end_paragraph,
            "w:r": self._runs.end,
            "w:del": self._end_deleted,
            "w:moveFrom": self._end_deleted,
            "w:tbl": self._places.end_table,
            "w:tc": self._end_cell,
            "w:sdt": self._end_control,
            "w:txbxContent": self._end_box,
            "a:txBody": self._end_box,
            "a:p": self._end_paragraph,
        }

    def read(self, root: Element, kind: LineKind) -> list[SourceLine]:
        """Return the lines of a story."""
        self._unended = unended_fields(root)
        self._fields.append(Fields(self._unended))
        self._places.begin(kind)
        for going_down, name, element in walk(root, self._enters):
            if going_down:
                begin = self._down.get(name)
                if begin is not None:
                    begin(element)
            else:
                end = self._up.get(name)
                if end is not None:
                    end()
        self._fields.pop()
        return self._places.end()

    def _enters(self, name: str, element: Element) -> bool:
        if name in _FOREIGN:
            self.tally.embedded += 1
        if name in _SKIPPED or name in _FOREIGN:
            return False
        match name:
            case "mc:Choice":
                return child(element.getparent(), "mc:Choice") is element
            case "mc:Fallback":
                return child(element.getparent(), "mc:Choice") is None
            case "w:tr":
                return not self._is_deleted(child(element, "w:trPr", "w:del"))
            case "w:tc":
                return not self._is_deleted(child(element, "w:tcPr", "w:cellDel"))
            case _:
                return True

    def _is_deleted(self, mark: Element | None) -> bool:
        if mark is None:
            return False
        self.tally.deleted += 1
        return True

    # Paragraphs and runs

    def _begin_paragraph(self, element: Element) -> None:
        self._count += 1
        if self._count > MOST_LINES:
            raise too_many_lines(self._name)
        paragraph, is_counted = paragraph_of(element, self._styles)
        if is_counted and not self._in_contents():
            paragraph.label = self._numberer.label(numbering_of(child(element, "w:pPr")), paragraph.style)
        self._paragraphs.append(paragraph)

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        sink = self._places.sink
        if paragraph.style.in_contents and not paragraph.is_blank():
            paragraph.pieces.clear()
            paragraph.left_out = True
        if paragraph.left_out:
            self.tally.contents += 1
            if sink.lines and "".join(sink.lines[-1].text.split()) in _CONTENTS_NAMES:
                sink.lines.pop()
        sink.take(paragraph)

    def _begin_run(self, element: Element) -> None:
        style = self._paragraphs[-1].style.run if self._paragraphs else NOTHING_SAID
        self._runs.begin(element, style, on_plain_paper=self._places.on_plain_paper)

    def _add(self, text: str) -> None:
        if self._deleted or not self._fields[-1].shows_text or not self._paragraphs:
            return
        paragraph = self._paragraphs[-1]
        if self._in_contents():
            paragraph.left_out = True
            return
        shown = self._runs.shown(text)
        if shown:
            paragraph.pieces.append((shown, self._runs.bold))

    # Fields, revisions, notes

    def _field_character(self, element: Element) -> None:
        self._fields[-1].character(element)

    def _in_contents(self) -> bool:
        return self._fields[-1].in_contents or any(self._contents)

    def _inserted(self, _element: Element) -> None:
        self.tally.inserted += 1

    def _begin_deleted(self, _element: Element) -> None:
        self._deleted += 1
        self.tally.deleted += 1

    def _end_deleted(self) -> None:
        self._deleted -= 1

    def _reference(self, element: Element) -> None:
        if not self._deleted:
            self.references.append(reference_of(element))

    def _comment(self) -> None:
        self.tally.comments += 1

    # What holds paragraphs

    def _begin_control(self, element: Element) -> None:
        gallery = value(child(element, "w:sdtPr", "w:docPartObj", "w:docPartGallery"))
        self._contents.append(gallery == "Table of Contents")

    def _end_control(self) -> None:
        self._contents.pop()

    def _end_cell(self) -> None:
        self.tally.hidden += self._places.end_cell()

    def _begin_box(self) -> None:
        self._fields.append(Fields(self._unended))
        self._places.begin(LineKind.PARAGRAPH)

    def _end_box(self) -> None:
        self._fields.pop()
        self._stand_after(self._places.end())

    def _diagram(self, element: Element) -> None:
        root = self._part(relationship(element, "dm") or "")
        if root is not None and not self._deleted:
            self._stand_after(diagram_lines(root))

    def _stand_after(self, lines: list[SourceLine]) -> None:
        """Let lines that float beside a paragraph follow it."""
        if self._paragraphs:
            self._paragraphs[-1].after.extend(lines)
        else:
            self._places.sink.lines.extend(lines)
