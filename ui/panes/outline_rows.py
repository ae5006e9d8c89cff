"""How a row of the outline looks: tick, title in at most two lines, mode and number of figures at the right."""

from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from report.selection import Mode
from report.words import _
from ui.models.outline_model import ROW_ROLE, OutlineRow, mode_words
from ui.parts.tick import SIDE, paint_tick
from ui.theme import Look, Size

Index = QModelIndex | QPersistentModelIndex

_TITLE_LEFT = 28
_RIGHT = 12
_ARROW = 22  # arrow and the gap before the mode
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
        end = self._view.viewport().width() - self._look.px(_RIGHT)
        if self._fits(row, rect.left() + self._look.px(_TITLE_LEFT)):
            end -= self._figures_room(row)
        elif y > rect.top() + self._look.px(30):
            return Zone.TITLE
        return Zone.MODE if row.mode is not None and end - self._mode_room(row) <= x <= end else Zone.TITLE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _read(index)
        look = self._look
        rect: QRect = option.rect  # type: ignore[assignment] - the stubs know no fields of style options
        painter.save()
        text = QRect(rect)
        text.setLeft(rect.left() + look.px(_TITLE_LEFT))
        column = max(self._mode_room(row), self._figures_room(row))
        text.setRight(self._view.viewport().width() - look.px(_RIGHT) - column)
        fits = self._fits(row, text.left())
        lines = [row.title] if fits else self._lines(row, text.width())
        line_px = look.px(21)
        rows = 1 if fits else 2
        top = rect.top() + (rect.height() - line_px * rows) // 2
        if row.tickable:
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
            room = self._figures_room(row)
            painter.drawText(QRect(right - room, lower, room, line), end, _figures_words(row))
        if row.mode is not None:
            if upper == lower:
                right -= self._figures_room(row)
            side = look.px(14)
            look.icons.icon("chevron-down", side, look.tokens.accent).paint(
                painter, QRect(right - side + look.px(2), upper + (line - side) // 2, side, side)
            )
            painter.setPen(QColor(look.tokens.accent))
            room = self._mode_room(row)
            painter.drawText(QRect(right - room, upper, room - side - look.px(2), line), end, mode_words(row.mode))

    def _fits(self, row: OutlineRow, left: int) -> bool:
        """Tell whether a title that begins at `left` fits beside mode and figures on one line."""
        right = self._look.px(_RIGHT) + self._mode_room(row) + self._figures_room(row)
        room = self._view.viewport().width() - right - left
        return QFontMetrics(self._font(row)).horizontalAdvance(row.title) <= room

    def _mode_room(self, row: OutlineRow) -> int:
        """Return the width that mode and arrow take, the same for all modes; 0 where none is shown."""
        if row.mode is None:
            return 0
        metrics = QFontMetrics(self._look.font(Size.CAPTION))
        return max(metrics.horizontalAdvance(mode_words(mode)) for mode in Mode) + self._look.px(_ARROW)

    def _figures_room(self, row: OutlineRow) -> int:
        """Return the width that the number of figures takes, 0 where there are none."""
        if not row.figures:
            return 0
        metrics = QFontMetrics(self._look.font(Size.CAPTION))
        return max(metrics.horizontalAdvance(_figures_words(row)) + self._look.px(10), self._look.px(_FIGURES))

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


def _figures_words(row: OutlineRow) -> str:
    return _("{figures} 项").format(figures=row.figures)


def _read(index: Index) -> OutlineRow:
    row = index.data(ROW_ROLE)
    if not isinstance(row, OutlineRow):
        raise TypeError(f"a row of another model: {row!r}")
    return row
