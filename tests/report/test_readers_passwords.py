"""Reports with a password: Word packages, binary Word files, PDF. What is asked, what is said, what nobody may see."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from report.errors import Failure, UserError
from report.messages import explain
from report.password_file import read_password
from report.readers import apart, read_bytes
from report.readers.office_crypt import decrypted
from tests.report.making_docx import FIGURE, paragraph, parts, texts, zipped
from tests.report.making_pdf import pdf, set_in_lines

ROOT = Path(__file__).parents[2]
# The sample, saved with the password mimi as "MS Word 97" (RC4 CryptoAPI) by LibreOffice.
BINARY = (ROOT / "tests" / "data" / "password_mimi.doc").read_bytes()
PASSWORD = "芝麻 Open-1"  # noqa: S105 - an invented one
# The library that encrypts, meant for decrypting, writes files of less than 4,096 bytes wrong.
PICTURE = {"docProps/thumbnail.jpeg": Random(1).randbytes(8000)}  # noqa: S311 - only has to be long
SENTENCE = "全镇完成工业总产值11.84亿元。"


def locked_docx(password: str = PASSWORD, plain: bytes | None = None) -> bytes:
    made = BytesIO()
    OOXMLFile(BytesIO(plain or zipped({**parts(paragraph(FIGURE)), **PICTURE}))).encrypt(password, made)
    return made.getvalue()


def locked_pdf(password: str = PASSWORD) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf([set_in_lines([SENTENCE])]))) as plain:
        plain.save(made, encryption=pikepdf.Encryption(owner="owner", user=password, R=6))
    return made.getvalue()


def failure(data: bytes, name: str, password: str | None) -> Failure:
    with pytest.raises(UserError) as caught:
        read_bytes(data, name, password)
    words = explain(caught.value)
    assert name in words
    assert "有密码保护" in words
    assert not password or password not in words
    assert not password or password not in repr(caught.value)
    return caught.value.failure


@pytest.mark.parametrize(("data", "name"), [(locked_docx(), "报告.docx"), (locked_pdf(), "报告.pdf")])
def test_a_locked_report_is_read_with_its_password_only(data: bytes, name: str) -> None:
    assert failure(data, name, None) is Failure.PASSWORD_NEEDED
    assert failure(data, name, "") is Failure.PASSWORD_NEEDED
    assert failure(data, name, "芝麻") is Failure.PASSWORD_WRONG
    assert texts(read_bytes(data, name, PASSWORD)) in ([FIGURE], [SENTENCE])


def test_a_password_that_nothing_asks_for_does_no_harm() -> None:
    assert texts(read_bytes(zipped(parts(paragraph(FIGURE))), "报告.docx", PASSWORD)) == [FIGURE]
    assert texts(read_bytes(pdf([set_in_lines([SENTENCE])]), "报告.pdf", PASSWORD)) == [SENTENCE]


def test_a_binary_word_file_is_opened_by_its_password() -> None:
    assert failure(BINARY, "报告.doc", None) is Failure.PASSWORD_NEEDED
    assert failure(BINARY, "报告.doc", "Mimi") is Failure.PASSWORD_WRONG
    assert "云岫镇".encode("utf-16-le") in decrypted(BINARY, "mimi")
    assert "云岫镇".encode("utf-16-le") not in BINARY


def test_what_was_locked_is_told_by_its_content_as_anything_else() -> None:
    types = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    workbook = zipped({"[Content_Types].xml": types, "xl/workbook.xml": b"", "_rels/.rels": b"", **PICTURE})
    with pytest.raises(UserError) as caught:
        read_bytes(locked_docx(plain=workbook), "报告.docx", PASSWORD)
    assert caught.value.failure is Failure.WRONG_CONTENT


def test_a_damaged_locked_report_is_refused_whatever_the_password() -> None:
    data = bytearray(locked_docx())
    at = data.index(b"spinCount=") + len(b'spinCount="')
    data[at : at + 6] = b"xxxxxx"
    assert failure(bytes(data), "报告.docx", PASSWORD) is Failure.PASSWORD_PROTECTED


@pytest.mark.parametrize(("data", "name"), [(locked_docx(), "报告.docx"), (locked_pdf(), "报告.pdf")])
def test_no_command_line_and_no_environment_holds_the_password(
    data: bytes, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    start = subprocess.Popen[bytes]

    def watched(command: Sequence[str], *, env: Mapping[str, str], **others: object) -> subprocess.Popen[bytes]:
        started.append(" ".join([*command, *env.values()]))
        return start(command, env=env, stdin=-1, stdout=-1, stderr=-3, start_new_session=True)

    monkeypatch.setattr(apart.subprocess, "Popen", watched)
    read_bytes(data, name, PASSWORD)
    assert started
    assert not any("芝麻" in words or "Open-1" in words for words in started)


@pytest.mark.parametrize(
    ("written", "password"),
    [
        (b"mimi", "mimi"),
        (b"mimi\r\nsecond line", "mimi"),
        (b"\xef\xbb\xbf" + " 芝 麻 \n".encode(), " 芝 麻 "),
        ("芝麻\n".encode("gb18030"), "芝麻"),
    ],
)
def test_a_password_file_holds_the_password_in_its_first_line(tmp_path: Path, written: bytes, password: str) -> None:
    file = tmp_path / "密码.txt"
    file.write_bytes(written)
    assert read_password(file) == password


@pytest.mark.parametrize("written", [b"", b"\n", b"\xef\xbb\xbf", b"x" * 5000])
def test_a_password_file_without_a_password_is_told_by_name(tmp_path: Path, written: bytes) -> None:
    file = tmp_path / "密码.txt"
    file.write_bytes(written)
    with pytest.raises(UserError) as caught:
        read_password(file)
    assert "密码.txt" in explain(caught.value)


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    file = tmp_path / "报告.docx"
    file.write_bytes(locked_docx())
    return file


def command(*words: str | Path) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), *map(str, words)]


@pytest.mark.parametrize("name", ["inspect", "check"])
def test_the_commands_take_a_password_file(tmp_path: Path, locked: Path, name: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text(PASSWORD, encoding="utf-8")
    told = subprocess.run(command(name, locked, "--password-file", secret), capture_output=True, check=False)
    assert told.returncode == 0, told.stderr.decode()
    secret.write_text("wrong", encoding="utf-8")
    refused = subprocess.run(command(name, locked, "--password-file", secret), capture_output=True, check=False)
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert "密码不对" in refused.stderr.decode()


def test_nothing_is_asked_in_a_pipe(locked: Path) -> None:
    told = subprocess.run(command("inspect", locked), input=b"", capture_output=True, check=False)
    assert (told.returncode, told.stdout) == (1, b"")
    assert told.stderr.decode().count("\n") == 1
    assert "--password-file" in told.stderr.decode()


@pytest.mark.skipif(os.name != "posix", reason="a terminal is made the POSIX way")
def test_on_a_terminal_the_password_is_asked_for_and_never_shown(locked: Path) -> None:
    import pty  # noqa: PLC0415 - not on Windows

    main, terminal = pty.openpty()
    running = subprocess.Popen(
        command("inspect", locked), stdin=terminal, stderr=terminal, stdout=subprocess.PIPE, start_new_session=True
    )
    os.close(terminal)
    asked = "的密码: "  # its last blank is written once typing shows nothing
    shown = _read_until(main, asked)
    os.write(main, b"wrong\n")
    shown += _read_until(main, asked)
    os.write(main, f"{PASSWORD}\n".encode())
    output, _nothing = running.communicate(timeout=60)
    os.close(main)
    assert running.returncode == 0
    assert FIGURE in output.decode()
    assert "密码不对" in shown
    assert "wrong" not in shown
    assert "芝麻" not in shown


def _read_until(terminal: int, words: str) -> str:
    seen = b""
    while words not in seen.decode("utf-8", "ignore"):
        seen += os.read(terminal, 1024)
    return seen.decode("utf-8", "ignore")
