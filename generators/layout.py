"""Places every line of a document on a page of the grid, once. PDF, preview and printer draw these pages."""

from typing import assert_never

from generators.banner import draw_banner, draw_tail, tail_rows
from generators.cards import draw_card
from generators.charts import draw_chart
from generators.document import (
    Banner,
    Block,
    Card,
    Chart,
    Document,
    NewPart,
    PageBreak,
    Space,
    Table,
    Tail,
    TextBlock,
)
from generators.flow import Flow, rows_of
from generators.fonts import FontPlan
from generators.keeping import Keeping
from generators.pages import Pages
from generators.profiles import Profile
from generators.progress import Progress
from generators.stretching import filled
from generators.tables import draw_table
from generators.typeset import Paragraph, Typesetter
from generators.watermark import set_watermark


def lay_out(document: Document, profile: Profile, plan: FontPlan, progress: Progress, first_number: int = 1) -> Pages:
    """Return a document's pages. Raises UserError where a font file is gone, and Cancelled."""
    flow = Flow(profile, Typesetter(profile, plan), first_number)
    paragraphs = _set_all(document, flow, progress)
    keeping = Keeping(document.blocks, paragraphs, flow)
    for index, block in enumerate(document.blocks):
        match block:
            case TextBlock():
                flow.add(index, block, paragraphs[index], keeping.needed_rows(index), keeping.ending(index))
            case PageBreak():
                flow.new_page()
            case NewPart():
                flow.new_part(block)
            case Space() if block.share:
                free = flow.area.rows - flow.row
                flow.skip(
                    filled(document.blocks, index, free, lambda at: _rows(document.blocks[at], paragraphs.get(at)))
                )
            case Space():
                flow.skip(block)
            case _:
                _draw(flow, block, index)
    return flow.finish(set_watermark(document.watermark, profile, flow.setter))


def _rows(block: Block, paragraph: Paragraph | None) -> float:
    """Return the rows that a paragraph or a space takes."""
    if paragraph is not None:
        return paragraph.look.rows_before + rows_of(paragraph) + paragraph.look.rows_after
    return block.rows if isinstance(block, Space) else 0.0


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


def _add_tail(flow: Flow, tail: Tail, index: int) -> None:
    """Place a 报尾 at the foot of the last page; the text above it has seen to it that it is not alone there."""
    if flow.row + tail_rows(tail, flow.setter) > flow.profile.grid.rows:
        flow.new_page()
    draw_tail(flow.sheet, flow.setter, tail, index)
