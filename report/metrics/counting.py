"""Tells a Chinese numeral that counts (三处停车场) from one that makes a phrase (三个转变, 一个)."""

import re

from report.metrics.quantity import Quantity
from report.metrics.units import CLASSIFIERS, FIRM_WITH_CHINESE, LOOSE_WITH_CHINESE, MEASURES

_FLOOR_BEFORE = re.compile(
    r"(?:(?:至少|不少于|最少|每[^，。；\n]{1,6})[^，。；\n\d]{0,3}|各(?:新?建成?|建设|设立|配备|打造|安排)?)\Z"
)
_COUNTING = frozenset("零〇一二两三四五六七八九十")
# Heads of noun phrases that name things one can point at, so that a numeral before them is a count.
_THINGS = re.compile(
    r"[^，。；、：\n“”（）]{0,9}?"
    r"(?:景区|景点|园区|乡镇|村|社区|小区|街区|街道|企业|公司|工厂|厂房|车间|项目|工程|基地|中心|平台|学校|幼儿园|医院|卫生院|车站|站点|站|公园|"
    r"广场|停车场|市场|商城|商场|商圈|超市|酒店|大厦|食堂|礼堂|剧院|书屋|书院|卫生室|敬老院|福利院|码头|机场|大棚|仓库|林场|牧场|养殖场|公路|道路|街|桥|隧道|河流|河道|水库|管线|管网|线路|产线|生产线|住宅|楼宇|品牌|产品|品种|商标|部门|单位|机构|合作社|农场|"
    r"家庭|困难户|贫困户|专利|奖项|案件|事故|实验室|国家|县|市|县区|区(?![域别分位间])|实事|提案|议案|建议)"
)
# 在全市六个区中排名第一: the number says among how many, and measures nothing.
_AMONG = re.compile(r"[^，。；、：\n]{1,9}?之?中(?:排|位|名|列|居|率先|最|第)")


def is_counted(text: str, quantity: Quantity) -> bool:
    """Tell whether a Chinese numeral with its unit states an amount."""
    if text.startswith("百分之", quantity.number_start):
        return True
    numeral = text[quantity.number_start : quantity.number_end]
    if quantity.unit not in CLASSIFIERS and quantity.unit not in MEASURES:
        return False
    if numeral == "一":
        return bool(quantity.qualifier) or quantity.unit == "倍" or _floor_before(text, quantity.start)
    if not _COUNTING.intersection(numeral):
        # 百余家, 近千人, 突破万亿元; a bare 千亩 or 亿元以上 only describes.
        return bool(quantity.qualifier) and not quantity.qualifier.startswith("以")
    return bool(quantity.qualifier) or len(numeral) > 2 or _is_firm(text, quantity)


def _is_firm(text: str, quantity: Quantity) -> bool:
    if quantity.unit in FIRM_WITH_CHINESE:
        return True
    if quantity.unit not in LOOSE_WITH_CHINESE or _AMONG.match(text, quantity.unit_end):
        return False
    return _THINGS.match(text, quantity.unit_end) is not None


def _floor_before(text: str, start: int) -> bool:
    return _FLOOR_BEFORE.search(text, max(0, start - 12), start) is not None
