"""Carries ticks from one reading of a report to another: after corrections, after an edit, out of a file. Pure.

Ticks stand on sections and metrics, and those are named by place (`2.1`, `m17`): another reading counts anew.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from report.corrections.anchors import Anchor, Miss, Span, anchor, find_place
from report.corrections.outline import flatten
from report.corrections.places import metric_anchor, section_anchor, section_at, title_span
from report.model import Metric, Report, Section, SectionKind
from report.selection import Mode, Selection, own_metrics

_SHORTEST_LINE = 12


@dataclass(frozen=True, slots=True)
class SectionTick:
    """What was chosen for a section: a mode, or None for not ticked."""

    at: Anchor
    mode: Mode | None


@dataclass(frozen=True, slots=True)
class MetricTick:
    """What was chosen for a metric."""

    at: Anchor
    ticked: bool
    which: int = 0  # among metrics that stand on the same words


@dataclass(frozen=True, slots=True)
class Ticks:
    """A selection with its places in words, for a file. What was not ticked is named too: the rest is new."""

    sections: tuple[SectionTick, ...] = ()
    metrics: tuple[MetricTick, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """A selection for the other reading; the words of ticked things that were not found there; what is new there."""

    selection: Selection
    lost: tuple[str, ...] = ()  # titles of sections and words of metrics, in reading order
    new: tuple[str, ...] = ()  # ids of sections that were not there before; they are ticked as what holds them is


@dataclass(frozen=True, slots=True)
class _Known:
    """Something that was there before: where it is now, as far as that was found, and what was chosen for it."""

    places: tuple[Span | Miss, ...]  # to be tried in this order
    words: str
    mode: Mode | None = None
    ticked: bool = False
    which: int = 0


def carried(selection: Selection, old: Report, new: Report) -> Carried:
    """Return the selection of the old reading for the new one.

    A section that was split off, or is new, is ticked like the one whose text it was; a new metric like its section. A
    figure that was only edited keeps its tick.
    """
    find = _finder(old.text, new.text)
    sections = [
        _Known(
            (find(*title_span(old.text, one)), find(one.start, one.body_start)),
            one.title,
            mode=selection.modes.get(one.id),
        )
        for one in old.walk()
    ]
    metrics = [
        _Known((find(one.start, one.end),), one.written, ticked=one.id in selection.metrics, which=which)
        for one, which in _counted(old.metrics)
    ]
    held = _mode_at(selection, old) if old.text == new.text else None
    return _carried(new, sections, metrics, held)


def ticks_of(selection: Selection, report: Report) -> Ticks:
    """Return a selection with its places in words."""
    return Ticks(
        tuple(SectionTick(section_anchor(report, one), selection.modes.get(one.id)) for one in report.walk()),
        tuple(
            MetricTick(metric_anchor(report, one), one.id in selection.metrics, which)
            for one, which in _counted(report.metrics)
        ),
    )


def selection_of(ticks: Ticks, report: Report) -> Carried:
    """Return the selection that ticks make of a report."""
    text = report.text
    sections = [_Known((find_place(text, one.at),), one.at.quote, mode=one.mode) for one in ticks.sections]
    metrics = [
        _Known((find_place(text, one.at),), one.at.quote, ticked=one.ticked, which=one.which) for one in ticks.metrics
    ]
    return _carried(report, sections, metrics, None)


def _carried(
    report: Report,
    sections: Sequence[_Known],
    metrics: Sequence[_Known],
    held: Callable[[int], Mode | None] | None,
) -> Carried:
    modes, lost_sections = _modes(report, sections)
    ticked, lost_metrics = _ticked(report, metrics)
    new: list[str] = []

    def complete(section: Section, around: Mode | None) -> None:
        if section.id not in modes:
            new.append(section.id)
            mode = around if held is None else held(section.start)
            modes[section.id] = None if section.kind is SectionKind.FRONT else mode
        for child in section.children:
            complete(child, modes[section.id])

    for top in report.sections:
        complete(top, None)
    chosen = {name: mode for name, mode in modes.items() if mode is not None}
    also = (one.id for one in own_metrics(report) if one.id not in ticked and one.section in chosen)
    kept = frozenset((*(name for name, is_ticked in ticked.items() if is_ticked), *also))
    return Carried(Selection(chosen, kept), (*lost_sections, *lost_metrics), tuple(new))


def _modes(report: Report, known: Sequence[_Known]) -> tuple[dict[str, Mode | None], list[str]]:
    """The modes of the sections that were known, by their ids in the report, and the titles of lost ones."""
    outline = flatten(report.sections)
    sections = list(report.walk())
    starts = {section.start: at for at, section in reversed(list(enumerate(sections)))}
    modes: dict[str, Mode | None] = {}
    lost: list[str] = []
    for one in known:
        places = [place for place in one.places if not isinstance(place, Miss)]
        at = next((at for at in (section_at(outline, place) for place in places) if at is not None), None)
        if at is None:  # its heading is none any more, but a section still begins there
            at = next((starts[place[0]] for place in places if place[0] in starts), None)
        if at is not None and sections[at].id not in modes:
            modes[sections[at].id] = one.mode
        elif one.mode is not None:
            lost.append(one.words)
    return modes, lost


def _ticked(report: Report, known: Sequence[_Known]) -> tuple[dict[str, bool], list[str]]:
    by_place = {(one.start, one.end, which): one.id for one, which in _counted(report.metrics)}
    ticked: dict[str, bool] = {}
    lost: list[str] = []
    for one in known:
        place = one.places[0]
        name = None if isinstance(place, Miss) else by_place.get((*place, one.which))
        if name is not None:
            ticked[name] = one.ticked
        elif one.ticked:
            lost.append(one.words)
    return ticked, lost


def _counted(metrics: Sequence[Metric]) -> Iterator[tuple[Metric, int]]:
    """Yield each metric with its number among those that stand on the same words."""
    seen: dict[Span, int] = {}
    for one in metrics:
        which = seen.get((one.start, one.end), 0)
        seen[one.start, one.end] = which + 1
        yield one, which


def _mode_at(selection: Selection, report: Report) -> Callable[[int], Mode | None]:
    """A function that tells how the innermost section at an offset is printed."""
    holders: list[tuple[int, str]] = [(0, "")]

    def gather(section: Section, around: str) -> None:
        holders.append((section.start, section.id))
        for child in section.children:
            gather(child, section.id)
        holders.append((section.end, around))

    for top in report.sections:
        gather(top, "")
    starts = [start for start, _ in holders]
    return lambda offset: selection.modes.get(holders[bisect_right(starts, offset) - 1][1])


def _finder(old: str, new: str) -> Callable[[int, int], Span | Miss]:
    """A function that finds a stretch of the old text in the new one.

    A line that each text has once is itself wherever it stands; anything else is found by its words.
    """
    if old == new:
        return lambda start, end: (start, end)
    there = _single_lines(new)
    pairs = sorted((start, there[line], len(line)) for line, start in _single_lines(old).items() if line in there)
    starts = [start for start, _, _ in pairs]

    def find(start: int, end: int) -> Span | Miss:
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= pairs[at][0] + pairs[at][2]:
            by = pairs[at][1] - pairs[at][0]
            return start + by, end + by
        return find_place(new, anchor(old, start, end))

    return find


def _single_lines(text: str) -> dict[str, int]:
    """The lines that a text has once, and that are long enough to be known by themselves, with their places."""
    found: dict[str, int] = {}
    at = 0
    for line in text.split("\n"):
        if len(line) >= _SHORTEST_LINE:
            found[line] = -1 if line in found else at
        at += len(line) + 1
    return {line: start for line, start in found.items() if start >= 0}
