"""Where the panes stand: side by side in wide windows, behind tabs in narrow ones."""

from enum import Enum

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.parts.pane import Pane
from ui.theme import Look


class Layout(Enum):
    """The classes of width; effective width is the window's divided by the scale of its words."""

    WIDE = "wide"
    NORMAL = "normal"
    NARROW = "narrow"
    COMPACT = "compact"


_LEAST = ((Layout.WIDE, 1600), (Layout.NORMAL, 1200), (Layout.NARROW, 960))

# Which panes stand together, by their place in (outline, report, fields, pages), and how wide a column begins.
_COLUMNS = {
    Layout.WIDE: (((0,), 344), ((1,), 696), ((3,), 536), ((2,), 320)),
    Layout.NORMAL: (((0,), 344), ((1, 2), 536), ((3,), 470)),
    Layout.NARROW: (((0,), 344), ((1, 2, 3), 616)),
    Layout.COMPACT: (((0, 1, 2, 3), 640),),
}
_SMALLEST = (288, 420, 304, 360)


class Column(QWidget):
    """Panes of which one is shown, under a head with their titles and the tools of the one shown."""

    def __init__(self, look: Look, panes: tuple[Pane, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._panes = panes
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._title = QLabel(self)
        self._tools = QStackedWidget(self)
        self._stack = QStackedWidget(self)
        head = QWidget(self)
        head.setObjectName("pane_head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setFixedHeight(look.px(41))
        row = QHBoxLayout(head)
        row.setContentsMargins(16 if len(panes) == 1 else 4, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._tabs)
        row.addWidget(self._title)
        for pane in panes:
            row.addWidget(pane.note)
        row.addStretch(1)
        for pane in panes:
            row.addWidget(pane.tools)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self._stack, 1)
        for pane in panes:
            self._tabs.addTab(pane.title)
            self._stack.addWidget(pane)
            pane.title_changed.connect(self._entitle)
        self._tabs.setVisible(len(panes) > 1)
        self._title.setVisible(len(panes) == 1)
        self._tabs.currentChanged.connect(self._turn)
        self._entitle()
        self._turn(0)

    def shows(self, pane: Pane) -> bool:
        """Bring a pane to the front; False where it stands in another column."""
        if pane not in self._panes:
            return False
        self._tabs.setCurrentIndex(self._panes.index(pane))
        return True

    def release(self) -> None:
        """Let go of the panes, so that they outlive the column."""
        for pane in self._panes:
            pane.title_changed.disconnect(self._entitle)
            for part in (pane, pane.note, pane.tools):
                part.hide()
                part.setParent(None)

    def _entitle(self) -> None:
        warn = self._look.icons.icon("triangle-alert", self._look.px(16), self._look.tokens.warn)
        for number, pane in enumerate(self._panes):
            self._tabs.setTabText(number, pane.title)
            self._tabs.setTabIcon(number, warn if pane.faulty else type(warn)())
        self._title.setText(self._panes[0].title)

    def _turn(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        for place, pane in enumerate(self._panes):
            pane.note.setVisible(place == number)
            pane.tools.setVisible(place == number)


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
        self._columns: tuple[Column, ...] = ()
        self._split = QSplitter(self)
        self._split.setHandleWidth(8)
        self._split.setChildrenCollapsible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._split)
        for pane, least in zip(panes, _SMALLEST, strict=True):
            pane.setMinimumWidth(min(least, 300))

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
        for column in self._columns:
            column.release()
            column.setParent(None)
            column.deleteLater()
        self._layout = layout
        self._columns = tuple(
            Column(self._look, tuple(self._panes[number] for number in numbers)) for numbers, _width in _COLUMNS[layout]
        )
        for column in self._columns:
            self._split.addWidget(column)
            column.show()
        growing = 2 if len(self._columns) > 2 else len(self._columns) - 1
        for number in range(len(self._columns)):
            self._split.setStretchFactor(number, int(number == growing))
        state = self._settings.value(f"panes/{layout.value}")
        if not (isinstance(state, QByteArray) and self._split.restoreState(state)):
            self._size(layout)
        self.layout_changed.emit()

    def _size(self, layout: Layout) -> None:
        sizes = [self._look.px(width) for _numbers, width in _COLUMNS[layout]]
        growing = 2 if len(sizes) > 2 else len(sizes) - 1
        sizes[growing] += max(0, self.width() - sum(sizes) - 8 * (len(sizes) - 1))
        self._split.setSizes(sizes)
