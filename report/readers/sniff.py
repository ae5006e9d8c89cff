"""What a file is, by its bytes; its name only settles what the bytes leave open."""

import codecs
import re
import zipfile
import zlib
from io import BytesIO
from typing import Final

from report.errors import Failure, UserError
from report.readers.content import Content
from report.readers.ole import SIGNATURE as OLE_SIGNATURE
from report.readers.ole import OleDamagedError, OleStream, streams
from report.words import _

# Names under which a text is no text: what stands in such a file is a pointer, an error page, or what a crash left.
_NAMES: Final[dict[str, Content]] = {
    ".docx": Content.DOCX,
    ".docm": Content.DOCX,
    ".dotx": Content.DOCX,
    ".dotm": Content.DOCX,
    ".doc": Content.WORD_BINARY,
    ".dot": Content.WORD_BINARY,
    ".wps": Content.WORD_BINARY,
    ".wpt": Content.WORD_BINARY,
    ".rtf": Content.RTF,
    ".odt": Content.OPEN_DOCUMENT,
    ".pdf": Content.PDF,
    ".ofd": Content.OFD,
    ".uof": Content.UOF,
    ".uot": Content.UOF,
    ".xls": Content.EXCEL,
    ".xlsx": Content.EXCEL,
    ".et": Content.EXCEL,
    ".ppt": Content.SLIDES,
    ".pptx": Content.SLIDES,
    ".dps": Content.SLIDES,
}

_WEB_NAMES: Final = frozenset({".htm", ".html", ".xhtml"})

_SIGNATURES: Final = (
    (b"%PDF-", Content.PDF),
    (b"{\\rtf", Content.RTF),
    (b"\xdb\xa5\x2d\x00", Content.WORD_OLD),  # Word 2
    (b"\x9b\xa5", Content.WORD_OLD),  # Word 1
    (b"\x31\xbe\x00\x00", Content.WORD_OLD),  # Write, Word for DOS
    (b"Rar!\x1a\x07", Content.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Content.ARCHIVE),
    (b"\x1f\x8b\x08", Content.ARCHIVE),
    (b"BZh", Content.ARCHIVE),
    (b"\xfd7zXZ\x00", Content.ARCHIVE),
    (b"\x89PNG\r\n", Content.IMAGE),
    (b"\xff\xd8\xff", Content.IMAGE),
    (b"GIF8", Content.IMAGE),
    (b"II*\x00", Content.IMAGE),
    (b"MM\x00*", Content.IMAGE),
    (b"\x7fELF", Content.PROGRAM),
    (b"MZ\x90\x00", Content.PROGRAM),
)

_HTML: Final = re.compile(rb"<(!doctype\s+html|html|head|body|meta|title|script|style|div)[\s>/]", re.IGNORECASE)
_XML_ROOTS: Final = (
    (b"<html", Content.HTML),
    (b"UOF", Content.UOF),
    (b"wordDocument", Content.WORD_XML),
    (b"schemas.microsoft.com/office/2006/xmlPackage", Content.WORD_XML),
    (b"urn:oasis:names:tc:opendocument", Content.OPEN_DOCUMENT),
)
_WORD_NAMES: Final = frozenset({Content.DOCX, Content.WORD_BINARY, Content.RTF})
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_COMMON: Final = re.compile("[\u4e00-\u9fa5]")  # what GB 2312 and GBK hold; bytes of anything else fall elsewhere
_HEAD: Final = 4096
_MOST_NAMES: Final = 100_000
_OWN_SECTORS: Final = 4096  # [MS-CFB] 2.2: a stream from this size on has sectors of its own


def suffix(name: str) -> str:
    """Return the extension of a name in small letters, with its dot."""
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""


def promised(name: str) -> Content | None:
    """Return what a name says its file is, or None where it could be a text."""
    return _NAMES.get(suffix(name))


def sniff(data: bytes, name: str) -> Content:
    """Return what a file is. Raises UserError for empty and damaged ones, encrypted zips and Word's owner files."""
    if not data:
        raise UserError(Failure.EMPTY_FILE, name=name)
    content = _by_signature(data, name) or _by_markup(data, name)
    if name.startswith("~$") and content is None:
        raise UserError(Failure.OWNER_FILE, name=name)
    if content is not None:
        return content
    if promised(name) is not None:
        if zipfile.is_zipfile(BytesIO(data)):  # something stands before the zip
            return _zip_content(data, name)
        if promised(name) in _WORD_NAMES and _is_chinese_text(data):
            return Content.TEXT  # Word opens it without a word
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("内容不是文档"))
    return Content.TEXT


