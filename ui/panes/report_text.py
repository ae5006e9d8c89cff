"""报告: the report's own words. Dark with a line in the margin is printed; figures are marked."""

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from report.model import Report, SectionKind
from report.words import _
from ui.panes.shown_text import ShownText
from ui.printed import printed_spans
from ui.session import Session
from ui.theme import Look, Size
from ui.turns import Turns


class ReportText(QTextEdit):
    """Read-only and selectable. It asks for places and ticks; nothing in the report is mended."""

    place_chosen = Signal(int)  # offset in the report
    metric_toggled = Signal(str, bool)

    def __init__(self, session: Session, look: Look, turns: Turns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._turns = turns
        self._shown: Report | None = None  # the report whose words stand here
        self._figures: dict[str, QTextCursor] = {}
        self.words = ShownText(session.report)
        self._printed: tuple[tuple[int, int], ...] = ()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("报告"))
        session.report_changed.connect(self._begin)
        session.selection_changed.connect(self._mark)
        session.place_changed.connect(self._follow)
        look.changed.connect(self._begin)

    # Events

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words as the report has them, without the joiners of the shown copy."""
        cursor = self.textCursor()
        start, end = self.words.offset_at(cursor.selectionStart()), self.words.offset_at(cursor.selectionEnd())
        data = QMimeData()
        data.setText(self._session.report.text[start:end])
        return data

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.place_chosen.emit(self.words.offset_at(self.cursorForPosition(event.position().toPoint()).position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Space and self._session.place.metric:
            metric = self._session.place.metric
            self.metric_toggled.emit(metric, metric not in self._session.selection.metrics)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        colour = QColor(self._look.tokens.accent)
        scrolled = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid():
            box = layout.blockBoundingRect(block).translated(0, -scrolled)
            if box.top() > self.viewport().height():
                break
            self._paint_margin(painter, block, box, colour)
            block = block.next()
        painter.end()

    def _paint_margin(self, painter: QPainter, block: QTextBlock, box: QRectF, colour: QColor) -> None:
        start, end = block.position(), block.position() + block.length() - 1
        lines = block.layout()
        for span_start, span_end in self._printed:
            begin, finish = max(start, self.words.shown_at(span_start)), min(end, self.words.shown_at(span_end))
            if begin >= finish:
                continue
            first = lines.lineForTextPosition(begin - start)
            last = lines.lineForTextPosition(finish - 1 - start)
            if first.isValid() and last.isValid():
                top = box.top() + first.y()
                bottom = box.top() + last.y() + self._look.px(30)
                painter.fillRect(QRectF(8, top + 2, 3, bottom - top - 4), colour)

    # What is shown

    def _begin(self) -> None:
        """Take the words of another report, in turns."""
        self._shown = None
        self._turns.soon(self._open, self._shape, self._finish)

    def _finish(self) -> None:
        report = self._session.report
        self._figures = {metric.id: self._cursor(metric.start, metric.end) for metric in report.metrics}
        self._shown = report
        self._follow(None)

    def _open(self) -> None:
        report = self._session.report
        self.setExtraSelections([])
        self.words = ShownText(report)
        self.setPlainText(self.words.text)
        self.document().setDefaultFont(self._look.font(Size.REPORT))
        self.document().setDocumentMargin(0)

    def _shape(self) -> None:
        """Give paragraphs their measures and headings their weight."""
        look = self._look
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(look.px(30), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        lines.setLeftMargin(look.px(32))
        lines.setRightMargin(look.px(12))
        lines.setTextIndent(look.px(34))
        cursor.mergeBlockFormat(lines)
        for section in self._session.report.walk():
            if section.kind in (SectionKind.HEADING, SectionKind.POINT) and section.body_start > section.start:
                self._embolden(cursor, section.start, section.body_start, section.id)
        cursor.endEditBlock()

    def _embolden(self, cursor: QTextCursor, start: int, end: int, section_id: str) -> None:
        heading = QTextCharFormat()
        heading.setFont(
            self._look.font(Size.HEADING if "." not in section_id else Size.REPORT, bold=True),
            QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly,
        )
        cursor.setPosition(self.words.shown_at(start))
        cursor.setPosition(self.words.shown_at(end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(heading)

    def _mark(self) -> None:
        """Lay the looks of what is printed, left out, ticked and current over the words; nothing moves."""
        report, selection = self._session.report, self._session.selection
        if report is not self._shown:
            return
        tokens = self._look.tokens
        self._printed = printed_spans(report, selection)
        marks: list[QTextEdit.ExtraSelection] = []
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(tokens.text3))
        at = 0
        for start, end in (*self._printed, (len(report.text), len(report.text))):
            if at < start:
                marks.append(_extra(self._cursor(at, start), quiet))
            at = max(at, end)
        ticked, open_, current = _figure_looks(self._look)
        for metric in report.metrics:
            look = ticked if metric.id in selection.metrics else open_
            look = current if metric.id == self._session.place.metric else look
            marks.append(_extra(self._figures[metric.id], look))
        self.setExtraSelections(marks)
        self.viewport().update()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.words.shown_at(start))
        cursor.setPosition(self.words.shown_end(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _follow(self, by: object) -> None:
        self._mark()
        place = self._session.place
        if by is self or self._session.report is not self._shown:
            return
        at = self._session.metric(place.metric).start if place.metric else place.start
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.words.shown_at(at))
        box = self.cursorRect(cursor)
        if place.metric and box.top() >= 0 and box.bottom() <= self.viewport().height() - self._look.px(30):
            return
        down = self._look.px(8) if not place.metric else self.viewport().height() // 3
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + box.top() - down)

    def _step(self, by: int) -> None:
        """Go to the next or previous figure."""
        metrics = self._session.report.metrics
        if not metrics:
            return
        ids = [metric.id for metric in metrics]
        now = self._session.place.metric
        at = ids.index(now) + by if now in ids else 0
        self.place_chosen.emit(metrics[at % len(metrics)].start)
        self._follow(None)


def _extra(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor  # type: ignore[attr-defined] - the stubs know no fields of ExtraSelection
    made.format = look  # type: ignore[attr-defined] - as above
    return made


def _figure_looks(look: Look) -> tuple[QTextCharFormat, QTextCharFormat, QTextCharFormat]:
    """Return how a figure looks that is ticked, one that is not, and the current one."""
    ticked, open_, current = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    ticked.setBackground(QColor(look.tokens.tint))
    ticked.setForeground(QColor(look.tokens.accent))
    ticked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    open_.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    current.setBackground(QColor(look.tokens.fill))
    current.setForeground(QColor(look.tokens.on_fill))
    return ticked, open_, current
