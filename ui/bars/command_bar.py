"""The bar that reads as a sentence: 打开 · 文种 · 生成."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from generators.kinds import Kind
from report.words import _
from ui.parts.buttons import IconButton, LabelledButton, push_button, with_icon
from ui.parts.measures import keep_height
from ui.session import Session
from ui.theme import Look

FORMATS = (("docx", "pdf"), ("docx",), ("pdf",))
_WORDS_FROM = 900


class CommandBar(QWidget):
    """It asks; it does nothing itself."""

    open_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    kind_chosen = Signal(object)  # Kind
    make_requested = Signal()
    formats_chosen = Signal(object)  # tuple of format names
    make_elsewhere_requested = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._formats = FORMATS[0]
        self._making = False
        self.setObjectName("command_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keep_height(self, look, 56)
        self._open = push_button(_("打开"), "flat", self)
        self._open.setProperty("tall", True)  # noqa: FBT003 - Qt's signature
        with_icon(self._open, look, "folder-open", 24)
        self._undo = IconButton(look, "undo", _("撤销"), self)
        self._redo = IconButton(look, "redo", _("重做"), self)
        self._kind = LabelledButton(look, _("文种"), parent=self)
        self._profile = LabelledButton(look, _("版式"), parent=self)
        self._profile.show_value(_("公文标准"))
        self._profile.setToolTip(_("符合 GB/T 9704—2012"))
        self.make_button = push_button("", "primary", self)
        self.more_button = push_button("", "primary", self)
        self._place_parts()
        self._connect()
        self._refresh()

    def set_formats(self, formats: tuple[str, ...]) -> None:
        """Write on the button what it makes."""
        self._formats = formats
        self._refresh()

    def set_making(self, making: bool) -> None:  # noqa: FBT001 - a state
        """While something is made, nothing else can be."""
        self._making = making
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def _place_parts(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        stroke = QFrame(self)
        stroke.setProperty("part", "stroke")
        stroke.setFixedHeight(self._look.px(24))
        for part in (self._open, self._undo, self._redo, stroke, self._kind, self._profile):
            row.addWidget(part)
        row.addStretch(1)
        make = QHBoxLayout()
        make.setSpacing(0)
        self.make_button.setProperty("side", "left")
        self.more_button.setProperty("side", "right")
        self.more_button.setAccessibleName(_("生成的格式和位置"))
        self.more_button.setToolTip(_("生成的格式和位置"))
        for button in (self.make_button, self.more_button):
            button.setProperty("tall", True)  # noqa: FBT003 - Qt's signature
            make.addWidget(button)
        with_icon(self.more_button, self._look, "chevron-down", 20, self._make_colour)
        row.addLayout(make)

    def _connect(self) -> None:
        self._open.clicked.connect(self.open_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        self._kind.clicked.connect(self.open_kinds)
        self._profile.clicked.connect(self._open_profiles)
        self.make_button.clicked.connect(self.make_requested)
        self.more_button.clicked.connect(self._open_more)
        self._session.selection_changed.connect(self._refresh)
        self._session.kind_changed.connect(self._refresh)
        self._session.report_changed.connect(self._refresh)

    def open_kinds(self) -> None:
        """Open the list of kinds."""
        menu = _menu(self._kind)
        for kind in self._session.kinds:
            action = menu.addAction(kind.title)
            action.setCheckable(True)
            action.setChecked(kind == self._session.kind)
            action.triggered.connect(lambda _checked=False, wanted=kind: self._choose_kind(wanted))
        _drop(menu, self._kind)

    def _choose_kind(self, kind: Kind) -> None:
        self.kind_chosen.emit(kind)

    def _open_profiles(self) -> None:
        menu = _menu(self._profile)
        action = menu.addAction(_("公文标准 · 符合 GB/T 9704—2012"))
        action.setCheckable(True)
        action.setChecked(True)
        _drop(menu, self._profile)

    def _open_more(self) -> None:
        menu = _menu(self.more_button)
        for formats in FORMATS:
            action = menu.addAction(only_words(formats))
            action.setCheckable(True)
            action.setChecked(formats == self._formats)
            action.triggered.connect(lambda _checked=False, wanted=formats: self.formats_chosen.emit(wanted))
        menu.addSeparator()
        menu.addAction(_("生成到别处...\tF12")).triggered.connect(self.make_elsewhere_requested)
        _drop(menu, self.more_button)

    def _make_colour(self) -> str:
        return self._look.tokens.on_fill

    def _refresh(self) -> None:
        session = self._session
        words = self.width() >= self._look.px(_WORDS_FROM)
        self._open.setText(_("打开") if words else "")
        self._open.setAccessibleName(_("打开"))
        self._undo.setEnabled(bool(session.undo_words))
        self._undo.name(_("撤销：{step}").format(step=session.undo_words) if session.undo_words else _("撤销"))
        self._redo.setEnabled(bool(session.redo_words))
        self._redo.name(_("重做：{step}").format(step=session.redo_words) if session.redo_words else _("重做"))
        self._kind.show_value(session.kind.title if session.kind else "")
        self._kind.setEnabled(bool(session.kinds))
        self._profile.setVisible(words)
        make = make_words(self._formats) if words else _("生成")
        self.make_button.setText(_("正在生成") if self._making else make)
        can_make = session.kind is not None and not self._making
        for button in (self.make_button, self.more_button):
            button.setEnabled(can_make)


def make_words(formats: tuple[str, ...]) -> str:
    """Return the words on the button that makes files."""
    return _("生成 {formats}").format(formats=_(" 和 ").join(_NAMES[name] for name in formats))


def only_words(formats: tuple[str, ...]) -> str:
    """Return the words of a choice of formats in the menu."""
    names = _(" 和 ").join(_NAMES[name] for name in formats)
    return names if len(formats) > 1 else _("只要 {name}").format(name=names)


_NAMES = {"docx": "Word", "pdf": "PDF"}


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _drop(menu: QMenu, button: QPushButton) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
