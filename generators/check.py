"""Opens a made file again before it is saved, and compares: a file that does not read back is not handed out."""

import io
import zipfile

import pypdfium2
from lxml import etree

from generators.document import Document, TextBlock
from generators.pages import Pages
from report.errors import Failure, UserError

_WORD_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def check_pdf(data: bytes, pages: Pages, name: str) -> None:
    """Raise UserError unless a PDF opens, has its pages, and the text of the first and last page reads back."""
    with pypdfium2.PdfDocument(data) as document:
        if len(document) != len(pages.pages):
            raise UserError(Failure.CHECK_FAILED, name=name, cause=f"{len(document)} ≠ {len(pages.pages)}")
        for number in {0, len(pages.pages) - 1}:
            wanted = {character for line in pages.pages[number].lines for character in _drawn(line.text)}
            missing = {c for c, _ in pages.missing}
            got = set(document[number].get_textpage().get_text_bounded())
            lost = sorted(wanted - got - missing)
            if lost:
                raise UserError(Failure.CHECK_FAILED, name=name, cause="".join(lost[:10]))


def check_word(data: bytes, document: Document, name: str) -> None:
    """Raise UserError unless a .docx opens and holds every paragraph of the document, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    text = "".join(_drawn("".join(element.text or "" for element in root.iter(_WORD_TEXT))))
    at = 0
    for block in document.blocks:
        if isinstance(block, TextBlock):
            wanted = "".join(_drawn(block.text))
            found = text.find(wanted, at)
            if found < 0:
                raise UserError(Failure.CHECK_FAILED, name=name, cause=wanted[:20])
            at = found + len(wanted)


def _drawn(text: str) -> list[str]:
    return [character for character in text if character.isprintable() and not character.isspace()]
