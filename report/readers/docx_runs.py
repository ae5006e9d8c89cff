"""What a run of a Word document shows: its characters, whether they are bold, and whether they are seen at all."""

from dataclasses import dataclass
from typing import Final

from report.readers.cleaning import on_one_line, without_controls
from report.readers.docx_styles import NOTHING_SAID, RunFacts, Styles, effective, run_facts
from report.readers.docx_xml import Element, attribute, child, short, value

_TINY: Final = 4  # half-points: type of two points and less cannot be read on paper
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

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
class Reference:
    """A place that leads to a note."""

    kind: str  # "footnote" or "endnote"
    id: str
    has_own_mark: bool  # its mark stands in the text, as *, and is not counted


@dataclass(frozen=True, slots=True)
class _Run:
    bold: bool
    hidden: bool


_PLAIN_RUN: Final = _Run(bold=False, hidden=False)


class Runs:
    """The runs that are open; one can stand in another, as in ruby and fields."""

    def __init__(self, styles: Styles, tally: Tally) -> None:
        """Take the styles of the document, and where hidden and control characters are counted."""
        self._styles = styles
        self._tally = tally
        self._open: list[_Run] = []

    def begin(self, element: Element, paragraph: RunFacts, *, on_plain_paper: bool) -> None:
        """Open a run of a paragraph whose style says `paragraph`."""
        properties = child(element, "w:rPr")
        named = value(child(properties, "w:rStyle"))
        character = NOTHING_SAID if named is None else self._styles.style(named).run
        facts = effective(run_facts(properties), character, paragraph, self._styles.base)
        tiny = facts.half_points is not None and 0 < facts.half_points <= _TINY
        # White type may stand on a coloured cell or shape, so only in the body it is taken for hidden.
        white = bool(facts.white) and on_plain_paper
        self._open.append(_Run(bool(facts.bold), bool(facts.hidden) or tiny or white))

    def end(self) -> None:
        """Close the innermost run."""
        self._open.pop()

    @property
    def bold(self) -> bool:
        """Return whether what stands here is bold."""
        return bool(self._open) and self._open[-1].bold

    def shown(self, text: str) -> str:
        """Return what is seen of a text here, without control characters; what is not seen is counted."""
        if self._open and self._open[-1].hidden:
            self._tally.hidden += len(text.strip())
            return ""
        text, controls = without_controls(text)
        self._tally.controls += controls
        return text


def written(element: Element) -> str:
    """Return the characters of a `w:t` or `m:t`."""
    text = on_one_line(element.text or "")
    return text if element.get(_XML_SPACE) == "preserve" else text.strip(" \t")


def symbol(element: Element) -> str:
    """Return the character of a `w:sym`, "" for one that cannot be told."""
    code = (attribute(element, "char") or "").upper()
    known = _SYMBOLS.get(code)
    if known is not None:
        return known
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def reference_of(element: Element) -> Reference:
    """Return what a `w:footnoteReference` or `w:endnoteReference` leads to."""
    own = (attribute(element, "customMarkFollows") or "0").lower() not in {"0", "false", "off"}
    return Reference(short(element.tag)[2:].removesuffix("Reference"), attribute(element, "id") or "", own)
