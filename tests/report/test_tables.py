"""The tables of a report as values: cells with their places, head rows, caption and unit, from Word and text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.model import Report, Table
from report.readers.text_tables import with_tables
from report.reading import read_pasted
from report.source import LineKind, Source, SourceLine
from report.tables import tables_of
from tests.report.making_docx import below, cell, first, paragraph, parts, table, wide, zipped


def word(*body: str) -> Report:
    return read_pasted(zipped(parts("".join(body))), "报告.docx")


def plain(text: str) -> Report:
    return read_pasted(text.encode(), "报告.txt")


def cells(report: Report, shown: Table) -> list[list[str]]:
    return [[report.text[each.start : each.end] for each in row] for row in shown.rows]


def test_merged_cells_stand_once_with_the_rows_and_columns_they_cover():
    report = word(
        paragraph("表1 各村情况"),
        table(
            (first("村"), wide("收入", 2)),
            (below(), "总额", "人均"),
            (first("柳坪"), "120", "3"),
            (below(), "", ""),
            (below(), "90", "2"),
        ),
    )
    (shown,) = report.tables
    assert cells(report, shown) == [["村", "收入"], ["总额", "人均"], ["柳坪", "120", "3"], ["90", "2"]]
    assert [(each.column, each.columns, each.rows) for each in shown.rows[0]] == [(0, 1, 2), (1, 2, 1)]
    assert [(each.column, each.columns, each.rows) for each in shown.rows[2]] == [(0, 1, 2), (1, 1, 1), (2, 1, 1)]
    assert (shown.columns, shown.head_rows, shown.caption) == (3, 2, "表1 各村情况")
    assert report.text[shown.start : shown.end] == "村\t收入\n\t总额\t人均\n柳坪\t120\t3\n\t90\t2".replace("\n\t", "\n")


@pytest.mark.parametrize(
    ("above", "caption", "unit"),
    [
        (("表1 各村收入情况", "单位：万元"), "表1 各村收入情况", "万元"),
        (("附表2　各村收入（单位：万元、人）",), "附表2　各村收入", "万元、人"),
        (("全镇各村的收入都有增长，见下。",), "", ""),
        (("计量单位: 吨",), "", "吨"),
        ((), "", ""),
    ],
)
def test_the_lines_above_give_caption_and_unit(above: tuple[str, ...], caption: str, unit: str):
    report = word(paragraph("云岫镇工作报告。"), *map(paragraph, above), table(("村", "收入"), ("柳坪", "120")))
    assert (report.tables[0].caption, report.tables[0].unit) == (caption, unit)


def test_a_title_row_inside_the_table_counts_as_head():
    report = word(table((wide("各村收入一览表（单位：元）", 2),), ("村", "收入"), ("柳坪", "120")))
    assert (report.tables[0].head_rows, report.tables[0].caption, report.tables[0].unit) == (2, "各村收入一览表", "元")


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ((("指标", "2023年"), ("茶叶", "90")), 1),
        ((("茶叶", "90"), ("竹笋", "80")), 0),
        ((("指标", "甲", "乙"), ("栏次", "1", "2"), ("茶叶", "90", "80")), 1),
        ((("指标", "去年", "今年"), ("甲", "1", "2"), ("茶叶", "90", "80")), 2),
        ((("指标", "2022", "2023"), ("茶叶", "90", "80")), 1),
        ((("村", "措施"), ("柳坪", "修渠"), ("茶山", "修路")), 1),
        ((("指标", "2023年"), ("茶叶", "—"), ("竹笋", "80")), 1),
    ],
)
def test_rows_without_figures_at_the_top_are_the_head(rows: tuple[tuple[str, ...], ...], heads: int):
    assert word(table(*rows)).tables[0].head_rows == heads


def test_a_row_that_word_repeats_on_each_page_is_head_even_with_figures():
    marked = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("100亩") + cell("200亩") + "</w:tr>"
    report = word(f"<w:tbl>{marked}<w:tr>{cell('3')}{cell('4')}</w:tr></w:tbl>")
    assert report.tables[0].head_rows == 1


def test_cells_that_the_grid_skips_and_absurd_spans_do_no_harm():
    skipping = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("乙") + cell("丙") + "</w:tr>"
    odd = f"<w:tr>{wide('甲', 10**9)}{cell('丁')}</w:tr>"
    (shown,) = word(f"<w:tbl>{odd}{skipping}</w:tbl>").tables
    assert [[each.column for each in row] for row in shown.rows] == [[0, 1], [1, 2]]


def test_a_table_beyond_all_measure_is_text_and_no_table():
    assert plain("云岫镇工作报告\n" + "\n".join(["\t".join("1" * 70)] * 2)).tables == ()
    assert word(table(tuple("1" * 70))).tables == ()


def test_a_frame_of_one_column_is_no_table():
    assert word(table(("一、标题",), ("正文",))).tables == ()


ROWS = [["指标", "单位", "2023年"], ["茶叶产量", "吨", "90.5"], ["竹笋产量", "吨", "—"], ["游客", "万人次", "12"]]


@pytest.mark.parametrize(
    "written",
    [
        "\n".join("\t".join(row) for row in ROWS),
        "\n".join("|" + "|".join(f" {each} " for each in row) + "|" for row in [*ROWS[:1], ["---"] * 3, *ROWS[1:]]),
        "\n".join(" | ".join(row) for row in ROWS),
        "\n".join(",".join(row) for row in ROWS),
        "\n".join(",".join(f'"{each}"' for each in row) for row in ROWS),
        "\n".join("    ".join(row) for row in ROWS),
        "┌──┬──┬──┐\n" + "\n".join("│" + "│".join(row) + "│" for row in ROWS) + "\n└──┴──┴──┘",
    ],
    ids=["tabs", "markdown", "strokes", "commas", "quoted", "blanks", "boxes"],
)
def test_tables_of_plain_text_are_found_however_their_cells_are_kept_apart(written: str):
    report = plain(f"云岫镇工作报告\n{written}\n完成情况良好，详见说明。\n")
    (shown,) = report.tables
    assert cells(report, shown) == ROWS
    assert [f"{each.name} {each.value}{each.unit}" for each in report.metrics] == ["茶叶产量 90.5吨", "游客 120000人次"]
    assert "".join(report.text.split()) == "".join(f"云岫镇工作报告{written}完成情况良好，详见说明。".split())


@pytest.mark.parametrize(
    "written",
    [
        "一、\t工作回顾\n二、\t工作安排\n三、\t保障措施",
        "王 鹏    李 明    张 华\n周 宁    林 远    陈 平\n吴 静    郑 和    孙 立",
        "政  府  工  作  报  告",
        "抓项目,促投资,稳增长。\n抓产业,促升级,强实体。\n抓民生,促和谐,保稳定。",
        "指标\t数值",
    ],
    ids=["numbers", "names", "letters", "slogans", "one row"],
)
def test_what_only_looks_like_columns_is_no_table(written: str):
    assert plain(f"云岫镇工作报告\n{written}\n").tables == ()


@given(st.lists(st.text('甲乙1，。|\t ,"│—-', max_size=12), max_size=12))
def test_looking_for_tables_loses_no_character_and_cells_lie_in_order(lines: list[str]):
    told = [line for line in lines if line.strip()]
    made = with_tables(told)
    assert [line.text for line in made] == [line.strip() for line in told]
    for line in made:
        ends = [place for each in line.cells for place in (each.start, each.end)]
        assert ends == sorted(ends)
        assert all(0 <= place <= len(line.text) for place in ends)
        assert line.kind is (LineKind.TABLE_ROW if line.table else LineKind.PARAGRAPH)


def test_tables_of_web_pages_keep_their_spans_and_heads():
    rows = (
        "<tr><th rowspan=2>村</th><th colspan=2>收入（万元）</th></tr><tr><th>2022年</th><th>2023年</th></tr>"
        "<tr><td rowspan='x'>柳坪村</td><td>110</td><td>120</td></tr><tr><td>茶山村</td><td>90</td><td>95</td></tr>"
    )
    page = f"<!DOCTYPE html><html><body><p>云岫镇工作报告</p><table>{rows}</table></body></html>"
    report = read_pasted(page.encode(), "报告.html")
    (shown,) = report.tables
    assert cells(report, shown)[0] == ["村", "收入（万元）"]
    assert [(each.column, each.columns, each.rows) for row in shown.rows[:2] for each in row] == [
        (0, 1, 2),
        (1, 2, 1),
        (1, 1, 1),
        (2, 1, 1),
    ]
    assert shown.head_rows == 2
    assert [f"{each.name} {each.value}{each.unit} {each.period}" for each in report.metrics[:2]] == [
        "柳坪村收入 1100000元 2022年",
        "柳坪村收入 1200000元 2023年",
    ]


def test_rows_that_only_tabs_part_are_believed_where_they_have_as_many_cells_as_most():
    rows = ("指标\t单位\t2023年", "茶叶产量\t吨\t90.5", "竹笋产量\t吨", "游客\t万人次\t12")
    lines = (SourceLine("云岫镇工作报告"), *(SourceLine(row, LineKind.TABLE_ROW) for row in rows))
    (shown,) = tables_of(Source(lines))
    text = "\n".join(line.text for line in lines)
    assert [[text[each.start : each.end] for each in row] for row in shown.rows] == [
        row.split("\t") for row in rows if row.count("\t") == 2
    ]
    assert tables_of(Source((lines[0], lines[1], lines[3]))) == ()


FLAT = ["指标名称", "单位", "2023年完成", "同比", "茶叶产量", "吨", "90.5", "5%", "竹笋产量", "吨", "35", "-2%"]


def test_a_table_written_cell_by_cell_is_put_together_and_its_text_stays_line_by_line():
    report = plain("\n".join(["云岫镇工作报告", "表1 主要产品", *FLAT, "以上是主要产品的产量。"]))
    (shown,) = report.tables
    assert cells(report, shown) == [FLAT[:4], FLAT[4:8], FLAT[8:]]
    assert (shown.head_rows, shown.caption) == (1, "表1 主要产品")
    assert report.text.split("\n")[2:-1] == FLAT
    assert [f"{each.name} {each.value}{each.unit}" for each in report.metrics] == [
        "茶叶产量 90.5吨",
        "茶叶产量 5%",
        "竹笋产量 35吨",
        "竹笋产量 -2%",
    ]
    assert all(report.text[each.start : each.end] == each.written for each in report.metrics)


@pytest.mark.parametrize(
    "lines",
    [
        FLAT[:6],
        [
            "单位",
            "完成投资",
            "2023年完成",
            "柳坪村修渠",
            "茶山村修路",
            "中心小学扩建",
            "卫生院改造",
            "文化站修缮",
            "市场改造",
        ],
        ["项目", "抓紧开工", "抓好进度", "桥梁", "3座", "道路", "5公里", "水渠", "9公里"],
    ],
    ids=["one row", "no figures", "no head"],
)
def test_short_lines_that_repeat_no_columns_are_no_table(lines: list[str]):
    assert plain("\n".join(["云岫镇工作报告", *lines, "工作报告到此为止。"])).tables == ()


def test_an_empty_cell_that_left_no_line_ends_a_table_before_its_row():
    rows = [
        "序号",
        "指标",
        "2023年",
        "同比%",
        "1",
        "茶叶（吨）",
        "90",
        "5",
        "2",
        "竹笋（吨）",
        "80",
        "4",
        "3",
        "稻谷（吨）",
        "70",
    ]
    report = plain("\n".join(["云岫镇工作报告", *rows, "4", "油菜（吨）", "60", "3"]))
    (shown,) = report.tables
    assert [row[1] for row in cells(report, shown)] == ["指标", "茶叶（吨）", "竹笋（吨）"]
