"""What can stand behind a file name: other formats, folders, pipes, devices, dead links."""

import os
import socket
import struct
import zipfile
from pathlib import Path

import pytest

from report.errors import Failure, UserError
from report.messages import explain
from report.readers import FORMATS, read_bytes, read_source, readable_formats
from report.readers.docx_xml import parse_part
from report.source import LineKind
from tests.report.making_docx import FIGURE, paragraph, parts, texts, zipped

REPORTS = Path(__file__).parents[2].parent / "shared" / "reports"
DOCX = zipped(parts(paragraph(FIGURE)))
HTML = f"<!DOCTYPE html>\n<html><body><p>{FIGURE}</p></body></html>"


@pytest.fixture(autouse=True)
def _no_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said does not depend on what is installed."""
    monkeypatch.setattr("report.readers.office_converters.find_libreoffice", lambda: None)


def sentence(data: bytes, name: str) -> tuple[Failure, str]:
    with pytest.raises(UserError) as caught:
        read_bytes(data, name)
    words = explain(caught.value)
    assert name in words
    assert "；" in words
    return caught.value.failure, words


def refused(path: Path) -> Failure:
    with pytest.raises(UserError) as caught:
        read_source(path)
    explain(caught.value).encode()
    return caught.value.failure


def ole(*names: str, flags: int = 0, more: bytes = b"\0" * 8192) -> bytes:
    """Return a compound file whose streams, all the same, stand in the sectors after the directory."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<II", header, 44, 1, 1)
    struct.pack_into("<109I", header, 76, 0, *([0xFFFFFFFF] * 108))
    table = struct.pack("<128I", 0xFFFFFFFD, *([0xFFFFFFFE] * 127))
    directory = bytearray(512)
    for place, name in enumerate(("Root Entry", *names)):
        written = name.encode("utf-16-le")
        at = place * 128
        directory[at : at + len(written)] = written
        struct.pack_into("<HB", directory, at + 64, len(written) + 2, 5 if place == 0 else 2)
        struct.pack_into("<II", directory, at + 116, 2, 4096)
    body = bytearray(more)
    body[10:12] = struct.pack("<H", flags)
    return bytes(header) + table + bytes(directory) + bytes(body)


@pytest.mark.parametrize(
    "name", ["报告.docx", "报告.doc", "报告.wps", "报告.txt", "报告.pdf", "报告", "a b'\"$(x).docm"]
)
def test_a_word_file_is_read_under_every_name(name: str) -> None:
    assert texts(read_bytes(DOCX, name)) == [FIGURE]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("name", ["报告.doc", "报告.docx", "报告.wps", "报告.rtf"])
def test_a_chinese_text_is_read_under_the_name_of_word(name: str, encoding: str) -> None:
    lines = [f"{FIGURE}，第{place}句。" for place in range(400)]
    assert texts(read_bytes("\r\n".join(lines).encode(encoding), name)) == lines


