"""Word files: what stands beside the plain paragraphs – drawings, notes, formulas, controls, changes in tables."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.findings import Finding
from report.readers import read_bytes
from report.source import LineKind, Source
from tests.report.making_docx import FIGURE, OFFICE, PACKAGE, cell, paragraph, parts, read, run, table, texts, zipped

DELETED = '<w:cellDel w:id="2"/>'
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def found(source: Source) -> dict[Finding, str]:
    return {notice.finding: notice.detail for notice in source.noticed}


def point(identity: str, text: str, kind: str = "node") -> str:
    words = f"<dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>" if text else ""
    return f'<dgm:pt modelId="{identity}" type="{kind}">{words}</dgm:pt>'


def joint(above: str, below: str, order: int, kind: str = "parOf") -> str:
    return f'<dgm:cxn modelId="{above}{below}" type="{kind}" srcId="{above}" destId="{below}" srcOrd="{order}"/>'


def with_diagram(data: str) -> Source:
    drawing = f'<w:r><w:drawing><dgm:relIds xmlns:dgm="{DGM}" r:dm="d1"/></w:drawing></w:r>'
    made = parts(paragraph(run("前") + drawing) + paragraph("后"))
    made["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="d1" Type="{OFFICE}diagramData" Target="diagrams/d.xml"/>'
        "</Relationships>"
    )
    made["word/diagrams/d.xml"] = f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}">{data}</dgm:dataModel>'
    return read_bytes(zipped(made), "报告.docx")


def test_the_words_of_a_smartart_drawing_stand_after_its_paragraph_as_its_tree_runs():
    points = point("0", "", "doc") + point("2", "稳产业") + point("1", "抓项目") + point("3", "签约3个")
    joints = joint("0", "1", 0) + joint("0", "2", 1) + joint("1", "3", 0) + joint("3", "0", 0, "presOf")
    source = with_diagram(f"<dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{joints}</dgm:cxnLst>")
    assert texts(source) == ["前", "抓项目", "签约3个", "稳产业", "后"]
    assert source.noticed == ()


def test_a_circle_in_a_drawing_ends_and_a_point_outside_the_tree_is_kept():
    points = point("0", "", "doc") + point("1", "甲") + point("2", "乙")
    circle = joint("0", "1", 0) + joint("1", "0", 0)
    source = with_diagram(f"<dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{circle}</dgm:cxnLst>")
    assert texts(source) == ["前", "甲", "乙", "后"]


def test_the_text_of_a_drawn_shape_stands_after_its_paragraph():
    shape = (
        f'<w:drawing><a:txBody xmlns:a="{A}"><a:p><a:r><a:t>第一行</a:t></a:r><a:br/><a:r><a:t>第二行</a:t></a:r></a:p>'
        "<a:p><a:r><a:t>另一段</a:t></a:r></a:p></a:txBody></w:drawing>"
    )
    source = read(paragraph(run("前") + f"<w:r>{shape}</w:r>" + run("后")))
    assert texts(source) == ["前后", "第一行", "第二行", "另一段"]


def test_a_note_with_a_mark_of_its_own_gets_none():
    body = paragraph(
        run("甲")
        + '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
        + run("乙")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    notes = "".join(
        f'<w:footnote w:id="{place}">{paragraph(text)}</w:footnote>' for place, text in ((1, "* 一"), (2, "二"))
    )
    source = read(body, footnotes=notes)
    assert [(line.text, line.auto_number, line.kind) for line in source.lines] == [
        ("甲*乙", "", LineKind.PARAGRAPH),
        ("* 一", "", LineKind.NOTE),
        ("[1] 二", "[1]", LineKind.NOTE),
    ]


def test_a_note_that_is_referred_to_twice_stands_once():
    twice = '<w:r><w:endnoteReference w:id="7"/></w:r>' * 2
    source = read(paragraph(run("甲") + twice), endnotes=f'<w:endnote w:id="7">{paragraph("释")}</w:endnote>')
    assert texts(source) == ["甲", "[1] 释"]


def test_fractions_and_powers_of_formulas_keep_their_value_on_one_line():
    half = "<m:f><m:fPr/><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    power = "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup>"
    assert texts(read(paragraph(f"<m:oMath>{half}</m:oMath>{run('，')}<m:oMath>{power}</m:oMath>"))) == ["1/2，10^4"]


def test_controls_show_what_they_hold_wherever_they_stand():
    inner = f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{run('内')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('外') + inner)}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell('行')}{cell('格')}</w:tr></w:sdtContent></w:sdt>"
    assert texts(read(f"<w:sdt><w:sdtContent>{block}</w:sdtContent></w:sdt><w:tbl>{row}</w:tbl>")) == ["外内", "行\t格"]


def test_inserted_rows_stay_deleted_cells_go_and_properties_before_a_change_count_for_nothing():
    rows = (
        f'<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>{cell("新")}{cell("行")}</w:tr>'
        f"<w:tr>{cell('删', DELETED)}"
        f"{cell('留')}</w:tr>"
    )
    changed = paragraph("甲", '<w:pPrChange w:id="3"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>')
    faded = run("乙", '<w:rPrChange w:id="4"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')
    source = read(f"<w:tbl>{rows}</w:tbl>" + changed + paragraph(faded))
    assert [(line.text, line.outline_level) for line in source.lines] == [
        ("新\t行", None),
        ("留", None),
        ("甲", None),
        ("乙", None),
    ]


def test_a_hidden_paragraph_style_hides_and_a_hidden_character_style_in_it_shows_again():
    styles = (
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="character" w:styleId="c"><w:name w:val="c"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = paragraph(run("暗") + run("明", '<w:rStyle w:val="c"/>'), '<w:pStyle w:val="p"/>')
    source = read(body, styles=styles)
    assert texts(source) == ["明"]
    assert found(source) == {Finding.HIDDEN_TEXT: "共 1 个字"}


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("一、\t工作回顾", "一、 工作回顾"),
        ("（一）\t　产业", "（一） 　产业"),
        ("1.\t粮食3200吨", "1. 粮食3200吨"),
        ("1\t粮食", "1\t粮食"),
        ("1.\t粮食\t3200", "1.\t粮食\t3200"),
        ("粮食\t3200", "粮食\t3200"),
    ],
)
def test_a_tab_behind_a_number_is_a_blank_and_parts_no_cells(written: str, wanted: str):
    source = read(paragraph("始") + paragraph(run(written, "<w:b/>")))
    assert [(line.text, line.bold_chars) for line in source.lines[1:]] == [(wanted, len(wanted))]
    assert texts(read_bytes(f"始\n{written}\n".encode(), "报告.txt"))[1:] == [wanted]


def test_a_part_in_another_format_is_told_and_not_read():
    source = read(paragraph(FIGURE) + '<w:altChunk r:id="x"/>')
    assert texts(source) == [FIGURE]
    assert Finding.MACROS_IGNORED in found(source)


def box(content: str) -> str:
    """Return a run with a text box."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>"


