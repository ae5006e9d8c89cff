"""预览: the pages, with their number, zoom, and what to do where there are none."""

from PySide6.QtCore import QElapsedTimer, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from report.words import _
from ui.bars.message_bar import MessageBar
from ui.panes.page_geometry import Fit
from ui.panes.page_view import PageView
from ui.parts.busy_line import BusyLine
from ui.parts.buttons import IconButton, LabelledButton
from ui.parts.empty_note import EmptyNote
from ui.parts.pane import Pane
from ui.session import Session
from ui.theme import Look

ZOOMS = (0.75, 1.0, 1.25, 1.5, 2.0)
_STEP = 1.1
_QUIET_MS = 300  # a refresh that is quicker is not spoken of
_COUNT_FROM_S = 3


class PagesPane(Pane):
    """The right pane."""

    place_chosen = Signal(int)  # offset in the report
    tick_all_requested = Signal(str)
    banner_chosen = Signal(str)  # id of an action

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("预览"), parent)
        self._session = session
        self.note_words = ""
        self._stale = ""
        self._fault = ("", "")  # sentence, field id
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self._tell_busy)
        self.view = PageView(look, self)
        self.busy_line = BusyLine(look, self)
        self.banner = MessageBar(look, self)
        self.empty = EmptyNote(look, "file-text", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        self._zoom = LabelledButton(look, "", 32)
        for part in (self.busy_line, self.banner):
            self.box.addWidget(part)
        self.box.addWidget(self._stack, 1)
        self._add_tools()
        self.banner.chosen.connect(self.banner_chosen)
        self.empty.chosen.connect(lambda: self.tick_all_requested.emit("all"))
        self.view.place_chosen.connect(self.place_chosen)
        self.view.page_changed.connect(self._refresh_note)
        self.view.zoomed.connect(self.zoom_by)
        session.preview_changed.connect(self._show)
        session.place_changed.connect(self._follow)
        session.report_changed.connect(self._show)
        look.changed.connect(self._refresh_note)
        self._show()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a state
        """Say 正在更新 while pages are composed, once that takes long enough to be noticed."""
        if busy and not self._timer.isActive():
            self._since.start()
            self._timer.start()
        elif not busy:
            self._timer.stop()
            self.busy_line.set_busy(False)
            self._refresh_note()

    def set_stale(self, sentence: str) -> None:
        """Say that the pages are old and why; "" where they are not."""
        self._stale = sentence
        self._refresh_banner()
        self._refresh_note()

    def set_fault(self, sentence: str, field_id: str) -> None:
        """Say that a value was not taken, with a way to its field; "" where all are."""
        self._fault = (sentence, field_id)
        self._refresh_banner()

    def zoom_by(self, steps: int) -> None:
        """Make the pages larger (positive) or smaller."""
        self.view.set_zoom(Fit.FREE, self.view.zoom * _STEP**steps)
        self._refresh_zoom()

    def turn_fit(self) -> None:
        """Turn between 整宽 and 整页."""
        self._choose(Fit.PAGE if self.view.fit is Fit.WIDTH else Fit.WIDTH)

    def _add_tools(self) -> None:
        self._zoom.clicked.connect(self._offer_zooms)
        smaller = IconButton(self.look, "minus", _("缩小"))
        smaller.clicked.connect(lambda: self.zoom_by(-1))
        larger = IconButton(self.look, "plus", _("放大"))
        larger.clicked.connect(lambda: self.zoom_by(1))
        for tool in (smaller, self._zoom, larger):
            self.tools_box.addWidget(tool)
        self._refresh_zoom()

    def _offer_zooms(self) -> None:
        menu = QMenu(self._zoom)
        menu.addAction(_("整宽")).triggered.connect(lambda: self._choose(Fit.WIDTH))
        menu.addAction(_("整页")).triggered.connect(lambda: self._choose(Fit.PAGE))
        for zoom in ZOOMS:
            menu.addAction(f"{zoom:.0%}").triggered.connect(
                lambda _checked=False, wanted=zoom: self._choose(Fit.FREE, wanted)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._zoom.mapToGlobal(QPoint(0, self._zoom.height() + 2)))

    def _choose(self, fit: Fit, zoom: float = 1.0) -> None:
        self.view.set_zoom(fit, zoom)
        self._refresh_zoom()

    def _refresh_zoom(self) -> None:
        match self.view.fit:
            case Fit.WIDTH:
                words = _("整宽")
            case Fit.PAGE:
                words = _("整页")
            case Fit.FREE:
                words = f"{self.view.zoom:.0%}"
        self._zoom.show_value(words)
        self._zoom.setAccessibleName(_("缩放：{zoom}").format(zoom=words))

    def _show(self) -> None:
        preview = self._session.preview
        self.view.show_preview(preview)
        if preview is None:
            nothing = not (self._session.selection.modes or self._session.selection.metrics)
            if nothing:
                self.empty.say(_("还没有选内容。在左边勾选要印的部分。"), "", _("全选"))
            else:
                self.empty.say(_("页面还没有排好。"))
        self._stack.setCurrentWidget(self.empty if preview is None else self.view)
        self._follow(None)
        self._refresh_note()

    def _follow(self, by: object) -> None:
        place = self._session.place
        self.view.mark(place.start, place.end)
        if by is not None and by is not self:
            self.view.scroll_to_mark()

    def _refresh_banner(self) -> None:
        sentence, field_id = self._fault
        if self._stale:
            self.banner.say("warn", self._stale)
        elif sentence:
            self.banner.say("warn", sentence, _("去改正"), field_id)
        else:
            self.banner.hide()

    def _refresh_note(self) -> None:
        preview = self._session.preview
        if self.busy_line.busy:
            return
        colour, words = self.look.tokens.text2, _("没有页面")
        if preview is not None:
            words = page_words(self.view.current_page, preview.pages)
        if self._stale:
            colour, words = self.look.tokens.warn, _("旧预览")
        self._note(words, colour)

    def _tell_busy(self) -> None:
        self.busy_line.set_busy(True)
        seconds = self._since.elapsed() // 1000
        words = _("正在更新 · 已用 {seconds} 秒").format(seconds=seconds) if seconds >= _COUNT_FROM_S else _("正在更新")
        self._note(words, self.look.tokens.accent)

    def _note(self, words: str, colour: str) -> None:
        # Coloured by its own markup: another property would make the whole sheet be looked through.
        self.note_words = words
        self.note.setText(f'<span style="color: {colour}">{words}</span>')


def page_words(page: int, pages: int) -> str:
    """Return 第 1 / 4 页 · 双面 2 张; the blank page that duplex needs is counted. `page` counts from 0."""
    words = _("第 {page} / {pages} 页 · 双面 {sheets} 张").format(page=page + 1, pages=pages, sheets=(pages + 1) // 2)
    return words + _("（末面空白）") if pages % 2 and pages > 1 else words
