"""Paragraphs broken as a whole: the laws of line breaking, and what the whole is for."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generators.linebreak import (
    NEVER_FIRST,
    NEVER_LAST,
    Line,
    break_lines,
    may_break,
    spread,
    squeeze,
)
from generators.paragraph_breaks import (
    Measure,
    break_paragraph,
    last_cells,
    tears_figure,
)
from generators.typefaces import takes_a_cell

CELL = 10.0
PROSE = (
    "全镇实现地区生产总值12.86亿元，同比增长7.5%；“菜篮子”“米袋子”稳产保供（其中：蔬菜3,200亩）……"
    "完成《云岫镇总体规划》修编——覆盖1,200户、GDP核算A类单位５６家！群众满意率达98.5%。"
)

prose = st.text(st.sampled_from(PROSE + " "), min_size=1, max_size=400)
# Words as reports have them: now and then a mark, never two places without a break between them.
clauses = st.lists(st.text(st.sampled_from("山水田林路气"), min_size=2, max_size=15), min_size=3, max_size=20).map(
    lambda words: "，".join(words) + "。"
)


def widths_of(text: str) -> tuple[list[float], list[bool]]:
    narrow = [not takes_a_cell(character) for character in text]
    return [CELL / 2 if slim else CELL for slim in narrow], narrow


def broken(text: str, cells: float = 28, *, indent: float = 2, ragged: bool = False) -> list[Line]:
    widths, narrow = widths_of(text)
    return break_paragraph(text, widths, narrow, Measure((cells - indent) * CELL, cells * CELL, CELL, ragged))


def words(text: str, cells: float = 28, *, indent: float = 2) -> list[str]:
    return [text[line.start : line.end] for line in broken(text, cells, indent=indent)]


@given(prose, st.integers(8, 40))
def test_no_character_is_lost_or_moved(text: str, cells: int):
    for ragged in (False, True):
        assert "".join(text[line.start : line.end] for line in broken(text, cells, ragged=ragged)) == text


@given(prose, st.integers(8, 40))
def test_every_break_is_a_permitted_one_wherever_there_is_one(text: str, cells: int):
    _, narrow = widths_of(text)
    for line in broken(text, cells)[:-1]:
        permitted = may_break(text, narrow, line.end) or text[line.end - 1] == " "
        assert permitted or not any(may_break(text, narrow, at) for at in range(line.start + 1, line.end))


@given(st.integers(8, 60), st.integers(0, 60))
def test_no_line_of_prose_begins_or_ends_with_a_forbidden_mark(cells: int, skipped: int):
    text = ("文" * skipped + PROSE) * 3
    lines = words(text, cells)
    for line in lines:
        assert line[0] not in NEVER_FIRST or line.startswith("——")
        assert line[-1] not in NEVER_LAST
    for whole in ("12.86", "7.5%", "3,200", "1,200", "GDP", "98.5%", "……", "——", "５６"):
        assert "\n".join(lines).count(whole) == text.count(whole)


@given(prose, st.integers(12, 40))
def test_a_line_is_never_wider_than_its_room_once_its_marks_are_squeezed(text: str, cells: int):
    widths, narrow = widths_of(text)
    for line in broken(text, cells):
        squeezed = squeeze(text, widths, line)
        unbreakable = not any(may_break(text, narrow, at) for at in range(line.start + 1, line.end))
        assert line.width - sum(squeezed.values()) <= line.room + 0.02 or unbreakable
        assert all(0 <= points <= widths[index] / 2 + 0.001 for index, points in squeezed.items())


# Text with so many marks that squeezing them all would take in three characters and more.
crowded = st.lists(st.sampled_from("山水田林路气"), min_size=30, max_size=120).map(
    lambda words: "、".join(words) + "。"
)


@given(st.one_of(clauses, crowded))
def test_no_line_gives_way_beyond_the_limits(text: str):
    widths, narrow = widths_of(text)
    tight = Measure(26 * CELL, 28 * CELL, CELL, tight=True)
    for line in (*broken(text), *break_paragraph(text, widths, narrow, tight)):
        assert line.width - line.room <= 2 * CELL + 0.02
        assert line.last or line.room - line.width <= 2.5 * CELL + 0.02


@given(clauses)
def test_no_last_line_is_shorter_than_line_by_line(text: str):
    widths, narrow = widths_of(text)
    greedy = break_lines(text, widths, narrow, 26 * CELL, 28 * CELL)
    lines = broken(text)
    if len(lines) > 1 and len(greedy) > 1:
        least = min(3.0, last_cells(text, widths, greedy[-1].start, CELL))
        assert last_cells(text, widths, lines[-1].start, CELL) >= least


def test_the_last_character_does_not_go_to_a_line_of_its_own_where_marks_have_room():
    text = "一二三四，六七八九，一二三四，六七八九，一二三四五六。"
    assert len(text) == 27
    assert words(text) == [text]


def test_a_line_is_loosened_where_its_marks_have_no_room_for_the_last_character():
    text = "一二三四五六七八九十" * 2 + "，三四五六七八九"
    assert len(text) == 28
    lines = words(text, 26, indent=0)
    assert [len(line) for line in lines] == [25, 3]


def test_a_line_with_neither_mark_nor_figure_keeps_the_grid():
    assert [len(line) for line in words("国" * (26 + 28 * 2 + 1))] == [26, 28, 28, 1]


def test_lines_that_are_full_are_left_as_they_are():
    text = "全镇上下把群众的事一件一件办好" * 9
    widths, narrow = widths_of(text)
    assert broken(text) == break_lines(text, widths, narrow, 26 * CELL, 28 * CELL)


def test_strain_is_shared_by_two_lines_rather_than_borne_by_one():
    text = "一二三四五六七八，" * 2 + "一二三四五六七八九" + "1234567890123" + "一二三四五六七八" * 4 + "。"
    widths, narrow = widths_of(text)

    def worst(lines: list[Line]) -> float:
        return max(abs(line.room - line.width) for line in lines[:-1])

    assert worst(broken(text)) <= worst(break_lines(text, widths, narrow, 26 * CELL, 28 * CELL))


def test_figures_are_parted_from_their_units_less_often_than_line_by_line():
    torn = torn_greedily = 0
    for skipped in range(52):
        text = "文，" + "文" * skipped + "完成投资120.5亿元，增长8.5%；新增耕地3200亩，惠及415户1209人。" * 4
        widths, narrow = widths_of(text)
        torn += sum(tears_figure(text, line.end) for line in broken(text)[:-1])
        greedy = break_lines(text, widths, narrow, 26 * CELL, 28 * CELL)
        torn_greedily += sum(tears_figure(text, line.end) for line in greedy[:-1])
    assert torn_greedily > 40
    assert torn < torn_greedily / 2


def test_a_figure_is_kept_with_its_unit_by_loosening_its_line():
    text = "文，" + "文" * 19 + "完成投资12亿元，增长很快，各项都好。"
    widths, narrow = widths_of(text)
    assert text[: break_lines(text, widths, narrow, 26 * CELL, 28 * CELL)[0].end].endswith("12")
    assert words(text)[0].endswith("投资")


def test_a_ragged_paragraph_ends_its_lines_where_the_last_one_gets_three_characters():
    text = "名称很长的补贴资金名称很长"
    assert [line.end - line.start for line in broken(text, 12, indent=0, ragged=True)] == [10, 3]


def test_spread_lines_fill_their_room_exactly():
    text = PROSE * 4
    _, narrow = widths_of(text)
    for line in broken(text):
        gaps, gap = spread(text, narrow, line, CELL)
        if gap:
            assert abs(line.width + gaps * gap - line.room) < 0.001


@given(prose, st.integers(12, 40))
def test_tight_lines_are_no_more_and_keep_the_rules(text: str, cells: int):
    widths, narrow = widths_of(text)
    usual = Measure((cells - 2) * CELL, cells * CELL, CELL)
    lines = break_paragraph(text, widths, narrow, usual)
    tight = break_paragraph(text, widths, narrow, replace(usual, tight=True))
    assert len(tight) <= len(lines)
    assert "".join(text[line.start : line.end] for line in tight) == text
    for line in tight:
        squeezed = squeeze(text, widths, line)
        unbreakable = not any(may_break(text, narrow, at) for at in range(line.start + 1, line.end))
        assert line.width - sum(squeezed.values()) <= line.room + 0.02 or unbreakable


def test_tight_lines_take_back_a_short_last_line():
    text = "抓重点、补短板、强弱项，" * 7 + "日子。"
    widths, narrow = widths_of(text)
    measure = Measure(26 * CELL, 28 * CELL, CELL)
    assert len(break_paragraph(text, widths, narrow, measure)) == 4
    assert len(break_paragraph(text, widths, narrow, replace(measure, tight=True))) == 3


@given(prose, st.integers(-1, 3))
def test_text_without_room_is_not_lost_either(text: str, cells: int):
    for ragged in (False, True):
        lines = broken(text, cells, indent=0, ragged=ragged)
        assert "".join(text[line.start : line.end] for line in lines) == text
