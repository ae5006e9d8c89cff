"""Opens the base document of Word papers: its page, footers and styles stay, its samples go."""

import zlib
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from lxml.etree import LxmlError

from generators import word_xml
from generators.word_adoption import take_styles_over
from generators.word_styles import OTHER_NAMES, RUN_IN_NAMES, STYLE_NAMES
from report.errors import Failure, UserError

BASE: Final = Path(__file__).parent.parent / "templates" / "word" / "base.docx"
# A paragraph of an office's own base with these words: what stands above it stays.
BODY_MARK: Final = "{{正文}}"

# What opening a damaged package raises: the zip, its compression, its XML, and parts that are not where they should be.
DAMAGE: Final = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    LxmlError,
    PackageNotFoundError,
    OSError,
    KeyError,
    ValueError,
    AttributeError,  # python-docx asks an element of another kind for what only the right kind has
)


def open_base(base: Path) -> tuple[WordDocument, bool]:
    """Return the base document without its samples, and whether it has a head of its own in its body.

    Styles that it lacks are taken over from ours. Raises UserError where it is damaged, locked or no .docx.
    """
    word = _opened(base)
    if base != BASE:
        take_styles_over(word, _opened(BASE), (*STYLE_NAMES.values(), *RUN_IN_NAMES.values(), *OTHER_NAMES))
    return word, word_xml.empty_body(word, BODY_MARK)


def _opened(base: Path) -> WordDocument:
    try:
        return docx.Document(str(base))
    except DAMAGE as error:
        raise UserError(Failure.BAD_TEMPLATE, name=base.name, cause=str(error)) from error
