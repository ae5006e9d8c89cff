"""The pages as pictures, one under the other. It asks for pictures, clicks and zoom; it draws no page itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from report.words import _
from ui.panes.page_geometry import Fit, PageGeometry
from ui.panes.page_lines import offset_at, stretch
from ui.theme import Look

if TYPE_CHECKING:
    from generators.job import LineOnPage, Preview

_KEPT = 3  # pages before and after the visible ones
_LEAST_ZOOM, _MOST_ZOOM = 0.25, 4.0


@dataclass(frozen=True, slots=True)
class PageKey:
    """A picture of a page: of which preview, its number from 0, its scale in device pixels a point."""

    preview: int
    page: int
    scale: float


class PageView(QAbstractScrollArea):
    """The place on the pages is kept when they are made anew, zoomed or resized."""

    picture_wanted = Signal(object)  # PageKey
    place_chosen = Signal(int)  # offset in the report
    page_changed = Signal()
    zoomed = Signal(int)  # steps of Ctrl+wheel

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._preview: Preview | None = None
        self._generation = 0
        self._pictures: dict[int, QImage] = {}
        self._fresh: dict[int, PageKey] = {}  # what the pictures were drawn for, of this preview only
        self._asked: set[PageKey] = set()
        self._mark = (0, 0)
        self._geometry = PageGeometry(0, 1, 1, 0, 0, Fit.WIDTH, 1.0)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("预览"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        look.changed.connect(self.viewport().update)

    @property
    def fit(self) -> Fit:
        """How the zoom follows the pane."""
        return self._geometry.fit

    @property
    def zoom(self) -> float:
        """The zoom now: 1 is the size of the paper at 96 dpi."""
        return self._geometry.zoom

    @property
    def current_page(self) -> int:
        """The page under the middle of the pane, from 0."""
        return self._geometry.page_at(self._down() + self.viewport().height() // 2)

    def sharp_pages(self) -> set[int]:
        """Return the pages whose picture was drawn for the present size."""
        scale, shrunk = self._device_scale(), self._geometry.shrunk
        return {page for page, key in self._fresh.items() if key.scale == scale * shrunk(page)}

    def show_preview(self, preview: "Preview | None") -> None:
        """Take new pages; old pictures stay until the new ones come."""
        self._preview = preview
        self._generation += 1
        self._fresh.clear()
        self._asked.clear()
        self._lay_out(self.fit, self._geometry.free_zoom)

    def show_picture(self, key: PageKey, image: QImage) -> None:
        """Take the picture of a page; one that is wanted no more is dropped."""
        if key in self._asked:
            self._asked.discard(key)
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[key.page] = image
            self._fresh[key.page] = key
            self.viewport().update()

    def set_zoom(self, fit: Fit, zoom: float = 1.0) -> None:
        """Zoom so, and keep the place."""
        self._asked.clear()
        self._lay_out(fit, max(_LEAST_ZOOM, min(_MOST_ZOOM, zoom)))

    def mark(self, start: int, end: int) -> None:
        """Mark the lines that print a span of the report."""
        self._mark = (start, end)
        self.viewport().update()

    def scroll_to_mark(self) -> None:
        """Bring the marked lines into sight, if they are out of it."""
        rects = self._marked()
        if not rects:
            return
        visible = self.viewport().rect().adjusted(0, 40, 0, -40)
        if not (visible.top() <= rects[0].top() and rects[0].bottom() <= visible.bottom()):
            self.verticalScrollBar().setValue(self._down() + round(rects[0].top()) - self.viewport().height() // 3)

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.fit, self._geometry.free_zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        for line in self._preview.lines if self._preview else ():
            rect = self._line_rect(line)
            if line.source and rect.contains(at):
                self.place_chosen.emit(offset_at(line, (at.x() - rect.left()) / rect.width()))
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._look.tokens.desk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sharp = self.sharp_pages()
        for page in self._geometry.visible(self._down()):
            self._paint_page(painter, page, sharp=page in sharp)
        self._paint_mark(painter)
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, *, sharp: bool) -> None:
        rect = self._geometry.page_rect(page, self._across(), self._down())
        painter.fillRect(rect.adjusted(-1, -1, 1, 2), QColor(self._look.tokens.line))
        painter.fillRect(rect, Qt.GlobalColor.white)
        image = self._pictures.get(page)
        if image is not None and sharp:
            painter.drawImage(rect.topLeft(), image)  # at its own size, nothing is resampled
        elif image is not None:
            painter.drawImage(rect, image)
        if self._look.dark:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(rect, QColor(self._look.tokens.paper_dim))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _paint_mark(self, painter: QPainter) -> None:
        colour = QColor(self._look.tokens.fill)
        faint = QColor(colour)
        faint.setAlphaF(0.13)
        margins: dict[int, QRectF] = {}
        for rect in self._marked():
            painter.fillRect(rect, faint)
        for line in self._marked_lines():
            rect = self._line_rect(line)
            margins[line.page] = margins.get(line.page, rect).united(rect)
        for rect in margins.values():
            painter.fillRect(QRectF(rect.left() - 9, rect.top(), 3, rect.height()), colour)

    def _down(self) -> int:
        return self.verticalScrollBar().value()

    def _across(self) -> int:
        return self.horizontalScrollBar().value()

    def _device_scale(self) -> float:
        return self._geometry.scale * self.devicePixelRatioF()

    def _line_rect(self, line: "LineOnPage") -> QRectF:
        return self._geometry.line_rect(line, self._across(), self._down())

    def _marked_lines(self) -> "list[LineOnPage]":
        start, end = self._mark
        lines = self._preview.lines if self._preview else ()
        return [line for line in lines if any(first < end and start < last for first, last in line.source)]

    def _marked(self) -> list[QRectF]:
        """Return the parts of lines that print the marked span."""
        rects: list[QRectF] = []
        for line in self._marked_lines():
            shares = stretch(line, *self._mark)
            if shares is not None:
                rect = self._line_rect(line)
                left, right = (rect.left() + share * rect.width() for share in shares)
                rects.append(QRectF(left, rect.top(), right - left, rect.height()))
        return rects

    def _lay_out(self, fit: Fit, zoom: float) -> None:
        """Compute where the pages stand now; the place at the upper edge stays there."""
        place = self._down() / self._geometry.pitch
        view, preview = self.viewport(), self._preview
        pages = preview.pages if preview else 0
        width, height = (preview.page_width_pt, preview.page_height_pt) if preview else (1.0, 1.0)
        landscape = preview.landscape if preview else frozenset[int]()
        self._geometry = PageGeometry(pages, width, height, view.width(), view.height(), fit, zoom, landscape)
        across, down = self._geometry.longest_scroll
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, across)
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(48)
        self.verticalScrollBar().setRange(0, down)
        self.verticalScrollBar().setValue(round(place * self._geometry.pitch))
        self._scrolled()

    def _scrolled(self) -> None:
        """Ask for the pictures that are needed now, the visible ones first; let go of the far ones."""
        near, visible = self._geometry.visible(self._down(), _KEPT), self._geometry.visible(self._down())
        self._pictures = {page: image for page, image in self._pictures.items() if page in near}
        self._fresh = {page: key for page, key in self._fresh.items() if page in near}
        scale = self._device_scale()
        for page in (*visible, *(page for page in near if page not in visible)):
            key = PageKey(self._generation, page, scale * self._geometry.shrunk(page))
            if self._fresh.get(page) != key and key not in self._asked:
                self._asked.add(key)
                self.picture_wanted.emit(key)
        self.viewport().update()
        self.page_changed.emit()
