"""Word files: what a person sees on the printed page comes out, once, in order; the rest is left out and told."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.findings import Finding
from report.source import LineKind, Source
from tests.report.making_docx import FIGURE, paragraph, read, run, texts

BOX = f"<w:txbxContent>{paragraph('文本框里的要点')}</w:txbxContent>"
HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="正文标题"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="c"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def styled(content: str, style: str) -> str:
    return paragraph(content, f'<w:pStyle w:val="{style}"/>')


def field(instruction: str, result: str) -> str:
    return begin(instruction) + result + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def details(source: Source) -> dict[Finding, str]:
    return {notice.finding: notice.detail for notice in source.noticed}


def test_paragraphs_come_in_order_without_their_blanks():
    source = read(paragraph("　　甲 ") + paragraph("") + paragraph("\u00a0") + paragraph("乙"))
    assert texts(source) == ["甲", "乙"]
    assert source.noticed == ()


PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Cs"]), max_size=12)


@given(st.lists(st.lists(PRINTED, max_size=4), min_size=1, max_size=6))
def test_no_character_of_any_run_is_lost(written: list[list[str]]) -> None:
    body = "".join(paragraph("".join(run(escape(text)) for text in runs)) for runs in written)
    source = read(paragraph("始") + body)
    lines = [line for runs in written if (line := "".join(runs).replace("\u2028", " ").replace("\u2029", " ").strip())]
    assert texts(source) == ["始", *lines]
    assert all(0 <= line.bold_chars <= len(line.text) for line in source.lines)


def test_words_split_over_runs_bookmarks_and_links_are_whole():
    inside = (
        "".join(run(character) for character in "乡村")
        + '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="b"/>'
        + f'<w:smartTag w:uri="u" w:element="e"><w:smartTagPr/>{run("振")}</w:smartTag>'
        + f'<w:hyperlink w:anchor="b">{run("兴")}</w:hyperlink><w:r><w:lastRenderedPageBreak/><w:t>改</w:t></w:r>'
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{run('革')}</w:sdtContent></w:sdt>"
        + f'<w:dir w:val="ltr"><w:bdo w:val="ltr">{run("方案")}</w:bdo></w:dir>'
    )
    assert texts(read(paragraph(inside))) == ["乡村振兴改革方案"]


def test_special_characters_of_runs_become_plain_ones():
    inside = (
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t><w:softHyphen/>"
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="宋体" w:char="2014"/><w:sym w:char="x"/></w:r>'
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>zhù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>注</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    )
    assert texts(read(paragraph(inside))) == ["甲\t乙-丙✓—注x=1"]


def test_white_space_that_only_lays_out_the_xml_is_no_text():
    assert texts(read("<w:p>\n  <w:r>\n <w:t>\n 甲\n </w:t>\n<w:t>乙</w:t></w:r>\n</w:p>")) == ["甲乙"]


def test_a_soft_break_parts_lines_but_not_a_heading():
    broken = "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"
    source = read(paragraph(broken) + paragraph(broken, '<w:outlineLvl w:val="0"/>'))
    assert [(line.text, line.outline_level) for line in source.lines] == [("甲", None), ("乙", None), ("甲 乙", 1)]


def test_a_text_box_stands_once_after_its_paragraph():
    drawn = f"<w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
    both = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    source = read(
        paragraph(run("前") + both + "</mc:AlternateContent></w:r>" + run("后")) + paragraph(f"<w:r>{old}</w:r>")
    )
    assert texts(source) == ["前后", "文本框里的要点", "文本框里的要点"]


def test_the_fallback_is_read_where_there_is_no_choice():
    alternate = f"<w:r><mc:AlternateContent><mc:Fallback><w:t>{FIGURE}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    assert texts(read(paragraph(alternate))) == [FIGURE]


def test_revisions_are_read_as_accepted_and_told():
    inside = (
        run("完成")
        + f'<w:del w:id="1"><w:r><w:delText>128.3</w:delText></w:r></w:del><w:ins w:id="2">{run("135.6")}</w:ins>'
        f'<w:moveFrom w:id="3">{run("万元")}</w:moveFrom><w:moveTo w:id="4">{run("亿元")}</w:moveTo>'
    )
    source = read(paragraph(inside))
    assert texts(source) == ["完成135.6亿元"]
    assert details(source) == {Finding.TRACKED_CHANGES: "插入 2 处，删除 2 处"}


def test_a_deleted_paragraph_mark_joins_paragraphs_and_a_deleted_row_is_gone():
    joined = paragraph("甲", '<w:rPr><w:del w:id="1"/></w:rPr>') + styled("乙", "1")
    row = f'<w:tr><w:trPr><w:del w:id="2"/></w:trPr><w:tc>{paragraph("删")}</w:tc></w:tr>'
    source = read(joined + f"<w:tbl>{row}<w:tr><w:tc>{paragraph('留')}</w:tc></w:tr></w:tbl>", styles=HEADINGS)
    assert [(line.text, line.outline_level) for line in source.lines] == [("甲乙", 1), ("留", None)]


def test_a_hidden_mark_between_heading_and_text_leaves_one_line():
    mark = '<w:pStyle w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>'
    source = read(paragraph("一、标题。", mark) + paragraph("正文"), styles=HEADINGS)
    assert [(line.text, line.outline_level) for line in source.lines] == [("一、标题。正文", 1)]


@pytest.mark.parametrize(
    "properties",
    ["<w:vanish/>", '<w:rStyle w:val="h"/>', '<w:sz w:val="2"/><w:color w:val="FFFFFF"/>', '<w:color w:val="ffffff"/>'],
)
def test_hidden_text_is_left_out_and_counted(properties: str):
    source = read(paragraph(run(FIGURE) + run("隐藏的机密文字", properties)), styles=HEADINGS)
    assert texts(source) == [FIGURE]
    assert details(source) == {Finding.HIDDEN_TEXT: "共 7 个字"}


def test_white_type_on_a_colour_and_vanish_switched_off_are_seen():
    white = run("甲", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FF0000"/>')
    coloured = paragraph(run("乙", '<w:color w:val="FFFFFF"/>'))
    in_cell = f"<w:tbl><w:tr><w:tc>{coloured}</w:tc></w:tr></w:tbl>"
    shown = run("丙", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    assert texts(read(paragraph(white) + in_cell + paragraph(shown), styles=HEADINGS)) == ["甲", "乙", "丙"]


def test_of_fields_only_results_are_text():
    inner = field("MERGEFIELD 数", run("内层"))
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        f'{inner}<w:r><w:instrText> = 1 "甲" "乙" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("甲")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr=" DATE \\* MERGEFORMAT ">{run("2023年12月31日")}</w:fldSimple>'
    link = field('HYPERLINK "http://x"', run("县政府网站"))
    assert texts(read(paragraph(nested + simple) + paragraph(link))) == ["甲2023年12月31日", "县政府网站"]


def test_a_field_that_never_ends_swallows_nothing():
    source = read(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("甲")) + paragraph("乙"))
    assert texts(source) == ["甲", "乙"]


def test_fields_within_fields_are_counted_out_again() -> None:
    begin_only = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    source = read(paragraph(run("前") + begin_only * 3000 + run("指令") + end * 3000 + run("后")))
    assert texts(source) == ["前后"]


def test_a_table_of_contents_is_left_out_with_its_name_and_told():
    lines = (
        paragraph("目　录")
        + styled(
            begin('TOC \\o "1-3" \\h') + field("HYPERLINK", run("一、回顾\t") + field("PAGEREF a", run("1"))), "T1"
        )
        + styled(run("二、任务\t2") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "T1")
    )
    source = read(lines + styled("一、回顾", "1") + styled("二、任务", "1"), styles=HEADINGS)
    assert texts(source) == ["一、回顾", "二、任务"]
    assert details(source) == {Finding.CONTENTS_LEFT_OUT: "共 2 行"}


def test_a_contents_control_and_contents_styles_are_left_out():
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('目录')}{paragraph('一、回顾 1')}</w:sdtContent></w:sdt>"
    )
    source = read(control + styled("二、任务 2", "T1") + paragraph("正文"), styles=HEADINGS)
    assert texts(source) == ["正文"]
    assert details(source) == {Finding.CONTENTS_LEFT_OUT: "共 3 行"}


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_a_row_is_a_line_and_merged_cells_stand_once():
    first = cell("合并单元格", '<w:vMerge w:val="restart"/>') + cell("一")
    second = cell("合并单元格", "<w:vMerge/>") + cell("二")
    third = cell("外层单元格", '<w:gridSpan w:val="1000000000"/>')
    nested = f"<w:tc><w:tbl><w:tr>{cell('内层表格')}{cell('内二')}</w:tr></w:tbl>{paragraph('')}</w:tc>"
    control = f"<w:sdt><w:sdtContent>{cell('控件单元格')}</w:sdtContent></w:sdt>"
    rows = "".join(f"<w:tr>{row}</w:tr>" for row in (first, second, third + nested, control + cell("")))
    source = read(f"<w:tbl>{rows}</w:tbl>")
    assert texts(source) == ["合并单元格\t一", "二", "外层单元格\t内层表格 内二", "控件单元格"]
    assert {line.kind for line in source.lines} == {LineKind.TABLE_ROW}


def test_a_table_of_one_column_is_a_frame_around_paragraphs():
    table = f"<w:tbl><w:tr><w:tc>{styled('一、标题', '1')}{paragraph('正文')}</w:tc></w:tr></w:tbl>"
    assert texts(read(table, styles=HEADINGS)) == ["一、标题", "正文"]


def test_notes_stand_at_the_end_with_their_marks_and_none_stands_in_the_text():
    body = paragraph(
        run("135.6") + '<w:r><w:endnoteReference w:id="4"/><w:footnoteReference w:id="3"/></w:r>' + run("亿元")
    )
    footnotes = (
        f'<w:footnote w:id="0" w:type="separator">{paragraph("线")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("没人用的")}</w:footnote><w:footnote w:id="3">'
        f"{paragraph('<w:r><w:footnoteRef/></w:r>' + run('脚注'))}</w:footnote>"
    )
    source = read(body, footnotes=footnotes, endnotes=f'<w:endnote w:id="4">{paragraph("尾注")}</w:endnote>')
    assert [(line.text, line.kind) for line in source.lines] == [
        ("135.6亿元", LineKind.PARAGRAPH),
        ("[1] 脚注", LineKind.NOTE),
        ("[2] 尾注", LineKind.NOTE),
    ]


def test_headers_are_no_text_and_comments_are_told():
    header = paragraph("内部资料 注意保存")
    body = paragraph(run(FIGURE) + '<w:r><w:commentReference w:id="0"/></w:r>')
    source = read(body, header=header, comments=f'<w:comment w:id="0">{paragraph("批注")}</w:comment>')
    assert texts(source) == [FIGURE]
    assert details(source) == {Finding.COMMENTS_LEFT_OUT: "共 1 条"}


def test_outline_levels_come_from_paragraph_style_and_name():
    direct = paragraph("直接", '<w:pStyle w:val="1"/><w:outlineLvl w:val="2"/>')
    body = paragraph("正文") + styled("一级", "1") + styled("二级", "2") + styled("不是", "3") + direct
    source = read(body, styles=HEADINGS)
    assert [line.outline_level for line in source.lines] == [None, 1, 2, None, 3]


def test_leading_bold_is_counted_through_styles():
    body = (
        paragraph(run("　　", "<w:b/>") + run("加强领导。", "<w:b/>") + run("落实责任"))
        + paragraph(run("字符", '<w:rStyle w:val="c"/>') + run("其余"))
        + styled("标题", "1")
        + styled(run("标题", '<w:b w:val="0"/>'), "1")
        + styled(run("互相抵消", '<w:rStyle w:val="c"/>'), "1")
        + paragraph(run("平") + run("粗", "<w:b/>"))
    )
    assert [line.bold_chars for line in read(body, styles=HEADINGS).lines] == [5, 2, 2, 0, 0, 0]


def test_style_circles_and_missing_bases_end():
    circle = (
        '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="y"/><w:basedOn w:val="x"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="z"><w:name w:val="z"/><w:basedOn w:val="z"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="q"/><w:basedOn w:val="nowhere"/></w:style>'
    )
    body = "".join(styled(FIGURE, name) for name in ("x", "y", "z", "q", "unknown"))
    assert texts(read(body, styles=circle)) == [FIGURE] * 5


def test_bad_numbers_in_attributes_do_no_harm():
    odd = ("1.5", "", "9" * 400, "一", "-7")
    body = "".join(
        paragraph(
            run(FIGURE, f'<w:sz w:val="{value}"/>'),
            f'<w:outlineLvl w:val="{value}"/><w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="{value}"/></w:numPr>',
        )
        for value in odd
    )
    assert texts(read(body)) == [FIGURE] * len(odd)


def test_includes_of_other_files_are_ignored():
    body = paragraph(run(FIGURE) + '<xi:include href="file:///etc/passwd" parse="text"/>')
    assert texts(read(body)) == [FIGURE]


def test_control_characters_are_left_out_and_told():
    source = read(paragraph("甲\u0085乙\u0080丙\u200b"))
    assert texts(source) == ["甲 乙丙\u200b"]
    assert details(source) == {Finding.TEXT_REPLACED: "1 个控制字符已略去"}
