"""Time the window, off screen: `python -m tests.benchmarks.window [REPORT] [--ticks N]`.

Measures, in a process of its own: from the process's start to the window's first painting; from opening a report to its
first page; from a tick to the page that shows it; and the longest time that the GUI thread let nothing else happen once
the window was shown (a timer of 0 ms asks all the while).
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.timing import ROOT

SAMPLE = ROOT / "resources" / "samples" / "sample_report.txt"
_STARTED = "BRIEFDESK_STARTED"
_PATIENCE_S = 30.0


def main() -> None:
    """Start the measured process; in that process, measure."""
    parser = argparse.ArgumentParser(description="Time the window, off screen.")
    parser.add_argument("report", nargs="?", type=Path, default=SAMPLE, help="the report (default: the sample)")
    parser.add_argument("--ticks", type=int, default=20, help="ticks to time (default: 20)")
    parser.add_argument("--runs", type=int, default=5, help="processes to start (default: 5)")
    wanted = parser.parse_args()
    if _STARTED in os.environ:
        _measure(wanted.report.resolve(), wanted.ticks, float(os.environ[_STARTED]))
        return
    for _ in range(wanted.runs):
        with tempfile.TemporaryDirectory() as home:
            surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home}
            surroundings[_STARTED] = str(time.time())
            words = [str(wanted.report.resolve()), "--ticks", str(wanted.ticks)]
            command = [sys.executable, "-m", "tests.benchmarks.window", *words]
            subprocess.run(command, cwd=ROOT, env=surroundings, check=True)


def _measure(report: Path, ticks: int, started: float) -> None:
    # As main.py does: Qt first, everything heavy once the window is there.
    from PySide6.QtCore import QEvent, QObject, QSettings, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.app import Program  # noqa: PLC0415

    class FirstPaint(QObject):
        """Notes when the window paints itself for the first time."""

        at = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if not self.at and event.type() == QEvent.Type.Paint:
                self.at = time.time()
            return super().eventFilter(watched, event)

    sys.setswitchinterval(0.001)
    app = QApplication([])
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "briefdesk", "benchmark")
    program = Program(app, settings)
    paint = FirstPaint()
    app.installEventFilter(paint)
    program.window.appear()
    probe = _Probe()
    timer = QTimer()
    timer.timeout.connect(probe.beat)

    def until(done: Callable[[], bool]) -> float:
        """Run the program until something holds; return the seconds that took."""
        begin = time.perf_counter()
        while not done():
            app.processEvents()
            if time.perf_counter() - begin > _PATIENCE_S:
                raise SystemExit("it did not come to an end")
        return time.perf_counter() - begin

    until(lambda: bool(paint.at))
    shown = paint.at - started
    timer.start(0)
    program.turns.through(program.window.prepare())
    view, session = program.window.pages.view, program.session
    program.actions.open(report)
    opened = until(lambda: session.preview is not None and view.current_page in view.sharp_pages())
    times: list[float] = []
    sections = [section for section in session.report.walk() if section.children][1:] or list(session.report.sections)
    for number in range(ticks):
        section = sections[number % len(sections)]
        before = session.preview
        ticked = section.id in session.selection.modes
        begin = time.perf_counter()
        changed = session.selection.without_section(section)
        if not ticked:
            changed = session.selection.with_section(section, next(iter(session.selection.modes.values())))
        session.select(changed, "tick")
        until(lambda before=before: session.preview is not before and view.current_page in view.sharp_pages())
        times.append(time.perf_counter() - begin)
    timer.stop()
    print(
        f"shown {shown:.2f} s · report to first page {opened:.2f} s · tick to page median "
        f"{statistics.median(times) * 1000:.0f} ms, longest {max(times) * 1000:.0f} ms · "
        f"longest block {probe.longest * 1000:.0f} ms",
        flush=True,
    )
    os._exit(0)  # the worker may still draw pages that nobody waits for


class _Probe:
    """Notes the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        self.last = time.perf_counter()
        self.longest = 0.0

    def beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self.last)
        self.last = now


if __name__ == "__main__":
    main()
