"""Reads what the head of a column says of the figures below: their unit, period, kind, and what they measure."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from report.metrics.outlook import PERIOD
from report.metrics.units import CLASSIFIERS, MEASURES, match_multiplier, match_unit


class Role(StrEnum):
    """What a column holds."""

    LABEL = "label"  # what the rows are about
    UNIT = "unit"
    VALUE = "value"
    CHANGE = "change"  # 同比, 增减
    SHARE = "share"  # 完成率, 占比: a rate that belongs to the row, no change
    NONE = "none"  # numbers that count nothing: 序号, 电话, 日期


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and what a figure without one of its own is multiplied by: 万元 is 10000 and 元."""

    written: str
    worth: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a column says."""

    role: Role
    words: str  # as written, from the top down
    measures: str  # what the figures are, beyond period and kind; "" where the head only says 2023年完成
    unit: Unit | None
    period: str  # as written
    target: bool | None
    falls: bool = False  # 降幅: a figure without sign is a fall
    names: bool = False  # 指标名称, 项目: the column that names the rows


PERCENT: Final = Unit("%")
POINTS: Final = Unit("个百分点")

_PER = re.compile("[/／]")
_WORD_OR_SIGN = re.compile(r"\w|[%％‰℃]")
_UNITS_JOINT = re.compile("[、，,]")
_SPACE: Final = re.compile(r"\s+")
_BRACKETED: Final = re.compile(r"[（(\[［]([^（）()\[\]［］]{0,24})[）)\]］]")
_AFTER_SLASH: Final = re.compile(r"[/／,，:：]([^/／,，:：]{1,8})$")
_NO_FIGURES: Final = re.compile(
    r"序\s?号|编\s?号|代码|行次|No\.?|№|电话|手机|联系|传真|邮编|日期|时间|时限|期限|年份|备注|说明|文号|页码|身份证|账号|"
    r"责任|牵头|负责|配合|措施|内容|地[点址]"
)
_UNITS: Final = re.compile(r"(?:计量|数量|金额)?单位")
_NAMES: Final = re.compile(
    r"(?:主要|重点|经济)?(?:指标|项目|事项|科目|类目|品种)(?:名称|内容)?|名称|(?:工程|企业|单位)名称"
)
# A rate of fulfilment or a share stands beside a level and is no change of it.
_SHARE: Final = re.compile(
    r"完成率|完成比例|完成进度|完成百分比|执行率|占[^/]{0,12}(?:比重|比例|百分比|[%％])|占比|比重|达标率|覆盖率|合格率|"
    r"(?:完成|为|占)(?:年度|全年|年)?(?:计划|目标|预算|任务)[^/]{0,4}[%％]|排名|位次|名次"
)
_RANK: Final = re.compile(r"排名|位次|名次")
_CHANGE: Final = re.compile(
    r"同比|环比|增长|增速|增幅|增减|增加(?!值)|净增|升降|涨幅|涨跌|降幅|下降|减少|[比较](?:上年|去年|上期|同期)|[±]|变动|变化"
)
_CHANGE_OF_AMOUNT: Final = re.compile(r"(?:增减|增加|增长|净增|减少|变动)[额量数]|净增")
_FALLS: Final = re.compile(r"^(?!.*(?:增|升|涨|同比|±)).*(?:降幅|下降|减少|降低)")
_TARGET: Final = re.compile(r"目标|计划|预期|任务|预算|力争")
_FULFILLED: Final = re.compile(
    r"(?:目标|计划|预期|任务|预算)[^/]{0,4}(?:完成|执行|落实)|完成(?:年度|全年|年)?(?:目标|计划|任务)"
)
_DONE: Final = re.compile(r"完成|实际|实绩|实现|达到|上年|去年|上期|同期|累计|基数|预计|执行")
# Words that say which figure of the thing it is, not of what: in 2023年完成投资额 only 投资额 names.
_KIND_WORDS: Final = re.compile(
    r"完成情况|完成数|完成值|完成额|完成|实际|实绩|实现|累计|绝对[数值量]|指标值|总量|数值|数量|数据|(?<![人户票])数(?!字)|值(?<!产值|加值)|"
    r"本期|本年|当年|全年|年度|上年|去年|今年|同期|上期|预计|计划|目标值|目标|预期|任务|预算|年初|力争|合计|小计|情况|指标|"
    r"同比|环比|比上年|较上年|比去年|较去年|增长率|增长|增速|增幅|增减[额量]?|增加(?!值)|净增|升降|涨幅|降幅|下降|减少|变动|变化|"
    r"±|[%％+＋/／、，,：:\-－—\s]|(?<=月)[末底]|[及与和]$|^[及与和]"
)
_YEAR_AND_MONTHS: Final = re.compile(r"(?:19|20)[0-9]{2}年[0-9]{1,2}[—–\-~至到][0-9]{1,2}月")
_WHEN: Final = re.compile(rf"(?:截至|截止|[到至])?(?:{PERIOD.pattern})[年月]?[末底]?")
_COMPARED: Final = re.compile(r"[比较](?:上年|去年|上期|同期)(?:同期)?")
_ONLY_MONTHS: Final = re.compile(r"[0-9]{1,2}(?:[—–\-~至到][0-9]{1,2})?月份?")
_BARE_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_MONTHS: Final = re.compile(r"[0-9]{1,2}(?:[—–\-~至到][0-9]{1,2})?月份?[末底]?|(?:19|20)[0-9]{2}年?[末底]?")
_RATE_ROW: Final = re.compile(r"率|比重|占比|比例|增[速幅]|增长")
_COUNT_ROW: Final = re.compile(r".*(?:数|人口|面积|产量|里程|长度|容量|劳力)$")
_RISING_ROW: Final = re.compile(r".*(?:增速|增长率|增幅|增长|涨幅)$")
_FALLING_ROW: Final = re.compile(r".*(?:降幅|下降率|下降|降低率|降低)$")


def read_head(words: str) -> Head:
    """Return what the words over a column say; those of several head rows are split by "/"."""
    bare = _SPACE.sub("", words)
    unit = _unit_in(bare)
    plain = _BRACKETED.sub("", bare)
    role = _role(bare, plain)
    kind = _SHARE.search(plain) if role is Role.SHARE else None
    return Head(
        role=role,
        words=bare,
        measures=kind.group().rstrip("%％") if kind else measured(plain),
        unit=unit if unit is not None or role not in (Role.CHANGE, Role.SHARE) else _rate(bare),
        period=period_in(bare),
        target=planned(plain),
        falls=_FALLS.match(plain) is not None,
        names=_NAMES.fullmatch(plain) is not None,
    )


def _role(bare: str, plain: str) -> Role:
    if _UNITS.fullmatch(plain):
        return Role.UNIT
    if _SHARE.search(bare):
        return Role.SHARE
    if _CHANGE.search(bare) and not plain.endswith("基数"):
        return Role.CHANGE
    if _NO_FIGURES.search(plain):
        return Role.NONE
    return Role.VALUE


def _rate(words: str) -> Unit | None:
    """Return the unit of a change or share whose head names none: % where it says so or speaks of a rate."""
    if "百分点" in words:
        return POINTS
    if _RANK.search(words):
        return Unit("")
    if "%" in words or "％" in words or not _CHANGE_OF_AMOUNT.search(words):
        return PERCENT
    return None


def planned(words: str) -> bool | None:
    """Tell whether words over figures speak of plans (True) or of what is done (False), None where of neither."""
    if _TARGET.search(words) and not _FULFILLED.search(words):
        return True
    return False if _DONE.search(words) else None


def measured(words: str) -> str:
    """Return what is left of a head without brackets, periods and words of kind: of 2023年投资额 it is 投资额."""
    parts: list[str] = []
    for part in words.split("/"):
        left = _AFTER_SLASH.sub("", part) if _unit_in(part) is not None else part
        left = _KIND_WORDS.sub("", _MONTHS.sub("", _WHEN.sub("", left)))
        if len(left) > 1 and left not in parts:
            parts.append(left)
    return "".join(parts)


def period_in(words: str) -> str:
    """Return the period that words name, as written; a bare year counts."""
    bare = _COMPARED.sub("", words.replace("/", ""))
    if _ONLY_MONTHS.fullmatch(bare):
        return bare.removesuffix("份")
    match = _YEAR_AND_MONTHS.search(bare) or PERIOD.search(bare) or _BARE_YEAR.search(bare)
    if match is None:
        return ""
    return match.group() + "年" if match.group().isdigit() else match.group()


def names_time(words: str) -> bool:
    """Tell whether words are a period and nothing else: 2021年, 2021, 上半年."""
    return bool(period_in(words)) and len(period_in(words)) >= len(_SPACE.sub("", words).removesuffix("份"))


def _unit_in(words: str) -> Unit | None:
    """Return the unit that stands in brackets, or after a slash, in a head or a label."""
    for match in _BRACKETED.finditer(words):
        found = unit_of(match.group(1))
        if found is not None:
            return found
    after = _AFTER_SLASH.search(words)
    return unit_of(after.group(1)) if after else None


def unit_of(words: str) -> Unit | None:
    """Return the unit that words are and nothing else; None for other words."""
    bare = _SPACE.sub("", words).strip("±+-＋－")
    if not bare:
        return None
    if bare in ("百分点", "个百分点"):
        return Unit(bare)
    if _is_unit(bare):
        return Unit(bare)
    worth, at = match_multiplier(bare, 0)
    if at and (at == len(bare) or _is_unit(bare[at:])):
        return Unit(bare[at:], worth)
    return None


def _is_unit(words: str) -> bool:
    found = match_unit(words + "\n", 0)
    return found is not None and found.end == len(words) and _PER.split(words)[0] in MEASURES | CLASSIFIERS


def unit_cell(words: str) -> Unit | None:
    """Return the unit of a unit column's cell: any short word, with its multiplier taken off."""
    bare = _SPACE.sub("", words)
    if not bare or len(bare) > 10 or not _WORD_OR_SIGN.search(bare):
        return None
    found = unit_of(bare)
    if found is not None:
        return found
    worth, at = match_multiplier(bare, 0)
    return Unit(bare[at:], worth)


