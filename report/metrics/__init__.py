"""Finds the metrics in a report's text."""

from collections.abc import Sequence

from report.metrics.named import Named
from report.metrics.numbers import plain
from report.metrics.outlook import Outlook
from report.metrics.quantities import find_quantities
from report.metrics.relations import name_sentence
from report.metrics.sentences import Sentence, sentences
from report.metrics.tables import find_in_tables
from report.metrics.ties import start_phrase
from report.model import Metric, Section, Table


def find_metrics(text: str, sections: tuple[Section, ...], tables: tuple[Table, ...] = ()) -> tuple[Metric, ...]:
    """Return every metric of the text and its tables in reading order, with ids m1, m2, …"""
    metrics: list[Metric] = []
    outlook = Outlook.of(text, sections)
    earlier = ""
    tabled = find_in_tables(text, tables, outlook)
    for sentence in sentences(text, tabled.without_claimed(find_quantities(text))):
        first = len(metrics) + 1
        rows = name_sentence(sentence, outlook.label_before(sentence.start) or earlier)
        earlier = rows[-1].name
        for index in range(len(rows)):
            metrics.append(_metric(sentence, index, rows, first, outlook))
    return tabled.merged(metrics)


def _metric(sentence: Sentence, index: int, rows: Sequence[Named], first: int, outlook: Outlook) -> Metric:
    row = rows[index]
    figure = sentence.figures[index]
    place = outlook.place(figure.start)
    return Metric(
        id=f"m{first + index}",
        name=row.name,
        value=plain(figure.value),
        unit=figure.unit,
        written=sentence.text[figure.start : figure.end],
        qualifier=figure.qualifier,
        direction=row.direction,
        start=figure.start,
        end=figure.end,
        section=place.section,
        sentence_start=sentence.start,
        sentence_end=max(sentence.end, figure.end),
        change_of=_id(first, row.change_of),
        part_of=_id(first, row.part_of),
        period=_period(sentence, index, rows, outlook),
        target=outlook.target(sentence, figure.start) if row.start_of is None else False,
        start_of=_id(first, row.start_of),
    )


def _period(sentence: Sentence, index: int, rows: Sequence[Named], outlook: Outlook) -> str:
    """Return the period of a figure; a value that another rose from has one only where the text names it."""
    start = sentence.figures[index].start
    if rows[index].start_of == index + 1:
        return outlook.period_of_start(start_phrase(sentence, index), start)
    if index and rows[index - 1].start_of == index:
        return outlook.period(
            sentence, start, without=(start_phrase(sentence, index - 1), sentence.figures[index - 1].start)
        )
    return outlook.period(sentence, start)


def _id(first: int, index: int | None) -> str | None:
    return None if index is None else f"m{first + index}"
