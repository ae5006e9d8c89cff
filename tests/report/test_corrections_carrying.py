"""Ticks and findings put aside, carried over corrections, edits and files."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.checks import check_report
from report.corrections.anchors import anchor
from report.corrections.applying import apply
from report.corrections.asides import aside, sort
from report.corrections.carrying import carried, selection_of, ticks_of
from report.corrections.places import metric_anchor, section_anchor
from report.corrections.values import AddMetric, DropMetric, MarkHeading, Merge, NoHeading, Promote, Split
from report.model import Report, SectionKind
from report.reading import read_report
from report.selection import Mode, Selection, everything
from tests.report.making_corrections import any_correction, any_edit, edited, metric, report_of, sample, section

seeds = st.integers(0, 2**32).map(Random)

TEXT = """柳坪镇政府工作报告
各位代表：
一、2025年工作回顾
全镇上下凝心聚力抓项目、促增收、保民生，各项工作都有了新的进展。
（一）抓好农业生产
新修水渠12公里，新建大棚40座。大家都很踏实。
（二）抓好文化事业
放映电影40场，增长8.5%。送戏下乡，群众的日子一天比一天好。
二、2026年工作安排
新修道路8公里，办好实事。"""


def report() -> Report:
    return report_of(TEXT)


def some_ticks(random: Random, given_report: Report) -> Selection:
    whole = everything(given_report)
    modes = {name: random.choice(list(Mode)) for name in whole.modes if random.random() < 0.6}
    return Selection(modes, frozenset(name for name in whole.metrics if random.random() < 0.5))


def titles(selection: Selection, of: Report) -> dict[str, Mode]:
    """The modes by the words of the headings, which stay the same."""
    return {
        of.text[one.start : one.start + 12]: selection.modes[one.id] for one in of.walk() if one.id in selection.modes
    }


def words(selection: Selection, of: Report) -> list[tuple[int, str]]:
    return [(one.start, one.written) for one in of.metrics if one.id in selection.metrics]


@settings(deadline=None, max_examples=30)
@given(seeds)
def test_the_same_reading_has_the_same_ticks(random: Random):
    chosen = some_ticks(random, sample())
    assert carried(chosen, sample(), sample()).selection == chosen
    again = selection_of(ticks_of(chosen, sample()), sample())
    assert (again.selection, again.lost, again.new) == (chosen, (), ())


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_ticks_survive_an_edit_of_the_text_and_what_is_lost_is_told(random: Random):
    before = sample()
    chosen = some_ticks(random, before)
    edit = any_edit(random, before.text, 0, len(before.text))
    after = edited(before, edit)
    for found in (carried(chosen, before, after), selection_of(ticks_of(chosen, before), after)):
        gone = len(chosen.modes) + len(chosen.metrics) - len(found.selection.modes) - len(found.selection.metrics)
        assert gone <= len(found.lost) <= 2
        assert len(found.new) <= 1  # a heading edited beyond recognition is another one


def test_a_promoted_section_keeps_its_tick_under_its_new_id():
    before = report()
    chosen = Selection({section(before, "抓好文化事业").id: Mode.DIGEST})
    after = apply(before, (Promote(section_anchor(before, section(before, "抓好文化事业"))),)).report
    assert carried(chosen, before, after).selection.modes == {section(after, "抓好文化事业").id: Mode.DIGEST}


def test_both_halves_of_a_split_section_are_ticked_as_it_was():
    before = report()
    start = before.text.index("送戏下乡")
    after = apply(before, (Split(anchor(before.text, start, start + 16)),)).report
    chosen = everything(before, Mode.DIGEST)
    assert carried(chosen, before, after).selection == everything(after, Mode.DIGEST)
    assert carried(Selection(), before, after).selection == Selection()
    only = Selection({section(before, "抓好文化事业").id: Mode.FULL})
    assert list(titles(carried(only, before, after).selection, after)) == [
        "（二）抓好文化事业\n放映",
        "送戏下乡，群众的日子一天",
    ]


def test_a_new_heading_in_an_edited_report_is_ticked_as_what_holds_it():
    before = report()
    after = report_of(TEXT.replace("二、2026年", "（三）抓好民生保障\n发放补贴300万元。\n二、2026年"))
    chosen = everything(before)
    found = carried(chosen, before, after)
    assert found.new == (section(after, "抓好民生保障").id,)
    assert found.selection == everything(after)
    assert carried(Selection(), before, after).selection == Selection()


def test_a_merged_section_is_told_as_lost_and_its_metrics_keep_their_ticks():
    before = report()
    after = apply(before, (Merge(section_anchor(before, section(before, "抓好文化事业"))),)).report
    found = carried(everything(before), before, after)
    assert found.lost == ("抓好文化事业",)
    assert words(found.selection, after) == words(everything(before), before)


def test_a_heading_that_becomes_a_body_keeps_its_tick():
    before = report()
    after = apply(before, (NoHeading(section_anchor(before, section(before, "2025年工作回顾"))),)).report
    assert after.sections[1].kind is SectionKind.BODY
    found = carried(everything(before), before, after)
    assert found.lost == ()
    assert found.selection == everything(after)


def test_a_body_and_the_point_that_it_begins_with_are_told_apart():
    text = "一是抓农业。新修水渠12公里，大家都很踏实。二是抓文化。放映电影40场，大家都很高兴。"
    given_report = report_of(text)
    kinds = [one.kind for one in given_report.walk()]
    assert kinds == [SectionKind.BODY, SectionKind.POINT, SectionKind.POINT]
    for one in given_report.walk():
        chosen = Selection({one.id: Mode.FULL})
        assert selection_of(ticks_of(chosen, given_report), given_report).selection.modes == chosen.modes


def test_a_dropped_metric_is_told_and_an_added_one_is_ticked_with_its_section():
    before = report()
    place = metric_anchor(before, metric(before, "12公里"))
    start = before.text.index("凝心聚力")
    wish = AddMetric(anchor(before.text, start, start + 4), "干劲", "100", "%")
    after = apply(before, (DropMetric(place), wish)).report
    found = carried(everything(before), before, after)
    assert found.lost == ("12公里",)
    assert "凝心聚力" in [written for _, written in words(found.selection, after)]
    assert words(carried(Selection(), before, after).selection, after) == []


def test_a_section_whose_heading_was_taken_out_is_told_as_lost():
    before = report()
    after = report_of(TEXT.replace("（二）抓好文化事业\n", "").replace("放映电影40场", "放映电影41场"))
    assert carried(everything(before), before, after).lost == ("抓好文化事业",)


def test_a_figure_that_was_edited_a_little_keeps_its_tick():
    before = report()
    after = report_of(TEXT.replace("水渠12公里", "水渠15公里"))
    chosen = Selection({}, frozenset({metric(before, "12公里").id}))
    for found in (carried(chosen, before, after), selection_of(ticks_of(chosen, before), after)):
        assert [written for _, written in words(found.selection, after)] == ["15公里"]
    gone = report_of(TEXT.replace("新修水渠12公里，", ""))
    assert carried(chosen, before, gone).lost == ("12公里",)


@settings(deadline=None, max_examples=40)
@given(seeds)
def test_carrying_over_any_correction_names_only_what_the_report_has(random: Random):
    before = sample()
    chosen = some_ticks(random, before)
    after = apply(before, (any_correction(random, before).correction,)).report
    found = carried(chosen, before, after)
    assert set(found.selection.modes) <= {one.id for one in after.walk()}
    assert found.selection.metrics <= {one.id for one in after.metrics}
    kept = titles(found.selection, after)
    assert all(kept[head] is mode for head, mode in titles(chosen, before).items() if head in kept)


def test_a_heading_marked_in_a_ticked_section_is_ticked():
    before = report()
    start = before.text.index("送戏下乡")
    after = apply(before, (MarkHeading(anchor(before.text, start, start + 16), 3),)).report
    assert carried(everything(before), before, after).selection == everything(after)


def test_a_finding_put_aside_stays_so_until_its_words_change():
    given_report = report_of(TEXT.replace("放映电影", "截止目前，放映电影").replace("新建大棚40座", "新建大棚40座,"))
    found = [one.noticed for one in check_report(given_report)]
    assert len(found) >= 2
    kept = aside(given_report.text, found[0], "原文如此")
    done = sort(given_report.text, found, (kept,))
    assert done.aside == ((found[0], kept),)
    assert done.open == tuple(found[1:])
    assert done.lost == ()
    later = "前言一句。" + given_report.text
    moved = [replace(one, start=one.start + 5, end=one.end + 5) for one in found]
    assert sort(later, moved, (kept,)).aside == ((moved[0], kept),)
    other = [replace(found[0], detail="别的"), *found[1:]]
    assert sort(given_report.text, other, (kept,)).lost == (kept,)
    assert sort("全部重写。", (), (kept,)).lost == (kept,)


@pytest.mark.reports
def test_ticks_of_the_real_reports_come_back_from_their_words(reports_folder: Path):
    for path in sorted(reports_folder.glob("*.txt")):
        found = read_report(path)
        chosen = everything(found)
        again = selection_of(ticks_of(chosen, found), found)
        assert (again.selection, again.lost) == (chosen, ())
