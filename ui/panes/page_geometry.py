"""Where the pages of a preview stand in a view: plain arithmetic, no widget."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from generators.job import LineOnPage

GAP = 16  # between pages and around them, in device-independent pixels
_PX_PER_PT_AT_100 = 96 / 72
_LEAST = 120.0


class Fit(Enum):
    """How the zoom follows the pane."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """Pages one under the other in a view that is scrolled; all sizes in device-independent pixels but `_pt`."""

    pages: int
    page_width_pt: float
    page_height_pt: float
    view_width: int
    view_height: int
    fit: Fit
    free_zoom: float  # counts where `fit` is FREE; 1 is the size of the paper at 96 dpi
    landscape: frozenset[int] = frozenset()  # pages shown turned, as wide as the others and so smaller

    @property
    def scale(self) -> float:
        """Pixels a point."""
        if self.fit is Fit.FREE or not self.pages:
            return self.free_zoom * _PX_PER_PT_AT_100
        width = max(_LEAST, self.view_width - 2 * GAP) / self.page_width_pt
        if self.fit is Fit.WIDTH:
            return width
        return min(width, max(_LEAST, self.view_height - 2 * GAP) / self.page_height_pt)

    @property
    def zoom(self) -> float:
        """The zoom as it is told: 1 is the size of the paper at 96 dpi."""
        return self.scale / _PX_PER_PT_AT_100

    @property
    def page_width(self) -> int:
        """The width of a page."""
        return round(self.page_width_pt * self.scale)

    @property
    def page_height(self) -> int:
        """The height of a page."""
        return round(self.page_height_pt * self.scale)

    def shrunk(self, page: int) -> float:
        """Return how much smaller a page is shown than the others: a landscape one is as wide as they are."""
        return self.page_width_pt / self.page_height_pt if page in self.landscape else 1.0

    @property
    def pitch(self) -> int:
        """From the upper edge of a page to that of the next."""
        return self.page_height + GAP

    @property
    def longest_scroll(self) -> tuple[int, int]:
        """How far the view can be scrolled, across and down."""
        across = self.page_width + 2 * GAP - self.view_width
        down = GAP + self.pages * self.pitch - self.view_height
        return max(0, across), max(0, down)

    def page_rect(self, page: int, across: int, down: int) -> QRectF:
        """Return where a page (from 0) stands in a view scrolled so far."""
        left = max(GAP, (self.view_width - self.page_width) // 2) - across
        height = self.page_width * self.shrunk(page) if page in self.landscape else self.page_height
        return QRectF(left, GAP + page * self.pitch - down, self.page_width, height)

    def line_rect(self, line: "LineOnPage", across: int, down: int) -> QRectF:
        """Return where a line stands in a view scrolled so far."""
        page, scale = self.page_rect(line.page, across, down), self.scale * self.shrunk(line.page)
        left, top = page.left() + line.x_pt * scale, page.top() + line.top_pt * scale
        return QRectF(left, top, line.width_pt * scale, line.height_pt * scale)

    def page_at(self, down: int) -> int:
        """Return the page (from 0) at a height of the whole."""
        return max(0, min(self.pages - 1, (down - GAP // 2) // self.pitch))

    def visible(self, down: int, more: int = 0) -> range:
        """Return the pages in sight, with so many more before and after."""
        first = (down - GAP) // self.pitch - more
        last = (down + self.view_height) // self.pitch + more
        return range(max(0, first), max(0, min(self.pages, last + 1)))
