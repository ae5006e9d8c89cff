"""The start page: open a report, try the sample, or go on with a recent one."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from report.words import _
from ui.parts.enter_button import EnterButton
from ui.parts.measures import keep_width
from ui.recent import RecentReport, RecentReports
from ui.theme import Look, Size

_LEFT = 352
_RIGHT = 720
_NARROW = 1200


class _LargeButton(EnterButton):
    """A row of 56: icon, words, shortcut at the right."""

    def __init__(self, look: Look, icon: str, words: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._words = words
        self._shortcut = shortcut
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_LEFT), self._look.px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look
        primary = self.property("part") == "primary"
        colour = look.tokens.on_fill if primary else look.tokens.text
        painter = QPainter(self)
        side = look.px(24)
        pixmap = look.icons.icon(self._icon, side, colour).pixmap(QSize(side, side), self.devicePixelRatioF())
        painter.drawPixmap(look.px(16), (self.height() - side) // 2, pixmap)
        painter.setPen(QColor(colour))
        painter.setFont(look.font(Size.REPORT))
        inside = self.rect().adjusted(look.px(52), 0, -look.px(16), 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.setFont(look.font(Size.CAPTION))
        painter.setPen(QColor(colour if primary else look.tokens.text3))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._shortcut)
        painter.end()


class _RecentRow(EnterButton):
    """A report of the list; the whole row opens it."""

    def __init__(self, look: Look, report: RecentReport, day: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.report = report
        self._day = day
        self.missing = False
        self.setProperty("part", "row")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{report.title}，{Path(report.path).name}，{day}")
        self.setToolTip(report.path)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(64))

    def show_missing(self, missing: bool) -> None:  # noqa: FBT001 - a state
        """Say that the file is gone, or not."""
        self.missing = missing
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, tokens = self._look, self._look.tokens
        painter = QPainter(self)
        side = look.px(24)
        name, colour = ("file-x-2", tokens.warn) if self.missing else ("file-text", tokens.text2)
        pixmap = look.icons.icon(name, side, colour).pixmap(QSize(side, side), self.devicePixelRatioF())
        painter.drawPixmap(look.px(16), (self.height() - side) // 2, pixmap)
        inside = self.rect().adjusted(look.px(52), look.px(8), -look.px(16), -look.px(8))
        painter.setFont(look.font(Size.CAPTION))
        painter.setPen(QColor(tokens.text2))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, right, self._day)
        inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(self._day) - look.px(16))
        path = Path(self.report.path)
        where = f"{path.parent.name} / {path.name}"
        second = _("找不到文件 · {path}").format(path=where) if self.missing else where
        painter.setPen(QColor(colour if self.missing else tokens.text3))
        lower = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(inside, lower, _fit(painter, second, inside.width()))
        painter.setFont(look.font())
        painter.setPen(QColor(tokens.text3 if self.missing else tokens.text))
        upper = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(inside, upper, _fit(painter, self.report.title or path.name, inside.width()))
        painter.end()


class StartPage(QWidget):
    """What is shown while no report is open."""

    open_requested = Signal()
    sample_requested = Signal()
    recent_chosen = Signal(str)  # path

    def __init__(self, recent: RecentReports, look: Look, today: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._recent = recent
        self._look = look
        self._today = today
        self.rows: list[_RecentRow] = []
        self._list = QVBoxLayout()
        self._formats = _label("", "quiet")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(look.px(64))
        self._columns.addWidget(self._left_column())
        self._columns.addWidget(self._right_column(), 1)
        page = QWidget()
        page.setObjectName("start")
        page.setMaximumWidth(look.px(_LEFT + 64 + _RIGHT))
        page.setLayout(self._columns)
        box = QHBoxLayout(self)
        box.setContentsMargins(32, look.px(64), 32, 32)
        box.addStretch(1)
        box.addWidget(page, 100)
        box.addStretch(1)
        recent.changed.connect(self.refresh)
        self.refresh()

    def show_formats(self, words: str) -> None:
        """Say which formats can be read."""
        self._formats.setText(_("可以打开 {formats}").format(formats=words))

    def show_missing(self, gone: frozenset[Path]) -> None:
        """Mark the rows whose file is gone."""
        for row in self.rows:
            row.show_missing(Path(row.report.path) in gone)

    def paths(self) -> tuple[Path, ...]:
        """Return the files of the rows."""
        return tuple(Path(row.report.path) for row in self.rows)

    def refresh(self) -> None:
        """Show the list as it is now."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.rows = [_RecentRow(self._look, report, self._day(report.opened)) for report in self._recent.reports()]
        for number, row in enumerate(self.rows):
            if number:
                self._list.addWidget(_line())
            row.clicked.connect(lambda _checked=False, path=row.report.path: self.recent_chosen.emit(path))
            self._list.addWidget(row)
        if not self.rows:
            note = QLabel(_("打开过的报告会列在这里。"))
            note.setProperty("part", "second")
            note.setAlignment(Qt.AlignmentFlag.AlignCenter)
            note.setMinimumHeight(self._look.px(96))
            self._list.addWidget(note)

    def _day(self, opened: str) -> str:
        """Return 今天 14:32, or 7月18日, or 2022年1月12日."""
        day, _t, time = opened.partition("T")
        year, month, number = (int(part) for part in day.split("-"))
        if day == self._today:
            return _("今天 {time}").format(time=time)
        words = _("{month}月{day}日").format(month=month, day=number)
        return words if self._today.startswith(f"{year}-") else _("{year}年{rest}").format(year=year, rest=words)

    def _left_column(self) -> QWidget:
        look = self._look
        column = QWidget()
        keep_width(column, look, _LEFT)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(_label(_("简报台"), "name"))
        box.addWidget(_label(_("把政府工作报告做成简报和会议材料"), "second"))
        box.addSpacing(18)
        open_ = _LargeButton(look, "folder-open", _("打开报告..."), "Ctrl+O")
        open_.setProperty("part", "primary")
        open_.clicked.connect(self.open_requested)
        sample = _LargeButton(look, "book-open", _("用样例试一试"), "")
        sample.clicked.connect(self.sample_requested)
        box.addWidget(open_)
        box.addWidget(sample)
        box.addSpacing(12)
        box.addWidget(_label(_("也可以把文件拖到窗口里。"), "second"))
        box.addWidget(self._formats)
        box.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        lock = QLabel()
        side = look.px(16)
        lock.setPixmap(look.icons.icon("lock", side).pixmap(side, side))
        foot.addWidget(lock)
        foot.addWidget(_label(_("文件只在本机处理，不联网"), "caption"), 1)
        box.addLayout(foot)
        return column

    def _right_column(self) -> QWidget:
        column = QWidget()
        column.setMaximumWidth(self._look.px(_RIGHT))
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 6, 0, 0)
        box.setSpacing(12)
        box.addWidget(_label(_("最近的报告"), "large"))
        card = QWidget()
        card.setObjectName("card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 8, 8, 8)
        self._list.setSpacing(0)
        inside.addLayout(self._list)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setObjectName("start")
        holder = QWidget()
        holder.setObjectName("start")
        holder_box = QVBoxLayout(holder)
        holder_box.setContentsMargins(0, 0, 0, 0)
        holder_box.addWidget(card)
        holder_box.addStretch(1)
        area.setWidget(holder)
        box.addWidget(area, 1)
        return column


def _label(words: str, part: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("part", part)
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("part", "line")
    return line


def _fit(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, width)
