"""The reports opened lately, kept in the window's settings."""

from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QSettings, Signal

_KEY = "recent"
_MOST = 20


@dataclass(frozen=True, slots=True)
class RecentReport:
    """A report that was opened: where it stands, its title, when (as 2023-10-20T14:32)."""

    path: str
    title: str
    opened: str


class RecentReports(QObject):
    """The list, newest first. A faulty list counts as an empty one."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def reports(self) -> tuple[RecentReport, ...]:
        """Return the reports, newest first."""
        try:
            return msgspec.json.decode(str(self._settings.value(_KEY, "[]")), type=tuple[RecentReport, ...])
        except msgspec.DecodeError:
            return ()

    def add(self, path: Path, title: str, opened: str) -> None:
        """Put a report in front."""
        rest = (report for report in self.reports() if report.path != str(path))
        self._keep((RecentReport(str(path), title, opened), *rest)[:_MOST])

    def remove(self, path: str) -> None:
        """Take a report off the list."""
        self._keep(tuple(report for report in self.reports() if report.path != path))

    def _keep(self, reports: tuple[RecentReport, ...]) -> None:
        self._settings.setValue(_KEY, msgspec.json.encode(reports).decode())
        self.changed.emit()
