"""The delegates' list: columns told by their heads, odd cells noticed by place, nothing guessed in silence."""

import codecs
import contextlib
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.delegate_files import read_delegates, read_pasted_delegates
from generators.delegate_grid import plain_number
from generators.delegates import Delegate, DelegateField, shown_name
from report.errors import Failure, UserError
from report.findings import Finding
from report.messages import explain, notice_sentence
from tests.generators.workbooks import workbook

LIST = """云岫镇第十九届人民代表大会代表名单,,,,,,
序号,姓 名,性别,代表团,代表证号,工作单位及职务,联系电话
1,张 三,男,第一代表团,0001,青石村党支部书记,13900000001
2,阿依古丽·买买提,女,第一代表团,0002,镇中心学校教师,13900000002
3,欧阳明月,女,第二代表团,0003,"云岫茶业有限公司, 车间",13900000003
"""
PEOPLE = (
    Delegate("张 三", "0001", "第一代表团", "青石村党支部书记", "13900000001"),
    Delegate("阿依古丽·买买提", "0002", "第一代表团", "镇中心学校教师", "13900000002"),
    Delegate("欧阳明月", "0003", "第二代表团", "云岫茶业有限公司, 车间", "13900000003"),
)


def saved(folder: Path, data: bytes, name: str = "名单.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def findings(text: str) -> list[Finding]:
    return [notice.finding for notice in read_pasted_delegates(text).noticed]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("gb18030", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
def test_a_csv_is_read_in_every_encoding_that_chinese_programs_write(encoding: str, mark: bytes, tmp_path: Path):
    assert read_delegates(saved(tmp_path, mark + LIST.encode(encoding))).delegates == PEOPLE


@pytest.mark.parametrize("separator", ["\t", ";", "|", "，"])
def test_the_separator_is_told_from_the_lines(separator: str):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator).writerows(csv.reader(io.StringIO(LIST)))
    assert read_pasted_delegates(buffer.getvalue()).delegates == PEOPLE


def test_the_columns_are_shown_with_what_they_are_read_as():
    columns = read_pasted_delegates(LIST).columns
    assert [(column.number, column.head, column.field) for column in columns] == [
        (1, "序号", None),
        (2, "姓 名", DelegateField.NAME),
        (3, "性别", None),
        (4, "代表团", DelegateField.DELEGATION),
        (5, "代表证号", DelegateField.NUMBER),
        (6, "工作单位及职务", DelegateField.WORKPLACE),
        (7, "联系电话", DelegateField.PHONE),
    ]


def test_a_workbook_reads_like_a_csv_with_merged_cells_filled_down_and_numbers_as_they_are_shown(tmp_path: Path):
    rows = [
        ["代表名单"],
        ["序号", "代表姓名", "所在代表团", "证号", "单位", "手机"],
        [1, "张 三", "第一代表团", None, "青石村", 1.39e10],
        [2, "李四", None, None, "白水村", 13900000002],
        [3, "王五", "第二代表团", None, None, None],
    ]
    numbers = {f"D{at}": f's="1"><v>{at - 2}</v>' for at in (3, 4)}
    data = workbook({"Sheet1": [[*row, *[None] * (6 - len(row))] for row in rows]}, ["A1:F1", "C3:C4"], numbers)
    found = read_delegates(saved(tmp_path, data, "名单.xlsx"))
    assert found.delegates == (
        Delegate("张 三", "000001", "第一代表团", "青石村", "13900000000"),
        Delegate("李四", "000002", "第一代表团", "白水村", "13900000002"),
        Delegate("王五", "", "第二代表团"),
    )
    assert found.noticed == ()


def test_a_formula_counts_with_its_last_value_and_without_one_is_left_empty_and_noticed(tmp_path: Path):
    cells = {
        "A2": 't="str"><f>B2&amp;C2</f><v>张三</v>',
        "B2": "><f>NOW()</f>",
        "B3": 't="e"><v>#REF!</v>',
    }
    data = workbook({"名单": [["姓名", "电话"], ["", ""], ["李四", ""]]}, cells=cells)
    found = read_delegates(saved(tmp_path, data, "a.xlsx"))
    assert found.delegates == (Delegate("张三"), Delegate("李四"))
    assert [notice.finding for notice in found.noticed] == [Finding.LIST_CELL_LEFT_OUT]
    assert "第 2 至 3 行第 2 列" in notice_sentence(found.noticed[0])


def test_the_first_sheet_with_names_is_read_and_the_others_are_named(tmp_path: Path):
    data = workbook({"说明": [["本表由各代表团填报"]], "代表": [["姓名"], ["张三"]], "列席": [["姓名"], ["李四"]]})
    found = read_delegates(saved(tmp_path, data, "a.xlsx"))
    assert found.delegates == (Delegate("张三"),)
    assert found.sheet == "代表"
    assert [(notice.finding, notice.detail) for notice in found.noticed] == [
        (Finding.LIST_SHEETS_LEFT_OUT, "说明、列席")
    ]


def test_a_person_whose_cell_reaches_over_several_rows_is_one_person(tmp_path: Path):
    cells = {"A1": '><v>1</v></c><c r="XFD1"><v>1</v></c><c r="A1048576">'}
    data = workbook({"名单": [["", "姓名"], ["", "张三"]]}, ["B2:B1048576"], cells)
    assert read_delegates(saved(tmp_path, data, "a.xlsx")).delegates == (Delegate("张三"),)


def test_a_head_of_two_rows_is_read_as_one():
    text = "序号\t姓名\t联系方式\t\n\t\t手机\t座机\n1\t张三\t13900000001\t0800\n"
    assert read_pasted_delegates(text).delegates == (Delegate("张三", phone="13900000001"),)


def test_rows_that_name_a_group_give_those_below_them_their_delegation():
    text = "姓名\t单位\n第一代表团（2人）\t\n张三\t甲\n李四\t乙\n第二代表团（1人）\n王五\t丙\n"
    assert [person.delegation for person in read_pasted_delegates(text).delegates] == [
        *["第一代表团"] * 2,
        "第二代表团",
    ]


def test_a_delegation_left_out_is_that_of_the_row_above_and_noticed():
    text = "姓名\t代表团\n张三\t一团\n李四\t\n王五\t二团\n"
    found = read_pasted_delegates(text)
    assert [person.delegation for person in found.delegates] == ["一团", "一团", "二团"]
    assert [(notice.finding, notice.detail) for notice in found.noticed] == [(Finding.LIST_FILLED_DOWN, "第 3 行")]


def test_rows_without_a_name_and_sums_are_left_out_and_noticed():
    text = "姓名\t电话\n张三\t1\n\t13900000001\n合计\t2\n共2人\t\n"
    found = read_pasted_delegates(text)
    assert [person.name for person in found.delegates] == ["张三"]
    assert [notice.detail for notice in found.noticed] == ["第 3 至 5 行"]


def test_the_same_name_or_number_twice_is_kept_and_noticed():
    text = "姓名\t代表证号\t代表团\n张三\t1\t一团\n张 三\t2\t一团\n李四\t2\t二团\n"
    found = read_pasted_delegates(text)
    assert len(found.delegates) == 3
    assert [notice.finding for notice in found.noticed] == [Finding.LIST_NAME_DOUBLED, Finding.LIST_NUMBER_DOUBLED]


def test_no_notice_names_a_person():
    text = "姓名\t代表证号\t代表团\t电话\n张三\t77\t一团\t1.39E+10\n张三\t77\t\t\n\t5\t\t\n"
    notices = read_pasted_delegates(text).noticed
    assert len(notices) == 5
    assert not any(word in notice_sentence(notice) for notice in notices for word in ("张三", "77", "一团", "1.39"))


def test_a_list_without_a_head_is_told_from_what_stands_in_it():
    text = "1\t张三\t第一代表团\t13900000001\n2\t李四\t第二代表团\t13900000002\n"
    found = read_pasted_delegates(text)
    assert found.delegates == (
        Delegate("张三", "", "第一代表团", "", "13900000001"),
        Delegate("李四", "", "第二代表团", "", "13900000002"),
    )
    assert [notice.finding for notice in found.noticed] == [Finding.LIST_HEAD_MISSING]


def test_names_pasted_line_by_line_are_a_list():
    assert [person.name for person in read_pasted_delegates("张三\n李四\n阿依古丽·买买提\n").delegates] == [
        "张三",
        "李四",
        "阿依古丽·买买提",
    ]


def test_a_head_repeated_on_every_page_is_no_delegate():
    text = "姓名\t电话\n张三\t1\n姓名\t电话\n李四\t2\n"
    assert [person.name for person in read_pasted_delegates(text).delegates] == ["张三", "李四"]


def test_the_surer_head_is_taken_where_two_would_do():
    text = "编号\t姓名\t代表证号\t办公电话\t手机\n1\t张三\t0007\t0800\t139\n"
    assert read_pasted_delegates(text).delegates == (Delegate("张三", "0007", phone="139"),)


def test_an_identity_card_number_is_read_as_nothing():
    text = "姓名\t身份证号\n张三\t000000000000000000\n"
    assert read_pasted_delegates(text).delegates == (Delegate("张三"),)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("13900000001.0", "13900000001"),
        ("1.3900000001E10", "13900000001"),
        ("1.3900000001e+10", "13900000001"),
        ("1.39E+10", None),
        ("0001", "0001"),
        ("3.5", "3.5"),
        ("E10", "E10"),
    ],
)
def test_a_number_that_a_spreadsheet_shortened_is_written_out_or_left_out(written: str, meant: str | None):
    assert plain_number(written) == meant


