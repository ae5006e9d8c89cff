"""The audit: each kind of slip, and what looks like one and is none. All texts are invented."""

import pytest

from report.checks import Slip, check_report
from report.checks.contract import check_document
from report.checks.slips import CONFUSIONS
from report.findings import Finding
from report.messages import notice_sentence
from report.model import Report
from report.reading import parse_source, read_report
from tests.conftest import REPORTS, ROOT
from tests.report.structure_source import source_of

SAMPLE = ROOT / "resources" / "samples" / "sample_report.txt"
FRAME = "松溪乡2024年政府工作报告\n一、2024年工作回顾\n{body}\n二、2025年工作安排\n新的一年，各项工作要抓得更实。"

Told = tuple[Finding, str, list[str]]
SLIPS: list[tuple[str, Told]] = [
    (
        "新建文化广场12个，其中村级7个、组级6个。",
        (Finding.PARTS_EXCEED_TOTAL, "12个", ["7个", "6个"]),
    ),
    (
        "新建文化广场12个，其中村级15个。",
        (Finding.PARTS_EXCEED_TOTAL, "12个", ["15个"]),
    ),
    (
        "入驻企业9家，分别为家具企业5家、竹炭企业2家。",
        (Finding.PARTS_MISS_TOTAL, "9家", ["5家", "2家"]),
    ),
    (
        "排查隐患点412处，整改409处，其余5处限期整改。",
        (Finding.PARTS_EXCEED_TOTAL, "412处", ["409处", "5处"]),
    ),
    (
        "办理代表建议27件，其中满意的25件、基本满意的1件。",
        (Finding.PARTS_MISS_TOTAL, "27件", ["25件", "1件"]),
    ),
    (
        "新建文化广场46个，其中村级7个、组级47个。",
        (Finding.PARTS_EXCEED_TOTAL, "46个", ["7个", "47个"]),
    ),
    (
        "全镇应参保8000人，实际参保7600人，参保率90%。",
        (Finding.RATE_CONTRADICTED, "90%", ["8000人", "7600人"]),
    ),
    (
        "全年财政支出3.2亿元，其中民生支出2.5亿元，占总支出的90%。",
        (Finding.RATE_CONTRADICTED, "90%", ["3.2亿元", "2.5亿元"]),
    ),
    (
        "认定就业困难人员1296人，帮扶就业1194人，就业率99.8%。",
        (Finding.RATE_CONTRADICTED, "99.8%", ["1296人", "1194人"]),
    ),
    (
        "茶叶产值由2020年的2000万元增长到2024年的3000万元，增长60%。",
        (Finding.RATE_CONTRADICTED, "60%", ["2000万元", "3000万元"]),
    ),
    (
        "信访总量由200件下降到150件，下降30%。",
        (Finding.RATE_CONTRADICTED, "30%", ["200件", "150件"]),
    ),
    (
        "排查隐患点300处，整改240处，整改率90%。",
        (Finding.RATE_CONTRADICTED, "90%", ["300处", "240处"]),
    ),
    (
        "一般公共预算收入5000万元，其中税收收入3000万元，占70%。",
        (Finding.RATE_CONTRADICTED, "70%", ["5000万元", "3000万元"]),
    ),
    (
        "农村居民人均可支配收入达到22000元，比上年增加2000元，增长12%。",
        (Finding.RATE_CONTRADICTED, "12%", ["22000元", "2000元"]),
    ),
    (
        "自来水普及率由80%提高到86%，提高8个百分点。",
        (Finding.RATE_CONTRADICTED, "8个百分点", ["80%", "86%"]),
    ),
    (
        "全年改造农村公路36公里。\n道路更好走了，全年改造农村公路38公里。",
        (Finding.VALUES_DIFFER, "38公里", ["36公里"]),
    ),
    ("发放临时救助资金38万，惠及62户。", (Finding.AMOUNT_WITHOUT_YUAN, "38万", [])),
    ("截止6月底，道路全线通车。", (Finding.WORD_CONFUSED, "截止", [])),
    ("清理各类台帐，减轻基层负担。", (Finding.WORD_CONFUSED, "台帐", [])),
    ("接待游客约3万人左右。", (Finding.WORD_CONFUSED, "约3万人左右", [])),
    ("走访近300余户群众。", (Finding.WORD_CONFUSED, "近300余", [])),
    ("信访总量下降2倍。", (Finding.WORD_CONFUSED, "下降2倍", [])),
    ("修好了路,通上了水。", (Finding.HALF_WIDTH_MARK, ",", [])),
    ("修好水渠(二期)，灌溉有了保证。", (Finding.HALF_WIDTH_MARK, "(", [")"])),
    ('办好“一村一品"活动。推进"清河"行动。', (Finding.HALF_WIDTH_MARK, '"', ['"'])),
    ("聘请护路员２８名。", (Finding.FULL_WIDTH_DIGIT, "２８", [])),
    ("推进基础设施设施建设。", (Finding.WORD_DOUBLED, "设施设施", [])),
    ("改善了群众的的生活。", (Finding.WORD_DOUBLED, "的的", [])),
    ("道路通了，，水也通了。", (Finding.WORD_DOUBLED, "，，", [])),
    ("办好“一村一品活动。", (Finding.UNPAIRED_MARK, "“", [])),
    ("办好”一村一品”活动。", (Finding.UNPAIRED_MARK, "”", ["”"])),
    ("水渠二期）建成。", (Finding.UNPAIRED_MARK, "）", [])),
]


