"""Word papers as LibreOffice sets them, the pack's fonts under the statutory names: pages like the print."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

import pytest
from lxml import etree

from generators.document import Banner, Block, Document, PageBreak, Role, Run, Tail, TextBlock
from generators.fonts import plan_fonts
from generators.layout import lay_out
from generators.profile_files import load_profile
from generators.progress import NoProgress
from generators.word import write_word

pytestmark = [pytest.mark.libreoffice, pytest.mark.poppler]

PACK = Path(__file__).resolve().parents[2] / "resources" / "fonts"
SERVED = {
    "仿宋_GB2312": "GWFangSong",
    "方正小标宋简体": "GWXiaoBiaoSong",
    "黑体": "GWHeiTi",
    "楷体_GB2312": "GWKaiTi",
    "宋体": "GWSongTi",
    "Times New Roman": "Liberation Serif",
}
DPI = 300
TYPE_AREA_FOOT_MM = 262.0

BANNER = Banner("内部资料 注意保存", "000012", "青禾县会议秘书处", "会议简报", "第12期", "秘书处编", "2023年9月5日")
TAIL = Tail(("报：县委、县人大常委会、县政府。", "送：各代表团。", "发：各乡镇、县级各部门。"), "共印120份")
SENTENCE = "全县上下把群众的事一件一件办好，把今年的活一项一项干完。"


def paper(*blocks: Block) -> Document:
    return Document("青禾县工作要点", "秘书处", date(2023, 9, 5), blocks)


def text(role: Role, words: str) -> TextBlock:
    return TextBlock(role, (Run(words),))


def line_words(count: int) -> list[str]:
    """Return different words, one for each line."""
    return [f"正文{chr(0x4E00 + number)}" for number in range(count)]


def rows(count: int, tail: Tail = TAIL) -> Document:
    """Return a paper of so many one-line paragraphs and a foot."""
    return paper(*(text(Role.BODY, words) for words in line_words(count)), tail)


def bulletin() -> Document:
    """Return a bulletin of some pages with every role of its text."""
    chapters = (
        block
        for number in "一二三四五"
        for block in (
            text(Role.HEADING_1, f"{number}、这一章"),
            text(Role.HEADING_2, "（一）这一节"),
            text(Role.BODY, SENTENCE * 6),
            text(Role.HEADING_3, "1．这一条"),
            TextBlock(Role.BODY, (Run("（二）接排的标题。", role=Role.HEADING_2), Run(SENTENCE * 3))),
        )
    )
    return paper(
        BANNER,
        text(Role.TITLE, "关于青禾县国民经济和社会发展计划执行情况的报告要点"),
        text(Role.EDITOR_NOTE, "编者按：" + SENTENCE * 2),
        *chapters,
        text(Role.FIGURES_TITLE, "主要数据"),
        *(TextBlock(Role.FIGURE, (Run(f"第{n}项"),), (Run("若干户"),)) for n in range(9)),
        TAIL,
    )


PAPERS: Mapping[str, Document] = {
    **{f"rows{count}": rows(count) for count in (1, 17, 18, 19, 22, 23, 40)},
    "bare_foot": rows(21, Tail(("报：县委。",), "")),
    "long_last": paper(*(text(Role.BODY, "甲") for _ in range(15)), text(Role.BODY, SENTENCE * 5), TAIL),
    "page_long_last": paper(*(text(Role.BODY, "甲") for _ in range(3)), text(Role.BODY, "干" * 28 * 20), TAIL),
    "break": paper(text(Role.BODY, "正文一"), PageBreak(), text(Role.BODY, "正文二"), TAIL),
    "prose": paper(text(Role.BODY, SENTENCE * 60), TAIL),
    "bulletin": bulletin(),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page; lengths in points from the top."""

    text: str
    top: float
    foot: float


