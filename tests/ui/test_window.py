"""The window as a whole: widths, themes, keys, names for assistive software."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.invented import FakeWork, settle
from ui.app import Program
from ui.workspace import Layout


@pytest.mark.parametrize(
    ("width", "layout"),
    [(1920, Layout.WIDE), (1366, Layout.NORMAL), (1000, Layout.NARROW), (700, Layout.COMPACT)],
)
def test_the_panes_are_placed_by_the_width(qtbot: QtBot, working: Program, width: int, layout: Layout) -> None:
    window = working.window
    window.resize(width, 768)
    qtbot.waitUntil(lambda: window.workspace.shape is layout)
    panes = (window.outline, window.report, window.fields, window.pages)
    shown = [pane.isVisible() for pane in panes]
    match layout:
        case Layout.WIDE:
            assert shown == [True, True, True, True]
        case Layout.NORMAL:
            assert shown == [True, True, False, True]
        case Layout.NARROW:
            assert shown == [True, True, False, False]
        case Layout.COMPACT:
            assert sum(shown) == 1
    for pane in panes:
        window.workspace.bring(pane)
        assert pane.isVisible()


def test_panes_keep_their_state_on_the_way_to_narrow_and_back(qtbot: QtBot, working: Program) -> None:
    window = working.window
    window.outline.search.setText("文化")
    for width in (1000, 700, 1920, 1366):
        window.resize(width, 768)
        settle(qtbot, working)
    assert window.workspace.shape is Layout.NORMAL
    assert window.outline.search.text() == "文化"
    assert window.outline.isVisible()
    assert window.pages.isVisible()


def test_the_theme_can_be_changed_and_is_remembered(qtbot: QtBot, working: Program) -> None:
    working.look.change(dark=True, scale=1.0)
    settle(qtbot, working)
    picture = working.window.grab().toImage()
    ground = picture.pixelColor(picture.width() - 400, 20)
    assert ground.name().upper() == working.look.tokens.bar
    assert working.settings.value("theme") == "dark"


def test_larger_words_need_more_room_and_are_remembered(qtbot: QtBot, working: Program) -> None:
    window = working.window
    working.look.change(dark=False, scale=1.5)
    settle(qtbot, working)
    assert window.commands.height() == 84
    assert window.workspace.shape is Layout.COMPACT
    assert window.report.text.document().defaultFont().pixelSize() == 26
    assert working.settings.value("scale") == "1.5"


def test_f6_goes_round_all_parts_and_back(working: Program) -> None:
    window = working.window
    window.outline.view.setFocus()
    seen: list[QWidget | None] = []
    for _number in range(5):
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())
    expected = [window.report.text, window.report.metrics.table, window.pages.view]
    assert seen == [*expected, window.commands.make_button, window.outline.view]
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is window.commands.make_button


def test_ctrl_z_takes_back_and_ctrl_y_does_again(working: Program) -> None:
    first = working.session.selection
    working.actions.ticking.tick_section("2", False)  # noqa: FBT003 - a signal's value
    QTest.keyClick(working.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert working.session.selection == first
    QTest.keyClick(working.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "2" not in working.session.selection.modes


def test_ctrl_3_leads_to_the_form_and_ctrl_1_to_the_outline(qtbot: QtBot, working: Program) -> None:
    QTest.keyClick(working.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert working.window.fields.isVisible()
    QTest.keyClick(working.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert working.window.outline.view.hasFocus()
    settle(qtbot, working)


def test_f7_leads_to_what_was_noticed_and_says_its_sentence(working: Program) -> None:
    working.actions.go_to_section("3")
    QTest.keyClick(working.window, Qt.Key.Key_F7)
    assert working.window.report.banner.isVisible()
    assert working.window.report.banner.words == "1 / 1　标题“云岫镇”没有序号，同级标题有序号。"
    assert (working.session.place.section, working.session.place.start) == ("1", 0)


def test_a_defect_is_told_and_can_be_copied(working: Program) -> None:
    working.actions.tell_defect(ValueError("odd"))
    assert working.window.message.isVisible()
    working.window.message.chosen.emit("copy_diagnosis")
    assert "ValueError: odd" in QGuiApplication.clipboard().text()


def test_closing_the_report_leads_to_the_start_page_and_nothing_is_made(working: Program, fake_work: FakeWork) -> None:
    QTest.keyClick(working.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not working.window.working
    QTest.keyClick(working.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not working.actions.making.running
    assert fake_work.made == []


def test_no_two_actions_have_the_same_keys(working: Program) -> None:
    portable = QKeySequence.SequenceFormat.PortableText
    keys = [action.shortcut().toString(portable) for action in working.window.findChildren(QAction)]
    keys = [name for name in keys if name]
    assert len(keys) == len(set(keys)) >= 15


def test_everything_one_can_reach_has_a_name(working: Program) -> None:
    window = working.window
    reachable = [
        *window.findChildren(QAbstractButton),
        *window.findChildren(QLineEdit),
        *window.findChildren(QTextEdit),
        *window.findChildren(QAbstractItemView),
    ]
    nameless = [
        widget
        for widget in reachable
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []


def test_a_ring_shows_which_button_the_keyboard_is_on(qtbot: QtBot, working: Program) -> None:
    window = working.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.commands.make_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.ring.isVisible()
    button = window.commands.make_button
    assert window.ring.geometry().center() == button.mapTo(window, button.rect().center())
    window.outline.view.setFocus()
    assert not window.ring.isVisible()
