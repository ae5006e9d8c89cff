"""A field that narrows a list while one types: magnifying glass, words when empty, a cross to clear."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import Look


class SearchField(QLineEdit):
    """Named by the words it shows when it is empty. Esc clears it."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setProperty("part", "search")
        self.setAcceptDrops(False)  # a file dropped here is to be opened by the window
        self.setClearButtonEnabled(True)
        icon = look.icons.icon("search", look.px(16))
        self._icon = self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        look.changed.connect(self._redraw)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _redraw(self) -> None:
        self._icon.setIcon(self._look.icons.icon("search", self._look.px(16)))
