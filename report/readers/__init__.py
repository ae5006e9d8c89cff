"""One module a format; each turns the bytes of a file into lines and stops there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from report.errors import Failure, UserError
from report.progress import NO_PROGRESS, Progress
from report.readers.content import Content
from report.readers.file_bytes import file_bytes, shown_name
from report.readers.given import Given
from report.readers.refusing import refusal
from report.readers.sniff import sniff, suffix
from report.readers.text import LARGEST_TEXT, read_text
from report.source import Source
from report.words import _, listed


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read: how its content is known, what its files are called, and who reads it."""

    content: Content
    suffixes: tuple[str, ...]  # the first one is what a person calls it; none where nobody would
    read: Callable[[Given], Source]  # raises UserError and Cancelled
    converted: bool = False  # by another program, which has to be on the machine


def _read_text(given: Given) -> Source:
    return read_text(given.data, given.name)


def _read_docx(given: Given) -> Source:
    from report.readers.docx import read_docx  # noqa: PLC0415 - lxml takes as long to load as a text to be read

    return read_docx(given.data, given.name)


def _read_pdf(given: Given) -> Source:
    from report.readers.pdf import read_pdf  # noqa: PLC0415 - loads what a text does not need

    return read_pdf(given)


def _read_html(given: Given) -> Source:
    from report.readers.html import read_html  # noqa: PLC0415 - as in _read_docx

    return read_html(given.data, given.name)


def _read_web_archive(given: Given) -> Source:
    from report.readers.html import read_web_archive  # noqa: PLC0415 - as in _read_docx

    return read_web_archive(given.data, given.name)


def _read_office(content: Content, given: Given) -> Source:
    from report.readers.office import read_office  # noqa: PLC0415 - as in _read_docx

    return read_office(content, given)


FORMATS: Final = (
    Format(Content.DOCX, (".docx", ".docm", ".dotx", ".dotm"), _read_docx),
    Format(Content.PDF, (".pdf",), _read_pdf),
    Format(Content.HTML, (".html", ".htm", ".xhtml"), _read_html),
    Format(Content.WEB_ARCHIVE, (".mht", ".mhtml"), _read_web_archive),
    Format(Content.TEXT, (".txt",), _read_text),
    Format(
        Content.WORD_BINARY,
        (".doc", ".wps", ".dot", ".wpt"),
        partial(_read_office, Content.WORD_BINARY),
        converted=True,
    ),
    Format(Content.RTF, (".rtf",), partial(_read_office, Content.RTF), converted=True),
    Format(
        Content.OPEN_DOCUMENT, (".odt", ".ott", ".fodt"), partial(_read_office, Content.OPEN_DOCUMENT), converted=True
    ),
    Format(Content.WORD_XML, (), partial(_read_office, Content.WORD_XML), converted=True),
)


def readable_formats() -> str:
    """Return the formats that are read on this machine, as a sentence lists them."""
    from report.readers.office_converters import found_converters  # noqa: PLC0415 - only a few sentences want it

    can_convert = bool(found_converters())
    return listed(each.suffixes[0] for each in FORMATS if each.suffixes and (can_convert or not each.converted))


def read_source(path: Path, password: str | None = None, progress: Progress = NO_PROGRESS) -> Source:
    """Return the lines of a file, by its content and not its name. Raises UserError and Cancelled."""
    return read_bytes(file_bytes(path), shown_name(path), password, progress)


def read_bytes(data: bytes, name: str, password: str | None = None, progress: Progress = NO_PROGRESS) -> Source:
    """Return the lines of a file that is in memory; `name` stands for it in sentences. Raises UserError, Cancelled."""
    given = Given(data, name, password, progress)
    content = sniff(data, name)
    if content is Content.ENCRYPTED_OFFICE:
        from report.readers.decrypting import without_password  # noqa: PLC0415 - few reports have one

        given = replace(given, data=without_password(given))
        content = sniff(given.data, name)
    for each in FORMATS:
        if each.content is content:
            return _read(each, given)
    raise refusal(content, name, readable_formats())


def _read(each: Format, given: Given) -> Source:
    try:
        source = each.read(given)
    except UserError as error:
        if error.failure is Failure.UNKNOWN_ENCODING and suffix(given.name) != ".txt":
            what = _("认不出的文件")
            formats = readable_formats()
            raise UserError(Failure.UNKNOWN_FORMAT, name=given.name, what=what, formats=formats) from error
        raise
    if _is_too_large(source):
        raise UserError(Failure.TOO_LARGE, name=given.name, limit=f"{LARGEST_TEXT // 1024**2} MB")
    return source


def _is_too_large(source: Source) -> bool:
    """Tell whether a file holds more text than a text file may, in the bytes of UTF-8."""
    characters = sum(len(line.text) for line in source.lines)
    if characters * 4 <= LARGEST_TEXT:  # none has more bytes
        return False
    return sum(len(line.text.encode("utf-8", "replace")) for line in source.lines) > LARGEST_TEXT
