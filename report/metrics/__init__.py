"""Finds the metrics in a report's text."""

from report.metrics.numbers import plain
from report.metrics.outlook import Outlook
from report.metrics.quantities import find_quantities
from report.metrics.relations import Named, name_sentence
from report.metrics.sentences import Sentence, sentences
from report.metrics.tables import find_in_tables
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
        for index, row in enumerate(rows):
            metrics.append(_metric(sentence, index, row, first, outlook))
    return tabled.merged(metrics)


def _metric(sentence: Sentence, index: int, row: Named, first: int, outlook: Outlook) -> Metric:
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
        sentence_end=sentence.end,
        change_of=_id(first, row.change_of),
        part_of=_id(first, row.part_of),
        period=outlook.period(sentence, figure.start),
        target=outlook.target(sentence, figure.start),
    )


def _id(first: int, index: int | None) -> str | None:
    return None if index is None else f"m{first + index}"
