"""Numerals and units: what a number in a Chinese text is worth."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.metrics.numbers import parse_arabic, parse_chinese, plain, scan_numbers
from report.metrics.units import match_multiplier, match_unit

_DIGITS = "零一二三四五六七八九"
_FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def _section(number: int) -> str:
    """Write a number below 10 000 as a Chinese numeral."""
    written = ""
    gap = False
    for power, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            written += ("零" if gap else "") + _DIGITS[digit] + mark
            gap = False
        elif written:
            gap = True
    return written


def _chinese(number: int) -> str:
    """Write a whole number as a Chinese numeral, 万 and 亿 included."""
    high, rest = divmod(number, 10**8)
    middle, low = divmod(rest, 10**4)
    parts = [(high, "亿"), (middle, "万"), (low, "")]
    written = ""
    for value, mark in parts:
        if value:
            written += ("零" if written and value < 1000 else "") + _section(value) + mark
    return written or "零"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("三", "3"),
        ("两", "2"),
        ("十", "10"),
        ("十八", "18"),
        ("二十", "20"),
        ("三百二十", "320"),
        ("一千零五十", "1050"),
        ("两万三千", "23000"),
        ("三百万", "3000000"),
        ("一万二千亿", "1200000000000"),
        ("三点五", "3.5"),
        ("一点二亿", "120000000"),
        ("百", "100"),
        ("千万", "10000000"),
        ("二〇二三", "2023"),
    ],
)
def test_a_chinese_numeral_has_the_value_a_reader_gives_it(written: str, value: str):
    assert parse_chinese(written) == Decimal(value)


@pytest.mark.parametrize("written", ["三四百", "七八", "百千", "百百"])
def test_a_guess_between_two_numbers_has_no_value(written: str):
    assert parse_chinese(written) is None


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_every_whole_number_written_in_chinese_reads_back(number: int):
    assert parse_chinese(_chinese(number)) == number


@given(st.decimals(min_value=0, max_value=10**12, places=3))
def test_arabic_numerals_read_back_with_commas_and_in_full_width(number: Decimal):
    written = f"{number:,}"
    assert parse_arabic(written) == number
    assert parse_arabic(written.translate(_FULL_WIDTH)) == number


@given(st.decimals(min_value=-(10**13), max_value=10**13, places=4))
def test_a_plain_value_equals_its_decimal_and_has_no_exponent_and_no_idle_zero(number: Decimal):
    written = plain(number)
    assert Decimal(written) == number
    assert "E" not in written
    assert "." not in written or not written.endswith("0")


def test_a_comma_joins_only_groups_of_three():
    found = [text.value for text in scan_numbers("1,234,567.5和12,34", bytes(18))]
    assert found == [Decimal("1234567.5"), Decimal(12), Decimal(34)]


def test_a_number_that_runs_out_of_a_masked_stretch_begins_behind_it():
    found = list(scan_numbers("40.151件", b"\x01\x01\x01\x00\x00\x00\x00"))
    assert [(number.start, number.value) for number in found] == [(3, Decimal(151))]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("平方公里的林地", "平方公里"),
        ("平方米", "平方米"),
        ("人次", "人次"),
        ("人才公寓", None),
        ("个百分点", "个百分点"),
        ("个村", "个"),
        ("项目", None),
        ("项工程", "项"),
        ("微克/立方米", "微克/立方米"),
        ("批次/千人", "批次/千人"),
        ("部门", None),
        ("千瓦时", "千瓦时"),
        ("樽，", "樽"),
        ("号，", None),
    ],
)
def test_the_longest_unit_is_taken_and_other_words_are_left_alone(text: str, unit: str | None):
    found = match_unit(text, 0)
    assert (found.written if found else None) == unit


@pytest.mark.parametrize(
    ("text", "worth", "end"),
    [("万元", 10**4, 1), ("亿", 10**8, 1), ("万亿元", 10**12, 2), ("千瓦", 1, 0), ("百分点", 1, 0)],
)
def test_a_multiplier_is_multiplied_out_unless_it_opens_a_unit(text: str, worth: int, end: int):
    assert match_multiplier(text, 0) == (Decimal(worth), end)
