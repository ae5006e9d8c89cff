"""The report's words: what is printed, which figures are marked, and the way between text, table and pages."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from report.model import Report
from report.selection import Mode, Selection, everything
from tests.ui.invented import TEXT, invented, invented_report, settle
from ui.app import Program
from ui.panes.shown_text import ShownText
from ui.printed import printed_chars, printed_spans


def words(report: Report, selection: Selection) -> list[str]:
    return [report.text[start:end] for start, end in printed_spans(report, selection)]


def test_everything_behind_the_front_is_printed_in_one_stretch() -> None:
    report = invented_report()
    assert words(report, everything(report)) == [TEXT[TEXT.index("一、") :]]


def test_a_heading_alone_prints_its_title_below_the_one_above_it() -> None:
    printed = words(invented_report(), Selection({"2.1": Mode.HEADING}))
    assert printed == ["一、今年工作回顾\n", "（一）水利工作\n"]


def test_a_digest_prints_the_first_sentence_and_those_of_ticked_figures() -> None:
    report = invented_report()
    printed = words(report, Selection({"2.1": Mode.DIGEST}))
    assert printed == ["一、今年工作回顾\n", "（一）水利工作\n整修塘坝8座。"]


def test_a_section_stands_for_its_own_text_not_for_its_children() -> None:
    report = invented_report()
    printed = words(report, Selection({"2": Mode.FULL}))
    assert printed == ["一、今年工作回顾\n今年新修水渠12公里，粮食产量3200吨，增长5.5%。\n"]


def test_white_space_is_not_counted_as_printed() -> None:
    assert printed_chars(invented_report(), Selection({"2.1": Mode.HEADING})) == 15


def test_a_figure_is_kept_whole_and_every_offset_finds_its_way_back(working: Program) -> None:
    text = working.window.report.text
    shown = text.toPlainText()
    assert "1\u20602\u2060公\u2060里" in shown
    assert shown.replace("\u2060", "") == TEXT
    assert [text.words.offset_at(text.words.shown_at(offset)) for offset in range(len(TEXT))] == list(range(len(TEXT)))


def test_what_is_copied_is_the_reports_own_words(working: Program) -> None:
    text = working.window.report.text
    text.selectAll()
    text.copy()
    assert QGuiApplication.clipboard().text() == TEXT


def test_another_report_takes_the_place_of_the_first(qtbot: QtBot, working: Program) -> None:
    working.session.open(invented())
    settle(qtbot, working)
    assert working.window.report.text.toPlainText().replace("\u2060", "") == TEXT


def test_ctrl_down_goes_from_figure_to_figure_and_space_ticks_it(working: Program) -> None:
    text = working.window.report.text
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(text, Qt.Key.Key_Down, control)
    QTest.keyClick(text, Qt.Key.Key_Down, control)
    assert working.session.place.metric == "m2"
    assert working.window.report.metrics.table.currentIndex().row() == 1
    assert working.session.place.section == "2"
    QTest.keyClick(text, Qt.Key.Key_Space)
    assert "m2" not in working.session.selection.metrics


def test_ticking_moves_no_line_of_the_text(qtbot: QtBot, working: Program) -> None:
    text = working.window.report.text
    height = text.document().size().height()
    working.actions.ticking.tick_section("2", False)  # noqa: FBT003 - a signal's value
    settle(qtbot, working)
    assert text.document().size().height() == height


def test_marks_stand_right_behind_a_character_of_two_units() -> None:
    text = "𬭚矿旧址今年产出12吨，𠮷村收入3400元。"
    metrics = tuple(
        replace(invented_report().metrics[0], id=f"m{n}", start=text.index(w), end=text.index(w) + len(w), written=w)
        for n, w in enumerate(("12吨", "3400元"))
    )
    shown = ShownText(Report("报告.txt", "", text, (), metrics))
    units = shown.text.encode("utf-16-le")
    for metric in metrics:
        start, end = shown.shown_at(metric.start), shown.shown_end(metric.end)
        assert units[2 * start : 2 * end].decode("utf-16-le").replace("\u2060", "") == metric.written
        assert shown.offset_at(start) == metric.start
