"""Formats that another program converts: how it is asked, what it may not do, and that nothing of it stays."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from report.errors import Failure, UserError
from report.messages import explain
from report.progress import NO_PROGRESS, Cancelled
from report.readers import read_bytes, readable_formats
from report.readers.apart import run_apart
from report.readers.content import Content
from report.readers.given import Given
from report.readers.libreoffice import find_libreoffice
from report.readers.office import convert
from report.readers.office_converters import Converter
from report.readers.office_limits import refuse_bombs
from report.readers.windows_office import end_left_behind, office_command
from tests.report.making_docx import FIGURE, paragraph, parts, texts, zipped

ROOT = Path(__file__).parents[2]
RTF = b"{\\rtf1\\ansi report}"
NAME = "报告 '一'.rtf"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the fake programs are scripts of a POSIX shell")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for temporary files, which nothing else uses."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    """Put a script in the place of LibreOffice. $out is where the made file belongs, $here a folder that stays."""
    made = tmp_path / "soffice"
    (tmp_path / "made.docx").write_bytes(zipped(parts(paragraph(FIGURE))))
    made.write_text(
        f"""#!/bin/sh
here='{tmp_path}'
while [ $# -gt 1 ]; do
  [ "$1" = --outdir ] && out=$2/report.docx
  case $1 in -env:UserInstallation=file://*) profile=${{1#-env:UserInstallation=file://}};; esac
  shift
done
source=$1
{script}
""",
        encoding="utf-8",
    )
    made.chmod(made.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr("report.readers.office_converters.find_libreoffice", lambda: made)
    return made


def refused(data: bytes = RTF, name: str = NAME) -> Failure:
    with pytest.raises(UserError) as caught:
        read_bytes(data, name)
    words = explain(caught.value)
    assert name in words
    assert "briefdesk-" not in words, "no temporary path is shown"
    return caught.value.failure


def is_alive(process: int) -> bool:
    """Whether a process runs; one that has ended and only waits to be collected does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


class StopAtOnce:
    """A user who asks to stop as soon as the program has started."""

    def __init__(self, started: Path) -> None:
        """Wait for a file that the program makes."""
        self.started = started
        self.said: list[str] = []

    def step(self, done: float, doing: str) -> None:
        """Keep what is said; stop once the program runs."""
        assert 0 <= done <= 1
        self.said.append(doing)
        if self.started.exists():
            raise Cancelled


def test_what_the_program_makes_is_read_and_nothing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    program(tmp_path, monkeypatch, 'cp "$here/made.docx" "$out"; cp "$source" "$here/seen"')
    assert texts(read_bytes(RTF, NAME)) == [FIGURE]
    assert (tmp_path / "seen").read_bytes() == RTF
    assert list(temporary.iterdir()) == []


def test_the_program_sees_a_neutral_name_a_fresh_profile_and_no_folder_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    script = (
        'echo "$source" > "$here/name"; env > "$here/env"; cp "$profile/user/registrymodifications.xcu" "$here/xcu"'
    )
    program(tmp_path, monkeypatch, script)
    refused()
    assert Path((tmp_path / "name").read_text(encoding="utf-8").strip()).name == "report.rtf"
    environment = dict(line.split("=", 1) for line in (tmp_path / "env").read_text().splitlines() if "=" in line)
    assert all(environment[name].startswith(str(temporary)) for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME"))
    settings = (tmp_path / "xcu").read_text(encoding="utf-8")
    for wanted in (
        '"MacroSecurityLevel" oor:op="fuse"><value>3<',
        '"DisableMacrosExecution" oor:op="fuse"><value>true<',
        '"BlockUntrustedRefererLinks" oor:op="fuse"><value>true<',
        '"ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1<',
    ):
        assert wanted in settings


def test_a_file_the_program_cannot_open_is_told_as_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, "exit 0")
    assert refused() is Failure.CONVERSION_FAILED


def test_who_stops_ends_the_program_and_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    script = 'sleep 600 & echo $! > "$here/child"; echo $$ > "$here/own"; touch "$here/started"; sleep 600'
    program(tmp_path, monkeypatch, script)
    user = StopAtOnce(tmp_path / "started")
    with pytest.raises(Cancelled):
        read_bytes(RTF, NAME, None, user)
    assert user.said[0] == f"正在转换“{NAME}”"
    assert not is_alive(int((tmp_path / "own").read_text()))
    assert not is_alive(int((tmp_path / "child").read_text()))
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_command_leaves_nothing_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path, told: signal.Signals
) -> None:
    script = 'sleep 600 & echo $! > "$here/child.new"; mv "$here/child.new" "$here/child"; sleep 600'
    program(tmp_path, monkeypatch, script)
    (tmp_path / "报告.rtf").write_bytes(RTF)
    command = [sys.executable, str(ROOT / "main.py"), "inspect", str(tmp_path / "报告.rtf")]
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "TMPDIR": str(temporary)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        while not (tmp_path / "child").exists():
            assert running.poll() is None
        running.send_signal(told)
        output, _said = running.communicate(timeout=60)
    assert (running.returncode, output) == (130, b"")
    assert not is_alive(int((tmp_path / "child").read_text()))
    assert list(temporary.iterdir()) == []


