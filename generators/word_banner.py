"""Writes the head (报头) and the foot (报尾) of a bulletin into a Word paper."""

import math

from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from generators import word_xml
from generators.document import Banner, Role, Tail
from generators.word_body import Body
from generators.word_lines import char_widths
from generators.word_styles import BANNER_BLANK, NAME_ALONE, NAME_END, STYLE_NAMES, TAIL_ANCHOR, TAIL_TABLE
from generators.word_words import add_words, printable


def add_banner(body: Body, banner: Banner) -> None:
    """Add the head of a bulletin (报头): a paragraph a line, down to the red rule."""
    organ, name = STYLE_NAMES[Role.BANNER_ORGAN], STYLE_NAMES[Role.BANNER_NAME] if banner.organ else NAME_ALONE
    _add_ends(body, Role.BANNER_NOTE, banner.note, banner.copy_number)
    if banner.organ:
        _fit(body, organ, banner.organ)
        add_words(body.paragraph(organ), banner.organ)
    _fit(body, name, banner.name, body.profile.banner.name_spread_chars)
    paragraph, words = body.paragraph(name), printable(banner.name)
    add_words(paragraph, words[:-1])
    add_words(paragraph, words[-1:], NAME_END)
    add_words(body.paragraph(STYLE_NAMES[Role.BANNER_ISSUE]), banner.issue)
    _add_ends(body, Role.BANNER_LINE, banner.issuer, banner.date)
    body.paragraph(BANNER_BLANK)


def _fit(body: Body, name: str, text: str, spread_chars: float = 0.0) -> None:
    """Make the letters of a one-line style smaller where a text is too wide: in the style itself, the one place."""
    style = body.word.styles[name]
    if not isinstance(style, ParagraphStyle) or style.font.size is None:
        return
    chars = sum(char_widths(text, 1)) + spread_chars * max(0, len(text) - 1)
    size_pt = style.font.size.pt
    if chars * size_pt > body.profile.width_pt:
        size_pt = math.floor(2 * body.profile.width_pt / chars) / 2
        style.font.size = Pt(size_pt)
        if spread_chars:
            word_xml.set_letter_spacing(style, round(spread_chars * size_pt * 20))


def _add_ends(body: Body, role: Role, left: str, right: str) -> None:
    """Add a line with words at both ends; without words it still takes its row."""
    paragraph = body.paragraph(STYLE_NAMES[role])
    add_words(paragraph, left)
    if right:
        paragraph.add_run("\t")
        add_words(paragraph, right)


def add_tail(body: Body, tail: Tail) -> None:
    """Add the foot as a table on the lower edge of the last page; a hair's breadth of a paragraph holds it."""
    lines = [(Role.TAIL_LINE, line) for line in tail.lines]
    if tail.copies:
        lines.append((Role.TAIL_COPIES, tail.copies))
    if not lines:
        return
    width = body.profile.width_pt
    body.keep_last()
    table = body.word.add_table(rows=1, cols=1)
    table.style = TAIL_TABLE
    word_xml.float_at_page_foot(table, round(body.profile.left_pt * 20), round(width * 20))
    cell = table.cell(0, 0)
    cell.width = Pt(width)
    for number, (role, text) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = STYLE_NAMES[role]
        add_words(paragraph, text)
    body.paragraph(TAIL_ANCHOR)
