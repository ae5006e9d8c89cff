"""Names a figure by the words of its own clause: what is counted, what is done to it, which measure it is."""

import re
from collections.abc import Sequence

from report.metrics.completing import acted_on, completed, which_of
from report.metrics.lexicon import PIVOT
from report.metrics.named import Named
from report.metrics.names import WHOLE_NOUNS, is_bare_verb, leading_verb, object_of, verb_before, without_verb
from report.metrics.pairing import is_indicator
from report.metrics.places import is_place, where_in
from report.metrics.recipients import is_recipient
from report.metrics.sentences import Sentence, ends_in_joint
from report.metrics.things import LONGEST_LIST
from report.metrics.ties import compares, subject_before
from report.metrics.topics import aspect_of, is_aspect, overlapped
from report.metrics.units import CLASSIFIERS

_JOINTS = "、和与及以，,+＋"
_PERCENT = ("%", "％")
_MADE_OF = re.compile(r"(?:为|是|用于|投向)([^，。；、]{2,20})\Z")
# 日处理500吨污水厂: the words before the figure say in what respect the thing has it.
_DESCRIPTOR = re.compile(
    r"(?:(?<![今去本上])[日年](?=[产处供输发接])|总(?=投|面|建|装)|占地|设计|装机)[^、，的]{0,5}\Z"
)
_INVESTED = re.compile(r"(?:总|计划|完成)?投资\Z|投入\Z")
_RATE = re.compile(r"率|比例|比重|占|(?:收入|支出|投资|产值|增加值|产量|总量|总额)\Z")
_HANDLED = re.compile(r"[是把将]|成为")
_PERCENT_TOLD = re.compile(
    r"(?:达标|接入|实现|完成|纳入|进入|安排|落实|覆盖|公开|入驻|参加|参与|投入|用于|通过|得到|签约|配备|建成|入网|联网|办结|开工)"
    r"[^，。；、]{0,20}\Z"
)
_THE_REST = frozenset(["其余", "剩余", "其他", "另外"])
_STATES = frozenset(["在建", "待建", "续建", "在研", "在运"])
# Words before a count that tell no more of the things than that they are counted.
_SAYS_LITTLE = re.compile(
    r"\A.{0,8}(?:抓好|做好|办好|办成|狠抓)|\A(?:重点|扎实|切实|指导|初步)?(?:没有|未能|未|但|办好|办成|抓好|做好|完成|实现|落实|提出|给予|涉及|推进|围绕|狠抓|共|有|拥有)"
)
_AROUND = re.compile(r"(?:全[省市县区镇乡]|[我本][省市县区镇乡]|辖区内?|[省市县区镇]内|其中|首批|再)\Z")
_NO_ATTRIBUTE = re.compile(r"[是指对向按这该将把被让为在年月某各]|以及|由于|采用|初步|没有|成为|每个|其中|通过|根据|、")
_OPEN_ENDS = ("等", "的", "和", "与", "及", "或", "于", "到", "至", "比", "分")
_CAUSE = re.compile(r"(?:因|由于)[^，。；]{2,30}?原因(?:于[0-9０-９]{1,2}月份?)?(?=[^，。；]{2,8}\Z)")
_LONGEST_REST = 26
_LONGEST_TELLING = 12
_LONGEST_ATTRIBUTE = 10


def own_name(sentence: Sentence, rows: Sequence[Named], index: int, core: str, thing: str) -> str:
    """Return the name that a figure's own clause gives it, "" where it gives none."""
    if thing and not (thing in _STATES and not core):
        name = _with_thing(sentence, rows, index, core, thing)
    else:
        name = "" if thing else which_of(sentence, rows, index)
    return name or _without_thing(sentence, rows, index, core)


def _without_thing(sentence: Sentence, rows: Sequence[Named], index: int, core: str) -> str:
    unit = sentence.figures[index].unit
    if not core and unit in _PERCENT:
        made = _MADE_OF.match(sentence.rests[index])
        return made.group(1) if made else ""
    if core in _THE_REST:
        whole = _counted_before(sentence, index)
        return core + (object_of(rows[whole].name) if whole is not None else _told_after(sentence, rows, index))
    told = _PERCENT_TOLD.match(sentence.rests[index]) if unit in _PERCENT and core else None
    if told and not compares(core, unit):
        # 停车场100%接入平台: what it is a share of stands before, what became of it behind.
        return core + told.group()[:_LONGEST_TELLING]
    if is_bare_verb(core):
        return acted_on(sentence, rows, index, core) if core else _told_after(sentence, rows, index)
    if rows and compares(core, unit):
        return subject_before(sentence, rows, index, LONGEST_LIST) + core.removeprefix("均").removeprefix("约")
    return completed(sentence, rows, index, core)


def _told_after(sentence: Sentence, rows: Sequence[Named], index: int) -> str:
    """Name a figure by what its clause tells of it: 2130人因转移及时脱险, 8座桥梁，5座竣工、3座在建."""
    figure = sentence.figures[index]
    rest = sentence.rests[index].strip(_JOINTS)
    if not rest and index + 1 < len(sentence.figures) and sentence.listed(index + 1):
        rest = sentence.rests[index + 1].strip(_JOINTS)
    whole = _counted_before(sentence, index)
    if figure.unit not in CLASSIFIERS or (not rest and not sentence.words[index]):
        return ""
    if sentence.words[index].strip(_JOINTS) and not sentence.words[index].endswith(tuple(_THE_REST)):
        return ""
    if whole is not None:
        return without_verb(rows[whole].name) + _CAUSE.sub("", rest)[:_LONGEST_TELLING]
    return rest[:_LONGEST_REST]


