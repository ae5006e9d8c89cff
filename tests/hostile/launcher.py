"""Runs one command within limits and prints what it took, as JSON. A process of its own, and a small one.

Linux takes the memory that a process held when it started another one for that one's own: a test run of some hundred
megabytes cannot measure what it starts. Standard library only; it is run with -I -S.

Words: processor seconds, wall seconds, "bound" to read only what permissions allow (also as root), files for standard
output and standard error, the command.
"""

import contextlib
import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

_ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER: what the command leaves behind becomes a child of this process
_DROP_RIGHT = 24  # PR_CAPBSET_DROP: what is started from here on does not get it back
_RIGHTS_OF_ROOT = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: to read every file and folder
_GRACE_SECONDS = 3  # for what was killed to be gone


class _TooLongError(Exception):
    """The time to wait is over."""


def main() -> None:
    """Run the command and print its status, seconds, memory, and whether it left anything running."""
    cpu, wall, bound, out, err, *command = sys.argv[1:]
    system = ctypes.CDLL(None)
    system.prctl(_ADOPT_ORPHANS, 1, 0, 0, 0)
    for right in _RIGHTS_OF_ROOT if bound else ():
        system.prctl(_DROP_RIGHT, right, 0, 0, 0)
    signal.signal(signal.SIGALRM, _alarm)
    begin = time.monotonic()
    with Path(out).open("wb") as words, Path(err).open("wb") as complaints:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=complaints,
            start_new_session=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (int(cpu), int(cpu) + 1)),  # noqa: PLW1509 - one thread
        )
        hung = False
        try:
            signal.alarm(int(wall))
            _, status, usage = os.wait4(process.pid, 0)
        except _TooLongError:
            hung = True
            os.killpg(process.pid, signal.SIGKILL)
            _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    left = _left_behind()
    orphans = resource.getrusage(resource.RUSAGE_CHILDREN)  # of all that was waited for, orphans too
    told = {
        "status": os.waitstatus_to_exitcode(status),
        "hung": hung,
        "left": left,
        "wall": seconds,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak_mb": max(usage.ru_maxrss, orphans.ru_maxrss) * 1024 / 1e6,
    }
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)  # Popen's own clean-up would wait for the process once more


def _left_behind() -> int:
    """Return how many processes the command left running, and end them."""
    signal.alarm(_GRACE_SECONDS)
    try:
        while True:
            os.waitpid(-1, 0)
    except ChildProcessError:
        return 0
    except _TooLongError:
        left = [int(word) for word in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]
        for each in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        return len(left)
    finally:
        signal.alarm(0)


def _alarm(_number: int, _frame: FrameType | None) -> None:
    raise _TooLongError


if __name__ == "__main__":
    main()
