"""What the window works on: report, ticks with their history, fields, current place, pages. State, no deeds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from generators.fields import Origin, Value, default_values
from generators.kinds import Kind
from report.facts import Facts
from report.model import Metric, Report, Section, SectionKind
from report.selection import Mode, Selection, everything
from ui.work import Opened, Wish

if TYPE_CHECKING:
    from generators.job import Preview

_MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class Place:
    """The current place: a section, a metric, a span of the report. Empty ids where there is none."""

    section: str = ""
    metric: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One state of the ticks and what led to it, in words."""

    selection: Selection
    words: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A typed value that a field could not take."""

    typed: str
    sentence: str


class Session(QObject):
    """The values of the window. Whoever changes one goes through a method; everybody hears of it."""

    report_changed = Signal()
    selection_changed = Signal()
    kind_changed = Signal()
    fields_changed = Signal()
    place_changed = Signal(object)  # who set it: does not scroll itself
    preview_changed = Signal()

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.path: Path | None = None
        self.report = Report("", "", "", (), ())
        self.facts = Facts()
        self.kinds: tuple[Kind, ...] = ()
        self.kind: Kind | None = None
        self.defaults: Mapping[str, Value] = {}
        self.typed: Mapping[str, str] = {}
        self.faults: Mapping[str, Fault] = {}
        self.place = Place()
        self.preview: Preview | None = None
        self._steps: tuple[Step, ...] = (Step(Selection(), ""),)
        self._at = 0
        self._sections: Mapping[str, Section] = {}
        self._metrics: Mapping[str, Metric] = {}

    def open(self, opened: Opened) -> None:
        """Work on another report: everything is ticked in full, fields have their defaults."""
        self.path = opened.path
        self.report = opened.report
        self.facts = opened.facts
        self._sections = {section.id: section for section in opened.report.walk()}
        self._metrics = {metric.id: metric for metric in opened.report.metrics}
        self._steps = (Step(everything(opened.report), ""),)
        self._at = 0
        self.place = Place()
        self.preview = None
        self.kinds = opened.kinds
        self._forget_the_other_report()
        self.report_changed.emit()
        if opened.kinds:
            self.choose_kind(opened.kinds[0])
        self.selection_changed.emit()
        if opened.report.sections:
            self.go(self.place_of_section(opened.report.sections[0].id), self)

    def _forget_the_other_report(self) -> None:
        """Drop typed values that stand for words of the report: the new one has its own."""
        fields = self.kind.fields if self.kind else ()
        own = {field.id for field in fields if field.default_from not in ("", "today")}
        self.typed = {name: text for name, text in self.typed.items() if name not in own}
        self.faults = {}

    @property
    def selection(self) -> Selection:
        """What is ticked now."""
        return self._steps[self._at].selection

    @property
    def undo_words(self) -> str:
        """What `undo` would take back, "" for nothing."""
        return self._steps[self._at].words if self._at else ""

    @property
    def redo_words(self) -> str:
        """What `redo` would do again, "" for nothing."""
        return self._steps[self._at + 1].words if self._at + 1 < len(self._steps) else ""

    def select(self, selection: Selection, words: str) -> None:
        """Take another selection as a step that can be undone. The same selection is no step."""
        if selection == self.selection:
            return
        self._steps = (*self._steps[: self._at + 1], Step(selection, words))[-_MOST_STEPS:]
        self._at = len(self._steps) - 1
        self.selection_changed.emit()

    def undo(self) -> None:
        """Go one step back, if there is one."""
        if self._at:
            self._at -= 1
            self.selection_changed.emit()

    def redo(self) -> None:
        """Go one step forward, if there is one."""
        if self._at + 1 < len(self._steps):
            self._at += 1
            self.selection_changed.emit()

    def choose_kind(self, kind: Kind) -> None:
        """Make this kind of paper; what was typed stays for fields of the same name."""
        self.kind = kind
        self.defaults = default_values(kind, self.facts, self.today)
        known = {field.id for field in kind.fields}
        self.faults = {name: fault for name, fault in self.faults.items() if name in known}
        self.kind_changed.emit()
        self.fields_changed.emit()

    def value(self, field_id: str) -> Value:
        """Return the value a field has now: typed, or its default."""
        if field_id in self.typed:
            return Value(self.typed[field_id], Origin.TYPED)
        return self.defaults[field_id]

    def type_value(self, field_id: str, text: str) -> None:
        """Take a checked value of a field; the default's own text counts as not typed."""
        faults = {name: fault for name, fault in self.faults.items() if name != field_id}
        typed = {**self.typed, field_id: text}
        if text == self.defaults[field_id].text:
            del typed[field_id]
        if typed != self.typed or faults != self.faults:
            self.typed = typed
            self.faults = faults
            self.fields_changed.emit()

    def refuse_value(self, field_id: str, fault: Fault) -> None:
        """Remember that a typed value was not taken; the last good one stays."""
        self.faults = {**self.faults, field_id: fault}
        self.fields_changed.emit()

    def go(self, place: Place, by: QObject) -> None:
        """Make a place current. `by` is who asked: it stands there already."""
        if place != self.place:
            self.place = place
            self.place_changed.emit(by)

    def place_of_section(self, section_id: str) -> Place:
        """Return the place where a section begins."""
        section = self._sections[section_id]
        return Place(section.id, "", section.start, section.body_start)

    def place_of_metric(self, metric_id: str) -> Place:
        """Return the place of a metric: the sentence that holds it."""
        metric = self._metrics[metric_id]
        return Place(metric.section, metric.id, metric.sentence_start, metric.sentence_end)

    def place_at(self, offset: int) -> Place:
        """Return the place of an offset of the report: the metric there, else the innermost section."""
        for metric in self.report.metrics:
            if metric.start <= offset < metric.end:
                return self.place_of_metric(metric.id)
        found = Place("", "", offset, offset)
        for section in self.report.walk():
            if section.start <= offset < section.end:
                found = replace(found, section=section.id)
        return found

    def section(self, section_id: str) -> Section:
        """Return a section of the report by its id; raises KeyError."""
        return self._sections[section_id]

    def metric(self, metric_id: str) -> Metric:
        """Return a metric of the report by its id; raises KeyError."""
        return self._metrics[metric_id]

    def show_preview(self, preview: "Preview | None") -> None:
        """Take the pages that show what is ticked; None where there are none."""
        self.preview = preview
        self.preview_changed.emit()

    def wish(self) -> Wish | None:
        """Return what is to be printed now; None where no report or kind is chosen or nothing is ticked."""
        selection = self.selection
        if self.kind is None or not (selection.modes or selection.metrics):
            return None
        known = {field.id for field in self.kind.fields}
        fields = {name: text for name, text in self.typed.items() if name in known}
        return Wish(self.report, selection, self.kind, fields, self.today)


