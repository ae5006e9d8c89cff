"""What LibreOffice does with files of offices, and does not do: follow links, take in files, glue notes to figures."""

import socket
import subprocess
from pathlib import Path
from threading import Thread

import pytest

from report.errors import Failure, UserError
from report.readers import read_bytes, read_source
from report.source import LineKind
from tests.report.making_docx import FIGURE, level, numbered, paragraph, parts, run, texts, zipped

pytestmark = pytest.mark.libreoffice

FLAT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
    "<office:body><office:text>{body}</office:text></office:body></office:document>"
)


def flat(body: str) -> bytes:
    return FLAT.replace("{body}", body).encode()


def as_doc(tmp_path: Path, package: bytes) -> Path:
    """Have LibreOffice make a binary Word file."""
    source = tmp_path / "in.docx"
    source.write_bytes(package)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", tmp_path, source]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return tmp_path / "in.doc"


def test_a_note_is_not_glued_to_the_figure_before_it(tmp_path: Path) -> None:
    body = paragraph(run("全县完成135.6") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run("亿元。"))
    notes = f'<w:footnote w:id="1">{paragraph("<w:r><w:footnoteRef/></w:r>" + run("按现价计算。"))}</w:footnote>'
    source = read_source(as_doc(tmp_path, zipped(parts(body, footnotes=notes))))
    assert source.lines[0].text == "全县完成135.6亿元。"
    assert source.lines[1].text.endswith("按现价计算。")
    assert source.lines[1].kind is LineKind.NOTE


def test_automatic_numbers_of_a_binary_word_file_are_read(tmp_path: Path) -> None:
    levels = level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCountingThousand", "（%2）")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(
        numbered(f"第{part}部分", 1) + "".join(numbered(f"第{part}部分第{item}项", 1, 1) for item in range(1, 13))
        for part in range(1, 4)
    )
    found = texts(read_source(as_doc(tmp_path, zipped(parts(body, numbering=numbering)))))
    assert found[:3] == ["一、第1部分", "（一）第1部分第1项", "（二）第1部分第2项"]
    assert found[13:15] == ["二、第2部分", "（一）第2部分第1项"]
    assert found[-1] == "（十二）第3部分第12项"


def test_rtf_in_the_code_page_of_windows_is_read_whatever_its_name() -> None:
    words = "".join(f"\\'{byte:02x}" for byte in FIGURE.encode("gbk"))
    data = f"{{\\rtf1\\ansi\\ansicpg936{{\\fonttbl{{\\f0\\fnil\\fcharset134 SimSun;}}}}\\f0 {words}\\par}}".encode()
    for name in ("报告.rtf", "报告.doc", "报告"):
        assert texts(read_bytes(data, name)) == [FIGURE]


def test_no_address_in_a_file_is_asked(tmp_path: Path) -> None:
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/spy"
        picture = (
            f'<draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="{address}.png"'
            ' xlink:type="simple" xlink:actuate="onLoad"/></draw:frame>'
        )
        section = f'<text:section text:name="s"><text:section-source xlink:href="{address}.odt"/></text:section>'
        data = flat(f"<text:p>{FIGURE}{picture}</text:p>{section}<text:p>完</text:p>")
        over = [False]

        def listen() -> None:
            while not over[0]:
                try:
                    caller, _where = server.accept()
                except TimeoutError:
                    continue
                with caller:
                    asked.append(caller.recv(100))

        listener = Thread(target=listen)
        listener.start()
        try:
            found = texts(read_bytes(data, "报告.fodt"))
        finally:
            over[0] = True
            listener.join()
    assert FIGURE in found
    assert asked == []


def test_no_file_beside_the_report_is_taken_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.fodt"
    secret.write_bytes(flat("<text:p>不该读入的文字</text:p>"))
    section = (
        f'<text:section text:name="s"><text:section-source xlink:href="{secret.as_uri()}" xlink:type="simple"/>'
        "<text:p>旧</text:p></text:section>"
    )
    found = texts(read_bytes(flat(f"<text:p>{FIGURE}</text:p>{section}"), "报告.fodt"))
    assert FIGURE in found
    assert not any("不该读入" in line for line in found)


def test_a_home_that_cannot_be_written_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, "/proc/nowhere")
    assert texts(read_bytes(flat(f"<text:p>{FIGURE}</text:p>"), "报告.fodt")) == [FIGURE]


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_bytes(flat("<text:p>未完")[:-40], "报告.fodt")
    assert caught.value.failure in {Failure.CONVERSION_FAILED, Failure.NO_TEXT}