@dataclass(frozen=True, slots=True)
class Converted:
    """A paper as LibreOffice makes it a PDF."""

    file: Path

    def pages(self) -> list[list[Word]]:
        """Return the words of each page, from the top down."""
        run = subprocess.run(["pdftotext", "-bbox", str(self.file), "-"], capture_output=True, timeout=60, check=True)
        name = "{http://www.w3.org/1999/xhtml}"
        return [
            sorted(
                (
                    Word(word.text or "", float(word.get("yMin", "")), float(word.get("yMax", "")))
                    for word in page.iter(f"{name}word")
                ),
                key=lambda word: word.top,
            )
            for page in etree.fromstring(run.stdout).iter(f"{name}page")
        ]

    def ink(self, page: int) -> list[int]:
        """Return how many millimetres of ink each row of dots of a page has, at 300 dots an inch; pages from 1."""
        command = ["pdftoppm", "-gray", "-r", str(DPI), "-f", str(page), "-l", str(page), str(self.file)]
        picture = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout
        _, size, _, dots = picture.split(b"\n", 3)
        width, height = (int(number) for number in size.split())
        dark = [sum(value < 160 for value in dots[y * width : (y + 1) * width]) for y in range(height)]
        return [round(count * 25.4 / DPI) for count in dark]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Converted]:
    folder = tmp_path_factory.mktemp("word")
    served = "".join(
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>{font}</string></edit></match>'
        for name, font in SERVED.items()
    )
    (folder / "fonts.conf").write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{escape(str(PACK))}</dir>'
        f"<cachedir>{folder}/cache</cachedir>{served}</fontconfig>",
        encoding="utf-8",
    )
    for name, document in PAPERS.items():
        (folder / f"{name}.docx").write_bytes(write_word(document))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *(str(folder / f"{name}.docx") for name in PAPERS),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        capture_output=True,
        timeout=240,
        check=True,
    )
    return {name: Converted(folder / f"{name}.pdf") for name in PAPERS}


def body(page: list[Word]) -> list[Word]:
    return [word for word in page if word.text.startswith(("正文", "甲"))]


def foot(page: list[Word]) -> list[Word]:
    return [word for word in page if word.text.startswith(("报：", "送：", "发：", "共印"))]


@pytest.mark.parametrize("name", PAPERS)
def test_word_has_as_many_pages_as_the_print(converted: dict[str, Converted], name: str) -> None:
    pages = lay_out(PAPERS[name], load_profile("gbt9704"), plan_fonts({}), NoProgress())
    assert len(converted[name].pages()) == len(pages.pages)


@pytest.mark.parametrize("name", PAPERS)
def test_the_foot_stands_at_the_foot_of_the_last_page_only(converted: dict[str, Converted], name: str) -> None:
    *others, last = converted[name].pages()
    assert not [word for page in others for word in foot(page)]
    lines = foot(last)
    assert len(lines) == (1 if name == "bare_foot" else 4)
    lowest = lines[-1].foot * 25.4 / 72
    assert TYPE_AREA_FOOT_MM - 6 < lowest < TYPE_AREA_FOOT_MM


@pytest.mark.parametrize("name", PAPERS)
def test_the_foot_never_covers_the_text(converted: dict[str, Converted], name: str) -> None:
    last = converted[name].pages()[-1]
    first = foot(last)[0]
    above = [word for word in last if word.text not in {line.text for line in foot(last)} and word.top < first.top]
    assert above, "the foot stands alone on its page"
    assert max(word.foot for word in above) <= first.top


def test_no_line_of_text_is_lost_beside_the_foot(converted: dict[str, Converted]) -> None:
    for count in (17, 18, 19, 22, 23, 40):
        found = [word.text for page in converted[f"rows{count}"].pages() for word in body(page)]
        assert found == line_words(count)


def test_a_full_page_has_twenty_two_lines(converted: dict[str, Converted]) -> None:
    first = converted["rows40"].pages()[0]
    assert len(body(first)) == 22
    assert len({round(word.top) for word in converted["prose"].pages()[1] if word.top < 742}) == 22


def test_the_upper_edge_of_the_dash_is_7_mm_below_the_type_area(converted: dict[str, Converted]) -> None:
    for page in (1, 2):
        ink = converted["rows40"].ink(page)
        below = range(round((TYPE_AREA_FOOT_MM + 1) / 25.4 * DPI), len(ink))
        dash = next(y for y in below if ink[y] >= 5)
        assert dash * 25.4 / DPI - TYPE_AREA_FOOT_MM == pytest.approx(7, abs=0.3)


def test_the_rule_of_the_head_is_as_wide_as_the_type_area_and_4_mm_below_the_line(
    converted: dict[str, Converted],
) -> None:
    ink = converted["bulletin"].ink(1)
    rule = next(y for y, width in enumerate(ink) if width >= 155) * 25.4 / DPI
    row_mm, setup = 225 / 22, load_profile("gbt9704").banner
    letters_foot = 37 + (setup.line_row - 1) * row_mm + 0.8 * row_mm + 0.12 * 16 * 25.4 / 72
    assert rule - letters_foot == pytest.approx(setup.rule_below_mm, abs=0.3)


def test_the_rules_of_the_foot_enclose_it_and_the_last_lies_on_the_type_area(converted: dict[str, Converted]) -> None:
    ink = converted["rows1"].ink(1)
    rules = [y * 25.4 / DPI for y, width in enumerate(ink) if width >= 155]
    assert rules[-1] == pytest.approx(TYPE_AREA_FOOT_MM, abs=0.5)
    assert rules[-1] - rules[0] == pytest.approx(4 * 10, abs=1.5)
