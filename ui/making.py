"""Makes files: off the GUI thread, into the output folder, and tells the make bar how it goes."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from report.errors import UserError
from report.messages import explain
from report.words import _
from ui import work
from ui.bars.make_bar import MakeBar
from ui.session import Session
from ui.tasks import Task, Tasks, Urgency

if TYPE_CHECKING:
    from generators.job import Result

_FORMATS_KEY = "make/formats"
FORMATS = ("docx", "pdf")


class Making(QObject):
    """One run at a time; it works on the values of its beginning."""

    running_changed = Signal(bool)
    said = Signal(str)  # a sentence for the status bar

    def __init__(
        self, session: Session, tasks: Tasks, bar: MakeBar, settings: QSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._bar = bar
        self._settings = settings
        self._task: Task | None = None
        self._folder = default_folder()
        bar.cancel_requested.connect(self.cancel)
        bar.retry_requested.connect(lambda: self.make(self._folder))
        bar.open_file_requested.connect(open_path)
        bar.open_folder_requested.connect(open_folder_of)
        bar.copy_path_requested.connect(self._copy)

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that are made; the choice stays."""
        kept = str(self._settings.value(_FORMATS_KEY, ",".join(FORMATS))).split(",")
        return tuple(name for name in FORMATS if name in kept) or FORMATS

    def choose_formats(self, formats: tuple[str, ...]) -> None:
        """Make these formats from now on."""
        self._settings.setValue(_FORMATS_KEY, ",".join(formats))

    @property
    def running(self) -> bool:
        """True while files are made."""
        return self._task is not None

    def make(self, folder: Path) -> None:
        """Make what is chosen now, into a folder."""
        if self.running:
            return
        self._folder = folder
        wish = self._session.wish()
        if wish is None:
            self._bar.show_failed(_("还没有选内容，没有生成文件。在左边勾选要印的部分。"), retry=False)
            return
        formats = tuple(name for name in self.formats if name in wish.kind.formats) or wish.kind.formats
        self._bar.show_working()
        task = self._tasks.start(partial(work.make, wish, formats, folder), self._done, Urgency.MAKE)
        task.progressed.connect(self._bar.show_progress)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._cancelled)
        self._task = task
        self.running_changed.emit(True)  # noqa: FBT003 - a signal's value

    def cancel(self) -> None:
        """Ask the run to stop."""
        if self._task is not None:
            self._bar.show_cancelling()
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self.running_changed.emit(False)  # noqa: FBT003 - a signal's value

    def _done(self, result: "Result") -> None:
        self._end()
        self._bar.show_done(result)
        self.said.emit(_("已生成 {count} 个文件").format(count=len(result.files)))

    def _cancelled(self) -> None:
        self._end()
        self._bar.close_bar()
        self.said.emit(_("已取消，没有留下文件"))

    def _fail(self, error: Exception) -> None:
        self._end()
        if isinstance(error, UserError):
            self._bar.show_failed(explain(error))
            return
        self._bar.show_failed(_("简报台出了差错，没有生成文件。"), f"{type(error).__name__}: {error}")
        raise error

    def _copy(self, path: Path) -> None:
        QGuiApplication.clipboard().setText(str(path))
        self.said.emit(_("已复制路径"))


def default_folder() -> Path:
    """Return 文档/简报台."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / _("简报台")


def open_path(path: Path) -> None:
    """Open a file or folder with the program of the desktop."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_folder_of(path: Path) -> None:
    """Open the folder that a file stands in."""
    open_path(path.parent)
