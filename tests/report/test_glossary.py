"""The terms that a report explains: its entries in all their forms, and where the terms stand in its text."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from report.model import GlossaryEntry
from report.reading import parse_source, read_report
from report.source import LineKind, Source, SourceLine
from report.structure import find_structure
from tests.report.structure_source import TEXT, find, source_of, structure_of
from tests.report.test_structure_laws import sources

BODY = f"""柳坪镇政府工作报告
各位代表：
一、2025年工作回顾
{TEXT}
二、2026年工作安排
{TEXT}"""


def entries(*lines: str) -> list[tuple[str, str]]:
    """The terms and explanations of a glossary."""
    found = structure_of("\n".join([BODY, "名词解释", *lines])).glossary
    return [(entry.term, entry.explanation) for entry in found]


def linked(body: str, *lines: str) -> list[list[str]]:
    """The words of the body at the places of each entry."""
    text = "\n".join([BODY, body, "名词解释", *lines])
    return [[text[start:end] for start, end in entry.places] for entry in structure_of(text).glossary]


@pytest.mark.parametrize(
    "number", ["[1]", "［1］", "〔1〕", "【1】", "1.", "1．", "1、", "（1）", "①", "", "*", "注："]
)
@pytest.mark.parametrize(
    "line",
    [
        "千户改厕：指用三年改完旧厕。",
        "千户改厕，指用三年改完旧厕。",
        "千户改厕是指用三年改完旧厕。",
        "千户改厕 指用三年改完旧厕。",
    ],
)
def test_an_entry_is_found_in_each_of_its_forms(number: str, line: str):
    assert entries(number + line) == [("千户改厕", "指用三年改完旧厕。")]


@pytest.mark.parametrize(
    ("line", "term", "explanation"),
    [
        ("【千户改厕】用三年改完旧厕。", "千户改厕", "用三年改完旧厕。"),
        ("1.【千户改厕】：用三年改完旧厕。", "千户改厕", "用三年改完旧厕。"),
        ("“千户改厕”：用三年改完旧厕。", "“千户改厕”", "用三年改完旧厕。"),
        ("“千户改厕”指用三年改完旧厕。", "“千户改厕”", "指用三年改完旧厕。"),
        ("“千户改厕”工程，即用三年改完旧厕。", "“千户改厕”工程", "即用三年改完旧厕。"),
        ("“千户改厕”工程，是用三年改完旧厕的工程。", "“千户改厕”工程", "是用三年改完旧厕的工程。"),
        ("1.“千户改厕”用三年改完旧厕。", "“千户改厕”", "用三年改完旧厕。"),
        ("1.千户改厕——用三年改完旧厕。", "千户改厕", "用三年改完旧厕。"),
        ("1.千户改厕（P3、P8）：用三年改完旧厕。", "千户改厕", "用三年改完旧厕。"),
        ("1.“改厕、改水、改灶：三改”行动：一次改完。", "“改厕、改水、改灶：三改”行动", "一次改完。"),
        ("1\t千户改厕\t用三年改完旧厕。", "千户改厕", "用三年改完旧厕。"),
        ("千户改厕\t用三年改完旧厕。", "千户改厕", "用三年改完旧厕。"),
    ],
)
def test_a_term_ends_where_its_explanation_begins(line: str, term: str, explanation: str):
    assert entries(line) == [(term, explanation)]


def test_a_term_on_a_line_of_its_own_is_explained_by_the_lines_below():
    found = entries("1.千户改厕", "用三年改完旧厕。", "2.茶旅融合", "种茶和旅游一起做。", "一家一户都能做。")
    assert found == [("千户改厕", "用三年改完旧厕。"), ("茶旅融合", "种茶和旅游一起做。\n一家一户都能做。")]


def test_numbers_inside_an_explanation_begin_no_entry():
    found = entries("1.三改行动：分三步。", "（1）改厕：旧厕换新。", "（2）改水：旧管换新。", "2.茶旅融合：一起做。")
    assert [term for term, _ in found] == ["三改行动", "茶旅融合"]
    assert found[0][1].endswith("（2）改水：旧管换新。")


def test_the_head_of_a_table_and_the_source_of_a_figure_are_no_terms():
    assert entries("序号\t名词\t解释", "1\t千户改厕\t用三年改完旧厕。") == [("千户改厕", "用三年改完旧厕。")]
    lines = [SourceLine(line) for line in BODY.splitlines()]
    note = SourceLine("[1] 数据来源：镇统计站。", LineKind.NOTE)
    assert find_structure(Source((*lines, note))).glossary == ()


def test_lines_that_carry_a_mark_of_the_text_are_entries_without_a_heading():
    text = f"{BODY}\n推行“千户改厕”[1]，发展茶旅融合[2]。\n[1]“千户改厕”：用三年改完旧厕。\n[2]茶旅融合：一起做。"
    found = structure_of(text).glossary
    assert [entry.term for entry in found] == ["“千户改厕”", "茶旅融合"]
    assert all(entry.places for entry in found)


def test_the_items_of_a_list_with_circled_numbers_explain_nothing():
    assert (
        structure_of(f"{BODY}\n抓两件事：①修路，②修渠。\n①新修道路：全长8公里。\n②新修水渠：全长3公里。").glossary == ()
    )


def test_a_note_without_a_term_explains_the_quoted_words_before_its_mark():
    lines = [SourceLine(line) for line in (*BODY.splitlines(), "推行“千户改厕”[1]工程，发展茶旅融合[2]。")]
    notes = [SourceLine("[1] 指用三年改完旧厕。", LineKind.NOTE), SourceLine("[2] 指一起做。", LineKind.NOTE)]
    found = find_structure(Source((*lines, *notes))).glossary
    assert [(entry.term, entry.explanation) for entry in found] == [("“千户改厕”", "指用三年改完旧厕。")]
    text = "\n".join(line.text for line in lines)
    assert [text[start:end] for start, end in found[0].places] == ["“千户改厕”"]


def test_a_term_is_linked_wherever_the_text_has_it():
    places = linked("推行“千户改厕”，千户改厕进展顺利。", "1.“千户改厕”：用三年改完旧厕。")
    assert places == [["“千户改厕”", "千户改厕"]]


@pytest.mark.parametrize("mark", ["[1]", "［1］", "〔１〕", "[ 1 ]"])
def test_a_mark_behind_its_term_adds_no_place_and_one_elsewhere_does(mark: str):
    assert linked(f"推行“千户改厕”{mark}。", "[1]“千户改厕”：三年改完。") == [["“千户改厕”"]]
    assert linked(f"推行改厕{mark}。", "[1]“千户改厕”：三年改完。") == [[mark]]


def test_a_mark_inside_a_term_does_not_hide_it():
    assert linked("推行“千户”[1]改厕。", "[1]“千户改厕”：三年改完。") == [["“千户”[1]改厕"]]


def test_circled_numbers_are_marks_only_where_the_entries_have_them():
    assert linked("推行改厕①，分两步。", "①千户改厕：三年改完。") == [["①"]]
    assert linked("一家①，两家②。", "[1]千户改厕：三年改完。") == [[]]


def test_words_belong_to_the_longest_term_that_they_make():
    places = linked("推行双修，办好双修学堂。", "1.双修：修路修渠。", "2.双修学堂：夜里上课。")
    assert places == [["双修"], ["双修学堂"]]


def test_terms_explained_together_are_linked_one_by_one():
    places = linked("既有“双修”，也有“双改”。", "1.“双修”“双改”：修路修渠，改厕改水。")
    assert places == [["“双修”", "“双改”"]]


def test_an_aside_in_a_term_need_not_stand_in_the_text():
    assert linked("建设户长制。", "1.户长制（一户一长）：一户一个负责人。") == [["户长制"]]


def test_latin_letters_and_digits_are_not_cut_out_of_longer_ones():
    assert linked("推行EPC模式和EPCO模式，执行12号文和112号文。", "1.EPC：总承包。", "2.12号文：镇里的文件。") == [
        ["EPC"],
        ["12号文"],
    ]


def test_what_the_glossary_says_itself_is_no_place():
    assert linked("推行双修。", "1.双修：双修就是修路修渠。", "2.双改：跟着双修一起做。") == [["双修"], []]


def test_note_marks_are_in_no_title_and_in_no_name():
    text = BODY.replace(
        "二、2026年工作安排", "（一）抓好“千户改厕”[1]工程[2]\n新修水渠[3]12公里，改厕40座[4]。\n二、2026年工作安排"
    )
    report = parse_source(source_of(text), "报告.txt")
    titles = [section.title for section in report.walk()]
    assert "抓好“千户改厕”工程" in titles
    assert [(metric.name, metric.written) for metric in report.metrics] == [("新修水渠", "12公里"), ("改厕", "40座")]


def test_a_title_keeps_its_place_when_its_marks_are_left_out():
    text = BODY.replace("二、2026年", "（一）抓好“千户改厕”[1]。新修水渠。\n二、2026年")
    section = find(structure_of(text), "抓好“千户改厕”")
    assert text[section.start : section.body_start] == "（一）抓好“千户改厕”[1]。"


@settings(deadline=None, max_examples=150)
@given(sources)
def test_places_lie_in_the_text_outside_the_entries_and_apart_for_one_entry(source: Source):
    text = "\n".join(line.text for line in source.lines)
    glossary = find_structure(source).glossary
    for entry in glossary:
        assert text[entry.start : entry.end]
        assert entry.term.strip()
        last = 0
        for start, end in entry.places:
            assert last <= start < end <= len(text)
            assert not any(one.start <= start < one.end for one in glossary)
            last = end


def test_of_many_entries_the_one_that_stands_in_many_places_has_them_all():
    lines = [f"[{at}]词条{at}号：解释。" for at in range(1, 400)]
    found = structure_of(
        "\n".join([BODY, *(["这一年推行词条7号，大家心里都很踏实，各项工作都有了进展。"] * 30), "名词解释", *lines])
    ).glossary
    assert [len(entry.places) for entry in found if entry.places] == [30]


def _of(folder: Path, name: str) -> tuple[GlossaryEntry, ...]:
    return read_report(folder / f"{name}.txt").glossary


@pytest.mark.reports
@pytest.mark.parametrize(
    ("name", "count"), [("county_2022", 21), ("county_2025", 31), ("district_2017", 22), ("district_2025", 52)]
)
def test_every_entry_of_the_real_glossaries_is_found_and_linked(reports_folder: Path, name: str, count: int):
    found = _of(reports_folder, name)
    assert len(found) == count
    assert [entry.term for entry in found if not entry.places] == []


@pytest.mark.reports
def test_reports_without_a_glossary_have_none(reports_folder: Path):
    for name in (
        "city_2009",
        "city_2013",
        "county_2018",
        "district_2014",
        "national_1978",
        "province_2026",
        "township_2023",
    ):
        assert _of(reports_folder, name) == ()
