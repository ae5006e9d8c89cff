"""Anchors for sections and metrics of a report, and back from a place to what stands there. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from report.corrections.anchors import Anchor, Span, anchor
from report.corrections.outline import Entry
from report.model import Metric, Report, Section

_LONGEST_OPENING = 200
_NEAR = 4  # so few sections begin in the heading of another one, or at its place


def section_anchor(report: Report, section: Section) -> Anchor:
    """Return the anchor of a section: the words of its title, without its number, which may be counted anew."""
    return anchor(report.text, *title_span(report.text, section))


def metric_anchor(report: Report, metric: Metric) -> Anchor:
    """Return the anchor of a metric: its words as written."""
    return anchor(report.text, metric.start, metric.end)


def which_of(report: Report, metric: Metric) -> int:
    """Return which a metric is among those that stand on the same words, from 0."""
    same = [one.id for one in report.metrics if (one.start, one.end) == (metric.start, metric.end)]
    return same.index(metric.id)


def title_span(text: str, section: Section) -> Span:
    """Return where the words stand that a section is found by: its title, its head, or those it begins with."""
    if section.start == section.body_start:
        return section.start, min(section.end, section.start + _LONGEST_OPENING)
    at = text.find(section.title, section.start, section.body_start) if section.title else -1
    if at >= 0:
        return at, at + len(section.title)
    head = text[section.start : section.body_start]
    first = section.start + len(head) - len(head.lstrip())
    number = len(section.number) if text.startswith(section.number, first) else 0
    end = section.body_start - (len(head) - len(head.rstrip()))
    return (first + number, end) if first + number < end else (section.start, section.body_start)


def section_at(outline: Sequence[Entry], place: Span) -> int | None:
    """Return the section whose heading holds a place; one without words of its own begins there.

    Where both begin at the place, as a body and its first point, a place that goes on behind the heading is not its.
    """
    first = bisect_left(outline, place[0], key=lambda one: one.start)
    here = range(first, min(first + _NEAR, len(outline)))
    bare = next((at for at in here if outline[at].start == outline[at].body_start == place[0]), None)
    middle = (place[0] + place[1]) // 2
    last = bisect_right(outline, middle, key=lambda one: one.start) - 1
    for at in range(last, max(last - _NEAR, -1), -1):
        if middle < outline[at].body_start and (bare is None or place[1] <= outline[at].body_start):
            return at
    return bare
