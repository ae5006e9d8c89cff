"""The audit (校核) of a report: figures, wording, marks and heading numbers. Pure: it reads a parsed report."""

from report.checks.figures import check_figures
from report.checks.headings import check_headings
from report.checks.marks import check_marks
from report.checks.slip import Slip
from report.checks.wording import check_wording
from report.model import Report

__all__ = ["Slip", "check_report"]


def check_report(report: Report) -> tuple[Slip, ...]:
    """Return every slip of a report in reading order; each is told once."""
    found = (
        *check_figures(report),
        *check_headings(report),
        *check_marks(report.text),
        *check_wording(report.text),
    )
    return tuple(sorted(found, key=lambda one: (one.noticed.start, one.noticed.end, one.noticed.finding)))
