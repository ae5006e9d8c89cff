"""Opens a made PDF again before it is saved, and compares: a file that does not read back is not handed out."""

import unicodedata
from collections.abc import Iterable

import pypdfium2

from generators.pages import Pages
from report.errors import Failure, UserError


def check_pdf(data: bytes, pages: Pages, name: str) -> None:
    """Raise UserError unless a PDF opens, has its pages, and the text of the first and last page reads back."""
    with pypdfium2.PdfDocument(data) as document:
        if len(document) != len(pages.pages):
            raise UserError(Failure.CHECK_FAILED, name=name, cause=f"{len(document)} ≠ {len(pages.pages)}")
        without_font = {character for character, _ in pages.missing}
        for number in {0, len(pages.pages) - 1}:
            text = "".join(line.text for line in pages.pages[number].lines)
            wanted = _letters(character for character in text if character not in without_font)
            lost = sorted(wanted - _letters(document[number].get_textpage().get_text_bounded()))
            if lost:
                raise UserError(Failure.CHECK_FAILED, name=name, cause="".join(lost[:10]))


def _letters(text: Iterable[str]) -> set[str]:
    """Return the letters and digits of a text in their plain form, as PDFium gives them back (ﬁ as fi)."""
    plain = unicodedata.normalize("NFKC", "".join(text))
    return {character for character in plain if character.isalnum()}
