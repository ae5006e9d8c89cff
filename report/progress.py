"""How long work tells how far it is, and learns that it should stop. Nothing here says what a window is."""

from typing import Final, Protocol


class Cancelled(Exception):  # noqa: N818 - not an error
    """The user asked to stop."""


class Progress(Protocol):
    """What long work calls as it goes."""

    def step(self, done: float, doing: str) -> None:
        """Report that a share (0 to 1) is done, and in words what is being done; "" where nothing new is to be said.

        Raises Cancelled if the user asked to stop.
        """
        ...


class NoProgress:
    """Tells nobody and is never cancelled: for tests and pipes."""

    def step(self, done: float, doing: str) -> None:
        """Do nothing."""


NO_PROGRESS: Final = NoProgress()


class Slice:
    """A stage's share of a longer run: counts 0 to 1 in its own slice."""

    def __init__(self, whole: Progress, start: float, end: float) -> None:
        """Count within the share from `start` to `end` of `whole`."""
        self._whole = whole
        self._start = start
        self._end = end

    def step(self, done: float, doing: str) -> None:
        """Report a share of this slice."""
        self._whole.step(self._start + (self._end - self._start) * done, doing)
