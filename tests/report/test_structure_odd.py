"""What is odd about the headings of a report is noticed, at its place."""

from report.findings import Finding
from report.model import SectionKind
from tests.report.structure_source import TEXT, structure_of


def test_a_repeated_number_is_noticed():
    structure = structure_of(f"柳坪镇政府工作报告\n一、农业。{TEXT}\n二、工业。{TEXT}\n二、林业。{TEXT}")
    assert [(notice.finding, notice.detail) for notice in structure.noticed] == [
        (Finding.HEADING_NUMBER_REPEATED, "二、林业")
    ]


def test_a_heading_without_text_is_noticed():
    structure = structure_of(f"柳坪镇政府工作报告\n一、农业生产\n二、工业生产\n{TEXT}")
    assert [(notice.finding, notice.detail) for notice in structure.noticed] == [
        (Finding.HEADING_WITHOUT_TEXT, "一、农业生产")
    ]


def test_a_level_that_the_report_uses_elsewhere_is_missed_where_it_is_skipped():
    structure = structure_of(f"""
        柳坪镇政府工作报告
        一、农业
        （一）粮食
        1.稻谷。{TEXT}
        二、工业
        1.竹制品。{TEXT}
    """)
    assert [(notice.finding, notice.detail) for notice in structure.noticed] == [(Finding.LEVEL_SKIPPED, "1.竹制品")]


def test_a_report_without_headings_is_one_body():
    structure = structure_of(f"柳坪镇政府工作报告\n各位代表：\n{TEXT}\n{TEXT}")
    assert [section.kind for section in structure.sections] == [SectionKind.FRONT, SectionKind.BODY]
    assert [notice.finding for notice in structure.noticed] == [Finding.NO_HEADINGS]
