"""Connects what the widgets announce to deeds."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from generators.kinds import Kind
from report.errors import UserError
from report.messages import explain
from report.model import Report
from report.selection import Mode, Selection, everything
from report.words import _
from ui import work
from ui.main_window import MainWindow
from ui.making import Making, default_folder, open_path
from ui.models.outline_model import mode_words, title_of
from ui.previewing import Previewing
from ui.recent import RecentReports
from ui.session import Fault, Session, toggled, with_mode
from ui.tasks import Tasks, Urgency

SAMPLES = Path(__file__).parent.parent / "resources" / "samples"
_SAMPLE_NAMES = ("sample_report.docx", "sample_report.txt")


class Actions(QObject):
    """The deeds of the window, one method each."""

    def __init__(
        self, window: MainWindow, session: Session, tasks: Tasks, making: Making, recent: RecentReports
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._tasks = tasks
        self._recent = recent
        self.making = making
        self.previewing = Previewing(session, tasks, window.pages, self)
        self._connect_bars()
        self._connect_panes()
        window.commands.set_formats(making.formats)
        self.look_for_missing()

    # Opening

    def choose_report(self) -> None:
        """Ask for a file and open it."""
        patterns = " ".join(f"*{suffix}" for suffix in work.suffixes())
        kinds = _("报告（{patterns}）").format(patterns=patterns) + ";;" + _("所有文件（*）")
        name, _kind = QFileDialog.getOpenFileName(self._window, _("打开报告"), "", kinds)
        if name:
            self.open(Path(name))

    def open_sample(self) -> None:
        """Open the sample report that comes with the program."""
        for name in _SAMPLE_NAMES:
            if (SAMPLES / name).is_file():
                self.open(SAMPLES / name)
                return

    def open(self, path: Path) -> None:
        """Read a report off the GUI thread and work on it."""
        self._window.message.say("info", _("正在读取“{name}”").format(name=path.name))
        task = self._tasks.start(partial(work.open_report, path), self._opened, Urgency.READ)
        task.failed.connect(self._not_opened)

    def _open_recent(self, path: str) -> None:
        self.open(Path(path))

    def _opened(self, opened: work.Opened) -> None:
        self._window.message.hide()
        self._window.make_bar.close_bar()
        self._session.open(opened)
        now = datetime.now().astimezone()
        self._recent.add(opened.path.resolve(), opened.report.title, now.strftime("%Y-%m-%dT%H:%M"))

    def _not_opened(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._window.message.say("error", explain(error))
            return
        self._window.message.say("error", _("简报台出了差错，没有打开这份报告。"))
        raise error

    def look_for_missing(self) -> None:
        """Mark the recent reports whose file is gone."""
        paths = self._window.start.paths()
        if paths:
            self._tasks.start(partial(work.missing, paths), self._window.start.show_missing)

    # Ticks

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

    # The rest

    def choose_formats(self, formats: tuple[str, ...]) -> None:
        """Make these formats from now on."""
        self.making.choose_formats(formats)
        self._window.commands.set_formats(formats)

    def make(self) -> None:
        """Make files into the output folder; where a value was not taken, go to that field instead."""
        faults = tuple(self._session.faults)
        if faults and self._session.kind is not None:
            label = self._session.kind.field(faults[0]).label
            self._window.make_bar.show_failed(_("没有生成：“{label}”有误。").format(label=label), retry=False)
            self.go_to_field(faults[0])
            return
        self.making.make(default_folder())

    def make_elsewhere(self) -> None:
        """Ask for a folder and make files into it."""
        folder = QFileDialog.getExistingDirectory(self._window, _("生成到别处"), str(Path.home()))
        if folder:
            self.making.make(Path(folder))

    def open_output(self) -> None:
        """Open the output folder; it is made if it is not there."""
        folder = default_folder()
        folder.mkdir(parents=True, exist_ok=True)
        open_path(folder)

    def go_to_field(self, field_id: str) -> None:
        """Show a field and put the focus into it."""
        self._window.workspace.bring(self._window.fields)
        self._window.fields.go_to(field_id)

    def _choose_kind(self, kind: Kind) -> None:
        self._session.choose_kind(kind)

    def _refuse(self, field_id: str, fault: Fault) -> None:
        self._session.refuse_value(field_id, fault)

    def _restore_fields(self) -> None:
        for name in tuple(self._session.typed):
            self._session.type_value(name, self._session.defaults[name].text)

    def _tell_faults(self) -> None:
        """Say on the preview which value was not taken."""
        faults, kind = self._session.faults, self._session.kind
        name = next(iter(faults), "")
        sentence = _("“{label}”没有采用，页面上仍是原来的。")
        label = kind.field(name).label if kind and name else ""
        self._window.pages.set_fault(sentence.format(label=label) if label else "", name)

    def _go(self, by: QObject, offset: int) -> None:
        self._session.go(self._session.place_at(offset), by)

    def go_to_section(self, section_id: str) -> None:
        """Make a section current, as a click on its row does."""
        self._session.go(self._session.place_of_section(section_id), self._window.outline)

    def go_to_metric(self, metric_id: str) -> None:
        """Make a metric current, as a click on its row does."""
        self._session.go(self._session.place_of_metric(metric_id), self._window.report.metrics)

    def _connect_bars(self) -> None:
        window = self._window
        window.commands.open_requested.connect(self.choose_report)
        window.commands.undo_requested.connect(self._session.undo)
        window.commands.redo_requested.connect(self._session.redo)
        window.commands.kind_chosen.connect(self._choose_kind)
        window.commands.make_requested.connect(self.make)
        window.commands.make_elsewhere_requested.connect(self.make_elsewhere)
        window.commands.formats_chosen.connect(self.choose_formats)
        window.make_bar.elsewhere_requested.connect(self.make_elsewhere)
        self.making.running_changed.connect(window.commands.set_making)
        self.making.said.connect(window.status.say)
        window.start.open_requested.connect(self.choose_report)
        window.start.sample_requested.connect(self.open_sample)
        window.start.recent_chosen.connect(self._open_recent)
        window.file_dropped.connect(self.open)
        window.closing.connect(self._tasks.close)

    def _connect_panes(self) -> None:
        window, session = self._window, self._session
        window.outline.tick_toggled.connect(self.tick_section)
        window.outline.mode_chosen.connect(self.set_mode)
        window.outline.tick_all_requested.connect(self.tick_rule)
        window.outline.place_chosen.connect(self.go_to_section)
        window.report.text.place_chosen.connect(partial(self._go, window.report.text))
        window.report.text.metric_toggled.connect(self.tick_metric)
        window.report.metrics.metric_toggled.connect(self.tick_metric)
        window.report.metrics.all_ticked.connect(self.tick_metrics)
        window.report.metrics.place_chosen.connect(self.go_to_metric)
        window.fields.field_edited.connect(session.type_value)
        window.fields.field_refused.connect(self._refuse)
        window.fields.restore_requested.connect(self._restore_fields)
        window.pages.place_chosen.connect(partial(self._go, window.pages))
        window.pages.tick_all_requested.connect(self.tick_rule)
        window.pages.banner_chosen.connect(self.go_to_field)
        session.fields_changed.connect(self._tell_faults)


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
