"""What every pane has: a title, a note beside it, tools at the right of its head, a line while it is busy."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import Look


class Pane(QWidget):
    """A pane of the workspace. Its tools are shown by the head of the column it stands in."""

    title_changed = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.look = look
        self.title = title
        self.faulty = False  # the head shows a triangle beside the title
        self.note = QLabel()
        self.note.setProperty("part", "caption")
        self.tools = QWidget()
        self.tools_box = QHBoxLayout(self.tools)
        self.tools_box.setContentsMargins(0, 0, 0, 0)
        self.tools_box.setSpacing(4)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)

    def entitle(self, title: str, *, faulty: bool = False) -> None:
        """Take another title."""
        if (title, faulty) != (self.title, self.faulty):
            self.title = title
            self.faulty = faulty
            self.title_changed.emit()
