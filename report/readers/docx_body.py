"""A story of a Word document (body, note, text box) read in one walk: what a person sees, in reading order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from report.readers.cleaning import MOST_LINES, on_one_line, too_many_lines, without_controls
from report.readers.docx_fields import Fields, unended_fields
from report.readers.docx_lines import Paragraph
from report.readers.docx_numbering import Label, Numberer
from report.readers.docx_places import Places
from report.readers.docx_styles import NOTHING_SAID, Styles, effective, numbering_of, outline_level, run_facts
from report.readers.docx_xml import Element, attribute, child, is_on, short, value, walk
from report.source import LineKind, SourceLine

# Properties, and what is no text of the story.
_SKIPPED: Final = frozenset(
    {"w:rPr", "w:pPr", "w:tblPr", "w:tblPrEx", "w:trPr", "w:tcPr", "w:sectPr", "w:tblGrid", "w:sdtPr", "w:sdtEndPr"}
    | {"w:rt", "w:rubyPr", "w:fldData", "w:smartTagPr", "w:customXmlPr", "w:delText", "w:delInstrText"}
    | {"m:rPr", "m:ctrlPr", "m:oMathParaPr"}
)
_FOREIGN: Final = frozenset({"w:object", "w:altChunk", "w:subDoc", "w:control"})
_CONTENTS_NAMES: Final = frozenset({"目录", "目錄"})
_TINY: Final = 4  # half-points: type of two points and less cannot be read on paper

# Signs of Word's symbol fonts that have a place in Unicode.
_SYMBOLS: Final = {
    "F0B7": "•",
    "F06C": "●",
    "F06E": "■",
    "F0A8": "□",
    "F0FC": "✓",
    "F0FE": "☑",
    "F0FB": "✗",
    "F052": "☑",
    "F0A3": "□",
    "F0D7": "×",
    "F0B0": "°",
    "F0B1": "±",
}


@dataclass(slots=True)
class Tally:
    """What was met and not taken over, counted for the notices."""

    inserted: int = 0
    deleted: int = 0
    hidden: int = 0  # characters
    controls: int = 0
    contents: int = 0  # lines of tables of contents
    comments: int = 0
    embedded: int = 0


@dataclass(frozen=True, slots=True)
class _Run:
    bold: bool
    hidden: bool


_PLAIN_RUN: Final = _Run(bold=False, hidden=False)


class StoryReader:
    """Reads stories one after another; numbers and notices run on through all of them."""

    def __init__(self, styles: Styles, numberer: Numberer, name: str) -> None:
        """Take what is the same for all stories of a document, and the name of its file for a failure."""
        self._name = name
        self._count = 0
        self.tally = Tally()
        self.references: list[tuple[str, str]] = []  # ("footnote" or "endnote", id), in reading order
        self._styles = styles
        self._numberer = numberer
        self._unended: frozenset[Element] = frozenset()
        self._fields: list[Fields] = []
        self._places = Places()
        self._paragraphs: list[Paragraph] = []
        self._runs: list[_Run] = []
        self._deleted = 0
        self._contents: list[bool] = []  # of each content control: is it a table of contents
        self._down: dict[str, Callable[[Element], None]] = {
            "w:p": self._begin_paragraph,
            "w:r": self._begin_run,
            "w:t": self._text,
            "m:t": self._text,
            "v:textpath": lambda element: self._add(element.get("string") or ""),
            "w:tab": lambda _element: self._add("\t"),
            "w:ptab": lambda _element: self._add("\t"),
            "w:br": lambda _element: self._add("\n"),
            "w:cr": lambda _element: self._add("\n"),
            "w:noBreakHyphen": lambda _element: self._add("-"),
            "w:sym": self._symbol,
            "w:fldChar": self._field_character,
            "w:instrText": self._instruction,
            "w:ins": self._inserted,
            "w:moveTo": self._inserted,
            "w:del": self._begin_deleted,
            "w:moveFrom": self._begin_deleted,
            "w:tbl": lambda _element: self._places.begin_table(),
            "w:tr": lambda _element: self._places.begin_row(),
            "w:tc": self._begin_cell,
            "w:sdt": self._begin_control,
            "w:txbxContent": lambda _element: self._begin_box(),
            "w:footnoteReference": self._reference,
            "w:endnoteReference": self._reference,
            "w:commentReference": lambda _element: self._comment(),
        }
        self._up: dict[str, Callable[[], None]] = {
            "w:p": self._end_paragraph,
            "w:r": self._end_run,
            "w:del": self._end_deleted,
            "w:moveFrom": self._end_deleted,
            "w:tbl": self._places.end_table,
            "w:tc": self._end_cell,
            "w:sdt": self._end_control,
            "w:txbxContent": self._end_box,
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
        properties = child(element, "w:pPr")
        mark = child(properties, "w:rPr")
        style = self._styles.paragraph(value(child(properties, "w:pStyle")))
        level = outline_level(properties)
        hidden = child(mark, "w:specVanish") is not None
        deleted = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
        paragraph = Paragraph(style=style, level=(style.level if level is None else level) or None)
        paragraph.keeps_head = hidden and not deleted
        paragraph.continues = hidden or deleted
        if not deleted and not self._in_contents() and not style.in_contents and not _is_unseen(element, mark):
            paragraph.label = self._label(properties, paragraph)
        self._paragraphs.append(paragraph)

    def _label(self, properties: Element | None, paragraph: Paragraph) -> Label | None:
        return self._numberer.label(numbering_of(properties), paragraph.style)

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
        properties = child(element, "w:rPr")
        named = value(child(properties, "w:rStyle"))
        character = NOTHING_SAID if named is None else self._styles.style(named).run
        style = self._paragraphs[-1].style.run if self._paragraphs else NOTHING_SAID
        facts = effective(run_facts(properties), character, style, self._styles.base)
        tiny = facts.half_points is not None and 0 < facts.half_points <= _TINY
        # White type may stand on a coloured cell or shape, so only in the body it is taken for hidden.
        white = bool(facts.white) and self._places.on_plain_paper
        self._runs.append(_Run(bool(facts.bold), bool(facts.hidden) or tiny or white))

    def _end_run(self) -> None:
        self._runs.pop()

    def _text(self, element: Element) -> None:
        text = on_one_line(element.text or "")
        if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            text = text.strip(" \t")
        self._add(text)

    def _symbol(self, element: Element) -> None:
        code = (attribute(element, "char") or "").upper()
        known = _SYMBOLS.get(code)
        if known is None:
            try:
                known = chr(int(code, 16))
            except (ValueError, OverflowError):
                return
        self._add(known)

    def _add(self, text: str) -> None:
        if self._deleted or not self._fields[-1].shows_text or not self._paragraphs:
            return
        paragraph = self._paragraphs[-1]
        run = self._runs[-1] if self._runs else _PLAIN_RUN
        if self._in_contents():
            paragraph.left_out = True
            return
        if run.hidden:
            self.tally.hidden += len(text.strip())
            return
        text, controls = without_controls(text)
        self.tally.controls += controls
        paragraph.pieces.append((text, run.bold))

    # Fields, revisions, notes

    def _field_character(self, element: Element) -> None:
        self._fields[-1].character(element)

    def _instruction(self, element: Element) -> None:
        self._fields[-1].instruction(element.text or "")

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
        identity = attribute(element, "id")
        if identity is not None and not self._deleted:
            self.references.append((short(element.tag)[2:].removesuffix("Reference"), identity))

    def _comment(self) -> None:
        self.tally.comments += 1

    # What holds paragraphs

    def _begin_control(self, element: Element) -> None:
        gallery = value(child(element, "w:sdtPr", "w:docPartObj", "w:docPartGallery"))
        self._contents.append(gallery == "Table of Contents")

    def _end_control(self) -> None:
        self._contents.pop()

    def _begin_cell(self, element: Element) -> None:
        properties = child(element, "w:tcPr")
        merges = (child(properties, "w:vMerge"), child(properties, "w:hMerge"))
        self._places.begin_cell(
            continued=any(merge is not None and value(merge) in {None, "continue"} for merge in merges)
        )

    def _end_cell(self) -> None:
        self.tally.hidden += self._places.end_cell()

    def _begin_box(self) -> None:
        self._fields.append(Fields(self._unended))
        self._places.begin(LineKind.PARAGRAPH)

    def _end_box(self) -> None:
        self._fields.pop()
        lines = self._places.end()
        if self._paragraphs:
            self._paragraphs[-1].after.extend(lines)
        else:
            self._places.sink.lines.extend(lines)


def _is_unseen(paragraph: Element, mark: Element | None) -> bool:
    """Return whether a paragraph with a hidden mark has no text that shows: Word gives it no number then."""
    vanish = child(mark, "w:vanish")
    if vanish is None or not is_on(vanish) or child(mark, "w:specVanish") is not None:
        return False
    for run in paragraph.iter("{*}r"):
        hidden = child(run, "w:rPr", "w:vanish")
        if (hidden is None or not is_on(hidden)) and child(run, "w:t") is not None:
            return False
    return True
