"""What a report says of itself: for the defaults of a paper's fields."""

import pytest

from report.facts import facts_of
from report.model import Report, Section, SectionKind


def report(text: str, front: int = 0, title: str = "政府工作报告") -> Report:
    sections = (Section("1", SectionKind.FRONT, "", "", 0, 0, front),) if front else ()
    return Report("报告.txt", title, text, sections, ())


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "——2026年1月16日在青禾县云岫镇第十四届人民代表大会第九次会议上\n云岫镇人民政府镇长　沈砚",
            "云岫镇人民政府办公室",
        ),
        ("各位代表：\n现在，我代表青禾县人民政府向大会报告工作，请予审议。", "青禾县人民政府办公室"),
        ("现在，我代表县人民政府，向大会作报告。", ""),
        ("2026年青禾县政府工作报告\n各位代表：", "青禾县人民政府办公室"),
        (
            "今年，全镇上下齐心，云岫镇抓项目。云岫山下，云岫茶园扩种。全镇建设经济发达镇，我镇建好发达镇。",
            "云岫镇人民政府办公室",
        ),
        ("全镇上下，在镇党委领导下，建设发达镇。全镇推进乡村振兴，我镇改善镇容。", ""),
        ("——2026年1月20日在青禾省第十四届人民代表大会第四次会议上", "青禾省人民政府办公室"),
        ("2023年，云岫街道办事处和社区居民一起抓项目。", ""),
    ],
)
def test_the_issuer_is_the_office_of_the_government_whose_report_it_is(text: str, issuer: str):
    assert facts_of(report(text)).issuer == issuer


def test_the_session_is_named_in_the_meeting_line():
    text = "——2026年1月16日在青禾县云岫镇第十四届人民代表大会第九次会议上"
    assert facts_of(report(text)).session == "第十四届人民代表大会第九次会议"


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("2025年前三季度政府工作报告", "2025年前三季度"),
        ("2025年上半年工作总结", "2025年上半年"),
        ("2025年度工作报告", "2025年度"),
        ("二〇二五年政府工作报告", "二〇二五年"),
        ("政府工作报告", ""),
    ],
)
def test_the_period_stands_in_the_title(title: str, period: str):
    assert facts_of(report("正文", title=title)).period == period


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("云岫镇2024年工作计划", "云岫镇人民政府办公室"),
        ("2023年上半年云岫镇工作总结", "云岫镇人民政府办公室"),
        ("青禾县云岫镇2024年度工作报告", "云岫镇人民政府办公室"),
        ("云岫街道2016年工作总结和2017年工作安排", "云岫街道办事处"),
        ("云岫镇镇长述职报告", "云岫镇人民政府办公室"),
        ("全镇工作总结", ""),
        ("2024年乡镇工作计划", ""),
    ],
)
def test_the_issuer_is_the_office_of_the_place_that_the_title_begins_with(title: str, issuer: str):
    assert facts_of(report("正文", title=title)).issuer == issuer


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("——2026年1月16日在云岫镇第十四届\n人民代表大会第九次会议上", "第十四届人民代表大会第九次会议"),
        ("——2026年1月16日在云岫镇第十四届人民代 表大会第九次会议上", "第十四届人民代表大会第九次会议"),
        ("——二〇二六年一月十六日在青禾省十四届人民代表大会第四次会议上", "十四届人民代表大会第四次会议"),
    ],
)
def test_a_session_named_over_broken_lines_is_read_whole(text: str, session: str):
    assert facts_of(report(text)).session == session
