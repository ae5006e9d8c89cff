"""From bytes to characters: which encoding a text file is in, told from its bytes alone."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

_SAMPLE: Final = 65_536  # bytes or characters; enough to tell, and a detector over 50 MB takes minutes

# UTF-32 before UTF-16: the UTF-32LE mark begins with the UTF-16LE one.
_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (b"\x84\x31\x95\x33", "gb18030", "GB18030"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

_DOUBLE_BYTE: Final = (("gb18030", "GB18030"), ("cp950", "Big5"), ("big5hkscs", "Big5"))

_AFTER_LINE_END: Final = re.compile(rb"(?<=[\r\n])")
_NOT_ASCII: Final = re.compile("[^\x00-\x7f]")
_PUNCTUATION: Final = re.compile("[\u00a0-\u00ff\u2010-\u203f\u2460-\u24ff\u3000-\u303f\uff00-\uffef]")
_READABLE: Final = re.compile("[\t\r\n\x20-\x7e\u00a0-\u00ff\u2010-\u203f\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was come by. `replaced` bytes were no characters and stand as U+FFFD."""

    text: str
    encoding: str  # as a person calls it
    guessed: bool = False  # nothing in the file says so, and another encoding was thinkable
    replaced: int = 0


def decode(data: bytes) -> Decoded | None:
    """Return the text of a file, or None where no encoding fits."""
    marked = _by_mark(data)
    if marked is not None:
        return marked
    body = data.rstrip(b"\0")  # what an unclean shutdown leaves; would upset the parity test for UTF-16
    pairs = data[: len(body) + len(body) % 2]  # a final "\n" of UTF-16LE ends with a zero of its own
    found = _wide_by_zeros(pairs)
    if found is None:
        found = _utf8(body) or _double_byte(body) or _detected(body)
        pairs = body
    if found is None:
        return None
    return Decoded(found.text + "\0" * (len(data) - len(pairs)), found.encoding, found.guessed, found.replaced)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec, name in _BOMS:
        if not data.startswith(mark):
            continue
        text = data[len(mark) :].decode(codec, "replace")
        replaced = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if codec == "utf-8" else 0)
        if replaced * 10 <= len(text):
            return Decoded(text.lstrip("\ufeff"), name, replaced=max(replaced, 0))
    return None


def _wide_by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: digits, line ends and 一 have a zero byte, which other encodings' text has not."""
    sample = data[:_SAMPLE]
    if sample.count(0) * 200 < len(sample) or not sample:
        return None
    little, big = (_share(sample.decode(codec, "replace"), _is_readable) for codec in ("utf-16-le", "utf-16-be"))
    return _wide(data, "utf-16-be" if big > little else "utf-16-le", at_least=0.8)


def _wide(data: bytes, codec: str, at_least: float) -> Decoded | None:
    text = data.decode(codec, "replace")
    if _share(text, _is_readable) < at_least:
        return None
    return Decoded(text, "UTF-16", guessed=True, replaced=text.count("\ufffd"))


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, also with a few bad bytes: double-byte text read as UTF-8 would be bad in most of its characters."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data)
    return _hz(data) or Decoded(text, "UTF-8")


def _damaged_utf8(data: bytes) -> Decoded | None:
    head = data[:_SAMPLE].decode("utf-8", "replace")
    if head.count("\ufffd") * 3 > len(_NOT_ASCII.findall(head)):  # replacing all through 50 MB of GBK takes seconds
        return None
    try:  # CESU-8: characters beyond the BMP written as two surrogates of three bytes each
        halves = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    else:
        text = halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    other = len(text) - len(text.encode("ascii", "ignore"))  # a list of them would take eighty bytes for each
    return Decoded(text, "UTF-8", replaced=max(bad, 0)) if bad * 10 <= other else None


def _hz(data: bytes) -> Decoded | None:
    """HZ (RFC 1843): GB 2312 in seven bits between ~{ and ~}."""
    if b"~{" not in data or b"~}" not in data or not data.isascii():
        return None
    try:
        return Decoded(data.decode("hz"), "HZ", guessed=True)
    except UnicodeDecodeError:
        return None


