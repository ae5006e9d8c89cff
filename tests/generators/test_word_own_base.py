"""An office's own .docx as base: its styles by their names, its head and page stay, what it lacks comes from ours."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.styles.style import ParagraphStyle

from generators.document import Banner, Cell, Column, Document, NewPart, Role, Run, Table, TableRow, TextBlock
from generators.word import write_word
from report.errors import Failure, UserError

PAPER = Document(
    "审议要点",
    "秘书处",
    date(2026, 1, 20),
    (
        Banner("", "", "", "会议简报", "第1期", "秘书处", "2026年1月20日"),
        TextBlock(Role.TITLE, (Run("审议要点"),)),
        TextBlock(Role.HEADING_1, (Run("一、农业"),)),
        TextBlock(Role.BODY, (Run("粮食增产。"),)),
        Table((Column(1),), (), (TableRow((Cell((Run("格"),)),)),)),
        NewPart(landscape=True, numbered=False),
        TextBlock(Role.BODY, (Run("横页。"),)),
    ),
)


def office(tmp_path: Path, *, heading_font: str = "", lines: tuple[str, ...] = ()) -> Path:
    """Return a base as an office would have it, with a header of its own and 30 mm of white at the left."""
    word = docx.Document()
    word.sections[0].left_margin = Mm(30)
    word.sections[0].header.paragraphs[0].text = "青禾县会议用纸"
    for fonts in word.styles["Heading 1"].element.iter(qn("w:rFonts")):
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        fonts.set(qn("w:eastAsia" if heading_font else "w:ascii"), heading_font or "Arial")
    for line in lines:
        word.add_paragraph(line)
    path = tmp_path / "own.docx"
    word.save(str(path))
    return path


def made(base: Path) -> WordDocument:
    return docx.Document(BytesIO(write_word(PAPER, base)))


def heading(word: WordDocument) -> ParagraphStyle | None:
    return next(each for each in word.paragraphs if each.text == "一、农业").style


def test_a_heading_style_of_the_office_gives_ours_its_look(tmp_path: Path):
    style = heading(made(office(tmp_path, heading_font="华文中宋")))
    assert style is not None
    assert style.name == "一级标题"
    assert style.base_style is not None
    assert style.base_style.name == "Heading 1"
    assert style.font.size is None


def test_a_heading_style_without_a_chinese_font_is_not_taken_for_the_offices(tmp_path: Path):
    style = heading(made(office(tmp_path)))
    assert style is not None
    assert style.font.size is not None
    assert style.font.size.pt == 16


def test_header_and_margins_of_the_office_stay_and_its_samples_go(tmp_path: Path):
    word = made(office(tmp_path, lines=("样例一段",)))
    assert round(word.sections[0].left_margin or 0, -3) == round(Mm(30), -3)
    assert word.sections[0].header.paragraphs[0].text == "青禾县会议用纸"
    assert "样例一段" not in [each.text for each in word.paragraphs]


def test_what_stands_above_the_mark_stays_in_the_place_of_our_head(tmp_path: Path):
    texts = [each.text for each in made(office(tmp_path, lines=("青禾县简报", "{{正文}}", "样例"))).paragraphs]
    assert texts[:2] == ["青禾县简报", "审议要点"]
    assert not {"{{正文}}", "样例", "会议简报"} & set(texts)


def test_our_own_head_stands_where_the_base_has_none(tmp_path: Path):
    assert "会议简报" in [each.text for each in made(office(tmp_path)).paragraphs]


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"%PDF-1.7"])
def test_a_base_that_is_locked_or_no_docx_is_named(tmp_path: Path, content: bytes):
    base = tmp_path / "底稿.docx"
    base.write_bytes(content)
    with pytest.raises(UserError) as caught:
        write_word(PAPER, base)
    assert caught.value.failure is Failure.BAD_TEMPLATE
    assert caught.value.facts["name"] == "底稿.docx"


def test_the_same_base_gives_the_same_bytes(tmp_path: Path):
    base = office(tmp_path)
    assert write_word(PAPER, base) == write_word(PAPER, base)
    with zipfile.ZipFile(BytesIO(write_word(PAPER, base))) as package:
        assert package.testzip() is None