def test_text_that_an_export_wrapped_is_unwrapped():
    assert read_pasted_delegates('姓名,证号\n张三,"=""0012"""\n').delegates == (Delegate("张三", "0012"),)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张 三", "张三"),
        ("张　三", "张三"),
        ("阿依古丽 • 买买提", "阿依古丽·买买提"),
        ("阿依古丽.买买提", "阿依古丽·买买提"),
        ("John Smith", "John Smith"),
        ("𠮷 野", "𠮷野"),
    ],
)
def test_a_name_is_shown_without_what_only_aligned_the_list(name: str, shown: str):
    assert shown_name(name) == shown
    assert Delegate(name).name == name


def test_five_thousand_rows_are_read(tmp_path: Path):
    rows = [["姓名", "代表证号"], *([f"代{chr(0x4E00 + at)}", f"{at:04}"] for at in range(5000))]
    data = "\n".join(",".join(row) for row in rows).encode("gb18030")
    found = read_delegates(saved(tmp_path, data)).delegates
    assert len(found) == 5000
    assert found[4999].number == "4999"


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "名单.xls", "名单.xls"),
        (b"%PDF-1.7\n", "名单.pdf", "另存为 .xlsx"),
        ("一\t二\n1\t2\n".encode(), "名单.txt", "没有找到姓名"),
        ("姓名\n".encode(), "名单.csv", "没有找到姓名"),
        (("姓名\n" + "张三\n" * 20_001).encode(), "名单.csv", "20000 行"),
        (("姓名\n" + '"' + "三" * 200_000).encode(), "名单.csv", "引号没有配对"),
        (b"PK\x03\x04" + b"\0" * 40, "名单.xlsx", "名单.xlsx"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(data: bytes, name: str, said: str, tmp_path: Path):
    with pytest.raises(UserError) as caught:
        read_delegates(saved(tmp_path, data, name))
    sentence = explain(caught.value)
    assert name in sentence
    assert said in sentence


def test_a_workbook_with_a_row_beyond_the_limit_is_refused(tmp_path: Path):
    cells = {"A2": '><v>1</v></c></row><row r="20002"><c r="A20002"><v>1</v>'}
    with pytest.raises(UserError) as caught:
        read_delegates(saved(tmp_path, workbook({"名单": [["姓名"], [""]]}, cells=cells), "a.xlsx"))
    assert caught.value.failure is Failure.BAD_LIST


NAMES = st.text(st.sampled_from("王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗𠮷㐂·"), min_size=2, max_size=12).filter(
    lambda name: name.strip("·") == name and "··" not in name
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20).filter(
    lambda words: plain_number(words) == words and not words.startswith('="')
)


@given(st.lists(st.tuples(NAMES, WORDS, WORDS), min_size=1, max_size=20))
def test_every_row_of_a_list_becomes_a_delegate_in_order_with_its_own_data(rows: list[tuple[str, str, str]]):
    buffer = io.StringIO()
    csv.writer(buffer).writerows([("姓名", "工作单位", "代表证号"), *rows])
    found = read_pasted_delegates(buffer.getvalue()).delegates
    assert [(person.name, person.workplace, person.number) for person in found] == rows


@given(st.text(max_size=200))
def test_no_text_ends_in_a_defect(text: str):
    with contextlib.suppress(UserError):
        assert read_pasted_delegates(text).delegates