def report_of(body: str) -> Report:
    return parse_source(source_of(FRAME.format(body=body)), "松溪乡.txt")


def told(body: str) -> list[Told]:
    """Return finding, place and related places of what is found, as words of the text."""
    report = report_of(body)
    return [words(report, one) for one in check_report(report)]


def words(report: Report, one: Slip) -> Told:
    text, notice = report.text, one.noticed
    return notice.finding, text[notice.start : notice.end], [text[start:end] for start, end in one.related]


@pytest.mark.parametrize(("body", "expected"), SLIPS, ids=[body[:12] for body, _expected in SLIPS])
def test_a_slip_is_found_with_its_place_and_what_it_is_measured_against(body: str, expected: Told):
    assert expected in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "新建文化广场15个，其中村级7个、组级8个。",
        "新建文化广场15个，其中村级7个。",
        "入驻企业9家，包括家具企业5家、竹炭企业2家。",
        "排查隐患点412处，整改409处，其余3处限期整改。",
        "认定就业困难人员1296人，帮扶就业1294人，就业率99.8%。",
        "受理工单500件，按时办结480件，办结率99.9%。",  # other ones were late
        "监测对象57户163人，其中稳定脱贫41户118人。",
        "产值超1亿元企业12家，其中超10亿元企业2家。",
        "完成投资3.3亿元，其中道路1.2亿元、水利2.2亿元。",  # each rounded
        "受理纠纷328件，化解321件，化解率97.9%。",
        "一般公共预算收入4368万元，其中税收收入3126万元，占71.6%。",
        "自来水普及率由80%提高到86%，提高6个百分点。",
        "茶园面积由1.05万亩增加到1.11万亩。",
        "接待游客38万，住宿收入有所增加。",
        "报名截止日期是6月30日，目前报名已经截止。",
        "全村搭起蚊帐和帐篷，完成份额由各村自定。",
        "总人口1,286人，会议9:30开始，比例为1:2。",
        "节约30余万元，附近3公里左右有水，签约20个左右，就近300多户用上了水。",
        "面对面对接需求，手把手把技术教会，点对点对好账。",
        "一贯切实履职，激发韧性，开发横贯输电线路，按排名公布，公布署名文章。",
        "位于于洪村的水渠，为了了解情况，所有有关单位到场。",
        "投票截止6月30日，名额有限。",
        "研究研究再定，一件一件抓，人人动手，家家参与。",
        "以增收为目的的项目，所有有证企业都参与，相对对口的单位负责。",
        "项目有三类：1）道路；2）水利；3）电力。",
        "他说：“修路要紧。\n“通水也要紧。”大家都赞成。",
        "博士博士后工作站建成。",
    ],
    ids=lambda value: value[:12],
)
def test_what_only_looks_like_a_slip_is_left_alone(body: str):
    assert told(body) == []


