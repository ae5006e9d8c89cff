"""A password kept in a file, so that it stands on no command line."""

import codecs
from pathlib import Path
from typing import Final

from report.errors import Failure, UserError
from report.readers.file_bytes import file_bytes, shown_name

_LONGEST: Final = 4096  # bytes; nothing that was typed is longer


def read_password(path: Path) -> str:
    """Return the first line of a file, in UTF-8 or GB 18030. Raises UserError where there is none."""
    data = file_bytes(path)
    line = data.removeprefix(codecs.BOM_UTF8).splitlines()[:1]
    if not line or not line[0]:
        raise UserError(Failure.EMPTY_FILE, name=shown_name(path))
    if len(line[0]) > _LONGEST:
        raise UserError(Failure.TOO_LARGE, name=shown_name(path), limit=f"{_LONGEST} B")
    try:
        return line[0].decode("utf-8")
    except UnicodeDecodeError:
        return line[0].decode("gb18030", "replace")
