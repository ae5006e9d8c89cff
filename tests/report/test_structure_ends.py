"""Title and front, list of contents, glossary, attachments, signature."""

import pytest

from report.findings import Finding
from report.model import SectionKind
from report.source import LineKind, Source, SourceLine
from report.structure import find_structure
from report.structure.front_roles import FrontRole, front_role
from tests.report.structure_source import TEXT, outline, points, structure_of

BODY = f"一、2023年工作回顾\n{TEXT}\n二、2024年工作安排\n{TEXT}"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("柳坪镇政府工作报告", "柳坪镇政府工作报告"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("2023年柳坪镇人民政府工作总结及\n2024年工作计划", "2023年柳坪镇人民政府工作总结及2024年工作计划"),
        ("2023年柳坪镇工作总结\n和2024年工作打算", "2023年柳坪镇工作总结和2024年工作打算"),
        ("柳坪镇人民政府\n工作报告", "柳坪镇人民政府工作报告"),
        ("索引号：0147-2024\n柳坪镇政府工作报告", "柳坪镇政府工作报告"),
        ("会议文件（12）\n政府工作报告", "政府工作报告"),
    ],
)
def test_the_title_is_found_over_its_lines(lines: str, title: str):
    structure = structure_of(f"{lines}\n各位代表：\n{BODY}")
    assert structure.title == title
    assert Finding.TITLE_GUESSED not in {notice.finding for notice in structure.noticed}


def test_without_a_salutation_the_front_ends_before_the_first_heading():
    structure = structure_of(f"2023年前三季度柳坪镇政府工作报告及\n四季度工作计划\n{BODY}")
    assert structure.title == "2023年前三季度柳坪镇政府工作报告及四季度工作计划"
    assert outline(structure) == ["一、2023年工作回顾", "二、2024年工作安排"]


def test_the_lines_of_the_front_are_sections_under_the_title():
    text = (
        "柳坪镇政府工作报告\n——2024年1月8日在柳坪镇第十九届人民代表大会第四次会议上\n柳坪镇人民政府镇长 苏 禾\n"
        f"2024-01-31 07:00:44\n来源：柳坪发布\n各位代表：\n现在，我向大会报告工作。\n{BODY}"
    )
    front = structure_of(text).sections[0]
    assert (front.kind, front.title) == (SectionKind.FRONT, "柳坪镇政府工作报告")
    assert [front_role(child.title) for child in front.children] == [
        FrontRole.MEETING,
        FrontRole.SPEAKER,
        FrontRole.DATE,
        FrontRole.SOURCE,
        FrontRole.SALUTATION,
    ]
    salutation = front.children[-1]
    assert "现在，我向大会报告工作。" in text[salutation.body_start : salutation.end]


def test_a_heading_line_before_the_salutation_is_no_heading():
    structure = structure_of(f"柳坪镇政府工作报告\n一、2023年工作回顾\n二、2024年工作安排\n各位代表：\n{BODY}")
    assert outline(structure) == ["一、2023年工作回顾", "二、2024年工作安排"]


@pytest.mark.parametrize("name", ["目录\n", "目  录\n", ""])
def test_a_list_of_contents_doubles_no_heading(name: str):
    contents = f"{name}一、2023年工作回顾……1\n（一）农业 2\n二、2024年工作安排\t5\n"
    body = f"一、2023年工作回顾\n（一）农业\n{TEXT}\n二、2024年工作安排\n{TEXT}"
    structure = structure_of(f"柳坪镇政府工作报告\n各位代表：\n{contents}{body}")
    assert outline(structure) == ["一、2023年工作回顾", "  （一）农业", "二、2024年工作安排"]


def test_a_missing_title_is_guessed_and_noticed():
    structure = structure_of(f"各位代表：\n现在，我代表镇人民政府向大会作政府工作报告，请予审议。\n{BODY}")
    assert structure.title == "政府工作报告"
    assert [notice.finding for notice in structure.noticed] == [Finding.TITLE_GUESSED]


def test_the_report_behind_a_notice_keeps_its_own_title():
    structure = structure_of(
        f"柳府发〔2024〕2号\n关于印发《政府工作报告》的通知\n各村：\n现将报告印发给你们，请贯彻落实。\n"
        f"柳坪镇人民政府\n2024年1月20日\n（此件公开发布）\n政府工作报告\n各位代表：\n{BODY}"
    )
    assert structure.title == "政府工作报告"


@pytest.mark.parametrize(
    "name",
    [
        "名词解释",
        "名词解释：",
        "有关名词解释",
        "※注释※",
        "《政府工作报告》名词解释",
        "名词注释",
        "短语说明",
        "名 词 解 释",
        "名词解释（共2条）",
    ],
)
@pytest.mark.parametrize("number", ["[{}]", "［{}］", "{}.", "{}、", "（{}）"])
def test_a_glossary_is_a_heading_and_its_entries_are_neither_headings_nor_points(name: str, number: str):
    entries = f"{number.format(1)}“双修”行动：一是修路；二是修渠。\n{number.format(2)}茶旅融合：种茶和旅游一起做。"
    structure = structure_of(f"柳坪镇政府工作报告\n{BODY}\n{name}\n{entries}")
    assert outline(structure)[-1].strip("：") == name.strip("：")
    assert structure.sections[-1].children == ()
    assert points(structure) == []
    assert [(entry.term, entry.explanation) for entry in structure.glossary] == [
        ("“双修”行动", "一是修路；二是修渠。"),
        ("茶旅融合", "种茶和旅游一起做。"),
    ]


