"""Word papers of several makes: sections, page numbers where the print has them, the watermark behind the text."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from lxml import etree

from generators.document import Block, Document, NewPart, Role, Run, TextBlock
from generators.word import write_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
EMU_PER_MM = 36000


def written(*blocks: Block, watermark: str = "") -> bytes:
    return write_word(Document("任务分解表", "秘书处", date(2026, 1, 20), blocks, watermark))


def text(words: str) -> TextBlock:
    return TextBlock(Role.BODY, (Run(words),))


def part(data: bytes, name: str) -> etree._Element:  # pyright: ignore[reportPrivateUsage]
    with zipfile.ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def references(data: bytes, kind: str) -> list[dict[str, str]]:
    """Return the parts that each section takes its headers or footers from, by type."""
    goals = {each.get("Id", ""): each.get("Target", "") for each in part(data, "word/_rels/document.xml.rels")}
    return [
        {each.get(f"{W}type", ""): goals[each.get(f"{R}id", "")] for each in section.findall(f"{W}{kind}Reference")}
        for section in part(data, "word/document.xml").iter(f"{W}sectPr")
    ]


MIXED = written(
    NewPart(numbered=False), text("封面"), NewPart(restart=True, right_hand=True), text("竖"), NewPart(landscape=True)
)


def test_each_part_has_the_footers_of_its_make():
    blank, upright, turned = references(MIXED, "footer")
    assert len(set(blank.values())) == 1
    assert set(upright.values()) == {"footer1.xml", "footer2.xml"}
    assert not set(turned.values()) & {*blank.values(), *upright.values()}
    assert turned["default"] != turned["even"]


@pytest.mark.parametrize(("kind", "style"), [("default", "NumberOdd"), ("even", "NumberEven")])
def test_the_number_of_a_landscape_page_is_turned_and_7_mm_from_the_type_area(kind: str, style: str):
    footer = part(MIXED, f"word/{references(MIXED, 'footer')[-1][kind].lstrip('/').removeprefix('word/')}")
    offsets = [int(each.text or "") / EMU_PER_MM for each in footer.iter(f"{WP}posOffset")]
    (extent,) = footer.iter(f"{WP}extent")
    width, height = (int(extent.get(name, "")) / EMU_PER_MM for name in ("cx", "cy"))
    # The sheet's left edge is the foot of the portrait page: 35 mm of white, the dash 7 mm into it.
    dash = offsets[0] + width - (20 - 8.05) * 25.4 / 72
    assert dash == pytest.approx(35 - 7, abs=0.1)
    assert (offsets[1], height) == (pytest.approx(28, abs=0.1), pytest.approx(156, abs=0.1))
    assert {each.get(f"{W}val") for each in footer.iter(f"{W}pStyle")} >= {style}
    assert [each.get("vert") for each in footer.iter() if str(each.tag).endswith("}bodyPr")] == ["vert"]
    assert [each.text for each in footer.iter(f"{W}instrText")] == [" PAGE "] * 2  # the box and its older twin


def test_portrait_papers_have_no_part_for_turned_numbers():
    with zipfile.ZipFile(BytesIO(written(text("竖")))) as package:
        assert not [name for name in package.namelist() if "Turned" in name]


def test_a_watermark_stands_behind_the_text_of_every_section():
    data = written(text("甲"), NewPart(landscape=True), text("乙"), watermark="征求意见稿")
    for section in references(data, "header"):
        assert set(section) == {"default", "even"}
        for name in section.values():
            header = part(data, "word/" + name.lstrip("/").removeprefix("word/"))
            assert {each.get("string") for each in header.iter(f"{VML}textpath")} == {None, "征求意见稿"}
            assert "z-index:-1" in next(header.iter(f"{VML}shape")).get("style", "")


def test_a_paper_without_a_watermark_has_no_header():
    assert references(written(text("甲"), watermark=" \n"), "header") == [{}]


def test_a_watermark_of_characters_that_no_file_holds_is_none():
    assert references(written(text("甲"), watermark="\x00\ud800"), "header") == [{}]
