"""The Word base document: styles a person can find and change, and a page that keeps 22 lines of 28 characters."""

import runpy
import subprocess
import sys
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.parser import parse_xml

from generators.document import Banner, Document, Role, Run, Tail, TextBlock
from generators.profile_files import load_profile
from generators.word import write_word
from generators.word_base import BASE
from generators.word_styles import OTHER_NAMES, RUN_IN_NAMES, STYLE_NAMES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROOT = Path(__file__).resolve().parents[2]
MAKER = ROOT / "templates" / "word" / "make_base.py"
SCHEMA_CHECK = ROOT.parent / "shared" / "tools" / "validate_docx.py"
ROW = 579

PAPER = Document(
    "要点",
    "秘书处",
    date(2023, 9, 5),
    (
        Banner("内部资料", "000001", "秘书处", "会议简报", "第1期", "秘书处编", "2023年9月5日"),
        TextBlock(Role.TITLE, (Run("关于青禾县国民经济和社会发展计划执行情况的报告要点"),)),
        *(
            TextBlock(role, (Run("增产“两成”……", role=Role.HEADING_2), Run("以上")), (Run("1万吨"),))
            for role in STYLE_NAMES
        ),
        Tail(("报：县委。",), "共印9份"),
    ),
)


def style_figures() -> dict[str, dict[str, str]]:
    """Return the figures of every style, named by where they stand: `pPr.spacing.line`, `pBdr.bottom.space`."""
    with zipfile.ZipFile(BASE) as package:
        styles = parse_xml(package.read("word/styles.xml"))
    found: dict[str, dict[str, str]] = {}
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        assert name is not None
        found[name.get(f"{W}val", "")] = {
            ".".join(str(tag).removeprefix(W) for tag in (group.tag, element.tag, key)): str(value)
            for group in style.iter(f"{W}pPr", f"{W}rPr", f"{W}pBdr")
            for element in group
            for key, value in element.attrib.items()
        }
    return found


def section_figures() -> dict[str, str]:
    with zipfile.ZipFile(BASE) as package:
        document = parse_xml(package.read("word/document.xml"))
    (section,) = document.iter(f"{W}sectPr")
    return {
        f"{str(element.tag).removeprefix(W)}.{str(key).removeprefix(W)}": str(value)
        for element in section
        for key, value in element.attrib.items()
    }


def test_the_page_is_a4_with_the_margins_of_the_standard() -> None:
    figures = section_figures()
    millimetres = {
        name: round(int(figures[name]) * 25.4 / 1440, 1)
        for name in ("pgSz.w", "pgSz.h", "pgMar.top", "pgMar.bottom", "pgMar.left", "pgMar.right")
    }
    assert list(millimetres.values()) == [210, 297, 37, 35, 28, 26]


def test_the_grid_has_lines_only() -> None:
    figures = section_figures()
    assert (figures["docGrid.type"], figures["docGrid.linePitch"]) == ("lines", str(ROW))
    assert "docGrid.charSpace" not in figures


def test_twenty_two_rows_fit_the_type_area_and_use_it_up() -> None:
    figures = section_figures()
    room = int(figures["pgSz.h"]) - int(figures["pgMar.top"]) - int(figures["pgMar.bottom"])
    assert 22 * ROW <= room < 22 * (ROW + 1)


def test_twenty_eight_characters_fit_a_line_and_use_it_up() -> None:
    figures, body = section_figures(), style_figures()["Normal"]
    room = int(figures["pgSz.w"]) - int(figures["pgMar.left"]) - int(figures["pgMar.right"])
    cell = int(body["rPr.sz.val"]) * 10 + int(body["rPr.spacing.val"])
    assert 28 * cell <= room < 29 * cell


@pytest.mark.parametrize(
    ("style", "font", "latin", "level"),
    [
        ("一级标题", "黑体", "黑体", "0"),
        ("二级标题", "楷体_GB2312", "Times New Roman", "1"),
        ("三级标题", "仿宋_GB2312", "Times New Roman", "2"),
        ("四级标题", "仿宋_GB2312", "Times New Roman", "3"),
    ],
)
def test_headings_have_outline_levels_and_two_characters_of_indent(
    style: str, font: str, latin: str, level: str
) -> None:
    figures = style_figures()[style]
    assert figures["pPr.outlineLvl.val"] == level
    assert figures["pPr.ind.firstLineChars"] == "200"
    assert (figures["rPr.rFonts.eastAsia"], figures["rPr.rFonts.ascii"], figures["rPr.sz.val"]) == ((font, latin, "32"))
    assert style_figures()[f"{style}接排"]["rPr.rFonts.eastAsia"] == font


