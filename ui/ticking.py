"""Ticks, modes and figures: every deed is a step that can be undone, with its words."""

from PySide6.QtCore import QObject

from report.model import Report
from report.selection import Mode, Selection, everything
from report.words import _
from ui.models.outline_model import mode_words, title_of
from ui.session import Session, toggled, with_mode


class Ticking(QObject):
    """Changes the session's selection."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def tick_section(self, section_id: str, ticked: bool) -> None:  # noqa: FBT001 - a signal's value
        """Tick a section and all below it, or not."""
        session = self._session
        section = session.section(section_id)
        words = (_("勾选“{title}”") if ticked else _("取消勾选“{title}”")).format(title=title_of(section))
        session.select(toggled(session.selection, session.report, section, ticked=ticked), words)

    def set_mode(self, section_id: str, mode: Mode) -> None:
        """Print a section, and what is ticked below it, in full, as a digest or as a heading."""
        session = self._session
        section = session.section(section_id)
        words = _("“{title}”印{mode}").format(title=title_of(section), mode=mode_words(mode))
        session.select(with_mode(session.selection, section, mode), words)

    def set_mode_here(self, mode: Mode) -> None:
        """As `set_mode`, for the current section."""
        if self._session.place.section:
            self.set_mode(self._session.place.section, mode)

    def tick_metric(self, metric_id: str, ticked: bool) -> None:  # noqa: FBT001 - a signal's value
        """Tick a metric, or not."""
        selection, name = self._session.selection, self._session.metric(metric_id).name
        if ticked:
            self._session.select(selection.with_metrics([metric_id]), _("勾选指标“{name}”").format(name=name))
        else:
            self._session.select(selection.without_metrics([metric_id]), _("取消指标“{name}”").format(name=name))

    def tick_metrics(self, ids: list[str]) -> None:
        """Tick these metrics; where all are ticked already, none of them."""
        selection = self._session.selection
        if selection.metrics.issuperset(ids):
            self._session.select(selection.without_metrics(ids), _("取消列出的指标"))
        else:
            self._session.select(selection.with_metrics(ids), _("勾选列出的指标"))

    def tick_rule(self, rule: str) -> None:
        """Tick by a rule: all, none, invert, figures."""
        session = self._session
        words = {"all": _("全选"), "none": _("全不选"), "invert": _("反选"), "figures": _("只选有数字的部分")}
        session.select(by_rule(rule, session.report, session.selection), words[rule])


def by_rule(rule: str, report: Report, selection: Selection) -> Selection:
    """Return the selection that a rule makes: all, none, invert, figures."""
    full = everything(report)
    if rule == "all":
        return full
    if rule == "none":
        return Selection()
    if rule == "invert":
        modes = {name: mode for name, mode in full.modes.items() if name not in selection.modes}
        return Selection(modes, full.metrics - selection.metrics)
    holding = {metric.section for metric in report.metrics}
    return Selection({name: mode for name, mode in full.modes.items() if name in holding}, full.metrics)
