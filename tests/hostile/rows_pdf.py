"""The tables of PDF files and of what is no file."""

from typing import Final

from tests.hostile import making_objects as objects
from tests.hostile import making_packages as packages
from tests.hostile import making_pdf_files as pdf
from tests.hostile.rows import DAMAGED, FIGURE, PASSWORD, Row, Verdict

REJECT, PARSE, WARN, EITHER = Verdict
_REPORT: Final = (FIGURE,)
_GDP: Final = ("地区生产总值",)
_HELLO: Final = ("Hello report",)
_BOMB: Final = ("过大", "损坏", "超时", "处理时间")
_LONG_NAME: Final = "长" * 80 + ".docx"
_SHELL_NAME: Final = "空格 '引号\" $(touch PWNED) ;&|.docx"

PDF: Final = (
    Row("scanned_image_only.pdf", lambda _: pdf.scanned(), REJECT, ("扫描件", "没有文字"), seconds=10, mb=500),
    Row(
        "mixed_scan_and_text.pdf",
        lambda _: pdf.partly_scanned(),
        WARN,
        holds=_GDP,
        notices=("第2页",),
        seconds=10,
        mb=500,
    ),
    Row("encrypted_rc4.pdf", lambda _: pdf.encrypted("user"), REJECT, PASSWORD, mb=500),
    Row("encrypted_aes256.pdf", lambda _: pdf.encrypted("user", 6), REJECT, PASSWORD, mb=500),
    Row("encrypted_owner_only.pdf", lambda _: pdf.encrypted(""), EITHER, PASSWORD, _GDP, seconds=5, mb=500),
    Row("xref_broken.pdf", lambda _: pdf.lost_start(), EITHER, DAMAGED, _GDP, seconds=10, mb=500),
    Row("xref_shifted.pdf", lambda _: pdf.shifted(), EITHER, DAMAGED, _GDP, seconds=10, mb=500),
    Row("truncated_no_eof.pdf", lambda _: pdf.report()[:-60], EITHER, DAMAGED, _GDP, seconds=10, mb=500),
    Row("truncated_half.pdf", lambda _: pdf.report(8)[: len(pdf.report(8)) // 2], EITHER, DAMAGED, seconds=10, mb=500),
    Row("junk_2000_before_header.pdf", lambda _: b"x" * 2000 + pdf.report(), EITHER, DAMAGED, _GDP, seconds=10, mb=500),
    Row(
        "html_named.pdf", lambda _: b"<html><body><p>404 Not Found</p></body></html>", REJECT, ("不是 PDF",), seconds=2
    ),
    Row("header_only.pdf", lambda _: b"%PDF-1.7\n", REJECT, DAMAGED, seconds=2, mb=500),
    Row("page_tree_cycle.pdf", lambda _: pdf.page_circle(), REJECT, DAMAGED, seconds=5, mb=500),
    Row("page_count_lie.pdf", lambda _: pdf.document(count=2_147_483_647), EITHER, DAMAGED, _HELLO, seconds=5, mb=500),
    Row("page_tree_deep.pdf", lambda _: pdf.deep_tree(20_000), EITHER, DAMAGED, seconds=5, mb=500),
    Row("pages_10001.pdf", lambda _: pdf.many_pages(10_001), REJECT, ("超过 10000 页",), seconds=5, mb=500),
    Row("stream_bomb_1GB.pdf", lambda _: pdf.inflating(1024), REJECT, _BOMB, seconds=10, mb=600, heavy=True),
    Row("stream_bomb_600MB.pdf", lambda _: pdf.inflating(600), REJECT, _BOMB, seconds=10, mb=600),
    Row("stream_bomb_runlength.pdf", lambda _: pdf.inflating(2048, run_length=True), REJECT, _BOMB, seconds=10, mb=600),
    Row("form_xobject_exponential.pdf", lambda _: pdf.forms_in_forms(), EITHER, _BOMB, _HELLO, seconds=15, mb=600),
    Row(
        "mediabox_huge.pdf",
        lambda _: pdf.document(box="[0 0 1000000000 1000000000]"),
        EITHER,
        (),
        _HELLO,
        seconds=5,
        mb=500,
    ),
    Row("mediabox_bad.pdf", lambda _: pdf.document(box="[/a (b) /c /d]"), EITHER, DAMAGED, _HELLO, seconds=5, mb=500),
    Row("mediabox_missing.pdf", lambda _: pdf.document(box="null"), EITHER, DAMAGED, _HELLO, seconds=5, mb=500),
    Row("javascript_launch.pdf", lambda _: pdf.actions(), PARSE, holds=_HELLO, lacks=("PWNED",), seconds=5, mb=500),
    Row("no_pages.pdf", lambda _: pdf.document(count=0, kids=""), REJECT, ("没有页面", "没有文字"), mb=500),
    Row("no_tounicode.pdf", lambda _: pdf.unmapped(), REJECT, ("无法提取文字", "乱码"), seconds=5, mb=500),
    Row(
        "kangxi_radicals_tounicode.pdf",
        lambda _: pdf.radicals(),
        PARSE,
        holds=("一二人", "金色水乡"),
        seconds=5,
        mb=500,
    ),
    Row(
        "pages_5000.pdf", lambda _: pdf.report(5000), PARSE, holds=(*_GDP, "第5000页"), seconds=120, mb=1500, heavy=True
    ),
    Row(
        "pages_300.pdf",
        lambda _: pdf.report(300),
        PARSE,
        holds=(*_GDP, "第1页", "第150页", "第300页"),
        seconds=10,
        mb=500,
    ),
    Row(
        "two_columns.pdf",
        lambda _: pdf.columns(),
        PARSE,
        order=("左栏第1行", "左栏第20行", "右栏第1行"),
        seconds=10,
        mb=500,
    ),
    Row("rotated_90.pdf", lambda _: pdf.rotated(90), PARSE, holds=_GDP, seconds=10, mb=500),
    Row("rotated_180.pdf", lambda _: pdf.rotated(180), PARSE, holds=_GDP, seconds=10, mb=500),
    Row("rotated_270.pdf", lambda _: pdf.rotated(270), PARSE, holds=_GDP, seconds=10, mb=500),
    Row(
        "metadata_and_attachment.pdf",
        lambda _: pdf.with_attachment(),
        PARSE,
        holds=_GDP,
        lacks=("zhangsan", "PWNED"),
        seconds=10,
        mb=500,
    ),
    Row("invisible_text.pdf", lambda _: pdf.invisible(), PARSE, holds=("可见文字135.6亿元",), seconds=10, mb=500),
)

OBJECTS: Final = (
    Row("directory.docx", objects.folder, REJECT, ("是文件夹",)),
    Row("fifo.docx", objects.pipe, REJECT, ("不是普通文件",)),
    Row("fifo.txt", objects.pipe, REJECT, ("不是普通文件",)),
    Row("socket.pdf", objects.endpoint, REJECT, ("不是普通文件",)),
    Row("symlink_loop.docx", lambda site: objects.link(site, site.name), REJECT, ("无法打开",)),
    Row("symlink_loop_dir", objects.folder_in_itself, PARSE, holds=_REPORT),
    Row("symlink_dangling.docx", lambda site: objects.link(site, "没有这个文件"), REJECT, ("不存在",)),
    Row("dev_zero.txt", lambda site: objects.link(site, "/dev/zero"), REJECT, ("不是普通文件",)),
    Row("proc_self_mem.txt", lambda site: objects.link(site, "/proc/self/mem"), REJECT, ("无法读取", "空文件")),
    Row("unreadable.docx", objects.unreadable, REJECT, ("没有权限",), bound=True),
    Row("sparse_5GB.docx", lambda site: objects.sparse(site, 5 * 1024**3), REJECT, ("过大", "损坏")),
    Row("非UTF8名.txt", objects.name_in_gbk, PARSE, holds=_REPORT),
    Row(_LONG_NAME, lambda _: packages.good(), PARSE, holds=_REPORT),
    Row(_SHELL_NAME, lambda _: packages.good(), PARSE, holds=_REPORT),
    Row(".hidden.docx", lambda _: packages.good(), PARSE, holds=_REPORT),
    Row("readonly_dir", objects.read_only_folder, PARSE, holds=_REPORT),
    Row("deep_path", objects.deep_path, PARSE, holds=_REPORT),
)

ROWS: Final = (*PDF, *OBJECTS)
