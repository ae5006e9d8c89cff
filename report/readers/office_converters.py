"""Which programs on this machine turn other office formats into .docx."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from report.readers.content import Content
from report.readers.libreoffice import find_libreoffice, libreoffice_command
from report.readers.windows_office import end_left_behind, office_command, office_programs

# What the file is called while it is converted. Its own name stays outside: it may be anything, and shows in nothing.
_ENDINGS: Final = {
    Content.WORD_BINARY: ".doc",
    Content.RTF: ".rtf",
    Content.OPEN_DOCUMENT: ".odt",
    Content.WORD_XML: ".xml",
}

SERVES: Final = (".doc", ".wps", ".rtf", ".odt")


@dataclass(frozen=True, slots=True)
class Converter:
    """A program that converts, found on this machine or not."""

    name: str
    program: Path | None
    automated: str = ""  # the name under which Windows starts it for other programs; "" for LibreOffice

    def command(self, source: Path, folder: Path) -> tuple[str, ...]:
        """Return the command that makes `out/report.docx` in `folder` from `source`. It prepares the folder."""
        assert self.program is not None  # noqa: S101 - only those that were found convert
        if self.automated:
            return office_command(self.program, self.automated, source, folder)
        return libreoffice_command(self.program, source, folder)

    def clear(self, folder: Path) -> None:
        """End what the command may have left running."""
        if self.automated:
            end_left_behind(folder)


def ending(content: Content) -> str:
    """Return the extension under which a file is converted."""
    return _ENDINGS[content]


def known_converters() -> tuple[Converter, ...]:
    """Return all that could serve on this system, the first choice first; without a program where it is missing."""
    found = [Converter("LibreOffice", find_libreoffice())]
    if sys.platform == "win32":
        found += [Converter(each.name, each.shell, automated=each.automated) for each in office_programs()]
    return tuple(found)


def found_converters() -> tuple[Converter, ...]:
    """Return those that are on this machine."""
    return tuple(each for each in known_converters() if each.program is not None)
