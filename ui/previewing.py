"""Keeps the preview up with the ticks: waits a moment, composes off the GUI thread, asks for pictures of pages."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from report.errors import UserError
from report.messages import explain
from report.words import _
from ui import work
from ui.panes.page_view import PageKey
from ui.panes.pages import PagesPane
from ui.session import Session
from ui.tasks import Task, Tasks, Urgency

if TYPE_CHECKING:
    from generators.job import Preview

_WAIT_MS = 60


class Previewing(QObject):
    """Connects ticks and fields to the pages. Only the newest wish is composed; an older one is stopped."""

    def __init__(self, session: Session, tasks: Tasks, pane: PagesPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._pane = pane
        self._task: Task | None = None
        self._pictures: dict[PageKey, Task] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._compose)
        pane.view.picture_wanted.connect(self._draw)
        for signal in (session.selection_changed, session.fields_changed, session.kind_changed):
            signal.connect(self._timer.start)

    @property
    def waiting(self) -> bool:
        """True while a change has not reached the pages yet."""
        return self._timer.isActive() or self._task is not None

    def _compose(self) -> None:
        if self._task is not None:
            self._task.abandon()
            self._task = None
        wish = self._session.wish()
        if wish is None:
            self._pane.set_busy(False)
            self._pane.set_stale("")
            self._session.show_preview(None)
            return
        self._pane.set_busy(True)
        task = self._tasks.start(partial(work.preview, wish), self._show, Urgency.PREVIEW)
        task.failed.connect(self._fail)
        self._task = task

    def _show(self, preview: "Preview") -> None:
        self._task = None
        self._pane.set_stale("")
        self._pane.set_busy(False)
        self._session.show_preview(preview)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._pane.set_busy(False)
        if isinstance(error, UserError):
            self._pane.set_stale(explain(error))
        else:
            self._pane.set_stale(_("页面没有排成，显示的是以前的页面。"))
            raise error

    def _draw(self, key: PageKey) -> None:
        preview = self._session.preview
        if preview is None:
            return
        for old, task in tuple(self._pictures.items()):
            if old.preview != key.preview or old.scale != key.scale:
                task.abandon()
                del self._pictures[old]
        drawing = partial(work.page_image, preview.pdf, key.page, key.scale)
        task = self._tasks.start(drawing, partial(self._take, key), Urgency.PAGE)
        self._pictures[key] = task

    def _take(self, key: PageKey, image: QImage) -> None:
        self._pictures.pop(key, None)
        self._pane.view.show_picture(key, image)
