"""Fonts by role: the statutory one where it is installed, the pack otherwise, character by character."""

from pathlib import Path

import msgspec
import pytest

from generators.fonts import PACK_FOLDER, find_fonts, plan_fonts
from generators.profiles import FontRole
from generators.typefaces import make_typeface, takes_a_cell

DATA = Path(__file__).parent.parent / "data"


def characters_of_the_table() -> str:
    points: list[int] = msgspec.json.decode((DATA / "tgh8105.json").read_bytes(), type=list[int])
    return "".join(map(chr, points))


@pytest.mark.parametrize("role", [role for role in FontRole if role is not FontRole.LATIN])
def test_every_role_of_the_pack_has_all_characters_of_the_general_table(role: FontRole):
    typeface = make_typeface(role, plan_fonts({}))
    characters = characters_of_the_table()
    assert len(characters) == 8105
    assert [character for character in characters if typeface.glyph(character).missing] == []


def test_the_statutory_font_of_the_system_comes_before_the_pack(tmp_path: Path):
    installed = tmp_path / "simhei.ttf"
    installed.write_bytes((PACK_FOLDER / "GWHeiTi.ttf").read_bytes())
    own = plan_fonts({"simhei.ttf": installed}).own(FontRole.HEITI)
    assert (own.family, own.path, own.substitute) == ("黑体", installed, False)


def test_a_font_with_outlines_that_cannot_be_embedded_is_passed_over(tmp_path: Path):
    installed = tmp_path / "simhei.ttf"
    installed.write_bytes(b"OTTO" + b"\0" * 100)
    assert plan_fonts({"simhei.ttf": installed}).own(FontRole.HEITI).path.parent == PACK_FOLDER


def test_a_rare_character_comes_from_the_fallback_and_an_unknown_one_is_marked_missing():
    typeface = make_typeface(FontRole.FANGSONG, plan_fonts({}))
    assert not typeface.glyph("𬭚").missing
    assert typeface.glyph("\U0001f600").missing


def test_digits_of_the_body_come_from_the_latin_face():
    typeface = make_typeface(FontRole.FANGSONG, plan_fonts({}))
    digit = typeface.glyph("5")
    assert digit.font is not None
    assert "Liberation" in digit.font.fontName


def test_every_role_is_served_on_this_machine():
    assert all(find_fonts().own(role).path.exists() for role in FontRole)


@pytest.mark.parametrize("character", "国，“”—…·①℃Ⅲ２ａ％")
def test_wide_characters_and_chinese_marks_take_a_cell(character: str):
    assert takes_a_cell(character)


@pytest.mark.parametrize("character", "a5%.,é")
def test_latin_characters_take_their_own_width(character: str):
    assert not takes_a_cell(character)
