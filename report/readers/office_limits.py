"""Looks through a file before another program is let loose on it: a bomb for our reader is one for that, too."""

import re
import zipfile
import zlib
from io import BytesIO
from typing import Final

from report.errors import Failure, UserError
from report.readers.content import Content
from report.words import _

_LARGEST_PART: Final = 64 * 1024 * 1024
_LARGEST_PACKAGE: Final = 256 * 1024 * 1024
_MOST_ENTRIES: Final = 5_000
_CHUNK: Final = 1024 * 1024
_ENTRY_HEADER: Final = 30  # bytes of a local file header without name and extra field (APPNOTE 4.3.7)
_DEEPEST: Final = 500  # groups within groups; Word writes a dozen
_MOST_GROUPS: Final = 2_000_000

_GROUP: Final = re.compile(rb"\\[\\{}]|[{}]|\\bin(\d{1,9}) ?")  # an escaped brace is none; binary data has any bytes
_ENCRYPTED: Final = b"encryption-data"


def refuse_bombs(content: Content, data: bytes, name: str) -> None:
    """Raise UserError where a file is one that converting programs choke on, or that wants a password."""
    if content is Content.RTF:
        _refuse_deep_groups(data, name)
    elif content is Content.OPEN_DOCUMENT and data.startswith(b"PK"):
        _refuse_package(data, name)


def _refuse_deep_groups(data: bytes, name: str) -> None:
    if data.count(b"{") > _MOST_GROUPS:
        raise UserError(Failure.TOO_LARGE, name=name, limit=_("{count} 个标记").format(count=_MOST_GROUPS))
    depth = 0
    at = 0
    while (found := _GROUP.search(data, at)) is not None:
        at = found.end()
        if found.group(1):
            at += int(found.group(1))
        elif found.group() == b"{":
            depth += 1
        elif found.group() == b"}":
            depth -= 1
        if depth > _DEEPEST:
            raise UserError(Failure.CONVERSION_FAILED, name=name, cause=_("嵌套过深"))


def _refuse_package(data: bytes, name: str) -> None:
    """Count what the parts inflate to, whatever their headers say; look for the mark of a password."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > _MOST_ENTRIES:
                limit = _("{count} 个部件").format(count=_MOST_ENTRIES)
                raise UserError(Failure.UNPACKS_TOO_LARGE, name=name, limit=limit)
            _refuse_overlaps(entries, name)
            whole = 0
            for entry in entries:
                whole += _inflated_size(package, entry, name)
                if whole > _LARGEST_PACKAGE:
                    raise _too_large(name, _LARGEST_PACKAGE)
            if "META-INF/manifest.xml" in package.namelist() and _ENCRYPTED in package.read("META-INF/manifest.xml"):
                raise UserError(Failure.PASSWORD_PROTECTED, name=name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("压缩结构不完整")) from error


def _inflated_size(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> int:
    size = 0
    with package.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > _LARGEST_PART:
                raise _too_large(name, _LARGEST_PART)
    return size


def _refuse_overlaps(entries: list[zipfile.ZipInfo], name: str) -> None:
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:
            raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("压缩包里的条目重叠"))
        end = entry.header_offset + _ENTRY_HEADER + entry.compress_size


def _too_large(name: str, limit: int) -> UserError:
    return UserError(Failure.UNPACKS_TOO_LARGE, name=name, limit=f"{limit // 1024**2} MB")
