"""How deep headings stand: told by the run of their numbers, and by titles that are built alike."""

from report.findings import Finding
from report.source import Source, SourceLine
from report.structure import find_structure
from tests.report.structure_source import TEXT, outline, structure_of


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


def test_same_style_nested_again_and_again_stays_shallow():
    structure = structure_of("柳坪镇政府工作报告\n" + f"一、农业\n{TEXT}\n" * 400)
    assert max(line.count("  ") for line in outline(structure)) == 1


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
