"""Opens a report: off the GUI thread, with a way to stop, and a question for the password where it has one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from report.errors import Failure, UserError
from report.messages import explain
from report.readers.file_bytes import shown_name
from report.words import _
from ui import work
from ui.main_window import MainWindow
from ui.parts.password_dialog import PasswordDialog
from ui.tasks import Task, Tasks, Urgency

_CANCEL = "cancel_opening"


class Opening(QObject):
    """One report at a time: a newer wish takes the place of an older one."""

    opened = Signal(object)  # work.Opened

    def __init__(self, window: MainWindow, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._tasks = tasks
        self._task: Task | None = None
        window.message.chosen.connect(self._act)

    def open(self, path: Path, password: str | None = None) -> None:
        """Read a report; the password is kept no longer than that takes."""
        if self._task is not None:
            self._task.abandon()
        self._say(_("正在读取“{name}”").format(name=shown_name(path)))
        read = partial(work.open_report, path, password)
        task = self._tasks.start(read, self._done, Urgency.READ)
        task.progressed.connect(self._progressed)
        task.cancelled.connect(self._cancelled)
        task.failed.connect(partial(self._failed, path))
        self._task = task

    def cancel(self) -> None:
        """Ask the reading to stop."""
        if self._task is not None:
            self._task.cancel()

    def _act(self, action: str) -> None:
        if action == _CANCEL:
            self.cancel()

    def _say(self, words: str) -> None:
        self._window.message.say("info", words, _("取消"), _CANCEL)

    def _progressed(self, _share: float, doing: str) -> None:
        if doing and self.sender() is self._task:
            self._say(doing)

    def _done(self, opened: work.Opened) -> None:
        self._task = None
        self._window.message.hide()
        self.opened.emit(opened)

    def _cancelled(self) -> None:
        self._task = None
        self._window.message.hide()

    def _failed(self, path: Path, error: Exception) -> None:
        self._task = None
        if not isinstance(error, UserError):
            self._window.message.hide()
            raise error
        if error.failure in {Failure.PASSWORD_NEEDED, Failure.PASSWORD_WRONG}:
            self._window.message.hide()
            self._ask(path, wrong=error.failure is Failure.PASSWORD_WRONG)
            return
        self._window.message.say("error", explain(error))

    def _ask(self, path: Path, *, wrong: bool) -> None:
        dialog = PasswordDialog(shown_name(path), wrong=wrong, parent=self._window)
        dialog.given.connect(partial(self.open, path))
        dialog.open()
