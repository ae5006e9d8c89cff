"""Walks through what was noticed about the report: place after place, each with its sentence."""

from PySide6.QtCore import QObject, Signal

from report.messages import notice_sentence
from report.words import _
from ui.bars.message_bar import MessageBar
from ui.session import Place, Session

_NEXT = "next"


class Auditing(QObject):
    """One notice at a time, told in a bar over the report."""

    told = Signal()  # a sentence stands in the bar, which should be seen

    def __init__(self, session: Session, banner: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._at = -1
        session.report_changed.connect(self._begin)
        banner.chosen.connect(self._chosen)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) notice, round and round; nothing where there is none."""
        noticed = self._session.report.noticed
        if not noticed:
            return
        self._at = (self._at + by) % len(noticed) if self._at >= 0 else 0
        notice = noticed[self._at]
        self.told.emit()
        words = _("{number} / {all}　{sentence}").format(
            number=self._at + 1, all=len(noticed), sentence=notice_sentence(notice)
        )
        self._banner.say("warn", words, _("下一处 F7") if len(noticed) > 1 else "", _NEXT)
        section = self._session.place_at(notice.start).section
        self._session.go(Place(section, "", notice.start, notice.end), self)

    def _begin(self) -> None:
        self._at = -1
        self._banner.hide()

    def _chosen(self, action: str) -> None:
        if action == _NEXT:
            self.step(1)
