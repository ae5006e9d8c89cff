"""The PDF: measured on the page, read back as text, the same bytes each time, valid as PDF/A."""

import subprocess
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generators.check import check_pdf
from generators.document import Banner, Document, Role, Run, Tail, TextBlock
from generators.fonts import plan_fonts
from generators.layout import lay_out
from generators.linebreak import NEVER_FIRST, NEVER_LAST
from generators.ordering import compose_paper
from generators.pages import Pages
from generators.pdf import write_pdf
from generators.pdfa import Conformance
from generators.profile_files import load_profile
from generators.profiles import PT_PER_MM, Align
from generators.progress import NoProgress
from report.errors import Failure, UserError
from tests.conftest import JARS, JAVA_LIBRARIES
from tests.generators.papers import order, sample_report

PROFILE = load_profile("gbt9704")
PACK = plan_fonts({})


@cache
def sample_document() -> Document:
    report = sample_report()
    return compose_paper(order(report=report, date="2026-01-20", issue="3")).document


@cache
def sample_pages() -> Pages:
    return lay_out(sample_document(), PROFILE, PACK, NoProgress())


@cache
def sample_pdf() -> bytes:
    return write_pdf(sample_document(), sample_pages(), NoProgress())


def paper(*blocks: TextBlock | Banner | Tail) -> Document:
    return Document("试排", "云岫镇人民政府办公室", date(2026, 1, 20), blocks)


def laid(*blocks: TextBlock | Banner | Tail) -> Pages:
    return lay_out(paper(*blocks), PROFILE, PACK, NoProgress())


def body(text: str) -> TextBlock:
    return TextBlock(Role.BODY, (Run(text),))


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_page_of_plain_text_has_22_lines_of_28_characters():
    page = laid(body("国" * 3000)).pages[1]
    assert len(page.lines) == 22
    assert {len(line.text) for line in page.lines} == {28}


def test_the_grid_fills_the_type_area():
    page = laid(body("国" * 3000)).pages[1]
    first, last = page.lines[0], page.lines[-1]
    assert first.x_pt == pytest.approx(28 * PT_PER_MM)
    assert first.top_pt == pytest.approx(37 * PT_PER_MM)
    assert last.top_pt + last.height_pt == pytest.approx(262 * PT_PER_MM)
    assert sum(first.words.widths[first.start : first.end]) == pytest.approx(156 * PT_PER_MM)


def test_no_line_leaves_the_type_area():
    left, right = 28 * PT_PER_MM, 184 * PT_PER_MM
    for page in sample_pages().pages:
        for line in page.lines:
            assert line.x_pt >= left - 0.01
            assert line.x_pt + line.width_pt <= right + 0.02


def test_no_line_of_the_sample_begins_or_ends_with_a_forbidden_mark():
    for page in sample_pages().pages:
        for line in page.lines:
            if line.end - line.start > 3:
                assert line.text[0] not in NEVER_FIRST or line.text.startswith("——") or line.start == 0
                assert line.text[-1] not in NEVER_LAST


def test_every_character_of_the_document_is_on_a_page_once_and_in_order():
    placed: dict[int, str] = {}
    for page in sample_pages().pages:
        for line in page.lines:
            if line.words.text == "".join(run.text for run in runs_of(line.block)):
                placed[line.block] = placed.get(line.block, "") + line.text
    for index, block in enumerate(sample_document().blocks):
        if isinstance(block, TextBlock):
            assert placed[index] == block.text


def runs_of(block: int) -> tuple[Run, ...]:
    found = sample_document().blocks[block]
    return found.runs if isinstance(found, TextBlock) else ()


def test_a_heading_is_never_alone_at_the_foot_of_a_page():
    for rows in range(17, 22):
        heading = TextBlock(Role.HEADING_1, (Run("一、一级标题"),))
        second = TextBlock(Role.HEADING_2, (Run("（一）二级标题"),))
        pages = laid(body("国" * (26 + 28 * (rows - 1))), heading, second, body("文" * 60)).pages
        for page, after in zip(pages, [*pages[1:], None], strict=True):
            last = page.lines[-1].text
            assert after is None or not last.endswith("标题")


