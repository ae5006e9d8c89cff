"""Lucide icons, drawn at the device's own resolution in a colour of the theme."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICONS_FOLDER = Path(__file__).parent.parent / "resources" / "icons"

_STROKE = 1.75
_RATIOS = (1.0, 1.25, 1.5, 2.0)


class Icons:
    """Icons of one colour scheme; each is drawn once for a name, colour and size."""

    def __init__(self, normal: str, disabled: str) -> None:
        """Draw in the colour `normal` where no other is asked for, and in `disabled` for what is off."""
        self._normal = normal
        self._disabled = disabled
        self._drawn: dict[tuple[str, str, int], QIcon] = {}

    def icon(self, name: str, size: int = 20, colour: str = "") -> QIcon:
        """Return an icon of `size` device-independent pixels."""
        key = (name, colour or self._normal, size)
        if key not in self._drawn:
            icon = QIcon()
            for ratio in _RATIOS:
                icon.addPixmap(draw(name, key[1], size, ratio), QIcon.Mode.Normal)
                icon.addPixmap(draw(name, self._disabled, size, ratio), QIcon.Mode.Disabled)
            self._drawn[key] = icon
        return self._drawn[key]


def draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Return the picture of an icon at a device pixel ratio."""
    source = (ICONS_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    renderer = QSvgRenderer(QByteArray(source.encode()))
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
