"""指标: the table of metrics under the report, with ticks, order and search."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from report.words import _
from ui.models.metrics_model import METRIC_ROLE, Column, MetricsFilter, MetricsModel
from ui.parts.empty_note import EmptyNote
from ui.parts.measures import keep_height, keep_width
from ui.parts.search_field import SearchField
from ui.parts.tick import SIDE, paint_tick
from ui.session import Session
from ui.theme import Look, Size

Index = QModelIndex | QPersistentModelIndex

_FIXED = {Column.TICK: 44, Column.CHANGE: 84, Column.PERIOD: 112, Column.TARGET: 56, Column.SECTION: 150}
# The order of giving way: the first is hidden first when the pane gets narrow.
_GIVE_WAY = ((Column.SECTION, 900), (Column.TARGET, 740), (Column.PERIOD, 660), (Column.CHANGE, 480))
_MOST_VALUE = 128


class MetricsDelegate(QStyledItemDelegate):
    """Paints tick, words and the bar of the current row."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look
        rect: QRect = option.rect  # type: ignore[assignment] - the stubs know no fields of style options
        painter.save()
        current = self._view.currentIndex()
        if current.isValid() and current.row() == index.row():
            painter.fillRect(rect, QColor(look.tokens.tint))
            if index.column() == Column.TICK:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(look.tokens.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(look.tokens.line))
        ticked = index.model().index(index.row(), Column.TICK).data(Qt.ItemDataRole.CheckStateRole)
        if index.column() == Column.TICK:
            top = rect.top() + (rect.height() - look.px(SIDE)) / 2
            paint_tick(painter, rect.left() + look.px(16), top, Qt.CheckState(ticked), look)
        else:
            self._paint_words(painter, rect, index, Qt.CheckState(ticked) is Qt.CheckState.Checked)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, ticked: bool) -> None:  # noqa: FBT001
        look = self._look
        large = index.column() in (Column.NAME, Column.VALUE, Column.CHANGE)
        painter.setFont(look.font(Size.NORMAL if large else Size.SMALL))
        painter.setPen(QColor(look.tokens.text if ticked and large else look.tokens.text3))
        inside = rect.adjusted(look.px(8), 0, -look.px(8), 0)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), fitting)


class MetricsTable(QTableView):
    """The table: Space ticks the current row, Ctrl+A ticks all that are shown, Enter goes to the place."""

    all_shown_wanted = Signal()
    place_wanted = Signal(QModelIndex)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._widest = 0
        self._filled: set[Column] = set()
        self.setItemDelegate(MetricsDelegate(look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("指标"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(20)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._measure()
        look.changed.connect(self._measure)
        self.clicked.connect(self._click)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and current.isValid():
            self._toggle(current.siblingAtColumn(Column.TICK))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.place_wanted.emit(current)
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.all_shown_wanted.emit()
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Give the columns the width there is; the less needed ones go first."""
        width = self.viewport().width()
        for column, least in _GIVE_WAY:
            self.setColumnHidden(column, width < self._look.px(least) or column not in self._filled)
        left = width
        for column, wanted in _FIXED.items():
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, self._look.px(wanted))
                left -= self._look.px(wanted)
        value = min(max(self._widest + self._look.px(18), self._look.px(80)), self._look.px(_MOST_VALUE))
        self.setColumnWidth(Column.VALUE, value)
        left -= value
        name = max(min(left, self._look.px(150)), round(left * 0.6))
        self.setColumnWidth(Column.NAME, name)
        self.setColumnWidth(Column.SENTENCE, max(left - name, 0))

    def measure_contents(self) -> None:
        """Look at the rows of the model: how wide the widest value is, which columns hold anything."""
        model = self.model()
        if not isinstance(model, MetricsFilter):
            return  # none is set yet
        metrics = QFontMetrics(self._look.font())
        rows = range(model.rowCount())
        values = (str(model.index(row, Column.VALUE).data()) for row in rows)
        self._widest = max(map(metrics.horizontalAdvance, values), default=0)
        self._filled = {column for column in _FIXED if any(model.index(row, column).data() for row in rows)}
        self.fit()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(36))
        self.horizontalHeader().setFixedHeight(self._look.px(32))
        self.measure_contents()

    def _click(self, index: QModelIndex) -> None:
        if index.column() == Column.TICK:
            self._toggle(index)

    def _toggle(self, index: QModelIndex) -> None:
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)


class MetricsPanel(QWidget):
    """The panel under the report. It asks for ticks and places; it changes nothing."""

    metric_toggled = Signal(str, bool)
    all_ticked = Signal(list)  # ids of metrics
    place_chosen = Signal(str)  # id of a metric

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.model = MetricsModel(session, self)
        self.shown = MetricsFilter(self)
        self.shown.setSourceModel(self.model)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(_("指标"))
        self.search = SearchField(look, _("筛选指标"), self)
        keep_width(self.search, look, 184)
        self.table = MetricsTable(look, self)
        self.table.setModel(self.shown)
        self.empty = EmptyNote(look, "search", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        head = QWidget(self)
        head.setObjectName("pane_head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keep_height(head, look, 41)
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 0, 12, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.search)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.model.tick_requested.connect(self.metric_toggled)
        self.model.modelReset.connect(self._open)
        self.search.textChanged.connect(self._look_for)
        self.empty.chosen.connect(self.search.clear)
        self.table.all_shown_wanted.connect(self._tick_shown)
        self.table.place_wanted.connect(self._go)
        self.table.selectionModel().currentRowChanged.connect(self._go)
        self._session.place_changed.connect(self._follow)

    def _open(self) -> None:
        self.search.clear()
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.measure_contents()
        self._look_for("")

    def _go(self, index: QModelIndex) -> None:
        metric = index.siblingAtColumn(Column.TICK).data(METRIC_ROLE)
        if metric and metric != self._session.place.metric:
            self.place_chosen.emit(str(metric))

    def _follow(self, by: object) -> None:
        row = self.model.row_of(self._session.place.metric)
        index = self.shown.mapFromSource(self.model.index(row, Column.TICK)) if row >= 0 else QModelIndex()
        if not index.isValid():
            self.table.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)
        elif index.row() != self.table.currentIndex().row():
            self.table.setCurrentIndex(index)
        if by is not self and index.isValid():
            self.table.scrollTo(index)
        self.table.viewport().update()

    def _look_for(self, text: str) -> None:
        self.shown.look_for(text)
        total, shown = self.model.rowCount(), self.shown.rowCount()
        count = f"{total}" if shown == total else f"{shown} / {total}"
        self.tabs.setTabText(0, _("指标 {count}").format(count=count))
        if not total:
            self.empty.say(_("这份报告里没有找到带数字的指标。"))
        elif not shown:
            words = _("没有符合“{text}”的指标").format(text=text)
            self.empty.say(words, _("共 {total} 项指标").format(total=total), _("清除筛选"))
        self._stack.setCurrentWidget(self.table if shown else self.empty)

    def _tick_shown(self) -> None:
        rows = range(self.shown.rowCount())
        self.all_ticked.emit([str(self.shown.index(row, Column.TICK).data(METRIC_ROLE)) for row in rows])