def test_a_program_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    program(tmp_path, monkeypatch, 'echo $$ > "$here/own"; sleep 600')
    monkeypatch.setattr("report.readers.office._SECONDS", 0.5)
    assert refused() is Failure.CONVERSION_TOO_SLOW
    assert not is_alive(int((tmp_path / "own").read_text()))
    assert list(temporary.iterdir()) == []


def test_a_child_that_outlives_the_program_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = 'cp "$here/made.docx" "$out"; sleep 600 > /dev/null & echo $! > "$here/child"'
    program(tmp_path, monkeypatch, script)
    assert texts(read_bytes(RTF, NAME)) == [FIGURE]
    assert not is_alive(int((tmp_path / "child").read_text()))


def test_a_program_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, "").chmod(0o600)
    assert refused() is Failure.UNREADABLE_FILE


def test_where_temporary_files_cannot_be_written_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, "")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    assert refused() is Failure.UNREADABLE_FILE


def test_without_a_program_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report.readers.office_converters.find_libreoffice", lambda: None)
    with pytest.raises(UserError) as caught:
        read_bytes(RTF, NAME)
    assert explain(caught.value) == (
        f"“{NAME}”（RTF 文档）要由 LibreOffice 转换；请安装 LibreOffice，或在 Word、WPS 中另存为 .docx 再打开。"
    )
    assert ".doc、" not in readable_formats()


def test_the_program_is_looked_for_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = program(tmp_path, monkeypatch, "")
    assert find_libreoffice({"PATH": str(tmp_path)}) == made


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1" + b"{" * 1000 + b"}" * 1000 + b"}",
        b"{\\rtf1" + b"\\{" * 9 + b"{\\bin4 }}}}" * 2 + b"{" * 600,
    ],
)
def test_rtf_with_groups_without_end_is_refused_before_any_program_sees_it(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        refuse_bombs(Content.RTF, data, NAME)
    assert "嵌套过深" in explain(caught.value)
    assert "另存为" in explain(caught.value)


def test_escaped_braces_and_binary_data_are_no_groups() -> None:
    refuse_bombs(Content.RTF, b"{\\rtf1 " + b"\\{" * 2000 + b"\\bin2000 " + b"{" * 2000 + b"}", NAME)


def odt(parts_of_it: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, content in parts_of_it.items():
            package.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("parts_of_it", "failure"),
    [
        ({"content.xml": b" " * (65 * 1024**2)}, Failure.UNPACKS_TOO_LARGE),
        ({f"Pictures/{place}": b" " * (60 * 1024**2) for place in range(5)}, Failure.UNPACKS_TOO_LARGE),
        (dict.fromkeys((f"Pictures/{place}" for place in range(5001)), b""), Failure.UNPACKS_TOO_LARGE),
        ({"META-INF/manifest.xml": b"<manifest:encryption-data/>"}, Failure.PASSWORD_PROTECTED),
    ],
    ids=["part", "package", "entries", "password"],
)
def test_open_document_packages_have_the_limits_of_word_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts_of_it: dict[str, bytes], failure: Failure
) -> None:
    program(tmp_path, monkeypatch, 'touch "$here/asked"')
    assert refused(odt(parts_of_it), "报告.odt") is failure
    assert not (tmp_path / "asked").exists()


def test_word_on_windows_is_driven_by_a_script_that_is_told_everything_in_words_of_its_own(tmp_path: Path) -> None:
    shell = tmp_path / "powershell"
    (tmp_path / "made.docx").write_bytes(zipped(parts(paragraph(FIGURE))))
    script = f"""#!/bin/sh
while [ $# -gt 1 ]; do
  case $1 in -File) file=$2;; -Program) program=$2;; -Source) source=$2;; -Target) target=$2;; esac
  shift
done
[ "$program" = Word.Application ] && [ -f "$file" ] && [ -f "$source" ] && cp '{tmp_path}/made.docx' "$target"
"""
    shell.write_text(script, encoding="utf-8")
    shell.chmod(0o700)
    made = convert(Converter("Microsoft Word", shell, "Word.Application"), ".doc", Given(b"x", "报告.doc"))
    assert made == (tmp_path / "made.docx").read_bytes()
    assert "报告" not in " ".join(office_command(shell, "Word.Application", Path("in/report.doc"), tmp_path))


def test_what_windows_started_apart_from_the_script_is_ended(tmp_path: Path) -> None:
    left = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    (tmp_path / "left.pid").write_text(f"{left.pid}\n", encoding="ascii")
    end_left_behind(tmp_path)
    assert left.wait(20) == -signal.SIGTERM
    end_left_behind(tmp_path / "nothing was started")


def test_a_large_file_goes_in_and_comes_out_whole() -> None:
    data = bytes(range(256)) * 20_000
    ended = run_apart(["cat"], os.environ, NO_PROGRESS, 60, data)
    assert (ended.status, ended.output == data) == (0, True)


def test_a_program_that_reads_nothing_does_not_block() -> None:
    ended = run_apart(["sh", "-c", "echo done; exit 3"], os.environ, NO_PROGRESS, 60, b"x" * 1_000_000)
    assert (ended.status, ended.output) == (3, b"done\n")


def test_a_program_gets_no_more_memory_than_it_is_given() -> None:
    command = [sys.executable, "-c", "bytearray(600 * 1024**2)"]
    assert run_apart(command, os.environ, NO_PROGRESS, 60).status == 0
    assert run_apart(command, os.environ, NO_PROGRESS, 60, largest=300 * 1024**2).status != 0
