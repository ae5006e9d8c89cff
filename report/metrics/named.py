"""What is said of one figure of a sentence: its name, and its ties to the figures before and after it."""

from dataclasses import dataclass

from report.model import Direction


@dataclass(frozen=True, slots=True)
class Named:
    """A figure's name and its ties, by index in the sentence."""

    name: str
    direction: Direction = Direction.NONE
    change_of: int | None = None
    part_of: int | None = None
    start_of: int | None = None  # the figure that this one, a level, rose or fell to