def test_headings_without_text_fill_the_page_as_lines_do():
    headings = [TextBlock(Role.HEADING_2, (Run(f"（{n}）标题"),)) for n in range(30)]
    assert [len(page.lines) for page in laid(*headings).pages] == [22, 8]


def test_lines_that_are_not_the_last_fill_their_room():
    for page in laid(body("全镇完成地区生产总值12.86亿元，同比增长7.5%；" * 40)).pages:
        for line in page.lines[:-1]:
            look = PROFILE.look(Role.BODY)
            assert look.align is Align.JUSTIFY
            assert line.x_pt + line.width_pt == pytest.approx(184 * PT_PER_MM, abs=0.02)


def test_two_marks_side_by_side_take_a_cell_and_a_half():
    line = laid(body("新建“示范路”。")).pages[0].lines[0]
    assert line.width_pt == pytest.approx(7.5 * PROFILE.cell_pt)
    assert list(line.squeezed) == [line.words.text.index("”")]


def test_page_numbers_stand_outside_by_turns_one_character_in_and_7_mm_below():
    pages = laid(body("国" * 2000)).pages
    odd, even = pages[0].number, pages[1].number
    assert odd is not None
    assert even is not None
    assert odd.text == "— 1 —"
    assert even.x_pt < 40 * PT_PER_MM < 160 * PT_PER_MM < odd.x_pt


def test_the_foot_of_a_bulletin_is_at_the_bottom_of_the_last_page_and_never_alone_there():
    tail = Tail(("报：甲", "送：乙", "发：丙"), "共印40份")
    for rows in range(15, 23):
        pages = laid(body("国" * (26 + 28 * (rows - 1))), tail).pages
        last = pages[-1]
        assert last.rules[-1].y_pt + last.rules[-1].thickness_pt == pytest.approx(262 * PT_PER_MM)
        assert any(line.text.startswith("国") for line in last.lines)
        tops = [line.top_pt for line in last.lines if line.block == 0]
        assert max(tops) + PROFILE.row_pt <= last.rules[-2].y_pt + 0.01


def test_the_red_rule_is_as_wide_as_the_type_area():
    rule = sample_pages().pages[0].rules[0]
    assert (rule.color.value, rule.width_pt) == ("red", pytest.approx(156 * PT_PER_MM))


def test_a_name_that_is_too_long_for_its_line_is_made_smaller():
    banner = Banner("", "", "", "青禾县云岫镇人民代表大会会议工作简报（增刊）", "第1期", "", "")
    name = next(line for line in laid(banner, body("文")).pages[0].lines if "简报" in line.text)
    assert name.words.size_pt < 42
    assert name.width_pt <= 156 * PT_PER_MM + 0.01


def test_a_figure_with_a_long_name_keeps_its_lines_on_one_page():
    filler = body("国" * (26 + 28 * 20))
    figure = TextBlock(Role.FIGURE, (Run("名称很长的补贴资金" * 4),), (Run("91万元"),))
    pages = laid(filler, figure).pages
    assert [len({line.top_pt for line in page.lines}) for page in pages] == [21, 2]


def test_a_figure_too_long_to_stand_beside_its_name_stands_below_it():
    value = "13697.5亿元，增长33.6%，增加4374.4亿元（由9323.1亿元）"
    page = laid(TextBlock(Role.FIGURE, (Run("地区生产总值"),), (Run(value),)), body("文")).pages[0]
    name, figure, after = page.lines
    assert (name.text, figure.text, after.text) == ("地区生产总值", value, "文")
    assert figure.top_pt == pytest.approx(name.top_pt + PROFILE.row_pt)
    assert after.top_pt == pytest.approx(figure.top_pt + PROFILE.row_pt)
    assert figure.x_pt + figure.width_pt == pytest.approx(184 * PT_PER_MM, abs=0.02)


def test_the_text_reads_back_in_order():
    with pypdfium2.PdfDocument(sample_pdf()) as document:
        for page, laid_page in zip(document, sample_pages().pages, strict=True):
            read = squeezed(page.get_textpage().get_text_range())
            wanted = squeezed("".join(line.text for line in laid_page.lines))
            assert wanted in read


