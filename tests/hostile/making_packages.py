"""Zip packages that are bombs, damaged, or named to be written somewhere else. Inside is a good report."""

import random
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from types import MappingProxyType

from tests.hostile.invented import LINES
from tests.hostile.rows import Site
from tests.report.making_docx import content_types, paragraph, parts, relationships, root, zipped

BODY = "".join(paragraph(line) for line in LINES)
STORED, BZIP2 = zipfile.ZIP_STORED, zipfile.ZIP_BZIP2
_MB = 1024**2
_NONE: Mapping[str, str | bytes | None] = MappingProxyType({})


def package(changes: Mapping[str, str | bytes | None] = _NONE, **others: str) -> dict[str, str | bytes]:
    """Return the parts of a good report with some put in place, or taken out where None."""
    whole: dict[str, str | bytes | None] = {**parts(BODY, **{"styles": "", **others}), **changes}
    return {name: content for name, content in whole.items() if content is not None}


def changed(part: str, content: str | bytes | None) -> bytes:
    """Return a good report with one part put in place or taken out."""
    return zipped(package({part: content}))


def good(method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the report without fault."""
    return zipped(package(), method)


def with_parts(names: Iterable[str], content: bytes = b"x") -> bytes:
    """Return a report with more parts of these names."""
    return zipped(package(dict.fromkeys(names, content)))


# Bombs


def inflating(part: str, megabytes: int) -> bytes:
    """Return a report with a part that inflates to so many MiB of blanks, a thousandth of that in the file."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in package({part: None}).items():
            made.writestr(name, content)
        with made.open(part, "w", force_zip64=True) as entry:
            entry.write(b'<?xml version="1.0"?><a>')
            for _ in range(megabytes):
                entry.write(b" " * _MB)
    return stream.getvalue()


def inflating_to_gigabytes(part: str, gigabytes: int) -> bytes:
    """Return a package of one entry that inflates to so many GiB, made by repeating one compressed MiB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b" " * _MB) + packer.flush(zlib.Z_FULL_FLUSH)
    data = block * (1024 * gigabytes) + packer.flush()
    size = gigabytes * 1024**3
    name = part.encode()
    wide = struct.pack("<HHQQ", 1, 16, size, len(data))
    sizes = struct.pack("<III", 0, 0xFFFFFFFF, 0xFFFFFFFF)  # the CRC is never reached
    lengths = struct.pack("<HH", len(name), len(wide))
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 45, 0, 8, 0, 0x21) + sizes + lengths + name + wide
    central = b"PK\x01\x02" + struct.pack("<HHHHHH", 45, 45, 0, 8, 0, 0x21) + sizes + lengths
    central += struct.pack("<HHHII", 0, 0, 0, 0, 0) + name + wide
    start = len(local) + len(data)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), start, 0)
    return local + data + central + end


def overlapping(entries: int, megabytes: int) -> bytes:
    """Return a report with so many entries that all point at one stream."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in package().items():
            made.writestr(name, content)
        made.writestr("word/media/i0000.xml", b" " * (megabytes * _MB))
        first = made.getinfo("word/media/i0000.xml")
        for number in range(1, entries):
            twin = zipfile.ZipInfo(f"word/media/i{number:04}.xml")
            twin.compress_type, twin.CRC = first.compress_type, first.CRC
            twin.compress_size, twin.file_size = first.compress_size, first.file_size
            twin.header_offset = first.header_offset
            made.filelist.append(twin)
            made.NameToInfo[twin.filename] = twin
    return stream.getvalue()


def nested(levels: int) -> bytes:
    """Return a report in a report in a report, as embedded objects."""
    data = good()
    for _ in range(levels):
        data = zipped(package({"word/embeddings/inner.docx": data}), zipfile.ZIP_STORED)
    return data


# Names


def relative_names(site: Site) -> bytes:
    """Return a report with parts whose names climb out of the package, towards the folder of the file."""
    folder = site.folder.as_posix().lstrip("/")
    up = "../" * 12
    names = (f"{up}{folder}/PWNED_1.txt", f"word/{up}{folder}/PWNED_2.txt", "../PWNED_3.txt", "./../PWNED_4.txt")
    return with_parts(names)


def absolute_names(site: Site) -> bytes:
    """Return a report with parts whose names begin at the root."""
    folder = site.folder.as_posix()
    return with_parts((f"{folder}/PWNED_1.txt", f"/{folder}/PWNED_2.txt", f"file://{folder}/PWNED_3.txt"))


def windows_names(site: Site) -> bytes:
    """Return a report with parts whose names mean something on Windows."""
    devices = ("CON", "NUL.txt", "COM1", "word/AUX")
    drives = ("C:\\PWNED_2.txt", "C:PWNED_3.txt", "\\\\host\\share\\PWNED_4.txt")
    return with_parts((f"..\\..\\..{site.folder}\\PWNED_1.txt".replace("/", "\\"), *drives, *devices))


def symlink_entry() -> bytes:
    """Return a report with an entry that is a symbolic link to /etc/passwd, and one below it."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in package().items():
            made.writestr(name, content)
        link = zipfile.ZipInfo("word/media/link")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        made.writestr(link, "/etc/passwd")
        made.writestr("word/media/link/x", "x")
    return stream.getvalue()


def targets_outside() -> bytes:
    """Return a report whose relationships point at /etc/passwd."""
    outside = "../../../../../../etc/passwd"
    rels = relationships({"image": outside, "styles": outside, "numbering": "file:///etc/passwd"})
    return changed("word/_rels/document.xml.rels", rels)


def odd_bytes_in_names() -> bytes:
    """Return a report with an entry name that has a NUL byte, and one that is not UTF-8."""
    data = with_parts(("word/media/a_b.png", "word/media/xxxx.png"))
    return data.replace(b"a_b.png", b"a\0b.png").replace(b"xxxx.png", "报告".encode("gbk") + b".png")


def renamed(change: Mapping[str, str]) -> bytes:
    """Return a report with some of its parts under other names."""
    return zipped({change.get(name, name): content for name, content in package().items()})


def main_part_elsewhere(target: str, part: str) -> bytes:
    """Return a report whose main part is found only by its relationship."""
    main = package()["word/document.xml"]
    rels = relationships({"officeDocument": target})
    types = content_types(part=f"/{part}")
    changes = {"word/document.xml": None, "_rels/.rels": rels, "[Content_Types].xml": types, part: main}
    return zipped(package({**changes, f"word/_rels/{part.rpartition('/')[2]}.rels": relationships({})}))


# Damage


def twice() -> bytes:
    """Return a report with two entries word/document.xml that differ."""
    other = root("document", f"<w:body>{paragraph('另一份正文')}</w:body>")
    return zipped(package({"word/documenu.xml": other})).replace(b"word/documenu.xml", b"word/document.xml")


def without_directory() -> bytes:
    """Return a report whose parts are whole and whose central directory is cut off."""
    data = good()
    return data[: data.find(b"PK\x01\x02")]


def flipped() -> bytes:
    """Return a stored report with a byte of its text flipped: the checksum does not fit."""
    data = good(zipfile.ZIP_STORED)
    at = data.find("各位代表".encode())
    return data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :]


def method(number: int) -> bytes:
    """Return a report whose entries claim a compression method."""
    data = bytearray(good(zipfile.ZIP_STORED))
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        for at in _places(data, signature):
            struct.pack_into("<H", data, at + offset, number)
    return bytes(data)


def encrypted_entries() -> bytes:
    """Return a report whose entries carry the flag of zip encryption."""
    data = bytearray(good())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for at in _places(data, signature):
            data[at + offset] |= 1
    return bytes(data)


def streamed() -> bytes:
    """Return a report written as a stream: its sizes stand behind the data."""

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

    stream = Pipe()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in package().items():
            made.writestr(name, content)
    return stream.getvalue()


def noise(size: int) -> bytes:
    """Return bytes without sense, the same each time."""
    return random.Random(9704).randbytes(size)  # noqa: S311 - no secret


def _places(data: bytes | bytearray, signature: bytes) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(signature), data)]
