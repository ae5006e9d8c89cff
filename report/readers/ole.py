"""The directory of an OLE compound file ([MS-CFB]): enough to tell what it is, never what it holds."""

import struct
from dataclasses import dataclass
from typing import Final

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER: Final = 512
_ENTRY: Final = 128
_IN_HEADER: Final = 109  # sectors of the allocation table that the header itself names (2.2)
_LAST_SECTOR: Final = 0xFFFFFFFA
_MOST_ENTRIES: Final = 10_000


class OleDamagedError(ValueError):
    """The file points outside itself, or in a circle."""


@dataclass(frozen=True, slots=True)
class OleStream:
    """An entry of the directory: `start` is its first byte in the file where it is long enough to have sectors."""

    name: str
    start: int
    size: int


def streams(data: bytes) -> tuple[OleStream, ...]:
    """Return the streams and storages of a compound file. Raises OleDamagedError."""
    if len(data) < _HEADER:
        raise OleDamagedError("header")
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in {9, 12}:  # 2.2: 512 bytes in version 3, 4096 in version 4
        raise OleDamagedError("sector size")
    sector = 1 << shift
    table_sectors, directory = struct.unpack_from("<II", data, 44)
    if table_sectors * sector > len(data):
        raise OleDamagedError("allocation table")
    table = _allocation_table(data, sector, table_sectors)
    entries: list[OleStream] = []
    for number in _chain(directory, table):
        start = _offset(number, sector, data)
        for at in range(start, start + sector, _ENTRY):
            entry = _entry(data, at, sector)
            if entry is not None:
                entries.append(entry)
        if len(entries) > _MOST_ENTRIES:
            raise OleDamagedError("directory")
    return tuple(entries)


def _allocation_table(data: bytes, sector: int, count: int) -> tuple[int, ...]:
    table: list[int] = []
    for number in _table_places(data, sector, count):
        at = _offset(number, sector, data)
        table.extend(struct.unpack_from(f"<{sector // 4}I", data, at))
    return tuple(table)


def _table_places(data: bytes, sector: int, count: int) -> list[int]:
    """Return the sectors of the allocation table: the header names 109, a chain of sectors the rest (2.5)."""
    places = list(struct.unpack_from(f"<{min(count, _IN_HEADER)}I", data, 76))
    following = struct.unpack_from("<I", data, 68)[0]
    while len(places) < count:
        more = struct.unpack_from(f"<{sector // 4}I", data, _offset(following, sector, data))
        places.extend(more[: min(count - len(places), len(more) - 1)])
        following = more[-1]
    return places


def _chain(first: int, table: tuple[int, ...]) -> tuple[int, ...]:
    chain: list[int] = []
    seen: set[int] = set()
    number = first
    while number <= _LAST_SECTOR:
        if number in seen or number >= len(table):
            raise OleDamagedError("chain")
        seen.add(number)
        chain.append(number)
        number = table[number]
    return tuple(chain)


def _offset(number: int, sector: int, data: bytes) -> int:
    at = (number + 1) * sector
    if at + sector > len(data):
        raise OleDamagedError("sector beyond the end")
    return at


def _entry(data: bytes, at: int, sector: int) -> OleStream | None:
    length, kind = struct.unpack_from("<HB", data, at + 64)
    if kind == 0 or not 2 <= length <= 64:
        return None
    name = data[at : at + length - 2].decode("utf-16-le", "replace")
    start, size = struct.unpack_from("<II", data, at + 116)
    return OleStream(name, (start + 1) * sector, size)
