"""Plain text: encodings, line ends, blanks, and what is no text."""

import codecs
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.errors import Failure, UserError
from report.findings import Finding
from report.readers import read_bytes, read_source
from report.readers.cleaning import MOST_LINES
from report.readers.text import LARGEST_TEXT
from report.source import Source

FIGURE = "全县地区生产总值完成135.6亿元"
REPORT = (
    f"青禾县人民政府工作报告\n县人民政府县长 林远\n\n一、二〇二三年工作回顾\n　　{FIGURE}，增长8.5%。\n"
    "\u00a0（一）经济运行稳中有进。各项指标好于预期，工业、农业、服务业同步增长。\n二、下一步工作安排\n"
    "坚持把发展作为第一要务，抓好项目建设，办好民生实事，守住安全底线。\n"
)
LINES = [line.strip() for line in REPORT.split("\n") if line.strip()]
TRADITIONAL = (
    "全縣地區生產總值完成135.6億元，增長百分之八。\n各位代表：現在，我代表縣人民政府向大會報告工作，請予審議。\n"
)
TRADITIONAL_REPORT = (
    f"{TRADITIONAL}一、工作回顧\n過去一年，我們堅持穩中求進，農業產值、工業產值都有增長，建成學校兩所、醫院一座，修築公路五十公里，"
    "群眾收入繼續提高。\n（一）產業發展更有活力\n茶葉、竹筍、稻米三個品牌遠銷各地，遊客十二萬人次。養老、醫療、教育支出佔比超過七成。\n"
    "二、下一步打算\n繼續推進鄉村振興，加快補齊短板，讓發展成果惠及每一個家庭。\n"
)
SIMPLIFIED_REPORT = REPORT.replace("\u00a0", "") + (
    "过去一年，我们坚持稳中求进，农业产值、工业产值都有增长，建成学校两所、医院一座，修筑公路五十公里，群众收入继续提高。\n"
    "茶叶、竹笋、稻米三个品牌远销各地，游客十二万人次。养老、医疗、教育支出占比超过七成。让发展成果惠及每一个家庭。\n"
)
REPORTS = Path(__file__).parents[2].parent / "shared" / "reports"


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def failure(data: bytes, name: str) -> UserError:
    with pytest.raises(UserError) as caught:
        read_bytes(data, name)
    assert caught.value.facts["name"] == name
    return caught.value


def findings(source: Source) -> list[Finding]:
    return [notice.finding for notice in source.noticed]


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
        ("gb18030", b""),
        ("gbk", b""),
        ("gb18030", b"\x84\x31\x95\x33"),
        ("hz", b""),
    ],
)
def test_a_report_reads_the_same_in_every_encoding(codec: str, mark: bytes):
    text = REPORT.replace("\u00a0", "").replace("〇", "零")  # GBK and HZ lack them
    source = read_bytes(mark + text.encode(codec), "报告.txt")
    assert texts(source) == [line.replace("〇", "零") for line in LINES]
    assert Finding.TEXT_REPLACED not in findings(source)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Cs"]), max_size=300))
def test_no_character_of_a_utf8_text_is_lost(text: str):
    written = "".join(text.removeprefix("\ufeff").split())
    if not written.strip("\ufeff"):
        return
    source = read_bytes(codecs.BOM_UTF8 + ("甲" + text).encode(), "报告.txt")
    assert "".join("".join(texts(source)).split()) == "甲" + "".join(text.split())


def test_big5_is_told_from_gbk_and_the_guess_is_noticed():
    source = read_bytes(TRADITIONAL.encode("big5"), "报告.txt")
    assert texts(source)[0] == "全縣地區生產總值完成135.6億元，增長百分之八。"
    assert findings(source) == [Finding.ENCODING_GUESSED]


@given(st.integers(0, 400), st.integers(12, 120), st.sampled_from(["big5", "cp950", "big5hkscs", "gbk", "gb18030"]))
def test_a_few_words_tell_big5_from_gbk(start: int, length: int, codec: str):
    whole = TRADITIONAL_REPORT if codec.startswith(("big5", "cp")) else SIMPLIFIED_REPORT
    text = "".join(whole.split())
    part = text[start % (len(text) - 12) :][:length]
    assert "".join(texts(read_bytes(part.encode(codec), "报告.txt"))) == part


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\r\r\n"])
def test_big5_is_read_with_every_line_end(end: str):
    lines = [line for line in TRADITIONAL_REPORT.split("\n") if line]
    assert texts(read_bytes(end.join(lines).encode("big5"), "报告.txt")) == lines


def test_a_damaged_big5_text_is_not_read_as_gbk():
    data = TRADITIONAL_REPORT.encode("big5")
    source = read_bytes(data[:40] + b"\xff" + data[40:], "报告.txt")
    assert "現在，我代表縣人民政府" in "".join(texts(source))
    assert findings(source) == [Finding.ENCODING_GUESSED, Finding.TEXT_REPLACED]


def test_characters_of_hong_kong_are_read():
    source = read_bytes((TRADITIONAL_REPORT + "負責人：堃、煊、喆。\n").encode("big5hkscs"), "报告.txt")
    assert texts(source)[-1] == "負責人：堃、煊、喆。"


