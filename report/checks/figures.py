"""Figures: parts against totals, one metric with two values, rates against their counts, 万 without 元."""

from collections.abc import Iterator

from report.checks.money import check_yuan
from report.checks.parts import check_parts
from report.checks.rates import check_rates
from report.checks.slip import Slip
from report.checks.twice import check_twice
from report.model import Report


def check_figures(report: Report) -> Iterator[Slip]:
    """Yield what the figures of a report say against each other."""
    yield from check_parts(report)
    yield from check_rates(report)
    yield from check_twice(report)
    yield from check_yuan(report)
