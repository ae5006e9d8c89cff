"""The watermark: on every page, beneath the text, clear of its corners, and no part of the reading order."""

from datetime import date
from io import BytesIO
from math import cos, radians

import pikepdf
import pypdfium2
import pytest

from generators.document import Block, Document, NewPart, Role, Run, TextBlock
from generators.fonts import plan_fonts
from generators.layout import lay_out
from generators.pages import Pages
from generators.pdf import write_pdf
from generators.profile_files import load_profile
from generators.progress import NoProgress

PROFILE = load_profile("gbt9704")
BODY = TextBlock(Role.BODY, (Run("国" * 900),))


def paper(watermark: str, *blocks: Block) -> Document:
    return Document("试排", "", date(2026, 1, 20), blocks, watermark)


def laid(document: Document) -> Pages:
    return lay_out(document, PROFILE, plan_fonts({}), NoProgress())


def contents(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [page.Contents.read_bytes().decode("latin-1") for page in pdf.pages]


@pytest.mark.parametrize("words", ["草案", "送审稿", "征求意见稿", "仅供内部讨论使用不得外传"])
def test_a_watermark_lies_within_the_type_area(words: str):
    for page in laid(paper(words, BODY, NewPart(landscape=True), BODY)).pages:
        assert page.watermark is not None
        line = page.watermark.line
        assert line.x_pt == pytest.approx(-line.width_pt / 2)
        reach = (line.width_pt + line.words.size_pt) / 2 * cos(radians(page.watermark.rise_degrees))
        assert reach <= min(PROFILE.width_pt, PROFILE.height_pt) / 2


def test_a_watermark_is_drawn_before_the_text_and_marked_as_an_artifact():
    document = paper("草案", BODY)
    for content in contents(write_pdf(document, laid(document), NoProgress())):
        mark = content.index("/Subtype/Watermark")
        assert content.index("BT", mark) < content.index("EMC", mark) < content.index("/P ")


def test_a_watermark_reads_back_as_text_on_every_page():
    document = paper("送审稿", BODY)
    with pypdfium2.PdfDocument(write_pdf(document, laid(document), NoProgress())) as pdf:
        for page in pdf:
            assert "送审稿" in "".join(page.get_textpage().get_text_range().split())


def test_a_paper_without_a_watermark_has_none():
    document = paper(" ", BODY)
    assert all(page.watermark is None for page in laid(document).pages)
    assert "Watermark" not in "".join(contents(write_pdf(document, laid(document), NoProgress())))


def test_a_watermark_moves_no_line():
    def places(pages: Pages) -> list[tuple[float, float]]:
        return [(line.x_pt, line.baseline_pt) for page in pages.pages for line in page.lines]

    assert places(laid(paper("草案", BODY))) == places(laid(paper("", BODY)))
