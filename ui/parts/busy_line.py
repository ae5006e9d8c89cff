"""A line of 3 px that moves while something is under way."""

from PySide6.QtCore import QElapsedTimer, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from ui.theme import Look

_SWEEP_MS = 1200
_FRAME_MS = 40
_SHARE = 0.3


class BusyLine(QWidget):
    """Keeps its height when it is still, so that nothing moves when it starts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self.update)
        self.setFixedHeight(3)

    @property
    def busy(self) -> bool:
        """True while it moves."""
        return self._timer.isActive()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a state
        """Move or be still."""
        if busy and not self.busy:
            self._clock.start()
            self._timer.start()
        elif not busy:
            self._timer.stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if not self.busy:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.tokens.line))
        still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
        part = 0.5 if still else (self._clock.elapsed() % _SWEEP_MS) / _SWEEP_MS
        length = self.width() * _SHARE
        left = (self.width() + length) * part - length
        painter.fillRect(QRectF(left, 0, length, 3), QColor(self._look.tokens.accent))
        painter.end()
