"""Writes a folded name card (桌签) as Word's own: a page with two text boxes (DrawingML), the upper one turned by 180°.

Both are placed from the edges of the paper (ECMA-376 Part 1, 20.4.3.4), so that no margin moves them.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument

from generators import word_xml
from generators.card_fitting import CARD_MM, NOTE_BELOW_MM, Fit, fit_line, fit_name, half_mm
from generators.document import Card, Role
from generators.profiles import PT_PER_MM, Profile
from generators.word_styles import STYLE_NAMES, TAIL_ANCHOR
from generators.word_words import printable

_SPACES: Final = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    )
)
_EMU_PER_MM: Final = 36000
_HALF_TURN: Final = 10800000  # sixty-thousandths of a degree
_HALVES: Final = 2
_CUT_MM: Final = 5


def add_card(word: WordDocument, card: Card, profile: Profile, ids: Mapping[str, str], number: int) -> None:
    """Put a card, the `number`-th of the document from 0, at the end of a Word document, on a page of its own."""
    page = profile.page
    words = "".join(_paragraphs(card, profile, ids))
    half = page.height_mm / _HALVES
    first = number * 16 + 1  # ids of drawings differ within the document (20.4.2.5)
    height = half_mm(page.height_mm, marks=card.marks)
    shapes = [
        _box(words, (0.0, half - height, page.width_mm, height), first, _HALF_TURN),
        _box(words, (0.0, half, page.width_mm, height), first + 1, 0),
        _line((0.0, half, page.width_mm, 0.0), first + 2, dashed=True),
    ]
    if card.marks:
        places = _cutting_marks(page.width_mm, page.height_mm)
        shapes += [_line(place, first + 3 + at, dashed=False) for at, place in enumerate(places)]
    broken = "<w:pageBreakBefore/>" if number else ""
    word_xml.append_xml(
        word,
        f'<w:p {_SPACES}><w:pPr><w:pStyle w:val="{ids[TAIL_ANCHOR]}"/>{broken}</w:pPr>{"".join(shapes)}</w:p>',
    )


def _paragraphs(card: Card, profile: Profile, ids: Mapping[str, str]) -> Iterator[str]:
    """Yield the paragraphs of one half: the name and what stands below it."""
    look, note = profile.look(Role.CARD_NAME), profile.look(Role.CARD_NOTE)
    fit = fit_name(card.name, _ems(card.name), look.size_pt, profile.page.width_mm)
    yield _paragraph(printable(card.name), ids[STYLE_NAMES[Role.CARD_NAME]], fit, look.size_pt)
    if card.note:
        small = fit_line(_ems(card.note), note.size_pt, profile.page.width_mm)
        yield _paragraph(printable(card.note), ids[STYLE_NAMES[Role.CARD_NOTE]], small, note.size_pt, NOTE_BELOW_MM)


def _paragraph(text: str, style: str, fit: Fit, full_pt: float, below_mm: float = 0.0) -> str:
    """Return a line of its style; its own size and spacing are those that fit these words into the width."""
    size = f'<w:sz w:val="{round(fit.size_pt * 2)}"/><w:szCs w:val="{round(fit.size_pt * 2)}"/>'
    size = size if fit.size_pt != full_pt else ""
    gap = f'<w:spacing w:val="{round(fit.gap_pt * 20)}"/>' if fit.gap_pt else ""
    hint = '<w:rFonts w:hint="eastAsia"/>' if word_xml.needs_east_asian_hint(text) else ""
    pieces = ((text[:-1], hint + gap + size), (text[-1:], hint + size)) if gap else ((text, hint + size),)
    runs = "".join(
        f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece, look in pieces
    )
    before = f'<w:spacing w:before="{round(below_mm * PT_PER_MM * 20)}"/>' if below_mm else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{before}</w:pPr>{runs}</w:p>'


def _ems(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else 0.5 for each in text)


def _cutting_marks(width_mm: float, height_mm: float) -> Iterator[tuple[float, float, float, float]]:
    """Yield left, top, width and height of two strokes outside of each corner of the card."""
    left, top = (width_mm - CARD_MM[0]) / 2, (height_mm - CARD_MM[1]) / 2
    for x, outside_x in ((left, left - _CUT_MM), (left + CARD_MM[0], left + CARD_MM[0])):
        for y, outside_y in ((top, top - _CUT_MM), (top + CARD_MM[1], top + CARD_MM[1])):
            yield outside_x, y, _CUT_MM, 0.0
            yield x, outside_y, 0.0, _CUT_MM


def _box(words: str, place: tuple[float, float, float, float], number: int, turn: int) -> str:
    rot = f' rot="{turn}"' if turn else ""
    return _anchored(
        place,
        number,
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm{rot}>{_sized(place)}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" anchorCtr="0"><a:noAutofit/>'
        "</wps:bodyPr>",
    )


def _line(place: tuple[float, float, float, float], number: int, *, dashed: bool) -> str:
    dash = '<a:prstDash val="sysDot"/>' if dashed else ""
    return _anchored(
        place,
        number,
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm>{_sized(place)}</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="3810"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{dash}</a:ln></wps:spPr><wps:bodyPr/>',
    )


def _sized(place: tuple[float, float, float, float]) -> str:
    return f'<a:off x="0" y="0"/><a:ext cx="{_emu(place[2])}" cy="{_emu(place[3])}"/>'


def _anchored(place: tuple[float, float, float, float], number: int, shape: str) -> str:
    """Return a shape that stands at a place of the page, in millimetres from its upper left corner."""
    left, top, width, height = (_emu(value) for value in place)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="桌签{number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp>{shape}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )


def _emu(mm: float) -> int:
    return round(mm * _EMU_PER_MM)
