"""Paints a tick with three states, each with its own mark."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme import Look

SIDE = 18


def paint_tick(painter: QPainter, x: float, y: float, state: Qt.CheckState, look: Look) -> None:
    """Paint a tick whose upper left corner is (x, y)."""
    side = look.px(SIDE)
    box = QRectF(x + 0.75, y + 0.75, side - 1.5, side - 1.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is Qt.CheckState.Unchecked:
        painter.setPen(QPen(QColor(look.tokens.control), 1.5))
        painter.setBrush(QColor(look.tokens.surface))
        painter.drawRoundedRect(box, 4, 4)
        painter.restore()
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.tokens.fill))
    painter.drawRoundedRect(QRectF(x, y, side, side), 4, 4)
    mark = QPen(QColor(look.tokens.on_fill), 2.0 * look.scale)
    mark.setCapStyle(Qt.PenCapStyle.RoundCap)
    mark.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(mark)
    if state is Qt.CheckState.Checked:
        points = ((0.26, 0.53), (0.43, 0.70), (0.75, 0.33))
        painter.drawPolyline([QPointF(x + side * a, y + side * b) for a, b in points])
    else:
        painter.drawLine(QPointF(x + side * 0.28, y + side / 2), QPointF(x + side * 0.72, y + side / 2))
    painter.restore()
