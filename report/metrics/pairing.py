"""Splits a coordinated subject into one name for each of its figures: A、B分别为1、2."""

import re

_PARTS = re.compile(r"、|以及|和(?![美谐平])|与|(?<![普以惠涉])及(?![其时格]|以上)")
_INDICATOR = re.compile(
    r"(?:(?:居民)?人均可支配收入|可支配收入|里程|产量|销量|总量|流量|储量|用量|排放量|吞吐量|销售额|总额|余额|人数|户数|起数|次数|件数|"
    r"(?:产业)?(?:增加值|总产值|产值)|普及率|[^、和与及]{2}率|数量|量|值|金额|额|数|比重|比例|强度|投资|收入|支出|进出口|出口|进口|价格|(?:建成区|播种|种植|绿地|耕地)?面积|规模|浓度|余额|水平|"
    r"增速|增幅|涨幅|能耗|水耗|电耗|费用|成本)\Z"
)
_BARE = frozenset(["能耗", "水耗", "电耗", "金额", "数量", "人数", "户数", "件数", "面积", "产值", "产量"])
_STANDS = re.compile(r"差距|偏[大小高低少多]|较[大小高低少多]|过[大小高低少多]|不[高大足够平]|仍|还|有[高大所]|参差")
_AND_SUCH = re.compile(r"等(?:主要|重点|各类)?([^、等]{2,6})\Z")
_SHARE_END = re.compile(r"(?:(?:产业)?增加值|产值|收入|支出|投资|产量|人数|数量)?占[^、]{2,16}(?:比重|比例)\Z")
_INDUSTRIES = re.compile(r"第?一[、]?二[、]?三次?产业?|三次产业")


def pair_names(subject: str, count: int) -> tuple[str, ...]:
    """Split a subject into `count` names, in order; the same name for each where it does not split so."""
    head, _, verb = subject.partition("分别")
    parts = [part for part in _PARTS.split(head) if part]
    if len(parts) > count == head.count("、") + 1:
        parts = head.split("、")  # 文化及相关产业、旅游及相关产业
    industries = _INDUSTRIES.match(head)
    if industries and count == 3:
        names = [f"第{ordinal}产业{head[industries.end() :]}" for ordinal in "一二三"]
    elif len(parts) == count:
        names = _share_ends(parts)
    elif count == 2 and head.startswith("城乡"):
        # 城乡 stands for 城镇 and 农村, in this order, wherever the two have a figure each.
        names = ["城镇" + head[2:], "农村" + head[2:]]
    else:
        names = [head] * count
    return tuple(name + verb for name in names)


def splits(subject: str, count: int) -> bool:
    """Tell whether a subject is a list of exactly `count` things."""
    return count > 1 and len([part for part in _PARTS.split(subject) if part]) == count


def is_indicator(words: str) -> bool:
    """Tell whether words end in a noun that takes a figure: 率, 量, 值, 收入."""
    return _INDICATOR.search(words) is not None


def without_indicator(words: str) -> str:
    """Return words without the indicator that they end in: 重点项目投资 gives 重点项目."""
    found = _INDICATOR.search(words)
    return words[: found.start()] if found else words


def indicator_before(clause: str) -> str:
    """Return the indicator that a clause begins with before it tells how it stands: 村集体收入差距较大."""
    told = _STANDS.search(clause)
    return clause[: told.start()] if told and is_indicator(clause[: told.start()]) else ""


def _share_ends(parts: list[str]) -> list[str]:
    """Give every part the head noun that only the last one writes: 第一、二、三产业产值."""
    last = parts[-1]
    named = list(parts)
    general = _AND_SUCH.search(last)
    if general and general.start():
        # 盗窃、诈骗、抢劫等主要警情
        return [part + general.group(1) for part in (*parts[:-1], last[: general.start()])]
    head = _SHARE_END.search(last) or _INDICATOR.search(last)
    if head and not any(_INDICATOR.search(part) for part in parts[:-1]):
        shared = last[len(parts[-2].removeprefix("第")) :] if parts[0].startswith("第") else head.group()
        named = [part + (shared.removeprefix("产业") if part.endswith("产业") else shared) for part in parts[:-1]]
        named.append(last)
    elif head and last in _BARE and (own := _INDICATOR.search(parts[0])) is not None and own.start():
        # 万元产值能耗和水耗: what the first writes in front holds for the others.
        named = [parts[0], *(parts[0][: own.start()] + part if part in _BARE else part for part in parts[1:])]
    if parts[0].startswith("第"):
        named = [name if name.startswith("第") else "第" + name for name in named]
    return named
