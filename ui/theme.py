"""Colours and sizes of type of the window: tokens in two columns, the palette and the one style sheet made of them.

No other file has a colour or a size of type.
"""

import re
from dataclasses import asdict, dataclass
from enum import IntEnum
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.icons import Icons
from ui.sheet import SHEET

PACK_FONT = Path(__file__).parent.parent / "resources" / "fonts" / "GWHeiTi.ttf"

# Interface fonts of Windows, 麒麟, UOS and other desktops, best first.
DESKTOP_FONTS = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "微软雅黑",
    "PingFang SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "思源黑体",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as #RRGGBB."""

    surface: str
    bar: str
    desk: str
    hover: str
    line: str
    control: str
    text: str
    text2: str
    text3: str
    off: str
    accent: str
    fill: str
    fill_hover: str
    fill_pressed: str
    on_fill: str
    tint: str
    tint2: str
    warn: str
    warn_tint: str
    warn_line: str
    error: str
    error_tint: str
    ok: str
    ok_tint: str
    ok_line: str
    paper_dim: str  # multiplied over a page on the screen


LIGHT = Tokens(
    surface="#FFFFFF",
    bar="#F4F6F8",
    desk="#E3E7EC",
    hover="#ECEFF3",
    line="#D6DCE3",
    control="#7A8491",
    text="#1A1F26",
    text2="#434C58",
    text3="#5A6470",
    off="#68717D",
    accent="#1B5A94",
    fill="#1B5A94",
    fill_hover="#164B7C",
    fill_pressed="#113C64",
    on_fill="#FFFFFF",
    tint="#E1ECF7",
    tint2="#C9DEF2",
    warn="#8A4B00",
    warn_tint="#FFF3DC",
    warn_line="#B9822A",
    error="#B42318",
    error_tint="#FDECEA",
    ok="#1A6B3B",
    ok_tint="#E4F3EA",
    ok_line="#8CC3A2",
    paper_dim="#FFFFFF",
)

DARK = Tokens(
    surface="#1B1F25",
    bar="#23282F",
    desk="#121519",
    hover="#2D343C",
    line="#39414B",
    control="#7A8592",
    text="#E7EAEE",
    text2="#BEC6CF",
    text3="#A0AAB5",
    off="#8C96A2",
    accent="#8FC0EF",
    fill="#3475B5",
    fill_hover="#2A639C",
    fill_pressed="#255A8F",
    on_fill="#FFFFFF",
    tint="#223A53",
    tint2="#2E4F70",
    warn="#F0BA66",
    warn_tint="#3A2C12",
    warn_line="#8A6A2C",
    error="#F79A92",
    error_tint="#42211F",
    ok="#82CD9D",
    ok_tint="#1C3526",
    ok_line="#3F7355",
    paper_dim="#EFEFEC",
)


class Size(IntEnum):
    """Sizes of type in device-independent pixels at 100 %."""

    CAPTION = 13
    SMALL = 14
    NORMAL = 15
    REPORT = 17
    HEADING = 20
    NAME = 32


class Look(QObject):
    """How the window looks now: theme, scale of its words (窗口文字大小), font."""

    changed = Signal()

    def __init__(self, family: str, *, dark: bool = False, scale: float = 1.0) -> None:
        """Start with a font family that covers Chinese."""
        super().__init__()
        self.family = family
        self.dark = dark
        self.scale = scale
        self.tokens = DARK if dark else LIGHT
        self.icons = Icons(self.tokens.text2, self.tokens.off)

    def px(self, size: float) -> int:
        """Return a measure of the design at the present scale."""
        return round(size * self.scale)

    def font(self, size: Size = Size.NORMAL, *, bold: bool = False) -> QFont:
        """Return the window's font in one of its sizes."""
        font = QFont(self.family)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font

    def change(self, *, dark: bool, scale: float) -> None:
        """Take another theme or scale, and tell everybody."""
        self.dark = dark
        self.scale = scale
        self.tokens = DARK if dark else LIGHT
        self.icons = Icons(self.tokens.text2, self.tokens.off)
        self.changed.emit()


def choose_family() -> str:
    """Return the desktop's Chinese interface font; the pack's 黑体 where the system has none."""
    known = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    for family in DESKTOP_FONTS:
        if family in known:
            return family
    loaded = QFontDatabase.addApplicationFont(str(PACK_FONT))
    families = QFontDatabase.applicationFontFamilies(loaded) if loaded >= 0 else []
    return families[0] if families else QApplication.font().family()


def dress(app: QApplication, look: Look) -> None:
    """Give the application the font, palette and style sheet of a look."""
    app.setFont(look.font())
    app.setPalette(palette(look.tokens))
    app.setStyleSheet(style_sheet(look))


def palette(tokens: Tokens) -> QPalette:
    """Return the palette that the tokens make."""
    made = QPalette()
    role = QPalette.ColorRole
    for part, colour in (
        (role.Window, tokens.bar),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.bar),
        (role.Button, tokens.surface),
        (role.Text, tokens.text),
        (role.WindowText, tokens.text),
        (role.ButtonText, tokens.text),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.PlaceholderText, tokens.text3),
        (role.Highlight, tokens.tint),
        (role.HighlightedText, tokens.text),
        (role.Link, tokens.accent),
        (role.Accent, tokens.fill),
    ):
        made.setColor(part, QColor(colour))
    for part in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(tokens.off))
    return made


_PIXELS = re.compile(r"\$px(\d+)")


def style_sheet(look: Look) -> str:
    """Return the style sheet of a look: the tokens and the scaled measures filled in."""
    measures = {f"px{number}": f"{look.px(int(number))}px" for number in _PIXELS.findall(SHEET)}
    names = {name: str(value) for name, value in asdict(look.tokens).items()}
    return Template(SHEET).substitute({**names, **measures, "family": look.family})
