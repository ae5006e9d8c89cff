"""Layout profiles: ours, the office's own, faults named by file, line and key, and every block laid out in each."""

from datetime import date
from pathlib import Path

import pytest

from generators.document import (
    Banner,
    Block,
    Cell,
    CellAlign,
    Chart,
    ChartItem,
    ChartKind,
    Column,
    Document,
    NewPart,
    Role,
    Run,
    Space,
    Table,
    TableRow,
    Tail,
    TextBlock,
)
from generators.fonts import plan_fonts
from generators.layout import lay_out
from generators.profile_files import PROFILES_FOLDER, Profiles, find_profile, load_profiles, read_profiles
from generators.profiles import Profile
from generators.progress import NoProgress
from report.errors import Failure, UserError
from report.messages import explain

PACK = plan_fonts({})
GOOD = """schema = 1
id = "office"
title = "本办版式"
based_on = "gbt9704"
[page]
top_mm = 34.58
[looks.body]
size_pt = 15
"""
PROSE = "全镇实现地区生产总值12.86亿元，同比增长7.5%；“菜篮子”“米袋子”稳产保供。"
ROLES = [role for role in Role if not role.value.startswith(("banner", "tail", "table", "card"))]


def read(folder: Path, **files: str) -> Profiles:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return read_profiles(PROFILES_FOLDER, folder)


def test_the_standard_comes_first_and_large_type_after_it():
    assert [profile.id for profile in load_profiles()][:3] == ["gbt9704", "large", "extra_large"]


def test_a_profile_of_the_office_takes_over_what_it_does_not_declare(tmp_path: Path):
    found = read(tmp_path, office=GOOD)
    own, standard = find_profile(found, "office"), find_profile(found, "gbt9704")
    assert not found.faults
    assert (own.page.top_mm, own.page.left_mm) == (34.58, standard.page.left_mm)
    assert own.look(Role.TITLE) == standard.look(Role.TITLE)


def test_what_says_nothing_of_its_size_has_that_of_body_text(tmp_path: Path):
    own = find_profile(read(tmp_path, office=GOOD), "office")
    assert own.look(Role.HEADING_1).size_pt == 15
    assert own.look(Role.TITLE).size_pt == 22


def test_a_profile_is_found_by_its_title(tmp_path: Path):
    assert find_profile(read(tmp_path, office=GOOD), "本办版式").id == "office"


def test_a_profile_of_the_office_with_the_id_of_ours_takes_its_place(tmp_path: Path):
    found = read(tmp_path, large=GOOD.replace("office", "large"))
    assert find_profile(found, "large").title == "本办版式"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (GOOD.replace("15", '"big"'), "bad.toml：第 8 行 looks.body.size_pt 值的类型或写法不对"),
        (GOOD.replace("size_pt", "size"), "bad.toml：第 8 行 looks.body.size 不认识“size”这一项"),
        (GOOD.replace("looks.body", "looks.boddy"), "bad.toml：第 7 行 looks.boddy 不认识“boddy”这一项"),
        (GOOD.replace("top_mm = 34.58", "top_mm = []"), "bad.toml：第 6 行 page.top_mm"),
        (GOOD.replace("gbt9704", "nowhere"), "bad.toml：第 4 行 based_on 没有“nowhere”这种版式"),
        (GOOD.replace('"office"', '"office'), "bad.toml：第 2 行 不合 TOML 语法"),
        (GOOD.replace('based_on = "gbt9704"\n', ""), "bad.toml：第 6 行 looks.body 缺“font”这一项"),
        (GOOD.replace("[looks.body]\nsize_pt = 15", "[looks]\nbody = 7"), "bad.toml：第 8 行 looks.body 要写成"),
        (GOOD.replace("gbt9704", "office"), "bad.toml：第 4 行 based_on 绕了一圈又回到自己"),
    ],
)
def test_a_fault_names_file_line_and_key_and_harms_no_other_profile(tmp_path: Path, text: str, place: str):
    found = read(tmp_path, bad=text, good=GOOD.replace("office", "good"))
    assert [fault.detail[: len(place)] for fault in found.faults.values()] == [place]
    assert {"gbt9704", "good"} <= {profile.id for profile in found.profiles}


