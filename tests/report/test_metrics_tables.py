"""Figures in tables: named by row and column, with unit, period and what they are a change or a part of; none twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.model import Direction, Metric, Report
from report.reading import read_pasted
from tests.report.making_docx import below, first, paragraph, parts, table, wide, zipped

FRONT = paragraph("云岫镇人民政府工作报告") + paragraph("一、2023年工作回顾") + paragraph("全镇各项工作稳步推进。")
INDICATORS = table(
    ("序号", "指标名称", "单位", "2023年完成", "同比±%", "2024年目标"),
    ("1", "地区生产总值", "亿元", "12.6", "+8.5", "14"),
    ("2", "粮食产量", "万吨", "3.2", "-1.2", "3.3"),
    ("3", "其中：水稻", "万吨", "2.1", "—", "2.2"),
    ("4", "游客", "万人次", "1,234", "12.5%", "约1300"),
)


def read(*body: str) -> Report:
    report = read_pasted(zipped(parts(FRONT + "".join(body))), "报告.docx")
    assert all(report.text[metric.start : metric.end] == metric.written for metric in report.metrics)
    starts = [metric.start for metric in report.metrics]
    assert starts == sorted(set(starts))
    assert [metric.id for metric in report.metrics] == [f"m{place}" for place in range(1, len(starts) + 1)]
    return report


def told(report: Report) -> list[str]:
    """Return name, value and unit of each metric."""
    return [f"{metric.name} {metric.value}{metric.unit}" for metric in report.metrics]


def named(report: Report, name: str) -> list[Metric]:
    return [metric for metric in report.metrics if metric.name == name]


def test_a_row_names_and_a_head_says_the_unit_the_year_and_whether_it_is_planned():
    report = read(INDICATORS)
    level, change, target = named(report, "地区生产总值")
    assert [(each.value, each.unit, each.written) for each in (level, change, target)] == [
        ("1260000000", "元", "12.6"),
        ("8.5", "%", "8.5"),
        ("1400000000", "元", "14"),
    ]
    assert [(each.period, each.target) for each in (level, change, target)] == [
        ("2023年", False),
        ("2023年", False),
        ("2024年", True),
    ]
    assert (level.change_of, change.change_of, target.change_of) == (None, level.id, None)
    assert (level.direction, change.direction) == (Direction.NONE, Direction.UP)
    assert report.text[level.sentence_start : level.sentence_end].startswith("1\t地区生产总值")
    assert level.section == next(section.id for section in report.walk() if section.title == "2023年工作回顾")


def test_a_minus_stays_in_what_is_written_and_no_direction_is_given():
    _level, change, _target = named(read(INDICATORS), "粮食产量")
    assert (change.written, change.value, change.direction) == ("-1.2", "-1.2", Direction.NONE)


def test_a_row_that_is_a_part_leads_to_the_row_of_the_whole():
    report = read(INDICATORS)
    whole, _change, planned = named(report, "粮食产量")
    assert [part.part_of for part in named(report, "水稻")] == [whole.id, planned.id]


def test_commas_qualifiers_and_units_of_the_cell_itself_are_read():
    level, change, target = named(read(INDICATORS), "游客")
    assert (level.value, level.unit, level.written) == ("12340000", "人次", "1,234")
    assert (change.unit, change.written) == ("%", "12.5%")
    assert (target.qualifier, target.value) == ("约", "13000000")


def test_numbers_of_rows_telephones_dates_and_codes_are_no_metrics():
    rows = (
        ("序号", "姓名", "得票数", "电话", "编号", "日期"),
        ("1", "林远", "58", "13812345678", "0012", "2023年9月5日"),
        ("2", "周宁", "3", "0571-88123456", "0013", "2023年9月6日"),
    )
    assert [metric.written for metric in read(table(*rows)).metrics] == ["58", "3"]


def test_two_head_rows_and_merged_cells_give_each_column_its_whole_head():
    report = read(
        paragraph("单位：万元"),
        table(
            (first("村名"), wide("2023年", 2), wide("2022年", 2)),
            (below(), "集体收入", "同比", "集体收入", "户数（户）"),
            ("柳坪村", "120.5", "8.5", "111", "320"),
            ("合　计", "218.5", "", "212", "608"),
        ),
    )
    assert told(report) == [
        "柳坪村集体收入 1205000元",
        "柳坪村集体收入 8.5%",
        "柳坪村集体收入 1110000元",
        "柳坪村户数 320户",
        "集体收入合计 2185000元",
        "集体收入合计 2120000元",
        "户数合计 608户",
    ]
    assert [metric.period for metric in report.metrics[:3]] == ["2023年", "2023年", "2022年"]
    assert report.metrics[1].change_of == "m1"


def test_a_group_merged_downwards_names_a_row_only_where_the_row_alone_does_not():
    report = read(
        table(
            ("类别", "指标", "2023年"),
            (first("水稻"), "面积（亩）", "3200"),
            (below(), "总产（吨）", "1600"),
            (first("茶叶"), "面积（亩）", "900"),
            (below(), "采摘户数（户）", "120"),
        )
    )
    assert told(report) == ["水稻面积 3200亩", "水稻总产 1600吨", "茶叶面积 900亩", "采摘户数 120户"]


def test_words_in_a_cell_are_read_as_running_text_and_no_figure_twice():
    report = read(
        table(
            ("序号", "项目名称", "建设内容", "总投资（亿元）", "完成率", "责任单位"),
            ("1", "青禾桥", "新建桥梁2座，长120米", "1.2", "98.5%", "交通办"),
            ("2", "环镇路", "改造道路5.6公里", "0.8", "100", "交通办"),
        )
    )
    assert [metric.written for metric in report.metrics] == ["2座", "120米", "1.2", "98.5%", "5.6公里", "0.8", "100"]
    assert [f"{each.name} {each.value}{each.unit}" for each in report.metrics if each.written in ("1.2", "100")] == [
        "青禾桥总投资 120000000元",
        "环镇路完成率 100%",
    ]


def test_years_may_stand_in_the_rows():
    rows = (("年份", "工业总产值（万元）", "增长率"), ("2021年", "800", "5%"), ("2022", "880", "-1%"))
    report = read(table(*rows))
    assert [(each.name, each.value, each.period) for each in report.metrics] == [
        ("工业总产值", "8000000", "2021年"),
        ("工业总产值", "5", "2021年"),
        ("工业总产值", "8800000", "2022年"),
        ("工业总产值", "-1", "2022年"),
    ]


def test_a_row_of_change_belongs_to_the_row_above():
    rows = (("指标", "第一季度", "上半年"), ("税收（万元）", "100", "230"), ("税收同比", "3%", "下降4%"))
    first_, second, change, fall = read(table(*rows)).metrics
    assert (change.change_of, fall.change_of) == (first_.id, second.id)
    assert (change.direction, fall.direction) == (Direction.UP, Direction.DOWN)
    assert {metric.name for metric in (first_, second, change, fall)} == {"税收"}
    assert [each.period for each in (first_, second)] == ["2023年第一季度", "2023年上半年"]


def test_the_change_of_a_rate_is_counted_in_points():
    rows = (("指标", "2023年", "比上年增减"), ("城镇化率（%）", "56.3", "0.9"), ("税收（亿元）", "3", "4.1%"))
    _rate, points, _tax, percent = read(table(*rows)).metrics
    assert (points.unit, percent.unit) == ("个百分点", "%")


def test_figures_that_close_a_rows_name_are_its_level():
    rows = (("主要指标", "完成增长", "全年目标增长"), ("生产总值30.3亿元", "8.8", "8.5-9.0"))
    level, done, low, high = read(table(*rows)).metrics
    assert (level.name, level.value, level.written) == ("生产总值", "3030000000", "30.3亿元")
    assert [each.value for each in (done, low, high)] == ["8.8", "8.5", "9"]
    assert {each.change_of for each in (done, low, high)} == {level.id}
    assert [each.target for each in (level, done, low, high)] == [False, False, True, True]


def test_a_table_without_head_is_believed_where_the_unit_is_written():
    report = read(table(("总投资", "5.2亿元"), ("建设工期", "24个月"), ("编号", "35")))
    assert told(report) == ["总投资 520000000元", "建设工期 24个月"]


def test_the_year_before_is_told_from_the_year_of_the_table():
    rows = (("指标", "2023年", "上年同期"), ("茶叶产量（吨）", "90", "85"))
    assert [each.period for each in read(table(*rows)).metrics] == ["2023年", "2022年"]


def test_the_unit_of_a_table_of_money_measures_neither_rates_nor_counts():
    rows = (
        ("指标", "2023年"),
        ("财政收入", "560"),
        ("财政自给率", "41.5"),
        ("出栏生猪（头）", "800"),
        ("农户户数", "320"),
    )
    report = read(paragraph("表1　主要指标完成情况（单位：万元）"), table(*rows))
    assert told(report) == ["财政收入 5600000元", "财政自给率 41.5", "出栏生猪 800头", "农户户数 320"]


@pytest.mark.parametrize("blank", ["", "—", "-", "/", "……", "无", "持平"])
def test_empty_cells_and_strokes_are_no_figures(blank: str):
    rows = (("指标", "单位", "2023年"), ("茶叶产量", "吨", blank), ("竹笋产量", "吨", "35"))
    assert told(read(table(*rows))) == ["竹笋产量 35吨"]


def test_the_running_text_around_a_table_keeps_its_metrics_and_the_joints_between_them():
    report = read(INDICATORS, paragraph("全年茶叶产值8亿元，增长12%。"))
    level, change = report.metrics[-2:]
    assert (level.name, change.change_of) == ("茶叶产值", level.id)


CELLS = st.text("0123456789.,-—%万亿元吨户（）：/ 其中合计同比年月增", max_size=9)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6))
def test_whatever_stands_in_a_table_every_figure_stands_where_it_says(rows: list[list[str]]) -> None:
    read(table(*(tuple(row) for row in rows)), paragraph("完。"))


def test_a_table_folded_side_by_side_is_read_as_two():
    rows = (("指标", "完成数", "指标", "完成数"), ("茶叶（吨）", "90", "游客（万人次）", "12"))
    assert told(read(table(*rows))) == ["茶叶 90吨", "游客 120000人次"]


def test_a_column_headed_with_the_word_for_unit_may_hold_organisations():
    rows = (("单位", "完成投资", "完成率"), ("柳坪村", "120", "98%"), ("茶山村", "80", "100.5%"))
    assert told(read(table(*rows))) == ["柳坪村投资 120", "柳坪村完成率 98%", "茶山村投资 80", "茶山村完成率 100.5%"]


def test_months_in_the_rows_are_periods_of_the_year_above():
    rows = (("月份", "收入（万元）"), ("1月", "30"), ("1-2月", "75"))
    assert [(each.name, each.period) for each in read(table(*rows)).metrics] == [
        ("收入", "2023年1月"),
        ("收入", "2023年1-2月"),
    ]


def test_compared_with_last_year_is_a_change_of_this_one():
    rows = (
        ("指标", "绝对数", "比上年增长（%）"),
        ("一、税收（亿元）", "12.6", "8.5"),
        ("1.国税（亿元）", "3.1（预计）", "4.0"),
    )
    metrics = read(table(*rows)).metrics
    assert {metric.period for metric in metrics} == {"2023年"}
    assert [metric.name for metric in metrics] == ["税收", "税收", "国税", "国税"]
    assert metrics[2].written == "3.1"


def test_targets_are_told_from_head_section_and_bounds():
    rows = (("指标", "目标"), ("地区生产总值", "增长8%左右"), ("招商引资", "≥3亿元"), ("能耗", "下降3%"))
    metrics = read(paragraph("二、2024年工作安排"), paragraph("抓好落实。"), table(*rows)).metrics
    assert [(each.name, each.written, each.direction, each.target) for each in metrics] == [
        ("地区生产总值", "8%左右", Direction.UP, True),
        ("招商引资", "3亿元", Direction.NONE, True),
        ("能耗", "3%", Direction.DOWN, True),
    ]


def test_years_of_building_are_no_range_of_figures():
    rows = (("项目名称", "建设年限", "总投资"), ("青禾桥", "2022-2024", "1.2亿元"), ("环镇路", "2023", "8000万元"))
    assert told(read(table(*rows))) == ["青禾桥总投资 120000000元", "环镇路总投资 80000000元"]


def test_names_and_figures_in_turn_need_no_head():
    rows = (("全镇面积", "86平方公里", "辖村", "12个"), ("户籍人口", "3.2万人", "耕地", "2.1万亩"))
    assert told(read(table(*rows))) == ["全镇面积 86平方公里", "辖村 12个", "户籍人口 32000人", "耕地 21000亩"]


def test_ranks_in_the_first_column_only_put_the_rows_in_order():
    rows = (("名次", "姓名", "票数", "得票率"), ("1", "林远", "58", "96.7%"), ("2", "周宁", "30", "50%"))
    assert told(read(table(*rows))) == ["林远票数 58", "林远得票率 96.7%", "周宁票数 30", "周宁得票率 50%"]


def test_figures_in_the_first_row_of_a_table_of_words_are_kept():
    rows = (("新建桥梁3座", "交通办", "6月底前"), ("改造公路5.6公里", "交通办", "12月底前"))
    assert [metric.written for metric in read(table(*rows)).metrics] == ["3座", "5.6公里"]


def test_figures_in_heads_describe_and_are_no_metrics():
    rows = (("村", "100亩以上大户（户）", "60岁以上老人（人）"), ("柳坪村", "12", "320"))
    assert [metric.written for metric in read(table(*rows)).metrics] == ["12", "320"]
