"""Where the panes stand: side by side in wide windows, behind tabs in narrow ones."""

from enum import Enum

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.parts.measures import keep_height
from ui.parts.pane import Pane
from ui.theme import Look


class Layout(Enum):
    """The classes of width; effective width is the window's divided by the scale of its words."""

    WIDE = "wide"
    NORMAL = "normal"
    NARROW = "narrow"
    COMPACT = "compact"


_LEAST = ((Layout.WIDE, 1600), (Layout.NORMAL, 1200), (Layout.NARROW, 960))

# Which panes stand together in each of the four columns, by their place in (outline, report, fields, pages),
# and how wide the columns begin; one without panes is not shown. Few panes move from class to class.
_PANES = {
    Layout.WIDE: ((0,), (1,), (3,), (2,)),
    Layout.NORMAL: ((0,), (1, 2), (3,), ()),
    Layout.NARROW: ((0,), (1, 2, 3), (), ()),
    Layout.COMPACT: ((), (0, 1, 2, 3), (), ()),
}
_WIDTHS = {
    Layout.WIDE: (344, 696, 536, 320),
    Layout.NORMAL: (344, 536, 470, 0),
    Layout.NARROW: (344, 616, 0, 0),
    Layout.COMPACT: (0, 640, 0, 0),
}
_SMALLEST = 300
_GROWING = {Layout.WIDE: 2, Layout.NORMAL: 2, Layout.NARROW: 1, Layout.COMPACT: 1}


class Column(QWidget):
    """Panes of which one is shown, under a head with their titles and the tools of the one shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._panes: tuple[Pane, ...] = ()
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._title = QLabel(self)
        self._stack = QStackedWidget(self)
        head = QWidget(self)
        head.setObjectName("pane_head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keep_height(head, look, 41)
        self._row = QHBoxLayout(head)
        self._row.setSpacing(8)
        self._row.addWidget(self._tabs)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._turn)
        look.changed.connect(self._entitle)

    def take(self, panes: tuple[Pane, ...]) -> None:
        """Hold these panes; those it holds already are not touched."""
        shown = self._panes[self._tabs.currentIndex()] if self._panes else None
        for pane in self._panes:
            if pane not in panes:
                pane.title_changed.disconnect(self._entitle)
        for pane in panes:
            if pane not in self._panes:
                self._row.insertWidget(2, pane.note)
                self._row.addWidget(pane.tools)
                self._stack.addWidget(pane)
                pane.title_changed.connect(self._entitle)
        self._panes = panes
        self._tabs.blockSignals(True)  # noqa: FBT003 - Qt's signature
        while self._tabs.count():
            self._tabs.removeTab(0)
        for pane in panes:
            self._tabs.addTab(pane.title)
        self._tabs.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._tabs.setVisible(len(panes) > 1)
        self._title.setVisible(len(panes) == 1)
        self._row.setContentsMargins(4 if len(panes) > 1 else 16, 0, 12, 0)
        self.setVisible(bool(panes))
        self._entitle()
        self._tabs.setCurrentIndex(panes.index(shown) if shown in panes else 0)
        self._turn(self._tabs.currentIndex())

    def shows(self, pane: Pane) -> bool:
        """Bring a pane to the front; False where it stands in another column."""
        if pane not in self._panes:
            return False
        self._tabs.setCurrentIndex(self._panes.index(pane))
        return True

    def _entitle(self) -> None:
        warn = self._look.icons.icon("triangle-alert", self._look.px(16), self._look.tokens.warn)
        for number, pane in enumerate(self._panes):
            self._tabs.setTabText(number, pane.title)
            self._tabs.setTabIcon(number, warn if pane.faulty else QIcon())
        if self._panes:
            self._title.setText(self._panes[0].title)

    def _turn(self, number: int) -> None:
        for place, pane in enumerate(self._panes):
            pane.note.setVisible(place == number)
            pane.tools.setVisible(place == number)
            if place == number:
                self._stack.setCurrentWidget(pane)


class Workspace(QWidget):
    """The panes of the working window."""

    layout_changed = Signal()

    def __init__(
        self, look: Look, settings: QSettings, panes: tuple[Pane, Pane, Pane, Pane], parent: QWidget | None = None
    ) -> None:
        """Take the panes in the order outline, report, fields, pages."""
        super().__init__(parent)
        self._look = look
        self._settings = settings
        self._panes = panes
        self._layout: Layout | None = None
        self._columns = tuple(Column(look, self) for _number in range(4))
        self._split = QSplitter(self)
        self._split.setHandleWidth(8)
        self._split.setChildrenCollapsible(False)
        for column in self._columns:
            self._split.addWidget(column)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._split)
        look.changed.connect(self.arrange)
        for pane in panes:
            pane.setMinimumWidth(_SMALLEST)

    @property
    def shape(self) -> Layout | None:
        """The class of width now."""
        return self._layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the panes as the width asks."""
        effective = self.width() / self._look.scale
        wanted = next((layout for layout, least in _LEAST if effective >= least), Layout.COMPACT)
        if wanted is not self._layout:
            self.remember()
            self._place(wanted)

    def bring(self, pane: Pane) -> None:
        """Bring a pane to the front of its column."""
        for column in self._columns:
            if column.shows(pane):
                return

    def remember(self) -> None:
        """Keep the sizes of the panes for this class of width."""
        if self._layout is not None:
            self._settings.setValue(f"panes/{self._layout.value}", self._split.saveState())

    def restore_default(self) -> None:
        """Give the panes their first sizes again."""
        if self._layout is not None:
            self._settings.remove(f"panes/{self._layout.value}")
            self._size(self._layout)

    def _place(self, layout: Layout) -> None:
        self._layout = layout
        # Columns that lose panes come last: a pane goes straight to its new place.
        for column, numbers in sorted(zip(self._columns, _PANES[layout], strict=True), key=lambda pair: -len(pair[1])):
            column.take(tuple(self._panes[number] for number in numbers))
        for number in range(len(self._columns)):
            self._split.setStretchFactor(number, int(number == _GROWING[layout]))
        state = self._settings.value(f"panes/{layout.value}")
        if not (isinstance(state, QByteArray) and self._split.restoreState(state)):
            self._size(layout)
        self.layout_changed.emit()

    def _size(self, layout: Layout) -> None:
        sizes = [self._look.px(width) for width in _WIDTHS[layout]]
        shown = sum(1 for size in sizes if size)
        sizes[_GROWING[layout]] += max(0, self.width() - sum(sizes) - 8 * (shown - 1))
        self._split.setSizes(sizes)
