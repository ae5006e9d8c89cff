"""A ring around the button that has the keyboard's focus: 2 px wide, 2 px outside."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.theme import Look

_OUTSIDE = 4


class FocusRing(QWidget):
    """Lies over the window, lets the mouse through, and follows the focus from button to button."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._button: QAbstractButton | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._button:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
                self._place()
            elif event.type() == QEvent.Type.Hide:
                self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.tokens.accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002 - the signal's two values
        if self._button is not None:
            self._button.removeEventFilter(self)
        button = isinstance(now, QAbstractButton) and now.window() is self.window()
        self._button = now if button and isinstance(now, QAbstractButton) else None
        if self._button is None:
            self.hide()
            return
        self._button.installEventFilter(self)
        self._place()
        self.raise_()
        self.show()

    def _place(self) -> None:
        if self._button is not None:
            corner = self._button.mapTo(self.window(), QPoint(0, 0))
            area = QRect(corner, self._button.size())
            self.setGeometry(area.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE))
