"""Word papers: named styles only, every word kept, the same bytes each time."""

import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generators.document import Banner, Block, Document, PageBreak, Role, Run, Tail, TextBlock
from generators.word import write_word
from generators.word_base import BASE
from generators.word_styles import STYLE_NAMES
from report.errors import Failure, UserError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRUCTURE_ONLY = {f"{W}pStyle", f"{W}pageBreakBefore", f"{W}keepNext"}

BANNER = Banner("内部资料 注意保存", "000012", "青禾县会议秘书处", "会议简报", "第12期", "秘书处编", "2023年9月5日")
TAIL = Tail(("报：县委、县政府。", "发：各乡镇代表团。"), "共印120份")


def text(role: Role, *words: str) -> TextBlock:
    return TextBlock(role, tuple(Run(word) for word in words))


def paper(*blocks: Block, title: str = "青禾县工作要点", author: str = "青禾县会议秘书处") -> Document:
    return Document(title, author, date(2023, 9, 5), blocks)


EVERYTHING = paper(
    BANNER,
    text(Role.TITLE, "青禾县工作要点"),
    text(Role.EDITOR_NOTE, "编者按：供代表审议时参考。"),
    text(Role.HEADING_1, "一、过去一年"),
    text(Role.HEADING_2, "（一）农业"),
    text(Role.HEADING_3, "1．粮食"),
    text(Role.HEADING_4, "（1）水稻"),
    TextBlock(Role.BODY, (Run("（二）工业。", role=Role.HEADING_2), Run("实施“小升规”行动……新增8家。"))),
    text(Role.FIGURES_TITLE, "主要数据"),
    TextBlock(Role.FIGURE, (Run("粮食总产量"),), (Run("12.5万吨"),)),
    PageBreak(),
    text(Role.BODY, "下一页。"),
    TAIL,
)


def opened(data: bytes) -> WordDocument:
    return docx.Document(BytesIO(data))


def words_of(element: etree._Element) -> str:  # pyright: ignore[reportPrivateUsage]
    return "".join(words.text or "" for words in element.iter(f"{W}t"))


def flagged(data: bytes, flag: str) -> list[tuple[str, bool]]:
    """Return (text, whether it has the flag) of every paragraph of the body."""
    return [
        (words_of(paragraph), paragraph.find(f"{W}pPr/{W}{flag}") is not None)
        for paragraph in part(data, "word/document.xml").findall(f"{W}body/{W}p")
    ]


def part(data: bytes, name: str) -> etree._Element:  # pyright: ignore[reportPrivateUsage]
    with zipfile.ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def word_dump(data: bytes) -> list[str]:
    """Return one line a run: paragraph style, character style, hint, text; a paragraph without runs is a line too."""
    lines: list[str] = []
    names = {style.style_id: style.name or "" for style in opened(data).styles}
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        look = names["Normal" if style is None else style.get(f"{W}val", "")]
        runs = paragraph.findall(f"{W}r")
        for run in runs:
            inner = run.find(f"{W}rPr/{W}rStyle")
            fonts = run.find(f"{W}rPr/{W}rFonts")
            words = "".join({f"{W}tab": "⇥", f"{W}br": "↵"}.get(str(piece.tag), piece.text or "") for piece in run)
            hint = "" if fonts is None else fonts.get(f"{W}hint", "")
            lines.append(f"{look} | {'' if inner is None else names[inner.get(f'{W}val', '')]} | {hint} | {words}")
        if not runs:
            lines.append(look)
    return lines


