"""PDF files with a text layer: paragraphs from lines, nothing that every page repeats, a sentence where it fails."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.errors import Failure, UserError
from report.findings import Finding
from report.messages import explain
from report.readers import read_bytes
from report.source import LineKind
from tests.report.making_pdf import LEADING, LEFT, NAME, SIZE, TOP, WIDE, Print, lines, pdf, set_in_lines, source, width

LONG = (
    "全镇上下围绕茶竹产业和群众生活，一件一件抓落实，粮食总产量达到一万三千六百吨，比上年增加二百吨，茶园面积稳中有增。"
)
NEXT = "（一）特色农业提质扩面。把粮食生产摆在第一位，复耕撂荒地326亩，新建高标准农田2150亩，改造提升1300余亩。"
OTHER = "办理热线工单745件，按时办结率98.9%，群众满意率由91.5%提高到95.8%，全年未发生生产安全亡人事故。"
SHORT = "二、明年工作安排"


def noticed(data: bytes) -> dict[Finding, str]:
    return {notice.finding: notice.detail for notice in source(data).noticed}


def refused(data: bytes, name: str = NAME) -> UserError:
    with pytest.raises(UserError) as caught:
        read_bytes(data, name)
    sentence = explain(caught.value)
    assert name in sentence
    assert "{" not in sentence
    return caught.value


def test_lines_become_paragraphs() -> None:
    assert lines(pdf([set_in_lines([LONG, SHORT, NEXT, LONG])])) == [LONG, SHORT, NEXT, LONG]


def test_a_full_line_goes_on_whatever_it_ends_with_and_a_short_one_does_not() -> None:
    full = "甲" * (WIDE - 3) + "。" + "乙" * 20 + "。"
    assert lines(pdf([set_in_lines([full, LONG, NEXT])])) == [full, LONG, NEXT]
    salutation = [Print(LEFT, TOP + LEADING, "各位代表："), Print(LEFT, TOP, "请予审议的是下面的话")]
    assert lines(pdf([[*salutation, *set_in_lines([LONG, NEXT], top=TOP - LEADING)]]))[:2] == [
        "各位代表：",
        "请予审议的是下面的话",
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    prints = set_in_lines([LONG, NEXT, LONG])
    cut = next(at for at, each in enumerate(prints) if each.x > LEFT and at > 0) + 1
    pages = [prints[:cut], [Print(each.x, each.y + LEADING * cut, each.text) for each in prints[cut:]]]
    assert lines(pdf(pages)) == [LONG, NEXT, LONG]


PARAGRAPH = st.text("甲乙丙丁，。", min_size=1, max_size=60).map(lambda text: f"正{text}文。")


@settings(max_examples=20, deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=5))
def test_no_character_is_lost_whatever_the_breaks(paragraphs: list[str]) -> None:
    prints = set_in_lines([LONG, *paragraphs], top=780)
    assert "".join(lines(pdf([prints]))) == LONG + "".join(paragraphs)


@pytest.mark.parametrize("form", ["— {} —", "－{}－", "{}", "第{}页", "第{}页 共9页", "{}/9"])
def test_page_numbers_are_left_out_in_every_form(form: str) -> None:
    texts = [LONG, NEXT, OTHER]
    pages = [[*set_in_lines([text]), Print(300, 60, form.format(at), 14)] for at, text in enumerate(texts, 1)]
    assert lines(pdf(pages)) == texts
    assert noticed(pdf(pages))[Finding.RUNNING_LINES_LEFT_OUT] == "共 3 行"


def test_a_bare_figure_that_does_not_count_the_pages_is_text() -> None:
    pages = [[*set_in_lines([text]), Print(300, 60, figure)] for text, figure in ((LONG, "12"), (NEXT, "58"))]
    assert lines(pdf(pages)) == [LONG, "12", NEXT, "58"]


def test_heads_and_feet_of_left_and_right_pages_are_left_out() -> None:
    heads = ("云岫镇工作总结", "2025年度")
    texts = [LONG, NEXT, OTHER, LONG, NEXT, OTHER]
    pages = [[Print(200, 760, heads[at % 2], 10), *set_in_lines([text, text])] for at, text in enumerate(texts)]
    assert lines(pdf(pages)) == [each for text in texts for each in (text, text)]


def test_a_title_over_two_lines_and_one_set_apart() -> None:
    title = Print(LEFT + 6 * SIZE, TOP + 30, "政　府　工　作　报　告", 22)
    apart = [Print(LEFT + 60 + 66 * at, TOP + 65, letter, 22) for at, letter in enumerate("云岫镇")]
    assert lines(pdf([[*apart, title, *set_in_lines([LONG])]])) == ["云岫镇", "政府工作报告", LONG]


def test_marks_of_another_font_drawn_after_the_line_stand_where_they_are_seen() -> None:
    line = [Print(LEFT, TOP, "推行"), Print(LEFT + 3 * SIZE, TOP, "三链共建"), Print(LEFT + 8 * SIZE, TOP, "做法。")]
    marks = [Print(LEFT + 2 * SIZE, TOP, "“"), Print(LEFT + 7 * SIZE, TOP, "”")]
    assert lines(pdf([[*line, *marks]])) == ["推行“三链共建”做法。"]


def test_the_raised_mark_of_a_note_stays_in_its_line_and_the_note_stands_last() -> None:
    first = [Print(LEFT, TOP, "实行积分制管理"), Print(LEFT + 7 * SIZE, TOP + 6, "[1]", 9)]
    rest = Print(LEFT + 7 * SIZE + 14, TOP, "以后，群众更愿意参加。")
    note = Print(LEFT, 90, "[1] 积分制管理：按分兑换用品的办法。", 10)
    pages = [[*first, rest, note], set_in_lines([LONG])]
    found = source(pdf(pages)).lines
    assert [line.text for line in found] == ["实行积分制管理[1]以后，群众更愿意参加。", LONG, note.text]
    assert found[-1].kind is LineKind.NOTE


def test_rows_of_cells_are_table_rows() -> None:
    cells = [("项目", "单位", "完成"), ("茶园面积", "万亩", "1.11"), ("干茶产量", "吨", "620")]
    rows = [
        Print(LEFT + 140 * column, TOP - 200 - 24 * row, text)
        for row, texts in enumerate(cells)
        for column, text in enumerate(texts)
    ]
    found = source(pdf([[*set_in_lines([LONG]), *rows]])).lines
    assert [line.text for line in found if line.kind is LineKind.TABLE_ROW] == ["\t".join(row) for row in cells]


def test_the_left_column_is_read_before_the_right_one() -> None:
    columns = [set_in_lines([LONG, NEXT, LONG], left, wide=13) for left in (60.0, 320.0)]
    by_height = sorted((each for column in columns for each in column), key=lambda each: -each.y)
    title = Print(200, TOP + 50, "政务公开专刊第三期工作通报", 22)
    assert lines(pdf([[title, *by_height]])) == [title.text, *[LONG, NEXT, LONG] * 2]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_rotated_pages_are_read(rotate: int) -> None:
    assert lines(pdf([set_in_lines([LONG, SHORT])], rotate=rotate)) == [LONG, SHORT]


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_text_that_is_turned_on_its_page_is_read(matrix: str) -> None:
    a, b, c, d = (int(part) for part in matrix.split())
    turned = [
        Print(
            300 + a * (each.x - 300) + c * (each.y - 400),
            400 + b * (each.x - 300) + d * (each.y - 400),
            each.text,
            SIZE,
            matrix,
        )
        for each in set_in_lines([LONG, SHORT], top=500)
    ]
    assert lines(pdf([turned], rotate=90)) == [LONG, SHORT]


def test_invisible_text_as_character_recognition_leaves_it_is_read() -> None:
    assert lines(pdf([[Print(LEFT, TOP, "可见文字135.6亿元", mode=3)]], pictures=[0])) == ["可见文字135.6亿元"]


def test_words_keep_their_spaces_and_lose_their_hyphens() -> None:
    full = LEFT + WIDE * SIZE
    prints = [
        Print(LEFT, TOP, "甲" * WIDE),
        Print(full - width("Beijing gov-"), TOP - LEADING, "Beijing gov-"),
        Print(LEFT, TOP - 2 * LEADING, "ernment"),
        Print(LEFT + width("ernment") + 8, TOP - 2 * LEADING, "work"),
    ]
    assert lines(pdf([prints]))[-1].endswith("Beijing government work")


@pytest.mark.parametrize("hyphen", ["\u00ad", "-"])
def test_soft_hyphens_in_figures_are_hyphens(hyphen: str) -> None:
    assert lines(pdf([[Print(LEFT, TOP, f"（2014{hyphen}2020年）")]])) == ["（2014-2020年）"]


def test_radicals_become_characters_and_are_told() -> None:
    data = pdf([[Print(LEFT, TOP, "⼀、⼆〇⼆五年⼈均收入"), Print(LEFT, TOP - 4 * LEADING, "\uf90a融", 12)]])
    assert lines(data) == ["一、二〇二五年人均收入", "金融"]
    assert noticed(data)[Finding.RADICALS_REPLACED] == "共 5 个字"


def test_characters_beyond_the_first_plane_are_whole() -> None:
    assert lines(pdf([[Print(LEFT, TOP, "周𬭚调解室")]])) == ["周𬭚调解室"]


def test_glyphs_without_characters_are_refused_and_not_read_as_numbers() -> None:
    error = refused(pdf([set_in_lines([LONG])], mapped=False))
    assert error.failure is Failure.TEXT_NOT_ENCODED
    assert "无法提取文字" in explain(error)


def test_a_scan_says_so() -> None:
    error = refused(pdf([[], []], pictures=[0, 1]))
    assert error.failure is Failure.NO_TEXT
    assert "扫描" in explain(error)


def test_a_scanned_page_among_text_is_told_with_its_number() -> None:
    pages = [[*set_in_lines([LONG]), Print(300, 60, "— 1 —")], [Print(300, 60, "— 2 —")], set_in_lines([NEXT])]
    assert noticed(pdf(pages, pictures=[1]))[Finding.PAGE_WITHOUT_TEXT] == "第2页"


def test_an_empty_page_is_no_scan() -> None:
    assert Finding.PAGE_WITHOUT_TEXT not in noticed(pdf([set_in_lines([LONG]), []]))