def _double_byte(data: bytes) -> Decoded | None:
    """GB18030 or Big5. Nearly all Big5 is lawful GBK, so the commonness of the characters decides."""
    best, score = None, 0.0
    for codec, name in _DOUBLE_BYTE:
        if score > 0.9:
            break
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        share = _share_of_foreign(text, _common(name))
        if share > score:
            best, score = Decoded(text, name, guessed=codec != "gb18030" or share < 0.7), share
    if best is not None and score >= 0.7:
        return best
    return _damaged(data) or _line_by_line(data) or _wide_without_zeros(data) or _unless(best, score)


def _unless(best: Decoded | None, score: float) -> Decoded | None:
    return best if score >= 0.4 else None


def _wide_without_zeros(data: bytes) -> Decoded | None:
    return _wide(data, "utf-16-le", at_least=0.95) or _wide(data, "utf-16-be", at_least=0.95)


def _damaged(data: bytes) -> Decoded | None:
    """A double-byte text with a few bad bytes, in the encoding whose characters it has more of."""
    best, score = None, 0.85
    for codec, name in _DOUBLE_BYTE:
        text = data.decode(codec, "replace")
        bad = text.count("\ufffd")
        share = _share_of_foreign(text, _common(name))
        if bad * 50 <= len(text) and share >= score:
            best, score = Decoded(text, name, guessed=True, replaced=bad), share
    return best


def _line_by_line(data: bytes) -> Decoded | None:
    """Two files joined, one UTF-8 and one GB18030. No byte of either encoding's characters is a line end."""
    pieces: list[str] = []
    encodings: set[str] = set()
    replaced = 0
    for line in _AFTER_LINE_END.split(data):
        piece = _utf8_line(line) or _gb_line(line)
        if piece is None:
            return None
        pieces.append(piece.text)
        replaced += piece.replaced
        if not line.isascii():
            encodings.add(piece.encoding)
    return Decoded("".join(pieces), "、".join(sorted(encodings)), guessed=True, replaced=replaced)


def _utf8_line(line: bytes) -> Decoded | None:
    try:
        return Decoded(line.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _damaged_utf8(line)


def _gb_line(line: bytes) -> Decoded | None:
    text = line.decode("gb18030", "replace")
    bad = text.count("\ufffd")
    return Decoded(text, "GB18030", replaced=bad) if bad * 10 <= len(_NOT_ASCII.findall(text)) else None


def _detected(data: bytes) -> Decoded | None:
    # Only here: importing the detector takes longer than reading a report.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return None
    text = data.decode(best.encoding, "replace")
    bad = text.count("\ufffd")
    if bad * 50 > len(text) or _share(text, _is_readable) < 0.9:
        return None
    return Decoded(text, best.encoding.upper(), guessed=True, replaced=bad)


def _is_readable(text: str) -> int:
    return len(_READABLE.findall(text))


def _share(text: str, count: Callable[[str], int]) -> float:
    sample = text[:_SAMPLE]
    return count(sample) / len(sample) if sample else 0.0


def _share_of_foreign(text: str, common: frozenset[str]) -> float:
    """Return how many of the characters beyond ASCII are common ones or marks; 1 where there is none."""
    foreign = _NOT_ASCII.findall(text[:_SAMPLE])
    known = sum(1 for character in foreign if character in common or _PUNCTUATION.match(character))
    return known / len(foreign) if foreign else 1.0


@cache
def _common(name: str) -> frozenset[str]:
    """Return the common characters of an encoding: the first plane of GB 2312 (B0 to D7), of Big5 (A4 to C6)."""
    codec, leads = ("gb2312", range(0xB0, 0xD8)) if name == "GB18030" else ("big5", range(0xA4, 0xC7))
    pairs = b"".join(bytes((lead, trail)) for lead in leads for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    return frozenset(pairs.decode(codec, "ignore"))
