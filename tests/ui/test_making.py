"""Making files from the window: progress, end, cancel, failure."""

from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from generators.job import MadeFile, Result
from generators.progress import Progress
from report.errors import Failure, UserError
from report.findings import Finding
from report.messages import notice_sentence
from report.model import Noticed
from report.selection import Selection
from tests.ui.invented import FakeWork, settle
from ui.app import Program
from ui.making import default_folder


def buttons(program: Program) -> list[str]:
    found = program.window.make_bar.findChildren(QPushButton)
    return [button.text() for button in found if button.isVisibleTo(program.window.make_bar)]


def test_the_button_makes_both_formats_into_the_output_folder(
    qtbot: QtBot, working: Program, fake_work: FakeWork
) -> None:
    working.window.commands.make_button.click()
    settle(qtbot, working)
    assert fake_work.made == [(("docx", "pdf"), default_folder())]
    assert working.window.make_bar.state == "done"
    assert working.window.make_bar.words == "已生成 2 个文件，检查通过"
    assert buttons(working) == ["打开 Word", "打开 PDF", "打开文件夹", "复制路径"]


def test_the_choice_of_formats_stays_and_is_written_on_the_button(
    qtbot: QtBot, working: Program, fake_work: FakeWork
) -> None:
    working.window.commands.formats_chosen.emit(("pdf",))
    assert working.window.commands.make_button.text() == "生成 PDF"
    working.actions.make()
    settle(qtbot, working)
    assert fake_work.made[0][0] == ("pdf",)
    assert working.actions.making.formats == ("pdf",)


def test_a_long_run_shows_its_progress_and_can_be_cancelled(
    qtbot: QtBot, working: Program, fake_work: FakeWork
) -> None:
    begun, go_on = Event(), Event()

    def wait(progress: Progress) -> None:
        progress.step(0.25, "嵌入字体")
        begun.set()
        go_on.wait(5)

    fake_work.before_make = wait
    working.actions.make()
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: working.window.make_bar.words == "正在生成：嵌入字体")
    assert not working.window.commands.make_button.isEnabled()
    qtbot.waitUntil(working.window.make_bar.isVisible)
    assert buttons(working) == ["取消"]
    working.window.make_bar.cancel_requested.emit()
    go_on.set()
    settle(qtbot, working)
    assert fake_work.made == []
    assert working.window.status.words == "已取消，没有留下文件"
    assert not working.window.make_bar.isVisible()
    assert working.window.commands.make_button.isEnabled()


def test_what_was_noticed_can_be_looked_at(qtbot: QtBot, working: Program) -> None:
    bar = working.window.make_bar
    noticed = tuple(Noticed(Finding.FIELD_EMPTY, 0, 0, label) for label in ("报", "送"))
    bar.show_done(Result((MadeFile("brief", "pdf", Path("/文档/简报台/简报.pdf"), 1),), noticed))
    button = next(button for button in bar.findChildren(QPushButton) if button.text() == "要留意的 2 处")
    button.click()
    menu = bar.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [notice_sentence(notice) for notice in noticed]
    menu.close()
    settle(qtbot, working)


def test_a_failure_says_why_and_offers_to_try_again(qtbot: QtBot, working: Program, fake_work: FakeWork) -> None:
    def fail(_progress: Progress) -> None:
        raise UserError(Failure.TARGET_LOCKED, name="简报.docx")

    fake_work.before_make = fail
    working.actions.make()
    settle(qtbot, working)
    bar = working.window.make_bar
    assert bar.state == "failed"
    assert bar.words.startswith("“简报.docx”正被其他程序打开")
    fake_work.before_make = lambda _progress: None
    bar.retry_requested.emit()
    settle(qtbot, working)
    assert bar.state == "done"


def test_what_is_made_is_what_was_ticked_at_the_beginning(
    qtbot: QtBot, working: Program, fake_work: FakeWork, tmp_path: Path
) -> None:
    working.actions.making.make(tmp_path)
    working.actions.ticking.tick_section("2", False)  # noqa: FBT003 - a signal's value
    settle(qtbot, working)
    assert fake_work.made == [(("docx", "pdf"), tmp_path)]
    assert "2" in fake_work.orders[0].selection.modes


def test_nothing_ticked_is_not_made(working: Program, fake_work: FakeWork) -> None:
    working.session.select(Selection(), "全不选")
    working.actions.make()
    assert working.window.make_bar.state == "failed"
    assert fake_work.made == []
