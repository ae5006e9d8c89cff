"""Finds the metrics in a report's text."""

from collections.abc import Iterator, Sequence

from report.metrics.numbers import plain
from report.metrics.quantities import Quantity, find_quantities
from report.metrics.relations import Named, name_sentence
from report.metrics.sentences import sentence_spans
from report.model import Metric, Section


def find_metrics(text: str, sections: tuple[Section, ...]) -> tuple[Metric, ...]:
    """Return every metric of the text in reading order, with ids m1, m2, …"""
    metrics: list[Metric] = []
    earlier = ""
    for start, end, figures in _by_sentence(text):
        named = name_sentence(text, start, end, figures, earlier)
        earlier = named[-1].name
        first = len(metrics) + 1
        for figure, row in zip(figures, named, strict=True):
            metrics.append(_metric(text, figure, row, len(metrics) + 1, first, start, end))
    return tuple(metrics)


def _by_sentence(text: str) -> Iterator[tuple[int, int, Sequence[Quantity]]]:
    quantities = find_quantities(text)
    at = 0
    for start, end in sentence_spans(text):
        first = at
        while at < len(quantities) and quantities[at].start < end:
            at += 1
        if at > first:
            yield start, end, quantities[first:at]


def _metric(text: str, figure: Quantity, row: Named, number: int, first: int, start: int, end: int) -> Metric:
    return Metric(
        id=f"m{number}",
        name=row.name,
        value=plain(figure.value),
        unit=figure.unit,
        written=text[figure.start : figure.end],
        qualifier=figure.qualifier,
        direction=row.direction,
        start=figure.start,
        end=figure.end,
        section="",
        sentence_start=start,
        sentence_end=end,
        change_of=None if row.change_of is None else f"m{first + row.change_of}",
        part_of=None if row.part_of is None else f"m{first + row.part_of}",
    )
