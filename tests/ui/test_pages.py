"""The preview: it follows the ticks, keeps its place, and says what it shows."""

from threading import Event

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from generators.job import LineOnPage
from generators.progress import Cancelled, Progress
from report.errors import Failure, UserError
from report.selection import Selection
from tests.ui.invented import FakeWork, settle
from ui.app import Program
from ui.panes.page_geometry import Fit, PageGeometry
from ui.panes.page_lines import offset_at, stretch
from ui.panes.pages import page_words


def test_the_head_counts_pages_and_sheets() -> None:
    assert page_words(0, 4) == "第 1 / 4 页 · 双面 2 张"
    assert page_words(4, 5) == "第 5 / 5 页 · 双面 3 张（末面空白）"
    assert page_words(0, 1) == "第 1 / 1 页 · 双面 1 张"


def test_the_pages_follow_the_ticks(qtbot: QtBot, working: Program) -> None:
    assert working.window.pages.note_words == "第 1 / 4 页 · 双面 2 张"
    working.actions.ticking.tick_section("2", False)  # noqa: FBT003 - a signal's value
    settle(qtbot, working)
    assert working.window.pages.note_words == "第 1 / 1 页 · 双面 1 张"


def test_many_ticks_at_once_are_composed_once(qtbot: QtBot, working: Program, fake_work: FakeWork) -> None:
    before = len(fake_work.wishes)
    for section in ("2.1", "2.2", "3"):
        working.actions.ticking.tick_section(section, False)  # noqa: FBT003 - a signal's value
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
    working.actions.ticking.tick_section("2.1", False)  # noqa: FBT003 - a signal's value
    qtbot.waitUntil(begun.is_set)
    working.actions.ticking.tick_section("2.2", False)  # noqa: FBT003 - a signal's value
    settle(qtbot, working)
    assert stopped.is_set()
    assert len(fake_work.wishes) == before + 1
    assert set(fake_work.wishes[-1].selection.modes) == {"2", "3"}


@given(st.text("今年水渠0123.%", min_size=1, max_size=40), st.data())
def test_a_place_on_a_line_leads_to_the_character_that_stands_there(text: str, data: st.DataObject) -> None:
    line = LineOnPage(0, 0, 0, 100, 10, text, ((50, 50 + len(text)),), "")
    at = data.draw(st.integers(0, len(text) - 1))
    shares = stretch(line, 50 + at, 51 + at)
    assert shares is not None
    assert offset_at(line, sum(shares) / 2) == 50 + at
    assert stretch(line, 0, 50) is None
    whole = stretch(line, 0, 1000)
    assert whole is not None
    assert whole[0] == 0
    assert abs(whole[1] - 1) < 1e-9


@given(st.integers(1, 200), st.integers(50, 3000), st.integers(50, 3000), st.sampled_from(Fit), st.floats(0.25, 4))
def test_every_page_can_be_scrolled_into_sight(pages: int, width: int, height: int, fit: Fit, zoom: float) -> None:
    geometry = PageGeometry(pages, 595, 842, width, height, fit, zoom)
    _across, down = geometry.longest_scroll
    assert 0 in geometry.visible(0)
    assert pages - 1 in geometry.visible(down)
    last = geometry.page_rect(pages - 1, 0, down)
    assert last.bottom() <= height or last.top() == 16


def test_a_landscape_page_is_shown_as_wide_as_the_others_and_turned() -> None:
    geometry = PageGeometry(2, 600, 800, 632, 800, Fit.WIDTH, 1.0, frozenset({1}))
    upright, turned = geometry.page_rect(0, 0, 0), geometry.page_rect(1, 0, 0)
    assert (upright.width(), upright.height()) == (600, 800)
    assert (turned.width(), turned.height()) == (600, 450)
    line = LineOnPage(1, 400, 300, 200, 30, "", (), "")  # on a page of 800 × 600 points
    rect = geometry.line_rect(line, 0, 0)
    assert (rect.left() - turned.left(), rect.top() - turned.top()) == (300, 225)
    assert (rect.width(), rect.height()) == (150, 22.5)


def test_composing_that_takes_long_is_told_in_the_head(qtbot: QtBot, working: Program, fake_work: FakeWork) -> None:
    go_on = Event()

    def wait(_progress: Progress) -> None:
        assert go_on.wait(10)

    fake_work.before_preview = wait
    working.actions.ticking.tick_section("2", False)  # noqa: FBT003 - a signal's value
    pages = working.window.pages
    qtbot.waitUntil(lambda: pages.busy_line.busy)
    assert pages.note_words.startswith("正在更新")
    go_on.set()
    settle(qtbot, working)
    assert not pages.busy_line.busy
    assert pages.note_words == "第 1 / 1 页 · 双面 1 张"


def test_nothing_ticked_says_what_to_do(qtbot: QtBot, working: Program) -> None:
    working.session.select(Selection(), "全不选")
    settle(qtbot, working)
    pages = working.window.pages
    assert pages.empty.words == "还没有选内容。在左边勾选要印的部分。"
    assert pages.note_words == "没有页面"
    pages.empty.chosen.emit()
    settle(qtbot, working)
    assert "4 页" in pages.note_words


def test_a_failure_leaves_the_old_pages_and_says_that_they_are_old(
    qtbot: QtBot, working: Program, fake_work: FakeWork
) -> None:
    def fail(_progress: Progress) -> None:
        raise UserError(Failure.FONT_MISSING, name="GWFangSong.ttf")

    fake_work.before_preview = fail
    old = working.session.preview
    working.actions.ticking.tick_section("2", False)  # noqa: FBT003 - a signal's value
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
    working.actions.ticking.tick_metric("m1", False)  # noqa: FBT003 - a signal's value
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