@pytest.mark.parametrize(
    ("data", "name", "failure", "word"),
    [
        (ole("WordDocument"), "报告.doc", Failure.CONVERTER_MISSING, "另存为"),
        (ole("WordDocument"), "报告.docx", Failure.CONVERTER_MISSING, "另存为"),
        (ole("WordDocument"), "报告", Failure.CONVERTER_MISSING, ".docx"),
        (ole("WordDocument", flags=0x100), "报告.doc", Failure.PASSWORD_NEEDED, "密码"),
        (ole("EncryptedPackage"), "报告.docx", Failure.PASSWORD_NEEDED, "密码"),
        (ole("CONTENTS"), "报告.wps", Failure.NEEDS_CONVERTER, "Works"),
        (ole("Workbook"), "报告.docx", Failure.WRONG_CONTENT, "Excel"),
        (ole("PowerPoint Document"), "报告.ppt", Failure.UNKNOWN_FORMAT, "演示文稿"),
        (ole("Other"), "报告.bin", Failure.NEEDS_CONVERTER, "Office"),
        (ole("WordDocument")[:1400], "报告.doc", Failure.DAMAGED_FILE, "损坏"),
        (ole("WordDocument")[:3000], "报告.doc", Failure.CONVERTER_MISSING, "另存为"),
        (ole("WordDocument", more=b"\0" * 16)[:-16], "报告.doc", Failure.DAMAGED_FILE, "损坏"),
        (b"%PDF-1.7\n", "报告.pdf", Failure.DAMAGED_FILE, "损坏"),
        (b"%PDF-1.7\n", "报告.docx", Failure.WRONG_CONTENT, "不是 Word 文档"),
        (b"%PDF-1.7\n", "报告.txt", Failure.WRONG_CONTENT, "与扩展名不符"),
        (b"{\\rtf1\\ansi" + b"{" * 1000, "报告.doc", Failure.CONVERTER_MISSING, "RTF"),
        (HTML.encode(), "报告.pdf", Failure.WRONG_CONTENT, "不是 PDF"),
        (b"MIME-Version: 1.0\n", "报告.mht", Failure.DAMAGED_FILE, "没有网页"),
        (b'<?xml version="1.0"?><uof:UOF/>', "报告.uof", Failure.NEEDS_CONVERTER, "UOF"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "报告.xml", Failure.CONVERTER_MISSING, "Word"),
        (zipped({"OFD.xml": b""}), "报告.ofd", Failure.NEEDS_OFD_READER, "OFD 阅读器"),
        (zipped({"OFD.xml": b"", "Doc_0/Document.xml": b""}), "报告.docx", Failure.NEEDS_OFD_READER, "GB/T 33190"),
        (zipped({"uof.xml": b""}), "报告.uof", Failure.NEEDS_CONVERTER, "UOF"),
        (zipped({"xl/workbook.xml": b"", "_rels/.rels": b""}), "报告.docx", Failure.WRONG_CONTENT, "Excel"),
        (zipped({"ppt/presentation.xml": b""}), "报告.docx", Failure.WRONG_CONTENT, "演示文稿"),
        (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED),
            "报告.docx",
            Failure.CONVERTER_MISSING,
            "OpenDocument",
        ),
        (zipped({"mimetype": b"application/epub+zip"}), "报告.epub", Failure.UNKNOWN_FORMAT, "EPUB"),
        (zipped({"报告.docx": DOCX}), "报告.zip", Failure.UNKNOWN_FORMAT, "压缩包"),
        (b"\x89PNG\r\n\x1a\n", "报告.png", Failure.UNKNOWN_FORMAT, "图片"),
        (b"\xdb\xa5\x2d\x00" + b"\0" * 500, "报告.doc", Failure.NEEDS_CONVERTER, "Word"),
        (b"\x7fELF", "报告", Failure.UNKNOWN_FORMAT, "程序"),
        (b"\x05abc" + b"\0" * 158, "~$报告.docx", Failure.OWNER_FILE, "临时文件"),
        (b"\0" * 1000, "报告.docx", Failure.DAMAGED_FILE, "损坏"),
        (FIGURE.encode("gbk") + b"\0\1", "报告.doc", Failure.DAMAGED_FILE, "损坏"),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
            "报告.docx",
            Failure.DAMAGED_FILE,
            "损坏",
        ),
        (FIGURE.encode(), "报告.pdf", Failure.DAMAGED_FILE, "损坏"),
        (
            bytes((7 * place * place + place // 3) % 256 for place in range(9999)),
            "报告.x",
            Failure.UNKNOWN_FORMAT,
            ".txt",
        ),
        (b"", "报告.docx", Failure.EMPTY_FILE, "空文件"),
    ],
)
def test_every_other_format_is_named_with_what_to_do(data: bytes, name: str, failure: Failure, word: str) -> None:
    found, words = sentence(data, name)
    assert found is failure, words
    assert word in words


def test_a_compound_file_that_points_at_itself_or_lies_about_its_size_is_damaged() -> None:
    circle = bytearray(ole("WordDocument"))
    struct.pack_into("<I", circle, 512 + 4, 1)
    assert sentence(bytes(circle), "报告.doc")[0] is Failure.DAMAGED_FILE
    huge = bytearray(ole("WordDocument"))
    struct.pack_into("<I", huge, 44, 268_435_456)
    assert sentence(bytes(huge), "报告.doc")[0] is Failure.DAMAGED_FILE


def test_a_compound_file_of_many_megabytes_is_told_by_a_directory_far_behind() -> None:
    table_sectors = 111  # two more than the header can name
    sectors = bytearray(512 * 128 * table_sectors)
    places = [*range(1, table_sectors + 1)]
    directory = 128 * 110 + 5
    struct.pack_into("<128I", sectors, 0, *places[109:], *([0xFFFFFFFF] * 125), 0xFFFFFFFE)
    for place in places:
        struct.pack_into("<128I", sectors, place * 512, *([0xFFFFFFFE] * 128))
    small = ole("WordDocument")
    header = bytearray(small[:512])
    struct.pack_into("<II", header, 44, table_sectors, directory)
    struct.pack_into("<II", header, 68, 0, 1)
    struct.pack_into("<109I", header, 76, *places[:109])
    sectors[directory * 512 : directory * 512 + 512] = small[1024:1536]
    struct.pack_into("<I", sectors, directory * 512 + 128 + 116, 200)  # the text: a sector of zeros
    assert sentence(bytes(header) + bytes(sectors), "大.doc")[0] is Failure.CONVERTER_MISSING


