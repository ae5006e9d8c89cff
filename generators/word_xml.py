"""The raw OOXML that python-docx has no words for: the only module that touches `_element`. Reasons in `docs/word/`."""

import copy
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Final, cast

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage]

DEFAULT_STYLE: Final = "Normal"  # its id in the base document

NO_TIME: Final = datetime(1980, 1, 1, tzinfo=UTC)
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


def empty_body(word: WordDocument, mark: str) -> bool:
    """Take out the body, page, footers and styles stay; tell whether anything is left.

    Where a paragraph has the words of the mark, what stands above it is left: the head of an office's own base.
    """
    left = False
    for body in word.element.findall(qn("w:body")):
        children = [child for child in body if child.tag != qn("w:sectPr")]
        marked = (at for at, child in enumerate(children) if child.tag == qn("w:p") and _words(child).strip() == mark)
        first = next(marked, 0)
        left = left or first > 0
        for child in children[first:]:
            body.remove(child)
    return left


def _words(element: _Element) -> str:
    return "".join(each.text or "" for each in element.iter(qn("w:t")))


def find_style(word: WordDocument, name: str) -> BaseOxmlElement | None:
    """Return the style of a name; its case does not matter (ECMA-376 Part 1, 17.7.4.9)."""
    for style in word.styles.element.findall(qn("w:style")):
        if _attribute(style, "w:name").casefold() == name.casefold():
            return cast("BaseOxmlElement", style)
    return None


def names_chinese_font(style: BaseOxmlElement) -> bool:
    """Tell whether a style has a Chinese font of its own."""
    return any(fonts.get(qn("w:eastAsia")) for fonts in style.findall(f"{qn('w:rPr')}/{qn('w:rFonts')}"))


def copy_style(word: WordDocument, ours: WordDocument, name: str, parent: BaseOxmlElement | None) -> None:
    """Copy a style; with a parent, a style of the document, it only takes its look on (17.7.4.3)."""
    style = find_style(ours, name)
    if style is None:
        raise ValueError(f"no style {name}")
    copied = copy.deepcopy(style)
    taken = {each.get(qn("w:styleId"), "") for each in word.styles.element.findall(qn("w:style"))}
    own = copied.get(qn("w:styleId"), "")
    copied.set(qn("w:styleId"), f"Paper{own}" if own in taken else own)
    if copied.get(qn("w:default")) is not None:
        del copied.attrib[qn("w:default")]
    for tag in ("w:basedOn", "w:next", "w:link"):
        for each in copied.findall(qn(tag)):
            copied.remove(each)
    base = parent.get(qn("w:styleId"), "") if parent is not None else _default_of(word, copied.get(qn("w:type"), ""))
    if base:
        for each in copied.findall(qn("w:name")):
            each.addnext(_made("w:basedOn", val=base))
    for tag in ("w:pPr", "w:rPr") if parent is not None else ():
        for each in copied.findall(qn(tag)):
            copied.remove(each)
    word.styles.element.append(copied)


def _default_of(word: WordDocument, kind: str) -> str:
    """Return the id of the default style of a kind (17.7.4.17), "" where none is."""
    for style in word.styles.element.findall(qn("w:style")):
        if style.get(qn("w:type")) == kind and style.get(qn("w:default")) in {"1", "true", "on"}:
            return style.get(qn("w:styleId"), "")
    return ""


def _attribute(element: _Element, tag: str) -> str:
    return next((each.get(qn("w:val"), "") for each in element.findall(qn(tag))), "")


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


@dataclass(frozen=True, slots=True)
class SectionMake:
    """What sets a section off from the base document's own."""

    landscape: bool
    restart: bool
    right_hand: bool


def section_of(word: WordDocument, make: SectionMake, footers: Mapping[str, str]) -> BaseOxmlElement:
    """Return section settings like the base document's, turned and numbered as asked (17.6.17).

    A landscape page has the margins of the portrait one turned to the right: its head is at the binding edge.
    `footers` are relation ids by type (default, even) that take the place of the base's.
    """
    section = copy.deepcopy(_last_section(word))
    for reference in section.findall(qn("w:footerReference")):
        kind = reference.get(qn("w:type"), "")
        reference.set(qn("r:id"), footers.get(kind, reference.get(qn("r:id"), "")))
    size = section.find(qn("w:pgSz"))
    margins = section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return section
    size.addprevious(_made("w:type", val="oddPage" if make.right_hand else "nextPage"))
    if make.landscape:
        width, height = size.get(qn("w:w"), ""), size.get(qn("w:h"), "")
        for name, value in (("w", height), ("h", width), ("orient", "landscape")):
            size.set(qn(f"w:{name}"), value)
        sides = {side: margins.get(qn(f"w:{side}"), "0") for side in ("top", "right", "bottom", "left")}
        for side, was in (("top", "left"), ("right", "top"), ("bottom", "right"), ("left", "bottom")):
            margins.set(qn(f"w:{side}"), sides[was])
    if make.restart:
        margins.addnext(_made("w:pgNumType", start="1"))
    return section


def put_section(paragraph: Paragraph, section: BaseOxmlElement) -> None:
    """Let a section end with a paragraph."""
    paragraph._p.get_or_add_pPr().append(section)  # pyright: ignore[reportPrivateUsage]


def replace_last_section(word: WordDocument, section: BaseOxmlElement) -> None:
    """Put other settings in the place of the last section's."""
    old = _last_section(word)
    old.addprevious(section)
    parent = old.getparent()
    if parent is not None:
        parent.remove(old)


def _last_section(word: WordDocument) -> BaseOxmlElement:
    for body in word.element.findall(qn("w:body")):
        last = body[-1]  # its place by the schema (17.2.2); a search would go over the whole of a long document
        if last.tag == qn("w:sectPr"):
            return cast("BaseOxmlElement", last)
    raise ValueError("a document without section settings")


def add_footer(word: WordDocument, name: str, xml: str) -> str:
    """Add a footer, or find the one of this name, and return its relation id."""
    uri = PackURI(f"/word/{name}.xml")
    for key, part in word.part.related_parts.items():
        if part.partname == uri:
            return key
    part = Part(uri, CONTENT_TYPE.WML_FOOTER, xml.encode(), word.part.package)
    return word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)


def add_header(word: WordDocument, kind: str, name: str, xml: str) -> None:
    """Give every section a header of a type (default, even) that has none of it. Call it once all sections stand."""
    part = Part(PackURI(f"/word/{name}.xml"), CONTENT_TYPE.WML_HEADER, xml.encode(), word.part.package)
    relation = word.part.relate_to(part, RELATIONSHIP_TYPE.HEADER)
    for section in word.element.iter(qn("w:sectPr")):
        if not any(each.get(qn("w:type")) == kind for each in section.findall(qn("w:headerReference"))):
            reference = _made("w:headerReference", type=kind)
            reference.set(qn("r:id"), relation)
            section.insert(0, reference)


def append_xml(word: WordDocument, xml: str) -> None:
    """Put a paragraph or table, given as XML without its declaration, at the end of the body."""
    _last_section(word).addprevious(parse_xml(xml))


def add_chart_part(word: WordDocument, number: int, chart: bytes, workbook: bytes) -> str:
    """Add a chart and the workbook behind it as parts, and return the id by which a drawing refers to the chart.

    The chart refers to its workbook as rId1, the first of its relationships (ECMA-376 Part 1, 14.2.1).
    """
    package = word.part.package
    book = Part(PackURI(f"/word/embeddings/workbook{number}.xlsx"), CONTENT_TYPE.SML_SHEET, workbook, package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, chart, package)
    part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    return word.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
