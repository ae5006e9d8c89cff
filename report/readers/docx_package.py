"""The package of a .docx (ISO/IEC 29500-2): named parts of a zip, read within limits counted while inflating.

Nothing is unpacked to disk, and no target outside the package is opened.
"""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from urllib.parse import unquote

from report.errors import Failure, UserError
from report.readers.docx_xml import Element, parse_part, short
from report.words import _

_LARGEST_PART: Final = 64 * 1024 * 1024
_LARGEST_PACKAGE: Final = 256 * 1024 * 1024
_MOST_ENTRIES: Final = 5_000
_MOST_TAGS: Final = 2_000_000  # a tree of empty elements is fifty times as large as its file
_CHUNK: Final = 1024 * 1024
_ENTRY_HEADER: Final = 30  # bytes of a local file header without name and extra field (APPNOTE 4.3.7)
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # ISO/IEC 29500-2, annex C allows no other


@dataclass(frozen=True, slots=True)
class Relationship:
    """A line of a .rels part. `kind` is the last word of its type, the same in both editions of the standard."""

    id: str
    kind: str
    target: str  # a part's name, or an address where `external`
    external: bool


class Package:
    """An open package. Parts are found whatever the case of their names, as the standard wants (6.3.5)."""

    def __init__(self, data: bytes, name: str) -> None:
        """Look through the directory of the zip. Raises UserError for damaged, encrypted and overlapping ones."""
        self._name = name
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._damaged(_("压缩结构不完整")) from error
        entries = self._zip.infolist()
        if len(entries) > _MOST_ENTRIES:
            raise UserError(Failure.UNPACKS_TOO_LARGE, name=name, limit=_("{count} 个部件").format(count=_MOST_ENTRIES))
        self._refuse_overlaps(entries)
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for entry in entries:
            self._entries.setdefault(_key(entry.filename), []).append(entry)

    def has(self, part: str) -> bool:
        """Return whether there is such a part."""
        return _key(part) in self._entries

    def names(self) -> tuple[str, ...]:
        """Return the parts' names in small letters."""
        return tuple(self._entries)

    def xml(self, part: str) -> Element | None:
        """Return the root of a part, or None where there is no such part. Raises UserError for a damaged one."""
        found = self._entries.get(_key(part))
        if found is None:
            return None
        if len(found) > 1:  # readers disagree which one counts; a figure must not depend on that
            raise self._damaged(_("部件“{part}”有两个").format(part=part))
        data = self._inflated(found[0])
        if data.count(b"<") > _MOST_TAGS:
            raise UserError(
                Failure.UNPACKS_TOO_LARGE, name=self._name, limit=_("{count} 个标记").format(count=_MOST_TAGS)
            )
        return parse_part(data, self._name)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Return the relationships of a part, "" standing for the package."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", file + ".rels"))
        if root is None:
            return ()
        return tuple(self._relationship(each, folder) for each in root if short(each.tag) == "rel:Relationship")

    def _relationship(self, element: Element, folder: str) -> Relationship:
        target = element.get("Target") or ""
        external = element.get("TargetMode") == "External"
        kind = (element.get("Type") or "").rsplit("/", 1)[-1]
        if not external:
            whole = posixpath.join("/", folder, target.replace("\\", "/"))
            target = posixpath.normpath(whole).lstrip("/")
            if not self.has(target):
                target = unquote(target)
        return Relationship(element.get("Id") or "", kind, target, external)

    def _inflated(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & 1:
            raise UserError(Failure.PASSWORD_PROTECTED, name=self._name)
        if entry.compress_type not in _METHODS:
            raise self._damaged(_("压缩方法不认识"))
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    self._read += len(piece)
                    if size > _LARGEST_PART or self._read > _LARGEST_PACKAGE:
                        raise UserError(
                            Failure.UNPACKS_TOO_LARGE, name=self._name, limit=f"{_LARGEST_PART // 1024**2} MB"
                        )
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise self._damaged(_("部件“{part}”解不开").format(part=entry.filename)) from error
        return b"".join(pieces)

    def _refuse_overlaps(self, entries: list[zipfile.ZipInfo]) -> None:
        """Refuse entries that share bytes: a few MB then unpack to many GB (CVE-2024-0450)."""
        end = 0
        for entry in sorted(entries, key=lambda each: each.header_offset):
            if entry.header_offset < end:
                raise self._damaged(_("压缩包里的条目重叠"))
            end = entry.header_offset + _ENTRY_HEADER + entry.compress_size

    def _damaged(self, cause: str) -> UserError:
        return UserError(Failure.DAMAGED_FILE, name=self._name, cause=cause)


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
