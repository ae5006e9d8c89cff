"""One sentence above a pane or under the command bar, with at most one action. Never a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from report.words import _
from ui.parts.buttons import IconButton, push_button
from ui.theme import Look

_ICONS = {"info": "info", "warn": "triangle-alert", "error": "circle-x"}


class MessageBar(QWidget):
    """Hidden until it has something to say."""

    chosen = Signal(str)  # id of the action

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = "info"
        self._action_id = ""
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = push_button("", "link", self)
        self._action.clicked.connect(lambda: self.chosen.emit(self._action_id))
        self._close = IconButton(look, "x", _("关闭"), self)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.setMinimumHeight(look.px(48))
        look.changed.connect(self._redraw)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def say(self, state: str, sentence: str, action: str = "", action_id: str = "") -> None:
        """Show a sentence as `info`, `warn` or `error`, with one action or none."""
        self._state = state
        self._action_id = action_id
        self._words.setText(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(sentence)
        self._redraw()
        self.show()

    def _redraw(self) -> None:
        tokens = self._look.tokens
        colour = {"info": tokens.accent, "warn": tokens.warn, "error": tokens.error}[self._state]
        side = self._look.px(20)
        self._icon.setPixmap(self._look.icons.icon(_ICONS[self._state], side, colour).pixmap(side, side))
