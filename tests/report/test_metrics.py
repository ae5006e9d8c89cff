"""The metrics of invented sentences: every shape a report writes a figure in, and every trap that is none."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.metrics import find_metrics
from report.model import Direction, Metric, Section, SectionKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one figure of a sentence must be."""

    written: str
    value: str
    unit: str
    name: str
    qualifier: str = ""
    direction: str = ""


def _got(metric: Metric) -> Wanted:
    return Wanted(metric.written, metric.value, metric.unit, metric.name, metric.qualifier, metric.direction.value)


def _w(line: str) -> Wanted:
    """Read `written value unit name [qualifier] [up|down]`, where ∅ stands for nothing."""
    written, value, unit, name, *more = line.split()
    direction = next((word for word in more if word in ("up", "down")), "")
    qualifier = next((word for word in more if word not in ("up", "down")), "")
    return Wanted(written, value, unit.replace("∅", ""), name.replace("∅", ""), qualifier, direction)


SHAPES = {
    "完成地区生产总值96.4亿元，增长7.2%。": ["96.4亿元 9640000000 元 地区生产总值", "7.2% 7.2 % 地区生产总值 up"],
    "规上工业总产值同比下降3.2%。": ["3.2% 3.2 % 规上工业总产值 down"],
    "农业总产值同比+19.82%。": ["19.82% 19.82 % 农业总产值 up"],
    "财政收入完成3.6亿元，占年计划的82%。": ["3.6亿元 360000000 元 财政收入", "82% 82 % 财政收入占年计划"],
    "固定资产投资完成年计划的105.3%。": ["105.3% 105.3 % 固定资产投资完成年计划"],
    "果园面积由1200亩增加到1850亩。": ["1200亩 1200 亩 果园面积", "1850亩 1850 亩 果园面积"],
    "单位能耗降至0.45吨标准煤。": ["0.45吨标准煤 0.45 吨标准煤 单位能耗"],
    "森林覆盖率提高到61.2%，提高1.5个百分点。": ["61.2% 61.2 % 森林覆盖率", "1.5个百分点 1.5 个百分点 森林覆盖率 up"],
    "农民人均收入年均增长9.1%。": ["9.1% 9.1 % 农民人均收入 up"],
    "游客量增长2.3倍。": ["2.3倍 2.3 倍 游客量 up"],
    "居民消费价格涨幅2%左右。": ["2%左右 2 % 居民消费价格涨幅 左右 up"],
    "第一、二、三产业产值分别是2.1亿元、5.3亿元、4.4亿元，同比+3.1%、+7.2%、+6.5%。": [
        "2.1亿元 210000000 元 第一产业产值",
        "5.3亿元 530000000 元 第二产业产值",
        "4.4亿元 440000000 元 第三产业产值",
        "3.1% 3.1 % 第一产业产值 up",
        "7.2% 7.2 % 第二产业产值 up",
        "6.5% 6.5 % 第三产业产值 up",
    ],
    "三次产业增加值分别增长3%、5%、7%。": [
        "3% 3 % 第一产业增加值 up",
        "5% 5 % 第二产业增加值 up",
        "7% 7 % 第三产业增加值 up",
    ],
    "入园率和巩固率分别达到95.4%、99.2%。": ["95.4% 95.4 % 入园率", "99.2% 99.2 % 巩固率"],
    "接待游客60万人次，旅游收入2.4亿元，分别增长15%、18%。": [
        "60万人次 600000 人次 接待游客",
        "2.4亿元 240000000 元 旅游收入",
        "15% 15 % 接待游客 up",
        "18% 18 % 旅游收入 up",
    ],
    "城乡居民人均可支配收入分别达到3.4万元、1.9万元。": [
        "3.4万元 34000 元 城镇居民人均可支配收入",
        "1.9万元 19000 元 农村居民人均可支配收入",
    ],
    "门诊、住院费用下降9.3%和13.8%。": ["9.3% 9.3 % 门诊费用 down", "13.8% 13.8 % 住院费用 down"],
    "消费、投资增速分别高于全省平均6.5和2.3个百分点。": [
        "6.5 6.5 个百分点 消费增速高于全省平均",
        "2.3个百分点 2.3 个百分点 投资增速高于全省平均",
    ],
    "发放临时救助金86万元，受益312户540人。": [
        "86万元 860000 元 发放临时救助金",
        "312户 312 户 临时救助金受益",
        "540人 540 人 临时救助金受益",
    ],
    "建成便民服务点15个，其中镇级3个、村级12个。": [
        "15个 15 个 建成便民服务点",
        "3个 3 个 镇级",
        "12个 12 个 村级",
    ],
    "争取上级资金近1.3亿元，种植中药材5800余亩，转移劳动力1万多人。": [
        "近1.3亿元 130000000 元 争取上级资金 近",
        "5800余亩 5800 亩 种植中药材 余",
        "1万多人 10000 人 转移劳动力 多",
    ],
    "培训超200人次，走访逾3000户，清运垃圾约40吨。": [
        "超200人次 200 人次 培训 超",
        "逾3000户 3000 户 走访 逾",
        "约40吨 40 吨 清运垃圾 约",
    ],
    "新建厂房5万平方米以上，失业率控制在4%以内，亩均用药0.3公斤以下。": [
        "5万平方米以上 50000 平方米 新建厂房 以上",
        "4%以内 4 % 失业率 以内",
        "0.3公斤以下 0.3 公斤 亩均用药 以下",
    ],
    "对接活动不少于30次，税收突破2亿元，合格率不低于98%。": [
        "不少于30次 30 次 对接活动 不少于",
        "突破2亿元 200000000 元 税收 突破",
        "不低于98% 98 % 合格率 不低于",
    ],
    "外资到账300万美元，产粮5.6亿斤，造林3.2万亩，产值1.2万亿元，采煤2万吨。": [
        "300万美元 3000000 美元 外资到账",
        "5.6亿斤 560000000 斤 产粮",
        "3.2万亩 32000 亩 造林",
        "1.2万亿元 1200000000000 元 产值",
        "2万吨 20000 吨 采煤",
    ],
    "综合考核列全县第3位，安全工作获得第二名。": ["第3位 3 位 综合考核", "第二名 2 名 安全工作"],
    "在全县乡镇年度考核中，我镇取得第2名的好成绩。": ["第2名 2 名 乡镇年度考核"],
    "规划建设东坡、柳沟、石桥三处停车场。": ["三处 3 处 规划建设停车场"],
    "走访商户百余家，调处矛盾三百余个，近三成的农户参加。": [
        "百余家 100 家 走访商户 余",
        "三百余个 300 个 调处矛盾 余",
        "近三成 3 成 农户参加 近",
    ],
    "百分之八的农户受灾。": ["百分之八 8 % 农户受灾"],
    "争取专项资金2至3亿元。": ["2 200000000 元 争取专项资金", "3亿元 300000000 元 争取专项资金"],
    "税收增长10～20%。": ["10 10 % 税收 up", "20% 20 % 税收 up"],
    "税收增长5%-6%。": ["5% 5 % 税收 up", "6% 6 % 税收 up"],
    "引进企业3-5家。": ["3 3 家 引进企业", "5家 5 家 引进企业"],
    "新栽果树１２３４株，兑现奖补1,234.5万元。": ["１２３４株 1234 株 新栽果树", "1,234.5万元 12345000 元 兑现奖补"],
    "发放补贴615万，受益200人。": ["615万 6150000 ∅ 发放补贴", "200人 200 人 补贴受益"],
    "引进18个项目，对全镇14家砖厂进行整治。": ["18个 18 个 引进项目", "14家 14 家 砖厂"],
    "狮子岭采石场等5座废弃矿山完成复绿。": ["5座 5 座 废弃矿山"],
    "改造3条街道、28公里管网和2座泵站。": ["3条 3 条 改造街道", "28公里 28 公里 改造管网", "2座 2 座 改造泵站"],
    "总投资3.2亿元的冷链物流园开工。": ["3.2亿元 320000000 元 冷链物流园总投资"],
    "建成日处理500吨污水处理厂1座。": ["500吨 500 吨 污水处理厂日处理", "1座 1 座 污水处理厂"],
    "投入2300万元用于河道整治。": ["2300万元 23000000 元 河道整治投入"],
    "处理信访案件45起，办结43起，办结率95.6%。": [
        "45起 45 起 处理信访案件",
        "43起 43 起 办结信访案件",
        "95.6% 95.6 % 信访案件办结率",
    ],
    "新建桥梁8座，5座竣工，3座在建。": ["8座 8 座 新建桥梁", "5座 5 座 桥梁竣工", "3座 3 座 桥梁在建"],
    "气温最低降到−9.9℃。": ["−9.9℃ -9.9 ℃ 气温最低"],
    "恩格尔系数为0.29。": ["0.29 0.29 ∅ 恩格尔系数"],
    "人均GDP5.6万元。": ["5.6万元 56000 元 人均GDP"],
    "平均受教育年限达到11.5年。": ["11.5年 11.5 年 平均受教育年限"],
    "颗粒物浓度为28微克/立方米。": ["28微克/立方米 28 微克/立方米 颗粒物浓度"],
    "“双盲”评审[2]项目251个。": ["251个 251 个 “双盲”评审项目"],
    "兑现奖补资金50余万元，惠及脱贫户1200余户、3000多人。": [
        "50余万元 500000 元 兑现奖补资金 余",
        "1200余户 1200 户 惠及脱贫户 余",
        "3000多人 3000 人 惠及脱贫户 多",
    ],
    "签约18个项目，节约3万元。": ["18个 18 个 签约项目", "3万元 30000 元 节约"],
    "收到群众来信7封。": ["7封 7 封 收到群众来信"],
    "作为人口大乡、山羊存栏6万只的养殖大乡，我们新建羊舍两处。": ["6万只 60000 只 山羊存栏", "两处 2 处 新建羊舍"],
    "规模最大、投资近2亿元的抽水站正加紧建设。": ["近2亿元 200000000 元 抽水站投资 近"],
    "完成山坡区4个村以及敬老院电网改造。": ["4个 4 个 山坡区村"],
    "检查旅馆126间次。": ["126间次 126 间次 检查旅馆"],
    "建设三个茶叶集中区，办好八件民生实事。": ["三个 3 个 建设茶叶集中区", "八件 8 件 民生实事"],
    "修建东山渠、西山渠、新开渠等灌溉渠道12条。": ["12条 12 条 修建灌溉渠道"],
    "新增东山、西山、竹坞村、柳湾村等卫生服务站点9个。": ["9个 9 个 新增卫生服务站点"],
    "东渠等灌溉渠道长9公里。": ["9公里 9 公里 东渠等灌溉渠道长"],
    "总投资4亿元的抽水站刷新全县投资纪录。": ["4亿元 400000000 元 抽水站总投资"],
    "办成8件为民实事。": ["8件 8 件 为民实事"],
    "让320户群众住上了新房。": ["320户 320 户 群众"],
    "6家企业进入“全省百强”。": ["6家 6 家 企业进入“全省百强”"],
    "新发现东坡铁矿、西坡超20吨铜矿。": ["超20吨 20 吨 西坡铜矿 超"],
}

