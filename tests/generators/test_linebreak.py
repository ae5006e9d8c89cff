"""The rules of Chinese line breaking, tried over many widths and texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.linebreak import (
    NEVER_FIRST,
    NEVER_LAST,
    Line,
    break_lines,
    in_pairs,
    may_break,
    room_in_marks,
    spread,
    squeeze,
)
from generators.typefaces import takes_a_cell

CELL = 10.0
PROSE = (
    "全镇实现地区生产总值12.86亿元，同比增长7.5%；“菜篮子”“米袋子”稳产保供（其中：蔬菜3,200亩）……"
    "完成《云岫镇总体规划》修编——覆盖1,200户、GDP核算A类单位５６家！群众满意率达98.5%。"
)


def widths_of(text: str) -> tuple[list[float], list[bool]]:
    narrow = [not takes_a_cell(character) for character in text]
    return [CELL / 2 if slim else CELL for slim in narrow], narrow


def broken(text: str, cells: float, indent: float = 2) -> list[Line]:
    widths, narrow = widths_of(text)
    return break_lines(text, widths, narrow, (cells - indent) * CELL, cells * CELL)


prose = st.text(st.sampled_from(PROSE), min_size=1, max_size=200)


@given(prose, st.integers(8, 40))
def test_no_character_is_lost_or_moved(text: str, cells: int):
    assert "".join(text[line.start : line.end] for line in broken(text, cells)) == text


@given(st.integers(8, 60))
def test_figures_words_and_paired_marks_stay_whole(cells: int):
    lines = "\n".join(PROSE[line.start : line.end] for line in broken(PROSE, cells))
    for whole in ("12.86", "7.5%", "3,200", "1,200", "GDP", "98.5%", "……", "——", "５６"):
        assert whole in lines


@given(st.integers(8, 60))
def test_no_line_of_prose_begins_or_ends_with_a_forbidden_mark(cells: int):
    for line in broken(PROSE, cells):
        text = PROSE[line.start : line.end].rstrip()
        assert text[0] not in NEVER_FIRST or text.startswith("——")
        assert text[-1] not in NEVER_LAST


@given(prose, st.integers(12, 40))
def test_a_line_is_never_wider_than_its_room_once_its_marks_are_squeezed(text: str, cells: int):
    widths, narrow = widths_of(text)
    for line in broken(text, cells):
        squeezed = squeeze(text, widths, line)
        unbreakable = not any(may_break(text, narrow, at) for at in range(line.start + 1, line.end))
        assert line.width - sum(squeezed.values()) <= line.room + 0.02 or unbreakable


@given(prose, st.integers(12, 40))
def test_a_mark_gives_up_at_most_half_its_cell(text: str, cells: int):
    widths, _ = widths_of(text)
    for line in broken(text, cells):
        for index, points in squeeze(text, widths, line).items():
            assert 0 <= points <= widths[index] / 2 + 0.001


@given(prose, st.integers(12, 40))
def test_a_spread_line_fills_its_room_exactly(text: str, cells: int):
    _, narrow = widths_of(text)
    for line in broken(text, cells):
        gaps, gap = spread(text, narrow, line, CELL)
        if gap:
            assert abs(line.width + gaps * gap - line.room) < 0.001


def test_a_closing_mark_is_squeezed_into_the_line_rather_than_sent_to_the_next():
    text = "一二，三四，五六。七八九十"
    lines = broken(text, 8, indent=0)
    assert text[lines[0].start : lines[0].end] == "一二，三四，五六。"


def test_the_last_line_is_not_spread():
    text = "一二三四五六七八九十" * 2
    _, narrow = widths_of(text)
    assert spread(text, narrow, broken(text, 15, indent=0)[-1], CELL) == (0, 0.0)


def test_a_run_of_letters_longer_than_a_line_is_cut_and_not_lost():
    text = "见" + "x" * 100
    assert "".join(text[line.start : line.end] for line in broken(text, 10)) == text


def test_spaces_at_a_break_stay_at_the_end_of_the_line():
    lines = broken("一二三四 五六", 4, indent=0)
    assert [(line.start, line.end) for line in lines] == [(0, 5), (5, 7)]


def test_only_marks_can_be_squeezed():
    assert set(room_in_marks("一，二（三）", [CELL] * 6, 0, 6)) == {1, 3, 5}


def test_a_mark_that_would_have_to_give_up_more_than_half_its_cell_is_not_squeezed_in():
    text, widths, narrow = "一二三。四", [CELL] * 5, bytes(5)
    assert break_lines(text, widths, narrow, 3.5 * CELL, 3.5 * CELL)[0].end == 4
    assert break_lines(text, widths, narrow, 3.45 * CELL, 3.45 * CELL)[0].end == 2


@pytest.mark.parametrize(
    ("text", "halved"),
    [
        ("路”。燕", "”"),
        ("“‘山’水”", "‘"),
        ("（甲）（乙）", "）"),
        ("山，“水”", "，"),
        ("山、水，田。", ""),
        ("山“水”路", ""),
        ("（《规划》）。", "《》）"),
    ],
)
def test_of_two_marks_side_by_side_one_gives_up_half_its_cell(text: str, halved: str):
    assert "".join(text[index] for index in in_pairs(text)) == halved


def test_a_mark_that_gave_up_half_its_cell_has_nothing_more_to_give():
    room = room_in_marks("一”。二，三", [CELL, CELL / 2, CELL, CELL, CELL, CELL], 0, 6)
    assert room == {1: 0.0, 2: CELL / 4, 4: CELL / 4}


@given(prose, st.integers(-1, 3))
def test_text_without_room_is_not_lost_either(text: str, cells: int):
    assert "".join(text[line.start : line.end] for line in broken(text, cells, indent=0)) == text
