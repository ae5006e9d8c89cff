"""Papers about the session: its agenda, days, cover, and the list of its papers; blanks where nothing is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.compose.excerpt import make_excerpt
from generators.compose.paper import compose
from generators.compose.setting import Member, Setting
from generators.document import Block, Role, Space, Table, TextBlock
from generators.fields import complete
from generators.kind_files import find_kind
from generators.ordering import Order
from generators.profile_files import load_profile
from generators.progress import NO_PROGRESS
from generators.typed_tables import take_rows, write_rows
from generators.typesetting import typeset
from generators.word_forms import with_room
from report.facts import facts_of
from report.selection import everything
from tests.generators.papers import DAY, sample_report

COLUMNS = ("日期", "时间", "内容", "地点", "主持人")
SESSION = "云岫镇第十四届人民代表大会第九次会议"


def blocks_of(name: str, members: tuple[Member, ...] = (), **typed: str) -> tuple[Block, ...]:
    report = sample_report()
    kind = find_kind(name)
    fields = complete(kind, typed, facts_of(report), DAY)
    setting = Setting(report, make_excerpt(report, everything(report)), fields, kind.title, members=members)
    return compose(kind, setting).blocks


def pages_of(name: str, profile: str = "gbt9704", **typed: str) -> int:
    report = sample_report()
    order = Order(report, everything(report), find_kind(name), typed, DAY, profile)
    return len(typeset(order, NO_PROGRESS).pages.pages)


def texts(blocks: tuple[Block, ...], role: Role) -> list[str]:
    return [block.text for block in blocks if isinstance(block, TextBlock) and block.role is role]


def table_of(blocks: tuple[Block, ...]) -> Table:
    (table,) = [block for block in blocks if isinstance(block, Table)]
    return table


@pytest.mark.parametrize(
    ("session", "title", "printed"),
    [
        (SESSION, "会议议程", SESSION + "议程"),
        (SESSION, "议程", SESSION + "议程"),
        ("", "会议议程", "会议议程"),
        (SESSION, SESSION + "议程", SESSION + "议程"),
    ],
)
def test_the_title_of_an_agenda_has_the_sessions_full_name_once(session: str, title: str, printed: str):
    assert texts(blocks_of("agenda", session=session, title=title), Role.TITLE) == [printed]


def test_an_agenda_has_time_place_and_numbered_items():
    blocks = blocks_of("agenda", when="2026年1月16日", where="三楼会议室", items="听取报告；选举；其他")
    assert texts(blocks, Role.SUBTITLE) == ["（草案）", "时间：2026年1月16日", "地点：三楼会议室"]
    assert texts(blocks, Role.BODY) == ["一、听取报告", "二、选举", "三、其他"]


def test_an_agenda_without_items_has_numbers_to_write_behind():
    assert texts(blocks_of("agenda", items=""), Role.BODY)[:2] == ["一、", "二、"]


def test_a_date_stands_once_over_the_rows_of_its_day():
    typed = "16日\t上午\t甲\n\t下午\t乙\n16日\t晚上\t丙\n17日\t上午\t丁"
    rows = table_of(blocks_of("schedule", rows=typed)).rows
    assert [(row.cells[0].text, row.cells[0].rows, len(row.cells)) for row in rows] == [
        ("16日", 3, 5),
        ("下午", 1, 4),
        ("晚上", 1, 4),
        ("17日", 1, 5),
    ]


CELLS = st.text(st.sampled_from("一二三四上午下"), max_size=4)


@given(st.lists(st.tuples(*[CELLS] * 5).filter(any), min_size=1, max_size=8))
def test_every_cell_of_the_days_is_on_the_paper_in_order(rows: list[tuple[str, ...]]):
    table = table_of(blocks_of("schedule", rows=write_rows(take_rows(write_rows(tuple(rows)), COLUMNS))))
    assert [tuple(cell.text for cell in row.cells[-4:]) for row in table.rows] == [row[1:] for row in rows]
    dates = [row.cells[0] for row in table.rows if len(row.cells) == 5]
    assert sum(cell.rows for cell in dates) == len(rows)
    typed = [row[0] for row in rows if row[0]]
    assert [cell.text for cell in dates if cell.text] == [
        date for at, date in enumerate(typed) if at == 0 or date != typed[at - 1]
    ]


def test_days_without_rows_are_a_table_to_fill_by_hand():
    table = table_of(blocks_of("schedule"))
    assert len(table.rows) >= 6
    assert not any(cell.text for row in table.rows for cell in row.cells)
    assert pages_of("schedule") == 1


@pytest.mark.parametrize("profile", ["gbt9704", "large", "extra_large"])
@pytest.mark.parametrize("organ", ["", SESSION, "云岫县金川街道第十九届人民代表大会第五次会议第二次全体会议"])
def test_a_cover_is_one_page_in_every_profile(organ: str, profile: str):
    assert pages_of("cover", profile, organ=organ, note="内部资料　会后收回") == 1


def test_the_white_of_a_cover_is_shared_out_for_word_too():
    profile = load_profile("gbt9704")
    spaces = [block for block in with_room(blocks_of("cover", organ=SESSION), profile) if isinstance(block, Space)]
    assert all(not space.share for space in spaces)
    assert profile.grid.rows // 3 < sum(space.rows for space in spaces) < profile.grid.rows


def test_the_list_of_papers_has_marks_titles_and_pages():
    members = (Member("材料之一", "会议议程", 1), Member("材料之二", "会议日程", 12))
    rows = table_of(blocks_of("contents", members)).rows
    assert [tuple(cell.text for cell in row.cells) for row in rows] == [
        ("材料之一", "会议议程", "1"),
        ("材料之二", "会议日程", "12"),
    ]
