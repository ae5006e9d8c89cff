"""The preview: it follows the ticks, keeps its place, and says what it shows."""

from threading import Event

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from generators.progress import Cancelled, Progress
from report.errors import Failure, UserError
from report.selection import Selection
from tests.ui.invented import FakeWork, settle
from ui.app import Program
from ui.panes.page_view import Fit
from ui.panes.pages import page_words


def test_the_head_counts_pages_and_sheets() -> None:
    assert page_words(0, 4) == "第 1 / 4 页 · 双面 2 张"
    assert page_words(4, 5) == "第 5 / 5 页 · 双面 3 张（末面空白）"
    assert page_words(0, 1) == "第 1 / 1 页 · 双面 1 张"


def test_the_pages_follow_the_ticks(qtbot: QtBot, working: Program) -> None:
    assert working.window.pages.note_words == "第 1 / 5 页 · 双面 3 张（末面空白）"
    working.actions.tick_section("2", False)  # noqa: FBT003 - a signal's value
    settle(qtbot, working)
    assert working.window.pages.note_words == "第 1 / 2 页 · 双面 1 张"


def test_many_ticks_at_once_are_composed_once(qtbot: QtBot, working: Program, fake_work: FakeWork) -> None:
    before = len(fake_work.wishes)
    for section in ("2.1", "2.2", "3"):
        working.actions.tick_section(section, False)  # noqa: FBT003 - a signal's value
    settle(qtbot, working)
    assert len(fake_work.wishes) == before + 1


def test_a_newer_tick_stops_the_composing_of_an_older_one(qtbot: QtBot, working: Program, fake_work: FakeWork) -> None:
    begun, stopped = Event(), Event()

    def compose_for_ever(progress: Progress) -> None:
        fake_work.before_preview = lambda _progress: None
        begun.set()
        try:
            while True:
                progress.step(0.5, "")
        except Cancelled:
            stopped.set()
            raise

    before = len(fake_work.wishes)
    fake_work.before_preview = compose_for_ever
    working.actions.tick_section("2.1", False)  # noqa: FBT003 - a signal's value
    qtbot.waitUntil(begun.is_set)
    working.actions.tick_section("2.2", False)  # noqa: FBT003 - a signal's value
    settle(qtbot, working)
    assert stopped.is_set()
    assert len(fake_work.wishes) == before + 1
    assert set(fake_work.wishes[-1].selection.modes) == {"1", "2", "3"}


def test_nothing_ticked_says_what_to_do(qtbot: QtBot, working: Program) -> None:
    working.session.select(Selection(), "全不选")
    settle(qtbot, working)
    pages = working.window.pages
    assert pages.empty.words == "还没有选内容。在左边勾选要印的部分。"
    assert pages.note_words == "没有页面"
    pages.empty.chosen.emit()
    settle(qtbot, working)
    assert "5 页" in pages.note_words


def test_a_failure_leaves_the_old_pages_and_says_that_they_are_old(
    qtbot: QtBot, working: Program, fake_work: FakeWork
) -> None:
    def fail(_progress: Progress) -> None:
        raise UserError(Failure.FONT_MISSING, name="GWFangSong.ttf")

    fake_work.before_preview = fail
    old = working.session.preview
    working.actions.tick_section("2", False)  # noqa: FBT003 - a signal's value
    settle(qtbot, working)
    pages = working.window.pages
    assert working.session.preview is old
    assert pages.note_words == "旧预览"
    assert pages.banner.isVisible()
    assert "GWFangSong.ttf" in pages.banner.words


def test_the_place_on_the_pages_stays_when_they_are_made_anew(qtbot: QtBot, working: Program) -> None:
    bar = working.window.pages.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    value = bar.value()
    working.actions.tick_metric("m1", False)  # noqa: FBT003 - a signal's value
    settle(qtbot, working)
    assert bar.value() == value
    assert value > 0


def test_a_click_on_a_line_makes_its_sentence_current(working: Program) -> None:
    view = working.window.pages.view
    scale = view.zoom * 96 / 72
    at = QPoint(round(16 + (80 + 20) * scale), round(16 + (100 + 10) * scale))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert working.session.place.section == "2"


def test_zoom_turns_between_width_page_and_steps(working: Program) -> None:
    pages = working.window.pages
    assert pages.view.fit is Fit.WIDTH
    width = pages.view.zoom
    pages.turn_fit()
    assert pages.view.fit is Fit.PAGE
    assert pages.view.zoom < width
    pages.zoom_by(1)
    assert pages.view.fit is Fit.FREE


def test_the_pictures_are_as_sharp_as_the_screen(qtbot: QtBot, working: Program) -> None:
    settle(qtbot, working)
    view = working.window.pages.view
    assert view.sharp_pages() >= {0}
    view.set_zoom(Fit.FREE, 2.0)
    settle(qtbot, working)
    assert view.sharp_pages() >= {0}
