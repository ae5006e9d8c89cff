"""The outline: its model, its ticks with three states, its search."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from report.selection import Mode
from tests.ui.invented import TODAY, settle
from ui.app import Program
from ui.models.outline_model import ROW_ROLE, SECTION_ROLE, OutlineModel, OutlineRow
from ui.session import Session, toggled, with_mode
from ui.work import Opened

CHECKED, PARTLY, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


def open_model(opened: Opened) -> tuple[Session, OutlineModel]:
    session = Session(TODAY)
    model = OutlineModel(session)
    session.open(opened)
    return session, model


def row(model: OutlineModel, section: str) -> OutlineRow:
    found = model.index_of(section).data(ROW_ROLE)
    assert isinstance(found, OutlineRow)
    return found


def state(model: OutlineModel, section: str) -> Qt.CheckState:
    return Qt.CheckState(model.index_of(section).data(Qt.ItemDataRole.CheckStateRole))


def test_the_model_keeps_the_rules_of_qt_models(opened: Opened) -> None:
    session = Session(TODAY)
    model = OutlineModel(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    session.open(opened)
    session.select(toggled(session.selection, session.report, session.section("2.1"), ticked=False), "")
    assert tester.model() is model
    assert model.rowCount() == 3
    assert model.rowCount(model.index_of("2")) == 2
    assert model.parent(model.index_of("2.1")) == model.index_of("2")


def test_a_tick_on_a_parent_ticks_everything_below_and_its_figures(opened: Opened) -> None:
    session, model = open_model(opened)
    off = toggled(session.selection, session.report, session.section("2"), ticked=False)
    assert set(off.modes) == {"3"}
    assert off.metrics == {"m6"}
    session.select(off, "")
    assert [state(model, name) for name in ("2", "2.1", "2.2")] == [UNCHECKED] * 3
    session.select(toggled(off, session.report, session.section("2"), ticked=True), "")
    assert [state(model, name) for name in ("2", "2.1", "2.2")] == [CHECKED] * 3
    assert session.selection.metrics == {"m1", "m2", "m3", "m4", "m5", "m6"}


def test_a_parent_with_some_children_ticked_is_partly_ticked(opened: Opened) -> None:
    session, model = open_model(opened)
    session.select(toggled(session.selection, session.report, session.section("2.1"), ticked=False), "")
    assert [state(model, name) for name in ("2", "2.1", "2.2")] == [PARTLY, UNCHECKED, CHECKED]


def test_ticking_a_parent_keeps_the_modes_of_children_that_were_ticked(opened: Opened) -> None:
    session, _model = open_model(opened)
    digest = with_mode(session.selection, session.section("2.1"), Mode.DIGEST)
    without = toggled(digest, session.report, session.section("2.2"), ticked=False)
    again = toggled(without, session.report, session.section("2"), ticked=True)
    assert again.modes["2.1"] is Mode.DIGEST
    assert again.modes["2.2"] is Mode.FULL


def test_a_row_says_title_state_and_figures_for_assistive_software(opened: Opened) -> None:
    _session, model = open_model(opened)
    spoken = str(model.index_of("2").data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "一、今年工作回顾，已选，全文，5 项指标"


def test_one_tick_changes_only_the_rows_that_look_different(opened: Opened) -> None:
    session, model = open_model(opened)
    changed: list[str] = []

    def note(first: QModelIndex) -> None:
        changed.append(str(first.data(SECTION_ROLE)))

    model.dataChanged.connect(note)
    session.select(toggled(session.selection, session.report, session.section("2.1"), ticked=False), "")
    assert changed == ["2.1", "2"]


def test_front_matter_cannot_be_ticked(opened: Opened) -> None:
    session, model = open_model(opened)
    index = model.index_of("1")
    assert not model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    assert model.data(index, Qt.ItemDataRole.CheckStateRole) is None
    assert toggled(session.selection, session.report, session.section("1"), ticked=True) == session.selection


def test_front_matter_shows_no_mode(opened: Opened) -> None:
    _session, model = open_model(opened)
    assert row(model, "2.1").mode is Mode.FULL
    assert row(model, "1").mode is None


def test_space_on_the_current_row_changes_its_tick(working: Program) -> None:
    view = working.window.outline.view
    view.setCurrentIndex(view.model().index(2, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert "3" not in working.session.selection.modes
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert "3" in working.session.selection.modes


def test_a_click_on_the_tick_does_not_move_the_place(working: Program) -> None:
    view = working.window.outline.view
    place = working.session.place
    rect = view.visualRect(view.model().index(2, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(12, 18))
    assert "3" not in working.session.selection.modes
    assert working.session.place == place


def test_a_click_on_a_title_makes_the_section_current(working: Program) -> None:
    view = working.window.outline.view
    rect = view.visualRect(view.model().index(2, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(60, 18))
    assert working.session.place.section == "3"
    assert "3" in working.session.selection.modes


def test_search_keeps_hits_and_their_parents(working: Program) -> None:
    outline = working.window.outline
    outline.search.setText("文化")
    model = outline.view.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["一、今年工作回顾"]
    assert model.rowCount(model.index(0, 0)) == 1


def test_search_without_a_hit_says_so_and_offers_to_clear(working: Program) -> None:
    outline = working.window.outline
    outline.search.setText("公顷")
    assert outline.empty.isVisible()
    assert outline.empty.words == "没有含“公顷”的标题"
    outline.empty.chosen.emit()
    assert outline.search.text() == ""
    assert outline.view.isVisible()


def test_alt_2_prints_the_current_section_as_a_digest(working: Program) -> None:
    working.actions.go_to_section("2")
    QTest.keyClick(working.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    modes = working.session.selection.modes
    assert [modes[name] for name in ("2", "2.1", "3")] == [Mode.DIGEST, Mode.DIGEST, Mode.FULL]


def test_the_foot_counts_what_is_ticked(qtbot: QtBot, working: Program) -> None:
    working.actions.ticking.tick_section("2.1", False)  # noqa: FBT003 - a signal's value
    settle(qtbot, working)
    assert working.window.outline.sums == ("已选 3 / 4 节", "70 字 · 5 项指标")
