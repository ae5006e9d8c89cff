"""Places a folded name card (桌签): the name in the middle of the lower half, and upside down in the upper half."""

from dataclasses import replace

from msgspec import structs

from generators.card_fitting import CARD_MM, NOTE_BELOW_MM, Fit, fit_line, fit_name, half_mm
from generators.document import Card, Role
from generators.flow import Flow
from generators.linebreak import Line
from generators.pages import PlacedRule
from generators.profiles import PT_PER_MM, Align, Look
from generators.typeset import Spot, place, whole

_FOLD_PT = 0.3
_CUT_PT = 0.25
_CUT_MM = 5  # length of a mark to cut along


def draw_card(flow: Flow, card: Card, index: int) -> None:
    """Place a card on a page of its own, with the line it is folded along."""
    if flow.sheet.lines or flow.row:
        flow.new_page()
    page = flow.profile.page
    half = page.height_mm / 2 * PT_PER_MM
    look, note = flow.profile.look(Role.CARD_NAME), flow.profile.look(Role.CARD_NOTE)
    fit = fit_name(card.name, _ems(flow, card.name, look), look.size_pt, page.width_mm)
    gap = NOTE_BELOW_MM * PT_PER_MM
    height = fit.size_pt + (gap + note.size_pt if card.note else 0.0)
    top = half + (half_mm(page.height_mm, marks=card.marks) * PT_PER_MM - height) / 2
    _line(flow, card.name, structs.replace(look, size_pt=fit.size_pt), top, index, fit)
    if card.note:
        small = fit_line(_ems(flow, card.note, note), note.size_pt, page.width_mm)
        _line(flow, card.note, structs.replace(note, size_pt=small.size_pt), top + fit.size_pt + gap, index, small)
    flow.sheet.rules.append(PlacedRule(0.0, half - _FOLD_PT / 2, page.width_mm * PT_PER_MM, _FOLD_PT, dotted=True))
    if card.marks:
        _cutting_marks(flow)
    flow.row = flow.area.rows


def _ems(flow: Flow, text: str, look: Look) -> float:
    """Return how wide a text is in ems."""
    return sum(flow.setter.set_text(text, look).widths) / look.size_pt


def _cutting_marks(flow: Flow) -> None:
    """Draw two strokes outside of each corner of the card."""
    page, length = flow.profile.page, _CUT_MM * PT_PER_MM
    width, height = (side * PT_PER_MM for side in CARD_MM)
    left, top = (page.width_mm * PT_PER_MM - width) / 2, (page.height_mm * PT_PER_MM - height) / 2
    for x, outside_x in ((left, left - length), (left + width, left + width)):
        for y, outside_y in ((top, top - length), (top + height, top + height)):
            flow.sheet.rules.append(PlacedRule(outside_x, y, length, _CUT_PT))
            flow.sheet.rules.append(PlacedRule(x, outside_y, _CUT_PT, length))


def _line(flow: Flow, text: str, look: Look, top: float, index: int, fit: Fit) -> None:
    look = structs.replace(look, align=Align.CENTER)
    words = flow.setter.set_text(text, look)
    width = sum(words.widths) + fit.gap_pt * max(0, len(text) - 1)
    room = flow.profile.page.width_mm * PT_PER_MM
    line = whole(words, room) if not fit.gap_pt else Line(0, len(text), width, room, last=True)
    placed = place(words, line, look, Spot(0.0, top, look.size_pt), index)
    placed = replace(placed, gap_pt=fit.gap_pt, width_pt=width)
    flow.sheet.lines += [placed, replace(placed, turned=True)]
    flow.note_missing(words)
