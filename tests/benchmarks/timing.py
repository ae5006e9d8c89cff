"""Run one process and say what it took."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of a process: wall seconds, most resident memory (MB of 1,000,000 bytes), exit status, its last words."""

    seconds: float
    peak_mb: float
    status: int
    complaint: str  # the last line on standard error


def measure(words: list[str]) -> Measured:
    """Run this Python with some words in the project's folder, its output thrown away. POSIX only (wait4)."""
    return measure_program([sys.executable, *words])


def measure_program(command: list[str]) -> Measured:
    """Run a program in the project's folder, its output thrown away. POSIX only (wait4).

    Compiled modules are kept, as on a machine where the program is used, whatever the shell says about them.
    """
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)  # Popen must not wait for it once more
        errors.seek(0)
        complaint = errors.read().decode(errors="replace").strip().rpartition("\n")[2]
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss counts bytes on macOS, KiB elsewhere
    return Measured(seconds, usage.ru_maxrss * unit / 1e6, process.returncode, complaint)