def fonts_of_runs(data: bytes) -> list[tuple[str, str]]:
    """Return (text, East Asian font) of every run as Word resolves it: run, character style, paragraph style, base."""
    styles = {style.get(f"{W}styleId", ""): style for style in part(data, "word/styles.xml").iter(f"{W}style")}

    def of_style(style_id: str) -> str:
        style = styles[style_id]
        fonts, parent = style.find(f"{W}rPr/{W}rFonts"), style.find(f"{W}basedOn")
        if fonts is not None and fonts.get(f"{W}eastAsia"):
            return fonts.get(f"{W}eastAsia", "")
        return "" if parent is None else of_style(parent.get(f"{W}val", ""))

    found: list[tuple[str, str]] = []
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        for run in paragraph.findall(f"{W}r"):
            own, inner = run.find(f"{W}rPr/{W}rFonts"), run.find(f"{W}rPr/{W}rStyle")
            font = (
                ("" if own is None else own.get(f"{W}eastAsia", ""))
                or ("" if inner is None else of_style(inner.get(f"{W}val", "")))
                or of_style("Normal" if style is None else style.get(f"{W}val", ""))
            )
            found.append((words_of(run), font))
    return found


def with_font(data: bytes, style_name: str, font: str) -> bytes:
    """Return a paper after a person has given one style another Chinese font, as Word's dialog does it."""
    word = opened(data)
    fonts = word.styles[style_name].element.find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    fonts.set(f"{W}eastAsia", font)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def test_every_block_stands_in_the_style_of_its_role() -> None:
    assert word_dump(write_word(EVERYTHING)) == [
        "报头提示 |  |  | 内部资料 注意保存",
        "报头提示 |  |  | ⇥",
        "报头提示 |  |  | 000012",
        "报头单位 |  |  | 青禾县会议秘书处",
        "报头名称 |  |  | 会议简",
        "报头名称 | 报头名称末字 |  | 报",
        "报头期号 |  |  | 第12期",
        "报头编发 |  |  | 秘书处编",
        "报头编发 |  |  | ⇥",
        "报头编发 |  |  | 2023年9月5日",
        "报头空行",
        "Title |  |  | 青禾县工作要点",
        "空行半",
        "编者按 |  |  | 编者按：供代表审议时参考。",
        "空行",
        "一级标题 |  |  | 一、过去一年",
        "二级标题 |  |  | （一）农业",
        "三级标题 |  |  | 1．粮食",
        "四级标题 |  |  | （1）水稻",
        "Normal | 二级标题接排 |  | （二）工业。",
        "Normal |  | eastAsia | 实施“小升规”行动……新增8家。",
        "数据标题 |  |  | 主要数据",
        "数据行 |  |  | 粮食总产量",
        "数据行 |  |  | ⇥",
        "数据行 |  |  | 12.5万吨",
        "Normal |  |  | 下一页。",
        "报尾 |  |  | 报：县委、县政府。",
        "报尾 |  |  | 发：各乡镇代表团。",
        "报尾印数 |  |  | 共印120份",
        "报尾定位",
    ]


@pytest.mark.parametrize("role", [role for role in STYLE_NAMES if role not in {Role.BANNER_NAME, Role.CARD_NAME}])
def test_a_changed_style_changes_every_run_in_it(role: Role) -> None:
    data = write_word(paper(text(role, "改“样”式"), text(Role.BODY, "别的字")))
    before = dict(fonts_of_runs(data))
    after = dict(fonts_of_runs(with_font(data, STYLE_NAMES[role], "隶书")))
    assert before["改“样”式"] != "隶书"
    assert after["改“样”式"] == "隶书"
    assert role is Role.BODY or after["别的字"] == before["别的字"] == "仿宋_GB2312"


def test_no_run_has_a_font_or_size_of_its_own() -> None:
    document = part(write_word(EVERYTHING), "word/document.xml")
    fonts = [dict(element.attrib) for element in document.iter(f"{W}rFonts")]
    assert fonts == [{f"{W}hint": "eastAsia"}]
    allowed = {f"{W}rStyle", f"{W}rFonts"}
    assert {str(child.tag) for properties in document.iter(f"{W}rPr") for child in properties} <= allowed


def test_no_paragraph_has_spacing_or_indents_of_its_own() -> None:
    document = part(write_word(EVERYTHING), "word/document.xml")
    assert {str(child.tag) for properties in document.iter(f"{W}pPr") for child in properties} <= STRUCTURE_ONLY


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30))
def test_words_come_back_as_they_went_in(words: str) -> None:
    wanted = words.replace("\ufffe", "").replace("\uffff", "")
    assert opened(write_word(paper(text(Role.BODY, words)))).paragraphs[0].text == wanted


