"""要素: the form of the kind's fields, made from its TOML. A value is checked beside the field, never in a dialog."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from generators.fields import Origin, take
from generators.kinds import Field, FieldType, Kind
from report.errors import UserError
from report.words import _
from ui.parts.buttons import push_button
from ui.parts.empty_note import EmptyNote
from ui.parts.field_editors import Editor, editor_for
from ui.parts.pane import Pane
from ui.session import Fault, Session
from ui.theme import Look
from ui.turns import Turns

_TWO_COLUMNS_FROM = 480
_SHORT = (FieldType.INTEGER, FieldType.DATE, FieldType.CHOICE)


class FieldRow(QWidget):
    """One field: label, where its value comes from, editor, and what is wrong with it."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor: Editor = editor_for(field, look, self)
        label = QLabel(field.label, self)
        label.setBuddy(self.editor)
        self.origin = QLabel(self)
        self.origin.setProperty("part", "quiet")
        self._fault_icon = QLabel(self)
        self._fault_words = QLabel(self)
        self._fault_words.setProperty("part", "fault")
        side = look.px(16)
        self._fault_icon.setPixmap(look.icons.icon("circle-alert", side, look.tokens.error).pixmap(side, side))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.origin)
        box.addLayout(head)
        box.addWidget(self.editor)
        fault = QHBoxLayout()
        fault.setSpacing(6)
        fault.addWidget(self._fault_icon)
        fault.addWidget(self._fault_words, 1)
        box.addLayout(fault)
        box.addStretch(1)
        self.show_fault("")

    @property
    def fault(self) -> str:
        """The sentence below the editor, "" where the value is taken."""
        return self._fault_words.text()

    def show_fault(self, sentence: str) -> None:
        """Show what is wrong, or nothing."""
        self._fault_words.setText(sentence)
        self._fault_words.setVisible(bool(sentence))
        self._fault_icon.setVisible(bool(sentence))
        self.editor.show_fault(bool(sentence))
        self.editor.setAccessibleDescription(sentence)


