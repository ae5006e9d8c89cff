"""The corrections of metrics: rename, re-value, add, drop, annotate. Pure.

A metric keeps its id until `numbered` counts anew, so that what refers to it can be followed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from report.corrections.anchors import Span
from report.corrections.values import AddMetric
from report.model import Metric
from report.sentences import sentence_spans

Metrics = tuple[Metric, ...]

_VALUE = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?")


def is_value(words: str) -> bool:
    """Tell whether words are a value: a decimal number, nothing else."""
    return _VALUE.fullmatch(words) is not None


def metric_at(metrics: Metrics, place: Span, which: int) -> int | None:
    """Return the metric that stands on the words of a place, None where none does."""
    same = [at for at, one in enumerate(metrics) if (one.start, one.end) == place]
    return same[which] if 0 <= which < len(same) else None


def is_free(metrics: Metrics, place: Span) -> bool:
    """Tell whether no metric stands on any of the words of a place."""
    return not any(one.start < place[1] and place[0] < one.end for one in metrics)


def changed(metrics: Metrics, at: int, metric: Metric) -> Metrics:
    """Return the metrics with another one in a place."""
    return (*metrics[:at], metric, *metrics[at + 1 :])


def dropped(metrics: Metrics, at: int) -> Metrics:
    """Return the metrics without one; `numbered` takes it from the metrics that refer to it."""
    return (*metrics[:at], *metrics[at + 1 :])


def added(metrics: Metrics, text: str, place: Span, wish: AddMetric) -> Metrics | None:
    """Return the metrics with one more; on the words of another one it takes that one's place.

    None where its words overlap others, or its value is no number or its name has no words.
    """
    start, end = place
    if not is_value(wish.value) or not wish.name.strip() or start >= end or "\n" in text[start:end]:
        return None
    known = metric_at(metrics, place, 0)
    if known is None and not is_free(metrics, place):
        return None
    sentence = _sentence(text, start)
    new = Metric(
        id=f"+{start}" if known is None else metrics[known].id,
        name=wish.name,
        value=wish.value,
        unit=wish.unit,
        written=text[start:end],
        qualifier=wish.qualifier,
        direction=wish.direction,
        start=start,
        end=end,
        section="",
        sentence_start=min(sentence[0], start),
        sentence_end=max(sentence[1], end),
        change_of=None if known is None else metrics[known].change_of,
        part_of=None if known is None else metrics[known].part_of,
        start_of=None if known is None else metrics[known].start_of,
        period=wish.period,
        target=wish.target,
    )
    if known is not None:
        return changed(metrics, known, new)
    at = sum(one.start < start for one in metrics)
    return (*metrics[:at], new, *metrics[at:])


def numbered(metrics: Metrics, sections: Sequence[str]) -> Metrics:
    """Return the metrics with ids by place, m1, m2, …, in the sections that hold them, one id for each."""
    names: dict[str | None, str] = {one.id: f"m{number}" for number, one in enumerate(metrics, 1)}
    return tuple(_placed(one, names, section) for one, section in zip(metrics, sections, strict=True))


def _placed(one: Metric, names: Mapping[str | None, str], section: str) -> Metric:
    change_of, part_of, start_of = names.get(one.change_of), names.get(one.part_of), names.get(one.start_of)
    place = names[one.id], section, change_of, part_of, start_of
    if place == (one.id, one.section, one.change_of, one.part_of, one.start_of):
        return one
    return replace(one, id=place[0], section=section, change_of=change_of, part_of=part_of, start_of=start_of)


def _sentence(text: str, start: int) -> Span:
    line_end = text.find("\n", start)
    line = text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end
    return next((span for span in sentence_spans(text, *line) if span[0] <= start < span[1]), line)
