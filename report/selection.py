"""What the clerk ticked: a value. A change makes a new one, and undo is a list of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from report.errors import Failure, UserError
from report.model import Metric, Report, Section, SectionKind


class Mode(StrEnum):
    """How a ticked section is printed (印法)."""

    FULL = "full"  # 全文
    DIGEST = "digest"  # 摘要: its first sentence and the sentences that hold ticked metrics
    HEADING = "heading"  # 标题


@dataclass(frozen=True, slots=True)
class Selection:
    """The ticked sections with their modes, one by one, and the ticked metrics.

    A section that is not in `modes` is not ticked. A ticked section stands for its own text only: its children are
    ticked or not by themselves.
    """

    modes: Mapping[str, Mode] = field(default_factory=dict[str, Mode])
    metrics: frozenset[str] = frozenset()

    def with_section(self, section: Section, mode: Mode) -> "Selection":
        """Return a selection that also has the section and everything under it, in that mode."""
        return replace(self, modes={**self.modes, **{node.id: mode for node in section.walk()}})

    def without_section(self, section: Section) -> "Selection":
        """Return a selection that has neither the section nor anything under it."""
        gone = {node.id for node in section.walk()}
        return replace(self, modes={k: mode for k, mode in self.modes.items() if k not in gone})

    def with_metrics(self, ids: Iterable[str]) -> "Selection":
        """Return a selection that also has these metrics."""
        return replace(self, metrics=self.metrics | frozenset(ids))

    def without_metrics(self, ids: Iterable[str]) -> "Selection":
        """Return a selection without these metrics."""
        return replace(self, metrics=self.metrics - frozenset(ids))


def everything(report: Report, mode: Mode = Mode.FULL) -> Selection:
    """Return the selection of every section, and of every metric that the report states of itself.

    Front matter is not ticked: title, meeting and speaker come to a paper through its fields.
    """
    return Selection(
        {section.id: mode for top in report.sections if top.kind is not SectionKind.FRONT for section in top.walk()},
        frozenset(metric.id for metric in own_metrics(report)),
    )


def own_metrics(report: Report) -> list[Metric]:
    """Return the metrics that the report states of itself: not those inside the explanation of a term."""
    spans = [(entry.start, entry.end) for entry in report.glossary]
    return [metric for metric in report.metrics if not any(start <= metric.start < end for start, end in spans)]


def choose(report: Report, wanted: Mapping[str, Mode]) -> Mapping[str, Mode]:
    """Return the modes of the sections named and of all below them; the more specific name wins.

    Raises UserError for an id that the report does not have.
    """
    known = {section.id: section for section in report.walk()}
    modes: dict[str, Mode] = {}
    for name in sorted(wanted, key=lambda key: key.count(".")):
        section = known.get(name)
        if section is None:
            raise UserError(Failure.UNKNOWN_SECTION, id=name)
        modes.update({node.id: wanted[name] for node in section.walk()})
    return modes
