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
from generators.word_styles import OTHER_NAMES, RUN_IN_NAMES, STYLE_NAMES
from report.errors import Failure, UserError
from report.words import listed

BASE: Final = Path(__file__).parent.parent / "templates" / "word" / "base.docx"

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


def open_base(base: Path) -> WordDocument:
    """Return the base document without its samples. Raises UserError where it is damaged or lacks a style."""
    try:
        word = docx.Document(str(base))
    except DAMAGE as error:
        raise UserError(Failure.BAD_TEMPLATE, name=base.name, cause=str(error)) from error
    missing = sorted({*STYLE_NAMES.values(), *RUN_IN_NAMES.values(), *OTHER_NAMES} - {s.name for s in word.styles})
    if missing:
        raise UserError(Failure.BAD_TEMPLATE, name=base.name, cause=listed(missing))
    word_xml.empty_body(word)
    return word
