"""Word papers of hostile words: what no file can hold is left out everywhere, long ones pass, bytes stay the same."""

import zipfile
from datetime import date
from io import BytesIO

import docx
from lxml import etree

from generators.document import (
    Block,
    Cell,
    Chart,
    ChartItem,
    ChartKind,
    Column,
    Document,
    Role,
    Run,
    Table,
    TableRow,
    TextBlock,
)
from generators.word import write_word

BAD = '甲\x00\x0b\ud800乙\ufffe<&>"丙'
GOOD = '甲乙<&>"丙'


def written(*blocks: Block) -> bytes:
    return write_word(Document("表", "秘书处", date(2026, 1, 20), blocks))


def chart(words: str) -> Chart:
    return Chart(ChartKind.BARS, words, "%", (ChartItem(words, 8.5, Run("增长8.5%")),), words)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return "".join(each.text or "" for each in etree.fromstring(package.read(name)).iter())


def test_the_same_chart_and_workbook_give_the_same_bytes():
    data = written(chart("粮食"), chart("茶叶"))
    assert data == written(chart("粮食"), chart("茶叶"))
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert sum(name.endswith(".xlsx") for name in package.namelist()) == 2


def test_cells_hold_what_xml_can_hold():
    table = Table((Column(1),), (TableRow((Cell((Run(BAD),)),)),), (TableRow((Cell((Run(BAD),)),)),), (Run(BAD),))
    words = part(written(table), "word/document.xml").replace(" ", "")
    assert words.count(GOOD) == 3


def test_charts_hold_what_xml_can_hold():
    data = written(chart(BAD))
    assert part(data, "word/charts/chart1.xml").replace(" ", "").count(GOOD) == 2


def test_a_paragraph_of_ten_megabytes_is_written_whole():
    words = "干" * (10_000_000 // 3)
    assert docx.Document(BytesIO(written(TextBlock(Role.BODY, (Run(words),))))).paragraphs[0].text == words
