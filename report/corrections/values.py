"""The corrections a clerk can make, each a value with the words of its place. The union `Correction` is closed.

Places: `places.py` makes the anchors. A correction says what to do, not what came of it: it is applied anew to each
reading of the report (`applying.apply`).
"""

from dataclasses import dataclass

from report.corrections.anchors import Anchor
from report.model import Direction


@dataclass(frozen=True, slots=True)
class Promote:
    """升一级: a section and what is under it move up one level; siblings behind it then stand under it."""

    at: Anchor


@dataclass(frozen=True, slots=True)
class Demote:
    """降一级: a section and what is under it move under the sibling before it."""

    at: Anchor


@dataclass(frozen=True, slots=True)
class Merge:
    """与上一节合并: a section's text and subsections join the sibling before it, or the section above."""

    at: Anchor


@dataclass(frozen=True, slots=True)
class Split:
    """从这里分成两节: the words at the place open a section beside the one they stand in.

    Without a title of the clerk's own the words are its heading.
    """

    at: Anchor
    title: str = ""


@dataclass(frozen=True, slots=True)
class Retitle:
    """改标题: a section has another title. The text keeps the words it had."""

    at: Anchor
    title: str


@dataclass(frozen=True, slots=True)
class MarkHeading:
    """设为标题: the words at the place are a heading of a depth, 1 at the top, or as deep as it can stand there."""

    at: Anchor
    depth: int


@dataclass(frozen=True, slots=True)
class NoHeading:
    """这不是标题: the words of a heading go on with the text before them; what stood under it comes after that."""

    at: Anchor


@dataclass(frozen=True, slots=True)
class Rename:
    """A metric has another name."""

    at: Anchor
    name: str
    which: int = 0  # among metrics that stand on the same words


@dataclass(frozen=True, slots=True)
class Revalue:
    """A metric has another value and unit; what is written stays."""

    at: Anchor
    value: str  # decimal string in the base unit
    unit: str
    which: int = 0


@dataclass(frozen=True, slots=True)
class AddMetric:
    """加为指标: the words at the place are a metric."""

    at: Anchor
    name: str
    value: str  # decimal string in the base unit
    unit: str
    qualifier: str = ""
    direction: Direction = Direction.NONE
    period: str = ""
    target: bool | None = None


@dataclass(frozen=True, slots=True)
class DropMetric:
    """A metric is none."""

    at: Anchor
    which: int = 0


@dataclass(frozen=True, slots=True)
class Annotate:
    """A metric has a note (备注); "" takes it away."""

    at: Anchor
    note: str
    which: int = 0


OutlineCorrection = Promote | Demote | Merge | Split | Retitle | MarkHeading | NoHeading
MetricCorrection = Rename | Revalue | AddMetric | DropMetric | Annotate
Correction = OutlineCorrection | MetricCorrection
