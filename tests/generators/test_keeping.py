"""What the end of a page must not part: headings from their text, a signature or a 报尾 from the lines above it."""

from datetime import date

import pytest

from generators.document import Block, Document, Role, Run, Space, Tail, TextBlock
from generators.fonts import plan_fonts
from generators.layout import lay_out
from generators.pages import Page
from generators.profile_files import load_profile
from generators.progress import NoProgress

PROFILE = load_profile("gbt9704")
PACK = plan_fonts({})
SIGNED = (
    TextBlock(Role.SIGNATURE, (Run("云岫镇人民政府"),)),
    TextBlock(Role.SIGN_DATE, (Run("2026年1月20日"),)),
)
TAIL = Tail(("报：甲", "送：乙", "发：丙"), "共印40份")


def text(role: Role, words: str) -> TextBlock:
    return TextBlock(role, (Run(words),))


def rows_of_text(rows: int) -> TextBlock:
    return text(Role.BODY, "国" * (26 + 28 * (rows - 1)))


def laid(*blocks: Block) -> tuple[Page, ...]:
    return lay_out(Document("试排", "", date(2026, 1, 20), blocks), PROFILE, PACK, NoProgress()).pages


def texts(page: Page) -> list[str]:
    return [line.text for line in sorted(page.lines, key=lambda line: line.top_pt)]


def assert_closed(pages: tuple[Page, ...], closing: int, lines: int = 2) -> None:
    """Assert that the last page has the closing blocks, whole, and lines of text above them."""
    last = pages[-1]
    whole = [line for line in last.lines if line.block >= closing]
    assert whole
    assert not [line for page in pages[:-1] for line in page.lines if line.block >= closing]
    assert len({line.top_pt for line in last.lines if line.block < closing}) >= lines
    assert max(line.top_pt + line.height_pt for line in last.lines) <= PROFILE.top_pt + PROFILE.height_pt + 0.01


@pytest.mark.parametrize("rows", range(15, 26))
def test_a_signature_stands_on_a_page_with_two_lines_of_text(rows: int):
    assert_closed(laid(rows_of_text(rows), *SIGNED), 1)


@pytest.mark.parametrize("rows", range(12, 24))
def test_a_signature_takes_two_short_paragraphs_along(rows: int):
    assert_closed(laid(rows_of_text(rows), text(Role.BODY, "此复。"), text(Role.BODY, "请审议。"), *SIGNED), 3)


@pytest.mark.parametrize("rows", range(12, 24))
def test_a_signature_and_the_foot_below_it_stay_with_the_text(rows: int):
    assert_closed(laid(rows_of_text(rows), Space(1), *SIGNED, TAIL), 2)


@pytest.mark.parametrize("rows", range(12, 24))
def test_the_foot_stays_with_two_lines_of_text(rows: int):
    assert_closed(laid(rows_of_text(rows), TAIL), 1)


@pytest.mark.parametrize("rows", range(12, 24))
def test_what_goes_with_a_signature_leaves_no_heading_behind(rows: int):
    heading, short = text(Role.HEADING_1, "一、附带说明"), text(Role.BODY, "以上报告，请予审议。")
    pages = laid(rows_of_text(rows), heading, short, *SIGNED)
    assert_closed(pages, 3)
    for page in pages[:-1]:
        assert texts(page)[-1] != heading.text


@pytest.mark.parametrize("rows", range(12, 24))
def test_the_foot_stays_with_the_last_figures(rows: int):
    figures = [TextBlock(Role.FIGURE, (Run(f"第{n}项"),), (Run("若干户"),)) for n in range(3)]
    assert_closed(laid(rows_of_text(rows), text(Role.FIGURES_TITLE, "主要数据"), *figures, TAIL), 5)


def test_a_page_is_not_left_sooner_than_need_be():
    assert len(laid(rows_of_text(19), *SIGNED)) == 1
    assert [len(page.lines) for page in laid(rows_of_text(20), *SIGNED)] == [18, 4]


def test_a_paper_of_a_signature_alone_is_laid_out():
    assert [len(page.lines) for page in laid(*SIGNED)] == [2]
