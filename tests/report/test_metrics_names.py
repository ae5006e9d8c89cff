"""The names of figures as a clerk would print them: what is counted, whole, and of nothing else. Invented sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.metrics import find_metrics
from report.model import Direction

NAMES = {
    # A rank is named by what was compared, not by the clause before it.
    "税收增长4%。在全县乡镇综合考评中列第3位，比上年前移2位。": ["税收", "乡镇综合考评", "乡镇综合考评前移"],
    "“柳湾发布”获得全省政务新媒体测评县级第一名。": ["政务新媒体测评"],
    # A clause with a subject of its own gives its own name, and villages are named by what is told of them.
    "果品深加工产值占比不到三成；村级收入差距较大，仍有9个村不到15万元。": [
        "果品深加工产值占比",
        "村级收入不到15万元的村",
        "村级收入",
    ],
    "网格化服务在6个村推开。": ["推开网格化服务的村"],
    "网格化服务推广到全部14个村。": ["推广网格化服务的村"],
    "支持梅湾村等5个村联合开办冷库。": ["联合开办冷库的村"],
    "14个村集体收入合计210万元，增长6%，村村达到8万元，其中20万元以上的村有4个。": [
        "村",
        "村集体收入",
        "村集体收入",
        "村村集体收入",
        "20万元以上的村",
    ],
    "改建村卫生室3所。": ["改建村卫生室"],
    # After ； or with a larger figure the things of the whole are counted on, not those of a part.
    "新签项目12个，其中亿元以上项目3个；当年开工9个、投产6个。": ["新签项目", "亿元以上项目", "开工项目", "投产项目"],
    "实施公益项目26个，其中道路硬化12个、管网改造8个、绿化亮化6个。": [
        "实施公益项目",
        "道路硬化",
        "管网改造",
        "绿化亮化",
    ],
    "办理代表建议30件，答复率100%，代表表示满意的28件、基本满意的2件。": [
        "办理代表建议",
        "代表建议答复率",
        "代表表示满意的代表建议",
        "基本满意的代表建议",
    ],
    "村民提出的事项，列入清单的有70件，已办结66件。": ["列入清单的事项", "办结事项"],
    "排查隐患90处，整改88处，整改率97.8%，其余2处已落实专人看守。": [
        "排查隐患",
        "整改隐患",
        "隐患整改率",
        "其余隐患",
    ],
    "受理纠纷210件，化解205件，其中“老娘舅”工作室化解70件。": ["受理纠纷", "化解纠纷", "“老娘舅”工作室化解纠纷"],
    # An aspect takes the nearest thing, a sum all that the clauses before it name.
    "1．新建柳湾小学，建筑面积2600平方米，新增学位160个，投入810万元。": [
        "柳湾小学建筑面积",
        "新增学位",
        "柳湾小学投入",
    ],
    "5．安装路灯260盏，建设充电桩10个，投入120万元。": ["安装路灯", "建设充电桩", "路灯、充电桩投入"],
    "改造背街小巷6条，总长2.1公里。": ["改造背街小巷", "背街小巷总长"],
    "卫生院综合楼竣工，建筑面积3100平方米。": ["卫生院综合楼建筑面积"],
    "投入3亿元，完成柳湾小学等8所学校改扩建。": ["学校改扩建投入", "学校改扩建"],
    "投入80万元为教师提供培训津贴。": ["培训津贴投入"],
    "9个重点项目完成投资2亿元、竣工5个。": ["重点项目", "重点项目完成投资", "竣工重点项目"],
    "投入600万元，为在园儿童发放成长补贴。": ["成长补贴投入"],
    "推进总投资9亿元的7项重点工程。": ["重点工程总投资", "重点工程"],
    "总投资8亿元的竹木园和总投资5亿元的冷链园开工。": ["竹木园总投资", "冷链园总投资"],
    "粮食播种面积2.8万亩，总产量1.2万吨。": ["粮食播种面积", "粮食总产量"],
    "民宿达到19家，床位260张。": ["民宿", "民宿床位"],
    "新增小微企业7家，总数达到52家，占全县的14%。": ["新增小微企业", "小微企业总数", "小微企业总数占全县"],
    # What someone receives names both, and the sum paid is not theirs.
    "为60户困难家庭做适老化改造。": ["困难家庭适老化改造"],
    "向700名老人发放高龄津贴38万元，为210名重度残疾人落实护理补贴。": [
        "老人高龄津贴",
        "发放高龄津贴",
        "重度残疾人护理补贴",
    ],
    "改建卫生室2所，为65岁以上老人免费体检3600人次。": ["改建卫生室", "65岁以上老人免费体检"],
    "向社区配送健身器材30套。": ["配送健身器材"],
    # Words that only sound like the end of a name.
    "每季度开展一次庭院清理评比。": ["开展庭院清理评比"],
    "及时出台惠企措施12条、稳岗措施8条等政策。": ["出台惠企措施", "稳岗措施"],
    "9户种植户户均增收6000元。": ["种植户", "种植户户均增收"],
    "完成东片、西片两个片区的渠系清淤。": ["片区渠系清淤"],
    "完成30个治安重点区域整治（主办：综治办，协办：公安分局、城管局、安监局、住建局、各街道办事处和村民委员会）。": [
        "治安重点区域整治"
    ],
    "完成柳湾河整治工程50%的工程量。": ["柳湾河整治工程量"],
    "推进柳湾河整治工程，完成60%工程量。": ["柳湾河整治工程量"],
    "推动停车场100%接入智慧平台。": ["推动停车场接入智慧平台"],
    "近四成的农户参加，30%以上企业设立研发机构。": ["农户参加", "企业设立研发机构"],
    "产值超5亿元企业21家，60岁以上老人占户籍人口的22%。": ["产值超5亿元企业", "60岁以上老人占户籍人口"],
    # What a list says only at its end, or at its beginning, holds for all of it.
    "完成9处堵点和5个片区整治。": ["堵点整治", "片区整治"],
    "完成40户老住宅、6所学校的燃气入户改造。": ["老住宅燃气入户改造", "学校燃气入户改造"],
    "组建2支区级和8支街道级消防队。": ["组建区级消防队", "组建街道级消防队"],
    "万元产值能耗和水耗分别下降4%和7%。": ["万元产值能耗", "万元产值水耗"],
    "公布7个重点领域和医院院长、学校校长等3类重点岗位。": ["公布重点领域", "重点岗位"],
    "盗窃、诈骗等主要警情分别下降30%、24%。": ["盗窃警情", "诈骗警情"],
    "特色产业：实现产值9亿元。": ["特色产业产值"],
    # What the next figure gives of the thing is no part of it.
    "26个重点项目投资完成9亿元，完成率达到146%。": ["重点项目", "重点项目投资", "重点项目投资完成率"],
    "9家帮扶单位援助资金80万元。": ["帮扶单位", "帮扶单位援助资金"],
    "粮食总产量连续9年保持在2万吨以上。": ["粮食总产量"],
    "出让矿权5宗、成交价6亿元。": ["出让矿权", "矿权成交价"],
    # Comparisons and shares.
    "居民收入增速高于经济增速、突破3万元。": ["居民收入"],
    "人均产值9万元，高出全县平均水平12%。": ["人均产值", "人均产值高出全县平均水平"],
    "物价涨幅2.1%，低于预期目标0.9个百分点。": ["物价涨幅", "物价涨幅低于预期目标"],
    "预算收入4亿元，其中税收收入3亿元，占75%。": ["预算收入", "税收收入", "税收收入占预算收入"],
    "民生支出增长9%，其中教育、卫生分别增长12%、7%。": ["民生支出", "教育支出", "卫生支出"],
    "互联网、家庭宽带普及率分别达81%和78%。": ["互联网普及率", "家庭宽带普及率"],
    "向人大提交议案6件，建议人大制定法规3项、修改9项。": ["提交议案", "建议人大制定法规", "修改法规"],
    "帮助企业解决5大类80项难题。": ["解决难题", "解决难题"],
    "脱贫人口310户720人实现稳定增收。": ["脱贫人口", "脱贫人口"],
}


@pytest.mark.parametrize("sentence", NAMES)
def test_a_name_tells_what_is_counted_and_nothing_else(sentence: str):
    assert [metric.name for metric in find_metrics(sentence, ())] == NAMES[sentence]


def test_the_whole_of_a_part_is_counted_in_the_same_unit():
    visits, whole, money, part, *_ = find_metrics(
        "外出招商30批次，新签项目12个，协议资金4亿元，其中亿元以上项目2个。", ()
    )
    assert (visits.name, whole.unit, money.unit) == ("外出招商", "个", "元")
    assert part.part_of == whole.id


def test_a_share_is_a_part_of_an_amount_and_not_of_a_share():
    amount, _, part = find_metrics("产品产值9亿元，占全县的27%，其中有专利的占80%。", ())
    assert part.part_of == amount.id


def test_the_people_of_a_part_are_a_part_of_the_people():
    households, people, some_households, some_people = find_metrics("监测对象57户163人，其中已消除风险41户118人。", ())
    assert [some_households.part_of, some_people.part_of] == [households.id, people.id]


def test_growth_behind_a_share_is_that_of_the_level():
    level, share, growth = find_metrics("增加值16亿元，占生产总值的比重达50%，增长18%。", ())
    assert share.change_of is None
    assert (growth.name, growth.change_of) == ("增加值", level.id)


def test_a_step_up_the_ranking_keeps_the_word_that_says_which_way():
    _, step = find_metrics("在全县乡镇综合考评中列第3位，比上年前移2位。", ())
    assert (step.name, step.change_of, step.direction) == ("乡镇综合考评前移", None, Direction.NONE)


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("污水治理率由58%提高到67%。", ""),
        ("污水治理率从2020年的58%提高到67%。", "2020年"),
        ("污水治理率由2022年底的58%上升至67%。", "2022年底"),
        ("茶园面积由1.05万亩逐步扩大到1.11万亩。", ""),
        ("商户从1832户增加到3382户。", ""),
    ],
)
def test_the_value_that_another_rose_from_points_at_it_and_has_a_period_only_where_the_text_names_one(
    sentence: str, period: str
):
    before, reached = find_metrics(f"2025年，{sentence}", ())
    assert (before.start_of, reached.start_of) == (reached.id, None)
    assert before.name == reached.name
    assert (before.period, reached.period) == (period, "2025年")
    assert before.target is False


@pytest.mark.parametrize("sentence", ["由镇村两级筹资30万元，增加到位资金5万元。", "从3家企业采购设备，扩大到8个村。"])
def test_an_amount_behind_another_word_with_from_rose_to_nothing(sentence: str):
    assert [metric.start_of for metric in find_metrics(sentence, ())] == [None, None]


@pytest.mark.parametrize("text", ["总投资\n1.74亿元\n5亿元\n", "面积\n1.5万亩\n"])
def test_an_amount_alone_on_a_line_keeps_the_digits_before_its_point(text: str):
    assert find_metrics(text, ())[0].written in ("1.74亿元", "1.5万亩")


_WORDS = [
    *"，；。、（）“”《》的和其中12",
    "在全县考核中列第3位",
    "由5%提高到8%",
    "新增企业5家",
    "投入3万元",
    "其中",
    "9个村",
    "为4户老人发放补贴",
    "占全县的7%",
    "建筑面积",
    "总数",
    "其余2处",
    "列入清单的有6件",
    "开工",
]
_PAIRS = {"“": "”", "（": "）", "《": "》"}


def _is_paired(name: str) -> bool:
    opened: list[str] = []
    for char in name:
        if char in _PAIRS:
            opened.append(_PAIRS[char])
        elif char in _PAIRS.values() and (not opened or opened.pop() != char):
            return False
    return not opened


@given(st.lists(st.sampled_from(_WORDS), max_size=24).map("".join))
def test_whatever_the_text_a_name_has_its_marks_in_pairs_and_is_made_of_the_words_of_the_text(text: str):
    metrics = find_metrics(text, ())
    by_id = {metric.id: metric for metric in metrics}
    for metric in metrics:
        assert _is_paired(metric.name)
        assert len(metric.name) <= 40
        assert set(metric.name) <= {*text, "的", "、"}
        if metric.start_of is not None:
            assert by_id[metric.start_of].sentence_start == metric.sentence_start
