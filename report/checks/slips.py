"""Words that are easily confused in reports, each with the right one and the reason. A linguistic table.

Only words that are wrong wherever they stand, or whose neighbours make them so: a word that may be meant is left out.
Variant forms follow 第一批异形词整理表 (GF 1001—2001), the rest 现代汉语词典.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Confusion:
    """A word to look for, what to put in its place (a template for `re.Match.expand`), and why."""

    pattern: re.Pattern[str]
    right: str
    reason: str


_TIME = (
    r"(?:目前|现在|今[天日年]|当前|当日|上[个月周旬年季半]|本[月周季年]|去年|前年|昨[天日]|年[底末中]|月[底末中]|季度?末|"
    r"[12][0-9]{3}年|[0-9]{1,2}月|[一二三四五六七八九十]{1,2}月|[上下]半年|[一二三四]季度|发稿|此[时刻])"
)
# 节约30余万元 and 附近3公里 hold other words.
_ABOUT = r"(?:大约|将近|(?<![节预签契合条公邀大集])约|(?<![附最邻靠临远相就接])近)"
_VARIANT = "《第一批异形词整理表》的推荐词形"
_WRONG_CHARACTER = "别字"


def _fixed(wrong: str, right: str, reason: str, *, before: str = "", after: str = "") -> Confusion:
    """Return a row for a word that is right in no place but before or after some characters, where it is two words."""
    ahead = f"(?<![{before}])" if before else ""
    behind = f"(?![{after}])" if after else ""
    return Confusion(re.compile(f"{ahead}{wrong}{behind}"), right, reason)


CONFUSIONS = (
    Confusion(
        re.compile(rf"(?<!报名)(?<!投票)(?<!申报)(?<!申请)(?<!登记)(?<!时间)(?<!日期)截止(?={_TIME})"),
        "截至",
        "“截止”是到期停止，后面不带时间；“截至”是算到某时为止",
    ),
    Confusion(re.compile(r"截至到"), "截至", "“至”就是“到”，重复"),
    Confusion(
        re.compile(r"(?:下降|降低|减少|缩小|缩短)了?(?:[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十]+)倍"),
        "减少百分之几或几分之几",
        "减少不能用倍数，减少一倍就没有了",
    ),
    Confusion(
        re.compile(rf"{_ABOUT}[0-9]+(?:\.[0-9]+)?[十百千万亿]*[^0-9，。；、：\s]{{1,4}}左右"),
        "只留一个约数词",
        "前后两个约数词重复",
    ),
    Confusion(
        re.compile(rf"{_ABOUT}[0-9]+[余多](?=[十百千万亿]?[^0-9，。；、：\s])"),
        "只留一个约数词",
        "前后两个约数词重复或者抵触",
    ),
    Confusion(
        re.compile(
            r"(?:超过|不低于|不少于|突破|至少)[0-9]+(?:\.[0-9]+)?[十百千万亿]*[^0-9，。；、：\s]{1,4}以上(?=[，。；、）]|$)"
        ),
        "只留一个",
        "前后意思重复",
    ),
    _fixed("帐([目户号款单簿册务])", r"账\1", "钱财的“账”从贝，“帐”用于帐篷、蚊帐"),
    Confusion(
        re.compile("([台记查结算欠呆坏总报转到入出])帐(?![篷蓬子幕])"), r"\1账", "钱财的“账”从贝，“帐”用于帐篷、蚊帐"
    ),
    _fixed("成份", "成分", _VARIANT, after="额", before="完"),
    _fixed("部份", "部分", _VARIANT, after="额"),
    _fixed("水份", "水分", _VARIANT, after="额"),
    _fixed("份量", "分量", _VARIANT, before="一二两三四五六七八九十百千万0123456789每月年身股"),
    _fixed("份([内外])(之事|的事|工作)", r"分\1\2", _VARIANT, before="月年身股省县"),
    _fixed("充份", "充分", _WRONG_CHARACTER, after="额"),
    _fixed("缘份", "缘分", _VARIANT),
    _fixed("座落(于|在)", r"坐落\1", _VARIANT, before="一二两三四五六七八九十百千几每整0123456789"),
    _fixed("按排", "安排", _WRONG_CHARACTER, after="名序放列查污水队行班练期"),
    _fixed("布署", "部署", _WRONG_CHARACTER, after="名"),
    _fixed("渡假", "度假", "“渡”用于江河，“度”用于时间", before="过"),
    _fixed("防碍", "妨碍", _WRONG_CHARACTER),
    _fixed("幅射", "辐射", _WRONG_CHARACTER, before="大小降增跌涨"),
    _fixed("松驰", "松弛", _WRONG_CHARACTER),
    _fixed("震憾", "震撼", _WRONG_CHARACTER),
    _fixed("即然", "既然", _WRONG_CHARACTER, before="立当随", after="后"),
    _fixed("必竟", "毕竟", _WRONG_CHARACTER),
    _fixed("凭籍", "凭借", _WRONG_CHARACTER),
    _fixed("通迅", "通讯", _WRONG_CHARACTER),
    _fixed("侯补", "候补", _WRONG_CHARACTER),
    _fixed("脉膊", "脉搏", _WRONG_CHARACTER),
    _fixed("发韧", "发轫", _WRONG_CHARACTER, after="性劲带"),
    _fixed("寒喧", "寒暄", _WRONG_CHARACTER),
    _fixed("气慨", "气概", _WRONG_CHARACTER),
    _fixed("园满(完成|结束|成功|收官|落幕)", r"圆满\1", _WRONG_CHARACTER),
    _fixed("贯输", "灌输", _WRONG_CHARACTER, after="电送水油气入出"),
    _fixed("坚难", "艰难", _WRONG_CHARACTER),
    _fixed("贯切", "贯彻", _WRONG_CHARACTER, after="实"),
    _fixed("一如继往", "一如既往", _WRONG_CHARACTER),
    _fixed("再接再励", "再接再厉", "“厉”是磨砺，不是鼓励"),
    _fixed("迫不急待", "迫不及待", _WRONG_CHARACTER),
    _fixed("按步就班", "按部就班", _WRONG_CHARACTER),
    _fixed("一愁莫展", "一筹莫展", _WRONG_CHARACTER),
    _fixed("融汇贯通", "融会贯通", _WRONG_CHARACTER),
    _fixed("名列前矛", "名列前茅", _WRONG_CHARACTER),
    _fixed("走头无路", "走投无路", _WRONG_CHARACTER),
    _fixed("不径而走", "不胫而走", _WRONG_CHARACTER),
    _fixed("无以伦比", "无与伦比", _WRONG_CHARACTER),
    _fixed("穿流不息", "川流不息", _WRONG_CHARACTER),
    _fixed("竭泽而鱼", "竭泽而渔", _WRONG_CHARACTER),
    _fixed("披星带月", "披星戴月", _WRONG_CHARACTER),
    _fixed("众志成诚", "众志成城", _WRONG_CHARACTER),
    _fixed("勇往只前", "勇往直前", _WRONG_CHARACTER),
    _fixed("砥励", "砥砺", _WRONG_CHARACTER),
    _fixed("刻不容辞", "义不容辞或刻不容缓", "两个成语混在一起"),
)