TRAPS = [
    "在全市七个行政区中排在前列。",
    "2023年3月15日召开会议，五年来、近三年、一季度和2021—2025年都是时间。",
    "认真学习二十大精神，落实十四届三次全会部署，推进第三批试点，做好第十四个五年规划。",
    "S205省道、G318国道沿线已建5G基站，4A级景区揭牌。",
    "落实“两不愁三保障”，增强“四个意识”，构建“1+3+5”体系，实施“双10亿”工程。",
    "制定三条措施，推进五大行动，坚持三个不变，抓好两项任务。",
    "一是一批项目，二是一系列措施，三是一张图、一个个难题、一把手负责。",
    "拨打12345热线，吸引世界500强，健全“12345”机制。",
    "名词见注[3]和附件②。",
    "《三十条意见》和《2024年工作要点》已经印发。",
    "1.坚持底线思维；2.坚持问题导向；（3）坚持实干。",
    "位于第一位的是发展，要当好第一责任人，走千家万户、说千言万语。",
    "国发〔2023〕12号文件要求PM2.5持续改善。",
    "上午8:30集合，地震发生在“5·12”。",
]


@pytest.mark.parametrize("sentence", SHAPES)
def test_every_figure_of_a_sentence_is_read_with_its_unit_qualifier_direction_and_name(sentence: str):
    assert [_got(metric) for metric in find_metrics(sentence, ())] == [_w(line) for line in SHAPES[sentence]]


