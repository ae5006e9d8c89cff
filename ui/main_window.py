"""The one window: menus, bars and panes in their places. It announces what is wanted."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from report.words import _
from ui import work
from ui.bars.command_bar import CommandBar
from ui.bars.make_bar import MakeBar
from ui.bars.message_bar import MessageBar
from ui.bars.status_bar import StatusBar
from ui.panes.fields import FieldsPane
from ui.panes.outline import OutlinePane
from ui.panes.pages import PagesPane
from ui.panes.report import ReportPane
from ui.panes.start import StartPage
from ui.parts.drop_frame import DropFrame
from ui.parts.focus_ring import FocusRing
from ui.parts.pane import Pane
from ui.recent import RecentReports
from ui.session import Session
from ui.theme import Look
from ui.turns import Turns
from ui.workspace import Workspace

_FIRST = QSize(1366, 700)
_SMALL_SCREEN = 1440


class MainWindow(QMainWindow):
    """Places everything; knows no deed."""

    file_dropped = Signal(object)  # Path
    closing = Signal()

    def __init__(self, session: Session, look: Look, settings: QSettings, recent: RecentReports, turns: Turns) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self.commands = CommandBar(session, look, self)
        self.message = MessageBar(look, self)
        self.start = StartPage(recent, look, session.today.isoformat(), self)
        self.outline = OutlinePane(session, look)
        self.report = ReportPane(session, look, turns)
        self.fields = FieldsPane(session, look, turns)
        self.pages = PagesPane(session, look)
        self.workspace = Workspace(look, settings, (self.outline, self.report, self.fields, self.pages), self)
        self.make_bar = MakeBar(look, self)
        self.status = StatusBar(session, look, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.workspace)
        self._drop_frame = DropFrame(look, self)
        self.ring = FocusRing(look, self)
        centre = QWidget(self)
        box = QVBoxLayout(centre)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self.commands, self.message):
            box.addWidget(part)
        box.addWidget(self._stack, 1)
        for part in (self.make_bar, self.status):
            box.addWidget(part)
        self.setCentralWidget(centre)
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 340)
        self._restore()
        session.report_changed.connect(self.show_work)
        self.show_start()

    def appear(self) -> None:
        """Show the window where it was; the first time over the whole of a small screen."""
        if not self._placed and self.screen().availableGeometry().width() <= _SMALL_SCREEN:
            self.showMaximized()
        else:
            self.show()

    def show_start(self) -> None:
        """Show the start page."""
        self._stack.setCurrentWidget(self.start)
        self.setWindowTitle(_("简报台"))
        self.start.setFocus()
        for part in (self.commands, self.message, self.make_bar, self.status):
            part.hide()

    def prepare(self) -> Iterator[None]:
        """Make the panes ready while the start page is shown, step by step."""
        self.workspace.resize(self._stack.size())
        self.workspace.arrange()
        yield
        for part in (self.commands, self.status, *self.workspace.findChildren(QWidget)):
            part.ensurePolished()
            yield

    def show_work(self) -> None:
        """Show the panes, with the report that is open."""
        self._stack.setCurrentWidget(self.workspace)
        for part in (self.commands, self.status):
            part.show()
        self.setWindowTitle(_("{name} - 简报台").format(name=self._session.report.source))
        self.outline.view.setFocus()

    def bring(self, pane: Pane, inside: QWidget) -> None:
        """Bring a pane to the front and put the keyboard into it."""
        self.workspace.bring(pane)
        inside.setFocus()

    def turn_pane(self, by: int) -> None:
        """Put the keyboard into the next (1) or previous (-1) part of the window that is shown."""
        parts = (
            self.commands.make_button,
            self.outline.view,
            self.report.text,
            self.report.metrics.table,
            self.pages.view,
            self.fields,
        )
        shown = [part for part in parts if part.isVisible()]
        if shown:
            at = next((place for place, part in enumerate(shown) if part.hasFocus()), -1 if by > 0 else 0)
            shown[(at + by) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_full_screen(self) -> None:
        """Turn between full screen and a window."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    @property
    def working(self) -> bool:
        """True while the panes are shown, not the start page."""
        return self._stack.currentWidget() is self.workspace

    def add_menu(self, title: str) -> QMenu:
        """Return a new menu of the menu bar."""
        return self.menuBar().addMenu(title)

    def add_action(self, menu: QMenu, words: str, keys: str = "") -> QAction:
        """Return a new action of a menu, with its keys."""
        action = menu.addAction(words)
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action

    def drop_words(self, path: Path) -> str:
        """Return what letting a file go over the window would do."""
        readable = path.suffix.lower() in work.suffixes()
        words = _("松开即可打开“{name}”") if readable else _("不能读取这种文件：“{name}”")
        return words.format(name=path.name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = _dragged(event)
        if path is None:
            return
        self._drop_frame.say(self.drop_words(path))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_frame.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_frame.hide()
        path = _dragged(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.workspace.remember()
        self._settings.setValue("window/geometry", self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def _restore(self) -> None:
        kept = self._settings.value("window/geometry")
        self._placed = isinstance(kept, QByteArray) and self.restoreGeometry(kept)
        if not self._placed:
            self.resize(_FIRST)


def _dragged(event: QDropEvent) -> Path | None:
    """Return the one file that is dragged, None where something else is."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
