"""Opening a report: button, menu, drop, sample, recent ones; and what is said where it cannot be read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from generators.progress import Progress
from report.errors import Failure, UserError
from tests.ui.invented import invented, settle
from ui import work
from ui.actions import SAMPLES
from ui.app import Program
from ui.parts.password_dialog import PasswordDialog
from ui.recent import RecentReports
from ui.work import Opened


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Put a fake in the place of reading; it remembers the paths."""
    paths: list[Path] = []

    def open_report(path: Path, _password: str | None, _progress: Progress) -> Opened:
        paths.append(path)
        return replace(invented(), path=path)

    monkeypatch.setattr(work, "open_report", open_report)
    return paths


def dropped(program: Program, *paths: Path) -> QMimeData:
    """Let files go over the window; return what was dragged, which Qt does not keep alive."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    program.window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, none))
    return data


def test_the_start_page_has_no_command_bar_and_says_what_to_do(program: Program) -> None:
    window = program.window
    assert not window.working
    assert not window.commands.isVisible()
    names = [button.accessibleName() for button in window.start.findChildren(QPushButton)]
    assert names == ["打开报告...", "用样例试一试"]


def test_a_dropped_file_is_opened(qtbot: QtBot, program: Program, read: list[Path]) -> None:
    data = dropped(program, Path("/报告/云岫镇.docx"))
    settle(qtbot, program)
    assert data.hasUrls()
    assert read == [Path("/报告/云岫镇.docx")]
    assert program.window.working
    assert program.window.windowTitle() == "云岫镇.docx - 简报台"


def test_several_files_at_once_are_not_opened(qtbot: QtBot, program: Program, read: list[Path]) -> None:
    dropped(program, Path("/a.docx"), Path("/b.docx"))
    settle(qtbot, program)
    assert read == []


def test_a_dragged_file_says_whether_it_can_be_read(program: Program) -> None:
    window = program.window
    assert window.drop_words(Path("/报告/云岫镇.docx")) == "松开即可打开“云岫镇.docx”"
    assert window.drop_words(Path("/报告/云岫镇.xyz")) == "不能读取这种文件：“云岫镇.xyz”"


def test_the_dialog_opens_the_file_that_is_chosen(
    qtbot: QtBot, program: Program, read: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(*_asked: object) -> tuple[str, str]:
        return "/报告/云岫镇.docx", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    program.window.start.open_requested.emit()
    settle(qtbot, program)
    assert read == [Path("/报告/云岫镇.docx")]


def test_the_sample_stands_where_it_is_looked_for(qtbot: QtBot, program: Program, read: list[Path]) -> None:
    program.window.start.sample_requested.emit()
    settle(qtbot, program)
    assert [path.parent for path in read] == [SAMPLES]
    assert read[0].is_file()


def test_a_report_that_cannot_be_read_is_told_in_a_bar_and_the_page_stays(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _password: str | None, _progress: Progress) -> Opened:
        raise UserError(Failure.EMPTY_FILE, name="空.docx")

    monkeypatch.setattr(work, "open_report", refuse)
    program.actions.open(Path("空.docx"))
    settle(qtbot, program)
    assert program.window.message.isVisible()
    assert program.window.message.words.startswith("“空.docx”是空文件")
    assert not program.window.working


def test_an_opened_report_stands_first_under_the_recent_ones(
    qtbot: QtBot, program: Program, read: list[Path], settings: QSettings
) -> None:
    program.actions.open(Path("/报告/甲.docx"))
    settle(qtbot, program)
    program.actions.open(Path("/报告/乙.docx"))
    settle(qtbot, program)
    assert len(read) == 2
    assert [Path(report.path).name for report in RecentReports(settings).reports()] == ["乙.docx", "甲.docx"]
    program.window.show_start()
    program.window.start.rows[1].click()
    settle(qtbot, program)
    assert read[-1] == Path("/报告/甲.docx")


def test_a_recent_report_that_is_gone_is_marked(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    here = tmp_path / "在.docx"
    here.touch()
    start = program.window.start
    recent = RecentReports(QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat))
    assert recent.reports() == ()
    for path in (here, tmp_path / "不在.docx"):
        program.recent.add(path, path.stem, "2023-10-19T09:30")
    program.actions.look_for_missing()
    settle(qtbot, program)
    assert [row.missing for row in start.rows] == [True, False]


def test_a_faulty_list_of_recent_reports_counts_as_empty(settings: QSettings) -> None:
    settings.setValue("recent", "{not json")
    assert RecentReports(settings).reports() == ()


def test_the_dialog_offers_the_readable_formats_in_the_form_that_qt_reads(
    working: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, _folder: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    working.actions.choose_report()
    assert "(*.docx" in asked[0]
    assert asked[0].endswith("(*)")


def locked(given: list[str | None]) -> Callable[[Path, str | None, Progress], Opened]:
    """Return a fake reading of a report whose password is 开门."""

    def open_report(path: Path, password: str | None, _progress: Progress) -> Opened:
        given.append(password)
        if password is None:
            raise UserError(Failure.PASSWORD_NEEDED, name=path.name)
        if password != "开门":  # noqa: S105 - an invented one
            raise UserError(Failure.PASSWORD_WRONG, name=path.name)
        return replace(invented(), path=path)

    return open_report


def asking(program: Program) -> PasswordDialog:
    (dialog,) = [each for each in program.window.findChildren(PasswordDialog) if each.isVisible()]
    return dialog


def test_a_report_with_a_password_asks_until_the_password_is_right(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str | None] = []
    monkeypatch.setattr(work, "open_report", locked(given))
    program.actions.open(Path("密.docx"))
    settle(qtbot, program)
    first = asking(program)
    assert first.line.hasFocus() or first.focusWidget() is first.line
    assert first.line.echoMode() is QLineEdit.EchoMode.Password
    assert not first.fault.isVisible()
    assert not first.open_button.isEnabled()
    QTest.keyClicks(first.line, "1234")
    QTest.keyClick(first.line, Qt.Key.Key_Return)
    settle(qtbot, program)
    again = asking(program)
    assert again.fault.isVisible()
    again.line.setText("开门")
    QTest.keyClick(again.line, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert given == [None, "1234", "开门"]
    assert program.window.working


def test_who_gives_up_on_the_password_stays_where_he_was(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str | None] = []
    monkeypatch.setattr(work, "open_report", locked(given))
    program.actions.open(Path("密.docx"))
    settle(qtbot, program)
    QTest.keyClick(asking(program), Qt.Key.Key_Escape)
    settle(qtbot, program)
    assert given == [None]
    assert not program.window.working
    assert not program.window.message.isVisible()


def test_a_slow_reading_says_what_it_does_and_can_be_stopped(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on = Event()

    def convert(_path: Path, _password: str | None, progress: Progress) -> Opened:
        progress.step(0.0, "正在转换“慢.doc”")
        going_on.set()
        while True:
            progress.step(0.5, "")

    monkeypatch.setattr(work, "open_report", convert)
    message = program.window.message
    program.actions.open(Path("慢.doc"))
    qtbot.waitUntil(lambda: going_on.is_set() and message.words == "正在转换“慢.doc”")
    message.chosen.emit("cancel_opening")
    settle(qtbot, program)
    assert not message.isVisible()
    assert not program.window.working


def test_a_newer_report_takes_the_place_of_one_that_is_still_read(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def convert(path: Path, _password: str | None, progress: Progress) -> Opened:
        while path.name == "慢.doc":
            progress.step(0.5, "")
        return replace(invented(), path=path)

    monkeypatch.setattr(work, "open_report", convert)
    program.actions.open(Path("慢.doc"))
    program.actions.open(Path("/报告/快.docx"))
    settle(qtbot, program)
    assert program.window.working
