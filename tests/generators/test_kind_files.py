"""Kinds of paper from TOML files: the office's own beside ours, and faults named by file, line and key."""

from pathlib import Path

import pytest

from generators.kind_files import KINDS_FOLDER, read_kinds
from generators.kinds import Kind

GOOD = """schema = 1
id = "notice"
title = "会务通知"
formats = ["docx"]
blocks = ["title"]
[[fields]]
id = "title"
label = "标题"
type = "text"
"""


def read(folder: Path, **files: str) -> tuple[dict[str, Kind], list[str]]:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    found = read_kinds(KINDS_FOLDER, folder)
    return {kind.id: kind for kind in found.kinds}, [fault.detail for fault in found.faults]


def test_a_kind_of_the_office_stands_beside_ours(tmp_path: Path):
    kinds, faults = read(tmp_path, notice=GOOD)
    assert kinds["notice"].title == "会务通知"
    assert "brief" in kinds
    assert not faults


def test_a_kind_takes_over_what_it_does_not_declare(tmp_path: Path):
    head = 'schema = 1\nid = "weekly"\ntitle = "周报"\nbased_on = "brief"\n'
    own = head + '[[fields]]\nid = "name"\nlabel = "周报名称"\ntype = "text"\n'
    kinds, faults = read(tmp_path, weekly=own)
    assert not faults
    assert kinds["weekly"].blocks == kinds["brief"].blocks
    assert [field.id for field in kinds["weekly"].fields] == [field.id for field in kinds["brief"].fields]
    assert kinds["weekly"].field("name").label == "周报名称"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (GOOD.replace('["title"]', '["title", "poem"]'), "bad.toml：第 5 行 blocks[1] 没有“poem”这个部分"),
        (GOOD.replace('"标题"', "7"), "bad.toml：第 8 行 fields[0].label"),
        (GOOD.replace('type = "text"', 'type = "picture"'), "bad.toml：第 9 行 fields[0].type"),
        (GOOD.replace('title = "会务通知"\n', ""), "bad.toml：缺“title”这一项"),
        (GOOD.replace("blocks", "block"), "bad.toml：第 5 行 block 不认识“block”这一项"),
        (GOOD.replace('"notice"', '"notice'), "bad.toml：第 2 行 不合 TOML 语法"),
        (GOOD + 'colour = "red"\n', "bad.toml：第 10 行 fields[0].colour 不认识“colour”这一项"),
        (GOOD.replace("schema", 'based_on = "nowhere"\nschema'), "bad.toml：第 1 行 based_on 没有“nowhere”这个文种"),
    ],
)
def test_a_fault_names_file_line_and_key_and_harms_no_other_kind(tmp_path: Path, text: str, place: str):
    kinds, faults = read(tmp_path, bad=text, good=GOOD.replace('"notice"', '"good"'))
    assert len(faults) == 1
    assert faults[0].startswith(place)
    assert "bad" not in kinds
    assert {"brief", "good"} <= set(kinds)


def test_kinds_based_on_each_other_are_left_out_with_the_way_round(tmp_path: Path):
    one = GOOD.replace("schema", 'based_on = "two"\nschema').replace('"notice"', '"one"')
    two = GOOD.replace("schema", 'based_on = "one"\nschema').replace('"notice"', '"two"')
    kinds, faults = read(tmp_path, one=one, two=two)
    assert not {"one", "two"} & set(kinds)
    assert any("one → two → one" in fault for fault in faults)


def test_a_folder_that_is_not_there_holds_no_kinds(tmp_path: Path):
    assert "brief" in {kind.id for kind in read_kinds(KINDS_FOLDER, tmp_path / "none").kinds}
