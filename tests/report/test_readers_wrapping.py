"""Broken lines of plain text become paragraphs again, and whole ones stay as they are; no character is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.readers import read_bytes, read_source
from report.readers.wrapping import paragraphs, width
from report.source import Source

REPORTS = Path(__file__).parents[2].parent / "shared" / "reports"

WORK = (
    "全镇坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，完成地区生产总值12.6亿元，增长8.5%，粮食总产稳定在"
    "3.2万吨以上，茶叶产值达到4.6亿元，固定资产投资增长10.2%，各项主要指标好于预期、好于全县平均水平。"
)
FARMS = (
    "新建高标准农田3200亩，改造低产茶园1800亩，修复水渠46公里，培育家庭农场12家、专业合作社7家。柳坪村的竹笋卖到了省城，"
    "茶山村的民宿接待游客12万人次，带动326户农户增收，村集体经营性收入全部超过20万元。"
)
SCHOOLS = (
    "镇中心小学新教学楼投入使用，新增学位540个；卫生院完成改造，家庭医生签约服务覆盖8900人。建成农村文化礼堂6座，组织送戏下乡"
    "48场，群众的日子一天比一天好。我们还看到，发展不平衡不充分的问题仍然存在，项目建设还不够快。"
)
PLAN = (
    "今年是实施规划的关键一年，我们将抓好项目、稳住产业、办好实事，力争地区生产总值增长9%左右，完成固定资产投资5.5亿元，"
    "引进亿元以上项目3个，新建农村公路28公里，城乡居民收入与经济增长同步。"
)
BODY = [
    "云岫镇人民政府工作报告",
    "一、2023年工作回顾",
    WORK,
    "（一）乡村振兴稳步推进",
    FARMS,
    "（二）民生福祉持续改善",
    SCHOOLS,
    FARMS + WORK,
    "二、2024年工作安排",
    PLAN,
    "1.抓项目。" + PLAN,
    "2.抓产业。" + FARMS,
    "各位代表，让我们一起努力，把云岫建设得更加美好！",
]
CLOSERS = "，。；、：！？）”%"


def wrapped(paragraph: str, limit: int, indent: str = "") -> list[str]:
    """Break a paragraph as an editor does: at the limit, no closing mark at the beginning of a line."""
    lines: list[str] = []
    line = indent
    for character in paragraph:
        if width(line + character) > limit and character not in CLOSERS:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def plain(lines: list[str], end: str = "\n") -> list[str]:
    return texts(read_bytes(end.join(lines).encode(), "报告.txt"))


@pytest.mark.parametrize("limit", [40, 56, 76, 80])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_broken_at_one_width_are_joined_where_paragraphs_are_indented(limit: int, end: str):
    broken = [line for paragraph in BODY for line in wrapped(paragraph, limit, "　　")]
    assert plain(broken, end) == BODY


@pytest.mark.parametrize("limit", [40, 56, 76])
def test_lines_broken_at_one_width_are_joined_where_blank_lines_part_paragraphs(limit: int):
    broken = [line for paragraph in BODY for line in (*wrapped(paragraph, limit), "")]
    assert plain(broken) == BODY


@pytest.mark.parametrize("limit", [40, 56, 76])
def test_without_indents_and_blank_lines_width_and_marks_decide(limit: int):
    broken = [line for paragraph in BODY for line in wrapped(paragraph, limit)]
    joined = plain(broken)
    assert "".join(joined) == "".join(BODY)
    assert {line for line in BODY if len(line) < 20} <= set(joined)
    assert len(set(BODY) & set(joined)) >= len(BODY) - 2


def test_a_full_line_that_ends_a_sentence_ends_its_paragraph_where_that_is_rare():
    signs = "甲乙丙丁戊己庚辛壬癸子丑"
    two_lines = [
        f"{sign}村坚持绿色发展，修复水渠两条，改造茶园三片，群众的收入有了新的提高，村容村貌" + "越来越好。"
        for sign in signs
    ]
    full = "全镇上下一条心，把每一件实事办好，把每一个项目建成，让群众得到更多实惠。"
    limit = width(full)
    broken = [line for paragraph in (*two_lines, full, *two_lines) for line in wrapped(paragraph, limit)]
    assert plain(broken) == [*two_lines, full, *two_lines]


def test_latin_words_keep_a_blank_and_figures_are_made_whole():
    lines = [
        line + "，全镇上下都要把这些工作抓紧抓实抓细抓到位，不折不扣抓出成效来"
        for line in ("甲", "乙", "丙", "丁", "戊", "己", "庚")
    ]
    latin = "完成数字政务平台建设，把办事流程搬到网上，采用国产的操作系统 Open"
    figure = "全镇全年累计完成固定资产投资和技术改造投资，两项合在一起达到了12"
    broken = [*lines, latin, "Kylin", figure, ".5亿元。"]
    joined = "".join(plain(broken))
    assert "Open Kylin" in joined
    assert "12.5亿元" in joined


def test_a_text_with_blanks_at_its_former_line_ends_is_unfolded():
    broken = [line for paragraph in BODY for line in wrapped(paragraph, 56)]
    joined = plain([" ".join(broken)])
    assert "".join("".join(joined).split()) == "".join(BODY)
    assert {"（一）乡村振兴稳步推进", "（二）民生福祉持续改善", "二、2024年工作安排"} <= set(joined)
    assert WORK in joined
    assert not any("粮食 总产" in line or "12. 6" in line for line in joined)


def test_a_text_broken_at_every_change_of_type_is_joined():
    runs = [
        "XX",
        "镇",
        "2023",
        "年政府工作报告",
        "一、",
        "工作回顾",
        "。",
        "1.",
        "特色农业提",
        "质扩量",
        "。",
        "粮食产量",
        "3.2",
        "万吨",
        "，增长",
        "5%",
        "。",
    ]
    assert plain(runs) == [
        "XX镇2023年政府工作报告",
        "一、工作回顾。",
        "1.特色农业提质扩量。",
        "粮食产量3.2万吨，增长5%。",
    ]


def test_a_line_that_begins_with_a_comma_goes_on_with_the_one_before_it():
    assert plain(["完成投资5亿元", "，增长8%。", "下一段"]) == ["完成投资5亿元，增长8%。", "下一段"]


@pytest.mark.parametrize(
    "lines",
    [
        BODY,
        [
            "青禾桥改造工程",
            "环镇路拓宽工程",
            "柳坪村饮水工程",
            "茶山村污水工程",
            "中心小学扩建工程",
            "卫生院改造工程",
            "文化站修缮工程",
            "农贸市场工程",
        ],
        ["——坚持发展第一，做大总量", "——坚持生态优先，守住底线", "——坚持民生为本，办好实事", "——坚持依法行政，转变作风"]
        * 3,
        [WORK] * 8,
        ["一、" + PLAN[:18], "二、" + PLAN[:18], "三、" + PLAN[:18], "四、" + PLAN[:18]] * 3,
        ["王 鹏", "李 明", "政 府 工 作 报 告"],
    ],
    ids=["report", "projects", "mottoes", "the same", "numbered", "names"],
)
def test_whole_lines_stay_as_they_are(lines: list[str]):
    assert plain(lines) == lines


def test_rows_of_a_table_are_not_joined():
    broken = [line for paragraph in BODY for line in wrapped(paragraph, 56, "　　")]
    rows = ["指标名称及其统计口径的简要说明\t单位\t2023年完成数（全口径）\t同比", "地区生产总值\t亿元\t12.6\t8.5%"]
    assert plain([*broken, *rows])[-2:] == rows


LINES = st.lists(st.text("甲乙丙一二12.，。：）“”（ 　\t—-a\u200b", max_size=40), max_size=30)


@given(LINES)
def test_joining_loses_no_character_and_invents_none(lines: list[str]):
    joined = paragraphs(lines)
    assert "".join("".join(joined).split()) == "".join("".join(lines).split())
    assert all(line.strip() for line in joined)


@given(
    st.lists(st.text("全镇坚持稳中求进，完成投资。12.5%abc", min_size=1, max_size=200), min_size=6, max_size=20),
    st.integers(30, 90),
)
def test_of_broken_lines_no_character_is_lost(written: list[str], limit: int):
    broken = [line for paragraph in written for line in wrapped(paragraph, limit)]
    assert "".join("".join(paragraphs(broken)).split()) == "".join("".join(written).split())


@given(st.text("甲乙，。 \r\n\v\f\x85\u2028\u2029", max_size=60))
def test_mixed_line_ends_part_lines_alike(text: str):
    if not text.strip():
        return
    read = texts(read_bytes(("始。\n" + text).encode(), "报告.txt"))
    assert "".join("".join(read).split()) == "始。" + "".join(text.split())
    assert not any(end in line for line in read for end in "\r\n\v\f\x85\u2028\u2029")


@pytest.mark.reports
@pytest.mark.skipif(not REPORTS.is_dir(), reason="the folder of real reports is not here")
def test_real_reports_are_read_line_by_line_as_they_stand_and_found_again_when_broken():
    for path in sorted(REPORTS.glob("*.txt")):
        text = path.read_bytes().decode("gb18030" if path.stem.endswith("gbk") else "utf-8-sig")
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert texts(read_source(path)) == lines, path.name
        broken = [line for each in lines for line in ([each] if "\t" in each else wrapped(each, 76, "　　"))]
        found = {line.strip() for line in paragraphs(broken)}
        assert sum(line in found for line in lines) >= 0.97 * len(lines), path.name
