"""Runs a program apart from this one: in a process group of its own that ends with everything it started."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO, Final

from report.progress import Progress

_ROOT: Final = Path(__file__).parents[2]
_LOOK_SECONDS: Final = 0.1  # how often to see whether the user asked to stop


class TooSlowError(Exception):
    """The program did not end in its time, and was ended."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended."""

    status: int  # negative: the signal that ended it
    output: bytes


def python_command(module: str) -> tuple[str, ...]:
    """Return the command that runs a module of ours."""
    return (sys.executable, "-X", "utf8", "-P", "-m", module)


def python_environment() -> Mapping[str, str]:
    """Return the environment in which a module of ours is found."""
    return {**os.environ, "PYTHONPATH": str(_ROOT)}


def run_apart(
    command: Sequence[str],
    environment: Mapping[str, str],
    progress: Progress,
    seconds: float,
    data: bytes = b"",
    largest: int | None = None,
) -> Ended:
    """Run a program with `data` on its standard input; nothing it started outlives the call.

    `largest` bounds the address space of the program and all its children, in bytes, where the system can do that.
    Raises TooSlowError after `seconds`, Cancelled where the user asked to stop, and OSError where it does not start.
    """
    # Interrupted between the start of the program and the `try` that ends it, we would leave it running.
    held = _hold_interruptions()
    try:
        process = _started(command, environment)
    except BaseException:
        _take_interruptions(held)
        raise
    # `communicate` sends nothing more once it was interrupted by its own timeout, so the file is sent from beside it.
    feeder = Thread(target=_feed, args=(process.stdin, data))
    process.stdin = None
    feeder.start()
    try:
        _take_interruptions(held)
        if largest is not None:
            _limit_memory(process.pid, largest)
        return _waited(process, progress, seconds)
    finally:
        _end_all(process)
        feeder.join()


def _feed(pipe: IO[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError), pipe:  # it ended before it had read all
        pipe.write(data)


def _waited(process: subprocess.Popen[bytes], progress: Progress, seconds: float) -> Ended:
    waited = 0.0
    while True:
        try:
            output, _none = process.communicate(timeout=_LOOK_SECONDS)
        except subprocess.TimeoutExpired as error:
            waited += _LOOK_SECONDS
            progress.step(min(waited / seconds, 1.0), "")
            if waited >= seconds:
                raise TooSlowError from error
            continue
        return Ended(process.returncode, output)


if sys.platform == "win32":

    def _started(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - the callers name programs, never words of a file
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP,
        )

    def _hold_interruptions() -> frozenset[int]:
        return frozenset()

    def _take_interruptions(held: frozenset[int]) -> None:
        """Windows holds nothing back; the moment is short."""

    def _end_all(process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            subprocess.run(  # noqa: S603 - as above
                ["taskkill", "/T", "/F", "/PID", str(process.pid)],  # noqa: S607 - a program of Windows
                capture_output=True,
                check=False,
            )
        _let_go(process)

    def _limit_memory(pid: int, size: int) -> None:
        """Windows has no such limit for a process by itself."""

else:
    import signal

    def _started(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - the callers name programs, never words of a file
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _hold_interruptions() -> frozenset[int]:
        """Let interruptions of this thread wait; return those that did so before."""
        return frozenset(signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM}))

    def _take_interruptions(held: frozenset[int]) -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)

    def _end_all(process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # all have ended
            os.killpg(process.pid, signal.SIGKILL)
        _let_go(process)

    def _limit_memory(pid: int, size: int) -> None:
        if sys.platform == "linux":
            import resource  # noqa: PLC0415 - Linux only

            with contextlib.suppress(OSError, ValueError):  # it has ended, or the system itself allows less
                resource.prlimit(pid, resource.RLIMIT_AS, (size, size))


def _let_go(process: subprocess.Popen[bytes]) -> None:
    if process.stdout is not None:
        process.stdout.close()
    process.wait()