def unit_of_table(words: str) -> Unit | None:
    """Return the one unit of amounts that a line such as 单位：万元、% names, None where it names several."""
    amounts = [
        unit for part in _UNITS_JOINT.split(words) if (unit := unit_of(part)) and unit.written not in ("%", "％")
    ]
    return amounts[0] if len(amounts) == 1 else None


def label_unit(words: str) -> tuple[str, Unit | None]:
    """Return a row's label without the unit that stands in it, and that unit."""
    bare = _SPACE.sub("", words)
    for match in _BRACKETED.finditer(bare):
        unit = unit_of(match.group(1))
        if unit is not None:
            return bare[: match.start()] + bare[match.end() :], unit
    return bare, None


def is_rank(words: str) -> bool:
    """Tell whether a head is over ranks; in the first column they only put the rows in order."""
    return _RANK.search(words) is not None


def is_rate(name: str) -> bool:
    """Tell whether an indicator is a rate, which the unit of a table of amounts does not measure."""
    return _RATE_ROW.search(name) is not None


def counts(name: str) -> bool:
    """Tell whether an indicator counts or measures things, which money does not: 户数, 耕地面积, 粮食产量."""
    return _COUNT_ROW.match(name) is not None


def rises(name: str) -> bool:
    """Tell whether an indicator is an amount of growth by its name: 地区生产总值增速."""
    return _RISING_ROW.match(name) is not None


def falls(name: str) -> bool:
    """Tell whether an indicator is an amount of decrease by its name: 能耗降低率."""
    return _FALLING_ROW.match(name) is not None
