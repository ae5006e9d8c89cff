"""Places every line of a document on a page of the grid, once. PDF, preview and printer draw these pages."""

from typing import assert_never

from generators.banner import draw_banner, draw_tail, tail_rows
from generators.cards import draw_card
from generators.charts import draw_chart
from generators.document import (
    Banner,
    Card,
    Chart,
    Document,
    NewPart,
    PageBreak,
    Space,
    Table,
    Tail,
    TextBlock,
    leads,
)
from generators.flow import Flow, rows_of
from generators.fonts import FontPlan
from generators.pages import Pages
from generators.profiles import Profile
from generators.progress import Progress
from generators.tables import draw_table, first_rows
from generators.typeset import Paragraph, Typesetter

_KEPT_WITH_TAIL = 2  # lines of text that move to the last page with a 报尾 that would stand there alone


def lay_out(document: Document, profile: Profile, plan: FontPlan, progress: Progress, first_number: int = 1) -> Pages:
    """Return a document's pages. Raises UserError where a font file is gone, and Cancelled."""
    flow = Flow(profile, Typesetter(profile, plan), first_number)
    paragraphs = _set_all(document, flow, progress)
    for index, block in enumerate(document.blocks):
        match block:
            case TextBlock():
                flow.add(index, block, paragraphs[index], _kept_rows(index, paragraphs, document, flow))
            case PageBreak():
                flow.new_page()
            case NewPart():
                flow.new_part(block)
            case Space():
                flow.skip(block)
            case _:
                _draw(flow, block, index)
    return flow.finish()


def _draw(flow: Flow, block: Banner | Tail | Table | Chart | Card, index: int) -> None:
    match block:
        case Banner():
            draw_banner(flow.sheet, flow.setter, block, index)
            flow.row = flow.profile.banner.rows
        case Tail():
            _add_tail(flow, block, index)
        case Table():
            draw_table(flow, block, index)
        case Chart():
            draw_chart(flow, block, index)
        case Card():
            draw_card(flow, block, index)
        case _:
            assert_never(block)


def _set_all(document: Document, flow: Flow, progress: Progress) -> dict[int, Paragraph]:
    paragraphs: dict[int, Paragraph] = {}
    count = len(document.blocks)
    width = flow.profile.width_pt
    for index, block in enumerate(document.blocks):
        if isinstance(block, NewPart):
            width = flow.profile.area(landscape=block.landscape).width_pt
        elif isinstance(block, TextBlock):
            paragraphs[index] = flow.setter.paragraph(block, width)
        if index % 50 == 0:
            progress.step(index / count, "layout")
    return paragraphs


def _kept_rows(index: int, paragraphs: dict[int, Paragraph], document: Document, flow: Flow) -> float:
    """Return the rows that must be free for a block to begin: a heading takes what follows it along."""
    rows = 0.0
    blocks = document.blocks
    while index + 1 < len(blocks) and leads(blocks[index], blocks[index + 1]):
        rows += rows_of(paragraphs[index])
        index += 1
        following = blocks[index]
        if isinstance(following, Table):
            return rows + first_rows(flow, following)
    last = paragraphs[index]
    return rows + (rows_of(last) if last.look.keep_together else 1)


def _add_tail(flow: Flow, tail: Tail, index: int) -> None:
    """Place a 报尾 at the foot of the last page, never alone on it."""
    rows = tail_rows(tail, flow.setter)
    if flow.row + rows > flow.profile.grid.rows:
        moved = flow.sheet.take_last(_KEPT_WITH_TAIL)
        flow.new_page()
        for text in moved:
            flow.sheet.put_at_row(text, int(flow.row))
            flow.row += 1
    draw_tail(flow.sheet, flow.setter, tail, index)