@pytest.mark.parametrize("sentence", TRAPS)
def test_a_number_that_measures_nothing_is_no_metric(sentence: str):
    assert [metric.written for metric in find_metrics(sentence, ())] == []


def test_the_number_of_a_line_is_no_part_of_the_figure_behind_it():
    text = "38.新建水窖4口。\n39.铺设管道6公里。\n40.151件实事全部办结。"
    assert [(metric.written, metric.name) for metric in find_metrics(text, ())] == [
        ("4口", "新建水窖"),
        ("6公里", "铺设管道"),
        ("151件", "实事"),
    ]


def test_a_figure_at_the_head_of_a_line_keeps_its_digits():
    assert [metric.written for metric in find_metrics("28.6公里的步道已经贯通。", ())] == ["28.6公里"]


def test_a_change_points_at_the_level_it_changes():
    first, second, third = find_metrics("茶叶产值8.2亿元，增长12%，干茶产量1600吨。", ())
    assert second.change_of == first.id
    assert third.change_of is None


def test_paired_changes_point_at_their_own_levels():
    tea, rice, *changes = find_metrics("茶叶产值8亿元，稻米产值3亿元，分别增长12%、4%。", ())
    assert [metric.change_of for metric in changes] == [tea.id, rice.id]


def test_parts_point_at_their_whole_until_the_semicolon():
    whole, first, second, other = find_metrics("新建站点15个，其中镇级7个、村级9个；新建桥梁3个。", ())
    assert [first.part_of, second.part_of, other.part_of] == [whole.id, whole.id, None]


