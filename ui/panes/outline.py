"""选取内容: the outline with its ticks, the search in titles, and the sums of what is ticked."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from report.selection import Mode
from report.words import _
from ui.models.outline_model import ROW_ROLE, SECTION_ROLE, OutlineModel, mode_words
from ui.panes.outline_rows import OutlineDelegate, Zone
from ui.parts.buttons import IconButton, LabelledButton
from ui.parts.elided_label import ElidedLabel
from ui.parts.empty_note import EmptyNote
from ui.parts.pane import Pane
from ui.parts.search_field import SearchField
from ui.printed import printed_chars
from ui.session import Session, countable
from ui.theme import Look

_MOST_ROWS_OPEN = 60


class OutlineView(QTreeView):
    """The tree. A click on the tick ticks, on the mode word opens the modes, elsewhere goes to the place."""

    mode_menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setHeaderHidden(True)
        self.setUniformRowHeights(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setExpandsOnDoubleClick(False)
        self._rows = OutlineDelegate(look, self)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(_("选取内容"))
        self._measure()
        look.changed.connect(self._measure)

    def _measure(self) -> None:
        self.setIndentation(self._look.px(16))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        rect = self.visualRect(index)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid() or point.x() < rect.left():
            super().mousePressEvent(event)
            return
        zone = self._rows.zone(rect, point.x(), point.y(), index)
        if zone is Zone.TICK:
            self.toggle(index)
            return
        super().mousePressEvent(event)
        if zone is Zone.MODE:
            self.mode_menu_wanted.emit(index, self.viewport().mapToGlobal(QPoint(point.x(), rect.top() + 28)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def toggle(self, index: QModelIndex) -> None:
        """Ask for the other state of a tick; what is partly ticked becomes ticked."""
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override] - the stubs add QPersistentModelIndex
        row: QRect = options.rect  # type: ignore[assignment] - the stubs know no fields of style options
        tokens = self._look.tokens
        if index == self.currentIndex():
            painter.fillRect(row, QColor(tokens.tint))
            painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), QColor(tokens.accent))
        super().drawRow(painter, options, index)
        if index == self.currentIndex() and self.hasFocus():
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(row.adjusted(0, 0, -1, -1))
            painter.drawRect(row.adjusted(1, 1, -2, -2))

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:  # type: ignore[override] - as drawRow
        if not self.model().hasChildren(index):
            return
        side = self._look.px(16)
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        place = QRect(rect.right() - side + 1, rect.center().y() - side // 2, side, side)
        self._look.icons.icon(name, side).paint(painter, place)

    def viewportEvent(self, event: QEvent) -> bool:
        # No hover look of the style: rows are painted here.
        return False if event.type() == QEvent.Type.HoverMove else super().viewportEvent(event)


class OutlinePane(Pane):
    """The left pane. It asks for ticks, modes and places; it changes nothing."""

    tick_toggled = Signal(str, bool)  # section id
    mode_chosen = Signal(str, Mode)
    tick_all_requested = Signal(str)  # all, none, invert, figures
    place_chosen = Signal(str)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("选取内容"), parent)
        self._session = session
        self.model = OutlineModel(session, self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setRecursiveFilteringEnabled(True)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filter.setSourceModel(self.model)
        self.view = OutlineView(look, self)
        self.view.setModel(self._filter)
        self.search = SearchField(look, _("查找标题"), self)
        self.empty = EmptyNote(look, "search", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._sections_note = ElidedLabel(self)
        self._sums_note = ElidedLabel(self)
        self._place_parts()
        self.model.tick_requested.connect(self.tick_toggled)
        self.view.mode_menu_wanted.connect(self._offer_modes)
        self.view.selectionModel().currentChanged.connect(self._go)
        self.search.textChanged.connect(self._look_for)
        self.empty.chosen.connect(self.search.clear)
        session.report_changed.connect(self._open)
        session.selection_changed.connect(self._sum)
        session.place_changed.connect(self._follow)

    @property
    def sums(self) -> tuple[str, str]:
        """What the foot says of sections and of figures."""
        return self._sections_note.text(), self._sums_note.text()

    def expand_to(self, depth: int) -> None:
        """Open the tree down to a level; -1 for all."""
        if depth < 0:
            self.view.expandAll()
            return
        self.view.collapseAll()
        if depth:
            self.view.expandToDepth(depth - 1)

    def _place_parts(self) -> None:
        look = self.look
        levels = IconButton(look, "list-tree", _("展开到第几级"))
        levels.setMenu(self._levels_menu(levels))
        levels.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.tools_box.addWidget(levels)
        rules = LabelledButton(look, "", 32, self)
        rules.show_value(_("勾选"))
        rules.clicked.connect(lambda: self._rules_menu(rules).popup(rules.mapToGlobal(QPoint(0, rules.height() + 2))))
        row = QWidget(self)
        row_box = QHBoxLayout(row)
        row_box.setContentsMargins(16, 8, 12, 6)
        row_box.setSpacing(8)
        row_box.addWidget(self.search, 1)
        row_box.addWidget(rules)
        self.box.addWidget(row)
        self.box.addWidget(self._stack, 1)
        foot = QWidget(self)
        foot.setObjectName("outline_foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot_box = QHBoxLayout(foot)
        foot_box.setContentsMargins(16, 5, 12, 5)
        for label in (self._sections_note, self._sums_note):
            label.setProperty("part", "caption")
        foot_box.addWidget(self._sections_note)
        foot_box.addStretch(1)
        foot_box.addWidget(self._sums_note)
        self.box.addWidget(foot)

    def _levels_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for depth, words in ((1, _("第 1 级")), (2, _("第 2 级")), (3, _("第 3 级")), (-1, _("全部"))):
            action = menu.addAction(_("展开到{level}").format(level=words) if depth > 0 else _("全部展开"))
            action.triggered.connect(lambda _checked=False, to=depth: self.expand_to(to - 1 if to > 0 else -1))
        return menu

    def _rules_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for rule, words in (
            ("all", _("全选")),
            ("none", _("全不选")),
            ("invert", _("反选")),
            ("figures", _("只选有数字的部分")),
        ):
            menu.addAction(words).triggered.connect(
                lambda _checked=False, wanted=rule: self.tick_all_requested.emit(wanted)
            )
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._offer_modes(index, event.globalPos())

    def _offer_modes(self, index: QModelIndex, at: QPoint) -> None:
        section = str(index.data(SECTION_ROLE))
        now = index.data(ROW_ROLE).mode
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, mode in enumerate(Mode, start=1):
            action = menu.addAction(f"{mode_words(mode)}\tAlt+{number}")
            action.setCheckable(True)
            action.setChecked(mode == now)
            action.triggered.connect(lambda _checked=False, wanted=mode, of=section: self.mode_chosen.emit(of, wanted))
        menu.popup(at)

    def _open(self) -> None:
        self.search.clear()
        headings = sum(1 for _section in self._session.report.walk())
        if headings <= _MOST_ROWS_OPEN:
            self.view.expandAll()
        else:
            self.expand_to(1)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid() and self._session.place.section != index.data(SECTION_ROLE):
            self.place_chosen.emit(str(index.data(SECTION_ROLE)))

    def _follow(self, by: object) -> None:
        if by is self:
            return
        index = self._filter.mapFromSource(self.model.index_of(self._session.place.section))
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _look_for(self, text: str) -> None:
        self._filter.setFilterFixedString(text)
        if text:
            self.view.expandAll()
        nothing = bool(text) and self._filter.rowCount() == 0
        self.empty.say(_("没有含“{text}”的标题").format(text=text), "", _("清除"))
        self._stack.setCurrentWidget(self.empty if nothing else self.view)

    def _sum(self) -> None:
        report, selection = self._session.report, self._session.selection
        counted = [section for section in report.walk() if countable(section)]
        ticked = sum(1 for section in counted if section.id in selection.modes)
        words = _("已选 {ticked} / {all} 节").format(ticked=ticked, all=len(counted))
        self._sections_note.setText(words)
        chars = printed_chars(report, selection)
        sums = _("{chars:,} 字 · {figures} 项指标").format(chars=chars, figures=len(selection.metrics))
        self._sums_note.setText(sums)