def _is_chinese_text(data: bytes) -> bool:
    """Whether bytes are a text that is mostly Chinese, not a pointer, an error page or what a crash has left."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if _CONTROLS.search(head):
        return False
    for encoding in ("utf-8", "gb18030"):
        try:  # an incremental decoder does not mind that the last character is cut through
            text = codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return 2 * len(_COMMON.findall(text)) > len(text)
    return False


def _by_signature(data: bytes, name: str) -> Content | None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_content(data, name)
    if data.startswith(OLE_SIGNATURE):
        return _ole_content(data, name)
    if suffix(name) == ".pdf" and b"%PDF-" in data[:_HEAD]:
        return Content.PDF  # readers look for the mark in the first 1,024 bytes (ISO 32000-1, annex H, note 13)
    return next((content for signature, content in _SIGNATURES if data.startswith(signature)), None)


def _by_markup(data: bytes, name: str) -> Content | None:
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"<?xml"):
        return next((content for mark, content in _XML_ROOTS if mark in head), None)
    if head[:13].lower() == b"mime-version:" or (head[:5].lower() == b"from:" and b"\nmime-version:" in head.lower()):
        return Content.WEB_ARCHIVE
    if _HTML.match(head) or (suffix(name) in _WEB_NAMES and _HTML.search(head)):
        return Content.HTML
    return None


def _zip_content(data: bytes, name: str) -> Content:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            mime = _mime_type(package)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("压缩结构不完整")) from error
    names = {entry.filename.replace("\\", "/").lower() for entry in entries[:_MOST_NAMES]}
    if entries and all(entry.flag_bits & 1 for entry in entries if not entry.is_dir()):
        raise UserError(Failure.PASSWORD_PROTECTED, name=name)
    if not names:
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("压缩包是空的"))
    return _by_mime(mime) or _by_names(names)


def _mime_type(package: zipfile.ZipFile) -> bytes:
    """Return what the first entry of an OpenDocument or EPUB file says of itself (ODF 1.2 part 3, 3.3)."""
    entry = next((each for each in package.infolist()[:_MOST_NAMES] if each.filename == "mimetype"), None)
    if entry is None or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return b""
    with package.open(entry) as stream:
        return stream.read(100)


def _by_mime(mime: bytes) -> Content | None:
    if mime.startswith(b"application/epub"):
        return Content.EPUB
    if mime.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return Content.EXCEL
    if mime.startswith(b"application/vnd.oasis.opendocument.presentation"):
        return Content.SLIDES
    return Content.OPEN_DOCUMENT if mime.startswith(b"application/vnd.oasis") else None


def _by_names(names: set[str]) -> Content:
    if "ofd.xml" in names:
        return Content.OFD
    if "uof.xml" in names or "_meta/meta.xml" in names:
        return Content.UOF
    word = any(entry.startswith("word/") for entry in names)
    if not word and any(entry.startswith("xl/") for entry in names):
        return Content.EXCEL
    if not word and any(entry.startswith("ppt/") for entry in names):
        return Content.SLIDES
    if word or not names.isdisjoint({"[content_types].xml", "_rels/.rels"}):
        return Content.DOCX
    return Content.ARCHIVE


def _ole_content(data: bytes, name: str) -> Content:
    try:
        found = {stream.name: stream for stream in streams(data)}
    except OleDamagedError as error:
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("Office 97-2003 文件的目录不完整")) from error
    if "EncryptedPackage" in found or "EncryptionInfo" in found:
        return Content.ENCRYPTED_OFFICE
    if "WordDocument" in found:
        return _word_binary(found["WordDocument"], data, name)
    for stream, content in (
        ("Workbook", Content.EXCEL),
        ("Book", Content.EXCEL),
        ("PowerPoint Document", Content.SLIDES),
        ("MatOST", Content.WORKS),
        ("CONTENTS", Content.WORKS),
    ):
        if stream in found:
            return content
    return Content.OLE


def _word_binary(stream: OleStream, data: bytes, name: str) -> Content:
    # The last sector may be short, the file information block at the beginning may not.
    if stream.size < _OWN_SECTORS:  # it lies in the stream of small streams; Word writes none so short
        return Content.WORD_BINARY
    if stream.start + stream.size > len(data) + 4096 or stream.start + 32 > len(data):
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("正文不完整"))
    # [MS-DOC] 2.5.2: fEncrypted is bit 8 of the flags at offset 10 of the file information block.
    return Content.ENCRYPTED_OFFICE if data[stream.start + 11] & 1 else Content.WORD_BINARY
