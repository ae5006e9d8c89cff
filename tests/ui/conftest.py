"""A window over a small invented report. Any warning of Qt fails the test."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from generators.progress import Progress
from tests.ui.invented import TODAY, FakeWork, invented, settle
from ui import work
from ui.app import Program
from ui.immortal import protect_singletons
from ui.work import Opened

# The offscreen plug-in says this of itself whenever a window is shown.
OFFSCREEN_LINE = r"^This plugin does not support propagateSizeHints\(\)$"


protect_singletons()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every warning of Qt fail the tests of this folder."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_LINE))


@pytest.fixture
def opened() -> Opened:
    """Return what reading the invented report gives."""
    return invented()


@pytest.fixture
def fake_work(monkeypatch: pytest.MonkeyPatch) -> FakeWork:
    """Put the fake in the place of composing and saving, and draw pages white."""
    fake = FakeWork()

    def page_image(_pdf: bytes, _page: int, scale: float, _progress: Progress) -> QImage:
        image = QImage(round(595 * scale), round(842 * scale), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        return image

    monkeypatch.setattr(work, "preview", fake.preview)
    monkeypatch.setattr(work, "make", fake.make)
    monkeypatch.setattr(work, "page_image", page_image)
    return fake


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Return settings that nobody else has."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, settings: QSettings, fake_work: FakeWork) -> Iterator[Program]:
    """Return the program with its window shown, on the start page."""
    assert isinstance(fake_work, FakeWork)
    made = Program(qapp, settings)
    made.session.today = TODAY
    made.window.resize(1366, 768)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()
    qtbot.waitUntil(lambda: not made.tasks.busy)


@pytest.fixture
def working(qtbot: QtBot, program: Program, opened: Opened) -> Program:
    """Return the program with the invented report open and its pages shown."""
    program.session.open(opened)
    settle(qtbot, program)
    return program
