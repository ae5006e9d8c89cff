"""Small deeds one after the other, each in a turn of the event loop of its own: none keeps the window waiting."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

Deed = Callable[[], object]

_SLICE_S = 0.012


class Turns(QObject):
    """Does what was asked for `soon`, in order; input and painting come between."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Iterator[object]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """True while something waits for its turn."""
        return bool(self._waiting)

    def soon(self, *deeds: Deed) -> None:
        """Do each of these in a turn of its own."""
        for deed in deeds:
            self.through(_once(deed))

    def through(self, steps: Iterable[object]) -> None:
        """Go through the steps of a generator, as many in a turn as take no noticeable time."""
        self._waiting.append(iter(steps))
        self._timer.start()

    def _turn(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        steps = self._waiting[0]
        until = perf_counter() + _SLICE_S
        while perf_counter() < until:
            try:
                next(steps)
            except StopIteration:
                self._waiting.popleft()
                return
            except BaseException:
                self._waiting.popleft()
                raise


def _once(deed: Deed) -> Iterator[object]:
    yield deed()
