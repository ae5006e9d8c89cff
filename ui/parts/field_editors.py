"""One editor for each type of field. All speak text; the form checks it."""

from typing import assert_never

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from generators.kinds import Field, FieldType
from report.words import _
from ui.parts.buttons import LabelledButton
from ui.theme import Look

_LEAST_LINES = 1
_MOST_LINES = 6


class Editor(QWidget):
    """What the form sees of an editor."""

    edited = Signal(str)  # at each change
    left = Signal()  # the focus went elsewhere
    escaped = Signal()  # Esc: the last good value is wanted back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)

    def text(self) -> str:
        """Return what is typed."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Show a value without announcing it."""
        raise NotImplementedError

    def show_fault(self, faulty: bool) -> None:  # noqa: FBT001 - a state
        """Look as a field whose value is not taken, or as any other."""


class _Line(QLineEdit):
    left = Signal()
    escaped = Signal()
    entered = Signal()
    down = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class LineEditor(Editor):
    """Text and integers; with choices it also offers a list of them."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.line = _Line(self)
        self.line.setAcceptDrops(False)  # a file dropped here is to be opened by the window
        self.line.setPlaceholderText(field.placeholder)
        self.line.setAccessibleName(field.label)
        self.line.setAccessibleDescription(field.help)
        self.line.setToolTip(field.help)
        self.box.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.edited)
        self.line.left.connect(self.left)
        self.line.returnPressed.connect(self.left)
        self.line.escaped.connect(self.escaped)
        if field.choices:
            self._add_popup(look, "chevron-down", _("选取"))

    def text(self) -> str:
        return self.line.text()

    def show_text(self, text: str) -> None:
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def show_fault(self, faulty: bool) -> None:  # noqa: FBT001 - a state
        if self.line.property("faulty") != faulty:
            self.line.setProperty("faulty", faulty)
            self.line.style().polish(self.line)

    def _add_popup(self, look: Look, icon: str, words: str) -> None:
        # The form is built anew for another theme, so the icon need not follow it.
        action = self.line.addAction(look.icons.icon(icon, 16), QLineEdit.ActionPosition.TrailingPosition)
        action.setToolTip(words)
        action.triggered.connect(self.open_popup)
        self.line.down.connect(self.open_popup)

    def open_popup(self) -> None:
        """Offer the choices."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for choice in self._field.choices:
            menu.addAction(choice).triggered.connect(lambda _checked=False, wanted=choice: self._take(wanted))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _take(self, text: str) -> None:
        self.line.setText(text)
        self.edited.emit(text)
        self.left.emit()


class DateEditor(LineEditor):
    """A day: typed in any usual way, or taken from a calendar."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self._day = ""
        self._add_popup(look, "chevron-down", _("日历"))

    def show_text(self, text: str) -> None:
        self._day = text
        day = QDate.fromString(text, Qt.DateFormat.ISODate)
        super().show_text(
            _("{y}年{m}月{d}日").format(y=day.year(), m=day.month(), d=day.day()) if day.isValid() else text
        )

    def open_popup(self) -> None:
        """Offer a calendar."""
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = QDate.fromString(self._day, Qt.DateFormat.ISODate)
        if day.isValid():
            calendar.setSelectedDate(day)
        box = QVBoxLayout(popup)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(calendar)

        def take(chosen: QDate) -> None:
            self._take(chosen.toString(Qt.DateFormat.ISODate))
            popup.close()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        calendar.setFocus()


class ChoiceEditor(Editor):
    """One of a few values."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._text = ""
        self.button = LabelledButton(look, "", 36, self)
        self.button.setToolTip(field.help)
        self.button.clicked.connect(self._offer)
        self.box.addWidget(self.button)
        self.setFocusProxy(self.button)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str) -> None:
        self._text = text
        self.button.show_value(text)
        self.button.setAccessibleName(f"{self._field.label}：{text}")

    def choose(self, text: str) -> None:
        """Take a choice as the clerk does."""
        self.show_text(text)
        self.edited.emit(text)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for choice in self._field.choices:
            action = menu.addAction(choice)
            action.setCheckable(True)
            action.setChecked(choice == self._text)
            action.triggered.connect(lambda _checked=False, wanted=choice: self.choose(wanted))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


class _Lines(QPlainTextEdit):
    left = Signal()
    escaped = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class LinesEditor(Editor):
    """A list or a table: one item a line; grows with its lines. The value has ； between items of a list."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._mark = "；" if field.type is FieldType.LIST else "\n"
        self._showing = False
        self.lines = _Lines(self)
        self.lines.setProperty("part", "field")
        self.lines.setAcceptDrops(False)  # as above
        self.lines.setTabChangesFocus(True)
        self.lines.document().setDocumentMargin(2)
        self.lines.setPlaceholderText(field.placeholder)
        self.lines.setAccessibleName(field.label)
        self.lines.setAccessibleDescription(field.help)
        self.lines.setToolTip(field.help)
        self.box.addWidget(self.lines)
        self.setFocusProxy(self.lines)
        self.lines.textChanged.connect(self._changed)
        self.lines.left.connect(self.left)
        self.lines.escaped.connect(self.escaped)
        self._grow()

    def text(self) -> str:
        return self.lines.toPlainText().replace("\n", self._mark)

    def show_text(self, text: str) -> None:
        if self.text() != text:
            self._showing = True
            self.lines.setPlainText(text.replace(self._mark, "\n"))
            self._showing = False
            self._grow()

    def _changed(self) -> None:
        self._grow()
        if not self._showing:
            self.edited.emit(self.text())

    def _grow(self) -> None:
        count = self.lines.document().blockCount()
        lines = max(_LEAST_LINES, min(_MOST_LINES, count))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if count > _MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.lines.setVerticalScrollBarPolicy(policy)
        self.lines.setFixedHeight(self._look.px(14 + 22 * lines))


def editor_for(field: Field, look: Look, parent: QWidget) -> Editor:
    """Return the editor of a field."""
    match field.type:
        case FieldType.TEXT | FieldType.INTEGER:
            return LineEditor(field, look, parent)
        case FieldType.DATE:
            return DateEditor(field, look, parent)
        case FieldType.CHOICE:
            return ChoiceEditor(field, look, parent)
        case FieldType.LIST | FieldType.TABLE:
            return LinesEditor(field, look, parent)
        case _:
            assert_never(field.type)
