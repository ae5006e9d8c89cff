"""The tables of other formats under office names, and of plain text."""

from typing import Final

from tests.hostile import making_converted as office
from tests.hostile import making_named as named
from tests.hostile import making_packages as packages
from tests.hostile import making_text as text
from tests.hostile import making_word as word
from tests.hostile.invented import LINES, TEXT, TRADITIONAL
from tests.hostile.rows import DAMAGED, FIGURE, OTHERWISE, PASSWORD, Row, Verdict

REJECT, PARSE, WARN, EITHER = Verdict
_REPORT: Final = (FIGURE,)
_SAVE: Final = (*OTHERWISE, *DAMAGED)

NAMED: Final = (
    Row("password_protected.docx", lambda _: named.compound("EncryptionInfo", "EncryptedPackage"), REJECT, PASSWORD),
    Row("password_standard.docx", lambda _: named.compound("EncryptedPackage", "EncryptionInfo"), REJECT, PASSWORD),
    Row("password_rc4.doc", lambda _: named.word_binary(flags=0x100), REJECT, PASSWORD),
    Row("real_docx_named.doc", lambda _: packages.good(), PARSE, holds=_REPORT),
    Row("real_docx_named.wps", lambda _: packages.good(), PARSE, holds=_REPORT),
    Row("real_docx_named.pdf", lambda _: packages.good(), EITHER, ("与扩展名不符",), _REPORT),
    Row("real_docx_named.txt", lambda _: packages.good(), EITHER, ("与扩展名不符",), _REPORT, ("PK\x03\x04",)),
    Row("ms_works.wps", lambda _: named.compound("MatOST", "CONTENTS"), REJECT, OTHERWISE, seconds=5),
    Row("word2.doc", lambda _: b"\xdb\xa5\x2d\x00" + b"\0" * 500, EITHER, OTHERWISE, seconds=5),
    Row("truncated.doc", lambda _: named.word_binary()[:3000], REJECT, _SAVE, seconds=20, mb=600),
    Row("half_a_header.doc", lambda _: named.word_binary()[:400], REJECT, DAMAGED),
    Row("ole_directory_cycle.doc", lambda _: named.directory_circle(), EITHER, DAMAGED),
    Row("ole_huge_sizes.doc", lambda _: named.huge_sizes(), REJECT, DAMAGED),
    Row("html_gb2312_named.doc", lambda _: named.html("gb2312"), EITHER, OTHERWISE, _REPORT),
    Row("html_utf8_named.docx", lambda _: named.html("utf-8"), EITHER, OTHERWISE, _REPORT),
    Row("rtf_gbk_named.doc", lambda _: named.rtf(), EITHER, OTHERWISE, _REPORT, seconds=20, mb=600),
    Row("rtf_deep_groups.doc", lambda _: named.deep_rtf(1_000_000), REJECT, _SAVE, seconds=20, mb=600),
    Row("xlsx_named.docx", lambda _: named.workbook(), REJECT, ("不是 Word 文档",)),
    Row("odt_named.docx", lambda _: named.open_document(), EITHER, ("OpenDocument",), _REPORT, seconds=20, mb=600),
    Row("report.ofd", lambda _: named.ofd(), REJECT, ("OFD",)),
    Row("report.uof", lambda _: named.uof(), REJECT, ("UOF",), seconds=20, mb=600),
)

_WHOLE: Final = (FIGURE, "县人民政府县长")
_GARBAGE: Final = ("\ufeff", "锟斤拷", "\ufffd")