def test_a_text_box_inside_a_text_box_stands_after_it():
    assert texts(read(paragraph(run("身") + box(paragraph(run("外") + box(paragraph("内"))))))) == ["身", "外", "内"]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"]), max_size=8)
BLOCKS = st.one_of(
    TEXT.map(lambda text: (paragraph(run(escape(text))), text)),
    st.lists(TEXT, min_size=2, max_size=3).map(
        lambda row: (table(tuple(cell("").replace("<w:p>", "<w:p>" + run(escape(each))) for each in row)), "".join(row))
    ),
    TEXT.map(lambda text: (f"<w:sdt><w:sdtContent>{paragraph(run(escape(text)))}</w:sdtContent></w:sdt>", text)),
    st.tuples(TEXT, TEXT).map(
        lambda pair: (paragraph(run(escape(pair[0])) + box(paragraph(run(escape(pair[1]))))), "".join(pair))
    ),
)


@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_no_character_of_any_block_is_lost_and_all_keep_their_order(blocks: list[tuple[str, str]]) -> None:
    source = read(paragraph("始") + "".join(block for block, _text in blocks))
    assert "".join("".join(texts(source)).split()) == "始" + "".join("".join(text for _block, text in blocks).split())


@pytest.mark.parametrize("edition", ["transitional", "strict"])
def test_both_editions_of_the_standard_read_alike(edition: str):
    made = parts(paragraph(FIGURE) + table(("甲", "乙")))
    document = str(made["word/document.xml"])
    if edition == "strict":
        document = document.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    made["word/document.xml"] = document
    assert texts(read_bytes(zipped(made), "报告.docx")) == [FIGURE, "甲\t乙"]
