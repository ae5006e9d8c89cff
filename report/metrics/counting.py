"""Tells a Chinese numeral that counts (三处停车场) from one that makes a phrase (三个转变, 一个)."""

import re

from report.metrics.units import FIRM_WITH_CHINESE, LOOSE_WITH_CHINESE

_FLOOR_BEFORE = re.compile(r"(?:至少|不少于|最少|各|每[^，。；\n]{1,6})[^，。；\n\d]{0,3}\Z")
# Heads of noun phrases that name things one can point at, so that a numeral before them is a count.
_THINGS = re.compile(
    r"[^，。；、：\n“”（）]{0,9}?(?:景区|景点|园区|乡镇|村|社区|小区|街区|街道|企业|公司|工厂|厂房|车间|项目|工程|基地|中心|平台|"
    r"学校|幼儿园|医院|卫生院|车站|站点|站|公园|广场|停车场|市场|公路|道路|街|桥|隧道|河流|河道|水库|管线|管网|线路|产线|生产线|"
    r"住宅|楼宇|品牌|产品|品种|商标|部门|单位|机构|合作社|农场|家庭|困难户|贫困户|标准|专利|奖项|案件|事故|实验室|国家|县|市|县区)"
)


def is_counted(
    text: str, start: int, number_start: int, number_end: int, unit_end: int, unit: str, qualifier: str
) -> bool:
    """Tell whether the Chinese numeral `text[number_start:number_end]` with its unit states an amount."""
    numeral = text[number_start:number_end].removeprefix("百分之")
    if text.startswith("百分之", number_start):
        return True
    if not unit:
        return False
    if numeral == "一":
        return bool(qualifier) or (unit == "倍") or _floor_before(text, start)
    if not any(char in "零〇一二两三四五六七八九十" for char in numeral):
        # 百余家, 近千人, 突破万亿元; a bare 千亩 or 万人 only describes.
        return bool(qualifier)
    if qualifier or len(numeral) > 2:
        return True
    if unit in FIRM_WITH_CHINESE:
        return True
    if unit in LOOSE_WITH_CHINESE and unit != "元":
        return bool(_THINGS.match(text, unit_end))
    return False


def _floor_before(text: str, start: int) -> bool:
    return bool(_FLOOR_BEFORE.search(text, max(0, start - 12), start))
