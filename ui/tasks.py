"""Work off the GUI thread: the only module that starts a thread.

There is one worker thread, because PDFium must never be entered by two. Waiting work is ordered by urgency.
"""

from collections.abc import Callable
from enum import IntEnum
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from generators.progress import Cancelled, Progress

T = TypeVar("T")

Deed = Callable[[], None]


class Urgency(IntEnum):
    """Which waiting work goes first."""

    BACKGROUND = 0
    MAKE = 1
    PREVIEW = 2
    PAGE = 3
    READ = 4


class Task(QObject):
    """One piece of work. Its end is told on the GUI thread, once, as done, failed or cancelled, if it is wanted."""

    progressed = Signal(float, str)
    cancelled = Signal()
    failed = Signal(object)  # the exception
    ended = Signal()
    _stepped = Signal(float, str)  # on the worker's thread, perhaps before anybody listens to `progressed`
    _told = Signal(object)  # what to do on the GUI thread

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._wanted = True
        self._stepped.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def stopping(self) -> bool:
        """True once `cancel` was called."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; it ends as `cancelled` as soon as it looks."""
        self._stop.set()

    def abandon(self) -> None:
        """Ask the work to stop, and hear no more of how it ends."""
        self._wanted = False
        self.cancel()

    def step(self, done: float, doing: str) -> None:
        """Take the progress of the work. Called on the worker's thread; raises Cancelled."""
        if self._stop.is_set():
            raise Cancelled
        self._stepped.emit(done, doing)

    def perform(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Do the work and say how it ended. Called on the worker's thread."""
        deed: Deed
        try:
            self.step(0.0, "")
            result = work(self)
        except Cancelled:
            deed = self.cancelled.emit
        except Exception as error:  # noqa: BLE001 - the boundary: nothing dies silently on a worker thread
            deed = _call(self.failed.emit, error)
        else:
            deed = _call(done, result)
        self._told.emit(deed)

    def _tell(self, deed: Deed) -> None:
        try:
            if self._wanted:
                deed()
        finally:
            self.ended.emit()


class Tasks(QObject):
    """Starts tasks and keeps them until they have ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._running: dict[Task, _Runner] = {}

    def start(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        urgency: Urgency = Urgency.BACKGROUND,
    ) -> Task:
        """Do `work` on the worker's thread, then `done` with its result on this one. Call on the GUI thread."""
        task = Task(self)
        runner = _Runner(lambda: task.perform(work, done))
        self._running[task] = runner
        task.ended.connect(self._forget)
        self._pool.start(runner, urgency)
        return task

    @property
    def busy(self) -> bool:
        """True while anything is waiting or under way."""
        return bool(self._running)

    def close(self) -> None:
        """Stop everything and wait for the work under way: before the program ends."""
        for task in self._running:
            task.abandon()
        self._pool.waitForDone(-1)

    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            del self._running[task]
            task.deleteLater()


class _Runner(QRunnable):
    """Runs one task in the pool; owned by `Tasks`."""

    def __init__(self, work: Deed) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work = work

    def run(self) -> None:
        """Do the work."""
        self._work()


def _call(function: Callable[[T], object], value: T) -> Deed:
    def deed() -> None:
        function(value)

    return deed
