"""Headings: their numbers and titles, and lines that only look like headings."""

import pytest

from report.source import LineKind, Source, SourceLine
from report.structure import find_structure
from tests.report.structure_source import TEXT, find, outline, points, structure_of


def test_a_line_that_announces_one_list_is_no_heading():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、2023年工作回顾
        一年来，主要做了以下工作。
        （一）抓生产。{TEXT}
        （二）抓建设。{TEXT}
    """)
    assert outline(structure) == ["一、2023年工作回顾", "  （一）抓生产", "  （二）抓建设"]


def test_a_number_before_a_month_is_read_where_the_count_asks_for_it():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        1.修好环镇公路。{TEXT}
        2.3月底前通上自来水。{TEXT}
        5.6万亩茶园全部改造完毕，这是全镇的大事。{TEXT}
    """)
    assert outline(structure) == ["1.修好环镇公路", "2.3月底前通上自来水"]


@pytest.mark.parametrize(
    "number", ["（一）", "(一)", "（一）、", "一、", "一．", "1.", "1、", "１．", "（1）", "①", "第一部分 "]
)
def test_a_number_is_given_back_as_written(number: str):
    structure = structure_of(f"柳坪镇政府工作报告\n{number}抓好粮食生产\n{TEXT}")
    assert outline(structure) == [f"{number.strip()}抓好粮食生产"]


def test_the_text_of_a_run_in_heading_begins_behind_its_closing_mark():
    text = f"柳坪镇政府工作报告\n（一）抓好粮食生产。{TEXT}"
    section = find(structure_of(text), "抓好粮食生产")
    assert text[section.start : section.body_start] == "（一）抓好粮食生产。"
    assert text[section.body_start : section.end] == TEXT


def test_short_sentences_on_lines_of_their_own_are_headings():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        各位代表：
        一、2023年工作回顾
        {TEXT}
        粮食生产喜获丰收。
        {TEXT}
        镇村面貌焕然一新。
        {TEXT}
    """)
    assert outline(structure) == ["一、2023年工作回顾", "  粮食生产喜获丰收", "  镇村面貌焕然一新"]


def test_sentences_of_a_year_on_lines_of_their_own_are_headings():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、2023年工作回顾
        一年来，我们坚持稳粮扩茶，推动农业增产增收。
        {TEXT}
        一年来，我们坚持修路架桥，推动城乡互联互通。
        {TEXT}
    """)
    assert len(outline(structure)) == 3


def test_one_sentence_that_introduces_a_section_is_no_heading():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        （一）抓好粮食生产
        坚持藏粮于地，把饭碗端在自己手里。
        {TEXT}
        （二）抓好茶叶生产
        坚持以质取胜，把牌子立在市场上面。
        {TEXT}
    """)
    assert outline(structure) == ["（一）抓好粮食生产", "（二）抓好茶叶生产"]


def test_dash_lines_without_a_closing_mark_are_headings():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、2023年工作回顾
        ——粮食生产稳步发展
        {TEXT}
        ——镇村面貌明显改善
        {TEXT}
    """)
    assert outline(structure) == ["一、2023年工作回顾", "  粮食生产稳步发展", "  镇村面貌明显改善"]


def test_numbered_sentences_with_nothing_below_are_a_list_and_no_headings():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、2023年工作回顾
        {TEXT}
        （一）民生实事
        今年办好三件实事：
        1.修好环镇公路5公里。
        2.新建便民桥2座。
        3.改造自来水管网8公里。
        （二）其他工作
        {TEXT}
    """)
    assert outline(structure) == ["一、2023年工作回顾", "  （一）民生实事", "  （二）其他工作"]


def test_a_road_map_sentence_makes_no_headings():
    structure = structure_of(f"""
        各位代表：
        报告分两个部分：一、三年来的工作；二、今后的任务。
        一、三年来的工作
        {TEXT}
        二、今后的任务
        {TEXT}
    """)
    assert outline(structure) == ["一、三年来的工作", "二、今后的任务"]


def test_figures_counted_together_are_no_number():
    structure = structure_of(f"柳坪镇政府工作报告\n一、农业\n{TEXT}\n一、二、三产业都有增长。{TEXT}")
    assert outline(structure) == ["一、农业"]


def test_a_running_head_is_no_heading():
    pages = "\n".join(f"柳坪镇人民政府文件汇编\n{TEXT}" for _ in range(4))
    structure = structure_of(f"柳坪镇政府工作报告\n一、农业\n{TEXT}\n{pages}")
    assert outline(structure) == ["一、农业"]


def test_full_lines_of_a_source_with_broken_lines_are_no_headings():
    broken = "\n".join("全镇上下抓项目促增收保民生各项工作都有了新的进展群众的" for _ in range(1))
    lines = "\n".join(f"{broken}{number}号" for number in range(10, 30))
    structure = structure_of(f"柳坪镇政府工作报告\n一、农业\n{lines}\n日子一天比一天好。")
    assert outline(structure) == ["一、农业"]


def test_rows_of_a_table_are_no_headings():
    lines = ("柳坪镇政府工作报告", "一、农业", TEXT)
    rows = tuple(SourceLine(f"{number}、粮食\t{number}00吨", LineKind.TABLE_ROW) for number in "一二三")
    structure = find_structure(Source((*(SourceLine(line) for line in lines), *rows)))
    assert outline(structure) == ["一、农业"]


def test_a_number_on_a_line_of_its_own_takes_the_next_line_for_its_title():
    structure = structure_of(f"柳坪镇政府工作报告\n一、\n抓好粮食生产\n{TEXT}\n二、\n抓好茶叶生产\n{TEXT}")
    assert outline(structure) == ["一、抓好粮食生产", "二、抓好茶叶生产"]


def test_a_whole_report_in_one_paragraph_is_parted_at_its_numbers():
    long = TEXT * 30
    structure = structure_of(
        f"柳坪镇政府工作报告各位代表：现在报告工作。一、2021年工作总结2021年是不平凡的一年。{long}"
        f"（一）农业生产。{long}（二）社会事业。{long}二、2022年工作安排我们要实干。{long}"
    )
    assert outline(structure) == [
        "一、2021年工作总结",
        "  （一）农业生产",
        "  （二）社会事业",
        "二、2022年工作安排",
    ]


def test_the_closing_words_belong_to_the_part_and_not_to_its_last_sub_heading():
    text = f"柳坪镇政府工作报告\n一、农业\n（一）粮食。{TEXT}\n（二）茶叶。{TEXT}\n各位代表！{TEXT}"
    structure = structure_of(text)
    assert find(structure, "茶叶").end <= text.index("各位代表！") <= find(structure, "农业").end


def test_an_empty_source_has_no_sections():
    assert find_structure(Source(())).sections == ()


def test_points_of_a_report_without_headings_are_found_too():
    structure = structure_of(f"柳坪镇政府工作报告\n各位代表：\n一是抓粮食。{TEXT}\n二是抓茶叶。{TEXT}")
    assert points(structure) == ["一是抓粮食", "二是抓茶叶"]
