"""Starts the window: shown first, the heavy modules are read afterwards, off the GUI thread."""

import logging
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from report.words import language
from ui import work
from ui.actions import Actions
from ui.immortal import protect_singletons
from ui.main_window import MainWindow
from ui.making import Making
from ui.menus import SCALES, add_menus
from ui.recent import RecentReports
from ui.session import Session
from ui.tasks import Tasks
from ui.theme import Look, choose_family, dress
from ui.turns import Turns

# Composing is plain Python on another thread: hand the interpreter over often, so that the window never waits long.
_SWITCH_S = 0.001


class Program:
    """Everything that lives as long as the window."""

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        """Make the window; nothing heavy is imported yet."""
        protect_singletons()
        app.setApplicationName("briefdesk")
        app.setApplicationDisplayName("")
        app.setStyle("Fusion")
        self.look = Look(choose_family(), dark=settings.value("theme") == "dark", scale=_scale(settings))
        dress(app, self.look)
        self.tasks = Tasks()
        self.session = Session(datetime.now().astimezone().date())
        self.turns = Turns()
        self.settings = settings
        self.recent = RecentReports(settings)
        self.window = MainWindow(self.session, self.look, settings, self.recent, self.turns)
        making = Making(self.session, self.tasks, self.window.make_bar, settings)
        self.actions = Actions(self.window, self.session, self.tasks, making, self.recent)
        add_menus(self.window, self.actions, self.session, self.look)
        self.look.changed.connect(lambda: dress(app, self.look))
        self.look.changed.connect(lambda: settings.setValue("theme", "dark" if self.look.dark else "light"))
        self.look.changed.connect(lambda: settings.setValue("scale", str(self.look.scale)))


def _scale(settings: QSettings) -> float:
    """Return the remembered size of the window's words; 1 where none or a faulty one is."""
    kept = str(settings.value("scale", "1.0"))
    return next((scale for scale in SCALES if str(scale) == kept), 1.0)


def run(report: Path | None, password: str | None = None) -> int:
    """Show the window, with a report if one is given, until it is closed. Returns the exit status."""
    sys.setswitchinterval(_SWITCH_S)
    app = QApplication(sys.argv[:1])
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language() == "zh" and words.load(QLocale("zh_CN"), "qtbase", "_", folder):
        app.installTranslator(words)
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "briefdesk", "briefdesk")
    program = Program(app, settings)
    sys.excepthook = partial(_on_defect, program)
    program.window.appear()

    def begin() -> None:
        program.turns.through(program.window.prepare())
        if report is not None:
            program.actions.open(report, password)
        program.tasks.start(work.warm_up, program.window.start.show_formats)

    QTimer.singleShot(0, begin)
    return app.exec()


def _on_defect(program: Program, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A defect on the GUI thread is logged and told; the window goes on."""
    logging.getLogger("briefdesk").error("defect", exc_info=(kind, error, trace))
    program.actions.tell_defect(error)