TEXTS: Final = (
    Row("utf8.txt", lambda _: text.encoded("utf-8"), PARSE, holds=_WHOLE, lacks=_GARBAGE),
    Row("utf8_bom.txt", lambda _: text.encoded("utf-8-sig"), PARSE, holds=_WHOLE, lacks=_GARBAGE),
    Row("gb18030.txt", lambda _: text.encoded("gb18030"), PARSE, holds=_WHOLE, lacks=_GARBAGE),
    Row("utf16le_bom.txt", lambda _: text.encoded("utf-16-le", b"\xff\xfe"), PARSE, holds=_WHOLE, lacks=_GARBAGE),
    Row("utf16be_bom.txt", lambda _: text.encoded("utf-16-be", b"\xfe\xff"), PARSE, holds=_WHOLE, lacks=_GARBAGE),
    Row("utf16be_nobom.txt", lambda _: text.encoded("utf-16-be"), PARSE, holds=_WHOLE, lacks=_GARBAGE),
    Row("utf16le_nobom.txt", lambda _: text.encoded("utf-16-le"), PARSE, holds=_WHOLE, lacks=_GARBAGE),
    Row("utf32le_bom.txt", lambda _: text.encoded("utf-32-le", b"\xff\xfe\0\0"), PARSE, holds=_WHOLE, lacks=_GARBAGE),
    Row("utf32be_bom.txt", lambda _: text.encoded("utf-32-be", b"\0\0\xfe\xff"), PARSE, holds=_WHOLE, lacks=_GARBAGE),
    Row(
        "gb18030_4byte.txt",
        lambda _: text.rare_characters(),
        PARSE,
        holds=(FIGURE, "𠮷野家项目", "张䶮"),
        lacks=_GARBAGE,
    ),
    Row("big5.txt", lambda _: TRADITIONAL.encode("big5"), PARSE, holds=("全縣地區生產總值完成135.6億元",)),
    Row(
        "utf8_one_bad_byte.txt",
        lambda _: text.one_bad_byte(),
        WARN,
        holds=_REPORT,
        lacks=("鍏ㄥ幙",),
        notices=("不是文字",),
    ),
    Row("utf8_read_as_gbk_mojibake.txt", lambda _: text.garbled(), EITHER, ("编码",)),
    Row("mixed_utf8_gbk.txt", lambda _: text.mixed(), EITHER, ("编码",), _WHOLE, notices=("编码",)),
    Row(
        "utf8_surrogates_cesu.txt",
        lambda _: text.lone_surrogates(),
        WARN,
        holds=(FIGURE, "半个字"),
        notices=("不是文字",),
    ),
    Row(
        "newlines_mixed.txt", lambda _: text.mixed_ends(), PARSE, holds=(FIGURE, "1.空气质量优良天数"), lines=len(LINES)
    ),
    Row("newlines_cr_only.txt", lambda _: text.ended_by("\r"), PARSE, holds=_REPORT, lines=len(LINES)),
    Row("newlines_crcrlf.txt", lambda _: text.ended_by("\r\r\n"), PARSE, holds=_REPORT, lines=len(LINES)),
    Row(
        "nul_bytes.txt",
        lambda _: text.with_zeros(),
        WARN,
        holds=(FIGURE, "各位代表"),
        lacks=("\\u0000",),
        notices=("控制字符",),
    ),
    Row("nul_tail.txt", lambda _: TEXT.encode() + b"\0" * 100_000, WARN, holds=_REPORT, lacks=("\\u0000",)),
    Row("unicode_zoo.txt", lambda _: "\n".join((*LINES, *text.ZOO)).encode(), PARSE, holds=(FIGURE, "𠮷", "😀")),
    Row("markup_like.txt", lambda _: "\n".join((*LINES, *text.MARKUP)).encode(), PARSE, holds=(FIGURE, *text.MARKUP)),
    Row(
        "formula_injection.txt", lambda _: "\n".join((*LINES, *text.FORMULAS)).encode(), PARSE, holds=("一、正常标题",)
    ),
    Row("empty.txt", lambda _: b"", REJECT, ("空文件",), seconds=1),
    Row("bom_only.txt", lambda _: b"\xef\xbb\xbf", REJECT, ("空文件", "没有文字"), seconds=1),
    Row("utf8_51MB.txt", lambda _: text.large("utf-8", 51 * 1024**2), REJECT, ("超过 50 MB",)),
    Row("lines_200001.txt", lambda _: "字\n".encode() * 200_001, REJECT, ("超过 200000 段",)),
    Row(
        "utf8_50MB.txt",
        lambda _: text.large("utf-8", 50_000_000),
        EITHER,
        ("过大",),
        _REPORT,
        seconds=60,
        mb=1500,
        heavy=True,
    ),
    Row(
        "gbk_50MB.txt",
        lambda _: text.large("gb18030", 50_000_000),
        EITHER,
        ("过大",),
        _REPORT,
        seconds=60,
        mb=1500,
        heavy=True,
    ),
    Row("pdf_named.txt", lambda _: b"%PDF-1.7\n1 0 obj\n<<", REJECT, ("与扩展名不符", "不是文本")),
    Row("no_headings_20KB.txt", lambda _: text.no_headings(), PARSE, holds=_REPORT),
    Row("hz_gb_2312.txt", lambda _: text.in_hz(), EITHER, ("编码",), _REPORT),
    Row("binary_noise.txt", lambda _: packages.noise(300_000), REJECT, ("编码",)),
    Row("markup_like.docx", lambda _: word.with_lines(*text.MARKUP), PARSE, holds=(FIGURE, *text.MARKUP)),
)

