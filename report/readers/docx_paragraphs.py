"""What the properties of a Word paragraph say before any of its text is read."""

from report.readers.docx_lines import Paragraph
from report.readers.docx_styles import Styles, outline_level
from report.readers.docx_xml import Element, child, is_on, value


def paragraph_of(element: Element, styles: Styles) -> tuple[Paragraph, bool]:
    """Return the paragraph that a `w:p` begins, and whether Word counts it where it is numbered."""
    properties = child(element, "w:pPr")
    mark = child(properties, "w:rPr")
    style = styles.paragraph(value(child(properties, "w:pStyle")))
    level = outline_level(properties)
    hidden = child(mark, "w:specVanish") is not None
    deleted = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
    paragraph = Paragraph(
        style=style,
        level=(style.level if level is None else level) or None,
        continues=hidden or deleted,
        keeps_head=hidden and not deleted,
    )
    return paragraph, not deleted and not style.in_contents and not _is_unseen(element, mark)


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