def test_a_part_after_a_comma_still_belongs_to_the_whole():
    whole, inner = find_metrics("引进项目21个，其中，亿元以上项目6个。", ())
    assert inner.part_of == whole.id
    assert inner.name == "亿元以上项目"


def test_a_cell_of_a_table_takes_its_name_from_the_line_above():
    assert [metric.name for metric in find_metrics("总投资\n5.2亿元\n", ())] == ["总投资"]


def test_a_sentence_ends_at_its_stop_and_not_at_a_semicolon():
    text = "全镇稳中有进。税收3亿元；存款9亿元。来年再战。"
    spans = {text[metric.sentence_start : metric.sentence_end] for metric in find_metrics(text, ())}
    assert spans == {"税收3亿元；存款9亿元。"}


def _sections(text: str) -> tuple[Section, ...]:
    cut = text.index("二、")
    point = text.index("一是")
    inner = Section("1.1", SectionKind.POINT, "", "造林", point, point + 5, cut - 1)
    return (
        Section("1", SectionKind.HEADING, "一、", "2023年工作回顾", 0, 12, cut, (inner,)),
        Section("2", SectionKind.HEADING, "二、", "2024年工作安排", cut, cut + 12, len(text)),
    )


def test_section_period_and_target_come_from_the_headings():
    text = "一、2023年工作回顾\n税收3亿元。\n一是造林。栽树4万株。\n二、2024年工作安排\n税收3.3亿元，上半年栽树2万株。"
    metrics = find_metrics(text, _sections(text))
    assert [(metric.id, metric.section, metric.period, metric.target) for metric in metrics] == [
        ("m1", "1", "2023年", False),
        ("m2", "1.1", "2023年", False),
        ("m3", "2", "2024年", True),
        ("m4", "2", "2024年上半年", True),
    ]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("今年以来", "2023年前三季度"),
        ("今年上半年", "2023年上半年"),
        ("去年", "2022年"),
        ("二季度", "2023年二季度"),
        ("2021年", "2021年"),
        ("", "2023年前三季度"),
    ],
)
def test_a_relative_period_is_read_by_the_period_of_the_headings(words: str, period: str):
    text = f"2023年前三季度工作回顾\n{words}栽树4万株。"
    section = Section("1", SectionKind.HEADING, "", "2023年前三季度工作回顾", 0, 13, len(text))
    assert find_metrics(text, (section,))[0].period == period


def test_a_compared_level_has_the_period_it_is_compared_from():
    first, second, third = find_metrics("产值9亿元，较2020年的7亿元增加2亿元。", ())
    assert (first.period, second.period, second.direction) == ("", "2020年", Direction.NONE)
    assert third.direction is Direction.UP
    assert (second.start_of, third.change_of) == (first.id, first.id)


@pytest.mark.parametrize(
    ("sentence", "target"),
    [("力争造林3000亩。", True), ("截至目前，造林3000亩。", False), ("造林3000亩。", None)],
)
def test_without_headings_the_sentence_tells_whether_a_figure_is_planned(sentence: str, *, target: bool | None):
    assert find_metrics(sentence, ())[0].target is target


