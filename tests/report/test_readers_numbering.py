"""Automatic numbers: in no text of the file, computed as Word prints them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.readers.number_formats import written
from report.source import Source
from tests.report.making_docx import level, numbered, paragraph, read, run, texts

GOVERNMENT = (
    level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="h1"/>')
    + level(1, "chineseCountingThousand", "（%2）", '<w:pStyle w:val="h2"/>')
    + level(2, "decimal", "%3.", '<w:pStyle w:val="h3"/>')
    + level(3, "decimal", "（%4）", '<w:pStyle w:val="h4"/>')
)


def style(identity: str, num_id: int, more: str = "") -> str:
    numbering = f'<w:pPr><w:numPr><w:numId w:val="{num_id}"/></w:numPr></w:pPr>' if num_id >= 0 else ""
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{identity}"/>{more}{numbering}</w:style>'


STYLES = "".join(style(f"h{place}", 1) for place in range(1, 5)) + style("own", -1, '<w:basedOn w:val="h2"/>')


def definitions(levels: str, *nums: str) -> str:
    """Return a numbering part: one definition, and a num for each content given (none: one bare num)."""
    lists = "".join(
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="0"/>{content}</w:num>'
        for place, content in enumerate(nums or ("",), start=1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}'


def headed(text: str, name: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{name}"/>')


def labels(source: Source) -> list[str]:
    return [line.auto_number for line in source.lines]


def test_headings_numbered_by_their_styles_restart_under_each_other():
    body = "".join(
        headed(text, name)
        for text, name in (
            ("总", "h1"), ("甲", "h2"), ("乙", "h2"), ("丙", "own"), ("另", "h1"), ("丁", "h2"),
            ("小", "h3"), ("二小", "h3"), ("细", "h4"), ("三小", "h3"), ("又细", "h4"),
        )
    )  # fmt: skip
    assert texts(read(body, styles=STYLES, numbering=definitions(GOVERNMENT))) == [
        "一、总",
        "（一）甲",
        "（二）乙",
        "（三）丙",
        "二、另",
        "（一）丁",
        "1.小",
        "2.二小",
        "（1）细",
        "3.三小",
        "（1）又细",
    ]


def test_a_number_taken_away_does_not_restart_what_is_below():
    bare = paragraph("无号", '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body = headed("总", "h1") + headed("甲", "h2") + bare + headed("乙", "h2")
    assert labels(read(body, styles=STYLES, numbering=definitions(GOVERNMENT))) == ["一、", "（一）", "", "（二）"]


def test_another_num_of_the_same_list_continues_and_an_override_restarts_once():
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = "".join(numbered("项", num_id) for num_id in (1, 1, 2, 3, 3, 1))
    source = read(body, numbering=definitions(level(0, "decimal", "%1."), "", "", restart))
    assert labels(source) == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_an_overridden_start_holds_whenever_its_level_begins_anew() -> None:
    start = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "（%2）")
    body = "".join(numbered("项", 1, place) for place in (0, 1, 1, 0, 1))
    assert labels(read(body, numbering=definitions(levels, start))) == ["1.", "（5）", "（6）", "2.", "（5）"]


def test_a_heading_that_repeats_its_list_keeps_the_level_of_its_style() -> None:
    again = paragraph("甲", '<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    source = read(headed("总", "h1") + again, styles=STYLES, numbering=definitions(GOVERNMENT))
    assert labels(source) == ["一、", "（一）"]


def test_an_override_can_bring_a_level_of_its_own():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimalEnclosedCircle", "%1")}</w:lvlOverride>'
    body = numbered("项", 1) + numbered("项", 2)
    assert texts(read(body, numbering=definitions(level(0, "decimal", "%1."), "", own))) == ["1.项", "② 项"]


def test_legal_numbers_are_arabic_and_a_level_passed_over_counts_as_begun():
    levels = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "%1.%2", "<w:isLgl/>")
    body = numbered("项", 1, 1) + numbered("总", 1) + numbered("项", 1, 1) + numbered("项", 1, 1)
    source = read(body, numbering=definitions(levels))
    assert labels(source) == ["1.1", "二、", "2.1", "2.2"]
    assert source.lines[0].text == "1.1 项"


@pytest.mark.parametrize(("restart", "wanted"), [("", "1"), ("0", "2"), ("1", "1"), ("2", "2")])
def test_a_level_restarts_after_the_level_it_names(restart: str, wanted: str):
    # Level 2 is reached again after a new level 0 and, in the last case, after none of level 1.
    mark = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%2") + level(2, "decimal", "%3", mark)
    body = numbered("甲", 1) + numbered("乙", 1, 2) + numbered("丙", 1) + numbered("丁", 1, 2)
    if restart == "2":
        assert labels(read(body, numbering=definitions(levels)))[-1] == "1"
        body = numbered("甲", 1, 2) + numbered("丁", 1, 2)
    assert labels(read(body, numbering=definitions(levels)))[-1] == wanted


def test_of_a_doubled_numbering_property_the_last_counts():
    doubled = (
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="0"/></w:numPr>'
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    )
    source = read(paragraph("项", doubled), numbering=definitions(GOVERNMENT))
    assert texts(source) == ["一、项"]


def test_a_list_style_stands_for_its_list_and_a_circle_ends():
    linked = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="C"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="9"><w:styleLink w:val="L"/>{level(0, "decimal", "%1)")}</w:abstractNum>'
        + "".join(f'<w:num w:numId="{each}"><w:abstractNumId w:val="{each}"/></w:num>' for each in (7, 8, 9))
    )
    body = numbered("项", 7) + numbered("项", 9) + numbered("圈", 8) + numbered("缺", 77)
    assert labels(read(body, styles=style("L", 9) + style("C", 8), numbering=linked)) == ["1)", "2)", "", ""]


def test_blanks_part_only_what_would_run_together():
    levels = level(0, "decimal", "%1.") + level(1, "chineseCounting", "第%2章", '<w:suff w:val="space"/>')
    body = numbered("2023年", 1) + numbered("工作", 1) + numbered("总则", 1, 1)
    assert texts(read(body, numbering=definitions(levels))) == ["1. 2023年", "2.工作", "第一章 总则"]


def test_a_label_can_show_all_nine_levels_each_in_its_own_format():
    formats = ("decimal", "upperRoman", "lowerLetter", "chineseCounting", "decimalZero", "lowerRoman", "upperLetter")
    kinds = (*formats, "ideographTraditional", "decimalFullWidth")
    text = ".".join(f"%{place}" for place in range(1, 10))
    levels = "".join(level(place, kind, text if place == 8 else f"%{place + 1}") for place, kind in enumerate(kinds))
    body = numbered("总", 1) + numbered("项", 1, 8) + numbered("项", 1, 8)
    assert labels(read(body, numbering=definitions(levels)))[1:] == ["1.I.a.一.01.i.A.甲.１", "1.I.a.一.01.i.A.甲.２"]


def test_a_style_inherits_its_list_from_its_base_and_names_its_own_level():
    base = style("base", 1)
    deeper = (
        '<w:style w:type="paragraph" w:styleId="deeper"><w:name w:val="deeper"/><w:basedOn w:val="base"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1-%2", "<w:isLgl/>")
    body = headed("总则", "base") + headed("目的", "deeper") + headed("依据", "deeper")
    assert labels(read(body, styles=base + deeper, numbering=definitions(levels))) == ["第一章", "1-1", "1-2"]


def test_bullets_are_shown_as_signs_that_fonts_have():
    levels = level(0, "bullet", "\uf0b7") + level(1, "bullet", "\uf123") + level(2, "bullet", "——")
    body = numbered("甲", 1) + numbered("乙", 1, 1) + numbered("丙", 1, 2)
    assert texts(read(body, numbering=definitions(levels))) == ["• 甲", "• 乙", "——丙"]


def test_a_blank_paragraph_takes_a_number_and_a_deleted_one_does_not():
    deleted = paragraph(
        '<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="2"/></w:rPr>',
    )
    hidden = paragraph(
        run("藏", "<w:vanish/>"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'
    )
    body = numbered("甲", 1) + numbered("", 1) + deleted + hidden + numbered("乙", 1)
    assert texts(read(body, numbering=definitions(level(0, "decimal", "%1、")))) == ["1、甲", "3、乙"]


def test_a_number_counts_as_bold_with_its_text():
    source = read(
        paragraph(run("甲", "<w:b/>") + run("乙"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        numbering=definitions(GOVERNMENT),
    )
    assert (source.lines[0].text, source.lines[0].bold_chars) == ("一、甲乙", 3)


def test_custom_formats_pad_with_zeros():
    own = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert labels(read(numbered("项", 1), numbering=definitions(own))) == ["007"]


@pytest.mark.parametrize(
    ("number_format", "wanted"),
    [
        ("decimal", "1 2 10 11 20 101"),
        ("decimalZero", "01 02 10 11 20 101"),
        ("decimalFullWidth", "１ ２ １０ １１ ２０ １０１"),
        ("decimalEnclosedCircle", "① ② ⑩ ⑪ ⑳ 101"),
        ("decimalEnclosedCircleChinese", "① ② ⑩ ⑪ ⑳ 101"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ ⒇ 101"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒑ ⒒ ⒛ 101"),
        ("chineseCounting", "一 二 十 十一 二十 一○一"),
        ("chineseCountingThousand", "一 二 十 十一 二十 一百〇一"),
        ("taiwaneseCountingThousand", "一 二 十 十一 二十 一百零一"),
        ("japaneseCounting", "一 二 十 十一 二十 百一"),
        ("ideographDigital", "一 二 一〇 一一 二〇 一〇一"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾 壹佰零壹"),
        ("ideographLegalTraditional", "壹 貳 壹拾 壹拾壹 貳拾 壹佰零壹"),
        ("ideographTraditional", "甲 乙 癸 11 20 101"),
        ("ideographZodiac", "子 丑 酉 戌 20 101"),
        ("ideographZodiacTraditional", "甲子 乙丑 癸酉 甲戌 癸未 101"),
        ("ideographEnclosedCircle", "㊀ ㊁ ㊉ 11 20 101"),
        ("decimalFullWidth2", "１ ２ １０ １１ ２０ １０１"),
        ("upperRoman", "I II X XI XX CI"),
        ("lowerRoman", "i ii x xi xx ci"),
        ("upperLetter", "A B J K T WWWW"),
        ("lowerLetter", "a b j k t wwww"),
        ("ordinal", "1st 2nd 10th 11th 20th 101st"),
        ("cardinalText", "One Two Ten Eleven Twenty 101"),
        ("ordinalText", "First Second Tenth Eleventh Twentieth 101"),
        ("numberInDash", "-1- -2- -10- -11- -20- -101-"),
        ("none", "     "),
        ("unheardOf", "1 2 10 11 20 101"),
    ],
)
def test_numbers_are_written_in_every_format(number_format: str, wanted: str):
    numbers = (written(number, number_format).replace(" ", "") for number in (1, 2, 10, 11, 20, 101))
    assert " ".join(numbers) == wanted


@given(st.integers(1, 9999))
def test_counting_in_chinese_can_be_counted_back(number: int):
    digits = {sign: place for place, sign in enumerate("〇一二三四五六七八九")}
    units = {"十": 10, "百": 100, "千": 1000}
    total, digit = 0, 0
    for sign in written(number, "chineseCountingThousand"):
        if sign in units:
            total += (digit or 1) * units[sign]
            digit = 0
        else:
            digit = digits[sign]
    assert total + digit == number


@given(
    st.integers(-5, 10**9), st.sampled_from(["upperLetter", "lowerRoman", "aiueo", "chicago", "hex", "koreanCounting"])
)
def test_no_number_is_left_without_a_sign(number: int, number_format: str):
    assert written(number, number_format)
