"""Small tables typed into a field or pasted: rows by columns, a first row of heads, cells with line breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.fields import take
from generators.kind_files import find_kind
from generators.typed_tables import rows_of, take_rows, write_rows
from report.errors import UserError
from report.messages import explain
from tests.generators.papers import DAY

COLUMNS = ("日期", "时间", "内容", "地点", "主持人")


@pytest.mark.parametrize(
    "typed",
    [
        "1月16日\t上午9:00\t听取报告；审议\n\t下午2:30\t选举\t礼堂",
        "1月16日\t上午9:00\t听取报告；审议\t\t\r\n\t下午2:30\t选举\t礼堂\t\r\n",
        "日期\t时间\t内容\t地点\t主持人\n1月16日\t上午9:00\t听取报告；审议\n\t下午2:30\t选举\t礼堂\n\n",
        "时 间\t日期\t内容\t地点\n上午9:00\t1月16日\t听取报告；审议\n下午2:30\t\t选举\t礼堂",
        "1月16日｜上午9:00｜听取报告；审议\n｜下午2:30｜选举｜礼堂",
    ],
)
def test_a_table_is_read_as_it_is_pasted(typed: str):
    assert take_rows(typed, COLUMNS) == (
        ("1月16日", "上午9:00", "听取报告；审议", "", ""),
        ("", "下午2:30", "选举", "礼堂", ""),
    )


def test_rows_on_one_line_are_split_by_semicolons():
    assert [row[:2] for row in take_rows("16日｜上午；17日｜下午", COLUMNS)] == [("16日", "上午"), ("17日", "下午")]


def test_a_quoted_cell_keeps_its_lines_on_one_line():
    rows = take_rows('16日\t上午\t"听取""政府""报告\n审议报告"\t礼堂\n17日\t上午\t选举', COLUMNS)
    assert [row[2] for row in rows] == ['听取"政府"报告　审议报告', "选举"]


def test_a_row_with_too_many_cells_is_told_by_its_number():
    with pytest.raises(UserError) as caught:
        take(find_kind("schedule").field("rows"), "16日\t上午\n1\t2\t3\t4\t5\t6", DAY)
    assert "第 2 行" in explain(caught.value)
    assert "每行最多 5 格" in explain(caught.value)


def test_a_first_cell_left_empty_stays_empty():
    assert take(find_kind("schedule").field("rows"), "\t上午\t听取报告", DAY) == "\t上午\t听取报告\t\t"


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters='"'), max_size=6)
ROWS = st.lists(st.tuples(*[CELLS] * 5).filter(any), max_size=6).filter(
    lambda rows: not rows or set(rows[0]) != {*COLUMNS}
)


@given(ROWS)
def test_the_kept_form_reads_back_as_it_was(rows: list[tuple[str, ...]]):
    kept = write_rows(tuple(rows))
    assert rows_of(kept) == tuple(rows)
    assert take_rows(kept, COLUMNS) == tuple(rows)


@given(st.text(max_size=100))
def test_what_is_taken_is_taken_again_unchanged(typed: str):
    field = find_kind("schedule").field("rows")
    try:
        kept = take(field, typed, DAY)
    except UserError:
        return
    assert take(field, kept, DAY) == kept
