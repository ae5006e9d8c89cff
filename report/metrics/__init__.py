"""Finds the metrics in a report's text."""

from report.model import Metric, Section


def find_metrics(text: str, sections: tuple[Section, ...]) -> tuple[Metric, ...]:
    """Return every metric of the text in reading order, with ids m1, m2, …"""
    raise NotImplementedError