def toggled(selection: Selection, report: Report, section: Section, *, ticked: bool) -> Selection:
    """Return the selection with a section, everything below it and its figures ticked or not.

    Sections below that were ticked already keep their mode.
    """
    if section.kind is SectionKind.FRONT:  # no paper of these kinds prints it; its words come through the fields
        return selection
    below = {node.id for node in section.walk()}
    metrics = [metric.id for metric in report.metrics if metric.section in below]
    if not ticked:
        return selection.without_section(section).without_metrics(metrics)
    mode = selection.modes.get(section.id, Mode.FULL)
    kept = {name: old for name, old in selection.modes.items() if name in below}
    grown = selection.with_section(section, mode).with_metrics(metrics)
    return replace(grown, modes={**grown.modes, **kept})


def with_mode(selection: Selection, section: Section, mode: Mode) -> Selection:
    """Return the selection with the ticked sections of a subtree in another mode."""
    below = {node.id for node in section.walk()}
    changed = {name: mode if name in below else old for name, old in selection.modes.items()}
    return replace(selection, modes=changed)


def countable(section: Section) -> bool:
    """Tell whether a section counts as one of 已选 7 / 10 节: headings of the second level and above, back matter."""
    return section.kind is not SectionKind.FRONT and section.kind is not SectionKind.POINT
