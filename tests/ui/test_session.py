"""Undo and redo, fields and the current place: values of the session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.fields import Origin
from report.selection import Mode, Selection, everything
from tests.ui.invented import TODAY, invented
from ui.session import Fault, Session, toggled, with_mode
from ui.ticking import by_rule
from ui.work import Opened


@pytest.fixture
def session(opened: Opened) -> Session:
    made = Session(TODAY)
    made.open(opened)
    return made


def test_a_report_opens_with_everything_ticked_in_full(session: Session) -> None:
    assert session.selection == everything(session.report)
    assert not session.undo_words


def test_undo_names_the_step_and_takes_it_back(session: Session) -> None:
    first = session.selection
    second = first.without_metrics(["m1"])
    session.select(second, "取消指标“新修水渠”")
    assert session.undo_words == "取消指标“新修水渠”"
    session.undo()
    assert session.selection == first
    assert session.redo_words == "取消指标“新修水渠”"
    session.redo()
    assert session.selection == second


def test_a_new_step_forgets_what_could_be_redone(session: Session) -> None:
    session.select(session.selection.without_metrics(["m1"]), "a")
    session.undo()
    session.select(session.selection.without_metrics(["m2"]), "b")
    session.redo()
    assert session.selection.metrics == {"m1", "m3", "m4", "m5", "m6"}


def test_the_same_selection_is_no_step(session: Session) -> None:
    session.select(session.selection.with_metrics(["m1"]), "nothing")
    assert not session.undo_words


@given(st.lists(st.tuples(st.sampled_from(["2", "2.1", "2.2", "3"]), st.booleans()), max_size=12))
def test_undoing_every_step_leads_back_to_the_beginning(steps: list[tuple[str, bool]]) -> None:
    session = Session(TODAY)
    session.open(invented())
    first = session.selection
    for section, ticked in steps:
        session.select(toggled(session.selection, session.report, session.section(section), ticked=ticked), "step")
    last = session.selection
    for _step in steps:
        session.undo()
    assert session.selection == first
    for _step in steps:
        session.redo()
    assert session.selection == last


@given(st.sampled_from(["2", "2.1", "2.2", "3"]), st.sampled_from(Mode))
def test_unticking_after_ticking_leaves_nothing_of_a_section(section_id: str, mode: Mode) -> None:
    session = Session(TODAY)
    session.open(invented())
    section = session.section(section_id)
    with_it = with_mode(toggled(Selection(), session.report, section, ticked=True), section, mode)
    assert set(with_it.modes) == {node.id for node in section.walk()}
    assert set(with_it.modes.values()) == {mode}
    assert toggled(with_it, session.report, section, ticked=False) == Selection()


def test_rules_of_ticking(session: Session) -> None:
    report, full = session.report, session.selection
    assert by_rule("none", report, full) == Selection()
    assert by_rule("all", report, Selection()) == full
    some = toggled(full, report, session.section("2"), ticked=False)
    assert set(by_rule("invert", report, some).modes) == {"2", "2.1", "2.2"}
    assert set(by_rule("figures", report, full).modes) == {"2", "2.1", "2.2", "3"}


def test_a_typed_value_counts_until_it_is_the_default_again(session: Session) -> None:
    session.type_value("issue", "12")
    assert (session.value("issue").text, session.value("issue").origin) == ("12", Origin.TYPED)
    session.type_value("issue", "1")
    assert session.value("issue").origin is Origin.DEFAULT
    assert session.value("title").origin is Origin.REPORT


def test_a_refused_value_leaves_the_last_good_one(session: Session) -> None:
    session.type_value("issue", "12")
    session.refuse_value("issue", Fault("十三", "请填阿拉伯数字。"))
    wish = session.wish()
    assert wish is not None
    assert wish.fields == {"issue": "12"}
    session.type_value("issue", "13")
    assert not session.faults


def test_another_report_keeps_what_was_typed_but_for_words_of_the_report(session: Session) -> None:
    session.type_value("issue", "12")
    session.type_value("title", "云岫镇要情")
    session.open(invented())
    assert session.typed == {"issue": "12"}
    assert session.value("title").text == "云岫镇政府工作报告"


def test_nothing_is_wished_where_nothing_is_ticked(session: Session) -> None:
    session.select(Selection(), "全不选")
    assert session.wish() is None


def test_a_place_in_a_figure_is_the_figures_else_the_innermost_sections(session: Session) -> None:
    metric = session.metric("m4")
    assert session.place_at(metric.start).metric == "m4"
    assert session.place_at(metric.start).section == "2.1"
    satisfied = session.report.text.index("群众满意")
    assert (session.place_at(satisfied).metric, session.place_at(satisfied).section) == ("", "2.1")
