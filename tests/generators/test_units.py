"""The office's list of units, and whom it suggests for a task."""

from pathlib import Path

import pytest

from generators.unit_files import load_units
from generators.units import Assignment, Unit, suggest, units_in
from report.errors import UserError

FARM = Unit("农业农村办", "王某", ("粮食", "高标准农田"))
TRADE = Unit("项目办", "李某", ("招商", "企业"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_is_read_from_csv_by_its_heads(tmp_path: Path, encoding: str):
    file = tmp_path / "units.csv"
    file.write_bytes("分管领导,单位,关键词\n王某,农业农村办,粮食、高标准农田\n\n".encode(encoding))
    assert load_units(file) == (FARM,)


def test_a_list_is_read_from_toml(tmp_path: Path):
    file = tmp_path / "units.toml"
    file.write_text('[[unit]]\nname = "项目办"\nleader = "李某"\nkeywords = ["招商", "企业"]\n', encoding="utf-8")
    assert load_units(file) == (TRADE,)


@pytest.mark.parametrize("words", ['[[unit]]\nleader = "李某"\n', "[[unit", '[[unit]]\nname = ""\n'])
def test_a_faulty_list_is_told_by_its_name(tmp_path: Path, words: str):
    file = tmp_path / "units.toml"
    file.write_text(words, encoding="utf-8")
    with pytest.raises(UserError) as told:
        load_units(file)
    assert told.value.facts["name"] == "units.toml"


def test_without_a_list_there_are_no_units():
    assert load_units(None) == ()
    assert units_in([["", ""], []]) == ()


def test_the_unit_with_most_keywords_leads_and_others_help():
    found = suggest((TRADE, FARM), "种好粮食，建好高标准农田，支持企业收购。", "守牢粮食安全")
    assert found == Assignment("王某", "农业农村办", ("项目办",))


def test_the_title_speaks_where_the_measure_names_nobody():
    assert suggest((TRADE, FARM), "全年签约10个。", "突出精准招商") == Assignment("李某", "项目办")


def test_nobody_is_suggested_without_a_keyword():
    assert suggest((TRADE, FARM), "办好茶文化周。", "丰富活动") == Assignment()