def test_who_asks_for_a_faulty_profile_is_told_what_is_wrong_with_it(tmp_path: Path):
    found = read(tmp_path, bad=GOOD.replace("15", '"big"'))
    with pytest.raises(UserError) as failure:
        find_profile(found, "bad")
    assert "第 8 行 looks.body.size_pt" in explain(failure.value)


def test_who_asks_for_no_profile_of_ours_is_told_those_that_are_there(tmp_path: Path):
    with pytest.raises(UserError) as failure:
        find_profile(read(tmp_path), "nowhere")
    assert failure.value.failure is Failure.UNKNOWN_PROFILE
    assert "large（大字版）" in explain(failure.value)


def text(role: Role, words: str) -> TextBlock:
    return TextBlock(role, (Run(words),))


def table() -> Table:
    columns = (Column(6), Column(20, CellAlign.LEFT), Column(8), Column(12, CellAlign.DECIMAL))
    head = TableRow(tuple(Cell((Run(word),)) for word in ("序号", "指标名称", "单位", "完成值")))
    rows = tuple(
        TableRow(
            (
                Cell((Run(str(n)),)),
                Cell((Run("城镇居民人均可支配收入"),)),
                Cell((Run("元"),)),
                Cell((Run(f"{n}3456.7"),)),
            )
        )
        for n in range(1, 25)
    )
    return Table(columns, (head,), rows, (Run("主要指标"),), ((Run("注：" + PROSE),),))


def everything() -> tuple[Block, ...]:
    """Return every kind of block that a paper may have, but folded cards, which are sheets of their own."""
    items = tuple(ChartItem(f"第{n}项指标", n - 3.5, Run(f"{n - 3.5}%")) for n in range(6))
    return (
        Banner("内部资料 注意保存", "000012", "青禾县人大", "会议简报", "第12期", "秘书处编", "2026年1月20日"),
        *(block for role in ROLES for block in (text(role, PROSE * 3), Space(1))),
        *(TextBlock(Role.FIGURE, (Run("名称很长的补贴资金" * 2),), (Run("91万元"),)) for _ in range(3)),
        table(),
        Chart(ChartKind.BARS, "变化", "%", items, ""),
        NewPart(landscape=True),
        table(),
        NewPart(),
        text(Role.BODY, PROSE * 9),
        Tail(("报：县委、县人大常委会、县政府。", "送：各代表团，各乡镇，县级各部门。"), "共印120份"),
    )


@pytest.mark.parametrize("profile", load_profiles(), ids=lambda profile: profile.id)
def test_every_kind_of_block_stands_within_the_type_area(profile: Profile):
    document = Document("试排", "", date(2026, 1, 20), everything())
    for page in lay_out(document, profile, PACK, NoProgress()).pages:
        area = profile.area(landscape=page.landscape)
        for line in page.lines:
            assert line.x_pt >= area.left_pt - 0.01, line.text
            assert line.x_pt + line.width_pt <= area.left_pt + area.width_pt + 0.02, line.text
            assert line.top_pt >= area.top_pt - 0.01, line.text
            assert line.top_pt + line.height_pt <= area.top_pt + area.height_pt + 0.01, line.text
        for one, other in zip(page.rules, page.rules[1:], strict=False):
            assert one.y_pt <= area.top_pt + area.height_pt + 0.5 >= other.y_pt


@pytest.mark.parametrize("profile", load_profiles(), ids=lambda profile: profile.id)
def test_a_page_of_plain_text_has_the_lines_and_characters_of_its_grid(profile: Profile):
    document = Document("试排", "", date(2026, 1, 20), (text(Role.BODY, "国" * 2000),))
    page = lay_out(document, profile, PACK, NoProgress()).pages[1]
    assert len(page.lines) == profile.grid.rows
    assert {len(line.text) for line in page.lines} == {profile.grid.chars}


@pytest.mark.parametrize("profile", load_profiles(), ids=lambda profile: profile.id)
def test_lines_are_further_apart_than_their_letters_are_high(profile: Profile):
    for role, look in profile.looks.items():
        if not role.value.startswith(("banner", "card")):
            assert look.rows * profile.row_pt >= 1.2 * look.size_pt, role
