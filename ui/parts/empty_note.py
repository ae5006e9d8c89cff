"""What stands where nothing is: an icon, a sentence that says what to do, at most one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.parts.buttons import push_button
from ui.theme import Look


class EmptyNote(QWidget):
    """A note in the middle of an empty pane."""

    chosen = Signal()

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._second = QLabel(self)
        self._second.setProperty("part", "caption")
        self._button = push_button("", "small", self)
        self._button.clicked.connect(self.chosen)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(8)
        box.addStretch(1)
        for part in (self._icon, self._words, self._second):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(part)
        box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        self._redraw()
        look.changed.connect(self._redraw)
        self.say("")

    def say(self, words: str, second: str = "", button: str = "") -> None:
        """Show a sentence, a second line and a button; empty ones are not shown."""
        self._words.setText(words)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._button.setText(button)
        self._button.setVisible(bool(button))

    @property
    def words(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def _redraw(self) -> None:
        icon = self._look.icons.icon(self._icon_name, self._look.px(24), self._look.tokens.text3)
        self._icon.setPixmap(icon.pixmap(self._look.px(24), self._look.px(24)))