def test_gbk_needs_no_detector_and_no_notice():
    sys.modules.pop("charset_normalizer", None)
    source = read_bytes(REPORT.replace("\u00a0", "").encode("gbk"), "报告.txt")
    assert source.noticed == ()
    assert "charset_normalizer" not in sys.modules


def test_characters_of_four_bytes_are_read():
    source = read_bytes(("𠮷野家项目由张䶮负责\n" + REPORT).encode("gb18030"), "报告.txt")
    assert texts(source)[0] == "𠮷野家项目由张䶮负责"


def test_one_bad_byte_leaves_the_rest_utf8_and_is_noticed_at_its_line():
    data = REPORT.encode().replace("增长".encode(), b"\xff" + "增长".encode())
    source = read_bytes(data, "报告.txt")
    assert texts(source) == [line.replace("增长8", "\ufffd增长8") for line in LINES[:4]] + [
        line.replace("增长", "\ufffd增长") for line in LINES[4:]
    ]
    notice = source.noticed[0]
    assert (notice.finding, notice.line) == (Finding.TEXT_REPLACED, 3)


def test_two_files_joined_are_both_read_and_noticed():
    data = REPORT.encode() + REPORT.replace("\u00a0", "").encode("gbk")
    source = read_bytes(data, "报告.txt")
    assert texts(source) == LINES + LINES
    assert findings(source) == [Finding.ENCODING_GUESSED]


def test_lone_surrogates_are_replaced_and_pairs_made_whole():
    data = ("\ud83d\ude00" + REPORT + "\ud800").encode("utf-8", "surrogatepass")
    source = read_bytes(data, "报告.txt")
    assert texts(source)[0] == "😀" + LINES[0]
    assert texts(source)[-1] == "\ufffd"
    "".join(texts(source)).encode()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\r\r\n", "\x85", "\u2028", "\u2029", "\v", "\f"])
def test_every_kind_of_line_end_ends_a_line(end: str):
    assert texts(read_bytes(REPORT.replace("\n", end).encode(), "报告.txt")) == LINES


def test_zero_width_characters_stay_and_controls_go_with_a_notice():
    source = read_bytes("甲\u200b乙\x07丙\x1b丁\ufeff戊\n".encode(), "报告.txt")
    assert texts(source) == ["甲\u200b乙丙丁\ufeff戊"]
    assert findings(source) == [Finding.TEXT_REPLACED]
    assert source.noticed[0].detail.startswith("2")


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le"])
def test_zeros_that_a_crash_left_are_left_out(codec: str):
    source = read_bytes(REPORT.encode(codec) + b"\0" * 100_000, "报告.txt")
    assert texts(source) == LINES
    assert Finding.TEXT_REPLACED in findings(source)


def test_zeros_inside_are_left_out():
    source = read_bytes(REPORT.encode().replace("，".encode(), b"\0"), "报告.txt")
    assert "\0" not in "".join(texts(source))
    assert FIGURE in "".join(texts(source))


def test_markup_is_only_text():
    written = '<para><b>未闭合 & <font color="red">红</font\n]]>\n**粗**\n=SUM(A1)'
    assert texts(read_bytes(written.encode(), "报告.txt")) == written.split("\n")


def test_headings_of_markdown_tell_their_level_and_keep_their_signs():
    source = read_bytes("# 报告\n## 一、回顾\n完成。\n#1泵站\n####### 七\n".encode(), "报告.md")
    assert [(line.text, line.outline_level) for line in source.lines] == [
        ("# 报告", 1),
        ("## 一、回顾", 2),
        ("完成。", None),
        ("#1泵站", None),
        ("####### 七", None),
    ]


def test_one_number_sign_is_no_heading():
    assert read_bytes("# 1 泵站\n完成。\n".encode(), "报告.txt").lines[0].outline_level is None


def test_a_report_without_a_line_end_is_one_line():
    assert len(read_bytes((FIGURE * 900).encode(), "报告.txt").lines) == 1


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", Failure.EMPTY_FILE),
        (codecs.BOM_UTF8, Failure.NO_TEXT),
        (b"\0" * 1000, Failure.NO_TEXT),
        ("\n　\u00a0\r\n".encode(), Failure.NO_TEXT),
        (bytes((7 * place * place + place // 3) % 256 for place in range(100_000)), Failure.UNKNOWN_ENCODING),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", Failure.WRONG_CONTENT),
        (b"a\n" * (MOST_LINES + 1), Failure.TOO_LARGE),
        (b"a" * (LARGEST_TEXT + 1), Failure.TOO_LARGE),
    ],
    ids=["nothing", "only a mark", "zeros", "blanks", "noise", "pdf", "too many lines", "too many bytes"],
)
def test_what_is_no_text_is_refused(data: bytes, wanted: Failure):
    assert failure(data, "报告.txt").failure is wanted


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    return data.decode("gb18030" if path.stem.endswith("gbk") else "utf-8-sig")


@pytest.mark.reports
@pytest.mark.skipif(not REPORTS.is_dir(), reason="the folder of real reports is not here")
def test_no_character_of_a_real_report_is_lost():
    paths = sorted(REPORTS.glob("*.txt"))
    assert paths
    for path in paths:
        assert "".join("".join(texts(read_source(path))).split()) == "".join(_decoded(path).split()), path.name
