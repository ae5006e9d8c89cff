"""Formats that another program reads: LibreOffice, on Windows also Word or WPS, makes a .docx, and that is read."""

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from report.errors import Failure, UserError
from report.readers.apart import TooSlowError, run_apart
from report.readers.content import Content, content_name
from report.readers.docx import read_docx
from report.readers.file_bytes import LARGEST_FILE
from report.readers.given import Given
from report.readers.office_converters import Converter, ending, found_converters
from report.readers.office_limits import refuse_bombs
from report.source import Source
from report.words import _

_SECONDS: Final = 60  # a report takes two, and the program may be starting for the first time
_MEMORY: Final = 4 * 1024**3  # bytes of address space; a report takes one and a half

# What stands in the environment of a session and is no concern of a program that converts a file.
_PRIVATE: Final = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


def read_office(content: Content, given: Given) -> Source:
    """Return the lines of a file of a format that has to be converted. Raises UserError where it cannot be."""
    found = found_converters()
    if not found:
        raise UserError(Failure.CONVERTER_MISSING, name=given.name, what=content_name(content))
    refuse_bombs(content, given.data, given.name)
    return read_docx(_converted(content, given, found), given.name)


def _converted(content: Content, given: Given, found: tuple[Converter, ...]) -> bytes:
    given.progress.step(0.0, _("正在转换“{name}”").format(name=given.name))
    slow = False
    for converter in found:
        try:
            made = convert(converter, ending(content), given)
        except TooSlowError:
            slow = True
            continue
        if made is not None:
            return made
    if slow:
        raise UserError(Failure.CONVERSION_TOO_SLOW, name=given.name, seconds=str(_SECONDS))
    raise UserError(Failure.CONVERSION_FAILED, name=given.name, cause=content_name(content))


def convert(converter: Converter, extension: str, given: Given) -> bytes | None:
    """Return a file as the .docx a program makes of it, None where it makes none. Raises TooSlowError, Cancelled."""
    try:
        with TemporaryDirectory(prefix="briefdesk-", ignore_cleanup_errors=True) as private:
            folder = Path(private)
            for name in ("in", "out", "home", "tmp"):
                (folder / name).mkdir()
            source = folder / "in" / f"report{extension}"
            source.write_bytes(given.data)
            try:
                command = converter.command(source, folder)
                run_apart(command, _environment(folder), given.progress, _SECONDS, largest=_MEMORY)
            finally:
                converter.clear(folder)
            return _made(folder / "out" / "report.docx")
    except OSError as error:
        cause = _("临时文件夹写不进去，或转换程序启动不了")
        raise UserError(Failure.UNREADABLE_FILE, name=given.name, cause=cause) from error


def _made(target: Path) -> bytes | None:
    # The status says nothing: LibreOffice ends with 0 also where it could not open the file.
    if not target.is_file() or not 0 < target.stat().st_size <= LARGEST_FILE:
        return None
    return target.read_bytes()


def _environment(folder: Path) -> Mapping[str, str]:
    """Return an environment in which a program finds no settings of the user's, and can write where it likes to."""
    private = {name: str(folder / "home") for name in _PRIVATE}
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder / "tmp"))
    return {**os.environ, **private, **temporary, "SAL_USE_VCLPLUGIN": "svp"}