@pytest.mark.parametrize(
    ("words", "hinted"),
    [
        ("引号“甲”", True),
        ("单引‘甲’", True),
        ("省略……", True),
        ("破折——", True),
        ("间隔·号", True),
        ("序号①", True),
        ("增长8.5%", False),
        ("，。；：？！（）《》、", False),
        ("GDP", False),
    ],
)
def test_only_marks_that_word_would_take_for_latin_get_a_hint(words: str, *, hinted: bool) -> None:
    (line,) = word_dump(write_word(paper(text(Role.BODY, words))))
    assert line == f"Normal |  | {'eastAsia' if hinted else ''} | {words}"


def test_characters_that_no_file_can_hold_are_left_out() -> None:
    document = paper(text(Role.BODY, "甲\x00\x0b乙\ud800丙\ufffe丁"), title="题\x01", author="署\x02")
    word = opened(write_word(document))
    assert word.paragraphs[0].text.replace(" ", "") == "甲乙丙丁"
    assert word.core_properties.title == "题"


def test_rare_names_outside_the_basic_plane_are_kept() -> None:
    assert opened(write_word(paper(text(Role.BODY, "代表王𬭚、李𱁬")))).paragraphs[0].text == "代表王𬭚、李𱁬"


def test_body_paragraphs_have_no_line_breaks() -> None:
    document = part(write_word(paper(text(Role.BODY, "上半句，\n下半句。\t完"))), "word/document.xml")
    assert not list(document.iter(f"{W}br"))
    assert not list(document.iter(f"{W}tab"))
    assert words_of(document) == "上半句， 下半句。 完"


def test_a_long_title_is_broken_by_sense() -> None:
    lines = word_dump(
        write_word(paper(text(Role.TITLE, "关于青禾县国民经济和社会发展计划执行情况与下一年计划草案的报告")))
    )
    title = "".join(line.split(" | ")[-1] for line in lines if line.startswith("Title"))
    assert title == "关于青禾县国民经济和社会发展计划↵执行情况与下一年计划草案的报告"


def test_a_title_of_even_lines_needs_no_half_row_below_it() -> None:
    one = word_dump(write_word(paper(text(Role.TITLE, "要点"))))
    two = word_dump(write_word(paper(text(Role.TITLE, "要点" * 15))))
    assert (one[-1], two[-1]) == ("空行半", "空行")


def test_a_page_break_belongs_to_what_follows_and_adds_no_paragraph() -> None:
    data = write_word(paper(text(Role.BODY, "甲"), PageBreak(), text(Role.HEADING_1, "乙")))
    assert flagged(data, "pageBreakBefore") == [("甲", False), ("乙", True)]


def test_a_head_without_an_organ_has_its_name_in_the_middle_of_the_same_rows() -> None:
    banner = Banner("", "", "", "会议简报", "", "", "")
    lines = word_dump(write_word(paper(banner)))
    assert [line.split(" | ")[0] for line in lines] == (
        ["报头提示", "报头名称（无单位）", "报头名称（无单位）", "报头期号", "报头编发", "报头空行"]
    )


def test_a_name_too_wide_is_made_smaller_in_its_style() -> None:
    name = "青禾县第九届人民代表大会第四次会议简报"
    word = opened(write_word(paper(Banner("", "", "秘书处", name, "", "", ""))))
    style = word.styles["报头名称"].element
    size, spacing = style.find(f"{W}rPr/{W}sz"), style.find(f"{W}rPr/{W}spacing")
    assert size is not None
    assert spacing is not None
    letter_pt, white_pt = int(size.get(f"{W}val", "")) / 2, int(spacing.get(f"{W}val", "")) / 20
    width_pt = letter_pt * len(name) + white_pt * (len(name) - 1)
    assert 0.9 * 442.2 < width_pt <= 442.3
    assert all(run.font.size is None for paragraph in word.paragraphs for run in paragraph.runs)


