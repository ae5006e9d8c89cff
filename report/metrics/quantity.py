"""A figure as it stands in a text, before anything is known of its name."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: `text[start:end]` is qualifier, number, multiplier, unit, qualifier, as far as they are written."""

    start: int
    end: int
    value: Decimal  # in the base unit
    unit: str
    qualifier: str
    number_start: int  # where the number begins, its minus sign or 百分之 included
    number_end: int  # where its digits end
    unit_end: int
    multiplier: Decimal = Decimal(1)
    chinese: bool = False
    rank: bool = False
