"""Finds shorthand that a delegate may not know, by its shape: what a dictionary of terms does not explain yet.

A rule needs a reason in the language; a phrase is never listed because one report has it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

NUMERALS = "一二三四五六七八九十百千万两双"
HAN = r"\u4e00-\u9fff"
CLOSERS = "。！？；，：、（）《》…—"  # a shorthand is a name: what holds one of these is a sentence or a list


class Rule(StrEnum):
    """Why a stretch of text looks like shorthand."""

    FORMULA = "formula"  # 1+3+5, 1+N, 415X
    NAMED = "named"  # “雪亮”工程, “枫桥经验”
    QUOTED = "quoted"  # “三资”, “四议两公开”
    COUNTED = "counted"  # 四个不摘
    PAIRED = "paired"  # 一盔一带
    LATIN = "latin"  # EPC, BIM/CIM


@dataclass(frozen=True, slots=True)
class Candidate:
    """A shorthand, as first written and without outer quotes, with all its places (code points, end exclusive)."""

    term: str
    rule: Rule
    places: tuple[tuple[int, int], ...]


# What a plan or a practice is called: the word after a quoted name tells that the quotes hold a name.
NAMING = (
    "工程", "行动", "计划", "革命", "战略", "机制", "模式", "工作法", "经验", "制度", "改革", "体系",
    "格局", "布局", "平台", "政策", "活动", "目标", "理念", "思路", "产业", "企业", "问题", "原则", "任务",
)  # fmt: skip
# These name by themselves; the others only do where the quotes hold a numeral too (“三大”目标, not “诚信”企业).
NAMING_ALONE = ("工程", "行动", "计划", "革命", "工作法", "经验", "模式", "机制", "战略", "制度", "政策")

# After 个, a verb, an adverb or a name of the mind counts no things: 四个不摘, 五个统一, 四个意识.
UNCOUNTABLE = (
    "不", "最", "必须", "坚持", "统一", "到位", "确保", "转变", "维护", "确立", "意识", "自信", "全面", "更加",
    "优先", "严禁", "严格", "统筹", "聚焦", "强化", "突出", "提升", "结合", "融合", "带头", "清零", "区分",
)  # fmt: skip

# Everyday words of the shape of 一盔一带: idioms are in every dictionary, and need no note.
IDIOMS = frozenset(
    (
        "一心一意", "一点一滴", "一言一行", "一举一动", "一草一木", "一砖一瓦", "一朝一夕", "一分一秒", "一丝一毫",
        "一五一十", "一模一样", "一针一线", "一笔一画", "一笔一划", "一字一句", "一村一寨", "一张一弛", "一生一世",
        "一唱一和", "一板一眼", "一心二用", "一来二去", "一清二楚", "一清二白", "一干二净", "一石二鸟", "一举两得",
        "一年四季", "一日三餐", "三心二意", "三番五次", "三番两次", "三言两语", "三三两两", "三五成群", "四面八方",
        "四通八达", "五湖四海", "五光十色", "五颜六色", "七上八下", "七嘴八舌", "十全十美", "千方百计", "千家万户",
        "千言万语", "千军万马", "千山万水", "千辛万苦", "千锤百炼", "千变万化", "千丝万缕", "千头万绪", "千秋万代",
        "万众一心", "百花齐放", "一波三折", "一锤一钉", "两全其美", "一呼百应", "四管齐下", "双管齐下", "一马当先",
        "一刀切", "一揽子", "一把手", "一条龙", "一站式", "一盘棋", "一把抓", "一窝蜂", "一阵风", "一锅端", "一言堂",
    )
)  # fmt: skip
MEASURED = "年月日天时分秒季周次批条个位名元亩斤吨米点度号期届代成倍折项件处座家起万亿百千十多余第方"

# Nouns of two characters that end such a pair where no quotes say how far it goes: 一园两馆三中心.
LONGER_NOUNS = (
    "中心", "基地", "平台", "板块", "园区", "走廊", "廊道", "组团", "节点", "体系", "片区", "校区", "街区", "枢纽",
)  # fmt: skip
PARTICLES = "的了是在有和与就也又"  # 独一无二的: no noun

# Known to every newspaper reader, or units of measure. (AAA and III are marks of a class, S205 of a road.)
EVERYDAY_LATIN = frozenset(
    (
        "GDP", "WTO", "APP", "LED", "CT", "IP", "VIP", "WIFI", "TV", "CD", "ID", "PC", "IT", "QQ", "DNA", "PM", "AQI",
        "KM", "KW", "MW", "GW", "KV", "KWH", "GWH", "MWH", "MPA", "TEU", "MM", "CM", "KG", "HZ", "GHZ", "TB", "GB",
    )
)  # fmt: skip
FESTIVALS = frozenset(("五一", "十一", "七一", "八一", "三八", "六一", "九三", "双十一", "双十二", "一二九", "五四"))
PLAN_YEARS = re.compile(r"十?[一二三四五六七八九]五")  # 十四五, 八五: a plan, not a list of five things

_QUOTED = re.compile(r"[“\"「]([^“”\"「」\n]{1,20})[”\"」]")
_FORMULA = re.compile(r"(?<![0-9A-Za-z.+＋])[0-9N][0-9XN]*(?:[+＋][0-9A-Z]+)+(?![0-9A-Za-z.%％])")
_COUNTED = re.compile(rf"(?<![{NUMERALS}第每])([二三四五六七八九十两]个)(?=({'|'.join(UNCOUNTABLE)}))")
_PAIRED = re.compile(
    rf"(?<![{NUMERALS}第每几独])(?:[一二三四五六七八九两][{HAN}])+[一二三四五六七八九两](?:{'|'.join(LONGER_NOUNS)}|[{HAN}])"
)
_LATIN = re.compile(r"(?<![0-9A-Za-z/.\-@])[A-Z][A-Za-z]{0,2}[A-Z](?:/[A-Z]{2,6})?(?![0-9A-Za-z/.\-@])")
_NO_NAME = (
    re.compile(  # a year, a date, a version, a share, a telephone number; a span of years; a run of wins; a congress
        rf"(?:19|20)[0-9]{{2}}|[0-9]{{1,2}}[.·][0-9]|[0-9.]{{1,2}}[%％]?$|[0-9]{{6,}}$"
        rf"|[{NUMERALS}0-9]+(?:年|连[冠胜]|大$)"
    )
)
_NAMED_AFTER = re.compile("|".join(sorted(NAMING, key=len, reverse=True)))


def candidates(text: str, known: Iterable[tuple[int, int]] = ()) -> tuple[Candidate, ...]:
    """Return the shorthand of a text in order of first use, each once, but none that overlaps a known place.

    `known` are the places that are explained already: those of `generators.terms.find_terms`, and the report's own
    glossary.
    """
    covered = bytearray(len(text))
    for start, end in known:
        covered[start:end] = b"\x01" * max(0, min(end, len(text)) - start)
    found: dict[str, tuple[Rule, list[tuple[int, int]]]] = {}
    for rule, start, end in sorted(_all(text), key=lambda hit: (hit[1], -hit[2])):
        if any(covered[start:end]):
            continue
        covered[start:end] = b"\x01" * (end - start)
        first = found.setdefault(_key(text[start:end]), (rule, []))
        first[1].append((start, end))
    return tuple(
        Candidate(_shown(text[places[0][0] : places[0][1]]), rule, tuple(places)) for rule, places in found.values()
    )


def _all(text: str) -> Iterator[tuple[Rule, int, int]]:
    yield from _quoted(text)
    for match in _FORMULA.finditer(text):
        yield Rule.FORMULA, match.start(), match.end()
    yield from _counted(text)
    yield from _paired(text)
    for match in _LATIN.finditer(text):
        written = match.group()
        if written.upper() not in EVERYDAY_LATIN and not set(written) <= set("A") and not set(written) <= set("IVX"):
            yield Rule.LATIN, match.start(), match.end()


def _quoted(text: str) -> Iterator[tuple[Rule, int, int]]:
    """Yield quoted names: with a numeral by itself, or with a word behind or at its end that names a plan."""
    for match in _QUOTED.finditer(text):
        inside = match.group(1)
        if any(character in CLOSERS for character in inside) or not _is_short(inside):
            continue
        behind = _NAMED_AFTER.match(text, match.end())
        end = behind.end() if behind else match.end()
        if _FORMULA.fullmatch(inside):
            yield Rule.FORMULA, match.start(), end
        elif _is_numeric(inside):
            yield Rule.QUOTED, match.start(), end
        elif not _NO_NAME.match(inside) and (
            inside.endswith(NAMING_ALONE) or (behind and behind.group() in NAMING_ALONE)
        ):
            yield Rule.NAMED, match.start(), end


_DIGIT = re.compile("[0-9]")
_NUMERAL = re.compile(rf"[{NUMERALS}0-9]")
_COUNTED_THING = re.compile(rf"[{NUMERALS}][{HAN}]")
_QUOTES_AND_SPACE = re.compile(r"[“”\"「」\s]")


def _is_short(inside: str) -> bool:
    return 2 <= len(inside) <= 12 or bool(_DIGIT.search(inside))


def _is_numeric(inside: str) -> bool:
    """Tell whether a quoted stretch is shorthand with a numeral, and no festival, plan, year, date or idiom."""
    if inside in FESTIVALS or inside in IDIOMS or PLAN_YEARS.fullmatch(inside) or _NO_NAME.match(inside):
        return False
    if _NUMERAL.match(inside):
        return True
    return len(_COUNTED_THING.findall(inside)) > 1


def _counted(text: str) -> Iterator[tuple[Rule, int, int]]:
    for match in _COUNTED.finditer(text):
        head = match.group(2)
        end = match.end(1) + max(2, len(head))
        if all("\u4e00" <= character <= "\u9fff" for character in text[match.start() : end]):
            yield Rule.COUNTED, match.start(), end


def _paired(text: str) -> Iterator[tuple[Rule, int, int]]:
    for match in _PAIRED.finditer(text):
        word = match.group()
        nouns = word[1::2]
        if any(noun in MEASURED + NUMERALS + PARTICLES for noun in nouns) or word in IDIOMS:
            continue
        if len({word[place : place + 2] for place in range(0, len(word), 2)}) < len(nouns):
            continue  # 一步一步: said twice, not a pair
        yield Rule.PAIRED, match.start(), match.end()


def _key(written: str) -> str:
    return _QUOTES_AND_SPACE.sub("", written)


def _shown(written: str) -> str:
    """Return a shorthand without the quotes that only enclose it: “三资” is 三资, “三公”经费 stays."""
    inner = _QUOTED.fullmatch(written)
    return (inner.group(1) if inner else written).strip()
