"""The buttons of the window: a plain one, one with an icon only, one that shows a label and a value."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.theme import Look, Size


def push_button(words: str, part: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a button. A click leaves the keyboard's place where it is; Tab reaches it."""
    button = QPushButton(words, parent)
    button.setProperty("part", part)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoDefault(False)
    return button


def with_icon(
    button: QPushButton, look: Look, name: str, size: int = 20, colour: Callable[[], str] | None = None
) -> None:
    """Put an icon before the words of a button, now and in every theme to come."""

    def redraw() -> None:
        button.setIcon(look.icons.icon(name, look.px(size), colour() if colour else ""))
        button.setIconSize(QSize(look.px(size), look.px(size)))

    redraw()
    look.changed.connect(redraw)


class IconButton(QToolButton):
    """A button without a word: it has a tooltip and an accessible name instead."""

    def __init__(self, look: Look, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self.setProperty("part", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.name(name)
        self._redraw()
        look.changed.connect(self._redraw)

    def name(self, name: str) -> None:
        """Give the tooltip and the accessible name."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def _redraw(self) -> None:
        self.setIcon(self._look.icons.icon(self._icon, self._look.px(20)))
        self.setIconSize(QSize(self._look.px(20), self._look.px(20)))


class LabelledButton(QPushButton):
    """A value with its label in one control; opens a popup with Enter, Space or Alt+↓."""

    def __init__(self, look: Look, label: str, height: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._label = label
        self._height = height
        self._value = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setProperty("part", "value")
        self.setProperty("high", height)
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Show another value."""
        self._value = value
        self.setAccessibleName(f"{self._label}：{value}" if self._label else value)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        label = self._metrics_width(self._label, Size.CAPTION)
        value = self._metrics_width(self._value, Size.NORMAL)
        gap = self._look.px(8) if self._label else 0
        return QSize(label + gap + value + self._look.px(56), self._look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(72), self._look.px(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if down or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look
        painter = QPainter(self)
        inside = self.rect().adjusted(look.px(12), 0, -look.px(36), 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if self._label:
            painter.setFont(look.font(Size.CAPTION))
            painter.setPen(QColor(look.tokens.text2))
            painter.drawText(inside, left, self._label)
            inside.setLeft(inside.left() + self._metrics_width(self._label, Size.CAPTION) + look.px(8))
        painter.setFont(look.font())
        painter.setPen(QColor(look.tokens.text if self.isEnabled() else look.tokens.off))
        words = painter.fontMetrics().elidedText(self._value, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, left, words)
        side = look.px(16)
        arrow = QRect(self.width() - look.px(12) - side, (self.height() - side) // 2, side, side)
        look.icons.icon("chevron-down", side).paint(painter, arrow)
        painter.end()

    def _metrics_width(self, words: str, size: Size) -> int:
        return QFontMetrics(self._look.font(size)).horizontalAdvance(words)