def test_a_glossary_entry_spans_its_lines():
    text = (
        f"柳坪镇政府工作报告\n{BODY}\n名词解释\n1.双修行动（P2，P15）：修路和修渠。\n每年修十里。\n2.茶旅融合：做茶。"
    )
    entry = structure_of(text).glossary[0]
    assert (entry.term, entry.explanation) == ("双修行动", "修路和修渠。\n每年修十里。")
    assert text[entry.start : entry.end].startswith("1.双修行动")
    assert text[: entry.end].endswith("每年修十里。")


def test_attachments_are_back_matter_and_repeat_no_headings():
    structure = structure_of(
        f"柳坪镇政府工作报告\n{BODY}\n附件1\n柳坪镇2024年民生实事\n一、修公路\n二、通自来水\n附件2\n主要指标表\n粮食\t3万吨"
    )
    assert outline(structure) == ["一、2023年工作回顾", "二、2024年工作安排"]
    back = [section for section in structure.sections if section.kind is SectionKind.BACK]
    assert [(section.number, section.title) for section in back] == [
        ("附件1", "柳坪镇2024年民生实事"),
        ("附件2", "主要指标表"),
    ]


def test_an_attachment_that_is_a_glossary_is_one():
    structure = structure_of(f"柳坪镇政府工作报告\n{BODY}\n附件一\n名词解释\n1.茶旅融合：种茶和旅游一起做。")
    last = structure.sections[-1]
    assert (last.kind, last.number, last.title) == (SectionKind.HEADING, "附件一", "名词解释")
    assert len(structure.glossary) == 1


def test_the_signature_is_back_matter():
    text = f"柳坪镇政府工作报告\n{BODY}\n柳坪镇人民政府\n2024年1月8日"
    last = structure_of(text).sections[-1]
    assert (last.kind, last.title) == (SectionKind.BACK, "柳坪镇人民政府")
    assert text[last.start : last.end] == "柳坪镇人民政府\n2024年1月8日"


def test_footnotes_that_explain_a_term_are_glossary_entries():
    lines = [SourceLine(line) for line in f"柳坪镇政府工作报告\n{BODY}".splitlines()]
    note = SourceLine("[1] 茶旅融合：种茶和旅游一起做。", LineKind.NOTE)
    structure = find_structure(Source((*lines, note)))
    assert [entry.term for entry in structure.glossary] == ["茶旅融合"]
    assert structure.sections[-1].kind is SectionKind.BACK


def test_the_headings_of_an_attachment_stand_over_its_lists():
    structure = structure_of(
        f"柳坪镇政府工作报告\n{BODY}\n附件\n柳坪镇2024年民生实事\n一、交通\n1.修公路。\n2.建便民桥。\n二、水利\n1.通自来水。\n2.修水渠。"
    )
    assert outline(structure)[-2:] == ["  一、交通", "  二、水利"]
    assert structure.sections[-1].kind is SectionKind.BACK


def test_the_heads_of_tables_in_an_attachment_are_its_headings():
    structure = structure_of(
        f"柳坪镇政府工作报告\n{BODY}\n附件\n主要指标\n2023年完成情况\n粮食\t3万吨\n2024年预期目标\n粮食\t4万吨"
    )
    assert outline(structure)[-2:] == ["  2023年完成情况", "  2024年预期目标"]


@pytest.mark.parametrize(
    "lines",
    ["（此件公开发布）\n柳坪镇党政办公室 2024年1月10日印发", "柳坪镇人民政府 2024年1月8日", "报：县政府。\n送：各村。"],
)
def test_what_is_printed_below_a_document_is_back_matter(lines: str):
    text = f"柳坪镇政府工作报告\n{BODY}\n{lines}"
    last = structure_of(text).sections[-1]
    assert last.kind is SectionKind.BACK
    assert text[last.start : last.end] == lines


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("柳坪镇政府工作报告 ——2024年1月8日在柳坪镇第十九届人民代表大会第四次会议上", "柳坪镇政府工作报告"),
        (
            "柳坪镇第十九届人民代表大会第四次会议\n关于柳坪镇人民政府工作报告的决议",
            "柳坪镇第十九届人民代表大会第四次会议关于柳坪镇人民政府工作报告的决议",
        ),
        ("2023年上半年柳坪镇\n政府工作总结\n及下半年工作计划", "2023年上半年柳坪镇政府工作总结及下半年工作计划"),
        ("柳坪镇镇长述职报告\n苏 禾", "柳坪镇镇长述职报告"),
        ("附件\n政府工作报告", "政府工作报告"),
        ("柳坪镇人民政府\n政府工作报告", "政府工作报告"),
        ("2024年柳坪镇政府工作报告\n政 府 工 作 报 告", "2024年柳坪镇政府工作报告"),
        ("首页 > 政府信息公开 > 政府工作报告\n柳坪镇政府工作报告", "柳坪镇政府工作报告"),
    ],
)
def test_a_title_is_told_from_what_stands_beside_it(lines: str, title: str):
    assert structure_of(f"{lines}\n各位代表：\n{BODY}").title == title


def test_a_salutation_ends_with_its_mark_where_the_speech_goes_on():
    structure = structure_of(f"柳坪镇政府工作报告\n各位代表，现在我代表镇人民政府向大会报告工作。\n{BODY}")
    assert structure.sections[0].children[-1].title == "各位代表"
