"""The raw OOXML that python-docx has no words for: the only module that touches `_element`. Reasons in `docs/word/`."""

import re
import zipfile
from io import BytesIO
from typing import Final, cast

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

DEFAULT_STYLE: Final = "Normal"  # its id in the base document

# The earliest date a zip can hold: the same document gives the same bytes whenever it is made.
ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)

# ECMA-376 Part 1, 17.3.2.26: characters whose font slot Word takes from w:hint; “ ” ‘ ’ … — · × ① among them.
HINTED: Final = re.compile("[\u00a0-\u10ff\u1e00-\u2e7f\ue000-\uf8ff\ufb00-\ufdff]")


def needs_east_asian_hint(text: str) -> bool:
    """Tell whether a text has a character that Word draws in the Latin font unless it is told otherwise."""
    return HINTED.search(text) is not None


def set_style(paragraph: Paragraph, style_id: str) -> None:
    """Put a paragraph into a style by its id; one of the default style names none."""
    if style_id != DEFAULT_STYLE:
        paragraph._p.style = style_id  # pyright: ignore[reportPrivateUsage]


def set_east_asian_hint(run: Run) -> None:
    """Let “ ” … — be drawn in the style's Chinese font.

    Word picks the font of such characters from w:hint, not from the text around them
    (ECMA-376 Part 1, 17.3.2.26). The fonts themselves stand in the named style, so that a person can restyle.
    """
    properties = run.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:hint"), "eastAsia")


def set_letter_spacing(style: ParagraphStyle, twips: int) -> None:
    """Set the white after each character of a style (ECMA-376 Part 1, 17.3.2.35)."""
    for spacing in style.element.findall(f"{qn('w:rPr')}/{qn('w:spacing')}"):
        spacing.set(qn("w:val"), str(twips))


def empty_body(word: WordDocument) -> None:
    """Take out the samples of the base document; page, footers and styles stay."""
    for body in word.element.findall(qn("w:body")):
        for child in list(body):
            if child.tag != qn("w:sectPr"):
                body.remove(child)


def float_at_page_foot(table: Table, left_twips: int, width_twips: int) -> None:
    """Let a table stand on the lower edge of the type area of the page that its next paragraph is on.

    Text above is kept off it: a floating table is always wrapped (ECMA-376 Part 1, 17.4.57).
    """
    properties = cast("BaseOxmlElement", table._tbl.tblPr)  # pyright: ignore[reportPrivateUsage]
    place = _made(
        "w:tblpPr",
        leftFromText="0",
        rightFromText="0",
        topFromText="0",
        bottomFromText="0",
        vertAnchor="margin",
        horzAnchor="page",
        tblpX=str(left_twips),
        tblpYSpec="bottom",
    )
    style = properties.find(qn("w:tblStyle"))
    if style is None:
        properties.insert(0, place)
    else:
        style.addnext(place)
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    place.addnext(_made("w:tblW", w=str(width_twips), type="dxa"))
    for row in table._tbl.tr_lst:  # pyright: ignore[reportPrivateUsage]
        row.get_or_add_trPr().append(_made("w:cantSplit"))


def repack(data: bytes) -> bytes:
    """Return a package with the same parts in the same order, every date in it the same."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            entry = zipfile.ZipInfo(info.filename, ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(info))
    return buffer.getvalue()


def _made(tag: str, **attributes: str) -> BaseOxmlElement:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return cast("BaseOxmlElement", made)
