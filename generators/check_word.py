"""Opens a made .docx again before it is saved, and compares: a file that does not read back is not handed out."""

import io
import zipfile

from lxml import etree

from generators.document import Document, TextBlock
from report.errors import Failure, UserError

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def check_word(data: bytes, document: Document, name: str) -> None:
    """Raise UserError unless a .docx opens and holds every paragraph of the document, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    text = _visible("".join(element.text or "" for element in root.iter(_TEXT)))
    at = 0
    for block in document.blocks:
        if isinstance(block, TextBlock):
            wanted = _visible(block.text)
            found = text.find(wanted, at)
            if found < 0:
                raise UserError(Failure.CHECK_FAILED, name=name, cause=wanted[:20])
            at = found + len(wanted)


def _visible(text: str) -> str:
    return "".join(character for character in text if character.isprintable() and not character.isspace())
