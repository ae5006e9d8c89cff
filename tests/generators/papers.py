"""A report and papers of an invented town, for tests of composing, layout and drawing."""

from datetime import date
from functools import cache
from pathlib import Path

from generators.fields import complete
from generators.kind_files import find_kind
from generators.ordering import Order
from report.facts import facts_of
from report.model import Report
from report.reading import read_report
from report.selection import Selection, everything

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "sample_report.txt"
DAY = date(2026, 1, 20)


@cache
def sample_report() -> Report:
    return read_report(SAMPLE)


def order(selection: Selection | None = None, report: Report | None = None, **typed: str) -> Order:
    report = report or sample_report()
    return Order(report, selection or everything(report), find_kind("brief"), typed, DAY)


def fields(report: Report, **typed: str) -> dict[str, str]:
    return complete(find_kind("brief"), typed, facts_of(report), DAY)
