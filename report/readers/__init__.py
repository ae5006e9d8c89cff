"""One module a format; each turns the bytes of a file into lines and stops there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from report.errors import Failure, UserError
from report.readers.content import Content
from report.readers.file_bytes import file_bytes, shown_name
from report.readers.refusing import refusal
from report.readers.sniff import sniff, suffix
from report.readers.text import read_text
from report.source import Source
from report.words import _, listed


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read: how its content is known, what its files are called, and who reads it."""

    content: Content
    suffixes: tuple[str, ...]  # the first one is what a person calls it
    read: Callable[[bytes, str], Source]  # (bytes, name for the error sentences); raises UserError


def _read_docx(data: bytes, name: str) -> Source:
    from report.readers.docx import read_docx  # noqa: PLC0415 - lxml takes as long to load as a text to be read

    return read_docx(data, name)


def _read_pdf(data: bytes, name: str) -> Source:
    from report.readers.pdf import read_pdf  # noqa: PLC0415 - loads what a text does not need

    return read_pdf(data, name)


def _read_html(data: bytes, name: str) -> Source:
    from report.readers.html import read_html  # noqa: PLC0415 - as in _read_docx

    return read_html(data, name)


def _read_web_archive(data: bytes, name: str) -> Source:
    from report.readers.html import read_web_archive  # noqa: PLC0415 - as in _read_docx

    return read_web_archive(data, name)


FORMATS: Final = (
    Format(Content.DOCX, (".docx", ".docm", ".dotx", ".dotm"), _read_docx),
    Format(Content.PDF, (".pdf",), _read_pdf),
    Format(Content.HTML, (".html", ".htm", ".xhtml"), _read_html),
    Format(Content.WEB_ARCHIVE, (".mht", ".mhtml"), _read_web_archive),
    Format(Content.TEXT, (".txt",), read_text),
)


def readable_formats() -> str:
    """Return the formats that are read, as a sentence lists them."""
    return listed(each.suffixes[0] for each in FORMATS)


def read_source(path: Path) -> Source:
    """Return the lines of a file, by its content and not its name. Raises UserError where it cannot be read."""
    return read_bytes(file_bytes(path), shown_name(path))


def read_bytes(data: bytes, name: str) -> Source:
    """Return the lines of a file that is in memory; `name` stands for it in sentences. Raises UserError."""
    content = sniff(data, name)
    for each in FORMATS:
        if each.content is content:
            return _read(each, data, name)
    raise refusal(content, name, readable_formats())


def _read(each: Format, data: bytes, name: str) -> Source:
    try:
        return each.read(data, name)
    except UserError as error:
        if error.failure is Failure.UNKNOWN_ENCODING and suffix(name) != ".txt":
            what = _("认不出的文件")
            raise UserError(Failure.UNKNOWN_FORMAT, name=name, what=what, formats=readable_formats()) from error
        raise
