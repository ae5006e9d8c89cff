"""Layout profiles (版式): how each role looks, on which page. Units are in the names. `profile_files` reads them."""

from enum import StrEnum

import msgspec

from generators.document import Role

DEFAULT_PROFILE = "gbt9704"
PT_PER_MM = 72 / 25.4


class FontRole(StrEnum):
    """The typefaces of official papers."""

    FANGSONG = "fangsong"  # 仿宋: body
    XIAOBIAOSONG = "xiaobiaosong"  # 小标宋: titles
    HEITI = "heiti"  # 黑体: level 1
    KAITI = "kaiti"  # 楷体: level 2
    SONGTI = "songti"  # 宋体: page numbers, symbols
    LATIN = "latin"  # digits and Latin letters of the body


# These have digits and Latin letters made to go with them; the others take them from the Latin face.
LATIN_FROM_OWN = frozenset({FontRole.XIAOBIAOSONG, FontRole.HEITI, FontRole.SONGTI, FontRole.LATIN})


class Align(StrEnum):
    """How a paragraph's lines stand between the edges of the type area."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Color(StrEnum):
    """The two inks of official papers, and the tints of black of charts and watermarks."""

    BLACK = "black"
    RED = "red"
    GRAY = "gray"
    LIGHT = "light"
    FAINT = "faint"  # of watermarks: beneath black text


class PageSetup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Paper and type area, in millimetres."""

    width_mm: float
    height_mm: float
    top_mm: float
    left_mm: float
    text_width_mm: float
    text_height_mm: float


class Grid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lines a page and characters a line; they fill the type area."""

    rows: int
    chars: int


class PageNumber(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The page number with its 一字线."""

    font: FontRole
    size_pt: float
    below_mm: float  # from the foot of the type area to the upper edge of the dash
    inset_chars: float


class BannerSetup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The head of a bulletin, in rows of the grid counted from 1."""

    rows: int
    name_rows: tuple[int, int]
    issue_row: int
    line_row: int
    rule_below_mm: float
    rule_thickness_mm: float
    name_spread_chars: float


class TailSetup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The foot of a bulletin."""

    inset_chars: float
    rule_thickness_mm: float


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the paragraphs of one role look."""

    font: FontRole
    size_pt: float = 16
    align: Align = Align.JUSTIFY
    first_indent_chars: float = 2
    end_inset_chars: float = 0  # white behind right-aligned lines: a signature stands two characters in (7.3.5)
    rows: float = 1  # grid rows a line takes; a paragraph is rounded up to whole rows
    rows_before: int = 0  # empty rows, not at the top of a page
    rows_after: int = 0
    keep_together: bool = False  # its lines are not parted by the end of a page
    color: Color = Color.BLACK


class Area(msgspec.Struct, frozen=True):
    """The type area of a page, in points from its upper left corner, and the rows of the grid in it."""

    left_pt: float
    top_pt: float
    width_pt: float
    height_pt: float
    rows: int


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One layout profile."""

    schema: int
    id: str
    title: str
    page: PageSetup
    grid: Grid
    page_number: PageNumber
    banner: BannerSetup
    tail: TailSetup
    looks: dict[Role, Look]
    order: int = 1000  # place among the profiles
    tight: bool = False  # paragraphs take as few lines as squeezed marks allow

    @property
    def left_pt(self) -> float:
        """The binding edge's margin."""
        return self.page.left_mm * PT_PER_MM

    @property
    def top_pt(self) -> float:
        """The upper edge of the type area."""
        return self.page.top_mm * PT_PER_MM

    @property
    def width_pt(self) -> float:
        """The width of the type area."""
        return self.page.text_width_mm * PT_PER_MM

    @property
    def height_pt(self) -> float:
        """The height of the type area."""
        return self.page.text_height_mm * PT_PER_MM

    @property
    def row_pt(self) -> float:
        """The height of a row of the grid: 225 mm / 22 = 28.99 pt (5.2.3)."""
        return self.height_pt / self.grid.rows

    @property
    def cell_pt(self) -> float:
        """The width of a cell of the grid: 156 mm / 28 = 15.79 pt (5.2.3)."""
        return self.width_pt / self.grid.chars

    def area(self, *, landscape: bool = False) -> Area:
        """Return the type area; that of a landscape page is the portrait one turned, head at the binding edge."""
        if not landscape:
            return Area(self.left_pt, self.top_pt, self.width_pt, self.height_pt, self.grid.rows)
        below = self.page.height_mm * PT_PER_MM - self.top_pt - self.height_pt
        return Area(below, self.left_pt, self.height_pt, self.width_pt, int(self.width_pt / self.row_pt))

    def look(self, role: Role) -> Look:
        """Return the look of a role; a role without one looks like body text."""
        return self.looks.get(role) or self.looks[Role.BODY]