def _counted_before(sentence: Sentence, index: int) -> int | None:
    """Return the nearest figure before this one that has the same unit and words of its own, None where none has."""
    unit = sentence.figures[index].unit
    nearest = range(index - 1, max(-1, index - LONGEST_LIST), -1)
    candidates = (at for at in nearest if sentence.words[at].strip(_JOINTS))
    return next((at for at in candidates if sentence.figures[at].unit == unit), None)


def _with_thing(sentence: Sentence, rows: Sequence[Named], index: int, core: str, thing: str) -> str:
    figure = sentence.figures[index]
    if is_aspect(thing) and is_bare_verb(core):
        return aspect_of(sentence, rows, index, thing, "")  # 推进整治工程，完成60%工程量
    described = _described_by(sentence, index, core)
    if described:
        return described if figure.unit in CLASSIFIERS else thing + described
    verb = "" if _DESCRIPTOR.search(core) else verb_before(core)
    alone = _alone(sentence, index, thing, verb)
    if alone or (len(thing) == 1 and not verb):
        return alone or without_verb(core) + thing
    if verb or not core or figure.unit in CLASSIFIERS:
        if not verb and not core and _after_thing(sentence, index):
            verb = _verb_of_list(sentence, rows, index)
        return (verb or _attribute(sentence, index, core, thing)) + thing
    if figure.unit in _PERCENT:
        return _share_told(sentence, index, core, thing)
    is_thing_before = index and sentence.words[index] == sentence.rests[index - 1] and not is_bare_verb(core)
    return _measured("" if is_thing_before else core, thing)


def _alone(sentence: Sentence, index: int, thing: str, verb: str) -> str:
    """Return a name for villages that are only the place of something, "" where they are what a verb acts on."""
    if thing not in WHOLE_NOUNS or sentence.figures[index].unit not in CLASSIFIERS:
        return ""
    return where_in(sentence, index, thing) if not verb or PIVOT.match(verb) or is_place(sentence, index) else ""


def _share_told(sentence: Sentence, index: int, core: str, thing: str) -> str:
    """Return the thing behind 的 whose share a figure is, "" for an indicator: 关闭10%以上的重污染企业."""
    if not sentence.rests[index].startswith("的") or _RATE.search(core):
        return ""
    return overlapped(core, thing) if is_aspect(thing) else _attribute(sentence, index, core, thing) + thing


def _measured(core: str, thing: str) -> str:
    """Return a thing with the respect in which a measure is told of it, else with the words before it."""
    descriptor = _DESCRIPTOR.search(core)
    if descriptor:
        return thing + descriptor.group()
    noun = without_verb(core.rpartition("、")[2])
    return thing if _HANDLED.search(noun) else noun + thing


def _verb_of_list(sentence: Sentence, rows: Sequence[Named], index: int) -> str:
    """Return the verb that acts on all of a list: 帮助5人创业、9人就业, but not that of
    支持企业建设5个车间、9条产线.
    """
    verb = leading_verb(rows[-1].name)
    if PIVOT.match(verb):
        near = range(max(0, index - LONGEST_LIST), index)
        return verb if any(sentence.words[at].endswith(verb) for at in near) else ""
    return verb


def _attribute(sentence: Sentence, index: int, core: str, thing: str) -> str:
    """Return words before a count that say whose or which the counted things are: 宝塔工程34个子项目."""
    if index and sentence.words[index] == sentence.rests[index - 1]:
        return ""
    core = _AROUND.sub("", _SAYS_LITTLE.sub("", core))
    if "、" in core and leading_verb(core):
        # 打通东路、西路、南路3条断头路: the names before the number are those of the things counted.
        return leading_verb(core)
    if not core or len(core) > _LONGEST_ATTRIBUTE or is_indicator(core) or is_recipient(sentence, index):
        return ""
    if core.endswith(_OPEN_ENDS) or _NO_ATTRIBUTE.search(core):
        return ""
    if PIVOT.match(core) and len(thing) > _LONGEST_ATTRIBUTE:
        return ""
    return leading_verb(core) if "和" in core else core


def _described_by(sentence: Sentence, index: int, core: str) -> str:
    """Return what a figure before 的 says of the noun behind it: 山羊存栏6万只的大乡, 投资2亿元的泵站.

    Such a figure does not count that noun. It has a subject or a word of investing of its own, behind any other
    description of the noun that 、 keeps apart.
    """
    if not sentence.rests[index].startswith("的"):
        return ""
    own = core.rpartition("、")[2]
    if sentence.figures[index].unit in CLASSIFIERS:
        is_clause = not (is_bare_verb(own) or leading_verb(own) or own.endswith("等"))
        return own if is_clause else ""
    invested = _INVESTED.search(own)
    return invested.group() if invested else ""


def _after_thing(sentence: Sentence, index: int) -> bool:
    """Tell whether a figure goes on a list of counted things: 8条小街、28公里管网."""
    return ends_in_joint(sentence.gap(index).rstrip())
