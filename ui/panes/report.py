"""报告与指标: the report's text over the table of its metrics."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

from report.words import _
from ui.bars.message_bar import MessageBar
from ui.panes.metrics import MetricsPanel
from ui.panes.report_text import ReportText
from ui.parts.pane import Pane
from ui.session import Session
from ui.theme import Look
from ui.turns import Turns


class ReportPane(Pane):
    """The middle pane."""

    def __init__(self, session: Session, look: Look, turns: Turns, parent: QWidget | None = None) -> None:
        super().__init__(look, _("报告与指标"), parent)
        self.banner = MessageBar(look, self)
        self.text = ReportText(session, look, turns, self)
        self.metrics = MetricsPanel(session, look, self)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setHandleWidth(8)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.text)
        self._split.addWidget(self.metrics)
        self._split.setSizes([320, 280])
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 1)
        self.text.setMinimumHeight(90)
        self.metrics.setMinimumHeight(110)
        self.box.addWidget(self.banner)
        self.box.addWidget(self._split, 1)
        stroke = QWidget()
        stroke.setFixedSize(3, look.px(16))
        stroke.setAutoFillBackground(True)
        legend = QLabel(_("左侧有竖线的文字会印出"))
        legend.setProperty("part", "caption")
        self.tools_box.addWidget(stroke)
        self.tools_box.addWidget(legend)

        def colour() -> None:
            stroke.setStyleSheet(f"background: {look.tokens.accent};")

        colour()
        look.changed.connect(colour)

    def turn_panel(self) -> None:
        """Make the panel of metrics half, full height, hidden, in turn."""
        if self.metrics.isHidden():
            self.metrics.show()
        elif self.text.isHidden():
            self.text.show()
            self.metrics.hide()
        else:
            self.text.hide()
