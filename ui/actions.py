"""Connects what the widgets announce to deeds."""

from datetime import datetime
from functools import partial
from pathlib import Path
from traceback import format_exception

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from generators.kinds import Kind
from report.words import _
from ui import work
from ui.auditing import Auditing
from ui.main_window import MainWindow
from ui.making import Making, default_folder, open_path
from ui.opening import Opening
from ui.previewing import Previewing
from ui.recent import RecentReports
from ui.session import Fault, Session
from ui.tasks import Tasks
from ui.ticking import Ticking

SAMPLES = Path(__file__).parent.parent / "resources" / "samples"
_COPY_DIAGNOSIS = "copy_diagnosis"
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
        self._diagnosis = ""
        self.making = making
        self.opening = Opening(window, tasks, self)
        self.opening.opened.connect(self._opened)
        self.previewing = Previewing(session, tasks, window.pages, self)
        self.ticking = Ticking(session, self)
        self._told_fault = False
        self.auditing = Auditing(session, window.report.banner, self)
        self.auditing.told.connect(lambda: window.workspace.bring(window.report))
        self._connect_bars()
        self._connect_panes()
        window.commands.set_formats(making.formats)
        self.look_for_missing()

    def choose_report(self) -> None:
        """Ask for a file and open it."""
        patterns = " ".join(f"*{suffix}" for suffix in work.suffixes())
        # Qt reads the patterns between ASCII brackets only.
        kinds = _("报告") + f" ({patterns});;" + _("所有文件") + " (*)"
        name, _kind = QFileDialog.getOpenFileName(self._window, _("打开报告"), "", kinds)
        if name:
            self.open(Path(name))

    def open_sample(self) -> None:
        """Open the sample report that comes with the program."""
        for name in _SAMPLE_NAMES:
            if (SAMPLES / name).is_file():
                self.open(SAMPLES / name)
                return

    def open(self, path: Path, password: str | None = None) -> None:
        """Read a report off the GUI thread and work on it."""
        self.opening.open(path, password)

    def _open_recent(self, path: str) -> None:
        self.open(Path(path))

    def _opened(self, opened: work.Opened) -> None:
        self._window.make_bar.close_bar()
        self._session.open(opened)
        now = datetime.now().astimezone()
        self._recent.add(opened.path.resolve(), opened.report.title, now.strftime("%Y-%m-%dT%H:%M"))

    def look_for_missing(self) -> None:
        """Mark the recent reports whose file is gone."""
        paths = self._window.start.paths()
        if paths:
            self._tasks.start(partial(work.missing, paths), self._window.start.show_missing)

    def choose_formats(self, formats: tuple[str, ...]) -> None:
        """Make these formats from now on."""
        self.making.choose_formats(formats)
        self._window.commands.set_formats(formats)

    def make(self) -> None:
        """Make files into the output folder; where a value was not taken, go to that field instead."""
        if not self._window.working:
            return
        faults = tuple(self._session.faults)
        if faults and self._session.kind is not None:
            label = self._session.kind.field(faults[0]).label
            self._window.make_bar.show_failed(_("没有生成：“{label}”有误。").format(label=label), retry=False)
            self.go_to_field(faults[0])
            self._told_fault = True
            return
        self.making.make(default_folder())

    def make_elsewhere(self) -> None:
        """Ask for a folder and make files into it."""
        folder = QFileDialog.getExistingDirectory(self._window, _("生成到别处"), str(Path.home()))
        if folder and self._window.working:
            self.making.make(Path(folder))

    def tell_defect(self, error: BaseException) -> None:
        """Say that the program itself failed, with a way to tell us how."""
        self._diagnosis = "".join(format_exception(error))
        words = _("简报台出了差错，报告和勾选都还在。")
        self._window.message.say("error", words, _("复制诊断信息"), _COPY_DIAGNOSIS)

    def _act_on_message(self, action: str) -> None:
        if action == _COPY_DIAGNOSIS:
            QGuiApplication.clipboard().setText(self._diagnosis)
            self._window.message.hide()

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
        if not faults and self._told_fault:
            self._told_fault = False
            self._window.make_bar.close_bar()
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
        window.status.findings_requested.connect(partial(self.auditing.step, 1))
        window.message.chosen.connect(self._act_on_message)
        window.closing.connect(self._tasks.close)

    def _connect_panes(self) -> None:
        window, session = self._window, self._session
        window.outline.tick_toggled.connect(self.ticking.tick_section)
        window.outline.mode_chosen.connect(self.ticking.set_mode)
        window.outline.tick_all_requested.connect(self.ticking.tick_rule)
        window.outline.place_chosen.connect(self.go_to_section)
        window.report.text.place_chosen.connect(partial(self._go, window.report.text))
        window.report.text.metric_toggled.connect(self.ticking.tick_metric)
        window.report.metrics.metric_toggled.connect(self.ticking.tick_metric)
        window.report.metrics.all_ticked.connect(self.ticking.tick_metrics)
        window.report.metrics.place_chosen.connect(self.go_to_metric)
        window.fields.field_edited.connect(session.type_value)
        window.fields.field_refused.connect(self._refuse)
        window.fields.restore_requested.connect(self._restore_fields)
        window.pages.place_chosen.connect(partial(self._go, window.pages))
        window.pages.tick_all_requested.connect(self.ticking.tick_rule)
        window.pages.banner_chosen.connect(self.go_to_field)
        session.fields_changed.connect(self._tell_faults)
