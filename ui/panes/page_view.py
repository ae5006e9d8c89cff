"""预览: the PDF's own pages as pictures. It asks for pictures, clicks and zoom; it draws no page itself."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from report.words import _
from ui.theme import Look

if TYPE_CHECKING:
    from generators.job import LineOnPage, Preview

_GAP = 16
_KEPT = 3  # pages before and after the visible ones
_PX_PER_PT_AT_100 = 96 / 72


class Fit(Enum):
    """How the zoom follows the pane."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class PageKey:
    """A picture of a page: of which preview, its number from 0, its scale in device pixels a point."""

    preview: int
    page: int
    scale: float


class PageView(QAbstractScrollArea):
    """The pages, one under the other."""

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
        self._fresh: dict[int, PageKey] = {}  # pages whose picture is of these pages at this scale
        self._asked: set[PageKey] = set()
        self._mark = (0, 0)
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("预览"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        look.changed.connect(self.viewport().update)

    # What is shown

    def show_preview(self, preview: "Preview | None") -> None:
        """Take new pages; the page and the place on it stay under the eye, old pictures until the new ones come."""
        at = self._keep()
        self._preview = preview
        self._generation += 1
        self._fresh.clear()
        self._asked.clear()
        pages = preview.pages if preview else 0
        self._pictures = {page: image for page, image in self._pictures.items() if page < pages}
        self._lay_out()
        self._restore(at)
        self._scrolled()

    def show_picture(self, key: PageKey, image: QImage) -> None:
        """Take the picture of a page."""
        if key in self._asked:
            self._asked.discard(key)
            image.setDevicePixelRatio(self._ratio())
            self._pictures[key.page] = image
            self._fresh[key.page] = key
            self.viewport().update()

    def mark(self, start: int, end: int) -> None:
        """Mark the lines that print a span of the report."""
        self._mark = (start, end)
        self.viewport().update()

    def scroll_to_mark(self) -> None:
        """Bring the marked lines into sight, if they are out of it."""
        lines = self._marked()
        if not lines:
            return
        rect = self._rect_of(lines[0])
        visible = self.viewport().rect().adjusted(0, 40, 0, -40)
        if not (visible.top() <= rect.top() and rect.bottom() <= visible.bottom()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(rect.top()) - self.viewport().height() // 3)

    @property
    def current_page(self) -> int:
        """The page under the middle of the pane, from 0."""
        pages = self._preview.pages if self._preview else 1
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(0, min(pages - 1, int((middle - _GAP // 2) // self._pitch())))

    def sharp_pages(self) -> set[int]:
        """Return the pages whose picture was drawn for the present size."""
        scale = self._scale() * self._ratio()
        return {page for page, key in self._fresh.items() if key.scale == scale}

    # Zoom

    @property
    def fit(self) -> Fit:
        """How the zoom follows the pane."""
        return self._fit

    @property
    def zoom(self) -> float:
        """The zoom now: 1 is the size of the paper at 96 dpi."""
        return self._scale() / _PX_PER_PT_AT_100

    def set_zoom(self, fit: Fit, zoom: float = 1.0) -> None:
        """Zoom so, and keep the place."""
        at = self._keep()
        self._fit = fit
        self._zoom = max(0.25, min(4.0, zoom))
        self._asked.clear()
        self._lay_out()
        self._restore(at)
        self._scrolled()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        at = self._keep(event.oldSize().height())
        super().resizeEvent(event)
        self._lay_out()
        self._restore(at)
        self._scrolled()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for line in self._preview.lines if self._preview else ():
            if line.source and self._rect_of(line).contains(event.position()):
                self.place_chosen.emit(self._offset_in(line, event.position().x()))
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._look.tokens.desk))
        if self._preview:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for page in self._visible():
                self._paint_page(painter, page)
            self._paint_mark(painter)
        painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect = self._page_rect(page)
        painter.fillRect(rect.adjusted(-1, -1, 1, 2), QColor(self._look.tokens.line))
        painter.fillRect(rect, QColor("white"))
        image = self._pictures.get(page)
        if image is not None and page in self.sharp_pages():
            painter.drawImage(rect.topLeft(), image)  # at its own size: sharp
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
        for line in self._marked():
            rect = self._rect_of(line)
            painter.fillRect(rect, faint)
            painter.fillRect(QRectF(rect.left() - 9, rect.top(), 3, rect.height()), colour)

    # Geometry

    def _scale(self) -> float:
        """Return device-independent pixels a point."""
        if self._preview is None or self._fit is Fit.FREE:
            return self._zoom * _PX_PER_PT_AT_100
        width = max(120, self.viewport().width() - 2 * _GAP) / self._preview.page_width_pt
        if self._fit is Fit.WIDTH:
            return width
        return min(width, max(120, self.viewport().height() - 2 * _GAP) / self._preview.page_height_pt)

    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    def _size(self) -> tuple[float, float]:
        if self._preview is None:
            return 0.0, 0.0
        scale = self._scale()
        return round(self._preview.page_width_pt * scale), round(self._preview.page_height_pt * scale)

    def _pitch(self) -> float:
        return max(1.0, self._size()[1] + _GAP)

    def _lay_out(self) -> None:
        width, _height = self._size()
        pages = self._preview.pages if self._preview else 0
        full = _GAP + pages * self._pitch()
        view = self.viewport()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(48)
        self.verticalScrollBar().setRange(0, max(0, round(full - view.height())))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, round(width + 2 * _GAP - view.width())))
        view.update()

    def _page_rect(self, page: int) -> QRectF:
        width, height = self._size()
        left = max(_GAP, (self.viewport().width() - width) // 2) - self.horizontalScrollBar().value()
        return QRectF(left, _GAP + page * self._pitch() - self.verticalScrollBar().value(), width, height)

    def _rect_of(self, line: "LineOnPage") -> QRectF:
        page, scale = self._page_rect(line.page), self._scale()
        corner = QPointF(page.left() + line.x_pt * scale, page.top() + line.top_pt * scale)
        return QRectF(corner.x(), corner.y(), line.width_pt * scale, line.height_pt * scale)

    def _offset_in(self, line: "LineOnPage", x: float) -> int:
        """Return the offset of the report that stands near x, as if all characters were equally wide."""
        rect = self._rect_of(line)
        length = sum(end - start for start, end in line.source)
        left = int(length * max(0.0, min(0.999, (x - rect.left()) / max(1.0, rect.width()))))
        for start, end in line.source:
            if left < end - start:
                return start + left
            left -= end - start
        return line.source[-1][0]

    def _marked(self) -> list["LineOnPage"]:
        begin, finish = self._mark
        if self._preview is None or begin >= finish:
            return []
        return [
            line for line in self._preview.lines if any(start < finish and begin < end for start, end in line.source)
        ]

    def _keep(self, height: int = 0) -> tuple[int, float]:
        """Return the page at the upper edge and how far down on it the edge stands."""
        if self._preview is None or height < 0:
            return 0, 0.0
        place = self.verticalScrollBar().value() / self._pitch()
        return int(place), place - int(place)

    def _restore(self, at: tuple[int, float]) -> None:
        self.verticalScrollBar().setValue(round((at[0] + at[1]) * self._pitch()))

    def _visible(self, more: int = 0) -> range:
        if self._preview is None:
            return range(0)
        top = self.verticalScrollBar().value()
        first = int((top - _GAP) // self._pitch()) - more
        last = int((top + self.viewport().height()) // self._pitch()) + more
        return range(max(0, first), min(self._preview.pages, last + 1))

    def _scrolled(self) -> None:
        """Ask for the pictures that are needed now, the visible ones first; let go of the far ones."""
        near = self._visible(_KEPT)
        self._pictures = {page: image for page, image in self._pictures.items() if page in near}
        scale = self._scale() * self._ratio()
        visible = self._visible()
        for page in (*visible, *(page for page in near if page not in visible)):
            key = PageKey(self._generation, page, scale)
            if self._fresh.get(page) != key or page not in self._pictures:
                self._ask(key)
        self.viewport().update()
        self.page_changed.emit()

    def _ask(self, key: PageKey) -> None:
        if key not in self._asked:
            self._asked.add(key)
            self.picture_wanted.emit(key)
