"""The tokens: contrasts as the design has them, and a sheet without gaps."""

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.icons import ICONS_FOLDER, draw
from ui.theme import DARK, LIGHT, PACK_FONT, Look, Tokens, choose_family, style_sheet

UI = Path(__file__).parent.parent.parent / "ui"


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "accent", "warn", "error", "ok"])
@pytest.mark.parametrize("ground", ["surface", "bar", "hover", "tint"])
def test_words_stand_out_from_every_ground_they_stand_on(tokens: Tokens, ink: str, ground: str) -> None:
    colours = asdict(tokens)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_outlines_and_marks_stand_out(tokens: Tokens) -> None:
    for ground in (tokens.surface, tokens.bar, tokens.tint):
        assert contrast(tokens.control, ground) >= 3.0
    assert contrast(tokens.fill, tokens.surface) >= 3.0
    assert contrast(tokens.on_fill, tokens.fill) >= 4.5
    for ink, ground in (
        (tokens.warn, tokens.warn_tint),
        (tokens.error, tokens.error_tint),
        (tokens.ok, tokens.ok_tint),
    ):
        assert contrast(ink, ground) >= 4.5
        assert contrast(tokens.text, ground) >= 4.5


@pytest.mark.parametrize("scale", [1.0, 1.15, 2.0])
def test_the_style_sheet_has_no_name_left_to_fill_in(scale: float) -> None:
    assert "$" not in style_sheet(Look("Sans", scale=scale))


def test_no_other_file_has_a_colour() -> None:
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b")
    holding = [path.name for path in UI.rglob("*.py") if colour.search(path.read_text(encoding="utf-8"))]
    assert holding == ["theme.py"]


def test_every_icon_is_used_and_can_be_drawn(qtbot: QtBot) -> None:
    assert isinstance(qtbot, QtBot)
    code = "".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    for path in ICONS_FOLDER.glob("*.svg"):
        assert f'"{path.stem}"' in code, f"{path.name} is used nowhere"
        image = draw(path.stem, LIGHT.text, 20, 1.0).toImage()
        assert any(image.pixelColor(x, y).alpha() > 128 for x in range(20) for y in range(20))


def test_the_desktops_own_chinese_font_goes_first(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None

    def families(_system: QFontDatabase.WritingSystem) -> list[str]:
        return ["WenQuanYi Zen Hei", "Noto Sans CJK SC", "KaiTi"]

    monkeypatch.setattr(QFontDatabase, "families", families)
    assert choose_family() == "Noto Sans CJK SC"


def test_where_no_chinese_font_is_installed_the_packs_own_serves(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None

    def families(_system: QFontDatabase.WritingSystem) -> list[str]:
        return []

    monkeypatch.setattr(QFontDatabase, "families", families)
    font = QRawFont(str(PACK_FONT), 16)
    assert choose_family() == font.familyName()
    common = json.loads((UI.parent / "tests" / "data" / "tgh8105.json").read_text(encoding="utf-8"))
    assert [chr(char) for char in common if not font.supportsCharacter(char)] == []


def test_changing_the_theme_changes_the_colours_and_tells_everybody(qtbot: QtBot) -> None:
    look = Look("Sans")
    with qtbot.waitSignal(look.changed):
        look.change(dark=True, scale=1.5)
    assert look.tokens is DARK
    assert look.px(20) == 30
