"""How a row of the outline looks: tick, title in at most two lines, mode and number of figures at the right."""

from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from report.words import _
from ui.models.outline_model import ROW_ROLE, OutlineRow, mode_words
from ui.parts.tick import SIDE, paint_tick
from ui.theme import Look, Size

Index = QModelIndex | QPersistentModelIndex

_TITLE_LEFT = 28
_RIGHT = 12
_COLUMN = 48
_FIGURES = 44


class Zone(Enum):
    """What of a row is under the pointer."""

    TICK = "tick"
    MODE = "mode"
    TITLE = "title"


class OutlineDelegate(QStyledItemDelegate):
    """Paints the rows; their height follows from the width of the view."""

    def __init__(self, look: Look, view: QTreeView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        row = _read(index)
        left = self._view.indentation() * (row.depth + 1) + self._look.px(_TITLE_LEFT)
        return QSize(self._look.px(120), self._look.px(36 if self._fits(row, left) else 56))

    def zone(self, rect: QRect, x: int, y: int, index: Index) -> Zone:
        """Return what stands at a point of the view, in the row whose rectangle this is."""
        if x < rect.left() + self._look.px(_TITLE_LEFT - 4):
            return Zone.TICK
        row = _read(index)
        in_upper = y < rect.top() + self._look.px(30)
        if row.mode is not None and x > rect.right() - self._look.px(_RIGHT + _COLUMN) and in_upper:
            return Zone.MODE
        return Zone.TITLE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _read(index)
        look = self._look
        rect: QRect = option.rect  # type: ignore[assignment] - the stubs know no fields of style options
        painter.save()
        text = QRect(rect)
        text.setLeft(rect.left() + look.px(_TITLE_LEFT))
        text.setRight(self._view.viewport().width() - look.px(_RIGHT + (_COLUMN if row.mode or row.figures else 0)))
        lines = [row.title] if self._fits(row, text.left()) else self._lines(row, text.width())
        line_px = look.px(21)
        rows = 1 if self._fits(row, text.left()) else 2
        top = rect.top() + (rect.height() - line_px * rows) // 2
        paint_tick(painter, rect.left() + look.px(2), top + (line_px - look.px(SIDE)) / 2, row.state, look)
        printed = row.state is not Qt.CheckState.Unchecked
        painter.setFont(self._font(row))
        painter.setPen(QColor(look.tokens.text if printed else look.tokens.text3))
        ascent = painter.fontMetrics().ascent() + (line_px - painter.fontMetrics().height()) / 2
        for number, line in enumerate(lines):
            painter.drawText(QPointF(text.left(), top + number * line_px + ascent), line)
        self._paint_right(painter, row, top, top + line_px * (rows - 1))
        painter.restore()

    def _paint_right(self, painter: QPainter, row: OutlineRow, upper: int, lower: int) -> None:
        """Paint the mode over the number of figures; on a row of one line beside it."""
        look = self._look
        right = self._view.viewport().width() - look.px(_RIGHT)
        line = look.px(21)
        painter.setFont(look.font(Size.CAPTION))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if row.figures:
            painter.setPen(QColor(look.tokens.text3))
            words = _("{figures} 项").format(figures=row.figures)
            painter.drawText(QRect(right - look.px(60), lower, look.px(60), line), end, words)
        if row.mode is not None:
            if upper == lower and row.figures:
                right -= look.px(_FIGURES)
            side = look.px(14)
            look.icons.icon("chevron-down", side, look.tokens.accent).paint(
                painter, QRect(right - side + look.px(2), upper + (line - side) // 2, side, side)
            )
            painter.setPen(QColor(look.tokens.accent))
            place = QRect(right - look.px(60), upper, look.px(60) - side - look.px(2), line)
            painter.drawText(place, end, mode_words(row.mode))

    def _fits(self, row: OutlineRow, left: int) -> bool:
        """Tell whether a title that begins at `left` fits beside mode and figures on one line."""
        right = self._look.px(_RIGHT)
        if row.mode is not None:
            right += self._look.px(_COLUMN)
        if row.figures:
            right += self._look.px(_FIGURES)
        room = self._view.viewport().width() - right - left
        return QFontMetrics(self._font(row)).horizontalAdvance(row.title) <= room

    def _font(self, row: OutlineRow) -> QFont:
        return self._look.font(Size.NORMAL if row.depth < 2 else Size.SMALL)

    def _lines(self, row: OutlineRow, width: int) -> list[str]:
        """Return the title broken into at most two lines, the second one ending with … where it does not fit."""
        layout = QTextLayout(row.title, self._font(row))
        layout.setTextOption(QTextOption())
        metrics = QFontMetrics(self._font(row))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(width, 40))
        layout.endLayout()
        length = line.textLength()
        if length >= len(row.title):
            return [row.title]
        rest = metrics.elidedText(row.title[length:], Qt.TextElideMode.ElideRight, width)
        return [row.title[:length], rest]


def _read(index: Index) -> OutlineRow:
    row = index.data(ROW_ROLE)
    if not isinstance(row, OutlineRow):
        raise TypeError(f"a row of another model: {row!r}")
    return row
