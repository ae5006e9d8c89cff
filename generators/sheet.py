"""A page while it is being filled."""

from dataclasses import dataclass, replace

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

    def take_last(self, rows: int) -> list["RowOfText"]:
        """Take what stands in the last `rows` rows with text off the page and return it, row by row."""
        taken: list[RowOfText] = []
        for top in sorted({line.top_pt for line in self.lines})[-rows:]:
            lines = [line for line in self.lines if line.top_pt == top]
            rules = [rule for rule in self.rules if rule.dotted and top <= rule.y_pt < top + lines[0].height_pt]
            self.lines = [line for line in self.lines if line not in lines]
            self.rules = [rule for rule in self.rules if rule not in rules]
            taken.append(RowOfText(tuple(lines), tuple(rules)))
        return taken

    def put_at_row(self, text: "RowOfText", row: int) -> None:
        """Put a row of text that stood elsewhere into a row of this page."""
        shift = self.row_top(row) - text.lines[0].top_pt
        self.lines += [
            replace(line, top_pt=line.top_pt + shift, baseline_pt=line.baseline_pt + shift) for line in text.lines
        ]
        self.rules += [replace(rule, y_pt=rule.y_pt + shift) for rule in text.rules]


@dataclass(frozen=True, slots=True)
class RowOfText:
    """What stands in one row: its lines, and the dots between them."""

    lines: tuple[PlacedLine, ...]
    rules: tuple[PlacedRule, ...]