def test_the_sentence_for_an_unknown_format_lists_every_format_that_is_read() -> None:
    words = sentence(b"\x89PNG\r\n\x1a\n", "报告.png")[1]
    assert all(each.suffixes[0] in words for each in FORMATS if not each.converted)
    assert ".doc、" not in words, "no program is there to convert it"
    assert readable_formats() in words


def test_a_file_is_read_through_links_and_whatever_its_name(tmp_path: Path) -> None:
    for name in ("甲.docx", ".hidden.docx", "空格 '引号\" $(touch PWNED) ;&|.docx", "长" * 80 + ".docx"):
        path = tmp_path / name
        path.write_bytes(DOCX)
        path.chmod(0o400)
        assert texts(read_source(path)) == [FIGURE]
        assert path.read_bytes() == DOCX
    (tmp_path / "link.docx").symlink_to(tmp_path / "甲.docx")
    assert texts(read_source(tmp_path / "link.docx")) == [FIGURE]


def test_a_name_in_another_encoding_can_be_opened_and_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + "/报告.txt".encode("gbk")))
    path.write_text(FIGURE, encoding="utf-8")
    assert texts(read_source(path)) == [FIGURE]
    path.write_bytes(b"")
    with pytest.raises(UserError) as caught:
        read_source(path)
    assert "报告.txt" in explain(caught.value)


def test_a_name_cannot_turn_the_sentence_round(tmp_path: Path) -> None:
    path = tmp_path / "报告\u202etxt.\x07docx"
    path.write_bytes(b"")
    with pytest.raises(UserError) as caught:
        read_source(path)
    assert caught.value.facts["name"] == "报告txt.docx"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "文件夹.docx"
    folder.mkdir()
    assert refused(folder) is Failure.IS_A_FOLDER
    pipe = tmp_path / "管道.txt"
    os.mkfifo(pipe)
    assert refused(pipe) is Failure.NOT_A_REGULAR_FILE
    device = tmp_path / "设备.txt"
    device.symlink_to("/dev/zero")
    assert refused(device) is Failure.NOT_A_REGULAR_FILE
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.fspath(tmp_path / "s.pdf"))
        assert refused(tmp_path / "s.pdf") is Failure.NOT_A_REGULAR_FILE
    loop = tmp_path / "圈.docx"
    loop.symlink_to(loop)
    assert refused(loop) is Failure.UNREADABLE_FILE
    dangling = tmp_path / "断.docx"
    dangling.symlink_to(tmp_path / "没有")
    assert refused(dangling) is Failure.FILE_NOT_FOUND
    assert refused(tmp_path / "没有" / "没有.docx") is Failure.FILE_NOT_FOUND
    assert refused(tmp_path / "a\0b.docx") is Failure.FILE_NOT_FOUND


def test_a_file_of_the_kernel_that_says_it_is_empty_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "内存.txt"
    link.symlink_to("/proc/self/mem")
    assert refused(link) in {Failure.UNREADABLE_FILE, Failure.EMPTY_FILE, Failure.NO_PERMISSION}


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    with path.open("wb") as stream:
        stream.truncate(5 * 1024**3)
    assert refused(path) is Failure.TOO_LARGE


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "锁.docx"
    path.write_bytes(DOCX)
    path.chmod(0)
    assert refused(path) is Failure.NO_PERMISSION


@pytest.mark.reports
@pytest.mark.skipif(not REPORTS.is_dir(), reason="the folder of real reports is not here")
def test_no_character_of_a_real_word_file_is_lost() -> None:
    paths = sorted(REPORTS.glob("*.docx"))
    assert paths
    for path in paths:
        with zipfile.ZipFile(path) as package:
            root = parse_part(package.read("word/document.xml"), path.name)
        written = "".join(element.text or "" for element in root.iter("{*}t"))
        lines = [line for line in read_source(path).lines if line.kind is not LineKind.NOTE]
        shown = "".join(line.text.removeprefix(line.auto_number) for line in lines)
        assert "".join(shown.split()) == "".join(written.split()), path.name


@pytest.mark.reports
@pytest.mark.skipif(not REPORTS.is_dir(), reason="the folder of real reports is not here")
def test_real_word_files_are_read_right() -> None:
    numbered = read_source(REPORTS / "word_auto_numbering.docx")
    assert [line.auto_number for line in numbered.lines] == ["", "1.", "2.", "3.", ""]
    assert all(line.text.startswith(line.auto_number) for line in numbered.lines)
    boxed = texts(read_source(REPORTS / "word_textbox.docx"))
    assert [boxed.count(text) for text in boxed] == [1] * 4
    revised = read_source(REPORTS / "word_revisions.docx")
    assert [line.kind for line in revised.lines] == [LineKind.PARAGRAPH] * 3 + [LineKind.NOTE] * 2
    whole = "".join(texts(revised))
    assert "插入的" in whole
    assert "删除的" not in whole
