"""Headings: their numbers, their true depth, and lines that only look like headings."""

import pytest

from report.findings import Finding
from report.model import SectionKind
from report.source import LineKind, Source, SourceLine
from report.structure import find_structure
from tests.report.structure_source import TEXT, find, outline, points, structure_of


def test_a_number_inside_its_own_style_opens_a_level_of_its_own():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、2023年工作回顾
        {TEXT}
        一、以特色种植为抓手，不断夯实农业底盘
        {TEXT}
        二、以路网建设为抓手，不断改善出行条件
        {TEXT}
        二、2024年工作安排
        {TEXT}
    """)
    assert outline(structure) == [
        "一、2023年工作回顾",
        "  一、以特色种植为抓手，不断夯实农业底盘",
        "  二、以路网建设为抓手，不断改善出行条件",
        "二、2024年工作安排",
    ]


def test_of_two_open_counts_a_number_goes_on_with_the_one_whose_titles_it_resembles():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、2023年工作回顾
        一、抓种植，农业底盘更加扎实
        {TEXT}
        二、抓路网，出行条件更加便利
        {TEXT}
        三、抓民生，群众生活更加舒心
        {TEXT}
        二、2024年工作安排
        一、聚焦种植，夯实农业底盘
        {TEXT}
        二、聚焦路网，改善出行条件
        {TEXT}
        三、加强政府自身建设
        {TEXT}
    """)
    assert outline(structure)[-4:] == [
        "二、2024年工作安排",
        "  一、聚焦种植，夯实农业底盘",
        "  二、聚焦路网，改善出行条件",
        "三、加强政府自身建设",
    ]


def test_a_heading_that_lost_its_number_stands_beside_those_it_is_built_like():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、2023年工作回顾
        一、以特色种植为抓手，不断夯实农业底盘
        {TEXT}
        二、以路网建设为抓手，不断改善出行条件
        {TEXT}
        以干部作风为抓手，不断提高服务效能
        {TEXT}
        二、2024年工作安排
        {TEXT}
    """)
    assert outline(structure)[3] == "  以干部作风为抓手，不断提高服务效能"
    assert [notice.detail for notice in structure.noticed] == ["以干部作风为抓手，不断提高服务效能"]
    assert structure.noticed[0].finding is Finding.HEADING_NUMBER_MISSING


def test_a_gap_in_the_count_tells_that_the_heading_in_between_lost_its_number():
    structure = structure_of(f"""
        柳坪镇工作总结
        一、基本情况
        {TEXT}
        主要做法和成效
        {TEXT}
        三、下步打算
        {TEXT}
    """)
    assert outline(structure) == ["一、基本情况", "主要做法和成效", "三、下步打算"]


def test_sub_headings_without_number_are_not_taken_for_headings_that_lost_one():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        （一）加快发展现代农业
        加快茶园改造
        {TEXT}
        （二）加快完善基础设施
        加快道路硬化
        {TEXT}
        加快管网改造
        {TEXT}
    """)
    assert outline(structure) == [
        "（一）加快发展现代农业",
        "  加快茶园改造",
        "（二）加快完善基础设施",
        "  加快道路硬化",
        "  加快管网改造",
    ]


def test_part_titles_without_number_stand_above_chinese_numbers_that_start_anew():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        二〇二三年工作回顾
        一、农业生产
        {TEXT}
        二、社会事业
        {TEXT}
        2024年工作安排
        一、指导思想
        {TEXT}
    """)
    assert outline(structure) == [
        "二〇二三年工作回顾",
        "  一、农业生产",
        "  二、社会事业",
        "2024年工作安排",
        "  一、指导思想",
    ]


def test_where_a_count_starts_anew_the_lines_above_hold_the_lists_apart():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        2024年工作安排
        “两个工程”即清水工程、暖心工程。
        （一）清水工程。{TEXT}
        （二）暖心工程。{TEXT}
        “三项行动”即修路、种树、办学三项行动。
        （一）修路行动。{TEXT}
        （二）种树行动。{TEXT}
        （三）办学行动。{TEXT}
    """)
    assert outline(structure) == [
        "2024年工作安排",
        "  “两个工程”即清水工程、暖心工程",
        "    （一）清水工程",
        "    （二）暖心工程",
        "  “三项行动”即修路、种树、办学三项行动",
        "    （一）修路行动",
        "    （二）种树行动",
        "    （三）办学行动",
    ]


def test_a_line_that_announces_one_list_is_no_heading():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、2023年工作回顾
        一年来，主要做了以下工作。
        （一）抓生产。{TEXT}
        （二）抓建设。{TEXT}
    """)
    assert outline(structure) == ["一、2023年工作回顾", "  （一）抓生产", "  （二）抓建设"]


def test_arabic_numbers_that_run_on_through_chapters_stay_below_them():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、农业
        1、粮食：{TEXT}
        2、茶叶：{TEXT}
        二、工业
        3、竹制品：{TEXT}
        4、小水电：{TEXT}
    """)
    assert outline(structure) == ["一、农业", "  1、粮食", "  2、茶叶", "二、工业", "  3、竹制品", "  4、小水电"]


