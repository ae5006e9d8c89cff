"""Applies corrections to a report as read, in their order, and tells which of them found their place. Pure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from report.corrections.anchors import Anchor, Miss, Span, find_place
from report.corrections.figures import Metrics, added, changed, dropped, is_free, is_value, metric_at, numbered
from report.corrections.lost import Lost, Reason
from report.corrections.moving import demote, mark, merge, no_heading, promote, retitle, split
from report.corrections.outline import Outline, flatten, rebuild
from report.corrections.places import section_at
from report.corrections.values import (
    AddMetric,
    Annotate,
    Correction,
    Demote,
    DropMetric,
    MarkHeading,
    Merge,
    MetricCorrection,
    NoHeading,
    OutlineCorrection,
    Promote,
    Rename,
    Retitle,
    Revalue,
    Split,
)
from report.findings import Finding
from report.model import Metric, Noticed, Report, Section, SectionKind

_ABOUT_HEADINGS = frozenset(
    {
        Finding.HEADING_NUMBER_MISSING,
        Finding.HEADING_NUMBER_REPEATED,
        Finding.HEADING_WITHOUT_TEXT,
        Finding.LEVEL_SKIPPED,
    }
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A report with its corrections, and what became of each of them, in their order."""

    report: Report
    applied: tuple[Correction, ...] = ()
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    text: str
    outline: Outline
    metrics: Metrics


def apply(report: Report, corrections: Sequence[Correction]) -> Corrected:
    """Return a report with corrections made in their order, each upon what those before it left.

    `report` is the reading without corrections; its text stays. Sections and metrics are counted anew by place. What a
    figure says (period, target) is not found anew from changed headings.
    """
    if not corrections:
        return Corrected(report)
    state = _State(report.text, flatten(report.sections), report.metrics)
    applied: list[Correction] = []
    lost: list[Lost] = []
    for correction in corrections:
        after = _step(state, correction)
        if isinstance(after, Reason):
            lost.append(Lost(correction, after))
        else:
            state = after
            applied.append(correction)
    return Corrected(_report(report, state) if applied else report, tuple(applied), tuple(lost))


def _step(state: _State, correction: Correction) -> _State | Reason:
    place = _find(state.text, correction.at, exact=not _may_be_edited(correction))
    if isinstance(place, Reason):
        return place
    match correction:
        case Rename() | Revalue() | AddMetric() | DropMetric() | Annotate():
            metrics = _metrics(state, place, correction)
            return metrics if isinstance(metrics, Reason) else replace(state, metrics=metrics)
        case Promote() | Demote() | Merge() | Split() | Retitle() | MarkHeading() | NoHeading():
            outline = _outline(state, place, correction)
            return outline if isinstance(outline, Reason) else replace(state, outline=outline)
        case _:
            assert_never(correction)


def _may_be_edited(correction: Correction) -> bool:
    """Whether a correction still holds where its own words were edited a little.

    A figure that was edited is another figure, and a title given to other words was given to those.
    """
    return isinstance(correction, Promote | Demote | Merge | Split | MarkHeading | NoHeading)


def _find(text: str, at: Anchor, *, exact: bool) -> Span | Reason:
    found = find_place(text, at, exact=exact)
    match found:
        case Miss.GONE:
            return Reason.GONE
        case Miss.AMBIGUOUS:
            return Reason.AMBIGUOUS
        case _:
            return found


def _outline(state: _State, place: Span, correction: OutlineCorrection) -> Outline | Reason:
    match correction:
        case Split():
            return split(state.outline, state.text, place, correction.title) or Reason.NOT_POSSIBLE
        case MarkHeading():
            return mark(state.outline, state.text, place, correction.depth) or Reason.NOT_POSSIBLE
        case _:
            index = section_at(state.outline, place)
            if index is None:  # what is no heading anyway needs no correction
                return state.outline if isinstance(correction, NoHeading) else Reason.NO_SECTION
            return _of_section(state.outline, index, correction) or Reason.NOT_POSSIBLE


def _of_section(
    outline: Outline, index: int, correction: Promote | Demote | Merge | Retitle | NoHeading
) -> Outline | None:
    match correction:
        case Promote():
            return promote(outline, index)
        case Demote():
            return demote(outline, index)
        case Merge():
            return merge(outline, index)
        case Retitle():
            return retitle(outline, index, correction.title)
        case NoHeading():
            return no_heading(outline, index)
        case _:
            assert_never(correction)


def _metrics(state: _State, place: Span, correction: MetricCorrection) -> Metrics | Reason:
    if isinstance(correction, AddMetric):
        return added(state.metrics, state.text, place, correction) or Reason.NOT_POSSIBLE
    at = metric_at(state.metrics, place, correction.which)
    if isinstance(correction, DropMetric) and (at is not None or is_free(state.metrics, place)):
        return state.metrics if at is None else dropped(state.metrics, at)
    if at is None or isinstance(correction, DropMetric):
        return Reason.NO_METRIC
    metric = _restated(state.metrics[at], correction)
    return Reason.NOT_POSSIBLE if metric is None else changed(state.metrics, at, metric)


def _restated(metric: Metric, correction: Rename | Revalue | Annotate) -> Metric | None:
    match correction:
        case Rename():
            name = " ".join(correction.name.split())
            return replace(metric, name=name) if name else None
        case Revalue():
            value, unit = correction.value, correction.unit.strip()
            return replace(metric, value=value, unit=unit) if is_value(value) else None
        case Annotate():
            return replace(metric, note=correction.note)
        case _:
            assert_never(correction)


def _report(report: Report, state: _State) -> Report:
    sections = rebuild(state.outline, len(report.text))
    holders = _holders(sections)
    starts = [start for start, _ in holders]
    inside = [holders[bisect_right(starts, one.start) - 1][1] if holders else "" for one in state.metrics]
    return replace(
        report,
        sections=sections,
        metrics=numbered(state.metrics, inside),
        noticed=tuple(_still_noticed(report.noticed, sections)),
    )


def _holders(sections: Sequence[Section], around: str = "") -> list[tuple[int, str]]:
    """The offsets from which on another section is the innermost, in order, with its id."""
    found: list[tuple[int, str]] = [] if around else [(0, "")]
    for section in sections:
        found.append((section.start, section.id))
        found.extend(_holders(section.children, section.id))
        found.append((section.end, around))
    return found


def _still_noticed(noticed: Sequence[Noticed], sections: Sequence[Section]) -> Iterator[Noticed]:
    """Yield what was noticed, without what was said of headings that are none any more."""
    nodes = [node for top in sections for node in top.walk()]
    starts = {node.start for node in nodes if node.kind is not SectionKind.BODY}
    headed = any(node.kind is SectionKind.HEADING for node in nodes)
    for one in noticed:
        stale = one.finding in _ABOUT_HEADINGS and one.start not in starts
        if not stale and not (one.finding is Finding.NO_HEADINGS and headed):
            yield one
