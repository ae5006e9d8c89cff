"""The watermark of a paper (征求意见稿, 送审稿, 草案): one line of light letters across each page, beneath the text."""

from dataclasses import replace
from math import cos, radians

from generators.pages import Watermark
from generators.profiles import Align, Color, FontRole, Look, Profile
from generators.typeset import Spot, Typesetter, place, whole

_LARGEST_PT = 110.0
# What the letters may take of the type area's width, as it is read aslant.
_SHARE = 0.95
_RISE_DEGREES = 45.0
_SPREAD = 0.3  # of a letter between letters


def set_watermark(text: str, profile: Profile, setter: Typesetter) -> Watermark | None:
    """Return a paper's watermark around the middle of a page, None where it has none."""
    letters = "".join(text.split())
    if not letters:
        return None
    room = _SHARE * min(profile.width_pt, profile.height_pt) / cos(radians(_RISE_DEGREES))
    cells = len(letters) + _SPREAD * (len(letters) - 1)
    size = min(_LARGEST_PT, room / (cells + 1))  # a letter more, for their height aslant
    look = Look(FontRole.HEITI, size_pt=size, align=Align.CENTER, first_indent_chars=0, color=Color.FAINT)
    words = setter.set_text(letters, look)
    gap = _SPREAD * size
    width = sum(words.widths) + gap * (len(letters) - 1)
    placed = place(words, whole(words, 0.0), look, Spot(0.0, -size / 2, size), -1)
    return Watermark(replace(placed, x_pt=-width / 2, gap_pt=gap, width_pt=width), _RISE_DEGREES)
