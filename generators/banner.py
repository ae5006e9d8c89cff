"""The head (报头) and the foot (报尾) of a bulletin, on the page."""

from dataclasses import replace

from msgspec import structs

from generators.document import Banner, Role, Tail
from generators.linebreak import Line, break_lines
from generators.pages import SetText
from generators.profiles import PT_PER_MM, Align, Color, Look
from generators.sheet import Sheet
from generators.typeset import Spot, Typesetter, place, whole

_LABEL_END = "："
_ORGAN_PITCH = 1.6  # of the organ's size: the room it takes above the name


def draw_banner(sheet: Sheet, setter: Typesetter, banner: Banner, block: int) -> None:
    """Draw a bulletin's head at the top of its first page."""
    profile = setter.profile
    setup = profile.banner
    note = profile.look(Role.BANNER_NOTE)
    if banner.note:
        _one_line(sheet, setter, banner.note, note, 0, block)
    if banner.copy_number:
        right = structs.replace(note, align=Align.RIGHT)
        _one_line(sheet, setter, banner.copy_number, right, 0, block)
    _draw_name(sheet, setter, banner, block)
    if banner.issue:
        _one_line(sheet, setter, banner.issue, profile.look(Role.BANNER_ISSUE), setup.issue_row - 1, block)
    line = profile.look(Role.BANNER_LINE)
    if banner.issuer:
        _one_line(sheet, setter, banner.issuer, line, setup.line_row - 1, block)
    if banner.date:
        _one_line(sheet, setter, banner.date, structs.replace(line, align=Align.RIGHT), setup.line_row - 1, block)
    text_foot = sheet.row_top(setup.line_row) - (profile.row_pt - line.size_pt) / 2
    sheet.rule(text_foot + setup.rule_below_mm * PT_PER_MM, setup.rule_thickness_mm * PT_PER_MM, Color.RED)


def _draw_name(sheet: Sheet, setter: Typesetter, banner: Banner, block: int) -> None:
    """Draw the organ and, below it, the bulletin's name, together in the middle of their rows."""
    profile = setter.profile
    first, last = profile.banner.name_rows
    top, foot = sheet.row_top(first - 1), sheet.row_top(last)
    look = profile.look(Role.BANNER_NAME)
    organ_look = profile.look(Role.BANNER_ORGAN)
    organ_pt = organ_look.size_pt * _ORGAN_PITCH if banner.organ else 0.0
    spare = (foot - top - organ_pt - look.size_pt) / 2
    if banner.organ:
        words = setter.set_text(banner.organ, fitting(setter, banner.organ, organ_look))
        spot = Spot(profile.left_pt, top + spare, organ_pt)
        sheet.lines.append(place(words, whole(words, profile.width_pt), organ_look, spot, block))
    spread = profile.banner.name_spread_chars
    fitted = fitting(setter, banner.name, look, spread)
    words = setter.set_text(banner.name, fitted)
    gap = spread * fitted.size_pt
    width = sum(words.widths) + gap * (len(banner.name) - 1)
    line = Line(0, len(banner.name), width, profile.width_pt, last=True)
    spot = Spot(profile.left_pt, top + spare + organ_pt, look.size_pt)
    sheet.lines.append(replace(place(words, line, fitted, spot, block), gap_pt=gap, width_pt=width))


def fitting(setter: Typesetter, text: str, look: Look, spread_chars: float = 0.0) -> Look:
    """Return the look with its size reduced, where the text would be wider than the type area."""
    words = setter.set_text(text, look)
    width = sum(words.widths) + spread_chars * look.size_pt * max(0, len(text) - 1)
    if width <= setter.profile.width_pt:
        return look
    return structs.replace(look, size_pt=look.size_pt * setter.profile.width_pt / width)


def tail_rows(tail: Tail, setter: Typesetter) -> int:
    """Return how many rows of the grid a bulletin's foot takes."""
    return _rows(tail, _tail_lines(tail, setter))


def _rows(tail: Tail, paragraphs: list[tuple[SetText, list[Line]]]) -> int:
    return sum(len(lines) for _, lines in paragraphs) + (1 if tail.copies else 0)


def draw_tail(sheet: Sheet, setter: Typesetter, tail: Tail, block: int) -> None:
    """Draw a bulletin's foot: its last rule lies on the lower edge of the type area."""
    profile = setter.profile
    setup, look = profile.tail, profile.look(Role.TAIL_LINE)
    thickness = setup.rule_thickness_mm * PT_PER_MM
    inset = setup.inset_chars * look.size_pt
    paragraphs = _tail_lines(tail, setter)
    row = profile.grid.rows - _rows(tail, paragraphs)
    sheet.rule(sheet.row_top(row), thickness)
    for words, lines in paragraphs:
        label = _label_width(words)
        for line in lines:
            x = profile.left_pt + inset + (0 if line.start == 0 else label)
            sheet.lines.append(place(words, line, look, Spot(x, sheet.row_top(row), profile.row_pt), block))
            row += 1
    if tail.copies:
        copies = profile.look(Role.TAIL_COPIES)
        words = setter.set_text(tail.copies, copies)
        spot = Spot(profile.left_pt + inset, sheet.row_top(row), profile.row_pt)
        room = profile.width_pt - 2 * inset
        sheet.lines.append(place(words, whole(words, room), copies, spot, block))
    sheet.rule(sheet.row_top(profile.grid.rows) - thickness, thickness)


def _tail_lines(tail: Tail, setter: Typesetter) -> list[tuple[SetText, list[Line]]]:
    """Return the foot's paragraphs in lines; after the first line they hang under the text behind 报："""
    profile = setter.profile
    look = profile.look(Role.TAIL_LINE)
    room = profile.width_pt - 2 * profile.tail.inset_chars * look.size_pt
    found: list[tuple[SetText, list[Line]]] = []
    for text in tail.lines:
        words = setter.set_text(text, look)
        label = _label_width(words)
        found.append((words, break_lines(words.text, words.widths, words.narrow, room, room - label)))
    return found


def _label_width(words: SetText) -> float:
    return sum(words.widths[: words.text.find(_LABEL_END) + 1])


def _one_line(sheet: Sheet, setter: Typesetter, text: str, look: Look, row: int, block: int) -> None:
    profile = setter.profile
    fitted = fitting(setter, text, look)
    words = setter.set_text(text, fitted)
    spot = Spot(profile.left_pt, sheet.row_top(row), profile.row_pt)
    sheet.lines.append(place(words, whole(words, profile.width_pt), fitted, spot, block))