def test_the_title_is_small_songti_of_22_pt_in_the_middle() -> None:
    figures = style_figures()["Title"]
    assert (figures["rPr.rFonts.eastAsia"], figures["rPr.sz.val"], figures["pPr.jc.val"]) == (
        ("方正小标宋简体", "44", "center")
    )


def test_every_style_names_its_fonts_and_language_and_none_a_theme() -> None:
    for name in {*STYLE_NAMES.values(), *RUN_IN_NAMES.values()}:
        figures = style_figures()[name]
        assert figures["rPr.rFonts.eastAsia"]
        assert figures["rPr.rFonts.ascii"] == figures["rPr.rFonts.hAnsi"]
        assert figures["rPr.lang.eastAsia"] == "zh-CN"
    with zipfile.ZipFile(BASE) as package:
        assert not [name for name in package.namelist() if b"heme" in package.read(name)]


def test_no_paragraph_style_keeps_widows_together_or_sets_lines_freely() -> None:
    for name in STYLE_NAMES.values():
        figures = style_figures()[name]
        assert figures["pPr.widowControl.val"] == "0"
        assert figures["pPr.spacing.lineRule"] == "exact"


@pytest.mark.parametrize("names", [("报头单位", "报头名称"), ("报头名称（无单位）",)])
def test_the_lines_of_the_head_fill_its_rows_of_the_grid(names: tuple[str, ...]) -> None:
    figures, banner = style_figures(), load_profile("gbt9704").banner
    height = 0
    for name in ("报头提示", *names, "报头期号", "报头编发", "报头空行"):
        height += sum(int(figures[name][f"pPr.spacing.{part}"]) for part in ("before", "line", "after"))
    rule = figures["报头编发"]
    height += int(rule["pBdr.bottom.space"]) * 20 + int(rule["pBdr.bottom.sz"]) * 20 // 8
    assert height == banner.rows * ROW


def test_page_numbers_stand_at_the_outer_side_of_odd_and_even_pages() -> None:
    figures = style_figures()
    odd, even = figures["页码（单页）"], figures["页码（双页）"]
    assert (odd["pPr.jc.val"], odd["pPr.ind.right"]) == ("right", "280")
    assert (even["pPr.jc.val"], even["pPr.ind.left"]) == ("left", "280")
    assert {odd["rPr.rFonts.ascii"], even["rPr.rFonts.ascii"]} == {"宋体"}
    with zipfile.ZipFile(BASE) as package:
        footers = [package.read(f"word/footer{n}.xml").decode() for n in (1, 2)]
        assert "<w:evenAndOddHeaders/>" in package.read("word/settings.xml").decode()
        assert '<w:zoom w:percent="100"/>' in package.read("word/settings.xml").decode()
    for footer, style in zip(footers, ("NumberOdd", "NumberEven"), strict=True):
        assert f'<w:pStyle w:val="{style}"/>' in footer
        assert " PAGE " in footer
        assert footer.count("—") == 2


def test_the_script_makes_a_base_with_the_styles_that_the_writer_needs() -> None:
    made = runpy.run_path(str(MAKER))["package"](load_profile("gbt9704"))
    names = {style.name for style in docx.Document(BytesIO(made)).styles}
    assert names >= {*STYLE_NAMES.values(), *RUN_IN_NAMES.values(), *OTHER_NAMES}


@pytest.mark.npm
def test_the_open_xml_sdk_finds_no_fault(tmp_path: Path, ooxml_validator: Path) -> None:
    made = tmp_path / "paper.docx"
    made.write_bytes(write_word(PAPER))
    for file in (made, BASE):
        run = subprocess.run([str(ooxml_validator), str(file)], capture_output=True, text=True, timeout=60, check=False)
        assert run.returncode == 0, run.stdout


@pytest.mark.skipif(not SCHEMA_CHECK.is_file(), reason="the folder of shared tools does not stand beside the project")
def test_the_parts_keep_to_the_schemas(tmp_path: Path) -> None:
    made = tmp_path / "paper.docx"
    made.write_bytes(write_word(PAPER))
    command = [sys.executable, str(SCHEMA_CHECK), str(made), str(BASE)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stdout
