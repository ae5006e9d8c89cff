"""Places a folded name card (桌签): the name in the middle of the lower half, and upside down in the upper half."""

from dataclasses import replace

from msgspec import structs

from generators.banner import fitting
from generators.document import Card, Role
from generators.flow import Flow
from generators.linebreak import Line
from generators.pages import PlacedRule
from generators.profiles import PT_PER_MM, Align, Look
from generators.typeset import Spot, place, whole

# Names of two and three characters are spaced to the width of four, so that the cards of a row look alike.
_SPACED_TO = 4
_FOLD_PT = 0.3
_NOTE_BELOW_MM = 12


def draw_card(flow: Flow, card: Card, index: int) -> None:
    """Place a card on a page of its own, with the line it is folded along."""
    if flow.sheet.lines or flow.row:
        flow.new_page()
    page = flow.profile.page
    half = page.height_mm / 2 * PT_PER_MM
    look = flow.profile.look(Role.CARD_NAME)
    note = flow.profile.look(Role.CARD_NOTE)
    spread = _spread(card.name, look)
    height = look.size_pt + (_NOTE_BELOW_MM * PT_PER_MM + note.size_pt if card.note else 0.0)
    top = half + (half - height) / 2
    _line(flow, card.name, look, top, index, spread)
    if card.note:
        _line(flow, card.note, note, top + look.size_pt + _NOTE_BELOW_MM * PT_PER_MM, index)
    flow.sheet.rules.append(PlacedRule(0.0, half - _FOLD_PT / 2, page.width_mm * PT_PER_MM, _FOLD_PT, dotted=True))
    flow.row = flow.area.rows


def _spread(name: str, look: Look) -> float:
    """Return the white after each character that brings a short name to the width of four."""
    count = len(name)
    return look.size_pt * (_SPACED_TO - count) / (count - 1) if 1 < count < _SPACED_TO else 0.0


def _line(flow: Flow, text: str, look: Look, top: float, index: int, spread: float = 0.0) -> None:
    look = structs.replace(fitting(flow.setter, text, look), align=Align.CENTER)
    words = flow.setter.set_text(text, look)
    width = sum(words.widths) + spread * max(0, len(text) - 1)
    room = flow.profile.page.width_mm * PT_PER_MM
    line = whole(words, room) if not spread else Line(0, len(text), width, room, last=True)
    placed = place(words, line, look, Spot(0.0, top, look.size_pt), index)
    placed = replace(placed, gap_pt=spread, width_pt=width)
    flow.sheet.lines += [placed, replace(placed, turned=True)]
    flow.note_missing(words)
