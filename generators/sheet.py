"""A page while it is being filled."""

from generators.pages import PlacedLine, PlacedRule
from generators.profiles import Color, Profile

_DOT_PT = 0.6


class Sheet:
    """The lines and rules of one page so far."""

    def __init__(self, profile: Profile, part: int = 0, *, landscape: bool = False) -> None:
        """Begin an empty page."""
        self.profile = profile
        self.part = part
        self.landscape = landscape
        self.area = profile.area(landscape=landscape)
        self.lines: list[PlacedLine] = []
        self.rules: list[PlacedRule] = []

    def row_top(self, row: float) -> float:
        """Return the upper edge of a row, counted from 0, in points from the top of the page."""
        return self.area.top_pt + row * self.profile.row_pt

    def rule(self, y_pt: float, thickness_pt: float, color: Color = Color.BLACK) -> None:
        """Draw a rule as wide as the type area; `y_pt` is its upper edge."""
        self.rules.append(PlacedRule(self.area.left_pt, y_pt, self.area.width_pt, thickness_pt, color))

    def dots(self, left_pt: float, right_pt: float, y_pt: float) -> None:
        """Draw leading dots between two places, where there is room for them."""
        if right_pt - left_pt > self.profile.cell_pt:
            self.rules.append(PlacedRule(left_pt, y_pt, right_pt - left_pt, _DOT_PT, dotted=True))