def test_the_foot_hangs_on_the_lower_edge_of_the_type_area() -> None:
    document = part(write_word(EVERYTHING), "word/document.xml")
    (place,) = document.iter(f"{W}tblpPr")
    assert [place.get(f"{W}{name}") for name in ("vertAnchor", "tblpYSpec", "horzAnchor", "tblpX")] == [
        "margin",
        "bottom",
        "page",
        "1587",
    ]


def test_the_last_line_of_text_stays_with_the_foot() -> None:
    data = write_word(paper(text(Role.BODY, "甲"), text(Role.BODY, "乙"), TAIL))
    assert flagged(data, "keepNext") == [("甲", False), ("乙", True), ("", False)]


def test_a_long_last_paragraph_is_free_to_break_before_the_foot() -> None:
    data = write_word(paper(text(Role.BODY, "干" * 28 * 12), TAIL))
    assert [flag for _, flag in flagged(data, "keepNext")] == [False, False]


def test_a_foot_without_words_is_not_drawn() -> None:
    assert not opened(write_word(paper(text(Role.BODY, "甲"), Tail((), "")))).tables


def test_the_properties_name_the_paper_and_not_the_machine() -> None:
    properties = opened(write_word(EVERYTHING)).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == (
        ("青禾县工作要点", "青禾县会议秘书处", "青禾县会议秘书处")
    )
    assert properties.created == properties.modified == datetime(2023, 9, 5, tzinfo=UTC)


def test_the_same_paper_gives_the_same_bytes() -> None:
    data = write_word(EVERYTHING)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert write_word(EVERYTHING) == data


def test_the_package_holds_nothing_of_its_library() -> None:
    with zipfile.ZipFile(BytesIO(write_word(EVERYTHING))) as package:
        assert {name for name in package.namelist() if not name.endswith(".rels")} == {
            "[Content_Types].xml",
            "docProps/core.xml",
            *(
                f"word/{name}.xml"
                for name in (
                    *("document", "styles", "settings", "fontTable"),
                    *("footer1", "footer2", "footer3"),
                )
            ),
        }
        assert not [name for name in package.namelist() if b"heme" in package.read(name)]


def test_a_base_of_ones_own_gives_its_look_to_the_paper(tmp_path: Path) -> None:
    base = tmp_path / "own.docx"
    base.write_bytes(with_font(BASE.read_bytes(), "一级标题", "华文中宋"))
    assert fonts_of_runs(write_word(paper(text(Role.HEADING_1, "一、总结")), base)) == [("一、总结", "华文中宋")]


def damaged(part_name: str, content: bytes) -> bytes:
    """Return the base document with one part replaced."""
    buffer = BytesIO()
    with zipfile.ZipFile(BASE) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part_name else old.read(name))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zip at all",
        BASE.read_bytes()[:3000],
        BASE.read_bytes().replace(b"\x08\x00", b"\x63\x00"),
        damaged("word/styles.xml", b"<w:styles"),
        damaged("word/document.xml", b""),
        damaged("[Content_Types].xml", b"<Types/>"),
    ],
    ids=["empty", "text", "cut off", "unknown compression", "styles cut off", "no document", "no types"],
)
def test_a_damaged_base_is_refused(tmp_path: Path, content: bytes) -> None:
    base = tmp_path / "damaged.docx"
    base.write_bytes(content)
    with pytest.raises(UserError) as caught:
        write_word(EVERYTHING, base)
    assert caught.value.failure is Failure.BAD_TEMPLATE


def test_a_signature_is_kept_with_the_text_above_it() -> None:
    signed = (text(Role.SIGNATURE, "云岫镇人民政府"), text(Role.SIGN_DATE, "2026年1月20日"))
    kept = [flag for _, flag in flagged(write_word(paper(text(Role.BODY, "请予审议。"), *signed)), "keepNext")]
    assert kept == [True, True, False]