def test_a_heading_number_left_out_is_found_and_told_once():
    report = parse_source(
        source_of(
            "松溪乡政府工作报告\n一、工作回顾\n一年来进展良好。\n二、存在问题\n还有不少短板。\n四、下步安排\n抓好落实。"
        ),
        "松溪乡.txt",
    )
    found = [words(report, one) for one in check_report(report)]
    assert found == [(Finding.HEADING_NUMBER_BROKEN, "四、", ["二、"])]


def test_items_counted_through_all_parts_are_no_broken_numbers():
    parts = "一、道路\n1、修路：新修村道。\n2、修桥：新修石桥。\n二、水利\n3、修渠：新修水渠。\n4、修塘：整修山塘。"
    report = parse_source(source_of(f"松溪乡政府工作报告\n{parts}"), "松溪乡.txt")
    assert [one.noticed.finding for one in check_report(report)] == []


def test_a_mark_that_is_half_width_throughout_is_told_once_with_all_its_places():
    report = report_of("修好了路,通上了水。" * 20)
    found = [one for one in check_report(report) if one.noticed.finding is Finding.HALF_WIDTH_MARK]
    assert [len(one.related) for one in found] == [19]


@pytest.mark.parametrize("row", CONFUSIONS, ids=lambda row: row.pattern.pattern[:16])
def test_a_confused_word_has_a_right_one_that_is_not_confused_itself(row: object):
    assert not [other for other in CONFUSIONS if other.pattern.search(other.right)]


def test_the_sample_has_the_slips_that_were_put_in_and_no_others():
    report = read_report(SAMPLE)
    assert [(finding, place) for finding, place, _related in (words(report, one) for one in check_report(report))] == [
        (Finding.PARTS_EXCEED_TOTAL, "24个"),
        (Finding.HALF_WIDTH_MARK, ","),
        (Finding.FULL_WIDTH_DIGIT, "３６"),
        (Finding.AMOUNT_WITHOUT_YUAN, "21.6万"),
        (Finding.HALF_WIDTH_MARK, ","),
        (Finding.WORD_CONFUSED, "截止"),
        (Finding.HEADING_NUMBER_MISSING, "做美镇村环境"),
    ]


def test_the_document_of_the_contract_has_a_chinese_sentence_for_each_slip():
    report = read_report(SAMPLE)
    slips = check_report(report)
    document = check_document(slips)
    assert isinstance(document, dict)
    assert document["schema"] == 1
    findings = document["findings"]
    assert isinstance(findings, list)
    first = slips[0].noticed
    assert findings[0] == {
        "finding": "parts_exceed_total",
        "start": first.start,
        "end": first.end,
        "detail": notice_sentence(first),
        "related": [list(span) for span in slips[0].related],
    }
    assert "11个 + 8个 + 7个 > 24个" in notice_sentence(first)


@pytest.mark.reports
@pytest.mark.skipif(not REPORTS.is_dir(), reason="the folder of real reports is not at hand")
def test_the_slips_of_the_town_report_are_found():
    report = read_report(REPORTS / "township_2023.txt")
    found = [words(report, one) for one in check_report(report)]
    assert (Finding.PARTS_EXCEED_TOTAL, "37对", ["35对", "6对"]) in found
    assert (Finding.AMOUNT_WITHOUT_YUAN, "615万", []) in found
    assert (Finding.WORD_CONFUSED, "截止", []) in found
    counts = {finding: [one[0] for one in found].count(finding) for finding in Finding}
    assert counts[Finding.HALF_WIDTH_MARK] == report.text.count(",")
    assert counts[Finding.HEADING_NUMBER_MISSING] == 2
    assert len(found) <= 3 + report.text.count(",") + 2 + 2