_OFFICE: Final = "libreoffice"
_NUMBERED: Final = word.OUTLINE_NUMBERED

CONVERTED: Final = (
    Row("lo_roundtrip.docx", lambda _: office.report("docx"), PARSE, holds=_REPORT, seconds=5, tool=_OFFICE),
    Row(
        "lo_numbered_roundtrip.docx",
        lambda _: office.numbered("docx"),
        PARSE,
        headings=_NUMBERED,
        seconds=5,
        tool=_OFFICE,
    ),
    Row("lo_report.doc", lambda _: office.report("doc"), EITHER, OTHERWISE, _WHOLE, seconds=20, mb=600, tool=_OFFICE),
    Row("lo_report.wps", lambda _: office.report("doc"), EITHER, OTHERWISE, _WHOLE, seconds=20, mb=600, tool=_OFFICE),
    Row(
        "real_doc_named.docx",
        lambda _: office.report("doc"),
        EITHER,
        OTHERWISE,
        _WHOLE,
        seconds=20,
        mb=600,
        tool=_OFFICE,
    ),
    Row(
        "real_doc_no_extension",
        lambda _: office.report("doc"),
        EITHER,
        OTHERWISE,
        _WHOLE,
        seconds=20,
        mb=600,
        tool=_OFFICE,
    ),
    Row(
        "lo_numbered.doc",
        lambda _: office.numbered("doc"),
        EITHER,
        OTHERWISE,
        headings=_NUMBERED,
        seconds=20,
        mb=600,
        tool=_OFFICE,
    ),
    Row(
        "lo_table_footnote.doc",
        lambda _: office.with_note("doc"),
        EITHER,
        OTHERWISE,
        _REPORT,
        ("135.61", "135.62"),
        seconds=20,
        mb=600,
        tool=_OFFICE,
    ),
    Row("lo_report.odt", lambda _: office.report("odt"), EITHER, OTHERWISE, _REPORT, seconds=20, mb=600, tool=_OFFICE),
    Row(
        "lo_template.dotx",
        lambda _: office.report("dotx"),
        EITHER,
        OTHERWISE,
        _REPORT,
        seconds=10,
        mb=400,
        tool=_OFFICE,
    ),
    Row(
        "lo_numbered.pdf", lambda _: office.numbered("pdf"), PARSE, headings=_NUMBERED, seconds=10, mb=500, tool=_OFFICE
    ),
)

ROWS: Final = (*NAMED, *TEXTS, *CONVERTED)
