"""What is ticked at the beginning, and what the names of sections tick."""

import pytest

from report.errors import Failure, UserError
from report.model import Report
from report.reading import parse_source
from report.selection import Mode, choose, everything
from report.source import Source, SourceLine

LINES = (
    "云岫镇政府工作报告",
    "各位代表：",
    "一、2025年工作回顾",
    "（一）抓农业。新修水渠12公里，推行“千户改厕”[1]。",
    "（二）抓文化。放映电影40场。",
    "二、2026年工作安排",
    "新修道路8公里。",
    "名词解释",
    "[1]“千户改厕”：三年改造户厕1000户。",
)


def report() -> Report:
    return parse_source(Source(tuple(map(SourceLine, LINES))), "报告.txt")


def test_everything_ticks_all_sections_but_the_front():
    ids = set(everything(report()).modes)
    fronts = {section.id for section in report().sections[0].walk()}
    assert ids == {section.id for section in report().walk()} - fronts


def test_figures_that_only_explain_a_term_are_not_ticked_at_the_beginning():
    found = report()
    ticked = everything(found).metrics
    assert [metric.written for metric in found.metrics if metric.id in ticked] == ["12公里", "40场", "8公里"]
    assert "1000户" in [metric.written for metric in found.metrics]


def test_the_more_specific_name_wins_whatever_the_order():
    part = report().sections[1]
    wanted = {part.children[0].id: Mode.HEADING, part.id: Mode.FULL}
    modes = choose(report(), wanted)
    assert modes == {part.id: Mode.FULL, part.children[0].id: Mode.HEADING, part.children[1].id: Mode.FULL}


def test_a_name_that_the_report_does_not_have_is_said_so():
    with pytest.raises(UserError) as failure:
        choose(report(), {"9.9": Mode.FULL})
    assert failure.value.failure is Failure.UNKNOWN_SECTION
