"""The form of the kind's fields."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.invented import settle
from ui.app import Program
from ui.panes.fields import FieldRow
from ui.parts.field_editors import ChoiceEditor, LineEditor, LinesEditor


def form(qtbot: QtBot, program: Program) -> dict[str, FieldRow]:
    program.window.workspace.bring(program.window.fields)
    settle(qtbot, program)
    return program.window.fields.rows


def line(row: FieldRow) -> LineEditor:
    assert isinstance(row.editor, LineEditor)
    return row.editor


def type_into(row: FieldRow, words: str) -> None:
    editor = line(row).line
    editor.setFocus()
    editor.selectAll()
    editor.insert(words)
    editor.textEdited.emit(words)


def test_the_form_has_a_row_for_every_field_with_its_origin(qtbot: QtBot, working: Program) -> None:
    rows = form(qtbot, working)
    assert list(rows) == ["name", "issue", "date", "title", "figures", "send_to"]
    assert rows["title"].editor.text() == "云岫镇政府工作报告"
    assert rows["title"].origin.text() == "取自报告"
    assert rows["date"].editor.text() == "2023年10月20日"
    assert rows["date"].origin.text() == "今天"
    assert isinstance(rows["send_to"].editor, LinesEditor)
    assert rows["send_to"].editor.lines.placeholderText() == "空着就不印"


def test_a_good_value_is_taken_while_it_is_typed(qtbot: QtBot, working: Program) -> None:
    rows = form(qtbot, working)
    type_into(rows["issue"], "12")
    assert working.session.typed == {"issue": "12"}
    assert rows["issue"].origin.text() == "已填写"


def test_a_bad_value_is_told_beside_the_field_on_leaving_it(qtbot: QtBot, working: Program) -> None:
    rows = form(qtbot, working)
    type_into(rows["issue"], "十二")
    assert rows["issue"].fault == ""
    rows["name"].editor.setFocus()
    assert rows["issue"].fault == "请填阿拉伯数字，如 12。"
    assert rows["issue"].editor.text() == "十二"
    assert working.window.fields.title == "要素 · 1 项有误"
    settle(qtbot, working)
    assert working.window.pages.banner.words.startswith("“期号”没有采用")
    type_into(rows["issue"], "12")
    assert rows["issue"].fault == ""
    assert working.session.typed == {"issue": "12"}
    assert working.window.fields.title == "要素"


def test_esc_brings_the_last_good_value_back(qtbot: QtBot, working: Program) -> None:
    rows = form(qtbot, working)
    type_into(rows["issue"], "十二")
    QTest.keyClick(line(rows["issue"]).line, Qt.Key.Key_Escape)
    assert rows["issue"].editor.text() == "1"
    assert not working.session.faults


def test_making_with_a_bad_value_goes_to_its_field(qtbot: QtBot, working: Program) -> None:
    rows = form(qtbot, working)
    type_into(rows["issue"], "十二")
    rows["name"].editor.setFocus()
    working.actions.make()
    assert working.window.make_bar.words == "没有生成：“期号”有误。"
    assert line(rows["issue"]).line.hasFocus()


def test_a_date_is_taken_in_any_usual_form_and_shown_in_one(qtbot: QtBot, working: Program) -> None:
    rows = form(qtbot, working)
    type_into(rows["date"], "2023.9.5")
    rows["name"].editor.setFocus()
    assert working.session.typed == {"date": "2023-09-05"}
    assert rows["date"].editor.text() == "2023年9月5日"


def test_a_choice_and_a_list_are_taken(qtbot: QtBot, working: Program) -> None:
    rows = form(qtbot, working)
    choice, lines = rows["figures"].editor, rows["send_to"].editor
    assert isinstance(choice, ChoiceEditor)
    assert isinstance(lines, LinesEditor)
    choice.choose("印在正文后")
    lines.lines.setPlainText("云岫镇党委\n各村委会")
    assert working.session.typed == {"figures": "印在正文后", "send_to": "云岫镇党委；各村委会"}


def test_the_defaults_can_be_brought_back(qtbot: QtBot, working: Program) -> None:
    rows = form(qtbot, working)
    type_into(rows["issue"], "12")
    rows["name"].editor.setFocus()
    working.window.fields.restore_requested.emit()
    assert working.session.typed == {}
    assert rows["issue"].editor.text() == "1"


def test_every_label_leads_to_its_editor(qtbot: QtBot, working: Program) -> None:
    for name, row in form(qtbot, working).items():
        proxy = row.editor.focusProxy()
        assert proxy is not None, name
        assert row.field.label in proxy.accessibleName()
