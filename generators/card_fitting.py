"""How large a name stands on a folded card (桌签), and how far its characters are apart: the same in PDF and Word.

Names of two, three and four characters take one width, so that the cards of a row look alike; longer ones take a line.
"""

import re
from dataclasses import dataclass
from typing import Final

from generators.profiles import PT_PER_MM

SHORT_WIDTH_CHARS: Final = 3.25  # of the name's full size: two characters a good width apart, four nearly as large
MARGIN_MM: Final = 18  # white at both sides of a long name
CARD_MM: Final = (190.0, 220.0)  # the card as it is cut out, both halves
NOTE_BELOW_MM: Final = 12
_MOST_SHORT: Final = 4
_HAN: Final = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U000323af]+")


@dataclass(frozen=True, slots=True)
class Fit:
    """The size of a line on a card, and the white after each of its characters but the last, in points."""

    size_pt: float
    gap_pt: float = 0.0


def fit_name(name: str, em_widths: float, full_pt: float, page_mm: float) -> Fit:
    """Return how a name stands.

    `em_widths` is its width in ems, `full_pt` the largest size in points, `page_mm` the width of the paper.
    """
    short_pt = SHORT_WIDTH_CHARS * full_pt
    if _HAN.fullmatch(name) and 1 < len(name) <= _MOST_SHORT:
        size = min(full_pt, _half_points(short_pt / em_widths))
        return Fit(size, (short_pt - em_widths * size) / (len(name) - 1))
    return fit_line(em_widths, full_pt, page_mm)


def fit_line(em_widths: float, full_pt: float, page_mm: float) -> Fit:
    """Return the size, at most the full one, at which a line is no wider than the card."""
    room_pt = (page_mm - 2 * MARGIN_MM) * PT_PER_MM
    return Fit(min(full_pt, _half_points(room_pt / em_widths)) if em_widths else full_pt)


def half_mm(page_mm: float, *, marks: bool) -> float:
    """Return the height of the half that words stand in the middle of: of the paper, or of the card cut out of it."""
    return (CARD_MM[1] if marks else page_mm) / 2


def _half_points(size_pt: float) -> float:
    """Return a size that Word knows, too."""
    return int(size_pt * 2) / 2
