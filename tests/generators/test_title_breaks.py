"""Titles in several lines: nothing lost, nothing too wide, whole words, and the shape of a trapezium or a lozenge."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.linebreak import Line
from generators.title_breaks import MOST_LINES, break_title, is_shapely
from generators.title_words import TORN_WORD, break_costs
from generators.typefaces import takes_a_cell

CELL = 10.0
ROOM_CELLS = 20.1  # of a title in 2号 on the type area of 156 mm

PARTS = (
    *("云岫镇", "青禾县", "人民政府", "人民代表大会常务委员会", "第十九届", "人民代表大会", "第五次会议", "主席团"),
    *(
        "关于",
        "印发",
        "批准",
        "2025年",
        "2026年",
        "前三季度",
        "国民经济和社会发展",
        "计划",
        "执行情况",
        "预算草案",
        "与",
    ),
    *(
        "和",
        "及",
        "暨",
        "民生实事",
        "项目",
        "《",
        "》",
        "的",
        "报告",
        "决议",
        "通知",
        "高质量发展",
        "工作",
        "会议",
        "讲话",
        "、",
    ),
)
titles = st.lists(st.sampled_from(PARTS), min_size=1, max_size=16).map("".join)


def broken(text: str, cells: float = ROOM_CELLS) -> list[Line]:
    narrow = [not takes_a_cell(character) for character in text]
    return break_title(text, [CELL / 2 if slim else CELL for slim in narrow], narrow, cells * CELL)


def lines(text: str, cells: float = ROOM_CELLS) -> list[str]:
    return [text[line.start : line.end] for line in broken(text, cells)]


def cells_of(text: str) -> float:
    return sum(1.0 if takes_a_cell(character) else 0.5 for character in text.rstrip(" 　"))


@given(titles, st.integers(10, 28))
def test_a_title_loses_no_character(title: str, cells: int):
    assert "".join(lines(title, cells)) == title


@given(titles, st.integers(12, 28))
def test_no_line_of_a_title_is_wider_than_its_room(title: str, cells: int):
    found = broken(title, cells)
    assert len(found) > MOST_LINES or all(line.width <= cells * CELL + 0.02 for line in found)


def untorn_ways(title: str, cells: float, count: int) -> list[list[float]]:
    """Return the widths of the lines of every way to part a title without tearing a word."""
    costs = break_costs(title, [not takes_a_cell(character) for character in title])
    places = [at for at, cost in enumerate(costs) if cost is not None and cost < TORN_WORD]
    ways = [[*pairwise((0, *breaks, len(title)))] for breaks in combinations(places, count - 1)]
    widths = [[cells_of(title[start:end]) for start, end in way] for way in ways]
    return [way for way in widths if max(way) <= cells]


@settings(max_examples=500)
@given(titles)
def test_a_title_has_the_shape_of_a_trapezium_or_lozenge_whenever_its_words_allow(title: str):
    found = lines(title)
    if not 2 <= len(found) <= 3:
        return
    if any(is_shapely(way, 1.0) and min(way) >= max(way) / 2 for way in untorn_ways(title, ROOM_CELLS, len(found))):
        assert is_shapely([cells_of(line) for line in found], 1.0)


@given(titles)
def test_no_word_is_torn_where_the_title_fits_without(title: str):
    found = broken(title)
    costs = break_costs(title, [not takes_a_cell(character) for character in title])
    if 2 <= len(found) <= 3 and untorn_ways(title, ROOM_CELLS, len(found)):
        assert all((costs[line.end] or 0.0) < TORN_WORD for line in found[:-1])


@pytest.mark.parametrize(
    "title",
    [
        "云岫镇2025年前三季度|政府工作报告及四季度工作计划",
        "青禾县人民代表大会常务委员会|关于批准2025年财政预算调整方案的决议",
        "云岫镇第十九届人民代表大会第五次会议|关于云岫镇人民政府工作报告的决议",
        "云岫镇人民政府关于|2025年民生实事项目完成情况及|2026年民生实事项目征集情况的报告",
        "关于青禾县2025年预算执行情况和|2026年预算草案的报告",
        "在云岫镇高质量发展大会暨|招商引资推进会上的讲话",
        "坚定信心 真抓实干 |奋力谱写云岫镇现代化建设新篇章",
        "关于转发《青禾县人民政府关于进一步加强|高标准农田建设管理工作的意见》的通知",
        "云岫镇石板沟村、柳树湾村、|青杠林村集中安置点配套基础设施|建设项目资金使用情况的审计报告",
        "青禾县第十八届人民代表大会|第五次会议秘书处",
        "2025年云岫镇政府工作报告",
    ],
)
def test_titles_break_by_sense(title: str):
    assert "|".join(lines(title.replace("|", ""))) == title


def test_a_conjunction_inside_a_phrase_is_no_place_to_break():
    title = "关于青禾县2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划草案的报告"
    assert not any(line.endswith("国民经济和") for line in lines(title))


def test_a_particle_opens_no_line():
    for cells in range(8, 21):
        assert not any(line.startswith("的") for line in lines("云岫镇人民政府关于民生实事项目完成情况的报告", cells))


def test_a_worse_break_is_taken_rather_than_the_shape_of_an_hourglass():
    title = "民生实事项目人民代表大会常务委员会关于与印发会议与国民经济和社会发展执行情况第十九届计划"
    assert is_shapely([cells_of(line) for line in lines(title)], 1)


def test_the_last_line_is_not_one_word():
    for more in range(12):
        title = "云岫镇" + "中心" * more + "关于认真做好防汛抗旱工作的紧急通知"
        assert cells_of(lines(title)[-1]) > 3


@pytest.mark.parametrize(
    ("widths", "shapely"),
    [
        ([10, 14], True),
        ([14, 10], True),
        ([8, 14, 10], True),
        ([8, 10, 14], True),
        ([10, 10, 10], True),
        ([14, 8, 12], False),
        ([8, 14, 10, 13], False),
    ],
)
def test_an_hourglass_is_no_shape_for_a_title(widths: list[float], shapely: bool):  # noqa: FBT001
    assert is_shapely(widths, 1) is shapely