def test_a_number_before_a_month_is_read_where_the_count_asks_for_it():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        1.修好环镇公路。{TEXT}
        2.3月底前通上自来水。{TEXT}
        5.6万亩茶园全部改造完毕，这是全镇的大事。{TEXT}
    """)
    assert outline(structure) == ["1.修好环镇公路", "2.3月底前通上自来水"]


def test_ordinals_stand_above_the_bracketed_numbers_that_begin_under_them():
    structure = structure_of(f"""
        柳坪镇工作总结
        一、农业
        第一，抓好粮食
        {TEXT}
        （一）良种
        {TEXT}
        （二）农机
        {TEXT}
        第二，抓好茶叶
        {TEXT}
    """)
    assert outline(structure) == [
        "一、农业",
        "  第一，抓好粮食",
        "    （一）良种",
        "    （二）农机",
        "  第二，抓好茶叶",
    ]


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


def test_the_levels_of_the_word_processor_place_headings_without_number():
    lines = (
        SourceLine("柳坪镇政府工作报告"),
        SourceLine("农业和农村", outline_level=1),
        SourceLine("粮食", outline_level=2),
        SourceLine(TEXT),
        SourceLine("工业", outline_level=1),
        SourceLine(TEXT),
    )
    structure = find_structure(Source((*lines[:2], SourceLine("粮食生产", outline_level=2), *lines[3:4], *lines[4:])))
    assert outline(structure)[:2] == ["农业和农村", "  粮食生产"]


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


def test_a_repeated_number_is_noticed():
    structure = structure_of(f"柳坪镇政府工作报告\n一、农业。{TEXT}\n二、工业。{TEXT}\n二、林业。{TEXT}")
    assert [(notice.finding, notice.detail) for notice in structure.noticed] == [
        (Finding.HEADING_NUMBER_REPEATED, "二、林业")
    ]


def test_a_heading_without_text_is_noticed():
    structure = structure_of(f"柳坪镇政府工作报告\n一、农业生产\n二、工业生产\n{TEXT}")
    assert [(notice.finding, notice.detail) for notice in structure.noticed] == [
        (Finding.HEADING_WITHOUT_TEXT, "一、农业生产")
    ]


def test_a_level_that_the_report_uses_elsewhere_is_missed_where_it_is_skipped():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、农业
        （一）粮食
        1.稻谷。{TEXT}
        二、工业
        1.竹制品。{TEXT}
    """)
    assert [(notice.finding, notice.detail) for notice in structure.noticed] == [(Finding.LEVEL_SKIPPED, "1.竹制品")]


def test_a_report_without_headings_is_one_body():
    structure = structure_of(f"柳坪镇政府工作报告\n各位代表：\n{TEXT}\n{TEXT}")
    assert [section.kind for section in structure.sections] == [SectionKind.FRONT, SectionKind.BODY]
    assert [notice.finding for notice in structure.noticed] == [Finding.NO_HEADINGS]


def test_an_empty_source_has_no_sections():
    assert find_structure(Source(())).sections == ()


def test_same_style_nested_again_and_again_stays_shallow():
    structure = structure_of("柳坪镇政府工作报告\n" + f"一、农业\n{TEXT}\n" * 400)
    assert max(line.count("  ") for line in outline(structure)) == 1


def test_points_of_a_report_without_headings_are_found_too():
    structure = structure_of(f"柳坪镇政府工作报告\n各位代表：\n一是抓粮食。{TEXT}\n二是抓茶叶。{TEXT}")
    assert points(structure) == ["一是抓粮食", "二是抓茶叶"]


def test_a_part_title_that_is_a_motto_stands_beside_the_mottos_before_it():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        回望来路：三年奋斗步履坚实
        一、农业生产
        {TEXT}
        二、社会事业
        {TEXT}
        站在起点：五年蓝图催人奋进
        一、指导思想
        {TEXT}
        二、主要目标
        {TEXT}
        勇挑重担：从严从实建好队伍
        {TEXT}
    """)
    assert [line for line in outline(structure) if not line.startswith(" ")] == [
        "回望来路：三年奋斗步履坚实",
        "站在起点：五年蓝图催人奋进",
        "勇挑重担：从严从实建好队伍",
    ]


def test_a_run_in_heading_that_lost_its_number_is_found_in_the_gap_of_the_count():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、2024年工作安排
        （一）着力抓好粮食生产。{TEXT}
        着力抓好茶叶生产。{TEXT}
        （三）着力抓好社会事业。{TEXT}
    """)
    assert outline(structure)[1:] == ["  （一）着力抓好粮食生产", "  着力抓好茶叶生产", "  （三）着力抓好社会事业"]
    assert [notice.finding for notice in structure.noticed] == [Finding.HEADING_NUMBER_MISSING]


def test_a_first_heading_that_lost_its_number_stands_beside_the_second():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        粮食生产稳中有进
        {TEXT}
        二、社会事业全面发展
        {TEXT}
        三、自身建设不断加强
        {TEXT}
    """)
    assert outline(structure) == ["粮食生产稳中有进", "二、社会事业全面发展", "三、自身建设不断加强"]
    assert [notice.detail for notice in structure.noticed] == ["粮食生产稳中有进"]
