"""The table of metrics: ticks, order, search."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.ui.invented import TODAY
from ui.app import Program
from ui.models.metrics_model import METRIC_ROLE, Column, MetricsFilter, MetricsModel
from ui.session import Session
from ui.work import Opened

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def shown_ids(shown: MetricsFilter) -> list[str]:
    return [str(shown.index(row, 0).data(METRIC_ROLE)) for row in range(shown.rowCount())]


def open_table(opened: Opened) -> tuple[Session, MetricsModel, MetricsFilter]:
    session = Session(TODAY)
    model = MetricsModel(session)
    shown = MetricsFilter()
    shown.setSourceModel(model)
    session.open(opened)
    return session, model, shown


def test_the_model_keeps_the_rules_of_qt_models(opened: Opened) -> None:
    session, model, shown = open_table(opened)
    testers = [
        QAbstractItemModelTester(which, QAbstractItemModelTester.FailureReportingMode.Warning)
        for which in (model, shown)
    ]
    session.select(session.selection.without_metrics(["m2"]), "")
    assert [tester.model().rowCount() for tester in testers] == [6, 6]


def test_a_row_has_name_value_change_and_sentence(opened: Opened) -> None:
    _session, model, _shown = open_table(opened)
    row = [model.index(1, column).data() for column in Column]
    assert row == [
        "",
        "粮食产量",
        "3200吨",
        "↑5.5%",
        "",
        "",
        "一、今年工作回顾",
        opened.report.sentence(opened.report.metrics[1]),
    ]


def test_values_sort_by_amount_not_by_their_letters(opened: Opened) -> None:
    _session, _model, shown = open_table(opened)
    shown.sort(Column.VALUE, ASCENDING)
    assert shown_ids(shown) == ["m3", "m4", "m1", "m5", "m6", "m2"]
    shown.sort(-1, ASCENDING)
    assert shown_ids(shown) == ["m1", "m2", "m3", "m4", "m5", "m6"]


def test_search_looks_into_name_value_section_and_sentence(opened: Opened) -> None:
    _session, _model, shown = open_table(opened)
    shown.look_for("塘坝")
    assert shown_ids(shown) == ["m4"]
    shown.look_for("3200")
    assert "m2" in shown_ids(shown)
    shown.look_for("文化")
    assert shown_ids(shown) == ["m5"]
    shown.look_for("")
    assert len(shown_ids(shown)) == 6


def test_a_click_on_the_tick_leaves_the_figure_out(working: Program) -> None:
    table = working.window.report.metrics.table
    rect = table.visualRect(table.model().index(0, Column.TICK))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(24, 18))
    assert "m1" not in working.session.selection.metrics


def test_space_ticks_the_current_row_and_its_place_is_current(working: Program) -> None:
    table = working.window.report.metrics.table
    table.setCurrentIndex(table.model().index(3, Column.NAME))
    assert working.session.place.metric == "m4"
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert "m4" not in working.session.selection.metrics


def test_ctrl_a_ticks_all_that_are_shown_and_again_none_of_them(working: Program) -> None:
    panel = working.window.report.metrics
    panel.search.setText("水利")
    assert shown_ids(panel.shown) == ["m4"]
    QTest.keyClick(panel.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert working.session.selection.metrics == {"m1", "m2", "m3", "m5", "m6"}
    QTest.keyClick(panel.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "m4" in working.session.selection.metrics


def test_the_tab_counts_what_is_shown(working: Program) -> None:
    panel = working.window.report.metrics
    assert panel.tabs.tabText(0) == "指标 6"
    panel.search.setText("水利")
    assert panel.tabs.tabText(0) == "指标 1 / 6"
    panel.search.setText("公顷")
    assert panel.empty.words == "没有符合“公顷”的指标"
    panel.empty.chosen.emit()
    assert panel.tabs.tabText(0) == "指标 6"
