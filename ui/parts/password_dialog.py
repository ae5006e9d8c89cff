"""Asks for the password of a report; says so where the last one was wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from report.words import _
from ui.parts.buttons import push_button

_WIDTH = 380


class PasswordDialog(QDialog):
    """One line to type into; Enter opens, Esc gives up. The password leaves it as a signal and stays nowhere."""

    given = Signal(str)

    def __init__(self, name: str, *, wrong: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setWindowTitle(_("需要密码"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked = QLabel(_("“{name}”有密码保护。请输入打开密码。").format(name=name), self)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWordWrap(True)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(_("密码"))
        self.line.setProperty("faulty", wrong)
        self.fault = QLabel(_("密码不对，请再试一次。"), self)
        self.fault.setProperty("part", "fault")
        self.fault.setVisible(wrong)
        self.open_button = push_button(_("打开"), "primary", self)
        self.open_button.setDefault(True)
        self.open_button.setEnabled(False)
        self.cancel_button = push_button(_("取消"), "", self)
        self.line.textChanged.connect(self._typed)
        self.open_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.cancel_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        for part in (asked, self.line, self.fault):
            box.addWidget(part)
        box.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        self.line.setFocus()

    def accept(self) -> None:
        """Give the password, and forget it."""
        password = self.line.text()
        if not password:
            return
        self.line.clear()
        super().accept()
        self.given.emit(password)

    def _typed(self, typed: str) -> None:
        self.open_button.setEnabled(bool(typed))
        if typed and self.fault.isVisible():  # nothing is wrong yet with what is typed now
            self.fault.hide()
            self.line.setProperty("faulty", False)  # noqa: FBT003 - a property's value
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