def test_rare_characters_read_back():
    document = paper(body("云岫镇㛃湾村𬭚矿旧址，①㎡……——“堃”"))
    pdf = write_pdf(document, lay_out(document, PROFILE, PACK, NoProgress()), NoProgress())
    with pypdfium2.PdfDocument(pdf) as read:
        text = read[0].get_textpage().get_text_range()
    assert "云岫镇㛃湾村𬭚矿旧址，①㎡……——“堃”" in squeezed(text)


def test_odd_characters_are_drawn_or_named_and_never_stop_the_making():
    odd = "ﬁﬂ⼀⼆⺟ｱ㈱①Ⅲ½²℃㎡×÷≥αé\u200b\u00ad\u202e\ufeff\u3000\u00a0e\u0301\U00020bb7\U0001f600-–—―‐·•〇々☆→■"
    document = paper(body(odd * 3))
    pages = lay_out(document, PROFILE, PACK, NoProgress())
    check_pdf(write_pdf(document, pages, NoProgress()), pages, "odd.pdf")
    drawn = "".join(line.text for page in pages.pages for line in page.lines)
    assert drawn == odd * 3


def test_a_page_that_lost_a_word_is_found_out():
    document = paper(body("全镇人口12800人。"))
    pages = lay_out(document, PROFILE, PACK, NoProgress())
    other = lay_out(paper(body("全镇户数4100户。")), PROFILE, PACK, NoProgress())
    with pytest.raises(UserError) as failure:
        check_pdf(write_pdf(document, other, NoProgress()), pages, "lost.pdf")
    assert failure.value.failure is Failure.CHECK_FAILED


def test_a_character_without_font_is_named_with_its_page():
    assert laid(body("国" * 800 + "\U0001f600")).missing == (("\U0001f600", 1),)


def test_every_font_is_embedded_and_maps_to_unicode():
    with pikepdf.open(BytesIO(sample_pdf())) as pdf:
        fonts = {name: font for page in pdf.pages for name, font in page.obj.Resources.Font.items()}
        assert len(fonts) >= 5
        for font in fonts.values():
            assert "/ToUnicode" in font
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_the_file_says_title_language_and_the_papers_own_date_and_nothing_of_the_machine():
    with pikepdf.open(BytesIO(sample_pdf())) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert info["/Title"] == sample_document().title
        assert info["/CreationDate"] == info["/ModDate"] == "D:20260120000000Z"
        assert set(info) == {"/Title", "/Author", "/Creator", "/Producer", "/CreationDate", "/ModDate"}


def test_bookmarks_lead_to_the_headings():
    with pypdfium2.PdfDocument(sample_pdf()) as document:
        for mark in document.get_toc():
            target = mark.get_dest()
            assert target is not None
            index = target.get_index()
            assert index is not None
            page = squeezed(document[index].get_textpage().get_text_range())
            assert squeezed(mark.get_title())[:10] in page


def test_the_same_paper_gives_the_same_bytes():
    assert write_pdf(sample_document(), lay_out(sample_document(), PROFILE, PACK, NoProgress()), NoProgress()) == (
        sample_pdf()
    )


@pytest.mark.qpdf
def test_qpdf_finds_nothing_wrong(tmp_path: Path):
    (tmp_path / "paper.pdf").write_bytes(sample_pdf())
    checked = subprocess.run(["qpdf", "--check", tmp_path / "paper.pdf"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "No syntax or stream encoding errors found" in checked.stdout


@pytest.mark.java
def test_pdfbox_finds_the_a_1b_variant_valid(tmp_path: Path):
    pdf = write_pdf(sample_document(), sample_pages(), NoProgress(), Conformance.A_1B)
    (tmp_path / "paper.pdf").write_bytes(pdf)
    classes = ":".join(str(JAVA_LIBRARIES / name) for name in JARS)
    source = Path(__file__).parents[1] / "data" / "pdfa" / "Preflight.java"
    checked = subprocess.run(
        ["java", "-cp", classes, source, tmp_path / "paper.pdf"], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stdout + checked.stderr
