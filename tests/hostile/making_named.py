"""Other formats under office names: binary Word, Works, RTF, HTML, workbooks, OpenDocument, OFD, UOF."""

import struct
import zipfile

from tests.hostile.invented import LINES, TEXT
from tests.report.making_docx import zipped

_END, _TABLE, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR = 512


def compound(*names: str, first: bytes = b"", sectors: int = 16) -> bytes:
    """Return a compound file whose streams all stand in the same sectors, beginning with these bytes ([MS-CFB])."""
    header = bytearray(_SECTOR)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 40, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    struct.pack_into("<109I", header, 76, 0, *([_FREE] * 108))
    chain = [*range(3, 2 + sectors), _END]
    table = [_TABLE, _END, *chain]
    table += [_FREE] * (128 - len(table))
    directory = bytearray(_SECTOR)
    for place, name in enumerate(("Root Entry", *names)):
        written = name.encode("utf-16-le")
        at = place * 128
        directory[at : at + len(written)] = written
        struct.pack_into("<HBB", directory, at + 64, len(written) + 2, 5 if place == 0 else 2, 1)
        right = place + 1 if 0 < place < len(names) else _FREE
        struct.pack_into("<III", directory, at + 68, _FREE, right, 1 if place == 0 else _FREE)
        struct.pack_into("<II", directory, at + 116, _END if place == 0 else 2, 0 if place == 0 else sectors * _SECTOR)
    body = first.ljust(sectors * _SECTOR, b"\0")
    return bytes(header) + struct.pack("<128I", *table) + bytes(directory) + body


def word_binary(flags: int = 0) -> bytes:
    """Return what has the look of a binary Word document: the head of its text stream, and no text."""
    return compound("WordDocument", "1Table", first=struct.pack("<HHHHHHH", 0xA5EC, 0xC1, 0, 0x804, 0, flags, 0xBF))


def directory_circle() -> bytes:
    """Return a compound file with an entry that is its own child, and a chain of sectors that bites its tail."""
    data = bytearray(word_binary())
    struct.pack_into("<III", data, 2 * _SECTOR + 128 + 68, 1, 1, 1)
    struct.pack_into("<I", data, _SECTOR + 4, 1)  # the directory's chain
    return bytes(data)


def huge_sizes() -> bytes:
    """Return a compound file that claims 268 million sectors of allocation table."""
    data = bytearray(word_binary())
    struct.pack_into("<I", data, 44, 268_435_456)
    return bytes(data)


def html(encoding: str) -> bytes:
    """Return the report as a web page."""
    body = "".join(f"<p>{line}</p>" for line in LINES)
    page = f'<html><head><meta charset="{encoding}"><title>{LINES[0]}</title></head><body>{body}</body></html>'
    return page.encode("gbk" if encoding == "gb2312" else encoding)  # pages that say GB 2312 hold GBK


def rtf() -> bytes:
    """Return the report as RTF in code page 936."""
    lines = b"".join(b"".join(_escaped(letter) for letter in line) + b"\\par\n" for line in LINES)
    head = b"{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0\n"
    return head + lines + b"}"


def _escaped(letter: str) -> bytes:
    return letter.encode() if letter.isascii() else b"".join(b"\\'%02x" % byte for byte in letter.encode("gbk"))


def deep_rtf(groups: int) -> bytes:
    """Return RTF with so many groups, one in another."""
    return b"{\\rtf1\\ansi" + b"{" * groups + b"x" + b"}" * groups + b"}"


def workbook() -> bytes:
    """Return a workbook."""
    return zipped({"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"", "xl/workbook.xml": b"<workbook/>"})


def open_document() -> bytes:
    """Return the report as an OpenDocument text."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    lines = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body>'
        f"<office:text>{lines}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    made = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped(made, zipfile.ZIP_STORED)


def ofd() -> bytes:
    """Return the package of an OFD file."""
    return zipped({"OFD.xml": b'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>', "Doc_0/Document.xml": b"<x/>"})


def uof() -> bytes:
    """Return a UOF document as one XML file."""
    return f'<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="x">{TEXT}</uof:UOF>'.encode()