class FieldsPane(Pane):
    """The form."""

    field_edited = Signal(str, str)  # field id, checked value
    field_refused = Signal(str, Fault)
    restore_requested = Signal()

    def __init__(self, session: Session, look: Look, turns: Turns, parent: QWidget | None = None) -> None:
        super().__init__(look, _("要素"), parent)
        self._session = session
        self._turns = turns
        self.rows: dict[str, FieldRow] = {}
        self._grids: list[tuple[QGridLayout, tuple[FieldRow, ...]]] = []
        self._built: Kind | None = None
        self._wanted = ""  # the field that gets the focus as soon as it is there
        self._columns = 1
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box.addWidget(self._area, 1)
        restore = push_button(_("恢复默认"), "link")
        restore.clicked.connect(self.restore_requested)
        self.tools_box.addWidget(restore)
        session.kind_changed.connect(self._begin)
        session.fields_changed.connect(self._refresh)
        look.changed.connect(self._rebuild)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= self.look.px(_TWO_COLUMNS_FROM) else 1
        if columns != self._columns:
            self._columns = columns
            for grid, rows in self._grids:
                _fill(grid, rows, columns)

    def go_to(self, field_id: str) -> None:
        """Put the focus into a field and show it."""
        row = self.rows.get(field_id)
        if row is None or self._turns.busy:
            self._wanted = field_id
            return
        self._wanted = ""
        self._area.ensureWidgetVisible(row)
        row.editor.setFocus()

    def _rebuild(self) -> None:
        self._built = None
        self._begin()

    def _begin(self) -> None:
        """Make the form of the kind, a few fields in each turn."""
        if self._built != self._session.kind:
            self._built = self._session.kind
            self._turns.through(self._build())

    def _build(self) -> Iterator[None]:
        self.rows = {}
        self._grids = []
        kind = self._built
        if kind is None or not kind.fields:
            empty = EmptyNote(self.look, "info", self)
            empty.say(_("这种材料没有要填的内容。"))
            self._area.setWidget(empty)
            return
        form = QWidget()
        form.setObjectName("form")
        box = QVBoxLayout(form)
        box.setContentsMargins(24, 12, 16, 16)
        box.setSpacing(12)
        self._area.setWidget(form)
        for group, fields in groupby(kind.fields, key=lambda field: field.group):
            box.addWidget(_group_head(group))
            rows: list[FieldRow] = []
            for field in fields:
                rows.append(self._row(field, form))
                for part in rows[-1].findChildren(QWidget):
                    part.ensurePolished()
                yield
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(14)
            _fill(grid, tuple(rows), self._columns)
            self._grids.append((grid, tuple(rows)))
            box.addLayout(grid)
            yield
        box.addStretch(1)
        self._refresh()
        if self._wanted:
            self._turns.soon(lambda: self.go_to(self._wanted))

    def _row(self, field: Field, form: QWidget) -> FieldRow:
        row = FieldRow(field, self.look, form)
        self.rows[field.id] = row
        row.editor.edited.connect(partial(self._edited, field))
        row.editor.left.connect(partial(self._left, field))
        row.editor.escaped.connect(partial(self._escaped, field))
        return row

    def _edited(self, field: Field, text: str) -> None:
        """Take a value while it is typed as soon as it can be taken; complain only on leaving."""
        try:
            value = take(field, text, self._session.today)
        except UserError:
            return
        self.field_edited.emit(field.id, value)

    def _left(self, field: Field) -> None:
        row = self.rows.get(field.id)
        if row is None:
            return
        text = row.editor.text()
        try:
            value = take(field, text, self._session.today)
        except UserError as error:
            sentence = _("请{wanted}。").format(wanted=error.facts.get("wanted", ""))
            self.field_refused.emit(field.id, Fault(text, sentence))
            return
        self.field_edited.emit(field.id, value)
        row.editor.show_text(self._session.value(field.id).text)

    def _escaped(self, field: Field) -> None:
        value = self._session.value(field.id).text
        self.rows[field.id].editor.show_text(value)
        self.field_edited.emit(field.id, value)

    def _refresh(self) -> None:
        for name, row in self.rows.items():
            if name not in self._session.defaults:
                continue  # the form of another kind is still being made
            value, fault = self._session.value(name), self._session.faults.get(name)
            row.origin.setText(origin_words(value.origin) if value.text else "")
            row.show_fault(fault.sentence if fault else "")
            if fault is None and not _has_focus(row.editor):
                row.editor.show_text(value.text)
        faults = len(self._session.faults)
        words = _("要素 · {faults} 项有误").format(faults=faults) if faults else _("要素")
        self.entitle(words, faulty=bool(faults))


def _fill(grid: QGridLayout, rows: tuple[FieldRow, ...], columns: int) -> None:
    """Place the rows of a group: short fields side by side where there is room."""
    while grid.takeAt(0) is not None:
        pass
    line, column = 0, 0
    for row in rows:
        if columns == 2 and row.field.type in _SHORT:
            grid.addWidget(row, line, column)
            line, column = (line + 1, 0) if column else (line, 1)
            continue
        line += column
        grid.addWidget(row, line, 0, 1, columns)
        line, column = line + 1, 0
    for number in range(2):
        grid.setColumnStretch(number, int(number < columns))


def origin_words(origin: Origin) -> str:
    """Return the words that say where a value comes from."""
    match origin:
        case Origin.REPORT:
            return _("取自报告")
        case Origin.TODAY:
            return _("今天")
        case Origin.DEFAULT:
            return ""
        case Origin.TYPED:
            return _("已填写")


def _has_focus(editor: Editor) -> bool:
    proxy = editor.focusProxy()
    return proxy is not None and proxy.hasFocus()


def _group_head(words: str) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 6, 0, 0)
    row.setSpacing(12)
    label = QLabel(words, head)
    label.setProperty("part", "group")
    line = QFrame(head)
    line.setProperty("part", "line")
    row.addWidget(label)
    row.addWidget(line, 1)
    return head
