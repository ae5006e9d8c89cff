"""What a file can turn out to be, and what people call it."""

from enum import StrEnum
from typing import assert_never

from report.words import _


class Content(StrEnum):
    """What the bytes of a file are, whatever its name says."""

    TEXT = "text"
    DOCX = "docx"
    WORD_BINARY = "word_binary"
    WORD_OLD = "word_old"
    WORD_XML = "word_xml"
    WORKS = "works"
    EXCEL = "excel"
    SLIDES = "slides"
    OLE = "ole"
    ENCRYPTED_OFFICE = "encrypted_office"
    RTF = "rtf"
    OPEN_DOCUMENT = "open_document"
    HTML = "html"
    WEB_ARCHIVE = "web_archive"
    PDF = "pdf"
    OFD = "ofd"
    UOF = "uof"
    EPUB = "epub"
    ARCHIVE = "archive"
    IMAGE = "image"
    PROGRAM = "program"


def content_name(content: Content) -> str:  # noqa: C901, PLR0911, PLR0912 - one name a kind
    """Return what people call such a file."""
    match content:
        case Content.TEXT:
            return _("纯文本")
        case Content.DOCX:
            return _("Word 文档（.docx）")
        case Content.WORD_BINARY:
            return _("Word 97-2003 或 WPS 文档（.doc、.wps）")
        case Content.WORD_OLD:
            return _("很早的 Word 文档")
        case Content.WORD_XML:
            return _("XML 格式的 Word 文档")
        case Content.WORKS:
            return _("Microsoft Works 文档（.wps）")
        case Content.EXCEL:
            return _("Excel 工作簿")
        case Content.SLIDES:
            return _("演示文稿")
        case Content.OLE:
            return _("Office 97-2003 文件")
        case Content.ENCRYPTED_OFFICE:
            return _("有密码的 Office 文件")
        case Content.RTF:
            return _("RTF 文档")
        case Content.OPEN_DOCUMENT:
            return _("OpenDocument 文档（.odt）")
        case Content.HTML:
            return _("网页（HTML）")
        case Content.WEB_ARCHIVE:
            return _("单个文件网页（.mht）")
        case Content.PDF:
            return _("PDF 文件")
        case Content.OFD:
            return _("OFD 版式文件")
        case Content.UOF:
            return _("UOF 文档（标文通）")
        case Content.EPUB:
            return _("EPUB 电子书")
        case Content.ARCHIVE:
            return _("压缩包")
        case Content.IMAGE:
            return _("图片")
        case Content.PROGRAM:
            return _("程序文件")
        case _:
            assert_never(content)
