"""The metrics as a table model with ticks, and the filter and order over it."""

from decimal import Decimal, InvalidOperation
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from report.model import Direction, Metric, Section
from report.words import _
from ui.models.outline_model import state_words, title_of
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX = QModelIndex()


class Column(IntEnum):
    """The columns, from the left."""

    TICK = 0
    NAME = 1
    VALUE = 2
    CHANGE = 3
    PERIOD = 4
    TARGET = 5
    SECTION = 6
    SENTENCE = 7


METRIC_ROLE = Qt.ItemDataRole.UserRole + 1  # id of the row's metric
SORT_ROLE = Qt.ItemDataRole.UserRole + 2


class MetricsModel(QAbstractTableModel):
    """One row a metric, in the order of the report."""

    tick_requested = Signal(str, bool)  # metric id

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._metrics: tuple[Metric, ...] = ()
        self._rows: dict[str, int] = {}
        self._changes: dict[str, str] = {}
        self._sections: dict[str, Section] = {}
        session.report_changed.connect(self._rebuild)
        session.selection_changed.connect(self._refresh)
        self._rebuild()

    def row_of(self, metric_id: str) -> int:
        """Return the row of a metric, -1 where there is none."""
        return self._rows.get(metric_id, -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._metrics)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return base | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.TICK else base

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return heads()[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return heads()[section] or _("勾选")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: PLR0911 - one a role
        if not index.isValid():
            return None
        metric = self._metrics[index.row()]
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(metric, column)
            case Qt.ItemDataRole.CheckStateRole if column is Column.TICK:
                return self._state(metric)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._session.report.sentence(metric)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = state_words(self._state(metric)) if column is Column.TICK else self._text(metric, column)
                return f"{heads()[column] or _('勾选')}：{words}"
            case _:
                return self._more(metric, column, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.TICK:
            return False
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        self.tick_requested.emit(self._metrics[index.row()].id, ticked)
        return True

    def _more(self, metric: Metric, column: Column, role: int) -> object:
        if role == METRIC_ROLE:
            return metric.id
        if role != SORT_ROLE:
            return None
        match column:
            case Column.TICK:
                return int(metric.id not in self._session.selection.metrics)
            case Column.VALUE:
                return _number(metric)
            case Column.SECTION | Column.SENTENCE:
                return metric.start
            case _:
                return self._text(metric, column)

    def _state(self, metric: Metric) -> Qt.CheckState:
        ticked = metric.id in self._session.selection.metrics
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    def _text(self, metric: Metric, column: Column) -> str:  # noqa: PLR0911 - one a column
        match column:
            case Column.TICK:
                return ""
            case Column.NAME:
                return metric.name
            case Column.VALUE:
                return _arrow(metric) if metric.change_of else metric.written
            case Column.CHANGE:
                return self._changes.get(metric.id, "")
            case Column.PERIOD:
                return metric.period
            case Column.TARGET:
                return _target(metric)
            case Column.SECTION:
                section = self._sections.get(metric.section)
                return title_of(section) if section else ""
            case Column.SENTENCE:
                return self._session.report.sentence(metric).strip()

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._metrics = self._session.report.metrics
        self._rows = {metric.id: row for row, metric in enumerate(self._metrics)}
        self._changes = {metric.change_of: _arrow(metric) for metric in self._metrics if metric.change_of}
        self._sections = {section.id: section for section in self._session.report.walk()}
        self.endResetModel()

    def _refresh(self) -> None:
        if self._metrics:
            last = self.index(len(self._metrics) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])


class MetricsFilter(QSortFilterProxyModel):
    """Keeps the rows whose name, value, section or sentence has the words looked for; sorts by meaning."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setSortRole(SORT_ROLE)

    def look_for(self, text: str) -> None:
        """Keep only rows that have every one of these words."""
        self._words = tuple(text.casefold().split())
        # A new pattern has the rows looked through again; the call made for that differs between releases of Qt.
        self.setFilterFixedString(text)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        model = self.sourceModel()
        columns = (Column.NAME, Column.VALUE, Column.SECTION, Column.SENTENCE)
        shown = " ".join(str(model.index(source_row, column, source_parent).data()) for column in columns).casefold()
        return all(word in shown for word in self._words)


def heads() -> tuple[str, ...]:
    """Return the heads of the columns, in the order of `Column`."""
    return ("", _("指标名称"), _("数值"), _("变化"), _("期间"), _("类别"), _("章节"), _("原句"))


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (Column.VALUE, Column.CHANGE) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _arrow(metric: Metric) -> str:
    match metric.direction:
        case Direction.UP:
            return f"↑{metric.written}"
        case Direction.DOWN:
            return f"↓{metric.written}"
        case Direction.NONE:
            return metric.written


def _target(metric: Metric) -> str:
    if metric.target is None:
        return ""
    return _("目标") if metric.target else _("完成")


def _number(metric: Metric) -> float:
    try:
        return float(Decimal(metric.value))
    except InvalidOperation:
        return 0.0
