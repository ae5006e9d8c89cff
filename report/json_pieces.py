"""Encodes a JSON document piece by piece: as one string, that of a long report is longer than all else in memory."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

import msgspec

from report.contract import JsonValue

_TOGETHER: Final = 1_000  # entries of a list that make one piece


def json_pieces(document: JsonValue) -> Iterator[bytes]:
    """Yield the bytes of a document; the lists of an object on top come in pieces."""
    if not isinstance(document, dict):
        yield msgspec.json.encode(document)
        return
    before = b"{"
    for key, value in document.items():
        yield before + msgspec.json.encode(key) + b":"
        yield from _list_pieces(value) if isinstance(value, list) else (msgspec.json.encode(value),)
        before = b","
    yield b"}" if document else b"{}"


def _list_pieces(values: list[JsonValue]) -> Iterator[bytes]:
    rest = iter(values)
    before = b"["
    while some := list(islice(rest, _TOGETHER)):
        yield before + msgspec.json.encode(some)[1:-1]
        before = b","
    yield b"]" if values else b"[]"
