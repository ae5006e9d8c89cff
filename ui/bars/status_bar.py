"""The bar at the foot: what was noticed at the left, the last thing done at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from report.words import _
from ui.parts.buttons import push_button, with_icon
from ui.parts.measures import keep_height
from ui.session import Session
from ui.theme import Look


class StatusBar(QWidget):
    """Nothing on it blinks and nothing disappears by itself."""

    findings_requested = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self.setObjectName("status_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keep_height(self, look, 32)
        self._findings = push_button("", "status", self)
        self._done = QLabel(self)
        self._done.setProperty("part", "caption")
        with_icon(self._findings, look, "shield-check", 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.addWidget(self._findings)
        row.addStretch(1)
        row.addWidget(self._done)
        self._findings.clicked.connect(self.findings_requested)
        session.report_changed.connect(self._refresh)
        look.changed.connect(self._refresh)
        self._refresh()

    def say(self, words: str) -> None:
        """Show the last thing done."""
        self._done.setText(words)

    @property
    def words(self) -> str:
        """The last thing done."""
        return self._done.text()

    def _refresh(self) -> None:
        report = self._session.report
        self._findings.setVisible(bool(report.text))
        side = self._look.px(16)
        if report.noticed:
            self._findings.setIcon(self._look.icons.icon("triangle-alert", side, self._look.tokens.warn))
            self._findings.setText(_("校核：{count} 处待核对").format(count=len(report.noticed)))
        else:
            self._findings.setIcon(self._look.icons.icon("shield-check", side))
            self._findings.setText(_("没有发现问题"))
