"""The outline as a tree model with three-state ticks: the states of the Selection. It changes nothing itself."""

from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from report.model import Section, SectionKind
from report.selection import Mode
from report.words import _
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX = QModelIndex()


SECTION_ROLE = Qt.ItemDataRole.UserRole + 1  # id of the row's section
ROW_ROLE = Qt.ItemDataRole.UserRole + 2  # OutlineRow


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """All that a row shows."""

    title: str
    state: Qt.CheckState
    mode: Mode | None  # None where none is shown
    figures: int  # how many metrics it and its children hold
    depth: int  # 0 for the top
    tickable: bool = True


_NOTHING = OutlineRow("", Qt.CheckState.Unchecked, None, 0, 0)


@dataclass(slots=True)
class _Node:
    section: Section
    row: int
    parent: int  # place in the list of nodes, -1 for the top
    depth: int
    figures: int
    children: list[int] = field(default_factory=list[int])
    shown: OutlineRow = _NOTHING


class OutlineModel(QAbstractItemModel):
    """Sections in reading order; one column."""

    tick_requested = Signal(str, bool)  # section id

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._nodes: list[_Node] = []
        self._top: list[int] = []
        self._place: dict[str, int] = {}
        session.report_changed.connect(self._rebuild)
        session.selection_changed.connect(self._refresh)
        self._rebuild()

    def index_of(self, section_id: str) -> QModelIndex:
        """Return the index of a section, an invalid one where the report has none of this id."""
        at = self._place.get(section_id)
        return QModelIndex() if at is None else self.createIndex(self._nodes[at].row, 0, at)

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        siblings = self._children(parent)
        if column == 0 and 0 <= row < len(siblings):
            return self.createIndex(row, 0, siblings[row])
        return QModelIndex()

    def parent(self, child: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override] - QObject.parent() besides
        if not child.isValid():
            return QModelIndex()
        at = self._nodes[child.internalId()].parent
        return QModelIndex() if at < 0 else self.createIndex(self._nodes[at].row, 0, at)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return len(self._children(parent))

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: ARG002 - Qt's signature
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsUserCheckable if self._nodes[index.internalId()].shown.tickable else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self._nodes[index.internalId()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.shown.title
            case Qt.ItemDataRole.CheckStateRole:
                return node.shown.state if node.shown.tickable else None
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint(node)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(node)
            case _:
                return _more(node, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.tick_requested.emit(self._nodes[index.internalId()].section.id, Qt.CheckState(value) is _CHECKED)
        return True

    def _shown_mode(self, node: _Node) -> Mode | None:
        """Return the mode a row shows: of ticked sections with text of their own; of points only where it differs."""
        section, modes = node.section, self._session.selection.modes
        mode = modes.get(section.id)
        own_end = section.children[0].start if section.children else section.end
        if (
            mode is None
            or section.kind is SectionKind.FRONT
            or not self._session.report.text[section.body_start : own_end].strip()
        ):
            return None
        above = self._nodes[node.parent].section.id if node.parent >= 0 else ""
        return None if section.kind is SectionKind.POINT and modes.get(above) is mode else mode

    def _children(self, parent: Index) -> list[int]:
        return self._nodes[parent.internalId()].children if parent.isValid() else self._top

    def _hint(self, node: _Node) -> str:
        words = _("{title}\n{chars} 字，{figures} 项指标")
        chars = node.section.end - node.section.start
        return words.format(title=title_of(node.section), chars=chars, figures=node.figures)

    def _spoken(self, node: _Node) -> str:
        parts = [title_of(node.section), *([state_words(node.shown.state)] if node.shown.tickable else [])]
        mode = self._session.selection.modes.get(node.section.id)
        if mode is not None:
            parts.append(mode_words(mode))
        parts.append(_("{figures} 项指标").format(figures=node.figures))
        return "，".join(parts)

    def _rebuild(self) -> None:
        self.beginResetModel()
        counts = Counter(metric.section for metric in self._session.report.metrics)
        self._nodes = []
        self._place = {}
        self._top = [
            self._add(section, row, -1, 0, counts) for row, section in enumerate(self._session.report.sections)
        ]
        self._settle_all()
        self.endResetModel()

    def _add(self, section: Section, row: int, parent: int, depth: int, counts: Counter[str]) -> int:
        at = len(self._nodes)
        node = _Node(section, row, parent, depth, counts[section.id])
        self._nodes.append(node)
        self._place[section.id] = at
        for child_row, child in enumerate(section.children):
            child_at = self._add(child, child_row, at, depth + 1, counts)
            node.children.append(child_at)
            node.figures += self._nodes[child_at].figures
        return at

    def _settle_all(self) -> list[int]:
        """Bring every row up to the selection; return those that look different now."""
        changed: list[int] = []
        for at in self._top:
            self._settle(at, changed)
        return changed

    def _settle(self, at: int, changed: list[int]) -> Qt.CheckState:
        node = self._nodes[at]
        own = _CHECKED if node.section.id in self._session.selection.modes else Qt.CheckState.Unchecked
        states = {own, *(self._settle(child, changed) for child in node.children)}
        state = states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked
        tickable = node.section.kind is not SectionKind.FRONT
        shown = OutlineRow(title_of(node.section), state, self._shown_mode(node), node.figures, node.depth, tickable)
        if shown != node.shown:
            node.shown = shown
            changed.append(at)
        return state

    def _refresh(self) -> None:
        roles = [Qt.ItemDataRole.CheckStateRole, ROW_ROLE]
        for at in self._settle_all():
            index = self.createIndex(self._nodes[at].row, 0, at)
            self.dataChanged.emit(index, index, roles)


_CHECKED = Qt.CheckState.Checked


def _more(node: _Node, role: int) -> object:
    if role == SECTION_ROLE:
        return node.section.id
    return node.shown if role == ROW_ROLE else None


def title_of(section: Section) -> str:
    """Return the words of a row: number and title, 文首 for all that stands before the first heading."""
    if section.kind is SectionKind.FRONT and "." not in section.id:
        return _("文首")
    if section.kind is SectionKind.BODY and not section.title:
        return _("全文")
    return f"{section.number}{section.title}"


def state_words(state: Qt.CheckState) -> str:
    """Return the words for a tick."""
    match state:
        case Qt.CheckState.Checked:
            return _("已选")
        case Qt.CheckState.PartiallyChecked:
            return _("部分选中")
        case Qt.CheckState.Unchecked:
            return _("未选")


def mode_words(mode: Mode) -> str:
    """Return the words for a mode (印法)."""
    match mode:
        case Mode.FULL:
            return _("全文")
        case Mode.DIGEST:
            return _("摘要")
        case Mode.HEADING:
            return _("标题")