_PIECES = [
    *"0123456789.，。；、：\n（）“”%-至和其中的一二两三十百千万亿第",
    "亿元",
    "个",
    "增长",
    "完成",
    "分别",
    "人",
    "近",
    "余",
    "以上",
    "同比+",
    "２",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
def test_whatever_the_text_each_figure_stands_where_it_says_and_none_overlap(text: str):
    metrics = find_metrics(text, ())
    assert [metric.id for metric in metrics] == [f"m{number}" for number in range(1, len(metrics) + 1)]
    at = 0
    for metric in metrics:
        assert metric.start >= at
        assert text[metric.start : metric.end] == metric.written
        assert metric.sentence_start <= metric.start < metric.end <= metric.sentence_end
        assert metric.change_of is None or int(metric.change_of[1:]) < int(metric.id[1:])
        assert metric.part_of is None or int(metric.part_of[1:]) < int(metric.id[1:])
        at = metric.end


@given(
    st.integers(min_value=2, max_value=10**7),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "亩", "户", "吨"]),
)
def test_a_written_amount_is_found_whole_and_multiplied_out(number: int, multiplier: str, unit: str):
    written = f"{number}{multiplier}{unit}"
    (metric,) = find_metrics(f"全镇落实补助{written}。", ())
    worth = {"": 1, "万": 10**4, "亿": 10**8}[multiplier]
    assert (metric.written, int(metric.value), metric.direction) == (written, number * worth, Direction.NONE)


def test_a_section_without_a_year_of_its_own_has_the_period_it_opens_with():
    text = "主要成绩\n过去五年，我们栽树4万株。修渠9公里。\n"
    section = Section("1", SectionKind.HEADING, "", "主要成绩", 0, 5, len(text))
    assert {metric.period for metric in find_metrics(text, (section,))} == {"过去五年"}


def test_a_part_after_the_plan_goes_on_with_its_year_and_a_glossary_does_not():
    text = "2025年回顾\n税收3亿元。\n2026年安排\n税收4亿元。\n加强自身建设\n会议压减5%。\n名词解释\n代办：每村1人。\n"
    starts = [text.index(word) for word in ("2025年回顾", "2026年安排", "加强自身建设", "名词解释")]
    ends = [*starts[1:], len(text)]
    sections = tuple(
        Section(str(at), SectionKind.HEADING, "", text[start : text.index("\n", start)], start, start + 7, end)
        for at, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    )
    assert [(metric.period, metric.target) for metric in find_metrics(text, sections)] == [
        ("2025年", False),
        ("2026年", True),
        ("2026年", True),
        ("", None),
    ]


def test_the_year_before_the_planned_one_was_reviewed_without_a_word_of_it():
    text = "一、奋勇争先，2024年迈出坚实步伐\n税收3亿元。\n二、2025年目标任务\n税收4亿元，去年造林5亩。\n"
    cut = text.index("二、")
    sections = (
        Section("1", SectionKind.HEADING, "一、", "奋勇争先，2024年迈出坚实步伐", 0, 19, cut),
        Section("2", SectionKind.HEADING, "二、", "2025年目标任务", cut, cut + 12, len(text)),
    )
    assert [(metric.period, metric.target) for metric in find_metrics(text, sections)] == [
        ("2024年", False),
        ("2025年", True),
        ("2024年", False),
    ]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("与上年同期相比，税收3亿元", "2023年"),
        ("东渠一季度开工，西渠长9公里", "2023年"),
        ("一季度，西渠长9公里", "2023年一季度"),
        ("二〇二一年，造林5亩", "2021年"),
    ],
)
def test_a_period_speaks_for_its_own_figures_only(words: str, period: str):
    text = f"2023年工作回顾\n{words}。"
    section = Section("1", SectionKind.HEADING, "", "2023年工作回顾", 0, 9, len(text))
    assert find_metrics(text, (section,))[0].period == period


def test_a_bound_that_held_for_years_is_no_figure_of_the_one_year():
    first, bound, other = find_metrics("2023年总产量3吨，总产量连续九年保持在2吨以上，税收5元。", ())
    assert [metric.period for metric in (first, bound, other)] == ["2023年", "连续九年", "2023年"]
    assert bound.name == first.name
